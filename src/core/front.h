/* front.h: one area with everybody in it, and what each of them is up against. Private to core. */
#pragma once

#include "core/opposition.h"

G_BEGIN_DECLS

/**
 * MisFront:
 * @n_rows: rows of the agent table
 * @cells: (array length=n_rows): what mis_cells_new() gave
 * @bloc: all who count in the area
 * @opposition: what they are up against
 */
typedef struct
{
  guint n_rows;
  MisGoalClass *cells;
  MisGround ground;
  MisBloc bloc;
  MisOpposition opposition;
} MisFront;

/**
 * mis_front_init:
 * @divisors: what mis_cells_new_divisors() gave
 * @with_ranges: whether more will be asked of it than the weights as they are: the ends of their
 *   ranges as well
 *
 * O(rows + k^2), with classes O(rows log rows), harmonic O(200 (rows + k^2)).
 */
void mis_front_init (MisFront *front,
                     const MisReading *reading,
                     const double *divisors,
                     guint area,
                     gboolean with_ranges);
void mis_front_clear (MisFront *front);

/* What one agent of row @row is up against; 0 where the row does not count. */
double mis_front_get (const MisFront *front, guint row);

G_END_DECLS
