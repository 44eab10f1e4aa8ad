/* The experiments that a project keeps: each edit is one step, with a name, that can be undone. */
#include <math.h>
#include <string.h>

#include "core/edit.h"
#include "core/limits.h"
#include "document/document-experiments.h"
#include "document/experiment-run.h"
#include "document/quantity.h"
#include "file/bundled-experiment.h"
#include "load-example.h"

static MisDocument *
document_new (const char *example)
{
  g_autoptr (MisWorld) world = load_example (example);

  return mis_document_new (world);
}

static guint
count (MisDocument *document)
{
  return mis_world_get_n_experiments (mis_document_get_world (document));
}

/* The step back is called @name, leads to the world before, and forth again. */
static void
assert_step (MisDocument *document, const char *name)
{
  g_autoptr (MisWorld) after = mis_world_ref (mis_document_get_world (document));

  g_assert_cmpstr (mis_document_get_undo_name (document), ==, name);
  g_assert_true (mis_document_undo (document));
  g_assert_false (mis_world_equal (mis_document_get_world (document), after));
  g_assert_true (mis_document_redo (document));
  g_assert_true (mis_document_get_world (document) == after);
}

static void
test_add (void)
{
  g_autoptr (MisDocument) document = document_new ("carla");
  g_autofree char *first = mis_document_add_experiment (document, NULL);
  g_autofree char *second = NULL;
  MisExperiment *experiment;

  assert_step (document, "Add Experiment");
  g_assert_true (mis_document_is_modified (document));
  experiment = mis_document_find_experiment (document, first);
  g_assert_cmpint (experiment->source, ==, MIS_SOURCE_PROJECT);
  g_assert_cmpint (experiment->x.quantity, ==, MIS_QUANTITY_SHARE);
  g_assert_cmpstr (experiment->x.ids[0], ==, "vehicles");
  g_assert_cmpuint (mis_experiment_get_n_points (experiment), ==, 51);
  g_assert_cmpuint (mis_experiment_get_n_series (experiment), ==, 1);
  second = mis_document_add_experiment (document, NULL);
  g_assert_cmpstr (second, !=, first);
  g_assert_cmpstr (mis_document_find_experiment (document, second)->title, ==, "New Experiment 2");
  g_assert_true (mis_document_undo (document));
  g_assert_true (mis_document_undo (document));
  g_assert_cmpuint (count (document), ==, 0);
  g_assert_false (mis_document_is_modified (document));
}

static void
test_nothing_varies (void)
{
  g_autoptr (MisDocument) document = document_new ("blank");

  g_assert_false (mis_document_can_add_experiment (document));
}

static void
test_change (void)
{
  g_autoptr (MisDocument) document = document_new ("carla");
  g_autofree char *id = mis_document_add_experiment (document, NULL);
  MisExperiment *old = mis_document_find_experiment (document, id);
  g_autoptr (MisExperiment) shorter = mis_experiment_with_ends (old, 0.25, 0.5, 6, NULL);
  g_autoptr (MisExperiment) back = mis_experiment_with_ends (shorter, 0, 1, 51, NULL);
  g_autoptr (MisExperiment) renamed = mis_experiment_with_texts (old, NULL, "Who", NULL, NULL);
  g_autoptr (MisExperiment) described =
      mis_experiment_with_texts (renamed, NULL, NULL, "Why", NULL);
  g_autoptr (MisWorld) added = mis_world_ref (mis_document_get_world (document));

  g_assert_true (mis_document_change_experiment (document, shorter, NULL));
  assert_step (document, "Change Experiment “New Experiment”");
  g_assert_true (mis_document_find_experiment (document, id) == shorter);
  /* Back by hand is the same project again. */
  g_assert_true (mis_document_change_experiment (document, back, NULL));
  g_assert_true (mis_world_equal (mis_document_get_world (document), added));
  g_assert_true (mis_document_change_experiment (document, renamed, NULL));
  assert_step (document, "Rename Experiment “New Experiment”");
  g_assert_true (mis_document_change_experiment (document, described, NULL));
  assert_step (document, "Describe Experiment “Who”");
}

