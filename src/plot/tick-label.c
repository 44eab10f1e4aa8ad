/* The text of a tick: plain, as a percentage, or with a power of ten; a point whatever
 * the locale. */
#include <math.h>
#include <string.h>

#include "plot/ticks.h"

#define MINUS "\u2212"

/* Enough for 300 digits before the point and 15 behind it. */
#define BUFFER_SIZE 512

static void
append_superscript (GString *label, int exponent)
{
  static const char *const digits[] = { "\u2070", "\u00b9", "\u00b2", "\u00b3", "\u2074",
                                        "\u2075", "\u2076", "\u2077", "\u2078", "\u2079" };
  g_autofree char *plain = g_strdup_printf ("%d", ABS (exponent));

  if (exponent < 0)
    g_string_append (label, "\u207b");
  for (const char *at = plain; *at != '\0'; at++)
    g_string_append (label, digits[*at - '0']);
}

static void
append_with_exponent (GString *label, double size)
{
  char buffer[BUFFER_SIZE];
  char *mark, *end;

  g_ascii_formatd (buffer, sizeof buffer, "%.11e", size);
  mark = strchr (buffer, 'e');
  for (end = mark; end[-1] == '0'; end--)
    ;
  if (end[-1] == '.')
    end--;
  g_string_append_len (label, buffer, end - buffer);
  g_string_append (label, "\u00d710");
  append_superscript (label, (int)g_ascii_strtoll (mark + 1, NULL, 10));
}

/* Whether no digit but 0 is shown, so that a sign would say nothing. */
static gboolean
reads_as_zero (const char *digits)
{
  return strspn (digits, "0.") == strlen (digits);
}

char *
mis_number_to_label (double value, int decimals, MisNumberFormat format)
{
  char buffer[BUFFER_SIZE];
  char pattern[8];
  GString *label;

  if (!isfinite (value))
    return g_strdup ("\u2013");
  label = g_string_new (NULL);
  if (format == MIS_NUMBER_PERCENT)
    {
      value *= 100;
      decimals = decimals < 0 ? -1 : MAX (0, decimals - 2);
    }
  if (decimals < 0 && value != 0)
    append_with_exponent (label, fabs (value));
  else
    {
      g_snprintf (pattern, sizeof pattern, "%%.%df", CLAMP (decimals, 0, 15));
      g_string_append (label, g_ascii_formatd (buffer, sizeof buffer, pattern, fabs (value)));
    }
  if (value < 0 && !reads_as_zero (label->str))
    g_string_prepend (label, MINUS);
  if (format == MIS_NUMBER_PERCENT)
    g_string_append (label, "\u00a0%");
  return g_string_free (label, FALSE);
}

char *
mis_ticks_format (const MisTicks *ticks, guint index, MisNumberFormat format)
{
  g_return_val_if_fail (ticks != NULL && index < ticks->n, NULL);
  return mis_number_to_label (ticks->values[index], ticks->decimals, format);
}
