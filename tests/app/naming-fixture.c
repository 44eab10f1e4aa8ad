#include "naming-fixture.h"

#include "app-fixture.h"

#include "app/tooltip.h"

/* Those in which a widget is given its name. */
static const char *const properties[] = { "label", "title", "tooltip-text", "placeholder-text" };

/* Without the underscore of a mnemonic. */
static gboolean
is_label (const char *label, const char *name)
{
  const char *line = label != NULL ? strchr (label, '_') : NULL;
  g_autofree char *plain =
      line != NULL ? g_strdup_printf ("%.*s%s", (int)(line - label), label, line + 1) : NULL;

  return g_strcmp0 (label, name) == 0 || g_strcmp0 (plain, name) == 0;
}

/* (transfer full) (nullable): a property of text, if @widget has it. */
static char *
dup_property (GtkWidget *widget, const char *property)
{
  GParamSpec *spec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), property);
  char *value = NULL;

  if (spec != NULL && spec->value_type == G_TYPE_STRING)
    g_object_get (widget, property, &value, NULL);
  return value;
}

static gboolean
has_property (GtkWidget *widget, const char *property, const char *name)
{
  g_autofree char *value = dup_property (widget, property);

  return is_label (value, name);
}

/* By the label whose mnemonic leads to it. */
static gboolean
has_label_before (GtkWidget *widget, const char *name)
{
  g_autoptr (GList) labels = gtk_widget_list_mnemonic_labels (widget);

  for (GList *label = labels; label != NULL; label = label->next)
    if (GTK_IS_LABEL (label->data) && is_label (gtk_label_get_label (label->data), name))
      return TRUE;
  return FALSE;
}

/* (nullable) (transfer none): of a button, or an item of a menu or a list. */
static const char *
get_inner_label (GtkWidget *widget)
{
  const char *type = G_OBJECT_TYPE_NAME (widget);
  gboolean is_item =
      g_str_equal (type, "GtkListItemWidget") || g_str_equal (type, "GtkModelButton");
  GtkWidget *label =
      is_item || GTK_IS_BUTTON (widget) ? app_find_type (widget, GTK_TYPE_LABEL) : NULL;

  return label != NULL ? gtk_label_get_label (GTK_LABEL (label)) : NULL;
}

static gboolean
is_spoken (GtkWidget *widget, const char *name)
{
  g_autofree char *other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                               GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  return other == NULL;
}

gboolean
naming_is_called (GtkWidget *widget, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (has_property (widget, properties[i], name))
      return TRUE;
  return is_label (mis_tooltip_get (widget), name) ||
         is_label (get_inner_label (widget), name) || has_label_before (widget, name) ||
         is_spoken (widget, name);
}

char *
naming_dup (GtkWidget *widget)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *name = dup_property (widget, properties[i]);

      if (name != NULL && *name != '\0')
        return g_steal_pointer (&name);
    }
  if (get_inner_label (widget) != NULL)
    return g_strdup (get_inner_label (widget));
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                             "");
}
