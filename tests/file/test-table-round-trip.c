/* Nothing is lost on the way into a table and out of it, but what is said to be; not a
 * digit either. */
#include <locale.h>
#include <string.h>
#include <unistd.h>

#include <glib.h>

#include "core/edit.h"
#include "file/example.h"
#include "file/project-writer.h"
#include "file/table-field.h"
#include "file/table-writer.h"
#include "random-world.h"
#include "table-text.h"

/* What of a random world a table can hold: what is left of it once it was one. */
static MisWorld *
make_holdable_world (GRand *rand)
{
  g_autoptr (MisWorld) any = mis_random_world (rand, 20, 5, 6);
  g_autofree char *text = table_write (any);

  return table_read (text, NULL, FALSE, NULL);
}

static void
compare_agents (const MisWorld *a, guint i, const MisWorld *b)
{
  const MisAgent *left = mis_world_get_agent (a, i), *right = mis_world_get_agent (b, i);

  g_assert_cmpstr (left->id, ==, right->id);
  g_assert_cmpstr (*left->name != '\0' ? left->name : left->id, ==, right->name);
  g_assert_cmpint (left->kind, ==, right->kind);
  g_assert_cmpstr (left->principal, ==, right->principal);
  g_assert_cmpuint (left->count, ==, right->count);
  for (guint area = 0; area < mis_world_get_n_areas (a); area++)
    {
      MisArea *old = mis_world_get_area (a, area);
      int other = mis_world_find_area (b, mis_area_get_id (old));
      MisPosition x = mis_world_get_position (a, i, area);
      MisPosition y = other < 0 ? MIS_POSITION_UNKNOWN
                                : mis_world_get_position (b, i, (guint) other);

      g_assert_cmpint (MIN (x.goal, 0), ==, MIN (y.goal, 0));
      g_assert_true (memcmp (&x.weight, &y.weight, sizeof (double)) == 0 || x.goal == MIS_UNKNOWN);
      g_assert_true (x.goal == MIS_UNKNOWN || (x.low == y.low && x.high == y.high));
      if (x.goal >= 0)
        g_assert_cmpstr (
          mis_area_get_goal (old, (guint) x.goal)->id, ==,
          mis_area_get_goal (mis_world_get_area (b, (guint) other), (guint) y.goal)->id);
    }
}

static void
test_round_trips (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n = g_getenv ("MISALIGN_FULL") != NULL ? 100000 : 3000;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MisWorld) any = mis_random_world (rand, 20, 5, 6);
      g_autofree char *text = table_write (any);
      g_autoptr (MisWorld) world = table_read (text, NULL, FALSE, NULL);
      g_autofree char *again = table_write (world);
      g_autoptr (MisWorld) same = table_read (again, NULL, FALSE, NULL);
      g_autoptr (GBytes) first = mis_project_write (world);
      g_autoptr (GBytes) second = mis_project_write (same);
      g_autoptr (GBytes) whole = mis_project_write (any);
      g_autoptr (GPtrArray) losses = mis_table_list_losses (any);
      g_autoptr (GPtrArray) none = mis_table_list_losses (world);

      g_assert_cmpuint (mis_world_get_n_agents (world), ==, mis_world_get_n_agents (any));
      for (guint agent = 0; agent < mis_world_get_n_agents (any); agent++)
        compare_agents (any, agent, world);
      /* Nothing is lost exactly where nothing is said to be. */
      g_assert_true (g_bytes_equal (first, second));
      g_assert_cmpint (g_bytes_equal (whole, first), ==, losses->len == 0);
      g_assert_cmpuint (none->len, ==, 0);
    }
}

static MisWorld *
read_bytes (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  MisFault *fault = NULL;
  MisWorld *world = mis_table_read (text, length, NULL, MIS_TABLE_ADD, NULL, &fault);

  if (world == NULL)
    g_error ("%s: %s", text, table_spell_fault (fault));
  return world;
}

/* With semicolons and decimal commas the table says the same, to the last digit. */
static void
test_decimal_commas (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (MisWorld) any = mis_random_world (rand, 20, 5, 6);
      g_autoptr (GBytes) points = mis_table_write (any, MIS_CSV_POINTS);
      g_autoptr (GBytes) commas = mis_table_write (any, MIS_CSV_DECIMAL_COMMAS);
      g_autoptr (MisWorld) world = read_bytes (points);
      g_autoptr (MisWorld) same = read_bytes (commas);
      g_autoptr (GBytes) first = mis_project_write (world);
      g_autoptr (GBytes) second = mis_project_write (same);

      g_assert_true (g_bytes_equal (first, second));
    }
}

static void
assert_loss (MisWorld *changed, const char *words)
{
  g_autoptr (MisWorld) world = changed;
  g_autoptr (GPtrArray) losses = mis_table_list_losses (world);

  g_assert_cmpuint (losses->len, ==, 1);
  g_assert_nonnull (strstr (losses->pdata[0], words));
}

