/* Which of the single changes people read of. */
#include "core/lever-class.h"
#include "file/analysis-private.h"

static gboolean
sets_no_goal (const MisArea *area)
{
  guint n;
  const MisConflict *conflicts = mis_area_get_conflicts (area, &n);

  for (guint i = 0; i < n; i++)
    if (conflicts[i].g == MIS_NO_GOAL)
      return TRUE;
  return FALSE;
}

/* Whoever wants nothing is in nobody's way, unless the project says so. */
static gboolean
is_idle (const MisLever *lever, const MisWorld *world)
{
  return (lever->goal == MIS_NO_GOAL || lever->other == MIS_NO_GOAL) &&
         !sets_no_goal (mis_world_get_area (world, lever->area));
}

gboolean
mis_lever_is_like_not_caring (const MisLever *lever, const MisWorld *world)
{
  const MisScoring *scoring = mis_world_get_scoring (world);

  /* Under a normalization it counts which goals are held; where weights are to sum to one, a lower
   * weight here is a higher one elsewhere. */
  return lever->kind == MIS_LEVER_MOVE && lever->goal == MIS_NO_GOAL
         && (scoring->weight_mean == MIS_WEIGHT_MEAN_GEOMETRIC
             || scoring->weight_mean == MIS_WEIGHT_MEAN_HARMONIC
             || scoring->weight_mean == MIS_WEIGHT_MEAN_MINIMUM)
         && scoring->normalization == MIS_NORMALIZATION_NONE
         && scoring->weights == MIS_WEIGHTS_AS_GIVEN
         && !sets_no_goal (mis_world_get_area (world, lever->area));
}

guint
mis_lever_items_choose (GArray *items, guint class, const MisWorld *world)
{
  MisCrowd crowd = mis_crowd_count (world);
  guint n_all = items->len, n = 0;

  for (guint i = 0; i < n_all; i++)
    {
      const MisLeverItem item = g_array_index (items, MisLeverItem, i);
      gboolean unwanted =
          (class == MIS_LEVER_CLASS_CONFLICT && is_idle (&item.lever, world)) ||
          (class == MIS_LEVER_CLASS_COUNT && mis_crowd_is_upset (&crowd, &item.lever)) ||
          (class == MIS_LEVER_CLASS_GIVE_UP && mis_lever_is_like_not_caring (&item.lever, world));

      if (!unwanted)
        g_array_index (items, MisLeverItem, n++) = item;
    }
  g_array_set_size (items, n);
  return n_all - n;
}

gboolean
mis_world_is_as_sharp_as_can_be (const MisWorld *world)
{
  guint n_pairs = 0;

  for (guint i = 0; i < mis_world_get_n_areas (world); i++)
    {
      const MisArea *area = mis_world_get_area (world, i);

      if (sets_no_goal (area))
        return FALSE;
      for (guint g = 0; g < mis_area_get_n_goals (area); g++)
        for (guint h = g + 1; h < mis_area_get_n_goals (area); h++, n_pairs++)
          if (mis_area_get_conflict (area, (int) g, (int) h).value < 1.0)
            return FALSE;
    }
  return n_pairs > 0;
}
