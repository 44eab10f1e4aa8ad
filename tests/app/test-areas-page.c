/* Problem areas in the window: their names, goals and conflicts, and what is done with goals. */
#include "app/areas-page.h"

#include "app/cell-grid.h"
#include "app/model-view.h"
#include "core/edit-goals.h"
#include "core/edit.h"

#include "app-fixture.h"

static gpointer
show_page (MisWindow *window)
{
  gpointer view = app_child (window, "model_view");

  g_action_group_change_action_state (G_ACTION_GROUP (window), "view",
                                      g_variant_new_string ("model"));
  g_action_group_change_action_state (mis_model_view_get_actions (view), "page",
                                      g_variant_new_string ("areas"));
  app_wait_until (gtk_widget_get_mapped (app_child (view, "areas_page")));
  return app_child (view, "areas_page");
}

static gpointer
get_editor (gpointer page)
{
  return app_child (page, "editor");
}

static MisCellGrid *
get_grid (gpointer page)
{
  return app_find_type (app_child (get_editor (page), "grid_scroller"), MIS_TYPE_CELL_GRID);
}

static void
act (gpointer widget, const char *action)
{
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
}

static MisArea *
get_area (MisWindow *window, guint area)
{
  return mis_world_get_area (mis_document_get_world (mis_window_get_document (window)), area);
}

static const char *
get_goal (MisWindow *window, guint area, int goal)
{
  return mis_area_get_goal_name (get_area (window, area), goal);
}

static double
get_conflict (MisWindow *window, guint area, int g, int h)
{
  return mis_area_get_conflict (get_area (window, area), g, h).value;
}

static void
type (gpointer page, guint row, guint column, const char *text)
{
  MisCellGrid *grid = get_grid (page);

  mis_cell_grid_set_cursor (grid, row, column);
  mis_cell_grid_begin_edit (grid);
  gtk_editable_set_text (GTK_EDITABLE (mis_cell_grid_get_editor (grid)), text);
  g_assert_true (mis_cell_grid_commit (grid));
}

static void
undo_all (MisWindow *window)
{
  MisDocument *document = mis_window_get_document (window);

  while (mis_document_undo (document))
    ;
  g_assert_false (mis_document_is_modified (document));
}

static void
test_conflicts (void)
{
  MisWindow *window = app_new_window ("shopping");
  gpointer page = show_page (window);

  type (page, 0, 2, "0.5");
  g_assert_cmpfloat (get_conflict (window, 0, 0, 1), ==, 0.5);
  type (page, 2, 1, "0.25");
  g_assert_cmpfloat (get_conflict (window, 0, 0, 2), ==, 0.25);
  gtk_widget_activate_action (get_editor (page), "goals.fill", "s", "scale");
  g_assert_cmpfloat (get_conflict (window, 0, 0, 1), ==, 0.5);
  g_assert_cmpfloat (get_conflict (window, 0, 0, 2), ==, 1.0);
  gtk_widget_activate_action (get_editor (page), "goals.fill", "s", "compatible");
  g_assert_cmpfloat (get_conflict (window, 0, 0, 2), ==, 0.0);
  gtk_widget_activate_action (get_editor (page), "goals.fill", "s", "exclusive");
  g_assert_cmpfloat (get_conflict (window, 0, 1, 2), ==, 1.0);
  undo_all (window);
  app_destroy (window);
}