/* Each thing that a table cannot hold is named, and nothing else. */
static void
test_losses (void)
{
  static const char text[] = "agent,area,goal\na,food,x\na,home,y\nb,food,z\nb,home,\n";
  const MisScoring scoring = { .pairs = MIS_PAIRS_REPLACEMENT };
  g_autoptr (MisWorld) world = table_read (text, NULL, FALSE, NULL);
  g_autoptr (MisNote) note = mis_note_new ("why", "");
  g_autoptr (MisArea) empty = mis_area_new ("work", "work", "", NULL, 0, 0.0, NULL, 0, NULL);
  g_autoptr (MisAgent) unnamed = mis_agent_new ("a", "", MIS_KIND_AI, "user", 2, "", NULL);
  g_autoptr (MisAgent) noted = mis_agent_new ("a", "A", MIS_KIND_AI, "user", 2, "note", NULL);
  g_autoptr (GPtrArray) losses = mis_table_list_losses (world);
  MisPosition position = mis_position (0, 0.5);

  g_assert_cmpuint (losses->len, ==, 0);
  assert_loss (mis_world_with_title (world, "T", NULL), "the title");
  assert_loss (mis_world_with_description (world, "D", NULL), "the title and the description");
  assert_loss (mis_world_with_scoring (world, &scoring), "options");
  assert_loss (mis_world_with_conflict (world, 0, 0, 1, 0.5, NULL), "conflicts");
  assert_loss (mis_world_with_agent (world, 0, unnamed, NULL), "whose name is empty");
  assert_loss (mis_world_with_agent (world, 0, noted, NULL), "notes");
  assert_loss (mis_world_with_area_added (world, 2, empty, NULL), "nobody holds");
  position.note = note;
  assert_loss (mis_world_with_position (world, 0, 0, &position, NULL), "notes");
  /* The second goal is now named before the first. */
  assert_loss (mis_world_with_position (world, 0, 0, &(MisPosition) { 1, 1, 1, 1, NULL }, NULL),
               "order of the rows");
}

/* A large table comes in pieces from a file: the same as in one from memory. */
static void
test_pieces (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autoptr (GString) text = g_string_new ("agent,name,count,area,goal,weight\r\n");
  g_autoptr (MisWorld) from_memory = NULL;
  g_autoptr (MisWorld) from_file = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  MisFault *fault = NULL;
  int fd;

  for (guint i = 0; text->len < 3 * 1024 * 1024; i++)
    {
      g_string_append_printf (text, "a%u,", i);
      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          g_string_append (text, "\"\xf0\x9f\x9b\x92 \"\"\xe7\x9b\xae\xe6\xa8\x99\"\", ,\"");
          break;
        case 1:
          /* A record that is longer than the window. */
          for (guint j = 0; j < (i % 1000 == 1 ? 300000u : 20u); j++)
            g_string_append_c (text, ' ');
          break;
        default:
          break;
        }
      g_string_append_printf (text, ",%u,food,g%u,0.%u\r\n", i % 7, i % 5, i % 1000);
    }
  from_memory = table_read (text->str, NULL, FALSE, NULL);
  fd = table_make_file (text->str, text->len);
  from_file = mis_table_read_file (fd, NULL, MIS_TABLE_ADD, NULL, &fault);
  g_assert_null (fault);
  close (fd);
  first = mis_project_write (from_memory);
  second = mis_project_write (from_file);
  g_assert_true (g_bytes_equal (first, second));

  /* Bytes that are no text, far from the beginning, in the middle of a piece and at its edges. */
  for (gsize at = 262144 - 2; at < 262144 + 2; at++)
    {
      g_autofree char *damaged = g_memdup2 (text->str, text->len);
      g_autofree char *expected = NULL;
      g_autofree char *found = NULL;

      damaged[at] = '\xff';
      expected = table_read_fault (damaged, text->len, NULL);
      fd = table_make_file (damaged, text->len);
      g_assert_null (mis_table_read_file (fd, NULL, MIS_TABLE_ADD, NULL, &fault));
      close (fd);
      found = table_spell_fault (g_steal_pointer (&fault));
      g_assert_cmpstr (found, ==, expected);
    }
}

