#include "core/area-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/error.h"
#include "core/number.h"
#include "core/text.h"

gboolean
mis_conflict_check (const MisConflict *conflict, guint n_goals, GError **error)
{
  if (conflict->g < MIS_NO_GOAL || conflict->h < MIS_NO_GOAL || conflict->g >= (int) n_goals
      || conflict->h >= (int) n_goals)
    {
      g_set_error (error, MIS_ERROR, MIS_ERROR_UNKNOWN,
                   "found the pair of goals %d and %d, expected two of the %u goals", conflict->g,
                   conflict->h, n_goals);
      return FALSE;
    }
  if (conflict->g == conflict->h)
    {
      g_set_error_literal (error, MIS_ERROR, MIS_ERROR_DUPLICATE,
                           "found the same goal twice in a pair, expected two different goals");
      return FALSE;
    }
  return mis_check_range (conflict->low, conflict->value, conflict->high, error);
}

int
mis_conflict_compare (const MisConflict *a, const MisConflict *b)
{
  if (a->g != b->g)
    return a->g < b->g ? -1 : 1;
  return (a->h > b->h) - (a->h < b->h);
}

static int
compare_conflicts (gconstpointer a, gconstpointer b)
{
  return mis_conflict_compare (a, b);
}

static gboolean
check_sorted (const MisConflict *sorted, guint n_conflicts, GError **error)
{
  for (guint i = 1; i < n_conflicts; i++)
    if (mis_conflict_compare (&sorted[i - 1], &sorted[i]) == 0)
      {
        g_set_error (error, MIS_ERROR, MIS_ERROR_DUPLICATE,
                     "found the pair of goals %d and %d a second time, expected each pair once",
                     sorted[i].g, sorted[i].h);
        return FALSE;
      }
  return TRUE;
}

MisConflict *
mis_conflicts_sort (const MisConflict *conflicts, guint n_conflicts, guint n_goals, GError **error)
{
  g_autofree MisConflict *sorted = g_new (MisConflict, MAX (n_conflicts, 1));

  for (guint i = 0; i < n_conflicts; i++)
    {
      if (!mis_conflict_check (&conflicts[i], n_goals, error))
        {
          g_prefix_error (error, "pairs[%u]: ", i);
          return NULL;
        }
      sorted[i] = conflicts[i];
      sorted[i].g = MIN (conflicts[i].g, conflicts[i].h);
      sorted[i].h = MAX (conflicts[i].g, conflicts[i].h);
    }
  qsort (sorted, n_conflicts, sizeof (MisConflict), compare_conflicts);
  return check_sorted (sorted, n_conflicts, error) ? g_steal_pointer (&sorted) : NULL;
}

gboolean
mis_conflict_equal (const MisConflict *a, const MisConflict *b)
{
  return mis_conflict_compare (a, b) == 0 && a->value == b->value && a->low == b->low
         && a->high == b->high && mis_note_equal (a->note, b->note);
}

/* The default is for pairs of explicit goals; "no goal" conflicts with nobody unless set. */
static double
default_for (int g, double default_conflict)
{
  return g == MIS_NO_GOAL ? 0.0 : default_conflict;
}

static gboolean
is_default (const MisConflict *conflict, double default_conflict)
{
  double value = default_for (conflict->g, default_conflict);

  return conflict->value == value && conflict->low == value && conflict->high == value
         && conflict->note == NULL;
}

static MisArea *
area_new (const char *id,
          const char *name,
          const char *description,
          MisGoalList *goals,
          double default_conflict,
          guint room)
{
  MisArea *self = g_new0 (MisArea, 1);

  self->ref_count = 1;
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->description = g_strdup (description);
  self->goals = goals;
  self->default_conflict = default_conflict + 0.0; /* -0 becomes 0 */
  self->conflicts = g_new (MisConflict, room);
  return self;
}

MisArea *
mis_area_copy_with_room (const MisArea *area, double default_conflict, guint room)
{
  return area_new (area->id, area->name, area->description, mis_goal_list_ref (area->goals),
                   default_conflict, room);
}

void
mis_area_append_conflict (MisArea *area, const MisConflict *conflict)
{
  if (is_default (conflict, area->default_conflict))
    return;
  area->conflicts[area->n_conflicts] = *conflict;
  mis_note_ref (conflict->note);
  area->n_conflicts++;
}

MisArea *
mis_area_new (const char *id,
              const char *name,
              const char *description,
              const MisGoal *goals,
              guint n_goals,
              double default_conflict,
              const MisConflict *conflicts,
              guint n_conflicts,
              GError **error)
{
  g_autofree MisConflict *sorted = NULL;
  MisArea *self;

  if (!mis_check_id (id, error) || !mis_check_name (name, error)
      || !mis_check_text (description, error) || !mis_goals_check (goals, n_goals, error)
      || !mis_check_probability (default_conflict, error))
    return NULL;
  sorted = mis_conflicts_sort (conflicts, n_conflicts, n_goals, error);
  if (sorted == NULL)
    return NULL;

  self = area_new (id, name, description, mis_goal_list_new (goals, n_goals), default_conflict,
                   n_conflicts);
  for (guint i = 0; i < n_conflicts; i++)
    mis_area_append_conflict (self, &sorted[i]);
  return self;
}

