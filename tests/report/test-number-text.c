#include "report/number-text.h"

#include <locale.h>

static const struct
{
  double value;
  guint decimals;
  const char *shortest;
  const char *fixed;
} numbers[] = {
  { 0.25688931797422987, 3, "0.257", "0.257" },
  { 0.5, 3, "0.5", "0.500" },
  { 1.0, 3, "1", "1.000" },
  { 0.0, 3, "0", "0.000" },
  { -0.0, 3, "0", "0.000" },
  { -0.0004, 3, "0", "0.000" },
  { -0.0006, 3, "\u22120.001", "\u22120.001" },
  { -12.5, 1, "\u221212.5", "\u221212.5" },
  { 100.0, 0, "100", "100" },
  { 1e15, 2, "1000000000000000", "1000000000000000.00" },
};

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *shortest = mis_number_text (numbers[i].value, numbers[i].decimals);
      g_autofree char *fixed = mis_number_text_fixed (numbers[i].value, numbers[i].decimals);

      g_assert_cmpstr (shortest, ==, numbers[i].shortest);
      g_assert_cmpstr (fixed, ==, numbers[i].fixed);
    }
}

/* Three decimals; where the first two would be 0, two digits that count. */
static void
test_scores (void)
{
  static const struct
  {
    double value;
    const char *text;
  } scores[] = { { 0.0, "0.000" },       { 1.0, "1.000" },         { 0.25689, "0.257" },
                 { 0.01, "0.010" },      { 0.00999, "0.0100" },    { 0.0042, "0.0042" },
                 { 0.000417, "0.00042" }, { 0.0000417, "0.000042" }, { 1e-9, "0.000000" } };

  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    {
      g_autofree char *text = mis_score_text (scores[i].value);

      g_assert_cmpstr (text, ==, scores[i].text);
    }
}

/* Two decimals; where these would say 0.0 or less, two digits that count. */
static void
test_expected_numbers (void)
{
  static const struct
  {
    double value;
    const char *text;
  } expected[] = { { 0.0, "0.00" },       { 2.0, "2.00" },     { 0.51378, "0.51" },
                   { 0.1, "0.10" },       { 0.0999, "0.100" }, { 0.0123, "0.012" },
                   { 0.0012, "0.0012" },  { 1e-9, "0.000000" } };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text = mis_expected_text (expected[i].value);

      g_assert_cmpstr (text, ==, expected[i].text);
    }
}

/* All digits that are needed, and no more; what is typed back is the same number. */
static void
test_exact (void)
{
  const struct
  {
    double value;
    const char *text;
  } cases[] = {
    { 0.0, "0" },   { 1.0, "1" },         { 0.1, "0.1" },
    { 0.8, "0.8" }, { 0.125, "0.125" },   { 1.0 / 3.0, "0.3333333333333333" },
    { 1000, "1000" }, { 1e-7, "1e-07" }, { 0.1 + 0.2, "0.30000000000000004" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mis_exact_text (cases[i].value);
      double back;

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (mis_number_from_text (text, &back));
      g_assert_cmpfloat (back, ==, cases[i].value);
    }
}

/* Two digits that count, however small, up to hundredths of a percent. */
static const struct
{
  double fraction;
  const char *text;
} percents[] = {
  { 0.0, "0" }, { 1.0, "100" }, { 0.25688931797422987, "26" }, { 0.10623974, "11" }, { 0.1, "10" },
  { 0.0897212875, "9" }, { 0.0867, "8.7" }, { 0.01, "1" }, { 0.0099, "0.99" }, { 0.00126, "0.13" },
  { 0.00001, "0" },
};

static void
test_percents (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      g_autofree char *text = mis_percent_text (percents[i].fraction);
      g_autofree char *expected = g_strconcat (percents[i].text, "\u202f%", NULL);

      g_assert_cmpstr (text, ==, expected);
    }
}

