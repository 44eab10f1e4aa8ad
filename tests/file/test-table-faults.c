/* Several faults of one table: all are told at once, each with its cell; and none of them is
 * made up. */
#include <string.h>
#include <unistd.h>

#include "core/population.h"
#include "file/conflict-table.h"
#include "file/example.h"
#include "file/table-population.h"
#include "file/table-scan.h"
#include "table-text.h"

/* All that is told, a fault a line. */
static char *
spell_all (MisFault *fault)
{
  GString *text = g_string_new (NULL);
  g_autofree char *first = mis_fault_to_text (fault, "t");

  g_string_append_printf (text, "%s\n", first);
  for (guint i = 0; fault->others != NULL && i < fault->others->len; i++)
    {
      g_autofree char *other = mis_fault_to_text (g_ptr_array_index (fault->others, i), "t");

      g_string_append_printf (text, "%s\n", other);
    }
  if (fault->n_alike > 0)
    g_string_append_printf (text, "%" G_GUINT64_FORMAT " alike\n", fault->n_alike);
  if (fault->n_more > 0)
    g_string_append_printf (text, "%u more\n", fault->n_more);
  mis_fault_free (fault);
  return g_string_free (text, FALSE);
}

static char *
read_faults (const char *text)
{
  MisFault *fault = NULL;
  g_autoptr (MisWorld) world =
    mis_table_read (text, strlen (text), NULL, MIS_TABLE_ADD, NULL, &fault);

  g_assert_null (world);
  return spell_all (fault);
}

static char *
stream_faults (const char *text)
{
  g_autoptr (MisWorld) shopping = mis_example_load ("shopping", NULL);
  g_autoptr (MisPopulation) population = mis_population_new (shopping, FALSE);
  MisFault *fault = NULL;
  int fd = table_make_file (text, strlen (text));

  g_assert_false (mis_table_add_population (fd, population, NULL, &fault));
  close (fd);
  return spell_all (fault);
}

static void
test_cells (void)
{
  static const char wide[] = "agent,kind,count,food,food:weight,household,household:weight\n"
                             "\"a\nb\",human,1,profit,1,inventory,1\n"
                             "\n"
                             "c,wizrd,1.5,profit,1,inventory,1\n"
                             "d,human,1,profit,x,inventory,y\n"
                             "e,human\n";
  static const char told[]
    = "t:2:1: agent: found the control character U+000A as character 2, expected text without it "
      "(cell A2)\n"
      "t:5:3: kind: found \"wizrd\", expected human, ai, organization or other (cell B4)\n"
      "t:5:9: count: found \"1.5\", expected a whole number in digits only (cell C4)\n"
      "t:6:18: food:weight: found \"x\", expected a number from 0 to 1 (cell E5)\n"
      "t:6:30: household:weight: found \"y\", expected a number from 0 to 1 (cell G5)\n"
      "t:7:1: found 2 fields in this row, expected 7 as in the header\n";
  g_autofree char *read = read_faults (wide);
  g_autofree char *streamed = stream_faults (wide);

  g_assert_cmpstr (read, ==, told);
  g_assert_cmpstr (streamed, ==, told);
}

/* A survey: how to bring its weights down is said once, and of no number that is on no scale. */
static void
test_scale (void)
{
  static const char *const separators[] = { ",", ";" };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      static const char told[]
        = "t:2:5: x:weight: found \"-2\", expected a number from 0 to 1 (cell C2)\n"
          "t:3:5: x:weight: found \"2000\", expected a number from 0 to 1 (cell C3)\n"
          "t:4:5: x:weight: found \"4\", expected a number from 0 to 1: divide answers on a scale "
          "from 1 to 5 by 5, and those from 1 to 100 by 100 (cell C4)\n"
          "t:6:5: x:weight: found \"5\", expected a number from 0 to 1 (cell C6)\n";
      g_auto (GStrv) parts = g_strsplit ("agent,x,x:weight\na,g,-2\nb,g,2000\nc,g,4\nd,g,1\n"
                                         "e,g,5\n", ",", -1);
      g_autofree char *text = g_strjoinv (separators[i], parts);
      g_autofree char *found = read_faults (text);

      g_assert_cmpstr (found, ==, told);
    }
}

