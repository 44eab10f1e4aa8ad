#include "app/text-editor.h"

struct _MisTextEditor
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkTextView *view;
  GtkLabel *fault;

  gboolean showing; /* the text is set by the program, not by a hand */
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

enum
{
  EDITED,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisTextEditor, mis_text_editor, ADW_TYPE_BIN)

/* (transfer full) */
static char *
get_text (MisTextEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
changed_cb (MisTextEditor *self)
{
  g_autofree char *text = NULL;

  if (self->showing)
    return;
  text = get_text (self);
  g_signal_emit (self, signals[EDITED], 0, text);
}

static void
leave_cb (MisTextEditor *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
mis_text_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_TEXT_EDITOR);
  G_OBJECT_CLASS (mis_text_editor_parent_class)->dispose (object);
}

static void
mis_text_editor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    g_value_set_string (value, gtk_label_get_label (MIS_TEXT_EDITOR (object)->title));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mis_text_editor_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    gtk_label_set_label (MIS_TEXT_EDITOR (object)->title, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mis_text_editor_class_init (MisTextEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mis_text_editor_dispose;
  object_class->get_property = mis_text_editor_get_property;
  object_class->set_property = mis_text_editor_set_property;
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[EDITED] = g_signal_new ("edited", MIS_TYPE_TEXT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", MIS_TYPE_TEXT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/text-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, MisTextEditor, title);
  gtk_widget_class_bind_template_child (widget_class, MisTextEditor, view);
  gtk_widget_class_bind_template_child (widget_class, MisTextEditor, fault);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
}

static void
mis_text_editor_init (MisTextEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mis_text_editor_show (MisTextEditor *self, const char *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (MIS_IS_TEXT_EDITOR (self));

  shown = get_text (self);
  if (g_str_equal (shown, text))
    return;
  self->showing = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
  self->showing = FALSE;
  mis_text_editor_set_fault (self, NULL);
}

void
mis_text_editor_set_fault (MisTextEditor *self, const char *fault)
{
  g_return_if_fail (MIS_IS_TEXT_EDITOR (self));

  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
  gtk_label_set_label (self->fault, fault != NULL ? fault : "");
}
