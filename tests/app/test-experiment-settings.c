/* What can be changed in an experiment: which rows there are, what is taken and what is refused. */
#include "app-fixture.h"

#include "app/experiment-settings.h"
#include "app/value-entry.h"
#include "file/bundled-experiment.h"
#include "report/number-text.h"

static MisExperimentSettings *
settings_new (const char *name)
{
  MisExperimentSettings *settings
    = g_object_ref_sink (g_object_new (MIS_TYPE_EXPERIMENT_SETTINGS, NULL));
  g_autoptr (GError) error = NULL;
  g_autoptr (MisExperiment) experiment = mis_bundled_experiment_load (name, &error);

  g_assert_no_error (error);
  mis_experiment_settings_set_experiment (settings, experiment);
  return settings;
}

static gboolean
has_row (MisExperimentSettings *settings, const char *row)
{
  return gtk_widget_get_visible (app_child (settings, row));
}

static void
type (MisExperimentSettings *settings, const char *entry, const char *text)
{
  gtk_editable_set_text (app_child (settings, entry), text);
  g_signal_emit_by_name (app_child (settings, entry), "activate");
}

static void
test_rows (void)
{
  const struct
  {
    const char *name;
    gboolean runs, agents, ends;
  } cases[] = {
    { "figure-1", TRUE, FALSE, TRUE }, { "figure-3", TRUE, TRUE, TRUE },
    { "figure-4", FALSE, TRUE, TRUE }, { "figure-5", TRUE, TRUE, TRUE },
    { "figure-8", FALSE, TRUE, TRUE },
    { "uncertain", TRUE, TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MisExperimentSettings *settings = settings_new (cases[i].name);

      g_assert_cmpint (has_row (settings, "runs_row"), ==, cases[i].runs);
      g_assert_cmpint (has_row (settings, "seed_row"), ==, cases[i].runs);
      /* A distribution, which has no ends, has no band. */
      g_assert_cmpint (has_row (settings, "band_row"), ==, cases[i].runs && cases[i].ends);
      g_assert_cmpint (has_row (settings, "agents_row"), ==, cases[i].agents);
      g_assert_cmpint (has_row (settings, "from_row"), ==, cases[i].ends);
      g_assert_false (mis_experiment_settings_is_changed (settings));
      g_assert_finalize_object (settings);
    }
}

static void
test_taken (void)
{
  MisExperimentSettings *settings = settings_new ("figure-3");
  MisExperiment *experiment;

  type (settings, "runs_entry", "1,000");
  type (settings, "agents_entry", "1e3");
  type (settings, "from_entry", "0,25");
  type (settings, "to_entry", "50 %");
  type (settings, "points_entry", "6");
  type (settings, "seed_entry", "9007199254740991");
  adw_combo_row_set_selected (app_child (settings, "band_row"), MIS_BAND_SD);
  g_assert_false (mis_experiment_settings_has_fault (settings));
  experiment = mis_experiment_settings_get_experiment (settings);
  g_assert_cmpuint (experiment->runs, ==, 1000);
  g_assert_cmpuint (experiment->recipe.n_agents, ==, 1000);
  g_assert_cmpuint (experiment->seed, ==, MIS_MAX_SEED);
  g_assert_cmpint (experiment->band, ==, MIS_BAND_SD);
  g_assert_cmpuint (mis_experiment_get_n_points (experiment), ==, 6);
  g_assert_cmpfloat (mis_variation_get_setting (&experiment->x, 1)->number, ==, 0.3);
  g_assert_cmpfloat (mis_variation_get_setting (&experiment->x, 5)->number, ==, 0.5);
  g_assert_true (mis_experiment_settings_is_changed (settings));
  mis_experiment_settings_reset (settings);
  g_assert_false (mis_experiment_settings_is_changed (settings));
  g_assert_finalize_object (settings);
}

static void
test_refused (void)
{
  const struct
  {
    const char *name, *entry, *text;
  } cases[] = {
    { "figure-3", "runs_entry", "0" },        { "figure-3", "runs_entry", "1.5" },
    { "figure-3", "runs_entry", "-3" },       { "figure-3", "runs_entry", "1000001" },
    { "figure-3", "runs_entry", "many" },     { "figure-3", "runs_entry", "" },
    { "figure-3", "runs_entry", "1000000" }, /* too many worlds in all */
    { "figure-3", "agents_entry", "1" },      { "figure-3", "agents_entry", "1e30" },
    { "figure-3", "from_entry", "1.5" },      { "figure-3", "to_entry", "-0.1" },
    { "figure-3", "points_entry", "0" },      { "figure-3", "points_entry", "10001" },
    { "figure-3", "seed_entry", "-1" },       { "figure-3", "seed_entry", "9007199254740993" },
    { "figure-1", "from_entry", "0" },        { "figure-1", "from_entry", "1000" },
    { "figure-1", "to_entry", "1.5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MisExperimentSettings *settings = settings_new (cases[i].name);
      MisExperiment *before = mis_experiment_settings_get_experiment (settings);

      type (settings, cases[i].entry, cases[i].text);
      if (mis_value_entry_get_fault (app_child (settings, cases[i].entry)) == NULL)
        g_error ("%s of %s was taken as %s", cases[i].text, cases[i].name, cases[i].entry);
      g_assert_true (mis_experiment_settings_has_fault (settings));
      g_assert_true (mis_experiment_settings_get_experiment (settings) == before);
      mis_experiment_settings_reset (settings);
      g_assert_false (mis_experiment_settings_has_fault (settings));
      g_assert_finalize_object (settings);
    }
}

/* The reason stands below the name, in place of what stood there. */
static void
test_reason (void)
{
  MisExperimentSettings *settings = settings_new ("figure-3");
  AdwActionRow *row = app_child (settings, "from_row");

  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "Goal Weight");
  type (settings, "from_entry", "2");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "Type a number from 0 to 1.");
  type (settings, "from_entry", "0.5");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "Goal Weight");
  type (settings, "to_entry", "0.25");
  g_assert_cmpstr (adw_action_row_get_subtitle (app_child (settings, "to_row")), ==,
                   "The axis would end before it begins.");
  g_assert_finalize_object (settings);
}