static void
test_goals (void)
{
  MisWindow *window = app_new_window ("shopping");
  gpointer page = show_page (window);
  gpointer editor = get_editor (page);
  MisCellGrid *grid = get_grid (page);

  act (editor, "goals.add");
  gtk_editable_set_text (GTK_EDITABLE (mis_cell_grid_get_editor (grid)), "Save time");
  g_assert_true (mis_cell_grid_commit (grid));
  g_assert_cmpstr (get_goal (window, 0, 3), ==, "Save time");
  mis_cell_grid_set_cursor (grid, 3, 0);
  app_press_shortcut (grid, GDK_KEY_Up, GDK_ALT_MASK);
  g_assert_cmpstr (get_goal (window, 0, 2), ==, "Save time");
  g_assert_cmpuint (mis_cell_grid_get_cursor_row (grid), ==, 2);
  mis_cell_grid_set_cursor (grid, 1, 0);
  act (editor, "goals.split");
  g_assert_cmpstr (get_goal (window, 0, 2), ==, "Increase net profits, second part");
  mis_cell_grid_set_cursor (grid, 2, 0);
  gtk_widget_activate_action (editor, "goals.merge", "u", 1);
  g_assert_cmpuint (mis_area_get_n_goals (get_area (window, 0)), ==, 4);
  mis_cell_grid_set_cursor (grid, 0, 0);
  act (editor, "goals.remove");
  g_assert_cmpstr (app_toast (window), ==,
                   "“Convenience at low price” removed; what 1 group wants is unknown now");
  undo_all (window);
  app_destroy (window);
}

/* Whole rows together, as one step; the conflicts go with them. */
static void
test_move_goals (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  gpointer page = show_page (window);
  MisCellGrid *grid = get_grid (page);
  g_autofree char *first = g_strdup (get_goal (window, 0, 0));
  g_autofree char *second = g_strdup (get_goal (window, 0, 1));
  g_autofree char *third = g_strdup (get_goal (window, 0, 2));

  type (page, 0, 2, "0.5");
  mis_cell_grid_select (grid, &(MisCellArea){ 0, 0, 2, 4 });
  gtk_widget_activate_action (get_editor (page), "goals.move-to", "u", 3);
  g_assert_cmpstr (get_goal (window, 0, 0), ==, third);
  g_assert_cmpstr (get_goal (window, 0, 1), ==, first);
  g_assert_cmpstr (get_goal (window, 0, 2), ==, second);
  g_assert_cmpfloat (get_conflict (window, 0, 1, 2), ==, 0.5);
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Move 2 Goals");
  app_press_shortcut (grid, GDK_KEY_Up, GDK_ALT_MASK);
  g_assert_cmpstr (get_goal (window, 0, 0), ==, first);
  g_assert_cmpstr (get_goal (window, 0, 2), ==, third);
  undo_all (window);
  app_destroy (window);
}

static void
test_areas (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  gpointer page = show_page (window);
  gpointer name = app_child (app_child (get_editor (page), "name"), "row");

  gtk_drop_down_set_selected (app_child (page, "areas"), 1);
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "Household items");
  gtk_editable_set_text (name, "Home");
  g_assert_cmpstr (mis_area_get_name (get_area (window, 1)), ==, "Home");
  mis_document_end_gesture (document);
  app_press_shortcut (app_child (page, "areas"), GDK_KEY_Up, GDK_ALT_MASK);
  g_assert_cmpstr (mis_area_get_name (get_area (window, 0)), ==, "Home");
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "Home");
  act (page, "areas.copy");
  g_assert_cmpstr (mis_area_get_name (get_area (window, 1)), ==, "Home (copy)");
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "Home (copy)");
  act (page, "areas.remove");
  g_assert_cmpstr (app_toast (window), ==, "“Home (copy)” removed");
  act (page, "areas.add");
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "Problem area 3");
  undo_all (window);
  app_destroy (window);
}

/* Behind a problem area that goes, another one comes in its place: so does its table. */
static void
test_next_area (void)
{
  MisWindow *window = app_new_window ("shopping");
  gpointer page = show_page (window);
  MisCellSource *source;

  act (page, "areas.remove");
  source = mis_cell_grid_get_source (get_grid (page));
  g_assert_cmpuint (mis_cell_source_get_n_rows (source), ==,
                    mis_area_get_n_goals (get_area (window, 0)));
  undo_all (window);
  app_destroy (window);
}

