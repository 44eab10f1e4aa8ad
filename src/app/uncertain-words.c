#include "app/uncertain-words.h"

#include <glib/gi18n.h>

#include "document/ranges.h"
#include "report/number-text.h"
#include "report/uncertain-name.h"

#define MOST_LISTED 4u
#define DECIMALS 3

const char *
mis_no_ranges_text (void)
{
  return _("No weight or conflict of this project has a range yet. In Explore, press “±” beside "
           "the slider of one that you do not know for certain (Ctrl+R).");
}

static void
append (GString *text, MisWorld *world, const MisUncertain *it)
{
  g_autofree char *name = mis_uncertain_name (world, it);
  g_autofree char *low = mis_number_text (it->low, DECIMALS);
  g_autofree char *high = mis_number_text (it->high, DECIMALS);

  g_string_append (text, text->len == 0 ? "" : "\n");
  /* Translators: what is uncertain, and the ends of its range: "Weight of Cars in Speed: 0.3
   * to 0.8" */
  g_string_append_printf (text, _("%s: %s to %s"), name, low, high);
}

/* Whether @experiment varies a number that could have a range. */
static gboolean
varies_numbers (const MisExperiment *experiment)
{
  for (guint i = 0; i < mis_experiment_get_n_variations (experiment); i++)
    switch ((int) mis_experiment_get_variation (experiment, i)->quantity)
      {
      case MIS_QUANTITY_CONFLICT:
      case MIS_QUANTITY_AREA_CONFLICT:
      case MIS_QUANTITY_GOAL_CONFLICT:
      case MIS_QUANTITY_WEIGHT:
        return TRUE;
      default:
        break;
      }
  return FALSE;
}

char *
mis_uncertain_text (const MisExperiment *experiment, MisWorld *world)
{
  g_autoptr (MisUncertainty) uncertainty = mis_uncertainty_new (world);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;
  const MisUncertain *all = mis_uncertainty_list (uncertainty, &n);

  if (n == 0)
    return NULL;
  for (guint i = 0; i < MIN (n, MOST_LISTED); i++)
    append (text, world, &all[i]);
  if (n > MOST_LISTED)
    g_string_append_printf (text, ngettext ("\nand %u more", "\nand %u more", n - MOST_LISTED),
                            n - MOST_LISTED);
  if (experiment->ranges == MIS_RANGES_AS_SET)
    g_string_append_printf (text, "\n%s", _("As set, none of them is drawn from its range."));
  else if (varies_numbers (experiment))
    g_string_append_printf (
      text, "\n%s",
      _("A number that varies in this experiment is not drawn from its range as well."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
