/* A table on its way into a project: what the dialog says of it, what each choice does to the
 * score, and what comes of it. */
#include "import-fixture.h"
#include "report/number-text.h"

#define N_PEOPLE 2000u
#define N_QUESTIONS 50u

typedef enum
{
  AGREE,
  DISAGREE,
  PASS,
  BLANK,
  N_ANSWERS,
} Answer;

static const char *const answers[N_ANSWERS] = { "agree", "disagree", "pass", "" };

/* A survey, always the same, and how often each answer was given to each question. */
typedef struct
{
  GString *text;
  guint counts[N_QUESTIONS][N_ANSWERS];
} Survey;

static void
survey_init (Survey *survey)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2406);

  *survey = (Survey){ .text = g_string_new ("Respondent ID;Age") };
  for (guint i = 0; i < N_QUESTIONS; i++)
    g_string_append_printf (survey->text, ";Statement %u", i + 1);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_string_append_printf (survey->text, "\n%u;%d", i, g_rand_int_range (random, 18, 90));
      for (guint j = 0; j < N_QUESTIONS; j++)
        {
          int die = g_rand_int_range (random, 0, 100);
          Answer answer = die < 10 ? BLANK : die < 25 ? PASS : die < 35 + (int)j ? AGREE : DISAGREE;

          survey->counts[j][answer]++;
          g_string_append_printf (survey->text, ";%s", answers[answer]);
        }
    }
  g_string_append_c (survey->text, '\n');
}

static void
survey_clear (Survey *survey)
{
  g_string_free (survey->text, TRUE);
}

/* The mean chance that two people who count give different answers, where those are goals: pairs
 * are counted, with nothing of the program. */
static double
survey_score (const Survey *survey, MisTableWay pass, MisTableWay blank)
{
  double sum = 0.0;

  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      const guint *counts = survey->counts[i];
      const MisTableWay ways[N_ANSWERS] = { MIS_TABLE_AS_GOAL, MIS_TABLE_AS_GOAL, pass, blank };
      double n = 0.0, n_pairs = 0.0;

      for (guint a = 0; a < N_ANSWERS; a++)
        {
          n += ways[a] != MIS_TABLE_AS_UNKNOWN ? counts[a] : 0;
          for (guint b = 0; b < a; b++)
            if (ways[a] == MIS_TABLE_AS_GOAL && ways[b] == MIS_TABLE_AS_GOAL)
              n_pairs += (double)counts[a] * counts[b];
        }
      sum += n_pairs / (n * (n - 1) / 2);
    }
  return sum / N_QUESTIONS;
}

static gboolean
is_compared (MisImportDialog *dialog)
{
  return !import_is_busy (dialog) &&
         dialog->n_compared == mis_import_answers_get_n (dialog->answers) * MIS_TABLE_N_WAYS;
}

static void
import (MisImportDialog *dialog)
{
  gpointer left = dialog;

  g_object_add_weak_pointer (left, &left);
  g_assert_true (gtk_widget_is_sensitive (dialog->import_button));
  g_signal_emit_by_name (dialog->import_button, "clicked");
  app_wait_until (left == NULL);
}

static void
assert_row (MisImportDialog *dialog, guint row, const char *text, MisTableWay chosen)
{
  guint index = mis_import_answers_get_answer (dialog->answers, row);
  const MisTableAnswer *answer = &g_array_index (dialog->plan->answers, MisTableAnswer, index);

  g_assert_cmpstr (answer->text, ==, text);
  g_assert_cmpint (answer->way, ==, chosen);
}

static void
assert_score (MisImportDialog *dialog, guint row, MisTableWay way, double score)
{
  g_autofree char *text = mis_score_text (score);

  g_assert_cmpstr (mis_import_answers_get_text (dialog->answers, row, way), ==, text);
}

