#include <locale.h>

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "config.h"

int
main (int argc, char **argv)
{
  MisExit status;

  setlocale (LC_ALL, "");
  /* Messages follow the user's language, numbers do not: same input, same bytes. */
  setlocale (LC_NUMERIC, "C");
  bindtextdomain (GETTEXT_PACKAGE, MIS_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname (MIS_PROGRAM_NAME);
  mis_interrupt_init ();

  status = mis_command_line_run (argv);
  if (!mis_output_close () && status == MIS_EXIT_DONE)
    status = MIS_EXIT_FAILED;
  return (int) status;
}
