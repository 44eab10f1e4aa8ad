/* Experiments of the project in the window: made, changed, run at once, undone, kept and mended. */
#include "app-fixture.h"

#include "app/choice-button.h"
#include "app/experiment-card.h"
#include "app/experiment-page.h"
#include "app/experiments-view.h"
#include "app/figure-table.h"
#include "app/value-entry.h"
#include "app/variation-editor.h"
#include "core/edit.h"
#include "document/document-experiments.h"
#include "file/project-reader.h"
#include "file/project-writer.h"

static gpointer
get_view (MisWindow *window)
{
  return app_child (window, "experiments_view");
}

static gpointer
get_page (MisWindow *window)
{
  return app_child (get_view (window), "page");
}

static gpointer
get_settings (MisWindow *window)
{
  return app_child (get_page (window), "settings");
}

static gpointer
get_design (MisWindow *window)
{
  return app_child (get_page (window), "design");
}

static gpointer
get_x (MisWindow *window)
{
  return app_child (get_design (window), "x_editor");
}

static gpointer
get_series (MisWindow *window)
{
  return app_find_type (app_child (get_design (window), "series_box"), MIS_TYPE_VARIATION_EDITOR);
}

static const char *
get_inner_page (MisWindow *window)
{
  return gtk_stack_get_visible_child_name (app_child (get_view (window), "stack"));
}

static MisExperiment *
get_own (MisWindow *window)
{
  MisDocument *document = mis_window_get_document (window);

  return mis_document_find_experiment (document,
                                       mis_experiment_page_get_own_id (get_page (window)));
}

static MisChart *
get_chart (MisWindow *window)
{
  return mis_experiments_view_get_chart (get_view (window));
}

static void
assert_source (MisWindow *window, const char *expected)
{
  g_autofree char *source = mis_experiments_view_get_source (get_view (window));

  g_assert_cmpstr (source, ==, expected);
}

static void
activate (MisWindow *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
}

/* An action of the view, on what is open. */
static void
act (MisWindow *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (get_view (window), action, NULL));
}

static void
show (MisWindow *window, const char *view)
{
  g_action_group_change_action_state (G_ACTION_GROUP (window), "view", g_variant_new_string (view));
}

static void
type (gpointer editor, const char *entry, const char *text)
{
  gtk_editable_set_text (app_child (editor, entry), text);
  g_signal_emit_by_name (app_child (editor, entry), "activate");
}

static void
choose (gpointer editor, const char *drop_down, const char *name)
{
  GtkDropDown *menu = app_child (editor, drop_down);
  GListModel *names = gtk_drop_down_get_model (menu);

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (names), i), name) == 0)
      {
        gtk_drop_down_set_selected (menu, i);
        return;
      }
  g_error ("There is no \"%s\" in %s", name, drop_down);
}

/* A window with a new experiment of @example, whose chart is there. */
static MisWindow *
new_experiment (const char *example)
{
  MisWindow *window = app_new_window (example);

  activate (window, "win.new-experiment");
  app_wait_until (get_chart (window) != NULL);
  return window;
}

static MisWindow *
open_json (const char *json)
{
  MisWindow *window = app_new_window (NULL);
  g_autoptr (MisDocument) document = app_parse_document (json);

  mis_window_set_document (window, document);
  show (window, "experiments");
  return window;
}

static void
test_new (void)
{
  MisWindow *window = new_experiment ("carla");
  MisDocument *document = mis_window_get_document (window);

  g_assert_cmpstr (get_inner_page (window), ==, "page");
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Add Experiment");
  g_assert_true (mis_document_is_modified (document));
  g_assert_true (gtk_widget_get_visible (app_child (window, "undo_button")));
  g_assert_true (gtk_widget_get_sensitive (app_child (window, "undo_button")));
  g_assert_nonnull (strstr (mis_chart_get_description (get_chart (window)),
                            "“Share of Autonomous vehicles”"));
  assert_source (window, "Source: CARLA pre-collision · made with Misalign");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         app_child (get_design (window), "title_entry")));
  g_assert_false (gtk_widget_get_visible (app_child (get_page (window), "reset_button")));
  g_assert_false (gtk_widget_get_visible (app_child (get_page (window), "keep_button")));
  g_assert_true (gtk_widget_get_visible (app_child (get_design (window), "description_hint")));
  /* Fields of the axis and of the curves are told apart. */
  g_signal_emit_by_name (app_child (get_design (window), "add_button"), "clicked");
  gtk_test_accessible_assert_property (app_child (get_x (window), "agent_drop_down"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Along the x Axis: Group");
  gtk_test_accessible_assert_property (app_child (get_series (window), "list_entry"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "A Curve for Each Value: List");
  app_destroy (window);
}

/* The project has nothing that varies, or there is none. */
static void
test_none (void)
{
  MisWindow *window = app_new_window (NULL);
  MisWindow *blank = app_new_window ("blank");

  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "new-experiment"));
  show (window, "experiments");
  g_assert_false (gtk_widget_get_visible (app_child (get_view (window), "own_section")));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (blank), "new-experiment"));
  app_destroy (window);
  app_destroy (blank);
}

