/* What an experiment of the project varies, and over which values: each change is run at once,
 * or refused. */
#include "own-fixture.h"

#include "app/choice-button.h"
#include "app/value-entry.h"

/* Each change is a step and a chart. */
static void
test_live (void)
{
  MisWindow *window = own_new_experiment ("carla");
  MisDocument *document = mis_window_get_document (window);

  own_type (own_get_x (window), "points_entry", "11");
  g_assert_cmpuint (mis_experiment_get_n_points (own_get_experiment (window)), ==, 11);
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Change Experiment “New Experiment”");
  app_wait_until (mis_chart_get_series (own_get_chart (window), 0)->n == 11);
  g_signal_emit_by_name (app_child (own_get_design (window), "add_button"), "clicked");
  app_wait_until (mis_chart_get_n_series (own_get_chart (window)) == 2);
  own_type (own_get_series (window), "list_entry", "0,25; 0.5; 1");
  app_wait_until (mis_chart_get_n_series (own_get_chart (window)) == 3);
  g_assert_cmpstr (gtk_editable_get_text (app_child (own_get_series (window), "list_entry")), ==,
                   app_local ("0.25; 0.5; 1"));
  own_activate (window, "win.undo");
  app_wait_until (mis_chart_get_n_series (own_get_chart (window)) == 2);
  own_activate (window, "win.undo");
  g_assert_null (own_get_series (window));
  own_activate (window, "win.undo");
  app_wait_until (mis_chart_get_series (own_get_chart (window), 0)->n == 51);
  g_assert_cmpstr (gtk_editable_get_text (app_child (own_get_x (window), "points_entry")), ==,
                   "51");
  /* The step before made the experiment itself. */
  own_activate (window, "win.undo");
  g_assert_cmpstr (own_get_inner_page (window), ==, "gallery");
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
  MisWindow *window = own_new_experiment ("carla");
  MisExperiment *before;

  own_type (own_get_x (window), "from_entry", "0.2");
  own_type (own_get_x (window), "to_entry", "0.8");
  g_signal_emit_by_name (app_child (own_get_design (window), "add_button"), "clicked");
  before = own_get_experiment (window);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gpointer editor
        = g_str_has_prefix (cases[i].entry, "list") ? own_get_series (window) : own_get_x (window);
      MisValueEntry *entry = app_child (editor, cases[i].entry);

      own_type (editor, cases[i].entry, cases[i].text);
      if (mis_value_entry_get_fault (entry) == NULL
          || strstr (mis_value_entry_get_fault (entry), cases[i].fault) == NULL)
        g_error ("\"%s\" in %s: %s", cases[i].text, cases[i].entry,
                 mis_value_entry_get_fault (entry));
      g_assert_true (own_get_experiment (window) == before);
      mis_value_entry_stop_typing (entry);
    }
  app_destroy (window);
}

/* What goes by itself, but not together. */
static void
test_too_much (void)
{
  MisWindow *window = own_new_experiment ("carla");
  MisValueEntry *entry = app_child (own_get_x (window), "points_entry");
  MisExperiment *before;
  g_autoptr (GString) list = g_string_new ("0");

  for (guint i = 1; i < 30; i++)
    g_string_append_printf (list, "; 0.%02u", i);
  g_signal_emit_by_name (app_child (own_get_design (window), "add_button"), "clicked");
  own_type (own_get_series (window), "list_entry", list->str);
  before = own_get_experiment (window);
  g_assert_cmpuint (mis_experiment_get_n_series (before), ==, 30);
  own_type (own_get_x (window), "points_entry", "10000");
  g_assert_true (strstr (mis_value_entry_get_fault (entry), "That is too much") != NULL);
  g_assert_true (own_get_experiment (window) == before);
  app_destroy (window);
}

/* Every quantity, and what it is of. */
static void
test_quantities (void)
{
  MisWindow *window = own_new_experiment ("carla");
  gpointer x = own_get_x (window);
  MisVariation *variation;

  own_choose (x, "agent_drop_down", "Pedestrians");
  g_assert_cmpstr (own_get_experiment (window)->x.ids[0], ==, "pedestrians");
  own_type (x, "to_entry", "0.5");
  own_choose (x, "quantity_drop_down", "Weight of a group in an area");
  g_assert_cmpfloat (own_get_experiment (window)->x.to, ==, 0.5);
  own_choose (x, "area_drop_down", "Inappropriate speed");
  g_assert_cmpstr (own_get_experiment (window)->x.ids[1], ==, "speed");
  own_choose (x, "quantity_drop_down", "Conflict of two goals");
  variation = &own_get_experiment (window)->x;
  g_assert_cmpstr (variation->ids[1], !=, variation->ids[2]);
  g_assert_true (gtk_widget_get_visible (app_child (x, "other_row")));
  own_choose (x, "quantity_drop_down", "Number of agents");
  g_assert_true (own_get_experiment (window)->x.is_log);
  own_type (x, "from_entry", "1,000");
  g_assert_cmpfloat (own_get_experiment (window)->x.from, ==, 1000);
  g_assert_false (gtk_widget_get_visible (app_child (app_child (own_get_page (window), "settings"),
                                                     "agents_row")));
  own_choose (x, "shape_drop_down", "A list");
  g_assert_cmpuint (mis_experiment_get_n_points (own_get_experiment (window)), ==, 5);
  own_type (x, "list_entry", "1000; 10");
  g_assert_cmpfloat (mis_variation_get_number (&own_get_experiment (window)->x, 0), ==, 10);
  app_wait_until (mis_chart_get_series (own_get_chart (window), 0)->n == 2);
  app_destroy (window);
}