/* Each reading of blank and of pass has its score beside it; choosing one changes the others. */
static void
test_survey (void)
{
  MisWindow *window = app_new_window (NULL);
  MisImportDialog *dialog;
  MisDocument *document;
  Survey survey;

  survey_init (&survey);
  dialog = import_open (window, "my survey.csv", survey.text->str);
  g_assert_cmpint (dialog->plan->separator, ==, ';');
  g_assert_cmpuint (adw_combo_row_get_selected (dialog->separator_row), ==, 1);
  g_assert_cmpuint (mis_import_answers_get_n (dialog->answers), ==, 2);
  assert_row (dialog, 0, "pass", MIS_TABLE_AS_NO_GOAL);
  assert_row (dialog, 1, "", MIS_TABLE_AS_UNKNOWN);
  app_wait_until (is_compared (dialog));
  for (guint way = 0; way < MIS_TABLE_N_WAYS; way++)
    {
      assert_score (dialog, 0, way, survey_score (&survey, way, MIS_TABLE_AS_UNKNOWN));
      assert_score (dialog, 1, way, survey_score (&survey, MIS_TABLE_AS_NO_GOAL, way));
    }
  mis_import_answers_choose (dialog->answers, 0, MIS_TABLE_AS_GOAL);
  g_assert_false (gtk_widget_is_sensitive (dialog->import_button));
  app_wait_until (is_compared (dialog));
  for (guint way = 0; way < MIS_TABLE_N_WAYS; way++)
    assert_score (dialog, 1, way, survey_score (&survey, MIS_TABLE_AS_GOAL, way));
  import (dialog);
  document = mis_window_get_document (window);
  g_assert_nonnull (document);
  g_assert_cmpstr (mis_document_get_title (document), ==, "my survey");
  g_assert_true (mis_document_is_modified (document));
  g_assert_null (mis_document_get_file (document));
  g_assert_cmpuint (mis_world_get_population (mis_document_get_world (document)), ==, N_PEOPLE);
  g_assert_cmpuint (mis_world_get_n_areas (mis_document_get_world (document)), ==, N_QUESTIONS);
  app_wait_until (app_toast (window) != NULL);
  g_assert_true (g_str_has_prefix (app_toast (window), "Imported “my survey.csv”: 50 problem areas "
                                                       "with 3 goals each, "));
  survey_clear (&survey);
  app_destroy (window);
}

/* Into the project that is open, as one step. */
static void
test_into_project (gconstpointer replaces)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  g_autoptr (MisWorld) before = mis_world_ref (mis_document_get_world (document));
  MisImportDialog *dialog = import_open (window, "more.csv",
                                        "agent,kind,count,food\nFarm,organization,3,convenience\n"
                                        "Shop,organization,2,profit\n");
  guint n = mis_world_get_n_agents (before);

  adw_combo_row_set_selected (dialog->into_row, replaces != NULL ? 2 : 1);
  g_assert_true (import_is_busy (dialog));
  app_wait_until (!import_is_busy (dialog));
  import (dialog);
  g_assert_true (mis_window_get_document (window) == document);
  g_assert_cmpuint (mis_world_get_n_agents (mis_document_get_world (document)), ==,
                    replaces != NULL ? 2 : n + 2);
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Import Table “more.csv”");
  app_wait_until (app_toast (window) != NULL);
  g_assert_true (g_str_has_prefix (app_toast (window), "Imported “more.csv”. The project has 2 "
                                                       "problem areas with "));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_true (mis_document_get_world (document) == before);
  g_assert_null (mis_document_get_undo_name (document));
  app_destroy (window);
}

