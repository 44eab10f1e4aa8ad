#include "core/local-number.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "core/number.h"

char *
mis_number_text_polish (char *text)
{
  GString *polished = g_string_new (text);

  g_free (text);
  if (polished->str[0] != '-')
    return g_string_free (polished, FALSE);
  if (strpbrk (polished->str, "123456789") == NULL)
    g_string_erase (polished, 0, 1);
  else
    g_string_replace (polished, "-", "\u2212", 1);
  return g_string_free (polished, FALSE);
}

char *
mis_exact_text (double value)
{
  char buffer[MIS_NUMBER_SIZE];
  g_auto (GStrv) parts = g_strsplit (mis_number_format (value, buffer), ".", 2);

  return mis_number_text_polish (g_strjoinv (localeconv ()->decimal_point, parts));
}

char *
mis_count_text (guint64 count)
{
  return g_strdup_printf ("%'" G_GUINT64_FORMAT, count);
}

/* Without spaces at either end, those that do not break either, as they stand before "%". */
static void
trim (GString *text)
{
  const char *begin = text->str;
  const char *end = text->str + text->len;

  while (g_unichar_isspace (g_utf8_get_char (begin)))
    begin = g_utf8_next_char (begin);
  while (end > begin && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  g_string_truncate (text, (gsize) (end - text->str));
  g_string_erase (text, 0, begin - text->str);
}

gboolean
mis_number_from_text (const char *text, double *value)
{
  g_autoptr (GString) trimmed = g_string_new (text);
  gboolean percent;

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  trim (trimmed);
  percent = g_str_has_suffix (trimmed->str, "%");
  if (percent)
    {
      g_string_truncate (trimmed, trimmed->len - 1);
      trim (trimmed);
    }
  g_string_replace (trimmed, localeconv ()->decimal_point, ".", 0);
  g_strdelimit (trimmed->str, ",", '.');
  if (!mis_number_parse (trimmed->str, value))
    return FALSE;
  if (percent)
    *value /= 100.0;
  return TRUE;
}

/* The character that may set thousands apart at the start of @text; 0 if there is none. */
static gunichar
thousands_sign (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return c == ',' || c == '.' || c == '\'' || c == 0x2019 || g_unichar_isspace (c) ? c : 0;
}

/* Whether @text is up to three digits, then groups of three behind one and the same sign. */
static gboolean
read_groups (const char *text, GString *digits)
{
  gunichar sign = 0;
  gsize group = strspn (text, "0123456789");

  g_string_append_len (digits, text, (gssize) group);
  text += group;
  if (group == 0 || group > 3 || *text == '\0')
    return FALSE;
  for (; *text != '\0'; text += 3)
    {
      gunichar found = thousands_sign (text);

      if (found == 0 || (sign != 0 && found != sign))
        return FALSE;
      sign = found;
      text = g_utf8_next_char (text);
      if (strspn (text, "0123456789") < 3)
        return FALSE;
      g_string_append_len (digits, text, 3);
    }
  return TRUE;
}

gboolean
mis_count_from_text (const char *text, double *value)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autoptr (GString) digits = g_string_new (NULL);

  if (g_utf8_validate (trimmed, -1, NULL) && read_groups (trimmed, digits))
    return mis_number_parse (digits->str, value);
  return mis_number_from_text (trimmed, value) && *value == floor (*value);
}
