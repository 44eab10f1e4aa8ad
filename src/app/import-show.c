/* What the dialog of an import says: what was found in the table, what becomes of it, and what is
 * wrong with it. */
#include "app/import-dialog-private.h"

#include <glib/gi18n.h>

#include "app/import-words.h"
#include "report/number-text.h"

#define MOST_FAULTS 6u /* in sight at first */

static guint
find_separator (char separator)
{
  return separator == ',' ? 0 : separator == ';' ? 1 : 2;
}

static void
append_sentence (GString *text, const char *sentence)
{
  if (text->len > 0 && *sentence != '\0')
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

/* (transfer full): how large the table is, and what of it is not to be seen or not read; as markup,
 * which columns may be called like. */
static char *
describe_table (MisImportDialog *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *size = mis_import_words_size (self->profile, self->plan);
  g_autofree char *rows = mis_import_words_left_out_rows (self->profile, self->plan);
  g_autofree char *columns = mis_import_words_left_out_columns (self->plan);
  g_autofree char *shown =
      g_strdup_printf (_ ("The first %u columns are shown below; the others are what they are "
                          "taken for."),
                       MIS_IMPORT_MOST_COLUMNS);

  append_sentence (text, size);
  append_sentence (text, rows);
  append_sentence (text, columns);
  if (self->profile->n_columns > MIS_IMPORT_MOST_COLUMNS)
    append_sentence (text, shown);
  return g_markup_escape_text (text->str, -1);
}

void
mis_import_dialog_show_plan (MisImportDialog *self)
{
  g_autofree char *description = describe_table (self);

  self->filling = TRUE;
  adw_preferences_group_set_title (self->found_group, _ ("What Was Found"));
  adw_preferences_group_set_description (self->found_group, description);
  adw_combo_row_set_selected (self->separator_row, find_separator (self->plan->separator));
  adw_combo_row_set_selected (self->decimal_row, self->plan->comma ? 1 : 0);
  adw_combo_row_set_selected (self->form_row, self->plan->is_long ? 1 : 0);
  gtk_window_set_title (GTK_WINDOW (self), self->name);
  self->filling = FALSE;
}

static void
show_outcome (MisImportDialog *self, const char *text, gboolean is_busy)
{
  gtk_label_set_label (self->outcome_label, text);
  gtk_spinner_set_spinning (self->spinner, is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_busy);
  gtk_widget_set_visible (self->outcome_bar, TRUE);
  gtk_widget_set_sensitive (self->import_button,
                            self->result != NULL && self->result->world != NULL);
}

void
mis_import_dialog_show_busy (MisImportDialog *self)
{
  show_outcome (self, _ ("Trying it out…"), TRUE);
}

static void
clear_faults (MisImportDialog *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->fault_list, 0)) != NULL)
    gtk_list_box_remove (self->fault_list, GTK_WIDGET (row));
}

static void
add_line (GtkListBox *list, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "fault-line");
  gtk_list_box_append (list, label);
}

static void
add_fault (MisImportDialog *self, const MisFault *fault)
{
  g_autofree char *text = mis_import_words_fault (fault);

  add_line (self->fault_list, text);
}

/* The table is below the list, not far away. */
static void
hide_most_faults (MisImportDialog *self)
{
  GtkListBoxRow *row;
  g_autofree char *label = NULL;
  guint n = 0;

  while ((row = gtk_list_box_get_row_at_index (self->fault_list, (int)n)) != NULL)
    gtk_widget_set_visible (GTK_WIDGET (row), n++ < MOST_FAULTS);
  label = g_strdup_printf (_ ("Show All %u"), n);
  gtk_button_set_label (GTK_BUTTON (self->all_faults_button), label);
  gtk_widget_set_visible (self->all_faults_button, n > MOST_FAULTS);
}

void
mis_import_dialog_show_all_faults (MisImportDialog *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->fault_list, i)) != NULL; i++)
    gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
  if (gtk_widget_get_visible (self->leave_out_button))
    gtk_widget_grab_focus (self->leave_out_button);
  gtk_widget_set_visible (self->all_faults_button, FALSE);
}

static void
list_faults (MisImportDialog *self, const MisFault *fault)
{
  add_fault (self, fault);
  for (guint i = 0; fault->others != NULL && i < fault->others->len; i++)
    add_fault (self, g_ptr_array_index (fault->others, i));
  if (fault->n_more > 0)
    {
      g_autofree char *count = mis_count_text (fault->n_more);
      g_autofree char *more =
          fault->n_more < MIS_FAULT_MAX_MORE
              ? g_strdup_printf (ngettext ("and %s more", "and %s more", fault->n_more), count)
              : g_strdup_printf (_ ("and %s or more besides"), count);

      add_line (self->fault_list, more);
    }
  hide_most_faults (self);
}

