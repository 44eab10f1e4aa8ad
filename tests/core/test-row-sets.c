/* Edits of sets of rows and of many cells, against plain lists. */
#include "core/edit-rows.h"
#include "core/edit-scenarios.h"
#include "core/error.h"
#include "core/limits.h"
#include "builder-case.h"
#include "changes.h"
#include "plain.h"
#include "random-edit.h"
#include "random-texts.h"
#include "random-world.h"
#include "sample.h"

#include <math.h>

static guint
up_to (GRand *rand, guint max)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) max + 1);
}

/* One edit of both; @rows is the set, in any order, some of it twice. */
typedef struct
{
  GRand *rand;
  MisWorld *world;
  Plain *plain;
  GArray *rows; /* of guint */
  guint n;      /* rows of the world */
  guint area;
  guint next_id;
  GError *error;
} Step;

static const guint *
set_of (const Step *step)
{
  return (const guint *) (gpointer) step->rows->data;
}

static gboolean
has (const Step *step, guint row)
{
  for (guint i = 0; i < step->rows->len; i++)
    if (set_of (step)[i] == row)
      return TRUE;
  return FALSE;
}

static void
replace_agent (PlainRow *row, MisAgent *agent)
{
  mis_agent_unref (row->agent);
  row->agent = agent;
}

static MisWorld *
move (Step *step)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();
  guint to;

  for (guint i = step->n; i > 0; i--)
    if (has (step, i - 1))
      g_ptr_array_insert (taken, 0, g_ptr_array_steal_index (step->plain->rows, i - 1));
  to = up_to (step->rand, step->plain->rows->len);
  for (guint i = 0; i < taken->len; i++)
    g_ptr_array_insert (step->plain->rows, (int) (to + i), g_ptr_array_index (taken, i));
  return mis_world_with_rows_moved (step->world, set_of (step), step->rows->len, to);
}

static MisWorld *
remove_set (Step *step)
{
  if (step->n < 4)
    return mis_world_ref (step->world);
  for (guint i = step->n; i > 0; i--)
    if (has (step, i - 1))
      g_ptr_array_remove_index (step->plain->rows, i - 1);
  return mis_world_with_rows_removed (step->world, set_of (step), step->rows->len);
}

static MisWorld *
copy (Step *step, guint most)
{
  guint expected = step->n;
  MisWorld *edited;

  if (step->n + step->rows->len > most)
    return mis_world_ref (step->world);
  edited = mis_world_with_rows_copied (step->world, set_of (step), step->rows->len, &step->error);
  g_assert_no_error (step->error);
  for (guint i = 0; i < step->plain->rows->len; i++)
    {
      PlainRow *old = mis_plain_row (step->plain, i);
      g_autofree char *name = g_strdup_printf ("%s (copy)", old->agent->name);
      g_autoptr (MisAgent) agent = NULL;
      const char *id;

      if (i >= mis_world_get_n_agents (edited) - 1 ||
          strcmp (mis_world_get_agent (edited, i + 1)->name, name) != 0 ||
          mis_world_find_agent (step->world, mis_world_get_agent (edited, i + 1)->id) >= 0)
        continue;
      id = mis_world_get_agent (edited, i + 1)->id;
      g_assert_true (has (step, (guint) mis_world_find_agent (step->world, old->agent->id)));
      agent = mis_agent_new (id, name, old->agent->kind, old->agent->principal, old->agent->count,
                             old->agent->note, NULL);
      g_ptr_array_insert (step->plain->rows, (int) ++i, mis_plain_row_copy (old, agent));
    }
  for (guint i = 0; i < step->n; i++)
    expected += has (step, i) ? 1 : 0;
  g_assert_cmpuint (mis_world_get_n_agents (edited), ==, expected);
  return edited;
}

static MisWorld *
set_meta (Step *step)
{
  guint dice = up_to (step->rand, 2);
  MisKind kind = (MisKind) up_to (step->rand, MIS_KIND_OTHER);
  guint64 count = up_to (step->rand, 9);

  for (guint i = 0; i < step->rows->len; i++)
    {
      PlainRow *row = mis_plain_row (step->plain, set_of (step)[i]);
      const MisAgent *old = row->agent;

      replace_agent (row, mis_agent_new (old->id, old->name, dice == 0 ? kind : old->kind,
                                         dice == 1 ? "role" : old->principal,
                                         dice == 2 ? count : old->count, old->note, NULL));
    }
  if (dice == 0)
    return mis_world_with_rows_kind (step->world, set_of (step), step->rows->len, kind);
  if (dice == 1)
    return mis_world_with_rows_principal (step->world, set_of (step), step->rows->len, "role",
                                          &step->error);
  return mis_world_with_rows_count (step->world, set_of (step), step->rows->len, count,
                                    &step->error);
}

