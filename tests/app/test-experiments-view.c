/* The gallery of experiments: its small charts, its pages, the ways there and back. */
#include "app-fixture.h"

#include "app/experiment-card.h"
#include "app/experiments-view.h"
#include "app/export-dialog.h"
#include "app/start-page.h"
#include "file/bundled-experiment.h"

static gpointer
get_view (MisWindow *window)
{
  return app_child (window, "experiments_view");
}

static gboolean
has_name (GtkWidget *widget, gconstpointer name)
{
  return MIS_IS_EXPERIMENT_CARD (widget) && g_strcmp0 (gtk_widget_get_name (widget), name) == 0;
}

static MisExperimentCard *
find_card (MisWindow *window, const char *name)
{
  return app_find (get_view (window), has_name, name);
}

static guint
count_drawn (MisWindow *window)
{
  guint n = 0;

  for (guint i = 0; mis_bundled_experiment_names[i] != NULL; i++)
    n += mis_experiment_card_get_data (find_card (window, mis_bundled_experiment_names[i])) != NULL;
  return n;
}

static const char *
get_page (MisWindow *window)
{
  return gtk_stack_get_visible_child_name (app_child (window, "pages"));
}

static const char *
get_inner_page (MisWindow *window)
{
  return gtk_stack_get_visible_child_name (app_child (get_view (window), "stack"));
}

static void
activate (MisWindow *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
}

static void
show (MisWindow *window, const char *view)
{
  g_action_group_change_action_state (G_ACTION_GROUP (window), "view", g_variant_new_string (view));
}

static void
test_from_the_start_page (void)
{
  MisWindow *window = app_new_window (NULL);
  gpointer start = app_child (window, "start_page");

  g_assert_false (gtk_widget_get_visible (app_child (window, "back_button")));
  g_signal_emit_by_name (app_child (start, "experiments_button"), "clicked");
  g_assert_cmpstr (get_page (window), ==, "experiments");
  g_assert_true (gtk_widget_get_visible (app_child (window, "home_button")));
  g_assert_false (gtk_widget_get_visible (app_child (window, "place_bar")));
  activate (window, "win.back");
  g_assert_cmpstr (get_page (window), ==, "start");
  app_destroy (window);
}

static void
test_small_charts (void)
{
  MisWindow *window = app_new_window (NULL);

  show (window, "experiments");
  app_wait_until (count_drawn (window) == 10);
  g_assert_false (gtk_widget_get_focusable (app_child (find_card (window, "figure-1"), "plot")));
  gtk_test_accessible_assert_property (find_card (window, "figure-3"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Figure 3. Weight sensitivity. Goal Weight, 8 curves");
  app_destroy (window);
}

/* What is out of sight is not run; it goes on when it is back. */
static void
test_small_charts_stop (void)
{
  MisWindow *window = app_new_window (NULL);
  guint n_drawn;

  show (window, "experiments");
  app_wait_until (count_drawn (window) > 0);
  show (window, "explore");
  n_drawn = count_drawn (window);
  app_wait_until (gtk_widget_get_mapped (app_child (window, "start_page")));
  app_settle ();
  g_assert_cmpuint (count_drawn (window), ==, n_drawn);
  show (window, "experiments");
  app_wait_until (count_drawn (window) == 10);
  app_destroy (window);
}

static void
test_each_opens (void)
{
  MisWindow *window = app_new_window (NULL);
  gpointer view = get_view (window);

  show (window, "experiments");
  for (guint i = 0; mis_bundled_experiment_names[i] != NULL; i++)
    {
      MisExperimentCard *card = find_card (window, mis_bundled_experiment_names[i]);
      MisExperiment *experiment = mis_experiment_card_get_experiment (card);

      g_signal_emit_by_name (card, "clicked");
      g_assert_cmpstr (get_inner_page (window), ==, "page");
      app_wait_until (mis_experiments_view_get_chart (view) != NULL);
      g_assert_true (strstr (mis_chart_get_title (mis_experiments_view_get_chart (view)),
                             experiment->title) != NULL);
      g_assert_cmpstr (app_text (app_child (view, "page"), "description"), ==,
                       experiment->description);
      activate (window, "win.back");
      g_assert_cmpstr (get_inner_page (window), ==, "gallery");
      g_assert_true (gtk_widget_has_focus (GTK_WIDGET (card)));
    }
  app_destroy (window);
}

static void
test_beside_a_project (void)
{
  MisWindow *window = app_new_window ("shopping");

  g_assert_true (gtk_widget_get_visible (app_child (window, "view_squeezer")));
  show (window, "experiments");
  g_assert_cmpstr (get_page (window), ==, "experiments");
  g_assert_true (gtk_widget_get_visible (app_child (window, "undo_button")));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "export"));
  /* The gallery is a view beside the other one: there is no way back from it. */
  activate (window, "win.back");
  g_assert_cmpstr (get_page (window), ==, "experiments");
  mis_experiments_view_open (get_view (window), "figure-8");
  app_wait_until (mis_experiments_view_get_chart (get_view (window)) != NULL);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "export"));
  show (window, "explore");
  g_assert_cmpstr (get_page (window), ==, "explore");
  show (window, "nonsense");
  g_assert_cmpstr (get_page (window), ==, "explore");
  /* The page is as it was left. */
  show (window, "experiments");
  g_assert_cmpstr (get_inner_page (window), ==, "page");
  app_destroy (window);
}

