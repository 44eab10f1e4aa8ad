/* The table of agents in the window: what is edited there, what is done with rows, and notes. */
#include "app/agents-page.h"

#include "app/cell-grid.h"
#include "app/model-view.h"
#include "core/edit-areas.h"
#include "core/edit.h"
#include "document/document-scenarios.h"

#include "app-fixture.h"

static gpointer
show_page (MisWindow *window)
{
  gpointer view = app_child (window, "model_view");

  g_action_group_change_action_state (G_ACTION_GROUP (window), "view",
                                      g_variant_new_string ("model"));
  g_action_group_change_action_state (mis_model_view_get_actions (view), "page",
                                      g_variant_new_string ("agents"));
  app_wait_until (gtk_widget_get_mapped (app_child (view, "agents_page")));
  return app_child (view, "agents_page");
}

static MisCellGrid *
get_grid (gpointer page)
{
  return app_find_type (app_child (page, "grid_scroller"), MIS_TYPE_CELL_GRID);
}

static void
act (gpointer page, const char *action)
{
  g_assert_true (gtk_widget_activate_action (page, action, NULL));
}

static MisWorld *
get_world (MisWindow *window)
{
  return mis_document_get_world (mis_window_get_document (window));
}

static const char *
get_name (MisWindow *window, guint agent)
{
  return mis_world_get_agent (get_world (window), agent)->name;
}

/* As if typed into the cell, and Enter pressed. */
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
test_edit (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  gpointer page = show_page (window);

  g_assert_cmpstr (app_text (page, "count"), ==, "3 groups, agents: 3");
  type (page, 0, 0, "Shopper");
  g_assert_cmpstr (get_name (window, 0), ==, "Shopper");
  type (page, 0, 3, "12");
  g_assert_cmpuint (mis_world_get_agent (get_world (window), 0)->count, ==, 12);
  g_assert_cmpstr (app_text (page, "count"), ==, "3 groups, agents: 14");
  type (page, 0, 5, "0.25");
  g_assert_cmpfloat (mis_world_get_position (get_world (window), 0, 0).weight, ==, 0.25);
  type (page, 1, 4, "-");
  g_assert_cmpint (mis_world_get_position (get_world (window), 1, 0).goal, ==, MIS_NO_GOAL);
  for (guint i = 0; i < 4; i++)
    g_assert_true (mis_document_undo (document));
  g_assert_false (mis_document_is_modified (document));
  g_assert_cmpstr (app_text (page, "count"), ==, "3 groups, agents: 3");
  app_destroy (window);
}

static gpointer
get_drag (MisCellGrid *grid)
{
  return app_get_controller (grid, GTK_TYPE_GESTURE_DRAG);
}

static double
get_height (MisCellGrid *grid)
{
  return gtk_widget_get_height (GTK_WIDGET (mis_cell_grid_get_cell (grid, 0, 0)));
}

/* Presses the number of @row, and holds it @n_rows further down. */
static void
hold (MisCellGrid *grid, int row, double n_rows)
{
  GtkWidget *number = GTK_WIDGET (mis_cell_grid_get_cell (grid, row, -1));
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (number, GTK_WIDGET (grid), &bounds));
  g_signal_emit_by_name (get_drag (grid), "drag-begin", (double) bounds.origin.x + 5,
                         (double) bounds.origin.y + get_height (grid) / 2);
  g_signal_emit_by_name (get_drag (grid), "drag-update", 0.0, n_rows * get_height (grid));
}

static void
drag (MisCellGrid *grid, int row, double n_rows)
{
  hold (grid, row, n_rows);
  g_signal_emit_by_name (get_drag (grid), "drag-end", 0.0, n_rows * get_height (grid));
}

static void
select_rows (MisCellGrid *grid, guint row, guint n_rows)
{
  guint n = mis_cell_source_get_n_columns (mis_cell_grid_get_source (grid));

  mis_cell_grid_select (grid, &(MisCellArea){ row, 0, n_rows, n });
}