static const struct
{
  const char *text;
  double value;
} typed[] = {
  { "80\u202f%", 0.8 }, { "\u00a080,0\u00a0%\u00a0", 0.8 }, { "\u202f1", 1.0 },
  { "0.5", 0.5 },  { "0,5", 0.5 },  { " 1 ", 1.0 },    { "50%", 0.5 },      { "12,5 %", 0.125 },
  { "1e-3", 1e-3 }, { "0.1", 0.1 }, { "1,000", 1.0 }, { "0.30000000000000004", 0.1 + 0.2 },
};

static const char *const no_numbers[]
  = { "",     " ",    "\u00a0", "0.5\xff", "%",   "abc",  "0.5x", "1,000.5",
      "0..5", "1 2", "nan",    "inf",     "0x10", "--1" };

static void
test_typed (void)
{
  double value;

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_assert_true (mis_number_from_text (typed[i].text, &value));
      g_assert_cmpfloat (value, ==, typed[i].value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (no_numbers); i++)
    g_assert_false (mis_number_from_text (no_numbers[i], &value));
}

static const struct
{
  const char *text;
  double value;
} counts[] = {
  { "0", 0 },
  { "1000", 1000 },
  { "1,000", 1000 },
  { "1.000", 1000 },
  { "1 000", 1000 },
  { "1\u202f000", 1000 },
  { "1\u00a0000\u00a0000", 1e6 },
  { "1\u2019000", 1000 },
  { " 12'345'678 ", 12345678 },
  { "1e6", 1e6 },
  { "250.0", 250 },
  { "9007199254740992", 9007199254740992.0 },
};

static const char *const no_counts[] = { "", "1.5", "1,5", "1,000.000", "1.000,5", "1,000,00",
                                         "1234,567", "12 34", "1, 000", "half", "1,000x" };

static void
test_counts (void)
{
  double value;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_assert_true (mis_count_from_text (counts[i].text, &value));
      g_assert_cmpfloat (value, ==, counts[i].value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (no_counts); i++)
    if (mis_count_from_text (no_counts[i], &value))
      g_error ("%s was read as %g", no_counts[i], value);
}

static void
test_durations (void)
{
  const struct
  {
    double seconds;
    const char *text;
  } durations[] = {
    { 0.0, "less than 0.01 s" }, { 0.048, "0.05\u202fs" }, { 0.5, "0.5\u202fs" },
    { 1.26, "1.3\u202fs" },       { 12.4, "12\u202fs" },    { 89, "89\u202fs" },
    { 120, "2\u202fmin" },        { 3600, "60\u202fmin" },  { 9000, "2.5\u202fh" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (durations); i++)
    {
      g_autofree char *text = mis_seconds_text (durations[i].seconds);

      g_assert_cmpstr (text, ==, durations[i].text);
    }
}

/* Pashto has a decimal sign of two bytes. */
static void
test_long_decimal_sign (void)
{
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));

  if (setlocale (LC_NUMERIC, "ps_AF.UTF-8") == NULL)
    {
      g_test_skip ("There is no locale ps_AF.UTF-8.");
      return;
    }
  for (guint i = 0; i < 2; i++)
    {
      const double number = i == 0 ? 1.0 : 1.25;
      g_autofree char *text = mis_number_text (number, 3);
      double value;

      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_cmpstr (text, ==, i == 0 ? "1" : "1٫25");
      g_assert_true (mis_number_from_text (text, &value));
      g_assert_cmpfloat (value, ==, number);
    }
  setlocale (LC_NUMERIC, before);
}

static void
test_counted (void)
{
  g_autofree char *text = mis_count_text (8500);

  /* The C locale sets nothing apart. */
  g_assert_cmpstr (text, ==, "8500");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-text/numbers", test_numbers);
  g_test_add_func ("/number-text/scores", test_scores);
  g_test_add_func ("/number-text/expected-numbers", test_expected_numbers);
  g_test_add_func ("/number-text/exact", test_exact);
  g_test_add_func ("/number-text/percents", test_percents);
  g_test_add_func ("/number-text/typed", test_typed);
  g_test_add_func ("/number-text/counts", test_counts);
  g_test_add_func ("/number-text/durations", test_durations);
  g_test_add_func ("/number-text/long-decimal-sign", test_long_decimal_sign);
  g_test_add_func ("/number-text/counted", test_counted);
  return g_test_run ();
}
