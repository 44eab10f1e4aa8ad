#include "file/table-window.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "file/table-bytes.h"

#define WINDOW ((gsize) 256 * 1024)

/* Moves the end of the valid bytes up to @end, or to the first that is no text. */
static void
check_text (MisTableScan *scan, const char *end)
{
  const char *invalid = mis_find_invalid (scan->end, end);
  gsize left = (gsize) (end - invalid);

  scan->end = invalid;
  scan->n_unchecked = left;
  if (left == 0)
    return;
  /* The beginning of a character whose other bytes are still to come. */
  if (!scan->at_end && left < 4 && *invalid != '\0'
      && g_utf8_get_char_validated (invalid, (gssize) left) == (gunichar) -2)
    return;
  scan->invalid = invalid;
  scan->at_end = TRUE;
}

static void
scan_init (MisTableScan *scan, int fd)
{
  *scan = (MisTableScan) { .separator = ',', .fd = fd, .n_allocated = 16,
                           .most_listed = MIS_FAULT_MAX_LISTED };
  scan->fields = g_new (MisTableField, scan->n_allocated);
  scan->unescaped = g_string_new (NULL);
}

void
mis_table_scan_init_memory (MisTableScan *scan, const char *text, gsize length)
{
  scan_init (scan, -1);
  scan->record = scan->next = scan->end = text;
  scan->at_end = TRUE;
  scan->n_bytes = length;
  check_text (scan, text + length);
}

void
mis_table_scan_init_file (MisTableScan *scan, int fd)
{
  scan_init (scan, fd);
  scan->window_size = WINDOW;
  scan->window = g_malloc (scan->window_size);
  scan->record = scan->next = scan->end = scan->window;
}

void
mis_table_scan_set_separator (MisTableScan *scan, char separator)
{
  scan->separator = separator;
  scan->is_told = TRUE;
}

/* The first of all faults, with the others in it. */
static MisFault *
collect_faults (MisTableScan *scan)
{
  MisFault *first = NULL;

  if (scan->aside == NULL)
    return g_steal_pointer (&scan->fault);
  if (scan->fault != NULL && scan->aside->len < scan->most_listed)
    g_ptr_array_add (scan->aside, g_steal_pointer (&scan->fault));
  first = g_ptr_array_steal_index (scan->aside, 0);
  first->n_more = scan->n_aside - MIN (scan->n_aside, scan->most_listed)
                  + (scan->fault != NULL ? 1 : 0);
  first->others = g_steal_pointer (&scan->aside);
  g_clear_pointer (&scan->fault, mis_fault_free);
  return first;
}

MisFault *
mis_table_scan_end (MisTableScan *scan)
{
  g_clear_pointer (&scan->fields, g_free);
  g_clear_pointer (&scan->window, g_free);
  g_string_free (scan->unescaped, TRUE);
  return collect_faults (scan);
}

/* The fault that was set aside before and is like the one at hand; %NULL if there is none. */
static MisFault *
find_alike (const MisTableScan *scan)
{
  for (guint i = 0; i < scan->aside->len && !scan->lists_alike; i++)
    if (mis_fault_is_alike (g_ptr_array_index (scan->aside, i), scan->fault))
      return g_ptr_array_index (scan->aside, i);
  return NULL;
}

static void
keep_fault (MisTableScan *scan)
{
  MisFault *alike = find_alike (scan);

  if (alike != NULL)
    alike->n_alike++;
  else if (scan->n_aside++ < scan->most_listed)
    g_ptr_array_add (scan->aside, g_steal_pointer (&scan->fault));
  g_clear_pointer (&scan->fault, mis_fault_free);
}

gboolean
mis_table_scan_set_aside (MisTableScan *scan)
{
  if (scan->fault == NULL || scan->fault->code != MIS_FILE_ERROR_TABLE || !scan->has_record
      || scan->n_aside + 1 >= scan->most_listed + MIS_FAULT_MAX_MORE)
    return FALSE;
  if (scan->aside == NULL)
    scan->aside = g_ptr_array_new_with_free_func ((GDestroyNotify) mis_fault_free);
  keep_fault (scan);
  return TRUE;
}

char *
mis_table_scan_name_cell (guint field, guint64 row)
{
  GString *name = g_string_new (NULL);

  for (guint left = field + 1; left > 0; left = (left - 1) / 26)
    g_string_prepend_c (name, (char) ('A' + (left - 1) % 26));
  g_string_append_printf (name, "%" G_GUINT64_FORMAT, row);
  return g_string_free (name, FALSE);
}

guint64
mis_table_scan_get_n_bytes (const MisTableScan *scan)
{
  return scan->n_bytes;
}

/* Line and column of a byte of the record at hand. */
static void
find_place (const MisTableScan *scan, const char *at, guint64 *line, guint64 *column)
{
  const char *start = scan->record;

  *line = scan->line;
  *column = 1;
  for (const char *p = scan->record; p < at; p++)
    if (*p == '\n')
      {
        *line += 1;
        start = p + 1;
      }
  for (const char *p = start; p < at; p++)
    *column += (*p & 0xc0) != 0x80 ? 1 : 0;
}

