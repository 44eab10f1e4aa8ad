#include "document/parameter-range.h"

#include <glib/gi18n-lib.h>

#include "core/edit.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

gboolean
mis_parameter_may_be_uncertain (const MisParameter *self, const MisWorld *world)
{
  if (!mis_parameter_exists (self, world))
    return FALSE;
  if (self->kind == MIS_PARAMETER_WEIGHT)
    return mis_world_get_position (world, self->agent, self->area).goal != MIS_UNKNOWN;
  return self->kind == MIS_PARAMETER_CONFLICT;
}

static MisConflict
get_conflict (const MisParameter *self, const MisWorld *world)
{
  return mis_area_get_conflict (mis_world_get_area (world, self->area), self->g, self->h);
}

MisRange
mis_parameter_get_range (const MisParameter *self, const MisWorld *world)
{
  double value = mis_parameter_get_value (self, world);

  if (!mis_parameter_may_be_uncertain (self, world))
    return (MisRange){ value, value };
  if (self->kind == MIS_PARAMETER_WEIGHT)
    {
      MisPosition position = mis_world_get_position (world, self->agent, self->area);

      return (MisRange){ position.low, position.high };
    }
  return (MisRange){ get_conflict (self, world).low, get_conflict (self, world).high };
}

MisRange
mis_range_with_value (MisRange range, double value)
{
  return (MisRange){ MIN (range.low, value), MAX (range.high, value) };
}

MisWorld *
mis_parameter_with_range (
    const MisParameter *self, MisWorld *world, double value, MisRange range, GError **error)
{
  MisPosition position;
  MisConflict conflict;
  g_autoptr (MisArea) area = NULL;

  g_return_val_if_fail (mis_parameter_may_be_uncertain (self, world), NULL);

  if (self->kind == MIS_PARAMETER_WEIGHT)
    {
      position = mis_world_get_position (world, self->agent, self->area);
      position.weight = value;
      position.low = range.low;
      position.high = range.high;
      return mis_world_with_position (world, self->agent, self->area, &position, error);
    }
  conflict = get_conflict (self, world);
  conflict.value = value;
  conflict.low = range.low;
  conflict.high = range.high;
  area = mis_area_with_conflict_range (mis_world_get_area (world, self->area), &conflict, error);
  return area != NULL ? mis_world_with_area (world, self->area, area, error) : NULL;
}

char *
mis_parameter_dup_range_action (const MisParameter *self, const MisWorld *world, MisRange range)
{
  gboolean certain = range.low == range.high;

  if (self->kind == MIS_PARAMETER_WEIGHT)
    return g_strdup_printf (certain ? TEXT ("Remove the Range of a Weight of %s")
                                    : TEXT ("Set the Range of a Weight of %s"),
                            mis_world_get_agent (world, self->agent)->name);
  return g_strdup_printf (certain ? TEXT ("Remove the Range of a Conflict in %s")
                                  : TEXT ("Set the Range of a Conflict in %s"),
                          mis_area_get_name (mis_world_get_area (world, self->area)));
}
