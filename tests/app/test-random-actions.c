/* Somebody uses all of the program at random: at the end of each stretch all steps are undone and
 * done again, to the same bytes; and on the way what is open, what is shown and what is scored are
 * what a program would show that has just opened the file. No library warns.
 *
 *   MISALIGN_FULL=1     30 seeds of 1,000 actions and one of 10,000 instead of a few short ones:
 *                       about ten minutes under sanitizers
 *   MISALIGN_SEED=7     this seed alone, and what it does is said
 *   MISALIGN_SEEDS=20   so many seeds, MISALIGN_ACTIONS=3000 of so many actions
 *
 * A frame takes as long as ten actions, so that most actions are done before the one before is
 * drawn, as by somebody whose machine is slow; that finds more, too. Now and then somebody waits.
 */
#include "core/edit.h"
#include "core/score.h"
#include "file/project-reader.h"
#include "file/project-writer.h"

#include "random-cells.h"
#include "random-commands.h"
#include "random-hand.h"
#include "random-touch.h"
#include "random-world.h"
#include "step-record.h"

/* Actions between two looks at everything, and between two walks through all steps. */
#define LOOK 100u
#define STRETCH 5000u

/* Actions for each frame, on the average: of who is quick, and of who looks. */
#define QUICK 60u
#define SLOW 2u

static guint
get_number (const char *variable, guint otherwise)
{
  const char *text = g_getenv (variable);

  return text != NULL ? (guint)g_ascii_strtoull (text, NULL, 10) : otherwise;
}

/* (transfer full): 40 groups and 6 problem areas that say all that a project can. */
static MisWorld *
new_large_world (RandomHand *hand)
{
  MisWorld *world = mis_random_world (hand->rand, 40, 6, 6);

  while (mis_world_get_n_areas (world) < 6 || mis_world_get_n_agents (world) < 40)
    {
      mis_world_unref (world);
      world = mis_random_world (hand->rand, 40, 6, 6);
    }
  return world;
}

static MisDocument *
new_document (RandomHand *hand)
{
  static const char *const examples[] = { "shopping", "carla", "ranges", "blank" };
  g_autoptr (MisWorld) world = NULL;

  if (hand->seed % 5 > 0)
    return app_new_document (examples[hand->seed % 5 - 1]);
  world = new_large_world (hand);
  return mis_document_new (world);
}

static void
open_window (RandomHand *hand, MisDocument *document)
{
  static const int widths[] = { 1280, 900, 600, 360 };

  hand->window = mis_window_new (app_get_application ());
  gtk_window_set_default_size (GTK_WINDOW (hand->window),
                               widths[random_hand_below (hand, G_N_ELEMENTS (widths))], 700);
  mis_window_set_document (hand->window, document);
  app_present (hand->window);
}

/* Part by part, to say which one is another. */
static void
check_same (MisWorld *a, MisWorld *b)
{
  g_assert_cmpuint (mis_world_get_n_scenarios (a), ==, mis_world_get_n_scenarios (b));
  for (guint i = 0; i < mis_world_get_n_scenarios (a); i++)
    g_assert_true (
        mis_scenario_equal (mis_world_get_scenario (a, i), mis_world_get_scenario (b, i)));
  g_assert_cmpuint (mis_world_get_n_experiments (a), ==, mis_world_get_n_experiments (b));
  for (guint i = 0; i < mis_world_get_n_experiments (a); i++)
    g_assert_true (
        mis_experiment_equal (mis_world_get_experiment (a, i), mis_world_get_experiment (b, i)));
  g_assert_true (mis_world_equal (a, b));
}

/* Of two texts that should be one: where they part. */
static void
check_bytes (GBytes *a, GBytes *b)
{
  gsize n_a, n_b, at = 0;
  const char *text_a = g_bytes_get_data (a, &n_a), *text_b = g_bytes_get_data (b, &n_b);

  while (at < MIN (n_a, n_b) && text_a[at] == text_b[at])
    at++;
  if (at == n_a && at == n_b)
    return;
  at -= MIN (at, 60);
  g_error ("“%.*s” has become “%.*s”", (int)MIN (200, n_a - at), text_a + at,
           (int)MIN (200, n_b - at), text_b + at);
}

