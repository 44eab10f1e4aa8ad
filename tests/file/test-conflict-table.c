/* The square table of an area's conflicts: what it says, what is wrong with it, there and back. */
#include <locale.h>
#include <string.h>

#include <glib.h>

#include "file/conflict-table.h"
#include "random-world.h"

static const MisGoal goals[] = {
  { (char *) "cheap", (char *) "Low prices", (char *) "" },
  { (char *) "good", (char *) "Good", (char *) "" },
  { (char *) "fast", (char *) "Fast", (char *) "" },
};

/* Default 0.1; cheap and good conflict by 0.5, between 0.25 and 0.75; good and "no goal" by 0.2. */
static MisArea *
make_area (void)
{
  g_autoptr (MisNote) note = mis_note_new ("why", "");
  const MisConflict pairs[] = { { 0, 1, 0.5, 0.25, 0.75, note },
                                { MIS_NO_GOAL, 1, 0.2, 0.2, 0.2, NULL } };

  return mis_area_new ("food", "Food", "", goals, G_N_ELEMENTS (goals), 0.1, pairs,
                       G_N_ELEMENTS (pairs), NULL);
}

static char *
write_style (const MisArea *area, MisCsvStyle style)
{
  g_autoptr (GBytes) bytes = mis_conflict_table_write (area, style);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

static char *
write_table (const MisArea *area)
{
  return write_style (area, MIS_CSV_POINTS);
}

static const struct
{
  const char *text;
  const char *written;
} good[] = {
  /* Each pair in one triangle or in both; labels in another order, by id or by name. */
  { "goal,cheap,good,fast\ncheap,,0.3,0.4\ngood,,,0.5\nfast,,,\n",
    "goal,-,cheap,good,fast\n-,,0,0.2,0\ncheap,,,0.3,0.4\ngood,,,,0.5\nfast,,,,\n" },
  { "Food;Fast;Low prices;Good\nGood;0,5;0,3;\nLow prices;;0;0,3\nFast;0;0,4;\n",
    "goal,-,cheap,good,fast\n-,,0,0.2,0\ncheap,,,0.3,0.4\ngood,,,,0.5\nfast,,,,\n" },
  /* The lower triangle alone, as somebody fills it in. */
  { "goal,cheap,good,fast\ncheap,,,\ngood,0.3,,\nfast,0.4,0.5,\n",
    "goal,-,cheap,good,fast\n-,,0,0.2,0\ncheap,,,0.3,0.4\ngood,,,,0.5\nfast,,,,\n" },
  /* Empty in both: the default, and 0 for "no goal". */
  { ",cheap,-,good\n-,0.7,,\ngood,,,\ncheap,,,\n",
    "goal,-,cheap,good,fast\n-,,0.7,0,0\ncheap,,,0.1,0.1\ngood,,,,0.1\nfast,,,,\n" },
  /* Some goals only, and one that is new. */
  { ",good,New one\ngood,,1\nNew one,1,\n",
    "goal,-,cheap,good,fast,new-one\n-,,0,0.2,0,0\ncheap,,,0.5,0.1,0.1\ngood,,,,0.1,1\n"
    "fast,,,,,0.1\nnew-one,,,,,\n" },
  { "goal\n", "goal,-,cheap,good,fast\n-,,0,0.2,0\ncheap,,,0.5,0.1\ngood,,,,0.1\nfast,,,,\n" },
};

static void
test_good_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (MisArea) area = make_area ();
      MisFault *fault = NULL;
      g_autoptr (MisArea) changed
        = mis_conflict_table_read (good[i].text, strlen (good[i].text), area, NULL, &fault);
      g_autofree char *written = NULL;

      if (changed == NULL)
        g_error ("%s: %s", good[i].text, fault->message);
      written = write_table (changed);
      g_assert_cmpstr (written, ==, good[i].written);
    }
}

/* What does not change keeps its range and its note. */
static void
test_ranges (void)
{
  static const char text[] = ",cheap,good,fast\ncheap,,0.5,0.4\ngood,,,\nfast,,,\n";
  g_autoptr (MisArea) area = make_area ();
  MisFault *fault = NULL;
  g_autoptr (MisArea) changed = mis_conflict_table_read (text, strlen (text), area, NULL, &fault);
  MisConflict kept = mis_area_get_conflict (changed, 0, 1);
  MisConflict set = mis_area_get_conflict (changed, 0, 2);

  g_assert_cmpfloat (kept.low, ==, 0.25);
  g_assert_cmpfloat (kept.high, ==, 0.75);
  g_assert_cmpstr (kept.note->note, ==, "why");
  g_assert_cmpfloat (set.low, ==, 0.4);
  g_assert_cmpfloat (mis_area_get_conflict (changed, MIS_NO_GOAL, 1).value, ==, 0.2);
}

/* Of two pairs that are empty, one is the default already; what the table does not name stays. */
static void
test_emptied (void)
{
  static const char text[] = ",cheap,good,fast\ncheap,,,\ngood,,,0.4\nfast,,,\n";
  g_autoptr (MisArea) area = make_area ();
  MisFault *fault = NULL;
  guint n_emptied = 9;
  g_autoptr (MisArea) changed = mis_conflict_table_read (text, strlen (text), area, &n_emptied,
                                                         &fault);

  g_assert_cmpuint (n_emptied, ==, 1);
  g_assert_cmpfloat (mis_area_get_conflict (changed, 0, 1).value, ==, 0.1);
  g_assert_cmpfloat (mis_area_get_conflict (changed, MIS_NO_GOAL, 1).value, ==, 0.2);
}

