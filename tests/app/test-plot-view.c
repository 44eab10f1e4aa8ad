/* A chart on the screen: what is read out, the readout by keys and pointer, sizes, thumbnails. */
#include "app-fixture.h"

#include "app/plot-card.h"
#include "app/plot-view.h"
#include "plot/layout.h"

static MisChart *
new_curve (void)
{
  const double xs[] = { 0.0, 0.25, 0.5, 0.75, 1.0 }, ys[] = { 0.0, 0.2, 0.3, 0.2, 0.0 };
  MisChart *chart = mis_chart_new ();

  mis_chart_set_title (chart, "A hill");
  mis_chart_set_description (chart, "It rises and falls again.");
  mis_chart_add_series (chart, "hill", xs, ys, G_N_ELEMENTS (xs), MIS_SERIES_LINE);
  return chart;
}

static MisChart *
new_bars (guint n)
{
  MisChart *chart = mis_chart_new ();

  mis_chart_set_title (chart, "Bars");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = g_strdup_printf ("bar %u", i);

      mis_chart_add_bar (chart, label, (double) i / n, label, MIS_COLOR_SERIES_1);
    }
  return chart;
}

/* With a place of its own, but in no window. */
static MisPlotView *
new_view (MisChart *chart)
{
  MisPlotView *view = MIS_PLOT_VIEW (g_object_ref_sink (mis_plot_view_new ()));

  mis_plot_view_set_chart (view, chart);
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (view), 400, 240, -1, NULL);
  return view;
}

static void
test_accessible (void)
{
  g_autoptr (MisChart) chart = new_curve ();
  g_autoptr (MisPlotView) view = new_view (chart);

  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "A hill");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "It rises and falls again.");
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (view)));
  g_assert_true (mis_plot_view_get_chart (view) == chart);
}

/* Presses @keyval and tells whether the picture is another one then. */
static gboolean
changes (MisPlotView *view, guint keyval)
{
  g_autoptr (GBytes) before = app_draw (view);
  g_autoptr (GBytes) after = NULL;

  g_assert_true (app_press (view, keyval, 0));
  after = app_draw (view);
  return !g_bytes_equal (before, after);
}

static void
test_arrows_move_the_readout (void)
{
  g_autoptr (MisChart) chart = new_curve ();
  g_autoptr (MisPlotView) view = new_view (chart);
  g_autoptr (GBytes) plain = app_draw (view);
  g_autoptr (GBytes) first = NULL, again = NULL, left = NULL;

  /* From the first point to the last one, and not beyond. */
  g_assert_true (changes (view, GDK_KEY_Right));
  first = app_draw (view);
  for (guint i = 1; i < 5; i++)
    g_assert_true (changes (view, GDK_KEY_Right));
  g_assert_false (changes (view, GDK_KEY_Right));
  for (guint i = 1; i < 5; i++)
    g_assert_true (changes (view, GDK_KEY_Left));
  g_assert_false (changes (view, GDK_KEY_Left));
  again = app_draw (view);
  g_assert_true (g_bytes_equal (first, again));
  g_assert_true (changes (view, GDK_KEY_Escape));
  left = app_draw (view);
  g_assert_true (g_bytes_equal (plain, left));
  /* With nothing to end, Escape is for the window; all other keys are not ours. */
  g_assert_false (app_press (view, GDK_KEY_Escape, 0));
  g_assert_false (app_press (view, GDK_KEY_Tab, 0));
  g_assert_false (app_press (view, GDK_KEY_Up, 0));
}

static void
test_first_step_to_the_left_is_the_last_point (void)
{
  g_autoptr (MisChart) chart = new_curve ();
  g_autoptr (MisPlotView) view = new_view (chart);

  g_assert_true (changes (view, GDK_KEY_Left));
  g_assert_false (changes (view, GDK_KEY_Right));
  /* In a mirrored window the keys go the other way, but the chart stays as it is. */
  gtk_widget_set_direction (GTK_WIDGET (view), GTK_TEXT_DIR_RTL);
  g_assert_false (changes (view, GDK_KEY_Left));
  g_assert_true (changes (view, GDK_KEY_Right));
}

