/* The page of an experiment: what it says before a run, runs, cancelled runs, wrong values. */
#include "app-fixture.h"

#include "app/experiment-page.h"
#include "file/bundled-experiment.h"
#include "report/number-text.h"
#include "sim/runner.h"

#define N_CLOSED 200

static MisExperiment *
load (const char *name)
{
  g_autoptr (GError) error = NULL;
  MisExperiment *experiment = mis_bundled_experiment_load (name, &error);

  g_assert_no_error (error);
  return experiment;
}

static GtkWindow *
open_page (const char *name, MisExperimentPage **page)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (MisExperiment) experiment = load (name);

  *page = g_object_new (MIS_TYPE_EXPERIMENT_PAGE, NULL);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (*page));
  app_present (window);
  mis_experiment_page_set_experiment (*page, experiment, NULL);
  app_wait_until (mis_experiment_page_get_chart (*page) != NULL);
  return GTK_WINDOW (window);
}

static void
type (MisExperimentPage *page, const char *entry, const char *text)
{
  gpointer widget = app_child (app_child (page, "settings"), entry);

  gtk_editable_set_text (widget, text);
  g_signal_emit_by_name (widget, "activate");
}

static gboolean
is_running (MisExperimentPage *page)
{
  return gtk_stack_get_visible_child (app_child (page, "run_stack"))
         == app_child (page, "progress_box");
}

static guint
get_shown_runs (MisExperimentPage *page)
{
  g_autoptr (MisExperiment) shown = mis_experiment_page_get_shown (page);

  return shown != NULL ? shown->runs : 0;
}

/* What the page says it will run, as the locale writes numbers. */
static void
assert_forecast (gpointer page, guint n_worlds)
{
  g_autofree char *count = mis_count_text (n_worlds);
  g_autofree char *text = g_strdup_printf ("This will run %s worlds", count);

  g_assert_true (g_str_has_prefix (app_text (page, "forecast"), text));
}

static void
test_runs_by_itself (void)
{
  MisExperimentPage *page;
  GtkWindow *window = open_page ("figure-1", &page);

  g_assert_cmpstr (app_text (page, "forecast"), ==, "The chart is up to date.");
  g_assert_cmpstr (gtk_button_get_label (app_child (page, "run_button")), ==, "_Run Again");
  g_assert_false (gtk_widget_get_visible (app_child (page, "notice_box")));
  g_assert_false (gtk_widget_get_visible (app_child (page, "reset_button")));
  g_assert_cmpuint (get_shown_runs (page), ==, 100);
  app_destroy (window);
}

