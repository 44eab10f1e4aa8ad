/* A list of worlds to walk along: names, forgetting what was undone, limits. */
#include "core/edit.h"
#include "document/history.h"

static MisWorld *
new_world (const char *title)
{
  MisWorldBuilder *builder = mis_world_builder_new ();

  g_assert_true (mis_world_builder_set_title (builder, title, NULL));
  return mis_world_builder_end (builder);
}

static void
push_title (MisHistory *history, const char *title)
{
  g_autoptr (MisWorld) world = mis_world_with_title (mis_history_get_world (history), title, NULL);

  mis_history_push (history, world, title);
}

static const char *
get_title (MisHistory *history)
{
  return mis_world_get_title (mis_history_get_world (history));
}

static void
test_walk (void)
{
  g_autoptr (MisWorld) first = new_world ("first");
  g_autoptr (MisHistory) history = mis_history_new (first);

  g_assert_null (mis_history_get_undo_name (history));
  g_assert_null (mis_history_get_redo_name (history));
  g_assert_false (mis_history_undo (history));
  g_assert_false (mis_history_redo (history));

  push_title (history, "second");
  push_title (history, "third");
  g_assert_cmpuint (mis_history_get_n_steps (history), ==, 2);
  g_assert_cmpstr (mis_history_get_undo_name (history), ==, "third");
  g_assert_true (mis_history_undo (history));
  g_assert_cmpstr (mis_history_get_undo_name (history), ==, "second");
  g_assert_cmpstr (mis_history_get_redo_name (history), ==, "third");
  g_assert_true (mis_history_undo (history));
  g_assert_true (mis_history_get_world (history) == first);
  g_assert_cmpuint (mis_history_get_step (history), ==, 0);
  g_assert_true (mis_history_redo (history));
  g_assert_cmpstr (get_title (history), ==, "second");
}

static void
test_push_forgets_what_was_undone (void)
{
  g_autoptr (MisWorld) first = new_world ("first");
  g_autoptr (MisHistory) history = mis_history_new (first);

  push_title (history, "second");
  push_title (history, "third");
  mis_history_undo (history);
  mis_history_undo (history);
  push_title (history, "other");
  g_assert_false (mis_history_redo (history));
  g_assert_cmpuint (mis_history_get_n_steps (history), ==, 1);
  g_assert_true (mis_history_undo (history));
  g_assert_true (mis_history_get_world (history) == first);
}

static void
test_replace_and_drop (void)
{
  g_autoptr (MisWorld) first = new_world ("first");
  g_autoptr (MisWorld) longer = new_world ("longer");
  g_autoptr (MisHistory) history = mis_history_new (first);

  push_title (history, "second");
  mis_history_replace (history, longer, "second, longer");
  g_assert_cmpuint (mis_history_get_n_steps (history), ==, 1);
  g_assert_true (mis_history_get_world (history) == longer);
  g_assert_cmpstr (mis_history_get_undo_name (history), ==, "second, longer");
  mis_history_drop (history);
  g_assert_true (mis_history_get_world (history) == first);
  g_assert_cmpuint (mis_history_get_n_steps (history), ==, 0);
  g_assert_null (mis_history_get_redo_name (history));
}

/* A drag that ends where it began takes nothing from what can be done again. */
static void
test_drop_brings_redo_back (void)
{
  g_autoptr (MisWorld) first = new_world ("first");
  g_autoptr (MisWorld) longer = new_world ("longer");
  g_autoptr (MisHistory) history = mis_history_new (first);

  push_title (history, "second");
  push_title (history, "third");
  mis_history_undo (history);
  mis_history_undo (history);
  push_title (history, "drag");
  mis_history_replace (history, longer, "drag");
  g_assert_null (mis_history_get_redo_name (history));
  mis_history_drop (history);
  g_assert_cmpuint (mis_history_get_n_steps (history), ==, 2);
  g_assert_true (mis_history_get_world (history) == first);
  g_assert_cmpstr (mis_history_get_redo_name (history), ==, "second");
  g_assert_true (mis_history_redo (history));
  g_assert_true (mis_history_redo (history));
  g_assert_cmpstr (mis_world_get_title (mis_history_get_world (history)), ==, "third");
  /* But not beyond the next step. */
  mis_history_undo (history);
  push_title (history, "other");
  push_title (history, "drag");
  mis_history_drop (history);
  g_assert_null (mis_history_get_redo_name (history));
}

static void
test_steps_are_limited (void)
{
  g_autoptr (MisWorld) first = new_world ("first");
  g_autoptr (MisHistory) history = mis_history_new (first);

  for (guint i = 0; i < MIS_HISTORY_STEPS; i++)
    {
      g_autofree char *title = g_strdup_printf ("step %u", i);

      push_title (history, title);
    }
  g_assert_cmpuint (mis_history_get_n_steps (history), ==, MIS_HISTORY_STEPS);
  g_assert_false (mis_history_is_cut (history));
  push_title (history, "one more");
  g_assert_cmpuint (mis_history_get_n_steps (history), ==, MIS_HISTORY_STEPS);
  g_assert_cmpuint (mis_history_get_step (history), ==, MIS_HISTORY_STEPS);
  g_assert_true (mis_history_is_cut (history));
  while (mis_history_undo (history))
    continue;
  g_assert_cmpstr (get_title (history), ==, "step 0");
  g_assert_cmpuint (mis_history_get_step (history), ==, 0);
}

/* A description of 64 KiB a step is not shared: 256 MiB of them are some four thousand steps, so
 * that the limit of steps comes first; a list of a million goals would meet the other one. */
static void
test_bytes_are_limited (void)
{
  const guint n_goals = 2000, n_steps = 12;
  g_autofree char *text = g_strnfill (20000, 'x');
  g_autofree MisGoal *goals = g_new (MisGoal, n_goals);
  g_autoptr (MisWorld) first = new_world ("first");
  g_autoptr (MisHistory) history = mis_history_new (first);

  for (guint i = 0; i < n_goals; i++)
    goals[i] = (MisGoal) { g_strdup_printf ("g%u", i), (char *) "Goal", text };
  for (guint i = 0; i < n_steps; i++)
    {
      g_autoptr (MisArea) area = mis_area_new ("a", "A", "", goals, n_goals, 0.0, NULL, 0, NULL);
      g_autoptr (MisWorld) world = mis_world_with_area_added (first, 0, area, NULL);

      mis_history_push (history, world, "Add Area");
    }
  g_assert_true (mis_history_is_cut (history));
  g_assert_cmpuint (mis_history_get_n_steps (history), <, n_steps);
  g_assert_cmpuint (mis_history_get_n_steps (history), >=, 5);
  for (guint i = 0; i < n_goals; i++)
    g_free (goals[i].id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/walk", test_walk);
  g_test_add_func ("/history/push-forgets-what-was-undone", test_push_forgets_what_was_undone);
  g_test_add_func ("/history/replace-and-drop", test_replace_and_drop);
  g_test_add_func ("/history/drop-brings-redo-back", test_drop_brings_redo_back);
  g_test_add_func ("/history/steps-are-limited", test_steps_are_limited);
  g_test_add_func ("/history/bytes-are-limited", test_bytes_are_limited);
  return g_test_run ();
}
