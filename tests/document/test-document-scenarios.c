/* Scenarios of an open project: where edits go, what reset, undo and a file make of them. */
#include "core/edit.h"
#include "core/edit-scenarios.h"
#include "core/error.h"
#include "core/restore.h"
#include "document/document-experiments.h"
#include "document/document-scenarios.h"
#include "document/move.h"
#include "file/project-reader.h"
#include "file/project-writer.h"

#include "load-example.h"
#include "random-edit.h"
#include "random-scenario.h"
#include "random-world.h"

static MisDocument *
new_document (const char *name)
{
  g_autoptr (MisWorld) world = load_example (name);

  return mis_document_new (world);
}

static void
set_weight (MisDocument *document, double weight)
{
  g_autoptr (MisParameter) parameter = mis_parameter_new (MIS_PARAMETER_WEIGHT, 0, 0, 0, 0);

  g_assert_true (mis_document_move (document, parameter, weight, NULL));
}

static double
get_weight (const MisWorld *world)
{
  return mis_world_get_position (world, 0, 0).weight;
}

static void
add (MisDocument *document, const char *name)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mis_document_add_scenario (document, name, &error));
  g_assert_no_error (error);
}

static const char *
get_name (MisDocument *document)
{
  const MisScenario *scenario = mis_document_get_scenario (document);

  return scenario != NULL ? scenario->name : "(base)";
}

