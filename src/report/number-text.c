#include "report/number-text.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

char *
mis_number_text_fixed (double value, guint decimals)
{
  return mis_number_text_polish (g_strdup_printf ("%.*f", (int) decimals, value));
}

char *
mis_number_text (double value, guint decimals)
{
  char *text = g_strdup_printf ("%.*f", (int) decimals, value);
  const char *sign = localeconv ()->decimal_point; /* may be several bytes long */
  gsize length = strlen (text);

  while (decimals > 0 && text[length - 1] == '0')
    text[--length] = '\0';
  /* The decimal sign goes too, once nothing stands behind it. */
  if (decimals > 0 && g_str_has_suffix (text, sign))
    text[length - strlen (sign)] = '\0';
  return mis_number_text_polish (text);
}

/* With @least decimals, or as many as it takes to show two digits that count. */
static char *
telling_text (double value, int least)
{
  const int most = 6;
  int decimals = least;

  if (value > 0.0 && value < pow (10.0, 1 - least))
    decimals = CLAMP (1 - (int) floor (log10 (value)), least, most);
  return mis_number_text_fixed (value, (guint) decimals);
}

char *
mis_score_text (double value)
{
  return telling_text (value, 3);
}

char *
mis_expected_text (double value)
{
  return telling_text (value, 2);
}

char *
mis_percent_text (double fraction)
{
  double percent = 100.0 * fraction;
  guint decimals = percent >= 10.0 || percent == round (percent) ? 0 : percent >= 1.0 ? 1 : 2;
  g_autofree char *number = mis_number_text (percent, decimals);

  /* Translators: a percentage; the space is a narrow one that does not break */
  return g_strdup_printf (_("%s\u202f%%"), number);
}

char *
mis_seconds_text (double seconds)
{
  const double minute = 60.0, hour = 60.0 * minute;
  double value = seconds < 1.5 * minute ? seconds : seconds < 1.5 * hour ? seconds / minute
                                                                         : seconds / hour;
  g_autofree char *number = mis_number_text (value, value >= 9.95 ? 0 : seconds >= 0.95 ? 1 : 2);

  if (seconds < 0.01)
    return g_strdup (_("less than 0.01 s"));
  /* Translators: seconds, minutes and hours; the space is a narrow one that does not break */
  return seconds < 1.5 * minute ? g_strdup_printf (_("%s\u202fs"), number)
         : seconds < 1.5 * hour ? g_strdup_printf (_("%s\u202fmin"), number)
                                : g_strdup_printf (_("%s\u202fh"), number);
}
