#include "report/figure.h"

#include <math.h>
#include <string.h>

#include "core/local-number.h"
#include "core/score.h"
#include "figure-case.h"
#include "plot/canvas-recorder.h"
#include "plot/export.h"
#include "plot/render.h"

#define CLOSE 1e-12

#define assert_near(found_, expected_) \
  g_assert_cmpfloat_with_epsilon ((found_), (expected_), CLOSE)

static MisFigureData *
make (const char *name)
{
  g_autoptr (MisExperiment) experiment = figure_case_load (name, 0, 1, 0);

  return figure_case_run (experiment);
}

static double
value_at (const MisFigureData *data, guint series, guint step)
{
  return mis_figure_series_get_point (mis_figure_data_get_series (data, series), step)->mean;
}

static void
check_chart (const MisFigureData *data,
             const char *title,
             const char *const *values,
             guint n_theory)
{
  g_autoptr (MisChart) chart = mis_figure_chart (data);
  const char *description = mis_chart_get_description (chart);

  g_assert_cmpstr (mis_chart_get_title (chart), ==, title);
  g_assert_true (g_str_has_prefix (mis_chart_get_subtitle (chart), "1000 agents"));
  g_assert_nonnull (strstr (mis_chart_get_source (chart), "arXiv:2406.04231"));
  g_assert_nonnull (strstr (description, data->x_label));
  for (; *values != NULL; values++)
    g_assert_nonnull (strstr (description, *values));
  g_assert_cmpuint (mis_chart_get_n_series (chart), ==, data->series->len + n_theory);
  for (guint i = 0; i < data->series->len; i++)
    {
      const MisSeries *series = mis_chart_get_series (chart, i);

      g_assert_cmpstr (series->name, ==, mis_figure_data_get_series (data, i)->name);
      g_assert_cmpuint (series->n, ==, mis_figure_data_get_series (data, i)->points->len);
      g_assert_null (series->low);
      for (guint step = 0; step < mis_figure_data_get_series (data, i)->points->len; step++)
        g_assert_cmpfloat (series->ys[step], ==, value_at (data, i, step));
    }
}

static void
test_charts (void)
{
  static const char *const goal_values[] = {
    "2 goals: 0.000 at 0, highest 0.501 at 0.5, 0.000 at 1.",
    "5 goals: 0.751 at 0, highest 0.801 at 0.2, 0.000 at 1.", NULL
  };
  static const char *const carla_values[] = {
    "scenario weights, conflict 1: 0.000 at 0, highest 0.106 at 0.5, 0.000 at 1.", NULL
  };
  g_autoptr (MisFigureData) goals = make ("figure-4");
  g_autoptr (MisFigureData) carla = make ("figure-8");

  check_chart (goals, "Figure 4. Goal distribution", goal_values, 4);
  check_chart (carla, "Figure 8. CARLA: vehicles and pedestrians", carla_values, 0);
}

/* Theorem 3 as a line from the axis to the top of each curve, in its colour and without a name. */
static void
test_peak_lines (void)
{
  g_autoptr (MisFigureData) data = make ("figure-4");
  g_autoptr (MisChart) chart = mis_figure_chart (data);

  for (guint i = 0; i < 4; i++)
    {
      const MisSeries *line = mis_chart_get_series (chart, 4 + i);

      g_assert_cmpstr (line->name, ==, "");
      g_assert_true (line->flags & MIS_SERIES_THEORY);
      g_assert_cmpint (line->color, ==, mis_chart_get_series (chart, i)->color);
      g_assert_cmpuint (line->n, ==, 2);
      g_assert_cmpfloat (line->xs[0], ==, 1.0 / (i + 2));
      g_assert_cmpfloat (line->xs[1], ==, line->xs[0]);
      g_assert_cmpfloat (line->ys[0], ==, 0);
      assert_near (line->ys[1], mis_maximum (1000, i + 2, MIS_PAIRS_DISTINCT));
    }
}

