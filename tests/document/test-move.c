/* Moving numbers of an open project: proportions that are kept, steps and their names, resets. */
#include "document/move.h"

#include "sample.h"

/* Groups of 500, 300 and 200 agents, none of them locked. */
static MisDocument *
new_document (void)
{
  g_autoptr (MisWorld) world = mis_sample_groups ((guint64[]) { 500, 300, 200 }, 3, 1.0);

  return mis_document_new (world);
}

static void
move (MisDocument *document, MisParameterKind kind, guint agent, double value)
{
  g_autoptr (MisParameter) parameter = mis_parameter_new (kind, agent, 0, 0, 0);
  g_autoptr (GError) error = NULL;

  mis_document_move (document, parameter, value, &error);
  g_assert_no_error (error);
}

static void
move_all (MisDocument *document, double value)
{
  move (document, MIS_PARAMETER_POPULATION, 0, value);
}

static void
move_share (MisDocument *document, guint agent, double value)
{
  move (document, MIS_PARAMETER_SHARE, agent, value);
}

static void
assert_counts (MisDocument *document, guint64 a, guint64 b, guint64 c)
{
  const MisWorld *world = mis_document_get_world (document);

  g_assert_cmpuint (mis_world_get_agent (world, 0)->count, ==, a);
  g_assert_cmpuint (mis_world_get_agent (world, 1)->count, ==, b);
  g_assert_cmpuint (mis_world_get_agent (world, 2)->count, ==, c);
}

/* Nobody has no proportions, and few agents have coarse ones. */
static void
test_all_agents_keep_their_proportions (void)
{
  const double numbers[] = { 0, 1, 3, 7, 11, 0, 2 };
  g_autoptr (MisDocument) document = new_document ();

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      move_all (document, numbers[i]);
      g_assert_cmpuint (mis_world_get_population (mis_document_get_world (document)), ==,
                        (guint64) numbers[i]);
    }
  /* Through other edits, as long as they move nobody. */
  move (document, MIS_PARAMETER_WEIGHT, 0, 0.25);
  move_all (document, 2000);
  assert_counts (document, 1000, 600, 400);
  g_assert_cmpfloat (mis_world_get_position (mis_document_get_world (document), 0, 0).weight, ==,
                     0.25);
  /* Each number was a step, and each step goes back to what was there. */
  g_assert_true (mis_document_undo (document));
  assert_counts (document, 1, 1, 0);
  for (guint i = 0; i < 1 + G_N_ELEMENTS (numbers); i++)
    g_assert_true (mis_document_undo (document));
  g_assert_false (mis_document_is_modified (document));
  g_assert_null (mis_document_get_undo_name (document));
}

static void
test_others_keep_their_proportions (void)
{
  g_autoptr (MisDocument) document = new_document ();

  move_share (document, 0, 0.999);
  move_share (document, 0, 1.0);
  assert_counts (document, 1000, 0, 0);
  move_share (document, 0, 0.5);
  assert_counts (document, 500, 300, 200);
  /* Whose share was moved in between has proportions of its own. */
  move_share (document, 1, 0.5);
  assert_counts (document, 357, 500, 143);
  move_share (document, 0, 1.0);
  move_share (document, 0, 0.5);
  assert_counts (document, 500, 389, 111);
}

/* Whatever else has happened to the counts, it is from the world as it is that a number moves. */
static void
test_other_movements_count (void)
{
  g_autoptr (MisDocument) document = new_document ();

  move_all (document, 1);
  move (document, MIS_PARAMETER_COUNT, 2, 3);
  move_all (document, 8);
  assert_counts (document, 2, 0, 6);
  move_all (document, 0);
  mis_document_set_locked (document, 0, TRUE);
  move_all (document, 10);
  assert_counts (document, 0, 5, 5);
}

/* A group that is locked meanwhile stays at what it is, not at what it was. */
static void
test_lock_in_between (void)
{
  g_autoptr (MisDocument) document = new_document ();

  move_all (document, 1);
  move_all (document, 8);
  assert_counts (document, 4, 2, 2);
  g_assert_true (mis_document_undo (document));
  mis_document_set_locked (document, 0, TRUE);
  move_all (document, 9);
  assert_counts (document, 1, 4, 4);
}

/* Among shares it is the share that a lock keeps, and all of them can be locked. */
static void
test_locks_keep_shares (void)
{
  g_autoptr (MisDocument) document = new_document ();
  g_autoptr (MisParameter) all = mis_parameter_new_population (TRUE);

  move_share (document, 0, 0.8);
  mis_document_set_locked (document, 0, TRUE);
  g_assert_true (mis_document_move (document, all, 100, NULL));
  assert_counts (document, 80, 12, 8);
  g_assert_true (mis_document_move (document, all, 3, NULL));
  assert_counts (document, 2, 1, 0);
  g_assert_true (mis_document_move (document, all, 2000, NULL));
  assert_counts (document, 1600, 240, 160);
  mis_document_set_locked (document, 1, TRUE);
  mis_document_set_locked (document, 2, TRUE);
  g_assert_true (mis_document_move (document, all, 500, NULL));
  assert_counts (document, 400, 60, 40);
  g_assert_true (mis_document_reset (document, all, NULL));
  assert_counts (document, 800, 120, 80);
}

