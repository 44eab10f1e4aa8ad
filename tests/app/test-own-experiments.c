/* Experiments of the project in the window: made, named, deleted, kept, mended and run again. */
#include "own-fixture.h"

#include "app/experiments-view.h"
#include "app/value-entry.h"
#include "document/move.h"
#include "file/project-writer.h"

static void
assert_source (MisWindow *window, const char *expected)
{
  g_autofree char *source = mis_experiments_view_get_source (own_get_view (window));

  g_assert_cmpstr (source, ==, expected);
}

static void
test_new (void)
{
  MisWindow *window = own_new_experiment ("carla");
  MisDocument *document = mis_window_get_document (window);

  g_assert_cmpstr (own_get_inner_page (window), ==, "page");
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Add Experiment");
  g_assert_true (mis_document_is_modified (document));
  g_assert_true (gtk_widget_get_visible (app_child (window, "undo_button")));
  g_assert_true (gtk_widget_get_sensitive (app_child (window, "undo_button")));
  g_assert_nonnull (strstr (mis_chart_get_description (own_get_chart (window)),
                            "“Share of Autonomous vehicles”"));
  assert_source (window, "Source: CARLA pre-collision · made with Misalign");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         app_child (own_get_design (window), "title_entry")));
  g_assert_false (gtk_widget_get_visible (app_child (own_get_page (window), "reset_button")));
  g_assert_false (gtk_widget_get_visible (app_child (own_get_page (window), "keep_button")));
  g_assert_true (gtk_widget_get_visible (app_child (own_get_design (window), "description_hint")));
  /* Fields of the axis and of the curves are told apart. */
  g_signal_emit_by_name (app_child (own_get_design (window), "add_button"), "clicked");
  gtk_test_accessible_assert_property (app_child (own_get_x (window), "agent_drop_down"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Along the x Axis: Group");
  gtk_test_accessible_assert_property (app_child (own_get_series (window), "list_entry"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "A Curve for Each Value: List");
  app_destroy (window);
}

static gboolean
has_source (MisWindow *window, const char *expected)
{
  g_autofree char *source = mis_experiments_view_get_source (own_get_view (window));

  return g_strcmp0 (source, expected) == 0;
}

#define OWN_SOURCE "Source: CARLA pre-collision · made with Misalign"
#define CHANGED_SOURCE "Source: CARLA pre-collision, numbers changed · made with Misalign"

/* Below its chart stands what it was made of: other numbers than the file has. */
static void
test_source (void)
{
  MisWindow *window = own_new_experiment ("carla");
  g_autoptr (MisParameter) conflict = mis_parameter_new (MIS_PARAMETER_AREA_CONFLICT, 0, 0, 0, 0);
  g_autofree char *id = g_strdup (own_get_experiment (window)->id);

  assert_source (window, OWN_SOURCE);
  g_assert_true (mis_document_move (mis_window_get_document (window), conflict, 0.5, NULL));
  app_wait_until (has_source (window, CHANGED_SOURCE));
  /* Also where the gallery has the numbers already. */
  own_activate (window, "win.back");
  app_wait_until (!mis_experiment_card_is_waiting (own_find_card (window, id)));
  mis_experiments_view_open_own (own_get_view (window), id);
  assert_source (window, CHANGED_SOURCE);
  own_activate (window, "win.undo");
  app_wait_until (has_source (window, OWN_SOURCE));
  app_destroy (window);
}

/* The small picture of numbers that were changed is pale until it is drawn anew. */
static void
test_pale_until_drawn (void)
{
  MisWindow *window = own_new_experiment ("carla");
  g_autoptr (MisParameter) conflict = mis_parameter_new (MIS_PARAMETER_AREA_CONFLICT, 0, 0, 0, 0);
  MisExperimentCard *card = own_find_card (window, own_get_experiment (window)->id);
  GtkWidget *plot = app_child (card, "plot");

  own_activate (window, "win.back");
  app_wait_until (!mis_experiment_card_is_waiting (card));
  g_assert_false (gtk_widget_has_css_class (plot, "outdated"));
  g_assert_true (mis_document_move (mis_window_get_document (window), conflict, 0.5, NULL));
  app_wait_until (mis_experiment_card_is_waiting (card));
  g_assert_true (gtk_widget_has_css_class (plot, "outdated"));
  app_wait_until (!mis_experiment_card_is_waiting (card));
  g_assert_false (gtk_widget_has_css_class (plot, "outdated"));
  app_destroy (window);
}

/* The project has nothing that varies, or there is none. */
static void
test_none (void)
{
  MisWindow *window = app_new_window (NULL);
  MisWindow *blank = app_new_window ("blank");

  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "new-experiment"));
  own_show_view (window, "experiments");
  g_assert_false (gtk_widget_get_visible (app_child (own_get_view (window), "own_section")));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (blank), "new-experiment"));
  app_destroy (window);
  app_destroy (blank);
}

