/* Experiments of the project over uncertain numbers: the distribution of the score. */
#include "own-fixture.h"

#include "app/experiments-view.h"
#include "file/project-writer.h"

#define DISTRIBUTION "Distribution of the score"

static gboolean
offers_distribution (MisWindow *window)
{
  GListModel *names =
    gtk_drop_down_get_model (app_child (own_get_x (window), "quantity_drop_down"));
  guint last = g_list_model_get_n_items (names) - 1;

  return g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (names), last), DISTRIBUTION) == 0;
}

static const char *
get_uncertain (MisWindow *window)
{
  return adw_action_row_get_subtitle (app_child (own_get_settings (window), "uncertain_row"));
}

/* In one step from what is set to the distribution of the score. */
static void
test_distribution_at_once (void)
{
  MisWindow *window = own_new_experiment ("ranges");
  g_autoptr (MisExperiment) set = mis_experiment_ref (own_get_experiment (window));

  own_choose (own_get_x (window), "quantity_drop_down", DISTRIBUTION);
  g_assert_true (mis_experiment_is_distribution (own_get_experiment (window)));
  g_assert_cmpint (own_get_experiment (window)->ranges, ==, MIS_RANGES_UNIFORM);
  g_assert_cmpuint (own_get_experiment (window)->runs, ==, 1000);
  own_activate (window, "win.undo");
  g_assert_true (mis_experiment_equal (own_get_experiment (window), set));
  app_destroy (window);
}

/* What varies and has a range is not drawn from it too, and that is said. */
static void
test_varies_uncertain (void)
{
  MisWindow *window = own_new_experiment ("ranges");

  own_choose_ranges (window, MIS_RANGES_UNIFORM);
  g_assert_null (strstr (get_uncertain (window), "is not drawn from its range as well"));
  own_choose (own_get_x (window), "quantity_drop_down", "Conflict in all areas");
  g_assert_nonnull (strstr (get_uncertain (window), "is not drawn from its range as well"));
  app_destroy (window);
}

/* Drawn from ranges, then without an axis, then as it is set: each one step. */
static void
test_ranges (void)
{
  MisWindow *window = own_new_experiment ("ranges");
  GtkWidget *row = app_child (own_get_settings (window), "ranges_row");
  GtkWidget *runs_row = app_child (own_get_settings (window), "runs_row");
  g_autoptr (MisExperiment) set = mis_experiment_ref (own_get_experiment (window));
  g_autoptr (MisExperiment) drawn = NULL, bare = NULL;

  g_assert_true (gtk_widget_get_visible (row) && gtk_widget_get_sensitive (row));
  g_assert_false (
      gtk_widget_get_visible (app_child (own_get_settings (window), "no_ranges_row")));
  g_assert_false (gtk_widget_get_visible (runs_row));
  g_assert_true (offers_distribution (window));
  g_assert_nonnull (strstr (get_uncertain (window), " to "));
  g_assert_nonnull (strstr (get_uncertain (window), "As set, none of them is drawn"));
  own_choose_ranges (window, MIS_RANGES_TRIANGULAR);
  g_assert_null (strstr (get_uncertain (window), "As set"));
  drawn = mis_experiment_ref (own_get_experiment (window));
  g_assert_cmpint (drawn->ranges, ==, MIS_RANGES_TRIANGULAR);
  g_assert_cmpuint (drawn->runs, ==, 1000);
  g_assert_true (gtk_widget_get_visible (runs_row));
  g_assert_true (offers_distribution (window));

  own_choose (own_get_x (window), "quantity_drop_down", DISTRIBUTION);
  bare = mis_experiment_ref (own_get_experiment (window));
  g_assert_true (mis_experiment_is_distribution (bare));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (runs_row)), ==,
                   "Runs of each curve");
  g_assert_false (gtk_widget_get_visible (app_child (own_get_x (window), "shape_row")));
  g_assert_false (gtk_widget_get_visible (app_child (own_get_x (window), "points_row")));
  g_assert_false (gtk_widget_get_visible (app_child (own_get_settings (window), "band_row")));
  app_wait_until (own_get_chart (window) != NULL
                  && strstr (mis_chart_get_description (own_get_chart (window)), "ranges allow"));

  own_choose_ranges (window, MIS_RANGES_AS_SET);
  g_assert_true (mis_experiment_equal (own_get_experiment (window), set));
  own_activate (window, "win.undo");
  g_assert_true (mis_experiment_equal (own_get_experiment (window), bare));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, MIS_RANGES_TRIANGULAR);
  own_activate (window, "win.undo");
  g_assert_true (mis_experiment_equal (own_get_experiment (window), drawn));
  own_activate (window, "win.undo");
  g_assert_true (mis_experiment_equal (own_get_experiment (window), set));
  app_destroy (window);
}

static gboolean
is_hill (MisWindow *window)
{
  MisChart *chart = own_get_chart (window);

  return chart != NULL && g_str_has_prefix (mis_chart_get_description (chart), "Histogram");
}

