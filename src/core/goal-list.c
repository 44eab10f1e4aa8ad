#include "core/goal-list.h"

#include <string.h>

#include "core/error.h"
#include "core/limits.h"
#include "core/text.h"

static gboolean
check_goal (const MisGoal *goal, GHashTable *ids, GError **error)
{
  if (!mis_check_id (goal->id, error) || !mis_check_name (goal->name, error)
      || !mis_check_text (goal->description, error))
    return FALSE;
  if (g_hash_table_add (ids, goal->id))
    return TRUE;
  g_set_error (error, MIS_ERROR, MIS_ERROR_DUPLICATE,
               "found the id \"%s\" a second time, expected one of its own", goal->id);
  return FALSE;
}

gboolean
mis_goals_check (const MisGoal *goals, guint n_goals, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  if (n_goals > MIS_MAX_GOALS)
    {
      g_set_error (error, MIS_ERROR, MIS_ERROR_LIMIT, "found %u goals, expected at most %u",
                   n_goals, MIS_MAX_GOALS);
      return FALSE;
    }
  for (guint i = 0; i < n_goals; i++)
    if (!check_goal (&goals[i], ids, error))
      {
        g_prefix_error (error, "goals[%u]: ", i);
        return FALSE;
      }
  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const MisGoal *goals = user_data;

  return strcmp (goals[*(const guint *) a].id, goals[*(const guint *) b].id);
}

MisGoalList *
mis_goal_list_new (const MisGoal *goals, guint n_goals)
{
  MisGoalList *list = g_malloc (sizeof (MisGoalList) + n_goals * sizeof (MisGoal));

  list->ref_count = 1;
  list->n = n_goals;
  list->by_id = g_new (guint, n_goals);
  for (guint i = 0; i < n_goals; i++)
    {
      list->goals[i].id = g_strdup (goals[i].id);
      list->goals[i].name = g_strdup (goals[i].name);
      list->goals[i].description = g_strdup (goals[i].description);
      list->by_id[i] = i;
    }
  if (n_goals > 1)
    g_qsort_with_data (list->by_id, (int) n_goals, sizeof (guint), compare_ids, list->goals);
  return list;
}

MisGoalList *
mis_goal_list_ref (MisGoalList *list)
{
  g_atomic_int_inc (&list->ref_count);
  return list;
}

void
mis_goal_list_unref (MisGoalList *list)
{
  if (!g_atomic_int_dec_and_test (&list->ref_count))
    return;
  for (guint i = 0; i < list->n; i++)
    {
      g_free (list->goals[i].id);
      g_free (list->goals[i].name);
      g_free (list->goals[i].description);
    }
  g_free (list->by_id);
  g_free (list);
}

int
mis_goal_list_find (const MisGoalList *list, const char *id)
{
  guint first = 0, last = list->n;

  while (first < last)
    {
      guint middle = first + (last - first) / 2;
      int order = strcmp (list->goals[list->by_id[middle]].id, id);

      if (order == 0)
        return (int) list->by_id[middle];
      if (order < 0)
        first = middle + 1;
      else
        last = middle;
    }
  return -1;
}

static gboolean
goals_equal (const MisGoal *a, const MisGoal *b)
{
  return strcmp (a->id, b->id) == 0 && strcmp (a->name, b->name) == 0
         && strcmp (a->description, b->description) == 0;
}

gboolean
mis_goal_list_equal (const MisGoalList *a, const MisGoalList *b)
{
  if (a == b)
    return TRUE;
  if (a->n != b->n)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (!goals_equal (&a->goals[i], &b->goals[i]))
      return FALSE;
  return TRUE;
}