/* Who there is, is for the base to say, whatever scenario is shown. */
static void
test_scenario_and_base (void)
{
  static const char json[] =
      "{ \"format\": \"misalign-project\", \"version\": 1, \"areas\": [ { \"id\": \"a\","
      " \"goals\": [ { \"id\": \"g\" } ] } ], \"agents\": [ { \"id\": \"x\" } ],"
      " \"scenarios\": [ { \"id\": \"s\", \"changes\": [ { \"agent\": \"x\","
      " \"count\": 5 } ] } ] }";
  g_autoptr (MisDocument) document = app_parse_document (json);
  MisWindow *window = mis_window_new (app_get_application ());
  MisImportDialog *dialog;

  mis_window_set_document (window, document);
  app_present (window);
  mis_document_show_scenario (document, "s");
  g_assert_cmpuint (mis_world_get_population (mis_document_get_world (document)), ==, 5);
  dialog = import_open (window, "more.csv", "agent,a\ny,g\nz,h\n");
  adw_combo_row_set_selected (dialog->into_row, 1);
  app_wait_until (!import_is_busy (dialog));
  import (dialog);
  /* The table went into the base, whose scenario is still there. */
  g_assert_null (mis_document_get_scenario (document));
  g_assert_cmpuint (mis_world_get_population (mis_document_get_world (document)), ==, 3);
  g_assert_cmpuint (mis_world_get_n_scenarios (mis_document_get_project (document)), ==, 1);
  g_clear_object (&document);
  app_destroy (window);
}

static guint
count_windows (void)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (app_get_application ())));
}

/* A new project leaves the one that is open alone. */
static void
test_new_project_new_window (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  MisImportDialog *dialog = import_open (window, "more.csv", "agent,food\na,x\nb,y\n");
  gpointer second;

  import (dialog);
  app_wait_until (count_windows () == 2);
  second = gtk_application_get_windows (GTK_APPLICATION (app_get_application ()))->data;
  g_assert_true (MIS_IS_WINDOW (second) && second != window);
  g_assert_cmpstr (mis_document_get_title (mis_window_get_document (second)), ==, "more");
  g_assert_false (mis_document_is_modified (document));
  app_destroy (second);
  app_destroy (window);
}

/* All of it has room in the narrowest window, in large text too; and the rows are to be seen, whose
 * page was not yet there when they were put into it. */
static void
test_narrow (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  MisWindow *window = app_new_window (NULL);
  g_autofree char *font = NULL;
  MisImportDialog *dialog;
  int width, height;

  g_object_get (settings, "gtk-font-name", &font, NULL);
  g_object_set (settings, "gtk-font-name", "Sans 16", NULL);
  dialog = import_open (window, "votes.csv", "id,Tax,Rent,Roads\n1,up,,no\n2,pass,n/a,yes\n");
  gtk_widget_measure (GTK_WIDGET (dialog->pages), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL,
                      NULL, NULL);
  g_assert_cmpint (width, <=, 340);
  gtk_widget_measure (GTK_WIDGET (dialog->preview), GTK_ORIENTATION_VERTICAL, -1, &height, NULL,
                      NULL, NULL);
  g_assert_cmpint (height, >, 4 * 16);
  g_object_set (settings, "gtk-font-name", font, NULL);
  import_close (dialog);
  app_destroy (window);
}

/* How much answers clash decides the score; merging does not. */
static void
test_clash_and_merge (void)
{
  MisWindow *window = app_new_window (NULL);
  MisImportDialog *dialog =
      import_open (window, "votes.csv", "id,Tax\n1,up\n2,down\n3,up\n4,up\n5,down\n6,up\n");
  const double chance = 2.0 * 4 * 2 / (6 * 5);

  /* Most rows are like another one. */
  g_assert_true (gtk_switch_get_active (dialog->merge_switch));
  g_assert_cmpuint (mis_world_get_n_agents (dialog->result->world), ==, 2);
  g_assert_cmpfloat_with_epsilon (dialog->result->score, chance, 1e-15);
  gtk_switch_set_active (dialog->merge_switch, FALSE);
  app_wait_until (!import_is_busy (dialog));
  g_assert_cmpuint (mis_world_get_n_agents (dialog->result->world), ==, 6);
  g_assert_cmpfloat_with_epsilon (dialog->result->score, chance, 1e-15);
  g_assert_false (gtk_widget_get_visible (dialog->conflict_row));
  adw_combo_row_set_selected (dialog->clash_row, 2);
  g_assert_true (gtk_widget_get_visible (dialog->conflict_row));
  gtk_spin_button_set_value (dialog->conflict_spin, 0.25);
  app_wait_until (!import_is_busy (dialog));
  g_assert_cmpfloat_with_epsilon (dialog->result->score, chance / 4, 1e-15);
  adw_combo_row_set_selected (dialog->clash_row, 1);
  app_wait_until (!import_is_busy (dialog));
  g_assert_cmpfloat (dialog->result->score, ==, 0.0);
  import_close (dialog);
  app_destroy (window);
}