/* (transfer full): the project as the next one would find it who opens its file. */
static MisWorld *
open_anew (MisWorld *project)
{
  g_autoptr (GBytes) bytes = mis_project_write (project);
  g_autoptr (GError) error = NULL;
  MisWorld *opened = mis_project_read_bytes (bytes, "project", &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  again = mis_project_write (opened);
  check_bytes (bytes, again);
  check_same (project, opened);
  return opened;
}

/* (transfer full): what is shown of @opened. */
static MisWorld *
show_anew (MisDocument *document, MisWorld *opened)
{
  MisScenario *scenario = mis_document_get_scenario (document);
  g_autoptr (GError) error = NULL;
  MisWorld *shown;

  if (scenario == NULL)
    return mis_world_ref (opened);
  scenario = mis_world_get_scenario (opened, (guint)mis_world_find_scenario (opened, scenario->id));
  shown = mis_world_with_scenario_applied (opened, scenario, &error);
  g_assert_no_error (error);
  return shown;
}

/* NAN, too, is the same as NAN. */
static void
check_same_areas (const MisScore *a, const MisScore *b)
{
  g_assert_cmpuint (a->n_areas, ==, b->n_areas);
  for (guint i = 0; i < a->n_areas; i++)
    g_assert_true (memcmp (&a->areas[i].misalignment, &b->areas[i].misalignment, sizeof (double)) ==
                   0);
}

static void
check_score (MisResults *results, MisWorld *world)
{
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);

  g_assert_true (mis_tally_equal (results->tally, tally));
  g_assert_cmpint (results->score->has_score, ==, score->has_score);
  g_assert_cmpfloat (results->score->overall, ==, score->overall);
  g_assert_cmpfloat (results->score->possible, ==, score->possible);
  check_same_areas (results->score, score);
}

/* Once all is settled. */
static void
look (RandomHand *hand)
{
  MisDocument *document = random_hand_document (hand);
  g_autoptr (MisWorld) opened = open_anew (mis_document_get_project (document));
  g_autoptr (MisWorld) shown = show_anew (document, opened);
  MisCellGrid *grid = random_cells_find (hand);

  g_assert_true (mis_world_equal (shown, mis_document_get_world (document)));
  app_wait_until (!mis_document_is_busy (document));
  check_score (mis_document_get_results (document), shown);
  if (grid == NULL)
    return;
  gtk_widget_queue_draw (GTK_WIDGET (hand->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (hand->window));
  random_cells_check (grid);
}

/* In what stands open; or a key that is heard there, too; or it is closed. */
static void
act_in_popover (RandomHand *hand, GtkPopover *popover)
{
  guint choice = random_hand_below (hand, 10);

  if (choice < 6)
    random_touch (hand, GTK_WIDGET (popover));
  else if (choice < 8)
    gtk_widget_activate_action (GTK_WIDGET (hand->window), choice < 7 ? "win.undo" : "win.redo",
                                NULL);
  else
    gtk_popover_popdown (popover);
}

static void
act (RandomHand *hand)
{
  guint choice = random_hand_below (hand, 10);
  GtkPopover *popover = random_touch_find_popover (hand);

  if (popover != NULL)
    act_in_popover (hand, popover);
  else if (choice < 4)
    random_touch (hand, NULL);
  else if (choice < 7)
    random_command (hand);
  else
    random_cells (hand);
  /* Who is quick does more before what was done first is drawn. */
  if (!random_hand_one_in (hand, hand->pace))
    return;
  app_settle ();
  random_touch_close (hand, FALSE);
}

static void
choose_pace (RandomHand *hand)
{
  hand->pace = random_hand_one_in (hand, 16) ? SLOW : QUICK;
}

static void
use (RandomHand *hand, StepRecord *record)
{
  while (hand->n_done < hand->n_actions)
    {
      act (hand);
      hand->n_done++;
      if (hand->n_done % LOOK > 0 && hand->n_done < hand->n_actions)
        continue;
      app_settle ();
      look (hand);
      choose_pace (hand);
      if (hand->n_done % STRETCH == 0 || hand->n_done == hand->n_actions)
        step_record_walk (record);
    }
  app_settle ();
  look (hand);
  g_test_message ("seed %u: %u actions, %u steps", hand->seed, hand->n_actions,
                  step_record_get_n_made (record));
}

static void
use_at_random (guint32 seed, guint n_actions, gboolean aloud)
{
  RandomHand hand;
  StepRecord *record;
  MisDocument *document;

  random_hand_init (&hand, seed, n_actions, aloud);
  document = new_document (&hand);
  /* Before the window, which may go on to the next step while it hears of one. */
  record = step_record_new (document);
  open_window (&hand, document);
  choose_pace (&hand);
  use (&hand, record);
  step_record_free (record);
  g_object_unref (document);
  random_touch_close (&hand, TRUE);
  app_settle ();
  app_destroy (hand.window);
  random_hand_clear (&hand);
}

static void
test_random_actions (void)
{
  gboolean full = g_getenv ("MISALIGN_FULL") != NULL;
  guint n_seeds = get_number ("MISALIGN_SEEDS", full ? 30 : 3);
  guint n_actions = get_number ("MISALIGN_ACTIONS", full ? 1000 : 300);
  guint only = get_number ("MISALIGN_SEED", 0);

  if (only > 0)
    use_at_random (only, n_actions, TRUE);
  for (guint seed = 1; seed <= n_seeds && only == 0; seed++)
    use_at_random (seed, n_actions, FALSE);
  if (full && only == 0)
    use_at_random (n_seeds + 1, 10 * n_actions, FALSE);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/random-actions/use-at-random", test_random_actions);
  return app_run ();
}
