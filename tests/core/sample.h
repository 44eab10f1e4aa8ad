/* sample.h: small worlds that several tests of core start from. */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/* An area @id with goals "g1", "g2"..., all pairs of explicit goals at @conflict. */
MisArea *mis_sample_area (const char *id, guint n_goals, double conflict);

/* As mis_sample_area(), with c(g, no goal) = @null_conflict for every goal. */
MisArea *mis_sample_area_with_null (const char *id,
                                    guint n_goals,
                                    double conflict,
                                    double null_conflict);

void mis_sample_add_area (MisWorldBuilder *builder, MisArea *area); /* (transfer full) */

/* Adds a row: (array length=n_positions) positions of the first areas, in order. */
void mis_sample_add_row (MisWorldBuilder *builder,
                         const char *id,
                         guint64 count,
                         const MisPosition *positions,
                         guint n_positions);

/* One area of @n_goals goals at @conflict, one row of @counts[i] agents for each, weight 1. */
MisWorld *mis_sample_groups (const guint64 *counts, guint n_goals, double conflict);

/* The paper's case studies: tables 1 and 2, table 3. */
MisWorld *mis_sample_shopping (void);
MisWorld *mis_sample_carla (guint64 n_vehicles, guint64 n_pedestrians, double conflict,
                            gboolean full_weights);

/* @n_rows rows of one agent in @n_areas areas of 3 goals, for what concerns blocks. */
MisWorld *mis_sample_table (guint n_rows, guint n_areas);

/* The same world under other options. */
MisWorld *mis_sample_rescored (MisWorld *world, MisScoring scoring);

G_END_DECLS
