/* scenario-bar.h: the bar below the header: what of the project is shown, the base or a scenario,
 * and so where edits go; the way to another one. */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MIS_TYPE_SCENARIO_BAR (mis_scenario_bar_get_type ())
G_DECLARE_FINAL_TYPE (MisScenarioBar, mis_scenario_bar, MIS, SCENARIO_BAR, AdwBin)

/* Its buttons activate the actions of window-scenarios.c. */
void mis_scenario_bar_set_document (MisScenarioBar *self, MisDocument *document);

/* Where the window is narrow, words go below or make way. */
void mis_scenario_bar_set_narrow (MisScenarioBar *self, gboolean narrow);

/* Opens the list of scenarios, with the keyboard in it. */
void mis_scenario_bar_open (MisScenarioBar *self);

G_END_DECLS
