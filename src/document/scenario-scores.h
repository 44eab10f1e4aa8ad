/* scenario-scores.h: the overall score of a project under each of its scenarios. */
#pragma once

#include <gio/gio.h>

#include "core/world.h"

G_BEGIN_DECLS

#define MIS_TYPE_SCENARIO_SCORES (mis_scenario_scores_get_type ())
G_DECLARE_FINAL_TYPE (MisScenarioScores, mis_scenario_scores, MIS, SCENARIO_SCORES, GObject)

/**
 * MisScenarioScores:
 *
 * Lives in the main thread. Signal "counted": a worker has found what was asked for last. Nobody
 * waits for the worker of an object that is gone.
 */
MisScenarioScores *mis_scenario_scores_new (void);

/* Scores @project and each of its scenarios: on the spot where that takes less than a frame, else
 * by a worker. What was asked for before is forgotten. */
void mis_scenario_scores_ask (MisScenarioScores *self, MisWorld *project);

/**
 * mis_scenario_scores_get:
 * @index: 0 for the base, else 1 + the number of the scenario
 *
 * Returns: the overall score, in [0, 1] or above as core/score.h says; %NAN where there is none,
 * and as long as a worker counts
 */
double mis_scenario_scores_get (MisScenarioScores *self, guint index);

gboolean mis_scenario_scores_is_busy (MisScenarioScores *self);

G_END_DECLS