gboolean
mis_table_window_fail_at (
  MisTableScan *scan, MisFileError code, const char *at, const char *place, const char *text)
{
  guint64 line, column;

  find_place (scan, at, &line, &column);
  if (scan->fault == NULL)
    scan->fault = mis_fault_new (code, line, column, place, text);
  return FALSE;
}

guint64
mis_table_scan_get_column (const MisTableScan *scan, guint field)
{
  guint64 line, column;

  find_place (scan, field < scan->n_fields ? scan->fields[field].begin : scan->record, &line,
              &column);
  return column;
}

gboolean
mis_table_scan_fail (MisTableScan *scan, guint field, const char *place, const char *format, ...)
{
  gboolean is_there = field < MIN (scan->n_fields, MIS_TABLE_MAX_COLUMNS);
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (scan->fault != NULL)
    return FALSE;
  mis_table_window_fail_at (scan, MIS_FILE_ERROR_TABLE,
                            is_there ? scan->fields[field].begin : scan->record, place, message);
  if (!is_there)
    return FALSE;
  scan->fault->cell = mis_table_scan_name_cell (field, scan->row);
  scan->fault->found = g_strndup (scan->fields[field].text, scan->fields[field].length);
  return FALSE;
}

void
mis_table_window_fail_encoding (MisTableScan *scan)
{
  g_autofree char *message = NULL;

  if (*scan->invalid == '\0')
    message = g_strdup ("found a NUL byte, expected text in UTF-8: " MIS_SAVE_AS_UTF8);
  else
    message = g_strdup_printf ("found the byte 0x%02X, which is not UTF-8, expected text in UTF-8: "
                               MIS_SAVE_AS_UTF8, (guint) (guint8) *scan->invalid);
  mis_table_window_fail_at (scan, MIS_FILE_ERROR_TABLE, scan->invalid, "", message);
}

/* Makes room behind the bytes that are still needed: from the record at hand on. */
static gboolean
make_room (MisTableScan *scan)
{
  gsize kept = (gsize) (scan->end - scan->record) + scan->n_unchecked;

  if (kept >= MIS_TABLE_MAX_RECORD)
    return mis_table_window_fail_at (scan, MIS_FILE_ERROR_LIMIT, scan->record, "",
                    "found more than 8 MiB without the end of a line, expected shorter lines");
  if (kept < scan->window_size / 2)
    memmove (scan->window, scan->record, kept);
  else
    {
      char *larger = g_malloc (2 * scan->window_size);

      memcpy (larger, scan->record, kept);
      g_free (scan->window);
      scan->window = larger;
      scan->window_size *= 2;
    }
  scan->record = scan->next = scan->window;
  scan->end = scan->window + kept - scan->n_unchecked;
  return TRUE;
}

gboolean
mis_table_window_refill (MisTableScan *scan)
{
  char *free_bytes;
  ssize_t n;

  if (!make_room (scan))
    return FALSE;
  free_bytes = scan->window + (scan->end - scan->window) + scan->n_unchecked;
  do
    n = read (scan->fd, free_bytes, scan->window_size - (gsize) (free_bytes - scan->window));
  while (n < 0 && errno == EINTR);
  if (n < 0)
    {
      scan->fault = mis_fault_new (MIS_FILE_ERROR_IO, 0, 0, "", g_strerror (errno));
      return FALSE;
    }
  scan->n_bytes += (guint64) n;
  scan->at_end = n == 0;
  check_text (scan, free_bytes + n);
  return TRUE;
}

/* All of the window, or of a small file, so that what it begins with can be told. */
static gboolean
fill_window (MisTableScan *scan)
{
  while (!scan->at_end && (gsize) (scan->end - scan->window) < 4)
    if (!mis_table_window_refill (scan))
      return FALSE;
  return TRUE;
}

static gboolean
check_beginning (MisTableScan *scan)
{
  const guint8 *bytes = (const guint8 *) scan->next;
  gsize n = (gsize) (scan->end - scan->next) + scan->n_unchecked;

  if (n >= 2 && ((bytes[0] == 0xff && bytes[1] == 0xfe) || (bytes[0] == 0xfe && bytes[1] == 0xff)
                 || (bytes[0] == 0) != (bytes[1] == 0)))
    {
      scan->fault = mis_fault_new (MIS_FILE_ERROR_TABLE, 1, 1, "",
                                   "found UTF-16, expected UTF-8: " MIS_SAVE_AS_UTF8);
      return FALSE;
    }
  if (n >= 4 && memcmp (bytes, "PK\x03\x04", 4) == 0)
    {
      scan->fault = mis_fault_new (MIS_FILE_ERROR_TABLE, 1, 1, "",
                                   "found a file of a spreadsheet, expected a table (CSV): "
                                   MIS_SAVE_AS_UTF8 " first");
      return FALSE;
    }
  if (n >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    scan->record = scan->next = scan->next + 3;
  return TRUE;
}

gboolean
mis_table_window_begin (MisTableScan *scan)
{
  scan->line = 1;
  return fill_window (scan) && check_beginning (scan);
}
