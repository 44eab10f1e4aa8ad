#include "app/view-bar.h"

struct _MisViewBar
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (MisViewBar, mis_view_bar, ADW_TYPE_BIN)

static void
mis_view_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_VIEW_BAR);
  G_OBJECT_CLASS (mis_view_bar_parent_class)->dispose (object);
}

static void
mis_view_bar_class_init (MisViewBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mis_view_bar_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/misalign/Misalign/view-bar.ui");
}

static void
mis_view_bar_init (MisViewBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