/* Each change is a step and a chart. */
static void
test_live (void)
{
  MisWindow *window = new_experiment ("carla");
  MisDocument *document = mis_window_get_document (window);

  type (get_x (window), "points_entry", "11");
  g_assert_cmpuint (mis_experiment_get_n_points (get_own (window)), ==, 11);
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Change Experiment “New Experiment”");
  app_wait_until (mis_chart_get_series (get_chart (window), 0)->n == 11);
  g_signal_emit_by_name (app_child (get_design (window), "add_button"), "clicked");
  app_wait_until (mis_chart_get_n_series (get_chart (window)) == 2);
  type (get_series (window), "list_entry", "0,25; 0.5; 1");
  app_wait_until (mis_chart_get_n_series (get_chart (window)) == 3);
  g_assert_cmpstr (gtk_editable_get_text (app_child (get_series (window), "list_entry")), ==,
                   app_local ("0.25; 0.5; 1"));
  activate (window, "win.undo");
  app_wait_until (mis_chart_get_n_series (get_chart (window)) == 2);
  activate (window, "win.undo");
  g_assert_null (get_series (window));
  activate (window, "win.undo");
  app_wait_until (mis_chart_get_series (get_chart (window), 0)->n == 51);
  g_assert_cmpstr (gtk_editable_get_text (app_child (get_x (window), "points_entry")), ==, "51");
  /* The step before made the experiment itself. */
  activate (window, "win.undo");
  g_assert_cmpstr (get_inner_page (window), ==, "gallery");
  g_assert_false (mis_document_is_modified (document));
  app_destroy (window);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *entry, *text, *fault;
  } cases[] = {
    { "from_entry", "2", "Type a number from 0 to 1." },
    { "from_entry", "half", "This is not a number." },
    { "to_entry", "1.01", "Type a number from 0 to 1." },
    { "to_entry", "-0.1", "Type a number from 0 to 1." },
    { "from_entry", "0.9", "It would end before it begins." },
    { "to_entry", "0.1", "It would end before it begins." },
    { "points_entry", "0", "Type a whole number from 1 to 10" },
    { "points_entry", "2.5", "Type a whole number from 1 to 10" },
    { "points_entry", "10001", "Type a whole number from 1 to 10" },
    { "list_entry", "", "Type at least one number" },
    { "list_entry", " ; ", "Type at least one number" },
    { "list_entry", "0.5; half", "“half” is not a number" },
    { "list_entry", "0.5; 1.5", "Type a number from 0 to 1." },
    { "list_entry", "0.5; 1; 0.5", "is there twice." },
  };
  MisWindow *window = new_experiment ("carla");
  MisExperiment *before;

  type (get_x (window), "from_entry", "0.2");
  type (get_x (window), "to_entry", "0.8");
  g_signal_emit_by_name (app_child (get_design (window), "add_button"), "clicked");
  before = get_own (window);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gpointer editor
        = g_str_has_prefix (cases[i].entry, "list") ? get_series (window) : get_x (window);
      MisValueEntry *entry = app_child (editor, cases[i].entry);

      type (editor, cases[i].entry, cases[i].text);
      if (mis_value_entry_get_fault (entry) == NULL
          || strstr (mis_value_entry_get_fault (entry), cases[i].fault) == NULL)
        g_error ("\"%s\" in %s: %s", cases[i].text, cases[i].entry, mis_value_entry_get_fault (entry));
      g_assert_true (get_own (window) == before);
      mis_value_entry_stop_typing (entry);
    }
  app_destroy (window);
}

/* What goes by itself, but not together. */
static void
test_too_much (void)
{
  MisWindow *window = new_experiment ("carla");
  MisValueEntry *entry = app_child (get_x (window), "points_entry");
  MisExperiment *before;
  g_autoptr (GString) list = g_string_new ("0");

  for (guint i = 1; i < 30; i++)
    g_string_append_printf (list, "; 0.%02u", i);
  g_signal_emit_by_name (app_child (get_design (window), "add_button"), "clicked");
  type (get_series (window), "list_entry", list->str);
  before = get_own (window);
  g_assert_cmpuint (mis_experiment_get_n_series (before), ==, 30);
  type (get_x (window), "points_entry", "10000");
  g_assert_true (strstr (mis_value_entry_get_fault (entry), "That is too much") != NULL);
  g_assert_true (get_own (window) == before);
  app_destroy (window);
}

/* The same thing along the axis and between the curves. */
static void
test_twice (void)
{
  MisWindow *window = new_experiment ("carla");
  MisExperiment *before;

  g_signal_emit_by_name (app_child (get_design (window), "add_button"), "clicked");
  before = get_own (window);
  choose (get_series (window), "quantity_drop_down", "Share of a group");
  g_assert_true (get_own (window) == before);
  g_assert_cmpstr (adw_action_row_get_subtitle (app_child (get_series (window), "quantity_row")), ==,
                   "This varies already. Choose something else.");
  choose (get_series (window), "quantity_drop_down", "Conflict in one area");
  g_assert_cmpint (mis_experiment_get_variation (get_own (window), 0)->quantity, ==,
                   MIS_QUANTITY_AREA_CONFLICT);
  g_assert_cmpstr (adw_action_row_get_subtitle (app_child (get_series (window), "quantity_row")), ==,
                   "");
  app_destroy (window);
}

