/* random-cells.h: keys, texts and tables at random in a grid of cells that is in sight. */
#pragma once

#include "app/cell-grid.h"
#include "random-hand.h"

G_BEGIN_DECLS

/* Does something to a grid that is in sight; nothing without one. */
void random_cells (RandomHand *self);

/* (nullable): a grid with a table that is in sight. */
MisCellGrid *random_cells_find (RandomHand *self);

/* Each cell that is drawn says what its table says. */
void random_cells_check (MisCellGrid *grid);

G_END_DECLS
