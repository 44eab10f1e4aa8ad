/* What the columns and the words of a table are, as somebody says in the dialog of the import. */
#include "import-fixture.h"

/* Columns are what the user says; what is missing is asked for, and nothing is imported before. */
static void
test_columns (void)
{
  MisWindow *window = app_new_window (NULL);
  MisImportDialog *dialog =
      import_open (window, "orgs.csv", "who,what,town\na,x,York\nb,y,Hull\nc,x,York\n");

  g_assert_cmpint (dialog->plan->columns[0].use, ==, MIS_TABLE_USE_AGENT);
  g_assert_cmpuint (mis_world_get_n_areas (dialog->result->world), ==, 2);
  mis_import_preview_choose (dialog->preview, 2, MIS_TABLE_USE_FACT, 0);
  app_wait_until (!import_is_busy (dialog));
  g_assert_cmpuint (mis_world_get_n_areas (dialog->result->world), ==, 1);
  g_assert_cmpstr (mis_world_get_agent (dialog->result->world, 1)->principal, ==, "Hull");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (dialog->answers)));
  mis_import_preview_choose (dialog->preview, 1, MIS_TABLE_USE_NOTHING, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog->answers)));
  g_assert_false (gtk_widget_is_sensitive (dialog->import_button));
  g_assert_nonnull (strstr (gtk_label_get_label (dialog->outcome_label), "Choose the columns"));
  mis_import_preview_choose (dialog->preview, 1, MIS_TABLE_USE_AREA, 0);
  app_wait_until (!import_is_busy (dialog));
  adw_combo_row_set_selected (dialog->form_row, 1);
  g_assert_true (dialog->plan->is_long);
  g_assert_false (gtk_widget_is_sensitive (dialog->import_button));
  import_close (dialog);
  g_assert_null (mis_window_get_document (window));
  app_destroy (window);
}

static GtkDropDown *
get_menu (MisImportDialog *dialog, int column)
{
  GtkGrid *grid = app_find_type (dialog->preview, GTK_TYPE_GRID);

  return GTK_DROP_DOWN (gtk_grid_get_child_at (grid, column, 0));
}

static gboolean
has_choice (GtkDropDown *menu, const char *text)
{
  GListModel *choices = gtk_drop_down_get_model (menu);

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (choices), i), text))
      return TRUE;
  return FALSE;
}

/* A column of numbers can be the weight of any area that there is by now, whatever it is called; a
 * word in it is a fault with its place. */
static void
test_weights (void)
{
  MisWindow *window = app_new_window (NULL);
  MisImportDialog *dialog = import_open (
      window, "care.csv", "who,Tax,Rent,care\na,up,x,0.5\nb,down,y,0.25\nc,up,x,?\nd,up,x,1\n");
  GtkDropDown *menu = get_menu (dialog, 3);
  MisWorld *world;

  g_assert_cmpint (dialog->plan->columns[3].use, ==, MIS_TABLE_USE_NOTHING);
  g_assert_true (has_choice (menu, "Weight of Tax") && has_choice (menu, "Weight of Rent"));
  g_assert_false (has_choice (menu, "Weight of who") || has_choice (menu, "Weight of care"));
  g_assert_false (has_choice (get_menu (dialog, 2), "Weight of Tax"));
  mis_import_preview_choose (dialog->preview, 3, MIS_TABLE_USE_WEIGHT, 2);
  app_wait_until (!import_is_busy (dialog));
  g_assert_true (gtk_widget_get_visible (dialog->fault_group));
  g_assert_cmpstr (dialog->result->fault->cell, ==, "D4");
  g_signal_emit_by_name (dialog->leave_out_button, "clicked");
  app_wait_until (!import_is_busy (dialog));
  world = dialog->result->world;
  menu = get_menu (dialog, 3);
  g_assert_cmpfloat (mis_world_get_position (world, 0, 0).weight, ==, 1.0);
  g_assert_cmpfloat (mis_world_get_position (world, 0, 1).weight, ==, 0.5);
  g_assert_cmpfloat (mis_world_get_position (world, 1, 1).weight, ==, 0.25);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (menu)), ==, "Weight of Rent");
  /* What is an area no longer cannot be chosen, and the weights that it has are told. */
  mis_import_preview_choose (dialog->preview, 1, MIS_TABLE_USE_FACT, 0);
  g_assert_false (has_choice (menu, "Weight of Tax"));
  mis_import_preview_choose (dialog->preview, 2, MIS_TABLE_USE_FACT, 0);
  mis_import_preview_choose (dialog->preview, 1, MIS_TABLE_USE_AREA, 0);
  g_assert_true (has_choice (menu, "Weight of Tax") && has_choice (menu, "Weight of Rent"));
  g_assert_nonnull (
      strstr (gtk_label_get_label (dialog->outcome_label), "holds weights of “Rent”"));
  mis_import_preview_choose (dialog->preview, 3, MIS_TABLE_USE_WEIGHT, 1);
  g_assert_false (has_choice (menu, "Weight of Rent"));
  app_wait_until (!import_is_busy (dialog));
  g_assert_cmpfloat (mis_world_get_position (dialog->result->world, 1, 0).weight, ==, 0.25);
  import_close (dialog);
  app_destroy (window);
}