/* (nullable): the dialog that exports a chart. */
static gpointer
find_export_dialog (void)
{
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr (GtkWidget) top = g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (MIS_IS_EXPORT_DIALOG (top))
        return top;
    }
  return NULL;
}

/* The key pressed while the first run still goes is not lost: that is said, and the dialog opens as
 * soon as the chart is there; but not once the page was left. */
static void
test_export_before_the_chart (void)
{
  MisWindow *window = app_new_window ("shopping");

  show (window, "experiments");
  mis_experiments_view_open (get_view (window), "figure-5");
  g_assert_null (mis_experiments_view_get_chart (get_view (window)));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "export"));
  activate (window, "win.export");
  g_assert_cmpstr (app_toast (window), ==, "The export opens as soon as the chart is drawn.");
  g_assert_null (find_export_dialog ());
  app_wait_until (find_export_dialog () != NULL);
  g_assert_nonnull (mis_experiments_view_get_chart (get_view (window)));
  gtk_window_destroy (find_export_dialog ());
  activate (window, "win.export");
  g_assert_nonnull (find_export_dialog ());
  gtk_window_destroy (find_export_dialog ());
  app_destroy (window);
}

static void
test_export_that_was_left (void)
{
  MisWindow *window = app_new_window ("shopping");

  show (window, "experiments");
  mis_experiments_view_open (get_view (window), "figure-5");
  activate (window, "win.export");
  g_assert_true (mis_experiments_view_go_back (get_view (window)));
  mis_experiments_view_open (get_view (window), "figure-4");
  app_wait_until (mis_experiments_view_get_chart (get_view (window)) != NULL);
  g_assert_null (find_export_dialog ());
  app_destroy (window);
}

/* A run that changes nothing is seen to have been one, each time. */
static void
test_run_again (void)
{
  MisWindow *window = app_new_window ("shopping");

  show (window, "experiments");
  mis_experiments_view_open (get_view (window), "figure-1");
  app_wait_until (mis_experiments_view_get_chart (get_view (window)) != NULL);
  g_assert_null (app_toast (window));
  activate (window, "win.run");
  app_wait_until (app_toast (window) != NULL);
  g_assert_cmpstr (app_toast (window), ==, "Run again: the same seed gives the same numbers.");
  app_destroy (window);
}

/* A run goes on while the project is looked at, and stops when its page is left. */
static void
test_run_in_the_background (void)
{
  MisWindow *window = app_new_window ("shopping");
  gpointer view = get_view (window);
  gpointer page = app_child (view, "page");

  show (window, "experiments");
  mis_experiments_view_open (view, "figure-3");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), page));
  app_wait_until (mis_experiments_view_get_chart (view) != NULL);
  gtk_editable_set_text (app_child (app_child (page, "settings"), "runs_entry"), "20000");
  g_signal_emit_by_name (app_child (app_child (page, "settings"), "runs_entry"), "activate");
  activate (window, "win.run");
  app_wait_until (gtk_stack_get_visible_child (app_child (page, "run_stack"))
                  == app_child (page, "progress_box"));
  show (window, "explore");
  show (window, "experiments");
  g_assert_true (gtk_stack_get_visible_child (app_child (page, "run_stack"))
                 == app_child (page, "progress_box"));
  activate (window, "win.back");
  app_wait_until (gtk_stack_get_visible_child (app_child (page, "run_stack"))
                  == app_child (page, "run_box"));
  g_assert_true (gtk_widget_get_visible (app_child (page, "notice_box")));
  g_assert_cmpstr (get_inner_page (window), ==, "page");
  activate (window, "win.back");
  g_assert_cmpstr (get_inner_page (window), ==, "gallery");
  app_destroy (window);
}

