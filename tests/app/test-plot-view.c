/* A chart on the screen: what it is called, its sizes, its colours, thumbnails and cards. */
#include "plot-fixture.h"

#include "app/plot-card.h"
#include "plot/layout.h"

static void
test_accessible (void)
{
  g_autoptr (MisChart) chart = plot_new_curve ();
  g_autoptr (MisPlotView) view = plot_new_view (chart);

  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "A hill");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "It rises and falls again.");
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (view)));
  g_assert_true (mis_plot_view_get_chart (view) == chart);
}

static int
measure_height (MisPlotView *view, int width)
{
  int minimum, natural;

  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL,
                      NULL);
  g_assert_cmpint (minimum, >, 0);
  g_assert_cmpint (natural, >=, minimum);
  return minimum;
}

static void
test_height_follows_the_bars (void)
{
  const guint numbers[] = { 0, 1, 2000 };
  int heights[G_N_ELEMENTS (numbers)];

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (MisChart) chart = plot_new_bars (numbers[i]);
      g_autoptr (MisPlotView) view = plot_new_view (chart);

      heights[i] = measure_height (view, 400);
      g_bytes_unref (app_draw (view));
    }
  g_assert_cmpint (heights[0], <, 1000);
  g_assert_cmpint (heights[1], <, 1000);
  /* Room for a line of text in each row. */
  g_assert_cmpint (heights[2], >, 2000 * 10);
  g_assert_cmpint (heights[2], <, 2000 * 100);
}

static void
test_size_stays_with_the_number_of_bars (void)
{
  g_autoptr (MisChart) few = plot_new_bars (3);
  g_autoptr (MisChart) others = plot_new_bars (3);
  g_autoptr (MisChart) many = plot_new_bars (300);
  g_autoptr (MisPlotView) view = plot_new_view (few);
  int height = measure_height (view, 400);

  mis_plot_view_set_chart (view, others);
  g_assert_cmpint (measure_height (view, 400), ==, height);
  mis_plot_view_set_chart (view, many);
  g_assert_cmpint (measure_height (view, 400), >, height);
  mis_plot_view_set_chart (view, NULL);
  g_assert_cmpint (measure_height (view, 400), <, 300);
}

/* (transfer full): "A hill" @n times, each with a name of its own. */
static MisChart *
new_hills (guint n)
{
  const double xs[] = { 0.0, 0.5, 1.0 };
  MisChart *chart = mis_chart_new ();

  for (guint i = 0; i < n; i++)
    {
      const double ys[] = { 0.0, 0.1 * i, 0.0 };
      g_autofree char *name = g_strdup_printf ("4 goals, %u problem areas", i);

      mis_chart_add_series (chart, name, xs, ys, G_N_ELEMENTS (xs), MIS_SERIES_LINE);
    }
  return chart;
}

/* Many names ask for more height where they stand above the curves, not beside them. */
static void
test_height_follows_the_names (void)
{
  g_autoptr (MisChart) few = new_hills (2);
  g_autoptr (MisChart) many = new_hills (9);
  g_autoptr (MisPlotView) view = plot_new_view (few);
  int narrow = measure_height (view, 300), wide = measure_height (view, 1000);

  mis_plot_view_set_chart (view, many);
  g_assert_cmpint (measure_height (view, 300), >, narrow + 50);
  g_assert_cmpint (measure_height (view, 1000), ==, wide);
  mis_plot_view_set_chart (view, few);
  g_assert_cmpint (measure_height (view, 300), ==, narrow);
}

/* Of the window's text, in pixels. */
static double
get_text_size (MisPlotView *view)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (view));

  return pango_font_description_get_size (pango_context_get_font_description (context))
         / (double) PANGO_SCALE;
}

/* A curve is better high, but may be low; not so low that its axes lose their numbers. Few bars
 * need less than any curve. */
static void
check_heights (MisPlotView *view, int width)
{
  g_autoptr (MisChart) curve = plot_new_curve ();
  g_autoptr (MisChart) bars = plot_new_bars (2);
  double em = get_text_size (view);
  MisLayout *layout;
  int minimum, natural;

  mis_plot_view_set_chart (view, curve);
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL,
                      NULL);
  g_assert_cmpint (minimum, <, natural);
  layout = mis_layout_new (curve, width, minimum, em, MIS_RENDER_NO_TITLE);
  g_assert_cmpfloat (mis_layout_get_plot_area (layout).x, >, 2 * em);
  mis_layout_free (layout);
  mis_plot_view_set_chart (view, bars);
  g_assert_cmpint (measure_height (view, width), <, minimum);
}