/* Several numbers in one name are said to be one for each area; names that say it all are alone. */
static void
test_legend (void)
{
  g_autoptr (MisFigureData) conflicts = make ("figure-5");
  g_autoptr (MisFigureData) goals = make ("figure-4");
  g_autoptr (MisChart) of_conflicts = mis_figure_chart (conflicts);
  g_autoptr (MisChart) of_goals = mis_figure_chart (goals);
  g_autoptr (MisChart) other = NULL;

  g_assert_nonnull (strstr (mis_chart_get_legend_title (of_conflicts), "one number for each"));
  g_assert_nonnull (strstr (mis_chart_get_description (of_conflicts), "one number for each"));
  g_assert_cmpstr (mis_chart_get_legend_title (of_goals), ==, "");
  /* The word that stands above all names is in none of them; the numbers keep theirs. */
  g_assert_cmpstr (mis_figure_data_get_series (conflicts, 0)->name, ==, "conflict 1, 1, 1");
  g_assert_cmpstr (mis_chart_get_series (of_conflicts, 0)->name, ==, "1, 1, 1");
  g_assert_cmpstr (mis_chart_get_series (of_conflicts, 8)->name, ==, "0.25, 0.25, 0.25");
  g_assert_nonnull (strstr (mis_chart_get_description (of_conflicts), "conflict 1, 1, 1"));
  g_assert_cmpstr (mis_chart_get_series (of_goals, 0)->name, ==, "2 goals");
  /* A word that only the names have stays. */
  g_free (conflicts->legend);
  conflicts->legend = g_strdup ("Curves: Scenario");
  other = mis_figure_chart (conflicts);
  g_assert_cmpstr (mis_chart_get_series (other, 0)->name, ==, "conflict 1, 1, 1");
}

static void
assert_remark (const MisFigureData *data, const char *remark)
{
  g_autoptr (MisChart) chart = mis_figure_chart (data);

  g_assert_cmpstr (mis_chart_get_remark (chart), ==, remark);
}

/* What was stopped, or is not as in the paper, says so. */
static void
test_remarks (void)
{
  g_autoptr (MisFigureData) data = make ("figure-1");

  assert_remark (data, "");
  data->is_changed = TRUE;
  assert_remark (data, "Numbers changed from the paper’s.");
  data->planned_runs = 120;
  assert_remark (data, "Stopped at 100 of 120 runs. Numbers changed from the paper’s.");
  data->is_changed = FALSE;
  assert_remark (data, "Stopped at 100 of 120 runs.");
  data->planned_runs = data->runs;
  data->is_complete = FALSE;
  assert_remark (data, "Stopped early: points are missing.");
}

/* Random worlds: a band around each mean, and what theory expects as a thin line of the same
 * colour. */
static void
test_bands (void)
{
  g_autoptr (MisFigureData) data = make ("figure-1");
  g_autoptr (MisChart) chart = mis_figure_chart (data);

  g_assert_cmpstr (mis_chart_get_title (chart), ==, "Figure 1. Varying problem areas");
  g_assert_nonnull (strstr (mis_chart_get_subtitle (chart), "minimum to maximum of 100 runs"));
  g_assert_nonnull (strstr (mis_chart_get_description (chart), "from 1 to 100."));
  g_assert_cmpuint (mis_chart_get_n_series (chart), ==, 10);
  for (guint i = 0; i < 5; i++)
    {
      const MisSeries *series = mis_chart_get_series (chart, i);
      const MisSeries *theory = mis_chart_get_series (chart, 5 + i);

      g_assert_cmpuint (series->n, ==, 17);
      g_assert_cmpstr (series->meaning, ==, "minimum to maximum");
      g_assert_true (theory->flags & MIS_SERIES_THEORY);
      g_assert_cmpint (theory->color, ==, series->color);
      for (guint point = 0; point < 17; point++)
        {
          g_assert_cmpfloat (series->low[point], <=, series->ys[point]);
          g_assert_cmpfloat (series->high[point], >=, series->ys[point]);
          assert_near (theory->ys[point], point == 0 ? 0.0 : 2.0 / 3.0);
        }
    }
}

/* How often @text is in the picture. */
static guint
count_drawn (MisChart *chart, const char *text)
{
  const MisExportOptions options = MIS_EXPORT_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = mis_chart_to_svg (chart, &options, &error);
  g_autofree char *picture = NULL;
  g_auto (GStrv) parts = NULL;

  g_assert_no_error (error);
  picture = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  parts = g_strsplit (picture, text, -1);
  return g_strv_length (parts) - 1;
}

