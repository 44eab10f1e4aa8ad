#include "core/row-reader.h"

#include "core/world-private.h"

void
mis_row_reader_init (MisRowReader *reader, const MisWorld *world)
{
  *reader = (MisRowReader) { .world = world, .block = G_MAXUINT };
  reader->first = g_new (guint, MIS_BLOCK_ROWS + 1);
}

void
mis_row_reader_clear (MisRowReader *reader)
{
  g_clear_pointer (&reader->first, g_free);
  g_clear_pointer (&reader->known, g_free);
}

/* Where each row begins, one place too late: filling moves it back. */
static void
count_rows (MisRowReader *reader, const MisBlock *block)
{
  guint end = 0;

  for (guint row = 0; row <= MIS_BLOCK_ROWS; row++)
    reader->first[row] = 0;
  for (guint area = 0; area < block->n_columns; area++)
    for (guint i = 0; block->columns[area] != NULL && i < block->columns[area]->n; i++)
      reader->first[block->columns[area]->rows[i]]++;
  for (guint row = 0; row <= MIS_BLOCK_ROWS; row++)
    {
      end += reader->first[row];
      reader->first[row] = end;
    }
  if (end > reader->room)
    {
      reader->known = g_renew (MisKnownPosition, reader->known, end);
      reader->room = end;
    }
}

static void
turn_block (MisRowReader *reader, const MisBlock *block)
{
  count_rows (reader, block);
  for (guint area = block->n_columns; area-- > 0;)
    {
      const MisBlockColumn *column = block->columns[area];

      for (guint i = 0; column != NULL && i < column->n; i++)
        reader->known[--reader->first[column->rows[i]]] = (MisKnownPosition) {
          area, column->positions[i]
        };
    }
}

const MisKnownPosition *
mis_row_reader_read (MisRowReader *reader, guint agent, guint *n)
{
  guint block = agent / MIS_BLOCK_ROWS, row = agent % MIS_BLOCK_ROWS;

  g_return_val_if_fail (agent < reader->world->n_agents, NULL);

  if (reader->block != block)
    turn_block (reader, reader->world->blocks[block]);
  reader->block = block;
  *n = reader->first[row + 1] - reader->first[row];
  return *n > 0 ? &reader->known[reader->first[row]] : NULL;
}