static void
plain_forget (PlainRow *row, PlainCell *cell)
{
  if (cell == NULL)
    return;
  mis_note_unref (cell->position.note);
  g_array_remove_index (row->cells, (guint) (cell - (PlainCell *) (gpointer) row->cells->data));
}

static PlainGoal *
goal_of (const PlainArea *area, int goal)
{
  return goal < 0 ? NULL : g_ptr_array_index (area->goals, (guint) goal);
}

static MisWorld *
set_goal (Step *step)
{
  PlainArea *area = mis_plain_area (step->plain, step->area);
  int goal = (int) up_to (step->rand, area->goals->len + 1) - 2;

  for (guint i = 0; i < step->rows->len; i++)
    {
      PlainRow *row = mis_plain_row (step->plain, set_of (step)[i]);
      PlainCell *cell = mis_plain_find_cell (row, area);
      const PlainCell added = { area, goal_of (area, goal), mis_position (0, 1) };

      if (goal == MIS_UNKNOWN)
        plain_forget (row, cell);
      else if (cell == NULL)
        g_array_append_val (row->cells, added);
      else
        cell->goal = added.goal;
    }
  return mis_world_with_rows_goal (step->world, set_of (step), step->rows->len, step->area, goal,
                                   &step->error);
}

static MisWorld *
set_weight (Step *step)
{
  PlainArea *area = mis_plain_area (step->plain, step->area);
  double weight = mis_random_probability (step->rand);

  for (guint i = 0; i < step->rows->len; i++)
    {
      PlainCell *cell = mis_plain_find_cell (mis_plain_row (step->plain, set_of (step)[i]), area);
      gboolean certain;

      if (cell == NULL)
        continue;
      certain = cell->position.low == cell->position.high;
      cell->position.low = certain ? weight : MIN (cell->position.low, weight);
      cell->position.high = certain ? weight : MAX (cell->position.high, weight);
      cell->position.weight = weight;
    }
  return mis_world_with_rows_weight (step->world, set_of (step), step->rows->len, step->area,
                                     weight, &step->error);
}

static MisPosition
random_position (GRand *rand, guint n_goals)
{
  MisPosition position = { .goal = (int) up_to (rand, n_goals + 1) - 2 };

  if (position.goal == MIS_UNKNOWN)
    return position;
  position.weight = mis_random_probability (rand);
  mis_random_range (rand, position.weight, &position.low, &position.high);
  position.note = mis_random_note (rand);
  return position;
}

static void
paste_rows (Step *step, GArray *edits)
{
  guint n_new = up_to (step->rand, 3);

  for (guint i = 0; i < up_to (step->rand, 4); i++)
    {
      guint row = up_to (step->rand, step->n - 1);
      const char *id = mis_plain_row (step->plain, row)->agent->id;
      MisRowEdit edit = { row, mis_agent_new (id, "pasted", MIS_KIND_AI, "", i, "n", NULL) };

      g_array_append_val (edits, edit);
      replace_agent (mis_plain_row (step->plain, row), mis_agent_ref (edit.agent));
    }
  for (guint i = 0; i < n_new; i++)
    {
      g_autofree char *id = g_strdup_printf ("pasted-%u", step->next_id++);
      MisRowEdit edit = { step->n + i, mis_agent_new (id, "new", MIS_KIND_AI, "", 3, "", NULL) };
      PlainRow *row = g_new (PlainRow, 1);

      g_array_append_val (edits, edit);
      row->agent = mis_agent_ref (edit.agent);
      row->cells = g_array_new (FALSE, FALSE, sizeof (PlainCell));
      g_ptr_array_add (step->plain->rows, row);
    }
}

/* Some cells twice: the last one stands. */
static void
paste_cells (Step *step, GArray *edits)
{
  for (guint i = 0; i < 12; i++)
    {
      guint area = up_to (step->rand, step->plain->areas->len - 1);
      PlainArea *in = mis_plain_area (step->plain, area);
      MisCellEdit edit = { up_to (step->rand, step->plain->rows->len - 1), area,
                           random_position (step->rand, in->goals->len) };
      PlainRow *row = mis_plain_row (step->plain, edit.row);
      const PlainCell cell = { in, goal_of (in, edit.position.goal), edit.position };

      g_array_append_val (edits, edit);
      plain_forget (row, mis_plain_find_cell (row, in));
      if (edit.position.goal == MIS_UNKNOWN)
        continue;
      mis_note_ref (edit.position.note);
      g_array_append_val (row->cells, cell);
    }
}

