#include "app/row-fault.h"

#include "app/held-pointer.h"

#define KEY "mis-row-words"

/* Words of several lines make a row higher. */
static void
show_words (GtkWidget *row)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), g_object_get_data (G_OBJECT (row), KEY));
}

void
mis_row_show_fault (AdwActionRow *row, const char *fault, const char *hint)
{
  const char *words = fault != NULL ? fault : hint != NULL ? hint : "";

  g_object_set_data_full (G_OBJECT (row), KEY, g_strdup (words), g_free);
  mis_when_released (GTK_WIDGET (row), show_words);
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
