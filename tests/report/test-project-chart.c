#include "report/project-chart.h"

#include <math.h>
#include <string.h>

#include "core/edit.h"
#include "file/example.h"
#include "plot/export.h"
#include "plot/layout.h"
#include "recorded.h"
#include "report/sentence.h"

#define CLOSE 1e-12
#define ALL 3.0 /* agents of the shopping case */

#define assert_near(found_, expected_) \
  g_assert_cmpfloat_with_epsilon ((found_), (expected_), CLOSE)

/* A case study, its score, and the exact curve of its first group. */
typedef struct
{
  MisWorld *world;
  MisScore *score;
  MisCurve *curve;
} Fixture;

static void
fixture_set_up (Fixture *self, gconstpointer id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisTally) tally = NULL;

  self->world = mis_example_load (id, &error);
  g_assert_no_error (error);
  tally = mis_tally_new (self->world, NULL);
  self->score = mis_score_new (tally, NULL, NULL);
  self->curve = mis_curve_new_share (self->world, 0, NULL);
}

static void
fixture_tear_down (Fixture *self, gconstpointer id)
{
  mis_curve_free (self->curve);
  mis_score_unref (self->score);
  mis_world_unref (self->world);
}

/* Tables 1 and 2, summed over both areas: what a customer and one of the others, and what a
 * retailer and a recommender have between them. */
static double
customer_terms (void)
{
  return 0.1 * sqrt (0.8 * 0.9) + 0.1 * sqrt (0.8) + 0.5 * sqrt (0.6 * 0.7) + 0.9 * sqrt (0.6);
}

static double
other_terms (void)
{
  return 0.1 * sqrt (0.9) + 0.3 * sqrt (0.7);
}

/* The overall score of the shopping case with @share customers, the others in equal parts. */
static double
shopping_score (double share)
{
  double customers = ALL * share, others = ALL * (1 - share) / 2;

  return (customer_terms () * customers * others + other_terms () * others * others)
         / (ALL * (ALL - 1) / 2) / 2;
}

static void
test_areas (Fixture *self, gconstpointer id)
{
  static const char *const names[] = { "Food and groceries", "Household items" };
  static const char *const texts[] = { "0.090", "0.424" };
  static const double values[] = { 0.0897212875491429, 0.424057348399316 };
  g_autoptr (MisChart) chart = mis_chart_areas (self->world, self->score);

  g_assert_cmpuint (mis_chart_get_n_bars (chart), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const MisBar *bar = mis_chart_get_bar (chart, i);

      g_assert_cmpstr (bar->label, ==, names[i]);
      g_assert_cmpstr (bar->value_text, ==, texts[i]);
      assert_near (bar->value, values[i]);
    }
  g_assert_cmpstr (mis_chart_get_description (chart), ==,
                   "The highest area is “Household items” with 0.424, the lowest “Food and "
                   "groceries” with 0.090. The grey behind the bars ends at the most that any area "
                   "can reach, 1.000.");
}

/* Grey that ends elsewhere in another project says why. */
static void
test_grey_is_explained (Fixture *self, gconstpointer id)
{
  g_autoptr (MisChart) chart = mis_chart_areas (self->world, self->score);
  double possible = 2.0 * 500 * 500 / (1000.0 * 999); /* two goals, one for each half */
  g_autofree char *expected =
      g_strdup_printf ("Grey: up to the most that any area can reach, %.3f", possible);

  g_assert_cmpstr (mis_chart_get_subtitle (chart), ==, expected);
}

