#include "app/empty-page.h"

struct _MisEmptyPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (MisEmptyPage, mis_empty_page, ADW_TYPE_BIN)

static void
mis_empty_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_EMPTY_PAGE);
  G_OBJECT_CLASS (mis_empty_page_parent_class)->dispose (object);
}

static void
mis_empty_page_class_init (MisEmptyPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mis_empty_page_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/misalign/Misalign/empty-page.ui");
}

static void
mis_empty_page_init (MisEmptyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
