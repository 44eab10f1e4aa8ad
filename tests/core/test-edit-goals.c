/* Edits of goals and areas, against plain lists of names of goals and rows. */
#include "core/edit-areas.h"
#include "core/edit-goals.h"
#include "core/edit-scenarios.h"
#include "core/edit.h"
#include "core/error.h"
#include "core/limits.h"
#include "builder-case.h"
#include "changes.h"
#include "plain.h"
#include "random-edit.h"
#include "random-world.h"
#include "sample.h"

#include <math.h>
#include <string.h>

/* The same edits on plain lists */

static void
plain_remove_goal (Plain *plain, guint area, guint goal, gboolean has_heir, PlainGoal *heir)
{
  PlainArea *in = mis_plain_area (plain, area);
  PlainGoal *gone = mis_plain_goal (plain, area, goal);

  for (guint i = in->pairs->len; i > 0; i--)
    {
      PlainPair *pair = &g_array_index (in->pairs, PlainPair, i - 1);

      if (pair->a != gone && pair->b != gone)
        continue;
      mis_note_unref (pair->conflict.note);
      g_array_remove_index (in->pairs, i - 1);
    }
  for (guint i = 0; i < plain->rows->len; i++)
    {
      PlainRow *row = mis_plain_row (plain, i);
      PlainCell *cell = mis_plain_find_cell (row, in);

      if (cell == NULL || cell->goal != gone)
        continue;
      cell->goal = heir;
      if (has_heir)
        continue;
      mis_note_unref (cell->position.note);
      g_array_remove_index (row->cells, (guint) (cell - (PlainCell *) (gpointer) row->cells->data));
    }
  g_ptr_array_remove_index (in->goals, goal);
}

static void
plain_split_goal (
    Plain *plain, guint area, guint goal, const char *id, const char *name, double conflict)
{
  PlainArea *in = mis_plain_area (plain, area);
  PlainGoal *old = mis_plain_goal (plain, area, goal);
  PlainGoal *added = mis_plain_add_goal (plain, area, goal + 1, id, name, "");

  for (guint i = 0; i < in->pairs->len; i++)
    {
      PlainPair *pair = &g_array_index (in->pairs, PlainPair, i);
      PlainGoal *other = pair->b;

      if (pair->a != added)
        continue;
      if (other == old)
        {
          pair->conflict.value = pair->conflict.low = pair->conflict.high = conflict;
          continue;
        }
      for (guint j = 0; j < in->pairs->len; j++)
        {
          const PlainPair *like = &g_array_index (in->pairs, PlainPair, j);

          if ((like->a == old && like->b == other) || (like->b == old && like->a == other))
            pair->conflict = like->conflict;
        }
      mis_note_ref (pair->conflict.note);
    }
}

static void
plain_move (GPtrArray *list, guint from, guint to)
{
  g_ptr_array_insert (list, (int) to, g_ptr_array_steal_index (list, from));
}

/* One edit of both */

static const char *const names[] = { "Bread", "Bread", "Süßes", "???", "" };

typedef struct
{
  GRand *rand;
  MisWorld *world;
  Plain *plain;
  guint area;
  guint n; /* goals */
  GError *error;
} Step;

static guint
up_to (GRand *rand, guint max)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) max + 1);
}

static MisWorld *
add_goal (Step *step)
{
  guint index = up_to (step->rand, step->n);
  const char *name = names[up_to (step->rand, 4)];
  MisWorld *edited =
      mis_world_with_goal_added (step->world, step->area, index, name, "Why", &step->error);
  const MisGoal *goal;

  g_assert_no_error (step->error);
  goal = mis_area_get_goal (mis_world_get_area (edited, step->area), index);
  g_assert_cmpint (mis_area_find_goal (mis_world_get_area (step->world, step->area), goal->id), ==,
                   -1);
  mis_plain_add_goal (step->plain, step->area, index, goal->id, name, "Why");
  return edited;
}

static MisWorld *
describe_goal (Step *step)
{
  guint goal = up_to (step->rand, step->n - 1);
  const char *name = names[up_to (step->rand, 4)];
  PlainGoal *plain = mis_plain_goal (step->plain, step->area, goal);

  g_free (plain->name);
  plain->name = g_strdup (name);
  g_free (plain->description);
  plain->description = g_strdup ("Two\nlines");
  return mis_world_with_goal_texts (step->world, step->area, goal, name, "Two\nlines",
                                    &step->error);
}

