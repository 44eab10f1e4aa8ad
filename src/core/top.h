/* top.h: the first N of many things in some order, in memory for N. Private to core. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MisTop:
 * @max: N
 * @items: a heap with the last of those kept at its root
 */
typedef struct
{
  guint max;
  gsize item_size;
  GCompareFunc compare;
  GArray *items;
} MisTop;

/* @compare: negative if the first is to come before the second; never 0 for different items */
void mis_top_init (MisTop *top, guint max, gsize item_size, GCompareFunc compare);

/* Keeps a copy of @item if it is among the first N so far. O(log N). */
void mis_top_add (MisTop *top, gconstpointer item);

/* (transfer full) (array length=n): those kept, in order; frees all else. */
gpointer mis_top_end (MisTop *top, guint *n);

G_END_DECLS
