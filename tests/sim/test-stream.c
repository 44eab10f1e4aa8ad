/* The random streams: known answers, uniformity, and that no two are alike. */
#include <math.h>
#include <string.h>

#include <gsl/gsl_cdf.h>

#include "sim/stream.h"

/* From kat_vectors of Random123: philox4x64 of 10 rounds, counter 0, key 0. */
static void
test_known_answers (void)
{
  static const guint64 expected[] = { 0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b,
                                      0x7e68b68aec7ba23b };
  MisStream stream;

  mis_stream_init (&stream, 0, 0, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmphex (mis_stream_next (&stream), ==, expected[i]);
}

/* The other two vectors there: all bits set, and the digits of pi. */
static void
test_known_counters (void)
{
  static const struct
  {
    guint64 key[2], counter[4], words[4];
  } cases[] = {
    { { G_MAXUINT64, G_MAXUINT64 },
      { G_MAXUINT64, G_MAXUINT64, G_MAXUINT64, G_MAXUINT64 },
      { 0x87b092c3013fe90b, 0x438c3c67be8d0224, 0x9cc7d7c69cd777b6, 0xa09caebf594f0ba0 } },
    { { 0x452821e638d01377, 0xbe5466cf34e90c6c },
      { 0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89 },
      { 0xa528f45403e61d95, 0x38c72dbd566e9788, 0xa5a1610e72fd18b5, 0x57bd43b5e52b7fe6 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MisStream stream;

      mis_stream_init (&stream, 0, 0, 0, 0);
      memcpy (stream.key, cases[i].key, sizeof stream.key);
      memcpy (stream.counter, cases[i].counter, sizeof stream.counter);
      mis_stream_refill (&stream);
      for (guint j = 0; j < MIS_STREAM_WORDS; j++)
        g_assert_cmphex (stream.words[j], ==, cases[i].words[j]);
    }
}

/* What a seed gives must never change: figures are named by their seeds. */
static void
test_golden (void)
{
  MisStream first, second;
  guint64 words[3];

  mis_stream_init (&first, 42, 1, 2, 3);
  mis_stream_init (&second, 42, 1, 2, 3);
  for (guint i = 0; i < 3; i++)
    words[i] = mis_stream_next (&first);
  g_assert_cmpfloat (mis_stream_uniform (&second), ==, (double) (words[0] >> 11) * 0x1p-53);
  g_assert_cmpfloat (gsl_rng_uniform (&second.rng), ==, (double) (words[1] >> 11) * 0x1p-53);
  g_assert_cmphex (gsl_rng_get (&second.rng), ==, words[2] >> 32);
}

static void
test_different (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint64 i = 0; i < 10000; i++)
    {
      MisStream stream;

      mis_stream_init (&stream, i % 10, i / 10 % 10, i / 100 % 10, i / 1000);
      for (guint word = 0; word < 8; word++)
        {
          guint64 next = mis_stream_next (&stream);

          g_assert_true (g_hash_table_add (seen, g_memdup2 (&next, sizeof next)));
        }
    }
}

/* Chi-square of 256 cells: within a stream, and over the first numbers of neighbouring streams. */
static void
test_uniform (void)
{
  guint64 cells[3][256] = { { 0 } };
  MisStream stream;
  const guint n = 1 << 18;

  mis_stream_init (&stream, 7, 0, 0, 0);
  for (guint i = 0; i < n; i++)
    cells[0][(guint) (mis_stream_uniform (&stream) * 256)]++;
  for (guint i = 0; i < n; i++)
    {
      mis_stream_init (&stream, 7, 0, i % 512, i / 512);
      cells[1][(guint) (mis_stream_uniform (&stream) * 256)]++;
      cells[2][mis_stream_next (&stream) & 255]++;
    }
  for (guint set = 0; set < 3; set++)
    {
      double chi = 0;

      for (guint i = 0; i < 256; i++)
        chi += pow ((double) cells[set][i] - n / 256.0, 2) / (n / 256.0);
      g_assert_cmpfloat (gsl_cdf_chisq_Q (chi, 255), >, 1e-4);
      g_assert_cmpfloat (gsl_cdf_chisq_P (chi, 255), >, 1e-4);
    }
}

/* Neighbouring streams do not follow each other: correlation of their numbers. */
static void
test_uncorrelated (void)
{
  const guint n = 1 << 17;
  double sums[3] = { 0, 0, 0 };
  MisStream streams[4];

  mis_stream_init (&streams[0], 1, 0, 0, 0);
  mis_stream_init (&streams[1], 1, 0, 0, 1);
  mis_stream_init (&streams[2], 1, 0, 1, 0);
  mis_stream_init (&streams[3], 2, 0, 0, 0);
  for (guint i = 0; i < n; i++)
    {
      double base = mis_stream_uniform (&streams[0]) - 0.5;

      for (guint other = 0; other < 3; other++)
        sums[other] += base * (mis_stream_uniform (&streams[other + 1]) - 0.5);
    }
  /* The deviation of the sum is sqrt(n) / 12. */
  for (guint other = 0; other < 3; other++)
    g_assert_cmpfloat (fabs (sums[other]), <, 4 * sqrt (n) / 12);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stream/known-answers", test_known_answers);
  g_test_add_func ("/stream/known-counters", test_known_counters);
  g_test_add_func ("/stream/golden", test_golden);
  g_test_add_func ("/stream/different", test_different);
  g_test_add_func ("/stream/uniform", test_uniform);
  g_test_add_func ("/stream/uncorrelated", test_uncorrelated);
  return g_test_run ();
}