/* Every quantity, and what it is of. */
static void
test_quantities (void)
{
  MisWindow *window = new_experiment ("carla");
  gpointer x = get_x (window);
  MisVariation *variation;

  choose (x, "agent_drop_down", "Pedestrians");
  g_assert_cmpstr (get_own (window)->x.ids[0], ==, "pedestrians");
  type (x, "to_entry", "0.5");
  choose (x, "quantity_drop_down", "Weight of a group in an area");
  g_assert_cmpfloat (get_own (window)->x.to, ==, 0.5);
  choose (x, "area_drop_down", "Inappropriate speed");
  g_assert_cmpstr (get_own (window)->x.ids[1], ==, "speed");
  choose (x, "quantity_drop_down", "Conflict of two goals");
  variation = &get_own (window)->x;
  g_assert_cmpstr (variation->ids[1], !=, variation->ids[2]);
  g_assert_true (gtk_widget_get_visible (app_child (x, "other_row")));
  choose (x, "quantity_drop_down", "Number of agents");
  g_assert_true (get_own (window)->x.is_log);
  type (x, "from_entry", "1,000");
  g_assert_cmpfloat (get_own (window)->x.from, ==, 1000);
  g_assert_false (gtk_widget_get_visible (app_child (app_child (get_page (window), "settings"),
                                                     "agents_row")));
  choose (x, "shape_drop_down", "A list");
  g_assert_cmpuint (mis_experiment_get_n_points (get_own (window)), ==, 5);
  type (x, "list_entry", "1000; 10");
  g_assert_cmpfloat (mis_variation_get_number (&get_own (window)->x, 0), ==, 10);
  app_wait_until (mis_chart_get_series (get_chart (window), 0)->n == 2);
  app_destroy (window);
}

/* Equal ratios begin above 0. */
static void
test_shapes (void)
{
  MisWindow *window = new_experiment ("carla");
  gpointer x = get_x (window);

  choose (x, "shape_drop_down", "By equal ratios");
  g_assert_true (get_own (window)->x.is_log);
  g_assert_cmpfloat (get_own (window)->x.from, ==, 0.01);
  type (x, "from_entry", "0");
  g_assert_cmpstr (mis_value_entry_get_fault (app_child (x, "from_entry")), ==,
                   "Equal ratios begin above 0.");
  choose (x, "shape_drop_down", "Evenly spaced");
  g_assert_false (get_own (window)->x.is_log);
  app_destroy (window);
}

static void
test_choices (void)
{
  MisWindow *window = new_experiment ("carla");
  gpointer choices;

  g_signal_emit_by_name (app_child (get_design (window), "add_button"), "clicked");
  choose (get_series (window), "quantity_drop_down", "Scenario");
  choices = app_child (get_series (window), "choices");
  g_assert_cmpuint (mis_choice_button_get_n (choices), ==, 3);
  g_assert_cmpuint (mis_experiment_get_n_series (get_own (window)), ==, 3);
  choose (get_series (window), "quantity_drop_down", "How the score is counted");
  g_assert_cmpuint (mis_experiment_get_n_series (get_own (window)), ==, 6);
  choose (get_series (window), "option_drop_down", mis_options[1].label);
  g_assert_cmpuint (mis_experiment_get_n_series (get_own (window)), ==, 5);
  app_wait_until (mis_chart_get_n_series (get_chart (window)) == 5);
  app_destroy (window);
}

static void
test_title (void)
{
  MisWindow *window = new_experiment ("carla");
  gpointer design = get_design (window);

  type (design, "title_entry", "  Who meets whom ");
  g_assert_cmpstr (get_own (window)->title, ==, "Who meets whom");
  g_assert_cmpstr (mis_document_get_undo_name (mis_window_get_document (window)), ==,
                   "Rename Experiment “New Experiment”");
  type (design, "title_entry", " ");
  g_assert_cmpstr (mis_value_entry_get_fault (app_child (design, "title_entry")), ==,
                   "An experiment needs a title.");
  g_assert_cmpstr (get_own (window)->title, ==, "Who meets whom");
  app_wait_until (g_strcmp0 (mis_chart_get_title (get_chart (window)), "Who meets whom") == 0);
  app_destroy (window);
}

/* A description is one step, however long it is typed; undone while it is typed, another begins. */
static void
test_description (void)
{
  MisWindow *window = new_experiment ("carla");
  MisDocument *document = mis_window_get_document (window);
  GtkTextView *view = app_child (get_design (window), "description_view");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_insert_at_cursor (buffer, "More", -1);
  gtk_text_buffer_insert_at_cursor (buffer, " is worse", -1);
  g_assert_cmpstr (get_own (window)->description, ==, "More is worse");
  g_assert_false (gtk_widget_get_visible (app_child (get_design (window), "description_hint")));
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Describe Experiment “New Experiment”");
  activate (window, "win.undo");
  g_assert_cmpstr (get_own (window)->description, ==, "");
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
  gtk_text_buffer_insert_at_cursor (buffer, "Less", -1);
  gtk_text_buffer_insert_at_cursor (buffer, " is better", -1);
  gtk_widget_grab_focus (app_child (get_design (window), "add_button"));
  type (get_x (window), "points_entry", "5");
  activate (window, "win.undo");
  g_assert_cmpstr (get_own (window)->description, ==, "Less is better");
  activate (window, "win.undo");
  g_assert_cmpstr (get_own (window)->description, ==, "");
  app_destroy (window);
}