static char *
hash_project (MisDocument *document)
{
  g_autoptr (GBytes) bytes = mis_project_write (mis_document_get_project (document));

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

static void
assert_hash (MisDocument *document, const char *expected)
{
  g_autofree char *hash = hash_project (document);

  g_assert_cmpstr (hash, ==, expected);
}

/* A new one is shown, and is the last step; edits are its own. */
static void
test_edits_go_to_the_scenario (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");
  double before = mis_document_get_results (document)->score->overall;

  g_assert_cmpstr (get_name (document), ==, "(base)");
  add (document, "With a regulator");
  g_assert_cmpstr (get_name (document), ==, "With a regulator");
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Add Scenario “With a regulator”");
  g_assert_cmpfloat (mis_document_get_results (document)->score->overall, ==, before);
  set_weight (document, 0.1);
  g_assert_cmpfloat (get_weight (mis_document_get_world (document)), ==, 0.1);
  g_assert_cmpfloat (get_weight (mis_document_get_project (document)), ==, 0.8);
  g_assert_cmpuint (mis_document_get_scenario (document)->n_changes, ==, 1);
  g_assert_cmpfloat (mis_document_get_results (document)->score->overall, <, before);
  mis_document_show_scenario (document, NULL);
  g_assert_cmpfloat (get_weight (mis_document_get_world (document)), ==, 0.8);
  g_assert_cmpfloat (mis_document_get_results (document)->score->overall, ==, before);
  set_weight (document, 0.4);
  g_assert_cmpfloat (get_weight (mis_document_get_project (document)), ==, 0.4);
  mis_document_show_scenario (document, "with-a-regulator");
  g_assert_cmpfloat (get_weight (mis_document_get_world (document)), ==, 0.1);
}

/* To show another one is no step; undo and redo show what they do. */
static void
test_undo_shows_what_it_undoes (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");
  g_autofree char *first = hash_project (document);

  add (document, "A");
  set_weight (document, 0.1);
  mis_document_show_scenario (document, NULL);
  set_weight (document, 0.4);
  mis_document_show_scenario (document, "a");
  g_assert_true (mis_document_undo (document));
  g_assert_cmpstr (get_name (document), ==, "(base)");
  g_assert_cmpfloat (get_weight (mis_document_get_world (document)), ==, 0.8);
  g_assert_true (mis_document_undo (document));
  g_assert_cmpstr (get_name (document), ==, "A");
  g_assert_cmpfloat (get_weight (mis_document_get_world (document)), ==, 0.8);
  g_assert_true (mis_document_undo (document));
  g_assert_cmpstr (get_name (document), ==, "(base)");
  g_assert_false (mis_document_undo (document));
  assert_hash (document, first);
  g_assert_false (mis_document_is_modified (document));
  g_assert_true (mis_document_redo (document));
  g_assert_cmpstr (get_name (document), ==, "A");
  mis_document_show_scenario (document, NULL);
  g_assert_true (mis_document_redo (document));
  g_assert_cmpstr (get_name (document), ==, "A");
  g_assert_cmpfloat (get_weight (mis_document_get_world (document)), ==, 0.1);
  g_assert_true (mis_document_redo (document));
  g_assert_cmpstr (get_name (document), ==, "(base)");
  g_assert_cmpfloat (get_weight (mis_document_get_world (document)), ==, 0.4);
}

static void
test_a_drag_is_one_step (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");

  add (document, "A");
  mis_document_begin_gesture (document);
  for (guint i = 0; i < 8; i++)
    set_weight (document, i / 8.0);
  mis_document_end_gesture (document);
  g_assert_true (mis_document_undo (document));
  g_assert_cmpuint (mis_document_get_scenario (document)->n_changes, ==, 0);
  mis_document_begin_gesture (document);
  set_weight (document, 0.25);
  set_weight (document, 0.8);
  mis_document_end_gesture (document);
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Add Scenario “A”");
}

/* What is reset goes back to the base, and out of the scenario. */
static void
test_reset_is_to_the_base (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");
  g_autoptr (MisParameter) weight = mis_parameter_new (MIS_PARAMETER_WEIGHT, 0, 0, 0, 0);
  g_autoptr (MisParameter) share = mis_parameter_new (MIS_PARAMETER_SHARE, 0, 0, 0, 0);
  g_autoptr (MisParameter) all = mis_parameter_new_section (MIS_SECTION_ALL, 0);

  set_weight (document, 0.5);
  g_assert_true (mis_document_is_changed (document, weight));
  add (document, "A");
  g_assert_false (mis_document_is_changed (document, weight));
  set_weight (document, 0.25);
  g_assert_true (mis_document_is_changed (document, weight));
  g_assert_true (mis_document_reset (document, weight, NULL));
  g_assert_cmpfloat (get_weight (mis_document_get_world (document)), ==, 0.5);
  g_assert_cmpuint (mis_document_get_scenario (document)->n_changes, ==, 0);
  g_assert_false (mis_document_is_changed (document, all));
  g_assert_false (mis_document_is_changed (document, share));
  set_weight (document, 0.75);
  g_assert_true (mis_document_reset (document, all, NULL));
  g_assert_cmpuint (mis_document_get_scenario (document)->n_changes, ==, 0);
}

/* Numbers are marked and reset also where the scenario has other rows and areas than the base. */
static void
test_reset_among_other_rows (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");
  g_autoptr (MisParameter) weight = mis_parameter_new (MIS_PARAMETER_WEIGHT, 0, 0, 0, 0);
  g_autoptr (MisParameter) added = mis_parameter_new (MIS_PARAMETER_COUNT, 2, 0, 0, 0);
  g_autoptr (MisAgent) agent = mis_agent_new ("new", "New", MIS_KIND_AI, "", 3, "", NULL);
  g_autoptr (MisWorld) with = NULL;
  g_autoptr (MisWorld) without = NULL;
  g_autoptr (MisWorld) fewer = NULL;

  add (document, "A");
  without = mis_world_with_agent_removed (mis_document_get_world (document), 0, NULL);
  mis_document_edit (document, without, "Remove Agent");
  fewer = mis_world_with_area_removed (mis_document_get_world (document), 1, NULL);
  mis_document_edit (document, fewer, "Remove Area");
  with =
      mis_world_with_agent_added (mis_document_get_world (document), 0, agent, NULL, NULL, 0, NULL);
  mis_document_edit (document, with, "Add Agent");
  g_assert_true (mis_world_has_same_shape (mis_document_get_world (document),
                                           mis_document_get_opened_world (document)));
  g_assert_cmpuint (mis_document_get_scenario (document)->n_changes, ==, 3);
  g_assert_false (mis_document_is_changed (document, weight));
  set_weight (document, 0.125);
  g_assert_true (mis_document_is_changed (document, weight));
  g_assert_true (mis_document_move (document, added, 7, NULL));
  g_assert_true (mis_document_is_changed (document, added));
  g_assert_true (mis_document_reset (document, added, NULL));
  g_assert_cmpuint (mis_world_get_agent (mis_document_get_world (document), 2)->count, ==, 3);
  g_assert_true (mis_document_reset (document, weight, NULL));
  g_assert_cmpuint (mis_document_get_scenario (document)->n_changes, ==, 3);
}

static void
test_remove (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");
  g_autofree char *with = NULL;

  add (document, "A");
  add (document, "B");
  set_weight (document, 0.1);
  with = hash_project (document);
  g_assert_true (mis_document_remove_scenario (document, "a"));
  g_assert_cmpstr (get_name (document), ==, "B");
  g_assert_true (mis_document_remove_scenario (document, "b"));
  g_assert_cmpstr (get_name (document), ==, "(base)");
  g_assert_false (mis_document_remove_scenario (document, "b"));
  g_assert_true (mis_document_undo (document));
  g_assert_cmpstr (get_name (document), ==, "B");
  g_assert_cmpfloat (get_weight (mis_document_get_world (document)), ==, 0.1);
  g_assert_true (mis_document_undo (document));
  assert_hash (document, with);
}

static void
test_duplicate_and_describe (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *long_name = g_strnfill (201, 'x');

  add (document, "A");
  set_weight (document, 0.1);
  g_assert_true (mis_document_duplicate_scenario (document, "a", NULL));
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Duplicate Scenario “A”");
  g_assert_cmpfloat (get_weight (mis_document_get_world (document)), ==, 0.1);
  id = g_strdup (mis_document_get_scenario (document)->id);
  g_assert_cmpstr (id, !=, "a");
  g_assert_true (mis_document_describe_scenario (document, id, "C", "", NULL));
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Rename Scenario “A (copy)”");
  g_assert_true (mis_document_describe_scenario (document, id, "C", "Why", NULL));
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Describe Scenario “C”");
  g_assert_cmpstr (mis_document_get_scenario (document)->description, ==, "Why");
  g_assert_cmpstr (mis_document_get_scenario (document)->id, ==, id);
  g_assert_false (mis_document_describe_scenario (document, id, "", "", &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_TEXT);
  g_clear_error (&error);
  g_assert_false (mis_document_add_scenario (document, long_name, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_TEXT);
}

static void
test_names_and_steps (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");
  g_autofree char *first = mis_document_suggest_scenario_name (document);
  g_autofree char *second = NULL;

  g_assert_cmpstr (first, ==, "Scenario 1");
  mis_document_step_scenario (document, 1);
  g_assert_cmpstr (get_name (document), ==, "(base)");
  add (document, first);
  second = mis_document_suggest_scenario_name (document);
  g_assert_cmpstr (second, ==, "Scenario 2");
  add (document, second);
  mis_document_step_scenario (document, 1);
  g_assert_cmpstr (get_name (document), ==, "(base)");
  mis_document_step_scenario (document, -1);
  g_assert_cmpstr (get_name (document), ==, "Scenario 2");
  mis_document_step_scenario (document, -1);
  g_assert_cmpstr (get_name (document), ==, "Scenario 1");
}

/* Experiments and names are of the project, in whatever scenario they are edited. */
static void
test_what_belongs_to_the_base (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");
  g_autofree char *id = NULL;
  g_autoptr (MisWorld) titled = NULL;

  add (document, "A");
  id = mis_document_add_experiment (document, NULL);
  g_assert_nonnull (mis_document_find_experiment (document, id));
  g_assert_cmpstr (get_name (document), ==, "A");
  titled = mis_world_with_title (mis_document_get_world (document), "Shop", NULL);
  mis_document_edit (document, titled, "Rename Project");
  g_assert_cmpstr (mis_document_get_title (document), ==, "Shop");
  g_assert_cmpstr (mis_world_get_title (mis_document_get_project (document)), ==, "Shop");
  g_assert_cmpuint (mis_document_get_scenario (document)->n_changes, ==, 0);
}

/* A base that loses what a scenario names keeps the scenario, without that. */
static void
test_base_loses_a_row (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");
  g_autoptr (MisWorld) fewer = NULL;

  add (document, "A");
  set_weight (document, 0.1);
  fewer = mis_world_with_agent_removed (mis_document_get_project (document), 0, NULL);
  mis_document_edit_project (document, fewer, "Remove Agent", "a");
  g_assert_cmpstr (get_name (document), ==, "A");
  g_assert_cmpuint (mis_document_get_scenario (document)->n_changes, ==, 0);
  g_assert_true (mis_document_undo (document));
  g_assert_cmpfloat (get_weight (mis_document_get_world (document)), ==, 0.1);
}

/* Locks stay with their groups where a scenario leaves out others. */
static void
test_locks_follow (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");
  g_autoptr (MisWorld) fewer = NULL;

  mis_document_set_locked (document, 2, TRUE);
  mis_document_set_focus (document, 1);
  add (document, "A");
  fewer = mis_world_with_agent_removed (mis_document_get_world (document), 0, NULL);
  mis_document_edit (document, fewer, "Remove Agent");
  g_assert_true (mis_document_is_locked (document, 1));
  g_assert_false (mis_document_is_locked (document, 0));
  g_assert_cmpuint (mis_document_get_focus (document), ==, 0);
  mis_document_show_scenario (document, NULL);
  g_assert_true (mis_document_is_locked (document, 2));
  g_assert_cmpuint (mis_document_get_focus (document), ==, 1);
}

/* What is added, edited, undone and done again is what a file has. */
static void
test_saved_and_opened (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MisWorld) read = NULL;
  g_autoptr (MisDocument) again = NULL;
  g_autofree char *hash = NULL;
  MisFault *fault = NULL;
  gsize length;
  const char *text;

  add (document, "A");
  set_weight (document, 0.1);
  hash = hash_project (document);
  while (mis_document_undo (document))
    continue;
  while (mis_document_redo (document))
    continue;
  assert_hash (document, hash);
  bytes = mis_project_write (mis_document_get_project (document));
  text = g_bytes_get_data (bytes, &length);
  read = mis_project_read (text, length, &fault);
  g_assert_null (fault);
  again = mis_document_new (read);
  assert_hash (again, hash);
  mis_document_show_scenario (again, "a");
  g_assert_cmpfloat (get_weight (mis_document_get_world (again)), ==, 0.1);
}

static void
refused_cb (char **told, const char *message)
{
  g_free (*told);
  *told = g_strdup (message);
}

/* More changes than all scenarios can hold are refused in words, and nothing happens. */
static void
test_refused (void)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autofree guint64 *counts = g_new (guint64, 60000);
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (MisDocument) document = NULL;
  g_autofree char *told = NULL;

  for (guint i = 0; i < 60000; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);
      g_autoptr (MisAgent) agent = mis_agent_new (id, id, MIS_KIND_HUMAN, "", 1, "", NULL);

      mis_world_builder_add_agent (builder, agent, NULL, NULL, 0, NULL);
      counts[i] = 2;
    }
  world = mis_world_builder_end (builder);
  document = mis_document_new (world);
  g_signal_connect_swapped (document, "refused", G_CALLBACK (refused_cb), &told);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MisWorld) edited = NULL;

      add (document, i == 0 ? "A" : "B");
      g_assert_null (told);
      edited = mis_world_with_counts (mis_document_get_world (document), counts, NULL);
      mis_document_edit (document, edited, "Change Counts");
    }
  g_assert_nonnull (told);
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Add Scenario “B”");
  g_assert_cmpuint (mis_world_get_population (mis_document_get_world (document)), ==, 60000);
}

