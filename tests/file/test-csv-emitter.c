/* Fields as they are written, and read by somebody else: split and unquoted here. */
#include <math.h>
#include <string.h>

#include <glib.h>

#include "file/csv-emitter.h"

static char *
end (MisCsv *csv)
{
  g_autoptr (GBytes) bytes = mis_csv_end (csv);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  return g_strndup (text, size);
}

static void
append_row (MisCsv *csv, const char *text, double number, guint64 whole)
{
  mis_csv_append_text (csv, text);
  mis_csv_append_number (csv, number);
  mis_csv_append_whole (csv, whole);
  mis_csv_append_empty (csv);
  mis_csv_end_row (csv);
}

static char *
write_rows (MisCsvStyle style)
{
  MisCsv csv;

  mis_csv_init (&csv, style);
  append_row (&csv, "plain", 0.5, 7);
  append_row (&csv, "1.5", -1.25e-300, G_MAXUINT64);
  append_row (&csv, "a,b", NAN, 0);
  append_row (&csv, "a;b", 1e22, 0);
  append_row (&csv, " \"x\"\n", 3, 0);
  append_row (&csv, "", INFINITY, 0);
  mis_csv_append_empty (&csv);
  mis_csv_append_number (&csv, 0.1);
  mis_csv_end_row (&csv);
  return end (&csv);
}

static void
test_styles (void)
{
  g_autofree char *points = write_rows (MIS_CSV_POINTS);
  g_autofree char *commas = write_rows (MIS_CSV_DECIMAL_COMMAS);

  g_assert_cmpstr (points, ==,
                   "plain,0.5,7,\n1.5,-1.25e-300,18446744073709551615,\n\"a,b\",,0,\n"
                   "a;b,1e+22,0,\n\" \"\"x\"\"\n\",3,0,\n\"\",,0,\n,0.1\n");
  g_assert_cmpstr (commas, ==,
                   "plain;0,5;7;\n1.5;-1,25e-300;18446744073709551615;\n\"a,b\";;0;\n"
                   "\"a;b\";1e+22;0;\n\" \"\"x\"\"\n\";3;0;\n\"\";;0;\n;0,1\n");
}

/* Every bit of a number is there in either style. */
static void
test_numbers (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (30);

  for (guint i = 0; i < 100000; i++)
    {
      double number = ldexp (g_rand_double_range (rand, -1, 1),
                             g_rand_int_range (rand, -1000, 1000));
      g_autofree char *text = NULL;
      MisCsv csv;

      mis_csv_init (&csv, MIS_CSV_DECIMAL_COMMAS);
      mis_csv_append_number (&csv, number);
      text = end (&csv);
      g_assert_null (strchr (text, '.'));
      g_assert_cmpfloat (g_ascii_strtod (g_strdelimit (text, ",", '.'), NULL), ==, number);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-emitter/styles", test_styles);
  g_test_add_func ("/csv-emitter/numbers", test_numbers);
  return g_test_run ();
}
