#include "file/csv-emitter.h"

#include <math.h>
#include <string.h>

#include "core/number.h"

/* RFC 4180: quoted where a comma, a quote, a line break or a space at an end could be misread. */
static gboolean
needs_quotes (const char *text)
{
  gsize length = strlen (text);

  return length == 0 || strpbrk (text, ",\"\n\r") != NULL || text[0] == ' '
         || text[length - 1] == ' ';
}

static void
begin_field (GString *csv)
{
  if (csv->len > 0 && csv->str[csv->len - 1] != '\n')
    g_string_append_c (csv, ',');
}

void
mis_csv_append_text (GString *csv, const char *text)
{
  begin_field (csv);
  if (!needs_quotes (text))
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append_c (csv, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

void
mis_csv_append_number (GString *csv, double number)
{
  char buffer[MIS_NUMBER_SIZE];

  begin_field (csv);
  if (isfinite (number))
    g_string_append (csv, mis_number_format (number, buffer));
}

void
mis_csv_append_whole (GString *csv, guint64 number)
{
  begin_field (csv);
  g_string_append_printf (csv, "%" G_GUINT64_FORMAT, number);
}

void
mis_csv_end_row (GString *csv)
{
  g_string_append_c (csv, '\n');
}
