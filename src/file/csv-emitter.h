/* csv-emitter.h: CSV as this program writes it: RFC 4180 with commas, LF and the C locale. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Each appends a field, with a comma before it unless it is the first of its row. An empty text is
 * "", an empty number nothing at all: a row must not begin with one. */
void mis_csv_append_text (GString *csv, const char *text);

/* Full precision; empty if @number is not finite. */
void mis_csv_append_number (GString *csv, double number);
void mis_csv_append_whole (GString *csv, guint64 number);

void mis_csv_end_row (GString *csv);

G_END_DECLS