/* One thing that a user does, of any kind; all of them succeed. */
static void
act (GRand *rand, MisDocument *document)
{
  MisWorld *project = mis_document_get_project (document);
  guint n = mis_world_get_n_scenarios (project);
  const MisScenario *shown = mis_document_get_scenario (document);
  MisWorld *world = mis_document_get_world (document);
  g_autoptr (MisWorld) edited = NULL;

  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
      mis_document_step_scenario (document, 1);
      return;
    case 1:
      add (document, "Another");
      return;
    case 2:
      if (shown != NULL && n > 2)
        mis_document_remove_scenario (document, shown->id);
      return;
    case 3:
      if (shown != NULL && n < 8)
        mis_document_duplicate_scenario (document, shown->id, NULL);
      return;
    default:
      if (mis_world_get_n_areas (world) == 0 || mis_world_get_n_agents (world) == 0)
        return;
      edited = mis_random_edit (rand, world, 12);
      mis_document_edit (document, edited, "Edit");
    }
}

/* What is shown is what the scenario makes of the project. */
static void
check_shown (MisDocument *document)
{
  MisWorld *project = mis_document_get_project (document);
  MisScenario *scenario = mis_document_get_scenario (document);
  g_autoptr (MisWorld) applied = scenario != NULL
                                     ? mis_world_with_scenario_applied (project, scenario, NULL)
                                     : mis_world_ref (project);

  g_assert_true (mis_world_equal (applied, mis_document_get_world (document)));
}

