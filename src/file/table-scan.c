#include "file/table-scan.h"

#include <string.h>

#include "file/table-bytes.h"
#include "file/table-window.h"

typedef enum
{
  RECORD,
  BLANK,
  MORE,
  FAULT,
} Outcome;

static inline gboolean
is_space (const MisTableScan *scan, char c)
{
  return c == ' ' || (c == '\t' && scan->separator != '\t');
}

/* The first separator, line feed or quote from @p on, or the end. */
static inline const char *
find_special (const MisTableScan *scan, const char *p)
{
  char separator = scan->separator;

  for (; scan->end - p >= MIS_STEP; p += MIS_STEP)
    {
      const guint64 found = mis_find_ends (p, separator);

      if (found != 0)
        return p + MIS_PLACE (found);
    }
  while (p < scan->end && *p != separator && *p != '\n' && *p != '"')
    p++;
  return p;
}

static Outcome
fail_field (MisTableScan *scan, const char *at, const char *message)
{
  mis_table_window_fail_at (scan, MIS_FILE_ERROR_TABLE, at, "", message);
  return FAULT;
}

/* A field in quotes; *@at is behind the opening one, and then behind what may follow it. */
static Outcome
scan_quoted (MisTableScan *scan, const char **at, MisTableField *field)
{
  const char *p = *at;

  field->text = p;
  field->has_escapes = FALSE;
  for (;;)
    {
      const char *quote = memchr (p, '"', (gsize) (scan->end - p));

      if (quote == NULL && scan->at_end)
        return scan->invalid != NULL
                 ? MORE
                 : fail_field (scan, field->begin,
                               "found a quote that is never closed, expected another one at the "
                               "end of the field");
      if (quote == NULL || (quote + 1 == scan->end && !scan->at_end))
        return MORE;
      p = quote + 1;
      if (p < scan->end && *p == '"')
        {
          field->has_escapes = TRUE;
          p++;
          continue;
        }
      field->length = (guint) (quote - field->text);
      break;
    }
  while (p < scan->end
         && (is_space (scan, *p) || (*p == '\r' && p + 1 < scan->end && p[1] == '\n')))
    p++;
  *at = p;
  return RECORD;
}

/* A field without quotes; *@at is where it begins, and then where it ends. */
static Outcome
scan_plain (MisTableScan *scan, const char **at, MisTableField *field)
{
  const char *end = find_special (scan, *at);

  field->text = *at;
  field->has_escapes = FALSE;
  *at = end;
  if (end < scan->end && *end == '"')
    return fail_field (scan, end,
                       "found a quote inside a field, expected the whole field in quotes, and "
                       "quotes in it doubled");
  if (end > field->text && end[-1] == '\r' && (end == scan->end || *end == '\n'))
    end--;
  while (end > field->text && is_space (scan, end[-1]))
    end--;
  field->length = (guint) (end - field->text);
  return RECORD;
}

/* Room for one more field; those beyond the limit share one, and are only counted. */
static inline MisTableField *
get_field (MisTableScan *scan, guint index)
{
  index = MIN (index, MIS_TABLE_MAX_COLUMNS);
  if (index >= scan->n_allocated)
    {
      scan->n_allocated *= 2;
      scan->fields = g_renew (MisTableField, scan->fields, scan->n_allocated);
    }
  return &scan->fields[index];
}

static Outcome
finish_record (MisTableScan *scan, const char *p, gboolean is_empty)
{
  scan->next = MIN (p + 1, scan->end);
  scan->n_lines = 1;
  return is_empty ? BLANK : RECORD;
}

/* Splits what begins at the record at hand; it must end with a line feed, or be the last one. */
static Outcome
scan_record (MisTableScan *scan)
{
  const char *p = scan->record;
  gboolean is_empty = TRUE;

  scan->has_quotes = scan->has_escapes = FALSE;
  for (guint n = 0;; n++)
    {
      MisTableField *field = get_field (scan, n);
      Outcome outcome;

      while (p < scan->end && is_space (scan, *p))
        p++;
      field->begin = p;
      if (p < scan->end && *p == '"')
        {
          p++;
          outcome = scan_quoted (scan, &p, field);
          is_empty = FALSE;
          scan->has_quotes = TRUE;
        }
      else
        outcome = scan_plain (scan, &p, field);
      if (outcome != RECORD)
        return outcome;
      is_empty = is_empty && field->length == 0;
      scan->has_escapes = scan->has_escapes || field->has_escapes;
      if (p == scan->end && (!scan->at_end || scan->invalid != NULL))
        return MORE;
      scan->n_fields = n + 1;
      if (p == scan->end || *p == '\n')
        return finish_record (scan, p, is_empty);
      if (*p != scan->separator)
        return fail_field (scan, p, "found text behind a closing quote, expected the end of the "
                                    "field");
      p++;
    }
}

/* Doubled quotes become one; only fields that have some are copied. */
static void
unescape (MisTableScan *scan)
{
  guint n = MIN (scan->n_fields, MIS_TABLE_MAX_COLUMNS);

  /* No more than the record, so that nothing moves while fields are put in. */
  g_string_set_size (scan->unescaped, (gsize) (scan->next - scan->record));
  g_string_truncate (scan->unescaped, 0);
  for (guint i = 0; i < n; i++)
    {
      MisTableField *field = &scan->fields[i];
      gsize start = scan->unescaped->len;

      if (!field->has_escapes)
        continue;
      for (guint j = 0; j < field->length; j++)
        {
          g_string_append_c (scan->unescaped, field->text[j]);
          j += field->text[j] == '"' ? 1 : 0;
        }
      field->text = scan->unescaped->str + start;
      field->length = (guint) (scan->unescaped->len - start);
    }
}

