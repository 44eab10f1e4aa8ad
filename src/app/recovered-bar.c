#include "app/recovered-bar.h"

struct _MisRecoveredBar
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (MisRecoveredBar, mis_recovered_bar, ADW_TYPE_BIN)

static void
close_clicked_cb (MisRecoveredBar *self)
{
  mis_recovered_bar_set_shown (self, FALSE);
}

static void
mis_recovered_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_RECOVERED_BAR);
  G_OBJECT_CLASS (mis_recovered_bar_parent_class)->dispose (object);
}

static void
mis_recovered_bar_class_init (MisRecoveredBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_recovered_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/recovered-bar.ui");
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "recoveredbar");
}

static void
mis_recovered_bar_init (MisRecoveredBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mis_recovered_bar_set_shown (MisRecoveredBar *self, gboolean shown)
{
  g_return_if_fail (MIS_IS_RECOVERED_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), shown);
}
