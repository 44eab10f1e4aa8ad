#include "report/chart-source.h"

#include <string.h>

#include "core/edit.h"
#include "core/text.h"
#include "figure-case.h"
#include "file/bundled-experiment.h"
#include "file/example.h"
#include "plot/font.h"

#define SPACE "\u202f" /* narrow, in front of a percent sign */
#define HEBREW "חנות"

/* The shopping case with @counts of its three groups; (transfer full). */
static MisWorld *
load_shopping (const guint64 counts[3])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) example = mis_example_load ("shopping", &error);
  MisWorld *world = example != NULL ? mis_world_with_counts (example, counts, &error) : NULL;

  g_assert_no_error (error);
  return world;
}

static void
assert_share_source (const guint64 counts[3],
                     guint agent,
                     const gboolean *locked,
                     const char *expected)
{
  g_autoptr (MisWorld) world = load_shopping (counts);
  g_autofree char *source = mis_chart_source_share ("Shops", FALSE, world, agent, locked);

  g_assert_cmpstr (source, ==, expected);
}

static void
test_project (void)
{
  g_autofree char *source = mis_chart_source_project ("Shops", FALSE);

  g_assert_cmpstr (source, ==, "Source: Shops · made with Misalign");
}

static void
test_changed (void)
{
  g_autofree char *project = mis_chart_source_project ("Shops", TRUE);
  g_autofree char *nameless = mis_chart_source_project ("", TRUE);
  g_autoptr (MisWorld) world = load_shopping ((const guint64[]){ 12, 30, 58 });
  g_autofree char *share =
      mis_chart_source_share ("Shops", TRUE, world, 1, (gboolean[]){ TRUE, FALSE, FALSE });

  g_assert_cmpstr (project, ==, "Source: Shops, numbers changed · made with Misalign");
  g_assert_cmpstr (nameless, ==, "Source: numbers changed · made with Misalign");
  g_assert_cmpstr (share, ==,
                   "Source: Shops, numbers changed · Customer held at 12" SPACE
                   "% · made with Misalign");
}

/* @world: (transfer full). */
static void
assert_is_changed (const MisWorld *opened, MisWorld *world, gboolean expected)
{
  g_autoptr (MisWorld) own = world;

  g_assert_nonnull (own);
  g_assert_cmpint (mis_chart_source_is_changed (own, opened), ==, expected);
}

/* Counts, weights, conflicts and options; not what a project is called. What is set back is not
 * changed. */
static void
test_is_changed (void)
{
  const guint64 counts[] = { 12, 30, 58 }, other_counts[] = { 12, 31, 57 };
  g_autoptr (MisWorld) world = load_shopping (counts);
  g_autoptr (MisWorld) edited = mis_world_with_conflict (world, 0, 0, 1, 0.33, NULL);
  MisScoring scoring = *mis_world_get_scoring (world);
  double conflict = mis_area_get_conflict (mis_world_get_area (world, 0), 0, 1).value;

  scoring.weight_mean = MIS_WEIGHT_MEAN_NONE;
  assert_is_changed (world, mis_world_ref (world), FALSE);
  assert_is_changed (world, mis_world_with_title (world, "Others", NULL), FALSE);
  assert_is_changed (world, mis_world_with_counts (world, other_counts, NULL), TRUE);
  assert_is_changed (world, mis_world_with_weight (world, 0, 0, 0.125, NULL), TRUE);
  assert_is_changed (world, mis_world_with_scoring (world, &scoring), TRUE);
  assert_is_changed (world, mis_world_ref (edited), TRUE);
  assert_is_changed (world, mis_world_with_conflict (edited, 0, 0, 1, conflict, NULL), FALSE);
}

