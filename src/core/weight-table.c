#include "core/weight-table.h"

#include <string.h>

#define FIRST_SIZE 64u

void
mis_weight_table_clear (MisWeightTable *table)
{
  g_clear_pointer (&table->slots, g_free);
  table->n = table->n_slots = 0;
}

/* The finalizer of MurmurHash3: every bit of the weight reaches every bit of the result. */
static guint64
hash (guint goal, double weight)
{
  guint64 bits;

  memcpy (&bits, &weight, sizeof bits);
  bits ^= (guint64) goal * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  bits ^= bits >> 33;
  bits *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  bits ^= bits >> 33;
  bits *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return bits ^ (bits >> 33);
}

/* The slot of a goal and weight, or the free one where it belongs. */
static MisGoalClass *
find_slot (const MisWeightTable *table, guint goal, double weight)
{
  guint mask = table->n_slots - 1;
  guint i = (guint) hash (goal, weight) & mask;

  while (table->slots[i].class.count > 0.0
         && (table->slots[i].goal != goal || table->slots[i].class.weight != weight))
    i = (i + 1) & mask;
  return &table->slots[i];
}

static void
grow (MisWeightTable *table)
{
  MisWeightTable larger = { .n_slots = MAX (2 * table->n_slots, FIRST_SIZE), .n = table->n };

  larger.slots = g_new0 (MisGoalClass, larger.n_slots);
  for (guint i = 0; i < table->n_slots; i++)
    {
      const MisGoalClass *slot = &table->slots[i];

      if (slot->class.count > 0.0)
        *find_slot (&larger, slot->goal, slot->class.weight) = *slot;
    }
  g_free (table->slots);
  *table = larger;
}

void
mis_weight_table_add (MisWeightTable *table, guint goal, double weight, double count)
{
  MisGoalClass *slot;

  g_return_if_fail (weight >= 0.0 && count > 0.0);

  if (3 * (guint64) table->n >= 2 * (guint64) table->n_slots)
    grow (table);
  /* There are two zeros, with different bits. */
  weight += 0.0;
  slot = find_slot (table, goal, weight);
  if (slot->class.count == 0.0)
    {
      table->n++;
      *slot = (MisGoalClass) { goal, { weight, 0.0 } };
    }
  slot->class.count += count;
}

GArray *
mis_weight_table_list (const MisWeightTable *table)
{
  GArray *list = g_array_sized_new (FALSE, FALSE, sizeof (MisGoalClass), table->n);

  for (guint i = 0; i < table->n_slots; i++)
    if (table->slots[i].class.count > 0.0)
      g_array_append_val (list, table->slots[i]);
  return list;
}
