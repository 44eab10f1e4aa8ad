/* The main findings, as sentences that can stand in a report. */
#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/bounds.h"
#include "core/contribution.h"
#include "core/lever-class.h"
#include "core/number.h"
#include "file/analysis-way.h"
#include "file/sheet-writer.h"

/* With more groups than this, each of one agent, no two of them are the news. */
#define MANY_AGENTS 12u

static void
add_largest_area (const MisAnalysis *analysis,
                  MisSection *section,
                  const MisContributions *contributions)
{
  g_autoptr (GArray) ranked =
      mis_analysis_rank (analysis, contributions->areas, contributions->n_areas, NULL);
  const MisRanked *first = ranked->len > 0 ? &g_array_index (ranked, MisRanked, 0) : NULL;
  g_autofree char *share = NULL;

  if (first == NULL || contributions->n_areas < 2)
    return;
  share = mis_percent (first->value / contributions->overall);
  mis_section_add_note (
      section, g_strdup_printf (
                   _("The largest problem area is %s, with %s of the score."),
                   mis_area_get_name (mis_world_get_area (analysis->world, first->index)), share));
}

static void
add_largest_pair (const MisAnalysis *analysis,
                  MisSection *section,
                  const MisContributions *contributions)
{
  const MisPairContribution *pair = contributions->pairs;
  const MisArea *area;
  g_autofree char *share = NULL;

  if (contributions->n_pairs == 0)
    return;
  area = mis_world_get_area (analysis->world, pair->area);
  share = mis_percent (pair->overall / contributions->overall);
  /* Translators: two goals, a problem area, a percentage */
  mis_section_add_note (section,
                        g_strdup_printf (_("The clash that adds most is “%s” against “%s” "
                                            "in %s: %s of the score."),
                                         mis_area_get_goal_name (area, pair->g),
                                         mis_area_get_goal_name (area, pair->h),
                                         mis_area_get_name (area), share));
}

/* Two parts, and what is known of them; and how many others are as much in conflict. */
typedef struct
{
  guint x;
  guint y;
  double value;
  guint n_known;
  guint n_tied;
} Opponents;

/* A value over few areas says little: it comes after all that rest on half of the areas. */
static gboolean
is_worse (const Opponents *one, const Opponents *other, guint n_areas)
{
  gboolean known = 2 * one->n_known >= n_areas, other_known = 2 * other->n_known >= n_areas;

  return known == other_known ? one->value > other->value : known;
}

/* A value is a mean: what differs only by how it was summed is the same. */
static gboolean
is_tie (const Opponents *one, const Opponents *other, guint n_areas)
{
  const double rounding = 1e-12;

  return (2 * one->n_known >= n_areas) == (2 * other->n_known >= n_areas)
         && fabs (one->value - other->value) <= rounding;
}

/* The two parts that are most misaligned; of value 0 if no two are, or if they are too many. Those
 * without a principal are none that anybody can talk to. */
static Opponents
find_opponents (const MisAnalysis *analysis, MisWay way, const MisPartition *partition)
{
  g_autoptr (MisBetween) between = mis_between_new (analysis->tally, partition, NULL);
  Opponents most = { 0 };

  for (guint i = 0; between != NULL && i < between->n_groups; i++)
    for (guint j = i + 1; j < between->n_groups; j++)
      {
        double value = mis_between_get_overall (between, i, j);
        Opponents two = { i, j, value, 0, 0 };

        if (!(value > 0.0) || *partition->names[i] == '\0' || *partition->names[j] == '\0')
          continue;
        two.n_known = mis_way_count_areas (between, i, j);
        if (most.value > 0.0 && is_tie (&two, &most, between->n_areas))
          most.n_tied++;
        else if (is_worse (&two, &most, between->n_areas))
          most = two;
      }
  return most;
}

static char *
name_opponents (MisWay way, const char *x, const char *y)
{
  switch (way)
    {
    case MIS_WAY_KIND:
      return g_strdup_printf (_("Of all kinds of agents, most in conflict are %s and %s"), x, y);
    case MIS_WAY_PRINCIPAL:
      return g_strdup_printf (_("Of all principals, those whose agents are most in conflict are "
                                "%s and %s"),
                              x, y);
    case MIS_WAY_GROUP:
    case MIS_N_WAYS:
    default:
      return g_strdup_printf (_("Most in conflict are %s and %s"), x, y);
    }
}

/* (transfer full): a part; a group that counts several agents, and is called by one of them, is not
 * to be read as one. */
static char *
name_part (const MisAnalysis *analysis, MisWay way, const MisPartition *partition, guint part)
{
  const char *name = mis_way_get_name (way, analysis->world, partition, part);
  g_autofree guint64 *counts = mis_way_count_agents (analysis->world, partition);
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, counts[part]);

  if (way != MIS_WAY_GROUP || counts[part] < 2)
    return g_strdup (name);
  /* Translators: a group and how many agents it has, two or more */
  return g_strdup_printf (_("%s (%s agents)"), name, number);
}

/* What two agents at random come to, over all areas that have a score. */
static double
get_mean (const MisScore *score)
{
  guint n = 0;

  for (guint i = 0; i < score->n_areas; i++)
    n += isnan (score->areas[i].raw) ? 0 : 1;
  return n > 0 ? score->expected_conflicts / n : 0.0;
}

/* The end of a sentence on two who are only the first of many. (transfer full) */
static char *
tell_ties (guint n)
{
  if (n == 0)
    return g_strdup ("");
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "; %u more pair is as much in conflict",
                                       "; %u more pairs are as much in conflict", n),
                          n);
}

