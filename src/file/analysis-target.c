/* What it would take to bring the score to a target. */
#include "file/analysis-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "core/number.h"
#include "core/reach.h"
#include "file/sheet-writer.h"

/* Levers that are pulled one after another. */
#define MOST_STEPS 20u

static const MisColumn fact_columns[] = {
  { "target", N_("Wanted") },
  { "present", N_("Now") },
  { "reached", N_("A single change reaches it") },
  { "reached_greedily", N_("Several changes, each time the most effective one, reach it") },
  { NULL, NULL },
};

static const MisColumn smallest_columns[] = {
  MIS_COLUMN_LEVER,
  MIS_COLUMN_LEVER_WORDS,
  { "size", N_("Size") },
  { "overall", N_("Score then") },
  { "method", NULL },
  { NULL, NULL },
};

static const MisColumn greedy_columns[] = {
  { "step", N_("Step") },
  MIS_COLUMN_LEVER,
  MIS_COLUMN_LEVER_WORDS,
  { NULL, N_("Agents") },
  { "overall", N_("Score then") },
  { NULL, NULL },
};

static void
add_smallest (const MisAnalysis *analysis, MisSection *section, const MisReach *reach)
{
  MisSheet *sheet = mis_section_add_sheet (section, "smallest", N_("The smallest single change"),
                                           smallest_columns);

  if (!reach->reached)
    {
      mis_section_add_note (section, g_strdup (_("No single change reaches the score that is "
                                                 "wanted")));
      return;
    }
  if (reach->size <= 0.0)
    {
      mis_section_add_note (section, g_strdup (_("The score is there already")));
      return;
    }
  mis_sheet_add_lever (sheet, analysis->tally, &reach->lever);
  mis_sheet_add_lever_words (sheet, analysis->tally, &reach->lever);
  mis_sheet_add_number (sheet, reach->size);
  mis_sheet_add_number (sheet, reach->overall);
  mis_sheet_add_text (sheet, mis_reach_methods[reach->method].nick);
  if (!analysis->request.for_people)
    return;
  mis_section_add_note (section, g_strdup (_("Size: how far the value moves, or which part of all "
                                             "agents changes")));
  mis_section_add_note (section, g_strdup (_("One change is enough, so several together were not "
                                             "looked for")));
}

/* Each step is told in the world that the steps before it have made. */
static void
add_steps (const MisAnalysis *analysis, MisSheet *sheet, const GArray *steps)
{
  g_autoptr (MisTally) tally = mis_tally_ref (analysis->tally);

  for (guint i = 0; i < steps->len; i++)
    {
      const MisReach *step = &g_array_index (steps, MisReach, i);
      g_autoptr (MisWorld) next = mis_world_with_lever (mis_tally_get_world (tally), &step->lever,
                                                        NULL);
      MisTally *next_tally;

      mis_sheet_add_whole (sheet, i + 1);
      mis_sheet_add_lever (sheet, tally, &step->lever);
      mis_sheet_add_lever_words (sheet, tally, &step->lever);
      if (step->lever.kind == MIS_LEVER_WEIGHT || step->lever.kind == MIS_LEVER_MOVE)
        mis_sheet_add_whole (sheet, step->lever.agents);
      else
        mis_sheet_add_text (sheet, NULL);
      mis_sheet_add_number (sheet, step->overall);
      next_tally = mis_tally_new (next, tally);
      mis_tally_unref (tally);
      tally = next_tally;
    }
}

/* Greedily, where one change is not enough. */
static gboolean
add_greedy (MisAnalysis *analysis, MisSection *section, gboolean needed)
{
  MisSheet *sheet = mis_section_add_sheet (section, "greedy",
                                           N_("Several changes, found greedily: each time the most "
                                              "effective one"),
                                           greedy_columns);
  MisGreedy *greedy;
  gboolean reached;

  if (!needed)
    return FALSE;
  greedy = mis_reach_greedy (mis_analysis_get_effects (analysis), analysis->request.target, 0,
                             MOST_STEPS, NULL);
  add_steps (analysis, sheet, greedy->steps);
  reached = greedy->reached;
  if (!reached)
    mis_section_add_note (section, g_strdup_printf (_("Not reached greedily in %u steps either"),
                                                    greedy->steps->len));
  mis_greedy_free (greedy);
  mis_section_add_note (section, g_strdup (_("Another choice of changes may be smaller together: "
                                             "greedy is not the best of all")));
  return reached;
}

void
mis_analysis_fill_target (MisAnalysis *analysis, MisSection *section)
{
  const MisEffects *effects = mis_analysis_get_effects (analysis);
  MisReach reach = mis_reach_smallest (effects, analysis->request.target, 0, NULL);
  MisSheet *facts = mis_section_add_facts (section, fact_columns);
  gboolean greedily;

  add_smallest (analysis, section, &reach);
  greedily = add_greedy (analysis, section, !reach.reached);
  mis_sheet_add_number (facts, analysis->request.target);
  mis_sheet_add_number (facts, mis_effects_get_overall (effects));
  mis_sheet_add_truth (facts, reach.reached);
  if (reach.reached)
    mis_sheet_add_text (facts, NULL);
  else
    mis_sheet_add_truth (facts, greedily);
}
