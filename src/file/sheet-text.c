/* Sections for people: aligned columns. */
#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/number.h"
#include "file/sheet-writer.h"

#define INDENT 2
#define MOST_COLUMNS 120 /* of one cell, on the screen */

/* What stands in the columns of a sheet that people read, row after row, the headings first. */
typedef struct
{
  guint n_columns;
  guint *columns; /* of the sheet */
  int *widths;
  gboolean *numeric;
  GPtrArray *texts;
} Layout;

const char *
mis_sheet_format_number (double number, char *buffer)
{
  /* As everywhere, there is no negative zero. */
  return g_ascii_formatd (buffer, MIS_NUMBER_SIZE, "%.6g", number + 0.0);
}

static int
get_width (const char *text)
{
  int width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

/* (transfer full): cut where it would be too wide */
static char *
shorten (const char *text)
{
  const char *end = text;
  int width = 0;

  if (get_width (text) <= MOST_COLUMNS)
    return g_strdup (text);
  for (const char *p = text; width < MOST_COLUMNS - 1; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      end = p;
      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

static char *
format_cell (const MisCell *cell)
{
  char buffer[MIS_NUMBER_SIZE];

  switch (cell->kind)
    {
    case MIS_CELL_TEXT:
      return shorten (cell->text);
    case MIS_CELL_NUMBER:
      return g_strdup (mis_sheet_format_number (cell->number, buffer));
    case MIS_CELL_SHARE:
      g_ascii_formatd (buffer, sizeof buffer, "%.1f", 100.0 * cell->number + 0.0);
      return g_strconcat (buffer, " %", NULL);
    case MIS_CELL_WHOLE:
      return g_strdup_printf ("%" G_GUINT64_FORMAT, cell->whole);
    case MIS_CELL_TRUTH:
      return g_strdup (cell->truth ? _("yes") : _("no"));
    case MIS_CELL_EMPTY:
    default:
      return g_strdup ("");
    }
}

static gboolean
is_number (const MisCell *cell)
{
  return cell->kind == MIS_CELL_NUMBER || cell->kind == MIS_CELL_SHARE
         || cell->kind == MIS_CELL_WHOLE;
}

/* Takes over @text. */
static void
add_text (Layout *layout, char *text)
{
  guint column = layout->texts->len % layout->n_columns;

  layout->widths[column] = MAX (layout->widths[column], get_width (text));
  g_ptr_array_add (layout->texts, text);
}

static void
layout_init (Layout *layout, const MisSheet *sheet)
{
  *layout = (Layout) { .columns = g_new (guint, sheet->n_columns) };
  for (guint i = 0; i < sheet->n_columns; i++)
    if (sheet->columns[i].heading != NULL)
      layout->columns[layout->n_columns++] = i;
  layout->widths = g_new0 (int, layout->n_columns);
  layout->numeric = g_new0 (gboolean, layout->n_columns);
  layout->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < layout->n_columns; i++)
    add_text (layout, g_strdup (_(sheet->columns[layout->columns[i]].heading)));
  for (guint row = 0; row < mis_sheet_get_n_rows (sheet); row++)
    for (guint i = 0; i < layout->n_columns; i++)
      {
        const MisCell *cell = mis_sheet_get_cell (sheet, row, layout->columns[i]);

        layout->numeric[i] = layout->numeric[i] || is_number (cell);
        add_text (layout, format_cell (cell));
      }
}

static void
layout_clear (Layout *layout)
{
  g_free (layout->columns);
  g_free (layout->widths);
  g_free (layout->numeric);
  g_ptr_array_unref (layout->texts);
}

/* Columns with numbers end at one place, words begin at one; nothing is padded at the end. */
static void
append_line (GString *text, const Layout *layout, guint line)
{
  for (guint i = 0; i < layout->n_columns; i++)
    {
      const char *cell = g_ptr_array_index (layout->texts, line * layout->n_columns + i);
      int pad = layout->widths[i] - get_width (cell);

      g_string_append_printf (text, "%*s", INDENT, "");
      g_string_append_printf (text, "%*s", layout->numeric[i] ? pad : 0, "");
      g_string_append (text, cell);
      g_string_append_printf (text, "%*s", layout->numeric[i] ? 0 : pad, "");
    }
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

static void
append_left_out (GString *text, guint64 n)
{
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, n);

  g_string_append_printf (text, "%*s", INDENT, "");
  g_string_append_printf (text, _("… and %s more (see --limit)"), number);
  g_string_append_c (text, '\n');
}

static void
append_sheet (GString *text, const MisSheet *sheet)
{
  guint n_rows = mis_sheet_get_n_rows (sheet);
  Layout layout;

  if (sheet->heading != NULL)
    g_string_append_printf (text, "\n%s\n", _(sheet->heading));
  if (n_rows == 0)
    {
      g_string_append_printf (text, "%*s%s\n", INDENT, "", _("none"));
      return;
    }
  layout_init (&layout, sheet);
  for (guint line = 0; line <= n_rows; line++)
    append_line (text, &layout, line);
  layout_clear (&layout);
  if (sheet->n_left_out > 0)
    append_left_out (text, sheet->n_left_out);
}

static void
append_facts (GString *text, const MisSheet *facts)
{
  for (guint i = 0; i < facts->n_columns; i++)
    {
      g_autofree char *value = format_cell (mis_sheet_get_cell (facts, 0, i));

      if (facts->columns[i].heading != NULL && *value != '\0')
        g_string_append_printf (text, "%*s%s: %s\n", INDENT, "", _(facts->columns[i].heading),
                                value);
    }
}

void
mis_section_append_text (GString *text, const MisSection *section)
{
  g_autofree char *heading = g_utf8_strup (_(section->heading), -1);

  g_string_append_printf (text, "\n%s\n", heading);
  if (section->facts != NULL)
    append_facts (text, section->facts);
  for (guint i = 0; i < section->sheets->len; i++)
    {
      const MisSheet *sheet = g_ptr_array_index (section->sheets, i);

      if (mis_sheet_is_for_people (sheet))
        append_sheet (text, sheet);
    }
  for (guint i = 0; i < section->notes->len; i++)
    g_string_append_printf (text, "%*s%s\n", INDENT, "",
                            (const char *) g_ptr_array_index (section->notes, i));
}