/* By the numbers of selected rows, all of them at once, as one step; sorted ones say why not. */
static void
test_drag_rows (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  gpointer page = show_page (window);
  MisCellGrid *grid = get_grid (page);
  const char *names[] = { get_name (window, 0), get_name (window, 1), get_name (window, 2) };
  MisCellArea area;

  app_wait_until (mis_cell_grid_get_cell (grid, 2, -1) != NULL);
  select_rows (grid, 0, 2);
  drag (grid, 1, 2);
  g_assert_cmpstr (get_name (window, 0), ==, names[2]);
  g_assert_cmpstr (get_name (window, 1), ==, names[0]);
  g_assert_cmpstr (get_name (window, 2), ==, names[1]);
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Move 2 Groups");
  mis_cell_grid_get_selection (grid, &area);
  g_assert_cmpuint (area.row, ==, 1);
  g_assert_cmpuint (area.n_rows, ==, 2);
  g_assert_true (mis_document_undo (document));
  g_assert_false (mis_document_is_modified (document));
  mis_cell_grid_set_cursor (grid, 0, 0);
  gtk_widget_activate_action (page, "agents.sort", "s", "up");
  select_rows (grid, 0, 1);
  drag (grid, 0, 2);
  g_assert_cmpstr (app_toast (window), ==,
                   "The table is sorted. Choose Order of the File to move groups by hand.");
  g_assert_false (mis_document_is_modified (document));
  app_destroy (window);
}

/* A new group is named at once; copies, removal and order are steps. */
static void
test_rows (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  gpointer page = show_page (window);
  MisCellGrid *grid = get_grid (page);
  int start, end;

  act (page, "agents.add");
  g_assert_nonnull (mis_cell_grid_get_editor (grid));
  /* What is typed takes the place of "Group 4". */
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (mis_cell_grid_get_editor (grid)),
                                                    &start, &end));
  g_assert_cmpint (end - start, ==, 7);
  gtk_editable_set_text (GTK_EDITABLE (mis_cell_grid_get_editor (grid)), "Regulator");
  g_assert_true (mis_cell_grid_commit (grid));
  g_assert_cmpstr (get_name (window, 3), ==, "Regulator");
  mis_cell_grid_set_cursor (grid, 3, 0);
  app_press_shortcut (grid, GDK_KEY_Up, GDK_ALT_MASK);
  g_assert_cmpstr (get_name (window, 2), ==, "Regulator");
  g_assert_cmpuint (mis_cell_grid_get_cursor_row (grid), ==, 2);
  act (page, "agents.copy");
  g_assert_cmpstr (get_name (window, 3), ==, "Regulator (copy)");
  mis_cell_grid_select (grid, &(MisCellArea){ .row = 2, .n_rows = 2, .n_columns = 1 });
  act (page, "agents.remove");
  g_assert_cmpuint (mis_world_get_n_agents (get_world (window)), ==, 3);
  g_assert_cmpstr (app_toast (window), ==, "2 groups removed");
  while (mis_document_undo (document))
    ;
  g_assert_false (mis_document_is_modified (document));
  app_destroy (window);
}

static MisCellFlags
get_flags (gpointer page, guint row, guint column)
{
  MisCellContent cell;

  mis_cell_source_get_cell (mis_cell_grid_get_source (get_grid (page)), row, column, &cell);
  mis_cell_content_clear (&cell);
  return cell.flags;
}

/* While a scenario is shown, edits go to it, and what differs from the base is marked; an empty
 * text goes back to the base. */
static void
test_scenario (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  gpointer page = show_page (window);

  g_assert_true (mis_document_add_scenario (document, "Half", NULL));
  type (page, 0, 5, "0.25");
  g_assert_true (get_flags (page, 0, 5) & MIS_CELL_CHANGED);
  g_assert_cmpfloat (mis_world_get_position (get_world (window), 0, 0).weight, ==, 0.25);
  g_assert_cmpfloat (mis_world_get_position (mis_document_get_project (document), 0, 0).weight, ==,
                     0.8);
  type (page, 0, 5, "");
  g_assert_false (get_flags (page, 0, 5) & MIS_CELL_CHANGED);
  g_assert_cmpfloat (mis_world_get_position (get_world (window), 0, 0).weight, ==, 0.8);
  app_destroy (window);
}

/* Groups that are alike become one, and one becomes many; the score stays. */
static void
test_groups (void)
{
  MisWindow *window = app_new_window ("shopping");
  gpointer page = show_page (window);
  MisCellGrid *grid = get_grid (page);
  g_autofree char *score = NULL;

  type (page, 0, 3, "4");
  score = g_strdup (app_score (window));
  mis_cell_grid_set_cursor (grid, 0, 0);
  act (page, "agents.expand");
  g_assert_cmpuint (mis_world_get_n_agents (get_world (window)), ==, 6);
  g_assert_cmpstr (get_name (window, 3), ==, "Customer 4");
  g_assert_cmpstr (app_score (window), ==, score);
  act (page, "agents.group");
  g_assert_cmpuint (mis_world_get_n_agents (get_world (window)), ==, 3);
  g_assert_cmpuint (mis_world_get_agent (get_world (window), 0)->count, ==, 4);
  g_assert_cmpstr (app_toast (window), ==, "3 rows counted to others");
  g_assert_cmpstr (app_score (window), ==, score);
  app_destroy (window);
}