/* The rows of an agent that stand behind a bad one of theirs are not at fault. */
static void
test_long_form (void)
{
  g_autofree char *read = read_faults ("sep=;\n"
                                       "agent;kind;area;goal;weight\n"
                                       "a;ai;food;profit;2\n"
                                       "a;;household;inventory;1\n"
                                       "b;ai;food;profit;1\n"
                                       "b;wizrd;household;inventory;1\n"
                                       "b;;work;x;1\n"
                                       "c;ai;food;profit;1\n"
                                       "a;ai;work;x;1\n");

  g_assert_cmpstr (read, ==,
                   "t:3:18: weight: found \"2\", expected a number from 0 to 1: divide "
                   "answers on a scale from 1 to 5 by 5, and those from 1 to 100 by 100 (cell E2)\n"
                   "t:6:3: kind: found \"wizrd\", expected human, ai, organization or other (cell "
                   "B5)\n"
                   "t:9:1: agent: found \"a\" again behind rows of other agents, expected all rows "
                   "of an agent together: others begin in line 4 (cell A8)\n");
}

static void
test_header (void)
{
  g_autofree char *read = read_faults ("agent,x,x:wieght,x:lo,x:weight,y:weight\na,1,1,1,1,1\n");

  g_assert_cmpstr (read, ==,
                   "t:1:9: x:wieght: found \"wieght\" behind the area \"x\", expected x:weight, "
                   "x:low or x:high (cell C1)\n"
                   "t:1:18: x:lo: found \"lo\" behind the area \"x\", expected x:weight, x:low or "
                   "x:high (cell D1)\n"
                   "t:1:32: y:weight: found weights of \"y\", expected also a column \"y\" with "
                   "its goals (cell F1)\n");
}

static void
test_misspelt_area (void)
{
  g_autofree char *read = read_faults ("agent,Speed,Sped:weight,Job,Jobs:low,Tax:high\n"
                                       "a,x,1,x,1,1\n");

  g_assert_cmpstr (read, ==,
                   "t:1:13: Sped:weight: found weights of \"Sped\", expected also a column "
                   "\"Sped\" with its goals; did you mean \"Speed\"? (cell C1)\n"
                   "t:1:29: Jobs:low: found ranges of weights of \"Jobs\", expected also a column "
                   "\"Jobs\" with its goals; did you mean \"Job\"? (cell E1)\n"
                   "t:1:38: Tax:high: found ranges of weights of \"Tax\", expected also a column "
                   "\"Tax\" with its goals (cell F1)\n");
}

/* What cannot be read on behind is the last fault. */
static void
test_last_fault (void)
{
  g_autofree char *read = read_faults ("agent,food,food:weight\na,x,2\nb,\"x,1\nc,x,3\n");

  g_assert_cmpstr (read, ==,
                   "t:2:5: food:weight: found \"2\", expected a number from 0 to 1: divide "
                   "answers on a scale from 1 to 5 by 5, and those from 1 to 100 by 100 (cell C2)\n"
                   "t:3:3: found a quote that is never closed, expected another one at the end of "
                   "the field\n");
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\n' ? 1 : 0;
  return n;
}

static void
check_many (guint n_bad, const char *last)
{
  g_autoptr (GString) table = g_string_new ("agent,food,food:weight\n");
  g_autofree char *read = NULL;
  g_autofree char *streamed = NULL;

  for (guint i = 0; i < n_bad; i++)
    g_string_append_printf (table, "a%u,profit,x%u\n", i, i);
  read = read_faults (table->str);
  streamed = stream_faults (table->str);
  g_assert_cmpuint (count_lines (read), ==, n_bad <= 20 ? n_bad : 21);
  g_assert_true (g_str_has_suffix (read, last));
  g_assert_cmpstr (read, ==, streamed);
}

