#include "app/help-table.h"

#include <string.h>

#include "app/help-inline.h"

#define BAR "|"
#define CELL_END '\037' /* of a unit: what no text holds */

static gboolean
is_text (cmark_node *node)
{
  return node != NULL && cmark_node_get_type (node) == CMARK_NODE_TEXT;
}

/* A bar is the end of a cell only where it stands in plain text. */
static void
append_plain (GString *line, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (line, g_strdelimit (escaped, BAR, CELL_END));
}

/* The row under the titles, which draws the line; of hyphens, which smart reading makes dashes. */
static gboolean
is_rule (const char *line)
{
  return line[strspn (line, "-–—: \037")] == '\0';
}

static char **
split_cells (const char *line)
{
  const char delimiter[] = { CELL_END, '\0' };
  g_autofree char *inner = g_strdup (line + 1);
  char *last = strrchr (inner, CELL_END);
  char **cells;

  if (last != NULL)
    *last = '\0';
  cells = g_strsplit (inner, delimiter, -1);
  for (guint i = 0; cells[i] != NULL; i++)
    g_strstrip (cells[i]);
  return cells;
}

static void
end_row (GPtrArray *rows, GString *line)
{
  if (line->len > 0 && !is_rule (line->str))
    g_ptr_array_add (rows, split_cells (line->str));
  g_string_truncate (line, 0);
}

GPtrArray *
mis_help_table_read (cmark_node *paragraph)
{
  cmark_node *node = cmark_node_first_child (paragraph);
  g_autoptr (GString) line = g_string_new (NULL);
  GPtrArray *rows;

  if (!is_text (node) || !g_str_has_prefix (cmark_node_get_literal (node), BAR))
    return NULL;
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  for (; node != NULL; node = cmark_node_next (node))
    if (is_text (node))
      append_plain (line, cmark_node_get_literal (node));
    else if (cmark_node_get_type (node) == CMARK_NODE_SOFTBREAK)
      end_row (rows, line);
    else
      mis_help_inline_append (line, node);
  end_row (rows, line);
  return rows;
}
