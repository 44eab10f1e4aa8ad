/* What tests against brute force have in common: small random worlds, all ways to score, and how
 * close two numbers are. */
#include "brute-force.h"

#include "core/edit.h"
#include "random-world.h"

#include <math.h>

/* Half of the rows are single agents, one in eight is empty. */
MisWorld *
mis_small_random_world (GRand *rand, guint max_rows)
{
  g_autoptr (MisWorld) world = mis_random_world (rand, max_rows, 4, 5);
  guint n = mis_world_get_n_agents (world);
  g_autofree guint64 *counts = g_new (guint64, n);
  g_autoptr (GError) error = NULL;
  MisWorld *small;

  for (guint i = 0; i < n; i++)
    {
      gint32 dice = g_rand_int_range (rand, 0, 8);

      counts[i] = dice < 4 ? 1 : dice == 4 ? 0 : (guint64) g_rand_int_range (rand, 2, 6);
    }
  small = mis_world_with_counts (world, counts, &error);
  g_assert_no_error (error);
  return small;
}

/* Counts through all options as through the digits of a number. */
void
mis_foreach_scoring (void (*check) (const MisScoring *scoring, gpointer user_data),
                     gpointer user_data)
{
  MisScoring scoring = { 0 };
  guint option = 0;

  while (option < MIS_N_OPTIONS)
    {
      check (&scoring, user_data);
      for (option = 0; option < MIS_N_OPTIONS; option++)
        {
          guint next = mis_scoring_get (&scoring, option) + 1;

          if (mis_options[option].choices[next].nick != NULL)
            {
              mis_scoring_set (&scoring, option, next);
              break;
            }
          mis_scoring_set (&scoring, option, 0);
        }
    }
}

MisScoring
mis_scoring_of_way (guint way, guint rest)
{
  return (MisScoring) {
    .weight_mean = (MisWeightMean) (way % 6),
    .unknown = (MisUnknown) (way / 6 % 2),
    .weights = (MisWeights) (way / 12 % 2),
    .area_mean = (MisAreaMean) (rest % 5),
    .pairs = (MisPairs) (rest / 5 % 2),
    .normalization = (MisNormalization) (rest / 10 % 3),
  };
}

/* Comparison */

double
mis_deviation (double found, long double expected, double floor)
{
  if (isnan (found) || isnan (expected))
    return isnan (found) && isnan (expected) ? 0 : INFINITY;
  return (double) (fabsl (found - expected) / MAX (fabsl (expected), (long double) floor));
}

void
mis_check_close (const char *file, int line, const char *function, const char *what, double found,
                 long double expected, double tolerance, double floor)
{
  g_autofree char *message = NULL;

  if (mis_deviation (found, expected, floor) <= tolerance)
    return;
  message =
    g_strdup_printf ("%s is %.17g, expected %.20Lg to %g", what, found, expected, tolerance);
  g_assertion_message (G_LOG_DOMAIN, file, line, function, message);
}
