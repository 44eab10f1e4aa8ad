#include "core/position.h"

#include <glib/gi18n-lib.h>

#include "core/error.h"
#include "core/number.h"

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
      g_set_error (error, MIS_ERROR, MIS_ERROR_UNKNOWN, "found goal %d, expected one of the %u of \"%s\"",
                   position->goal, n_goals, mis_area_get_name (area));
      return FALSE;
    }
  return mis_check_range (position->low, position->weight, position->high, error);
}