/* Another separator is another table. */
static void
test_separator (void)
{
  MisWindow *window = app_new_window (NULL);
  MisImportDialog *dialog = import_open (window, "odd.csv", "id;Tax, fees\n1;up\n2;down, late\n");

  g_assert_cmpuint (dialog->profile->n_columns, ==, 2);
  g_assert_cmpstr (dialog->profile->columns[1].label, ==, "Tax, fees");
  adw_combo_row_set_selected (dialog->separator_row, 0);
  app_wait_until (dialog->profile->separator == ',');
  g_assert_cmpstr (dialog->profile->columns[0].label, ==, "id;Tax");
  adw_combo_row_set_selected (dialog->separator_row, 1);
  app_wait_until (dialog->profile->separator == ';' && !import_is_busy (dialog));
  g_assert_true (gtk_widget_is_sensitive (dialog->import_button));
  import_close (dialog);
  app_destroy (window);
}

static const char *
get_page (MisImportDialog *dialog)
{
  return gtk_stack_get_visible_child_name (dialog->pages);
}

/* What is no table is called what it is, and another one can be chosen. */
static void
test_no_tables (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } cases[] = {
    { "", "found nothing" },
    { "\xff\xfe"
      "a",
      "CSV UTF-8" },
    { "{ \"format\": \"misalign-project\" }", "with which a project begins" },
  };
  MisWindow *window = app_new_window (NULL);
  g_autoptr (GFile) missing = app_new_file ("missing.csv");
  MisImportDialog *dialog;

  mis_window_import (window, missing);
  dialog = import_find (window);
  app_wait_until (g_str_equal (get_page (dialog), "empty"));
  g_assert_nonnull (strstr (adw_status_page_get_description (dialog->empty_page), "missing.csv"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = app_write_file ("none.csv", cases[i].text);

      mis_import_dialog_read_file (dialog, file);
      g_assert_cmpstr (get_page (dialog), ==, "loading");
      app_wait_until (g_str_equal (get_page (dialog), "empty"));
      g_assert_nonnull (
          strstr (adw_status_page_get_description (dialog->empty_page), cases[i].words));
      g_assert_false (gtk_widget_is_sensitive (dialog->import_button));
    }
  mis_import_dialog_read_text (dialog, "agent\tTax\na\tup\nb\tdown\n");
  app_wait_until (g_str_equal (get_page (dialog), "table") && !import_is_busy (dialog));
  g_assert_cmpint (dialog->plan->separator, ==, '\t');
  import_close (dialog);
  app_destroy (window);
}

static void
test_paste (void)
{
  MisWindow *window = app_new_window (NULL);
  MisImportDialog *dialog;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), "");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.paste-table", NULL);
  dialog = import_find (window);
  app_wait_until (g_str_has_prefix (adw_status_page_get_description (dialog->empty_page),
                                    "The clipboard holds no text."));
  import_close (dialog);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.paste-table", NULL);
  import_close (import_find (window));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)),
                          "agent\tTax\tTax weight\na\tup\t0,5\nb\tdown\t1\n");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.paste-table", NULL);
  dialog = import_find (window);
  g_assert_nonnull (dialog);
  app_wait_until (!import_is_busy (dialog));
  g_assert_true (dialog->plan->comma);
  g_assert_cmpfloat (mis_world_get_position (dialog->result->world, 0, 0).weight, ==, 0.5);
  import (dialog);
  g_assert_cmpstr (mis_document_get_title (mis_window_get_document (window)), ==, "Pasted Table");
  app_destroy (window);
}

