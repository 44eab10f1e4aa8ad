/* What a window does so that a crash takes no work: it goes to a draft, and comes back. */
#include "app/window-private.h"

#include "app/application.h"
#include "app/recovered-bar.h"

/* (nullable): where drafts are kept, if they are. */
static const char *
get_folder (MisWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return MIS_IS_APPLICATION (application)
             ? mis_application_get_drafts (MIS_APPLICATION (application))
             : NULL;
}

void
mis_window_keep_draft (MisWindow *self)
{
  const char *folder = get_folder (self);

  if (self->draft_keeper == NULL && folder != NULL)
    self->draft_keeper = mis_draft_keeper_new (self->document, folder);
  if (self->draft_keeper != NULL)
    g_signal_connect_object (self->draft_keeper, "failed", G_CALLBACK (mis_window_show_toast), self,
                             G_CONNECT_SWAPPED);
}

void
mis_window_update_recovered (MisWindow *self)
{
  if (self->document != NULL && !mis_document_is_modified (self->document))
    mis_recovered_bar_set_shown (MIS_RECOVERED_BAR (self->recovered_bar), FALSE);
}

void
mis_window_discard_draft (MisWindow *self)
{
  if (self->draft_keeper != NULL)
    mis_draft_keeper_discard (self->draft_keeper);
}

void
mis_window_drop_draft_keeper (MisWindow *self)
{
  if (self->draft_keeper != NULL && !mis_document_is_modified (self->document))
    mis_draft_keeper_discard (self->draft_keeper);
  g_clear_object (&self->draft_keeper);
}

/* What is being opened in it has the first claim. */
static gboolean
is_loading (MisWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "loading") == 0;
}

void
mis_window_recover (MisWindow *self, MisDraftKeeper *keeper)
{
  MisWindow *window = self;

  g_return_if_fail (MIS_IS_WINDOW (self));

  if (self->document != NULL || is_loading (self))
    window = mis_window_new (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  window->draft_keeper = g_object_ref (keeper);
  mis_window_set_document (window, mis_draft_keeper_get_document (keeper));
  mis_recovered_bar_set_shown (MIS_RECOVERED_BAR (window->recovered_bar), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}
