/* random-scenario.h: scenarios at random that fit a given world. */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/**
 * mis_random_scenario:
 * @base: the world that the scenario changes; may have no agents or areas
 * @number: makes the id unique
 *
 * Returns: (transfer full): a scenario that passes mis_world_check_scenario(); may have no changes
 */
MisScenario *mis_random_scenario (GRand *rand, const MisWorld *base, guint number);

G_END_DECLS
