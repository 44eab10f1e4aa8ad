/* What the numbers come to: which group the curve is for, the drawing and description of a case. */
#include "app-fixture.h"

#include "app/chart-page.h"

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

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/chart-page/focus-group", test_focus_group);
  g_test_add_func ("/app/chart-page/description", test_description);

  return app_run ();
}
