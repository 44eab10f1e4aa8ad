/* Whether a change of numbers leaves the population that was asked about. */
#include "file/analysis-private.h"

MisCrowd
mis_crowd_count (const MisWorld *world)
{
  MisCrowd crowd = { .world = world };

  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    {
      guint64 count = mis_world_get_agent (world, i)->count;

      crowd.total += count;
      if (count > crowd.first)
        {
          crowd.second = crowd.first;
          crowd.first = count;
          crowd.largest = i;
        }
      else
        crowd.second = MAX (crowd.second, count);
    }
  return crowd;
}

/* Whether a group comes to be larger than all the others together. */
static gboolean
takes_over (guint64 before, guint64 total_before, guint64 after, guint64 total_after)
{
  return before <= total_before - before && after > total_after - after;
}

gboolean
mis_crowd_is_upset (const MisCrowd *crowd, const MisLever *lever)
{
  guint64 before = mis_world_get_agent (crowd->world, lever->agent)->count;
  guint64 after = lever->agents;
  guint64 total = crowd->total - before + after;
  guint64 other = lever->agent == crowd->largest ? crowd->second : crowd->first;

  return total > 2 * crowd->total || takes_over (before, crowd->total, after, total) ||
         takes_over (other, crowd->total, other, total);
}
