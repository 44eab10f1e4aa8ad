/* partition.h: the rows of a world parted into sub-populations: kinds, principals, any labels. */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/* The label of a row that belongs to no sub-population. */
#define MIS_NO_LABEL (-1)

/**
 * MisPartition:
 * @n_rows: rows of the agent table
 * @labels: (array length=n_rows): the sub-population of each, or %MIS_NO_LABEL
 * @n_groups: how many sub-populations there are
 * @names: (array length=n_groups): what each is called
 *
 * Immutable.
 */
typedef struct
{
  guint n_rows;
  int *labels;
  guint n_groups;
  char **names;
} MisPartition;

/* By kind, those that occur, in the order of #MisKind; called by their nicks. */
MisPartition *mis_partition_new_by_kind (const MisWorld *world);

/* By principal, in the order of the rows; those without one together, under an empty name. */
MisPartition *mis_partition_new_by_principal (const MisWorld *world);

/* Every agent group by itself, called by its id. */
MisPartition *mis_partition_new_by_agent (const MisWorld *world);

/**
 * mis_partition_new:
 * @labels: (array length=n_agents): 0 to @n_groups - 1, or %MIS_NO_LABEL; a group may be empty
 * @names: (array length=n_groups) (nullable): %NULL numbers them from 1
 *
 * Returns: (transfer full)
 */
MisPartition *mis_partition_new (const MisWorld *world,
                                 const int *labels,
                                 guint n_groups,
                                 const char *const *names);

void mis_partition_free (MisPartition *partition);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisPartition, mis_partition_free)

G_END_DECLS
