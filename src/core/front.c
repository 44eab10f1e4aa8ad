#include "core/front.h"

static void
find_weights (const MisFront *front,
              const MisWorld *world,
              guint area,
              gboolean with_ranges,
              double *smallest,
              double *largest)
{
  *smallest = 1.0;
  *largest = 0.0;
  for (guint i = 0; i < front->n_rows; i++)
    {
      mis_weights_widen (front->cells[i].class.weight, smallest, largest);
      if (with_ranges && front->cells[i].goal != MIS_LEFT_OUT)
        {
          MisPosition position = mis_world_get_position (world, i, area);

          mis_weights_widen (position.low, smallest, largest);
          mis_weights_widen (position.high, smallest, largest);
        }
    }
}

void
mis_front_init (MisFront *front,
                const MisReading *reading,
                const double *divisors,
                guint area,
                gboolean with_ranges)
{
  const MisWorld *world = reading->world;
  g_autoptr (GArray) agents = g_array_new (FALSE, FALSE, sizeof (MisGoalClass));
  double smallest, largest;

  front->n_rows = world->n_agents;
  front->cells = mis_cells_new (reading, divisors, area);
  for (guint i = 0; i < front->n_rows; i++)
    if (front->cells[i].class.count > 0.0)
      g_array_append_val (agents, front->cells[i]);
  find_weights (front, world, area, with_ranges, &smallest, &largest);
  mis_ground_init (&front->ground, world->areas[area], world->scoring.weight_mean, smallest,
                   largest);
  mis_bloc_init (&front->bloc, &front->ground, agents);
  mis_opposition_init (&front->opposition, &front->bloc);
}

void
mis_front_clear (MisFront *front)
{
  mis_opposition_clear (&front->opposition);
  mis_bloc_clear (&front->bloc);
  mis_ground_clear (&front->ground);
  g_clear_pointer (&front->cells, g_free);
}

double
mis_front_get (const MisFront *front, guint row)
{
  const MisGoalClass *cell = &front->cells[row];

  if (cell->goal == MIS_LEFT_OUT)
    return 0.0;
  return mis_opposition_get (&front->opposition, cell->goal, cell->class.weight);
}
