#include "core/area.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/error.h"
#include "core/limits.h"
#include "core/number.h"
#include "core/text.h"

/* Goals are shared by all versions of an area that differ in conflicts only. */
typedef struct
{
  int ref_count; /* atomic */
  guint n;
  MisGoal goals[];
} GoalList;

struct _MisArea
{
  int ref_count; /* atomic */
  char *id;
  char *name;
  char *description;
  GoalList *goals;
  double default_conflict;
  guint n_conflicts;
  MisConflict *conflicts;
};

static GoalList *
goal_list_new (const MisGoal *goals, guint n)
{
  GoalList *list = g_malloc (sizeof (GoalList) + n * sizeof (MisGoal));

  list->ref_count = 1;
  list->n = n;
  for (guint i = 0; i < n; i++)
    {
      list->goals[i].id = g_strdup (goals[i].id);
      list->goals[i].name = g_strdup (goals[i].name);
      list->goals[i].description = g_strdup (goals[i].description);
    }
  return list;
}

static GoalList *
goal_list_ref (GoalList *list)
{
  g_atomic_int_inc (&list->ref_count);
  return list;
}

static void
goal_list_unref (GoalList *list)
{
  if (!g_atomic_int_dec_and_test (&list->ref_count))
    return;
  for (guint i = 0; i < list->n; i++)
    {
      g_free (list->goals[i].id);
      g_free (list->goals[i].name);
      g_free (list->goals[i].description);
    }
  g_free (list);
}

