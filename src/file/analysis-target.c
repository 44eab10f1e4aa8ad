/* What it would take to bring the score to a target. */
#include "file/analysis-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "core/reach.h"
#include "file/sheet-writer.h"

/* Levers that are pulled one after another. */
#define MOST_STEPS 20u

/* Each step tries what every row may change: with more rows than this, only conflicts. */
#define MOST_ROWS 2000u

static const MisColumn fact_columns[] = {
  { "target", N_("Wanted") },
  { "present", N_("Now") },
  { "reached", NULL },
  { "reached_greedily", NULL },
  { NULL, NULL },
};

static const MisColumn smallest_columns[] = {
  MIS_COLUMN_LEVER,
  { "size", NULL },
  { "overall", NULL },
  { "method", NULL },
  { "class", NULL },
  { NULL, NULL },
};

static const MisColumn greedy_columns[] = {
  { "step", NULL },
  MIS_COLUMN_LEVER,
  { "overall", NULL },
  { "class", NULL },
  { NULL, NULL },
};

static const MisColumn sentence_columns[] = {
  { NULL, "" },
  { NULL, NULL },
};

static const MisColumn step_columns[] = {
  { NULL, N_("Step") },
  { NULL, N_("Score then") },
  { NULL, N_("If …") },
  { NULL, NULL },
};

/* Scripts */

static void
add_reach (MisSheet *sheet, const MisTally *tally, const MisReach *reach)
{
  mis_sheet_add_lever (sheet, tally, &reach->lever);
  mis_sheet_add_number (sheet, reach->size);
  mis_sheet_add_number (sheet, reach->overall);
  mis_sheet_add_text (sheet, mis_reach_methods[reach->method].nick);
  mis_sheet_add_class (sheet, tally, &reach->lever);
}

/* Whether there is a change at all: not where the score is there already. */
static gboolean
is_change (const MisReach *reach)
{
  return reach->reached && reach->size > 0.0;
}

static void
add_step (MisSheet *sheet, const MisTally *tally, const MisReach *step, guint number)
{
  mis_sheet_add_whole (sheet, number);
  mis_sheet_add_lever (sheet, tally, &step->lever);
  mis_sheet_add_number (sheet, step->overall);
  mis_sheet_add_class (sheet, tally, &step->lever);
}

/* People */

/* The full change of a class that comes nearest to the target; %FALSE if none helps. */
static gboolean
find_best (const MisEffects *effects, double target, guint class, MisLeverItem *item)
{
  gboolean raise = target > mis_effects_get_overall (effects);
  const MisLeverQuery query = { .classes = 1u << class, .max = 1, .raise = raise, .whole = TRUE,
                                .distinct = TRUE };
  g_autoptr (GArray) list = mis_effects_list (effects, &query, NULL);

  if (list->len == 0)
    return FALSE;
  *item = g_array_index (list, MisLeverItem, 0);
  return fabs (item->effect) > MIS_EFFECT_NOISE * mis_effects_get_overall (effects)
         && (item->effect > 0.0) == raise;
}

static char *
get_answer (const MisAnalysis *analysis, const MisReach *reach, guint class)
{
  double present = mis_effects_get_overall (analysis->effects);
  MisLeverItem best;

  if (reach->reached)
    return mis_lever_sentence (analysis->tally, &reach->lever, present, reach->overall, TRUE);
  if (!find_best (analysis->effects, analysis->request.target, class, &best))
    return g_strdup (_("No change of this kind helps."));
  if (!mis_lever_is_seen (analysis->effects, &best))
    return g_strdup (_("No single change of this kind moves the score by a ten-thousandth of it."));
  return mis_lever_sentence (analysis->tally, &best.lever, present, present + best.effect, FALSE);
}