/* The same thing along the axis and between the curves. */
static void
test_twice (void)
{
  MisWindow *window = own_new_experiment ("carla");
  MisExperiment *before;

  g_signal_emit_by_name (app_child (own_get_design (window), "add_button"), "clicked");
  before = own_get_experiment (window);
  own_choose (own_get_series (window), "quantity_drop_down", "Share of a group");
  g_assert_true (own_get_experiment (window) == before);
  g_assert_cmpstr (
    adw_action_row_get_subtitle (app_child (own_get_series (window), "quantity_row")), ==,
    "This varies already. Choose something else.");
  own_choose (own_get_series (window), "quantity_drop_down", "Conflict in one area");
  g_assert_cmpint (mis_experiment_get_variation (own_get_experiment (window), 0)->quantity, ==,
                   MIS_QUANTITY_AREA_CONFLICT);
  g_assert_cmpstr (
    adw_action_row_get_subtitle (app_child (own_get_series (window), "quantity_row")), ==, "");
  app_destroy (window);
}

static void
test_title (void)
{
  MisWindow *window = own_new_experiment ("carla");
  gpointer design = own_get_design (window);

  own_type (design, "title_entry", "  Who meets whom ");
  g_assert_cmpstr (own_get_experiment (window)->title, ==, "Who meets whom");
  g_assert_cmpstr (mis_document_get_undo_name (mis_window_get_document (window)), ==,
                   "Rename Experiment “New Experiment”");
  own_type (design, "title_entry", " ");
  g_assert_cmpstr (mis_value_entry_get_fault (app_child (design, "title_entry")), ==,
                   "An experiment needs a title.");
  g_assert_cmpstr (own_get_experiment (window)->title, ==, "Who meets whom");
  app_wait_until (g_strcmp0 (mis_chart_get_title (own_get_chart (window)), "Who meets whom") == 0);
  app_destroy (window);
}

/* A description is one step, however long it is typed; undone while it is typed, another begins. */
static void
test_description (void)
{
  MisWindow *window = own_new_experiment ("carla");
  MisDocument *document = mis_window_get_document (window);
  GtkTextView *view = app_child (own_get_design (window), "description_view");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_insert_at_cursor (buffer, "More", -1);
  gtk_text_buffer_insert_at_cursor (buffer, " is worse", -1);
  g_assert_cmpstr (own_get_experiment (window)->description, ==, "More is worse");
  g_assert_false (gtk_widget_get_visible (app_child (own_get_design (window), "description_hint")));
  g_assert_cmpstr (mis_document_get_undo_name (document), ==,
                   "Describe Experiment “New Experiment”");
  own_activate (window, "win.undo");
  g_assert_cmpstr (own_get_experiment (window)->description, ==, "");
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
  gtk_text_buffer_insert_at_cursor (buffer, "Less", -1);
  gtk_text_buffer_insert_at_cursor (buffer, " is better", -1);
  gtk_widget_grab_focus (app_child (own_get_design (window), "add_button"));
  own_type (own_get_x (window), "points_entry", "5");
  own_activate (window, "win.undo");
  g_assert_cmpstr (own_get_experiment (window)->description, ==, "Less is better");
  own_activate (window, "win.undo");
  g_assert_cmpstr (own_get_experiment (window)->description, ==, "");
  app_destroy (window);
}

static void
test_delete (void)
{
  MisWindow *window = own_new_experiment ("carla");
  g_autofree char *id = g_strdup (own_get_experiment (window)->id);

  own_act (window, "experiments.delete");
  g_assert_cmpuint (own_count (window), ==, 0);
  g_assert_cmpstr (own_get_inner_page (window), ==, "gallery");
  g_assert_null (own_find_card (window, id));
  g_assert_cmpstr (app_toast (window), ==, "“New Experiment” deleted");
  own_activate (window, "win.undo");
  g_assert_nonnull (own_find_card (window, id));
  app_wait_until (app_toast (window) == NULL);
  /* The card has its chart, and the keyboard deletes it too. */
  app_wait_until (!mis_experiment_card_is_waiting (own_find_card (window, id)));
  g_assert_nonnull (mis_experiment_card_get_data (own_find_card (window, id)));
  gtk_widget_grab_focus (GTK_WIDGET (own_find_card (window, id)));
  own_act (window, "experiments.delete");
  g_assert_cmpuint (own_count (window), ==, 0);
  app_destroy (window);
}