/* A random experiment of one curve, of which theory expects @theory. */
static MisFigureData *
make_single (double theory)
{
  MisFigureData *data =
      mis_figure_data_new ("own", "Own", "x", FALSE, "Score", 3, 1000, 0, "min-max");
  MisFigureSeries *series = mis_figure_data_add_series (data, "Own");

  for (guint i = 0; i < 2; i++)
    {
      const MisFigurePoint point = {
        .x = i, .mean = 0.5, .low = 0.25, .high = 0.75, .theory = theory
      };

      mis_figure_series_add_point (series, &point);
    }
  return data;
}

/* The only curve has the title's name, so its key says what it is: line, theory and band. */
static void
test_key_of_one_band (void)
{
  static const struct
  {
    double theory;
    const char *name; /* nullable */
  } cases[] = {
    { 0.501, "what theory expects (behind the mean)" },
    { 0.55, "what theory expects" },
    { NAN, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MisFigureData) data = make_single (cases[i].theory);
      g_autoptr (MisChart) chart = mis_figure_chart (data);
      g_autofree char *runs = mis_count_text (data->runs);
      g_autofree char *mean = g_strdup_printf ("mean of %s runs", runs);
      g_autofree char *drawn = g_strdup_printf (">%s</text>", mean);

      g_assert_cmpstr (mis_chart_get_series (chart, 0)->name, ==, mean);
      g_assert_cmpuint (count_drawn (chart, drawn), ==, 1);
      g_assert_cmpuint (count_drawn (chart, ">minimum to maximum</text>"), ==, 1);
      g_assert_cmpuint (mis_chart_get_n_series (chart), ==, cases[i].name != NULL ? 2 : 1);
      if (cases[i].name != NULL)
        g_assert_cmpstr (mis_chart_get_series (chart, 1)->name, ==, cases[i].name);
    }
}

/* An experiment that is no figure of the paper, and one of which nothing was run. */
static void
test_others (void)
{
  g_autoptr (MisFigureData) data = make ("population");
  g_autoptr (MisFigureData) empty =
    mis_figure_data_new ("own", "Own", "x", FALSE, "y", 1, 1, 0, "sd");
  g_autoptr (MisChart) chart = mis_figure_chart (data);
  g_autoptr (MisChart) nothing = NULL;

  /* An id alone makes no figure of the paper. */
  g_autoptr (MisExperiment) experiment = figure_case_read (
      "{ 'format': 'misalign-experiment', 'version': 1, 'id': '4', 'title': 'My Own',"
      "  'world': { 'agents': 10, 'conflict': 0.11, 'focus': { 'area': 1, 'goal': 1, 'share': 0.5 "
      "} },  'x': { 'vary': 'focus.share', 'from': 0, 'to': 1, 'points': 11 } }");
  g_autoptr (MisFigureData) own = figure_case_run (experiment);
  g_autoptr (MisChart) own_chart = mis_figure_chart (own);

  g_assert_cmpstr (mis_chart_get_title (own_chart), ==, "My Own");
  g_assert_cmpstr (mis_chart_get_subtitle (own_chart), ==, "");
  g_assert_cmpstr (mis_chart_get_source (own_chart), ==, "");
  g_assert_cmpuint (mis_chart_get_n_series (own_chart), ==, 1);
  /* The title alone: a curve of the same name needs no second one. */
  g_assert_cmpuint (count_drawn (own_chart, ">My Own</text>"), ==, 1);
  /* At the most 25 of 45 pairs in conflict: 0.0611, so the axis ends at 0.08. */
  g_assert_nonnull (strstr (mis_chart_get_description (own_chart), "from 0 to 0.08, by"));
  mis_figure_data_add_series (empty, "none");
  nothing = mis_figure_chart (empty);
  g_assert_cmpstr (mis_chart_get_title (chart), ==, "From two agents to a million");
  g_assert_cmpstr (mis_chart_get_source (chart), ==, "");
  g_assert_cmpstr (mis_chart_get_title (nothing), ==, "Own");
  g_assert_true (mis_figure_is_empty (empty));
  g_assert_false (mis_figure_is_empty (data));
  g_assert_cmpstr (mis_chart_get_subtitle (nothing), ==,
                   "Stopped before the first run had ended: there is nothing to show yet.");
}

