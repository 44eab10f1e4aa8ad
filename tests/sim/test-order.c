/* Ranks and quantiles of very many values, against sorting them all. */
#include <stdlib.h>
#include <string.h>

#include "core/distribution.h"
#include "sim/order.h"

#define N 40000u

static int
compare_doubles (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

/* Kinds of values: spread, few different ones, all but one very near to each other, all the same,
 * too near to each other for bins, and with a long tail. */
static double
make_value (GRand *rand, guint kind, guint i)
{
  switch (kind)
    {
    case 0:
      return g_rand_double (rand);
    case 1:
      return g_rand_int_range (rand, 0, 7) / 8.0;
    case 2:
      return i == 5 ? 1.0 : 0.25 + 1e-12 * g_rand_double (rand);
    case 3:
      return 0.5;
    case 4:
      return g_rand_int_range (rand, 0, 30) * 5e-324;
    default:
      return 1.0 / (1.0 + 1e6 * g_rand_double (rand));
    }
}

static void
test_ranks (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autofree double *values = g_new (double, N);
  g_autofree double *sorted = g_new (double, N);

  for (guint i = 0; i < 6 * 4; i++)
    {
      guint n = i < 6 ? N : 1 + (guint) g_rand_int_range (rand, 0, N);
      guint ranks[] = { 0, 0, n / 7, n / 2, MIN (n / 2 + 1, n - 1), n - 1 };
      double found[G_N_ELEMENTS (ranks)];

      for (guint j = 0; j < n; j++)
        values[j] = make_value (rand, i % 6, j);
      memcpy (sorted, values, n * sizeof (double));
      qsort (sorted, n, sizeof (double), compare_doubles);
      mis_order_select (values, n, ranks, G_N_ELEMENTS (ranks), found);
      for (guint j = 0; j < G_N_ELEMENTS (ranks); j++)
        g_assert_cmpfloat (found[j], ==, sorted[ranks[j]]);
    }
}

/* Of the numbers 0 to n - 1 the quantile at p is p (n - 1), for as many quantiles as numbers too.
 */
static void
test_quantiles (void)
{
  static const guint ns[] = { 1, 2, 3, 11, 1000, 1001, 1002, 30001 };

  for (guint i = 0; i < G_N_ELEMENTS (ns); i++)
    {
      guint n = ns[i], n_quantiles = mis_distribution_count (n);
      g_autofree double *values = g_new (double, n);
      g_autofree double *probabilities = g_new (double, n_quantiles);
      double *quantiles = g_new (double, n_quantiles);
      g_autoptr (MisDistribution) it = NULL;

      for (guint j = 0; j < n; j++)
        values[j] = (j * 7919u) % n; /* a prime that divides none of them: each number once */
      for (guint j = 0; j < n_quantiles; j++)
        probabilities[j] = mis_distribution_get_probability (n_quantiles, j);
      mis_order_quantiles (values, n, probabilities, n_quantiles, quantiles);
      for (guint j = 0; j < n_quantiles; j++)
        g_assert_cmpfloat_with_epsilon (quantiles[j], n > 1 ? probabilities[j] * (n - 1) : 0, 1e-9);
      it = mis_distribution_new (quantiles, n_quantiles, 0, 0, n - 1);
      g_assert_cmpfloat_with_epsilon (mis_distribution_get_quantile (it, 0.05), 0.05 * (n - 1),
                                      1e-9);
      g_assert_cmpfloat (mis_distribution_get_share (it, -1), ==, 0);
      g_assert_cmpfloat (mis_distribution_get_share (it, n), ==, 1);
      if (n > 1)
        g_assert_cmpfloat_with_epsilon (mis_distribution_get_share (it, 0.3 * (n - 1)), 0.3, 1e-9);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order/ranks", test_ranks);
  g_test_add_func ("/order/quantiles", test_quantiles);
  return g_test_run ();
}
