/* Rows that are alike become one group and a group becomes rows: every score stays, under every
 * option and scenario; which rows go, against every pair of them. */
#include "core/companion.h"
#include "core/edit-rows.h"
#include "core/edit-scenarios.h"
#include "core/edit.h"
#include "core/limits.h"
#include "changes.h"
#include "plain.h"
#include "random-edit.h"
#include "random-world.h"
#include "sample.h"

#include <math.h>

static guint
up_to (GRand *rand, guint max)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) max + 1);
}

/* Scores */

static void
expect_near (double a, double b)
{
  if (isnan (a) || isnan (b))
    g_assert_true (isnan (a) && isnan (b));
  else
    g_assert_cmpfloat_with_epsilon (a, b, 1e-12);
}

static void
expect_same_score (MisWorld *a, MisWorld *b)
{
  g_autoptr (MisTally) tally = mis_tally_new (a, NULL);
  g_autoptr (MisTally) other_tally = mis_tally_new (b, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
  g_autoptr (MisScore) other = mis_score_new (other_tally, NULL, NULL);

  g_assert_cmpuint (score->n_agents, ==, other->n_agents);
  g_assert_cmpint (score->has_score, ==, other->has_score);
  expect_near (score->overall, other->overall);
  expect_near (score->possible, other->possible);
  expect_near (score->expected_conflicts, other->expected_conflicts);
  expect_near (mis_any_conflict (tally, score, NULL).value,
               mis_any_conflict (other_tally, other, NULL).value);
  for (guint i = 0; i < score->n_areas; i++)
    {
      g_assert_cmpuint (score->areas[i].n, ==, other->areas[i].n);
      g_assert_cmpuint (score->areas[i].goals_held, ==, other->areas[i].goals_held);
      expect_near (score->areas[i].misalignment, other->areas[i].misalignment);
      expect_near (score->areas[i].raw, other->areas[i].raw);
      expect_near (score->areas[i].entropy_bits, other->areas[i].entropy_bits);
    }
}

/* Option by option: the next combination; FALSE behind the last one. */
static gboolean
next_scoring (MisScoring *scoring)
{
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    {
      guint choice = mis_scoring_get (scoring, i) + 1;

      if (mis_options[i].choices[choice].nick != NULL)
        {
          mis_scoring_set (scoring, i, choice);
          return TRUE;
        }
      mis_scoring_set (scoring, i, 0);
    }
  return FALSE;
}

static void
expect_same_scores (MisWorld *a, MisWorld *b, gboolean all_options)
{
  MisScoring scoring = { 0 };

  expect_same_score (a, b);
  while (all_options)
    {
      g_autoptr (MisWorld) one = mis_world_with_scoring (a, &scoring);
      g_autoptr (MisWorld) other = mis_world_with_scoring (b, &scoring);

      expect_same_score (one, other);
      all_options = next_scoring (&scoring);
    }
  g_assert_cmpuint (mis_world_get_n_scenarios (a), ==, mis_world_get_n_scenarios (b));
  for (guint i = 0; i < mis_world_get_n_scenarios (a); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MisWorld) one =
          mis_world_with_scenario_applied (a, mis_world_get_scenario (a, i), &error);
      g_autoptr (MisWorld) other =
          mis_world_with_scenario_applied (b, mis_world_get_scenario (b, i), &error);

      g_assert_no_error (error);
      expect_same_score (one, other);
    }
}

/* Grouping, pair by pair */

/* Everything but ids, names, notes and counts. */
static gboolean
is_alike (const MisWorld *world, guint a, guint b)
{
  const MisAgent *one = mis_world_get_agent (world, a);
  const MisAgent *other = mis_world_get_agent (world, b);

  for (guint p = 0; p < mis_world_get_n_areas (world); p++)
    {
      MisPosition left = mis_world_get_position (world, a, p);
      MisPosition right = mis_world_get_position (world, b, p);

      if (!mis_position_equal (&left, &right))
        return FALSE;
    }
  return one->kind == other->kind && strcmp (one->principal, other->principal) == 0;
}

/* Takes the rows that go out of @plain, and counts them; nothing else names a row. */
static guint
group_plain (Plain *plain, const MisWorld *world, const gboolean *looked_at)
{
  guint n = mis_world_get_n_agents (world);
  g_autofree gboolean *gone = g_new0 (gboolean, n);
  guint n_gone = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n && looked_at[i] && !gone[i]; j++)
      {
        PlainRow *head = mis_plain_row (plain, i);
        const MisAgent *more = mis_plain_row (plain, j)->agent;
        MisAgent *old = head->agent;

        if (gone[j] || !looked_at[j] || !is_alike (world, i, j) ||
            old->count + more->count > MIS_MAX_COUNT)
          continue;
        head->agent = mis_agent_with_count (old, old->count + more->count);
        mis_agent_unref (old);
        gone[j] = TRUE;
        n_gone++;
      }
  for (guint i = n; i > 0; i--)
    if (gone[i - 1])
      g_ptr_array_remove_index (plain->rows, i - 1);
  return n_gone;
}