static MisWorld *
remove_goal (Step *step)
{
  guint goal = up_to (step->rand, step->n - 1);
  int heir = (int) up_to (step->rand, step->n + 1) - 2;

  if (heir == (int) goal)
    heir = MIS_UNKNOWN;
  plain_remove_goal (step->plain, step->area, goal, heir != MIS_UNKNOWN,
                     heir >= 0 ? mis_plain_goal (step->plain, step->area, (guint) heir) : NULL);
  return mis_world_with_goal_removed (step->world, step->area, goal, heir);
}

static MisWorld *
merge_goals (Step *step)
{
  guint goal = up_to (step->rand, step->n - 1);
  guint into = up_to (step->rand, step->n - 1);

  if (goal == into)
    return mis_world_ref (step->world);
  plain_remove_goal (step->plain, step->area, goal, TRUE,
                     mis_plain_goal (step->plain, step->area, into));
  return mis_world_with_goal_merged (step->world, step->area, goal, into);
}

static MisWorld *
move_goal (Step *step)
{
  guint goal = up_to (step->rand, step->n - 1);
  guint to = up_to (step->rand, step->n - 1);

  plain_move (mis_plain_area (step->plain, step->area)->goals, goal, to);
  return mis_world_with_goal_moved (step->world, step->area, goal, to);
}

static MisWorld *
split_goal (Step *step)
{
  guint goal = up_to (step->rand, step->n - 1);
  const char *name = names[up_to (step->rand, 4)];
  double conflict = g_rand_double (step->rand);
  MisWorld *edited =
      mis_world_with_goal_split (step->world, step->area, goal, name, conflict, &step->error);

  g_assert_no_error (step->error);
  plain_split_goal (step->plain, step->area, goal,
                    mis_area_get_goal (mis_world_get_area (edited, step->area), goal + 1)->id, name,
                    conflict);
  return edited;
}

static MisWorld *
move_area (Step *step)
{
  guint to = up_to (step->rand, mis_world_get_n_areas (step->world) - 1);

  plain_move (step->plain->areas, step->area, to);
  return mis_world_with_area_moved (step->world, step->area, to);
}

static MisWorld *
copy_area (Step *step)
{
  const MisArea *old = mis_world_get_area (step->world, step->area);
  g_autofree char *expected = g_strdup_printf ("%s (copy)", mis_area_get_name (old));
  const char *name = up_to (step->rand, 1) == 0 ? NULL : "Twin";
  const MisArea *made;
  MisWorld *edited;

  if (mis_world_get_n_areas (step->world) > 5)
    return mis_world_ref (step->world);
  edited = mis_world_with_area_copied (step->world, step->area, name, &step->error);
  g_assert_no_error (step->error);
  made = mis_world_get_area (edited, step->area + 1);
  g_assert_cmpint (mis_world_find_area (step->world, mis_area_get_id (made)), ==, -1);
  g_assert_cmpstr (mis_area_get_name (made), ==, name != NULL ? name : expected);
  mis_plain_copy_area (step->plain, step->area, made);
  return edited;
}

static MisWorld *
describe_area (Step *step)
{
  PlainArea *plain = mis_plain_area (step->plain, step->area);
  const char *name = names[up_to (step->rand, 4)];

  g_free (plain->name);
  plain->name = g_strdup (name);
  g_free (plain->description);
  plain->description = g_strdup ("About");
  return mis_world_with_area_texts (step->world, step->area, name, "About", &step->error);
}

static MisWorld *
edit (Step *step)
{
  static MisWorld *(*const edits[]) (Step * step) = {
    add_goal,      split_goal,  move_area,   copy_area, describe_area,
    describe_goal, remove_goal, merge_goals, move_goal, move_goal,
  };
  guint dice = up_to (step->rand, G_N_ELEMENTS (edits) - 1);

  step->area = up_to (step->rand, mis_world_get_n_areas (step->world) - 1);
  step->n = mis_area_get_n_goals (mis_world_get_area (step->world, step->area));
  if (step->n == 0)
    return add_goal (step);
  return edits[dice](step);
}

