/* conflict-matrix-private.h: what a conflict matrix consists of. */
#pragma once

#include "document/conflict-matrix.h"

G_BEGIN_DECLS

struct _MisConflictMatrix
{
  GObject parent_instance;

  MisDocument *document;
  char *area_id;
  MisWorld *world; /* the one that is shown */
  int area;        /* in it, or -1 */
  gboolean has_null_goal;
  gboolean has_ranges; /* some numbers of the area have a range beside them */
  MisWorld *base;      /* NULL if nothing is compared */
  MisArea *base_area;  /* of base; NULL if it is not there */
  gboolean resets;
  gboolean follows; /* the base is what the document says */
};

/* (nullable): the area that is shown. */
MisArea *mis_conflict_matrix_get_value (MisConflictMatrix *self);

/* How many explicit goals it has. */
guint mis_conflict_matrix_get_n_goals (MisConflictMatrix *self);

/* The goal of a row: those behind the last row are numbered on, as they will be when they
 * are added. */
int mis_conflict_matrix_get_row_goal (MisConflictMatrix *self, guint row);

/* (nullable): the goal with the same id in the base. */
const MisGoal *mis_conflict_matrix_get_base_goal (MisConflictMatrix *self, int goal);

/* Whether the base has both goals; what it says of them, with their numbers of now. */
gboolean mis_conflict_matrix_get_base_conflict (MisConflictMatrix *self,
                                                int g,
                                                int h,
                                                MisConflict *conflict);

/* As mis_cell_source_edit(). */
gboolean mis_conflict_matrix_edit (MisCellSource *source,
                                   const MisCellArea *area,
                                   const char *const *texts,
                                   const char *name,
                                   GArray *faults);

G_END_DECLS
