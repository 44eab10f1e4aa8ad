#include "app/reset-words.h"

#include <glib/gi18n.h>

/* (transfer full) */
static char *
dup_words (const MisParameter *section, const MisWorld *world)
{
  g_autofree char *label = mis_parameter_dup_label (section, world);

  switch (section->section)
    {
    case MIS_SECTION_POPULATION:
      return g_strdup (_("Population reset"));
    case MIS_SECTION_WEIGHTS:
      return g_strdup (_("Weights reset"));
    case MIS_SECTION_CONFLICTS:
      return g_strdup (_("Conflicts reset"));
    case MIS_SECTION_AGENT:
      /* Translators: a group of agents */
      return g_strdup_printf (_("Weights of %s reset"), label);
    case MIS_SECTION_AREA:
      /* Translators: a problem area */
      return g_strdup_printf (_("Conflicts in %s reset"), label);
    case MIS_SECTION_ALL:
    default:
      return g_strdup (_("All numbers reset"));
    }
}

void
mis_offer_undo_of_reset (GtkWidget *widget, const MisParameter *section, const MisWorld *world)
{
  g_autofree char *words = NULL;

  g_return_if_fail (section->kind == MIS_PARAMETER_SECTION);

  words = dup_words (section, world);
  gtk_widget_activate_action (widget, "win.offer-undo", "s", words);
}
