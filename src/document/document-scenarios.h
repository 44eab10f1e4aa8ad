/* document-scenarios.h: the scenarios that an open project keeps, and what the user does to them.
 *
 * Each is one step that can be undone; which of them is shown is none. Scenarios are told apart by
 * their ids, which never change.
 */
#pragma once

#include "document/document.h"

G_BEGIN_DECLS

/* Shows the one that stands @by places further in the list, which begins with the base and goes
 * round. */
void mis_document_step_scenario (MisDocument *self, int by);

/* (transfer full): "Scenario 1", or the first such name that no scenario has. */
char *mis_document_suggest_scenario_name (MisDocument *self);

/**
 * mis_document_add_scenario:
 *
 * A new one at the end, without changes; it is shown.
 *
 * Returns: %FALSE with a #MisError in words for the user: the name is not allowed, or there are too
 *   many
 */
gboolean mis_document_add_scenario (MisDocument *self, const char *name, GError **error);

/* Puts a copy behind it, which is shown; %FALSE as above. */
gboolean mis_document_duplicate_scenario (MisDocument *self, const char *id, GError **error);

/* Another name and description; %FALSE as above. */
gboolean mis_document_describe_scenario (
    MisDocument *self, const char *id, const char *name, const char *description, GError **error);

/* If it was shown, the base is. %FALSE if there is none of that id. */
gboolean mis_document_remove_scenario (MisDocument *self, const char *id);

/**
 * mis_document_keep_edits:
 * @name: of the scenario that comes to hold them
 *
 * What was edited since the project was opened or saved last becomes a new scenario, which is
 * shown, as far as a scenario can hold it; the base has the numbers again that it had then.
 *
 * Returns: %FALSE as mis_document_add_scenario(), and if no scenario could hold any of it
 */
gboolean mis_document_keep_edits (MisDocument *self, const char *name, GError **error);

/* The project becomes what the scenario makes of it, and the scenario goes; %FALSE if there is none
 * of that id. */
gboolean mis_document_settle_scenario (MisDocument *self, const char *id);

G_END_DECLS
