#include "app/driver-row.h"

#include "report/number-text.h"

struct _MisDriverRow
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *part;
  GtkProgressBar *bar;
};

G_DEFINE_FINAL_TYPE (MisDriverRow, mis_driver_row, ADW_TYPE_BIN)

static void
mis_driver_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_DRIVER_ROW);
  G_OBJECT_CLASS (mis_driver_row_parent_class)->dispose (object);
}

static void
mis_driver_row_class_init (MisDriverRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_driver_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/driver-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MisDriverRow, title);
  gtk_widget_class_bind_template_child (widget_class, MisDriverRow, detail);
  gtk_widget_class_bind_template_child (widget_class, MisDriverRow, part);
  gtk_widget_class_bind_template_child (widget_class, MisDriverRow, bar);
  gtk_widget_class_set_css_name (widget_class, "driverrow");
}

static void
mis_driver_row_init (MisDriverRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
mis_driver_row_new (void)
{
  return g_object_new (MIS_TYPE_DRIVER_ROW, NULL);
}

void
mis_driver_row_show (MisDriverRow *self, const char *title, const char *detail, double part)
{
  g_autofree char *percent = mis_percent_text (part);

  g_return_if_fail (MIS_IS_DRIVER_ROW (self));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *detail != '\0');
  gtk_label_set_label (self->part, percent);
  gtk_progress_bar_set_fraction (self->bar, part);
}

void
mis_driver_row_lead_to (MisDriverRow *self, guint area, int g, int h)
{
  GtkActionable *button;

  g_return_if_fail (MIS_IS_DRIVER_ROW (self));

  button = GTK_ACTIONABLE (adw_bin_get_child (ADW_BIN (self)));
  gtk_actionable_set_action_target (button, "(uii)", area, g, h);
  gtk_actionable_set_action_name (button, "explore.show-conflict");
}
