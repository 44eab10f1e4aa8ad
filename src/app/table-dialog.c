#include "app/table-dialog.h"

#include <glib/gi18n.h>
#include <langinfo.h>

#include "app/name-factory.h"
#include "app/save-chooser.h"
#include "app/start-folder.h"
#include "file/table-writer.h"

#define ENDING ".csv"
#define SHOWN_LOSSES 3u

/* What comes first in the menu; then the areas in their order. */
static const struct
{
  int table;
  const char *label;
} tables[] = {
  { MIS_TABLE_WIDE, N_ ("Agents: a row for each group") },
  { MIS_TABLE_LONG, N_ ("Agents: a row for each group in each area") },
  { MIS_TABLE_PARTS, N_ ("What counts: the part of each conflict in the score") },
};

/* A question in progress. What is exported is what was shown when it was asked. */
typedef struct
{
  MisWindow *window;
  MisWorld *world;
  AdwMessageDialog *dialog; /* and what stands in it: until it is answered */
  AdwComboRow *table;
  AdwComboRow *style;
  GtkLabel *losses;
  int area; /* what was chosen, from the answer on */
  MisCsvStyle chosen;
  GFile *file;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->window);
  mis_world_unref (question->world);
  g_clear_object (&question->file);
  g_free (question);
}

static gboolean
is_closed (const Question *question)
{
  return gtk_window_get_application (GTK_WINDOW (question->window)) == NULL;
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;
  g_autofree char *name = g_file_get_basename (question->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *words = g_strdup_printf (_ ("Exported “%s”"), shown);
  g_autoptr (GError) error = NULL;
  gboolean done = mis_table_export_finish (result, &error);

  if (!is_closed (question) && done)
    mis_window_show_toast (question->window, words);
  else if (!is_closed (question))
    mis_window_show_error (question->window, _ ("The Table Was Not Exported"), error->message);
  question_free (question);
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;

  question->file = mis_save_chooser_ask_finish (result);
  if (question->file == NULL)
    question_free (question);
  else
    mis_table_export_async (question->world, question->area, question->chosen, question->file,
                            exported_cb, question);
}

/* (transfer full): a name after the project, or after the area. */
static char *
suggest_name (const Question *question)
{
  const char *title = mis_world_get_title (question->world);

  if (question->area >= 0)
    title = mis_area_get_name (mis_world_get_area (question->world, (guint)question->area));
  return mis_save_chooser_suggest_name (title, "table", ENDING);
}

static void
ask_for_place (Question *question)
{
  g_autofree char *name = suggest_name (question);
  g_autoptr (GFile) folder = mis_start_folder_for_projects ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  const MisSaveRequest request = {
    .title = _ ("Export Table"),
    .accept = _ ("_Export"),
    .ending = ENDING,
    .name = name,
    .folder = folder,
    .filter = filter,
  };

  gtk_file_filter_set_name (filter, _ ("Tables (CSV)"));
  gtk_file_filter_add_suffix (filter, "csv");
  mis_save_chooser_ask_async (GTK_WINDOW (question->window), &request, place_chosen_cb, question);
}

static int
get_area (const Question *question)
{
  guint selected = adw_combo_row_get_selected (question->table);

  return selected < G_N_ELEMENTS (tables) ? tables[selected].table
                                          : (int)(selected - G_N_ELEMENTS (tables));
}

static guint
find_item (int area)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (tables[i].table == area)
      return i;
  return G_N_ELEMENTS (tables) + (guint)area;
}

static void
response_cb (Question *question, const char *response)
{
  question->area = get_area (question);
  question->chosen =
      adw_combo_row_get_selected (question->style) == 1 ? MIS_CSV_DECIMAL_COMMAS : MIS_CSV_POINTS;
  if (g_str_equal (response, "export"))
    ask_for_place (question);
  else
    question_free (question);
}

