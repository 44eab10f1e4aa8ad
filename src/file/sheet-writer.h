/* sheet-writer.h: sections of a result as text, as CSV and as JSON. */
#pragma once

#include "file/csv-emitter.h"
#include "file/json-emitter.h"
#include "file/sheet.h"

G_BEGIN_DECLS

/**
 * mis_section_append_text:
 *
 * For people: the heading, what it says, a line for each fact, then each sheet in aligned columns,
 * then how many rows are left out, and the notes. The numbers of a sheet have as many decimals,
 * four, or up to six where two digits would not be seen else; a column with numbers above 1 by
 * itself. What is nearer to 0 is "<0.0001". In lines of %MIS_TEXT_COLUMNS, unless
 * numbers alone are wider: words are broken into lines within their column. No tabs.
 */
void mis_section_append_text (GString *text, const MisSection *section);

/**
 * mis_section_append_csv:
 *
 * A header row, then the rows. A section with facts, or with several sheets, becomes one table: its
 * first column "list" says where a row comes from ("overall" for the facts), and columns of the
 * same name are the same column.
 */
void mis_section_append_csv (MisCsv *csv, const MisSection *section);

/* One list of it, as mis_section_find_list() finds it, with its own columns only: without "list",
 * and without "by". */
void mis_section_append_csv_list (MisCsv *csv, const MisSection *section, const char *list);

/**
 * mis_section_emit:
 *
 * The member that is called like the section: a list of rows, or an object with the facts and a
 * list for each sheet; a row is an object on one line.
 */
void mis_section_emit (MisJsonEmitter *emitter, const MisSection *section);

/* A number as people read it in a sentence: four decimals at most, or six, in the C locale; @buffer
 * as for mis_number_format(). */
const char *mis_sheet_format_number (double number, char *buffer);

G_END_DECLS
