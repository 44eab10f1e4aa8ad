/* Sliders and results: what moves at once, search, headings, shares and counts, folding. */
#include "app-fixture.h"

#include <math.h>

#include "app/explore-view.h"
#include "app/lever-row.h"
#include "core/edit.h"

#define WEIGHT "Weight of Customer in Food and groceries"

static MisExploreView *
get_view (MisWindow *window)
{
  return app_child (window, "explore_view");
}

static const char *
get_score (MisWindow *window)
{
  return app_text (app_child (get_view (window), "score"), "value");
}

static MisLeverRow *
wait_for_lever (MisWindow *window, const char *name)
{
  app_wait_until (app_find_lever (get_view (window), name) != NULL);
  return app_find_lever (get_view (window), name);
}

static void
search (MisWindow *window, const char *text)
{
  GtkEditable *entry = app_child (get_view (window), "search_entry");

  gtk_editable_set_text (entry, text);
}

static void
drag (MisLeverRow *row, double value)
{
  gboolean taken;

  g_signal_emit_by_name (app_child (row, "scale"), "change-value", GTK_SCROLL_JUMP, value, &taken);
}

/* All that is seen belongs to the world we stand at; nothing is left for a later frame. */
static void
test_everything_moves_at_once (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisExploreView *view = get_view (window);
  MisDocument *document = mis_window_get_document (window);
  g_autoptr (MisChart) areas = mis_chart_ref (mis_explore_view_get_chart (view, "areas"));
  g_autoptr (MisChart) share = mis_chart_ref (mis_explore_view_get_chart (view, "share"));
  MisLeverRow *row;
  MisChart *now;

  search (window, "customer food");
  row = wait_for_lever (window, WEIGHT);
  g_assert_cmpstr (get_score (window), ==, app_local ("0.257"));
  drag (row, 0.0);
  g_assert_cmpfloat (mis_world_get_position (mis_document_get_world (document), 0, 0).weight, ==,
                     0.0);
  g_assert_cmpstr (get_score (window), !=, app_local ("0.257"));
  g_assert_cmpstr (app_text (app_child (view, "compact_score"), "value"), ==, get_score (window));
  now = mis_explore_view_get_chart (view, "areas");
  g_assert_true (now != areas);
  g_assert_cmpfloat (mis_chart_get_bar (now, 0)->value, <, mis_chart_get_bar (areas, 0)->value);
  g_assert_cmpfloat (mis_chart_get_bar (now, 1)->value, ==, mis_chart_get_bar (areas, 1)->value);
  now = mis_explore_view_get_chart (view, "share");
  g_assert_true (now != share);
  g_assert_cmpfloat (mis_chart_get_series (now, 0)->ys[1], !=,
                     mis_chart_get_series (share, 0)->ys[1]);
  g_assert_cmpfloat (gtk_range_get_value (app_child (row, "scale")), ==, 0.0);
  g_assert_true (gtk_widget_get_visible (app_child (row, "reset_button")));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpstr (get_score (window), ==, app_local ("0.257"));
  app_destroy (window);
}