static gboolean
check_goals (const MisGoal *goals, guint n_goals, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  if (n_goals > MIS_MAX_GOALS)
    {
      g_set_error (error, MIS_ERROR, MIS_ERROR_LIMIT, "found %u goals, expected at most %u",
                   n_goals, MIS_MAX_GOALS);
      return FALSE;
    }
  for (guint i = 0; i < n_goals; i++)
    {
      if (!mis_check_id (goals[i].id, error) || !mis_check_name (goals[i].name, error)
          || !mis_check_text (goals[i].description, error))
        {
          g_prefix_error (error, "goals[%u]: ", i);
          return FALSE;
        }
      if (!g_hash_table_add (ids, goals[i].id))
        {
          g_set_error (error, MIS_ERROR, MIS_ERROR_DUPLICATE,
                       "goals[%u]: found the id \"%s\" a second time, expected one of its own", i,
                       goals[i].id);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_conflict (const MisConflict *conflict, guint n_goals, GError **error)
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

static int
compare_conflicts (gconstpointer a, gconstpointer b)
{
  const MisConflict *left = a;
  const MisConflict *right = b;

  if (left->g != right->g)
    return left->g < right->g ? -1 : 1;
  return (left->h > right->h) - (left->h < right->h);
}

gboolean
mis_conflict_equal (const MisConflict *a, const MisConflict *b)
{
  return compare_conflicts (a, b) == 0 && a->value == b->value && a->low == b->low
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
          GoalList *goals,
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

/* Appends @conflict unless it says no more than the default; callers keep the order. */
static void
append_conflict (MisArea *self, const MisConflict *conflict)
{
  if (is_default (conflict, self->default_conflict))
    return;
  self->conflicts[self->n_conflicts] = *conflict;
  mis_note_ref (conflict->note);
  self->n_conflicts++;
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
  g_autofree MisConflict *sorted = g_new (MisConflict, n_conflicts);
  MisArea *self;

  if (!mis_check_id (id, error) || !mis_check_name (name, error)
      || !mis_check_text (description, error) || !check_goals (goals, n_goals, error)
      || !mis_check_probability (default_conflict, error))
    return NULL;

  for (guint i = 0; i < n_conflicts; i++)
    {
      if (!check_conflict (&conflicts[i], n_goals, error))
        {
          g_prefix_error (error, "pairs[%u]: ", i);
          return NULL;
        }
      sorted[i] = conflicts[i];
      sorted[i].g = MIN (conflicts[i].g, conflicts[i].h);
      sorted[i].h = MAX (conflicts[i].g, conflicts[i].h);
    }
  if (n_conflicts > 0)
    qsort (sorted, n_conflicts, sizeof (MisConflict), compare_conflicts);
  for (guint i = 1; i < n_conflicts; i++)
    if (compare_conflicts (&sorted[i - 1], &sorted[i]) == 0)
      {
        g_set_error (error, MIS_ERROR, MIS_ERROR_DUPLICATE,
                     "found the pair of goals %d and %d a second time, expected each pair once",
                     sorted[i].g, sorted[i].h);
        return NULL;
      }

  self = area_new (id, name, description, goal_list_new (goals, n_goals), default_conflict,
                   n_conflicts);
  for (guint i = 0; i < n_conflicts; i++)
    append_conflict (self, &sorted[i]);
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
  goal_list_unref (area->goals);
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
  for (guint i = 0; i < area->goals->n; i++)
    if (strcmp (area->goals->goals[i].id, id) == 0)
      return (int) i;
  return -1;
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

      if (compare_conflicts (&area->conflicts[middle], &wanted) < 0)
        first = middle + 1;
      else
        last = middle;
    }
  return first;
}

MisConflict
mis_area_get_conflict (const MisArea *area, int g, int h)
{
  MisConflict conflict = { .g = MIN (g, h), .h = MAX (g, h) };
  guint i;

  if (g == h)
    return conflict;
  i = find_conflict (area, conflict.g, conflict.h);
  if (i < area->n_conflicts && compare_conflicts (&area->conflicts[i], &conflict) == 0)
    return area->conflicts[i];
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

static MisArea *
copy_with_room (const MisArea *area, double default_conflict, guint room)
{
  return area_new (area->id, area->name, area->description, goal_list_ref (area->goals),
                   default_conflict, room);
}

static void
widen_range (MisConflict *conflict, double value)
{
  gboolean certain = conflict->low == conflict->value && conflict->high == conflict->value;

  conflict->low = certain ? value : MIN (conflict->low, value);
  conflict->high = certain ? value : MAX (conflict->high, value);
  conflict->value = value + 0.0;
}

MisArea *
mis_area_with_conflict_range (MisArea *area, const MisConflict *conflict, GError **error)
{
  MisConflict changed = *conflict;
  MisArea *self;
  guint i;

  if (!check_conflict (conflict, area->goals->n, error))
    return NULL;

  changed.g = MIN (conflict->g, conflict->h);
  changed.h = MAX (conflict->g, conflict->h);
  i = find_conflict (area, changed.g, changed.h);
  self = copy_with_room (area, area->default_conflict, area->n_conflicts + 1);
  for (guint j = 0; j < i; j++)
    append_conflict (self, &area->conflicts[j]);
  append_conflict (self, &changed);
  if (i < area->n_conflicts && compare_conflicts (&area->conflicts[i], &changed) == 0)
    i++;
  for (; i < area->n_conflicts; i++)
    append_conflict (self, &area->conflicts[i]);
  return self;
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
  self = copy_with_room (area, value, area->n_conflicts);
  for (guint i = 0; i < area->n_conflicts; i++)
    append_conflict (self, &area->conflicts[i]);
  return self;
}

MisArea *
mis_area_with_uniform_conflict (MisArea *area, double value, GError **error)
{
  MisArea *self;

  if (!mis_check_probability (value, error))
    return NULL;
  self = copy_with_room (area, value, area->n_conflicts);
  for (guint i = 0; i < area->n_conflicts; i++)
    {
      MisConflict conflict = area->conflicts[i];

      if (conflict.g != MIS_NO_GOAL)
        widen_range (&conflict, value);
      append_conflict (self, &conflict);
    }
  return self;
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

static gboolean
goal_lists_equal (const GoalList *a, const GoalList *b)
{
  if (a == b)
    return TRUE;
  if (a->n != b->n)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (strcmp (a->goals[i].id, b->goals[i].id) != 0
        || strcmp (a->goals[i].name, b->goals[i].name) != 0
        || strcmp (a->goals[i].description, b->goals[i].description) != 0)
      return FALSE;
  return TRUE;
}

gboolean
mis_area_equal (const MisArea *a, const MisArea *b)
{
  return a == b
         || (strcmp (a->id, b->id) == 0 && strcmp (a->name, b->name) == 0
             && strcmp (a->description, b->description) == 0 && goal_lists_equal (a->goals, b->goals)
             && mis_area_has_same_conflicts (a, b));
}

gsize
mis_area_get_size (const MisArea *area)
{
  gsize size = sizeof (MisArea) + strlen (area->description)
               + area->n_conflicts * sizeof (MisConflict);

  for (guint i = 0; i < area->goals->n; i++)
    size += sizeof (MisGoal) + strlen (area->goals->goals[i].name)
            + strlen (area->goals->goals[i].description);
  return size;
}
