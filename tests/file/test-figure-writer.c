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
  g_autoptr (GBytes) written = mis_figure_write_csv (data);

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

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-writer/csv", test_csv);
  g_test_add_func ("/figure-writer/json", test_json);
  return g_test_run ();
}
