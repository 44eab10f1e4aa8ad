/* Bytes as what somebody does to an open project: edits of every kind, with sense or without,
 * scenarios, gestures, undo and redo. At the end it can be saved; all undone it is the project that
 * was opened, and all done again it is what it was, byte for byte. */
#include "core/edit.h"
#include "document/document-experiments.h"
#include "document/document-scenarios.h"
#include "document/move.h"
#include "file/project-writer.h"

#include "random-edit.h"
#include "random-world.h"
#include "script.h"
#include "target.h"

#define N_ROWS 12u
#define MOST_AREAS 8u     /* of a world for random-edit.h */
#define MOST_EXPANDED 20u /* agents of a group that becomes rows */
#define MOST_STEPS 200u

typedef void (*Act) (Script *script);

static MisWorld *
get_world (Script *script)
{
  return mis_document_get_world (script->document);
}

/* Takes over @world, which is %NULL with @error if it could not be made. */
static void
edit (Script *script, MisWorld *world, GError **error)
{
  g_assert_true ((world == NULL) == (*error != NULL));
  if (world != NULL)
    {
      if (script_take_below (script, 4) == 0)
        mis_document_edit_apart (script->document, world, "Edit");
      else
        mis_document_edit (script->document, world, "Edit");
      mis_world_unref (world);
    }
  g_clear_error (error);
}

/* Acts */

static void
edit_at_random (Script *script)
{
  MisWorld *world = mis_document_get_base_world (script->document);
  guint n_areas = mis_world_get_n_areas (world);
  GError *error = NULL;

  if (n_areas == 0 || n_areas > MOST_AREAS || mis_world_get_n_agents (world) == 0)
    return;
  g_rand_set_seed (script->rand, script_take (script) * 256 + script_take (script));
  edit (script, mis_random_edit (script->rand, world, N_ROWS), &error);
}

/* Any value in a place that is there. */
static void
edit_badly (Script *script)
{
  MisWorld *world = mis_document_get_base_world (script->document);
  guint n_agents = mis_world_get_n_agents (world), n_areas = mis_world_get_n_areas (world);
  guint agent = script_take_below (script, n_agents), area = script_take_below (script, n_areas);
  g_autofree char *text = script_take_text (script);
  MisPosition position = { 0 };
  GError *error = NULL;
  guint n_goals;

  if (n_agents == 0 || n_areas == 0)
    return;
  n_goals = mis_area_get_n_goals (mis_world_get_area (world, area));
  position.goal = (int)script_take_below (script, n_goals + 2) - 2;
  position.weight = script_take_number (script);
  position.low = script_take_number (script);
  position.high = script_take_number (script);
  switch (script_take_below (script, 6))
    {
    case 0:
      return edit (script, mis_world_with_title (world, text, &error), &error);
    case 1:
      return edit (script, mis_world_with_description (world, text, &error), &error);
    case 2:
      return edit (script, mis_world_with_position (world, agent, area, &position, &error), &error);
    case 3:
      return edit (script, mis_world_with_uniform_conflict (world, area, position.low, &error),
                   &error);
    case 4:
      return edit (script, mis_world_with_count (world, agent, script_take_count (script), &error),
                   &error);
    default:
      if (mis_world_get_position (world, agent, area).goal != MIS_UNKNOWN)
        edit (script, mis_world_with_weight (world, agent, area, position.low, &error), &error);
    }
}

