#include "app/row-fault.h"

void
mis_row_show_fault (AdwActionRow *row, const char *fault, const char *hint)
{
  adw_action_row_set_subtitle (row, fault != NULL ? fault : hint != NULL ? hint : "");
  if (fault != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row), "fault");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "fault");
}

void
mis_row_prepare (AdwActionRow *row)
{
  g_object_set (row, "use-markup", FALSE, "focusable", FALSE, NULL);
}
