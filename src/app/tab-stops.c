#include "app/tab-stops.h"

static gboolean
has_focus (GtkWidget *stop)
{
  return (gtk_widget_get_state_flags (stop) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

gboolean
mis_tab_stops_move (GtkWidget *const *stops, guint n, GtkDirectionType direction)
{
  int step = direction == GTK_DIR_TAB_FORWARD ? 1 : -1;
  int at = step > 0 ? -1 : (int) n;

  for (guint i = 0; i < n; i++)
    if (gtk_widget_is_visible (stops[i]) && has_focus (stops[i]))
      at = (int) i;
  for (at += step; at >= 0 && at < (int) n; at += step)
    if (gtk_widget_is_visible (stops[at]) && gtk_widget_child_focus (stops[at], direction))
      return TRUE;
  return FALSE;
}

int
mis_tab_stops_get_direction (guint keyval, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return -1;
  if (keyval == GDK_KEY_ISO_Left_Tab || (keyval == GDK_KEY_Tab && (state & GDK_SHIFT_MASK) != 0))
    return GTK_DIR_TAB_BACKWARD;
  return keyval == GDK_KEY_Tab ? GTK_DIR_TAB_FORWARD : -1;
}
