#include "report/project-chart.h"

#include <math.h>

#include "core/edit.h"
#include "file/example.h"
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

/* Tables 1 and 2, summed over both areas: what a customer and one of the others, and what a retailer
 * and a recommender have between them. */
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
                   "The highest area is “Household items” with 42\u202f%, the lowest “Food and "
                   "groceries” with 9\u202f%.");
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
}

static void
test_share (Fixture *self, gconstpointer id)
{
  g_autoptr (MisChart) chart = mis_chart_share (self->world, self->score, self->curve, 0);
  const MisSeries *dots = mis_chart_get_series (chart, 0);
  const MisSeries *line = mis_chart_get_series (chart, 1);

  g_assert_cmpuint (mis_chart_get_n_series (chart), ==, 2);
  g_assert_cmpuint (dots->n, ==, 4); /* whole customers: 0, 1, 2, 3 */
  for (guint i = 0; i < dots->n; i++)
    {
      assert_near (dots->xs[i], i / ALL);
      assert_near (dots->ys[i], shopping_score (i / ALL));
    }
  g_assert_cmpuint (line->n, >, 200);
  for (guint i = 0; i < line->n; i++)
    assert_near (line->ys[i], shopping_score (line->xs[i]));
  assert_near (line->xs[0], 0.0);
  assert_near (line->xs[line->n - 1], 1.0);
}

/* The top of the parabola is exact, not the best of some points: (A - B)/(2A - B). */
static void
test_sentence_of_share (Fixture *self, gconstpointer id)
{
  double top = (customer_terms () - other_terms ()) / (2 * customer_terms () - other_terms ());
  MisPeak peak = mis_curve_find_peak (self->curve, -1);
  g_autofree char *found = mis_sentence_share (self->world, self->score, self->curve, 0);
  g_autofree char *expected = g_strdup_printf (
      "With 33\u202f%% of the agents being “Customer” the misalignment is 0.257; the highest it "
      "gets while their share moves is %.3f, at %.0f\u202f%%.",
      shopping_score (top), 100 * top);

  assert_near (peak.x, top);
  assert_near (peak.value, shopping_score (top));
  g_assert_cmpstr (found, ==, expected);
}

/* Locked groups leave a part of the axis: no line there, and the sentence says so. */
static void
test_locked (Fixture *self, gconstpointer id)
{
  const gboolean locked[] = { FALSE, TRUE, FALSE };
  g_autoptr (MisCurve) curve = mis_curve_new_share (self->world, 0, locked);
  g_autoptr (MisChart) chart = mis_chart_share (self->world, self->score, curve, 0);
  g_autofree char *sentence = mis_sentence_share (self->world, self->score, curve, 0);
  const MisSeries *line = mis_chart_get_series (chart, 1);

  for (guint i = 0; i < line->n; i++)
    g_assert_true (isnan (line->ys[i]) == (line->xs[i] > 2.0 / ALL + CLOSE));
  g_assert_true (g_str_has_suffix (sentence, "Locked groups leave a share of at most 67\u202f%."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path_, example_, test_) \
  g_test_add ("/project-chart/" path_, Fixture, example_, fixture_set_up, test_, fixture_tear_down)
  ADD ("areas", "shopping", test_areas);
  ADD ("area-without-score", "carla", test_area_without_score);
  ADD ("share", "shopping", test_share);
  ADD ("share/sentence", "shopping", test_sentence_of_share);
  ADD ("share/locked", "shopping", test_locked);
#undef ADD
  return g_test_run ();
}
