/* holders.h: the groups that hold the goals of a problem area, in words. */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/* The most names that the full words give. */
#define MIS_HOLDERS_NAMED 8u

/**
 * MisHolders:
 *
 * All pairs of goals of an area share one. For one thread.
 */
typedef struct _MisHolders MisHolders;

/* O(1): who holds what is looked up when it is first asked for, in O(rows + goals), and kept. */
MisHolders *mis_holders_new (MisWorld *world, guint area);
MisHolders *mis_holders_ref (MisHolders *self);
void mis_holders_unref (MisHolders *self);

/**
 * mis_holders_get_words:
 * @goal: a goal of the area or %MIS_NO_GOAL
 * @full: whether up to %MIS_HOLDERS_NAMED groups are named, instead of two
 *
 * Groups without members are named, too.
 *
 * Returns: (transfer none): "Customer", "Customer, Retailer", "Customer and 3 more", "nobody"
 */
const char *mis_holders_get_words (MisHolders *self, int goal, gboolean full);

/* The full words, folded for a search as search-text.h says. O(1), once they are looked up. */
const char *mis_holders_get_folded (MisHolders *self, int goal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisHolders, mis_holders_unref)

G_END_DECLS