static guint
count_own (MisWindow *window)
{
  return mis_world_get_n_experiments (mis_document_get_world (mis_window_get_document (window)));
}

static gboolean
has_name (GtkWidget *widget, gconstpointer name)
{
  return MIS_IS_EXPERIMENT_CARD (widget) && g_strcmp0 (gtk_widget_get_name (widget), name) == 0;
}

static MisExperimentCard *
find_card (MisWindow *window, const char *id)
{
  return app_find (app_child (get_view (window), "own"), has_name, id);
}

static void
test_delete (void)
{
  MisWindow *window = new_experiment ("carla");
  g_autofree char *id = g_strdup (get_own (window)->id);

  act (window, "experiments.delete");
  g_assert_cmpuint (count_own (window), ==, 0);
  g_assert_cmpstr (get_inner_page (window), ==, "gallery");
  g_assert_null (find_card (window, id));
  g_assert_cmpstr (app_toast (window), ==, "“New Experiment” deleted");
  activate (window, "win.undo");
  g_assert_nonnull (find_card (window, id));
  app_wait_until (app_toast (window) == NULL);
  /* The card has its chart, and the keyboard deletes it too. */
  app_wait_until (!mis_experiment_card_is_waiting (find_card (window, id)));
  g_assert_nonnull (mis_experiment_card_get_data (find_card (window, id)));
  gtk_widget_grab_focus (GTK_WIDGET (find_card (window, id)));
  act (window, "experiments.delete");
  g_assert_cmpuint (count_own (window), ==, 0);
  app_destroy (window);
}

static void
test_duplicate_and_move (void)
{
  MisWindow *window = new_experiment ("carla");
  g_autofree char *first = g_strdup (get_own (window)->id);
  g_autofree char *second = NULL;
  MisWorld *world;

  act (window, "experiments.duplicate");
  second = g_strdup (get_own (window)->id);
  g_assert_cmpstr (second, !=, first);
  g_assert_cmpstr (get_own (window)->title, ==, "New Experiment 2");
  act (window, "experiments.move-back");
  world = mis_document_get_world (mis_window_get_document (window));
  g_assert_cmpint (mis_world_find_experiment (world, second), ==, 0);
  activate (window, "win.back");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_card (window, second))));
  /* The keyboard stays at what is moved. */
  act (window, "experiments.move-on");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_card (window, second))));
  world = mis_document_get_world (mis_window_get_document (window));
  g_assert_cmpint (mis_world_find_experiment (world, second), ==, 1);
  app_destroy (window);
}

/* A figure of the paper with other numbers becomes the project's own. */
static void
test_keep (void)
{
  MisWindow *window = app_new_window ("shopping");

  show (window, "experiments");
  mis_experiments_view_open (get_view (window), "figure-4");
  g_assert_true (gtk_widget_get_visible (app_child (get_page (window), "keep_button")));
  type (app_child (get_page (window), "settings"), "agents_entry", "50");
  act (window, "experiments.keep");
  g_assert_cmpuint (count_own (window), ==, 1);
  g_assert_cmpuint (get_own (window)->recipe.n_agents, ==, 50);
  g_assert_cmpstr (get_own (window)->title, ==, "Goal distribution");
  g_assert_false (gtk_widget_get_visible (app_child (get_design (window), "variations")));
  app_wait_until (get_chart (window) != NULL);
  type (app_child (get_page (window), "settings"), "points_entry", "5");
  g_assert_cmpuint (mis_experiment_get_n_points (get_own (window)), ==, 5);
  app_wait_until (mis_chart_get_series (get_chart (window), 0)->n == 5);
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

  show (window, "experiments");
  mis_experiments_view_open (get_view (window), "figure-5");
  adw_combo_row_set_selected (app_child (get_settings (window), "per_row"), MIS_PER_AGENT);
  act (window, "experiments.keep");
  g_assert_cmpint (get_own (window)->recipe.per, ==, MIS_PER_AGENT);
  adw_combo_row_set_selected (app_child (get_settings (window), "per_row"), MIS_PER_GROUP);
  g_assert_cmpint (get_own (window)->recipe.per, ==, MIS_PER_GROUP);
  bytes = mis_project_write (mis_document_get_world (mis_window_get_document (window)));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL),
                                  (gssize) g_bytes_get_size (bytes), "\"per\": \"group\""));
  activate (window, "win.undo");
  g_assert_cmpint (get_own (window)->recipe.per, ==, MIS_PER_AGENT);
  g_assert_cmpuint (
      adw_combo_row_get_selected (app_child (get_settings (window), "per_row")), ==, MIS_PER_AGENT);
  app_destroy (window);
}

