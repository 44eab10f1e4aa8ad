/* What the numbers come to: which group the curve is for, the drawing and description of a case. */
#include "app-fixture.h"

#include "app/chart-page.h"
#include "app/plot-card.h"
#include "core/edit.h"

static void
test_focus_group (void)
{
  MisWindow *window = app_new_window ("shopping");
  gpointer page = app_chart_page (window);
  MisDocument *document = mis_window_get_document (window);
  GtkDropDown *group = app_child (page, "focus_drop_down");
  g_autoptr (MisChart) before = mis_chart_ref (mis_chart_page_get_chart (page, "share"));

  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (group)), ==, 3);
  gtk_drop_down_set_selected (group, 2);
  g_assert_cmpuint (mis_document_get_focus (document), ==, 2);
  g_assert_true (mis_chart_page_get_chart (page, "share") != before);
  /* A choice of what to look at is nothing to undo. */
  g_assert_null (mis_document_get_undo_name (document));
  app_destroy (window);
}

static void
test_description (void)
{
  MisWindow *window = app_new_window ("carla");
  gpointer page = app_chart_page (window);

  g_assert_true (gtk_widget_get_visible (app_child (page, "scene")));
  g_assert_true (g_str_has_prefix (app_text (page, "description"), "Autonomous vehicles meet"));
  g_assert_null (mis_chart_page_get_chart (page, "no-such-chart"));
  app_destroy (window);
}

static void
test_conflicts (void)
{
  MisWindow *window = app_new_window ("carla");
  gpointer page = app_chart_page (window);
  GtkToggleButton *conflicts = app_child (page, "conflicts_button");
  GtkToggleButton *areas = GTK_TOGGLE_BUTTON (gtk_widget_get_prev_sibling (GTK_WIDGET (conflicts)));

  g_assert_false (gtk_widget_is_visible (app_child (page, "drivers")));
  gtk_toggle_button_set_active (conflicts, TRUE);
  g_assert_true (gtk_widget_is_visible (app_child (page, "drivers")));
  gtk_toggle_button_set_active (areas, TRUE);
  g_assert_false (gtk_widget_is_visible (app_child (page, "drivers")));
  app_destroy (window);
}

/* Two bars are lower than a curve and stand below the scene, eight are higher and stand below the
 * score; whichever project was there before. */
static void
test_places (void)
{
  g_autoptr (MisDocument) shopping = app_new_document ("shopping");
  g_autoptr (MisDocument) carla = app_new_document ("carla");
  MisChartPage *page = g_object_ref_sink (g_object_new (MIS_TYPE_CHART_PAGE, NULL));
  GtkWidget *areas = app_child (page, "areas_card"), *share = app_child (page, "share_card");

  mis_chart_page_set_document (page, shopping);
  g_assert_true (gtk_widget_get_next_sibling (share) == areas);
  mis_chart_page_set_document (page, carla);
  g_assert_true (gtk_widget_get_next_sibling (areas) == share);
  mis_chart_page_set_document (page, shopping);
  g_assert_true (gtk_widget_get_next_sibling (share) == areas);
  mis_chart_page_set_document (page, NULL);
  g_object_unref (page);
}

/* Who reads an exported figure is not "here"; the caption says what the description says. */
static void
test_exported_chart (void)
{
  MisWindow *window = app_new_window ("shopping");
  gpointer page = app_chart_page (window);
  gpointer card = app_child (page, "share_card");
  MisChart *shown = mis_plot_card_get_chart (card);
  MisChart *exported = mis_chart_page_get_chart (page, "share");
  double x, y;

  g_assert_true (exported != shown);
  g_assert_true (mis_chart_page_get_chart (page, "share") == exported);
  g_assert_true (mis_chart_get_point (exported, 0, &x, &y));
  g_assert_cmpfloat (x, ==, 1.0 / 3.0);
  g_assert_cmpstr (app_text (card, "caption"), ==, mis_chart_get_description (exported));
  app_destroy (window);
}

/* What bounds a curve is said below it; bars have no bounds. */
static void
test_source (void)
{
  MisWindow *window = app_new_window ("shopping");
  gpointer page = app_chart_page (window);
  g_autofree char *areas = NULL, *share = NULL;

  mis_document_set_locked (mis_window_get_document (window), 2, TRUE);
  areas = mis_chart_page_get_source (page, "areas");
  share = mis_chart_page_get_source (page, "share");
  g_assert_cmpstr (areas, ==, "Source: Shopping recommender · made with Misalign");
  g_assert_cmpstr (share, ==,
                   "Source: Shopping recommender · Recommender system held at 33\u202f% · made "
                   "with Misalign");
  app_destroy (window);
}

/* A chart of other numbers than those that were opened is not one of the example. */
static void
test_source_of_changed (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  g_autoptr (MisWorld) changed
      = mis_world_with_conflict (mis_document_get_world (document), 0, 0, 1, 0.33, NULL);
  g_autofree char *areas = NULL, *share = NULL, *undone = NULL;

  mis_document_edit (document, changed, "Change");
  areas = mis_chart_page_get_source (app_chart_page (window), "areas");
  share = mis_chart_page_get_source (app_chart_page (window), "share");
  mis_document_undo (document);
  undone = mis_chart_page_get_source (app_chart_page (window), "areas");
  g_assert_cmpstr (areas, ==,
                   "Source: Shopping recommender, numbers changed · made with Misalign");
  g_assert_cmpstr (share, ==, areas);
  g_assert_cmpstr (undone, ==, "Source: Shopping recommender · made with Misalign");
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/chart-page/focus-group", test_focus_group);
  g_test_add_func ("/app/chart-page/description", test_description);
  g_test_add_func ("/app/chart-page/conflicts", test_conflicts);
  g_test_add_func ("/app/chart-page/places", test_places);
  g_test_add_func ("/app/chart-page/exported-chart", test_exported_chart);
  g_test_add_func ("/app/chart-page/source", test_source);
  g_test_add_func ("/app/chart-page/source-of-changed", test_source_of_changed);

  return app_run ();
}
