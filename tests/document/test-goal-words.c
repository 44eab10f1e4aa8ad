/* What goals are called in cells: every text is read as its goal again, however goals are called.
 */
#include <string.h>

#include "document/goal-words.h"

#include "random-world.h"

/* The id and the name of a goal. */
typedef struct
{
  const char *id;
  const char *name;
} Named;

static MisArea *
new_area (const Named *named, guint n_goals)
{
  g_autofree MisGoal *goals = g_new (MisGoal, n_goals);
  g_autoptr (GError) error = NULL;
  MisArea *area;

  for (guint i = 0; i < n_goals; i++)
    goals[i] = (MisGoal){ (char *)named[i].id, (char *)named[i].name, (char *)"" };
  area = mis_area_new ("food", "Food", "", goals, n_goals, 1.0, NULL, 0, &error);

  g_assert_no_error (error);
  return area;
}

/* -3 stands for a text that is refused. */
static void
check_find (const MisGoalWords *words, const char *text, int expected)
{
  int goal = -3;
  g_autofree char *reason = NULL;
  g_autofree char *escaped = g_strescape (text, NULL);
  gboolean found = mis_goal_words_find (words, text, &goal, &reason);

  g_test_message ("%s", escaped);
  g_assert_cmpint (found ? goal : -3, ==, expected);
  g_assert_cmpint (reason == NULL, ==, found);
}

static void
check_reason (const MisGoalWords *words, const char *text, const char *expected)
{
  int goal;
  g_autofree char *reason = NULL;

  g_assert_false (mis_goal_words_find (words, text, &goal, &reason));
  g_assert_cmpstr (reason, ==, expected);
}

static const Named plain_goals[] = {
  { "profit", "Profit" },
  { "health", "Health of all" },
  { "prompt", "Prompt delivery" },
  { "ete", "Été" },
};

static void
test_find (void)
{
  g_autoptr (MisArea) area = new_area (plain_goals, G_N_ELEMENTS (plain_goals));
  g_autoptr (MisGoalWords) words = mis_goal_words_new (area);

  check_find (words, "Profit", 0);
  check_find (words, " pROFIT ", 0);
  check_find (words, "health", 1);
  check_find (words, "he", 1);
  check_find (words, "pro", -3);
  check_find (words, "prom", 2);
  check_find (words, "ete", 3);
  check_find (words, "É", 3);
  check_find (words, "-", MIS_NO_GOAL);
  check_find (words, "–", MIS_NO_GOAL);
  check_find (words, "no goal", MIS_NO_GOAL);
  check_find (words, "?", MIS_UNKNOWN);
  check_find (words, "", MIS_UNKNOWN);
  check_find (words, " \u00a0", MIS_UNKNOWN);
  check_find (words, "Unknown", MIS_UNKNOWN);
  check_find (words, "unk", MIS_UNKNOWN);
  check_find (words, "Profitt", -3);
  check_find (words, "\u0301", -3);
  check_find (words, "\xff", -3);
}

static void
test_reasons (void)
{
  g_autoptr (MisArea) area = new_area (plain_goals, G_N_ELEMENTS (plain_goals));
  g_autoptr (MisGoalWords) words = mis_goal_words_new (area);
  g_autoptr (MisArea) lonely = new_area (plain_goals, 1);
  g_autoptr (MisGoalWords) one = mis_goal_words_new (lonely);
  g_autoptr (MisArea) empty = new_area (NULL, 0);
  g_autoptr (MisGoalWords) none = mis_goal_words_new (empty);

  check_reason (words, "Profitt",
                "“Profitt” is no goal of “Food”; its goals are “Profit”, "
                "“Health of all”, “Prompt delivery”, “Été”.");
  check_reason (words, "pro", "More than one goal of “Food” begins with “pro”.");
  check_reason (one, "x", "“x” is no goal of “Food”; its only goal is “Profit”.");
  check_reason (none, "x", "“x” is no goal of “Food”, which has no goals yet.");
}

static void
test_many_goals (void)
{
  Named goals[9];
  char ids[9][8];
  g_autoptr (MisArea) area = NULL;
  g_autoptr (MisGoalWords) words = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      g_snprintf (ids[i], sizeof ids[i], "g%u", i);
      goals[i] = (Named){ ids[i], ids[i] };
    }
  area = new_area (goals, G_N_ELEMENTS (goals));
  words = mis_goal_words_new (area);
  check_reason (words, "x",
                "“x” is no goal of “Food”; its goals are “g0”, “g1”, “g2”, “g3”, “g4” "
                "and 4 more.");
}

static void
check_round_trip (MisArea *area)
{
  g_autoptr (MisGoalWords) words = mis_goal_words_new (area);
  g_auto (GStrv) choices = mis_goal_words_dup_choices (words);
  guint n = mis_area_get_n_goals (area);

  g_assert_cmpuint (g_strv_length (choices), ==, n + 2);
  for (guint i = 0; i < n + 2; i++)
    {
      int goal = i < n ? (int)i : i == n ? MIS_NO_GOAL : MIS_UNKNOWN;

      g_assert_cmpstr (choices[i], ==, mis_goal_words_get_text (words, goal));
      check_find (words, choices[i], goal);
    }
}

/* Goals that are called alike, like signs, like words, like ids of others, or not at all. */
static void
test_names_like_others (void)
{
  const Named goals[] = { { "a", "Same" },        { "b", "Same" },    { "c", "same" },
                          { "d", "-" },           { "e", "?" },       { "f", "" },
                          { "g", "Unknown" },     { "h", "No goal" }, { "i", "a" },
                          { "j", "Same (a)" },    { "k", " Same " },  { "l", "(f)" },
                          { "m", "Same (a) (a)" } };
  g_autoptr (MisArea) area = new_area (goals, G_N_ELEMENTS (goals));
  g_autoptr (MisGoalWords) words = mis_goal_words_new (area);

  check_round_trip (area);
  g_assert_cmpstr (mis_goal_words_get_text (words, 1), ==, "Same (b)");
  g_assert_cmpstr (mis_goal_words_get_text (words, 2), ==, "same");
  g_assert_cmpstr (mis_goal_words_get_text (words, MIS_NO_GOAL), ==, "-");
  g_assert_cmpstr (mis_goal_words_get_text (words, MIS_UNKNOWN), ==, "?");
  check_find (words, "unknown", 6);
}

static void
test_random_names (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (MisWorld) world = mis_random_world (rand, 3, 4, 12);

      for (guint area = 0; area < mis_world_get_n_areas (world); area++)
        check_round_trip (mis_world_get_area (world, area));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/goal-words/find", test_find);
  g_test_add_func ("/goal-words/reasons", test_reasons);
  g_test_add_func ("/goal-words/many-goals", test_many_goals);
  g_test_add_func ("/goal-words/names-like-others", test_names_like_others);
  g_test_add_func ("/goal-words/random-names", test_random_names);
  return g_test_run ();
}
