/* Scenarios in the window: what the bar says, where changes go, what is asked, deleted, undone. */
#include "app-fixture.h"

#include <string.h>

#include "app/explore-view.h"
#include "app/scenario-bar.h"
#include "app/tooltip.h"
#include "core/edit.h"

#define WEIGHT "Weight of Customer in Food and groceries"

static gpointer
get_bar (MisWindow *window)
{
  return app_child (window, "scenario_bar");
}

static const char *
get_name (MisWindow *window)
{
  return app_text (get_bar (window), "name");
}

static void
do_action (MisWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
}

static gboolean
is_enabled (MisWindow *window, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

static gboolean
is_seen (MisWindow *window, const char *name)
{
  return gtk_widget_get_visible (app_child (get_bar (window), name));
}

/* As somebody does who types a name over the suggestion and presses Enter. */
static void
add_scenario (MisWindow *window, const char *name)
{
  AdwMessageDialog *dialog;

  do_action (window, "win.new-scenario");
  dialog = app_wait_for_dialog (window);
  if (name != NULL)
    gtk_editable_set_text (app_find_type (dialog, ADW_TYPE_ENTRY_ROW), name);
  app_respond (dialog, "accept");
}

static double
get_weight (const MisWorld *world)
{
  return mis_world_get_position (world, 0, 0).weight;
}

static void
test_base (void)
{
  MisWindow *window = app_new_window ("shopping");

  g_assert_true (gtk_widget_get_visible (get_bar (window)));
  g_assert_cmpstr (get_name (window), ==, "Base project");
  g_assert_true (is_seen (window, "new_button"));
  g_assert_false (is_seen (window, "base_button"));
  g_assert_false (is_seen (window, "menu_button"));
  g_assert_false (is_seen (window, "beside"));
  g_assert_false (gtk_widget_has_css_class (get_bar (window), "in-scenario"));
  g_assert_true (is_enabled (window, "new-scenario"));
  g_assert_false (is_enabled (window, "next-scenario"));
  g_assert_false (is_enabled (window, "delete-scenario"));
  g_action_group_change_action_state (G_ACTION_GROUP (window), "view",
                                      g_variant_new_string ("model"));
  g_assert_true (gtk_widget_get_visible (get_bar (window)));
  g_assert_true (is_enabled (window, "new-scenario"));
  g_action_group_change_action_state (G_ACTION_GROUP (window), "view",
                                      g_variant_new_string ("experiments"));
  g_assert_false (gtk_widget_get_visible (get_bar (window)));
  g_assert_false (is_enabled (window, "new-scenario"));
  app_destroy (window);
}

static void
test_without_project (void)
{
  MisWindow *window = app_new_window (NULL);

  g_assert_false (gtk_widget_get_visible (get_bar (window)));
  g_assert_false (is_enabled (window, "new-scenario"));
  app_destroy (window);
}

/* A name is all that is asked, and one is suggested; then sliders change the scenario alone. */
static void
test_add_and_change (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  gpointer row;

  add_scenario (window, NULL);
  g_assert_cmpstr (get_name (window), ==, "Scenario 1");
  g_assert_true (gtk_widget_has_css_class (get_bar (window), "in-scenario"));
  g_assert_cmpstr (app_text (get_bar (window), "beside"), ==,
                   "Changes go to this scenario (0 so far)");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==,
                   "• Shopping recommender – Scenario 1");
  app_search (window, "customer food");
  row = app_wait_for_parameter (window, WEIGHT);
  g_assert_false (gtk_widget_get_visible (app_child (row, "reset_button")));
  app_drag (row, 0.25);
  g_assert_cmpstr (app_text (get_bar (window), "beside"), ==,
                   "Changes go to this scenario (1 so far)");
  g_assert_cmpfloat (get_weight (mis_document_get_project (document)), ==, 0.8);
  g_assert_true (gtk_widget_get_visible (app_child (row, "reset_button")));
  g_assert_cmpstr (mis_tooltip_get (app_child (row, "reset_button")), ==,
                   "Reset Weight of Customer\nBack to the base project");
  g_assert_cmpstr (app_score (window), !=, app_local ("0.257"));
  g_signal_emit_by_name (app_child (get_bar (window), "base_button"), "clicked");
  g_assert_cmpstr (get_name (window), ==, "Base project");
  g_assert_cmpstr (app_score (window), ==, app_local ("0.257"));
  g_assert_false (gtk_widget_get_visible (app_child (row, "reset_button")));
  do_action (window, "win.next-scenario");
  g_assert_cmpstr (get_name (window), ==, "Scenario 1");
  g_assert_cmpfloat (gtk_range_get_value (app_child (row, "scale")), ==, 0.25);
  g_signal_emit_by_name (app_child (row, "reset_button"), "clicked");
  g_assert_cmpstr (app_text (get_bar (window), "beside"), ==,
                   "Changes go to this scenario (0 so far)");
  g_assert_cmpstr (app_score (window), ==, app_local ("0.257"));
  app_destroy (window);
}

