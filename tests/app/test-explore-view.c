/* Sliders beside charts: what moves at once, and who gives way where the window is narrow. */
#include "app-fixture.h"

#include "app/driver-row.h"
#include "app/explore-view.h"
#include "core/edit.h"

#define WEIGHT "Weight of Customer in Food and groceries"

static MisExploreView *
get_view (MisWindow *window)
{
  return app_child (window, "explore_view");
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
  gpointer row;
  MisChart *now;

  app_search (window, "customer food");
  row = app_wait_for_parameter (window, WEIGHT);
  g_assert_cmpstr (app_score (window), ==, app_local ("0.257"));
  app_drag (row, 0.0);
  g_assert_cmpfloat (mis_world_get_position (mis_document_get_world (document), 0, 0).weight, ==,
                     0.0);
  g_assert_cmpstr (app_score (window), !=, app_local ("0.257"));
  g_assert_cmpstr (app_text (app_child (view, "compact_score"), "value"), ==, app_score (window));
  now = mis_explore_view_get_chart (view, "areas");
  g_assert_true (now != areas);
  g_assert_cmpfloat (mis_chart_get_bar (now, 0)->value, <, mis_chart_get_bar (areas, 0)->value);
  g_assert_cmpfloat (mis_chart_get_bar (now, 1)->value, ==, mis_chart_get_bar (areas, 1)->value);
  now = mis_explore_view_get_chart (view, "share");
  g_assert_true (now != share);
  g_assert_cmpfloat (mis_chart_get_series (now, 0)->ys[0], !=,
                     mis_chart_get_series (share, 0)->ys[0]);
  g_assert_cmpfloat (gtk_range_get_value (app_child (row, "scale")), ==, 0.0);
  g_assert_true (gtk_widget_get_visible (app_child (row, "reset_button")));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpstr (app_score (window), ==, app_local ("0.257"));
  app_destroy (window);
}

static void
test_find_goes_to_the_search (void)
{
  MisWindow *window = app_new_window ("shopping");
  GtkWidget *focus;

  mis_explore_view_find (MIS_EXPLORE_VIEW (get_view (window)), "food");
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (gtk_widget_is_ancestor (focus,
                                         app_child (app_parameter_list (window), "search_entry")));
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
  g_assert_true (is_mapped (window, "parameter_list"));
  g_assert_true (is_mapped (window, "chart_page"));
  g_assert_true (gtk_widget_get_visible (app_child (window, "export_button")));
  g_assert_true (gtk_widget_get_visible (app_child (window, "save_button")));
  app_destroy (window);
}

/* The button of the conflict that counts most. */
static gpointer
get_first_driver (MisWindow *window)
{
  gpointer drivers = app_child (app_chart_page (window), "drivers");

  return adw_bin_get_child (app_find_type (drivers, MIS_TYPE_DRIVER_ROW));
}

/* Ends a search, unfolds what is folded, and puts the keyboard to the slider. */
static void
test_driver_leads_to_slider (void)
{
  MisWindow *window = app_new_window ("carla");
  gpointer row;

  app_search (window, "weight pedestrians");
  app_wait_until (app_find_parameter (app_parameter_list (window), "Share of Pedestrians") == NULL);
  g_signal_emit_by_name (get_first_driver (window), "clicked");
  row = app_wait_for_parameter (
      window, "Conflict in Pedestrian collision: No pedestrian collision, the vehicle's way "
              "against No pedestrian collision, the pedestrian's way");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == app_child (row, "scale"));
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
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 360);
  g_assert_true (is_mapped (window, "parameter_list"));
  g_assert_false (is_mapped (window, "chart_page"));
  app_wait_until (!gtk_widget_get_visible (app_child (window, "export_button")));
  g_assert_false (gtk_widget_get_visible (app_child (window, "save_button")));
  gtk_widget_activate_action (GTK_WIDGET (get_view (window)), "explore.page", "s", "results");
  app_wait_until (is_mapped (window, "chart_page") && !is_mapped (window, "parameter_list"));
  g_assert_false (is_mapped (window, "compact_score"));
  /* Looking for a number goes back to where the numbers are. */
  mis_explore_view_find (MIS_EXPLORE_VIEW (get_view (window)), "food");
  app_wait_until (is_mapped (window, "parameter_list") && is_mapped (window, "compact_score"));
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
  app_wait_until (!is_folded (window) && is_mapped (window, "chart_page"));
  app_wait_until (is_mapped (window, "parameter_list") && !is_mapped (window, "compact_score"));
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
  g_assert_cmpstr (app_text (app_child (app_child (view, "chart_page"), "score"), "value"), ==,
                   app_local ("0.106"));
  chart = mis_chart_ref (mis_explore_view_get_chart (view, "areas"));
  g_assert_cmpuint (mis_chart_get_n_bars (chart), ==, 8);
  mis_document_edit (first, changed, "Change");
  g_assert_true (mis_explore_view_get_chart (view, "areas") == chart);
  g_assert_finalize_object (g_steal_pointer (&first));
  mis_explore_view_set_document (view, NULL);
  g_assert_finalize_object (g_steal_pointer (&second));
}

/* GTK complains about rows that it takes for lower than they are. */
static void
test_large_text (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  MisWindow *window;
  char *font;

  g_object_get (settings, "gtk-font-name", &font, NULL);
  g_object_set (settings, "gtk-font-name", "Cantarell 16", NULL);
  window = app_new_window ("shopping");
  app_present (window);
  app_search (window, "recommender");
  app_wait_for_parameter (window, "Weight of Recommender system in Food and groceries");
  app_destroy (window);
  g_object_set (settings, "gtk-font-name", font, NULL);
  g_free (font);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/explore-view/everything-moves-at-once", test_everything_moves_at_once);
  g_test_add_func ("/app/explore-view/find-goes-to-the-search", test_find_goes_to_the_search);
  g_test_add_func ("/app/explore-view/wide", test_wide);
  g_test_add_func ("/app/explore-view/driver-leads-to-slider", test_driver_leads_to_slider);
  g_test_add_func ("/app/explore-view/narrow", test_narrow);
  g_test_add_func ("/app/explore-view/wide-again", test_wide_again);
  g_test_add_func ("/app/explore-view/other-document", test_other_document);
  g_test_add_func ("/app/explore-view/large-text", test_large_text);

  return app_run ();
}
