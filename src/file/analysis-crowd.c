/* Whether a change of numbers leaves the population that was asked about. */
#include <glib/gi18n-lib.h>

#include "file/analysis-private.h"

/* Nobody proposes more than so many agents for each that there is. */
#define MOST_GROWTH 10u

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

/* Whether a group grows beyond what anybody could propose; an empty one begins anywhere. */
static gboolean
grows_too_far (guint64 before, guint64 after)
{
  return before > 0 && after > before && (after - 1) / MOST_GROWTH >= before;
}

gboolean
mis_crowd_is_upset (const MisCrowd *crowd, const MisLever *lever)
{
  guint64 before = mis_world_get_agent (crowd->world, lever->agent)->count;
  guint64 after = lever->agents;
  guint64 total = crowd->total - before + after;
  guint64 other = lever->agent == crowd->largest ? crowd->second : crowd->first;

  return total > 2 * crowd->total || grows_too_far (before, after) ||
         takes_over (before, crowd->total, after, total) ||
         takes_over (other, crowd->total, other, total);
}

char *
mis_crowd_remark (const MisWorld *world)
{
  MisCrowd crowd = mis_crowd_count (world);
  const MisScoring *scoring = mis_world_get_scoring (world);
  double share = mis_pairs_count ((double) crowd.first, scoring->pairs) /
                 mis_pairs_count ((double) crowd.total, scoring->pairs);
  g_autofree char *first = NULL, *total = NULL, *percent = NULL;

  if (crowd.total == crowd.first || !(share > 0.5))
    return NULL;
  first = g_strdup_printf ("%" G_GUINT64_FORMAT, crowd.first);
  total = g_strdup_printf ("%" G_GUINT64_FORMAT, crowd.total);
  percent = mis_percent (share);
  return g_strdup_printf (
      _("%s are %s of %s agents, so %s of all pairs are two of that same group, who do not "
        "clash. This keeps the score low, however sharp the conflicts with the others are"),
      mis_world_get_agent (world, crowd.largest)->name, first, total, percent);
}