/* @n_rows above MIS_BLOCK_ROWS sees several blocks. */
static void
run_chains (guint seed, guint n_worlds, guint n_steps, guint n_rows)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_edits = 0;

  for (guint i = 0; i < n_worlds; i++)
    {
      MisWorld *world = mis_random_world (rand, n_rows, 4, 5);
      g_autoptr (Plain) plain = mis_plain_new (world);

      for (guint j = 0; j < n_steps && mis_world_get_n_areas (world) > 0; j++, n_edits++)
        {
          guint64 digest = mis_digest_world (world);
          Step step = { .rand = rand, .world = world, .plain = plain };
          MisWorld *edited = edit (&step);

          g_assert_no_error (step.error);
          mis_plain_expect (plain, edited);
          g_assert_cmpuint (mis_digest_world (world), ==, digest);
          mis_world_unref (world);
          world = edited;
        }
      mis_world_unref (world);
    }
  g_test_message ("%u edits", n_edits);
}

static void
test_chains (void)
{
  run_chains (91, 700, 12, 9);
}

static void
test_chains_blocks (void)
{
  run_chains (92, 12, 12, 900);
}

/* Errors and sharing */

static void
test_errors (void)
{
  g_autoptr (MisWorld) world = mis_sample_shopping ();
  g_autofree char *long_name = g_strnfill (MIS_MAX_NAME_LENGTH + 1, 'x');
  GError *error = NULL;

  mis_expect_error (mis_world_with_goal_added (world, 0, 0, "a\nb", "", &error) != NULL, &error,
                    MIS_ERROR_TEXT);
  mis_expect_error (mis_world_with_goal_added (world, 0, 0, "a", "\r", &error) != NULL, &error,
                    MIS_ERROR_TEXT);
  mis_expect_error (mis_world_with_goal_texts (world, 0, 0, long_name, "", &error) != NULL, &error,
                    MIS_ERROR_TEXT);
  mis_expect_error (mis_world_with_goal_split (world, 0, 0, "a\nb", 0.5, &error) != NULL, &error,
                    MIS_ERROR_TEXT);
  mis_expect_error (mis_world_with_goal_split (world, 0, 0, "a", 1.5, &error) != NULL, &error,
                    MIS_ERROR_RANGE);
  mis_expect_error (mis_world_with_goal_split (world, 0, 0, "a", NAN, &error) != NULL, &error,
                    MIS_ERROR_RANGE);
  mis_expect_error (mis_world_with_area_copied (world, 0, "a\nb", &error) != NULL, &error,
                    MIS_ERROR_TEXT);
  mis_expect_error (mis_world_with_area_texts (world, 0, "a\nb", "", &error) != NULL, &error,
                    MIS_ERROR_TEXT);
}

static MisWorld *
make_areas (guint n_areas, guint n_goals)
{
  MisWorldBuilder *builder = mis_world_builder_new ();

  for (guint i = 0; i < n_areas; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      mis_sample_add_area (builder, mis_sample_area (id, n_goals, 0.5));
    }
  return mis_world_builder_end (builder);
}

/* 2,000 goals are 1,999,000 pairs: with an area of 45 that is 1,999,990, and 10 more are left. */
static void
test_limits (void)
{
  g_autoptr (MisWorld) one = make_areas (1, 2000);
  g_autoptr (MisWorld) most = make_areas (2000, 1);
  g_autoptr (MisArea) beside = mis_sample_area ("beside", 45, 1);
  g_autoptr (MisArea) five = mis_sample_area ("five", 5, 1);
  g_autoptr (MisWorld) two = mis_world_with_area_added (one, 1, beside, NULL);
  g_autoptr (MisWorld) full = mis_world_with_area_added (two, 2, five, NULL);
  GError *error = NULL;

  mis_expect_error (mis_world_with_goal_added (one, 0, 0, "New", "", &error) != NULL, &error,
                    MIS_ERROR_LIMIT);
  mis_expect_error (mis_world_with_goal_split (one, 0, 0, "New", 1, &error) != NULL, &error,
                    MIS_ERROR_LIMIT);
  mis_expect_error (mis_world_with_goal_added (full, 2, 0, "New", "", &error) != NULL, &error,
                    MIS_ERROR_LIMIT);
  mis_expect_error (mis_world_with_goal_split (full, 2, 0, "New", 1, &error) != NULL, &error,
                    MIS_ERROR_LIMIT);
  mis_expect_error (mis_world_with_area_copied (full, 2, NULL, &error) != NULL, &error,
                    MIS_ERROR_LIMIT);
  mis_expect_error (mis_world_with_area_copied (most, 2, NULL, &error) != NULL, &error,
                    MIS_ERROR_LIMIT);
}

