#include "app/cell-block.h"

#include <string.h>

/* The cells of one row after the other; @starts has the index of each row's first cell. */
typedef struct
{
  const char *from;
  char *to;
  GPtrArray *cells;
  GArray *starts;
  guint n_columns;
} Parser;

/* The quote that closes the cell after @text, which begins behind the opening one; or %NULL. What
 * follows it must end the cell, or the quotes belong to the text. */
static const char *
find_closing_quote (const char *text)
{
  const char *quote = strchr (text, '"');

  while (quote != NULL && quote[1] == '"')
    quote = strchr (quote + 2, '"');
  return quote != NULL && strchr ("\t\r\n", quote[1]) != NULL ? quote : NULL;
}

static void
read_quoted (Parser *self, const char *end)
{
  for (const char *from = self->from + 1; from < end; from++)
    {
      *self->to++ = *from;
      if (*from == '"')
        from++;
    }
  self->from = end + 1;
}

static void
read_plain (Parser *self)
{
  gsize length = strcspn (self->from, "\t\r\n");

  memmove (self->to, self->from, length);
  self->to += length;
  self->from += length;
}

/* The cell is written over the place where it stood: it never grows. Its end takes the place of the
 * tab or the end of the line behind it, which is why that is passed first. */
static void
read_cell (Parser *self, char *behind)
{
  const char *end = *self->from == '"' ? find_closing_quote (self->from + 1) : NULL;

  g_ptr_array_add (self->cells, self->to);
  if (end != NULL)
    read_quoted (self, end);
  else
    read_plain (self);
  *behind = *self->from;
  if (self->from[0] == '\r' && self->from[1] == '\n')
    self->from++;
  if (*self->from != '\0')
    self->from++;
  *self->to++ = '\0';
}

static void
read_row (Parser *self)
{
  guint start = self->cells->len;
  char behind;

  g_array_append_val (self->starts, start);
  do
    read_cell (self, &behind);
  while (behind == '\t');
  self->n_columns = MAX (self->n_columns, self->cells->len - start);
}

static const char **
make_rectangle (const Parser *self)
{
  const char **texts = g_new0 (const char *, (gsize) self->starts->len * self->n_columns);

  for (guint row = 0; row < self->starts->len; row++)
    {
      guint start = g_array_index (self->starts, guint, row);
      guint end = row + 1 < self->starts->len ? g_array_index (self->starts, guint, row + 1)
                                              : self->cells->len;

      for (guint i = start; i < end; i++)
        texts[(gsize) row * self->n_columns + i - start] = g_ptr_array_index (self->cells, i);
    }
  return texts;
}

MisCellBlock *
mis_cell_block_parse (const char *text)
{
  MisCellBlock *self;
  Parser parser = { 0 };

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (MisCellBlock, 1);
  self->buffer = g_strdup (text);
  parser.from = parser.to = self->buffer;
  parser.cells = g_ptr_array_new ();
  parser.starts = g_array_new (FALSE, FALSE, sizeof (guint));
  do
    read_row (&parser);
  while (*parser.from != '\0');
  self->n_rows = parser.starts->len;
  self->n_columns = parser.n_columns;
  self->texts = make_rectangle (&parser);
  g_ptr_array_unref (parser.cells);
  g_array_unref (parser.starts);
  return self;
}

void
mis_cell_block_free (MisCellBlock *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->texts);
  g_free (self->buffer);
  g_free (self);
}

void
mis_cell_block_append (GString *out, const char *text)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (text != NULL);

  if (strpbrk (text, "\t\r\n\"") == NULL)
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *c);
    }
  g_string_append_c (out, '"');
}
