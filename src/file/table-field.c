#include "file/table-field.h"

#include <math.h>

#define MOST_DIGITS 19u   /* that surely fit into 64 bits */
#define QUOTED_LENGTH 60u /* characters of a field in a message */

gboolean
mis_table_field_is_word (const MisTableField *field, const char *word)
{
  return field->length == strlen (word)
         && g_ascii_strncasecmp (field->text, word, field->length) == 0;
}

char *
mis_table_quote (const char *text, gsize length)
{
  const char *end = text;
  guint n = 0;

  if (length == 0)
    return g_strdup ("nothing");
  while (end < text + length && n < QUOTED_LENGTH)
    {
      end = g_utf8_next_char (end);
      n++;
    }
  return g_strdup_printf ("\"%.*s%s\"", (int) (end - text), text,
                          end < text + length ? "\xe2\x80\xa6" : "");
}

char *
mis_table_field_quote (const MisTableField *field)
{
  return mis_table_quote (field->text, field->length);
}

/* A number as it is written: its digits as a whole number, and how many are decimals. */
typedef struct
{
  guint64 mantissa;
  guint n_digits; /* from the first that is not 0 */
  guint n_decimals;
  gboolean is_plain; /* no sign, no exponent */
} Written;

/* Takes up digits from *@at on; returns how many there are. */
static guint
scan_digits (const char **at, const char *end, Written *written)
{
  const char *begin = *at;
  const char *p = begin;

  for (; p < end && *p >= '0' && *p <= '9'; p++)
    {
      written->mantissa = written->mantissa * 10 + (guint64) (*p - '0');
      written->n_digits += (written->mantissa | written->n_digits) != 0 ? 1 : 0;
    }
  *at = p;
  return (guint) (p - begin);
}

/* Behind the "e": digits, perhaps with a sign, up to the end. */
static gboolean
scan_exponent (const char *p, const char *end)
{
  Written exponent = { 0 };

  if (p < end && (*p == '+' || *p == '-'))
    p++;
  return scan_digits (&p, end, &exponent) > 0 && p == end;
}

/* Whether the bytes are a number, and which; the mantissa overflows if there are many digits. */
static gboolean
scan_number (const char *p, const char *end, gboolean comma, Written *written)
{
  guint n_digits;

  *written = (Written) { .is_plain = TRUE };
  if (p < end && (*p == '+' || *p == '-'))
    {
      written->is_plain = FALSE;
      p++;
    }
  n_digits = scan_digits (&p, end, written);
  if (p < end && (*p == '.' || (comma && *p == ',')))
    {
      p++;
      written->n_decimals = scan_digits (&p, end, written);
    }
  if (n_digits + written->n_decimals == 0)
    return FALSE;
  if (p == end)
    return TRUE;
  written->is_plain = FALSE;
  return (*p == 'e' || *p == 'E') && scan_exponent (p + 1, end);
}

static const double exact_powers[]
  = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
      1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

/* mantissa / 10^n_decimals, correctly rounded; %FALSE where that takes more than two tricks. */
static gboolean
divide (const Written *written, double *number)
{
  guint64 mantissa = written->mantissa;

  if (!written->is_plain || written->n_digits > MOST_DIGITS)
    return FALSE;
  /* Both are exact, so the quotient is rounded once (Clinger 1990). */
  if (mantissa <= G_GUINT64_CONSTANT (1) << 53
      && written->n_decimals < G_N_ELEMENTS (exact_powers))
    {
      *number = (double) mantissa / exact_powers[written->n_decimals];
      return TRUE;
    }
#ifdef __SIZEOF_INT128__
  /* 64 binary digits of a number below 1, the last of them standing for all that follow: at least
   * two more than a double has, so rounding them is rounding the number. */
  if (written->n_decimals <= MOST_DIGITS)
    {
      __extension__ typedef unsigned __int128 Wide;
      guint64 power = (guint64) exact_powers[written->n_decimals];
      Wide numerator = (Wide) mantissa << 64;
      guint64 quotient;

      if (mantissa >= power)
        return FALSE;
      quotient = (guint64) (numerator / power);
      if (quotient >> 55 == 0)
        return FALSE;
      quotient |= (Wide) quotient * power != numerator ? 1 : 0;
      *number = (double) quotient * 0x1p-64;
      return TRUE;
    }
#endif
  return FALSE;
}

/* A per cent is an exponent here, so that 12.5 % is the double nearest to 0.125. */
static gboolean
parse_slowly (const char *text, guint length, gboolean is_percent, double *number)
{
  static const char percent[] = "e-2";
  char small[64];
  gsize size = length + sizeof percent;
  char *copy = size <= sizeof small ? small : g_malloc (size);

  memcpy (copy, text, length);
  memcpy (copy + length, is_percent ? percent : "", is_percent ? sizeof percent : 1);
  for (guint i = 0; i < length; i++)
    if (copy[i] == ',')
      copy[i] = '.';
  *number = g_ascii_strtod (copy, NULL);
  if (copy != small)
    g_free (copy);
  return isfinite (*number);
}