MisArea *
mis_area_ref (MisArea *area)
{
  g_atomic_int_inc (&area->ref_count);
  return area;
}

void
mis_area_unref (MisArea *area)
{
  if (!g_atomic_int_dec_and_test (&area->ref_count))
    return;
  for (guint i = 0; i < area->n_conflicts; i++)
    mis_note_unref (area->conflicts[i].note);
  g_free (area->conflicts);
  mis_goal_list_unref (area->goals);
  g_free (area->id);
  g_free (area->name);
  g_free (area->description);
  g_free (area);
}

const char *
mis_area_get_id (const MisArea *area)
{
  return area->id;
}

const char *
mis_area_get_name (const MisArea *area)
{
  return area->name;
}

const char *
mis_area_get_description (const MisArea *area)
{
  return area->description;
}

guint
mis_area_get_n_goals (const MisArea *area)
{
  return area->goals->n;
}

const MisGoal *
mis_area_get_goal (const MisArea *area, guint goal)
{
  g_return_val_if_fail (goal < area->goals->n, NULL);

  return &area->goals->goals[goal];
}

double
mis_area_get_default_conflict (const MisArea *area)
{
  return area->default_conflict;
}

int
mis_area_find_goal (const MisArea *area, const char *id)
{
  return mis_goal_list_find (area->goals, id);
}

const char *
mis_area_get_goal_name (const MisArea *area, int goal)
{
  if (goal == MIS_NO_GOAL)
    return g_dgettext (GETTEXT_PACKAGE, "No goal");
  if (goal == MIS_UNKNOWN)
    return g_dgettext (GETTEXT_PACKAGE, "Unknown");
  g_return_val_if_fail (goal >= 0 && goal < (int) area->goals->n, NULL);
  return area->goals->goals[goal].name;
}

const MisConflict *
mis_area_get_conflicts (const MisArea *area, guint *n_conflicts)
{
  *n_conflicts = area->n_conflicts;
  return area->conflicts;
}

/* The index of the first listed pair that does not come before (g, h). */
static guint
find_conflict (const MisArea *area, int g, int h)
{
  const MisConflict wanted = { .g = g, .h = h };
  guint first = 0, last = area->n_conflicts;

  while (first < last)
    {
      guint middle = first + (last - first) / 2;

      if (mis_conflict_compare (&area->conflicts[middle], &wanted) < 0)
        first = middle + 1;
      else
        last = middle;
    }
  return first;
}

/* The pair that is listed, or NULL. */
static const MisConflict *
find_listed (const MisArea *area, const MisConflict *pair)
{
  guint i = find_conflict (area, pair->g, pair->h);

  if (i < area->n_conflicts && mis_conflict_compare (&area->conflicts[i], pair) == 0)
    return &area->conflicts[i];
  return NULL;
}

gboolean
mis_area_is_default_conflict (const MisArea *area, int g, int h)
{
  const MisConflict pair = { .g = MIN (g, h), .h = MAX (g, h) };

  return pair.g >= 0 && g != h && find_listed (area, &pair) == NULL;
}

MisConflict
mis_area_get_conflict (const MisArea *area, int g, int h)
{
  MisConflict conflict = { .g = MIN (g, h), .h = MAX (g, h) };
  const MisConflict *listed;

  if (g == h)
    return conflict;
  listed = find_listed (area, &conflict);
  if (listed != NULL)
    return *listed;
  conflict.value = conflict.low = conflict.high = default_for (conflict.g, area->default_conflict);
  return conflict;
}

void
mis_area_fill_upper_row (const MisArea *area, int g, double *row)
{
  double value = default_for (g, area->default_conflict);

  for (int h = g + 1; h < (int) area->goals->n; h++)
    row[h] = value;
  for (guint i = find_conflict (area, g, g + 1);
       i < area->n_conflicts && area->conflicts[i].g == g; i++)
    row[area->conflicts[i].h] = area->conflicts[i].value;
}

gboolean
mis_area_has_null_conflict (const MisArea *area, guint goal)
{
  return mis_area_get_conflict (area, MIS_NO_GOAL, (int) goal).high > 0.0;
}

gboolean
mis_area_has_same_conflicts (const MisArea *a, const MisArea *b)
{
  /* Pairs that say no more than the default are never listed, so equal matrices list the same. */
  if (a->default_conflict != b->default_conflict || a->n_conflicts != b->n_conflicts)
    return FALSE;
  for (guint i = 0; i < a->n_conflicts; i++)
    if (!mis_conflict_equal (&a->conflicts[i], &b->conflicts[i]))
      return FALSE;
  return TRUE;
}

gboolean
mis_area_equal (const MisArea *a, const MisArea *b)
{
  return a == b
         || (strcmp (a->id, b->id) == 0 && strcmp (a->name, b->name) == 0
             && strcmp (a->description, b->description) == 0
             && mis_goal_list_equal (a->goals, b->goals) && mis_area_has_same_conflicts (a, b));
}

gsize
mis_area_get_size (const MisArea *area)
{
  gsize size = sizeof (MisArea) + strlen (area->description)
               + area->n_conflicts * sizeof (MisConflict);

  for (guint i = 0; i < area->goals->n; i++)
    size += sizeof (MisGoal) + sizeof (guint) + strlen (area->goals->goals[i].name)
            + strlen (area->goals->goals[i].description);
  return size;
}
