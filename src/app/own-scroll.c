#include "app/own-scroll.h"

/* Those that listen before others do not scroll. */
static gboolean
is_own_scroll (GtkEventController *controller)
{
  return GTK_IS_EVENT_CONTROLLER_SCROLL (controller) &&
         gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_BUBBLE;
}

GtkEventController *
mis_find_own_scroll (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  controllers = gtk_widget_observe_controllers (widget);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (is_own_scroll (controller))
        return controller;
    }
  g_return_val_if_reached (NULL);
}
