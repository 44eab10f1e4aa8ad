/* How large a window is: as the last one was, unless that was only for a while. */
#include "app/window-private.h"

/* Narrower, it was put beside something else. */
#define NARROWEST_KEPT 600

void
mis_window_keep_size (MisWindow *self)
{
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width, height;

  g_settings_set_boolean (self->settings, "window-maximized", maximized);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (maximized || width < NARROWEST_KEPT)
    return;
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
}

/* Which monitor the window comes to is not known before it is there: on the smallest one it fits
 * too. */
static void
fit_monitors (GdkDisplay *display, int *width, int *height)
{
  GListModel *monitors = gdk_display_get_monitors (display);

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle room;

      gdk_monitor_get_geometry (monitor, &room);
      *width = room.width > 0 ? MIN (*width, room.width) : *width;
      *height = room.height > 0 ? MIN (*height, room.height) : *height;
    }
}

void
mis_window_take_size (MisWindow *self)
{
  int width = g_settings_get_int (self->settings, "window-width");
  int height = g_settings_get_int (self->settings, "window-height");

  fit_monitors (gtk_widget_get_display (GTK_WIDGET (self)), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}
