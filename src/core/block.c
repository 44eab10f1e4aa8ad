#include "core/block.h"

#include <string.h>

static MisBlockColumn *
column_new (guint room)
{
  MisBlockColumn *column = g_malloc (sizeof (MisBlockColumn) + room * (sizeof (MisPosition) + 1));

  column->ref_count = 1;
  column->n = 0;
  column->room = room;
  column->rows = (guint8 *) &column->positions[room];
  return column;
}

static MisBlockColumn *
column_ref (MisBlockColumn *column)
{
  if (column != NULL)
    g_atomic_int_inc (&column->ref_count);
  return column;
}

static void
column_unref (MisBlockColumn *column)
{
  if (column == NULL || !g_atomic_int_dec_and_test (&column->ref_count))
    return;
  for (guint i = 0; i < column->n; i++)
    mis_note_unref (column->positions[i].note);
  g_free (column);
}

/* The index of the first entry whose row is not before @row. */
static guint
column_find (const MisBlockColumn *column, guint row)
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
column_has (const MisBlockColumn *column, guint entry, guint row)
{
  return entry < column->n && column->rows[entry] == row;
}

/* A copy that nobody else holds, with the same entries. */
static MisBlockColumn *
column_copy (const MisBlockColumn *column, guint room)
{
  MisBlockColumn *copy = column_new (room);

  copy->n = column->n;
  memcpy (copy->rows, column->rows, column->n);
  memcpy (copy->positions, column->positions, column->n * sizeof (MisPosition));
  for (guint i = 0; i < copy->n; i++)
    mis_note_ref (copy->positions[i].note);
  return copy;
}

/* Takes over @column, which may be NULL; a column with room for @n that nobody else holds. One that
 * grows entry by entry doubles, so that it is copied a few times only. */
static MisBlockColumn *
column_own (MisBlockColumn *column, guint n)
{
  gboolean is_own;
  MisBlockColumn *own;

  if (column == NULL)
    return column_new (n);
  is_own = g_atomic_int_get (&column->ref_count) == 1;
  if (is_own && n <= column->room)
    return column;
  own = column_copy (column, is_own ? MIN (2 * n, MIS_BLOCK_ROWS) : MAX (n, column->n));
  column_unref (column);
  return own;
}

/* Moves the entries from @from on to @to. */
static void
column_shift (MisBlockColumn *column, guint from, guint to)
{
  guint n = column->n - from;

  memmove (&column->rows[to], &column->rows[from], n);
  memmove (&column->positions[to], &column->positions[from], n * sizeof (MisPosition));
  column->n = to + n;
}

/* Takes over @column, which may be NULL; with the position of one row replaced, in place if nobody
 * else holds it. NULL if nothing is left. */
static MisBlockColumn *
column_with_position (MisBlockColumn *column, guint row, const MisPosition *position)
{
  guint n = column != NULL ? column->n : 0;
  guint entry = n > 0 ? column_find (column, row) : 0;
  guint had = n > 0 && column_has (column, entry, row) ? 1 : 0;
  guint has = position->goal != MIS_UNKNOWN ? 1 : 0;
  MisBlockColumn *own = n + has > had ? column_own (column, n + has - had) : NULL;

  if (own == NULL)
    {
      column_unref (column);
      return NULL;
    }
  if (has != 0)
    mis_note_ref (position->note);
  if (had != 0)
    mis_note_unref (own->positions[entry].note);
  column_shift (own, entry + had, entry + has);
  if (has != 0)
    {
      own->rows[entry] = (guint8) row;
      own->positions[entry] = *position;
    }
  return own;
}

MisBlock *
mis_block_new (guint n_columns)
{
  MisBlock *block = g_malloc0 (sizeof (MisBlock) + n_columns * sizeof (MisBlockColumn *));

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
  const MisBlockColumn *positions = block->columns[column];
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
  MisBlock *copy = mis_block_new (block->n_columns);

  copy_agents (copy, block);
  for (guint column = 0; column < block->n_columns; column++)
    copy->columns[column] = column_ref (block->columns[column]);
  return copy;
}

void
mis_block_append_agent (MisBlock *block, MisAgent *agent)
{
  g_assert (block->n_rows < MIS_BLOCK_ROWS);

  block->agents[block->n_rows++] = mis_agent_ref (agent);
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
  block->columns[column] = column_with_position (block->columns[column], row, position);
}

MisBlock *
mis_block_without_columns (const MisBlock *block, const gboolean *removed)
{
  MisBlock *copy = mis_block_new (block->n_columns);

  copy_agents (copy, block);
  copy->n_columns = 0;
  for (guint i = 0; i < block->n_columns; i++)
    if (!removed[i])
      copy->columns[copy->n_columns++] = column_ref (block->columns[i]);
  return copy;
}