/* Three agents make stairs of a curve, which is said below it; a thousand do not. */
static void
test_stairs (void)
{
  MisWindow *window = new_experiment ("shopping");
  gpointer card = app_child (get_page (window), "plot_card");

  app_wait_until (strstr (app_text (card, "caption"), "3 agents") != NULL);
  type (get_settings (window), "agents_entry", "1000");
  app_wait_until (strcmp (app_text (card, "caption"), "") == 0);
  g_assert_false (gtk_widget_get_visible (app_child (card, "caption")));
  app_destroy (window);
}

/* How scores are distributed has no axis along which anything varies. */
static void
test_keep_a_distribution (void)
{
  MisWindow *window = app_new_window ("shopping");

  show (window, "experiments");
  mis_experiments_view_open (get_view (window), "uncertain");
  act (window, "experiments.keep");
  g_assert_cmpuint (count_own (window), ==, 1);
  g_assert_true (mis_experiment_is_distribution (get_own (window)));
  g_assert_false (gtk_widget_get_visible (app_child (get_x (window), "shape_row")));
  g_assert_true (gtk_widget_get_visible (app_child (app_child (get_page (window), "settings"),
                                                    "runs_row")));
  g_assert_null (strstr (app_text (find_card (window, get_own (window)->id), "summary"), "agents"));
  app_destroy (window);
}

/* As many agents as the project has are no other number. */
static void
test_scale (void)
{
  MisWindow *window = new_experiment ("carla");
  gpointer settings = app_child (get_page (window), "settings");
  AdwActionRow *row = app_child (settings, "agents_row");

  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "As they are");
  type (settings, "agents_entry", "10");
  g_assert_cmpuint (mis_experiment_get_n_agents (get_own (window)), ==, 10);
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (row), "Scaled from 1"));
  g_assert_null (get_series (window));
  type (settings, "agents_entry", "1000");
  g_assert_cmpuint (get_own (window)->series->len, ==, 0);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "As they are");
  app_destroy (window);
}

#define LOST                                                                                       \
  "{\"format\":\"misalign-project\",\"version\":1,"                                                \
  "\"areas\":[{\"id\":\"a\",\"goals\":[{\"id\":\"g\"},{\"id\":\"h\"}],"                            \
  "\"conflict\":{\"default\":1}}],"                                                                \
  "\"agents\":[{\"id\":\"cars\",\"name\":\"Cars\",\"count\":5,\"positions\":{\"a\":{\"goal\":\"g\"}}},"   \
  "{\"id\":\"bikes\",\"name\":\"Bikes\",\"count\":5,\"positions\":{\"a\":{\"goal\":\"h\"}}}],"            \
  "\"experiments\":[{\"id\":\"lost\",\"title\":\"Lost\",\"world\":\"project\","                    \
  "\"x\":{\"vary\":\"share:trucks\",\"from\":0,\"to\":1,\"points\":11}}]}"

/* What is gone is named, and another one is chosen in its place. */
static void
test_missing (void)
{
  MisWindow *window = open_json (LOST);
  MisExperimentCard *card = find_card (window, "lost");

  g_assert_false (mis_experiment_card_is_waiting (card));
  g_assert_true (gtk_widget_get_visible (app_child (card, "missing")));
  g_assert_cmpstr (app_text (card, "missing"), ==,
                   "The group “trucks” is not in the project any more. Open the experiment to choose "
                   "another one.");
  g_signal_emit_by_name (card, "clicked");
  g_assert_null (get_chart (window));
  g_assert_true (gtk_widget_get_visible (app_child (get_page (window), "notice_box")));
  g_assert_true (gtk_widget_has_css_class (app_child (get_x (window), "agent_row"), "fault"));
  g_assert_false (mis_document_is_modified (mis_window_get_document (window)));
  /* The run that it would be is none. */
  g_assert_false (gtk_widget_get_sensitive (app_child (get_page (window), "run_button")));
  activate (window, "win.run");
  g_assert_true (gtk_stack_get_visible_child (app_child (get_page (window), "run_stack"))
                 == app_child (get_page (window), "run_box"));
  choose (get_x (window), "agent_drop_down", "Bikes");
  app_wait_until (get_chart (window) != NULL);
  g_assert_cmpuint (mis_experiment_get_n_points (get_own (window)), ==, 11);
  g_assert_false (gtk_widget_has_css_class (app_child (get_x (window), "agent_row"), "fault"));
  app_wait_until (!gtk_widget_get_visible (app_child (get_page (window), "notice_box")));
  activate (window, "win.undo");
  g_assert_cmpstr (get_own (window)->x.ids[0], ==, "trucks");
  g_assert_null (get_chart (window));
  app_destroy (window);
}

