#include "app/main-menu.h"

struct _MisMainMenu
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (MisMainMenu, mis_main_menu, ADW_TYPE_BIN)

static void
mis_main_menu_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_MAIN_MENU);
  G_OBJECT_CLASS (mis_main_menu_parent_class)->dispose (object);
}

static void
mis_main_menu_class_init (MisMainMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mis_main_menu_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/misalign/Misalign/main-menu.ui");
}

static void
mis_main_menu_init (MisMainMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
