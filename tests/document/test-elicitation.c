/* What a project leaves to be asked: which questions, in which order, and what answers do. */
#include "document/elicitation.h"

#include <math.h>

#include "core/edit.h"
#include "core/score.h"
#include "document/elicitation-answer.h"

#include "load-example.h"
#include "random-world.h"

static double
get_score (MisWorld *world)
{
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);

  return score->overall;
}

/* The score with one number somewhere else, counted from scratch. */
static double
get_score_at (MisWorld *world, const MisInquiry *question, double value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) moved =
      question->kind == MIS_INQUIRY_WEIGHT
          ? mis_world_with_weight (world, question->agent, question->area, value, &error)
          : mis_world_with_conflict (world, question->area, question->g, question->h, value,
                                     &error);

  g_assert_no_error (error);
  return get_score (moved);
}

static void
check_order (const MisInquiry *list, guint n)
{
  for (guint i = 1; i < n; i++)
    g_assert_true (list[i - 1].state < list[i].state ||
                   (list[i - 1].state == list[i].state && list[i - 1].effect >= list[i].effect));
}

static void
check_effects (MisWorld *world, const MisElicitation *elicitation, MisInquiryKind kind)
{
  guint n;
  const MisInquiry *list = mis_elicitation_list (elicitation, kind, &n);

  check_order (list, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (
        list[i].effect,
        fabs (get_score_at (world, &list[i], 1.0) - get_score_at (world, &list[i], 0.0)), 1e-11);
}

static gboolean
is_held (const MisWorld *world, guint area, int goal)
{
  for (guint agent = 0; agent < mis_world_get_n_agents (world); agent++)
    if (mis_world_get_position (world, agent, area).goal == goal &&
        mis_world_get_agent (world, agent)->count > 0)
      return TRUE;
  return FALSE;
}

/* The pairs of goals that two groups with members hold, counted one by one. */
static guint
count_pairs (const MisWorld *world)
{
  guint n = 0;

  for (guint area = 0; area < mis_world_get_n_areas (world); area++)
    {
      int goals = (int)mis_area_get_n_goals (mis_world_get_area (world, area));

      for (int g = 0; g < goals; g++)
        for (int h = g + 1; h < goals; h++)
          n += is_held (world, area, g) && is_held (world, area, h);
    }
  return n;
}

static guint
count_listed_pairs (const MisElicitation *elicitation)
{
  guint n, explicit = 0;
  const MisInquiry *list = mis_elicitation_list (elicitation, MIS_INQUIRY_CONFLICT, &n);

  for (guint i = 0; i < n; i++)
    explicit += list[i].g != MIS_NO_GOAL;
  return explicit;
}

static void
test_brute_force (void)
{
  for (guint32 seed = 1; seed <= 60; seed++)
    {
      GRand *rand = g_rand_new_with_seed (seed);
      g_autoptr (MisWorld) random = mis_random_world (rand, 6, 3, 4);
      MisScoring scoring = *mis_world_get_scoring (random);
      g_autoptr (MisWorld) world = NULL;
      g_autoptr (MisElicitation) elicitation = NULL;

      /* Unknown positions read as "no goal" are held by nobody here. */
      scoring.unknown = MIS_UNKNOWN_LEAVE_OUT;
      world = mis_world_with_scoring (random, &scoring);
      elicitation = mis_elicitation_new (world, NULL);
      check_effects (world, elicitation, MIS_INQUIRY_CONFLICT);
      check_effects (world, elicitation, MIS_INQUIRY_WEIGHT);
      g_assert_cmpuint (count_listed_pairs (elicitation), ==, count_pairs (world));
      g_rand_free (rand);
    }
}

static MisInquiryProgress
get_progress (MisWorld *world, MisInquiryKind kind)
{
  g_autoptr (MisElicitation) elicitation = mis_elicitation_new (world, NULL);

  return mis_elicitation_get_progress (elicitation, kind);
}

static void
test_states (void)
{
  g_autoptr (MisWorld) paper = load_example ("shopping");
  g_autoptr (MisWorld) ranges = load_example ("ranges");
  g_autoptr (MisWorld) blank = load_example ("blank");
  g_autoptr (MisElicitation) elicitation = mis_elicitation_new (paper, NULL);

  g_assert_null (mis_elicitation_get_next (elicitation, MIS_INQUIRY_GOAL, NULL));
  g_assert_null (mis_elicitation_get_next (elicitation, MIS_INQUIRY_CONFLICT, NULL));
  g_assert_null (mis_elicitation_get_next (elicitation, MIS_INQUIRY_WEIGHT, NULL));
  g_assert_cmpuint (get_progress (paper, MIS_INQUIRY_CONFLICT).n, ==, 6);
  g_assert_cmpuint (get_progress (paper, MIS_INQUIRY_WEIGHT).n, ==, 6);
  g_assert_cmpuint (get_progress (paper, MIS_INQUIRY_GOAL).n, ==, 6);
  g_assert_cmpuint (get_progress (ranges, MIS_INQUIRY_CONFLICT).n_open, ==, 0);
  g_assert_cmpuint (get_progress (ranges, MIS_INQUIRY_CONFLICT).n_unsure, ==, 6);
  g_assert_cmpuint (get_progress (blank, MIS_INQUIRY_GOAL).n, ==, 0);
}

static MisWorld *
take (MisWorld *world, MisWorld *edited)
{
  g_assert_nonnull (edited);
  mis_world_unref (world);
  return edited;
}

static MisInquiry
goal_question (guint area, guint agent)
{
  return (MisInquiry){ .kind = MIS_INQUIRY_GOAL, .area = area, .agent = agent };
}

static MisInquiry
conflict_question (guint area, int g, int h)
{
  return (MisInquiry){ .kind = MIS_INQUIRY_CONFLICT, .area = area, .g = g, .h = h };
}

static MisInquiry
weight_question (guint area, guint agent)
{
  return (MisInquiry){ .kind = MIS_INQUIRY_WEIGHT, .area = area, .agent = agent };
}

/* The shopping case with words only: three groups, two areas, each group with its own goal. */
static MisWorld *
new_unasked (void)
{
  static const char *const groups[] = { "Customer", "Retailer", "Recommender system" };
  static const char *const areas[] = { "Food and groceries", "Household items" };
  static const char *const goals[] = { "One", "Two", "Three" };
  MisWorld *world = load_example ("blank");

  for (guint i = 0; i < 3; i++)
    world = take (world, mis_world_with_group_named (world, groups[i], NULL));
  for (guint area = 0; area < 2; area++)
    {
      world = take (world, mis_world_with_area_named (world, areas[area], NULL));
      for (guint i = 0; i < 3; i++)
        world = take (world, mis_world_with_goal_named (world, area, goals[i], NULL));
      for (guint i = 0; i < 3; i++)
        {
          MisInquiry question = goal_question (area, i);

          world = take (world, mis_inquiry_with_goal (&question, world, (int)i));
        }
    }
  return world;
}

static MisWorld *
answer (MisWorld *world, MisInquiry question, double value)
{
  g_autoptr (GError) error = NULL;
  MisWorld *answered = mis_inquiry_with_number (&question, world, value, value, value, &error);

  g_assert_no_error (error);
  return take (world, answered);
}

/* From nothing, by answers alone, to the paper's number. */
static void
test_shopping (void)
{
  static const double weights[2][3] = { { 0.8, 0.9, 1 }, { 0.6, 0.7, 1 } };
  static const double conflicts[2][3] = { { 0.1, 0.1, 0.1 }, { 0.5, 0.9, 0.3 } };
  g_autoptr (MisWorld) world = new_unasked ();

  for (guint area = 0; area < 2; area++)
    {
      world = answer (world, conflict_question (area, 0, 1), conflicts[area][0]);
      world = answer (world, conflict_question (area, 0, 2), conflicts[area][1]);
      world = answer (world, conflict_question (area, 1, 2), conflicts[area][2]);
      for (guint i = 0; i < 3; i++)
        world = answer (world, weight_question (area, i), weights[area][i]);
    }
  g_assert_cmpfloat_with_epsilon (get_score (world), 0.25688931797422987, 1e-15);
  g_assert_cmpuint (get_progress (world, MIS_INQUIRY_CONFLICT).n_open, ==, 0);
  g_assert_cmpuint (get_progress (world, MIS_INQUIRY_WEIGHT).n_open, ==, 0);
}

/* All that has not been asked counts as a half: c sqrt(w w) = 1/4 for each pair of three agents. */
static void
test_unasked (void)
{
  g_autoptr (MisWorld) world = new_unasked ();
  MisInquiryProgress progress = get_progress (world, MIS_INQUIRY_CONFLICT);
  MisPosition position = mis_world_get_position (world, 2, 1);

  g_assert_cmpfloat_with_epsilon (get_score (world), 0.25, 1e-15);
  g_assert_cmpuint (progress.n, ==, 6);
  g_assert_cmpuint (progress.n_open, ==, 6);
  /* One pair of three, in one area of two, with weights of a half. */
  g_assert_cmpfloat_with_epsilon (progress.rest, 0.5 / 6, 1e-15);
  g_assert_cmpuint (get_progress (world, MIS_INQUIRY_GOAL).n_open, ==, 0);
  g_assert_cmpfloat (position.low, ==, 0.0);
  g_assert_cmpfloat (position.high, ==, 1.0);
}

/* What is answered is not asked again; what has been asked is passed over; then come those that are
 * not sure. */
static void
test_next (void)
{
  g_autoptr (MisWorld) world = new_unasked ();
  g_autoptr (MisElicitation) elicitation = NULL;
  g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (MisInquiry));
  MisInquiry unsure = conflict_question (0, 0, 1);
  const MisInquiry *next;

  world = take (world, mis_inquiry_with_number (&unsure, world, 0.4, 0.2, 0.6, NULL));
  world = answer (world, conflict_question (0, 0, 2), 0.5);
  /* Who cares for nothing moves nothing: pairs without that group come first. */
  world = answer (world, weight_question (1, 0), 0.0);
  elicitation = mis_elicitation_new (world, NULL);
  for (guint i = 0; i < 5; i++)
    {
      next = mis_elicitation_get_next (elicitation, MIS_INQUIRY_CONFLICT, asked);
      g_assert_nonnull (next);
      if (i == 2 || i == 3)
        {
          g_assert_cmpuint (next->area, ==, 1);
          g_assert_cmpint (next->g, ==, 0);
          g_assert_cmpfloat (next->effect, ==, 0.0);
        }
      g_assert_cmpint (next->state, ==, i < 4 ? MIS_INQUIRY_OPEN : MIS_INQUIRY_UNSURE);
      g_array_append_val (asked, *next);
    }
  g_assert_null (mis_elicitation_get_next (elicitation, MIS_INQUIRY_CONFLICT, asked));
}