MisBlock *
mis_block_with_column (const MisBlock *block, guint column)
{
  MisBlock *copy = mis_block_new (block->n_columns + 1);

  copy_agents (copy, block);
  for (guint i = 0; i < block->n_columns; i++)
    copy->columns[i < column ? i : i + 1] = column_ref (block->columns[i]);
  return copy;
}

MisBlock *
mis_block_with_columns (const MisBlock *block, const guint *columns, guint n_columns)
{
  MisBlock *copy = mis_block_new (n_columns);

  copy_agents (copy, block);
  for (guint i = 0; i < n_columns; i++)
    copy->columns[i] = column_ref (block->columns[columns[i]]);
  return copy;
}

/* Columns move by one where an area was added or removed in front of them. */
static gboolean
has_column (const MisBlock *block, const MisBlockColumn *column, guint index)
{
  for (guint i = index > 0 ? index - 1 : 0; i < block->n_columns && i <= index + 1; i++)
    if (block->columns[i] == column)
      return TRUE;
  return FALSE;
}

static gboolean
column_equal (const MisBlockColumn *a, const MisBlockColumn *b)
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
mis_block_has_same_positions (const MisBlock *a, const MisBlock *b)
{
  if (a == b)
    return TRUE;
  for (guint column = 0; column < a->n_columns; column++)
    if (!column_equal (a->columns[column], b->columns[column]))
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
  return mis_block_has_same_positions (a, b);
}

void
mis_block_share_positions (MisBlock *block, const MisBlock *other)
{
  for (guint i = 0; i < block->n_columns; i++)
    {
      MisBlockColumn *old = block->columns[i];

      block->columns[i] = column_ref (other->columns[i]);
      column_unref (old);
    }
}

gsize
mis_block_get_unshared_size (const MisBlock *block, const MisBlock *base)
{
  gsize size = sizeof (MisBlock) + block->n_columns * sizeof (MisBlockColumn *);

  for (guint i = 0; i < block->n_columns; i++)
    {
      const MisBlockColumn *column = block->columns[i];

      if (column == NULL || (base != NULL && has_column (base, column, i)))
        continue;
      size += sizeof (MisBlockColumn) + column->room * (sizeof (MisPosition) + 1);
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

static MisBlockColumn *
take_column (MisBlockWriter *writer, guint column)
{
  GArray *rows = writer->rows[column];
  GArray *positions = writer->positions[column];
  MisBlockColumn *taken;

  if (rows == NULL || rows->len == 0)
    return NULL;
  taken = column_new (rows->len);
  taken->n = rows->len;
  memcpy (taken->rows, rows->data, rows->len);
  memcpy (taken->positions, positions->data, rows->len * sizeof (MisPosition));
  g_array_set_size (rows, 0);
  g_array_set_size (positions, 0);
  return taken;
}

static void
flush_block (MisBlockWriter *writer)
{
  MisBlock *block = mis_block_new (writer->n_columns);

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

static void
append_position (MisBlockWriter *writer, guint column, guint8 row, const MisPosition *position)
{
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
mis_block_writer_add_position (MisBlockWriter *writer, guint column, const MisPosition *position)
{
  g_assert (column < writer->n_columns && writer->agents->len > 0);

  if (position->goal != MIS_UNKNOWN)
    append_position (writer, column, (guint8) (writer->agents->len - 1), position);
}

/* @places: where each row of the block goes, or -1; only rows @first..@last-1 go anywhere. */
static void
copy_column (MisBlockWriter *writer,
             guint column,
             const MisBlockColumn *from,
             guint first,
             guint last,
             const gint16 *places)
{
  for (guint i = column_find (from, first); i < from->n && from->rows[i] < last; i++)
    if (places[from->rows[i]] >= 0)
      append_position (writer, column, (guint8) places[from->rows[i]], &from->positions[i]);
}

/* Copies rows from @first on until the block at hand is full; the row where that happens. */
static guint
copy_until_full (MisBlockWriter *writer,
                 const MisBlock *block,
                 guint first,
                 guint last,
                 const gboolean *removed)
{
  gint16 places[MIS_BLOCK_ROWS];
  guint end;

  if (writer->agents->len == MIS_BLOCK_ROWS)
    flush_block (writer);
  for (end = first; end < last && writer->agents->len < MIS_BLOCK_ROWS; end++)
    {
      gboolean stays = removed == NULL || !removed[end];

      places[end] = stays ? (gint16) writer->agents->len : -1;
      if (stays)
        g_ptr_array_add (writer->agents, mis_agent_ref (block->agents[end]));
    }
  for (guint column = 0; column < block->n_columns; column++)
    if (block->columns[column] != NULL)
      copy_column (writer, column, block->columns[column], first, end, places);
  return end;
}

void
mis_block_writer_copy_rows (MisBlockWriter *writer,
                            const MisBlock *block,
                            guint first,
                            guint last,
                            const gboolean *removed)
{
  while (first < last)
    first = copy_until_full (writer, block, first, last, removed);
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
