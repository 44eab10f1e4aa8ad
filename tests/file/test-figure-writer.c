/* The numbers of a figure as CSV and JSON. */
#include <locale.h>
#include <math.h>

#include <glib.h>
#include <json-glib/json-glib.h>

#include "file/figure-writer.h"
#include "golden.h"

static MisFigureData *
make_figure (void)
{
  MisFigureData *data = mis_figure_data_new ("3", "Weight", "Weight of problem area 1", FALSE,
                                             "Misalignment", 100, 100, 42, "min-max");
  MisFigureSeries *first = mis_figure_data_add_series (data, "2 goals, 1 problem area");
  MisFigureSeries *second = mis_figure_data_add_series (data, "\"quoted\"");
  const MisFigurePoint points[] = {
    { 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0 },
    { 0.1, 1.0 / 3.0, 0.25, 0.5, 0.01, 0.25, 0.5, (double) NAN, 1.0 },
    { 1.0, 0.5, 0.5, 0.5, (double) NAN, 0.5, 0.5, 0.5, 1.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    mis_figure_series_add_point (first, &points[i]);
  mis_figure_series_add_point (second, &points[2]);
  return data;
}

static void
test_csv (void)
{
  g_autoptr (MisFigureData) data = make_figure ();
  g_autoptr (GBytes) written = mis_figure_write_csv (data, MIS_CSV_POINTS);

  assert_golden (written, "figure.csv");
}

static void
test_json (void)
{
  g_autoptr (MisFigureData) data = make_figure ();
  g_autoptr (GBytes) written = mis_figure_write_json (data);
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text = g_bytes_get_data (written, &length);

  assert_golden (written, "figure.json");
  g_assert_true (json_parser_load_from_data (parser, text, (gssize) length, NULL));
}

/* For whom weights were drawn stands there where any were. */
static void
test_weights_per (void)
{
  g_autoptr (MisFigureData) data = make_figure ();
  g_autoptr (GBytes) written = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  const char *text;
  gsize length;

  data->weights_per = "group";
  written = mis_figure_write_json (data);
  text = g_bytes_get_data (written, &length);
  g_assert_true (json_parser_load_from_data (parser, text, (gssize) length, NULL));
  g_assert_cmpstr (json_object_get_string_member (
                       json_node_get_object (json_parser_get_root (parser)), "weights_per"),
                   ==, "group");
}

static MisFigureData *
make_distribution (void)
{
  MisFigureData *data =
      mis_figure_data_new ("own", "Own", "Score", FALSE, "Share of runs", 7, 3, 42, "5-95");
  MisFigureSeries *first = mis_figure_data_add_series (data, "as it is");
  MisFigureSeries *second = mis_figure_data_add_series (data, "of one run");
  const MisFigurePoint point = { NAN, 0.3, 0.1, 0.5, 0.2, 0.11, 0.49, 0.3125, NAN };
  const MisFigurePoint single = { NAN, 0.25, 0.25, 0.25, NAN, 0.25, 0.25, NAN, NAN };
  const double quantiles[] = { 0.1, 0.3, 0.5 };

  data->is_distribution = TRUE;
  mis_figure_data_add_series (data, "of none");
  mis_figure_series_add_point (first, &point);
  mis_figure_series_set_distribution (
      first, mis_distribution_new (g_memdup2 (quantiles, sizeof quantiles), 3, 0.25, 0.0625, 0.75));
  mis_figure_series_add_point (second, &single);
  mis_figure_series_set_distribution (
      second, mis_distribution_new (g_memdup2 (&point.max, sizeof (double)), 1, 0.5, NAN, NAN));
  data->bins = (MisBins) { .n = 2, .first = 0, .step = 3, .power = -1 };
  mis_distribution_set_counts (first->distribution, mis_bins_count (&data->bins, quantiles, 3));
  mis_distribution_set_counts (second->distribution, mis_bins_count (&data->bins, &point.max, 1));
  return data;
}

static void
test_distribution (void)
{
  g_autoptr (MisFigureData) data = make_distribution ();
  g_autoptr (GBytes) csv = mis_figure_write_csv (data, MIS_CSV_POINTS);
  g_autoptr (GBytes) bins = mis_figure_write_bins_csv (data, MIS_CSV_POINTS);
  g_autoptr (GBytes) json = mis_figure_write_json (data);
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text = g_bytes_get_data (json, &length);

  assert_golden (csv, "distribution.csv");
  assert_golden (bins, "distribution-bins.csv");
  assert_golden (json, "distribution.json");
  g_assert_true (json_parser_load_from_data (parser, text, (gssize) length, NULL));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-writer/csv", test_csv);
  g_test_add_func ("/figure-writer/json", test_json);
  g_test_add_func ("/figure-writer/weights-per", test_weights_per);
  g_test_add_func ("/figure-writer/distribution", test_distribution);
  return g_test_run ();
}
