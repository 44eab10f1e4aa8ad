/* The rows of a world that nobody else sees: in another order, and one more. */
#include "core/world-private.h"

static gboolean
is_same_block (const MisWorld *copy, const guint *order, guint n, guint first)
{
  guint last = MIN (first + MIS_BLOCK_ROWS, n);
  guint block = first / MIS_BLOCK_ROWS;

  if (block >= copy->n_blocks || copy->blocks[block]->n_rows != last - first)
    return FALSE;
  for (guint i = first; i < last; i++)
    if (order[i] != i)
      return FALSE;
  return TRUE;
}

/* The end of the rows from @first on that stand one behind the other in one block. */
static guint
find_run (const guint *order, guint first, guint last)
{
  guint end = first + 1;

  while (end < last && order[end] == order[end - 1] + 1 && order[end] % MIS_BLOCK_ROWS != 0)
    end++;
  return end;
}

static MisBlock *
make_block (const MisWorld *copy, const guint *order, guint first, guint last)
{
  g_autoptr (GPtrArray) blocks = NULL;
  MisBlockWriter writer;

  mis_block_writer_init (&writer, copy->n_areas);
  while (first < last)
    {
      guint end = find_run (order, first, last);
      guint row = order[first] % MIS_BLOCK_ROWS;

      mis_block_writer_copy_rows (&writer, copy->blocks[order[first] / MIS_BLOCK_ROWS], row,
                                  row + end - first, NULL);
      first = end;
    }
  blocks = mis_block_writer_end (&writer);
  return g_ptr_array_index (blocks, 0);
}

void
mis_world_take_rows (MisWorld *copy, const guint *order, guint n)
{
  GPtrArray *blocks = g_ptr_array_new ();

  for (guint first = 0; first < n; first += MIS_BLOCK_ROWS)
    g_ptr_array_add (blocks,
                     is_same_block (copy, order, n, first)
                         ? mis_block_ref (copy->blocks[first / MIS_BLOCK_ROWS])
                         : make_block (copy, order, first, MIN (first + MIS_BLOCK_ROWS, n)));
  mis_world_take_blocks (copy, blocks);
}

MisBlock *
mis_world_make_room (MisWorld *copy)
{
  MisBlock *last = copy->n_blocks > 0 ? mis_world_own_block (copy, copy->n_blocks - 1) : NULL;

  if (last != NULL && last->n_rows < MIS_BLOCK_ROWS)
    return last;
  copy->blocks = g_renew (MisBlock *, copy->blocks, copy->n_blocks + 1);
  copy->blocks[copy->n_blocks] = mis_block_new (copy->n_areas);
  return copy->blocks[copy->n_blocks++];
}
