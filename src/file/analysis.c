#include "file/analysis-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "core/edit.h"

const MisChoice mis_analysis_tables[] = {
  [MIS_ANALYSIS_CONTRIBUTIONS] = { "contributions", N_("What adds to the score") },
  [MIS_ANALYSIS_LEVERS] = { "levers", N_("Single changes and their effect") },
  [MIS_ANALYSIS_BETWEEN] = { "between", N_("Who is misaligned with whom") },
  [MIS_ANALYSIS_BEDFELLOWS] = { "bedfellows", N_("Strange bedfellows") },
  [MIS_ANALYSIS_BOUNDS] = { "bounds", N_("What uncertain values leave open") },
  [MIS_ANALYSIS_OWN] = { "own", N_("Own scores") },
  [MIS_ANALYSIS_DECOMPOSITION] = { "decomposition", N_("Within and between") },
  [MIS_ANALYSIS_DIVERSITY] = { "diversity", N_("How mixed the goals are") },
  [MIS_ANALYSIS_COMPARISON] = { "comparison", N_("The scenario and the project without it") },
  [MIS_ANALYSIS_WATERFALL] = { "waterfall", N_("What each change of the scenario adds") },
  [MIS_ANALYSIS_TARGET] = { "target", N_("What it would take") },
  { NULL, NULL },
};

static const char *const of_parts[] = { "areas", "pairs", "groups", NULL };
static const char *const of_comparison[] = { "overall", "areas", "pairs", "groups", NULL };
static const char *const of_ways[] = { "kind", "principal", "group", NULL };
static const char *const of_bounds[] = { "overall", "areas", "questions", NULL };
static const char *const of_waterfall[] = { "overall", "steps", NULL };
static const char *const of_target[] = { "overall", "smallest", "greedy", "by_class", NULL };

static const char *const *const lists[MIS_N_ANALYSIS_TABLES] = {
  [MIS_ANALYSIS_CONTRIBUTIONS] = of_parts,     [MIS_ANALYSIS_BETWEEN] = of_ways,
  [MIS_ANALYSIS_BOUNDS] = of_bounds,           [MIS_ANALYSIS_OWN] = of_ways,
  [MIS_ANALYSIS_DECOMPOSITION] = of_ways,      [MIS_ANALYSIS_COMPARISON] = of_comparison,
  [MIS_ANALYSIS_WATERFALL] = of_waterfall,     [MIS_ANALYSIS_TARGET] = of_target,
};

static void (*const fillers[]) (MisAnalysis *analysis, MisSection *section) = {
  [MIS_ANALYSIS_CONTRIBUTIONS] = mis_analysis_fill_contributions,
  [MIS_ANALYSIS_LEVERS] = mis_analysis_fill_levers,
  [MIS_ANALYSIS_BETWEEN] = mis_analysis_fill_between,
  [MIS_ANALYSIS_BEDFELLOWS] = mis_analysis_fill_bedfellows,
  [MIS_ANALYSIS_BOUNDS] = mis_analysis_fill_bounds,
  [MIS_ANALYSIS_OWN] = mis_analysis_fill_own,
  [MIS_ANALYSIS_DECOMPOSITION] = mis_analysis_fill_decomposition,
  [MIS_ANALYSIS_DIVERSITY] = mis_analysis_fill_diversity,
  [MIS_ANALYSIS_COMPARISON] = mis_analysis_fill_comparison,
  [MIS_ANALYSIS_WATERFALL] = mis_analysis_fill_waterfall,
  [MIS_ANALYSIS_TARGET] = mis_analysis_fill_target,
};

/* (transfer full): @world under @scenario, or as it is. */
static MisWorld *
apply (MisWorld *world, const MisScenario *scenario, GError **error)
{
  return scenario != NULL ? mis_world_with_scenario_applied (world, scenario, error)
                          : mis_world_ref (world);
}

static MisScenario *
ref_scenario (const MisScenario *scenario)
{
  return scenario != NULL ? mis_scenario_ref ((MisScenario *) scenario) : NULL;
}