/* An answer that nobody but the user knows to be none. */
static void
test_own_word (void)
{
  MisWindow *window = app_new_window (NULL);
  MisImportDialog *dialog =
      import_open (window, "votes.csv", "id,Tax\n1,up\n2,up\n3,down\n4,weiß nicht\n");
  AdwComboRow *others = app_find_type (dialog->answers, ADW_TYPE_COMBO_ROW);

  g_assert_cmpuint (mis_import_answers_get_n (dialog->answers), ==, 0);
  g_assert_cmpuint (mis_area_get_n_goals (mis_world_get_area (dialog->result->world, 0)), ==, 3);
  adw_combo_row_set_selected (others, 3);
  app_wait_until (mis_import_answers_get_n (dialog->answers) == 1 && !import_is_busy (dialog));
  assert_row (dialog, 0, "weiß nicht", MIS_TABLE_AS_NO_GOAL);
  g_assert_cmpuint (mis_area_get_n_goals (mis_world_get_area (dialog->result->world, 0)), ==, 2);
  mis_import_answers_choose (dialog->answers, 0, MIS_TABLE_AS_UNKNOWN);
  app_wait_until (!import_is_busy (dialog));
  g_assert_cmpint (mis_world_get_position (dialog->result->world, 3, 0).goal, ==, MIS_UNKNOWN);
  import_close (dialog);
  app_destroy (window);
}

/* Nobody waits for what is not wanted any more. */
static void
test_close_while_busy (void)
{
  MisWindow *window = app_new_window (NULL);
  MisImportDialog *dialog;
  g_autoptr (GFile) file = NULL;
  Survey survey;

  survey_init (&survey);
  file = app_write_file ("survey.csv", survey.text->str);
  mis_window_open (window, file);
  import_close (import_find (window));
  dialog = import_open (window, "survey.csv", survey.text->str);
  g_assert_false (is_compared (dialog));
  import_close (dialog);
  survey_clear (&survey);
  /* Its window goes, and it with that. */
  mis_window_open (window, file);
  app_destroy (window);
  app_settle ();
}

static void
test_drop (void)
{
  MisWindow *window = app_new_window (NULL);
  g_autoptr (GFile) file = app_write_file ("dropped.TSV", "agent\tTax\na\tup\nb\tdown\n");
  GdkFileList *list = gdk_file_list_new_from_array (&file, 1);
  GValue value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, list);
  g_signal_emit_by_name (app_get_controller (window, GTK_TYPE_DROP_TARGET), "drop", &value, 10.0,
                         10.0, &taken);
  g_value_unset (&value);
  g_assert_true (taken);
  g_assert_nonnull (import_find (window));
  app_wait_until (!import_is_busy (import_find (window)));
  import_close (import_find (window));
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/import-dialog/survey", test_survey);
  g_test_add_data_func ("/app/import-dialog/into-project/beside", NULL, test_into_project);
  g_test_add_data_func ("/app/import-dialog/into-project/in-place", "replace", test_into_project);
  g_test_add_func ("/app/import-dialog/scenario-and-base", test_scenario_and_base);
  g_test_add_func ("/app/import-dialog/new-project-new-window", test_new_project_new_window);
  g_test_add_func ("/app/import-dialog/narrow", test_narrow);
  g_test_add_func ("/app/import-dialog/clash-and-merge", test_clash_and_merge);
  g_test_add_func ("/app/import-dialog/separator", test_separator);
  g_test_add_func ("/app/import-dialog/no-tables", test_no_tables);
  g_test_add_func ("/app/import-dialog/paste", test_paste);
  g_test_add_func ("/app/import-dialog/own-word", test_own_word);
  g_test_add_func ("/app/import-dialog/close-while-busy", test_close_while_busy);
  g_test_add_func ("/app/import-dialog/drop", test_drop);

  return app_run ();
}
