#include "document/set-range.h"

#include "core/edit.h"
#include "document/document-private.h"

static char *
dup_key (const MisParameter *parameter)
{
  return g_strdup_printf ("%d %u %u %d %d", parameter->kind, parameter->agent, parameter->area,
                          parameter->g, parameter->h);
}

static gboolean
is_certain (MisRange range)
{
  return range.low == range.high;
}

static gboolean
is_equal (MisRange a, MisRange b)
{
  return a.low == b.low && a.high == b.high;
}

/* What was set for @parameter, if the range in @world is that, made as wide as its number takes;
 * else that range. */
static MisRange
get_set (MisDocument *self, const MisParameter *parameter, const MisWorld *world)
{
  g_autofree char *key = dup_key (parameter);
  const MisRange *set = g_hash_table_lookup (mis_document_get_set_ranges (self), key);
  MisRange range = mis_parameter_get_range (parameter, world);
  double value = mis_parameter_get_value (parameter, world);

  return set != NULL && is_equal (mis_range_with_value (*set, value), range) ? *set : range;
}

static void
remember (MisDocument *self, const MisParameter *parameter, MisRange set)
{
  g_hash_table_insert (mis_document_get_set_ranges (self), dup_key (parameter),
                       g_memdup2 (&set, sizeof (MisRange)));
}

/* The range with which @parameter, uncertain in @base, goes to @value. */
static MisRange
choose_range (MisDocument *self, const MisParameter *parameter, const MisWorld *base, double value)
{
  MisRange set = get_set (self, parameter, base);

  remember (self, parameter, set);
  return mis_range_with_value (set, value);
}

/* All pairs of goals at once: as with each of them that is uncertain. */
static MisWorld *
keep_set_ranges_of_area (MisDocument *self, guint area, MisWorld *base, MisWorld *moved)
{
  MisArea *now = mis_world_get_area (moved, area);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (MisConflict));
  g_autoptr (MisArea) changed = NULL;
  guint n;
  const MisConflict *before = mis_area_get_conflicts (mis_world_get_area (base, area), &n);

  for (guint i = 0; i < n; i++)
    if (before[i].g != MIS_NO_GOAL && before[i].low < before[i].high)
      {
        g_autoptr (MisParameter) pair =
            mis_parameter_new (MIS_PARAMETER_CONFLICT, 0, area, before[i].g, before[i].h);
        MisConflict conflict = mis_area_get_conflict (now, before[i].g, before[i].h);
        MisRange range = choose_range (self, pair, base, conflict.value);

        conflict.low = range.low;
        conflict.high = range.high;
        g_array_append_val (kept, conflict);
      }
  if (kept->len == 0)
    return mis_world_ref (moved);
  changed = mis_area_with_conflicts (now, (MisConflict *)(void *)kept->data, kept->len, NULL);
  return mis_world_with_area (base, area, changed, NULL);
}

MisWorld *
mis_document_keep_set_range (MisDocument *self,
                             const MisParameter *parameter,
                             MisWorld *base,
                             MisWorld *moved)
{
  double value;
  MisRange range;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  if (parameter->kind == MIS_PARAMETER_AREA_CONFLICT)
    return keep_set_ranges_of_area (self, parameter->area, base, moved);
  if (is_certain (mis_parameter_get_range (parameter, base)))
    return mis_world_ref (moved);
  value = mis_parameter_get_value (parameter, moved);
  range = choose_range (self, parameter, base, value);
  return mis_parameter_with_range (parameter, base, value, range, NULL);
}

gboolean
mis_document_is_widened (MisDocument *self, const MisParameter *parameter, MisRange *set)
{
  MisWorld *world;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  world = mis_document_get_world (self);
  *set = get_set (self, parameter, world);
  return !is_equal (*set, mis_parameter_get_range (parameter, world));
}

gboolean
mis_document_set_range (MisDocument *self,
                        const MisParameter *parameter,
                        MisRange range,
                        GError **error)
{
  MisWorld *world;
  g_autoptr (MisWorld) changed = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  mis_document_end_gesture (self);
  world = mis_document_get_world (self);
  changed = mis_parameter_with_range (parameter, world, mis_parameter_get_value (parameter, world),
                                      range, error);
  if (changed == NULL)
    return FALSE;
  remember (self, parameter, range);
  name = mis_parameter_dup_range_action (parameter, world, range);
  mis_document_edit (self, changed, name);
  return TRUE;
}

void
mis_document_forget_set_range (MisDocument *self, const MisParameter *parameter)
{
  g_autofree char *key = dup_key (parameter);

  g_return_if_fail (MIS_IS_DOCUMENT (self));

  if (parameter->kind == MIS_PARAMETER_SECTION || parameter->kind == MIS_PARAMETER_AREA_CONFLICT)
    g_hash_table_remove_all (mis_document_get_set_ranges (self));
  else
    g_hash_table_remove (mis_document_get_set_ranges (self), key);
}