MisAnalysis *
mis_analysis_new (MisWorld *world, const MisAnalysisRequest *request, GError **error)
{
  g_autoptr (MisWorld) changed = NULL;
  g_autoptr (MisWorld) other = NULL;
  MisAnalysis *self;

  g_return_val_if_fail (request->limit > 0 && request->limit <= MIS_ANALYSIS_MAX_ROWS, NULL);
  g_return_val_if_fail (request->against == NULL || request->scenario != NULL, NULL);

  changed = apply (world, request->scenario, error);
  other = changed != NULL ? apply (world, request->against, error) : NULL;
  if (other == NULL)
    return NULL;
  self = g_new0 (MisAnalysis, 1);
  self->request = *request;
  self->scenario = ref_scenario (request->scenario);
  self->against = ref_scenario (request->against);
  self->base = mis_world_ref (world);
  self->other = g_steal_pointer (&other);
  self->world = g_steal_pointer (&changed);
  self->tally = mis_tally_new (self->world, NULL);
  self->score = mis_score_new (self->tally, NULL, NULL);
  return self;
}

void
mis_analysis_free (MisAnalysis *analysis)
{
  g_clear_pointer (&analysis->scenario, mis_scenario_unref);
  g_clear_pointer (&analysis->against, mis_scenario_unref);
  g_clear_pointer (&analysis->effects, mis_effects_unref);
  g_clear_pointer (&analysis->other_effects, mis_effects_unref);
  mis_score_unref (analysis->score);
  mis_tally_unref (analysis->tally);
  mis_world_unref (analysis->world);
  mis_world_unref (analysis->other);
  mis_world_unref (analysis->base);
  g_free (analysis);
}

void
mis_analysis_set_target (MisAnalysis *analysis, double target)
{
  analysis->request.target = target;
}

MisWorld *
mis_analysis_get_world (const MisAnalysis *analysis)
{
  return analysis->world;
}

const MisScore *
mis_analysis_get_score (const MisAnalysis *analysis)
{
  return analysis->score;
}

GPtrArray *
mis_analysis_list_warnings (const MisAnalysis *analysis)
{
  return mis_score_list_warnings (analysis->score, analysis->tally);
}

const MisScenario *
mis_analysis_get_scenario (const MisAnalysis *analysis)
{
  return analysis->scenario;
}

const MisScenario *
mis_analysis_get_against (const MisAnalysis *analysis)
{
  return analysis->against;
}

MisScore *
mis_analysis_make_other_score (const MisAnalysis *analysis)
{
  g_autoptr (MisTally) tally = mis_tally_new (analysis->other, analysis->tally);

  return mis_score_new (tally, NULL, NULL);
}

MisEffects *
mis_analysis_get_other_effects (MisAnalysis *analysis)
{
  g_autoptr (MisTally) tally = NULL;

  if (analysis->scenario == NULL)
    return mis_analysis_get_effects (analysis);
  if (analysis->other_effects == NULL)
    {
      tally = mis_tally_new (analysis->other, analysis->tally);
      analysis->other_effects = mis_effects_new (tally, analysis->effects);
    }
  return analysis->other_effects;
}

MisEffects *
mis_analysis_get_effects (MisAnalysis *analysis)
{
  if (analysis->effects == NULL)
    analysis->effects = mis_effects_new (analysis->tally, analysis->other_effects);
  return analysis->effects;
}

const char *const *
mis_analysis_get_lists (MisAnalysisTable table)
{
  g_return_val_if_fail (table < MIS_N_ANALYSIS_TABLES, NULL);

  return lists[table];
}

gboolean
mis_analysis_request_has (const MisAnalysisRequest *request, MisAnalysisTable table)
{
  switch (table)
    {
    case MIS_ANALYSIS_COMPARISON:
    case MIS_ANALYSIS_WATERFALL:
      return request->scenario != NULL;
    case MIS_ANALYSIS_TARGET:
      return !isnan (request->target);
    default:
      return TRUE;
    }
}

/* Two tables are about something else where two scenarios are compared. */
static const char *
get_heading (const MisAnalysis *analysis, MisAnalysisTable table)
{
  if (analysis->against != NULL && table == MIS_ANALYSIS_COMPARISON)
    return N_("One scenario and another one");
  if (analysis->against != NULL && table == MIS_ANALYSIS_WATERFALL)
    return N_("What each step adds on the way");
  return mis_analysis_tables[table].label;
}

MisSection *
mis_analysis_make_section (MisAnalysis *analysis, MisAnalysisTable table)
{
  MisSection *section;

  g_return_val_if_fail (table < MIS_N_ANALYSIS_TABLES, NULL);
  g_return_val_if_fail (mis_analysis_request_has (&analysis->request, table), NULL);

  section = mis_section_new (mis_analysis_tables[table].nick, get_heading (analysis, table));
  section->option = "--table";
  fillers[table] (analysis, section);
  return section;
}
