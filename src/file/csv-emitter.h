/* csv-emitter.h: CSV as this program writes it: RFC 4180 with LF and the C locale, or as the
 * spreadsheets of most of Europe want it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MisCsvStyle:
 * @MIS_CSV_POINTS: commas between fields, points in numbers
 * @MIS_CSV_DECIMAL_COMMAS: semicolons between fields, commas in numbers; the reader of tables takes
 *   it as well
 */
typedef enum
{
  MIS_CSV_POINTS,
  MIS_CSV_DECIMAL_COMMAS,
} MisCsvStyle;

typedef struct
{
  GString *text;
  MisCsvStyle style;
  gboolean in_row; /* whether the row has a field */
} MisCsv;

void mis_csv_init (MisCsv *csv, MisCsvStyle style);

/* (transfer full): what was written; @csv is done with. */
GBytes *mis_csv_end (MisCsv *csv);

/* Each appends a field, with what stands between fields before it unless it is the first of its
 * row. An empty text is "". */
void mis_csv_append_text (MisCsv *csv, const char *text);

/* Full precision; empty if @number is not finite. */
void mis_csv_append_number (MisCsv *csv, double number);
void mis_csv_append_whole (MisCsv *csv, guint64 number);

/* Nothing at all. */
void mis_csv_append_empty (MisCsv *csv);

void mis_csv_end_row (MisCsv *csv);

G_END_DECLS
