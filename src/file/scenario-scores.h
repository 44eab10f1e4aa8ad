/* scenario-scores.h: the scores of a project and of all its scenarios, side by side. */
#pragma once

#include "file/score-writer.h"

G_BEGIN_DECLS

/**
 * MisScenarioScore:
 * @scenario: (nullable): %NULL for the project as it is
 * @world: (nullable): the project under it; %NULL if it cannot be applied
 * @score: (nullable): likewise
 * @chance: of a clash in at least one area
 * @fault: (nullable): why it cannot be applied
 */
typedef struct
{
  MisScenario *scenario;
  MisWorld *world;
  MisScore *score;
  MisAnyConflict chance;
  char *fault;
} MisScenarioScore;

/* (transfer full): of one row; each takes its own references. */
MisScenarioScore *mis_scenario_score_new (MisScenario *scenario, MisWorld *world);
MisScenarioScore *mis_scenario_score_new_fault (MisScenario *scenario, const char *fault);
void mis_scenario_score_free (MisScenarioScore *score);

/**
 * mis_scenario_scores_write:
 * @scores: (element-type MisScenarioScore): the project as it is first, which has a score
 * @warnings: (element-type MisWarning): of the project; only JSON says them
 * @style: of CSV
 *
 * - text: for people: the scores, then those of each problem area, with names, in 80 columns
 * - CSV: a row for each: scenario, name, overall, difference, any_conflict, any_conflict_method,
 *   agents, fault, then a column "area:ID" for each area of the project; the project as it is has
 *   an empty scenario and the name "project"
 * - JSON: an object with the members scenarios, a list of the same with a list of areas in each,
 *   scoring and warnings
 *
 * Returns: (transfer full): with a newline at the end
 */
GBytes *mis_scenario_scores_write (const GPtrArray *scores,
                                   const GPtrArray *warnings,
                                   MisScoreFormat format,
                                   MisCsvStyle style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisScenarioScore, mis_scenario_score_free)

G_END_DECLS
