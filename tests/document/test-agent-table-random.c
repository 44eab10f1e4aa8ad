/* The agent table against plain arrays: random edits of blocks, sorted and filtered; large ones. */
#include <locale.h>
#include <string.h>

#include "document/agent-table.h"

#include "table-case.h"

#define N_AREAS 3u
#define N_GOALS 5u
#define N_COLUMNS (4u + 2u * N_AREAS)
#define MOST_ROWS 400u

/* A group in plain words. */
typedef struct
{
  char name[16];
  char principal[16];
  guint kind;
  guint count;
  int goals[N_AREAS];
  double numbers[N_AREAS][3]; /* weight, low, high */
} Plain;

typedef struct
{
  MisDocument *document;
  MisAgentTable *table;
  Plain rows[MOST_ROWS];
  guint n_rows;
} Twin;

static const char *const kinds[] = { "Human", "AI system", "Organization", "Other" };

static void
copy_world (Twin *twin, MisWorld *world)
{
  twin->n_rows = mis_world_get_n_agents (world);
  g_assert_cmpuint (twin->n_rows, <=, MOST_ROWS);
  for (guint i = 0; i < twin->n_rows; i++)
    {
      Plain *row = &twin->rows[i];
      const MisAgent *agent = mis_world_get_agent (world, i);

      g_strlcpy (row->name, agent->name, sizeof row->name);
      g_strlcpy (row->principal, agent->principal, sizeof row->principal);
      row->kind = agent->kind;
      row->count = (guint)agent->count;
      for (guint area = 0; area < N_AREAS; area++)
        {
          MisPosition position = mis_world_get_position (world, i, area);

          row->goals[area] = position.goal;
          row->numbers[area][0] = position.weight;
          row->numbers[area][1] = position.low;
          row->numbers[area][2] = position.high;
        }
    }
}

static const char *
get_goal_name (Twin *twin, guint area, int goal)
{
  MisWorld *world = mis_document_get_world (twin->document);

  return goal == MIS_NO_GOAL   ? "No goal"
         : goal == MIS_UNKNOWN ? "Unknown"
                               : mis_area_get_goal_name (mis_world_get_area (world, area), goal);
}

/* Numbers here have one decimal, or two. */
static char *
print_number (double number)
{
  g_autofree char *text = g_strdup_printf ("%.2f", number);
  gsize length = strlen (text);

  while (text[length - 1] == '0')
    text[--length] = '\0';
  if (text[length - 1] == '.')
    text[--length] = '\0';
  return g_steal_pointer (&text);
}

static char *
print_plain (Twin *twin, const Plain *row, guint column)
{
  guint area = (column - 4) / 2;
  g_autofree char *weight = NULL, *low = NULL, *high = NULL;

  if (column < 4)
    return column == 3   ? g_strdup_printf ("%u", row->count)
           : column == 0 ? g_strdup (row->name)
           : column == 1 ? g_strdup (kinds[row->kind])
                         : g_strdup (row->principal);
  if (column % 2 == 0)
    return g_strdup (get_goal_name (twin, area, row->goals[area]));
  if (row->goals[area] == MIS_UNKNOWN)
    return g_strdup ("");
  weight = print_number (row->numbers[area][0]);
  low = print_number (row->numbers[area][1]);
  high = print_number (row->numbers[area][2]);
  return strcmp (low, high) == 0 ? g_strdup (weight)
                                 : g_strdup_printf ("%s (%s–%s)", weight, low, high);
}

static void
check_all (Twin *twin)
{
  MisCellSource *source = MIS_CELL_SOURCE (twin->table);

  g_assert_cmpuint (mis_world_get_n_agents (mis_document_get_world (twin->document)), ==,
                    twin->n_rows);
  for (guint row = 0; row < mis_cell_source_get_n_rows (source); row++)
    for (guint column = 0; column < N_COLUMNS; column++)
      {
        const Plain *plain = &twin->rows[mis_agent_table_get_agent (twin->table, row)];
        g_autofree char *expected = print_plain (twin, plain, column);

        check_cell (source, row, column, expected);
      }
}

static void
set_goal (Plain *row, guint area, int goal)
{
  if (row->goals[area] == MIS_UNKNOWN && goal != MIS_UNKNOWN)
    for (guint i = 0; i < 3; i++)
      row->numbers[area][i] = 1.0;
  row->goals[area] = goal;
}

