/* Sections for people: paragraphs and aligned columns, in lines of a terminal. */
#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/number.h"
#include "file/sheet-writer.h"
#include "file/text-lines.h"

#define INDENT 2u

/* Decimals of a number that is not tiny, and of one that is. */
#define FEW_DECIMALS 4u
#define MOST_DECIMALS 6u

/* A column of words is not narrower, if it can be helped. */
#define LEAST_WIDTH 8u

/* What stands in the columns of a sheet that people read, row after row, the headings first. */
typedef struct
{
  guint n_columns;
  guint *columns; /* of the sheet */
  guint *widths;
  guint *decimals;
  gboolean *numeric;
  GPtrArray *texts;
} Layout;

/* Numbers that no decimals show, but for 0. */
static gboolean
is_tiny (double number)
{
  return fabs (number) < pow (10.0, -(double) MOST_DECIMALS);
}

/* So many decimals that two digits are seen of a number. */
static guint
count_decimals (double number)
{
  guint decimals = FEW_DECIMALS;

  if (is_tiny (number))
    return 0;
  for (double least = 1e-3; decimals < MOST_DECIMALS && fabs (number) < least; least /= 10.0)
    decimals++;
  return decimals;
}

/* Nearer to 0 than anything that is shown: between it and the last decimal. */
static const char *
format_tiny (double number, guint decimals, char *buffer)
{
  char least[MIS_NUMBER_SIZE];
  char format[] = "%.0f";

  format[2] = (char) ('0' + decimals);
  g_ascii_formatd (least, sizeof least, format, copysign (pow (10.0, -(double) decimals), number));
  g_snprintf (buffer, MIS_NUMBER_SIZE, "%c%s", number < 0.0 ? '>' : '<', least);
  return buffer;
}

/* As everywhere, there is no negative zero; nobody is to read powers of ten. */
static const char *
format_decimals (double number, guint decimals, char *buffer)
{
  char format[] = "%.0f";

  if (!(fabs (number) > 0.0))
    return g_ascii_formatd (buffer, MIS_NUMBER_SIZE, "%.0f", 0.0);
  if (fabs (number) < 0.5 * pow (10.0, -(double) MAX (decimals, FEW_DECIMALS)))
    return format_tiny (number, MAX (decimals, FEW_DECIMALS), buffer);
  format[2] = (char) ('0' + decimals);
  return g_ascii_formatd (buffer, MIS_NUMBER_SIZE, format, number);
}

/* How many of the decimals are not just zeros at the end. */
static guint
count_needed (double number, guint decimals)
{
  char buffer[MIS_NUMBER_SIZE];
  const char *text = format_decimals (number, decimals, buffer);
  gsize length = strlen (text);

  if (*text == '<' || *text == '>')
    return 0;
  if (strchr (text, '.') == NULL)
    return 0;
  for (; decimals > 0 && text[length - 1] == '0'; length--)
    decimals--;
  return decimals;
}

const char *
mis_sheet_format_number (double number, char *buffer)
{
  return format_decimals (number, count_needed (number, count_decimals (number)), buffer);
}

static char *
format_cell (const MisCell *cell, guint decimals)
{
  char buffer[MIS_NUMBER_SIZE];

  switch (cell->kind)
    {
    case MIS_CELL_TEXT:
      return g_strdup (cell->text);
    case MIS_CELL_NUMBER:
      return g_strdup (format_decimals (cell->number, decimals, buffer));
    case MIS_CELL_CHANGE:
      return g_strconcat (cell->number > 0.0 ? "+" : "",
                          format_decimals (cell->number, decimals, buffer), NULL);
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
  return cell->kind == MIS_CELL_NUMBER || cell->kind == MIS_CELL_CHANGE
         || cell->kind == MIS_CELL_SHARE || cell->kind == MIS_CELL_WHOLE;
}

static gboolean
has_decimals (const MisCell *cell)
{
  return cell->kind == MIS_CELL_NUMBER || cell->kind == MIS_CELL_CHANGE;
}

/* Whether a column holds what is no score, weight or conflict, or part of one: another unit. */
static gboolean
is_apart (const MisSheet *sheet, guint column)
{
  for (guint row = 0; row < mis_sheet_get_n_rows (sheet); row++)
    {
      const MisCell *cell = mis_sheet_get_cell (sheet, row, column);

      if (has_decimals (cell) && fabs (cell->number) > 1.0)
        return TRUE;
    }
  return FALSE;
}

static guint
find_decimals (const MisSheet *sheet, guint column)
{
  guint n_rows = mis_sheet_get_n_rows (sheet);
  guint decimals = 0, needed = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      const MisCell *cell = mis_sheet_get_cell (sheet, row, column);

      if (has_decimals (cell))
        decimals = MAX (decimals, count_decimals (cell->number));
    }
  for (guint row = 0; row < n_rows; row++)
    {
      const MisCell *cell = mis_sheet_get_cell (sheet, row, column);

      if (has_decimals (cell))
        needed = MAX (needed, count_needed (cell->number, decimals));
    }
  return needed;
}

