/* The rows of groups and the cards of areas in the guide, while those come, go and move. */
#include "app-fixture.h"

#include "core/edit-areas.h"
#include "core/edit-rows.h"
#include "core/edit.h"

static void
go_to (MisWindow *window, const char *step)
{
  gtk_widget_activate_action (app_child (window, "guide"), "guide.step", "s", step);
}

static MisWindow *
open_guide (const char *step)
{
  MisWindow *window = app_new_window ("shopping");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "guide");
  app_wait_until (gtk_widget_get_mapped (app_child (window, "guide")));
  go_to (window, step);
  return window;
}

static gpointer
get_page (MisWindow *window)
{
  return gtk_stack_get_visible_child (app_child (app_child (window, "guide"), "pages"));
}

static MisWorld *
get_world (MisWindow *window)
{
  return mis_document_get_world (mis_window_get_document (window));
}

static void
edit_by (MisWindow *window, MisWorld *(*edit) (MisWorld *world))
{
  g_autoptr (MisWorld) edited = edit (get_world (window));

  mis_document_edit (mis_window_get_document (window), edited, "Edit");
}

static MisWorld *
without_group (MisWorld *world)
{
  return mis_world_with_agent_removed (world, 0, NULL);
}

static MisWorld *
with_group_down (MisWorld *world)
{
  const guint first = 0;

  return mis_world_with_rows_moved (world, &first, 1, 2);
}

static MisWorld *
without_area (MisWorld *world)
{
  return mis_world_with_area_removed (world, 0, NULL);
}

static MisWorld *
with_area_down (MisWorld *world)
{
  return mis_world_with_area_moved (world, 0, 1);
}

/* Only what comes or moves is made anew or taken elsewhere; the others stay what they were, and go
 * on to say what is true of themselves. */
static void
test_groups (void)
{
  MisWindow *window = open_guide ("people");
  GtkListBox *rows = app_child (get_page (window), "rows");
  gpointer second = gtk_list_box_get_row_at_index (rows, 1);

  edit_by (window, without_group);
  g_assert_true (gtk_list_box_get_row_at_index (rows, 0) == second);
  gtk_editable_set_text (app_find_type (second, ADW_TYPE_ENTRY_ROW), "Shops");
  g_assert_cmpstr (mis_world_get_agent (get_world (window), 0)->name, ==, "Shops");
  mis_document_undo (mis_window_get_document (window));
  mis_document_undo (mis_window_get_document (window));
  g_assert_true (gtk_list_box_get_row_at_index (rows, 1) == second);
  edit_by (window, with_group_down);
  for (int i = 0; i < 3; i++)
    g_assert_cmpstr (adw_preferences_row_get_title (
                         ADW_PREFERENCES_ROW (gtk_list_box_get_row_at_index (rows, i))),
                     ==, mis_world_get_agent (get_world (window), (guint)i)->name);
  app_destroy (window);
}

static void
test_areas (void)
{
  MisWindow *window = open_guide ("areas");
  gpointer cards = app_child (get_page (window), "cards");
  GtkWidget *second = gtk_widget_get_last_child (cards);

  edit_by (window, without_area);
  g_assert_true (gtk_widget_get_first_child (cards) == second);
  mis_document_undo (mis_window_get_document (window));
  g_assert_true (gtk_widget_get_last_child (cards) == second);
  edit_by (window, with_area_down);
  g_assert_true (gtk_widget_get_first_child (cards) == second);
  gtk_editable_set_text (app_find_type (second, ADW_TYPE_ENTRY_ROW), "Home");
  g_assert_cmpstr (mis_area_get_name (mis_world_get_area (get_world (window), 0)), ==, "Home");
  app_destroy (window);
}

/* What is out of sight is true when it comes into sight. */
static void
test_out_of_sight (void)
{
  MisWindow *window = open_guide ("people");
  gpointer rows = app_child (get_page (window), "rows");

  go_to (window, "areas");
  edit_by (window, without_group);
  go_to (window, "people");
  g_assert_null (
      gtk_list_box_get_row_at_index (rows, (int)mis_world_get_n_agents (get_world (window))));
  g_assert_cmpstr (adw_preferences_row_get_title (
                       ADW_PREFERENCES_ROW (gtk_list_box_get_row_at_index (rows, 0))),
                   ==, mis_world_get_agent (get_world (window), 0)->name);
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/guide-rows/groups", test_groups);
  g_test_add_func ("/guide-rows/areas", test_areas);
  g_test_add_func ("/guide-rows/out-of-sight", test_out_of_sight);
  return app_run ();
}