#define LEAVING                                                                                    \
  "{\"format\":\"misalign-project\",\"version\":1,"                                                \
  "\"areas\":[{\"id\":\"a\",\"goals\":[{\"id\":\"g\"},{\"id\":\"h\"}]}],"                            \
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
  MisWindow *window = open_json (LEAVING);
  gpointer page = get_page (window);

  mis_experiments_view_open_own (get_view (window), "x");
  app_wait_until (gtk_widget_get_visible (app_child (page, "notice_box")));
  g_assert_true (g_str_has_prefix (app_text (page, "notice"), "This cannot be run"));
  g_assert_null (get_chart (window));
  g_signal_emit_by_name (get_series (window), "removed");
  app_wait_until (get_chart (window) != NULL);
  g_assert_false (gtk_widget_get_visible (app_child (page, "notice_box")));
  app_destroy (window);
}

/* (transfer full): the numbers of the open experiment, as they are copied. */
static char *
get_numbers (MisWindow *window)
{
  return mis_figure_table_get_text (app_child (get_page (window), "table"));
}

/* Saved, closed, opened and run again: the same numbers, to the last digit. */
static void
test_again (void)
{
  MisWindow *window = new_experiment ("carla");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *id = NULL, *first = NULL, *second = NULL;

  g_signal_emit_by_name (app_child (get_design (window), "add_button"), "clicked");
  app_wait_until (mis_chart_get_n_series (get_chart (window)) == 2);
  id = g_strdup (get_own (window)->id);
  first = get_numbers (window);
  bytes = mis_project_write (mis_document_get_world (mis_window_get_document (window)));
  app_destroy (window);

  window = open_json (g_bytes_get_data (bytes, NULL));
  mis_experiments_view_open_own (get_view (window), id);
  app_wait_until (get_chart (window) != NULL);
  activate (window, "win.run");
  app_wait_until (get_chart (window) != NULL);
  second = get_numbers (window);
  g_assert_cmpstr (first, ==, second);
  app_destroy (window);
}

#define NOTHING "Nothing: the distribution of the score"

static gboolean
offers_nothing (MisWindow *window)
{
  GListModel *names = gtk_drop_down_get_model (app_child (get_x (window), "quantity_drop_down"));
  guint last = g_list_model_get_n_items (names) - 1;

  return g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (names), last), NOTHING) == 0;
}

static void
choose_ranges (MisWindow *window, MisRanges ranges)
{
  adw_combo_row_set_selected (app_child (get_settings (window), "ranges_row"), ranges);
}

static const char *
get_uncertain (MisWindow *window)
{
  return adw_action_row_get_subtitle (app_child (get_settings (window), "uncertain_row"));
}

/* In one step from what is set to the distribution of the score. */
static void
test_distribution_at_once (void)
{
  MisWindow *window = new_experiment ("ranges");
  g_autoptr (MisExperiment) set = mis_experiment_ref (get_own (window));

  choose (get_x (window), "quantity_drop_down", NOTHING);
  g_assert_true (mis_experiment_is_distribution (get_own (window)));
  g_assert_cmpint (get_own (window)->ranges, ==, MIS_RANGES_UNIFORM);
  g_assert_cmpuint (get_own (window)->runs, ==, 1000);
  activate (window, "win.undo");
  g_assert_true (mis_experiment_equal (get_own (window), set));
  app_destroy (window);
}

/* What varies and has a range is not drawn from it too, and that is said. */
static void
test_varies_uncertain (void)
{
  MisWindow *window = new_experiment ("ranges");

  choose_ranges (window, MIS_RANGES_UNIFORM);
  g_assert_null (strstr (get_uncertain (window), "is not drawn from its range as well"));
  choose (get_x (window), "quantity_drop_down", "Conflict in all areas");
  g_assert_nonnull (strstr (get_uncertain (window), "is not drawn from its range as well"));
  app_destroy (window);
}

/* Drawn from ranges, then without an axis, then as it is set: each one step. */
static void
test_ranges (void)
{
  MisWindow *window = new_experiment ("ranges");
  GtkWidget *row = app_child (get_settings (window), "ranges_row");
  GtkWidget *runs_row = app_child (get_settings (window), "runs_row");
  g_autoptr (MisExperiment) set = mis_experiment_ref (get_own (window));
  g_autoptr (MisExperiment) drawn = NULL, bare = NULL;

  g_assert_true (gtk_widget_get_visible (row) && gtk_widget_get_sensitive (row));
  g_assert_false (gtk_widget_get_visible (runs_row));
  g_assert_true (offers_nothing (window));
  g_assert_nonnull (strstr (get_uncertain (window), " to "));
  g_assert_nonnull (strstr (get_uncertain (window), "As set, none of them is drawn"));
  choose_ranges (window, MIS_RANGES_TRIANGULAR);
  g_assert_null (strstr (get_uncertain (window), "As set"));
  drawn = mis_experiment_ref (get_own (window));
  g_assert_cmpint (drawn->ranges, ==, MIS_RANGES_TRIANGULAR);
  g_assert_cmpuint (drawn->runs, ==, 1000);
  g_assert_true (gtk_widget_get_visible (runs_row));
  g_assert_true (offers_nothing (window));

  choose (get_x (window), "quantity_drop_down", NOTHING);
  bare = mis_experiment_ref (get_own (window));
  g_assert_true (mis_experiment_is_distribution (bare));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (runs_row)), ==,
                   "Runs of each curve");
  g_assert_false (gtk_widget_get_visible (app_child (get_x (window), "shape_row")));
  g_assert_false (gtk_widget_get_visible (app_child (get_x (window), "points_row")));
  g_assert_false (gtk_widget_get_visible (app_child (get_settings (window), "band_row")));
  app_wait_until (get_chart (window) != NULL
                  && strstr (mis_chart_get_description (get_chart (window)), "ranges allow"));

  choose_ranges (window, MIS_RANGES_AS_SET);
  g_assert_true (mis_experiment_equal (get_own (window), set));
  activate (window, "win.undo");
  g_assert_true (mis_experiment_equal (get_own (window), bare));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, MIS_RANGES_TRIANGULAR);
  activate (window, "win.undo");
  g_assert_true (mis_experiment_equal (get_own (window), drawn));
  activate (window, "win.undo");
  g_assert_true (mis_experiment_equal (get_own (window), set));
  app_destroy (window);
}