/* What goes while the page is out of sight is not asked for when it comes back. */
static void
test_out_of_sight (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  gpointer page = show_page (window);
  g_autoptr (MisWorld) without = NULL;

  gtk_drop_down_set_selected (app_child (page, "areas"), 1);
  mis_cell_grid_set_cursor (get_grid (page), 2, 2);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "view",
                                      g_variant_new_string ("explore"));
  without = mis_world_with_area_removed (mis_document_get_world (document), 1, NULL);
  mis_document_edit (document, without, "Remove");
  show_page (window);
  g_assert_cmpuint (gtk_drop_down_get_selected (app_child (page, "areas")), ==, 0);
  undo_all (window);
  app_destroy (window);
}

/* The last goal, whose column has the cursor, goes; then the first two change places. */
static void
test_goals_under_the_cursor (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  gpointer page = show_page (window);
  gpointer editor = get_editor (page), title = app_child (app_child (editor, "pair_note"), "title");
  g_autoptr (MisWorld) fewer =
      mis_world_with_goal_removed (mis_document_get_world (document), 0, 2, MIS_UNKNOWN);
  g_autoptr (MisWorld) moved = mis_world_with_goal_moved (fewer, 0, 0, 1);
  g_autofree char *before = NULL;

  mis_cell_grid_set_cursor (get_grid (page), 0, 3);
  mis_document_edit (document, fewer, "Remove");
  g_assert_cmpuint (mis_cell_grid_get_cursor_column (get_grid (page)), ==, 2);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (app_child (editor, "detail")), ==, "pair");
  before = g_strdup (gtk_label_get_label (title));
  mis_document_edit (document, moved, "Move");
  g_assert_cmpstr (gtk_label_get_label (title), !=, before);
  undo_all (window);
  app_destroy (window);
}

/* Without areas the page says what belongs here. */
static void
test_none (void)
{
  MisWindow *window = app_new_window ("shopping");
  gpointer page = show_page (window);

  act (page, "areas.remove");
  act (page, "areas.remove");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (app_child (page, "stack")), ==, "none");
  undo_all (window);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (app_child (page, "stack")), ==, "areas");
  app_destroy (window);
}

static gpointer
get_note_view (gpointer page)
{
  return app_child (app_child (app_child (get_editor (page), "pair_note"), "note"), "view");
}

static void
test_notes (void)
{
  MisWindow *window = app_new_window ("shopping");
  gpointer page = show_page (window);
  gpointer editor = get_editor (page);
  MisConflict conflict;

  mis_cell_grid_set_cursor (get_grid (page), 0, 2);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (app_child (editor, "detail")), ==, "pair");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (get_note_view (page)), "Interviews", -1);
  conflict = mis_area_get_conflict (get_area (window, 0), 0, 1);
  g_assert_cmpstr (conflict.note->note, ==, "Interviews");
  g_assert_cmpfloat (conflict.value, ==, 0.1);
  mis_cell_grid_set_cursor (get_grid (page), 0, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (app_child (editor, "detail")), ==, "goal");
  undo_all (window);
  app_destroy (window);
}

/* A remark leads to the goal that it is about. */
static void
test_place (void)
{
  MisWindow *window = app_new_window ("shopping");
  gpointer page = show_page (window);
  gpointer view = app_child (window, "model_view");

  g_signal_emit_by_name (app_child (view, "project_page"), "place-chosen", "areas[1].goals[2]");
  g_assert_cmpuint (gtk_drop_down_get_selected (app_child (page, "areas")), ==, 1);
  g_assert_cmpuint (mis_cell_grid_get_cursor_row (get_grid (page)), ==, 2);
  app_destroy (window);
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add_func ("/areas-page/conflicts", test_conflicts);
  g_test_add_func ("/areas-page/goals", test_goals);
  g_test_add_func ("/areas-page/move-goals", test_move_goals);
  g_test_add_func ("/areas-page/areas", test_areas);
  g_test_add_func ("/areas-page/next-area", test_next_area);
  g_test_add_func ("/areas-page/out-of-sight", test_out_of_sight);
  g_test_add_func ("/areas-page/goals-under-the-cursor", test_goals_under_the_cursor);
  g_test_add_func ("/areas-page/none", test_none);
  g_test_add_func ("/areas-page/notes", test_notes);
  g_test_add_func ("/areas-page/place", test_place);
  return app_run ();
}
