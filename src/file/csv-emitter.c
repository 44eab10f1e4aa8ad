#include "file/csv-emitter.h"

#include <math.h>
#include <string.h>

#include "core/number.h"

/* What stands between two fields, and the signs for which a text is quoted, by style. A comma could
 * be misread in both. */
static const struct
{
  char separator;
  const char *quoted;
} styles[] = {
  [MIS_CSV_POINTS] = { ',', ",\"\n\r" },
  [MIS_CSV_DECIMAL_COMMAS] = { ';', ";,\"\n\r" },
};

/* RFC 4180: quoted where a separator, a quote, a line break or a space at an end could be
 * misread. */
static gboolean
needs_quotes (const MisCsv *csv, const char *text)
{
  gsize length = strlen (text);

  return length == 0 || strpbrk (text, styles[csv->style].quoted) != NULL || text[0] == ' '
         || text[length - 1] == ' ';
}

void
mis_csv_init (MisCsv *csv, MisCsvStyle style)
{
  *csv = (MisCsv) { .text = g_string_new (NULL), .style = style };
}

GBytes *
mis_csv_end (MisCsv *csv)
{
  return g_string_free_to_bytes (g_steal_pointer (&csv->text));
}

void
mis_csv_append_empty (MisCsv *csv)
{
  if (csv->in_row)
    g_string_append_c (csv->text, styles[csv->style].separator);
  csv->in_row = TRUE;
}

void
mis_csv_append_text (MisCsv *csv, const char *text)
{
  mis_csv_append_empty (csv);
  if (!needs_quotes (csv, text))
    {
      g_string_append (csv->text, text);
      return;
    }
  g_string_append_c (csv->text, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv->text, '"');
      g_string_append_c (csv->text, *p);
    }
  g_string_append_c (csv->text, '"');
}

void
mis_csv_append_number (MisCsv *csv, double number)
{
  char buffer[MIS_NUMBER_SIZE];
  gsize begin;

  mis_csv_append_empty (csv);
  if (!isfinite (number))
    return;
  begin = csv->text->len;
  g_string_append (csv->text, mis_number_format (number, buffer));
  if (csv->style == MIS_CSV_DECIMAL_COMMAS)
    g_strdelimit (csv->text->str + begin, ".", ',');
}

void
mis_csv_append_whole (MisCsv *csv, guint64 number)
{
  mis_csv_append_empty (csv);
  g_string_append_printf (csv->text, "%" G_GUINT64_FORMAT, number);
}

void
mis_csv_end_row (MisCsv *csv)
{
  g_string_append_c (csv->text, '\n');
  csv->in_row = FALSE;
}
