/* Areas with other conflicts: each edit lists the pairs anew, once. */
#include "core/area-private.h"

#include "core/number.h"

static void
widen_range (MisConflict *conflict, double value)
{
  gboolean certain = conflict->low == conflict->value && conflict->high == conflict->value;

  conflict->low = certain ? value : MIN (conflict->low, value);
  conflict->high = certain ? value : MAX (conflict->high, value);
  conflict->value = value + 0.0;
}

MisArea *
mis_area_with_conflicts (MisArea *area,
                         const MisConflict *conflicts,
                         guint n_conflicts,
                         GError **error)
{
  g_autofree MisConflict *changed = mis_conflicts_sort (conflicts, n_conflicts, area->goals->n,
                                                        error);
  MisArea *self;
  guint i = 0;

  if (changed == NULL)
    return NULL;
  self = mis_area_copy_with_room (area, area->default_conflict, area->n_conflicts + n_conflicts);
  for (guint j = 0; j < n_conflicts; j++)
    {
      while (i < area->n_conflicts && mis_conflict_compare (&area->conflicts[i], &changed[j]) < 0)
        mis_area_append_conflict (self, &area->conflicts[i++]);
      if (i < area->n_conflicts && mis_conflict_compare (&area->conflicts[i], &changed[j]) == 0)
        i++;
      mis_area_append_conflict (self, &changed[j]);
    }
  while (i < area->n_conflicts)
    mis_area_append_conflict (self, &area->conflicts[i++]);
  return self;
}

MisArea *
mis_area_with_conflict_range (MisArea *area, const MisConflict *conflict, GError **error)
{
  if (!mis_conflict_check (conflict, area->goals->n, error))
    return NULL;
  return mis_area_with_conflicts (area, conflict, 1, error);
}

MisArea *
mis_area_with_conflict (MisArea *area, int g, int h, double value, GError **error)
{
  MisConflict conflict;

  if (!mis_check_probability (value, error))
    return NULL;
  conflict = mis_area_get_conflict (area, g, h);
  widen_range (&conflict, value);
  return mis_area_with_conflict_range (area, &conflict, error);
}

MisArea *
mis_area_with_default_conflict (MisArea *area, double value, GError **error)
{
  MisArea *self;

  if (!mis_check_probability (value, error))
    return NULL;
  self = mis_area_copy_with_room (area, value, area->n_conflicts);
  for (guint i = 0; i < area->n_conflicts; i++)
    mis_area_append_conflict (self, &area->conflicts[i]);
  return self;
}

MisArea *
mis_area_with_uniform_conflict (MisArea *area, double value, GError **error)
{
  MisArea *self;

  if (!mis_check_probability (value, error))
    return NULL;
  self = mis_area_copy_with_room (area, value, area->n_conflicts);
  for (guint i = 0; i < area->n_conflicts; i++)
    {
      MisConflict conflict = area->conflicts[i];

      if (conflict.g != MIS_NO_GOAL)
        widen_range (&conflict, value);
      mis_area_append_conflict (self, &conflict);
    }
  return self;
}