static guint
count_rows (MisWindow *window)
{
  GtkListView *list = app_child (get_view (window), "list");

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

static const char *
get_lever_page (MisWindow *window)
{
  return gtk_stack_get_visible_child_name (app_child (get_view (window), "lever_pages"));
}

static void
test_search (void)
{
  MisWindow *window = app_new_window ("shopping");
  guint all = count_rows (window);

  search (window, "customer food");
  app_wait_until (count_rows (window) != all);
  g_assert_cmpuint (count_rows (window), ==, 1);
  wait_for_lever (window, WEIGHT);
  search (window, "no such number");
  app_wait_until (g_str_equal (get_lever_page (window), "none"));
  g_signal_emit_by_name (app_child (get_view (window), "search_entry"), "stop-search");
  app_wait_until (g_str_equal (get_lever_page (window), "list"));
  g_assert_cmpuint (count_rows (window), ==, all);
  app_destroy (window);
}

static void
test_find_goes_to_the_search (void)
{
  MisWindow *window = app_new_window ("shopping");
  GtkWidget *focus;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (gtk_widget_is_ancestor (focus, app_child (get_view (window), "search_entry")));
  app_destroy (window);
}

static void
test_headings_fold (void)
{
  MisWindow *window = app_new_window ("shopping");
  GtkListView *list = app_child (get_view (window), "list");
  guint all = count_rows (window);

  /* Population is the first one, and open: all agents and three groups below it. */
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_cmpuint (count_rows (window), ==, all - 4);
  /* What is folded stays so behind a search. */
  search (window, "customer food");
  wait_for_lever (window, WEIGHT);
  search (window, "");
  app_wait_until (count_rows (window) == all - 4);
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_cmpuint (count_rows (window), ==, all);
  wait_for_lever (window, "Share of Customer");
  app_destroy (window);
}

static void
test_shares_and_counts (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisExploreView *view = get_view (window);
  MisLeverRow *row;

  wait_for_lever (window, "Share of Customer");
  gtk_widget_activate_action (GTK_WIDGET (view), "explore.counts", "b", TRUE);
  row = wait_for_lever (window, "Count of Customer");
  g_assert_null (app_find_lever (view, "Share of Customer"));
  drag (row, 7.4);
  g_assert_cmpuint (mis_world_get_population (mis_document_get_world (
                        mis_window_get_document (window))),
                    ==, 9);
  gtk_widget_activate_action (GTK_WIDGET (view), "explore.counts", "b", FALSE);
  row = wait_for_lever (window, "Share of Customer");
  g_assert_cmpfloat_with_epsilon (gtk_range_get_value (app_child (row, "scale")), 7.0 / 9.0, 1e-12);
  app_destroy (window);
}

/* Rows that scroll out of sight serve other levers; what was theirs does not move with them. */
static void
test_recycled_rows (void)
{
  MisWindow *window = app_new_window ("carla");
  MisExploreView *view = get_view (window);
  MisDocument *document = mis_window_get_document (window);
  double weight = mis_world_get_position (mis_document_get_world (document), 0, 0).weight;

  wait_for_lever (window, "Share of Pedestrians");
  search (window, "weight pedestrians");
  app_wait_until (app_find_lever (view, "Share of Pedestrians") == NULL);
  search (window, "autonomous speed");
  drag (wait_for_lever (window, "Weight of Autonomous vehicles in Inappropriate speed"), 0.9);
  g_assert_cmpfloat (mis_world_get_position (mis_document_get_world (document), 0, 0).weight, ==,
                     weight);
  g_assert_cmpfloat (mis_world_get_position (mis_document_get_world (document), 0, 6).weight, ==,
                     0.9);
  g_assert_cmpstr (mis_document_get_undo_name (document), ==,
                   "Change Weight of Autonomous vehicles");
  app_destroy (window);
}

static void
test_focus_group (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisExploreView *view = get_view (window);
  MisDocument *document = mis_window_get_document (window);
  GtkDropDown *group = app_child (view, "focus_drop_down");
  g_autoptr (MisChart) before = mis_chart_ref (mis_explore_view_get_chart (view, "share"));

  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (group)), ==, 3);
  gtk_drop_down_set_selected (group, 2);
  g_assert_cmpuint (mis_document_get_focus (document), ==, 2);
  g_assert_true (mis_explore_view_get_chart (view, "share") != before);
  /* A choice of what to look at is nothing to undo. */
  g_assert_null (mis_document_get_undo_name (document));
  app_destroy (window);
}

static void
test_description (void)
{
  MisWindow *window = app_new_window ("carla");
  MisExploreView *view = get_view (window);

  g_assert_true (gtk_widget_get_visible (app_child (view, "scene")));
  g_assert_true (g_str_has_prefix (app_text (view, "description"), "Autonomous vehicles meet"));
  g_assert_null (mis_explore_view_get_chart (view, "no-such-chart"));
  app_destroy (window);
}

static gboolean
is_folded (MisWindow *window)
{
  gboolean folded;

  g_object_get (get_view (window), "folded", &folded, NULL);
  return folded;
}

static gboolean
is_mapped (MisWindow *window, const char *part)
{
  return gtk_widget_get_mapped (app_child (get_view (window), part));
}

static void
test_wide (void)
{
  MisWindow *window = app_new_window ("shopping");
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1280);
  g_assert_cmpint (height, ==, 800);
  g_assert_false (is_folded (window));
  g_assert_false (is_mapped (window, "compact_score"));
  g_assert_true (is_mapped (window, "list"));
  g_assert_true (is_mapped (window, "score"));
  g_assert_true (gtk_widget_get_visible (app_child (window, "export_button")));
  g_assert_true (gtk_widget_get_visible (app_child (window, "save_button")));
  app_destroy (window);
}