/* Fewer than two agents: a bar without a length, and words in its place. */
static void
test_area_without_score (Fixture *self, gconstpointer id)
{
  g_autoptr (GError) error = NULL;
  const guint64 counts[] = { 1, 0 };
  g_autoptr (MisWorld) alone = mis_world_with_counts (self->world, counts, &error);
  g_autoptr (MisTally) tally = mis_tally_new (alone, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
  g_autoptr (MisChart) chart = mis_chart_areas (alone, score);

  g_assert_no_error (error);
  g_assert_cmpuint (mis_chart_get_n_bars (chart), ==, 8);
  for (guint i = 0; i < 8; i++)
    {
      g_assert_true (isnan (mis_chart_get_bar (chart, i)->value));
      g_assert_cmpstr (mis_chart_get_bar (chart, i)->value_text, ==, "fewer than two agents");
    }
  g_assert_cmpstr (mis_chart_get_description (chart), ==, "");
  g_assert_cmpstr (mis_chart_get_subtitle (chart), ==, "");
}

static const MisSeries *
get_line (const MisChart *chart)
{
  return mis_chart_get_series (chart, mis_chart_get_n_series (chart) - 1);
}

static gboolean
has_x (const MisSeries *series, double x)
{
  for (guint i = 0; i < series->n; i++)
    if (fabs (series->xs[i] - x) <= CLOSE)
      return TRUE;
  return FALSE;
}

/* Dots at one and three customers: with none or two, half a retailer would be left. */
static void
test_share (Fixture *self, gconstpointer id)
{
  g_autoptr (MisChart) chart = mis_chart_share (self->world, self->score, self->curve, 0,
                                                MIS_CHART_ON_SCREEN);
  const MisSeries *dots = mis_chart_get_series (chart, 0);
  const MisSeries *line = mis_chart_get_series (chart, 1);

  g_assert_cmpuint (mis_chart_get_n_series (chart), ==, 2);
  g_assert_cmpuint (dots->n, ==, 2);
  for (guint i = 0; i < dots->n; i++)
    {
      assert_near (dots->xs[i], (1 + 2 * i) / ALL);
      assert_near (dots->ys[i], shopping_score (dots->xs[i]));
      g_assert_true (has_x (line, dots->xs[i]));
    }
  g_assert_cmpuint (line->n, >, 200);
  for (guint i = 0; i < line->n; i++)
    assert_near (line->ys[i], shopping_score (line->xs[i]));
  assert_near (line->xs[0], 0.0);
  assert_near (line->xs[line->n - 1], 1.0);
}

/* @world as its share curve shows it; each dot is the score of the world that a slider gives there,
 * and the ring is on the line. */
static guint
check_dots (MisWorld *world, guint agent, const gboolean *locked)
{
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
  g_autoptr (MisCurve) curve = mis_curve_new_share (world, agent, locked);
  g_autoptr (MisChart) chart = mis_chart_share (world, score, curve, agent, MIS_CHART_ON_SCREEN);
  const MisSeries *dots;
  double x, y;

  if (mis_chart_get_point (chart, 0, &x, &y))
    {
      g_assert_true (has_x (get_line (chart), x));
      g_assert_cmpfloat_with_epsilon (mis_curve_get_overall (curve, x), y, 1e-9);
    }
  if (mis_chart_get_n_series (chart) < 2)
    return 0;
  dots = mis_chart_get_series (chart, 0);
  for (guint i = 0; i < dots->n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MisWorld) at = mis_world_with_share (world, agent, dots->xs[i], locked, &error);
      g_autoptr (MisTally) at_tally = mis_tally_new (at, NULL);
      g_autoptr (MisScore) at_score = mis_score_new (at_tally, NULL, NULL);

      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (dots->ys[i], at_score->overall, 1e-9);
    }
  return dots->n;
}

static void
test_dots_are_worlds (Fixture *self, gconstpointer id)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (46);
  guint n_dots = 0;

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MisWorld) world = NULL;
      const gboolean locked[] = { FALSE, i % 4 == 1, i % 4 == 2 };
      guint64 counts[3];

      for (guint k = 0; k < 3; k++)
        counts[k] = (guint64) g_rand_int_range (rand, 0, 12);
      world = mis_world_with_counts (self->world, counts, &error);
      g_assert_no_error (error);
      n_dots += check_dots (world, 0, locked);
    }
  g_assert_cmpuint (n_dots, >, 400);
}

/* Of a thousand agents none would be told apart. */
static void
test_no_dots_where_many (Fixture *self, gconstpointer id)
{
  g_autoptr (MisChart) chart = mis_chart_share (self->world, self->score, self->curve, 0,
                                                MIS_CHART_ON_SCREEN);

  g_assert_cmpuint (mis_chart_get_n_series (chart), ==, 1);
  g_assert_null (strstr (mis_chart_get_description (chart), "dots"));
}

