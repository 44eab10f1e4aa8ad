/* The numbers of a figure as a table: one series shown, all copied. */
#include "app-fixture.h"

#include <math.h>

#include "app/figure-table.h"
#include "app/own-scroll.h"

static MisFigureData *
make_data (void)
{
  MisFigureData *data =
    mis_figure_data_new ("own", "Own", "Weight", FALSE, "Population Misalignment", 10, 3, 1, "sd");

  for (guint i = 0; i < 2; i++)
    {
      MisFigureSeries *series = mis_figure_data_add_series (data, i == 0 ? "first" : "second");

      mis_figure_series_add_point (
        series, &(MisFigurePoint) { 0.5 + i, 0.25, 0.125, 0.375, NAN, 0.2, 0.3, 1.0 / 3, NAN });
      mis_figure_series_add_point (series,
                                   &(MisFigurePoint){ 1.5 + i, 0.5, 0.5, 0.5, 0, 0, 1, 0.5, 1 });
    }
  return data;
}

static guint
count_lines (MisFigureTable *table)
{
  return g_list_model_get_n_items (
    G_LIST_MODEL (gtk_column_view_get_model (app_child (table, "view"))));
}

static char *
get_line (MisFigureTable *table, guint line)
{
  g_autoptr (GtkStringObject) item = g_list_model_get_item (
    G_LIST_MODEL (gtk_column_view_get_model (app_child (table, "view"))), line);

  return g_strdup (gtk_string_object_get_string (item));
}

static void
test_shown (void)
{
  MisFigureTable *table = g_object_ref_sink (g_object_new (MIS_TYPE_FIGURE_TABLE, NULL));
  g_autoptr (MisFigureData) data = make_data ();
  g_autofree char *first = NULL, *second = NULL;

  g_assert_cmpuint (count_lines (table), ==, 0);
  mis_figure_table_set_data (table, data);
  g_assert_cmpuint (count_lines (table), ==, 2);
  first = get_line (table, 0);
  g_assert_cmpstr (first, ==, app_local ("0.5000\t0.2500\t0.1250\t0.3750\t–\t0.3333"));
  gtk_drop_down_set_selected (app_child (table, "series_drop_down"), 1);
  second = get_line (table, 1);
  g_assert_cmpstr (second, ==, app_local ("2.5000\t0.5000\t0.5000\t0.5000\t0.0000\t0.5000"));
  /* Other numbers of the same kind: the series that was looked at stays. */
  mis_figure_table_set_data (table, data);
  g_assert_cmpuint (gtk_drop_down_get_selected (app_child (table, "series_drop_down")), ==, 1);
  mis_figure_table_set_data (table, NULL);
  g_assert_cmpuint (count_lines (table), ==, 0);
  g_assert_finalize_object (table);
}

static char *
join_titles (MisFigureTable *table)
{
  GListModel *shown = gtk_column_view_get_columns (app_child (table, "view"));
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, i);

      g_string_append_printf (titles, "%s;", gtk_column_view_column_get_title (column));
    }
  return g_string_free (titles, FALSE);
}

/* @theory: at the one point, whose runs all come to 0.25. */
static void
assert_titles (MisFigureTable *table, double max, double theory, const char *expected)
{
  g_autoptr (MisFigureData) data =
      mis_figure_data_new ("own", "Own", "Weight", FALSE, "Population Misalignment", 1, 3, 1, "sd");
  MisFigureSeries *series = mis_figure_data_add_series (data, "only");
  g_autofree char *titles = NULL;

  mis_figure_series_add_point (
      series, &(MisFigurePoint){ 0.5, 0.25, 0.25, max, NAN, 0.25, 0.25, theory, NAN });
  mis_figure_table_set_data (table, data);
  titles = join_titles (table);
  g_assert_cmpstr (titles, ==, expected);
}

/* Where nothing is drawn, all columns would say the same. */
static void
test_score_alone (void)
{
  static const char *const all = "x;Mean;Lowest;Highest;Deviation;Expected;";
  MisFigureTable *table = g_object_ref_sink (g_object_new (MIS_TYPE_FIGURE_TABLE, NULL));
  GtkWidget *header = gtk_widget_get_first_child (app_child (table, "view"));

  assert_titles (table, 0.25, 0.25, "x;Score;");
  assert_titles (table, 0.25, 0.5, all);
  g_assert_true (g_str_has_prefix (
      gtk_widget_get_tooltip_text (gtk_widget_get_last_child (header)), "What theory says"));
  assert_titles (table, 0.25, NAN, "x;Score;");
  assert_titles (table, 0.5, 0.25, all);
  mis_figure_table_set_data (table, NULL);
  g_assert_finalize_object (table);
}

