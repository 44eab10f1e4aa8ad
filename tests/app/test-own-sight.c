/* What of an experiment of the project is in sight, and where the keyboard is. */
#include "own-fixture.h"

#include "app/experiment-page.h"
#include "app/experiments-view.h"
#include "core/edit.h"

/* What is opened is seen from its top, and no key changes it. */
static void
test_opens_at_the_top (void)
{
  MisWindow *window = own_new_experiment ("carla");
  GtkScrolledWindow *scrolled = app_find_type (own_get_page (window), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *scrolling = gtk_scrolled_window_get_vadjustment (scrolled);
  g_autofree char *id = g_strdup (own_get_experiment (window)->id);

  app_wait_until (gtk_adjustment_get_upper (scrolling) > gtk_adjustment_get_page_size (scrolling));
  gtk_adjustment_set_value (scrolling, 100);
  g_assert_cmpfloat (gtk_adjustment_get_value (scrolling), >, 0);
  own_activate (window, "win.back");
  mis_experiments_view_open_own (own_get_view (window), id);
  app_wait_until (own_get_chart (window) != NULL);
  g_assert_cmpfloat (gtk_adjustment_get_value (scrolling), ==, 0);
  g_assert_false (GTK_IS_EDITABLE (gtk_window_get_focus (GTK_WINDOW (window))));
  own_activate (window, "win.back");
  mis_experiments_view_open (own_get_view (window), "figure-5");
  app_wait_until (own_get_chart (window) != NULL);
  g_assert_cmpfloat (gtk_adjustment_get_value (scrolling), ==, 0);
  app_destroy (window);
}

static gboolean
is_in_sight (gpointer widget)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (widget) && gtk_widget_compute_bounds (widget, viewport, &bounds)
         && bounds.size.height > 0 && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (viewport);
}

static gboolean
is_outdated (MisWindow *window)
{
  return gtk_widget_get_visible (app_child (app_child (own_get_page (window), "plot_card"),
                                            "remark"));
}

static guint
get_shown_runs (MisWindow *window)
{
  g_autoptr (MisExperiment) shown = mis_experiment_page_get_shown (own_get_page (window));

  return shown->runs;
}

/* What takes no time is drawn anew before it could be called old; what takes long is called old
 * until it is run, or the change is taken back. */
static void
test_outdated (void)
{
  MisWindow *window = own_new_experiment ("ranges");
  g_autofree char *id = g_strdup (own_get_experiment (window)->id);

  own_type (own_get_x (window), "points_entry", "41");
  g_assert_false (is_outdated (window));
  app_wait_until (mis_chart_get_series (own_get_chart (window), 0)->n == 41);
  g_assert_false (is_outdated (window));
  own_choose_ranges (window, MIS_RANGES_UNIFORM);
  own_type (own_get_settings (window), "runs_entry", "5");
  app_wait_until (get_shown_runs (window) == 5);
  g_assert_false (is_outdated (window));
  own_type (own_get_settings (window), "runs_entry", "300000");
  app_wait_until (is_outdated (window));
  own_activate (window, "win.undo");
  app_wait_until (!is_outdated (window));
  own_activate (window, "win.redo");
  app_wait_until (is_outdated (window));
  own_activate (window, "win.run");
  g_assert_true (is_outdated (window));
  own_activate (window, "win.undo");
  g_assert_true (mis_experiment_page_cancel (own_get_page (window)));
  own_activate (window, "win.back");
  mis_experiments_view_open_own (own_get_view (window), id);
  g_assert_false (is_outdated (window));
  app_destroy (window);
}

/* Who starts a long run sees how far it is, and what stops it, however much stands above. */
static void
test_progress_in_sight (void)
{
  MisWindow *window = own_new_experiment ("ranges");
  gpointer page = own_get_page (window);

  own_choose_ranges (window, MIS_RANGES_UNIFORM);
  own_type (own_get_settings (window), "runs_entry", "300000");
  app_settle ();
  own_activate (window, "win.run");
  app_wait_until (is_in_sight (app_child (page, "cancel_button"))
                  && is_in_sight (app_child (page, "progress_bar")));
  g_assert_true (mis_experiment_page_cancel (page));
  app_wait_until (is_in_sight (app_child (page, "run_button")));
  app_destroy (window);
}

static int
measure_width (MisWindow *window)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  return minimum;
}

#define DISTRIBUTION "Distribution of the score"

/* Neither an experiment of the project nor a changed figure takes more than a narrow window. */
static void
test_narrow (void)
{
  MisWindow *window = own_new_experiment ("ranges");

  own_choose_ranges (window, MIS_RANGES_TRIANGULAR);
  g_signal_emit_by_name (app_child (own_get_design (window), "add_button"), "clicked");
  g_assert_cmpint (measure_width (window), <=, 360);
  own_choose (own_get_x (window), "quantity_drop_down", DISTRIBUTION);
  app_wait_until (own_get_chart (window) != NULL);
  g_assert_cmpint (measure_width (window), <=, 360);
  mis_experiments_view_open (own_get_view (window), "figure-3");
  own_type (own_get_settings (window), "runs_entry", "10");
  g_assert_true (gtk_widget_get_visible (app_child (own_get_page (window), "reset_button")));
  g_assert_cmpint (measure_width (window), <=, 360);
  app_destroy (window);
}

/* The project changes under an open experiment: its chart follows. */
static void
test_follows (void)
{
  MisWindow *window = own_new_experiment ("carla");
  MisDocument *document = mis_window_get_document (window);
  MisChart *before = own_get_chart (window);
  g_autoptr (MisWorld) other
    = mis_world_with_weight (mis_document_get_world (document), 0, 0, 0.1, NULL);
  g_autofree char *first = own_get_numbers (window);
  g_autofree char *second = NULL;

  mis_document_edit (document, other, "Change");
  app_wait_until (own_get_chart (window) != before);
  second = own_get_numbers (window);
  g_assert_cmpstr (first, !=, second);
  app_destroy (window);
}

/* A window that goes while somebody types has nothing to change any more. */
static void
test_left_typing (void)
{
  static const char *const entries[] = { "title_entry", "points_entry", "agents_entry" };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      MisWindow *window = own_new_experiment ("carla");
      gpointer of = i == 0   ? own_get_design (window)
                    : i == 1 ? own_get_x (window)
                             : app_child (own_get_page (window), "settings");

      gtk_widget_grab_focus (app_child (of, entries[i]));
      gtk_editable_set_text (app_child (of, entries[i]), "12");
      app_destroy (window);
    }
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/own-sight/outdated", test_outdated);
  g_test_add_func ("/app/own-sight/progress-in-sight", test_progress_in_sight);
  g_test_add_func ("/app/own-sight/opens-at-the-top", test_opens_at_the_top);
  g_test_add_func ("/app/own-sight/narrow", test_narrow);
  g_test_add_func ("/app/own-sight/follows", test_follows);
  g_test_add_func ("/app/own-sight/left-typing", test_left_typing);
  return app_run ();
}
