/* table-population.h: a population table of any length, as sums; its rows are never held. */
#pragma once

#include "core/population.h"
#include "file/fault.h"

G_BEGIN_DECLS

/**
 * MisTableCount:
 * @n_rows: of the table, without its header
 * @n_bytes: of the file
 * @n_empty_weights: cells of a column with weights that are empty beside a goal, and so count as 1
 */
typedef struct
{
  guint64 n_rows;
  guint64 n_bytes;
  guint64 n_empty_weights;
} MisTableCount;

/**
 * mis_table_add_population:
 * @fd: an open file or pipe, which stays open; read to its end
 * @population: to which every agent of the table is added
 * @count: (out) (optional): how much was read
 * @fault: (out): what is wrong with the table; then @population is of no use
 *
 * The table is as in table-reader.h, but its areas and goals must be those of the world of
 * @population, and an agent whose rows do not stand together is not noticed. Memory does not depend
 * on the length of the table. O(bytes).
 *
 * Returns: %FALSE with a fault
 */
gboolean mis_table_add_population (int fd,
                                   MisPopulation *population,
                                   MisTableCount *count,
                                   MisFault **fault);

G_END_DECLS
