/* goal-list.h: the goals of an area, shared by all its versions that differ in conflicts only.
 *
 * Private to core.
 */
#pragma once

#include "core/area.h"

G_BEGIN_DECLS

/**
 * MisGoalList:
 * @by_id: (array length=n): the numbers of the goals, sorted by id
 *
 * Immutable and atomically reference-counted.
 */
typedef struct
{
  int ref_count; /* atomic */
  guint n;
  guint *by_id;
  MisGoal goals[];
} MisGoalList;

/* %FALSE with a #MisError: too many, a bad text, or an id that stands there twice. */
gboolean mis_goals_check (const MisGoal *goals, guint n_goals, GError **error);

/* Copies @goals, which have been checked. O(n log n). */
MisGoalList *mis_goal_list_new (const MisGoal *goals, guint n_goals);
MisGoalList *mis_goal_list_ref (MisGoalList *list);
void mis_goal_list_unref (MisGoalList *list);

/* The goal called @id, or -1. O(log n). */
int mis_goal_list_find (const MisGoalList *list, const char *id);

/* Whether the two say the same. */
gboolean mis_goal_list_equal (const MisGoalList *a, const MisGoalList *b);

G_END_DECLS
