/* What a search for the smallest change tries: classes of levers, how far it is, bad levers. */
#include "core/edit.h"
#include "core/error.h"
#include "core/reach.h"
#include "lever-edit.h"
#include "sample.h"

static void
assert_class (const MisWorld *world, MisLever lever, MisLeverClass class)
{
  g_assert_cmpint (mis_lever_get_class (&lever, world), ==, class);
  g_assert_true (mis_lever_kind_may_be (lever.kind, 1u << class));
}

/* A goal given up is not one that nobody was asked about, nor one that is exchanged. */
static void
test_class (void)
{
  g_autoptr (MisWorld) world = mis_sample_shopping ();
  const MisPosition unknown = mis_position (MIS_UNKNOWN, 1);
  g_autoptr (MisWorld) other = mis_world_with_position (world, 1, 0, &unknown, NULL);

  assert_class (world, (MisLever){ .kind = MIS_LEVER_CONFLICT }, MIS_LEVER_CLASS_CONFLICT);
  assert_class (world, (MisLever){ .kind = MIS_LEVER_WEIGHT }, MIS_LEVER_CLASS_WEIGHT);
  assert_class (world, (MisLever){ .kind = MIS_LEVER_GOAL_WEIGHT }, MIS_LEVER_CLASS_WEIGHT);
  assert_class (world, (MisLever){ .kind = MIS_LEVER_COUNT }, MIS_LEVER_CLASS_COUNT);
  assert_class (world, (MisLever){ .kind = MIS_LEVER_REMOVE_AREA }, MIS_LEVER_CLASS_SCOPE);
  assert_class (world, (MisLever){ .kind = MIS_LEVER_MOVE, .goal = 1 }, MIS_LEVER_CLASS_GOAL);
  assert_class (world, (MisLever){ .kind = MIS_LEVER_MOVE, .goal = MIS_NO_GOAL },
                MIS_LEVER_CLASS_GIVE_UP);
  assert_class (world, (MisLever){ .kind = MIS_LEVER_MOVE, .goal = MIS_UNKNOWN },
                MIS_LEVER_CLASS_SCOPE);
  assert_class (other, (MisLever){ .kind = MIS_LEVER_MOVE, .agent = 1, .goal = 1 },
                MIS_LEVER_CLASS_SCOPE);
  assert_class (other, (MisLever){ .kind = MIS_LEVER_MOVE, .agent = 1, .goal = MIS_NO_GOAL },
                MIS_LEVER_CLASS_SCOPE);
  g_assert_false (mis_lever_kind_may_be (MIS_LEVER_COUNT, MIS_LEVER_CLASSES_NEGOTIABLE));
  g_assert_true (mis_lever_kind_may_be (MIS_LEVER_MOVE, MIS_LEVER_CLASSES_NEGOTIABLE));
}

/* Several steps of what can be negotiated, and of nothing else. */
static void
test_greedy_classes (void)
{
  g_autoptr (MisWorld) world = mis_sample_shopping ();
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisEffects) effects = mis_effects_new (tally, NULL);
  g_autoptr (MisGreedy) greedy =
      mis_reach_greedy (effects, 0.01, MIS_LEVER_CLASSES_NEGOTIABLE, 20, NULL, NULL);

  g_assert_true (greedy->reached);
  g_assert_cmpuint (greedy->steps->len, >, 1);
  for (guint i = 0; i < greedy->steps->len; i++)
    {
      const MisLever *lever = &g_array_index (greedy->steps, MisReach, i).lever;

      g_assert_true (lever->kind != MIS_LEVER_COUNT);
      g_assert_true (lever->kind != MIS_LEVER_MOVE || lever->goal >= 0);
    }
}

static void
test_errors (void)
{
  g_autoptr (MisWorld) world = mis_sample_shopping ();
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisEffects) effects = mis_effects_new (tally, NULL);
  const MisLever wrong[] = {
    { .kind = MIS_LEVER_CONFLICT, .area = 2, .other = 1 },
    { .kind = MIS_LEVER_CONFLICT, .goal = 1, .other = 1 },
    { .kind = MIS_LEVER_WEIGHT, .agent = 3, .agents = 1 },
    { .kind = MIS_LEVER_WEIGHT, .agents = 2 },
    { .kind = MIS_LEVER_GOAL_WEIGHT, .goal = 3 },
    { .kind = MIS_LEVER_MOVE, .goal = -3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      MisReach reach;

      g_assert_false (mis_reach (effects, &wrong[i], 0.1, &reach, &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (error->domain, ==, MIS_ERROR);
    }
}

/* Each pass counts all areas and rows; a greedy search makes one for each step. */
static void
test_progress (void)
{
  g_autoptr (MisWorld) world = mis_sample_shopping ();
  g_autoptr (MisEffects) effects = mis_effects_under (world, mis_world_get_scoring (world));
  MisReach each[MIS_N_LEVER_CLASSES];
  MisReachProgress progress = { 0 };
  g_autoptr (MisGreedy) greedy = NULL;

  mis_reach_smallest_of_each (effects, 0.01, each, &progress, NULL);
  g_assert_cmpint (progress.pass, ==, 1);
  g_assert_cmpint (progress.total, ==, 2 + 3);
  g_assert_cmpint (progress.done, ==, progress.total);
  greedy = mis_reach_greedy (effects, 0.01, 1u << MIS_LEVER_CLASS_CONFLICT, 20, &progress, NULL);
  g_assert_cmpint (progress.pass, ==, 1 + (int)greedy->steps->len);
  /* Conflicts are those of areas alone. */
  g_assert_cmpint (progress.total, ==, 2);
  g_assert_cmpint (progress.done, ==, 2);
  /* Nothing is tried where the score is there already. */
  mis_reach_smallest_of_each (effects, mis_effects_get_overall (effects), each, &progress, NULL);
  g_assert_cmpint (progress.pass, ==, 1 + (int)greedy->steps->len);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/reach/class", test_class);
  g_test_add_func ("/core/reach/greedy/classes", test_greedy_classes);
  g_test_add_func ("/core/reach/progress", test_progress);
  g_test_add_func ("/core/reach/errors", test_errors);
  return g_test_run ();
}
