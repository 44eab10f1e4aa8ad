#include "app/tooltip.h"

#define TEXT_KEY "mis-tooltip"

static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean by_keys, GtkTooltip *tooltip)
{
  const char *text = g_object_get_data (G_OBJECT (widget), TEXT_KEY);

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static gboolean
is_asked (GtkWidget *widget)
{
  return g_signal_handler_find (widget, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, query_tooltip_cb, NULL)
         != 0;
}

static void
store (GtkWidget *widget, const char *text)
{
  if (!is_asked (widget))
    g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_object_set_data_full (G_OBJECT (widget), TEXT_KEY, g_strdup (text), g_free);
}

void
mis_tooltip_set (GtkWidget *widget, const char *text)
{
  if (g_strcmp0 (g_object_get_data (G_OBJECT (widget), TEXT_KEY), text) == 0)
    return;
  store (widget, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
  if ((gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_PRELIGHT) != 0)
    gtk_widget_trigger_tooltip_query (widget);
}

const char *
mis_tooltip_get (GtkWidget *widget)
{
  const char *text = g_object_get_data (G_OBJECT (widget), TEXT_KEY);

  return text != NULL ? text : gtk_widget_get_tooltip_text (widget);
}