/* A number that is being typed leaves its field as the experiment goes, and goes with it. */
static void
test_delete_while_typing (void)
{
  MisWindow *window = own_new_experiment ("carla");
  GtkWidget *entry = app_child (own_get_x (window), "points_entry");

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "7");
  own_act (window, "experiments.delete");
  g_assert_cmpuint (own_count (window), ==, 0);
  g_assert_cmpstr (own_get_inner_page (window), ==, "gallery");
  app_destroy (window);
}

static void
test_duplicate_and_move (void)
{
  MisWindow *window = own_new_experiment ("carla");
  g_autofree char *first = g_strdup (own_get_experiment (window)->id);
  g_autofree char *second = NULL;
  MisWorld *world;

  own_act (window, "experiments.duplicate");
  second = g_strdup (own_get_experiment (window)->id);
  g_assert_cmpstr (second, !=, first);
  g_assert_cmpstr (own_get_experiment (window)->title, ==, "New Experiment 2");
  own_act (window, "experiments.move-back");
  world = mis_document_get_world (mis_window_get_document (window));
  g_assert_cmpint (mis_world_find_experiment (world, second), ==, 0);
  own_activate (window, "win.back");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (own_find_card (window, second))));
  /* The keyboard stays at what is moved. */
  own_act (window, "experiments.move-on");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (own_find_card (window, second))));
  world = mis_document_get_world (mis_window_get_document (window));
  g_assert_cmpint (mis_world_find_experiment (world, second), ==, 1);
  app_destroy (window);
}

/* A figure of the paper with other numbers becomes the project's own. */
static void
test_keep (void)
{
  MisWindow *window = app_new_window ("shopping");

  own_show_view (window, "experiments");
  mis_experiments_view_open (own_get_view (window), "figure-4");
  g_assert_true (gtk_widget_get_visible (app_child (own_get_page (window), "keep_button")));
  own_type (app_child (own_get_page (window), "settings"), "agents_entry", "50");
  own_act (window, "experiments.keep");
  g_assert_cmpuint (own_count (window), ==, 1);
  g_assert_cmpuint (own_get_experiment (window)->recipe.n_agents, ==, 50);
  g_assert_cmpstr (own_get_experiment (window)->title, ==, "Goal distribution");
  g_assert_false (gtk_widget_get_visible (app_child (own_get_design (window), "variations")));
  app_wait_until (own_get_chart (window) != NULL);
  own_type (app_child (own_get_page (window), "settings"), "points_entry", "5");
  g_assert_cmpuint (mis_experiment_get_n_points (own_get_experiment (window)), ==, 5);
  app_wait_until (mis_chart_get_series (own_get_chart (window), 0)->n == 5);
  assert_source (window,
                 "Source: Shopping recommender · generated populations · made with Misalign");
  app_destroy (window);
}

/* For whom weights are drawn is kept with the copy, and one step that the file has. */
static void
test_weights (void)
{
  MisWindow *window = app_new_window ("shopping");
  g_autoptr (GBytes) bytes = NULL;

  own_show_view (window, "experiments");
  mis_experiments_view_open (own_get_view (window), "figure-5");
  adw_combo_row_set_selected (app_child (own_get_settings (window), "per_row"), MIS_PER_AGENT);
  own_act (window, "experiments.keep");
  g_assert_cmpint (own_get_experiment (window)->recipe.per, ==, MIS_PER_AGENT);
  adw_combo_row_set_selected (app_child (own_get_settings (window), "per_row"), MIS_PER_GROUP);
  g_assert_cmpint (own_get_experiment (window)->recipe.per, ==, MIS_PER_GROUP);
  bytes = mis_project_write (mis_document_get_world (mis_window_get_document (window)));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL),
                                  (gssize) g_bytes_get_size (bytes), "\"per\": \"group\""));
  own_activate (window, "win.undo");
  g_assert_cmpint (own_get_experiment (window)->recipe.per, ==, MIS_PER_AGENT);
  g_assert_cmpuint (adw_combo_row_get_selected (app_child (own_get_settings (window), "per_row")),
                    ==, MIS_PER_AGENT);
  app_destroy (window);
}

