/* The guided path to a project: from nothing to a score by keyboard, and back. */
#include "app-fixture.h"

#include "app/guide-choice.h"
#include "app/guide.h"
#include "app/tooltip.h"
#include "core/edit.h"
#include "core/score.h"
#include "document/elicitation-answer.h"

static gpointer
get_guide (MisWindow *window)
{
  return app_child (window, "guide");
}

static const char *
get_step (MisWindow *window)
{
  return gtk_stack_get_visible_child_name (app_child (get_guide (window), "pages"));
}

static gpointer
get_page (MisWindow *window)
{
  return gtk_stack_get_visible_child (app_child (get_guide (window), "pages"));
}

static MisWorld *
get_world (MisWindow *window)
{
  return mis_document_get_world (mis_window_get_document (window));
}

static double
get_score (MisWindow *window)
{
  g_autoptr (MisTally) tally = mis_tally_new (get_world (window), NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);

  return score->has_score ? score->overall : -1.0;
}

static GtkWidget *
get_focus (MisWindow *window)
{
  return gtk_window_get_focus (GTK_WINDOW (window));
}

static void
press (MisWindow *window, guint keyval)
{
  app_settle ();
  g_assert_true (app_press (get_guide (window), keyval, 0));
}

/* What somebody types where the keyboard is, with Enter. */
static void
type (MisWindow *window, const char *text)
{
  GtkWidget *row = gtk_widget_get_ancestor (get_focus (window), ADW_TYPE_ENTRY_ROW);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "entry-activated");
  app_settle ();
}

static MisWindow *
new_project (void)
{
  MisWindow *window = app_new_window (NULL);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-project", NULL);
  app_wait_until (gtk_widget_get_mapped (get_guide (window)));
  return window;
}

static MisWindow *
open_guide (const char *example)
{
  MisWindow *window = app_new_window (example);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "guide");
  app_wait_until (gtk_widget_get_mapped (get_guide (window)));
  return window;
}

static void
name_all (MisWindow *window)
{
  static const char *const people[] = { "Customer", "Retailer", "Recommender system", "", NULL };
  static const char *const areas[] = {
    "Food and groceries",
    "Household items",
    "",
    "Convenience at low price",
    "Increase net profits",
    "Maximize checkout value",
    "",
    "Avoid impulse buying",
    "Move inventory",
    "Maximize checkout value",
    "",
    "",
    NULL,
  };

  for (guint i = 0; people[i] != NULL; i++)
    type (window, people[i]);
  g_assert_cmpstr (get_step (window), ==, "areas");
  for (guint i = 0; areas[i] != NULL; i++)
    type (window, areas[i]);
  g_assert_cmpstr (get_step (window), ==, "goals");
}

/* The groups in their order want the goals in theirs. */
static void
want_all (MisWindow *window)
{
  for (guint i = 0; i < 6; i++)
    {
      press (window, GDK_KEY_1 + i % 3);
      press (window, GDK_KEY_Return);
    }
  g_assert_cmpstr (get_step (window), ==, "conflicts");
}

static const char *
get_text (MisWindow *window, const char *name)
{
  return app_text (get_page (window), name);
}

/* As it is typed: the first letter where an answer could be chosen, the others in the field. */
static void
type_number (MisWindow *window, const char *text)
{
  gpointer entry = app_child (app_child (get_page (window), "number"), "value");

  press (window, GDK_KEY_period);
  g_assert_true (gtk_widget_is_ancestor (get_focus (window), entry) || get_focus (window) == entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), app_local (text));
  press (window, GDK_KEY_Return);
}

/* Paper, table 2. The goals say which pair is asked for. */
static void
answer_conflict (MisWindow *window)
{
  const char *pair = get_text (window, "pair");
  gboolean household = strstr (get_text (window, "context"), "Household") != NULL;

  if (!household)
    type_number (window, "0.1");
  else if (strstr (pair, "Avoid") != NULL && strstr (pair, "Move") != NULL)
    {
      press (window, GDK_KEY_3);
      press (window, GDK_KEY_Return);
    }
  else
    type_number (window, strstr (pair, "Avoid") != NULL ? "0.9" : "0.3");
}

