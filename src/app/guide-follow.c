#include "app/guide-follow.h"

#define MARGIN 12.0
#define N_FRAMES 3u

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

static void
follow (GtkScrolledWindow *scroller)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (scroller));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (scroller)))
    scroll_to (scroller, row);
}

static gboolean
tick_cb (GtkWidget *scroller, GdkFrameClock *clock, gpointer user_data)
{
  guint *frames = user_data;

  follow (GTK_SCROLLED_WINDOW (scroller));
  return ++*frames < N_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Where things are is not known before the page has been given its size, which can take another
 * frame where lines wrap. */
static void
grown_cb (GtkScrolledWindow *scroller)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (scroller), tick_cb, g_new0 (guint, 1), g_free);
}

void
mis_guide_follow_focus (GtkScrolledWindow *scroller)
{
  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));

  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (scroller), "notify::upper",
                           G_CALLBACK (grown_cb), scroller, G_CONNECT_SWAPPED);
}
