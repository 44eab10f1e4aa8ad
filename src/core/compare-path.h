/* compare-path.h: from one scenario of a project to another one, a step at a time. */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/**
 * MisPathStep:
 * @back: the change of the scenario before that is taken back, an index, or -1
 * @made: the change of the scenario after that is made, an index, or -1
 *
 * Both where the two scenarios set the same thing to different values: it is one step.
 */
typedef struct
{
  int back;
  int made;
} MisPathStep;

/**
 * MisPath:
 * @n_kept: how many changes both scenarios make alike: they stand all the way
 * @over_project: whether the way leads over the project without any change: where what is left of
 *   the changes would depend on their order, or where a world between would not be valid
 * @steps: (array length=n_steps): first what is taken back, the last change first, then what is
 *   made, in the order of the scenario after
 *
 * Immutable.
 */
typedef struct
{
  guint n_kept;
  gboolean over_project;
  guint n_steps;
  MisPathStep *steps;
  /*< private >*/
  MisWorld *project;
  MisScenario *from;
  MisScenario *to;
  MisPathStep *order; /* (array length=n_order): changes of both as they are applied, in pairs */
  guint n_order;
} MisPath;

/**
 * mis_path_new:
 * @project: the world that both scenarios change
 *
 * Every world on the way is one: the project under some changes of the two scenarios. O(rows) for
 * each step.
 *
 * Returns: (transfer full): %NULL with a #MisError if either scenario cannot be applied
 */
MisPath *mis_path_new (MisWorld *project, MisScenario *from, MisScenario *to, GError **error);
void mis_path_free (MisPath *path);

/* (transfer full): the world after the first @n steps. */
MisWorld *mis_path_make_world (const MisPath *path, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisPath, mis_path_free)

G_END_DECLS
