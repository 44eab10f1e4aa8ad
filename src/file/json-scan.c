#include "file/json-scan.h"

#include <math.h>
#include <string.h>

#include "file/json-text.h"

/* The largest whole number up to which a double holds every one: 2^53 - 1, of 16 digits. */
#define LARGEST_WHOLE G_GUINT64_CONSTANT (9007199254740991)
#define LARGEST_WHOLE_DIGITS 16
/* Numbers with fewer digits before the point, and without exponent, are finite for sure. */
#define SAFE_DIGITS 300

void
mis_json_scan_init (MisJsonScan *scan, const char *text, gsize length)
{
  *scan = (MisJsonScan) { .text = text, .length = length };
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    scan->at = 3;
}

static MisFault *
fault_from_note (const MisJsonScan *scan)
{
  g_autofree char *place = mis_json_get_place (scan->text, scan->length, scan->note_at);
  guint64 line, column;

  mis_json_get_position (scan->text, scan->note_at, &line, &column);
  return mis_fault_new (MIS_FILE_ERROR_PROJECT, line, column, place, scan->note);
}

MisFault *
mis_json_scan_end (MisJsonScan *scan)
{
  MisFault *fault = g_steal_pointer (&scan->syntax);

  if (fault == NULL && scan->note != NULL)
    fault = fault_from_note (scan);
  g_clear_pointer (&scan->note, g_free);
  return fault;
}

static gboolean
fail_with (MisJsonScan *scan, gsize at, const char *message)
{
  guint64 line, column;

  mis_json_get_position (scan->text, at, &line, &column);
  scan->syntax = mis_fault_new (MIS_FILE_ERROR_SYNTAX, line, column, "", message);
  return FALSE;
}

gboolean
mis_json_scan_fail (MisJsonScan *scan, gsize at, const char *expected)
{
  g_autofree char *found = mis_json_describe (scan->text, scan->length, at);
  g_autofree char *message = g_strdup_printf ("found %s, expected %s", found, expected);

  return fail_with (scan, at, message);
}

void
mis_json_scan_note (MisJsonScan *scan, gsize at, const char *message)
{
  if (scan->note != NULL && scan->note_at <= at)
    return;
  g_free (scan->note);
  scan->note = g_strdup (message);
  scan->note_at = at;
}

void
mis_json_scan_space (MisJsonScan *scan)
{
  while (scan->at < scan->length)
    {
      char c = scan->text[scan->at];

      if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
        return;
      scan->at++;
    }
}

/* The four hexadecimal digits at @at, or -1. */
static int
read_hexadecimal (const MisJsonScan *scan, gsize at)
{
  int value = 0;

  if (scan->length < 4 || at > scan->length - 4)
    return -1;
  for (gsize i = at; i < at + 4; i++)
    {
      if (!g_ascii_isxdigit (scan->text[i]))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (scan->text[i]);
    }
  return value;
}

/* Whether "\u" with the second half of a surrogate pair stands at @at. */
static gboolean
is_second_half (const MisJsonScan *scan, gsize at)
{
  int code;

  if (at + 6 > scan->length || scan->text[at] != '\\' || scan->text[at + 1] != 'u')
    return FALSE;
  code = read_hexadecimal (scan, at + 2);
  return code >= 0xdc00 && code <= 0xdfff;
}

/* scan->at is at the backslash of "\u". */
static gboolean
scan_unicode_escape (MisJsonScan *scan)
{
  gsize at = scan->at;
  int code = read_hexadecimal (scan, at + 2);

  if (code < 0)
    return fail_with (scan, at,
                      "found \"\\u\" without four hexadecimal digits behind it, expected as in "
                      "\"\\u00e9\"");
  scan->at += 6;
  if (code == 0)
    mis_json_scan_note (scan, at, "found the character U+0000 in a text, expected none");
  else if (code >= 0xd800 && code <= 0xdbff && is_second_half (scan, scan->at))
    scan->at += 6;
  else if (code >= 0xd800 && code <= 0xdfff)
    mis_json_scan_note (scan, at, "found half of a surrogate pair in a text, expected both halves");
  return TRUE;
}

static gboolean
scan_escape (MisJsonScan *scan)
{
  gsize at = scan->at + 1;

  if (at < scan->length && scan->text[at] == 'u')
    return scan_unicode_escape (scan);
  if (at >= scan->length || scan->text[at] == '\0' || strchr ("\"\\/bfnrt", scan->text[at]) == NULL)
    return mis_json_scan_fail (scan, at,
                               "one of \" \\ / b f n r t u behind the backslash in a text");
  scan->at += 2;
  return TRUE;
}

