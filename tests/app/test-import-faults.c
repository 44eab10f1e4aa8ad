/* What the dialog of the import says of a table that cannot be read. */
#include "import-fixture.h"

/* All faults are listed with their places, and nothing is imported. */
static void
test_faults (void)
{
  MisWindow *window = app_new_window (NULL);
  MisImportDialog *dialog =
      import_open (window, "bad.csv", "id,Tax,Tax:weight\n1,up,2\n2,down,x\n3,up\n");
  GtkListBoxRow *second = gtk_list_box_get_row_at_index (dialog->fault_list, 1);
  GtkWidget *label = gtk_list_box_row_get_child (second);

  g_assert_true (gtk_widget_get_mapped (dialog->fault_group));
  g_assert_false (gtk_widget_is_sensitive (dialog->import_button));
  g_assert_true (g_str_has_prefix (gtk_label_get_label (dialog->fault_label), "3 places cannot be "
                                                                              "read."));
  g_assert_cmpstr (
      gtk_label_get_label (GTK_LABEL (label)), ==,
      "Line 3, character 8, column “Tax:weight” (cell C3): found \"x\", expected a number from "
      "0 to 1");
  g_assert_null (gtk_list_box_get_row_at_index (dialog->fault_list, 3));
  mis_import_preview_choose (dialog->preview, 2, MIS_TABLE_USE_NOTHING, 0);
  app_wait_until (!import_is_busy (dialog));
  /* The row that is too short is still there, until the user leaves it out. */
  g_assert_null (gtk_list_box_get_row_at_index (dialog->fault_list, 1));
  g_signal_emit_by_name (dialog->leave_out_button, "clicked");
  app_wait_until (!import_is_busy (dialog));
  g_assert_false (gtk_widget_get_visible (dialog->fault_group));
  g_assert_cmpuint (mis_world_get_n_agents (dialog->result->world), ==, 2);
  g_assert_cmpstr (adw_preferences_group_get_description (dialog->found_group), ==,
                   "3 rows and 3 columns. 1 of 3 rows is left out. 1 of 3 columns is left out: "
                   "“Tax:weight”. In the menu above it you can choose what it is.");
  import_close (dialog);
  app_destroy (window);
}

static gboolean
is_mapped (MisImportDialog *dialog, int row)
{
  return gtk_widget_get_mapped (
      GTK_WIDGET (gtk_list_box_get_row_at_index (dialog->fault_list, row)));
}

/* Of many faults the first are in sight, and the others on request. */
static void
test_many_faults (void)
{
  MisWindow *window = app_new_window (NULL);
  GString *text = g_string_new ("id,Tax,Tax:weight\n");
  MisImportDialog *dialog;

  for (guint i = 0; i < 9; i++)
    g_string_append_printf (text, "%u,up,%u\n", i, i + 2);
  dialog = import_open (window, "bad.csv", text->str);
  g_assert_true (is_mapped (dialog, 5));
  g_assert_false (is_mapped (dialog, 6));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (dialog->all_faults_button)), ==, "Show All 9");
  gtk_widget_grab_focus (dialog->all_faults_button);
  g_signal_emit_by_name (dialog->all_faults_button, "clicked");
  app_settle ();
  g_assert_true (is_mapped (dialog, 8));
  g_assert_false (gtk_widget_get_mapped (dialog->all_faults_button));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == dialog->leave_out_button);
  import_close (dialog);
  g_string_free (text, TRUE);
  app_destroy (window);
}

/* However often a sentence is broken, all its lines are there. */
static void
test_long_faults (void)
{
  MisWindow *window = app_new_window (NULL);
  MisImportDialog *dialog = import_open (
      window, "bad.csv",
      "id,The speed at which it is rolled out,The speed at which it is rolled out:weight\n"
      "1,up,many words that are no number at all\n2,down,1\n");
  GtkWidget *list = GTK_WIDGET (dialog->fault_list);
  graphene_rect_t place;
  int height;

  gtk_window_set_default_size (GTK_WINDOW (dialog), 360, 700);
  app_wait_until (gtk_widget_get_width (GTK_WIDGET (dialog)) <= 360);
  app_settle ();
  g_assert_true (gtk_widget_compute_bounds (list, list, &place));
  gtk_widget_measure (list, GTK_ORIENTATION_VERTICAL, (int)place.size.width, &height, NULL, NULL,
                      NULL);
  g_assert_cmpint ((int)place.size.height, >=, height);
  /* All of it is on the page, not in a window of its own. */
  g_assert_true (gtk_widget_compute_bounds (dialog->leave_out_button, list, &place));
  g_assert_cmpint ((int)place.origin.y, >=, height);
  import_close (dialog);
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/import-faults/faults", test_faults);
  g_test_add_func ("/app/import-faults/many", test_many_faults);
  g_test_add_func ("/app/import-faults/long", test_long_faults);

  return app_run ();
}