static void
test_search (void)
{
  MisWindow *window = app_new_window ("shopping");
  gpointer page = show_page (window);
  MisCellSource *table = mis_cell_grid_get_source (get_grid (page));

  gtk_editable_set_text (app_child (page, "search"), "retail");
  app_wait_until (mis_cell_source_get_n_rows (table) == 1);
  g_assert_cmpstr (app_text (page, "count"), ==, "1 of 3 groups");
  mis_agents_page_show (page, 2);
  g_assert_cmpuint (mis_cell_source_get_n_rows (table), ==, 3);
  g_assert_cmpuint (mis_cell_grid_get_cursor_row (get_grid (page)), ==, 2);
  app_destroy (window);
}

/* One area at first, or all of them. */
static void
test_areas (void)
{
  MisWindow *window = app_new_window ("shopping");
  gpointer page = show_page (window);
  MisCellSource *table = mis_cell_grid_get_source (get_grid (page));

  g_assert_cmpuint (mis_cell_source_get_n_columns (table), ==, 6);
  gtk_drop_down_set_selected (app_child (page, "areas"), 0);
  g_assert_cmpuint (mis_cell_source_get_n_columns (table), ==, 8);
  gtk_drop_down_set_selected (app_child (page, "areas"), 2);
  g_assert_cmpuint (mis_cell_source_get_n_columns (table), ==, 6);
  type (page, 0, 5, "0.5");
  g_assert_cmpfloat (mis_world_get_position (get_world (window), 0, 1).weight, ==, 0.5);
  app_destroy (window);
}

static void
write_note (gpointer page, const char *child, const char *text)
{
  gpointer editor = app_child (page, child);

  if (g_str_equal (child, "position_note"))
    editor = app_child (editor, "note");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (app_child (editor, "view")), text, -1);
}

static void
test_notes (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  gpointer page = show_page (window);
  MisPosition position;

  mis_cell_grid_set_cursor (get_grid (page), 1, 0);
  write_note (page, "agent_note", "Sells");
  g_assert_cmpstr (mis_world_get_agent (get_world (window), 1)->note, ==, "Sells");
  mis_document_end_gesture (document);
  mis_cell_grid_set_cursor (get_grid (page), 1, 5);
  write_note (page, "position_note", "From their report");
  position = mis_world_get_position (get_world (window), 1, 0);
  g_assert_cmpstr (position.note->note, ==, "From their report");
  g_assert_cmpfloat (position.weight, ==, 0.9);
  mis_document_undo (document);
  mis_document_undo (document);
  g_assert_false (mis_document_is_modified (document));
  app_destroy (window);
}

/* Without agents the page says what belongs here. */
static void
test_none (void)
{
  MisWindow *window = app_new_window ("shopping");
  gpointer page = show_page (window);

  mis_cell_grid_select (get_grid (page), &(MisCellArea){ .n_rows = 3, .n_columns = 1 });
  act (page, "agents.remove");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (app_child (page, "stack")), ==, "none");
  act (page, "agents.add");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (app_child (page, "stack")), ==, "agents");
  g_assert_cmpstr (get_name (window, 0), ==, "Group 1");
  app_destroy (window);
}

static gboolean
is_item (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER) != NULL
         && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text);
}

/* The menu is as wide as its names, not as its button, which has the one that is chosen. */
static void
test_menu_of_areas (void)
{
  MisWindow *window = app_new_window ("shopping");
  g_autoptr (MisWorld) named =
    mis_world_with_area_texts (get_world (window), 0, "F", "", NULL);
  gpointer page, menu, item;

  mis_document_edit (mis_window_get_document (window), named, "Rename");
  page = show_page (window);
  menu = app_child (page, "areas");
  gtk_widget_activate (menu);
  app_wait_until ((item = app_find (menu, is_item, "All problem areas")) != NULL);
  app_wait_until (gtk_widget_get_width (item) > 0);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (item)));
  app_destroy (window);
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add_func ("/agents-page/edit", test_edit);
  g_test_add_func ("/agents-page/rows", test_rows);
  g_test_add_func ("/agents-page/drag-rows", test_drag_rows);
  g_test_add_func ("/agents-page/groups", test_groups);
  g_test_add_func ("/agents-page/scenario", test_scenario);
  g_test_add_func ("/agents-page/search", test_search);
  g_test_add_func ("/agents-page/areas", test_areas);
  g_test_add_func ("/agents-page/notes", test_notes);
  g_test_add_func ("/agents-page/none", test_none);
  g_test_add_func ("/agents-page/menu-of-areas", test_menu_of_areas);
  return app_run ();
}
