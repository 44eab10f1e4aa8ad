/* random-world.h: valid worlds at random, for tests that must hold for every world. */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/**
 * mis_random_world:
 * @rand: the source of all choices; the same seed gives the same world
 * @max_agents, @max_areas, @max_goals: upper bounds, of rows, areas, and goals of each area
 *
 * Everything that a project file can say turns up: texts with markup, quotes and letters of other
 * scripts, all kinds of agents, counts of 0, 1 and many, the three kinds of position, ranges and
 * notes on weights and conflicts, conflicts with "no goal", every scoring option, scenarios with
 * every kind of change, and experiments over worlds of every kind. Worlds without areas or agents
 * turn up too.
 *
 * Returns: (transfer full): a world that a project file can hold
 */
MisWorld *mis_random_world (GRand *rand, guint max_agents, guint max_areas, guint max_goals);

G_END_DECLS