/* (transfer full): @count, and what to do about it. */
static char *
advise (const MisFault *fault, const char *count)
{
  if (fault->code == MIS_FILE_ERROR_LIMIT)
    return g_strdup (_ ("The table is larger than a project can be: 100,000 groups, and 2,000,000 "
                        "goals of groups in problem areas. Leave columns out, or let agents that "
                        "are alike become one group."));
  /* Translators: "23 places cannot be read." */
  return g_strdup_printf (_ ("%s Nothing is imported as long as that is so: correct it in the "
                             "spreadsheet, or leave the columns or the rows out."),
                          count);
}

static void
show_fault (MisImportDialog *self, const MisFault *fault)
{
  g_autofree char *count = mis_import_words_faults (fault);
  g_autofree char *text = advise (fault, count);

  clear_faults (self);
  list_faults (self, fault);
  gtk_label_set_label (self->fault_label, text);
  gtk_widget_set_visible (self->leave_out_button, mis_table_plan_can_leave_out (self->plan, fault));
  gtk_widget_set_visible (self->fault_group, TRUE);
  gtk_widget_set_visible (self->doubts_group, FALSE);
  mis_import_answers_clear (self->answers);
  show_outcome (self, count, FALSE);
}

static void
show_doubts (MisImportDialog *self, const GPtrArray *doubts)
{
  g_autofree char *title = NULL;

  for (guint i = 0; i < self->doubt_rows->len; i++)
    adw_expander_row_remove (self->doubts_row, g_ptr_array_index (self->doubt_rows, i));
  g_ptr_array_set_size (self->doubt_rows, 0);
  gtk_widget_set_visible (self->doubts_group, doubts->len > 0);
  title = g_strdup_printf (ngettext ("%u remark", "%u remarks", doubts->len), doubts->len);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->doubts_row), title);
  adw_expander_row_set_subtitle (self->doubts_row, _ ("What may be a slip in the table"));
  for (guint i = 0; i < doubts->len; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), g_ptr_array_index (doubts, i));
      adw_expander_row_add_row (self->doubts_row, row);
      g_ptr_array_add (self->doubt_rows, row);
    }
}

/* (transfer full): @world is "50 problem areas with 3 goals each, 1,212 groups for 2,000
 * agents". */
static char *
dup_outcome (MisImportDialog *self, const char *world)
{
  g_autofree char *score = mis_score_text (self->result->score);

  if (!self->result->has_score)
    return g_strdup_printf (
        _ ("%s. No problem area has a score: fewer than two agents have a goal "
           "in it."),
        world);
  if (adw_combo_row_get_selected (self->clash_row) == MIS_CLASH_EXCLUSIVE)
    /* Translators: what there is, a score */
    return g_strdup_printf (_ ("%s. The score is %s if different answers always clash."), world,
                            score);
  /* Translators: what there is, a score */
  return g_strdup_printf (_ ("%s. The score is %s."), world, score);
}

static void
show_world (MisImportDialog *self)
{
  const MisImportResult *result = self->result;
  g_autofree char *world = mis_import_words_world (result->world);
  g_autofree char *merged = mis_import_words_merged (&result->summary);
  g_autofree char *gaps = mis_import_words_gaps (result);
  g_autofree char *text = dup_outcome (self, world);
  gboolean merges = gtk_switch_get_active (self->merge_switch);

  gtk_widget_set_visible (self->fault_group, FALSE);
  adw_preferences_group_set_description (self->becomes_group, *gaps != '\0' ? gaps : NULL);
  adw_action_row_set_subtitle (self->merge_row, merges ? merged : "");
  show_doubts (self, result->doubts);
  show_outcome (self, text, FALSE);
}

void
mis_import_dialog_show_result (MisImportDialog *self)
{
  if (self->result->world != NULL)
    show_world (self);
  else
    show_fault (self, self->result->fault);
}

void
mis_import_dialog_show_problems (MisImportDialog *self, const GPtrArray *problems)
{
  g_autofree char **lines = g_new0 (char *, problems->len + 1);
  g_autofree char *text = NULL;

  for (guint i = 0; i < problems->len; i++)
    lines[i] = g_ptr_array_index (problems, i);
  text = g_strjoinv ("\n", lines);
  gtk_widget_set_visible (self->fault_group, FALSE);
  gtk_widget_set_visible (self->doubts_group, FALSE);
  mis_import_answers_clear (self->answers);
  show_outcome (self, text, FALSE);
}

void
mis_import_dialog_show_no_table (MisImportDialog *self, const MisFault *fault)
{
  g_autofree char *text = fault != NULL ? mis_import_words_fault (fault) : NULL;
  g_autofree char *escaped = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  adw_status_page_set_title (self->empty_page,
                             fault != NULL ? _ ("This Is No Table") : _ ("Import a Table"));
  adw_status_page_set_description (
      self->empty_page,
      fault != NULL
          ? escaped
          : _ ("A spreadsheet with a row for each agent, person or group of them, saved as "
               "“CSV UTF-8”; or its cells, copied. You see what it is taken for before "
               "anything is imported."));
  gtk_widget_set_visible (self->outcome_bar, FALSE);
  gtk_stack_set_visible_child_name (self->pages, "empty");
}