/* The first key of a curve with a marked point is the way from there. */
static void
test_keys_begin_at_the_mark (void)
{
  g_autoptr (MisChart) chart = new_curve ();
  g_autoptr (MisPlotView) view = NULL;

  mis_chart_add_point (chart, 0.74, 0.2, "you are here");
  view = new_view (chart);
  g_assert_true (changes (view, GDK_KEY_Right));
  g_assert_true (changes (view, GDK_KEY_Right));
  g_assert_false (changes (view, GDK_KEY_Right));
  g_assert_true (changes (view, GDK_KEY_Escape));
  g_assert_true (changes (view, GDK_KEY_Left));
  for (guint i = 0; i < 3; i++)
    g_assert_true (changes (view, GDK_KEY_Left));
  g_assert_false (changes (view, GDK_KEY_Left));
}

static void
test_ends_and_pages (void)
{
  g_autoptr (MisChart) chart = new_curve ();
  g_autoptr (MisPlotView) view = new_view (chart);

  g_assert_true (changes (view, GDK_KEY_Home));
  g_assert_false (changes (view, GDK_KEY_Left));
  g_assert_true (changes (view, GDK_KEY_End));
  g_assert_false (changes (view, GDK_KEY_Right));
  /* Up is more, as on a slider. */
  g_assert_false (changes (view, GDK_KEY_Page_Up));
  g_assert_true (changes (view, GDK_KEY_Page_Down));
  /* With Ctrl and Alt they are keys of the window. */
  g_assert_false (app_press (view, GDK_KEY_Page_Down, GDK_CONTROL_MASK));
  g_assert_false (app_press (view, GDK_KEY_Left, GDK_ALT_MASK));
}

/* Page keys tell one series of several from the others, and the arrows walk along it. */
static void
test_pages_change_the_series (void)
{
  const double xs[] = { 0.0, 0.5, 1.0 }, ys[] = { 0.1, 0.1, 0.1 };
  g_autoptr (MisChart) chart = new_curve ();
  g_autoptr (MisPlotView) view = NULL;

  mis_chart_add_series (chart, "plain", xs, ys, G_N_ELEMENTS (xs), MIS_SERIES_LINE);
  view = new_view (chart);
  g_assert_true (changes (view, GDK_KEY_Home));
  g_assert_false (changes (view, GDK_KEY_Page_Up));
  g_assert_true (changes (view, GDK_KEY_Page_Down));
  g_assert_false (changes (view, GDK_KEY_Page_Down));
  for (guint i = 1; i < G_N_ELEMENTS (xs); i++)
    g_assert_true (changes (view, GDK_KEY_Right));
  g_assert_false (changes (view, GDK_KEY_Right));
  g_assert_true (changes (view, GDK_KEY_Page_Up));
}

static void
test_readout_goes_with_the_focus (void)
{
  g_autoptr (MisChart) chart = new_curve ();
  g_autoptr (MisPlotView) view = new_view (chart);
  g_autoptr (GBytes) plain = app_draw (view);
  g_autoptr (GBytes) left = NULL;

  g_assert_true (changes (view, GDK_KEY_Right));
  g_signal_emit_by_name (app_get_controller (view, GTK_TYPE_EVENT_CONTROLLER_FOCUS), "leave");
  left = app_draw (view);
  g_assert_true (g_bytes_equal (plain, left));
}