static void
test_copied (void)
{
  MisFigureTable *table = g_object_ref_sink (g_object_new (MIS_TYPE_FIGURE_TABLE, NULL));
  g_autoptr (MisFigureData) data = make_data ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  mis_figure_table_set_data (table, data);
  text = mis_figure_table_get_text (table);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_assert_cmpstr (lines[0], ==, "Series\tWeight\tMean\tLowest\tHighest\tDeviation\tExpected");
  g_assert_cmpstr (lines[1], ==,
                   app_local ("first\t0.5\t0.25\t0.125\t0.375\t\t0.333333333333333"));
  g_assert_cmpstr (lines[4], ==, app_local ("second\t2.5\t0.5\t0.5\t0.5\t0\t0.5"));
  g_assert_cmpstr (lines[5], ==, "");
  g_assert_finalize_object (table);
}

/* What a window of 360 pixels leaves to the table. */
#define NARROW 318

/* In the narrowest window no column is out of sight. */
static void
test_narrow (void)
{
  GtkWidget *window = gtk_window_new ();
  MisFigureTable *table = g_object_new (MIS_TYPE_FIGURE_TABLE, NULL);
  g_autoptr (MisFigureData) data = make_data ();
  GtkAdjustment *across;
  int minimum;

  mis_figure_table_set_data (table, data);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (table));
  gtk_window_present (GTK_WINDOW (window));
  across = gtk_scrolled_window_get_hadjustment (app_child (table, "scroller"));
  app_wait_until (gtk_adjustment_get_page_size (across) > 1.0);
  gtk_widget_measure (app_child (table, "view"), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROW);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* @n lines in one series. */
static MisFigureData *
make_lines (guint n)
{
  MisFigureData *data =
    mis_figure_data_new ("own", "Own", "Weight", FALSE, "Population Misalignment", 10, 3, 1, "sd");
  MisFigureSeries *series = mis_figure_data_add_series (data, "only");

  for (guint i = 0; i < n; i++)
    mis_figure_series_add_point (
      series, &(MisFigurePoint) { i, 0.25, 0.125, 0.375, NAN, 0.2, 0.3, 1.0 / 3, NAN });
  return data;
}

static gboolean
is_laid_out (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_page_size (adjustment) > 1.0
         && gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment);
}

/* Turns the wheel over the table, or moves two fingers; whether @own, with which it scrolls, gets
 * that. None of those that hear of it first may take it from both. */
static gboolean
scrolls_table (MisFigureTable *table, GtkEventController *own, double dx, double dy)
{
  gboolean taken;

  g_signal_emit_by_name (
      app_get_controller (app_child (table, "scroller"), GTK_TYPE_EVENT_CONTROLLER_SCROLL),
      "scroll", dx, dy, &taken);
  g_assert_false (taken);
  return gtk_event_controller_get_propagation_phase (own) != GTK_PHASE_NONE;
}

/* A page with the table, and more below it than the window has room for. */
static GtkWidget *
new_page (MisFigureTable *table)
{
  GtkWidget *window = gtk_window_new (), *page = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 600);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (table));
  gtk_box_append (GTK_BOX (box), gtk_label_new ("below"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (page), box);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 500, 500);
  return window;
}

/* The page gets the wheel, with wheels and fingers of all kinds, where the table has nothing to
 * scroll, or is at its end. */
static void
test_wheel (void)
{
  MisFigureTable *table = g_object_new (MIS_TYPE_FIGURE_TABLE, NULL);
  GtkWidget *window = new_page (table);
  GtkEventController *own = mis_find_own_scroll (app_child (table, "scroller"));
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (app_child (table, "scroller"));
  g_autoptr (MisFigureData) few = make_lines (2), many = make_lines (100);

  mis_figure_table_set_data (table, few);
  app_present (window);
  g_assert_false (scrolls_table (table, own, 0.0, 1.0));
  g_assert_false (scrolls_table (table, own, 0.0, -12.5));

  /* A hundred lines: the table's own, until its end. */
  mis_figure_table_set_data (table, many);
  app_wait_until (is_laid_out (down));
  g_assert_true (scrolls_table (table, own, 0.0, 1.0));
  g_assert_false (scrolls_table (table, own, 0.0, -1.0));
  gtk_adjustment_set_value (down, gtk_adjustment_get_upper (down));
  g_assert_true (scrolls_table (table, own, 0.0, -12.5));
  g_assert_false (scrolls_table (table, own, 0.0, 12.5));
  g_assert_true (scrolls_table (table, own, 20.0, 12.5));
  gtk_window_destroy (GTK_WINDOW (window));
}