static void
set_weight (Plain *row, guint area, double weight)
{
  double *numbers = row->numbers[area];
  gboolean certain = numbers[1] == numbers[2];

  numbers[1] = certain ? weight : MIN (numbers[1], weight);
  numbers[2] = certain ? weight : MAX (numbers[2], weight);
  numbers[0] = weight;
}

/* A text for a goal, in one of its forms, and what it does to the row. */
static char *
type_goal (GRand *rand, Twin *twin, Plain *row, guint area)
{
  int goal = g_rand_int_range (rand, MIS_UNKNOWN, (int)N_GOALS);
  gboolean by_sign = g_rand_boolean (rand);
  const char *name = get_goal_name (twin, area, goal);

  set_goal (row, area, goal);
  if (goal < 0 && by_sign)
    return g_strdup (goal == MIS_NO_GOAL ? "-" : g_rand_boolean (rand) ? "?" : "");
  return by_sign ? g_strdup_printf ("G%i", goal) : g_utf8_strup (name, -1);
}

static char *
type_weight (GRand *rand, Plain *row, guint area)
{
  int tenths[] = { g_rand_int_range (rand, 0, 11), g_rand_int_range (rand, 0, 11) };
  double low = MIN (tenths[0], tenths[1]) / 10.0, high = MAX (tenths[0], tenths[1]) / 10.0;
  g_autofree char *low_text = print_number (low), *high_text = print_number (high);

  if (row->goals[area] == MIS_UNKNOWN)
    return g_strdup ("");
  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      set_weight (row, area, 1.0);
      row->numbers[area][1] = row->numbers[area][2] = 1.0;
      return g_strdup (" ");
    case 1:
      row->numbers[area][0] = row->numbers[area][1] = low;
      row->numbers[area][2] = high;
      return g_strdup_printf ("%s (%s - %s)", low_text, low_text, high_text);
    case 2:
      set_weight (row, area, low);
      return g_strdup_printf ("%i %%", MIN (tenths[0], tenths[1]) * 10);
    default:
      set_weight (row, area, high);
      return g_strdelimit (g_strdup (high_text), ".", ',');
    }
}

/* (nullable): a random text for a cell, which the plain row takes too. */
static char *
type_cell (GRand *rand, Twin *twin, Plain *row, guint column)
{
  if (g_rand_int_range (rand, 0, 5) == 0)
    return NULL;
  switch (column)
    {
    case 0:
      g_snprintf (row->name, sizeof row->name, "n%i", g_rand_int_range (rand, 0, 50));
      return g_strdup (row->name);
    case 1:
      row->kind = (guint)g_rand_int_range (rand, 0, 4);
      return g_ascii_strdown (kinds[row->kind], -1);
    case 2:
      g_snprintf (row->principal, sizeof row->principal, "%s", g_rand_boolean (rand) ? "boss" : "");
      return g_strdup (row->principal);
    case 3:
      row->count = (guint)g_rand_int_range (rand, 0, 5000);
      return g_strdup_printf ("%u", row->count);
    default:
      return column % 2 == 0 ? type_goal (rand, twin, row, (column - 4) / 2)
                             : type_weight (rand, row, (column - 4) / 2);
    }
}

static void
begin_new_plain (Twin *twin, Plain *row)
{
  *row = (Plain){ .count = 1 };
  g_snprintf (row->name, sizeof row->name, "Group %u", twin->n_rows + 1);
  for (guint i = 0; i < N_AREAS; i++)
    row->goals[i] = MIS_UNKNOWN;
}

/* A row of texts: into @texts, and into the plain row. */
static void
type_row (GRand *rand, Twin *twin, guint shown, const MisCellArea *area, GPtrArray *texts)
{
  MisCellSource *source = MIS_CELL_SOURCE (twin->table);
  Plain added, *row = &added;
  gboolean is_new = shown >= mis_cell_source_get_n_rows (source), has_text = FALSE;

  if (is_new)
    begin_new_plain (twin, &added);
  else
    row = &twin->rows[mis_agent_table_get_agent (twin->table, shown)];
  for (guint i = 0; i < area->n_columns; i++)
    {
      char *text = type_cell (rand, twin, row, area->column + i);

      has_text = has_text || (text != NULL && *g_strstrip (text) != '\0');
      g_ptr_array_add (texts, text);
    }
  if (is_new && has_text)
    twin->rows[twin->n_rows++] = added;
}