/* A lock on the group that moves bounds nothing. */
static void
test_held (void)
{
  const guint64 counts[] = { 12, 30, 58 };

  assert_share_source (counts, 0, NULL, "Source: Shops · made with Misalign");
  assert_share_source (counts, 0, (gboolean[]){ TRUE, FALSE, FALSE },
                       "Source: Shops · made with Misalign");
  assert_share_source (counts, 1, (gboolean[]){ TRUE, FALSE, FALSE },
                       "Source: Shops · Customer held at 12" SPACE "% · made with Misalign");
  assert_share_source (counts, 2, (gboolean[]){ TRUE, TRUE, FALSE },
                       "Source: Shops · Customer held at 12" SPACE "% · Retailer held at 30" SPACE
                       "% · made with Misalign");
}

static void
test_nobody_is_held (void)
{
  assert_share_source ((const guint64[]){ 0, 0, 0 }, 1, (gboolean[]){ TRUE, FALSE, FALSE },
                       "Source: Shops · made with Misalign");
}

static void
test_many_are_held (void)
{
  g_autoptr (MisWorld) world = load_shopping ((const guint64[]){ 5, 5, 10 });
  const gboolean locked[] = { TRUE, TRUE, TRUE, TRUE, TRUE };
  g_autofree char *source = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("extra-%u", i);
      g_autoptr (GError) error = NULL;
      g_autoptr (MisAgent) agent = mis_agent_new (id, "Extra", MIS_KIND_AI, "", 5, "", &error);
      g_autoptr (MisWorld) old = g_steal_pointer (&world);

      world = mis_world_with_agent_added (old, 3, agent, NULL, NULL, 0, &error);
      g_assert_no_error (error);
    }
  source = mis_chart_source_share ("Shops", FALSE, world, 0, locked);
  g_assert_nonnull (strstr (source, " · Retailer held at "));
  g_assert_nonnull (strstr (source, " · 2 more groups held · made"));
}

/* The longest names that a project takes leave the rest to be read. */
static void
test_long_names (void)
{
  g_autofree char *name = g_strnfill (200, 'x');
  g_autofree char *source = mis_chart_source_project (name, FALSE);

  g_assert_true (g_str_has_prefix (source, "Source: xxx"));
  g_assert_true (g_str_has_suffix (source, "x… · made with Misalign"));
  g_assert_cmpint (g_utf8_strlen (source, -1), <, 100);
}

/* What stands beside a name of another direction stays where it is. */
static void
test_direction (void)
{
  g_autofree char *source = mis_chart_source_project (HEBREW, FALSE);
  g_autofree char *numbers = mis_chart_source_project ("2026 (§ 5)", FALSE);
  g_autoptr (MisFont) font = mis_font_new ();

  g_assert_cmpstr (source, ==, "Source: \u2068" HEBREW "\u2069 · made with Misalign");
  g_assert_false (mis_font_is_rtl (font, source));
  g_assert_cmpstr (numbers, ==, "Source: 2026 (§ 5) · made with Misalign");
}

static void
test_experiment (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisExperiment) random = mis_bundled_experiment_load ("figure-1", &error);
  g_autoptr (MisExperiment) exact = mis_bundled_experiment_load ("figure-8", &error);
  g_autofree char *bundled = mis_chart_source_experiment (random, NULL, FALSE, NULL, NULL);
  g_autofree char *kept = mis_chart_source_experiment (random, "Shops", FALSE, NULL, NULL);
  g_autofree char *own = mis_chart_source_experiment (exact, "Shops", FALSE, "Shops", NULL);
  g_autofree char *changed = mis_chart_source_experiment (exact, "Shops", TRUE, "Shops", NULL);
  g_autofree char *example = mis_chart_source_experiment (exact, "Shops", FALSE, "CARLA", NULL);
  g_autofree char *runs = g_strdup_printf ("100 runs, seed %" G_GUINT64_FORMAT, random->seed);
  g_autofree char *expected =
      g_strdup_printf ("Source: generated populations · %s · made with Misalign", runs);
  g_autofree char *expected_kept =
      g_strdup_printf ("Source: Shops · generated populations · %s · made with Misalign", runs);

  g_assert_cmpstr (bundled, ==, expected);
  g_assert_cmpstr (kept, ==, expected_kept);
  g_assert_cmpstr (own, ==, "Source: Shops · made with Misalign");
  g_assert_cmpstr (changed, ==, "Source: Shops, numbers changed · made with Misalign");
  g_assert_cmpstr (example, ==, "Source: Shops · CARLA · made with Misalign");
}