/* Paper, table 1. */
static void
answer_weight (MisWindow *window)
{
  const char *question = get_text (window, "question");
  gboolean household = strstr (question, "Household") != NULL;

  if (strstr (question, "Recommender") != NULL)
    {
      press (window, GDK_KEY_5);
      press (window, GDK_KEY_Return);
    }
  else if (strstr (question, "Customer") != NULL)
    type_number (window, household ? "0.6" : "0.8");
  else
    type_number (window, household ? "0.7" : "0.9");
}

/* Three groups, two areas with three goals each, and six questions of each kind: each name
 * and each answer is a step that can be undone. */
static void
test_shopping (void)
{
  MisWindow *window = new_project ();
  MisDocument *document = mis_window_get_document (window);
  guint undone = 0;

  g_assert_cmpstr (get_step (window), ==, "people");
  name_all (window);
  want_all (window);
  for (guint i = 0; i < 6; i++)
    answer_conflict (window);
  g_assert_cmpstr (get_step (window), ==, "weights");
  for (guint i = 0; i < 6; i++)
    answer_weight (window);
  g_assert_cmpstr (get_step (window), ==, "result");
  g_assert_cmpfloat_with_epsilon (get_score (window), 0.25688931797422987, 1e-15);
  g_assert_cmpstr (app_text (app_child (get_page (window), "score"), "value"), ==, "0.257");
  g_assert_cmpstr (get_text (window, "open"), ==, "All questions are answered.");
  for (; mis_document_undo (document); undone++)
    app_settle ();
  g_assert_cmpuint (undone, ==, 3 + 8 + 18);
  g_assert_cmpuint (mis_world_get_n_agents (get_world (window)), ==, 0);
  g_assert_cmpuint (mis_world_get_n_areas (get_world (window)), ==, 0);
  app_destroy (window);
}

/* What has been asked can be gone back to, and nothing is lost on the way. */
static void
test_back (void)
{
  MisWindow *window = new_project ();

  name_all (window);
  press (window, GDK_KEY_1);
  press (window, GDK_KEY_Return);
  g_assert_nonnull (strstr (get_text (window, "question"), "Retailer"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_nonnull (strstr (get_text (window, "question"), "Customer"));
  g_assert_cmpint (mis_world_get_position (get_world (window), 0, 0).goal, ==, 0);
  press (window, GDK_KEY_2);
  g_assert_cmpint (mis_world_get_position (get_world (window), 0, 0).goal, ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_cmpstr (get_step (window), ==, "areas");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_cmpstr (get_step (window), ==, "people");
  mis_guide_go_next (get_guide (window));
  mis_guide_go_next (get_guide (window));
  g_assert_nonnull (strstr (get_text (window, "question"), "Customer"));
  mis_guide_go_next (get_guide (window));
  g_assert_nonnull (strstr (get_text (window, "question"), "Retailer"));
  app_destroy (window);
}

/* Whoever stops has a project with a score, which says what is not certain. */
static void
test_stop (void)
{
  MisWindow *window = new_project ();

  name_all (window);
  want_all (window);
  press (window, GDK_KEY_5);
  gtk_widget_activate_action (get_guide (window), "guide.step", "s", "result");
  app_settle ();
  g_assert_cmpstr (get_step (window), ==, "result");
  g_assert_true (g_str_has_prefix (get_text (window, "open"), "11 questions are open."));
  /* One pair of six counts 1 in place of a half, with weights of a half: 1/4 + 1/4 / 6. */
  g_assert_cmpfloat_with_epsilon (get_score (window), 0.25 + 0.25 / 6, 1e-15);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "explore");
  app_wait_until (gtk_widget_get_mapped (app_child (window, "explore_view")));
  app_destroy (window);
}

static gboolean
is_action (GtkWidget *widget, gconstpointer name)
{
  return GTK_IS_ACTIONABLE (widget) &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), name) == 0;
}