/* Counting less is no way to bring anybody together, so nobody is sent there. */
static void
add_answers (const MisAnalysis *analysis, MisSection *section, const MisReach *each)
{
  for (guint i = 0; i < MIS_N_LEVER_CLASSES; i++)
    {
      MisSheet *sheet;
      g_autofree char *answer = NULL;

      if (i == MIS_LEVER_CLASS_SCOPE)
        continue;
      answer = get_answer (analysis, &each[i], i);
      sheet = mis_section_add_sheet (section, NULL, mis_lever_classes[i].label, sentence_columns);
      mis_sheet_add_text (sheet, answer);
    }
}

/* Steps */

typedef void (*AddStep) (MisSheet *sheet,
                         const MisTally *tally,
                         const MisReach *step,
                         guint number);

static void
add_step_words (MisSheet *sheet, const MisTally *tally, const MisReach *step, guint number)
{
  g_autofree char *clause = mis_lever_clause (tally, &step->lever);

  mis_sheet_add_whole (sheet, number);
  mis_sheet_add_number (sheet, step->overall);
  mis_sheet_add_text (sheet, clause);
}

/* Each step is told in the world that the steps before it have made. */
static void
add_steps (const MisAnalysis *analysis, MisSheet *sheet, const GArray *steps, AddStep add)
{
  g_autoptr (MisTally) tally = mis_tally_ref (analysis->tally);

  for (guint i = 0; i < steps->len; i++)
    {
      const MisReach *step = &g_array_index (steps, MisReach, i);
      g_autoptr (MisWorld) next = mis_world_with_lever (mis_tally_get_world (tally), &step->lever,
                                                        NULL);
      MisTally *next_tally;

      add (sheet, tally, step, i + 1);
      next_tally = mis_tally_new (next, tally);
      mis_tally_unref (tally);
      tally = next_tally;
    }
}

static MisGreedy *
find_several (MisAnalysis *analysis, guint classes)
{
  return mis_reach_greedy (mis_analysis_get_effects (analysis), analysis->request.target, classes,
                           MOST_STEPS, NULL);
}

static gboolean
can_negotiate (const MisReach *each)
{
  for (guint i = 0; i < MIS_N_LEVER_CLASSES; i++)
    if ((MIS_LEVER_CLASSES_NEGOTIABLE & (1u << i)) != 0 && each[i].reached)
      return TRUE;
  return FALSE;
}

static void
add_package (const MisAnalysis *analysis,
             MisSection *section,
             const char *heading,
             const MisGreedy *greedy)
{
  MisSheet *sheet = mis_section_add_sheet (section, NULL, heading, step_columns);

  mis_sheet_set_intro (sheet, _("One after another, each time the one that then helps most, until "
                                "the score is reached. Another choice of changes may be smaller "
                                "together: this way of looking finds one that works, not the best "
                                "of all."));
  add_steps (analysis, sheet, greedy->steps, add_step_words);
  if (!greedy->reached)
    mis_section_add_note (section,
                          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                        "Not reached in %u step either.",
                                                        "Not reached in %u steps either.",
                                                        greedy->steps->len),
                                           greedy->steps->len));
}

static gboolean
has_few_rows (const MisAnalysis *analysis)
{
  return mis_world_get_n_agents (analysis->world) <= MOST_ROWS;
}

/* Where no single compromise is enough, several; where they are not either and nothing else that
 * can be negotiated is enough alone, several changes of whatever can be. */
static void
add_packages (MisAnalysis *analysis, MisSection *section, const MisReach *each)
{
  MisGreedy *greedy;

  if (each[MIS_LEVER_CLASS_CONFLICT].reached)
    return;
  greedy = find_several (analysis, 1u << MIS_LEVER_CLASS_CONFLICT);
  if (greedy->reached || (greedy->steps->len > 0 && !has_few_rows (analysis)))
    add_package (analysis, section, N_("Several compromises"), greedy);
  else if (!can_negotiate (each) && has_few_rows (analysis))
    {
      mis_greedy_free (greedy);
      greedy = find_several (analysis, MIS_LEVER_CLASSES_NEGOTIABLE);
      if (greedy->steps->len > 0)
        add_package (analysis, section, N_("Several changes: conflicts, weights and other goals"),
                     greedy);
    }
  mis_greedy_free (greedy);
}