static void
test_undo_in_between (void)
{
  g_autoptr (MisDocument) document = new_document ();

  move_all (document, 0);
  mis_document_undo (document);
  move_share (document, 2, 0.6);
  assert_counts (document, 250, 150, 600);
  move_all (document, 0);
  move_all (document, 100);
  assert_counts (document, 25, 15, 60);
  mis_document_undo (document);
  mis_document_redo (document);
  move_all (document, 1000);
  assert_counts (document, 250, 150, 600);
}

/* Every step of a drag is computed from its start; one that ends there is none. */
static void
test_drags (void)
{
  g_autoptr (MisDocument) document = new_document ();

  move_all (document, 3);
  mis_document_begin_gesture (document);
  move_all (document, 900);
  move_all (document, 0);
  move_all (document, 3);
  mis_document_end_gesture (document);
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Set Number of Agents to 3");
  assert_counts (document, 1, 1, 1);
  mis_document_undo (document);
  g_assert_null (mis_document_get_undo_name (document));
}

static void
test_refused (void)
{
  g_autoptr (MisDocument) document = new_document ();
  g_autoptr (MisParameter) share = mis_parameter_new (MIS_PARAMETER_SHARE, 0, 0, 0, 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (mis_document_move (document, share, 1.2, &error));
  g_assert_nonnull (error);
  g_assert_null (mis_document_get_undo_name (document));
}

static void
test_reset_is_one_step (void)
{
  g_autoptr (MisDocument) document = new_document ();
  g_autoptr (MisParameter) all = mis_parameter_new_section (MIS_SECTION_ALL, 0);
  g_autoptr (MisParameter) share = mis_parameter_new (MIS_PARAMETER_SHARE, 0, 0, 0, 0);

  g_assert_false (mis_document_is_changed (document, all));
  move_share (document, 0, 0.1);
  move (document, MIS_PARAMETER_WEIGHT, 0, 0.25);
  g_assert_true (mis_document_is_changed (document, share));
  g_assert_true (mis_document_reset (document, all, NULL));
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Reset All Numbers");
  g_assert_false (mis_document_is_modified (document));
  g_assert_false (mis_document_is_changed (document, all));
  mis_document_undo (document);
  g_assert_cmpstr (mis_document_get_undo_name (document), ==,
                   "Set Weight of group-0 in area to 0.25");
  g_assert_true (mis_document_reset (document, share, NULL));
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Reset Share of group-0");
  assert_counts (document, 500, 300, 200);
}

/* Whatever the size of the population is now, the document agrees with the plain definition. */
static void
test_changed_shares (void)
{
  const double numbers[] = { 1000, 7, 13, 0, 1000, 4000 };
  g_autoptr (MisDocument) document = new_document ();

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      move_all (document, numbers[i]);
      for (guint step = 0; step < 2; step++)
        {
          for (guint j = 0; j < 3; j++)
            {
              g_autoptr (MisParameter) share = mis_parameter_new (MIS_PARAMETER_SHARE, j, 0, 0, 0);
              gboolean changed =
                  mis_parameter_is_changed (share, mis_document_get_world (document),
                                            mis_document_get_opened_world (document));

              g_assert_cmpint (mis_document_is_changed (document, share), ==, changed);
              /* Four agents of five are none of the opened shares. */
              g_assert_true (changed || step == 0 || numbers[i] == 0.0);
              g_assert_true (!changed || i > 0 || step > 0);
            }
          move_share (document, 2, 0.8);
        }
      g_assert_true (numbers[i] == 0.0 || mis_document_undo (document));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/move/all-agents-keep-their-proportions",
                   test_all_agents_keep_their_proportions);
  g_test_add_func ("/move/others-keep-their-proportions", test_others_keep_their_proportions);
  g_test_add_func ("/move/other-movements-count", test_other_movements_count);
  g_test_add_func ("/move/lock-in-between", test_lock_in_between);
  g_test_add_func ("/move/locks-keep-shares", test_locks_keep_shares);
  g_test_add_func ("/move/undo-in-between", test_undo_in_between);
  g_test_add_func ("/move/drags", test_drags);
  g_test_add_func ("/move/refused", test_refused);
  g_test_add_func ("/move/reset-is-one-step", test_reset_is_one_step);
  g_test_add_func ("/move/changed-shares", test_changed_shares);
  return g_test_run ();
}