/* What changes nothing takes no step. */
static void
test_same (void)
{
  g_autoptr (MisDocument) document = document_new ("carla");
  g_autofree char *id = mis_document_add_experiment (document, NULL);
  g_autoptr (MisExperiment) same = mis_experiment_with_texts (
      mis_document_find_experiment (document, id), NULL, NULL, NULL, NULL);
  g_autoptr (MisWorld) world = mis_world_ref (mis_document_get_world (document));

  g_assert_true (mis_document_change_experiment (document, same, NULL));
  g_assert_true (mis_document_get_world (document) == world);
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Add Experiment");
}

static void
test_keep (void)
{
  g_autoptr (MisDocument) document = document_new ("shopping");
  g_autoptr (MisExperiment) figure = mis_bundled_experiment_load ("figure-4", NULL);
  guint64 n_agents = 50;
  g_autoptr (MisExperiment) changed = mis_experiment_with (figure, NULL, NULL, &n_agents, NULL);
  g_autofree char *kept = mis_document_keep_experiment (document, changed, "Add Experiment", NULL);
  g_autofree char *twin = NULL;
  MisExperiment *copy = mis_document_find_experiment (document, kept);

  assert_step (document, "Add Experiment");
  /* It is none of the paper's figures any more. */
  g_assert_cmpstr (kept, !=, "4");
  g_assert_cmpstr (copy->title, ==, figure->title);
  g_assert_cmpstr (copy->description, ==, figure->description);
  g_assert_cmpuint (copy->recipe.n_agents, ==, 50);
  twin = mis_document_keep_experiment (document, copy, "Duplicate Experiment", NULL);
  g_assert_cmpstr (twin, !=, kept);
  g_assert_cmpstr (mis_document_find_experiment (document, twin)->title, !=, copy->title);
}

/* A number of agents that was typed for a run is in the file. */
static void
test_keep_scaled (void)
{
  g_autoptr (MisDocument) document = document_new ("carla");
  g_autoptr (MisExperiment) figure = mis_bundled_experiment_load ("figure-8", NULL);
  guint64 n_agents = 50;
  g_autoptr (MisExperiment) changed = mis_experiment_with (figure, NULL, NULL, &n_agents, NULL);
  g_autofree char *kept = mis_document_keep_experiment (document, changed, "Add Experiment", NULL);
  MisExperiment *copy = mis_document_find_experiment (document, kept);
  g_autoptr (MisExperiment) as_it_is = mis_experiment_with_scale (copy, 0, NULL);
  g_autoptr (MisExperiment) larger = mis_experiment_with_scale (copy, 500, NULL);

  g_assert_cmpuint (copy->n_agents, ==, 0);
  g_assert_cmpint (mis_experiment_find_scale (copy), ==, 2);
  g_assert_cmpuint (mis_experiment_get_n_agents (copy), ==, 50);
  g_assert_cmpuint (mis_experiment_get_n_series (copy), ==, 4);
  g_assert_cmpint (mis_experiment_find_scale (as_it_is), ==, -1);
  g_assert_cmpuint (mis_experiment_get_n_agents (larger), ==, 500);
  g_assert_false (mis_experiment_varies_agents (copy));
}

/* A duplicate stands behind its original. */
static void
test_order (void)
{
  g_autoptr (MisDocument) document = document_new ("carla");
  g_autofree char *first = mis_document_add_experiment (document, NULL);
  g_autofree char *second = mis_document_add_experiment (document, NULL);
  g_autofree char *twin = mis_document_keep_experiment (
      document, mis_document_find_experiment (document, first), "Duplicate Experiment", NULL);

  g_assert_cmpint (mis_world_find_experiment (mis_document_get_world (document), twin), ==, 1);
  g_assert_cmpint (mis_world_find_experiment (mis_document_get_world (document), second), ==, 2);
  g_assert_true (mis_document_move_experiment (document, twin, 1));
  assert_step (document, "Move Experiment “New Experiment 3”");
  g_assert_cmpint (mis_world_find_experiment (mis_document_get_world (document), twin), ==, 2);
  g_assert_false (mis_document_move_experiment (document, twin, 1));
  g_assert_false (mis_document_move_experiment (document, first, -1));
}

