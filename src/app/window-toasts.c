/* What the window says in passing, and the offer to undo the last step. */
#include "app/window-private.h"

#include <glib/gi18n.h>

/* GTK 4.8 looks at what had the keyboard after it has let it go (in a label with a link, for one).
 * So the keyboard goes elsewhere while the button in the toast is still there. */
static void
dismissed_cb (MisWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *below = self->toasts != NULL ? adw_toast_overlay_get_child (self->toasts) : NULL;

  if (below != NULL && focus != NULL &&
      gtk_widget_is_ancestor (focus, GTK_WIDGET (self->toasts)) &&
      !gtk_widget_is_ancestor (focus, below))
    gtk_widget_child_focus (below, GTK_DIR_TAB_FORWARD);
}

/* @toast: (transfer full) */
static void
show (MisWindow *self, AdwToast *toast)
{
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static gboolean
dismiss_cb (gpointer toast)
{
  adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

/* Not at once: who goes to its button ends what was typed elsewhere, which is a step itself. */
void
mis_window_drop_undo_toast (MisWindow *self)
{
  if (self->undo_toast != NULL)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, dismiss_cb, g_steal_pointer (&self->undo_toast),
                     g_object_unref);
}

void
mis_window_offer_undo (MisWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  mis_window_drop_undo_toast (self);
  self->undo_toast = g_object_ref (adw_toast_new (escaped));
  adw_toast_set_button_label (self->undo_toast, _ ("_Undo"));
  adw_toast_set_action_name (self->undo_toast, "win.undo");
  show (self, self->undo_toast);
}

void
mis_window_show_toast (MisWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_return_if_fail (MIS_IS_WINDOW (self));

  show (self, adw_toast_new (escaped));
}
