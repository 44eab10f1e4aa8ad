/* What is read out of a chart on the screen: by keys, and by the pointer. */
#include "plot-fixture.h"

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
  g_autoptr (MisChart) chart = plot_new_curve ();
  g_autoptr (MisPlotView) view = plot_new_view (chart);
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
  g_autoptr (MisChart) chart = plot_new_curve ();
  g_autoptr (MisPlotView) view = plot_new_view (chart);

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
  g_autoptr (MisChart) chart = plot_new_curve ();
  g_autoptr (MisPlotView) view = NULL;

  mis_chart_add_point (chart, 0.74, 0.2, "you are here");
  view = plot_new_view (chart);
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
  g_autoptr (MisChart) chart = plot_new_curve ();
  g_autoptr (MisPlotView) view = plot_new_view (chart);

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
  g_autoptr (MisChart) chart = plot_new_curve ();
  g_autoptr (MisPlotView) view = NULL;

  mis_chart_add_series (chart, "plain", xs, ys, G_N_ELEMENTS (xs), MIS_SERIES_LINE);
  view = plot_new_view (chart);
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
  g_autoptr (MisChart) chart = plot_new_curve ();
  g_autoptr (MisPlotView) view = plot_new_view (chart);
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
  g_autoptr (MisChart) chart = plot_new_curve ();
  g_autoptr (MisPlotView) view = plot_new_view (chart);
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
  g_autoptr (MisChart) chart = plot_new_bars (3);
  g_autoptr (MisPlotView) view = plot_new_view (chart);
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
  g_autoptr (MisChart) chart = plot_new_curve ();
  g_autoptr (MisPlotView) view = plot_new_view (chart);
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
  g_autoptr (MisChart) curve = plot_new_curve ();
  g_autoptr (MisChart) small = mis_chart_new ();
  g_autoptr (MisChart) bars = plot_new_bars (3);
  g_autoptr (MisPlotView) view = plot_new_view (curve);

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

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/plot-readout/arrows-move-the-readout", test_arrows_move_the_readout);
  g_test_add_func ("/app/plot-readout/first-step-to-the-left-is-the-last-point",
                   test_first_step_to_the_left_is_the_last_point);
  g_test_add_func ("/app/plot-readout/keys-begin-at-the-mark", test_keys_begin_at_the_mark);
  g_test_add_func ("/app/plot-readout/ends-and-pages", test_ends_and_pages);
  g_test_add_func ("/app/plot-readout/pages-change-the-series", test_pages_change_the_series);
  g_test_add_func ("/app/plot-readout/readout-goes-with-the-focus",
                   test_readout_goes_with_the_focus);
  g_test_add_func ("/app/plot-readout/resting-pointer-leaves-the-keys-alone",
                   test_resting_pointer_leaves_the_keys_alone);
  g_test_add_func ("/app/plot-readout/bars-are-read-out", test_bars_are_read_out);
  g_test_add_func ("/app/plot-readout/a-click-takes-the-focus", test_a_click_takes_the_focus);
  g_test_add_func ("/app/plot-readout/pointer-shows-and-leaves", test_pointer_shows_and_leaves);
  g_test_add_func ("/app/plot-readout/chart-changes-under-the-readout",
                   test_chart_changes_under_the_readout);

  return app_run ();
}