static const struct
{
  const char *text;
  const char *fault;
} bad[] = {
  { "goal,cheap,good\ncheap,,0.5\ngood,0.3,\n",
    ":3:6: cheap: found 0.3 in row \"good\", column \"cheap\", but 0.5 in row \"cheap\" (line 2), "
    "column \"good\", expected the same conflict in both" },
  { "goal,cheap,good\ncheap,,0.5\ngood,0.500000000002,\n",
    ":3:6: cheap: found 0.500000000002 in row \"good\", column \"cheap\", but 0.5 in row \"cheap\" "
    "(line 2), column \"good\", expected the same conflict in both" },
  { "goal,cheap,good\ncheap,0.1,\ngood,,\n",
    ":2:7: cheap: found \"0.1\", expected nothing or 0, as no goal conflicts with itself" },
  { "goal,cheap,good\ncheap,,1.1\ngood,,\n",
    ":2:8: good: found \"1.1\", expected a number from 0 to 1" },
  { "goal,cheap,good\ncheap,,130 %\ngood,,\n",
    ":2:8: good: found \"130 %\", expected at least 0 % and at most 100 %" },
  { "goal,cheap,good\ncheap,,x\ngood,,\n",
    ":2:8: good: found \"x\", expected a number from 0 to 1" },
  { "goal,cheap,good\ncheap,,\n", ":3:1: found no row \"good\", expected one for each column" },
  { "goal,cheap,good\ncheap,,\nfast,,\n",
    ":3:1: found a row \"fast\", expected one of the goals of the columns" },
  { "goal,cheap,good\ncheap,,\ncheap,,\n",
    ":3:1: found the row \"cheap\" a second time, expected it once" },
  { "goal,cheap,Low prices\n",
    ":1:12: found the column \"Low prices\" a second time, expected it once" },
  { "goal,cheap,\n", ":1:12: found nothing, expected a goal or \"-\"" },
  { "goal,cheap,good\ncheap,,0.5,\n",
    ":2:1: found 4 fields in this row, expected 3 as in the header" },
  { "goal,cheap\n\"cheap,\n",
    ":2:1: found a quote that is never closed, expected another one at the "
                             "end of the field" },
  { "", ":1:1: found nothing, expected a header row" },
};

static void
test_bad_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (MisArea) area = make_area ();
      g_autoptr (MisFault) fault = NULL;
      g_autofree char *found = NULL;

      g_assert_null (mis_conflict_table_read (bad[i].text, strlen (bad[i].text), area, NULL,
                                              &fault));
      g_clear_pointer (&fault->cell, g_free);
      found = mis_fault_to_text (fault, "");
      g_assert_cmpstr (found, ==, bad[i].fault);
    }
}

static void
test_round_trips (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (MisWorld) world = mis_random_world (rand, 0, 4, 8);

      for (guint j = 0; j < mis_world_get_n_areas (world); j++)
        {
          MisArea *area = mis_world_get_area (world, j);
          g_autofree char *text = write_table (area);
          MisFault *fault = NULL;
          g_autoptr (MisArea) same = mis_conflict_table_read (text, strlen (text), area, NULL,
                                                              &fault);

          g_assert_null (fault);
          g_assert_true (mis_area_has_same_conflicts (area, same));
        }
    }
}

/* Cut off anywhere and with bytes turned: an area or a fault. */
static void
test_damage (void)
{
  static const char base[] =
    "\"g\";cheap;\"good\";-\r\ncheap;;0,5;\r\ngood;0.5;0;,25\r\n-;;0,25;\r\n";
  g_autoptr (MisArea) area = make_area ();
  gsize length = strlen (base);

  for (gsize i = 0; i < length; i++)
    for (guint turn = 0; turn < 256; turn++)
      {
        gsize size = turn == 0 ? i : length;
        g_autofree char *turned = g_memdup2 (base, length);
        g_autoptr (MisArea) changed = NULL;
        g_autoptr (MisFault) fault = NULL;

        turned[i] = (char) ((guint8) turned[i] ^ turn);
        changed = mis_conflict_table_read (turned, size, area, NULL, &fault);
        g_assert_true ((changed == NULL) == (fault != NULL));
      }
}

static void
test_decimal_commas (void)
{
  g_autoptr (MisArea) area = make_area ();
  g_autofree char *written = write_style (area, MIS_CSV_DECIMAL_COMMAS);
  MisFault *fault = NULL;
  g_autoptr (MisArea) again
    = mis_conflict_table_read (written, strlen (written), area, NULL, &fault);

  g_assert_cmpstr (written, ==,
                   "goal;-;cheap;good;fast\n-;;0;0,2;0\ncheap;;;0,5;0,1\ngood;;;;0,1\nfast;;;;\n");
  g_assert_null (fault);
  g_assert_true (mis_area_equal (area, again));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflict-table/good-tables", test_good_tables);
  g_test_add_func ("/conflict-table/ranges", test_ranges);
  g_test_add_func ("/conflict-table/emptied", test_emptied);
  g_test_add_func ("/conflict-table/bad-tables", test_bad_tables);
  g_test_add_func ("/conflict-table/round-trips", test_round_trips);
  g_test_add_func ("/conflict-table/decimal-commas", test_decimal_commas);
  g_test_add_func ("/conflict-table/damage", test_damage);
  return g_test_run ();
}
