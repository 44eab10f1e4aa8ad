#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>

#include "app/application.h"
#include "config.h"

int
main (int argc, char **argv)
{
  g_autoptr (MisApplication) application = NULL;
  g_autofree char *drafts = g_build_filename (g_get_user_data_dir (), "misalign", "drafts", NULL);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, MIS_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* A limit on the size of files is then an error of the save, not the end of the program. */
  signal (SIGXFSZ, SIG_IGN);

  application = mis_application_new (G_APPLICATION_DEFAULT_FLAGS);
  mis_application_keep_drafts (application, drafts);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
