#include "app/way-button.h"

struct _MisWayButton
{
  GtkButton parent_instance;

  GtkImage *image;
  GtkLabel *label;
};

enum
{
  PROP_0,
  PROP_ICON,
  PROP_TITLE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MisWayButton, mis_way_button, GTK_TYPE_BUTTON)

static void
set_title (MisWayButton *self, const char *title)
{
  gtk_label_set_label (self->label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
mis_way_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_WAY_BUTTON);
  G_OBJECT_CLASS (mis_way_button_parent_class)->dispose (object);
}

static void
mis_way_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MisWayButton *self = MIS_WAY_BUTTON (object);

  switch (id)
    {
    case PROP_ICON: g_value_set_string (value, gtk_image_get_icon_name (self->image)); break;
    case PROP_TITLE: g_value_set_string (value, gtk_label_get_label (self->label)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mis_way_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MisWayButton *self = MIS_WAY_BUTTON (object);

  switch (id)
    {
    case PROP_ICON: gtk_image_set_from_icon_name (self->image, g_value_get_string (value)); break;
    case PROP_TITLE: set_title (self, g_value_get_string (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mis_way_button_class_init (MisWayButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = mis_way_button_dispose;
  object_class->get_property = mis_way_button_get_property;
  object_class->set_property = mis_way_button_set_property;
  properties[PROP_ICON] = g_param_spec_string ("icon", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/way-button.ui");
  gtk_widget_class_bind_template_child (widget_class, MisWayButton, image);
  gtk_widget_class_bind_template_child (widget_class, MisWayButton, label);
}

static void
mis_way_button_init (MisWayButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
