/* Sections as CSV. */
#include <string.h>

#include "file/sheet-writer.h"

#define LIST "list"

/* Adds the columns that are not there yet: the last ones, or the others. */
static void
add_names (GPtrArray *names, const MisSheet *sheet, gboolean last)
{
  for (guint i = 0; i < sheet->n_columns; i++)
    {
      const char *name = sheet->columns[i].name;

      if (name != NULL && sheet->columns[i].last == last
          && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }
}

/* At the beginning of a row quotes tell an empty field from none. */
static void
append_empty (MisCsv *csv)
{
  if (csv->in_row)
    mis_csv_append_empty (csv);
  else
    mis_csv_append_text (csv, "");
}

static void
append_cell (MisCsv *csv, const MisCell *cell)
{
  switch (cell->kind)
    {
    case MIS_CELL_TEXT:
      mis_csv_append_text (csv, cell->text);
      break;
    case MIS_CELL_NUMBER:
    case MIS_CELL_CHANGE:
    case MIS_CELL_SHARE:
      mis_csv_append_number (csv, cell->number);
      break;
    case MIS_CELL_WHOLE:
      mis_csv_append_whole (csv, cell->whole);
      break;
    case MIS_CELL_TRUTH:
      mis_csv_append_text (csv, cell->truth ? "true" : "false");
      break;
    case MIS_CELL_EMPTY:
    default:
      append_empty (csv);
      break;
    }
}

static void
append_named (MisCsv *csv, const MisSheet *sheet, guint row, const char *name)
{
  for (guint i = 0; i < sheet->n_columns; i++)
    if (sheet->columns[i].name != NULL && strcmp (sheet->columns[i].name, name) == 0)
      {
        append_cell (csv, mis_sheet_get_cell (sheet, row, i));
        return;
      }
  append_empty (csv);
}

static void
append_rows (MisCsv *csv, const MisSheet *sheet, const char *list, const GPtrArray *names)
{
  for (guint row = 0; row < mis_sheet_get_n_rows (sheet); row++)
    {
      if (list != NULL)
        mis_csv_append_text (csv, list);
      for (guint i = 0; i < names->len; i++)
        append_named (csv, sheet, row, g_ptr_array_index (names, i));
      mis_csv_end_row (csv);
    }
}

static GPtrArray *
list_names (const MisSection *section)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint last = 0; last <= 1; last++)
    {
      if (section->facts != NULL)
        add_names (names, section->facts, last == 1);
      for (guint i = 0; i < section->sheets->len; i++)
        add_names (names, g_ptr_array_index (section->sheets, i), last == 1);
    }
  return names;
}

static void
append_header (MisCsv *csv, const GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    mis_csv_append_text (csv, g_ptr_array_index (names, i));
  mis_csv_end_row (csv);
}

void
mis_section_append_csv (MisCsv *csv, const MisSection *section)
{
  g_autoptr (GPtrArray) names = list_names (section);

  if (mis_section_is_object (section))
    mis_csv_append_text (csv, LIST);
  append_header (csv, names);
  if (section->facts != NULL)
    append_rows (csv, section->facts, MIS_SHEET_FACTS, names);
  for (guint i = 0; i < section->sheets->len; i++)
    {
      const MisSheet *sheet = g_ptr_array_index (section->sheets, i);

      if (mis_sheet_is_for_scripts (sheet))
        append_rows (csv, sheet, mis_section_is_object (section) ? sheet->name : NULL,
                     names);
    }
}

void
mis_section_append_csv_list (MisCsv *csv, const MisSection *section, const char *list)
{
  const MisSheet *sheet = mis_section_find_list (section, list);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_return_if_fail (sheet != NULL);

  add_names (names, sheet, FALSE);
  add_names (names, sheet, TRUE);
  if (names->len > 0 && strcmp (g_ptr_array_index (names, 0), MIS_SHEET_BY) == 0)
    g_ptr_array_remove_index (names, 0);
  append_header (csv, names);
  append_rows (csv, sheet, NULL, names);
}
