/* What moving a number is called among the steps to undo. */
#include "document/parameter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/local-number.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

/* As many digits as the sliders show. */
#define SHOWN 1e4

/* Rounded before it is written: a third has no end. */
static char *
dup_value (const MisParameter *self, const MisWorld *world)
{
  double value = mis_parameter_get_value (self, world);

  return mis_parameter_is_count (self) ? mis_count_text ((guint64) value)
                                       : mis_exact_text (round (value * SHOWN) / SHOWN);
}

static char *
dup_agent_action (const MisParameter *self, const MisWorld *world, const char *value)
{
  const char *agent = mis_world_get_agent (world, self->agent)->name;

  if (self->kind == MIS_PARAMETER_SHARE)
    /* Translators: a step to undo; a group, a number */
    return g_strdup_printf (TEXT ("Set Share of %s to %s"), agent, value);
  if (self->kind == MIS_PARAMETER_COUNT)
    /* Translators: a step to undo; a group, a number */
    return g_strdup_printf (TEXT ("Set Count of %s to %s"), agent, value);
  /* Translators: a step to undo; a group, a problem area, a number */
  return g_strdup_printf (TEXT ("Set Weight of %s in %s to %s"), agent,
                          mis_area_get_name (mis_world_get_area (world, self->area)), value);
}

static char *
dup_conflict_action (const MisParameter *self, const MisWorld *world, const char *value)
{
  const MisArea *area = mis_world_get_area (world, self->area);

  if (self->kind == MIS_PARAMETER_AREA_CONFLICT)
    /* Translators: a step to undo; a problem area, a number */
    return g_strdup_printf (TEXT ("Set All Conflicts in %s to %s"), mis_area_get_name (area),
                            value);
  /* Translators: a step to undo; two goals, a number */
  return g_strdup_printf (TEXT ("Set Conflict of %s with %s to %s"),
                          mis_area_get_goal_name (area, self->g),
                          mis_area_get_goal_name (area, self->h), value);
}

char *
mis_parameter_dup_action (const MisParameter *self, const MisWorld *world)
{
  g_autofree char *value = dup_value (self, world);

  switch (self->kind)
    {
    case MIS_PARAMETER_POPULATION:
      /* Translators: a step to undo; a number */
      return g_strdup_printf (TEXT ("Set Number of Agents to %s"), value);
    case MIS_PARAMETER_SHARE:
    case MIS_PARAMETER_COUNT:
    case MIS_PARAMETER_WEIGHT:
      return dup_agent_action (self, world, value);
    case MIS_PARAMETER_AREA_CONFLICT:
    case MIS_PARAMETER_CONFLICT:
      return dup_conflict_action (self, world, value);
    case MIS_PARAMETER_SECTION:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}