/* Line feeds in quotes, so that lines are those that an editor counts. */
static void
count_lines (MisTableScan *scan)
{
  const char *p = scan->record;
  guint64 n = 0;

  while ((p = memchr (p, '\n', (gsize) (scan->next - p))) != NULL)
    {
      n++;
      p++;
    }
  scan->n_lines = MAX (n, 1);
}

gboolean
mis_table_scan_next (MisTableScan *scan)
{
  if (scan->fault != NULL)
    return FALSE;
  scan->record = scan->next;
  scan->line += scan->n_lines;
  scan->row++;
  scan->has_record = FALSE;
  for (;;)
    {
      Outcome outcome = MORE;

      if (scan->record == scan->end && scan->at_end && scan->invalid == NULL)
        return FALSE;
      if (scan->record < scan->end)
        outcome = scan_record (scan);
      if (outcome == FAULT)
        return FALSE;
      if (outcome == MORE)
        {
          scan->n_fields = 0;
          if (scan->invalid != NULL)
            mis_table_window_fail_encoding (scan);
          if (scan->fault != NULL || !mis_table_window_refill (scan))
            return FALSE;
          continue;
        }
      if (scan->has_quotes)
        count_lines (scan);
      if (outcome == RECORD)
        break;
      scan->record = scan->next;
      scan->line += scan->n_lines;
      scan->row++;
    }
  if (scan->has_escapes)
    unescape (scan);
  scan->has_record = TRUE;
  return TRUE;
}

static const char separators[] = ",;\t";

/* The most frequent separator outside quotes up to the end of the first line that has something;
 * %FALSE if more bytes are needed to tell. */
static gboolean
choose_separator (MisTableScan *scan)
{
  guint counts[3] = { 0, 0, 0 };
  gboolean quoted = FALSE, is_blank = TRUE;
  guint best = 0;

  for (const char *p = scan->next;; p++)
    {
      if (p == scan->end && !scan->at_end)
        return FALSE;
      if (p == scan->end || (*p == '\n' && !quoted && !is_blank))
        break;
      quoted = quoted != (*p == '"');
      is_blank = is_blank && strchr (" \t\r\n", *p) != NULL;
      for (guint i = 0; i < 3; i++)
        counts[i] += !quoted && *p == separators[i] ? 1 : 0;
    }
  for (guint i = 1; i < 3; i++)
    best = counts[i] > counts[best] ? i : best;
  scan->separator = separators[best];
  return TRUE;
}

/* The separator that a first line "sep=;" names, as Excel reads and writes it; 0 if there
 * is none. */
static char
find_named_separator (const MisTableScan *scan)
{
  static const char label[] = "sep=";
  const char *p = scan->next;
  gsize length = strlen (label);

  if ((gsize) (scan->end - p) <= length || g_ascii_strncasecmp (p, label, length) != 0)
    return '\0';
  p += length + 1;
  if (p < scan->end && *p == '\r')
    p++;
  if (p < scan->end && *p != '\n')
    return '\0';
  p = scan->next + length;
  return memchr (separators, *p, strlen (separators)) != NULL ? *p : '\0';
}

/* What the table says of its separator, or what its first line shows. */
static gboolean
find_separator (MisTableScan *scan)
{
  char told = scan->is_told ? scan->separator : '\0';
  char named;

  while (!choose_separator (scan))
    if (!mis_table_window_refill (scan))
      return FALSE;
  named = find_named_separator (scan);
  if (named != '\0')
    scan->separator = named;
  if (told != '\0')
    scan->separator = told;
  if (named == '\0')
    return TRUE;
  if (!mis_table_scan_next (scan))
    return FALSE;
  /* A spreadsheet does not show the line. */
  scan->row = 0;
  return TRUE;
}

gboolean
mis_table_scan_header (MisTableScan *scan)
{
  if (!mis_table_window_begin (scan))
    return FALSE;
  if (scan->next < scan->end && *scan->next == '{')
    return mis_table_scan_fail (scan, 0, "",
                                "found \"{\", with which a project begins, expected a table (CSV)");
  if (!find_separator (scan))
    return FALSE;
  if (!mis_table_scan_next (scan))
    return scan->fault == NULL
           && mis_table_scan_fail (scan, 0, "", "found nothing, expected a header row");
  for (guint i = 0; i < MIN (scan->n_fields, MIS_TABLE_MAX_COLUMNS); i++)
    if (memchr (scan->fields[i].text, '\r', scan->fields[i].length) != NULL)
      return mis_table_scan_fail (scan, i, "", "found a carriage return alone, expected lines that "
                                               "end with LF or CRLF: " MIS_SAVE_AS_UTF8);
  return scan->n_fields <= MIS_TABLE_MAX_COLUMNS
         || mis_table_scan_fail (scan, 0, "", "found %u columns, expected at most %u",
                                 scan->n_fields, MIS_TABLE_MAX_COLUMNS);
}
