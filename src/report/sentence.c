#include "report/sentence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "report/number-text.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

/* The part of all pairs from which those within one group hide what others have to do with it. */
#define MAJORITY 0.75
#define NEARLY_ALL 0.99 /* more would be rounded to all */

/* A small population can be more misaligned than a large one: more than 1 needs a word. */
static char *
sentence_limit (double overall)
{
  g_autofree char *part = mis_score_text (overall);

  if (overall > 1.0)
    return g_strdup_printf (TEXT ("This population exceeds the highest misalignment that a large "
                                  "population with the goals it holds can have, as few agents can: "
                                  "it has %s times as much, as a mean over the problem areas."),
                            part);
  return g_strdup_printf (TEXT ("This population has %s times the highest misalignment that a "
                                "large population with the goals it holds can have, as a mean over "
                                "the problem areas."),
                          part);
}

char *
mis_sentence_score (const MisWorld *world, const MisScore *score)
{
  const MisScoring *scoring = mis_world_get_scoring (world);
  g_autofree char *chance = mis_score_text (score->overall);

  if (!score->has_score)
    return g_strdup (TEXT ("There is nothing to score yet: a problem area needs at least two "
                           "agents whose position is known."));
  if (scoring->normalization == MIS_NORMALIZATION_LIMIT)
    return sentence_limit (score->overall);
  if (scoring->normalization == MIS_NORMALIZATION_MAXIMUM)
    return g_strdup_printf (TEXT ("This population has %s times the highest misalignment that the "
                                  "goals it holds allow, as a mean over the problem areas."),
                            chance);
  if (scoring->weight_mean == MIS_WEIGHT_MEAN_NONE)
    return g_strdup_printf (TEXT ("Two agents picked at random hold conflicting goals with a "
                                  "chance of %s, as a mean over the problem areas."),
                            chance);
  return g_strdup_printf (TEXT ("Two agents picked at random hold conflicting goals with a chance "
                                "of %s, weighted by how much both care, as a mean over the problem "
                                "areas."),
                          chance);
}

char *
mis_sentence_possible (const MisScore *score)
{
  g_autofree char *share = NULL;

  if (!(score->possible > 0.0))
    return g_strdup (TEXT ("These goals cannot conflict in this population."));
  share = mis_percent_text (score->overall / score->possible);
  return g_strdup_printf (TEXT ("%s of the possible"), share);
}

char *
mis_sentence_bounds (const MisBounds *bounds)
{
  g_autofree char *low = NULL, *high = NULL;

  if (!bounds->available)
    return g_strdup (TEXT ("Some numbers are not certain. How far they let the score go is not "
                           "known where weights are to sum to one."));
  low = mis_score_text (bounds->overall.low);
  high = mis_score_text (bounds->overall.high);
  return g_strdup_printf (TEXT ("Within the ranges: %s to %s."), low, high);
}

/* The row with the most agents; there is at least one row. */
static MisAgent *
find_largest (const MisWorld *world)
{
  MisAgent *largest = mis_world_get_agent (world, 0);

  for (guint i = 1; i < mis_world_get_n_agents (world); i++)
    if (mis_world_get_agent (world, i)->count > largest->count)
      largest = mis_world_get_agent (world, i);
  return largest;
}

char *
mis_sentence_majority (const MisWorld *world)
{
  MisPairs pairs = mis_world_get_scoring (world)->pairs;
  guint64 n = mis_world_get_population (world);
  g_autofree char *bound = NULL, *share = NULL;
  MisAgent *largest;
  double part;

  if (n < 2)
    return NULL;
  largest = find_largest (world);
  part = mis_pairs_count ((double) largest->count, pairs) / mis_pairs_count ((double) n, pairs);
  if (largest->count == n || part < MAJORITY)
    return NULL;
  bound = mis_percent_text (MIN (part, NEARLY_ALL));
  share = part > NEARLY_ALL ? g_strdup_printf (TEXT ("more than %s"), bound)
                            : g_strdup (bound);
  return g_strdup_printf (TEXT ("Of all pairs, %s are two agents of “%s”, who want the same. So "
                                "the score is low however the others stand to them: compare it "
                                "only with populations of the same make-up."),
                          share, largest->name);
}

/* The areas with the highest and the lowest score; %FALSE unless two have one. */
static gboolean
find_extremes (const MisScore *score, guint *highest, guint *lowest)
{
  guint n = 0;

  for (guint i = 0; i < score->n_areas; i++)
    {
      double value = score->areas[i].misalignment;

      if (isnan (value))
        continue;
      if (n == 0 || value > score->areas[*highest].misalignment)
        *highest = i;
      if (n == 0 || value < score->areas[*lowest].misalignment)
        *lowest = i;
      n++;
    }
  return n > 1;
}