static void
test_remove (void)
{
  g_autoptr (MisDocument) document = document_new ("carla");
  g_autofree char *id = mis_document_add_experiment (document, NULL);

  g_assert_true (mis_document_remove_experiment (document, id));
  g_assert_null (mis_document_find_experiment (document, id));
  assert_step (document, "Delete Experiment “New Experiment”");
  g_assert_false (mis_document_remove_experiment (document, id));
  g_assert_true (mis_document_undo (document));
  g_assert_nonnull (mis_document_find_experiment (document, id));
}

/* The steps of a gesture are one; what comes behind it is another one. */
static void
test_gesture (void)
{
  g_autoptr (MisDocument) document = document_new ("carla");
  g_autofree char *id = mis_document_add_experiment (document, NULL);
  static const char *const typed[] = { "W", "Wh", "Why" };
  g_autofree char *twin = NULL;

  mis_document_begin_gesture (document);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (MisExperiment) next = mis_experiment_with_texts (
          mis_document_find_experiment (document, id), NULL, NULL, typed[i], NULL);

      g_assert_true (mis_document_change_experiment (document, next, NULL));
    }
  twin = mis_document_keep_experiment (document, mis_document_find_experiment (document, id),
                                       "Duplicate Experiment", NULL);
  g_assert_cmpuint (count (document), ==, 2);
  g_assert_true (mis_document_undo (document));
  g_assert_cmpstr (mis_document_find_experiment (document, id)->description, ==, "Why");
  g_assert_true (mis_document_undo (document));
  g_assert_cmpstr (mis_document_find_experiment (document, id)->description, ==, "");
}

static void
test_limit (void)
{
  g_autoptr (MisDocument) document = document_new ("carla");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < MIS_MAX_EXPERIMENTS; i++)
    g_free (mis_document_add_experiment (document, NULL));
  g_assert_cmpuint (count (document), ==, MIS_MAX_EXPERIMENTS);
  g_assert_null (mis_document_add_experiment (document, &error));
  g_assert_true (strstr (error->message, "1000 experiments") != NULL);
  g_assert_cmpuint (count (document), ==, MIS_MAX_EXPERIMENTS);
}

static void
ended_cb (MisExperimentRun *run, gpointer user_data)
{
  g_main_loop_quit (user_data);
}

static MisExperimentRun *
run_own (MisDocument *document, const char *id)
{
  MisExperimentRun *run = mis_experiment_run_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_signal_connect (run, "ended", G_CALLBACK (ended_cb), loop);
  mis_experiment_run_start (run, mis_document_find_experiment (document, id),
                            mis_document_get_world (document));
  g_main_loop_run (loop);
  g_assert_null (mis_experiment_run_get_fault (run));
  return run;
}

/* By hand: c mean_p sqrt(w_v w_h) 2 n_v n_h / (n (n - 1)), with the weights of the paper's table 3.
 */
static double
carla_score (double conflict, guint n_vehicles)
{
  static const double weights[8][2] = { { 0.50, 0.99 }, { 0.40, 0.15 }, { 0.35, 0.15 },
                                        { 0.30, 0.05 }, { 0.20, 0.05 }, { 0.30, 0.05 },
                                        { 0.30, 0.01 }, { 0.30, 0.05 } };
  double mean = 0;

  for (guint p = 0; p < 8; p++)
    mean += sqrt (weights[p][0] * weights[p][1]) / 8;
  return conflict * mean * 2 * n_vehicles * (1000 - n_vehicles) / (1000.0 * 999.0);
}