static void
test_names_that_cannot_be (void)
{
  MisWindow *window = app_new_window ("shopping");
  g_autofree char *long_name = g_strnfill (201, 'x');
  AdwMessageDialog *dialog;
  GtkEditable *entry;

  do_action (window, "win.new-scenario");
  dialog = app_wait_for_dialog (window);
  entry = app_find_type (dialog, ADW_TYPE_ENTRY_ROW);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Scenario 1");
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "accept"));
  gtk_editable_set_text (entry, "  ");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "accept"));
  gtk_editable_set_text (entry, long_name);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "accept"));
  app_respond (dialog, "cancel");
  g_assert_cmpstr (get_name (window), ==, "Base project");
  g_assert_false (is_enabled (window, "undo"));
  app_destroy (window);
}

static void
test_describe (void)
{
  MisWindow *window = app_new_window ("shopping");
  AdwMessageDialog *dialog;
  GtkTextView *text;
  const MisScenario *scenario;

  add_scenario (window, "A <b>&");
  do_action (window, "win.describe-scenario");
  dialog = app_wait_for_dialog (window);
  g_assert_cmpstr (gtk_editable_get_text (app_find_type (dialog, ADW_TYPE_ENTRY_ROW)), ==,
                   "A <b>&");
  gtk_editable_set_text (app_find_type (dialog, ADW_TYPE_ENTRY_ROW), "With a regulator");
  text = app_find_type (dialog, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (text), "Why", -1);
  app_respond (dialog, "accept");
  scenario = mis_document_get_scenario (mis_window_get_document (window));
  g_assert_cmpstr (scenario->name, ==, "With a regulator");
  g_assert_cmpstr (scenario->description, ==, "Why");
  g_assert_cmpstr (get_name (window), ==, "With a regulator");
  do_action (window, "win.undo");
  g_assert_cmpstr (get_name (window), ==, "A <b>&");
  app_destroy (window);
}

static void
test_duplicate_and_delete (void)
{
  MisWindow *window = app_new_window ("shopping");

  add_scenario (window, "A");
  do_action (window, "win.duplicate-scenario");
  g_assert_cmpstr (get_name (window), ==, "A (copy)");
  do_action (window, "win.delete-scenario");
  g_assert_cmpstr (get_name (window), ==, "Base project");
  g_assert_cmpstr (app_toast (window), ==, "Scenario “A (copy)” deleted");
  do_action (window, "win.undo");
  g_assert_cmpstr (get_name (window), ==, "A (copy)");
  do_action (window, "win.previous-scenario");
  g_assert_cmpstr (get_name (window), ==, "A");
  app_destroy (window);
}

/* Who has deleted a scenario from its menu is where the next one is chosen. */
static void
test_focus_stays_in_the_bar (void)
{
  MisWindow *window = app_new_window ("shopping");
  gpointer bar = get_bar (window);

  add_scenario (window, "A");
  gtk_widget_grab_focus (app_child (bar, "menu_button"));
  do_action (window, "win.delete-scenario");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         app_child (bar, "switcher")));
  app_destroy (window);
}

/* Lists of groups are those of what is shown. */
static void
test_other_groups (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  g_autoptr (MisWorld) fewer = NULL;

  g_assert_nonnull (app_wait_for_parameter (window, "Share of Customer"));
  add_scenario (window, "Without the customer");
  fewer = mis_world_with_agent_removed (mis_document_get_world (document), 0, NULL);
  mis_document_edit (document, fewer, "Remove Agent");
  app_settle ();
  g_assert_null (app_find_parameter (window, "Share of Customer"));
  g_assert_nonnull (app_wait_for_parameter (window, "Share of Retailer"));
  do_action (window, "win.next-scenario");
  g_assert_nonnull (app_wait_for_parameter (window, "Share of Customer"));
  app_destroy (window);
}

