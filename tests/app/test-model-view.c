/* The Model view: what a project is called and about, its remarks, and how its score is counted. */
#include <adwaita.h>

#include "core/edit.h"
#include "app/cell-grid.h"
#include "app/model-view.h"

#include "app-fixture.h"

static gpointer
get_view (MisWindow *window)
{
  return app_child (window, "model_view");
}

static gpointer
show_page (MisWindow *window, const char *page, const char *child)
{
  g_action_group_change_action_state (G_ACTION_GROUP (window), "view",
                                      g_variant_new_string ("model"));
  g_action_group_change_action_state (mis_model_view_get_actions (get_view (window)), "page",
                                      g_variant_new_string (page));
  app_wait_until (gtk_widget_get_mapped (app_child (get_view (window), child)));
  return app_child (get_view (window), child);
}

static gboolean
is_row_called (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_ACTION_ROW (widget)
         && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

static gboolean
is_score_label (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "numeric");
}

static gboolean
is_option (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_PREFERENCES_GROUP (widget)
         && g_str_equal (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (widget)), title);
}

static gpointer
find_choice (gpointer page, const char *option, const char *choice)
{
  return app_find (app_find (page, is_option, option), is_row_called, choice);
}

static const char *
get_score (gpointer page, const char *option, const char *choice)
{
  return gtk_label_get_label (app_find (find_choice (page, option, choice), is_score_label, NULL));
}

static gboolean
is_chosen (gpointer page, const char *option, const char *choice)
{
  return gtk_check_button_get_active (
    app_find_type (find_choice (page, option, choice), GTK_TYPE_CHECK_BUTTON));
}

/* What a click on the row does. */
static void
choose (gpointer page, const char *option, const char *choice)
{
  adw_action_row_activate (find_choice (page, option, choice));
}

static void
test_options (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  gpointer page = show_page (window, "options", "options_page");

  app_wait_until (g_str_equal (get_score (page, "Pairs", "Two different agents"), "0.257"));
  g_assert_cmpstr (get_score (page, "Mean over areas", "The highest area"), ==, "0.424");
  g_assert_true (is_chosen (page, "Mean over areas", "Arithmetic mean"));
  g_assert_false (gtk_widget_get_sensitive (app_child (page, "paper_button")));
  choose (page, "Mean over areas", "The highest area");
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Change Mean over areas");
  g_assert_cmpstr (app_score (window), ==, "0.424");
  /* The others are what they would be with this choice. */
  app_wait_until (
    g_str_equal (get_score (page, "Pairs", "Any two agents, drawn with replacement"), "0.283"));
  g_assert_cmpstr (get_score (page, "Mean over areas", "Arithmetic mean"), ==, "0.257");
  app_destroy (window);
}

static void
test_undo_of_options (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  gpointer page = show_page (window, "options", "options_page");

  choose (page, "Weight of a pair", "Harmonic mean");
  choose (page, "Pairs", "Any two agents, drawn with replacement");
  mis_document_undo (document);
  g_assert_true (is_chosen (page, "Pairs", "Two different agents"));
  g_assert_true (is_chosen (page, "Weight of a pair", "Harmonic mean"));
  g_signal_emit_by_name (app_child (page, "paper_button"), "clicked");
  g_assert_true (is_chosen (page, "Weight of a pair", "Geometric mean"));
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Count as in the Paper");
  mis_document_undo (document);
  mis_document_undo (document);
  g_assert_null (mis_document_get_undo_name (document));
  g_assert_true (is_chosen (page, "Weight of a pair", "Geometric mean"));
  app_destroy (window);
}

static gpointer
get_title_row (gpointer page)
{
  return app_child (app_child (page, "title"), "row");
}

static gboolean
has_title_fault (gpointer page)
{
  return gtk_widget_get_visible (app_child (app_child (page, "title"), "fault"));
}

static void
type_title (gpointer page, const char *text)
{
  gtk_editable_set_text (get_title_row (page), text);
}

/* What is typed is in the project at once, and one step until Enter or until the field is left. */
static void
test_title (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  gpointer page = show_page (window, "project", "project_page");

  g_assert_cmpstr (gtk_editable_get_text (get_title_row (page)), ==,
                   "Shopping recommender");
  type_title (page, "M");
  type_title (page, "Mine");
  g_assert_cmpstr (mis_document_get_title (document), ==, "Mine");
  g_signal_emit_by_name (get_title_row (page), "entry-activated");
  type_title (page, "Mine, too");
  mis_document_undo (document);
  g_assert_cmpstr (gtk_editable_get_text (get_title_row (page)), ==, "Mine");
  mis_document_undo (document);
  g_assert_cmpstr (gtk_editable_get_text (get_title_row (page)), ==,
                   "Shopping recommender");
  g_assert_false (mis_document_is_modified (document));
  app_destroy (window);
}

/* A text that is too long stays in the field, with the reason; the project keeps the last good one,
 * and typing goes on being one step. */
