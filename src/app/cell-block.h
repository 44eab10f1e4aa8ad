/* cell-block.h: a rectangle of texts as spreadsheets put it on the clipboard. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MisCellBlock:
 *
 * @n_rows x @n_columns texts, row by row. Where a row of what was read is shorter than the longest
 * one, the texts it lacks are %NULL.
 */
typedef struct
{
  guint n_rows;
  guint n_columns;
  const char **texts; /* all of them lie in @buffer */
  char *buffer;
} MisCellBlock;

/**
 * mis_cell_block_parse:
 * @text: cells with tabs between them, one row a line (LF, CRLF or CR); a cell in double quotes may
 *   hold tabs, ends of lines and doubled quotes. The last line may end or not
 *
 * A quote that is not the first character of its cell, and one that is never closed, stand for
 * themselves.
 *
 * Returns: (transfer full): at least one cell
 */
MisCellBlock *mis_cell_block_parse (const char *text);

void mis_cell_block_free (MisCellBlock *self);

/* Append @text to @out so that mis_cell_block_parse() reads it as one cell. */
void mis_cell_block_append (GString *out, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisCellBlock, mis_cell_block_free)

G_END_DECLS
