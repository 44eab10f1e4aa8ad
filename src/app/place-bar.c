#include "app/place-bar.h"

struct _MisPlaceBar
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (MisPlaceBar, mis_place_bar, ADW_TYPE_BIN)

static void
mis_place_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_PLACE_BAR);
  G_OBJECT_CLASS (mis_place_bar_parent_class)->dispose (object);
}

static void
mis_place_bar_class_init (MisPlaceBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mis_place_bar_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/misalign/Misalign/place-bar.ui");
}

static void
mis_place_bar_init (MisPlaceBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
