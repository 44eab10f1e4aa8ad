/* population.h: a population of any length, agent after agent, that is never held as a whole.
 *
 * The score needs only sums: the paper's eq. 6 is a sum over pairs of goals of c(g,h) times what
 * the holders of each add up to. Under the geometric and arithmetic mean and under none they take a
 * few numbers for each goal; under the harmonic mean, minimum and maximum also one count for each
 * different (area, goal, weight).
 */
#pragma once

#include "core/companion.h"
#include "core/score.h"

G_BEGIN_DECLS

/* Above so many different (area, goal, weight) a population is refused where they are counted. */
#define MIS_MAX_CLASSES 10000000u

typedef struct _MisPopulation MisPopulation;

/**
 * mis_population_new:
 * @world: areas, goals, conflicts and options of the score; its own agents are ignored
 * @every_mean: whether the population is to be scored under every weight mean, not only that of
 *   @world
 *
 * Returns: (transfer full)
 */
MisPopulation *mis_population_new (MisWorld *world, gboolean every_mean);

void mis_population_free (MisPopulation *population);

/**
 * mis_population_add:
 * @areas: (array length=n_positions): the areas of @positions, each at most once, in any order
 * @positions: (array length=n_positions): valid ones; unknown where an area is not among them
 * @count: so many agents alike; 0 to %MIS_MAX_COUNT
 *
 * O(n_positions); where weights are to sum to 1 and unknown is read as no goal, also O(areas).
 *
 * Returns: %FALSE with %MIS_ERROR_LIMIT if there are too many agents in all, or more than
 *   %MIS_MAX_CLASSES different (area, goal, weight) where they are counted
 */
gboolean mis_population_add (MisPopulation *population,
                             const guint *areas,
                             const MisPosition *positions,
                             guint n_positions,
                             guint64 count,
                             GError **error);

MisWorld *mis_population_get_world (const MisPopulation *population);

/* How many agents were added. */
guint64 mis_population_get_n_agents (const MisPopulation *population);

/* How many of them are unknown in @area, however that is read. */
guint64 mis_population_get_n_unknown (const MisPopulation *population, guint area);

/**
 * mis_population_score:
 * @scoring: (nullable): like that of the world in "unknown" and "weights"; %NULL for that of the
 *   world. Its weight mean must be the world's, or need no classes, or have been asked for
 *
 * Returns: (transfer full): the score that a world with these agents has. The chance of at least
 *   one conflict needs joint positions, so mis_any_conflict_bounds() is all that is known of it
 */
MisScore *mis_population_score (const MisPopulation *population, const MisScoring *scoring);

/* (transfer full) (element-type MisWarning): as of a world, but nothing about empty groups. */
GPtrArray *mis_population_list_warnings (const MisPopulation *population);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisPopulation, mis_population_free)

G_END_DECLS
