/* The order of the questions, on the spot or by a worker: what is there at once, who wins, what
 * nobody waits for.
 */
#include "document/elicitation-ranker.h"

#include "core/edit.h"
#include "document/elicitation-answer.h"

#include "load-example.h"

#define N_AREAS 100u
#define N_GOALS 10u
#define N_GROUPS 200u

static MisWorld *
take (MisWorld *world, MisWorld *edited)
{
  g_assert_nonnull (edited);
  mis_world_unref (world);
  return edited;
}

/* As many groups and areas as somebody may answer for; every goal is held. */
static MisWorld *
new_large (void)
{
  MisWorld *world = load_example ("blank");

  for (guint i = 0; i < N_GROUPS; i++)
    world = take (world, mis_world_with_group_named (world, "Group", NULL));
  for (guint area = 0; area < N_AREAS; area++)
    {
      world = take (world, mis_world_with_area_named (world, "Area", NULL));
      for (guint goal = 0; goal < N_GOALS; goal++)
        world = take (world, mis_world_with_goal_named (world, area, "Goal", NULL));
      for (guint i = 0; i < N_GROUPS; i++)
        {
          MisPosition position = mis_position ((int)(i % N_GOALS), (double)(i + 1) / N_GROUPS);

          world = take (world, mis_world_with_position (world, i, area, &position, NULL));
        }
    }
  return world;
}

static void
check_same (MisElicitation *found, MisWorld *world)
{
  g_autoptr (MisElicitation) expected = mis_elicitation_new (world, NULL);

  g_assert_true (mis_elicitation_get_world (found) == world);
  for (guint kind = 0; kind < MIS_N_INQUIRY_KINDS; kind++)
    {
      guint n, n_expected;
      const MisInquiry *list = mis_elicitation_list (found, kind, &n);
      const MisInquiry *other = mis_elicitation_list (expected, kind, &n_expected);

      g_assert_cmpuint (n, ==, n_expected);
      for (guint i = 0; i < n; i++)
        {
          g_assert_true (mis_inquiry_is_same (&list[i], &other[i]));
          g_assert_cmpfloat (list[i].effect, ==, other[i].effect);
        }
    }
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_at_once (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");
  g_autoptr (MisElicitationRanker) ranker = mis_elicitation_ranker_new ();

  g_assert_null (mis_elicitation_ranker_get (ranker));
  mis_elicitation_ranker_ask (ranker, world);
  g_assert_false (mis_elicitation_ranker_is_busy (ranker));
  check_same (mis_elicitation_ranker_get (ranker), world);
}

/* Of two questions in a row the newer is answered, once, and the main thread has ordered nothing.
 */
static void
test_newest_wins (void)
{
  g_autoptr (MisWorld) large = new_large ();
  g_autoptr (MisWorld) changed = mis_world_with_weight (large, 0, 0, 0.125, NULL);
  g_autoptr (MisElicitationRanker) ranker = mis_elicitation_ranker_new ();
  guint n_ranked = 0;

  g_signal_connect_swapped (ranker, "ranked", G_CALLBACK (count_cb), &n_ranked);
  mis_elicitation_ranker_ask (ranker, large);
  g_assert_true (mis_elicitation_ranker_is_busy (ranker));
  g_assert_null (mis_elicitation_ranker_get (ranker));
  mis_elicitation_ranker_ask (ranker, changed);
  while (n_ranked == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_ranked, ==, 1);
  g_assert_false (mis_elicitation_ranker_is_busy (ranker));
  check_same (mis_elicitation_ranker_get (ranker), changed);
  mis_elicitation_ranker_ask (ranker, changed);
  g_assert_false (mis_elicitation_ranker_is_busy (ranker));
}

/* Who cannot wait has them at once; what the worker brings later is dropped, and nothing is ordered
 * a second time. */
static void
test_now (void)
{
  g_autoptr (MisWorld) large = new_large ();
  g_autoptr (MisWorld) changed = mis_world_with_weight (large, 0, 0, 0.125, NULL);
  g_autoptr (MisElicitationRanker) ranker = mis_elicitation_ranker_new ();
  MisElicitation *now;

  mis_elicitation_ranker_ask (ranker, large);
  now = mis_elicitation_ranker_get_now (ranker, changed);
  check_same (now, changed);
  while (mis_elicitation_ranker_is_busy (ranker))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (mis_elicitation_ranker_get (ranker) == now);
  g_assert_true (mis_elicitation_ranker_get_now (ranker, changed) == now);
}

/* A ranker that nobody holds goes when its worker stops, and tells nobody. */
static void
test_gone (void)
{
  g_autoptr (MisWorld) large = new_large ();
  MisElicitationRanker *ranker = mis_elicitation_ranker_new ();
  gpointer weak = ranker;
  guint n_ranked = 0;
  gulong handler;

  g_object_add_weak_pointer (G_OBJECT (ranker), &weak);
  handler = g_signal_connect_swapped (ranker, "ranked", G_CALLBACK (count_cb), &n_ranked);
  mis_elicitation_ranker_ask (ranker, large);
  g_signal_handler_disconnect (ranker, handler);
  g_object_unref (ranker);
  /* The last reference may be the worker's own, which wakes nobody. */
  while (weak != NULL)
    if (!g_main_context_iteration (NULL, FALSE))
      g_thread_yield ();
  g_assert_cmpuint (n_ranked, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/elicitation-ranker/at-once", test_at_once);
  g_test_add_func ("/elicitation-ranker/newest-wins", test_newest_wins);
  g_test_add_func ("/elicitation-ranker/now", test_now);
  g_test_add_func ("/elicitation-ranker/gone", test_gone);
  return g_test_run ();
}