/* Copies of rows, here and there, so that some are alike. */
static MisWorld *
with_twins (GRand *rand, MisWorld *world, guint n_times)
{
  MisWorld *more = mis_world_ref (world);

  for (guint i = 0; i < n_times; i++)
    {
      guint n = mis_world_get_n_agents (more);
      guint rows[] = { up_to (rand, n - 1), up_to (rand, n - 1) };
      g_autoptr (GError) error = NULL;
      g_autoptr (MisWorld) copied = mis_world_with_rows_copied (more, rows, 2, &error);

      g_assert_no_error (error);
      n = mis_world_get_n_agents (copied);
      rows[0] = up_to (rand, n - 1);
      mis_world_unref (more);
      more = mis_world_with_rows_moved (copied, rows, 1, up_to (rand, n - 1));
    }
  return more;
}

static MisWorld *
random_world (GRand *rand, guint n_rows)
{
  MisWorld *world = mis_random_world (rand, n_rows, 4, 4);

  while (mis_world_get_n_agents (world) == 0)
    {
      mis_world_unref (world);
      world = mis_random_world (rand, n_rows, 4, 4);
    }
  return world;
}

static MisWorld *
without_scenarios (MisWorld *world)
{
  MisWorld *bare = mis_world_ref (world);

  while (mis_world_get_n_scenarios (bare) > 0)
    {
      MisWorld *less = mis_world_with_scenario_removed (bare, 0);

      mis_world_unref (bare);
      bare = less;
    }
  while (mis_world_get_n_experiments (bare) > 0)
    {
      MisWorld *less = mis_world_with_experiment_removed (bare, 0, NULL);

      mis_world_unref (bare);
      bare = less;
    }
  return bare;
}

static void
check_groups (GRand *rand, MisWorld *world, gboolean all)
{
  guint n = mis_world_get_n_agents (world);
  g_autofree gboolean *looked_at = g_new0 (gboolean, n);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (Plain) plain = mis_plain_new (world);
  g_autoptr (MisWorld) grouped = NULL;
  g_autoptr (GError) error = NULL;
  guint n_merged = 99;

  for (guint i = 0; i < n; i++)
    {
      looked_at[i] = all || up_to (rand, 1) == 0;
      if (looked_at[i])
        g_array_append_val (rows, i);
    }
  grouped = all ? mis_world_with_all_grouped (world, &n_merged, &error)
                : mis_world_with_groups (world, (const guint *) (gpointer) rows->data, rows->len,
                                         &n_merged, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_merged, ==, group_plain (plain, world, looked_at));
  mis_plain_expect (plain, grouped);
}

static void
test_groups (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (121);

  for (guint i = 0; i < 1500; i++)
    {
      g_autoptr (MisWorld) whole = random_world (rand, 9);
      g_autoptr (MisWorld) bare = without_scenarios (whole);
      g_autoptr (MisWorld) world = with_twins (rand, bare, 4);

      check_groups (rand, world, i % 2 == 0);
    }
}

static void
test_groups_blocks (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (122);

  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (MisWorld) whole = random_world (rand, 900);
      g_autoptr (MisWorld) bare = without_scenarios (whole);
      g_autoptr (MisWorld) world = with_twins (rand, bare, 100);

      check_groups (rand, world, i % 2 == 0);
    }
}

/* With scenarios and experiments, which may keep rows apart: scores stay, and nothing is left to
 * do the second time. */