/* Positions: 80,000 x 25 are all there may be; a scenario that needs one must keep its place. */
static void
test_position_limit (void)
{
  g_autoptr (MisWorld) full = mis_sample_table (80000, 25);
  g_autoptr (MisWorld) room = mis_world_with_area_removed (full, 0, NULL);
  const MisChange adds[] = { mis_add_agent ("new", 1, "p1", "g1", 1) };
  g_autoptr (MisScenario) scenario = mis_make_scenario (adds, 1, NULL);
  g_autoptr (MisWorld) with = mis_world_with_scenario (room, scenario, NULL);
  g_autoptr (MisWorld) filled = NULL;
  GError *error = NULL;

  mis_expect_error (mis_world_with_area_copied (full, 2, NULL, &error) != NULL, &error,
                    MIS_ERROR_LIMIT);
  filled = mis_world_with_area_copied (room, 2, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mis_world_get_n_areas (filled), ==, 25);
  g_assert_null (mis_world_with_area_copied (with, 2, NULL, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_LIMIT);
  g_assert_true (g_str_has_prefix (error->message, "scenarios[0].changes[0]: "));
  g_clear_error (&error);
}

static void
expect_share (MisWorld *base, MisWorld *edited, double most)
{
  double whole = (double) mis_world_get_unshared_size (base, NULL);
  double part = (double) mis_world_get_unshared_size (edited, base);

  g_test_message ("unshared: %.4f of the whole", part / whole);
  g_assert_cmpfloat (part / whole, <=, most);
  mis_world_unref (edited);
}

static void
test_sharing (void)
{
  g_autoptr (MisWorld) table = mis_sample_table (10 * MIS_BLOCK_ROWS, 4);

  expect_share (table, mis_world_with_goal_added (table, 1, 3, "Last", "", NULL), 0.02);
  expect_share (table, mis_world_with_goal_texts (table, 1, 1, "New", "", NULL), 0.02);
  expect_share (table, mis_world_with_goal_split (table, 1, 2, "Last", 1, NULL), 0.02);
  expect_share (table, mis_world_with_area_texts (table, 1, "New", "", NULL), 0.02);
  /* One column of four is new, where many goals have another number. */
  expect_share (table, mis_world_with_goal_added (table, 1, 0, "First", "", NULL), 0.25);
  expect_share (table, mis_world_with_goal_removed (table, 1, 0, MIS_NO_GOAL), 0.25);
  expect_share (table, mis_world_with_area_copied (table, 1, NULL, NULL), 0.15);
  expect_share (table, mis_world_with_area_moved (table, 1, 2), 0.15);
}

/* Only blocks in which somebody holds what moves are copied, and what nothing changes is shared. */
static void
test_sharing_blocks (void)
{
  g_autoptr (MisWorld) table = mis_sample_table (10 * MIS_BLOCK_ROWS, 4);
  g_autoptr (MisWorld) more = mis_world_with_goal_added (table, 1, 3, "Rare", "", NULL);
  const MisPosition rare = mis_position (3, 1);
  g_autoptr (MisWorld) held = mis_world_with_position (more, 700, 1, &rare, NULL);
  g_autoptr (MisWorld) same = mis_world_with_goal_moved (held, 1, 2, 2);
  g_autoptr (MisWorld) alike = mis_world_with_goal_texts (held, 1, 3, "Rare", "", NULL);
  g_autoptr (MisWorld) area = mis_world_with_area_moved (held, 2, 2);

  expect_share (held, mis_world_with_goal_removed (held, 1, 3, MIS_UNKNOWN), 0.05);
  g_assert_true (same == held);
  g_assert_true (alike == held);
  g_assert_true (area == held);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-goals/chains", test_chains);
  g_test_add_func ("/edit-goals/chains/blocks", test_chains_blocks);
  g_test_add_func ("/edit-goals/errors", test_errors);
  g_test_add_func ("/edit-goals/limits", test_limits);
  g_test_add_func ("/edit-goals/limits/positions", test_position_limit);
  g_test_add_func ("/edit-goals/sharing", test_sharing);
  g_test_add_func ("/edit-goals/sharing/blocks", test_sharing_blocks);
  return g_test_run ();
}