/* From the result there is a way to what was passed over, until nothing is open any more. */
static void
test_open (void)
{
  MisWindow *window = new_project ();
  GtkWidget *button;

  name_all (window);
  want_all (window);
  /* Passes over all but one. */
  press (window, GDK_KEY_5);
  for (guint i = 0; i < 12; i++)
    mis_guide_go_next (get_guide (window));
  g_assert_cmpstr (get_step (window), ==, "result");
  button = app_find (get_page (window), is_action, "guide.open");
  for (guint i = 0; i < 11; i++)
    {
      g_assert_true (gtk_widget_get_mapped (button));
      g_signal_emit_by_name (button, "clicked");
      app_settle ();
      g_assert_cmpstr (get_step (window), ==, i < 5 ? "conflicts" : "weights");
      g_assert_true (g_str_has_prefix (get_text (window, "state"), "Not answered yet"));
      press (window, GDK_KEY_5);
      gtk_widget_activate_action (get_guide (window), "guide.step", "s", "result");
      app_settle ();
    }
  g_assert_false (gtk_widget_get_mapped (button));
  g_assert_cmpstr (get_text (window, "open"), ==, "All questions are answered.");
  app_destroy (window);
}

static MisConflict
get_conflict (MisWindow *window)
{
  return mis_area_get_conflict (mis_world_get_area (get_world (window), 0), 0, 1);
}

/* Somebody who is not sure says from where to where; the number lies between. */
static void
test_not_sure (void)
{
  MisWindow *window = new_project ();
  gpointer number;

  name_all (window);
  want_all (window);
  number = app_child (get_page (window), "number");
  g_assert_false (gtk_widget_get_visible (app_child (number, "range")));
  press (window, GDK_KEY_6);
  g_assert_true (gtk_widget_get_visible (app_child (number, "range")));
  gtk_editable_set_text (app_child (number, "high"), app_local ("0.4"));
  press (window, GDK_KEY_Return);
  g_assert_cmpfloat (get_conflict (window).high, ==, 0.4);
  g_assert_cmpfloat (get_conflict (window).low, ==, 0.0);
  g_assert_cmpfloat (get_conflict (window).value, ==, 0.2);
  g_assert_cmpstr (get_conflict (window).note->source, ==, "Own estimate, not sure");
  app_destroy (window);
}

/* What cannot be taken stays, with the reason, and the question with it. */
static void
test_bad_number (void)
{
  MisWindow *window = new_project ();
  g_autofree char *asked = NULL;

  name_all (window);
  want_all (window);
  asked = g_strdup (get_text (window, "pair"));
  type_number (window, "1.5");
  g_assert_cmpstr (get_text (window, "pair"), ==, asked);
  g_assert_cmpstr (app_text (app_child (get_page (window), "number"), "fault"), ==,
                   "A number from 0 to 1 is expected.");
  g_assert_cmpfloat (get_conflict (window).value, ==, 0.5);
  app_destroy (window);
}

/* A drag is one step, whatever it passes on its way. */
static void
test_slider (void)
{
  MisWindow *window = new_project ();
  MisDocument *document = mis_window_get_document (window);
  gpointer scale;

  name_all (window);
  want_all (window);
  scale = app_child (app_child (get_page (window), "number"), "scale");
  g_signal_emit_by_name (scale, "moved", 0.6);
  g_signal_emit_by_name (scale, "moved", 0.75);
  g_signal_emit_by_name (scale, "released");
  g_assert_cmpfloat (get_conflict (window).value, ==, 0.75);
  g_assert_cmpfloat (get_conflict (window).low, ==, 0.75);
  g_assert_cmpstr (get_conflict (window).note->source, ==, "Own estimate: “Likely”");
  mis_document_undo (document);
  g_assert_cmpfloat (get_conflict (window).value, ==, 0.5);
  g_assert_null (get_conflict (window).note);
  app_destroy (window);
}