/* What is opened is seen from its top, and no key changes it. */
static void
test_opens_at_the_top (void)
{
  MisWindow *window = new_experiment ("carla");
  GtkScrolledWindow *scrolled = app_find_type (get_page (window), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *scrolling = gtk_scrolled_window_get_vadjustment (scrolled);
  g_autofree char *id = g_strdup (get_own (window)->id);

  app_wait_until (gtk_adjustment_get_upper (scrolling) > gtk_adjustment_get_page_size (scrolling));
  gtk_adjustment_set_value (scrolling, 100);
  g_assert_cmpfloat (gtk_adjustment_get_value (scrolling), >, 0);
  activate (window, "win.back");
  mis_experiments_view_open_own (get_view (window), id);
  app_wait_until (get_chart (window) != NULL);
  g_assert_cmpfloat (gtk_adjustment_get_value (scrolling), ==, 0);
  g_assert_false (GTK_IS_EDITABLE (gtk_window_get_focus (GTK_WINDOW (window))));
  activate (window, "win.back");
  mis_experiments_view_open (get_view (window), "figure-5");
  app_wait_until (get_chart (window) != NULL);
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

/* Who starts a long run sees how far it is, and what stops it, however much stands above. */
static void
test_progress_in_sight (void)
{
  MisWindow *window = new_experiment ("ranges");
  gpointer page = get_page (window);

  choose_ranges (window, MIS_RANGES_UNIFORM);
  type (get_settings (window), "runs_entry", "300000");
  app_settle ();
  activate (window, "win.run");
  app_wait_until (is_in_sight (app_child (page, "cancel_button"))
                  && is_in_sight (app_child (page, "progress_bar")));
  g_assert_true (mis_experiment_page_cancel (page));
  app_wait_until (is_in_sight (app_child (page, "run_button")));
  app_destroy (window);
}

/* Nothing varies along x, then something does again. */
static void
test_axis_again (void)
{
  MisWindow *window = new_experiment ("ranges");

  choose_ranges (window, MIS_RANGES_UNIFORM);
  choose (get_x (window), "quantity_drop_down", NOTHING);
  choose (get_x (window), "quantity_drop_down", "Number of agents");
  g_assert_cmpint (get_own (window)->x.quantity, ==, MIS_QUANTITY_AGENTS);
  g_assert_true (gtk_widget_get_visible (app_child (get_x (window), "points_row")));
  app_wait_until (get_chart (window) != NULL
                  && mis_chart_get_series (get_chart (window), 0)->n > 1);
  app_destroy (window);
}

/* Where nothing has a range nothing is drawn, and the row says why. */
static void
test_no_ranges (void)
{
  MisWindow *window = new_experiment ("shopping");
  GtkWidget *row = app_child (get_settings (window), "ranges_row");

  g_assert_true (gtk_widget_get_visible (row));
  g_assert_false (gtk_widget_get_sensitive (row));
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                                   "No weight or conflict"));
  g_assert_false (gtk_widget_get_visible (app_child (get_settings (window), "uncertain_row")));
  choose (get_x (window), "quantity_drop_down", NOTHING);
  g_assert_false (mis_experiment_is_distribution (get_own (window)));
  g_assert_true (g_str_has_prefix (
      adw_action_row_get_subtitle (app_child (get_x (window), "quantity_row")),
      "No weight or conflict"));
  app_destroy (window);
}