/* An exported chart says of which experiment it is, with its seed and runs. */
static void
test_exported (void)
{
  MisWindow *window = app_new_window (NULL);
  gpointer view = get_view (window);
  g_autoptr (GFile) file = app_new_file ("figure.svg");
  g_autoptr (MisExperiment) shown = NULL;
  g_autoptr (GBytes) json = NULL;
  g_autofree char *text = NULL;
  MisExportDialog *dialog;

  show (window, "experiments");
  mis_experiments_view_open (view, "figure-5");
  app_wait_until (mis_experiments_view_get_chart (view) != NULL);
  shown = mis_experiments_view_get_shown (view);
  dialog = mis_export_dialog_new (window, mis_experiments_view_get_chart (view), "experiment",
                                  &(MisChartOrigin) { .experiment = shown });
  app_present (dialog);
  adw_combo_row_set_selected (app_child (dialog, "format_row"), 1);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  mis_export_dialog_export_to (dialog, file);
  app_wait_until (dialog == NULL);
  text = app_read_file (file);
  g_assert_true (strstr (text, "experiment") != NULL);
  g_assert_true (strstr (text, "vary") != NULL);
  app_destroy (window);
}

static gboolean
has_source (gpointer view, const char *expected)
{
  g_autofree char *source = mis_experiments_view_get_source (view);

  return g_strcmp0 (source, expected) == 0;
}

/* What comes with the program names its project and its random numbers, if there are any; figures
 * of the paper say themselves where they are from. */
static void
test_source (void)
{
  static const struct
  {
    const char *name;
    const char *source;
  } experiments[] = {
    { "figure-4", NULL },
    { "uncertain-conflict",
      "Source: Shopping recommender with ranges · 1000 runs, seed 1 · "
      "Weight of Customer in Food and groceries between 0.6 and 0.9 · "
      "Weight of Retailer in Food and groceries between 0.7 and 1 · and 6 more ranges · "
      "made with Misalign" },
    { "weight-means", "Source: generated populations · weights drawn by agent · 100 runs, seed 1 · "
                      "made with Misalign" },
  };
  MisWindow *window = app_new_window (NULL);
  gpointer view = get_view (window);

  show (window, "experiments");
  g_assert_null (mis_experiments_view_get_source (view));
  for (guint i = 0; i < G_N_ELEMENTS (experiments); i++)
    {
      mis_experiments_view_open (view, experiments[i].name);
      app_wait_until (mis_experiments_view_get_chart (view) != NULL);
      app_wait_until (has_source (view, experiments[i].source));
      mis_experiments_view_go_back (view);
    }
  app_destroy (window);
}

/* What the button at the chart does. */
static void
test_export_button (void)
{
  MisWindow *window = app_new_window (NULL);

  show (window, "experiments");
  mis_experiments_view_open (get_view (window), "figure-4");
  app_wait_until (mis_experiments_view_get_chart (get_view (window)) != NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-chart", "s", "experiment");
  g_assert_nonnull (find_export_dialog ());
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/experiments-view/from-the-start-page", test_from_the_start_page);
  g_test_add_func ("/app/experiments-view/small-charts", test_small_charts);
  g_test_add_func ("/app/experiments-view/small-charts-stop", test_small_charts_stop);
  g_test_add_func ("/app/experiments-view/each-opens", test_each_opens);
  g_test_add_func ("/app/experiments-view/beside-a-project", test_beside_a_project);
  g_test_add_func ("/app/experiments-view/export-before-the-chart", test_export_before_the_chart);
  g_test_add_func ("/app/experiments-view/export-that-was-left", test_export_that_was_left);
  g_test_add_func ("/app/experiments-view/run-again", test_run_again);
  g_test_add_func ("/app/experiments-view/run-in-the-background", test_run_in_the_background);
  g_test_add_func ("/app/experiments-view/exported", test_exported);
  g_test_add_func ("/app/experiments-view/source", test_source);
  g_test_add_func ("/app/experiments-view/export-button", test_export_button);

  return app_run ();
}