/* The same answer again changes nothing; another one is no longer the paper's, but keeps the note.
 */
static void
test_source (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");
  MisInquiry question = conflict_question (1, 0, 2);
  g_autoptr (MisWorld) same = mis_inquiry_with_number (&question, world, 0.9, 0.9, 0.9, NULL);
  g_autoptr (MisWorld) other = mis_inquiry_with_number (&question, world, 0.75, 0.75, 0.75, NULL);
  g_autoptr (MisWorld) unsure = mis_inquiry_with_number (&question, world, 0.9, 0.5, 1.0, NULL);
  MisConflict before = mis_area_get_conflict (mis_world_get_area (world, 1), 0, 2);
  MisConflict after = mis_area_get_conflict (mis_world_get_area (other, 1), 0, 2);
  g_autoptr (GError) error = NULL;

  g_assert_true (same == world);
  g_assert_cmpstr (after.note->source, ==, "Own estimate: “Likely”");
  g_assert_cmpstr (after.note->note, ==, before.note->note);
  after = mis_area_get_conflict (mis_world_get_area (unsure, 1), 0, 2);
  g_assert_cmpstr (after.note->source, ==, "Own estimate, not sure");
  g_assert_null (mis_inquiry_with_number (&question, world, 0.9, 0.95, 1.0, &error));
  g_assert_nonnull (error);
}