static void
test_random_actions (void)
{
  guint n_seeds = g_getenv ("MISALIGN_FULL") != NULL ? 400 : 40;

  for (guint32 seed = 1; seed <= n_seeds; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (MisWorld) world = mis_random_world (rand, 12, 4, 4);
      g_autoptr (MisDocument) document = mis_document_new (world);
      g_autofree char *first = hash_project (document);
      g_autofree char *last = NULL;

      for (guint i = 0; i < 150; i++)
        {
          act (rand, document);
          check_shown (document);
        }
      last = hash_project (document);
      while (mis_document_undo (document))
        check_shown (document);
      assert_hash (document, first);
      g_assert_false (mis_document_is_modified (document));
      while (mis_document_redo (document))
        check_shown (document);
      assert_hash (document, last);
    }
}

/* Edits of the base go to a scenario, and back: one step each, by its name. */
static void
test_keep_and_settle (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");
  g_autoptr (GError) error = NULL;
  g_autofree char *first = hash_project (document);
  g_autofree char *edited = NULL;

  set_weight (document, 0.1);
  edited = hash_project (document);
  g_assert_true (mis_document_keep_edits (document, "Less", &error));
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Keep Changes as Scenario “Less”");
  g_assert_cmpstr (get_name (document), ==, "Less");
  g_assert_cmpuint (mis_document_get_scenario (document)->n_changes, ==, 1);
  g_assert_cmpfloat (get_weight (mis_document_get_world (document)), ==, 0.1);
  g_assert_cmpfloat (get_weight (mis_document_get_project (document)), ==, 0.8);
  g_assert_true (mis_document_settle_scenario (document, "less"));
  g_assert_cmpstr (mis_document_get_undo_name (document), ==,
                   "Apply Scenario “Less” to the Project");
  g_assert_cmpstr (get_name (document), ==, "(base)");
  assert_hash (document, edited);
  g_assert_false (mis_document_settle_scenario (document, "less"));
  g_assert_true (mis_document_undo (document));
  g_assert_true (mis_document_undo (document));
  assert_hash (document, edited);
  g_assert_true (mis_document_undo (document));
  assert_hash (document, first);
}