static void
edit_block (GRand *rand, Twin *twin)
{
  MisCellSource *source = MIS_CELL_SOURCE (twin->table);
  guint n_rows = mis_cell_source_get_n_rows (source);
  MisCellArea area = { .row = (guint)g_rand_int_range (rand, 0, (int)n_rows + 1),
                       .column = (guint)g_rand_int_range (rand, 0, (int)N_COLUMNS) };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) faults = mis_cell_faults_new ();
  gboolean may_grow = twin->n_rows + 10 < MOST_ROWS;

  area.n_columns = (guint)g_rand_int_range (rand, 1, (int)(N_COLUMNS - area.column) + 1);
  area.n_rows = (guint)g_rand_int_range (rand, 1, 8);
  if (!may_grow)
    {
      area.row = MIN (area.row, n_rows - 1);
      area.n_rows = MIN (area.n_rows, n_rows - area.row);
    }
  for (guint i = 0; i < area.n_rows; i++)
    type_row (rand, twin, area.row + i, &area, texts);
  g_assert_true (
      mis_cell_source_edit (source, &area, (const char *const *)texts->pdata, NULL, faults));
}

/* The same block with one text that cannot be taken changes nothing. */
static void
edit_badly (GRand *rand, Twin *twin)
{
  MisCellSource *source = MIS_CELL_SOURCE (twin->table);
  guint n_rows = mis_cell_source_get_n_rows (source);
  MisCellArea area = { (guint)g_rand_int_range (rand, 0, (int)n_rows), 3, 1, 2 };
  const char *texts[] = { "17", "no such goal" };
  g_autoptr (GArray) faults = mis_cell_faults_new ();
  const MisCellFault *fault;

  g_assert_false (mis_cell_source_edit (source, &area, texts, NULL, faults));
  g_assert_cmpuint (faults->len, ==, 1);
  fault = &g_array_index (faults, MisCellFault, 0);
  g_assert_cmpuint (fault->row, ==, area.row);
  g_assert_cmpuint (fault->column, ==, 4);
  g_assert_cmpstr (fault->text, ==, "no such goal");
}

static void
look_otherwise (GRand *rand, Twin *twin)
{
  const char *const filters[] = { "", "n1", "boss", "goal 2", "" };

  if (g_rand_boolean (rand))
    mis_agent_table_set_sort (twin->table, (guint)g_rand_int_range (rand, 0, (int)N_COLUMNS),
                              (MisSortOrder)g_rand_int_range (rand, 0, 3));
  else
    mis_agent_table_set_filter (twin->table, filters[g_rand_int_range (rand, 0, 5)]);
  if (mis_cell_source_get_n_rows (MIS_CELL_SOURCE (twin->table)) == 0)
    mis_agent_table_set_filter (twin->table, "");
}

static void
check_random_edits (guint32 seed, guint n_edits)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (MisWorld) first = new_table_world (rand, 60, N_AREAS, N_GOALS);
  g_autofree Twin *twin = g_new0 (Twin, 1);

  twin->document = mis_document_new (first);
  twin->table = mis_agent_table_new (twin->document);
  mis_agent_table_set_all_areas (twin->table);
  copy_world (twin, first);
  for (guint i = 0; i < n_edits; i++)
    {
      edit_block (rand, twin);
      if (i % 3 == 0)
        look_otherwise (rand, twin);
      edit_badly (rand, twin);
      check_all (twin);
    }
  check_undo_redo (twin->document, first);
  check_all (twin);
  mis_agent_table_set_sort (twin->table, 0, MIS_SORT_NONE);
  mis_agent_table_set_filter (twin->table, "");
  g_assert_cmpuint (mis_cell_source_get_n_rows (MIS_CELL_SOURCE (twin->table)), ==, twin->n_rows);
  g_object_unref (twin->table);
  g_object_unref (twin->document);
}

static void
test_random_edits (void)
{
  guint n_seeds = g_getenv ("MISALIGN_FULL") != NULL ? 100 : 5;

  for (guint32 seed = 1; seed <= n_seeds; seed++)
    check_random_edits (seed, 80);
}