/* The end of a text without the spaces before it, also those that do not break a line, as some
 * spreadsheets put them before "%". */
static const char *
skip_spaces_back (const char *begin, const char *end)
{
  static const char *const spaces[] = { " ", "\xc2\xa0", "\xe2\x80\xaf" };

  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    {
      gsize length = strlen (spaces[i]);

      if ((gsize) (end - begin) > length && memcmp (end - length, spaces[i], length) == 0)
        return skip_spaces_back (begin, end - length);
    }
  return end;
}

static gboolean
has_exponent (const char *p, const char *end)
{
  while (p < end && *p != 'e' && *p != 'E')
    p++;
  return p < end;
}

gboolean
mis_table_field_parse_number (const MisTableField *field, gboolean comma, double *number)
{
  const char *p = field->text;
  const char *end = p + field->length;
  gboolean is_percent;
  Written written;

  /* Only what stood in quotes has spaces here. */
  while (p < end && *p == ' ')
    p++;
  end = skip_spaces_back (p, end);
  is_percent = end > p && end[-1] == '%';
  if (is_percent)
    end = skip_spaces_back (p, end - 1);
  if (!scan_number (p, end, comma, &written) || (is_percent && has_exponent (p, end)))
    return FALSE;
  written.n_decimals += is_percent ? 2 : 0;
  return divide (&written, number)
         || parse_slowly (p, (guint) (end - p), is_percent, number);
}

gboolean
mis_table_field_has_comma (const MisTableField *field)
{
  double number;

  return !mis_table_field_parse_number (field, FALSE, &number)
         && mis_table_field_parse_number (field, TRUE, &number);
}

gboolean
mis_table_field_is_percentage (const MisTableField *field, gboolean comma)
{
  double number;

  return field->length > 0 && field->text[field->length - 1] == '%'
         && mis_table_field_parse_number (field, comma, &number);
}

gboolean
mis_table_field_parse_whole (const MisTableField *field, guint64 *number)
{
  guint64 value = 0;

  if (field->length == 0)
    return FALSE;
  for (guint i = 0; i < field->length; i++)
    {
      guint digit = (guint) (guint8) field->text[i] - '0';

      if (digit > 9 || value > (G_MAXUINT64 - digit) / 10)
        return FALSE;
      value = value * 10 + digit;
    }
  *number = value;
  return TRUE;
}

/* How many bytes of a mark that may stand between thousands begin here; 0 if none does. */
static gsize
skip_mark (const char *p, const char *end)
{
  static const char *const marks[]
    = { ".", ",", "'", " ", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x99" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize length = strlen (marks[i]);

      if ((gsize) (end - p) >= length && memcmp (p, marks[i], length) == 0)
        return length;
    }
  return 0;
}

/* (transfer full) (nullable): the digits, if there is a mark before each three of them. */
static char *
dup_ungrouped (const MisTableField *field)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *end = field->text + field->length;
  const char *p = field->text;
  guint n_marks = 0;

  while (p < end)
    {
      gsize mark = digits->len > 0 ? skip_mark (p, end) : 0;
      const char *begin = p + mark;
      const char *most = begin + 3;

      for (p = begin; p < end && p < most && g_ascii_isdigit (*p); p++)
        g_string_append_c (digits, *p);
      if (p == begin || (begin > field->text && (mark == 0 || p < most)))
        return NULL;
      n_marks += mark > 0 ? 1 : 0;
    }
  return n_marks > 0 && digits->str[0] != '0' ? g_strdup (digits->str) : NULL;
}

char *
mis_table_field_expect_whole (const MisTableField *field)
{
  static const char digits[] = "a whole number in digits only";
  g_autofree char *ungrouped = dup_ungrouped (field);

  if (ungrouped == NULL)
    return g_strdup (digits);
  return g_strdup_printf ("%s: if it is grouped by thousands, write \"%s\"", digits, ungrouped);
}

static gboolean
is_all_digits (const MisTableField *field)
{
  gboolean digits = field->length > 0;

  for (guint i = 0; i < field->length; i++)
    digits = digits && g_ascii_isdigit (field->text[i]);
  return digits;
}

/* Whether two fields side by side look like the halves of a number such as 0,93. */
static gboolean
has_torn_number (const MisTableScan *scan)
{
  for (guint i = 0; i + 1 < MIN (scan->n_fields, MIS_TABLE_MAX_COLUMNS); i++)
    if (scan->fields[i].length == 1
        && (*scan->fields[i].text == '0' || *scan->fields[i].text == '1')
        && is_all_digits (&scan->fields[i + 1]))
      return TRUE;
  return FALSE;
}

gboolean
mis_table_field_fail_count (MisTableScan *scan, guint expected)
{
  gboolean torn = scan->separator == ',' && scan->n_fields > expected && has_torn_number (scan);

  return mis_table_scan_fail (
    scan, G_MAXUINT, "", "found %u fields in this row, expected %u as in the header%s",
    scan->n_fields, expected,
    torn ? ": where commas stand between the columns, a number has a point, as in 0.93; save the "
           "table with semicolons to keep decimal commas"
         : "");
}