/* In a project in which all has its source nothing is asked; what has none is. */
static void
test_existing (void)
{
  MisWindow *window = open_guide ("shopping");
  MisDocument *document = mis_window_get_document (window);
  g_autoptr (MisWorld) edited = NULL;
  MisPosition position = mis_position (0, 0.3);

  g_assert_cmpstr (get_step (window), ==, "conflicts");
  g_assert_true (gtk_widget_get_visible (app_child (get_page (window), "rest")));
  g_assert_true (gtk_widget_get_visible (app_child (window, "scenario_bar")));
  edited = mis_world_with_position (get_world (window), 0, 0, &position, NULL);
  mis_document_edit (document, edited, "Forget a Source");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "explore");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "guide");
  app_settle ();
  g_assert_cmpstr (get_step (window), ==, "weights");
  g_assert_cmpstr (get_text (window, "question"), ==,
                   "“Customer” and “Food and groceries”: how much do they care?");
  g_assert_true (g_str_has_prefix (get_text (window, "state"), "Not answered yet: it counts as "));
  press (window, GDK_KEY_2);
  g_assert_cmpstr (mis_document_get_undo_name (document), ==,
                   "Say How Much Customer Cares About “Food and groceries”");
  app_destroy (window);
}

/* What somebody was about to add is added on the way to the next step. */
static void
test_half_typed (void)
{
  MisWindow *window = new_project ();
  GtkWidget *row = gtk_widget_get_ancestor (get_focus (window), ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (row), "Customer");
  mis_guide_go_next (get_guide (window));
  g_assert_cmpstr (get_step (window), ==, "areas");
  g_assert_cmpuint (mis_world_get_n_agents (get_world (window)), ==, 1);
  app_destroy (window);
}

static const char *
get_field (MisWindow *window)
{
  return adw_preferences_row_get_title (
      ADW_PREFERENCES_ROW (gtk_widget_get_ancestor (get_focus (window), ADW_TYPE_ENTRY_ROW)));
}

/* Enter behind the name of an area waits for another area, not for a goal; behind the last one it
 * goes on to the goals, area by area, and nobody is held who has none. */
static void
test_areas (void)
{
  MisWindow *window = new_project ();

  type (window, "Drivers");
  type (window, "");
  type (window, "Privacy");
  type (window, "Safety");
  g_assert_cmpuint (mis_world_get_n_areas (get_world (window)), ==, 2);
  g_assert_cmpstr (get_field (window), ==, "Add a problem area");
  type (window, "");
  g_assert_cmpstr (get_field (window), ==, "Add a goal in “Privacy”");
  type (window, "Use data");
  type (window, "Spare data");
  type (window, "");
  g_assert_cmpstr (get_field (window), ==, "Add a goal in “Safety”");
  type (window, "");
  g_assert_cmpstr (get_field (window), ==, "Add a problem area");
  g_assert_cmpuint (mis_area_get_n_goals (mis_world_get_area (get_world (window), 0)), ==, 2);
  type (window, "");
  g_assert_cmpstr (get_step (window), ==, "goals");
  app_destroy (window);
}

static gboolean
is_add_button (GtkWidget *widget, gconstpointer unused)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "list-add-symbolic") == 0;
}

/* What is typed at the keyboard, and added with the mouse. */
static void
add_with_button (MisWindow *window, const char *text)
{
  GtkWidget *row = gtk_widget_get_ancestor (get_focus (window), ADW_TYPE_ENTRY_ROW);
  GtkWidget *button = app_find (row, is_add_button, NULL);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  app_settle ();
  g_assert_false (GTK_IS_BUTTON (get_focus (window)));
}

/* Who adds with the mouse goes on typing. */
static void
test_add_buttons (void)
{
  MisWindow *window = new_project ();

  add_with_button (window, "Drivers");
  g_assert_cmpstr (get_field (window), ==, "Add a group");
  type (window, "");
  add_with_button (window, "Privacy");
  g_assert_cmpstr (get_field (window), ==, "Add a problem area");
  type (window, "");
  add_with_button (window, "Use data");
  g_assert_cmpstr (get_field (window), ==, "Add a goal in “Privacy”");
  add_with_button (window, "Spare data");
  g_assert_cmpuint (mis_area_get_n_goals (mis_world_get_area (get_world (window), 0)), ==, 2);
  app_destroy (window);
}