/* As many for all numbers of a sheet, so that the larger one is the one that looks larger. */
static guint
choose_decimals (const MisSheet *sheet, guint column)
{
  guint decimals = 0;

  if (is_apart (sheet, column))
    return find_decimals (sheet, column);
  for (guint i = 0; i < sheet->n_columns; i++)
    if (sheet->columns[i].heading != NULL && !is_apart (sheet, i))
      decimals = MAX (decimals, find_decimals (sheet, i));
  return decimals;
}

/* Takes over @text. */
static void
add_text (Layout *layout, char *text)
{
  guint column = layout->texts->len % layout->n_columns;

  layout->widths[column] = MAX (layout->widths[column], mis_text_width (text));
  g_ptr_array_add (layout->texts, text);
}

/* No heading is an empty one: the translation of that is something else. */
static const char *
get_heading (const MisSheet *sheet, guint column)
{
  const char *heading = sheet->columns[column].heading;

  return sheet->named || *heading == '\0' ? heading : _(heading);
}

static void
choose_columns (Layout *layout, const MisSheet *sheet)
{
  *layout = (Layout) { .columns = g_new (guint, sheet->n_columns) };
  for (guint i = 0; i < sheet->n_columns; i++)
    if (sheet->columns[i].heading != NULL)
      layout->columns[layout->n_columns++] = i;
  layout->widths = g_new0 (guint, layout->n_columns);
  layout->decimals = g_new0 (guint, layout->n_columns);
  layout->numeric = g_new0 (gboolean, layout->n_columns);
  layout->texts = g_ptr_array_new_with_free_func (g_free);
}

static guint
get_longest_word (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint longest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    longest = MAX (longest, mis_text_width (words[i]));
  return longest;
}

/* Numbers are never broken, what stands above them may be. */
static void
narrow_numbers (Layout *layout)
{
  for (guint i = 0; i < layout->n_columns; i++)
    {
      if (!layout->numeric[i])
        continue;
      layout->widths[i] = MAX (get_longest_word (g_ptr_array_index (layout->texts, i)), 2);
      for (guint j = i + layout->n_columns; j < layout->texts->len; j += layout->n_columns)
        layout->widths[i] = MAX (layout->widths[i],
                                 mis_text_width (g_ptr_array_index (layout->texts, j)));
    }
}

/* The widest columns of words become as wide as each other, so that all of it is @room wide. */
static void
narrow_words (Layout *layout, guint room)
{
  guint limit = room;

  for (guint sum = G_MAXUINT; sum > room && limit > LEAST_WIDTH; limit--)
    {
      sum = 0;
      for (guint i = 0; i < layout->n_columns; i++)
        sum += layout->numeric[i] ? 0 : MIN (layout->widths[i], limit);
      if (sum <= room)
        break;
    }
  for (guint i = 0; i < layout->n_columns; i++)
    if (!layout->numeric[i])
      layout->widths[i] = MIN (layout->widths[i], MAX (limit, LEAST_WIDTH));
}

/* The columns that are numbers, or all. */
static guint
add_widths (const Layout *layout, gboolean all)
{
  guint sum = 0;

  for (guint i = 0; i < layout->n_columns; i++)
    sum += all || layout->numeric[i] ? layout->widths[i] : 0;
  return sum;
}

static void
fit (Layout *layout)
{
  guint room = MIS_TEXT_COLUMNS - MIN (INDENT * layout->n_columns, MIS_TEXT_COLUMNS);
  guint numbers;

  if (add_widths (layout, TRUE) > room)
    narrow_numbers (layout);
  numbers = add_widths (layout, FALSE);
  if (add_widths (layout, TRUE) > room)
    narrow_words (layout, room > numbers ? room - numbers : 0);
}

static void
layout_init (Layout *layout, const MisSheet *sheet)
{
  choose_columns (layout, sheet);
  for (guint i = 0; i < layout->n_columns; i++)
    {
      layout->decimals[i] = choose_decimals (sheet, layout->columns[i]);
      add_text (layout, g_strdup (get_heading (sheet, layout->columns[i])));
    }
  for (guint row = 0; row < mis_sheet_get_n_rows (sheet); row++)
    for (guint i = 0; i < layout->n_columns; i++)
      {
        const MisCell *cell = mis_sheet_get_cell (sheet, row, layout->columns[i]);

        layout->numeric[i] = layout->numeric[i] || is_number (cell);
        add_text (layout, format_cell (cell, layout->decimals[i]));
      }
  fit (layout);
}

