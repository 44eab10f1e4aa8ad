/* weight-table.h: how many agents of an area have which goal with which weight. Private to core. */
#pragma once

#include "core/slice.h"

G_BEGIN_DECLS

/**
 * MisWeightTable:
 * @slots: (array length=n_slots): a hash table with open addressing; free where the count is 0
 * @n_slots: a power of two, or 0
 * @n: how many slots are taken
 *
 * 24 bytes a slot, at most two thirds of which are taken.
 */
typedef struct
{
  MisGoalClass *slots;
  guint n_slots;
  guint n;
} MisWeightTable;

/* All zero is an empty one. */
void mis_weight_table_clear (MisWeightTable *table);

/**
 * mis_weight_table_add:
 * @goal: an explicit goal, or the number of goals for "no goal"
 * @weight: not negative
 * @count: above 0
 *
 * O(1) on average.
 */
void mis_weight_table_add (MisWeightTable *table, guint goal, double weight, double count);

/* (transfer full) (element-type MisGoalClass): what is in it, in no particular order. */
GArray *mis_weight_table_list (const MisWeightTable *table);

G_END_DECLS