static void
fill_for_people (MisAnalysis *analysis, MisSection *section, const MisReach *each)
{
  mis_section_set_intro (section,
                         _("What would bring the score to the one that is wanted? For each kind of "
                           "change: the smallest one that is enough alone, all else as it is. "
                           "Smallest is the conflict or weight that moves least, or the change "
                           "that concerns the fewest agents. Changes of different kinds have "
                           "different units, so which of them is the smallest, only their cost "
                           "can say."));
  add_answers (analysis, section, each);
  add_packages (analysis, section, each);
}

/* Whether no choice of goals and weights has the score that is wanted, areas and agents as
 * they are. */
static gboolean
is_beyond (const MisAnalysis *analysis)
{
  const double rounding = 1e-9;

  return analysis->score->has_score
         && analysis->request.target > analysis->score->possible * (1.0 + rounding);
}

static void
add_notes (const MisAnalysis *analysis, MisSection *section, const MisReach *smallest)
{
  if (is_beyond (analysis))
    mis_section_add_note (section,
                          g_strdup_printf (_("No more than %.3f is possible: with so many agents "
                                             "and these goals, were they spread as evenly as can "
                                             "be and did all care fully, no score is higher"),
                                           analysis->score->possible));
  else if (!smallest->reached)
    mis_section_add_note (section, g_strdup (_("No single change reaches the score that is "
                                               "wanted")));
  else if (!is_change (smallest))
    mis_section_add_note (section, g_strdup (_("The score is there already")));
}

/* The smallest of all, several of all kinds where there is none, and the smallest of each kind. */
static gboolean
fill_for_scripts (MisAnalysis *analysis,
                  MisSheet *smallest,
                  MisSheet *several,
                  MisSheet *by_class,
                  const MisReach *best,
                  const MisReach *each)
{
  gboolean reached = FALSE;
  MisGreedy *greedy;

  if (is_change (best))
    add_reach (smallest, analysis->tally, best);
  for (guint i = 0; i < MIS_N_LEVER_CLASSES; i++)
    if (is_change (&each[i]))
      add_reach (by_class, analysis->tally, &each[i]);
  if (best->reached)
    return FALSE;
  greedy = find_several (analysis, 0);
  add_steps (analysis, several, greedy->steps, add_step);
  reached = greedy->reached;
  mis_greedy_free (greedy);
  return reached;
}

void
mis_analysis_fill_target (MisAnalysis *analysis, MisSection *section)
{
  const MisEffects *effects = mis_analysis_get_effects (analysis);
  MisReach each[MIS_N_LEVER_CLASSES];
  MisReach best = mis_reach_smallest_of_each (effects, analysis->request.target, each, NULL);
  MisSheet *facts = mis_section_add_facts (section, fact_columns);
  MisSheet *smallest = mis_section_add_sheet (section, "smallest", NULL, smallest_columns);
  MisSheet *several = mis_section_add_sheet (section, "greedy", NULL, greedy_columns);
  MisSheet *by_class = mis_section_add_sheet (section, "by_class", NULL, smallest_columns);
  gboolean greedily = FALSE;

  add_notes (analysis, section, &best);
  if (!analysis->request.for_people)
    greedily = fill_for_scripts (analysis, smallest, several, by_class, &best, each);
  else if (!is_beyond (analysis) && (!best.reached || is_change (&best)))
    fill_for_people (analysis, section, each);
  mis_sheet_add_number (facts, analysis->request.target);
  mis_sheet_add_number (facts, mis_effects_get_overall (effects));
  mis_sheet_add_truth (facts, best.reached);
  if (best.reached)
    mis_sheet_add_text (facts, NULL);
  else
    mis_sheet_add_truth (facts, greedily);
}
