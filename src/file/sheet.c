#include "file/sheet.h"

#include <math.h>
#include <string.h>

#define CHUNK_SIZE 4096

MisSheet *
mis_sheet_new (const char *name, const char *heading, const MisColumn *columns)
{
  MisSheet *self = g_new0 (MisSheet, 1);

  self->name = name;
  self->heading = heading;
  self->columns = columns;
  while (columns[self->n_columns].name != NULL || columns[self->n_columns].heading != NULL)
    self->n_columns++;
  self->cells = g_array_new (FALSE, FALSE, sizeof (MisCell));
  self->texts = g_string_chunk_new (CHUNK_SIZE);
  return self;
}

void
mis_sheet_free (MisSheet *sheet)
{
  g_array_unref (sheet->cells);
  g_string_chunk_free (sheet->texts);
  g_free (sheet);
}

void
mis_sheet_set_intro (MisSheet *sheet, const char *intro)
{
  sheet->intro = g_string_chunk_insert (sheet->texts, intro);
}

static void
add_cell (MisSheet *sheet, MisCell cell)
{
  g_array_append_val (sheet->cells, cell);
}

void
mis_sheet_add_text (MisSheet *sheet, const char *text)
{
  if (text == NULL)
    add_cell (sheet, (MisCell) { .kind = MIS_CELL_EMPTY });
  else
    add_cell (sheet, (MisCell) { .kind = MIS_CELL_TEXT,
                                 .text = g_string_chunk_insert_const (sheet->texts, text) });
}

static void
add_number (MisSheet *sheet, MisCellKind kind, double number)
{
  if (isfinite (number))
    add_cell (sheet, (MisCell) { .kind = kind, .number = number });
  else
    add_cell (sheet, (MisCell) { .kind = MIS_CELL_EMPTY });
}

void
mis_sheet_add_number (MisSheet *sheet, double number)
{
  add_number (sheet, MIS_CELL_NUMBER, number);
}

void
mis_sheet_add_change (MisSheet *sheet, double change)
{
  add_number (sheet, MIS_CELL_CHANGE, change);
}

void
mis_sheet_add_share (MisSheet *sheet, double share)
{
  add_number (sheet, MIS_CELL_SHARE, share);
}

void
mis_sheet_add_whole (MisSheet *sheet, guint64 whole)
{
  add_cell (sheet, (MisCell) { .kind = MIS_CELL_WHOLE, .whole = whole });
}

void
mis_sheet_add_truth (MisSheet *sheet, gboolean truth)
{
  add_cell (sheet, (MisCell) { .kind = MIS_CELL_TRUTH, .truth = truth });
}

gboolean
mis_sheet_is_for_scripts (const MisSheet *sheet)
{
  for (guint i = 0; i < sheet->n_columns; i++)
    if (sheet->columns[i].name != NULL)
      return TRUE;
  return FALSE;
}

gboolean
mis_sheet_is_for_people (const MisSheet *sheet)
{
  if (sheet->quiet && sheet->cells->len == 0)
    return FALSE;
  for (guint i = 0; i < sheet->n_columns; i++)
    if (sheet->columns[i].heading != NULL)
      return TRUE;
  return FALSE;
}

guint
mis_sheet_get_n_rows (const MisSheet *sheet)
{
  g_return_val_if_fail (sheet->cells->len % sheet->n_columns == 0, 0);

  return sheet->cells->len / sheet->n_columns;
}

const MisCell *
mis_sheet_get_cell (const MisSheet *sheet, guint row, guint column)
{
  g_return_val_if_fail (column < sheet->n_columns, NULL);

  return &g_array_index (sheet->cells, MisCell, (gsize) row * sheet->n_columns + column);
}

MisSection *
mis_section_new (const char *name, const char *heading)
{
  MisSection *self = g_new0 (MisSection, 1);

  self->name = name;
  self->heading = heading;
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) mis_sheet_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
mis_section_free (MisSection *section)
{
  g_free (section->intro);
  g_clear_pointer (&section->facts, mis_sheet_free);
  g_ptr_array_unref (section->sheets);
  g_ptr_array_unref (section->notes);
  g_free (section);
}

void
mis_section_set_intro (MisSection *section, const char *intro)
{
  g_free (section->intro);
  section->intro = g_strdup (intro);
}

MisSheet *
mis_section_add_facts (MisSection *section, const MisColumn *columns)
{
  g_return_val_if_fail (section->facts == NULL, NULL);

  section->facts = mis_sheet_new (NULL, NULL, columns);
  return section->facts;
}

MisSheet *
mis_section_add_sheet (MisSection *section,
                       const char *name,
                       const char *heading,
                       const MisColumn *columns)
{
  MisSheet *sheet = mis_sheet_new (name, heading, columns);

  g_ptr_array_add (section->sheets, sheet);
  return sheet;
}

void
mis_section_add_note (MisSection *section, char *note)
{
  g_ptr_array_add (section->notes, note);
}

char *
mis_section_get_sheet_path (const MisSection *section, const MisSheet *sheet)
{
  return g_strjoin (sheet->name != NULL ? "." : NULL, section->name, sheet->name, NULL);
}

gboolean
mis_section_is_object (const MisSection *section)
{
  const MisSheet *first = g_ptr_array_index (section->sheets, 0);

  return section->facts != NULL || first->name != NULL;
}

const MisSheet *
mis_section_find_list (const MisSection *section, const char *list)
{
  const MisSheet *first = g_ptr_array_index (section->sheets, 0);

  if (section->facts != NULL && strcmp (list, MIS_SHEET_FACTS) == 0)
    return section->facts;
  for (guint i = 0; i < section->sheets->len; i++)
    {
      const MisSheet *sheet = g_ptr_array_index (section->sheets, i);

      if (g_strcmp0 (sheet->name, list) == 0)
        return sheet;
    }
  return mis_section_is_object (section) ? NULL : first;
}
