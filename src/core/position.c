#include "core/position.h"

#include "core/error.h"
#include "core/number.h"

void
mis_position_set_weight (MisPosition *position, double weight)
{
  gboolean certain = position->low == position->weight && position->high == position->weight;

  position->low = certain ? weight : MIN (position->low, weight);
  position->high = certain ? weight : MAX (position->high, weight);
  position->weight = weight + 0.0; /* -0 becomes 0 */
}

gboolean
mis_position_equal (const MisPosition *a, const MisPosition *b)
{
  return a->goal == b->goal && a->weight == b->weight && a->low == b->low && a->high == b->high
         && mis_note_equal (a->note, b->note);
}

gboolean
mis_position_check (const MisPosition *position, const MisArea *area, GError **error)
{
  guint n_goals = mis_area_get_n_goals (area);

  if (position->goal == MIS_UNKNOWN)
    return TRUE;
  if (position->goal < MIS_NO_GOAL || position->goal >= (int) n_goals)
    {
      g_set_error (error, MIS_ERROR, MIS_ERROR_UNKNOWN,
                   "found goal %d, expected one of the %u of \"%s\"", position->goal, n_goals,
                   mis_area_get_name (area));
      return FALSE;
    }
  return mis_check_range (position->low, position->weight, position->high, error);
}

gboolean
mis_positions_check (const guint *areas,
                     const MisPosition *positions,
                     guint n_positions,
                     MisArea *const *all,
                     guint n_areas,
                     GError **error)
{
  g_autofree guint8 *seen = g_new0 (guint8, n_areas);

  for (guint i = 0; i < n_positions; i++)
    {
      g_return_val_if_fail (areas[i] < n_areas, FALSE);
      if (!mis_position_check (&positions[i], all[areas[i]], error))
        return FALSE;
      if (seen[areas[i]])
        {
          g_set_error (error, MIS_ERROR, MIS_ERROR_DUPLICATE,
                       "found the area \"%s\" a second time, expected each area at most once",
                       mis_area_get_id (all[areas[i]]));
          return FALSE;
        }
      seen[areas[i]] = TRUE;
    }
  return TRUE;
}