#define N_RUNS 5

/* Of the runs 0.1, 0.2, 0.3, 0.4 and 0.6, whose quantiles are worked out by hand. */
static MisFigureData *
make_distribution (void)
{
  static const double runs[N_RUNS] = { 0.1, 0.2, 0.3, 0.4, 0.6 };
  MisFigureData *data = mis_figure_data_new ("own", "Own", "Population Misalignment", FALSE,
                                             "Share of Runs", 10, N_RUNS, 1, "5-95");
  MisFigureSeries *series = mis_figure_data_add_series (data, "first");

  data->is_distribution = TRUE;
  mis_figure_series_add_point (
      series, &(MisFigurePoint) { NAN, 0.32, 0.1, 0.6, 0.125, 0.12, 0.56, NAN, NAN });
  mis_figure_series_set_distribution (
      series, mis_distribution_new (g_memdup2 (runs, sizeof (runs)), N_RUNS, 0.25, 0.05, 0.75));
  return data;
}

static guint
count_columns (MisFigureTable *table)
{
  return g_list_model_get_n_items (gtk_column_view_get_columns (app_child (table, "view")));
}

static void
test_distribution (void)
{
  static const char *const expected[] = {
    "As set\t–\t0.2500",           "Mean of the runs\t–\t0.3200",
    "Expected mean\t–\t–",         "Deviation\t–\t0.1250",
    "Lowest the ranges allow\t–\t0.0500",  "Lowest of the runs\t–\t0.1000",
    "5th percentile\t5\u202f%\t0.1200",  "Lower quartile\t25\u202f%\t0.2000",
    "Median\t50\u202f%\t0.3000",  "Upper quartile\t75\u202f%\t0.4000",
    "95th percentile\t95\u202f%\t0.5600", "Highest of the runs\t–\t0.6000",
    "Highest the ranges allow\t–\t0.7500",
  };
  MisFigureTable *table = g_object_ref_sink (g_object_new (MIS_TYPE_FIGURE_TABLE, NULL));
  g_autoptr (MisFigureData) points = make_data ();
  g_autoptr (MisFigureData) data = make_distribution ();

  mis_figure_table_set_data (table, points);
  g_assert_cmpuint (count_columns (table), ==, 6);
  mis_figure_table_set_data (table, data);
  g_assert_cmpuint (count_columns (table), ==, 3);
  g_assert_cmpuint (count_lines (table), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *line = get_line (table, i);

      g_assert_cmpstr (line, ==, app_local (expected[i]));
    }
  g_assert_cmpstr (app_text (table, "x_label"), ==, "Value: Population Misalignment");
  mis_figure_table_set_data (table, points);
  g_assert_cmpuint (count_columns (table), ==, 6);
  g_assert_cmpuint (count_lines (table), ==, 2);
  g_assert_finalize_object (table);
}

static void
test_distribution_copied (void)
{
  MisFigureTable *table = g_object_ref_sink (g_object_new (MIS_TYPE_FIGURE_TABLE, NULL));
  g_autoptr (MisFigureData) data = make_distribution ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  mis_figure_table_set_data (table, data);
  text = mis_figure_table_get_text (table);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 15);
  g_assert_cmpstr (lines[0], ==, "Series\tStatistic\tProbability\tValue");
  g_assert_cmpstr (lines[1], ==, app_local ("first\tAs set\t\t0.25"));
  g_assert_cmpstr (lines[3], ==, "first\tExpected mean\t\t");
  g_assert_cmpstr (lines[9], ==, app_local ("first\tMedian\t0.5\t0.3"));
  g_assert_finalize_object (table);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/figure-table/shown", test_shown);
  g_test_add_func ("/app/figure-table/copied", test_copied);
  g_test_add_func ("/app/figure-table/narrow", test_narrow);
  g_test_add_func ("/app/figure-table/wheel", test_wheel);
  g_test_add_func ("/app/figure-table/distribution", test_distribution);
  g_test_add_func ("/app/figure-table/score-alone", test_score_alone);
  g_test_add_func ("/app/figure-table/distribution-copied", test_distribution_copied);

  return app_run ();
}