/* What is said below the chart of an experiment over a share. */
static char *
dup_sentence (const char *world, const char *rest)
{
  g_autofree char *json = g_strdup_printf (
    "{ 'format': 'misalign-experiment', 'version': 1, 'id': 'x', 'world': %s, 'x': %s }", world,
    rest);
  g_autoptr (MisExperiment) experiment = figure_case_read (json);
  g_autoptr (MisFigureData) data = figure_case_run (experiment);

  return mis_figure_sentence (experiment, data);
}

/* Few agents make stairs where points are nearer to each other than whole agents are. */
static void
test_stairs (void)
{
  static const struct
  {
    const char *world, *rest, *count;
  } cases[] = {
    { "{ 'example': 'shopping' }", "{ 'vary': 'share:customer', 'from': 0, 'to': 1, 'points': 51 }",
      "3" },
    { "{ 'example': 'shopping' }", "{ 'vary': 'share:customer', 'from': 0, 'to': 1, 'points': 4 }",
      NULL },
    { "{ 'example': 'shopping' }", "{ 'vary': 'conflict', 'from': 0, 'to': 1, 'points': 51 }",
      NULL },
    { "{ 'example': 'carla' }", "{ 'vary': 'share:vehicles', 'from': 0, 'to': 1, 'points': 51 }",
      NULL },
    { "{ 'example': 'carla' }",
      "{ 'vary': 'share:vehicles', 'from': 0, 'to': 1, 'points': 51 },"
      "'series': [{ 'vary': 'agents', 'values': [50, 20] }]",
      "20" },
    { "{ 'example': 'carla' }",
      "{ 'vary': 'share:vehicles', 'from': 0, 'to': 1, 'points': 51 },"
      "'series': [{ 'vary': 'agents', 'values': [50] }]",
      NULL },
    { "{ 'agents': 7, 'focus': {} }", "{ 'vary': 'focus.share', 'from': 0, 'to': 1, 'points': 51 }",
      "7" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = dup_sentence (cases[i].world, cases[i].rest);
      g_autofree char *expected
        = cases[i].count != NULL
            ? g_strdup_printf ("There are %s agents, so a share moves in steps of 1/%s: that makes "
                               "the stairs.",
                               cases[i].count, cases[i].count)
            : g_strdup ("");

      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_weights (void)
{
  g_autoptr (MisExperiment) group = figure_case_load ("figure-5", 2, 1, 0);
  g_autoptr (MisExperiment) agent = mis_experiment_with_per (group, MIS_PER_AGENT, NULL);
  MisExperiment *const experiments[] = { group, agent };
  static const char *const subtitles[] = { "weights drawn by goal group",
                                           "weights drawn by agent" };
  static const char *const sentences[] = { "all agents with the same goal", "each agent" };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MisFigureData) data = figure_case_run (experiments[i]);
      g_autoptr (MisChart) chart = mis_figure_chart (data);
      g_autofree char *sentence = mis_figure_sentence (experiments[i], data);

      g_assert_true (g_str_has_suffix (mis_chart_get_subtitle (chart), subtitles[i]));
      g_assert_true (g_str_has_suffix (mis_chart_get_source (chart), subtitles[i]));
      g_assert_nonnull (strstr (sentence, sentences[i]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/charts", test_charts);
  g_test_add_func ("/figure/peak-lines", test_peak_lines);
  g_test_add_func ("/figure/legend", test_legend);
  g_test_add_func ("/figure/remarks", test_remarks);
  g_test_add_func ("/figure/bands", test_bands);
  g_test_add_func ("/figure/key-of-one-band", test_key_of_one_band);
  g_test_add_func ("/figure/others", test_others);
  g_test_add_func ("/figure/stairs", test_stairs);
  g_test_add_func ("/figure/weights", test_weights);
  return g_test_run ();
}