static gboolean
is_folded (MisWindow *window)
{
  gboolean folded;

  g_object_get (app_child (window, "explore_view"), "folded", &folded, NULL);
  return folded;
}

/* Where the window is narrow, all is said, on two lines. */
static void
test_narrow (void)
{
  MisWindow *window = app_new_window ("shopping");
  gpointer bar = get_bar (window);

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 800);
  app_wait_until (is_folded (window));
  app_settle ();
  g_assert_cmpstr (gtk_button_get_icon_name (app_child (bar, "new_button")), ==,
                   "list-add-symbolic");
  add_scenario (window, "A");
  g_assert_false (is_seen (window, "beside"));
  g_assert_true (is_seen (window, "below"));
  g_assert_cmpstr (app_text (bar, "below"), ==, "Changes go to this scenario (0 so far)");
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  app_wait_until (!is_folded (window));
  app_settle ();
  g_assert_true (is_seen (window, "beside"));
  g_assert_false (is_seen (window, "below"));
  app_destroy (window);
}

/* All can be done by keys. */
static void
test_shortcuts (void)
{
  const char *const actions[] = { "win.new-scenario", "win.next-scenario",
                                  "win.previous-scenario" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (
          GTK_APPLICATION (app_get_application ()), actions[i]);

      g_assert_nonnull (keys[0]);
    }
}

/* What is exported says which scenario it shows. */
static void
test_source (void)
{
  MisWindow *window = app_new_window ("shopping");
  g_autofree char *source = NULL;

  add_scenario (window, "A");
  source = mis_explore_view_get_source (app_child (window, "explore_view"), "areas");
  g_assert_nonnull (strstr (source, "Shopping recommender, scenario “A”"));
  g_assert_null (strstr (source, "numbers changed"));
  app_destroy (window);
}

/* What was changed in the base goes to a scenario by its name, and back to the project. */
static void
test_keep_and_settle (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  AdwMessageDialog *dialog;

  g_assert_false (is_enabled (window, "keep-edits"));
  g_assert_false (is_enabled (window, "settle-scenario"));
  app_search (window, "customer food");
  app_drag (app_wait_for_parameter (window, WEIGHT), 0.25);
  g_assert_true (is_enabled (window, "keep-edits"));
  do_action (window, "win.keep-edits");
  dialog = app_wait_for_dialog (window);
  gtk_editable_set_text (app_find_type (dialog, ADW_TYPE_ENTRY_ROW), "Less care");
  app_respond (dialog, "accept");
  g_assert_cmpstr (get_name (window), ==, "Less care");
  g_assert_cmpfloat (get_weight (mis_document_get_project (document)), ==, 0.8);
  g_assert_cmpfloat (get_weight (mis_document_get_world (document)), ==, 0.25);
  g_assert_false (is_enabled (window, "keep-edits"));
  do_action (window, "win.settle-scenario");
  g_assert_cmpstr (get_name (window), ==, "Base project");
  g_assert_cmpfloat (get_weight (mis_document_get_project (document)), ==, 0.25);
  app_wait_until (app_toast (window) != NULL);
  g_assert_cmpstr (app_toast (window), ==, "Scenario “Less care” applied to the project");
  do_action (window, "win.undo");
  g_assert_cmpstr (get_name (window), ==, "Less care");
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/scenario-bar/base", test_base);
  g_test_add_func ("/scenario-bar/without-project", test_without_project);
  g_test_add_func ("/scenario-bar/add-and-change", test_add_and_change);
  g_test_add_func ("/scenario-bar/names", test_names_that_cannot_be);
  g_test_add_func ("/scenario-bar/describe", test_describe);
  g_test_add_func ("/scenario-bar/duplicate-and-delete", test_duplicate_and_delete);
  g_test_add_func ("/scenario-bar/focus", test_focus_stays_in_the_bar);
  g_test_add_func ("/scenario-bar/other-groups", test_other_groups);
  g_test_add_func ("/scenario-bar/narrow", test_narrow);
  g_test_add_func ("/scenario-bar/shortcuts", test_shortcuts);
  g_test_add_func ("/scenario-bar/source", test_source);
  g_test_add_func ("/scenario-bar/keep-and-settle", test_keep_and_settle);
  return app_run ();
}
