#include "app/range-words.h"

#include <glib/gi18n.h>

#include "app/parameter-remark.h"
#include "document/set-range.h"
#include "report/number-text.h"

char *
mis_range_end_text (double end)
{
  return mis_number_text (end, MIS_PARAMETER_DECIMALS);
}

/* A number has one value: it is out of one end at most. */
static char *
dup_widened (MisRange set, MisRange range)
{
  g_autofree char *low = mis_range_end_text (set.low);
  g_autofree char *high = mis_range_end_text (set.high);
  g_autofree char *end = mis_range_end_text (range.low < set.low ? range.low : range.high);

  return g_strdup_printf (
      range.low < set.low
          /* Translators: the two ends of a range, and where it begins (or ends) instead */
          ? _ ("The range was set from %s to %s. It now begins at %s, to hold the number.")
          : _ ("The range was set from %s to %s. It now ends at %s, to hold the number."),
      low, high, end);
}

char *
mis_range_words (MisDocument *document, const MisParameter *parameter)
{
  MisWorld *world = mis_document_get_world (document);
  MisRange range, set;
  g_autofree char *low = NULL, *high = NULL;

  if (!mis_parameter_may_be_uncertain (parameter, world))
    return NULL;
  range = mis_parameter_get_range (parameter, world);
  if (range.low == range.high)
    return NULL;
  if (mis_document_is_widened (document, parameter, &set))
    return dup_widened (set, range);
  low = mis_range_end_text (range.low);
  high = mis_range_end_text (range.high);
  /* Translators: the two ends of a range */
  return g_strdup_printf (_ ("Not certain: %s to %s"), low, high);
}
