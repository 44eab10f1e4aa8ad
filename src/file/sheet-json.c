/* Sections as JSON. */
#include "file/sheet-writer.h"

static void
emit_cell (MisJsonEmitter *emitter, const MisCell *cell)
{
  switch (cell->kind)
    {
    case MIS_CELL_TEXT:
      mis_json_emitter_string (emitter, cell->text);
      break;
    case MIS_CELL_NUMBER:
    case MIS_CELL_CHANGE:
    case MIS_CELL_SHARE:
      mis_json_emitter_number (emitter, cell->number);
      break;
    case MIS_CELL_WHOLE:
      mis_json_emitter_whole (emitter, cell->whole);
      break;
    case MIS_CELL_TRUTH:
      mis_json_emitter_truth (emitter, cell->truth);
      break;
    case MIS_CELL_EMPTY:
    default:
      mis_json_emitter_null (emitter);
      break;
    }
}

static void
emit_some (MisJsonEmitter *emitter, const MisSheet *sheet, guint row, gboolean last)
{
  for (guint i = 0; i < sheet->n_columns; i++)
    {
      if (sheet->columns[i].name == NULL || sheet->columns[i].last != last)
        continue;
      mis_json_emitter_key (emitter, sheet->columns[i].name);
      emit_cell (emitter, mis_sheet_get_cell (sheet, row, i));
    }
}

static void
emit_members (MisJsonEmitter *emitter, const MisSheet *sheet, guint row)
{
  emit_some (emitter, sheet, row, FALSE);
  emit_some (emitter, sheet, row, TRUE);
}

static void
emit_rows (MisJsonEmitter *emitter, const MisSheet *sheet)
{
  mis_json_emitter_begin (emitter, '[', MIS_JSON_LINES);
  for (guint row = 0; row < mis_sheet_get_n_rows (sheet); row++)
    {
      mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
      emit_members (emitter, sheet, row);
      mis_json_emitter_end (emitter);
    }
  mis_json_emitter_end (emitter);
}

void
mis_section_emit (MisJsonEmitter *emitter, const MisSection *section)
{
  gboolean is_object = mis_section_is_object (section);

  mis_json_emitter_key (emitter, section->name);
  if (is_object)
    mis_json_emitter_begin (emitter, '{', MIS_JSON_LINES);
  if (section->facts != NULL)
    emit_members (emitter, section->facts, 0);
  for (guint i = 0; i < section->sheets->len; i++)
    {
      const MisSheet *sheet = g_ptr_array_index (section->sheets, i);

      if (!mis_sheet_is_for_scripts (sheet))
        continue;
      if (is_object)
        mis_json_emitter_key (emitter, sheet->name);
      emit_rows (emitter, sheet);
    }
  if (is_object)
    mis_json_emitter_end (emitter);
}