static void
test_many (void)
{
  check_many (1, "(cell C2)\n");
  check_many (20, "(cell C21)\n");
  check_many (21, "(cell C21)\n1 more\n");
  check_many (1019, "\n999 more\n");
  check_many (1020, "\n1000 more\n");
  check_many (5000, "\n1000 more\n");
}

static void
test_cell_names (void)
{
  static const struct
  {
    guint field;
    const char *name;
  } cells[] = { { 0, "A7" }, { 25, "Z7" }, { 26, "AA7" }, { 51, "AZ7" }, { 52, "BA7" },
                { 701, "ZZ7" }, { 702, "AAA7" } };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *name = mis_table_scan_name_cell (cells[i].field, 7);

      g_assert_cmpstr (name, ==, cells[i].name);
    }
}

static void
test_conflicts (void)
{
  static const char text[] = "goal,convenience,profit,checkout\nconvenience,,2,0.3\nprofit,,,x\n";
  g_autoptr (MisWorld) shopping = mis_example_load ("shopping", NULL);
  MisFault *fault = NULL;
  g_autofree char *told = NULL;

  g_assert_null (mis_conflict_table_read (text, strlen (text), mis_world_get_area (shopping, 0),
                                          NULL, &fault));
  told = spell_all (fault);
  g_assert_cmpstr (told, ==,
                   "t:2:14: profit: found \"2\", expected a number from 0 to 1 (cell C2)\n"
                   "t:3:10: checkout: found \"x\", expected a number from 0 to 1 (cell D3)\n");
}

/* Decimal commas between commas are one mistake, wherever they stand; each other one is told. */
static void
test_commas (void)
{
  static const char conflicts[] = "goal,convenience,profit,checkout\n"
                                  "convenience,,\"0,5\",\"0,25\"\nprofit,,,x\n";
  g_autoptr (MisWorld) shopping = mis_example_load ("shopping", NULL);
  g_autofree char *read = read_faults ("agent,x,x:weight,y,y:weight\na,g,\"0,5\",g,\"0,25\"\n"
                                       "b,g,\"50,5 %\",g,x\nc,g,\"0,5\",g,1\n");
  MisFault *fault = NULL;
  g_autofree char *told = NULL;

  g_assert_cmpstr (read, ==,
                   "t:2:5: x:weight: found \"0,5\", expected a number from 0 to 1, with a point as "
                   "decimal sign (cell C2)\n"
                   "t:3:16: y:weight: found \"x\", expected a number from 0 to 1 (cell E3)\n"
                   "3 alike\n");
  g_assert_null (mis_conflict_table_read (conflicts, strlen (conflicts),
                                          mis_world_get_area (shopping, 0), NULL, &fault));
  told = spell_all (fault);
  g_assert_cmpstr (told, ==,
                   "t:2:14: profit: found \"0,5\", expected a number from 0 to 1, with a point as "
                   "decimal sign (cell C2)\n"
                   "t:3:10: checkout: found \"x\", expected a number from 0 to 1 (cell D3)\n"
                   "1 alike\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-faults/cells", test_cells);
  g_test_add_func ("/table-faults/long-form", test_long_form);
  g_test_add_func ("/table-faults/scale", test_scale);
  g_test_add_func ("/table-faults/header", test_header);
  g_test_add_func ("/table-faults/misspelt-area", test_misspelt_area);
  g_test_add_func ("/table-faults/last-fault", test_last_fault);
  g_test_add_func ("/table-faults/many", test_many);
  g_test_add_func ("/table-faults/cell-names", test_cell_names);
  g_test_add_func ("/table-faults/conflicts", test_conflicts);
  g_test_add_func ("/table-faults/commas", test_commas);
  return g_test_run ();
}
