#include "core/cells.h"

double *
mis_cells_new_divisors (const MisReading *reading)
{
  const MisWorld *world = reading->world;
  double *divisors = g_new (double, world->n_agents);

  for (guint i = 0; i < world->n_agents; i++)
    divisors[i] = mis_reading_get_divisor (reading, world->blocks[i / MIS_BLOCK_ROWS],
                                           i % MIS_BLOCK_ROWS);
  return divisors;
}

static MisGoalClass
read_cell (const MisReading *reading, guint agent, guint area, double divisor)
{
  const MisBlock *block = reading->world->blocks[agent / MIS_BLOCK_ROWS];
  guint row = agent % MIS_BLOCK_ROWS;
  double weight;
  int goal;

  if (!mis_reading_get_position (reading, block, row, area, divisor, &goal, &weight))
    return (MisGoalClass) { MIS_LEFT_OUT, { 0.0, 0.0 } };
  /* Under "sum-to-one" it has no share in the sum, may be 1e300, and would stretch the nodes. */
  if (!mis_reading_weight_matters (reading, area, goal))
    weight = 0.0;
  return (MisGoalClass) {
    goal == MIS_NO_GOAL ? mis_area_get_n_goals (reading->world->areas[area]) : (guint) goal,
    { weight, (double) block->agents[row]->count },
  };
}

MisGoalClass *
mis_cells_new (const MisReading *reading, const double *divisors, guint area)
{
  guint n = reading->world->n_agents;
  MisGoalClass *cells = g_new (MisGoalClass, n);

  for (guint i = 0; i < n; i++)
    cells[i] = read_cell (reading, i, area, divisors[i]);
  return cells;
}

void
mis_weights_widen (double weight, double *smallest, double *largest)
{
  if (weight <= 0.0)
    return;
  *smallest = MIN (*smallest, weight);
  *largest = MAX (*largest, weight);
}
