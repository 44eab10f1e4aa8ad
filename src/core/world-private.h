/* world-private.h: what a world consists of. Private to core. */
#pragma once

#include "core/block.h"
#include "core/world.h"

G_BEGIN_DECLS

struct _MisWorld
{
  int ref_count; /* atomic */
  char *title;
  char *description;
  MisScoring scoring;
  guint n_areas;
  MisArea **areas;
  guint n_agents;
  guint64 population;
  guint n_positions;
  guint n_blocks;
  MisBlock **blocks;
  guint n_scenarios;
  MisScenario **scenarios;
  guint n_experiments;
  MisExperiment **experiments;
};

/* A world with everything shared, to be changed before anybody else sees it. */
MisWorld *mis_world_copy (const MisWorld *world);

/* A block of a fresh copy that may be changed. */
MisBlock *mis_world_own_block (MisWorld *copy, guint block);

/* Replaces all blocks, and counts rows, agents and positions anew; (transfer full). */
void mis_world_take_blocks (MisWorld *copy, GPtrArray *blocks);

/* Counts rows, agents and positions anew, after changes of own blocks. */
void mis_world_count_rows (MisWorld *copy);

/* Takes out rows (array length=n_agents) or areas (array length=n_areas) that are marked, all at
 * once; blocks before the first of the rows stay shared. */
void mis_world_remove_rows (MisWorld *copy, const gboolean *removed);
void mis_world_remove_areas (MisWorld *copy, const gboolean *removed);

/**
 * mis_world_take_rows:
 * @order: (array length=n): which row of @copy each new one is; one may stand there twice
 *
 * Puts rows in another order. Blocks that hold the same rows as before stay shared.
 * O(rows + positions + runs of rows * areas).
 */
void mis_world_take_rows (MisWorld *copy, const guint *order, guint n);

/* A place for one more row: a last block that may be changed and is not full. Whoever appends rows
 * to it calls mis_world_count_rows(). */
MisBlock *mis_world_make_room (MisWorld *copy);

/* Replaces one area, or the list of them; references are taken over. */
void mis_world_take_area (MisWorld *copy, guint area, MisArea *value);
void mis_world_take_areas (MisWorld *copy, MisArea **areas, guint n_areas);
void mis_world_take_scenarios (MisWorld *copy, MisScenario **scenarios, guint n_scenarios);

/* Puts the positions of rows that scenarios add into the order that the areas of @copy have now. */
void mis_world_order_scenarios (MisWorld *copy);
void mis_world_take_experiments (MisWorld *copy,
                                 MisExperiment **experiments,
                                 guint n_experiments);

/* %FALSE with %MIS_ERROR_LIMIT if so many areas, pairs, rows, agents or positions are too many. */
gboolean mis_world_check_limits (guint n_areas,
                                 guint64 n_goal_pairs,
                                 guint n_agents,
                                 guint64 population,
                                 guint64 n_positions,
                                 GError **error);

guint64 mis_area_count_goal_pairs (const MisArea *area);

G_END_DECLS