/* Every table cut off anywhere, and with bytes turned: a world or a fault, the same both ways. */
static void
test_damage (void)
{
  static const char base[]
    = "\xef\xbb\xbf" "Agent;name;kind;principal;count;area;goal;weight;low;high\r\n"
      "ann;\"A \"\"n\"\" \xc3\xa9\";ai;user;3;food;convenience;0,5;0,25;1\r\n"
      "ann;;;;;household;-;;;\r\n\r\n"
      "bob;\xf0\x9f\x9b\x92;human;;;food;profit;.125;;\r\n"
      "cid;;other;;12;household;inventory;1e-3;0;1e0\r\n";
  g_autoptr (MisWorld) shopping = mis_example_load ("shopping", NULL);
  gsize length = strlen (base);
  guint n_worlds = 0;

  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *cut = g_memdup2 (base, i + 1);
      g_autofree char *fault = table_read_fault (cut, i, shopping);

      n_worlds += *fault == '\0' ? 1 : 0;
    }
  for (gsize i = 0; i < length; i++)
    for (guint turn = 1; turn < 256; turn++)
      {
        g_autofree char *turned = g_memdup2 (base, length);
        g_autofree char *fresh = NULL;
        g_autofree char *imported = NULL;

        turned[i] = (char) ((guint8) turned[i] ^ turn);
        fresh = table_read_fault (turned, length, NULL);
        imported = table_read_fault (turned, length, shopping);
        n_worlds += *fresh == '\0' ? 1 : 0;
        if (turn % 16 == 1)
          {
            g_autofree char *streamed = table_stream_fault (turned, length, shopping);

            /* What streams can be imported, into the same project and into one of its own. */
            g_assert_true (*streamed != '\0' || (*imported == '\0' && *fresh == '\0'));
          }
      }
  g_test_message ("%u of %" G_GSIZE_FORMAT " are tables", n_worlds, length * 256);
}

/* Numbers are the doubles that strtod makes of them, to the last bit. */
static void
test_numbers (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  guint n = g_getenv ("MISALIGN_FULL") != NULL ? 20000000 : 300000;
  static const char *const formats[] = { "%.1f",  "%.6f",  "%.15g", "%.16g",
                                         "%.17g", "%.19f", "%.25f", "%.3e" };

  for (guint i = 0; i < n; i++)
    {
      char text[64];
      double value = g_rand_double (rand) * (i % 3 == 0 ? 1e-3 : 1.0), number;
      MisTableField field = { .text = text };

      g_ascii_formatd (text, sizeof text, formats[i % G_N_ELEMENTS (formats)], value);
      field.length = (guint) strlen (text);
      g_assert_true (mis_table_field_parse_number (&field, FALSE, &number));
      value = g_ascii_strtod (text, NULL);
      g_assert_true (memcmp (&number, &value, sizeof number) == 0);
      for (char *p = text; *p != '\0'; p++)
        *p = *p == '.' ? ',' : *p;
      g_assert_cmpint (mis_table_field_parse_number (&field, FALSE, &number), ==,
                       strchr (text, ',') == NULL);
      g_assert_true (mis_table_field_parse_number (&field, TRUE, &number));
      g_assert_true (memcmp (&number, &value, sizeof number) == 0);
    }
}

/* Halves of the last digit, where rounding goes wrong first. */
static void
test_hard_numbers (void)
{
  static const char *const texts[] = {
    "0.5000000000000000555", "0.50000000000000005551", "0.1500000000000000222",
    "0.9999999999999999445", "0.99999999999999994449", "0.0019531250000000002",
    "0.0019531249999999999", "0.3333333333333333148",  "0.9007199254740993",
    "9007199254740993",      "0.9999999999999999999",  "18446744073709551615",
    "0.18446744073709551615", "00000000000000000000000.5", "0.00000000000000000000000005",
    "1.0000000000000000000", "1.0000000000000001110",  "0",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      MisTableField field = { .text = texts[i], .length = (guint) strlen (texts[i]) };
      double expected = g_ascii_strtod (texts[i], NULL), number;

      g_assert_true (mis_table_field_parse_number (&field, FALSE, &number));
      g_assert_true (memcmp (&number, &expected, sizeof number) == 0);
    }
}

/* The same bytes whatever decimal sign the user's language has. */
static void
test_locale (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);
  g_autoptr (MisWorld) world = make_holdable_world (rand);
  g_autofree char *plain = table_write (world);
  g_autofree char *german = NULL;
  g_autoptr (MisWorld) again = NULL;
  g_autofree char *same = NULL;
  g_autofree char *old = g_strdup (setlocale (LC_NUMERIC, NULL));

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("needs the locale de_DE.UTF-8");
      return;
    }
  german = table_write (world);
  again = table_read (plain, NULL, FALSE, NULL);
  same = table_write (again);
  setlocale (LC_NUMERIC, old);
  g_assert_cmpstr (german, ==, plain);
  g_assert_cmpstr (same, ==, plain);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-round-trip/round-trips", test_round_trips);
  g_test_add_func ("/table-round-trip/decimal-commas", test_decimal_commas);
  g_test_add_func ("/table-round-trip/losses", test_losses);
  g_test_add_func ("/table-round-trip/pieces", test_pieces);
  g_test_add_func ("/table-round-trip/damage", test_damage);
  g_test_add_func ("/table-round-trip/numbers", test_numbers);
  g_test_add_func ("/table-round-trip/hard-numbers", test_hard_numbers);
  g_test_add_func ("/table-round-trip/locale", test_locale);
  return g_test_run ();
}