static void
check_group_scores (GRand *rand, MisWorld *world, gboolean all_options, guint *n_all)
{
  guint64 digest = mis_digest_world (world);
  g_autoptr (GError) error = NULL;
  guint n_merged = 0;
  g_autoptr (MisWorld) grouped = mis_world_with_all_grouped (world, &n_merged, &error);
  g_autoptr (MisWorld) again = mis_world_with_all_grouped (grouped, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (again == grouped);
  g_assert_cmpuint (mis_world_get_n_agents (grouped), ==,
                    mis_world_get_n_agents (world) - n_merged);
  expect_same_scores (world, grouped, all_options);
  g_assert_cmpuint (mis_digest_world (world), ==, digest);
  for (guint i = 0; i < mis_world_get_n_scenarios (grouped); i++)
    g_assert_true (
        mis_world_check_scenario (grouped, mis_world_get_scenario (grouped, i), NULL, NULL));
  *n_all += n_merged;
}

static void
test_group_scores (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (123);
  guint n_merged = 0;

  for (guint i = 0; i < 700; i++)
    {
      g_autoptr (MisWorld) whole = random_world (rand, 7);
      g_autoptr (MisWorld) world = with_twins (rand, whole, 4);

      check_group_scores (rand, world, i % 40 == 0, &n_merged);
    }
  g_assert_cmpuint (n_merged, >, 1000);
}

/* Expanding */

/* Counts of at most a dozen, so that all rows fit. */
static MisWorld *
with_small_counts (GRand *rand, MisWorld *world)
{
  guint n = mis_world_get_n_agents (world);
  g_autofree guint64 *counts = g_new (guint64, n);

  for (guint i = 0; i < n; i++)
    counts[i] = up_to (rand, 12);
  return mis_world_with_counts (world, counts, NULL);
}

static void
expect_rows_of_one (const MisWorld *world, guint agent, const MisWorld *expanded)
{
  const MisAgent *old = mis_world_get_agent (world, agent);
  guint n_more = old->count > 1 ? (guint) old->count - 1 : 0;

  g_assert_cmpuint (mis_world_get_n_agents (expanded), ==, mis_world_get_n_agents (world) + n_more);
  g_assert_cmpstr (mis_world_get_agent (expanded, agent)->id, ==, old->id);
  g_assert_cmpstr (mis_world_get_agent (expanded, agent)->name, ==, old->name);
  for (guint i = 1; i <= n_more; i++)
    {
      const MisAgent *one = mis_world_get_agent (expanded, agent + i);
      g_autofree char *name =
          old->name[0] != '\0' ? g_strdup_printf ("%s %u", old->name, i + 1) : g_strdup ("");

      g_assert_cmpuint (one->count, ==, 1);
      g_assert_cmpstr (one->name, ==, name);
      g_assert_cmpint (mis_world_find_agent (world, one->id), ==, -1);
      g_assert_true (is_alike (expanded, agent, agent + i));
    }
}

/* All but the names is what the builder makes of it, and grouping takes it back. */
static void
check_expanded (GRand *rand, MisWorld *world, gboolean all_options)
{
  guint agent = up_to (rand, mis_world_get_n_agents (world) - 1);
  guint64 digest = mis_digest_world (world);
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) expanded = mis_world_with_group_expanded (world, agent, &error);
  g_autoptr (MisWorld) back = NULL;
  g_autoptr (Plain) plain = mis_plain_new (world);
  guint n_rows = (guint) MAX (mis_world_get_agent (world, agent)->count, 1);
  g_autofree guint *rows = g_new (guint, n_rows);
  PlainRow *row = mis_plain_row (plain, agent);
  MisAgent *whole = row->agent;

  g_assert_no_error (error);
  expect_rows_of_one (world, agent, expanded);
  for (guint i = 0; i < n_rows; i++)
    {
      rows[i] = agent + i;
      if (i > 0)
        g_ptr_array_insert (plain->rows, (int) (agent + i),
                            mis_plain_row_copy (row, mis_world_get_agent (expanded, agent + i)));
    }
  row->agent = mis_agent_ref (mis_world_get_agent (expanded, agent));
  mis_agent_unref (whole);
  mis_plain_expect (plain, expanded);
  expect_same_scores (world, expanded, all_options);
  g_assert_cmpuint (mis_digest_world (world), ==, digest);

  back = mis_world_with_groups (expanded, rows, n_rows, NULL, &error);
  g_assert_no_error (error);
  expect_same_scores (world, back, FALSE);
  if (mis_world_get_n_scenarios (world) == 0 && mis_world_get_n_experiments (world) == 0)
    g_assert_true (mis_world_equal (back, world));
}

static void
test_expanded (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (124);

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (MisWorld) whole = random_world (rand, 6);
      g_autoptr (MisWorld) world = with_small_counts (rand, whole);

      check_expanded (rand, world, i % 50 == 0);
    }
}

static void
test_expanded_blocks (void)
{
  g_autoptr (MisWorld) table = mis_sample_table (600, 3);
  g_autoptr (MisWorld) world = mis_world_with_count (table, 300, 1000, NULL);
  g_autoptr (MisWorld) expanded = mis_world_with_group_expanded (world, 300, NULL);
  guint n_merged = 0;
  guint rows[1000];
  g_autoptr (MisWorld) back = NULL;

  expect_rows_of_one (world, 300, expanded);
  for (guint i = 0; i < 1000; i++)
    rows[i] = 300 + i;
  back = mis_world_with_groups (expanded, rows, 1000, &n_merged, NULL);
  g_assert_cmpuint (n_merged, ==, 999);
  g_assert_true (mis_world_equal (back, world));
}

/* By hand */