static void
test_curves_can_be_low (void)
{
  const char *const fonts[] = { "Sans 10", "Sans 16", "Sans 20" };
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *font = NULL;

  g_object_get (settings, "gtk-font-name", &font, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    {
      g_autoptr (MisPlotView) view = NULL;

      g_object_set (settings, "gtk-font-name", fonts[i], NULL);
      view = plot_new_view (NULL);
      for (int width = (int) (14 * get_text_size (view)); width <= 1000; width += 50)
        check_heights (view, width);
    }
  g_object_set (settings, "gtk-font-name", font, NULL);
}

static void
test_thumbnail (void)
{
  g_autoptr (MisChart) chart = plot_new_curve ();
  g_autoptr (MisPlotView) view = g_object_ref_sink (MIS_PLOT_VIEW (mis_plot_view_new ()));
  GtkEventController *motion = app_get_controller (view, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  g_autoptr (GBytes) plain = NULL, over = NULL;

  mis_plot_view_set_thumbnail (view, TRUE);
  mis_plot_view_set_chart (view, chart);
  g_assert_false (gtk_widget_get_focusable (GTK_WIDGET (view)));
  g_assert_cmpint (measure_height (view, 1000), ==, measure_height (view, 50));
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (view), 84, 46, -1, NULL);
  plain = app_draw (view);
  g_signal_emit_by_name (motion, "motion", 40.0, 20.0);
  over = app_draw (view);
  g_assert_true (g_bytes_equal (plain, over));
}

static void
test_colours_follow_the_window_but_not_on_paper (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (MisChart) chart = plot_new_curve ();
  g_autoptr (MisPlotView) view = plot_new_view (chart);
  g_autoptr (GBytes) light = app_draw (view);
  g_autoptr (GBytes) dark = NULL, paper = NULL, dark_paper = NULL;

  mis_plot_view_set_paper (view, TRUE);
  paper = app_draw (view);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  dark_paper = app_draw (view);
  mis_plot_view_set_paper (view, FALSE);
  dark = app_draw (view);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  g_assert_false (g_bytes_equal (light, dark));
  g_assert_true (g_bytes_equal (paper, dark_paper));
}

static void
test_card (void)
{
  g_autoptr (MisChart) chart = plot_new_curve ();
  g_autoptr (MisPlotCard) card = g_object_ref_sink (g_object_new (MIS_TYPE_PLOT_CARD, NULL));
  GtkWidget *caption = app_child (card, "caption");
  GtkWidget *button = app_child (card, "export_button");
  GVariant *target;

  g_object_set (card, "title", "Hills", "chart-name", "hill", NULL);
  mis_plot_card_set_chart (card, chart);
  g_assert_true (mis_plot_card_get_chart (card) == chart);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Export the chart “Hills”");
  target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button));
  g_assert_cmpstr (g_variant_get_string (target, NULL), ==, "hill");
  mis_plot_card_set_caption (card, "A sentence.");
  g_assert_true (gtk_widget_get_visible (caption));
  mis_plot_card_set_caption (card, "");
  g_assert_false (gtk_widget_get_visible (caption));
}

/* A title that is too long for one line has two; beside a control there is one, as long as there is
 * room. */
static void
test_card_title (void)
{
  GtkWidget *window = gtk_window_new ();
  MisPlotCard *card = g_object_new (MIS_TYPE_PLOT_CARD, NULL);
  GtkLabel *title = app_find_type (card, GTK_TYPE_LABEL);

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (card));
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 400);
  g_object_set (card, "title", "Figure 10. The misalignment of many agents", NULL);
  app_present (window);
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (title)), ==, 2);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (title)));
  g_object_set (card, "title", "By Share of", "control", gtk_button_new_with_label ("Cars"), NULL);
  app_settle ();
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (title)), ==, 1);
  app_destroy (window);
}

/* A list takes the place of the chart and of all that is about the chart. */
static void
test_card_with_list (void)
{
  g_autoptr (MisPlotCard) card = g_object_ref_sink (g_object_new (MIS_TYPE_PLOT_CARD, NULL));
  GtkWidget *list = gtk_label_new ("List");
  const char *others[] = { "overlay", "caption", "export_button" };

  g_object_set (card, "list", list, NULL);
  mis_plot_card_set_caption (card, "A sentence.");
  for (guint i = 0; i < 2; i++)
    {
      gboolean shown = i == 0;

      mis_plot_card_show_list (card, shown);
      g_assert_true (gtk_widget_get_visible (app_child (card, "list_bin")) == shown);
      for (guint k = 0; k < G_N_ELEMENTS (others); k++)
        g_assert_true (gtk_widget_get_visible (app_child (card, others[k])) == !shown);
    }
  mis_plot_card_show_list (card, TRUE);
  mis_plot_card_set_caption (card, "Another one.");
  g_assert_false (gtk_widget_get_visible (app_child (card, "caption")));
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/plot-view/accessible", test_accessible);
  g_test_add_func ("/app/plot-view/height-follows-the-bars", test_height_follows_the_bars);
  g_test_add_func ("/app/plot-view/height-follows-the-names", test_height_follows_the_names);
  g_test_add_func ("/app/plot-view/size-stays-with-the-number-of-bars",
                   test_size_stays_with_the_number_of_bars);
  g_test_add_func ("/app/plot-view/curves-can-be-low", test_curves_can_be_low);
  g_test_add_func ("/app/plot-view/thumbnail", test_thumbnail);
  g_test_add_func ("/app/plot-view/colours-follow-the-window-but-not-on-paper",
                   test_colours_follow_the_window_but_not_on_paper);
  g_test_add_func ("/app/plot-view/card", test_card);
  g_test_add_func ("/app/plot-view/card-title", test_card_title);
  g_test_add_func ("/app/plot-view/card-with-list", test_card_with_list);

  return app_run ();
}