/* The top of the parabola is exact, not the best of some points: (A - B)/(2A - B). */
static void
test_sentence_of_share (Fixture *self, gconstpointer id)
{
  double top = (customer_terms () - other_terms ()) / (2 * customer_terms () - other_terms ());
  MisPeak peak = mis_curve_find_peak (self->curve, -1);
  g_autoptr (MisChart) chart = mis_chart_share (self->world, self->score, self->curve, 0,
                                                MIS_CHART_ON_SCREEN);
  g_autofree char *expected = g_strdup_printf (
      "With “Customer” at a share of 0.333 the misalignment is 0.257; the highest it gets while "
      "that share moves is %.3f, at %.3f. The dots are the shares at which every group has a whole "
      "number of agents; between them the line counts parts of agents.",
      shopping_score (top), top);

  assert_near (peak.x, top);
  assert_near (peak.value, shopping_score (top));
  g_assert_cmpstr (mis_chart_get_description (chart), ==, expected);
}

/* Locked groups leave a part of the axis: no line there, and the sentence says so. */
static void
test_locked (Fixture *self, gconstpointer id)
{
  const gboolean locked[] = { FALSE, TRUE, FALSE };
  g_autoptr (MisCurve) curve = mis_curve_new_share (self->world, 0, locked);
  g_autoptr (MisChart) chart = mis_chart_share (self->world, self->score, curve, 0,
                                                MIS_CHART_ON_SCREEN);
  g_autofree char *sentence = mis_sentence_share (self->world, self->score, curve, 0);
  const MisSeries *line = get_line (chart);

  for (guint i = 0; i < line->n; i++)
    g_assert_true (isnan (line->ys[i]) == (line->xs[i] > 2.0 / ALL + CLOSE));
  /* Up to its very end. */
  g_assert_true (has_x (line, 2.0 / ALL));
  g_assert_true (g_str_has_suffix (sentence, "Locked groups leave a share of at most 0.667."));
}

/* Six agents, of whom the customers have no position about groceries: where fewer than two others
 * are left the mean is one of another area. No line there, and the sentence says so. */
static void
test_other_areas (Fixture *self, gconstpointer id)
{
  const guint64 counts[] = { 2, 2, 2 };
  const MisPosition unknown = MIS_POSITION_UNKNOWN;
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) six = mis_world_with_counts (self->world, counts, &error);
  g_autoptr (MisWorld) world = mis_world_with_position (six, 0, 0, &unknown, &error);
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
  g_autoptr (MisCurve) curve = mis_curve_new_share (world, 0, NULL);
  g_autoptr (MisChart) chart = mis_chart_share (world, score, curve, 0, MIS_CHART_ON_SCREEN);
  g_autofree char *sentence = mis_sentence_share (world, score, curve, 0);
  const MisSeries *line = get_line (chart);

  g_assert_no_error (error);
  for (guint i = 0; i < line->n; i++)
    g_assert_true (isnan (line->ys[i]) == (line->xs[i] > 4.0 / 6.0 + CLOSE));
  g_assert_true (has_x (line, 4.0 / 6.0));
  g_assert_true (g_str_has_suffix (sentence,
                                   " The line ends at 0.667, where fewer than two agents are left "
                                   "with a position in “Food and groceries”: an area without a "
                                   "pair has no score, and just before a single pair decides it."));
  /* The dot at 1 is none of these. */
  g_assert_cmpuint (mis_chart_get_n_series (chart), ==, 2);
  for (guint i = 0; i < mis_chart_get_series (chart, 0)->n; i++)
    g_assert_false (isnan (mis_chart_get_series (chart, 0)->ys[i]));
}

/* The text of the point as it is drawn, from the SVG; who reads a figure is not "here". */
static char *
draw (Fixture *self, MisChartUse use)
{
  g_autoptr (MisChart) chart = mis_chart_share (self->world, self->score, self->curve, 0, use);
  g_autoptr (GError) error = NULL;
  const MisExportOptions options = MIS_EXPORT_OPTIONS_INIT;
  g_autoptr (GBytes) svg = mis_chart_to_svg (chart, &options, &error);
  gsize length;
  const char *text;

  g_assert_no_error (error);
  text = g_bytes_get_data (svg, &length);
  return g_strndup (text, length);
}