/* Three agents make stairs of a curve, which is said below it; a thousand do not. */
static void
test_stairs (void)
{
  MisWindow *window = own_new_experiment ("shopping");
  gpointer card = app_child (own_get_page (window), "plot_card");

  app_wait_until (strstr (app_text (card, "caption"), "3 agents") != NULL);
  own_type (own_get_settings (window), "agents_entry", "1000");
  app_wait_until (strcmp (app_text (card, "caption"), "") == 0);
  g_assert_false (gtk_widget_get_visible (app_child (card, "caption")));
  app_destroy (window);
}

/* How scores are distributed has no axis along which anything varies. */
static void
test_keep_a_distribution (void)
{
  MisWindow *window = app_new_window ("shopping");

  own_show_view (window, "experiments");
  mis_experiments_view_open (own_get_view (window), "uncertain");
  own_act (window, "experiments.keep");
  g_assert_cmpuint (own_count (window), ==, 1);
  g_assert_true (mis_experiment_is_distribution (own_get_experiment (window)));
  g_assert_false (gtk_widget_get_visible (app_child (own_get_x (window), "shape_row")));
  g_assert_true (gtk_widget_get_visible (app_child (app_child (own_get_page (window), "settings"),
                                                    "runs_row")));
  g_assert_null (strstr (
    app_text (own_find_card (window, own_get_experiment (window)->id), "summary"), "agents"));
  app_destroy (window);
}

#define LOST                                                                                       \
  "{\"format\":\"misalign-project\",\"version\":1,"                                                \
  "\"areas\":[{\"id\":\"a\",\"goals\":[{\"id\":\"g\"},{\"id\":\"h\"}],"                            \
  "\"conflict\":{\"default\":1}}],"                                                                \
  "\"agents\":[{\"id\":\"cars\",\"name\":\"Cars\",\"count\":5,\"positions\":{\"a\":{\"goal\":"     \
  "\"g\"}}},"                                                                                      \
  "{\"id\":\"bikes\",\"name\":\"Bikes\",\"count\":5,\"positions\":{\"a\":{\"goal\":\"h\"}}}],"     \
  "\"experiments\":[{\"id\":\"lost\",\"title\":\"Lost\",\"world\":\"project\","                    \
  "\"x\":{\"vary\":\"share:trucks\",\"from\":0,\"to\":1,\"points\":11}}]}"

/* What is gone is named, and another one is chosen in its place. */
static void
test_missing (void)
{
  MisWindow *window = own_open_json (LOST);
  MisExperimentCard *card = own_find_card (window, "lost");

  g_assert_false (mis_experiment_card_is_waiting (card));
  g_assert_true (gtk_widget_get_visible (app_child (card, "missing")));
  g_assert_cmpstr (app_text (card, "missing"), ==,
                   "The group “trucks” is not in the project any more. Open the experiment to "
                   "choose another one.");
  g_signal_emit_by_name (card, "clicked");
  g_assert_null (own_get_chart (window));
  g_assert_true (gtk_widget_get_visible (app_child (own_get_page (window), "notice_box")));
  g_assert_true (gtk_widget_has_css_class (app_child (own_get_x (window), "agent_row"), "fault"));
  g_assert_false (mis_document_is_modified (mis_window_get_document (window)));
  /* The run that it would be is none. */
  g_assert_false (gtk_widget_get_sensitive (app_child (own_get_page (window), "run_button")));
  own_activate (window, "win.run");
  g_assert_true (gtk_stack_get_visible_child (app_child (own_get_page (window), "run_stack"))
                 == app_child (own_get_page (window), "run_box"));
  own_choose (own_get_x (window), "agent_drop_down", "Bikes");
  app_wait_until (own_get_chart (window) != NULL);
  g_assert_cmpuint (mis_experiment_get_n_points (own_get_experiment (window)), ==, 11);
  g_assert_false (gtk_widget_has_css_class (app_child (own_get_x (window), "agent_row"), "fault"));
  app_wait_until (!gtk_widget_get_visible (app_child (own_get_page (window), "notice_box")));
  own_activate (window, "win.undo");
  g_assert_cmpstr (own_get_experiment (window)->x.ids[0], ==, "trucks");
  g_assert_null (own_get_chart (window));
  app_destroy (window);
}