/* The button adds nothing where nothing is written, says so, and goes nowhere. */
static void
test_add_nothing (void)
{
  MisWindow *window = new_project ();
  GtkWidget *row;

  add_with_button (window, "");
  g_assert_cmpstr (get_step (window), ==, "people");
  g_assert_cmpstr (get_field (window), ==, "Add a group");
  g_assert_cmpstr (get_text (window, "fault"), ==, "Write the name of the group first.");
  type (window, "Drivers");
  g_assert_cmpstr (get_text (window, "fault"), ==, "");
  type (window, "");
  add_with_button (window, "  ");
  g_assert_cmpstr (get_step (window), ==, "areas");
  g_assert_cmpstr (get_field (window), ==, "Add a problem area");
  g_assert_cmpstr (get_text (window, "fault"), ==, "Write the name of the problem area first.");
  type (window, "Privacy");
  g_assert_cmpstr (get_text (window, "fault"), ==, "");
  type (window, "");
  add_with_button (window, "");
  g_assert_cmpstr (get_field (window), ==, "Add a goal in “Privacy”");
  row = gtk_widget_get_ancestor (get_focus (window), ADW_TYPE_ENTRY_ROW);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (mis_tooltip_get (row), ==, "Write the name of the goal first.");
  type (window, "Use data");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  app_destroy (window);
}

/* What kind a group is and how many belong to it is asked as soon as it is named. */
static void
test_new_groups (void)
{
  MisWindow *window = new_project ();
  GtkListBox *rows;

  type (window, "Drivers");
  type (window, "Car");
  rows = app_child (get_page (window), "rows");
  g_assert_false (
      adw_expander_row_get_expanded (ADW_EXPANDER_ROW (gtk_list_box_get_row_at_index (rows, 0))));
  g_assert_true (
      adw_expander_row_get_expanded (ADW_EXPANDER_ROW (gtk_list_box_get_row_at_index (rows, 1))));
  g_assert_cmpstr (get_field (window), ==, "Add a group");
  app_destroy (window);
}

static gboolean
is_called (GtkWidget *widget, gconstpointer text)
{
  return ADW_IS_ENTRY_ROW (widget) &&
         g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), text);
}

/* A name is one step however many letters it has; what is named can go, with its goals. */
static void
test_names (void)
{
  MisWindow *window = new_project ();
  MisDocument *document = mis_window_get_document (window);
  gpointer row;

  name_all (window);
  gtk_widget_activate_action (get_guide (window), "guide.step", "s", "areas");
  row = app_find (get_page (window), is_called, "Move inventory");
  gtk_editable_set_text (row, "Move");
  gtk_editable_set_text (row, "Move stock");
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_cmpstr (mis_area_get_goal_name (mis_world_get_area (get_world (window), 1), 1), ==,
                   "Move stock");
  mis_document_undo (document);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "Move inventory");
  g_signal_emit_by_name (row, "removed");
  g_assert_cmpuint (mis_area_get_n_goals (mis_world_get_area (get_world (window), 1)), ==, 2);
  g_assert_null (app_find (get_page (window), is_called, "Move inventory"));
  row = app_find (get_page (window), is_called, "Food and groceries");
  g_signal_emit_by_name (row, "removed");
  g_assert_cmpuint (mis_world_get_n_areas (get_world (window)), ==, 1);
  app_settle ();
  g_assert_cmpstr (app_toast (window), ==, "Removed “Food and groceries”");
  mis_document_undo (document);
  g_assert_nonnull (app_find (get_page (window), is_called, "Food and groceries"));
  app_destroy (window);
}

static gboolean
is_narrow (MisWindow *window)
{
  return gtk_widget_get_visible (app_child (get_guide (window), "narrow_steps"));
}

/* Every step fits into the narrowest window, where the steps are a menu above. */
static void
test_narrow (void)
{
  static const char *const names[] = {
    "people", "areas", "goals", "conflicts", "weights", "result"
  };
  MisWindow *window = open_guide ("shopping");
  int minimum;

  app_wait_until (!is_narrow (window));
  app_destroy (window);
  window = mis_window_new (app_get_application ());
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  app_present (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-project", NULL);
  name_all (window);
  want_all (window);
  press (window, GDK_KEY_6);
  app_wait_until (is_narrow (window));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gtk_widget_activate_action (get_guide (window), "guide.step", "s", names[i]);
      app_settle ();
      g_assert_cmpstr (get_step (window), ==, names[i]);
      gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                          NULL);
      g_assert_cmpint (minimum, <=, 360);
    }
  app_destroy (window);
}