/* As a spreadsheet with a decimal comma copies it: 30 rows, 15 areas, exact, one step. */
static void
paste_with_commas (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (MisWorld) first = new_table_world (rand, 30, 15, N_GOALS);
  g_autoptr (MisDocument) document = mis_document_new (first);
  g_autoptr (MisAgentTable) table = mis_agent_table_new (document);
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autofree double *weights = g_new (double, 30 * 15);

  mis_agent_table_set_all_areas (table);
  for (guint i = 0; i < 30 * 15; i++)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      weights[i] = g_rand_double (rand);
      g_strdelimit (g_ascii_dtostr (buffer, sizeof buffer, weights[i]), ".", ',');
      g_string_append_printf (texts, "%sg%u\t%s",
                              i == 0        ? ""
                              : i % 15 == 0 ? "\n"
                                            : "\t",
                              i % N_GOALS, buffer);
    }
  check_edit (table, 0, 4, texts->str, "");
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Paste 900 Cells");
  for (guint i = 0; i < 30 * 15; i++)
    {
      MisPosition position =
          mis_world_get_position (mis_document_get_world (document), i / 15, i % 15);

      g_assert_cmpint (position.goal, ==, i % N_GOALS);
      g_assert_true (position.weight == weights[i]);
    }
  g_assert_cmpuint (check_undo_redo (document, first), ==, 1);
}

static void
test_decimal_comma (void)
{
  g_autofree char *old = g_strdup (setlocale (LC_NUMERIC, NULL));

  paste_with_commas ();
  if (g_getenv ("MISALIGN_LOCALES") != NULL)
    g_setenv ("LOCPATH", g_getenv ("MISALIGN_LOCALES"), FALSE);
  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("needs the locale de_DE.UTF-8");
      return;
    }
  paste_with_commas ();
  setlocale (LC_NUMERIC, old);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* How long a step takes is told, not tested. */
static void
tell (GTimer *timer, const char *what)
{
  g_test_message ("%s: %.0f ms", what, 1e3 * g_timer_elapsed (timer, NULL));
  g_timer_start (timer);
}

/* 100,000 rows: whoever shows them is told once for each step, and a small step copies little. */
static void
test_large (void)
{
  const guint n = 100000;
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (MisWorld) first = new_table_world (rand, n, 2, N_GOALS);
  g_autoptr (MisDocument) document = mis_document_new (first);
  g_autoptr (MisAgentTable) table = mis_agent_table_new (document);
  g_autoptr (GString) texts = g_string_new ("1");
  g_autoptr (GTimer) timer = g_timer_new ();
  guint n_changes = 0;
  g_autofree char *expected = NULL;

  g_signal_connect_swapped (table, "changed", G_CALLBACK (count_cb), &n_changes);
  for (guint column = 0; column < 6; column++)
    {
      mis_agent_table_set_sort (table, column, MIS_SORT_DESCENDING);
      g_assert_cmpuint (mis_cell_source_get_n_rows (MIS_CELL_SOURCE (table)), ==, n);
      tell (timer, "sorted");
    }
  mis_agent_table_set_filter (table, "goal a");
  g_assert_cmpuint (mis_cell_source_get_n_rows (MIS_CELL_SOURCE (table)), <, n);
  tell (timer, "filtered and sorted");
  mis_agent_table_set_filter (table, "");
  g_assert_cmpuint (mis_cell_source_get_n_rows (MIS_CELL_SOURCE (table)), ==, n);
  n_changes = 0;
  tell (timer, "sorted again");
  check_edit (table, 77777, 3, "42", "");
  tell (timer, "one cell edited");
  g_assert_cmpuint (mis_world_get_unshared_size (mis_document_get_world (document), first), <,
                    mis_world_get_unshared_size (first, NULL) / 100);
  for (guint i = 1; i < n; i++)
    g_string_append_printf (texts, "\n%u", i % 1000 + 1);
  g_timer_start (timer);
  check_edit (table, 0, 3, texts->str, "");
  tell (timer, "100,000 cells pasted");
  g_assert_cmpuint (n_changes, ==, 2);
  expected = g_strdup_printf ("%u", 54321 % 1000 + 1);
  check_cell (table, 54321, 3, expected);
  mis_document_undo (document);
  check_cell (table, 77777, 3, "42");
  mis_document_undo (document);
  g_assert_true (mis_document_get_world (document) == first);
  tell (timer, "undone twice");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agent-table-random/random-edits", test_random_edits);
  g_test_add_func ("/agent-table-random/decimal-comma", test_decimal_comma);
  g_test_add_func ("/agent-table-random/large", test_large);
  return g_test_run ();
}