/* A count is shared out, 7 among 3; a weight is that of all three. */
static void
test_expanded_scenario (void)
{
  g_autoptr (MisWorld) base = mis_sample_shopping ();
  g_autoptr (MisWorld) three = mis_world_with_count (base, 0, 3, NULL);
  const MisChange changes[] = { mis_change_count ("customer", 7), mis_change_count ("retailer", 2),
                                mis_change_weight ("customer", "food", 0.5) };
  g_autoptr (MisWorld) world = mis_world_with_changes (three, changes, 3);
  g_autoptr (MisWorld) expanded = mis_world_with_group_expanded (world, 0, NULL);
  const MisScenario *scenario = mis_world_get_scenario (expanded, 0);
  g_autoptr (MisWorld) back = mis_world_with_all_grouped (expanded, NULL, NULL);

  g_assert_cmpuint (scenario->n_changes, ==, 7);
  g_assert_cmpstr (scenario->changes[0].agent_id, ==, "customer");
  g_assert_cmpuint (scenario->changes[0].count, ==, 3);
  g_assert_cmpstr (scenario->changes[1].agent_id, ==, "customer-2");
  g_assert_cmpuint (scenario->changes[1].count, ==, 2);
  g_assert_cmpstr (scenario->changes[2].agent_id, ==, "customer-3");
  g_assert_cmpuint (scenario->changes[2].count, ==, 2);
  g_assert_cmpuint (scenario->changes[3].count, ==, 2);
  for (guint i = 4; i < 7; i++)
    g_assert_cmpfloat (scenario->changes[i].value, ==, 0.5);
  g_assert_true (mis_world_equal (back, world));
}

/* Rows of which a scenario says something else, or that an experiment names, stay apart; and what
 * a group may count is not exceeded in a scenario either. */
static void
test_kept_apart (void)
{
  g_autoptr (MisWorld) base = mis_sample_shopping ();
  const guint first = 0;
  g_autoptr (MisWorld) twins = mis_world_with_rows_copied (base, &first, 1, NULL);
  const MisChange one[] = { mis_change_weight ("customer-copy", "food", 0.5) };
  const MisChange both[] = { mis_change_weight ("customer", "food", 0.5),
                             mis_change_weight ("customer-copy", "food", 0.5) };
  const MisChange many[] = { mis_change_count ("customer", MIS_MAX_COUNT),
                             mis_change_count ("customer-copy", 1) };
  g_autoptr (MisWorld) apart = mis_world_with_changes (twins, one, 1);
  g_autoptr (MisWorld) alike = mis_world_with_changes (twins, both, 2);
  g_autoptr (MisWorld) full = mis_world_with_changes (twins, many, 2);
  guint n_merged = 9;

  mis_world_unref (mis_world_with_all_grouped (twins, &n_merged, NULL));
  g_assert_cmpuint (n_merged, ==, 1);
  mis_world_unref (mis_world_with_all_grouped (apart, &n_merged, NULL));
  g_assert_cmpuint (n_merged, ==, 0);
  mis_world_unref (mis_world_with_all_grouped (alike, &n_merged, NULL));
  g_assert_cmpuint (n_merged, ==, 1);
  mis_world_unref (mis_world_with_all_grouped (full, &n_merged, NULL));
  g_assert_cmpuint (n_merged, ==, 0);
}

static void
test_kept_for_experiment (void)
{
  g_autoptr (MisWorld) base = mis_sample_shopping ();
  const guint first = 0;
  g_autoptr (MisWorld) twins = mis_world_with_rows_copied (base, &first, 1, NULL);
  g_autoptr (MisExperiment) experiment = mis_experiment_new ();
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (GError) error = NULL;
  guint n_merged = 9;

  experiment->id = g_strdup ("own");
  experiment->title = g_strdup ("Own");
  experiment->description = g_strdup ("");
  experiment->note = g_strdup ("");
  experiment->source = MIS_SOURCE_PROJECT;
  g_assert_true (mis_variation_parse (&experiment->x, "share:customer-copy", NULL));
  mis_variation_set_ends (&experiment->x, 0, 1, 3, FALSE);
  world = mis_world_with_experiment (twins, experiment, &error);
  g_assert_no_error (error);
  mis_world_unref (mis_world_with_all_grouped (world, &n_merged, NULL));
  g_assert_cmpuint (n_merged, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-groups/groups", test_groups);
  g_test_add_func ("/row-groups/groups/blocks", test_groups_blocks);
  g_test_add_func ("/row-groups/groups/scores", test_group_scores);
  g_test_add_func ("/row-groups/expanded", test_expanded);
  g_test_add_func ("/row-groups/expanded/blocks", test_expanded_blocks);
  g_test_add_func ("/row-groups/expanded/scenario", test_expanded_scenario);
  g_test_add_func ("/row-groups/kept-apart", test_kept_apart);
  g_test_add_func ("/row-groups/kept-apart/experiment", test_kept_for_experiment);
  return g_test_run ();
}
