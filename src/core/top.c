#include "core/top.h"

#include <string.h>

void
mis_top_init (MisTop *top, guint max, gsize item_size, GCompareFunc compare)
{
  *top = (MisTop) { max, item_size, compare, g_array_new (FALSE, FALSE, (guint) item_size) };
}

static char *
get_item (const MisTop *top, gsize index)
{
  return top->items->data + index * top->item_size;
}

/* Puts @item where the heap has a hole, after moving it up as long as its parent comes
 * before it. */
static void
move_up (MisTop *top, gsize hole, gconstpointer item)
{
  while (hole > 0 && top->compare (get_item (top, (hole - 1) / 2), item) < 0)
    {
      memcpy (get_item (top, hole), get_item (top, (hole - 1) / 2), top->item_size);
      hole = (hole - 1) / 2;
    }
  memcpy (get_item (top, hole), item, top->item_size);
}

/* Puts @item at the root, after moving the hole down past all that come after it. */
static void
replace_root (MisTop *top, gconstpointer item)
{
  gsize hole = 0, child;

  while ((child = 2 * hole + 1) < top->items->len)
    {
      if (child + 1 < top->items->len
          && top->compare (get_item (top, child), get_item (top, child + 1)) < 0)
        child++;
      if (top->compare (get_item (top, child), item) <= 0)
        break;
      memcpy (get_item (top, hole), get_item (top, child), top->item_size);
      hole = child;
    }
  memcpy (get_item (top, hole), item, top->item_size);
}

void
mis_top_add (MisTop *top, gconstpointer item)
{
  if (top->items->len < top->max)
    {
      g_array_set_size (top->items, top->items->len + 1);
      move_up (top, top->items->len - 1, item);
    }
  else if (top->max > 0 && top->compare (item, get_item (top, 0)) < 0)
    replace_root (top, item);
}

gpointer
mis_top_end (MisTop *top, guint *n)
{
  *n = top->items->len;
  g_array_sort (top->items, top->compare);
  return g_array_free (g_steal_pointer (&top->items), FALSE);
}