/* %FALSE if no two parts are more in conflict than @least. */
static gboolean
add_opponents (const MisAnalysis *analysis, MisSection *section, MisWay way, double least)
{
  g_autoptr (MisPartition) partition = mis_way_new_partition (way, analysis->world);
  Opponents most = find_opponents (analysis, way, partition);
  guint n_areas = mis_world_get_n_areas (analysis->world);
  char buffer[MIS_NUMBER_SIZE];
  g_autofree char *x = NULL, *y = NULL, *names = NULL, *areas = NULL, *ties = NULL;

  if (!(most.value > least))
    return FALSE;
  x = name_part (analysis, way, partition, most.x);
  y = name_part (analysis, way, partition, most.y);
  names = name_opponents (way, x, y);
  areas = g_strdup_printf (_("over the %u of %u problem areas where both are known"), most.n_known,
                           n_areas);
  ties = tell_ties (most.n_tied);
  mis_section_add_note (section,
                        g_strdup_printf ("%s: %s, %s%s.", names,
                                         mis_sheet_format_number (most.value, buffer),
                                         most.n_known < n_areas ? areas
                                                                : _("over all problem areas"),
                                         ties));
  return TRUE;
}

/* Two of many single agents are an accident: what they belong to says more, unless it parts them no
 * better than chance. Beside two of many groups of several, it is said too. */
static void
add_most_in_conflict (const MisAnalysis *analysis, MisSection *section)
{
  static const MisWay ways[] = { MIS_WAY_PRINCIPAL, MIS_WAY_KIND };
  gboolean many = mis_world_get_n_agents (analysis->world) > MANY_AGENTS;
  gboolean single = many && !mis_way_has_fellows (analysis->world);

  if (!single)
    add_opponents (analysis, section, MIS_WAY_GROUP, 0.0);
  for (guint i = 0; many && i < G_N_ELEMENTS (ways); i++)
    if (mis_way_is_told (ways[i], analysis, NULL) &&
        add_opponents (analysis, section, ways[i], get_mean (analysis->score)))
      return;
  if (single)
    add_opponents (analysis, section, MIS_WAY_GROUP, 0.0);
}

static void
add_best_compromise (MisAnalysis *analysis, MisSection *section)
{
  const MisEffects *effects = mis_analysis_get_effects (analysis);
  const MisLeverQuery query = {
    .classes = 1u << MIS_LEVER_CLASS_CONFLICT, .max = 1, .whole = TRUE, .distinct = TRUE
  };
  g_autoptr (GArray) list = mis_effects_list (effects, &query, NULL);
  const MisLeverItem *best = list->len > 0 ? &g_array_index (list, MisLeverItem, 0) : NULL;
  double overall = mis_effects_get_overall (effects);
  char from[MIS_NUMBER_SIZE], to[MIS_NUMBER_SIZE];
  g_autofree char *clause = NULL;

  if (best == NULL || !(best->effect < 0.0) || !mis_lever_is_seen (effects, best))
    return;
  clause = mis_lever_clause (analysis->tally, &best->lever);
  mis_section_add_note (section,
                        g_strdup_printf (_("The one compromise that would help most, if it "
                                            "could be settled fully: if %s, the score would fall "
                                            "from %s to %s."),
                                         clause, mis_sheet_format_number (overall, from),
                                         mis_sheet_format_number (overall + best->effect, to)));
}

static void
add_question (const MisAnalysis *analysis, MisSection *section)
{
  g_autoptr (MisQuestions) questions = mis_questions_new (analysis->tally, analysis->score, 1);
  const MisQuestion *first = questions->n_questions > 0 ? questions->questions : NULL;
  char low[MIS_NUMBER_SIZE], high[MIS_NUMBER_SIZE];
  g_autofree char *words = NULL;
  const MisArea *area;

  if (questions->n_uncertain == 0)
    mis_section_add_note (section,
                          g_strdup (_("No weight and no conflict has a range, so the score "
                                       "is taken as certain.")));
  if (first == NULL)
    return;
  mis_sheet_format_number (first->low, low);
  mis_sheet_format_number (first->high, high);
  if (strcmp (low, high) == 0)
    {
      mis_section_add_note (section, g_strdup (_("No uncertain value alone moves the score by as "
                                                 "much as is shown here.")));
      return;
    }
  area = mis_world_get_area (analysis->world, first->area);
  words = first->agent >= 0
            ? mis_weight_words (area, mis_world_get_agent (analysis->world, (guint) first->agent))
            : mis_conflict_words (area, first->g, first->h);
  mis_section_add_note (section,
                        g_strdup_printf (_("Ask about this next: %s. Alone it lets the score be "
                                           "anything from %s to %s."),
                                         words, low, high));
}

MisSection *
mis_analysis_make_short (MisAnalysis *analysis)
{
  MisSection *section = mis_section_new ("short", N_("In short"));
  g_autoptr (MisContributions) contributions =
      mis_contributions_new (analysis->tally, analysis->score);

  mis_section_set_intro (section, _("What should you know first?"));
  if (contributions->overall > 0.0)
    {
      add_largest_area (analysis, section, contributions);
      add_largest_pair (analysis, section, contributions);
      add_most_in_conflict (analysis, section);
      add_best_compromise (analysis, section);
    }
  else
    mis_section_add_note (section, g_strdup (_("Nothing adds to the score: no two agents are in "
                                                "conflict.")));
  add_question (analysis, section);
  return section;
}