static void
test_present (Fixture *self, gconstpointer id)
{
  g_autofree char *screen = draw (self, MIS_CHART_ON_SCREEN);
  g_autofree char *paper = draw (self, MIS_CHART_ON_PAPER);

  g_assert_nonnull (strstr (screen, "you are here"));
  g_assert_null (strstr (paper, "you are here"));
  g_assert_nonnull (strstr (paper, "this population: 0.257 at 0.333"));
}

static void
assert_clear_of_grid (MisCanvas *canvas, const MisRecord *text)
{
  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    {
      const MisRecord *line = mis_canvas_recorder_get_record (canvas, i);

      if (line->kind == MIS_RECORD_POLYLINE && g_strcmp0 (line->group, "y-axis") == 0)
        g_assert_false (mis_rect_overlaps (&line->bounds, &text->bounds));
    }
}

/* At one column's width the label is long for a place at the point: it stands there all the same,
 * and no line of the grid runs through it. */
static void
test_label_stands_by_its_point (Fixture *self, gconstpointer id)
{
  static const double sizes[] = { 7, 8 };
  const double width = 85 * MIS_POINTS_PER_MM, height = 60 * MIS_POINTS_PER_MM;
  g_autoptr (MisChart) chart =
      mis_chart_share (self->world, self->score, self->curve, 0, MIS_CHART_ON_PAPER);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (MisLayout) layout = mis_layout_new (chart, width, height, sizes[i], 0);
      g_autoptr (MisCanvas) canvas = recorded_draw (chart, width, height, sizes[i], 0);
      const MisRecord *text = recorded_find_text (canvas, "this population: 0.257 at 0.333");
      double x, y;

      g_assert_nonnull (text);
      g_assert_true (mis_layout_position (layout, 1.0 / 3.0, self->score->overall, &x, &y));
      g_assert_cmpfloat (text->bounds.x, <, x + sizes[i]);
      g_assert_cmpfloat (text->bounds.x + text->bounds.width, >, x - sizes[i]);
      g_assert_cmpfloat (text->bounds.y + text->bounds.height, >, y - sizes[i]);
      g_assert_cmpfloat (text->bounds.y, <, y + sizes[i]);
      assert_clear_of_grid (canvas, text);
    }
}

/* Who reads a figure has no sentence beside it that says what dots are. */
static void
test_dots_are_explained (Fixture *self, gconstpointer id)
{
  g_autoptr (MisChart) screen =
      mis_chart_share (self->world, self->score, self->curve, 0, MIS_CHART_ON_SCREEN);
  g_autoptr (MisChart) paper =
      mis_chart_share (self->world, self->score, self->curve, 0, MIS_CHART_ON_PAPER);

  g_assert_cmpstr (mis_chart_get_subtitle (screen), ==, "");
  g_assert_cmpstr (mis_chart_get_subtitle (paper), ==,
                   "All agents: always 3. Dots: whole agents");
}

/* (transfer full): @world, everybody caring by @weight about everything. */
static MisWorld *
with_weights (MisWorld *world, double weight)
{
  MisWorld *changed = mis_world_ref (world);

  for (guint row = 0; row < mis_world_get_n_agents (world); row++)
    for (guint area = 0; area < mis_world_get_n_areas (world); area++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (MisWorld) old = changed;

        changed = mis_world_with_weight (old, row, area, weight, &error);
        g_assert_no_error (error);
      }
  return changed;
}

/* The axis ends near the curve, so that it is not flat, and at a number that ticks can stand at. */
static void
test_axis_ends_near_the_curve (Fixture *self, gconstpointer id)
{
  for (guint i = 5; i <= 100; i++)
    {
      g_autoptr (MisWorld) world = with_weights (self->world, i / 100.0);
      g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
      g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
      g_autoptr (MisCurve) curve = mis_curve_new_share (world, 0, NULL);
      g_autoptr (MisChart) chart = mis_chart_share (world, score, curve, 0, MIS_CHART_ON_SCREEN);
      MisPeak peak = mis_curve_find_peak (curve, -1);
      MisLayout *layout = mis_layout_new (chart, 400, 240, 0, 0);
      MisRect plot = mis_layout_get_plot_area (layout);
      double x, y;

      g_assert_true (mis_layout_position (layout, peak.x, peak.value, &x, &y));
      g_assert_cmpfloat (y, >, plot.y);
      g_assert_cmpfloat (y, <, plot.y + 0.4 * plot.height);
      mis_layout_free (layout);
    }
}