/* The kinds that words are taken for are in sight, can be said otherwise, and lose nothing. */
static void
test_kinds (void)
{
  MisWindow *window = app_new_window (NULL);
  MisImportDialog *dialog = import_open (
      window, "orgs.csv",
      "Name;Type;Tax\nAcme;company;up\nMin;ministry;down\nZed;wizard;up\nAnn;citizen;up\n");
  GtkSwitch *keep = app_find_type (dialog->kinds, GTK_TYPE_SWITCH);
  AdwActionRow *first = app_find_type (dialog->kinds, ADW_TYPE_COMBO_ROW);
  MisWorld *world = dialog->result->world;

  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (dialog->kinds)));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (first)), ==, "“wizard”");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (first), "choose what it means"));
  g_assert_cmpint (mis_world_get_agent (world, 0)->kind, ==, MIS_KIND_ORGANIZATION);
  g_assert_cmpint (mis_world_get_agent (world, 2)->kind, ==, MIS_KIND_OTHER);
  g_assert_cmpstr (mis_world_get_agent (world, 2)->principal, ==, "wizard");
  mis_import_kinds_choose (dialog->kinds, 0, MIS_KIND_AI);
  app_wait_until (!import_is_busy (dialog));
  g_assert_cmpint (mis_world_get_agent (dialog->result->world, 2)->kind, ==, MIS_KIND_AI);
  gtk_switch_set_active (keep, FALSE);
  app_wait_until (!import_is_busy (dialog));
  g_assert_cmpstr (mis_world_get_agent (dialog->result->world, 2)->principal, ==, "");
  g_assert_cmpint (mis_world_get_agent (dialog->result->world, 2)->kind, ==, MIS_KIND_AI);
  /* No kinds, no words for them. */
  mis_import_preview_choose (dialog->preview, 1, MIS_TABLE_USE_NOTHING, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog->kinds)));
  import_close (dialog);
  /* What the program itself writes needs no interpreter. */
  dialog = import_open (window, "own.csv", "agent,kind,Tax\na,AI,up\nb,human,down\n");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog->kinds)));
  import_close (dialog);
  app_destroy (window);
}

/* What the table does not say, and what is taken for the same, is told where it is decided. */
static void
test_summary (void)
{
  MisWindow *window = app_new_window (NULL);
  MisImportDialog *dialog =
      import_open (window, "gaps.csv",
                   "who,count,Tax,Tax:weight,Rent\na,2,Go up,,low\nb,1,go up,,high\nc,3,Go up,1,\n"
                   "d,1,Go up,,low\n");
  GtkSwitch *one = app_find_type (dialog->spellings, GTK_TYPE_SWITCH);

  g_assert_cmpstr (adw_preferences_group_get_description (dialog->becomes_group), ==,
                   "3 of 14 positions are unknown: they do not count in their problem areas. 3 "
                   "empty weights count as 1, which is the most that anybody can care.");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dialog->spellings)));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (dialog->spellings)), ==,
                   "Tax: “go up” is “Go up”");
  g_assert_cmpuint (mis_area_get_n_goals (mis_world_get_area (dialog->result->world, 0)), ==, 1);
  gtk_switch_set_active (one, FALSE);
  app_wait_until (!import_is_busy (dialog));
  g_assert_cmpuint (mis_area_get_n_goals (mis_world_get_area (dialog->result->world, 0)), ==, 2);
  import_close (dialog);
  dialog = import_open (window, "votes.csv", "id,Tax\n1,up\n2,down\n3,up\n4,up\n5,down\n6,up\n");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog->spellings)));
  g_assert_cmpstr (adw_action_row_get_subtitle (dialog->merge_row), ==,
                   "6 agents of the table become 2 groups.");
  import_close (dialog);
  app_destroy (window);
}

