#include "app/name-editor.h"

struct _MisNameEditor
{
  AdwBin parent_instance;

  GtkEditable *row;
  GtkLabel *fault;

  gboolean showing; /* the name is set by the program, not by a hand */
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

G_DEFINE_FINAL_TYPE (MisNameEditor, mis_name_editor, ADW_TYPE_BIN)

static void
changed_cb (MisNameEditor *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[EDITED], 0, gtk_editable_get_text (self->row));
}

static void
leave_cb (MisNameEditor *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
mis_name_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_NAME_EDITOR);
  G_OBJECT_CLASS (mis_name_editor_parent_class)->dispose (object);
}

static AdwPreferencesRow *
get_row (GObject *object)
{
  return ADW_PREFERENCES_ROW (MIS_NAME_EDITOR (object)->row);
}

static void
mis_name_editor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    g_value_set_string (value, adw_preferences_row_get_title (get_row (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mis_name_editor_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    adw_preferences_row_set_title (get_row (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mis_name_editor_class_init (MisNameEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mis_name_editor_dispose;
  object_class->get_property = mis_name_editor_get_property;
  object_class->set_property = mis_name_editor_set_property;
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[EDITED] = g_signal_new ("edited", MIS_TYPE_NAME_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", MIS_TYPE_NAME_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/name-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, MisNameEditor, row);
  gtk_widget_class_bind_template_child (widget_class, MisNameEditor, fault);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
}

static void
mis_name_editor_init (MisNameEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mis_name_editor_show (MisNameEditor *self, const char *name)
{
  g_return_if_fail (MIS_IS_NAME_EDITOR (self));

  if (g_str_equal (gtk_editable_get_text (self->row), name))
    return;
  self->showing = TRUE;
  gtk_editable_set_text (self->row, name);
  self->showing = FALSE;
  mis_name_editor_set_fault (self, NULL);
}

void
mis_name_editor_set_fault (MisNameEditor *self, const char *fault)
{
  g_return_if_fail (MIS_IS_NAME_EDITOR (self));

  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
  gtk_label_set_label (self->fault, fault != NULL ? fault : "");
}
