/* The figures of the paper in the smallest sizes that people print: what has to be there,
 * is there. */
#include <string.h>

#include "figure-case.h"
#include "file/bundled-experiment.h"
#include "plot/canvas-recorder.h"
#include "plot/export.h"
#include "plot/render.h"
#include "report/figure.h"

#define SLACK 0.02

/* One column of a journal. */
#define WIDTH 85.0
static const double HEIGHTS[] = { 60, 65 };
static const double TEXT_SIZES[] = { 7, 9 };

/* The nine curves of figure 5 and its source of two lines take more in large letters. */
#define HEIGHT_OF_NINE 70

static MisCanvas *
record (MisChart *chart, double height, double text_size)
{
  MisCanvas *canvas = mis_canvas_recorder_new ();
  MisRenderStyle style = MIS_RENDER_STYLE_INIT;

  style.font_size = text_size;
  mis_chart_render (chart, canvas, mis_theme_get (MIS_THEME_PAPER), &style,
                    WIDTH * MIS_POINTS_PER_MM, height * MIS_POINTS_PER_MM);
  return canvas;
}

static void
assert_has (MisCanvas *canvas, const char *text)
{
  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    if (g_strcmp0 (mis_canvas_recorder_get_record (canvas, i)->text, text) == 0)
      return;
  g_error ("\"%s\" is missing", text);
}

/* On as many lines as it takes. */
static void
assert_has_source (MisCanvas *canvas, const char *source)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    {
      const MisRecord *item = mis_canvas_recorder_get_record (canvas, i);

      if (item->text != NULL && g_strcmp0 (item->group, "source") == 0)
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? " " : "", item->text);
    }
  g_assert_cmpstr (lines->str, ==, source);
}

static void
assert_apart (const MisRecord *a, const MisRecord *b)
{
  const MisRect inner = { a->bounds.x + SLACK, a->bounds.y + SLACK, a->bounds.width - 2 * SLACK,
                          a->bounds.height - 2 * SLACK };

  if (mis_rect_overlaps (&inner, &b->bounds))
    g_error ("\"%s\" touches \"%s\"", a->text, b->text);
}

static void
assert_no_text_touches (MisCanvas *canvas)
{
  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    for (guint k = 0; k < i; k++)
      {
        const MisRecord *a = mis_canvas_recorder_get_record (canvas, i);
        const MisRecord *b = mis_canvas_recorder_get_record (canvas, k);

        if (a->kind == MIS_RECORD_TEXT && b->kind == MIS_RECORD_TEXT)
          assert_apart (a, b);
      }
}

/* Figures 3 and 5, of eight and nine curves, have their key beside the plot; the long names of
 * figure 8 stand above it, and in large letters its source takes more of the rest. */
static double
least_share (const MisFigureData *data, double text_size)
{
  if (strcmp (data->id, "8") == 0)
    return text_size < 9 ? 0.4 : 0.33;
  return 0.45;
}

static void
check_size (MisChart *chart, const MisFigureData *data, double height, double text_size)
{
  g_autoptr (MisCanvas) canvas = record (chart, height, text_size);
  g_autoptr (MisLayout) layout = mis_layout_new (chart, WIDTH * MIS_POINTS_PER_MM,
                                                 height * MIS_POINTS_PER_MM, text_size,
                                                 (MisRenderFlags) 0);

  g_assert_cmpfloat (mis_layout_get_plot_area (layout).height, >=,
                     least_share (data, text_size) * height * MIS_POINTS_PER_MM);
  g_assert_cmpfloat (mis_layout_get_plot_area (layout).width, >=, 0.3 * WIDTH * MIS_POINTS_PER_MM);
  assert_no_text_touches (canvas);
  assert_has (canvas, mis_chart_get_title (chart));
  assert_has (canvas, data->x_label);
  assert_has (canvas, data->y_label);
  assert_has_source (canvas, mis_chart_get_source (chart));
  for (guint i = 0; i < mis_chart_get_n_series (chart); i++)
    {
      const MisSeries *series = mis_chart_get_series (chart, i);

      if (*series->name != '\0')
        assert_has (canvas, series->name);
      if (series->meaning != NULL && *series->meaning != '\0')
        assert_has (canvas, series->meaning);
    }
}