/* Scenarios that were there stay; without an edit of numbers there is nothing to keep. */
static void
test_keep_nothing (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");
  g_autoptr (GError) error = NULL;

  add (document, "A");
  set_weight (document, 0.3);
  mis_document_show_scenario (document, NULL);
  g_assert_false (mis_document_keep_edits (document, "B", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (mis_document_keep_edits (document, "", &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_TEXT);
  set_weight (document, 0.2);
  g_assert_true (mis_document_keep_edits (document, "B", NULL));
  g_assert_cmpuint (mis_world_get_n_scenarios (mis_document_get_project (document)), ==, 2);
  mis_document_show_scenario (document, "a");
  g_assert_cmpfloat (get_weight (mis_document_get_world (document)), ==, 0.3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-scenarios/edits-go-to-the-scenario", test_edits_go_to_the_scenario);
  g_test_add_func ("/document-scenarios/undo-shows", test_undo_shows_what_it_undoes);
  g_test_add_func ("/document-scenarios/drag", test_a_drag_is_one_step);
  g_test_add_func ("/document-scenarios/reset", test_reset_is_to_the_base);
  g_test_add_func ("/document-scenarios/reset-among-other-rows", test_reset_among_other_rows);
  g_test_add_func ("/document-scenarios/remove", test_remove);
  g_test_add_func ("/document-scenarios/duplicate", test_duplicate_and_describe);
  g_test_add_func ("/document-scenarios/names-and-steps", test_names_and_steps);
  g_test_add_func ("/document-scenarios/base", test_what_belongs_to_the_base);
  g_test_add_func ("/document-scenarios/base-loses-a-row", test_base_loses_a_row);
  g_test_add_func ("/document-scenarios/locks", test_locks_follow);
  g_test_add_func ("/document-scenarios/saved-and-opened", test_saved_and_opened);
  g_test_add_func ("/document-scenarios/refused", test_refused);
  g_test_add_func ("/document-scenarios/keep-and-settle", test_keep_and_settle);
  g_test_add_func ("/document-scenarios/keep-nothing", test_keep_nothing);
  g_test_add_func ("/document-scenarios/random-actions", test_random_actions);
  return g_test_run ();
}
