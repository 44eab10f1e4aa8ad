/* The list of sliders: search, headings that fold, shares and counts, recycled rows. */
#include "app-fixture.h"

#include "app/parameter-list.h"
#include "app/parameter-row.h"
#include "core/edit.h"
#include "document/set-range.h"

#define WEIGHT "Weight of Customer in Food and groceries"

static guint
count_rows (MisWindow *window)
{
  GtkListView *list = app_child (app_parameter_list (window), "list");

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

static const char *
get_parameter_page (MisWindow *window)
{
  return gtk_stack_get_visible_child_name (app_child (app_parameter_list (window), "pages"));
}

static void
test_search (void)
{
  MisWindow *window = app_new_window ("shopping");
  guint all = count_rows (window);

  app_search (window, "weight customer food");
  app_wait_until (count_rows (window) != all);
  g_assert_cmpuint (count_rows (window), ==, 1);
  app_wait_for_parameter (window, WEIGHT);
  app_search (window, "no such number");
  app_wait_until (g_str_equal (get_parameter_page (window), "none"));
  g_signal_emit_by_name (app_child (app_parameter_list (window), "search_entry"), "stop-search");
  app_wait_until (g_str_equal (get_parameter_page (window), "list"));
  g_assert_cmpuint (count_rows (window), ==, all);
  app_destroy (window);
}

#define MANY 10000u

/* (transfer full): a project of very many groups. */
static MisDocument *
parse_many (void)
{
  g_autoptr (GString) json = g_string_new ("{\"format\":\"misalign-project\",\"version\":1,"
                                           "\"areas\":[{\"id\":\"a\",\"goals\":[]}],\"agents\":[");

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (json, "%s{\"id\":\"group%u\"}", i > 0 ? "," : "", i);
  g_string_append (json, "]}");
  return app_parse_document (json->str);
}

/* At once, without the moment in which a second letter may come. */
static void
search_now (MisWindow *window, const char *text)
{
  app_search (window, text);
  g_signal_emit_by_name (app_child (app_parameter_list (window), "search_entry"), "search-changed");
}

/* A part is searched at once; the rest while there is nothing else to do, so that nothing waits
 * for it. */
static void
test_search_in_many (void)
{
  MisWindow *window = app_new_window (NULL);
  g_autoptr (MisDocument) document = parse_many ();
  guint all;

  mis_window_set_document (window, document);
  all = count_rows (window);
  search_now (window, "group9999");
  g_assert_cmpuint (count_rows (window), ==, 0);
  app_wait_until (count_rows (window) > 0);
  search_now (window, "nobody");
  g_assert_cmpstr (get_parameter_page (window), ==, "list");
  app_wait_until (g_str_equal (get_parameter_page (window), "none"));
  /* Another one, none, and the end of the window while it goes on. */
  search_now (window, "group9998");
  search_now (window, "");
  g_assert_cmpuint (count_rows (window), ==, all);
  app_settle ();
  g_assert_cmpuint (count_rows (window), ==, all);
  search_now (window, "group9997");
  g_clear_object (&document);
  app_destroy (window);
}

static void
test_headings_fold (void)
{
  MisWindow *window = app_new_window ("shopping");
  GtkListView *list = app_child (app_parameter_list (window), "list");
  guint all = count_rows (window);

  /* Population is the first one, and open: all agents and three groups below it. */
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_cmpuint (count_rows (window), ==, all - 4);
  /* What is folded stays so behind a search. */
  app_search (window, "customer food");
  app_wait_for_parameter (window, WEIGHT);
  app_search (window, "");
  app_wait_until (count_rows (window) == all - 4);
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_cmpuint (count_rows (window), ==, all);
  app_wait_for_parameter (window, "Share of Customer");
  app_destroy (window);
}

/* A section that is closed and opened again comes back with what was unfolded in it. */
static void
test_inner_folds_are_kept (void)
{
  MisWindow *window = app_new_window ("shopping");
  GtkListView *list = app_child (app_parameter_list (window), "list");
  guint weights = 5, all = count_rows (window), unfolded;

  /* Population and its four rows, then Weights and its three groups. */
  g_signal_emit_by_name (list, "activate", weights + 1);
  g_signal_emit_by_name (list, "activate", weights + 1);
  g_assert_cmpuint (count_rows (window), ==, all);
  g_signal_emit_by_name (list, "activate", weights + 1);
  g_signal_emit_by_name (list, "activate", weights + 4);
  unfolded = count_rows (window);
  g_assert_cmpuint (unfolded, ==, all + 4);
  g_signal_emit_by_name (list, "activate", weights);
  g_assert_cmpuint (count_rows (window), ==, all - 3);
  g_signal_emit_by_name (list, "activate", weights);
  g_assert_cmpuint (count_rows (window), ==, unfolded);
  g_signal_emit_by_name (list, "activate", weights + 1);
  g_signal_emit_by_name (list, "activate", weights);
  g_signal_emit_by_name (list, "activate", weights);
  g_assert_cmpuint (count_rows (window), ==, all + 2);
  app_destroy (window);
}

static void
test_shares_and_counts (void)
{
  MisWindow *window = app_new_window ("shopping");
    gpointer row;

  app_wait_for_parameter (window, "Share of Customer");
  gtk_widget_activate_action (GTK_WIDGET (window), "explore.counts", "b", TRUE);
  row = app_wait_for_parameter (window, "Count of Customer");
  g_assert_null (app_find_parameter (app_parameter_list (window), "Share of Customer"));
  app_drag (row, 7.4);
  g_assert_cmpuint (mis_world_get_population (mis_document_get_world (
                        mis_window_get_document (window))),
                    ==, 9);
  gtk_widget_activate_action (GTK_WIDGET (window), "explore.counts", "b", FALSE);
  row = app_wait_for_parameter (window, "Share of Customer");
  g_assert_cmpfloat_with_epsilon (gtk_range_get_value (app_child (row, "scale")), 7.0 / 9.0, 1e-12);
  app_destroy (window);
}

static gboolean
has_focus (gpointer button)
{
  return gtk_widget_has_focus (button) || gtk_widget_is_focus (button);
}

/* A heading is folded by keys while it has the focus; with Tab its buttons are next. */
static void
test_tab_reaches_the_switch (void)
{
  MisWindow *window = app_new_window ("shopping");
  gpointer row =
    app_find_type (app_child (app_parameter_list (window), "list"), MIS_TYPE_PARAMETER_ROW);
  GtkWidget *heading = gtk_widget_get_parent (row);

  g_assert_true (gtk_widget_grab_focus (heading));
  g_assert_true (app_press (heading, GDK_KEY_Tab, 0));
  g_assert_true (has_focus (app_child (row, "shares_button")));
  g_assert_true (app_press (row, GDK_KEY_Tab, 0));
  g_assert_true (has_focus (app_child (row, "counts_button")));
  g_assert_false (app_press (row, GDK_KEY_Tab, 0));
  g_assert_true (app_press (heading, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  g_assert_true (has_focus (app_child (row, "shares_button")));
  g_assert_true (app_press (heading, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  g_assert_true (has_focus (heading));
  g_assert_false (app_press (heading, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  app_destroy (window);
}

/* Rows that scroll out of sight serve other parameters; what was theirs does not move with them. */
static void
test_recycled_rows (void)
{
  MisWindow *window = app_new_window ("carla");
    MisDocument *document = mis_window_get_document (window);
  double weight = mis_world_get_position (mis_document_get_world (document), 0, 0).weight;

  app_wait_for_parameter (window, "Share of Pedestrians");
  app_search (window, "weight pedestrians");
  app_wait_until (app_find_parameter (app_parameter_list (window), "Share of Pedestrians") == NULL);
  app_search (window, "autonomous speed");
  app_drag (app_wait_for_parameter (window, "Weight of Autonomous vehicles in Inappropriate speed"),
            0.9);
  g_assert_cmpfloat (mis_world_get_position (mis_document_get_world (document), 0, 0).weight, ==,
                     weight);
  g_assert_cmpfloat (mis_world_get_position (mis_document_get_world (document), 0, 6).weight, ==,
                     0.9);
  g_assert_true (g_str_has_prefix (mis_document_get_undo_name (document),
                                   "Set Weight of Autonomous vehicles in Inappropriate speed to"));
  app_destroy (window);
}

/* Above all headings stands the way back to the project as it was opened. */
static void
test_reset_all (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  GtkWidget *button = app_child (app_parameter_list (window), "reset_all_button");

  g_assert_false (gtk_widget_get_sensitive (button));
  app_drag (app_wait_for_parameter (window, "Share of Customer"), 1.0);
  app_search (window, "weight customer food");
  app_drag (app_wait_for_parameter (window, WEIGHT), 0.25);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_true (gtk_widget_grab_focus (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (mis_document_is_modified (document));
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Reset All Numbers");
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (window)));
  g_assert_cmpstr (app_toast (window), ==, "All numbers reset");
  mis_document_undo (document);
  app_wait_until (app_toast (window) == NULL);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_cmpuint (mis_world_get_agent (mis_document_get_world (document), 0)->count, ==, 3);
  app_destroy (window);
}

/* What a heading takes back is said, too; its offer to undo goes when something else is done. */
static void
test_reset_heading_is_said (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  gpointer row = app_find_type (app_child (app_parameter_list (window), "list"),
                                MIS_TYPE_PARAMETER_ROW);

  app_drag (app_wait_for_parameter (window, "Share of Customer"), 1.0);
  g_signal_emit_by_name (app_child (row, "reset_button"), "clicked");
  g_assert_cmpstr (app_toast (window), ==, "Population reset");
  g_assert_false (mis_document_is_modified (document));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpuint (mis_world_get_agent (mis_document_get_world (document), 0)->count, ==, 3);
  app_wait_until (app_toast (window) == NULL);
  g_signal_emit_by_name (app_child (row, "reset_button"), "clicked");
  g_assert_nonnull (app_toast (window));
  app_drag (app_wait_for_parameter (window, "Share of Customer"), 0.0);
  app_wait_until (app_toast (window) == NULL);
  app_destroy (window);
}

/* A lock that is left on would bend what comes next. */
static void
test_reset_all_opens_locks (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  GtkWidget *button = app_child (app_parameter_list (window), "reset_all_button");

  mis_document_set_locked (document, 1, TRUE);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (mis_document_is_locked (document, 1));
  g_assert_false (gtk_widget_get_sensitive (button));
  /* No number has changed, so there is nothing to undo. */
  g_assert_null (mis_document_get_undo_name (document));
  mis_document_set_locked (document, 1, TRUE);
  app_drag (app_wait_for_parameter (window, "Share of Customer"), 0.5);
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (mis_document_is_locked (document, 1));
  g_assert_false (mis_document_is_modified (document));
  app_destroy (window);
}

/* What is typed in the Model view makes no rows that nobody sees; they are there in Explore. */
static void
test_unseen_rows (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  GtkListView *list = app_child (app_parameter_list (window), "list");
  guint all = count_rows (window);
  g_autoptr (MisWorld) described =
      mis_world_with_description (mis_document_get_world (document), "Short", NULL);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "model");
  g_assert_nonnull (gtk_list_view_get_model (list));
  mis_document_edit (document, described, "Change Description");
  g_assert_null (gtk_list_view_get_model (list));
  mis_parameter_list_set_counts (app_parameter_list (window), TRUE);
  g_assert_null (gtk_list_view_get_model (list));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "explore");
  g_assert_cmpuint (count_rows (window), ==, all);
  app_wait_for_parameter (window, "Count of Customer");
  /* A search that was left standing finds what is called so now. */
  app_search (window, "weight customer food");
  app_wait_until (count_rows (window) == 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "model");
  mis_document_undo (document);
  g_assert_null (gtk_list_view_get_model (list));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "explore");
  g_assert_cmpuint (count_rows (window), ==, 1);
  app_destroy (window);
}

#define PLACED "Weight of Autonomous vehicles in Vehicle collision"

static double
get_top (MisWindow *window, gpointer row)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (row, GTK_WIDGET (window), &bounds));
  return (double) bounds.origin.y;
}

/* Unfolds the heading at @position, as a click does. */
static void
unfold (MisWindow *window, guint position)
{
  g_signal_emit_by_name (app_child (app_parameter_list (window), "list"), "activate", position);
}

/* A range adds a line to its row, and one to the heading above it. */
static void
test_row_keeps_its_place (void)
{
  MisWindow *window = app_new_window ("carla");
  MisDocument *document = mis_window_get_document (window);
  g_autoptr (MisParameter) weight = mis_parameter_new (MIS_PARAMETER_WEIGHT, 0, 1, 0, 0);
  MisParameterRow *row;
  double top;
  int height;

  unfold (window, 5);
  row = app_wait_for_parameter (window, PLACED);
  app_wait_until (gtk_widget_get_height (GTK_WIDGET (row)) > 0);
  app_wait_until (gtk_window_is_active (GTK_WINDOW (window)));
  mis_parameter_row_focus_slider (row);
  app_settle ();
  top = get_top (window, row);
  height = gtk_widget_get_height (GTK_WIDGET (row));
  g_assert_true (mis_document_set_range (document, weight, (MisRange) { 0.1, 0.6 }, NULL));
  app_wait_until (gtk_widget_get_height (GTK_WIDGET (row)) > height);
  g_assert_cmpfloat_with_epsilon (get_top (window, row), top, 1.0);
  mis_document_undo (document);
  app_wait_until (gtk_widget_get_height (GTK_WIDGET (row)) == height);
  g_assert_cmpfloat_with_epsilon (get_top (window, row), top, 1.0);
  app_destroy (window);
}

/* The row of the heading at @position, which has the keyboard then. */
static GtkWidget *
focus_heading (MisWindow *window, guint position)
{
  GtkWidget *item = gtk_widget_get_first_child (app_child (app_parameter_list (window), "list"));

  while (position-- > 0)
    item = gtk_widget_get_next_sibling (item);
  app_wait_until (gtk_widget_get_height (item) > 0);
  app_wait_until (gtk_window_is_active (GTK_WINDOW (window)));
  g_assert_true (gtk_widget_grab_focus (item));
  return item;
}

/* The arrows and the space bar unfold and fold a heading, which stays where it is. */
static void
test_keys_unfold (void)
{
  static const struct
  {
    guint keyval;
    gboolean unfolds;
  } keys[] = { { GDK_KEY_Right, TRUE },  { GDK_KEY_Right, TRUE },  { GDK_KEY_Left, FALSE },
               { GDK_KEY_Left, FALSE },  { GDK_KEY_space, TRUE },  { GDK_KEY_space, FALSE } };
  MisWindow *window = app_new_window ("carla");
  GtkWidget *list = app_child (app_parameter_list (window), "list");
  guint folded = count_rows (window);
  GtkWidget *heading = focus_heading (window, 6);
  double top = get_top (window, heading);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_true (app_press (list, keys[i].keyval, 0));
      /* A weight for each of eight areas. */
      g_assert_cmpuint (count_rows (window), ==, folded + (keys[i].unfolds ? 8 : 0));
      app_settle ();
      g_assert_nonnull (gtk_widget_get_focus_child (heading));
      g_assert_cmpfloat_with_epsilon (get_top (window, heading), top, 1.0);
    }
  g_assert_false (app_press (list, GDK_KEY_Right, GDK_CONTROL_MASK));
  g_assert_false (app_press (list, GDK_KEY_Down, 0));
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/parameter-list/search", test_search);
  g_test_add_func ("/app/parameter-list/search-in-many", test_search_in_many);
  g_test_add_func ("/app/parameter-list/headings-fold", test_headings_fold);
  g_test_add_func ("/app/parameter-list/row-keeps-its-place", test_row_keeps_its_place);
  g_test_add_func ("/app/parameter-list/keys-unfold", test_keys_unfold);
  g_test_add_func ("/app/parameter-list/inner-folds-are-kept", test_inner_folds_are_kept);
  g_test_add_func ("/app/parameter-list/shares-and-counts", test_shares_and_counts);
  g_test_add_func ("/app/parameter-list/tab-reaches-the-switch", test_tab_reaches_the_switch);
  g_test_add_func ("/app/parameter-list/recycled-rows", test_recycled_rows);
  g_test_add_func ("/app/parameter-list/unseen-rows", test_unseen_rows);
  g_test_add_func ("/app/parameter-list/reset-all", test_reset_all);
  g_test_add_func ("/app/parameter-list/reset-heading-is-said", test_reset_heading_is_said);
  g_test_add_func ("/app/parameter-list/reset-all-opens-locks", test_reset_all_opens_locks);

  return app_run ();
}