#define LEAVING                                                                                    \
  "{\"format\":\"misalign-project\",\"version\":1,"                                                \
  "\"areas\":[{\"id\":\"a\",\"goals\":[{\"id\":\"g\"},{\"id\":\"h\"}]}],"                          \
  "\"agents\":[{\"id\":\"cars\",\"positions\":{\"a\":{\"goal\":\"g\"}}},"                          \
  "{\"id\":\"bikes\",\"positions\":{\"a\":{\"goal\":\"h\"}}}],"                                    \
  "\"scenarios\":[{\"id\":\"no-cars\",\"changes\":[{\"remove_agent\":\"cars\"}]}],"                \
  "\"experiments\":[{\"id\":\"x\",\"world\":\"project\","                                          \
  "\"x\":{\"vary\":\"share:cars\",\"from\":0,\"to\":1,\"points\":3},"                              \
  "\"series\":[{\"vary\":\"scenario\",\"values\":[null,\"no-cars\"]}]}]}"

/* A scenario takes away what the axis varies: that is said, and can be mended. */
static void
test_cannot_run (void)
{
  MisWindow *window = own_open_json (LEAVING);
  gpointer page = own_get_page (window);

  mis_experiments_view_open_own (own_get_view (window), "x");
  app_wait_until (gtk_widget_get_visible (app_child (page, "notice_box")));
  g_assert_true (g_str_has_prefix (app_text (page, "notice"), "This cannot be run"));
  g_assert_null (own_get_chart (window));
  g_signal_emit_by_name (own_get_series (window), "removed");
  app_wait_until (own_get_chart (window) != NULL);
  g_assert_false (gtk_widget_get_visible (app_child (page, "notice_box")));
  app_destroy (window);
}

/* Saved, closed, opened and run again: the same numbers, to the last digit. */
static void
test_again (void)
{
  MisWindow *window = own_new_experiment ("carla");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *id = NULL, *first = NULL, *second = NULL;

  g_signal_emit_by_name (app_child (own_get_design (window), "add_button"), "clicked");
  app_wait_until (mis_chart_get_n_series (own_get_chart (window)) == 2);
  id = g_strdup (own_get_experiment (window)->id);
  first = own_get_numbers (window);
  bytes = mis_project_write (mis_document_get_world (mis_window_get_document (window)));
  app_destroy (window);

  window = own_open_json (g_bytes_get_data (bytes, NULL));
  mis_experiments_view_open_own (own_get_view (window), id);
  app_wait_until (own_get_chart (window) != NULL);
  own_activate (window, "win.run");
  app_wait_until (own_get_chart (window) != NULL);
  second = own_get_numbers (window);
  g_assert_cmpstr (first, ==, second);
  app_destroy (window);
}

/* Actions are on the card that has the keyboard, if there is one. */
static void
test_nothing_chosen (void)
{
  MisWindow *window = own_new_experiment ("carla");
  g_autofree char *id = g_strdup (own_get_experiment (window)->id);

  own_activate (window, "win.back");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (own_find_card (window, id))));
  own_act (window, "experiments.delete");
  g_assert_cmpuint (own_count (window), ==, 0);
  /* Nothing is chosen: nothing goes. */
  own_act (window, "experiments.delete");
  own_act (window, "experiments.duplicate");
  own_act (window, "experiments.move-on");
  own_act (window, "experiments.keep");
  g_assert_cmpuint (own_count (window), ==, 0);
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/own-experiments/new", test_new);
  g_test_add_func ("/app/own-experiments/source", test_source);
  g_test_add_func ("/app/own-experiments/pale-until-drawn", test_pale_until_drawn);
  g_test_add_func ("/app/own-experiments/none", test_none);
  g_test_add_func ("/app/own-experiments/twice", test_twice);
  g_test_add_func ("/app/own-experiments/title", test_title);
  g_test_add_func ("/app/own-experiments/description", test_description);
  g_test_add_func ("/app/own-experiments/delete", test_delete);
  g_test_add_func ("/app/own-experiments/delete-while-typing", test_delete_while_typing);
  g_test_add_func ("/app/own-experiments/duplicate-and-move", test_duplicate_and_move);
  g_test_add_func ("/app/own-experiments/keep", test_keep);
  g_test_add_func ("/app/own-experiments/weights", test_weights);
  g_test_add_func ("/app/own-experiments/stairs", test_stairs);
  g_test_add_func ("/app/own-experiments/keep-a-distribution", test_keep_a_distribution);
  g_test_add_func ("/app/own-experiments/missing", test_missing);
  g_test_add_func ("/app/own-experiments/cannot-run", test_cannot_run);
  g_test_add_func ("/app/own-experiments/again", test_again);
  g_test_add_func ("/app/own-experiments/nothing-chosen", test_nothing_chosen);
  return app_run ();
}
