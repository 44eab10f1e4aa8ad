#include "core/number.h"

#include <math.h>
#include <string.h>

#include "core/error.h"
#include "core/limits.h"

const char *
mis_number_format (double value, char *buffer)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };

  g_return_val_if_fail (isfinite (value), NULL);

  if (value == 0.0)
    return strcpy (buffer, "0");

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, MIS_NUMBER_SIZE, formats[i], value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  return buffer;
}

gboolean
mis_number_parse (const char *text, double *value)
{
  char *end = NULL;
  double number;

  g_return_val_if_fail (text != NULL, FALSE);

  if (*text == '\0' || strspn (text, "+-.0123456789eE") != strlen (text))
    return FALSE;
  number = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !isfinite (number))
    return FALSE;
  *value = number;
  return TRUE;
}

static void
set_range_error (double value, const char *expected, GError **error)
{
  char buffer[MIS_NUMBER_SIZE];

  g_set_error (error, MIS_ERROR, MIS_ERROR_RANGE, "found %s, expected %s",
               isfinite (value) ? mis_number_format (value, buffer) : "no finite number", expected);
}

gboolean
mis_check_probability (double value, GError **error)
{
  if (value >= 0.0 && value <= 1.0)
    return TRUE;
  set_range_error (value, "a number from 0 to 1", error);
  return FALSE;
}

gboolean
mis_check_range (double low, double value, double high, GError **error)
{
  char low_text[MIS_NUMBER_SIZE], value_text[MIS_NUMBER_SIZE], high_text[MIS_NUMBER_SIZE];

  if (!mis_check_probability (low, error) || !mis_check_probability (value, error)
      || !mis_check_probability (high, error))
    return FALSE;
  if (low <= value && value <= high)
    return TRUE;
  g_set_error (error, MIS_ERROR, MIS_ERROR_RANGE,
               "found low %s, value %s, high %s, expected low <= value <= high",
               mis_number_format (low, low_text), mis_number_format (value, value_text),
               mis_number_format (high, high_text));
  return FALSE;
}

gboolean
mis_check_count (guint64 count, GError **error)
{
  if (count <= MIS_MAX_COUNT)
    return TRUE;
  g_set_error (error, MIS_ERROR, MIS_ERROR_RANGE,
               "found %" G_GUINT64_FORMAT ", expected a whole number from 0 to %" G_GUINT64_FORMAT,
               count, MIS_MAX_COUNT);
  return FALSE;
}