static void
layout_clear (Layout *layout)
{
  g_free (layout->columns);
  g_free (layout->widths);
  g_free (layout->decimals);
  g_free (layout->numeric);
  g_ptr_array_unref (layout->texts);
}

/* Columns with numbers end at one place, words begin at one; nothing is padded at the end. */
static void
append_line (GString *text, const Layout *layout, GPtrArray *const *cells, guint line)
{
  for (guint i = 0; i < layout->n_columns; i++)
    {
      const char *cell = line < cells[i]->len ? g_ptr_array_index (cells[i], line) : "";
      int pad = (int) layout->widths[i] - (int) mis_text_width (cell);

      g_string_append_printf (text, "%*s", (int) INDENT, "");
      g_string_append_printf (text, "%*s", layout->numeric[i] ? MAX (pad, 0) : 0, "");
      g_string_append (text, cell);
      g_string_append_printf (text, "%*s", layout->numeric[i] ? 0 : MAX (pad, 0), "");
    }
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

static void
append_row (GString *text, const Layout *layout, guint row)
{
  g_autofree GPtrArray **cells = g_new (GPtrArray *, layout->n_columns);
  guint height = 0;

  for (guint i = 0; i < layout->n_columns; i++)
    {
      cells[i] = mis_text_wrap (g_ptr_array_index (layout->texts, row * layout->n_columns + i),
                                MAX (layout->widths[i], 2));
      height = MAX (height, cells[i]->len);
    }
  for (guint line = 0; line < height; line++)
    append_line (text, layout, cells, line);
  for (guint i = 0; i < layout->n_columns; i++)
    g_ptr_array_unref (cells[i]);
}

static gboolean
has_headings (const Layout *layout)
{
  for (guint i = 0; i < layout->n_columns; i++)
    if (*(const char *) g_ptr_array_index (layout->texts, i) != '\0')
      return TRUE;
  return FALSE;
}

static void
append_rows (GString *text, const MisSheet *sheet)
{
  Layout layout;

  layout_init (&layout, sheet);
  for (guint row = has_headings (&layout) ? 0 : 1; row <= mis_sheet_get_n_rows (sheet); row++)
    append_row (text, &layout, row);
  layout_clear (&layout);
}

static void
append_left_out (GString *text, guint64 n)
{
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, n);
  g_autofree char *words = g_strdup_printf (_("… and %s more: --limit 0 shows all"), number);

  mis_text_append_paragraph (text, words, INDENT);
}

static void
append_sheet (GString *text, const MisSheet *sheet)
{
  if (sheet->heading != NULL)
    {
      g_string_append_c (text, '\n');
      mis_text_append_paragraph (text, _(sheet->heading), 0);
    }
  if (sheet->intro != NULL)
    mis_text_append_paragraph (text, sheet->intro, INDENT);
  if (mis_sheet_get_n_rows (sheet) > 0)
    append_rows (text, sheet);
  else
    mis_text_append_paragraph (text, _("none"), INDENT);
  if (sheet->n_left_out > 0)
    append_left_out (text, sheet->n_left_out);
}

static void
append_facts (GString *text, const MisSheet *facts)
{
  for (guint i = 0; i < facts->n_columns; i++)
    {
      g_autofree char *value = format_cell (mis_sheet_get_cell (facts, 0, i),
                                            choose_decimals (facts, i));
      g_autofree char *line = NULL;

      if (facts->columns[i].heading == NULL || *value == '\0')
        continue;
      line = g_strdup_printf ("%s: %s", _(facts->columns[i].heading), value);
      mis_text_append_paragraph (text, line, INDENT);
    }
}

void
mis_section_append_text (GString *text, const MisSection *section)
{
  g_autofree char *heading = g_utf8_strup (_(section->heading), -1);

  g_string_append_printf (text, "\n%s", heading);
  if (section->option != NULL)
    g_string_append_printf (text, " (%s %s)", section->option, section->name);
  g_string_append_c (text, '\n');
  if (section->intro != NULL)
    mis_text_append_paragraph (text, section->intro, INDENT);
  if (section->facts != NULL)
    append_facts (text, section->facts);
  for (guint i = 0; i < section->sheets->len; i++)
    {
      const MisSheet *sheet = g_ptr_array_index (section->sheets, i);

      if (mis_sheet_is_for_people (sheet))
        append_sheet (text, sheet);
    }
  for (guint i = 0; i < section->notes->len; i++)
    mis_text_append_paragraph (text, g_ptr_array_index (section->notes, i), INDENT);
}