static MisWorld *
paste (Step *step)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (MisRowEdit));
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (MisCellEdit));
  MisWorld *edited;

  paste_rows (step, rows);
  paste_cells (step, cells);
  edited =
      mis_world_with_cells (step->world, (const MisRowEdit *) (gpointer) rows->data, rows->len,
                            (const MisCellEdit *) (gpointer) cells->data, cells->len, &step->error);
  for (guint i = 0; i < rows->len; i++)
    mis_agent_unref (g_array_index (rows, MisRowEdit, i).agent);
  for (guint i = 0; i < cells->len; i++)
    mis_note_unref (g_array_index (cells, MisCellEdit, i).position.note);
  return edited;
}

static MisWorld *
edit (Step *step, guint most)
{
  switch (up_to (step->rand, 7))
    {
    case 0:
    case 1:
      return move (step);
    case 2:
      return remove_set (step);
    case 3:
      return copy (step, most);
    case 4:
      return set_meta (step);
    case 5:
      return set_goal (step);
    case 6:
      return set_weight (step);
    default:
      return paste (step);
    }
}

/* @most rows at the end; the set is a run of rows, or a few of all. */
static void
run_chains (guint seed, guint n_worlds, guint n_steps, guint n_rows, guint most)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint next_id = 0;

  for (guint i = 0; i < n_worlds; i++)
    {
      MisWorld *world = mis_random_world (rand, n_rows, 4, 4);
      g_autoptr (Plain) plain = mis_plain_new (world);
      gboolean some = mis_world_get_n_areas (world) > 0 && mis_world_get_n_agents (world) > 0;

      for (guint j = 0; j < n_steps && some; j++)
        {
          guint n = mis_world_get_n_agents (world);
          g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
          guint first = up_to (rand, n - 1);
          Step step = { rand,    world, plain,
                        rows,    n,     up_to (rand, mis_world_get_n_areas (world) - 1),
                        next_id, NULL };
          guint64 digest = mis_digest_world (world);
          gboolean is_run = up_to (rand, 1) == 0;
          MisWorld *edited;

          for (guint k = up_to (rand, is_run ? MIN (n - 1, n - first - 1) : 4); k > 0; k--)
            {
              guint row = is_run ? first + k - 1 : up_to (rand, n - 1);

              g_array_append_val (rows, row);
            }
          edited = edit (&step, most);
          next_id = step.next_id;
          g_assert_no_error (step.error);
          mis_plain_expect (plain, edited);
          g_assert_cmpuint (mis_digest_world (world), ==, digest);
          mis_world_unref (world);
          world = edited;
        }
      mis_world_unref (world);
    }
}

static void
test_chains (void)
{
  run_chains (111, 500, 15, 9, 30);
}

static void
test_chains_blocks (void)
{
  run_chains (112, 10, 15, 900, 1500);
}

/* Errors */

static void
test_errors (void)
{
  g_autoptr (MisWorld) world = mis_sample_shopping ();
  const guint all[] = { 0, 1, 2 };
  const MisCellEdit bad_goal = { 0, 0, mis_position (3, 1) };
  const MisCellEdit bad_weight = { 0, 0, mis_position (0, 1.5) };
  g_autoptr (MisAgent) taken = mis_agent_new ("customer", "", MIS_KIND_AI, "", 1, "", NULL);
  const MisRowEdit again = { 3, taken };
  g_autoptr (MisWorld) none = mis_world_with_rows_moved (world, NULL, 0, 1);
  g_autoptr (MisWorld) same = mis_world_with_rows_moved (world, all, 3, 0);
  GError *error = NULL;

  g_assert_true (none == world);
  g_assert_true (same == world);
  mis_expect_error (mis_world_with_rows_principal (world, all, 3, "a\nb", &error) != NULL, &error,
                    MIS_ERROR_TEXT);
  mis_expect_error (mis_world_with_rows_count (world, all, 3, MIS_MAX_COUNT + 1, &error) != NULL,
                    &error, MIS_ERROR_RANGE);
  mis_expect_error (mis_world_with_rows_goal (world, all, 3, 0, 3, &error) != NULL, &error,
                    MIS_ERROR_UNKNOWN);
  mis_expect_error (mis_world_with_rows_weight (world, all, 3, 0, NAN, &error) != NULL, &error,
                    MIS_ERROR_RANGE);
  mis_expect_error (mis_world_with_cells (world, NULL, 0, &bad_goal, 1, &error) != NULL, &error,
                    MIS_ERROR_UNKNOWN);
  mis_expect_error (mis_world_with_cells (world, &again, 1, NULL, 0, &error) != NULL, &error,
                    MIS_ERROR_DUPLICATE);
  g_assert_null (mis_world_with_cells (world, NULL, 0, &bad_weight, 1, &error));
  g_assert_true (g_str_has_prefix (error->message, "cells[0]: "));
  g_clear_error (&error);
}

