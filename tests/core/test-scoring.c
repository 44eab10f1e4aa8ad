#include "core/agent.h"
#include "core/companion.h"

#include <string.h>

/* The words that project files and command lines use, in the order of the file. */
static const struct
{
  const char *name;
  const char *words[7];
} specified[MIS_N_OPTIONS] = {
  { "weight_mean", { "geometric", "arithmetic", "harmonic", "minimum", "maximum", "none" } },
  { "area_mean", { "arithmetic", "geometric", "harmonic", "minimum", "maximum" } },
  { "pairs", { "distinct", "replacement" } },
  { "normalization", { "none", "limit", "maximum" } },
  { "unknown", { "leave-out", "no-goal" } },
  { "weights", { "as-given", "sum-to-one" } },
};

static void
expect_words (const MisChoice *choices, const char *const *words, gboolean has_labels)
{
  guint n = 0;

  for (; words[n] != NULL; n++)
    {
      g_assert_cmpstr (choices[n].nick, ==, words[n]);
      g_assert_cmpint (mis_choice_from_nick (choices, words[n]), ==, (int) n);
      g_assert_cmpint (choices[n].label != NULL && *choices[n].label != '\0', ==, has_labels);
    }
  g_assert_null (choices[n].nick);
  g_assert_cmpint (mis_choice_from_nick (choices, "nonsense"), ==, -1);
  g_assert_cmpint (mis_choice_from_nick (choices, ""), ==, -1);
  g_assert_cmpint (mis_choice_from_nick (choices, "Geometric"), ==, -1);
}

static void
test_words (void)
{
  static const char *const kinds[] = { "human", "ai", "organization", "other", NULL };
  static const char *const methods[] = { "pairs", "sampled", "bounds", NULL };

  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    {
      g_assert_cmpstr (mis_options[i].name, ==, specified[i].name);
      g_assert_cmpuint (strlen (mis_options[i].label), >, 0);
      expect_words (mis_options[i].choices, specified[i].words, TRUE);
    }
  expect_words (mis_kinds, kinds, TRUE);
  expect_words (mis_any_conflict_methods, methods, FALSE);
}

/* Choice numbers are those of the enumerations. */
static void
test_enumerations (void)
{
  g_assert_cmpstr (mis_options[0].choices[MIS_WEIGHT_MEAN_HARMONIC].nick, ==, "harmonic");
  g_assert_cmpstr (mis_options[0].choices[MIS_WEIGHT_MEAN_NONE].nick, ==, "none");
  g_assert_cmpstr (mis_options[1].choices[MIS_AREA_MEAN_GEOMETRIC].nick, ==, "geometric");
  g_assert_cmpstr (mis_options[1].choices[MIS_AREA_MEAN_MAXIMUM].nick, ==, "maximum");
  g_assert_cmpstr (mis_options[2].choices[MIS_PAIRS_REPLACEMENT].nick, ==, "replacement");
  g_assert_cmpstr (mis_options[3].choices[MIS_NORMALIZATION_LIMIT].nick, ==, "limit");
  g_assert_cmpstr (mis_options[4].choices[MIS_UNKNOWN_NO_GOAL].nick, ==, "no-goal");
  g_assert_cmpstr (mis_options[5].choices[MIS_WEIGHTS_SUM_TO_ONE].nick, ==, "sum-to-one");
  g_assert_cmpstr (mis_kinds[MIS_KIND_ORGANIZATION].nick, ==, "organization");
  g_assert_cmpstr (mis_any_conflict_methods[MIS_ANY_CONFLICT_BOUNDS].nick, ==, "bounds");
}

/* All zero is the paper's way. */
static void
test_paper (void)
{
  static const char *const paper[] = { "geometric", "arithmetic", "distinct", "none", "leave-out",
                                       "as-given" };
  const MisScoring scoring = { 0 };

  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    g_assert_cmpstr (mis_options[i].choices[mis_scoring_get (&scoring, i)].nick, ==, paper[i]);
}

static void
test_members (void)
{
  MisScoring scoring = { 0 };

  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    mis_scoring_set (&scoring, i, 1);
  g_assert_cmpint (scoring.weight_mean, ==, MIS_WEIGHT_MEAN_ARITHMETIC);
  g_assert_cmpint (scoring.area_mean, ==, MIS_AREA_MEAN_GEOMETRIC);
  g_assert_cmpint (scoring.pairs, ==, MIS_PAIRS_REPLACEMENT);
  g_assert_cmpint (scoring.normalization, ==, MIS_NORMALIZATION_LIMIT);
  g_assert_cmpint (scoring.unknown, ==, MIS_UNKNOWN_NO_GOAL);
  g_assert_cmpint (scoring.weights, ==, MIS_WEIGHTS_SUM_TO_ONE);
}

/* Setting one option changes that one alone, and equality sees it. */
static void
test_get_set (void)
{
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    for (guint choice = 0; mis_options[i].choices[choice].nick != NULL; choice++)
      {
        const MisScoring paper = { 0 };
        MisScoring scoring = { 0 };

        mis_scoring_set (&scoring, i, choice);
        for (guint j = 0; j < MIS_N_OPTIONS; j++)
          g_assert_cmpuint (mis_scoring_get (&scoring, j), ==, i == j ? choice : 0);
        g_assert_cmpint (mis_scoring_equal (&scoring, &paper), ==, choice == 0);
        g_assert_true (mis_scoring_equal (&scoring, &scoring));
      }
}

static void
test_list (void)
{
  g_autofree char *means = mis_choice_list_nicks (mis_options[0].choices);
  g_autofree char *pairs = mis_choice_list_nicks (mis_options[2].choices);
  g_autofree char *normalizations = mis_choice_list_nicks (mis_options[3].choices);

  g_assert_cmpstr (means, ==, "geometric, arithmetic, harmonic, minimum, maximum or none");
  g_assert_cmpstr (pairs, ==, "distinct or replacement");
  g_assert_cmpstr (normalizations, ==, "none, limit or maximum");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/words", test_words);
  g_test_add_func ("/scoring/enumerations", test_enumerations);
  g_test_add_func ("/scoring/paper", test_paper);
  g_test_add_func ("/scoring/members", test_members);
  g_test_add_func ("/scoring/get-set", test_get_set);
  g_test_add_func ("/scoring/list", test_list);
  return g_test_run ();
}