/* Even 0 and the area's default are answers once they have been given. */
static void
test_default_is_answer (void)
{
  g_autoptr (MisWorld) world = new_unasked ();

  world = answer (world, conflict_question (0, 0, 1), 0.0);
  world = answer (world, conflict_question (0, 0, 2), MIS_UNASKED);
  g_assert_cmpuint (get_progress (world, MIS_INQUIRY_CONFLICT).n_open, ==, 4);
}

static void
test_goals (void)
{
  g_autoptr (MisWorld) world = new_unasked ();
  MisInquiry question = goal_question (0, 1);
  MisPosition position;

  world = answer (world, weight_question (0, 1), 0.3);
  world = take (world, mis_inquiry_with_goal (&question, world, 0));
  g_assert_cmpfloat (mis_world_get_position (world, 1, 0).weight, ==, 0.3);
  world = take (world, mis_inquiry_with_goal (&question, world, MIS_UNKNOWN));
  g_assert_cmpuint (get_progress (world, MIS_INQUIRY_GOAL).n_open, ==, 1);
  g_assert_cmpuint (get_progress (world, MIS_INQUIRY_WEIGHT).n, ==, 5);
  world = take (world, mis_inquiry_with_goal (&question, world, MIS_NO_GOAL));
  g_assert_cmpuint (get_progress (world, MIS_INQUIRY_GOAL).n_open, ==, 0);
  world = take (world, mis_inquiry_with_goal (&question, world, 2));
  position = mis_world_get_position (world, 1, 0);
  g_assert_cmpfloat (position.weight, ==, MIS_UNASKED);
  g_assert_cmpfloat (position.high, ==, 1.0);
}

