#include "core/error.h"
#include "core/limits.h"
#include "core/number.h"

#include <float.h>
#include <locale.h>
#include <math.h>
#include <string.h>

/* Written with "%.15g", "%.16g" and "%.17g" by hand, from the values themselves. */
static const struct
{
  double value;
  const char *text;
} known[] = {
  { 0, "0" },
  { -0.0, "0" },
  { 1, "1" },
  { -2.5, "-2.5" },
  { 0.1, "0.1" },
  { 1.0 / 3, "0.3333333333333333" },
  { 0.1 + 0.2, "0.30000000000000004" },
  { 0.05, "0.05" },
  { 1e15, "1e+15" },
  { 123456789012345, "123456789012345" },
  { 9007199254740991, "9007199254740991" },
  { 1e21, "1e+21" },
  { 1e-7, "1e-07" },
  { 5e-324, "4.94065645841247e-324" },
  { DBL_MIN, "2.2250738585072014e-308" },
  { DBL_MAX, "1.7976931348623157e+308" },
};

static void
test_format_known (void)
{
  char buffer[MIS_NUMBER_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_assert_cmpstr (mis_number_format (known[i].value, buffer), ==, known[i].text);
      g_assert_cmpstr (buffer, ==, known[i].text);
    }
}

static double
random_double (GRand *rand)
{
  guint64 bits = ((guint64) g_rand_int (rand) << 32) | g_rand_int (rand);
  double value;

  memcpy (&value, &bits, sizeof value);
  return isfinite (value) ? value : random_double (rand);
}

/* The text reads back to the same double, and no shorter one of 15, 16 and 17 digits does. */
static void
check_round_trip (double value)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char buffer[MIS_NUMBER_SIZE];
  char expected[G_ASCII_DTOSTR_BUF_SIZE];
  double back = 0;

  mis_number_format (value, buffer);
  g_assert_true (mis_number_parse (buffer, &back));
  g_assert_true (memcmp (&back, &value, sizeof value) == 0);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (expected, sizeof expected, formats[i], value);
      if (g_ascii_strtod (expected, NULL) == value)
        break;
    }
  g_assert_cmpstr (buffer, ==, expected);
}

static void
test_format_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 100000; i++)
    {
      check_round_trip (random_double (rand));
      check_round_trip (g_rand_double (rand));
      check_round_trip (g_rand_int_range (rand, 1, 1001) / 1000.0);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    double value;
  } good[] = {
    { "0", 0 }, { "-0", 0 }, { "0.5", 0.5 }, { "-1", -1 }, { "1e3", 1000 }, { "1E-2", 0.01 },
    { "1.7976931348623157e308", DBL_MAX }, { "0.1000000000000000055511151231257827", 0.1 },
    { "1e-400", 0 },
  };
  static const char *const bad[] = {
    "", " ", " 1", "1 ", "1\n", "1,5", "1.5x", "one", "inf", "-inf", "INF", "infinity", "nan",
    "NaN", "nan(1)", "0x10", "0X1p3", "1e", "1e+", ".", "-", "--1", "1e999", "-1e999", "1 2",
    "1_000", "\xc2\xa0" "1", "\xd9\xa1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      double value = 17;

      if (!mis_number_parse (good[i].text, &value))
        g_error ("\"%s\" should be a number", good[i].text);
      g_assert_cmpfloat (value, ==, good[i].value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      double value = 17;

      if (mis_number_parse (bad[i], &value))
        g_error ("\"%s\" should be no number", bad[i]);
    }
}

/* The user's decimal comma changes nothing. Skipped where there is no such locale and none can
 * be made. */
static void
test_locale (void)
{
  static const char *const names[] = { "de_DE.UTF-8", "fr_FR.UTF-8", "es_ES.UTF-8", "nl_NL.UTF-8" };
  g_autofree char *old = g_strdup (setlocale (LC_NUMERIC, NULL));
  char buffer[MIS_NUMBER_SIZE];
  double value = 0;
  gboolean found = FALSE;

  if (g_getenv ("MISALIGN_LOCALES") != NULL)
    g_setenv ("LOCPATH", g_getenv ("MISALIGN_LOCALES"), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (names) && !found; i++)
    found = setlocale (LC_NUMERIC, names[i]) != NULL;
  if (!found)
    {
      g_test_skip ("no locale with a decimal comma is installed");
      return;
    }
  g_assert_cmpstr (mis_number_format (1234.5, buffer), ==, "1234.5");
  g_assert_true (mis_number_parse ("1234.5", &value));
  g_assert_cmpfloat (value, ==, 1234.5);
  g_assert_false (mis_number_parse ("1234,5", &value));
  setlocale (LC_NUMERIC, old);
}

static void
expect_range_error (gboolean ok, GError **error)
{
  g_assert_false (ok);
  g_assert_error (*error, MIS_ERROR, MIS_ERROR_RANGE);
  g_assert_cmpuint (strlen ((*error)->message), >, 0);
  g_clear_error (error);
}

static void
test_check_probability (void)
{
  const double good[] = { 0, -0.0, 5e-324, 0.5, 1 - DBL_EPSILON / 2, 1 };
  const double bad[] = { -5e-324, -1, 1 + DBL_EPSILON, 2, NAN, INFINITY, -INFINITY };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (mis_check_probability (good[i], &error));
      g_assert_no_error (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    expect_range_error (mis_check_probability (bad[i], &error), &error);
  g_assert_false (mis_check_probability (NAN, NULL));
}

static void
test_check_range (void)
{
  const double good[][3] = { { 0, 0, 0 }, { 0, 0.5, 1 }, { 1, 1, 1 }, { 0.2, 0.2, 0.3 } };
  const double bad[][3] = { { 0.3, 0.2, 0.4 },  { 0.1, 0.5, 0.4 }, { -0.1, 0, 0 },
                            { 0.5, 1, 1.1 },    { NAN, 0.5, 1 },   { 0, NAN, 1 },
                            { 0, 0.5, NAN },    { 1, 0.5, 0 },     { 0, 0.5, INFINITY } };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (mis_check_range (good[i][0], good[i][1], good[i][2], &error));
      g_assert_no_error (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    expect_range_error (mis_check_range (bad[i][0], bad[i][1], bad[i][2], &error), &error);
}

static void
test_check_count (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mis_check_count (0, &error));
  g_assert_true (mis_check_count (1, &error));
  g_assert_true (mis_check_count (G_GUINT64_CONSTANT (1000000000000), &error));
  g_assert_no_error (error);
  expect_range_error (mis_check_count (G_GUINT64_CONSTANT (1000000000001), &error), &error);
  expect_range_error (mis_check_count (G_MAXUINT64, &error), &error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/format/known", test_format_known);
  g_test_add_func ("/number/format/random", test_format_random);
  g_test_add_func ("/number/parse", test_parse);
  g_test_add_func ("/number/locale", test_locale);
  g_test_add_func ("/number/check-probability", test_check_probability);
  g_test_add_func ("/number/check-range", test_check_range);
  g_test_add_func ("/number/check-count", test_check_count);
  return g_test_run ();
}