/* Two readings of the paper give other numbers: each is named, where weights are drawn at all. */
static void
test_weights (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisExperiment) group = mis_bundled_experiment_load ("figure-5", &error);
  g_autoptr (MisExperiment) agent = mis_experiment_with_per (group, MIS_PER_AGENT, &error);
  g_autofree char *by_group = mis_chart_source_experiment (group, NULL, FALSE, NULL, NULL);
  g_autofree char *by_agent = mis_chart_source_experiment (agent, NULL, FALSE, NULL, NULL);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (by_group, "populations · weights drawn by goal group · 100 runs"));
  g_assert_nonnull (strstr (by_agent, "populations · weights drawn by agent · 100 runs"));
}

/* Of an experiment over the shopping case with ranges, of which @x may be one. */
static char *
dup_source (const char *x, const char *ranges, MisWorld *world)
{
  g_autofree char *json = g_strdup_printf (
      "{ 'format': 'misalign-experiment', 'version': 1, 'id': 'own', 'title': 'Own',"
      "  'world': { 'example': 'ranges' }, 'ranges': '%s',"
      "  'x': { 'vary': '%s', 'from': 0, 'to': 1, 'points': 2 }, 'runs': %u }",
      ranges, x, strcmp (ranges, "as-set") == 0 ? 1 : 10);
  g_autoptr (MisExperiment) experiment = figure_case_read (json);

  return mis_chart_source_experiment (experiment, "Shops", FALSE, "Shops", world);
}

/* The first numbers that are drawn, and how many more; never the one that varies. The example has
 * four weights and six conflicts with ranges. */
static void
test_ranges (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) world = mis_example_load ("ranges", &error);
  g_autofree char *share = dup_source ("share:customer", "uniform", world);
  g_autofree char *weight = dup_source ("weight:customer:food", "uniform", world);
  g_autofree char *pair
      = dup_source ("conflict:food:profit:convenience", "uniform", world);
  g_autofree char *conflict = dup_source ("conflict", "uniform", world);
  g_autofree char *area = dup_source ("conflict:food", "uniform", world);
  g_autofree char *as_set = dup_source ("share:customer", "as-set", world);

  g_assert_no_error (error);
  g_assert_nonnull (
      strstr (share, "Weight of Customer in Food and groceries between 0.6 and 0.9 · "));
  g_assert_nonnull (strstr (share, " · and 8 more ranges · made"));
  g_assert_null (strstr (weight, "Weight of Customer in Food and groceries"));
  g_assert_nonnull (strstr (weight, " · and 7 more ranges · made"));
  g_assert_nonnull (strstr (pair, " · and 7 more ranges · made"));
  g_assert_nonnull (strstr (area, " · and 5 more ranges · made"));
  g_assert_nonnull (strstr (conflict, " · and 2 more ranges · made"));
  g_assert_null (strstr (as_set, "between"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/chart-source/project", test_project);
  g_test_add_func ("/report/chart-source/changed", test_changed);
  g_test_add_func ("/report/chart-source/is-changed", test_is_changed);
  g_test_add_func ("/report/chart-source/held", test_held);
  g_test_add_func ("/report/chart-source/nobody-is-held", test_nobody_is_held);
  g_test_add_func ("/report/chart-source/many-are-held", test_many_are_held);
  g_test_add_func ("/report/chart-source/long-names", test_long_names);
  g_test_add_func ("/report/chart-source/direction", test_direction);
  g_test_add_func ("/report/chart-source/experiment", test_experiment);
  g_test_add_func ("/report/chart-source/weights", test_weights);
  g_test_add_func ("/report/chart-source/ranges", test_ranges);
  return g_test_run ();
}
