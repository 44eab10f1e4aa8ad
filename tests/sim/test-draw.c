/* The draws: chi-square against their distributions, moments where these are wide, and
 * their ends. */
#include <math.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

#include "sim/draw.h"

#define N 40000u

static MisStream stream;

/* Chi-square over the cells that expect at least 5; the others are one cell. */
static void
check_chi (const double *expected, const guint *found, guint n)
{
  double chi = 0, rest = 0;
  guint others = 0, cells = 0;

  for (guint i = 0; i < n; i++)
    if (expected[i] >= 5)
      {
        chi += (found[i] - expected[i]) * (found[i] - expected[i]) / expected[i];
        cells++;
      }
    else
      {
        rest += expected[i];
        others += found[i];
      }
  if (rest >= 1)
    {
      chi += (others - rest) * (others - rest) / rest;
      cells++;
    }
  g_assert_cmpuint (cells, >, 1);
  g_assert_cmpfloat (gsl_cdf_chisq_Q (chi, cells - 1.0), >, 1e-4);
}

static void
test_binomial (void)
{
  static const struct
  {
    guint n;
    double p;
  } cases[] = { { 1, 0.5 }, { 3, 0.25 }, { 20, 0.3 }, { 100, 0.5 }, { 100, 0.9 }, { 1000, 0.02 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = cases[i].n;
      g_autofree guint *found = g_new0 (guint, n + 1);
      g_autofree double *expected = g_new (double, n + 1);

      for (guint j = 0; j <= n; j++)
        expected[j] = N * gsl_ran_binomial_pdf (j, cases[i].p, n);
      for (guint j = 0; j < N; j++)
        found[mis_draw_binomial (&stream, n, cases[i].p)]++;
      check_chi (expected, found, n + 1);
    }
}

/* Sure and impossible, nobody, and more agents than GSL's int can count. */
static void
test_binomial_ends (void)
{
  double sum = 0, square = 0;
  const double n = 4294967295.0;

  g_assert_cmpuint (mis_draw_binomial (&stream, 10, 1.0), ==, 10);
  g_assert_cmpuint (mis_draw_binomial (&stream, 10, 1.0 + 1e-16), ==, 10);
  g_assert_cmpuint (mis_draw_binomial (&stream, 10, 0.0), ==, 0);
  g_assert_cmpuint (mis_draw_binomial (&stream, 0, 0.5), ==, 0);
  for (guint i = 0; i < N; i++)
    {
      double z = ((double) mis_draw_binomial (&stream, G_MAXUINT32, 0.5) - n / 2) / sqrt (n / 4);

      sum += z;
      square += z * z;
    }
  g_assert_cmpfloat (fabs (sum / N), <, 4 / sqrt (N));
  g_assert_cmpfloat (fabs (square / N - 1), <, 4 * sqrt (2.0 / N));
}

/* All 15 ways in which 4 agents can hold 3 goals; the chance of each is that of agent by agent. */
static void
test_even (void)
{
  guint found[25] = { 0 };
  double expected[25] = { 0 };
  const double p[3] = { 1 / 3.0, 1 / 3.0, 1 / 3.0 };

  for (guint a = 0; a <= 4; a++)
    for (guint b = 0; a + b <= 4; b++)
      expected[5 * a + b] = N * gsl_ran_multinomial_pdf (3, p, (guint[]) { a, b, 4 - a - b });
  for (guint i = 0; i < N; i++)
    {
      guint64 counts[3];

      mis_draw_even (&stream, 4, 3, counts);
      g_assert_cmpuint (counts[0] + counts[1] + counts[2], ==, 4);
      found[5 * counts[0] + counts[1]]++;
    }
  check_chi (expected, found, 25);
}

static void
test_by_shares (void)
{
  guint found[36] = { 0 };
  double expected[36] = { 0 };
  const double p[4] = { 0.5, 0.0, 0.2, 0.3 };

  for (guint a = 0; a <= 5; a++)
    for (guint c = 0; a + c <= 5; c++)
      expected[6 * a + c] = N * gsl_ran_multinomial_pdf (4, p, (guint[]) { a, 0, c, 5 - a - c });
  for (guint i = 0; i < N; i++)
    {
      guint64 counts[4];

      mis_draw_by_shares (&stream, 5, 4, p, counts);
      g_assert_cmpuint (counts[0] + counts[1] + counts[2] + counts[3], ==, 5);
      g_assert_cmpuint (counts[1], ==, 0);
      found[6 * counts[0] + counts[2]]++;
    }
  check_chi (expected, found, 36);
}

/* Each goal has the same mean and variance; nobody is lost in large populations. */
static void
test_even_large (void)
{
  const guint k = 7;
  const double n = 1e9;
  double sums[7] = { 0 }, squares[7] = { 0 };

  for (guint i = 0; i < N / 4; i++)
    {
      guint64 counts[7], all = 0;

      mis_draw_even (&stream, 1000000000, k, counts);
      for (guint g = 0; g < k; g++)
        {
          double z = ((double) counts[g] - n / k) / sqrt (n * (1.0 / k) * (1 - 1.0 / k));

          all += counts[g];
          sums[g] += z;
          squares[g] += z * z;
        }
      g_assert_cmpuint (all, ==, 1000000000);
    }
  for (guint g = 0; g < k; g++)
    {
      g_assert_cmpfloat (fabs (sums[g] / (N / 4)), <, 4 / sqrt (N / 4));
      g_assert_cmpfloat (fabs (squares[g] / (N / 4) - 1), <, 4.5 * sqrt (2.0 / (N / 4)));
    }
}

/* Mean 1/k, E[p_g p_h] = a / (k (k a + 1)). */
static void
test_dirichlet (void)
{
  static const double concentrations[] = { 0.2, 1, 5 };
  const guint k = 4;

  for (guint i = 0; i < G_N_ELEMENTS (concentrations); i++)
    {
      double a = concentrations[i], mean = 0, product = 0, square = 0;

      for (guint j = 0; j < N; j++)
        {
          double shares[4], scratch[4];

          mis_draw_dirichlet (&stream, k, a, shares, scratch);
          g_assert_cmpfloat_with_epsilon (shares[0] + shares[1] + shares[2] + shares[3], 1, 1e-12);
          mean += shares[0] / N;
          product += shares[1] * shares[2] / N;
          square += pow (shares[1] * shares[2], 2) / N;
        }
      g_assert_cmpfloat (fabs (mean - 0.25), <, 4 * sqrt (0.25 * 0.75 / (k * a + 1) / N));
      g_assert_cmpfloat (fabs (product - a / (k * (k * a + 1))), <,
                         4 * sqrt ((square - product * product) / N));
    }
}

static void
test_span (void)
{
  const MisSpan span = { 0.25, 0.75 };
  guint64 before;
  double sum = 0;

  for (guint i = 0; i < N; i++)
    {
      double value = mis_draw_span (&stream, span);

      g_assert_cmpfloat (value, >=, 0.25);
      g_assert_cmpfloat (value, <, 0.75);
      sum += value;
    }
  g_assert_cmpfloat (fabs (sum / N - 0.5), <, 4 * 0.5 / sqrt (12.0 * N));
  /* A preset takes nothing from the stream. */
  before = stream.counter[0] * 4 - stream.n_left;
  g_assert_cmpfloat (mis_draw_span (&stream, (MisSpan) { 0.3, 0.3 }), ==, 0.3);
  g_assert_cmpuint (stream.counter[0] * 4 - stream.n_left, ==, before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mis_stream_init (&stream, 2406, 4, 23, 1);
  g_test_add_func ("/draw/binomial", test_binomial);
  g_test_add_func ("/draw/binomial-ends", test_binomial_ends);
  g_test_add_func ("/draw/even", test_even);
  g_test_add_func ("/draw/by-shares", test_by_shares);
  g_test_add_func ("/draw/even-large", test_even_large);
  g_test_add_func ("/draw/dirichlet", test_dirichlet);
  g_test_add_func ("/draw/span", test_span);
  return g_test_run ();
}
