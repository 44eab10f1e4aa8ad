/* sweep.h: the worlds of an experiment with a project: its series and points as edits of it. */
#pragma once

#include <gio/gio.h>

#include "core/experiment.h"
#include "core/world.h"

G_BEGIN_DECLS

/**
 * MisSweep:
 * @bases: (array length=n_series): the world of each series, all but x; where x is the population,
 *   all that comes before it
 *
 * Immutable.
 */
typedef struct
{
  const MisExperiment *experiment; /* borrowed */
  guint n_series;
  MisWorld **bases;
} MisSweep;

/**
 * mis_sweep_init:
 * @world: the project; not changed
 * @cancellable: (nullable): polled for each series
 *
 * Scenarios apply first, in order, then the population is scaled, then the rest in order, x last.
 * Every value of every series and the first of x are tried, so that mis_sweep_make_world() cannot
 * fail. A weight or conflict that varies has no range left.
 *
 * Returns: %FALSE with a #MisError that begins with the place, or with %G_IO_ERROR_CANCELLED
 */
gboolean mis_sweep_init (MisSweep *sweep,
                         const MisExperiment *experiment,
                         MisWorld *world,
                         GCancellable *cancellable,
                         GError **error);
void mis_sweep_clear (MisSweep *sweep);

/* (transfer full): the world of a point. O(rows + areas). */
MisWorld *mis_sweep_make_world (const MisSweep *sweep, guint series, guint point);

G_END_DECLS
