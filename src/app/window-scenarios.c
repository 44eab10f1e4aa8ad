/* Scenarios in a window: which is shown, and what is done to the one that is. */
#include "app/window-private.h"

#include <glib/gi18n.h>

#include "app/scenario-dialog.h"
#include "document/document-scenarios.h"

/* The empty id is that of the base. */
static void
show_scenario_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisWindow *self = user_data;
  const char *id = g_variant_get_string (parameter, NULL);

  mis_window_commit_typing (self);
  mis_document_show_scenario (self->document, *id != '\0' ? id : NULL);
}

static void
next_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisWindow *self = user_data;

  mis_window_commit_typing (self);
  mis_document_step_scenario (self->document, 1);
}

static void
previous_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisWindow *self = user_data;

  mis_window_commit_typing (self);
  mis_document_step_scenario (self->document, -1);
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisWindow *self = user_data;

  mis_window_commit_typing (self);
  mis_scenario_dialog_add (GTK_WINDOW (self), self->document);
}

static void
keep_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisWindow *self = user_data;

  mis_window_commit_typing (self);
  mis_scenario_dialog_keep (GTK_WINDOW (self), self->document);
}

static void
describe_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisWindow *self = user_data;

  mis_scenario_dialog_describe (GTK_WINDOW (self), self->document);
}

static void
duplicate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisWindow *self = user_data;
  g_autoptr (GError) error = NULL;

  mis_window_commit_typing (self);
  if (!mis_document_duplicate_scenario (self->document,
                                        mis_document_get_scenario (self->document)->id, &error))
    mis_window_show_toast (self, error->message);
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisWindow *self = user_data;
  const MisScenario *scenario = mis_document_get_scenario (self->document);
  /* Translators: the name of a scenario */
  g_autofree char *words = g_strdup_printf (_ ("Scenario “%s” deleted"), scenario->name);

  mis_document_remove_scenario (self->document, scenario->id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "s", words);
}

static void
settle_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisWindow *self = user_data;
  const MisScenario *scenario;
  g_autofree char *words = NULL;

  mis_window_commit_typing (self);
  scenario = mis_document_get_scenario (self->document);
  /* Translators: the name of a scenario */
  words = g_strdup_printf (_ ("Scenario “%s” applied to the project"), scenario->name);
  mis_document_settle_scenario (self->document, scenario->id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "s", words);
}

static const GActionEntry entries[] = {
  { "show-scenario", show_scenario_cb, "s" }, { "next-scenario", next_cb },
  { "previous-scenario", previous_cb },       { "new-scenario", new_cb },
  { "describe-scenario", describe_cb },       { "duplicate-scenario", duplicate_cb },
  { "delete-scenario", delete_cb },           { "keep-edits", keep_cb },
  { "settle-scenario", settle_cb },
};

void
mis_window_add_scenario_actions (MisWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static void
set_enabled (MisWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
mis_window_update_scenarios (MisWindow *self)
{
  gboolean shown = mis_window_shows_scenarios (self);
  gboolean many =
      shown && mis_world_get_n_scenarios (mis_document_get_project (self->document)) > 0;
  gboolean any = shown && mis_document_get_scenario (self->document) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->scenario_bar), shown);
  set_enabled (self, "show-scenario", shown);
  set_enabled (self, "new-scenario", shown);
  set_enabled (self, "next-scenario", many);
  set_enabled (self, "previous-scenario", many);
  set_enabled (self, "keep-edits", shown && !any && mis_document_is_modified (self->document));
  set_enabled (self, "settle-scenario", any);
  set_enabled (self, "describe-scenario", any);
  set_enabled (self, "duplicate-scenario", any);
  set_enabled (self, "delete-scenario", any);
}