/* With its title, both titles of the axes and every name, and where it comes from; and with room
 * for the curves. */
static void
test_one_column (gconstpointer name)
{
  g_autoptr (MisExperiment) experiment = figure_case_load (name, 10, 1, 0);
  g_autoptr (MisFigureData) data = figure_case_run (experiment);
  g_autoptr (MisChart) chart = NULL;

  data->is_changed = FALSE; /* fewer runs are drawn in the same way */
  chart = mis_figure_chart (data);
  for (guint i = 0; i < G_N_ELEMENTS (HEIGHTS); i++)
    for (guint k = 0; k < G_N_ELEMENTS (TEXT_SIZES); k++)
      {
        gboolean is_large = strcmp (data->id, "5") == 0 && TEXT_SIZES[k] > 8;

        check_size (chart, data, is_large ? HEIGHT_OF_NINE : HEIGHTS[i], TEXT_SIZES[k]);
      }
}

/* Where not all names find room, the plot keeps its height: they are counted beside it. */
static void
test_plot_before_names (void)
{
  g_autoptr (MisExperiment) experiment = figure_case_load ("figure-5", 10, 1, 0);
  g_autoptr (MisFigureData) data = figure_case_run (experiment);
  g_autoptr (MisChart) chart = NULL;
  g_autoptr (MisLayout) layout = NULL;
  g_autoptr (MisCanvas) canvas = NULL;

  data->is_changed = FALSE;
  /* Without words above them the names say all themselves. */
  g_free (data->legend);
  data->legend = g_strdup ("");
  chart = mis_figure_chart (data);
  layout = mis_layout_new (chart, WIDTH * MIS_POINTS_PER_MM, HEIGHTS[0] * MIS_POINTS_PER_MM,
                           TEXT_SIZES[1], (MisRenderFlags) 0);
  canvas = record (chart, HEIGHTS[0], TEXT_SIZES[1]);
  assert_no_text_touches (canvas);
  assert_has (canvas, "and 3 more");
  g_assert_cmpfloat (mis_layout_get_plot_area (layout).height, >=,
                     0.4 * HEIGHTS[0] * MIS_POINTS_PER_MM);
}

/* A stopped run with other numbers than the paper's has a remark, a key of many rows and a band:
 * the source stays, rather than room for the curves or a subtitle. */
static void
test_source_stays (void)
{
  g_autoptr (MisExperiment) plain = figure_case_load ("figure-5", 10, 1, 0);
  g_autoptr (MisExperiment) experiment = mis_experiment_with_band (plain, MIS_BAND_MIN_MAX);
  g_autoptr (MisFigureData) data = figure_case_run (experiment);
  g_autoptr (MisChart) chart = NULL;

  data->is_changed = TRUE;
  data->planned_runs = 400000;
  chart = mis_figure_chart (data);
  mis_chart_set_source (chart, "Source: Shops");
  for (guint i = 0; i < G_N_ELEMENTS (HEIGHTS); i++)
    for (guint k = 0; k < G_N_ELEMENTS (TEXT_SIZES); k++)
      {
        g_autoptr (MisCanvas) canvas = record (chart, HEIGHTS[i], TEXT_SIZES[k]);

        assert_no_text_touches (canvas);
        assert_has (canvas, "Source: Shops");
        assert_has (canvas, mis_chart_get_title (chart));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < MIS_N_FIGURES; i++)
    {
      g_autofree char *path =
        g_strdup_printf ("/report/figure-size/%s", mis_bundled_experiment_names[i]);

      g_test_add_data_func (path, mis_bundled_experiment_names[i], test_one_column);
    }
  g_test_add_func ("/report/figure-size/source-stays", test_source_stays);
  g_test_add_func ("/report/figure-size/plot-before-names", test_plot_before_names);
  return g_test_run ();
}