static void
type_into (Script *script, MisCellSource *source)
{
  guint n_rows = mis_cell_source_get_n_rows (source);
  guint n_columns = mis_cell_source_get_n_columns (source);
  MisCellArea area = { .row = script_take_below (script, n_rows + 1),
                       .column = script_take_below (script, n_columns),
                       .n_rows = 1 + script_take_below (script, 2) };
  g_autoptr (GArray) faults = mis_cell_faults_new ();
  char *texts[4] = { NULL };

  if (area.column >= n_columns)
    return;
  area.n_columns = 1 + script_take_below (script, MIN (2, n_columns - area.column));
  for (guint i = 0; i < area.n_rows * area.n_columns; i++)
    texts[i] = script_take_below (script, 8) == 0 ? NULL : script_take_text (script);
  if (!mis_cell_source_edit (source, &area, (const char *const *)texts, NULL, faults))
    g_assert_cmpuint (faults->len, >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
}

static void
type_into_table (Script *script)
{
  type_into (script, MIS_CELL_SOURCE (script->table));
}

static void
type_into_matrix (Script *script)
{
  guint n_areas = mis_world_get_n_areas (get_world (script));

  if (n_areas == 0)
    return;
  mis_conflict_matrix_set_area (script->matrix, script_take_below (script, n_areas));
  mis_conflict_matrix_set_null_goal_shown (script->matrix, script_take_below (script, 2) == 1);
  type_into (script, MIS_CELL_SOURCE (script->matrix));
}

static void
change_rows (Script *script)
{
  guint n = mis_cell_source_get_n_rows (MIS_CELL_SOURCE (script->table));
  guint rows[2] = { script_take_below (script, n), script_take_below (script, n) };
  guint n_rows = 1 + (rows[0] != rows[1] && script_take_below (script, 2) == 1), n_merged, agent;

  if (n == 0)
    return;
  agent = mis_agent_table_get_agent (script->table, rows[0]);
  switch (script_take_below (script, 6))
    {
    case 0:
      mis_agent_table_add_row (script->table, (int)script_take_below (script, n + 1) - 1, NULL);
      break;
    case 1:
      mis_agent_table_remove_rows (script->table, rows, n_rows);
      break;
    case 2:
      mis_agent_table_duplicate_rows (script->table, rows, n_rows, NULL);
      break;
    case 3:
      mis_agent_table_move_rows (script->table, rows, n_rows, script_take_below (script, n + 1));
      break;
    case 4:
      mis_agent_table_merge_rows (script->table, rows, n_rows, &n_merged, NULL);
      break;
    default:
      if (mis_world_get_agent (get_world (script), agent)->count <= MOST_EXPANDED)
        mis_agent_table_expand_row (script->table, rows[0], NULL);
    }
}

static void
look_at_rows (Script *script)
{
  MisCellSource *source = MIS_CELL_SOURCE (script->table);
  g_autofree char *text = script_take_text (script);
  guint n_columns = mis_cell_source_get_n_columns (source);

  if (script_take_below (script, 2) == 0)
    mis_agent_table_set_sort (script->table, script_take_below (script, n_columns),
                              (MisSortOrder)script_take_below (script, 3));
  else
    mis_agent_table_set_filter (script->table, text);
  for (guint row = 0; row < mis_cell_source_get_n_rows (source); row++)
    for (guint column = 0; column < n_columns; column++)
      {
        MisCellContent cell;

        mis_cell_source_get_cell (source, row, column, &cell);
        g_assert_true (cell.text == NULL || g_utf8_validate (cell.text, -1, NULL));
        mis_cell_content_clear (&cell);
      }
}

static void
move_number (Script *script)
{
  MisWorld *world = get_world (script);
  MisParameterKind kind = (MisParameterKind)script_take_below (script, MIS_PARAMETER_SECTION + 1);
  guint agent = script_take_below (script, mis_world_get_n_agents (world));
  guint area = script_take_below (script, mis_world_get_n_areas (world));
  int g = (int)script_take_below (script, 8) - 1;
  g_autoptr (MisParameter) parameter = NULL;

  if (kind == MIS_PARAMETER_SECTION)
    parameter = mis_parameter_new_section (script_take_below (script, MIS_SECTION_ALL + 1), agent);
  else
    parameter = mis_parameter_new (kind, agent, area, g, g + 1);
  /* A number is moved from where it was at the start of the gesture. */
  if (!mis_parameter_exists (parameter, world) ||
      !mis_parameter_exists (parameter, mis_document_get_base_world (script->document)))
    return;
  if (kind == MIS_PARAMETER_SECTION || script_take_below (script, 3) == 0)
    {
      if (mis_document_is_changed (script->document, parameter))
        mis_document_reset (script->document, parameter, NULL);
    }
  else
    mis_document_move (
        script->document, parameter,
        script_take_number (script) * mis_parameter_get_upper (parameter, world, world), NULL);
}

static void
lock_row (Script *script)
{
  guint n = mis_world_get_n_agents (get_world (script));

  if (n > 0)
    mis_document_set_locked (script->document, script_take_below (script, n),
                             script_take_below (script, 2) == 1);
}

static void
change_scenarios (Script *script)
{
  MisWorld *project = mis_document_get_project (script->document);
  guint n = mis_world_get_n_scenarios (project);
  g_autofree char *name = script_take_text (script);
  g_autofree char *id = NULL;

  if (n > 0)
    id = g_strdup (mis_world_get_scenario (project, script_take_below (script, n))->id);
  switch (script_take_below (script, n > 0 ? 7 : 3))
    {
    case 0:
      mis_document_add_scenario (script->document, name, NULL);
      break;
    case 1:
      mis_document_keep_edits (script->document, name, NULL);
      break;
    case 2:
      mis_document_step_scenario (script->document, (int)script_take_below (script, 5) - 2);
      break;
    case 3:
      mis_document_duplicate_scenario (script->document, id, NULL);
      break;
    case 4:
      mis_document_describe_scenario (script->document, id, name, name, NULL);
      break;
    case 5:
      mis_document_remove_scenario (script->document, id);
      break;
    default:
      mis_document_settle_scenario (script->document, id);
    }
}

static void
change_experiments (Script *script)
{
  MisWorld *project = mis_document_get_project (script->document);
  guint n = mis_world_get_n_experiments (project);
  g_autofree char *id = NULL;
  g_autofree char *added = NULL;

  if (n == 0 || script_take_below (script, 3) == 0)
    {
      if (mis_document_can_add_experiment (script->document))
        added = mis_document_add_experiment (script->document, NULL);
      return;
    }
  id = g_strdup (mis_world_get_experiment (project, script_take_below (script, n))->id);
  if (script_take_below (script, 2) == 0)
    mis_document_remove_experiment (script->document, id);
  else
    mis_document_move_experiment (script->document, id, (int)script_take_below (script, 3) - 1);
}

static void
hold_or_release (Script *script)
{
  switch (script_take_below (script, 3))
    {
    case 0:
      mis_document_begin_gesture (script->document);
      break;
    case 1:
      mis_document_resume_gesture (script->document);
      break;
    default:
      mis_document_end_gesture (script->document);
    }
}

static void
walk (Script *script)
{
  guint n_steps;

  switch (script_take_below (script, 3))
    {
    case 0:
      mis_document_undo (script->document);
      break;
    case 1:
      mis_document_redo (script->document);
      break;
    default:
      n_steps = mis_document_get_n_steps (script->document);
      mis_document_go_to_step (script->document, script_take_below (script, n_steps + 1));
    }
}

static const Act acts[] = { edit_at_random,   edit_badly,         type_into_table, type_into_matrix,
                            change_rows,      look_at_rows,       move_number,     lock_row,
                            change_scenarios, change_experiments, hold_or_release, walk };

/* The whole */

static void
begin (Script *script)
{
  g_autoptr (MisWorld) world = NULL;

  script->rand = g_rand_new_with_seed (script_take (script));
  world = mis_random_world (script->rand, N_ROWS, 4, 5);
  script->document = mis_document_new (world);
  script->table = mis_agent_table_new (script->document);
  mis_agent_table_set_all_areas (script->table);
  if (mis_world_get_n_areas (world) > 0)
    script->matrix = mis_conflict_matrix_new (script->document, 0);
}

static void
end (Script *script)
{
  g_clear_object (&script->matrix);
  g_clear_object (&script->table);
  g_clear_object (&script->document);
  g_rand_free (script->rand);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
check_walk (MisDocument *document, MisWorld *first)
{
  g_autoptr (GBytes) before = mis_project_write (first);
  g_autoptr (GBytes) after = mis_project_write (mis_document_get_project (document));
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GBytes) redone = NULL;
  guint step = mis_document_get_step (document);

  while (mis_document_undo (document))
    ;
  undone = mis_project_write (mis_document_get_project (document));
  g_assert_true (g_bytes_equal (undone, before));
  g_assert_true (mis_document_get_project (document) == first);
  mis_document_go_to_step (document, step);
  redone = mis_project_write (mis_document_get_project (document));
  g_assert_true (g_bytes_equal (redone, after));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  Script script = { .at = data, .end = data + size };
  g_autoptr (MisWorld) first = NULL;

  begin (&script);
  first = mis_world_ref (mis_document_get_project (script.document));
  for (guint i = 0; script.matrix != NULL && script.at < script.end && i < MOST_STEPS; i++)
    acts[script_take_below (&script, G_N_ELEMENTS (acts))](&script);
  mis_document_end_gesture (script.document);
  mis_document_show_scenario (script.document, NULL);
  fuzz_check_saved (mis_document_get_project (script.document));
  check_walk (script.document, first);
  end (&script);
  return 0;
}