/* Equal ratios begin above 0. */
static void
test_shapes (void)
{
  MisWindow *window = own_new_experiment ("carla");
  gpointer x = own_get_x (window);

  own_choose (x, "shape_drop_down", "By equal ratios");
  g_assert_true (own_get_experiment (window)->x.is_log);
  g_assert_cmpfloat (own_get_experiment (window)->x.from, ==, 0.01);
  own_type (x, "from_entry", "0");
  g_assert_cmpstr (mis_value_entry_get_fault (app_child (x, "from_entry")), ==,
                   "Equal ratios begin above 0.");
  own_choose (x, "shape_drop_down", "Evenly spaced");
  g_assert_false (own_get_experiment (window)->x.is_log);
  app_destroy (window);
}

static void
test_choices (void)
{
  MisWindow *window = own_new_experiment ("carla");
  gpointer choices;

  g_signal_emit_by_name (app_child (own_get_design (window), "add_button"), "clicked");
  own_choose (own_get_series (window), "quantity_drop_down", "Scenario");
  choices = app_child (own_get_series (window), "choices");
  g_assert_cmpuint (mis_choice_button_get_n (choices), ==, 3);
  g_assert_cmpuint (mis_experiment_get_n_series (own_get_experiment (window)), ==, 3);
  own_choose (own_get_series (window), "quantity_drop_down", "How the score is counted");
  g_assert_cmpuint (mis_experiment_get_n_series (own_get_experiment (window)), ==, 6);
  own_choose (own_get_series (window), "option_drop_down", mis_options[1].label);
  g_assert_cmpuint (mis_experiment_get_n_series (own_get_experiment (window)), ==, 5);
  app_wait_until (mis_chart_get_n_series (own_get_chart (window)) == 5);
  app_destroy (window);
}

/* As many agents as the project has are no other number. */
static void
test_scale (void)
{
  MisWindow *window = own_new_experiment ("carla");
  gpointer settings = app_child (own_get_page (window), "settings");
  AdwActionRow *row = app_child (settings, "agents_row");

  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "As they are");
  own_type (settings, "agents_entry", "10");
  g_assert_cmpuint (mis_experiment_get_n_agents (own_get_experiment (window)), ==, 10);
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (row), "Scaled from 1"));
  g_assert_null (own_get_series (window));
  own_type (settings, "agents_entry", "1000");
  g_assert_cmpuint (own_get_experiment (window)->series->len, ==, 0);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "As they are");
  app_destroy (window);
}

#define DISTRIBUTION "Distribution of the score"

/* Nothing varies along x, then something does again. */
static void
test_axis_again (void)
{
  MisWindow *window = own_new_experiment ("ranges");

  own_choose_ranges (window, MIS_RANGES_UNIFORM);
  own_choose (own_get_x (window), "quantity_drop_down", DISTRIBUTION);
  own_choose (own_get_x (window), "quantity_drop_down", "Number of agents");
  g_assert_cmpint (own_get_experiment (window)->x.quantity, ==, MIS_QUANTITY_AGENTS);
  g_assert_true (gtk_widget_get_visible (app_child (own_get_x (window), "points_row")));
  app_wait_until (own_get_chart (window) != NULL
                  && mis_chart_get_series (own_get_chart (window), 0)->n > 1);
  app_destroy (window);
}

static gboolean
is_figure (GtkWidget *widget, gconstpointer name)
{
  return MIS_IS_EXPERIMENT_CARD (widget) && g_str_equal (gtk_widget_get_name (widget), name);
}

static gboolean
is_field (GtkWidget *widget, gconstpointer data)
{
  return MIS_IS_VALUE_ENTRY (widget) && gtk_widget_get_mapped (widget) &&
         gtk_widget_is_sensitive (widget);
}

/* What is being typed into a figure of the paper is left behind with it, be it a number or not. */
static void
test_new_while_typing (gconstpointer text)
{
  MisWindow *window = app_new_window ("shopping");
  GtkWidget *field;

  app_wait_until (gtk_window_is_active (GTK_WINDOW (window)));
  own_show_view (window, "experiments");
  g_signal_emit_by_name (app_find (window, is_figure, "figure-1"), "clicked");
  app_wait_until (app_find (own_get_page (window), is_field, NULL) != NULL);
  field = app_find (own_get_page (window), is_field, NULL);
  gtk_widget_grab_focus (field);
  gtk_editable_set_text (GTK_EDITABLE (field), text);
  own_act (window, "experiments.new");
  app_wait_until (own_count (window) == 1 && own_get_experiment (window) != NULL);
  g_assert_cmpuint (mis_document_get_n_steps (mis_window_get_document (window)), ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), !=, text);
  app_settle ();
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/own-changes/live", test_live);
  g_test_add_data_func ("/app/own-changes/new-while-typing", "7", test_new_while_typing);
  g_test_add_data_func ("/app/own-changes/new-while-typing-nonsense", "AI", test_new_while_typing);
  g_test_add_func ("/app/own-changes/refused", test_refused);
  g_test_add_func ("/app/own-changes/too-much", test_too_much);
  g_test_add_func ("/app/own-changes/quantities", test_quantities);
  g_test_add_func ("/app/own-changes/shapes", test_shapes);
  g_test_add_func ("/app/own-changes/choices", test_choices);
  g_test_add_func ("/app/own-changes/scale", test_scale);
  g_test_add_func ("/app/own-changes/axis-again", test_axis_again);
  return app_run ();
}