/* An own sweep over the open project: share of vehicles by conflict of all areas. */
static void
test_closed_form (void)
{
  static const double conflicts[] = { 0.25, 0.5, 1 };
  g_autoptr (MisDocument) document = document_new ("carla");
  g_autofree char *id = mis_document_add_experiment (document, NULL);
  g_autoptr (MisExperiment) experiment = NULL;
  g_autoptr (MisExperimentRun) run = NULL;
  MisFigureData *data;
  MisVariation variation;

  mis_variation_init_first (&variation, MIS_QUANTITY_CONFLICT, mis_document_get_world (document),
                            FALSE);
  mis_variation_set_numbers (&variation, conflicts, G_N_ELEMENTS (conflicts));
  experiment = mis_experiment_with_variation (mis_document_find_experiment (document, id), 0,
                                              &variation, NULL);
  mis_variation_clear (&variation);
  g_assert_true (mis_document_change_experiment (document, experiment, NULL));
  run = run_own (document, id);
  data = mis_experiment_run_get_data (run);
  g_assert_cmpstr (data->x_label, ==, "Share of Autonomous vehicles");
  g_assert_cmpuint (data->series->len, ==, G_N_ELEMENTS (conflicts));
  g_assert_cmpstr (mis_figure_data_get_series (data, 1)->name, ==, "0.5");
  g_assert_cmpstr (data->legend, ==, "Curves: Conflict in all areas");
  for (guint series = 0; series < data->series->len; series++)
    for (guint point = 0; point < 51; point++)
      g_assert_cmpfloat_with_epsilon (
          mis_figure_series_get_point (mis_figure_data_get_series (data, series), point)->mean,
          carla_score (conflicts[series], 20 * point), 1e-12);
}

/* One for the base and one for each scenario that was shown, made once. */
static void
test_distribution (void)
{
  g_autoptr (MisDocument) document = document_new ("ranges");
  guint n = count (document);
  g_autofree char *other = mis_document_add_experiment (document, NULL);
  g_autofree char *base = mis_document_find_distribution (document, NULL);
  g_autofree char *again = mis_document_find_distribution (document, NULL);
  g_autofree char *scenario = NULL;
  MisExperiment *experiment = mis_document_find_experiment (document, base);

  assert_step (document, "Add Experiment");
  g_assert_cmpstr (base, !=, other);
  g_assert_cmpstr (base, ==, again);
  g_assert_cmpuint (count (document), ==, n + 2);
  g_assert_cmpstr (experiment->title, ==, "Distribution of the Score");
  g_assert_true (mis_experiment_is_distribution (experiment));
  g_assert_cmpint (experiment->ranges, ==, MIS_RANGES_UNIFORM);
  g_assert_cmpuint (mis_experiment_get_n_series (experiment), ==, 1);
  mis_document_show_scenario (document, "heeding");
  scenario = mis_document_find_distribution (document, NULL);
  g_assert_cmpstr (scenario, !=, base);
  experiment = mis_document_find_experiment (document, scenario);
  g_assert_true (mis_experiment_is_distribution (experiment));
  g_assert_cmpuint (mis_experiment_get_n_series (experiment), ==, 2);
  g_assert_nonnull (mis_document_get_scenario (document));
  g_free (again);
  again = mis_document_find_distribution (document, NULL);
  g_assert_cmpstr (again, ==, scenario);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-experiments/add", test_add);
  g_test_add_func ("/document-experiments/distribution", test_distribution);
  g_test_add_func ("/document-experiments/nothing-varies", test_nothing_varies);
  g_test_add_func ("/document-experiments/change", test_change);
  g_test_add_func ("/document-experiments/same", test_same);
  g_test_add_func ("/document-experiments/keep", test_keep);
  g_test_add_func ("/document-experiments/keep-scaled", test_keep_scaled);
  g_test_add_func ("/document-experiments/order", test_order);
  g_test_add_func ("/document-experiments/remove", test_remove);
  g_test_add_func ("/document-experiments/gesture", test_gesture);
  g_test_add_func ("/document-experiments/limit", test_limit);
  g_test_add_func ("/document-experiments/closed-form", test_closed_form);
  return g_test_run ();
}