/* GTK tells of the pointer again wherever it redraws; one that rests does not take over. */
static void
test_resting_pointer_leaves_the_keys_alone (void)
{
  g_autoptr (MisChart) chart = new_curve ();
  g_autoptr (MisPlotView) view = new_view (chart);
  GtkEventController *motion = app_get_controller (view, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  g_autoptr (GBytes) by_keys = NULL, rested = NULL, moved = NULL;

  g_signal_emit_by_name (motion, "enter", 200.0, 100.0);
  g_assert_true (changes (view, GDK_KEY_Right));
  by_keys = app_draw (view);
  g_signal_emit_by_name (motion, "motion", 200.0, 100.0);
  rested = app_draw (view);
  g_assert_true (g_bytes_equal (by_keys, rested));
  g_signal_emit_by_name (motion, "motion", 201.0, 100.0);
  moved = app_draw (view);
  g_assert_false (g_bytes_equal (by_keys, moved));
}

static void
test_bars_are_read_out (void)
{
  g_autoptr (MisChart) chart = new_bars (3);
  g_autoptr (MisPlotView) view = new_view (chart);
  GtkEventController *motion = app_get_controller (view, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  g_autoptr (GBytes) plain = app_draw (view);
  g_autoptr (GBytes) over = NULL, first = NULL, left = NULL;

  g_assert_true (changes (view, GDK_KEY_Down));
  first = app_draw (view);
  g_assert_true (changes (view, GDK_KEY_Right));
  g_assert_true (changes (view, GDK_KEY_Down));
  g_assert_false (changes (view, GDK_KEY_Down));
  g_assert_true (changes (view, GDK_KEY_Up));
  g_assert_true (changes (view, GDK_KEY_Left));
  g_assert_false (changes (view, GDK_KEY_Up));
  g_assert_true (changes (view, GDK_KEY_Escape));
  g_signal_emit_by_name (motion, "motion", 200.0, 40.0);
  over = app_draw (view);
  g_assert_true (g_bytes_equal (over, first));
  g_signal_emit_by_name (motion, "leave");
  left = app_draw (view);
  g_assert_true (g_bytes_equal (plain, left));
}

static void
test_a_click_takes_the_focus (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisPlotView *view = app_find_type (app_chart_page (window), MIS_TYPE_PLOT_VIEW);

  g_signal_emit_by_name (app_get_controller (view, GTK_TYPE_GESTURE_CLICK), "pressed", 1, 9.0, 9.0);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (view));
  /* And is seen as soon as keys are used. */
  gtk_window_set_focus_visible (GTK_WINDOW (window), FALSE);
  g_assert_true (app_press (view, GDK_KEY_Right, 0));
  g_assert_true (gtk_window_get_focus_visible (GTK_WINDOW (window)));
  app_destroy (window);
}

static void
test_pointer_shows_and_leaves (void)
{
  g_autoptr (MisChart) chart = new_curve ();
  g_autoptr (MisPlotView) view = new_view (chart);
  GtkEventController *motion = app_get_controller (view, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  g_autoptr (GBytes) plain = app_draw (view);
  g_autoptr (GBytes) over = NULL, outside = NULL, left = NULL;

  g_signal_emit_by_name (motion, "motion", 200.0, 100.0);
  over = app_draw (view);
  g_assert_false (g_bytes_equal (plain, over));
  g_signal_emit_by_name (motion, "motion", 1.0, 1.0);
  outside = app_draw (view);
  g_assert_true (g_bytes_equal (plain, outside));
  g_signal_emit_by_name (motion, "motion", 200.0, 100.0);
  g_signal_emit_by_name (motion, "leave");
  left = app_draw (view);
  g_assert_true (g_bytes_equal (plain, left));
}

/* The readout by keys stays in range when the chart gets fewer points, and goes with the chart. */
static void
test_chart_changes_under_the_readout (void)
{
  const double xs[] = { 0.0, 1.0 }, ys[] = { 0.5, 0.5 };
  g_autoptr (MisChart) curve = new_curve ();
  g_autoptr (MisChart) small = mis_chart_new ();
  g_autoptr (MisChart) bars = new_bars (3);
  g_autoptr (MisPlotView) view = new_view (curve);

  mis_chart_add_series (small, "two", xs, ys, 2, MIS_SERIES_LINE);
  for (guint i = 0; i < 5; i++)
    app_press (view, GDK_KEY_Right, 0);
  mis_plot_view_set_chart (view, small);
  g_assert_true (app_press (view, GDK_KEY_Right, 0));
  g_assert_true (changes (view, GDK_KEY_Left));
  mis_plot_view_set_chart (view, bars);
  g_assert_false (app_press (view, GDK_KEY_Escape, 0));
  g_assert_true (app_press (view, GDK_KEY_Right, 0));
  g_bytes_unref (app_draw (view));
  mis_plot_view_set_chart (view, NULL);
  g_assert_false (app_press (view, GDK_KEY_Right, 0));
  g_assert_null (mis_plot_view_get_chart (view));
  g_bytes_unref (app_draw (view));
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
      g_autoptr (MisChart) chart = new_bars (numbers[i]);
      g_autoptr (MisPlotView) view = new_view (chart);

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
test_size_changes_with_the_number_of_bars_only (void)
{
  g_autoptr (MisChart) few = new_bars (3);
  g_autoptr (MisChart) others = new_bars (3);
  g_autoptr (MisChart) many = new_bars (300);
  g_autoptr (MisPlotView) view = new_view (few);
  int height = measure_height (view, 400);

  mis_plot_view_set_chart (view, others);
  g_assert_cmpint (measure_height (view, 400), ==, height);
  mis_plot_view_set_chart (view, many);
  g_assert_cmpint (measure_height (view, 400), >, height);
  mis_plot_view_set_chart (view, NULL);
  g_assert_cmpint (measure_height (view, 400), <, 300);
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
  g_autoptr (MisChart) curve = new_curve ();
  g_autoptr (MisChart) bars = new_bars (2);
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
      view = new_view (NULL);
      for (int width = (int) (14 * get_text_size (view)); width <= 1000; width += 50)
        check_heights (view, width);
    }
  g_object_set (settings, "gtk-font-name", font, NULL);
}

static void
test_thumbnail (void)
{
  g_autoptr (MisChart) chart = new_curve ();
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
  g_autoptr (MisChart) chart = new_curve ();
  g_autoptr (MisPlotView) view = new_view (chart);
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
  g_autoptr (MisChart) chart = new_curve ();
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

/* A list takes the place of the chart and of all that is about the chart. */
static void
test_card_with_list (void)
{
  g_autoptr (MisPlotCard) card = g_object_ref_sink (g_object_new (MIS_TYPE_PLOT_CARD, NULL));
  GtkWidget *list = gtk_label_new ("List");
  const char *others[] = { "plot", "caption", "export_button" };

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
  g_test_add_func ("/app/plot-view/arrows-move-the-readout", test_arrows_move_the_readout);
  g_test_add_func ("/app/plot-view/first-step-to-the-left-is-the-last-point",
                   test_first_step_to_the_left_is_the_last_point);
  g_test_add_func ("/app/plot-view/keys-begin-at-the-mark", test_keys_begin_at_the_mark);
  g_test_add_func ("/app/plot-view/ends-and-pages", test_ends_and_pages);
  g_test_add_func ("/app/plot-view/pages-change-the-series", test_pages_change_the_series);
  g_test_add_func ("/app/plot-view/readout-goes-with-the-focus", test_readout_goes_with_the_focus);
  g_test_add_func ("/app/plot-view/resting-pointer-leaves-the-keys-alone",
                   test_resting_pointer_leaves_the_keys_alone);
  g_test_add_func ("/app/plot-view/bars-are-read-out", test_bars_are_read_out);
  g_test_add_func ("/app/plot-view/a-click-takes-the-focus", test_a_click_takes_the_focus);
  g_test_add_func ("/app/plot-view/pointer-shows-and-leaves", test_pointer_shows_and_leaves);
  g_test_add_func ("/app/plot-view/chart-changes-under-the-readout",
                   test_chart_changes_under_the_readout);
  g_test_add_func ("/app/plot-view/height-follows-the-bars", test_height_follows_the_bars);
  g_test_add_func ("/app/plot-view/size-changes-with-the-number-of-bars-only",
                   test_size_changes_with_the_number_of_bars_only);
  g_test_add_func ("/app/plot-view/curves-can-be-low", test_curves_can_be_low);
  g_test_add_func ("/app/plot-view/thumbnail", test_thumbnail);
  g_test_add_func ("/app/plot-view/colours-follow-the-window-but-not-on-paper",
                   test_colours_follow_the_window_but_not_on_paper);
  g_test_add_func ("/app/plot-view/card", test_card);
  g_test_add_func ("/app/plot-view/card-with-list", test_card_with_list);

  return app_run ();
}
