#include "app/note-editor.h"

#include "app/name-editor.h"
#include "app/text-editor.h"
#include "core/text.h"

struct _MisNoteEditor
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *explanation;
  MisTextEditor *note;
  MisNameEditor *source;

  char *note_text;
  char *source_text;
};

enum
{
  EDITED,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisNoteEditor, mis_note_editor, ADW_TYPE_BIN)

static void
take (MisNoteEditor *self, char **place, const char *text)
{
  g_autoptr (MisNote) note = NULL;

  g_free (*place);
  *place = g_strdup (text);
  note = mis_note_new (self->note_text, self->source_text);
  g_signal_emit (self, signals[EDITED], 0, note);
}

static void
note_edited_cb (MisNoteEditor *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  mis_check_text (text, &error);
  mis_text_editor_set_fault (self->note, error != NULL ? error->message : NULL);
  if (error == NULL)
    take (self, &self->note_text, text);
}

static void
source_edited_cb (MisNoteEditor *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  mis_check_text (text, &error);
  mis_name_editor_set_fault (self->source, error != NULL ? error->message : NULL);
  if (error == NULL)
    take (self, &self->source_text, text);
}

static void
left_cb (MisNoteEditor *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
mis_note_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_NOTE_EDITOR);
  G_OBJECT_CLASS (mis_note_editor_parent_class)->dispose (object);
}

static void
mis_note_editor_finalize (GObject *object)
{
  MisNoteEditor *self = MIS_NOTE_EDITOR (object);

  g_free (self->note_text);
  g_free (self->source_text);
  G_OBJECT_CLASS (mis_note_editor_parent_class)->finalize (object);
}

static void
mis_note_editor_class_init (MisNoteEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_note_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = mis_note_editor_finalize;

  signals[EDITED] = g_signal_new ("edited", MIS_TYPE_NOTE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[LEFT] = g_signal_new ("left", MIS_TYPE_NOTE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  g_type_ensure (MIS_TYPE_NAME_EDITOR);
  g_type_ensure (MIS_TYPE_TEXT_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/note-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, MisNoteEditor, title);
  gtk_widget_class_bind_template_child (widget_class, MisNoteEditor, explanation);
  gtk_widget_class_bind_template_child (widget_class, MisNoteEditor, note);
  gtk_widget_class_bind_template_child (widget_class, MisNoteEditor, source);
  gtk_widget_class_bind_template_callback (widget_class, note_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
mis_note_editor_init (MisNoteEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->note_text = g_strdup ("");
  self->source_text = g_strdup ("");
}

void
mis_note_editor_show (MisNoteEditor *self,
                      const char *title,
                      const char *explanation,
                      const MisNote *note)
{
  g_return_if_fail (MIS_IS_NOTE_EDITOR (self));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->explanation, explanation);
  gtk_widget_set_visible (GTK_WIDGET (self->explanation), *explanation != '\0');
  g_free (self->note_text);
  g_free (self->source_text);
  self->note_text = g_strdup (note != NULL ? note->note : "");
  self->source_text = g_strdup (note != NULL ? note->source : "");
  mis_text_editor_show (self->note, self->note_text);
  mis_name_editor_show (self->source, self->source_text);
}
