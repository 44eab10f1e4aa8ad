#include "app/import-dialog-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/import-file.h"
#include "app/name-factory.h"
#include "app/start-folder.h"

enum
{
  IMPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char separators[] = { ',', ';', '\t' };

G_DEFINE_FINAL_TYPE (MisImportDialog, mis_import_dialog, ADW_TYPE_WINDOW)

static void
show_answers (MisImportDialog *self)
{
  mis_table_plan_find_words (self->plan, self->profile);
  mis_import_answers_show (self->answers, self->plan);
  mis_import_spellings_show (self->spellings, self->plan);
}

/* What is in the columns, as they are now. */
static void
show_words (MisImportDialog *self)
{
  show_answers (self);
  mis_import_kinds_show (self->kinds, self->plan);
}

/* A new table, or the same one cut in another way. */
static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MisImportDialog) self = mis_import_dialog_return (user_data);
  g_autoptr (GBytes) table = NULL;
  g_autoptr (MisFault) fault = NULL;
  g_autoptr (MisTableProfile) profile = mis_import_look_finish (result, &table, &fault);

  if (self == NULL)
    return;
  if (profile == NULL)
    {
      if (fault != NULL)
        mis_import_dialog_show_no_table (self, fault);
      return;
    }
  g_clear_pointer (&self->table, g_bytes_unref);
  g_clear_pointer (&self->plan, mis_table_plan_free);
  g_clear_pointer (&self->profile, mis_table_profile_free);
  self->table = g_steal_pointer (&table);
  self->profile = g_steal_pointer (&profile);
  self->plan = mis_table_plan_new (self->profile);
  if (!mis_import_dialog_is_new (self))
    mis_table_plan_set_base (self->plan, self->profile, self->base);
  mis_import_dialog_show_plan (self);
  mis_import_preview_show (self->preview, self->profile, self->plan);
  show_words (self);
  if (!g_str_equal (gtk_stack_get_visible_child_name (self->pages), "table"))
    {
      gtk_stack_set_visible_child_name (self->pages, "table");
      gtk_widget_grab_focus (GTK_WIDGET (self->separator_row));
    }
  mis_import_dialog_try_out (self);
}

static void
look (MisImportDialog *self, GFile *file, GBytes *table, char separator)
{
  g_clear_pointer (&self->result, mis_import_result_free);
  gtk_widget_set_sensitive (self->import_button, FALSE);
  mis_import_look_async (file, table, separator, NULL, mis_import_dialog_renew_cancellable (self),
                         looked_cb, mis_import_dialog_leave (self));
}

/* The same table, of which fewer rows count; what its columns and words mean stays. */
static void
recounted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MisImportDialog) self = mis_import_dialog_return (user_data);
  g_autoptr (GBytes) table = NULL;
  g_autoptr (MisFault) fault = NULL;
  g_autoptr (MisTableProfile) profile = mis_import_look_finish (result, &table, &fault);

  if (self == NULL || profile == NULL)
    return;
  g_clear_pointer (&self->profile, mis_table_profile_free);
  self->profile = g_steal_pointer (&profile);
  mis_import_dialog_show_plan (self);
  mis_import_preview_show (self->preview, self->profile, self->plan);
  show_words (self);
  mis_import_dialog_try_out (self);
}

static void
recount (MisImportDialog *self)
{
  g_clear_pointer (&self->result, mis_import_result_free);
  mis_import_dialog_show_busy (self);
  mis_import_look_async (NULL, self->table, self->plan->separator, self->plan,
                         mis_import_dialog_renew_cancellable (self), recounted_cb,
                         mis_import_dialog_leave (self));
}

static void
separator_chosen_cb (MisImportDialog *self)
{
  guint chosen = adw_combo_row_get_selected (self->separator_row);

  if (!self->filling && self->table != NULL && chosen < G_N_ELEMENTS (separators))
    look (self, NULL, self->table, separators[chosen]);
}

static void
decimal_chosen_cb (MisImportDialog *self)
{
  if (self->filling || self->plan == NULL)
    return;
  self->plan->comma = adw_combo_row_get_selected (self->decimal_row) == 1;
  mis_import_dialog_try_out (self);
}

static void
form_chosen_cb (MisImportDialog *self)
{
  gboolean is_long = adw_combo_row_get_selected (self->form_row) == 1;

  if (self->filling || self->plan == NULL || is_long == self->plan->is_long)
    return;
  mis_table_plan_set_form (self->plan, self->profile, is_long);
  mis_import_preview_show (self->preview, self->profile, self->plan);
  show_words (self);
  mis_import_dialog_try_out (self);
}

static void
columns_changed_cb (MisImportDialog *self)
{
  mis_import_dialog_show_plan (self);
  show_words (self);
  mis_import_dialog_try_out (self);
}

