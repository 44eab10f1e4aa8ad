#include "app/guide-follow.h"

#define MARGIN 12.0

static void
scroll_to (GtkScrolledWindow *scroller, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  graphene_rect_t bounds;
  double top;

  if (!gtk_widget_compute_bounds (row, GTK_WIDGET (scroller), &bounds))
    return;
  top = gtk_adjustment_get_value (adjustment) + (double)bounds.origin.y;
  gtk_adjustment_clamp_page (adjustment, top - MARGIN, top + (double)bounds.size.height + MARGIN);
}

static gboolean
follow_cb (gpointer user_data)
{
  GtkScrolledWindow *scroller = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (scroller));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (scroller)))
    scroll_to (scroller, row);
  return G_SOURCE_REMOVE;
}

/* Where things are is not known before the page has been given its size. */
static void
grown_cb (GtkScrolledWindow *scroller)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, follow_cb, g_object_ref (scroller), g_object_unref);
}

void
mis_guide_follow_focus (GtkScrolledWindow *scroller)
{
  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));

  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (scroller), "notify::upper",
                           G_CALLBACK (grown_cb), scroller, G_CONNECT_SWAPPED);
}