/* A row of a scenario has its id too. */
static void
test_scenario_id (void)
{
  g_autoptr (MisWorld) base = mis_sample_shopping ();
  const MisChange adds[] = { mis_add_agent ("customer-copy", 1, "food", NULL, 1) };
  g_autoptr (MisScenario) scenario = mis_make_scenario (adds, 1, NULL);
  g_autoptr (MisWorld) world = mis_world_with_scenario (base, scenario, NULL);
  g_autoptr (MisAgent) taken = mis_agent_new ("customer-copy", "", MIS_KIND_AI, "", 1, "", NULL);
  const MisRowEdit row = { 3, taken };
  const guint first = 0;
  GError *error = NULL;
  g_autoptr (MisWorld) copied = mis_world_with_rows_copied (world, &first, 1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (mis_world_get_agent (copied, 1)->id, ==, "customer-copy-2");
  mis_expect_error (mis_world_with_cells (world, &row, 1, NULL, 0, &error) != NULL, &error,
                    MIS_ERROR_DUPLICATE);
}

/* A position that becomes unknown keeps no hold of its note, even where it comes with one. */
static void
test_note_goes (void)
{
  g_autoptr (MisWorld) table = mis_sample_table (3, 2);
  g_autoptr (MisNote) note = mis_note_new ("why", "where");
  const MisCellEdit noted = { 1, 0, { .goal = 1, .weight = 1, .low = 1, .high = 1, .note = note } };
  const MisCellEdit unknown = { 1, 0, { .goal = MIS_UNKNOWN, .note = note } };
  MisWorld *with = mis_world_with_cells (table, NULL, 0, &noted, 1, NULL);
  MisWorld *without = mis_world_with_cells (with, NULL, 0, &unknown, 1, NULL);

  g_assert_cmpint (note->ref_count, ==, 2);
  mis_world_unref (with);
  g_assert_cmpint (note->ref_count, ==, 1);
  g_assert_cmpint (mis_world_get_position (without, 1, 0).goal, ==, MIS_UNKNOWN);
  mis_world_unref (without);
  g_assert_cmpint (note->ref_count, ==, 1);
}

/* Sharing */

static void
expect_share (MisWorld *base, MisWorld *edited, double most)
{
  double whole = (double) mis_world_get_unshared_size (base, NULL);
  double part = (double) mis_world_get_unshared_size (edited, base);

  g_test_message ("unshared: %.4f of the whole", part / whole);
  g_assert_cmpfloat (part, >, 0);
  g_assert_cmpfloat (part / whole, <=, most);
  mis_world_unref (edited);
}

/* Ten blocks: what happens within one leaves nine alone. */
static void
test_sharing (void)
{
  g_autoptr (MisWorld) table = mis_sample_table (10 * MIS_BLOCK_ROWS, 4);
  const guint rows[] = { 600, 640, 601 };
  const guint last[] = { 2558, 2559 };
  const MisCellEdit cells[] = { { 600, 1, mis_position (2, 1) }, { 601, 1, mis_position (2, 1) } };

  expect_share (table, mis_world_with_rows_moved (table, rows, 3, 700), 0.12);
  expect_share (table, mis_world_with_rows_moved (table, rows, 3, 513), 0.12);
  expect_share (table, mis_world_with_rows_removed (table, last, 2), 0.12);
  expect_share (table, mis_world_with_rows_copied (table, last, 2, NULL), 0.13);
  expect_share (table, mis_world_with_rows_kind (table, rows, 3, MIS_KIND_AI), 0.05);
  expect_share (table, mis_world_with_rows_count (table, rows, 3, 7, NULL), 0.05);
  expect_share (table, mis_world_with_rows_weight (table, rows, 3, 1, 0.3, NULL), 0.05);
  expect_share (table, mis_world_with_rows_goal (table, rows, 3, 1, MIS_NO_GOAL, NULL), 0.05);
  expect_share (table, mis_world_with_cells (table, NULL, 0, cells, 2, NULL), 0.05);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-sets/chains", test_chains);
  g_test_add_func ("/row-sets/chains/blocks", test_chains_blocks);
  g_test_add_func ("/row-sets/errors", test_errors);
  g_test_add_func ("/row-sets/errors/scenario-id", test_scenario_id);
  g_test_add_func ("/row-sets/note-goes", test_note_goes);
  g_test_add_func ("/row-sets/sharing", test_sharing);
  return g_test_run ();
}