static void
test_bad_title (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  gpointer page = show_page (window, "project", "project_page");
  g_autofree char *longest = g_strnfill (200, 'x');
  int end = 200;

  type_title (page, longest);
  g_assert_false (has_title_fault (page));
  gtk_editable_insert_text (get_title_row (page), "x", 1, &end);
  g_assert_true (has_title_fault (page));
  g_assert_cmpstr (mis_document_get_title (document), ==, longest);
  type_title (page, "Short");
  g_assert_false (has_title_fault (page));
  mis_document_undo (document);
  g_assert_false (mis_document_is_modified (document));
  app_destroy (window);
}

/* Typed back to what it was: nothing has happened. */
static void
test_description (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  gpointer page = show_page (window, "project", "project_page");
  gpointer view = app_child (app_child (page, "description"), "view");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_insert_at_cursor (buffer, "!", 1);
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Change Description");
  gtk_text_buffer_get_end_iter (buffer, &end);
  start = end;
  gtk_text_iter_backward_char (&start);
  gtk_text_buffer_delete (buffer, &start, &end);
  g_assert_null (mis_document_get_undo_name (document));
  app_destroy (window);
}

static guint
count_remarks (gpointer page)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (app_child (page, "remarks")); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}

static void
note_place_cb (char **place, const char *chosen)
{
  g_free (*place);
  *place = g_strdup (chosen);
}

static void
test_remarks (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  gpointer page = show_page (window, "project", "project_page");
  g_autofree char *place = NULL;
  g_autoptr (MisWorld) edited =
    mis_world_with_count (mis_document_get_world (document), 1, 0, NULL);

  g_signal_connect_swapped (page, "place-chosen", G_CALLBACK (note_place_cb), &place);
  g_assert_false (gtk_widget_get_visible (app_child (page, "remarks")));
  mis_document_edit (document, edited, "Empty a Group");
  /* The group, and the two goals that only it held. */
  g_assert_cmpuint (count_remarks (page), ==, 3);
  g_assert_true (gtk_widget_get_visible (app_child (page, "remarks")));
  gtk_widget_activate (gtk_widget_get_first_child (app_child (page, "remarks")));
  g_assert_cmpstr (place, ==, "agents[1].count");
  /* It led to the group. */
  g_assert_true (gtk_widget_get_mapped (app_child (get_view (window), "agents_page")));
  mis_document_undo (document);
  show_page (window, "project", "project_page");
  g_assert_cmpuint (count_remarks (page), ==, 0);
  app_destroy (window);
}

static gpointer
get_first_remark (gpointer page)
{
  return gtk_list_box_get_row_at_index (app_child (page, "remarks"), 0);
}

/* While somebody types, remarks that say the same stay what they are, with the keyboard. */
static void
test_remarks_stay (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  gpointer page = show_page (window, "project", "project_page"), first;
  g_autoptr (MisWorld) empty =
    mis_world_with_count (mis_document_get_world (document), 1, 0, NULL);
  g_autoptr (MisWorld) titled = mis_world_with_title (empty, "Shop", NULL);
  g_autoptr (MisWorld) emptier = mis_world_with_count (titled, 0, 0, NULL);

  mis_document_edit (document, empty, "Empty a Group");
  first = get_first_remark (page);
  g_assert_nonnull (first);
  mis_document_edit (document, titled, "Change Title");
  g_assert_true (get_first_remark (page) == first);
  g_assert_cmpuint (count_remarks (page), ==, 3);
  mis_document_edit (document, emptier, "Empty Another Group");
  g_assert_cmpuint (count_remarks (page), >, 3);
  mis_document_undo (document);
  g_assert_cmpuint (count_remarks (page), ==, 3);
  app_destroy (window);
}

static gboolean
is_grid (GtkWidget *widget, gconstpointer data)
{
  return MIS_IS_CELL_GRID (widget) && gtk_widget_get_mapped (widget);
}

/* By its key, while somebody types in a cell: the keyboard goes to a row of the list that another
 * name makes anew. */
static void
test_other_view_while_typing (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  MisCellGrid *grid;

  app_wait_until (gtk_window_is_active (GTK_WINDOW (window)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "explore");
  app_settle ();
  gtk_widget_child_focus (app_child (app_parameter_list (window), "list"), GTK_DIR_TAB_FORWARD);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "model");
  gtk_widget_activate_action (app_child (window, "model_view"), "model.page", "s", "agents");
  grid = app_find (window, is_grid, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (grid));
  mis_cell_grid_set_cursor (grid, 0, 0);
  mis_cell_grid_begin_edit (grid);
  gtk_editable_set_text (GTK_EDITABLE (mis_cell_grid_get_editor (grid)), "Somebody else");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "explore");
  g_assert_cmpstr (mis_world_get_agent (mis_document_get_world (document), 0)->name, ==,
                   "Somebody else");
  app_settle ();
  app_destroy (window);
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add_func ("/model-view/options", test_options);
  g_test_add_func ("/model-view/undo-of-options", test_undo_of_options);
  g_test_add_func ("/model-view/title", test_title);
  g_test_add_func ("/model-view/bad-title", test_bad_title);
  g_test_add_func ("/model-view/description", test_description);
  g_test_add_func ("/model-view/remarks", test_remarks);
  g_test_add_func ("/model-view/remarks-stay", test_remarks_stay);
  g_test_add_func ("/model-view/other-view-while-typing", test_other_view_while_typing);
  return app_run ();
}