char *
mis_sentence_areas (const MisWorld *world, const MisScore *score)
{
  g_autofree char *high = NULL, *low = NULL;
  guint highest = 0, lowest = 0;

  if (!find_extremes (score, &highest, &lowest))
    return g_strdup ("");
  high = mis_score_text (score->areas[highest].misalignment);
  low = mis_score_text (score->areas[lowest].misalignment);
  if (score->areas[highest].misalignment == score->areas[lowest].misalignment)
    return g_strdup_printf (TEXT ("All areas have the same score, %s."), high);
  return g_strdup_printf (TEXT ("The highest area is “%s” with %s, the lowest “%s” with %s."),
                          mis_area_get_name (mis_world_get_area (world, highest)), high,
                          mis_area_get_name (mis_world_get_area (world, lowest)), low);
}

/* Adds why the line ends before the shares do: @area gains or loses its score there. */
static void
add_end (GString *text, const MisWorld *world, const MisScore *score, double share, int area)
{
  g_autofree char *end = mis_score_text (share);
  g_autofree char *sentence = NULL;
  const char *name;

  if (area < 0)
    return;
  name = mis_area_get_name (mis_world_get_area (world, (guint) area));
  if (isnan (score->areas[area].misalignment))
    sentence = g_strdup_printf (TEXT ("The line ends at %s, where a second agent comes to have a "
                                      "position in “%s”, which has no score now."),
                                end, name);
  else
    sentence = g_strdup_printf (TEXT ("The line ends at %s, where fewer than two agents are left "
                                      "with a position in “%s”: an area without a pair has no "
                                      "score, and just before a single pair decides it."),
                                end, name);
  g_string_append_printf (text, " %s", sentence);
}

/* Adds where the line ends before the shares do: where groups are locked, or other areas would make
 * up the score. */
static void
add_ends (GString *text, const MisWorld *world, const MisScore *score, const MisCurve *curve)
{
  g_autofree char *limit = mis_score_text (mis_curve_get_highest (curve));
  int low_area, high_area;
  double low, high;

  mis_curve_get_span (curve, &low, &high, &low_area, &high_area);
  if (mis_curve_get_highest (curve) < 1.0)
    {
      g_autofree char *sentence = g_strdup_printf (
          TEXT ("Locked groups leave a share of at most %s."), limit);

      g_string_append_printf (text, " %s", sentence);
    }
  add_end (text, world, score, low, low_area);
  add_end (text, world, score, high, high_area);
}

char *
mis_sentence_share (const MisWorld *world,
                    const MisScore *score,
                    const MisCurve *curve,
                    guint agent)
{
  MisAgent *group = mis_world_get_agent (world, agent);
  GString *text;
  g_autofree char *share = mis_score_text (mis_curve_get_present (curve));
  g_autofree char *value = mis_score_text (score->overall);
  g_autofree char *top_share = NULL, *top_value = NULL;
  double low, high;
  MisPeak peak;

  if (score->n_agents < 2)
    return g_strdup (TEXT ("With fewer than two agents there is no pair, and so no misalignment."));
  if (!score->has_score)
    return mis_sentence_score (world, score);
  mis_curve_get_span (curve, &low, &high, NULL, NULL);
  peak = mis_curve_find_peak_within (curve, -1, low, high);
  top_share = mis_score_text (peak.x);
  top_value = mis_score_text (peak.value);
  text = g_string_new (NULL);
  g_string_append_printf (text,
                          TEXT ("With “%s” at a share of %s the misalignment is %s; the highest it "
                                "gets while that share moves is %s, at %s."),
                          group->name, share, value, top_value, top_share);
  add_ends (text, world, score, curve);
  return g_string_free (text, FALSE);
}

char *
mis_sentence_method (const MisAnyConflict *any)
{
  g_autofree char *low = NULL, *high = NULL;

  switch (any->method)
    {
    case MIS_ANY_CONFLICT_PAIRS:
      return g_strdup (TEXT ("exact, over all pairs of agents"));
    case MIS_ANY_CONFLICT_SAMPLED:
      low = mis_percent_text (any->low);
      high = mis_percent_text (any->high);
      return g_strdup_printf (TEXT ("sampled from a million pairs; certainly from %s to %s"), low,
                              high);
    case MIS_ANY_CONFLICT_BOUNDS:
    default:
      low = mis_percent_text (any->low);
      high = mis_percent_text (any->high);
      return g_strdup_printf (TEXT ("from %s to %s"), low, high);
    }
}
