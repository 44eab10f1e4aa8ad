#include "report/uncertain-name.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

char *
mis_uncertain_name (const MisWorld *world, const MisUncertain *it)
{
  MisArea *area = mis_world_get_area (world, it->area);

  if (it->agent >= 0)
    /* Translators: a group of agents, and a problem area */
    return g_strdup_printf (TEXT ("Weight of %s in %s"),
                            mis_world_get_agent (world, (guint) it->agent)->name,
                            mis_area_get_name (area));
  if (it->g < 0 || it->h < 0 || mis_area_get_n_goals (area) == 2)
    /* Translators: a problem area */
    return g_strdup_printf (TEXT ("Conflict in %s"), mis_area_get_name (area));
  /* Translators: a problem area, and two goals in it */
  return g_strdup_printf (TEXT ("Conflict in %s: %s against %s"), mis_area_get_name (area),
                          mis_area_get_goal_name (area, it->g),
                          mis_area_get_goal_name (area, it->h));
}

/* Whether the goals of @variation are those of @it, in whatever order. */
static gboolean
has_goals (const MisVariation *variation, const MisArea *area, const MisUncertain *it)
{
  int g = mis_area_find_goal (area, variation->ids[1]);
  int h = mis_area_find_goal (area, variation->ids[2]);

  return (g == it->g && h == it->h) || (g == it->h && h == it->g);
}

static gboolean
sets (const MisVariation *variation, const MisWorld *world, const MisUncertain *it)
{
  const MisArea *area = mis_world_get_area (world, it->area);
  const char *id = mis_area_get_id (area);

  switch ((int) variation->quantity)
    {
    case MIS_QUANTITY_CONFLICT:
      return it->agent < 0;
    case MIS_QUANTITY_AREA_CONFLICT:
      return it->agent < 0 && strcmp (variation->ids[0], id) == 0;
    case MIS_QUANTITY_GOAL_CONFLICT:
      return it->agent < 0 && strcmp (variation->ids[0], id) == 0
             && has_goals (variation, area, it);
    case MIS_QUANTITY_WEIGHT:
      return it->agent >= 0 && mis_world_find_agent (world, variation->ids[0]) == it->agent
             && strcmp (variation->ids[1], id) == 0;
    default:
      return FALSE;
    }
}

gboolean
mis_uncertain_is_varied (const MisExperiment *experiment,
                         const MisWorld *world,
                         const MisUncertain *it)
{
  for (guint i = 0; i < mis_experiment_get_n_variations (experiment); i++)
    if (sets (mis_experiment_get_variation (experiment, i), world, it))
      return TRUE;
  return FALSE;
}
