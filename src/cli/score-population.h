/* score-population.h: the agents of a table in place of those of a project. Private to `score`. */
#pragma once

#include "core/population.h"

G_BEGIN_DECLS

/**
 * MisScoreTable:
 * @name: what the table is called in messages
 * @project: what the project is called, whose areas and goals the table names
 * @n_rows: how many it has
 * @n_empty_weights: how many of its weights are empty, and so count as 1
 */
typedef struct
{
  const char *name;
  const char *project;
  guint64 n_rows;
  guint64 n_empty_weights;
} MisScoreTable;

/**
 * mis_score_population_read:
 * @path: of the table
 * @every_mean: whether it is to be scored under every mean
 * @table: (inout): its names are given, its rows and empty weights are counted
 *
 * Returns: (transfer full): %NULL if it cannot be read, which was said, with what the project
 *   expects of it
 */
MisPopulation *mis_score_population_read (const char *path,
                                          MisWorld *world,
                                          gboolean every_mean,
                                          MisScoreTable *table);

/* Says what a table was taken for, which areas of the project it says nothing about, and how its
 * empty weights and those who are unknown were read. */
void mis_score_population_remark (MisPopulation *population, const MisScoreTable *table);

G_END_DECLS