/* At its narrowest, sliders and charts take turns, and buttons that are also in the menu go. */
static void
test_narrow (void)
{
  MisWindow *window = mis_window_new (app_get_application ());
  g_autoptr (MisDocument) document = app_new_document ("shopping");

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  mis_window_set_document (window, document);
  app_present (window);
  app_wait_until (is_folded (window));
  app_wait_until (is_mapped (window, "compact_score"));
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  app_wait_until (gtk_widget_get_width (GTK_WIDGET (window)) <= 360);
  g_assert_true (is_mapped (window, "list"));
  g_assert_false (is_mapped (window, "score"));
  app_wait_until (!gtk_widget_get_visible (app_child (window, "export_button")));
  g_assert_false (gtk_widget_get_visible (app_child (window, "save_button")));
  gtk_widget_activate_action (GTK_WIDGET (get_view (window)), "explore.page", "s", "results");
  app_wait_until (is_mapped (window, "score") && !is_mapped (window, "list"));
  g_assert_false (is_mapped (window, "compact_score"));
  /* Looking for a number goes back to where the numbers are. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL);
  app_wait_until (is_mapped (window, "list") && is_mapped (window, "compact_score"));
  g_clear_object (&document);
  app_destroy (window);
}

static void
test_wide_again (void)
{
  MisWindow *window = mis_window_new (app_get_application ());
  g_autoptr (MisDocument) document = app_new_document ("shopping");

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  mis_window_set_document (window, document);
  app_present (window);
  app_wait_until (is_folded (window));
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 700);
  app_wait_until (!is_folded (window) && is_mapped (window, "score"));
  app_wait_until (is_mapped (window, "list") && !is_mapped (window, "compact_score"));
  app_wait_until (gtk_widget_get_mapped (app_child (window, "export_button")));
  g_clear_object (&document);
  app_destroy (window);
}

/* Of a document that it no longer shows it hears nothing and holds nothing. */
static void
test_other_document (void)
{
  g_autoptr (MisExploreView) view = g_object_ref_sink (g_object_new (MIS_TYPE_EXPLORE_VIEW, NULL));
  g_autoptr (MisDocument) first = app_new_document ("shopping");
  g_autoptr (MisDocument) second = app_new_document ("carla");
  g_autoptr (MisWorld) changed = mis_world_with_weight (mis_document_get_world (first), 0, 0, 0.1,
                                                        NULL);
  g_autoptr (MisChart) chart = NULL;

  mis_explore_view_set_document (view, first);
  mis_explore_view_set_document (view, second);
  g_assert_cmpstr (app_text (app_child (view, "score"), "value"), ==, app_local ("0.106"));
  chart = mis_chart_ref (mis_explore_view_get_chart (view, "areas"));
  g_assert_cmpuint (mis_chart_get_n_bars (chart), ==, 8);
  mis_document_edit (first, changed, "Change");
  g_assert_true (mis_explore_view_get_chart (view, "areas") == chart);
  g_assert_finalize_object (g_steal_pointer (&first));
  mis_explore_view_set_document (view, NULL);
  g_assert_finalize_object (g_steal_pointer (&second));
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/explore-view/everything-moves-at-once", test_everything_moves_at_once);
  g_test_add_func ("/app/explore-view/search", test_search);
  g_test_add_func ("/app/explore-view/find-goes-to-the-search", test_find_goes_to_the_search);
  g_test_add_func ("/app/explore-view/headings-fold", test_headings_fold);
  g_test_add_func ("/app/explore-view/shares-and-counts", test_shares_and_counts);
  g_test_add_func ("/app/explore-view/recycled-rows", test_recycled_rows);
  g_test_add_func ("/app/explore-view/focus-group", test_focus_group);
  g_test_add_func ("/app/explore-view/description", test_description);
  g_test_add_func ("/app/explore-view/wide", test_wide);
  g_test_add_func ("/app/explore-view/narrow", test_narrow);
  g_test_add_func ("/app/explore-view/wide-again", test_wide_again);
  g_test_add_func ("/app/explore-view/other-document", test_other_document);

  return app_run ();
}