/* Steps are undone faster than questions are ordered: none is asked about what has gone. */
static void
test_undo_all (void)
{
  MisWindow *window = new_project ();
  MisDocument *document = mis_window_get_document (window);

  name_all (window);
  while (mis_document_undo (document))
    ;
  g_assert_false (gtk_widget_get_visible (app_child (get_page (window), "asked")));
  while (mis_document_redo (document))
    ;
  app_settle ();
  g_assert_true (gtk_widget_get_visible (app_child (get_page (window), "asked")));
  app_destroy (window);
}

/* Seventy groups may want something in as many areas: more than is put in order in a frame. */
static MisWorld *
new_large_world (MisWorld *blank)
{
  MisWorld *world = mis_world_ref (blank);

  for (guint i = 0; i < 70; i++)
    {
      g_autofree char *name = g_strdup_printf ("N%u", i);
      g_autoptr (MisWorld) before = world;
      g_autoptr (MisWorld) larger = mis_world_with_area_named (before, name, NULL);
      g_autoptr (MisWorld) wished = mis_world_with_goal_named (larger, i, "Goal", NULL);

      world = mis_world_with_group_named (wished, name, NULL);
    }
  return world;
}

/* The order of many questions comes from a worker, later than the answer: what is asked stays. */
static void
test_worker (void)
{
  MisWindow *window = new_project ();
  g_autoptr (MisWorld) large = new_large_world (get_world (window));
  g_autofree char *asked = NULL;
  g_autofree char *progress = NULL;

  mis_document_edit (mis_window_get_document (window), large, "Make It Large");
  gtk_widget_activate_action (get_guide (window), "guide.step", "s", "goals");
  asked = g_strdup (get_text (window, "question"));
  progress = g_strdup (get_text (window, "progress"));
  press (window, GDK_KEY_1);
  g_assert_cmpint (mis_world_get_position (get_world (window), 0, 0).goal, ==, 0);
  g_assert_cmpstr (get_text (window, "progress"), ==, progress);
  app_wait_until (strcmp (get_text (window, "progress"), progress) != 0);
  g_assert_cmpstr (get_text (window, "question"), ==, asked);
  press (window, GDK_KEY_Return);
  g_assert_cmpstr (get_text (window, "question"), !=, asked);
  app_destroy (window);
}

/* What people call their goals is no markup, at no moment. */
static void
test_markup (void)
{
  GtkWidget *choice = g_object_ref_sink (mis_guide_choice_new ("A & <b>b</b>", 1, NULL));

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (choice)), ==,
                   "A & <b>b</b>");
  g_object_unref (choice);
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add_func ("/guide/shopping", test_shopping);
  g_test_add_func ("/guide/back", test_back);
  g_test_add_func ("/guide/stop", test_stop);
  g_test_add_func ("/guide/open", test_open);
  g_test_add_func ("/guide/not-sure", test_not_sure);
  g_test_add_func ("/guide/bad-number", test_bad_number);
  g_test_add_func ("/guide/slider", test_slider);
  g_test_add_func ("/guide/existing", test_existing);
  g_test_add_func ("/guide/half-typed", test_half_typed);
  g_test_add_func ("/guide/worker", test_worker);
  g_test_add_func ("/guide/undo-all", test_undo_all);
  g_test_add_func ("/guide/add-buttons", test_add_buttons);
  g_test_add_func ("/guide/add-nothing", test_add_nothing);
  g_test_add_func ("/guide/areas", test_areas);
  g_test_add_func ("/guide/new-groups", test_new_groups);
  g_test_add_func ("/guide/markup", test_markup);
  g_test_add_func ("/guide/names", test_names);
  g_test_add_func ("/guide/narrow", test_narrow);
  return app_run ();
}