/* Below the chart stands what the thin line is, where there is one. */
static void
test_explains_theory (void)
{
  static const struct
  {
    const char *name;
    gboolean has_theory;
  } cases[] = { { "figure-1", TRUE }, { "figure-4", FALSE }, { "uncertain", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MisExperimentPage *page;
      GtkWindow *window = open_page (cases[i].name, &page);
      const char *caption = app_text (app_child (page, "plot_card"), "caption");

      g_assert_cmpint (strstr (caption, "What theory expects is") != NULL, ==,
                       cases[i].has_theory);
      app_destroy (window);
    }
}

/* What was run in the gallery is shown as it is. */
static void
test_takes_numbers (void)
{
  MisExperimentPage *page = g_object_ref_sink (g_object_new (MIS_TYPE_EXPERIMENT_PAGE, NULL));
  g_autoptr (MisExperiment) experiment = load ("figure-4");
  g_autoptr (MisEngine) engine = mis_engine_new (experiment, NULL, NULL, NULL);
  g_autoptr (MisFigureData) data = mis_runner_run (engine, 1, NULL, NULL, NULL);

  mis_experiment_page_set_experiment (page, experiment, data);
  g_assert_nonnull (mis_experiment_page_get_chart (page));
  g_assert_false (mis_experiment_page_cancel (page));
  g_assert_finalize_object (page);
}

static void
test_changed_and_reset (void)
{
  MisExperimentPage *page;
  GtkWindow *window = open_page ("figure-3", &page);

  type (page, "runs_entry", "10");
  assert_forecast (page, 4000);
  g_assert_cmpstr (gtk_button_get_label (app_child (page, "run_button")), ==, "_Run");
  g_assert_cmpuint (get_shown_runs (page), ==, 100);
  mis_experiment_page_run (page);
  app_wait_until (get_shown_runs (page) == 10);
  g_assert_true (gtk_widget_get_visible (app_child (page, "reset_button")));
  g_signal_emit_by_name (app_child (page, "reset_button"), "clicked");
  assert_forecast (page, 40000);
  g_assert_false (gtk_widget_get_visible (app_child (page, "reset_button")));
  app_destroy (window);
}

static gboolean
is_below (MisExperimentPage *page, const char *lower, const char *upper)
{
  gpointer stack = app_child (page, "run_stack");
  graphene_rect_t low, high;

  return gtk_widget_compute_bounds (app_child (page, lower), stack, &low)
         && gtk_widget_compute_bounds (app_child (page, upper), stack, &high)
         && high.size.height > 0 && low.origin.y >= high.origin.y + high.size.height;
}

/* What a run will cost is said below Run, which stays where the pointer is going, however many
 * lines that takes. */
static void
test_run_button_stays (void)
{
  MisExperimentPage *page;
  GtkWindow *window = open_page ("figure-3", &page);

  app_wait_until (is_below (page, "forecast", "run_button"));
  type (page, "runs_entry", "13500");
  assert_forecast (page, 5400000);
  app_wait_until (is_below (page, "forecast", "run_button"));
  app_destroy (window);
}

/* The forecast is what says that anything has happened. */
static void
assert_repeated (MisExperimentPage *page, const char *words)
{
  g_assert_null (strstr (app_text (page, "forecast"), words));
  mis_experiment_page_run (page);
  app_wait_until (strstr (app_text (page, "forecast"), words) != NULL);
}

/* Run again, the same seed has the same chart: that is said, and what gives another one. */
static void
test_same_seed (void)
{
  MisExperimentPage *page;
  GtkWindow *window = open_page ("figure-1", &page);
  gpointer settings = app_child (page, "settings");

  assert_repeated (page, "The same seed gives the same numbers.");
  g_assert_cmpstr (gtk_button_get_label (app_child (page, "run_button")), ==, "_Run Again");
  /* Another number of runs has other numbers, the same once more has not. */
  type (page, "runs_entry", "10");
  g_assert_true (g_str_has_prefix (app_text (page, "forecast"), "This will run"));
  mis_experiment_page_run (page);
  app_wait_until (get_shown_runs (page) == 10);
  g_assert_cmpstr (app_text (page, "forecast"), ==, "The chart is up to date.");
  assert_repeated (page, "The same seed gives the same numbers.");
  /* With the lock open each run has others. */
  gtk_toggle_button_set_active (app_child (settings, "lock_button"), FALSE);
  mis_experiment_page_run (page);
  app_wait_until (strcmp (app_text (page, "forecast"), "The chart is up to date.") == 0);
  app_destroy (window);
}

/* Where there is no seed, it is not what one is told about. */
static void
test_no_chance (void)
{
  MisExperimentPage *page;
  GtkWindow *window = open_page ("figure-4", &page);

  g_assert_cmpstr (app_text (page, "forecast"), ==, "The chart is up to date.");
  assert_repeated (page, "Nothing here is drawn at random");
  app_destroy (window);
}

/* What stands over the chart, and whether it and its numbers are pale. */
static gboolean
is_outdated (MisExperimentPage *page)
{
  gpointer card = app_child (page, "plot_card");
  gboolean said = gtk_widget_get_visible (app_child (card, "remark"));

  g_assert_cmpint (said, ==, gtk_widget_has_css_class (app_child (card, "plot"), "outdated"));
  g_assert_cmpint (said, ==, gtk_widget_has_css_class (app_child (page, "table"), "outdated"));
  if (said)
    g_assert_cmpstr (app_text (card, "remark"), ==, "The chart shows the run before your change.");
  return said;
}

/* Until it is run, a change is not in the chart, which says so. */
static void
test_outdated (void)
{
  MisExperimentPage *page;
  GtkWindow *window = open_page ("figure-3", &page);
  gpointer settings = app_child (page, "settings");
  g_autoptr (MisExperiment) other = load ("figure-4");

  g_assert_false (is_outdated (page));
  type (page, "runs_entry", "10");
  g_assert_true (is_outdated (page));
  mis_experiment_page_run (page);
  g_assert_true (is_outdated (page));
  app_wait_until (!is_outdated (page));
  g_assert_cmpuint (get_shown_runs (page), ==, 10);
  /* Refused, and taken back. */
  type (page, "runs_entry", "0");
  g_assert_true (is_outdated (page));
  type (page, "runs_entry", "10");
  g_assert_false (is_outdated (page));
  adw_combo_row_set_selected (app_child (settings, "band_row"), MIS_BAND_SD);
  g_assert_true (is_outdated (page));
  g_signal_emit_by_name (app_child (page, "reset_button"), "clicked");
  g_assert_true (is_outdated (page));
  /* Another experiment has no part in it. */
  mis_experiment_page_set_experiment (page, other, NULL);
  g_assert_false (is_outdated (page));
  app_destroy (window);
}

static guint64
get_shown_seed (MisExperimentPage *page)
{
  g_autoptr (MisExperiment) shown = mis_experiment_page_get_shown (page);

  return shown->seed;
}

/* A seed that is typed is a change only where runs keep it; one that a run draws is none. */
static void
test_outdated_seed (void)
{
  MisExperimentPage *page;
  GtkWindow *window = open_page ("figure-3", &page);
  gpointer settings = app_child (page, "settings");

  type (page, "seed_entry", "5");
  g_assert_true (is_outdated (page));
  type (page, "seed_entry", "1");
  g_assert_false (is_outdated (page));
  gtk_toggle_button_set_active (app_child (settings, "lock_button"), FALSE);
  mis_experiment_page_run (page);
  g_assert_false (is_outdated (page));
  app_wait_until (get_shown_seed (page) != 1);
  g_assert_false (is_outdated (page));
  app_destroy (window);
}

static void
test_wrong_value (void)
{
  MisExperimentPage *page;
  GtkWindow *window = open_page ("figure-3", &page);

  type (page, "runs_entry", "0");
  g_assert_false (gtk_widget_get_sensitive (app_child (page, "run_button")));
  g_assert_cmpstr (app_text (page, "forecast"), ==,
                   "Correct the marked number; then this can be run.");
  mis_experiment_page_run (page);
  g_assert_false (mis_experiment_page_cancel (page));
  /* Reset is a way out of it. */
  g_signal_emit_by_name (app_child (page, "reset_button"), "clicked");
  g_assert_true (gtk_widget_get_sensitive (app_child (page, "run_button")));
  app_destroy (window);
}

static void
test_cancelled (void)
{
  MisExperimentPage *page;
  GtkWindow *window = open_page ("figure-3", &page);

  type (page, "runs_entry", "20000");
  mis_experiment_page_run (page);
  app_wait_until (is_running (page));
  g_assert_true (strstr (app_text (page, "progress_label"), "%") != NULL);
  g_assert_false (gtk_widget_get_sensitive (app_child (page, "settings")));
  g_signal_emit_by_name (app_child (page, "cancel_button"), "clicked");
  app_wait_until (!is_running (page));
  g_assert_true (g_str_has_prefix (app_text (page, "notice"), "Cancelled"));
  g_assert_cmpuint (get_shown_runs (page), <, 20000);
  g_assert_true (gtk_widget_get_sensitive (app_child (page, "settings")));
  /* The next run that comes to its end takes the notice away. It has other numbers. */
  type (page, "runs_entry", "5");
  mis_experiment_page_run (page);
  app_wait_until (get_shown_runs (page) == 5);
  g_assert_cmpstr (app_text (page, "forecast"), ==, "The chart is up to date.");
  g_assert_false (gtk_widget_get_visible (app_child (page, "notice_box")));
  app_destroy (window);
}

static const char *
get_age (MisExperimentPage *page)
{
  return app_text (app_child (page, "plot_card"), "remark");
}

/* Once something else is set, it is the chart that is part of a run, and no longer what is to be
 * run; back to what was run, both are. */
static void
test_cancelled_and_reset (void)
{
  MisExperimentPage *page;
  GtkWindow *window = open_page ("figure-3", &page);

  type (page, "runs_entry", "20000");
  mis_experiment_page_run (page);
  app_wait_until (is_running (page));
  g_signal_emit_by_name (app_child (page, "cancel_button"), "clicked");
  app_wait_until (!is_running (page));
  g_assert_true (gtk_widget_get_visible (app_child (page, "notice_box")));
  g_signal_emit_by_name (app_child (page, "reset_button"), "clicked");
  g_assert_false (gtk_widget_get_visible (app_child (page, "notice_box")));
  g_assert_cmpstr (get_age (page), ==, "The chart shows part of a run before your change.");
  type (page, "runs_entry", "20000");
  g_assert_true (gtk_widget_get_visible (app_child (page, "notice_box")));
  g_assert_true (g_str_has_prefix (app_text (page, "notice"), "Cancelled"));
  app_destroy (window);
}

static void
test_closed (void)
{
  g_autoptr (MisExperiment) experiment = load ("figure-3");
  const guint runs = 10000;
  g_autoptr (MisExperiment) long_one = mis_experiment_with (experiment, &runs, NULL, NULL, NULL);

  for (guint i = 0; i < N_CLOSED; i++)
    {
      MisExperimentPage *page = g_object_ref_sink (g_object_new (MIS_TYPE_EXPERIMENT_PAGE, NULL));

      mis_experiment_page_set_experiment (page, long_one, NULL);
      if (i % 3 == 0)
        g_main_context_iteration (NULL, FALSE);
      if (i % 2 == 0)
        mis_experiment_page_cancel (page);
      g_assert_finalize_object (page);
    }
  app_settle ();
}

/* One world would outlast what is run to see how long worlds take; it is told all the same. */
static void
test_forecast_of_large_worlds (void)
{
  MisExperimentPage *page;
  GtkWindow *window = open_page ("figure-5", &page);

  app_wait_until (!is_running (page));
  type (page, "agents_entry", "4000000000");
  adw_combo_row_set_selected (app_child (app_child (page, "settings"), "per_row"), MIS_PER_AGENT);
  /* A few thousand worlds of thousands of millions of weights, on whatever machine. */
  app_wait_until (strstr (app_text (page, "forecast"), "\u202fh.") != NULL);
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/experiment-page/runs-by-itself", test_runs_by_itself);
  g_test_add_func ("/app/experiment-page/explains-theory", test_explains_theory);
  g_test_add_func ("/app/experiment-page/takes-numbers", test_takes_numbers);
  g_test_add_func ("/app/experiment-page/changed-and-reset", test_changed_and_reset);
  g_test_add_func ("/app/experiment-page/run-button-stays", test_run_button_stays);
  g_test_add_func ("/app/experiment-page/same-seed", test_same_seed);
  g_test_add_func ("/app/experiment-page/no-chance", test_no_chance);
  g_test_add_func ("/app/experiment-page/outdated", test_outdated);
  g_test_add_func ("/app/experiment-page/outdated-seed", test_outdated_seed);
  g_test_add_func ("/app/experiment-page/wrong-value", test_wrong_value);
  g_test_add_func ("/app/experiment-page/cancelled", test_cancelled);
  g_test_add_func ("/app/experiment-page/cancelled-and-reset", test_cancelled_and_reset);
  g_test_add_func ("/app/experiment-page/closed", test_closed);
  g_test_add_func ("/app/experiment-page/forecast-of-large-worlds", test_forecast_of_large_worlds);

  return app_run ();
}
