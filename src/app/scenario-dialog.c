#include "app/scenario-dialog.h"

#include <glib/gi18n.h>

#include "core/text.h"
#include "document/document-scenarios.h"

#define ACCEPT "accept"

/* What the answer does. */
typedef enum
{
  ADD,
  KEEP,
  DESCRIBE,
} Purpose;

/* A question in progress; it goes with its dialog. */
typedef struct
{
  Purpose purpose;
  AdwMessageDialog *dialog;
  MisDocument *document;
  char *id; /* of the scenario that is described, or NULL */
  AdwEntryRow *name;
  GtkTextView *description; /* NULL for a new one */
  GtkLabel *fault;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->document);
  g_free (question->id);
  g_free (question);
}

/* (transfer full): what is typed, without spaces around it. */
static char *
dup_name (const Question *question)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->name))));
}

static char *
dup_description (const Question *question)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (question->description);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
show_fault (Question *question, const char *fault)
{
  gtk_label_set_label (question->fault, fault != NULL ? fault : "");
}

/* What cannot be taken cannot be accepted, and it is said why while it is typed. */
static void
typed_cb (Question *question)
{
  g_autofree char *name = dup_name (question);
  gboolean valid = mis_check_name (name, NULL);

  adw_message_dialog_set_response_enabled (question->dialog, ACCEPT, valid && *name != '\0');
  show_fault (question, valid ? NULL : _ ("A name has at most 200 characters."));
}

static void
tell (GtkWindow *parent, const char *message)
{
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-toast", "s", message);
}

static void
response_cb (Question *question, const char *response)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = dup_name (question);
  g_autofree char *description = question->id != NULL ? dup_description (question) : NULL;

  if (!g_str_equal (response, ACCEPT))
    return;
  if (question->purpose == ADD)
    mis_document_add_scenario (question->document, name, &error);
  else if (question->purpose == KEEP)
    mis_document_keep_edits (question->document, name, &error);
  /* Undo may have taken it away while the question stood open. */
  else if (mis_world_find_scenario (mis_document_get_project (question->document), question->id) >=
           0)
    mis_document_describe_scenario (question->document, question->id, name, description, &error);
  if (error != NULL)
    tell (gtk_window_get_transient_for (GTK_WINDOW (question->dialog)), error->message);
}

static GtkWidget *
new_name_entry (Question *question, const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  question->name = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (question->name), _ ("Name"));
  gtk_editable_set_text (GTK_EDITABLE (question->name), name);
  adw_entry_row_set_activates_default (question->name, TRUE);
  g_signal_connect_swapped (question->name, "changed", G_CALLBACK (typed_cb), question);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (question->name));
  return list;
}

static GtkWidget *
new_description (Question *question, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("D_escription"));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  question->description = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (question->description, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (question->description, FALSE);
  gtk_text_view_set_left_margin (question->description, 9);
  gtk_text_view_set_right_margin (question->description, 9);
  gtk_text_view_set_top_margin (question->description, 9);
  gtk_text_view_set_bottom_margin (question->description, 9);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (question->description), text, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (question->description));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 GTK_WIDGET (question->description));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 96);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scrolled);
  return box;
}

/* Its line is always there: the buttons below stay where they are while somebody types. */
static GtkWidget *
new_fault_label (Question *question)
{
  question->fault = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (question->fault, TRUE);
  gtk_label_set_xalign (question->fault, 0);
  gtk_widget_add_css_class (GTK_WIDGET (question->fault), "error");
  return GTK_WIDGET (question->fault);
}

static void
ask (GtkWindow *parent,
     MisDocument *document,
     Purpose purpose,
     const MisScenario *scenario,
     const char *name,
     const char *heading,
     const char *body,
     const char *accept)
{
  Question *question = g_new0 (Question, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  question->purpose = purpose;
  question->document = g_object_ref (document);
  question->id = scenario != NULL ? g_strdup (scenario->id) : NULL;
  question->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  gtk_box_append (GTK_BOX (box), new_name_entry (question, name));
  if (scenario != NULL)
    gtk_box_append (GTK_BOX (box), new_description (question, scenario->description));
  gtk_box_append (GTK_BOX (box), new_fault_label (question));
  adw_message_dialog_set_extra_child (question->dialog, box);
  adw_message_dialog_add_responses (question->dialog, "cancel", _ ("_Cancel"), ACCEPT, accept,
                                    NULL);
  adw_message_dialog_set_response_appearance (question->dialog, ACCEPT, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (question->dialog, ACCEPT);
  adw_message_dialog_set_close_response (question->dialog, "cancel");
  g_signal_connect_data (question->dialog, "response", G_CALLBACK (response_cb), question,
                         (GClosureNotify)(void (*) (void))question_free, G_CONNECT_SWAPPED);
  typed_cb (question);
  gtk_window_present (GTK_WINDOW (question->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (question->name));
  gtk_editable_select_region (GTK_EDITABLE (question->name), 0, -1);
}

void
mis_scenario_dialog_add (GtkWindow *parent, MisDocument *document)
{
  g_autofree char *name = mis_document_suggest_scenario_name (document);

  ask (parent, document, ADD, NULL, name, _ ("New Scenario"),
       _ ("A scenario begins as the base project. What you change while it is shown stays in it; "
          "the base project keeps its numbers."),
       _ ("_Add"));
}

void
mis_scenario_dialog_keep (GtkWindow *parent, MisDocument *document)
{
  g_autofree char *name = mis_document_suggest_scenario_name (document);

  ask (parent, document, KEEP, NULL, name, _ ("Keep Changes as Scenario"),
       _ ("The numbers that you have changed since the project was opened or saved go to a new "
          "scenario. The base project has its numbers of then again."),
       _ ("_Keep"));
}

void
mis_scenario_dialog_describe (GtkWindow *parent, MisDocument *document)
{
  const MisScenario *scenario = mis_document_get_scenario (document);

  g_return_if_fail (scenario != NULL);

  ask (parent, document, DESCRIBE, scenario, scenario->name, _ ("Name and Description"), NULL,
       _ ("_Save"));
}
