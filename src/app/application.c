#include "app/application.h"

#include <glib/gi18n.h>

#include "app/window.h"
#include "config.h"

struct _MisApplication
{
  AdwApplication parent_instance;

  char *drafts;        /* (nullable): where they are kept */
  gboolean has_looked; /* for what a crash has left there */
};

G_DEFINE_FINAL_TYPE (MisApplication, mis_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *keys[3];
} shortcuts[] = {
  { "app.new-window", { "<Control>n" } },
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.open", { "<Control>o" } },
  { "win.paste-table", { "<Control><Shift>v" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.history", { "<Control>h" } },
  { "win.export", { "<Control>e" } },
  { "win.find", { "<Control>f" } },
  { "win.new-scenario", { "<Control><Shift>n" } },
  { "win.next-scenario", { "<Alt>Page_Down" } },
  { "win.previous-scenario", { "<Alt>Page_Up" } },
  { "win.new-experiment", { "<Control><Shift>e" } },
  { "win.run", { "<Control>Return" } },
  { "win.view::start", { "<Alt>Home" } },
  { "win.view::model", { "<Alt>1" } },
  { "win.view::explore", { "<Alt>2" } },
  { "win.view::experiments", { "<Alt>3" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.help", { "F1" } },
};

static MisWindow *
present_window (MisApplication *self)
{
  MisWindow *window = mis_window_new (ADW_APPLICATION (self));

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  present_window (user_data);
}

/* Windows are asked one by one, as each may have something to save. */
static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *link = windows; link != NULL; link = link->next)
    if (MIS_IS_WINDOW (link->data))
      gtk_window_close (link->data);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);
  const char *developers[] = { "Misalign developers", NULL };

  adw_show_about_window (parent, "application-name", "Misalign", "application-icon",
                         MIS_APPLICATION_ID, "version", MIS_VERSION, "developer-name",
                         _("The Misalign developers"), "developers", developers, "license-type",
                         GTK_LICENSE_GPL_3_0, "comments",
                         _("Measures how misaligned a population of people, AI systems and "
                           "organizations is, about what, and what would change it.\n\nThe model "
                           "is that of “Quantifying Misalignment Between Agents” "
                           "(arXiv 2406.04231)."),
                         "website", "https://arxiv.org/abs/2406.04231", NULL);
}

static const GActionEntry entries[] = {
  { "new-window", new_window_cb },
  { "quit", quit_cb },
  { "about", about_cb },
};

static void
mis_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (mis_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (MIS_APPLICATION_ID);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action,
                                           shortcuts[i].keys);
}

/* The first one takes the place of the start page, where that is all there is. */
static void
recovered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MisApplication) self = user_data;
  g_autoptr (GPtrArray) keepers = mis_draft_keeper_recover_finish (result);

  for (guint i = 0; i < keepers->len; i++)
    {
      GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

      mis_window_recover (MIS_IS_WINDOW (active) ? MIS_WINDOW (active) : present_window (self),
                          keepers->pdata[i]);
    }
}

/* Once, when there is a window. */
static void
recover (MisApplication *self)
{
  if (self->has_looked || self->drafts == NULL)
    return;
  self->has_looked = TRUE;
  mis_draft_keeper_recover_async (self->drafts, recovered_cb, g_object_ref (self));
}

static void
mis_application_activate (GApplication *application)
{
  MisApplication *self = MIS_APPLICATION (application);

  present_window (self);
  recover (self);
}

static void
mis_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  MisApplication *self = MIS_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    mis_window_open (present_window (self), files[i]);
  recover (self);
}

static void
mis_application_finalize (GObject *object)
{
  g_free (MIS_APPLICATION (object)->drafts);
  G_OBJECT_CLASS (mis_application_parent_class)->finalize (object);
}

static void
mis_application_class_init (MisApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mis_application_finalize;
  application_class->startup = mis_application_startup;
  application_class->activate = mis_application_activate;
  application_class->open = mis_application_open;
}

static void
mis_application_init (MisApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

MisApplication *
mis_application_new (GApplicationFlags flags)
{
  return g_object_new (MIS_TYPE_APPLICATION, "application-id", MIS_APPLICATION_ID, "flags",
                       flags | G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/io/github/misalign/Misalign", NULL);
}

void
mis_application_keep_drafts (MisApplication *self, const char *folder)
{
  g_return_if_fail (MIS_IS_APPLICATION (self));

  g_free (self->drafts);
  self->drafts = g_strdup (folder);
  self->has_looked = FALSE;
}

const char *
mis_application_get_drafts (MisApplication *self)
{
  g_return_val_if_fail (MIS_IS_APPLICATION (self), NULL);

  return self->drafts;
}
