#include "app/number-fault.h"

#include <glib/gi18n.h>
#include <math.h>

#include "report/number-text.h"

char *
mis_number_fault (double value, double low, double high, gboolean whole)
{
  g_autofree char *low_text = mis_count_text ((guint64) low);
  g_autofree char *high_text = mis_count_text ((guint64) high);

  if (value >= low && value <= high && (!whole || value == floor (value)))
    return NULL;
  return g_strdup_printf (whole ? _("Type a whole number from %s to %s.")
                                : _("Type a number from %s to %s."),
                          low_text, high_text);
}