/* Rows stay where they are, with the keyboard in them, unless there is another one. */
static void
answers_changed_cb (MisImportDialog *self)
{
  guint n_special = 0;

  for (guint i = 0; i < self->plan->answers->len; i++)
    n_special += g_array_index (self->plan->answers, MisTableAnswer, i).is_special ? 1 : 0;
  if (MIN (n_special, MIS_IMPORT_MOST_ANSWERS) != mis_import_answers_get_n (self->answers))
    show_answers (self);
  mis_import_dialog_try_out (self);
}

static void
settings_changed_cb (MisImportDialog *self)
{
  if (!self->filling && self->plan != NULL)
    mis_import_dialog_try_out (self);
}

/* The goals of the project may be those of the table in another spelling. */
static void
into_chosen_cb (MisImportDialog *self)
{
  if (self->filling || self->plan == NULL)
    return;
  mis_table_plan_set_base (self->plan, self->profile,
                           mis_import_dialog_is_new (self) ? NULL : self->base);
  mis_import_spellings_show (self->spellings, self->plan);
  mis_import_dialog_try_out (self);
}

static void
clash_chosen_cb (MisImportDialog *self)
{
  gtk_widget_set_visible (self->conflict_row,
                          adw_combo_row_get_selected (self->clash_row) == MIS_CLASH_TYPED);
  settings_changed_cb (self);
}

static void
merge_chosen_cb (MisImportDialog *self)
{
  if (self->filling)
    return;
  self->merge_is_chosen = TRUE;
  settings_changed_cb (self);
}

static void
leave_out_clicked_cb (MisImportDialog *self)
{
  if (self->result == NULL || self->result->fault == NULL ||
      !mis_table_plan_leave_out (self->plan, self->result->fault))
    return;
  recount (self);
}

static void
import_clicked_cb (MisImportDialog *self)
{
  if (self->result == NULL || self->result->world == NULL)
    return;
  g_signal_emit (self, signals[IMPORTED], 0, self->result->world, mis_import_dialog_is_new (self));
  gtk_window_close (GTK_WINDOW (self));
}

static void
file_chosen_cb (GtkNativeDialog *chooser, int response, MisImportDialog *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      mis_import_dialog_read_file (self, file);
    }
  g_object_set_data (G_OBJECT (self), "chooser", NULL);
}

static void
file_clicked_cb (MisImportDialog *self)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Import Table"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) tables = mis_import_new_filter ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  g_autoptr (GFile) folder = mis_start_folder_for_projects ();

  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), tables);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), self, 0);
  g_object_set_data_full (G_OBJECT (self), "chooser", chooser, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MisImportDialog) self = mis_import_dialog_return (user_data);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (MisFault) nothing =
      mis_fault_new (MIS_FILE_ERROR_TABLE, 0, 0, "",
                     _ ("The clipboard holds no text. Copy the cells of the table in the "
                        "spreadsheet, with the names of its columns."));

  /* The dialog has been closed meanwhile. */
  if (self == NULL || self->pages == NULL)
    return;
  if (text == NULL || *text == '\0')
    mis_import_dialog_show_no_table (self, nothing);
  else
    mis_import_dialog_read_text (self, text);
}

static gboolean
paste_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  mis_import_dialog_paste (MIS_IMPORT_DIALOG (widget));
  return GDK_EVENT_STOP;
}

static void
mis_import_dialog_unmap (GtkWidget *widget)
{
  g_cancellable_cancel (MIS_IMPORT_DIALOG (widget)->cancellable);
  GTK_WIDGET_CLASS (mis_import_dialog_parent_class)->unmap (widget);
}

static void
mis_import_dialog_dispose (GObject *object)
{
  MisImportDialog *self = MIS_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), MIS_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->base, mis_world_unref);
  g_clear_pointer (&self->table, g_bytes_unref);
  g_clear_pointer (&self->plan, mis_table_plan_free);
  g_clear_pointer (&self->profile, mis_table_profile_free);
  g_clear_pointer (&self->result, mis_import_result_free);
  g_clear_pointer (&self->doubt_rows, g_ptr_array_unref);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (mis_import_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, empty_page);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, file_button);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, fault_group);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, fault_label);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, fault_list);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, all_faults_button);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, leave_out_button);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, found_group);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, separator_row);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, decimal_row);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, form_row);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, kinds);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, answers);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, becomes_group);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, spellings);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, clash_row);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, conflict_row);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, conflict_spin);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, merge_row);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, merge_switch);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, into_row);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, doubts_row);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, doubts_group);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, outcome_label);
  gtk_widget_class_bind_template_child (widget_class, MisImportDialog, outcome_bar);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_out_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, file_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, mis_import_dialog_paste);
  gtk_widget_class_bind_template_callback (widget_class, separator_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, decimal_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, answers_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clash_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, mis_import_dialog_show_all_faults);
  gtk_widget_class_bind_template_callback (widget_class, into_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, settings_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_chosen_cb);
}

