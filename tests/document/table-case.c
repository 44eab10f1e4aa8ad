#include "table-case.h"

#include <string.h>

#include "file/project-writer.h"

static char *
new_name (GRand *rand)
{
  return g_strdup_printf ("%c%c%c", g_rand_int_range (rand, 'a', 'e'),
                          g_rand_int_range (rand, 'a', 'z' + 1),
                          g_rand_int_range (rand, 'a', 'z' + 1));
}

static MisArea *
new_area (GRand *rand, guint number, guint n_goals)
{
  g_autofree MisGoal *goals = g_new0 (MisGoal, n_goals);
  g_autofree char *id = g_strdup_printf ("a%u", number);
  g_autofree char *name = g_strdup_printf ("Area %u", number);
  MisArea *area;

  for (guint i = 0; i < n_goals; i++)
    {
      g_autofree char *letters = new_name (rand);

      goals[i].id = g_strdup_printf ("g%u", i);
      goals[i].name = g_strdup_printf ("%s goal %u", letters, i);
      goals[i].description = g_strdup ("");
    }
  area = mis_area_new (id, name, "", goals, n_goals, 0.5, NULL, 0, NULL);
  for (guint i = 0; i < n_goals; i++)
    {
      g_free (goals[i].id);
      g_free (goals[i].name);
      g_free (goals[i].description);
    }
  return area;
}

static MisPosition
new_position (GRand *rand, guint n_goals)
{
  int goal = g_rand_int_range (rand, MIS_UNKNOWN, (int)n_goals);
  MisPosition position = mis_position (goal, g_rand_int_range (rand, 0, 11) / 10.0);

  if (goal == MIS_UNKNOWN)
    return MIS_POSITION_UNKNOWN;
  if (g_rand_int_range (rand, 0, 4) == 0)
    position.high = 1.0;
  if (g_rand_int_range (rand, 0, 4) == 0)
    position.note = mis_note_new ("Asked", "Survey");
  return position;
}

static void
add_agent (MisWorldBuilder *builder, GRand *rand, guint number, guint n_areas, guint n_goals)
{
  g_autofree char *id = g_strdup_printf ("r%u", number);
  g_autofree char *name = new_name (rand);
  g_autofree char *principal = g_rand_boolean (rand) ? new_name (rand) : g_strdup ("");
  g_autoptr (MisAgent) agent =
      mis_agent_new (id, name, (MisKind)g_rand_int_range (rand, 0, 4), principal,
                     (guint64)g_rand_int_range (rand, 0, 100), "", NULL);
  g_autofree guint *areas = g_new (guint, n_areas + 1);
  g_autofree MisPosition *positions = g_new (MisPosition, n_areas + 1);

  for (guint i = 0; i < n_areas; i++)
    {
      areas[i] = i;
      positions[i] = new_position (rand, n_goals);
    }
  g_assert_true (mis_world_builder_add_agent (builder, agent, areas, positions, n_areas, NULL));
  for (guint i = 0; i < n_areas; i++)
    mis_note_unref (positions[i].note);
}

MisWorld *
new_table_world (GRand *rand, guint n_agents, guint n_areas, guint n_goals)
{
  MisWorldBuilder *builder = mis_world_builder_new ();

  for (guint i = 0; i < n_areas; i++)
    {
      g_autoptr (MisArea) area = new_area (rand, i, n_goals);

      g_assert_true (mis_world_builder_add_area (builder, area, NULL));
    }
  for (guint i = 0; i < n_agents; i++)
    add_agent (builder, rand, i, n_areas, n_goals);
  return mis_world_builder_end (builder);
}

char *
get_cell_text (gpointer source, guint row, guint column)
{
  MisCellContent cell;

  mis_cell_source_get_cell (source, row, column, &cell);
  return cell.text != NULL ? cell.text : g_strdup ("");
}

MisCellFlags
get_cell_flags (gpointer source, guint row, guint column)
{
  MisCellContent cell;
  MisCellFlags flags;

  mis_cell_source_get_cell (source, row, column, &cell);
  flags = cell.flags;
  mis_cell_content_clear (&cell);
  return flags;
}

void
check_cell (gpointer source, guint row, guint column, const char *expected)
{
  g_autofree char *text = get_cell_text (source, row, column);

  g_assert_cmpstr (text, ==, expected);
}

static char *
print_faults (const GArray *faults)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      const MisCellFault *fault = &g_array_index (faults, MisCellFault, i);

      g_string_append_printf (text, "%u,%u: %s\n", fault->row, fault->column, fault->reason);
    }
  return g_string_free (text, FALSE);
}

/* (transfer full): the cells of @texts, and how many rows and columns they are. */
static GPtrArray *
split_texts (const char *texts, MisCellArea *area)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) rows = g_strsplit (texts, "\n", -1);

  area->n_rows = g_strv_length (rows);
  if (area->n_rows == 0)
    {
      area->n_rows = area->n_columns = 1;
      g_ptr_array_add (cells, g_strdup (""));
    }
  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (rows[i], "\t", -1);

      area->n_columns = MAX (g_strv_length (columns), 1);
      if (columns[0] == NULL)
        g_ptr_array_add (cells, g_strdup (""));
      for (guint j = 0; columns[j] != NULL; j++)
        g_ptr_array_add (cells, strcmp (columns[j], "~") != 0 ? g_strdup (columns[j]) : NULL);
    }
  g_assert_cmpuint (cells->len, ==, area->n_rows * area->n_columns);
  return cells;
}

void
check_edit (gpointer source, guint row, guint column, const char *texts, const char *faults)
{
  MisCellArea area = { .row = row, .column = column };
  g_autoptr (GPtrArray) cells = split_texts (texts, &area);
  g_autoptr (GArray) found = mis_cell_faults_new ();
  g_autofree char *printed = NULL;
  gboolean done =
      mis_cell_source_edit (source, &area, (const char *const *)cells->pdata, NULL, found);

  printed = print_faults (found);
  g_assert_cmpstr (printed, ==, faults);
  g_assert_cmpint (done, ==, *faults == '\0');
}

char *
hash_world (MisWorld *world)
{
  g_autoptr (GBytes) bytes = mis_project_write (world);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

static void
check_same (MisWorld *world, const char *hash)
{
  g_autofree char *found = hash_world (world);

  g_assert_cmpstr (found, ==, hash);
}

guint
check_undo_redo (MisDocument *document, MisWorld *first)
{
  g_autofree char *begin = hash_world (first);
  g_autofree char *end = hash_world (mis_document_get_world (document));
  guint n = 0;

  while (mis_document_undo (document))
    n++;
  check_same (mis_document_get_world (document), begin);
  for (guint i = 0; i < n; i++)
    g_assert_true (mis_document_redo (document));
  g_assert_false (mis_document_redo (document));
  check_same (mis_document_get_world (document), end);
  return n;
}