/* What has no place is told, with the way to give it one; and what has it no longer. */
static void
test_left_out_columns (void)
{
  MisWindow *window = app_new_window (NULL);
  MisImportDialog *dialog =
      import_open (window, "care.csv",
                   "who,Tax & <Rent>,R&D 1,R&D 2,R&D 3,R&D 4,R&D 5\n"
                   "a,x,0.5,0.5,0.5,0.5,0.5\nb,y,0.25,1,1,1,1\nc,x,0.1,0,0,0,0\n");

  g_assert_cmpstr (adw_preferences_group_get_description (dialog->found_group), ==,
                   "3 rows and 7 columns. 5 of 7 columns are left out: “R&D 1”, “R&D 2”, "
                   "“R&D 3”, “R&D 4” and 1 more. In the menus above them you can choose "
                   "what they are.");
  mis_import_preview_choose (dialog->preview, 2, MIS_TABLE_USE_WEIGHT, 1);
  g_assert_true (g_str_has_prefix (adw_preferences_group_get_description (dialog->found_group),
                                   "3 rows and 7 columns. 4 of 7 columns are left out: “R&D 2”"));
  import_close (dialog);
  dialog = import_open (window, "speed.csv",
                        "who,Speed of rollout,Speed weight\na,fast,0.5\nb,slow,1\n");
  g_assert_cmpstr (adw_preferences_group_get_description (dialog->found_group), ==,
                   "2 rows and 3 columns.");
  g_assert_cmpfloat (mis_world_get_position (dialog->result->world, 0, 0).weight, ==, 0.5);
  import_close (dialog);
  app_destroy (window);
}

/* Rows that are left out are not counted among the words; what these are taken for stays. */
static void
test_left_out_rows (void)
{
  MisWindow *window = app_new_window (NULL);
  MisImportDialog *dialog = import_open (
      window, "orgs.csv",
      "Name,Type,Tax,Tax:weight\nAcme,company,up,1\nMin,ministry,pass,1\n"
      "Zed,wizard,pass,x\nYan,wizard,down,1\nSum,company,up,5\n");
  AdwActionRow *row;

  mis_import_kinds_choose (dialog->kinds, 0, MIS_KIND_AI);
  app_wait_until (!import_is_busy (dialog));
  g_signal_emit_by_name (dialog->leave_out_button, "clicked");
  app_wait_until (!import_is_busy (dialog));
  g_assert_cmpuint (mis_world_get_population (dialog->result->world), ==, 3);
  g_assert_cmpuint (dialog->plan->kinds->len, ==, 3);
  row = app_find_type (dialog->kinds, ADW_TYPE_COMBO_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "“wizard”");
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (row), "1 row."));
  g_assert_cmpuint (g_array_index (dialog->plan->answers, MisTableAnswer, 0).n, ==, 1);
  g_assert_cmpint (mis_world_get_agent (dialog->result->world, 2)->kind, ==, MIS_KIND_AI);
  g_assert_cmpstr (adw_preferences_group_get_description (dialog->found_group), ==,
                   "5 rows and 4 columns. 2 of 5 rows are left out.");
  import_close (dialog);
  app_destroy (window);
}

/* A goal of the project that the table spells in another way is one, unless somebody says no; in a
 * new project there is none. */
static void
test_spelling_of_project (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisImportDialog *dialog =
      import_open (window, "more.csv", "agent,food\nFarm,increase net Profits\nShop,profit\n");
  guint n = mis_area_get_n_goals (mis_world_get_area (dialog->base, 0));

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog->spellings)));
  adw_combo_row_set_selected (dialog->into_row, 1);
  app_wait_until (!import_is_busy (dialog));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (dialog->spellings)));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (dialog->spellings)), ==,
                   "food: “increase net Profits” is “Increase net profits”");
  g_assert_cmpuint (mis_area_get_n_goals (mis_world_get_area (dialog->result->world, 0)), ==, n);
  gtk_switch_set_active (app_find_type (dialog->spellings, GTK_TYPE_SWITCH), FALSE);
  app_wait_until (!import_is_busy (dialog));
  g_assert_cmpuint (mis_area_get_n_goals (mis_world_get_area (dialog->result->world, 0)), ==,
                    n + 1);
  adw_combo_row_set_selected (dialog->into_row, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog->spellings)));
  import_close (dialog);
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/import-columns/uses", test_columns);
  g_test_add_func ("/app/import-columns/weights", test_weights);
  g_test_add_func ("/app/import-columns/left-out-columns", test_left_out_columns);
  g_test_add_func ("/app/import-columns/left-out-rows", test_left_out_rows);
  g_test_add_func ("/app/import-columns/kinds", test_kinds);
  g_test_add_func ("/app/import-columns/summary", test_summary);
  g_test_add_func ("/app/import-columns/spelling-of-project", test_spelling_of_project);

  return app_run ();
}
