#include "app/range-button.h"

#include <glib/gi18n.h>

#include "app/range-popover.h"
#include "app/tooltip.h"
#include "document/parameter-range.h"

struct _MisRangeButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  MisDocument *document;
  MisParameter *parameter;
};

G_DEFINE_FINAL_TYPE (MisRangeButton, mis_range_button, ADW_TYPE_BIN)

static MisRangePopover *
get_popover (MisRangeButton *self)
{
  return (MisRangePopover *)gtk_menu_button_get_popover (self->button);
}

static void
create_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  MisRangeButton *self = user_data;

  if (self->document == NULL)
    return;
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, mis_range_popover_new ());
  mis_range_popover_bind (get_popover (self), self->document, self->parameter);
}

static void
forget (MisRangeButton *self)
{
  gtk_menu_button_popdown (self->button);
  if (get_popover (self) != NULL)
    mis_range_popover_bind (get_popover (self), NULL, NULL);
  g_clear_object (&self->document);
  g_clear_object (&self->parameter);
}

static void
mis_range_button_dispose (GObject *object)
{
  MisRangeButton *self = MIS_RANGE_BUTTON (object);

  if (self->button != NULL)
    forget (self);
  self->button = NULL;
  G_OBJECT_CLASS (mis_range_button_parent_class)->dispose (object);
}

static void
mis_range_button_class_init (MisRangeButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mis_range_button_dispose;
}

static void
mis_range_button_init (MisRangeButton *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, gtk_label_new ("±"));
  gtk_menu_button_set_has_frame (self->button, FALSE);
  gtk_menu_button_set_create_popup_func (self->button, create_popover_cb, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "range-button");
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  mis_tooltip_set (GTK_WIDGET (self->button),
                   _ ("Not certain? Set the range of this number. (Ctrl+R)"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

void
mis_range_button_bind (MisRangeButton *self, MisDocument *document, MisParameter *parameter)
{
  MisWorld *world;
  g_autofree char *name = NULL, *label = NULL;

  g_return_if_fail (MIS_IS_RANGE_BUTTON (self));

  forget (self);
  if (parameter == NULL)
    return;
  world = mis_document_get_world (document);
  gtk_widget_set_visible (GTK_WIDGET (self), mis_parameter_may_be_uncertain (parameter, world));
  self->document = g_object_ref (document);
  self->parameter = g_object_ref (parameter);
  name = mis_parameter_dup_name (parameter, world);
  /* Translators: the button that opens the range of the number called so */
  label = g_strdup_printf (_ ("%s, range"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

gboolean
mis_range_button_open (MisRangeButton *self)
{
  g_return_val_if_fail (MIS_IS_RANGE_BUTTON (self), FALSE);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  gtk_menu_button_popup (self->button);
  return TRUE;
}

gboolean
mis_range_button_is_open (MisRangeButton *self)
{
  g_return_val_if_fail (MIS_IS_RANGE_BUTTON (self), FALSE);

  return get_popover (self) != NULL && gtk_widget_get_visible (GTK_WIDGET (get_popover (self)));
}
