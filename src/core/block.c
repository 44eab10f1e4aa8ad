#include "core/block.h"

#include <string.h>

static MisColumn *
column_new (guint n)
{
  MisColumn *column = g_malloc (sizeof (MisColumn) + n * (sizeof (MisPosition) + 1));

  column->ref_count = 1;
  column->n = n;
  column->rows = (guint8 *) &column->positions[n];
  return column;
}

static MisColumn *
column_ref (MisColumn *column)
{
  if (column != NULL)
    g_atomic_int_inc (&column->ref_count);
  return column;
}

static void
column_unref (MisColumn *column)
{
  if (column == NULL || !g_atomic_int_dec_and_test (&column->ref_count))
    return;
  for (guint i = 0; i < column->n; i++)
    mis_note_unref (column->positions[i].note);
  g_free (column);
}

/* The index of the first entry whose row is not before @row. */
static guint
column_find (const MisColumn *column, guint row)
{
  guint first = 0, last = column->n;

  /* Where every row is known, entry and row have the same number. */
  if (row < last && column->rows[row] == row)
    return row;
  while (first < last)
    {
      guint middle = (first + last) / 2;

      if (column->rows[middle] < row)
        first = middle + 1;
      else
        last = middle;
    }
  return first;
}

static gboolean
column_has (const MisColumn *column, guint entry, guint row)
{
  return entry < column->n && column->rows[entry] == row;
}

static void
column_put (MisColumn *column, guint entry, guint row, const MisPosition *position)
{
  column->rows[entry] = (guint8) row;
  column->positions[entry] = *position;
  mis_note_ref (position->note);
}

/* @column, which may be NULL, with the position of one row replaced; NULL if nothing is left. */
static MisColumn *
column_with_position (const MisColumn *column, guint row, const MisPosition *position)
{
  guint n = column != NULL ? column->n : 0;
  guint entry = n > 0 ? column_find (column, row) : 0;
  gboolean had = n > 0 && column_has (column, entry, row);
  gboolean has = position->goal != MIS_UNKNOWN;
  guint n_new = n - (had ? 1 : 0) + (has ? 1 : 0);
  MisColumn *changed;
  guint to = 0;

  if (n_new == 0)
    return NULL;
  changed = column_new (n_new);
  for (guint from = 0; from < entry; from++)
    column_put (changed, to++, column->rows[from], &column->positions[from]);
  if (has)
    column_put (changed, to++, row, position);
  for (guint from = entry + (had ? 1 : 0); from < n; from++)
    column_put (changed, to++, column->rows[from], &column->positions[from]);
  return changed;
}

static MisBlock *
block_new (guint n_columns)
{
  MisBlock *block = g_malloc0 (sizeof (MisBlock) + n_columns * sizeof (MisColumn *));

  block->ref_count = 1;
  block->n_columns = n_columns;
  return block;
}

MisBlock *
mis_block_ref (MisBlock *block)
{
  g_atomic_int_inc (&block->ref_count);
  return block;
}

void
mis_block_unref (MisBlock *block)
{
  if (!g_atomic_int_dec_and_test (&block->ref_count))
    return;
  for (guint row = 0; row < block->n_rows; row++)
    mis_agent_unref (block->agents[row]);
  for (guint column = 0; column < block->n_columns; column++)
    column_unref (block->columns[column]);
  g_free (block);
}

MisPosition
mis_block_get_position (const MisBlock *block, guint row, guint column)
{
  const MisColumn *positions = block->columns[column];
  guint entry;

  if (positions == NULL)
    return MIS_POSITION_UNKNOWN;
  entry = column_find (positions, row);
  return column_has (positions, entry, row) ? positions->positions[entry] : MIS_POSITION_UNKNOWN;
}

static void
copy_agents (MisBlock *copy, const MisBlock *block)
{
  copy->n_rows = block->n_rows;
  for (guint row = 0; row < block->n_rows; row++)
    copy->agents[row] = mis_agent_ref (block->agents[row]);
}

MisBlock *
mis_block_copy (const MisBlock *block)
{
  MisBlock *copy = block_new (block->n_columns);

  copy_agents (copy, block);
  for (guint column = 0; column < block->n_columns; column++)
    copy->columns[column] = column_ref (block->columns[column]);
  return copy;
}

void
mis_block_set_agent (MisBlock *block, guint row, MisAgent *agent)
{
  mis_agent_ref (agent);
  mis_agent_unref (block->agents[row]);
  block->agents[row] = agent;
}

void
mis_block_set_position (MisBlock *block, guint row, guint column, const MisPosition *position)
{
  MisColumn *old = block->columns[column];

  block->columns[column] = column_with_position (old, row, position);
  column_unref (old);
}

MisBlock *
mis_block_without_column (const MisBlock *block, guint column)
{
  MisBlock *copy = block_new (block->n_columns - 1);

  copy_agents (copy, block);
  for (guint i = 0; i < copy->n_columns; i++)
    copy->columns[i] = column_ref (block->columns[i < column ? i : i + 1]);
  return copy;
}

MisBlock *
mis_block_with_column (const MisBlock *block, guint column)
{
  MisBlock *copy = block_new (block->n_columns + 1);

  copy_agents (copy, block);
  for (guint i = 0; i < block->n_columns; i++)
    copy->columns[i < column ? i : i + 1] = column_ref (block->columns[i]);
  return copy;
}

