/* area-private.h: what an area consists of. Private to core. */
#pragma once

#include "core/goal-list.h"

G_BEGIN_DECLS

struct _MisArea
{
  int ref_count; /* atomic */
  char *id;
  char *name;
  char *description;
  MisGoalList *goals;
  double default_conflict;
  guint n_conflicts;
  MisConflict *conflicts; /* sorted; none that says no more than the default */
};

/* An area as @area, without pairs, to be filled before anybody else sees it. */
MisArea *mis_area_copy_with_room (const MisArea *area, double default_conflict, guint room);

/* Appends @conflict unless it says no more than the default; callers keep the order. */
void mis_area_append_conflict (MisArea *area, const MisConflict *conflict);

/* %FALSE with a #MisError if a goal is not there, both are the same, or a value is out of range. */
gboolean mis_conflict_check (const MisConflict *conflict, guint n_goals, GError **error);

/* Checks pairs and gives them sorted, with g < h; %NULL with a #MisError, also for one that is
 * there twice. */
MisConflict *mis_conflicts_sort (const MisConflict *conflicts,
                                 guint n_conflicts,
                                 guint n_goals,
                                 GError **error);

/* The order of pairs in an area: by g, then h. */
int mis_conflict_compare (const MisConflict *a, const MisConflict *b);

G_END_DECLS