/* A hill first, the rising line at a click, and that for the next one, too; nothing to choose where
 * there is no distribution. What is exported is what is seen. */
static void
test_views (void)
{
  MisWindow *window = own_new_experiment ("ranges");
  GtkWidget *box = app_child (own_get_page (window), "view_box");
  GtkToggleButton *hill = app_child (own_get_page (window), "hill_button");

  g_assert_false (gtk_widget_get_visible (box));
  own_choose (own_get_x (window), "quantity_drop_down", DISTRIBUTION);
  app_wait_until (is_hill (window));
  g_assert_true (gtk_widget_get_visible (box));
  g_assert_true (gtk_toggle_button_get_active (hill));
  g_assert_cmpfloat (mis_chart_get_series (own_get_chart (window), 0)->column, >, 0);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_last_child (box)), TRUE);
  g_assert_false (is_hill (window));
  g_assert_nonnull (strstr (mis_chart_get_description (own_get_chart (window)), "at or Below"));
  own_activate (window, "win.undo");
  app_wait_until (!gtk_widget_get_visible (box));
  own_activate (window, "win.redo");
  app_wait_until (gtk_widget_get_visible (box));
  g_assert_false (is_hill (window));

  gtk_toggle_button_set_active (hill, TRUE);
  g_assert_true (is_hill (window));
  app_destroy (window);
}

/* That nothing has a range, and how the window gives it one. */
static void
assert_says_how (gpointer row)
{
  const char *words = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));

  g_assert_true (g_str_has_prefix (words, "No weight or conflict"));
  g_assert_nonnull (strstr (words, "In Explore, press “±” beside the slider"));
  g_assert_nonnull (strstr (words, "(Ctrl+R)"));
}

/* Where nothing has a range nothing is drawn, and a row says why, as clearly as any other. */
static void
test_no_ranges (void)
{
  MisWindow *window = own_new_experiment ("shopping");
  GtkWidget *row = app_child (own_get_settings (window), "no_ranges_row");

  g_assert_false (gtk_widget_get_visible (app_child (own_get_settings (window), "ranges_row")));
  g_assert_true (gtk_widget_get_visible (row) && gtk_widget_is_sensitive (row));
  assert_says_how (row);
  g_assert_false (gtk_widget_get_visible (app_child (own_get_settings (window), "uncertain_row")));
  own_choose (own_get_x (window), "quantity_drop_down", DISTRIBUTION);
  g_assert_false (mis_experiment_is_distribution (own_get_experiment (window)));
  assert_says_how (app_child (own_get_x (window), "quantity_row"));
  app_destroy (window);
}

/* Draws are the same again when the project was saved and opened. */
static void
test_draws_again (void)
{
  MisWindow *window = own_new_experiment ("ranges");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *id = g_strdup (own_get_experiment (window)->id);
  g_autofree char *first = NULL, *second = NULL;

  own_choose_ranges (window, MIS_RANGES_TRIANGULAR);
  own_choose (own_get_x (window), "quantity_drop_down", DISTRIBUTION);
  app_wait_until (own_get_chart (window) != NULL
                  && strstr (mis_chart_get_description (own_get_chart (window)), "ranges allow"));
  first = own_get_numbers (window);
  bytes = mis_project_write (mis_document_get_world (mis_window_get_document (window)));
  app_destroy (window);

  window = own_open_json (g_bytes_get_data (bytes, NULL));
  mis_experiments_view_open_own (own_get_view (window), id);
  app_wait_until (own_get_chart (window) != NULL);
  second = own_get_numbers (window);
  g_assert_cmpstr (first, ==, second);
  app_destroy (window);
}

/* From the score that is not certain to how likely which score is. */
static void
test_from_the_score (void)
{
  MisWindow *window = app_new_window ("ranges");
  gpointer score = app_child (app_chart_page (window), "score");

  g_assert_true (gtk_widget_get_sensitive (app_child (score, "distribution_button")));
  g_signal_emit_by_name (app_child (score, "distribution_button"), "clicked");
  g_assert_cmpstr (own_get_inner_page (window), ==, "page");
  g_assert_true (mis_experiment_is_distribution (own_get_experiment (window)));
  app_wait_until (own_get_chart (window) != NULL
                  && strstr (mis_chart_get_description (own_get_chart (window)), "ranges allow"));
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/own-ranges/ranges", test_ranges);
  g_test_add_func ("/app/own-ranges/from-the-score", test_from_the_score);
  g_test_add_func ("/app/own-ranges/distribution-at-once", test_distribution_at_once);
  g_test_add_func ("/app/own-ranges/views", test_views);
  g_test_add_func ("/app/own-ranges/varies-uncertain", test_varies_uncertain);
  g_test_add_func ("/app/own-ranges/no-ranges", test_no_ranges);
  g_test_add_func ("/app/own-ranges/draws-again", test_draws_again);
  return app_run ();
}