/* Draws are the same again when the project was saved and opened. */
static void
test_draws_again (void)
{
  MisWindow *window = new_experiment ("ranges");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *id = g_strdup (get_own (window)->id);
  g_autofree char *first = NULL, *second = NULL;

  choose_ranges (window, MIS_RANGES_TRIANGULAR);
  choose (get_x (window), "quantity_drop_down", NOTHING);
  app_wait_until (get_chart (window) != NULL
                  && strstr (mis_chart_get_description (get_chart (window)), "ranges allow"));
  first = get_numbers (window);
  bytes = mis_project_write (mis_document_get_world (mis_window_get_document (window)));
  app_destroy (window);

  window = open_json (g_bytes_get_data (bytes, NULL));
  mis_experiments_view_open_own (get_view (window), id);
  app_wait_until (get_chart (window) != NULL);
  second = get_numbers (window);
  g_assert_cmpstr (first, ==, second);
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

/* Neither an experiment of the project nor a changed figure takes more than a narrow window. */
static void
test_narrow (void)
{
  MisWindow *window = new_experiment ("ranges");

  choose_ranges (window, MIS_RANGES_TRIANGULAR);
  g_signal_emit_by_name (app_child (get_design (window), "add_button"), "clicked");
  g_assert_cmpint (measure_width (window), <=, 360);
  choose (get_x (window), "quantity_drop_down", NOTHING);
  app_wait_until (get_chart (window) != NULL);
  g_assert_cmpint (measure_width (window), <=, 360);
  mis_experiments_view_open (get_view (window), "figure-3");
  type (get_settings (window), "runs_entry", "10");
  g_assert_true (gtk_widget_get_visible (app_child (get_page (window), "reset_button")));
  g_assert_cmpint (measure_width (window), <=, 360);
  app_destroy (window);
}

/* The project changes under an open experiment: its chart follows. */
static void
test_follows (void)
{
  MisWindow *window = new_experiment ("carla");
  MisDocument *document = mis_window_get_document (window);
  MisChart *before = get_chart (window);
  g_autoptr (MisWorld) other
    = mis_world_with_weight (mis_document_get_world (document), 0, 0, 0.1, NULL);
  g_autofree char *first = get_numbers (window);
  g_autofree char *second = NULL;

  mis_document_edit (document, other, "Change");
  app_wait_until (get_chart (window) != before);
  second = get_numbers (window);
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
      MisWindow *window = new_experiment ("carla");
      gpointer of = i == 0   ? get_design (window)
                    : i == 1 ? get_x (window)
                             : app_child (get_page (window), "settings");

      gtk_widget_grab_focus (app_child (of, entries[i]));
      gtk_editable_set_text (app_child (of, entries[i]), "12");
      app_destroy (window);
    }
}

/* Actions are on the card that has the keyboard, if there is one. */
static void
test_nothing_chosen (void)
{
  MisWindow *window = new_experiment ("carla");
  g_autofree char *id = g_strdup (get_own (window)->id);

  activate (window, "win.back");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_card (window, id))));
  act (window, "experiments.delete");
  g_assert_cmpuint (count_own (window), ==, 0);
  /* Nothing is chosen: nothing goes. */
  act (window, "experiments.delete");
  act (window, "experiments.duplicate");
  act (window, "experiments.move-on");
  act (window, "experiments.keep");
  g_assert_cmpuint (count_own (window), ==, 0);
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/own-experiments/new", test_new);
  g_test_add_func ("/app/own-experiments/none", test_none);
  g_test_add_func ("/app/own-experiments/live", test_live);
  g_test_add_func ("/app/own-experiments/refused", test_refused);
  g_test_add_func ("/app/own-experiments/too-much", test_too_much);
  g_test_add_func ("/app/own-experiments/twice", test_twice);
  g_test_add_func ("/app/own-experiments/quantities", test_quantities);
  g_test_add_func ("/app/own-experiments/shapes", test_shapes);
  g_test_add_func ("/app/own-experiments/choices", test_choices);
  g_test_add_func ("/app/own-experiments/title", test_title);
  g_test_add_func ("/app/own-experiments/description", test_description);
  g_test_add_func ("/app/own-experiments/delete", test_delete);
  g_test_add_func ("/app/own-experiments/duplicate-and-move", test_duplicate_and_move);
  g_test_add_func ("/app/own-experiments/keep", test_keep);
  g_test_add_func ("/app/own-experiments/weights", test_weights);
  g_test_add_func ("/app/own-experiments/stairs", test_stairs);
  g_test_add_func ("/app/own-experiments/keep-a-distribution", test_keep_a_distribution);
  g_test_add_func ("/app/own-experiments/scale", test_scale);
  g_test_add_func ("/app/own-experiments/missing", test_missing);
  g_test_add_func ("/app/own-experiments/cannot-run", test_cannot_run);
  g_test_add_func ("/app/own-experiments/again", test_again);
  g_test_add_func ("/app/own-experiments/ranges", test_ranges);
  g_test_add_func ("/app/own-experiments/progress-in-sight", test_progress_in_sight);
  g_test_add_func ("/app/own-experiments/distribution-at-once", test_distribution_at_once);
  g_test_add_func ("/app/own-experiments/varies-uncertain", test_varies_uncertain);
  g_test_add_func ("/app/own-experiments/opens-at-the-top", test_opens_at_the_top);
  g_test_add_func ("/app/own-experiments/axis-again", test_axis_again);
  g_test_add_func ("/app/own-experiments/no-ranges", test_no_ranges);
  g_test_add_func ("/app/own-experiments/draws-again", test_draws_again);
  g_test_add_func ("/app/own-experiments/narrow", test_narrow);
  g_test_add_func ("/app/own-experiments/follows", test_follows);
  g_test_add_func ("/app/own-experiments/left-typing", test_left_typing);
  g_test_add_func ("/app/own-experiments/nothing-chosen", test_nothing_chosen);

  return app_run ();
}
