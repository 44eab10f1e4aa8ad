/* scenario-list.h: what opens below the scenario bar: the base project and its scenarios, with what
 * each comes to. */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MIS_TYPE_SCENARIO_LIST (mis_scenario_list_get_type ())
G_DECLARE_FINAL_TYPE (MisScenarioList, mis_scenario_list, MIS, SCENARIO_LIST, GtkPopover)

/* A row that is activated shows what it stands for. */
void mis_scenario_list_set_document (MisScenarioList *self, MisDocument *document);

/* Where the window is narrow, less of long names is to be seen. */
void mis_scenario_list_set_narrow (MisScenarioList *self, gboolean narrow);

G_END_DECLS