/* While the curve falls its axis stays, so that it is seen to fall, until it would be flat; and it
 * never grows out of it. */
static void
test_axis_stays (Fixture *self, gconstpointer id)
{
  g_autoptr (MisChart) before = NULL;
  double first = 0.0;

  for (guint i = 100; i >= 5; i--)
    {
      g_autoptr (MisWorld) world = with_weights (self->world, i / 100.0);
      g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
      g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
      g_autoptr (MisCurve) curve = mis_curve_new_share (world, 0, NULL);
      MisChart *chart = mis_chart_share (world, score, curve, 0, MIS_CHART_ON_SCREEN);
      double peak = mis_curve_find_peak (curve, -1).value;
      double end;

      mis_chart_share_keep_axis (chart, before);
      end = mis_chart_get_axis_end (chart, MIS_AXIS_Y);
      g_assert_cmpfloat (end, >=, peak);
      g_assert_cmpfloat (peak, >=, end / 3.001);
      if (before == NULL)
        first = end;
      if (i >= 40)
        g_assert_cmpfloat (end, ==, first);
      g_clear_pointer (&before, mis_chart_unref);
      before = chart;
    }
  g_assert_cmpfloat (mis_chart_get_axis_end (before, MIS_AXIS_Y), <, first);
}

/* The share of the first group in the shopping case with @counts agents. */
static MisChart *
chart_counts (const MisWorld *shopping, const guint64 *counts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) world = mis_world_with_counts ((MisWorld *) shopping, counts, &error);
  g_autoptr (MisTally) tally = NULL;
  g_autoptr (MisScore) score = NULL;
  g_autoptr (MisCurve) curve = NULL;

  g_assert_no_error (error);
  tally = mis_tally_new (world, NULL);
  score = mis_score_new (tally, NULL, NULL);
  curve = mis_curve_new_share (world, 0, NULL);
  return mis_chart_share (world, score, curve, 0, MIS_CHART_ON_SCREEN);
}

/* One agent and none at all: there is no curve, no point, and one sentence that says why. */
static void
test_no_pair (Fixture *self, gconstpointer id)
{
  const guint64 counts[][3] = { { 0, 0, 0 }, { 1, 0, 0 }, { 0, 1, 0 }, { 1, 1, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (MisChart) chart = chart_counts (self->world, counts[i]);
      const gboolean has_pair = i == 3;
      double x, y;

      g_assert_cmpint (mis_chart_get_n_series (chart) > 0, ==, has_pair);
      g_assert_cmpint (mis_chart_get_point (chart, 0, &x, &y), ==, has_pair);
      g_assert_cmpint (g_str_equal (mis_chart_get_description (chart),
                                    "With fewer than two agents there is no pair, and so no "
                                    "misalignment."),
                       ==, !has_pair);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path_, example_, test_) \
  g_test_add ("/project-chart/" path_, Fixture, example_, fixture_set_up, test_, fixture_tear_down)
  ADD ("areas", "shopping", test_areas);
  ADD ("area-without-score", "carla", test_area_without_score);
  ADD ("grey-is-explained", "carla", test_grey_is_explained);
  ADD ("share", "shopping", test_share);
  ADD ("share/dots-are-worlds", "shopping", test_dots_are_worlds);
  ADD ("share/no-dots-where-many", "carla", test_no_dots_where_many);
  ADD ("share/present", "shopping", test_present);
  ADD ("share/label-stands-by-its-point", "shopping", test_label_stands_by_its_point);
  ADD ("share/dots-are-explained", "shopping", test_dots_are_explained);
  ADD ("share/axis-ends-near-the-curve", "carla", test_axis_ends_near_the_curve);
  ADD ("share/axis-stays", "carla", test_axis_stays);
  ADD ("share/sentence", "shopping", test_sentence_of_share);
  ADD ("share/locked", "shopping", test_locked);
  ADD ("share/other-areas", "shopping", test_other_areas);
  ADD ("share/no-pair", "shopping", test_no_pair);
#undef ADD
  return g_test_run ();
}
