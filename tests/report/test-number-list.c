/* Lists of numbers: what people type, and that what is shown is read back as the same. */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "report/number-list.h"

typedef struct
{
  const char *text;
  gboolean counting;
  guint n;
  double numbers[4];
} Case;

static const Case good[] = {
  { "0.5; 1", FALSE, 2, { 0.5, 1 } },
  { "0,5; 1", FALSE, 2, { 0.5, 1 } },
  { "0,5;1,0;", FALSE, 2, { 0.5, 1 } },
  { "0.5", FALSE, 1, { 0.5 } },
  { "0.5 1", FALSE, 2, { 0.5, 1 } },
  { "  0.25   0.5  0.75 ", FALSE, 3, { 0.25, 0.5, 0.75 } },
  { "0.5, 1", FALSE, 2, { 0.5, 1 } },
  { "0,25, 0,5, 1", FALSE, 3, { 0.25, 0.5, 1 } },
  { "0.1\t0.2\n0.3\r\n", FALSE, 3, { 0.1, 0.2, 0.3 } },
  { "25 %; 50%", FALSE, 2, { 0.25, 0.5 } },
  { "25 % 50 %", FALSE, 2, { 0.25, 0.5 } },
  { "1e-3; 1", FALSE, 2, { 0.001, 1 } },
  { "1; 0; 1", FALSE, 3, { 1, 0, 1 } },
  { "10; 1,000; 1e6", TRUE, 3, { 10, 1000, 1000000 } },
  { "1.000; 1 000", TRUE, 2, { 1000, 1000 } },
  { "1 000", TRUE, 1, { 1000 } },
  { "10, 100", TRUE, 2, { 10, 100 } },
  { "10,100", TRUE, 1, { 10100 } },
};

static const struct
{
  const char *text;
  gboolean counting;
  const char *bad;
} wrong[] = {
  { "", FALSE, "" },
  { "   ", FALSE, "" },
  { ";", FALSE, "" },
  { "0.5;;1", FALSE, "" },
  { "; 0.5", FALSE, "" },
  { "half", FALSE, "half" },
  { "0.5; half; 1", FALSE, "half" },
  { "0.5 to 1", FALSE, "to" },
  { "0.1,0.2", FALSE, "0.1,0.2" },
  { "0.5-1", FALSE, "0.5-1" },
  { "nan; 1", FALSE, "nan" },
  { "1e999", FALSE, "1e999" },
  { "%", FALSE, "%" },
  { "10; 2.5", TRUE, "2.5" },
  { "10 100 1000", TRUE, "10 100 1000" },
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *bad = NULL;
      g_autoptr (GArray) numbers = mis_number_list_from_text (good[i].text, good[i].counting, &bad);

      if (numbers == NULL)
        g_error ("\"%s\": \"%s\" was refused", good[i].text, bad);
      g_assert_null (bad);
      g_assert_cmpuint (numbers->len, ==, good[i].n);
      for (guint j = 0; j < numbers->len; j++)
        g_assert_cmpfloat (g_array_index (numbers, double, j), ==, good[i].numbers[j]);
    }
}

static void
test_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *bad = NULL;

      if (mis_number_list_from_text (wrong[i].text, wrong[i].counting, &bad) != NULL)
        g_error ("\"%s\" was taken", wrong[i].text);
      g_assert_cmpstr (bad, ==, wrong[i].bad);
    }
}

/* A number of any size and with any digits, as far as it is finite. */
static double
random_number (GRand *rand)
{
  guint64 bits = ((guint64) g_rand_int (rand) << 32) | g_rand_int (rand);
  double number;

  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      return g_rand_int_range (rand, 0, 101) / 100.0;
    case 1:
      return g_rand_double (rand);
    default:
      break;
    }
  memcpy (&number, &bits, sizeof number);
  return isfinite (number) ? number : 0.0;
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint round = 0; round < 5000; round++)
    {
      double numbers[8];
      guint n = (guint) g_rand_int_range (rand, 1, 9);
      g_autofree char *text = NULL, *bad = NULL;
      g_autoptr (GArray) again = NULL;

      for (guint i = 0; i < n; i++)
        numbers[i] = random_number (rand);
      text = mis_number_list_text (numbers, n);
      again = mis_number_list_from_text (text, FALSE, &bad);
      if (again == NULL || again->len != n)
        g_error ("\"%s\" is not read back", text);
      for (guint i = 0; i < n; i++)
        g_assert_cmpfloat (g_array_index (again, double, i), ==, numbers[i]);
    }
}

/* The same list, however its numbers are parted and their decimals written. */
static void
test_same_in_all_ways (void)
{
  static const char *const between[] = { ";", "; ", " ;  ", "\t", "\n", "\r\n", " ", ", " };
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint round = 0; round < 2000; round++)
    {
      guint n = (guint) g_rand_int_range (rand, 1, 6);
      const char *separator = between[round % G_N_ELEMENTS (between)];
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *bad = NULL;
      g_autoptr (GArray) numbers = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "%s0%c%u", i > 0 ? separator : "",
                                g_rand_boolean (rand) ? '.' : ',', 125u * (i + 1));
      numbers = mis_number_list_from_text (text->str, FALSE, &bad);
      if (numbers == NULL || numbers->len != n)
        g_error ("\"%s\" is not read as %u numbers", text->str, n);
      for (guint i = 0; i < n; i++)
        g_assert_cmpfloat (g_array_index (numbers, double, i), ==, 0.125 * (i + 1));
    }
}

/* Whatever is typed: a list or the part that is none, and nothing else. */
static void
test_any_text (void)
{
  static const char letters[] = "0123456789.,;%eE+- \t\nx";
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 20000; round++)
    {
      char text[24] = "";
      g_autofree char *bad = NULL;
      g_autoptr (GArray) numbers = NULL;

      for (guint i = 0, n = (guint) g_rand_int_range (rand, 0, 24); i < n; i++)
        text[i] = letters[g_rand_int_range (rand, 0, (int) sizeof letters - 1)];
      numbers = mis_number_list_from_text (text, round % 2 == 0, &bad);
      g_assert_true ((numbers == NULL) == (bad != NULL));
      g_assert_true (numbers == NULL || numbers->len > 0);
      for (guint i = 0; numbers != NULL && i < numbers->len; i++)
        g_assert_true (isfinite (g_array_index (numbers, double, i)));
      g_assert_true (bad == NULL || strstr (text, bad) != NULL);
    }
}

static void
test_locale (void)
{
  g_autofree char *text = mis_number_list_text ((double[]){ 0.5, 1, 0.1 + 0.2 }, 3);
  const char *sign = localeconv ()->decimal_point;
  g_autofree char *expected = g_strdup_printf ("0%s5; 1; 0%s30000000000000004", sign, sign);

  g_assert_cmpstr (text, ==, expected);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-list/good", test_good);
  g_test_add_func ("/number-list/wrong", test_wrong);
  g_test_add_func ("/number-list/round-trip", test_round_trip);
  g_test_add_func ("/number-list/same-in-all-ways", test_same_in_all_ways);
  g_test_add_func ("/number-list/any-text", test_any_text);
  g_test_add_func ("/number-list/locale", test_locale);
  return g_test_run ();
}
