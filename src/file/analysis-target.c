#include "file/analysis-target.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/number.h"
#include "file/sheet-writer.h"

/* Levers that are pulled one after another. */
#define MOST_STEPS 20u

static const MisColumn fact_columns[] = {
  { "target", N_("Wanted") },
  { "present", N_("Now") },
  { "reached", NULL },
  { "reached_greedily", NULL },
  { NULL, NULL },
};

static const MisColumn smallest_columns[] = {
  MIS_COLUMN_LEVER,   { "size", NULL },  { "overall", NULL },
  { "method", NULL }, { "class", NULL }, { NULL, NULL },
};

static const MisColumn greedy_columns[] = {
  { "step", NULL }, MIS_COLUMN_LEVER, { "overall", NULL }, { "class", NULL }, { NULL, NULL },
};

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

void
mis_analysis_add_steps (const MisAnalysis *analysis,
                        MisSheet *sheet,
                        const GArray *steps,
                        MisAddStep add)
{
  g_autoptr (MisTally) tally = mis_tally_ref (analysis->tally);

  for (guint i = 0; i < steps->len; i++)
    {
      const MisReach *step = &g_array_index (steps, MisReach, i);
      g_autoptr (MisWorld) next =
          mis_world_with_lever (mis_tally_get_world (tally), &step->lever, NULL);
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
                           MOST_STEPS, analysis->request.progress, NULL);
}

static gboolean
can_negotiate (const MisReach *each)
{
  for (guint i = 0; i < MIS_N_LEVER_CLASSES; i++)
    if ((MIS_LEVER_CLASSES_NEGOTIABLE & (1u << i)) != 0 && each[i].reached)
      return TRUE;
  return FALSE;
}

MisGreedy *
mis_analysis_find_package (MisAnalysis *analysis, const MisReach *each, guint *classes)
{
  gboolean few_rows = mis_world_get_n_agents (analysis->world) <= MIS_ANALYSIS_PACKAGE_ROWS;
  g_autoptr (MisGreedy) package = NULL;

  if (each[MIS_LEVER_CLASS_CONFLICT].reached)
    return NULL;
  *classes = 1u << MIS_LEVER_CLASS_CONFLICT;
  package = find_several (analysis, *classes);
  if (package->reached || (package->steps->len > 0 && !few_rows))
    return g_steal_pointer (&package);
  if (can_negotiate (each) || !few_rows)
    return NULL;
  g_clear_pointer (&package, mis_greedy_free);
  *classes = MIS_LEVER_CLASSES_NEGOTIABLE;
  package = find_several (analysis, *classes);
  return package->steps->len > 0 ? g_steal_pointer (&package) : NULL;
}

/* Whether no choice of goals and weights has the score that is wanted, areas and agents as they
 * are. */
static gboolean
is_beyond (const MisAnalysis *analysis)
{
  const double rounding = 1e-9;

  return analysis->score->has_score &&
         analysis->request.target > analysis->score->possible * (1.0 + rounding);
}

/* Whether people would read that the score moves from a number to the same one. */
static gboolean
looks_reached (const MisAnalysis *analysis)
{
  char present_buffer[MIS_NUMBER_SIZE], target_buffer[MIS_NUMBER_SIZE];

  return analysis->request.for_people &&
         strcmp (
             mis_sheet_format_number (mis_effects_get_overall (analysis->effects), present_buffer),
             mis_sheet_format_number (analysis->request.target, target_buffer)) == 0;
}

/* %FALSE if they say all there is to say. */
static gboolean
add_notes (const MisAnalysis *analysis, MisSection *section, const MisReach *smallest)
{
  char possible[MIS_NUMBER_SIZE];
  char *note = NULL;

  if (is_beyond (analysis))
    note = g_strdup_printf (_("No more than %s is possible: with so many agents and these goals, "
                              "were they spread as evenly as can be and did all care fully, no "
                              "score is higher"),
                            mis_sheet_format_number (analysis->score->possible, possible));
  else if (smallest->reached && !is_change (smallest))
    note = g_strdup (_("The score is there already"));
  else if (looks_reached (analysis))
    note = g_strdup (_("The score is there already, to the decimals that are shown"));
  else if (!smallest->reached && !analysis->request.for_people)
    mis_section_add_note (section, g_strdup (_("No single change reaches the score that is "
                                                "wanted")));
  if (note != NULL)
    mis_section_add_note (section, note);
  return note == NULL;
}

/* The smallest of each class. Sizes of two classes have different units: one of them is chosen by
 * what it asks of people, the first class in their order. */
static void
add_singles (const MisAnalysis *analysis,
             MisSheet *smallest,
             MisSheet *by_class,
             const MisReach *each)
{
  for (guint i = 0; i < MIS_N_LEVER_CLASSES; i++)
    {
      if (!is_change (&each[i]))
        continue;
      if (mis_sheet_get_n_rows (smallest) == 0)
        add_reach (smallest, analysis->tally, &each[i]);
      add_reach (by_class, analysis->tally, &each[i]);
    }
}

/* The package that people read of too; whether it is enough. */
static gboolean
add_package (MisAnalysis *analysis, MisSheet *several, const MisReach *each)
{
  guint classes;
  g_autoptr (MisGreedy) package = mis_analysis_find_package (analysis, each, &classes);

  if (package == NULL)
    return FALSE;
  mis_analysis_add_steps (analysis, several, package->steps, add_step);
  return package->reached;
}

void
mis_analysis_fill_target (MisAnalysis *analysis, MisSection *section)
{
  const MisEffects *effects = mis_analysis_get_effects (analysis);
  MisReach each[MIS_N_LEVER_CLASSES];
  MisReach best = mis_reach_smallest_of_each (effects, analysis->request.target, each,
                                              analysis->request.progress, NULL);
  MisSheet *facts = mis_section_add_facts (section, fact_columns);
  MisSheet *smallest = mis_section_add_sheet (section, "smallest", NULL, smallest_columns);
  MisSheet *several = mis_section_add_sheet (section, "greedy", NULL, greedy_columns);
  MisSheet *by_class = mis_section_add_sheet (section, "by_class", NULL, smallest_columns);
  gboolean greedily = FALSE, is_open;

  is_open = add_notes (analysis, section, &best);
  if (!analysis->request.for_people)
    add_singles (analysis, smallest, by_class, each);
  if (is_open && analysis->request.for_people)
    mis_analysis_add_target_words (analysis, section, best.reached, each);
  else if (is_open)
    greedily = add_package (analysis, several, each);
  mis_sheet_add_number (facts, analysis->request.target);
  mis_sheet_add_number (facts, mis_effects_get_overall (effects));
  mis_sheet_add_truth (facts, best.reached);
  if (each[MIS_LEVER_CLASS_CONFLICT].reached)
    mis_sheet_add_text (facts, NULL);
  else
    mis_sheet_add_truth (facts, greedily);
}