/* In the words of people: what it would come to, and what there can be. */
static void
test_too_many_runs (void)
{
  MisExperimentSettings *settings = settings_new ("figure-1");
  MisValueEntry *entry = app_child (settings, "runs_entry");
  g_autofree char *most = mis_count_text (20000000);
  g_autofree char *runs = mis_count_text (235294);
  g_autofree char *text
    = g_strdup_printf ("Type a whole number from 1 to %s: each run is a world at each of the 85 "
                       "points, and at most %s worlds can be run at once.",
                       runs, most);

  /* The limit that holds here, at once, however the number is wrong. */
  type (settings, "runs_entry", "0");
  g_assert_cmpstr (mis_value_entry_get_fault (entry), ==, text);
  type (settings, "runs_entry", "1000000");
  g_assert_cmpstr (mis_value_entry_get_fault (entry), ==, text);
  type (settings, "runs_entry", "235294");
  g_assert_null (mis_value_entry_get_fault (entry));
  type (settings, "points_entry", "10000");
  g_assert_true (g_str_has_prefix (
      mis_value_entry_get_fault (app_child (settings, "points_entry")), "These would be too many"));
  g_assert_finalize_object (settings);
}

/* Whole numbers that repeat are one point: 20 steps from 1 to 100 are 17 numbers. */
static void
test_fewer_points (void)
{
  MisExperimentSettings *settings = settings_new ("figure-1");
  AdwActionRow *row = app_child (settings, "points_row");

  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==,
                   "Whole numbers that repeat are one point: 17 points");
  type (settings, "points_entry", "5");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "");
  type (settings, "points_entry", "20");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==,
                   "Whole numbers that repeat are one point: 17 points");
  g_assert_finalize_object (settings);
}

/* Only experiments of the user's choose whether uncertain values are drawn. */
static void
test_ranges (void)
{
  MisExperimentSettings *settings = settings_new ("uncertain");

  g_assert_false (has_row (settings, "ranges_row"));
  g_assert_finalize_object (settings);
}

static void
test_seed (void)
{
  MisExperimentSettings *settings = settings_new ("figure-3");

  mis_experiment_settings_draw_seed (settings);
  g_assert_false (mis_experiment_settings_is_changed (settings));
  gtk_toggle_button_set_active (app_child (settings, "lock_button"), FALSE);
  mis_experiment_settings_draw_seed (settings);
  g_assert_cmpuint (mis_experiment_settings_get_experiment (settings)->seed, !=, 1);
  g_assert_finalize_object (settings);
}

/* For whom weights are drawn: there where any are, undone by reset, refused where it is
 * too much. */
static void
test_weights (void)
{
  MisExperimentSettings *settings = settings_new ("figure-5");
  AdwComboRow *row = app_child (settings, "per_row");

  g_assert_true (has_row (settings, "per_row"));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, MIS_PER_GROUP);
  adw_combo_row_set_selected (row, MIS_PER_AGENT);
  g_assert_cmpint (mis_experiment_settings_get_experiment (settings)->recipe.per, ==,
                   MIS_PER_AGENT);
  g_assert_true (mis_experiment_settings_is_changed (settings));
  mis_experiment_settings_reset (settings);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, MIS_PER_GROUP);
  g_assert_false (mis_experiment_settings_is_changed (settings));

  type (settings, "agents_entry", "1000000000000");
  adw_combo_row_set_selected (row, MIS_PER_AGENT);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, MIS_PER_GROUP);
  g_assert_cmpint (mis_experiment_settings_get_experiment (settings)->recipe.per, ==,
                   MIS_PER_GROUP);
  app_wait_until (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                                    "There are too many agents"));
  type (settings, "agents_entry", "120");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Once per group of agents with the same goal");
  g_assert_finalize_object (settings);
}

static void
test_no_weights (void)
{
  static const char *const names[] = { "figure-1", "figure-3", "figure-8", "uncertain" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      MisExperimentSettings *settings = settings_new (names[i]);

      g_assert_false (has_row (settings, "per_row"));
      g_assert_finalize_object (settings);
    }
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/experiment-settings/rows", test_rows);
  g_test_add_func ("/app/experiment-settings/taken", test_taken);
  g_test_add_func ("/app/experiment-settings/refused", test_refused);
  g_test_add_func ("/app/experiment-settings/reason", test_reason);
  g_test_add_func ("/app/experiment-settings/seed", test_seed);
  g_test_add_func ("/app/experiment-settings/too-many-runs", test_too_many_runs);
  g_test_add_func ("/app/experiment-settings/fewer-points", test_fewer_points);
  g_test_add_func ("/app/experiment-settings/ranges", test_ranges);
  g_test_add_func ("/app/experiment-settings/weights", test_weights);
  g_test_add_func ("/app/experiment-settings/no-weights", test_no_weights);

  return app_run ();
}
