/* share-reset.h: what it means to take a share, or the number of all agents, back to what it was.
 *
 * A share cannot go back alone: all of them sum to 1. So a reset gives a group its share again, and
 * the groups that are off theirs make room, while those that are back already stay. Whoever resets
 * one share after the other ends at the population that was opened, or at the whole agents that its
 * shares make of another number.
 */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable) (array length=n_agents): the shares of @opened as whole
 * agents of @population; %NULL if nobody has a share. O(rows log rows), or O(rows) for its
 * own population. */
guint64 *mis_share_get_goals (const MisWorld *opened, guint64 population);

/* Whether row @agent is not at its goal. */
gboolean mis_share_is_changed (const MisWorld *world, const MisWorld *opened, guint agent);

/**
 * mis_share_reset:
 * @locked: (nullable) (array length=n_agents): rows that keep their count; another one than @agent
 * is not among them
 *
 * If the population is as @opened, but for what moving this one share does to the others, all of
 * them go back with it.
 *
 * Returns: (transfer full): @world with the share of row @agent as in @opened, as far as the locked
 *   rows leave room
 */
MisWorld *mis_share_reset (
    MisWorld *world, const MisWorld *opened, guint agent, const gboolean *locked, GError **error);

/* Likewise with the number of all agents; the proportions stay, or are those of @opened again where
 * they differ from them by rounding only. */
MisWorld *mis_population_reset (MisWorld *world,
                                const MisWorld *opened,
                                const gboolean *locked,
                                GError **error);

G_END_DECLS