/* (transfer full): what a table of the population leaves out; empty if that is nothing. */
static char *
describe_losses (const Question *question)
{
  g_autoptr (GPtrArray) losses = get_area (question) == MIS_TABLE_WIDE
                                     ? mis_table_list_wide_losses (question->world)
                                     : mis_table_list_losses (question->world);
  GString *text = g_string_new (NULL);

  if (losses->len > 0)
    g_string_append (text, _ ("A table cannot hold everything:"));
  for (guint i = 0; i < MIN (losses->len, SHOWN_LOSSES); i++)
    g_string_append_printf (text, "\n• %s", (const char *)losses->pdata[i]);
  if (losses->len > SHOWN_LOSSES)
    g_string_append (text, "\n• …");
  return g_string_free (text, FALSE);
}

static void
table_chosen_cb (Question *question)
{
  int area = get_area (question);
  g_autofree char *losses =
      area == MIS_TABLE_PARTS
          ? g_strdup (_ ("This table is there to be read: it cannot be imported."))
      : area < 0 ? describe_losses (question)
                 : g_strdup (_ ("Ranges and notes of conflicts are left out."));

  gtk_label_set_label (question->losses, losses);
  gtk_widget_set_visible (GTK_WIDGET (question->losses), *losses != '\0');
}

static AdwComboRow *
new_choice (GtkWidget *list, const char *title, const char *const *choices, guint selected)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());
  g_autoptr (GtkStringList) model = gtk_string_list_new (choices);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (row, G_LIST_MODEL (model));
  adw_combo_row_set_use_subtitle (row, TRUE);
  mis_name_factory_set_row (row);
  adw_combo_row_set_selected (row, selected);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (row));
  return row;
}

static AdwComboRow *
new_table_choice (const Question *question, GtkWidget *list, int area)
{
  guint n = mis_world_get_n_areas (question->world);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_strv_builder_add (builder, _ (tables[i].label));
  for (guint i = 0; i < n; i++)
    {
      /* Translators: the name of a problem area */
      g_autofree char *name = g_strdup_printf (
          _ ("Conflicts in %s"), mis_area_get_name (mis_world_get_area (question->world, i)));

      g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  return new_choice (list, _ ("Table"), (const char *const *)names, find_item (area));
}

/* Spreadsheets of a country with decimal commas want them. */
static AdwComboRow *
new_style_choice (GtkWidget *list)
{
  const char *const styles[] = { _ ("0.5, commas between"), _ ("0,5; semicolons between"), NULL };

  return new_choice (list, _ ("Numbers"), styles, *nl_langinfo (RADIXCHAR) == ',' ? 1 : 0);
}

static GtkWidget *
new_content (Question *question, int area)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  question->table = new_table_choice (question, list, area);
  question->style = new_style_choice (list);
  question->losses = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (question->losses, TRUE);
  gtk_label_set_xalign (question->losses, 0);
  gtk_widget_add_css_class (GTK_WIDGET (question->losses), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (question->losses), "dim-label");
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->losses));
  g_signal_connect_swapped (question->table, "notify::selected", G_CALLBACK (table_chosen_cb),
                            question);
  table_chosen_cb (question);
  return box;
}

void
mis_table_dialog_ask (MisWindow *window, int area)
{
  Question *question;

  g_return_if_fail (MIS_IS_WINDOW (window));
  g_return_if_fail (mis_window_get_document (window) != NULL);

  question = g_new0 (Question, 1);
  question->window = g_object_ref (window);
  question->world = mis_world_ref (mis_document_get_world (mis_window_get_document (window)));
  question->dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (window), _ ("Export Table"),
                              _ ("As it is shown now, for spreadsheets.")));
  adw_message_dialog_set_extra_child (question->dialog, new_content (question, area));
  adw_message_dialog_add_responses (question->dialog, "cancel", _ ("_Cancel"), "export",
                                    _ ("_Export…"), NULL);
  adw_message_dialog_set_response_appearance (question->dialog, "export", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (question->dialog, "export");
  adw_message_dialog_set_close_response (question->dialog, "cancel");
  g_signal_connect_swapped (question->dialog, "response", G_CALLBACK (response_cb), question);
  gtk_window_present (GTK_WINDOW (question->dialog));
}