/* Columns move by one where an area was added or removed in front of them. */
static gboolean
has_column (const MisBlock *block, const MisColumn *column, guint index)
{
  for (guint i = index > 0 ? index - 1 : 0; i < block->n_columns && i <= index + 1; i++)
    if (block->columns[i] == column)
      return TRUE;
  return FALSE;
}

static gboolean
column_equal (const MisColumn *a, const MisColumn *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->n != b->n || memcmp (a->rows, b->rows, a->n) != 0)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (!mis_position_equal (&a->positions[i], &b->positions[i]))
      return FALSE;
  return TRUE;
}

gboolean
mis_block_equal (const MisBlock *a, const MisBlock *b)
{
  if (a == b)
    return TRUE;
  if (a->n_rows != b->n_rows || a->n_columns != b->n_columns)
    return FALSE;
  for (guint row = 0; row < a->n_rows; row++)
    if (!mis_agent_equal (a->agents[row], b->agents[row]))
      return FALSE;
  for (guint column = 0; column < a->n_columns; column++)
    if (!column_equal (a->columns[column], b->columns[column]))
      return FALSE;
  return TRUE;
}

gsize
mis_block_get_unshared_size (const MisBlock *block, const MisBlock *base)
{
  gsize size = sizeof (MisBlock) + block->n_columns * sizeof (MisColumn *);

  for (guint i = 0; i < block->n_columns; i++)
    {
      const MisColumn *column = block->columns[i];

      if (column == NULL || (base != NULL && has_column (base, column, i)))
        continue;
      size += sizeof (MisColumn) + column->n * (sizeof (MisPosition) + 1);
    }
  for (guint row = 0; row < block->n_rows; row++)
    if (base == NULL || row >= base->n_rows || block->agents[row] != base->agents[row])
      size += sizeof (MisAgent) + strlen (block->agents[row]->name)
              + strlen (block->agents[row]->note);
  return size;
}

void
mis_block_writer_init (MisBlockWriter *writer, guint n_columns)
{
  writer->n_columns = n_columns;
  writer->blocks = g_ptr_array_new ();
  writer->agents = g_ptr_array_new ();
  writer->rows = g_new0 (GArray *, n_columns);
  writer->positions = g_new0 (GArray *, n_columns);
}

void
mis_block_writer_add_block (MisBlockWriter *writer, MisBlock *block)
{
  g_assert (writer->agents->len == 0 && block->n_rows == MIS_BLOCK_ROWS);

  g_ptr_array_add (writer->blocks, mis_block_ref (block));
}

static MisColumn *
take_column (MisBlockWriter *writer, guint column)
{
  GArray *rows = writer->rows[column];
  GArray *positions = writer->positions[column];
  MisColumn *taken;

  if (rows == NULL || rows->len == 0)
    return NULL;
  taken = column_new (rows->len);
  memcpy (taken->rows, rows->data, rows->len);
  memcpy (taken->positions, positions->data, rows->len * sizeof (MisPosition));
  g_array_set_size (rows, 0);
  g_array_set_size (positions, 0);
  return taken;
}

static void
flush_block (MisBlockWriter *writer)
{
  MisBlock *block = block_new (writer->n_columns);

  block->n_rows = writer->agents->len;
  for (guint row = 0; row < block->n_rows; row++)
    block->agents[row] = g_ptr_array_index (writer->agents, row);
  for (guint column = 0; column < writer->n_columns; column++)
    block->columns[column] = take_column (writer, column);
  g_ptr_array_set_size (writer->agents, 0);
  g_ptr_array_add (writer->blocks, block);
}

void
mis_block_writer_add_row (MisBlockWriter *writer, MisAgent *agent)
{
  if (writer->agents->len == MIS_BLOCK_ROWS)
    flush_block (writer);
  g_ptr_array_add (writer->agents, mis_agent_ref (agent));
}

void
mis_block_writer_add_position (MisBlockWriter *writer, guint column, const MisPosition *position)
{
  guint8 row = (guint8) (writer->agents->len - 1);

  g_assert (column < writer->n_columns && writer->agents->len > 0);

  if (position->goal == MIS_UNKNOWN)
    return;
  if (writer->rows[column] == NULL)
    {
      writer->rows[column] = g_array_new (FALSE, FALSE, sizeof (guint8));
      writer->positions[column] = g_array_new (FALSE, FALSE, sizeof (MisPosition));
    }
  g_array_append_val (writer->rows[column], row);
  g_array_append_vals (writer->positions[column], position, 1);
  mis_note_ref (position->note);
}

void
mis_block_writer_copy_row (MisBlockWriter *writer, const MisBlock *block, guint row)
{
  mis_block_writer_add_row (writer, block->agents[row]);
  for (guint column = 0; column < block->n_columns; column++)
    if (block->columns[column] != NULL)
      {
        MisPosition position = mis_block_get_position (block, row, column);

        mis_block_writer_add_position (writer, column, &position);
      }
}

GPtrArray *
mis_block_writer_end (MisBlockWriter *writer)
{
  if (writer->agents->len > 0)
    flush_block (writer);
  for (guint column = 0; column < writer->n_columns; column++)
    if (writer->rows[column] != NULL)
      {
        g_array_unref (writer->rows[column]);
        g_array_unref (writer->positions[column]);
      }
  g_free (writer->rows);
  g_free (writer->positions);
  g_ptr_array_unref (writer->agents);
  return g_steal_pointer (&writer->blocks);
}