static void
mis_import_dialog_class_init (MisImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_import_dialog_dispose;
  widget_class->unmap = mis_import_dialog_unmap;
  signals[IMPORTED] = g_signal_new ("imported", MIS_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  g_type_ensure (MIS_TYPE_IMPORT_ANSWERS);
  g_type_ensure (MIS_TYPE_IMPORT_KINDS);
  g_type_ensure (MIS_TYPE_IMPORT_PREVIEW);
  g_type_ensure (MIS_TYPE_IMPORT_SPELLINGS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/import-dialog.ui");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_v, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                paste_cb, NULL);
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
set_choices (AdwComboRow *row, const char *const *choices)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (choices);

  adw_combo_row_set_model (row, G_LIST_MODEL (model));
  adw_combo_row_set_use_subtitle (row, TRUE);
  mis_name_factory_set_row (row);
}

static void
mis_import_dialog_init (MisImportDialog *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->doubt_rows = g_ptr_array_new ();
  self->name = g_strdup ("");
  set_choices (self->separator_row,
               (const char *[]){ _ ("Commas"), _ ("Semicolons"), _ ("Tabs"), NULL });
  set_choices (self->decimal_row,
               (const char *[]){ _ ("A point, as in 0.5"), _ ("A comma, as in 0,5"), NULL });
  set_choices (self->form_row,
               (const char *[]){ _ ("An agent or a group of agents, with a column for each area"),
                                 _ ("The answer of an agent in one area"), NULL });
  set_choices (self->clash_row,
               (const char *[]){ _ ("Always: they exclude each other"),
                                 _ ("Never yet: I set it afterwards, the score is 0 until then"),
                                 _ ("In part"), NULL });
  gtk_spin_button_set_range (self->conflict_spin, 0.0, 1.0);
  gtk_spin_button_set_increments (self->conflict_spin, 0.05, 0.1);
  gtk_spin_button_set_value (self->conflict_spin, 0.5);
  gtk_switch_set_active (self->merge_switch, TRUE);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->import_button);
  gtk_widget_set_visible (self->fault_group, FALSE);
  gtk_widget_set_visible (self->doubts_group, FALSE);
  mis_import_dialog_show_no_table (self, NULL);
  self->filling = FALSE;
}

/* Where the table can go: agents of an open project only if there are some. */
static void
fill_into (MisImportDialog *self)
{
  gboolean is_empty = self->base != NULL && mis_world_get_n_agents (self->base) == 0 &&
                      mis_world_get_n_areas (self->base) == 0;

  self->filling = TRUE;
  if (is_empty)
    set_choices (self->into_row, (const char *[]){ _ ("A new project"), _ ("This project"), NULL });
  else
    set_choices (self->into_row,
                 (const char *[]){ _ ("A new project"), _ ("This project, beside its agents"),
                                   _ ("This project, in place of its agents"), NULL });
  adw_combo_row_set_selected (self->into_row, is_empty ? 1 : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->into_row), self->base != NULL);
  self->filling = FALSE;
}

MisImportDialog *
mis_import_dialog_new (GtkWindow *parent, MisWorld *base)
{
  MisImportDialog *self = g_object_new (MIS_TYPE_IMPORT_DIALOG, "transient-for", parent,
                                        "destroy-with-parent", TRUE, NULL);

  self->base = base != NULL ? mis_world_ref (base) : NULL;
  fill_into (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->file_button);
  return self;
}

void
mis_import_dialog_read_file (MisImportDialog *self, GFile *file)
{
  g_autofree char *base = NULL;

  g_return_if_fail (MIS_IS_IMPORT_DIALOG (self));

  base = g_file_get_basename (file);
  g_free (self->name);
  self->name = g_filename_display_name (base);
  gtk_stack_set_visible_child_name (self->pages, "loading");
  look (self, file, NULL, '\0');
}

void
mis_import_dialog_read_text (MisImportDialog *self, const char *text)
{
  g_autoptr (GBytes) table = NULL;

  g_return_if_fail (MIS_IS_IMPORT_DIALOG (self));

  g_free (self->name);
  self->name = g_strdup (_ ("Pasted Table"));
  table = g_bytes_new (text, strlen (text));
  gtk_stack_set_visible_child_name (self->pages, "loading");
  look (self, NULL, table, '\0');
}

void
mis_import_dialog_paste (MisImportDialog *self)
{
  g_return_if_fail (MIS_IS_IMPORT_DIALOG (self));

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb,
                                 mis_import_dialog_leave (self));
}

const char *
mis_import_dialog_get_name (MisImportDialog *self)
{
  g_return_val_if_fail (MIS_IS_IMPORT_DIALOG (self), NULL);

  return self->name;
}
