/* scenario-dialog.h: asks for the name of a new scenario, also of one for what was edited; or
 * for another name and description. */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

/* Asks for a name, which is suggested, and adds a scenario that is shown. */
void mis_scenario_dialog_add (GtkWindow *parent, MisDocument *document);

/* The same; what was edited since the project was opened or saved goes to the scenario. */
void mis_scenario_dialog_keep (GtkWindow *parent, MisDocument *document);

/* Asks for name and description of the scenario that is shown; there must be one. */
void mis_scenario_dialog_describe (GtkWindow *parent, MisDocument *document);

G_END_DECLS