/* A goal in an area that somebody else has made counts as that area says, until it is asked for. */
static void
test_default_of_area (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");
  MisConflict conflict;

  world = take (world, mis_world_with_goal_named (world, 0, "Be left alone", NULL));
  conflict = mis_area_get_conflict (mis_world_get_area (world, 0), 1, 3);
  g_assert_cmpfloat (conflict.value, ==, 0.0);
  g_assert_cmpfloat (conflict.high, ==, 1.0);
  g_assert_cmpfloat_with_epsilon (get_score (world), 0.25688931797422987, 1e-15);
}

static void
test_gone (void)
{
  g_autoptr (MisWorld) blank = load_example ("blank");
  g_autoptr (MisWorld) world = new_unasked ();
  MisInquiry question = conflict_question (0, 1, 2);

  g_assert_true (mis_inquiry_read (&question, world));
  g_assert_false (mis_inquiry_read (&question, blank));
  question = weight_question (0, 3);
  g_assert_false (mis_inquiry_read (&question, world));
}

static void
test_actions (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");
  MisInquiry questions[] = { goal_question (0, 0), conflict_question (0, 0, 1),
                             weight_question (1, 2) };
  static const char *const names[] = {
    "Say What Customer Wants in “Food and groceries”",
    "Say How Hard “Convenience at low price” and “Increase net profits” Clash",
    "Say How Much Recommender system Cares About “Household items”",
  };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *name = mis_inquiry_dup_action (&questions[i], world);

      g_assert_cmpstr (name, ==, names[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/elicitation/brute-force", test_brute_force);
  g_test_add_func ("/elicitation/states", test_states);
  g_test_add_func ("/elicitation/shopping", test_shopping);
  g_test_add_func ("/elicitation/unasked", test_unasked);
  g_test_add_func ("/elicitation/next", test_next);
  g_test_add_func ("/elicitation/source", test_source);
  g_test_add_func ("/elicitation/default-is-answer", test_default_is_answer);
  g_test_add_func ("/elicitation/goals", test_goals);
  g_test_add_func ("/elicitation/default-of-area", test_default_of_area);
  g_test_add_func ("/elicitation/gone", test_gone);
  g_test_add_func ("/elicitation/actions", test_actions);
  return g_test_run ();
}
