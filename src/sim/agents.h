/* agents.h: runs in which every agent is drawn with all its areas.
 *
 * Needed where an agent's weights depend on each other, as their sum is to be 1, and where the mean
 * of two weights does not reduce to sums by goal while each agent has weights of its own.
 */
#pragma once

#include "sim/plan.h"

G_BEGIN_DECLS

/**
 * mis_agents_make_world:
 * @desk: (nullable): draws the conflicts; %NULL if none is to be drawn
 *
 * Returns: (transfer full): the areas and the scoring of @plan, without agents
 */
MisWorld *mis_agents_make_world (const MisPlan *plan, MisDesk *desk);

/* As mis_plan_run(). O(agents x areas) time and memory. */
double mis_agents_run (const MisPlan *plan, MisDesk *desk);

G_END_DECLS
