#include "document/results.h"

#include "sim/sampler.h"

/* Each end is a world of its own: a row's position there costs as much as so many terms. */
#define POSITION_COST 100u

static guint64
get_bounds_cost (const MisWorld *world)
{
  guint64 cost =
      POSITION_COST * (guint64)mis_world_get_n_agents (world) * mis_world_get_n_areas (world);

  return cost + 2 * mis_results_cost (world);
}

static void
add_bounds (MisResults *results, const MisWorld *world, guint64 budget)
{
  if (!mis_sampler_has_ranges (world))
    return;
  results->uncertain = mis_uncertain_count_new (world);
  if (get_bounds_cost (world) <= budget)
    results->bounds = mis_bounds_new (results->tally, results->score);
  else
    results->is_complete = FALSE;
}

MisResults *
mis_results_new (MisWorld *world,
                 guint focus,
                 const gboolean *locked,
                 const MisResults *previous,
                 guint64 budget,
                 const gint *stop)
{
  MisResults *results = g_new0 (MisResults, 1);
  guint n_agents = mis_world_get_n_agents (world);

  results->ref_count = 1;
  results->tally = mis_tally_new (world, previous != NULL ? previous->tally : NULL);
  results->score = mis_score_new (results->tally, previous != NULL ? previous->tally : NULL,
                                  previous != NULL ? previous->score : NULL);
  results->parts = mis_contributions_new_pairs (results->tally, results->score);
  if (n_agents > 0)
    {
      results->focus = MIN (focus, n_agents - 1);
      results->curve = mis_curve_new_share (world, results->focus, locked);
    }
  if (mis_any_conflict_cost (world) <= budget)
    results->any_conflict = mis_any_conflict (results->tally, results->score, stop);
  else
    results->any_conflict = mis_any_conflict_bounds (results->score);
  results->is_complete = results->any_conflict.method != MIS_ANY_CONFLICT_BOUNDS;
  add_bounds (results, world, budget);
  return results;
}

guint64
mis_results_cost (const MisWorld *world)
{
  guint64 n_agents = mis_world_get_n_agents (world);
  guint64 n_areas = mis_world_get_n_areas (world);
  gboolean by_classes = mis_world_get_scoring (world)->weight_mean == MIS_WEIGHT_MEAN_HARMONIC;
  guint64 cost = n_agents * n_areas * (by_classes ? 400 : 15);

  for (guint i = 0; i < n_areas; i++)
    {
      guint64 k = mis_area_get_n_goals (mis_world_get_area (world, i));

      cost += k * k * (by_classes ? 200 : 6);
    }
  return cost;
}

MisWorld *
mis_results_get_world (const MisResults *results)
{
  return mis_tally_get_world (results->tally);
}

MisResults *
mis_results_ref (MisResults *results)
{
  g_atomic_int_inc (&results->ref_count);
  return results;
}

void
mis_results_unref (MisResults *results)
{
  if (!g_atomic_int_dec_and_test (&results->ref_count))
    return;
  mis_tally_unref (results->tally);
  mis_score_unref (results->score);
  mis_contributions_free (results->parts);
  g_clear_pointer (&results->bounds, mis_bounds_free);
  g_clear_pointer (&results->uncertain, mis_uncertain_count_free);
  g_clear_pointer (&results->curve, mis_curve_free);
  g_free (results);
}