static gboolean
scan_character (MisJsonScan *scan)
{
  const char *p = scan->text + scan->at;
  gsize left = scan->length - scan->at;
  gunichar c = g_utf8_get_char_validated (p, (gssize) MIN (left, 6));

  if ((guchar) *p < 0x20)
    return mis_json_scan_fail (scan, scan->at,
                               *p == '\n' ? "the closing quote of the text, or \"\\n\""
                                          : "no control character in a text, but its escape");
  if (c == (gunichar) -1 || c == (gunichar) -2)
    return mis_json_scan_fail (scan, scan->at, "UTF-8: save the file as UTF-8");
  scan->at += (gsize) (g_utf8_next_char (p) - p);
  return TRUE;
}

gboolean
mis_json_scan_string (MisJsonScan *scan, gboolean *has_escapes)
{
  *has_escapes = FALSE;
  for (scan->at++; scan->at < scan->length;)
    {
      guchar c = (guchar) scan->text[scan->at];

      if (c == '"')
        {
          scan->at++;
          return TRUE;
        }
      if (c == '\\')
        {
          *has_escapes = TRUE;
          if (!scan_escape (scan))
            return FALSE;
        }
      else if (c >= 0x20 && c < 0x80)
        scan->at++;
      else if (!scan_character (scan))
        return FALSE;
    }
  return mis_json_scan_fail (scan, scan->at, "the closing quote of the text");
}

static gsize
scan_digits (MisJsonScan *scan)
{
  gsize first = scan->at;

  while (scan->at < scan->length && g_ascii_isdigit (scan->text[scan->at]))
    scan->at++;
  return scan->at - first;
}

static gboolean
is_at (const MisJsonScan *scan, const char *characters)
{
  return scan->at < scan->length && scan->text[scan->at] != '\0'
         && strchr (characters, scan->text[scan->at]) != NULL;
}

static gboolean
scan_whole_part (MisJsonScan *scan, gsize *n_digits)
{
  gsize first;

  if (is_at (scan, "-"))
    scan->at++;
  first = scan->at;
  *n_digits = scan_digits (scan);
  if (*n_digits == 0)
    return mis_json_scan_fail (scan, scan->at, "a digit");
  if (*n_digits > 1 && scan->text[first] == '0')
    return fail_with (scan, first, "found a number with a leading zero, expected one without");
  return TRUE;
}

static gboolean
scan_fraction (MisJsonScan *scan)
{
  if (!is_at (scan, "."))
    return TRUE;
  scan->at++;
  return scan_digits (scan) > 0 || mis_json_scan_fail (scan, scan->at, "a digit behind the point");
}

static gboolean
scan_exponent (MisJsonScan *scan)
{
  if (!is_at (scan, "eE"))
    return TRUE;
  scan->at++;
  if (is_at (scan, "+-"))
    scan->at++;
  return scan_digits (scan) > 0 || mis_json_scan_fail (scan, scan->at, "a digit of the exponent");
}

static void
check_whole (MisJsonScan *scan, gsize first, gsize n_digits)
{
  char digits[LARGEST_WHOLE_DIGITS + 1] = { 0 };

  if (n_digits < LARGEST_WHOLE_DIGITS)
    return;
  if (n_digits == LARGEST_WHOLE_DIGITS)
    {
      memcpy (digits, scan->text + scan->at - n_digits, n_digits);
      if (g_ascii_strtoull (digits, NULL, 10) <= LARGEST_WHOLE)
        return;
    }
  mis_json_scan_note (scan, first,
                      "found a whole number of too many digits, expected at most 9007199254740991");
}

static void
check_finite (MisJsonScan *scan, gsize first)
{
  g_autofree char *number = g_strndup (scan->text + first, scan->at - first);

  if (!isfinite (g_ascii_strtod (number, NULL)))
    mis_json_scan_note (scan, first,
                        "found a number beyond 1.7976931348623157e308, expected a smaller one");
}

gboolean
mis_json_scan_number (MisJsonScan *scan)
{
  gsize first = scan->at;
  gsize n_digits, whole_end, point_end;

  if (!scan_whole_part (scan, &n_digits))
    return FALSE;
  whole_end = scan->at;
  if (!scan_fraction (scan))
    return FALSE;
  point_end = scan->at;
  if (!scan_exponent (scan))
    return FALSE;
  if (scan->at == whole_end)
    check_whole (scan, first, n_digits);
  else if (scan->at != point_end || n_digits > SAFE_DIGITS)
    check_finite (scan, first);
  return TRUE;
}

gboolean
mis_json_scan_word (MisJsonScan *scan)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if (scan->length - scan->at < length
          || memcmp (scan->text + scan->at, words[i], length) != 0)
        continue;
      scan->at += length;
      return TRUE;
    }
  return FALSE;
}
