#include "cli/command.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/help.h"
#include "cli/message.h"
#include "cli/output.h"
#include "config.h"

#define COLUMN 31

static const MisCommand *const commands[] = {
  &mis_command_score,
  &mis_command_analyze,
  &mis_command_figure,
  &mis_command_sweep,
  &mis_command_plot,
  &mis_command_check,
  &mis_command_convert,
  &mis_command_new,
};

static const MisCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i]->name, name) == 0)
      return commands[i];
  return NULL;
}

/* Padded by hand: printf counts bytes, not characters. */
static void
append_command (GString *help, const MisCommand *command)
{
  g_autofree char *call = g_strdup_printf ("%s %s", command->name, command->operands);
  glong length = g_utf8_strlen (call, -1);

  g_string_append_printf (help, "  %s%*s  %s\n", call, (int) MAX (COLUMN - length, 0), "",
                          _(command->summary));
}

static char *
make_help (void)
{
  GString *help = g_string_new (NULL);
  char *wrapped;

  g_string_append_printf (help, _("Usage: %s COMMAND [ARGUMENT…]\n\n"), MIS_PROGRAM_NAME);
  g_string_append (help, _("Measures how misaligned a population is (arXiv 2406.04231).\n\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    append_command (help, commands[i]);
  g_string_append_printf (help, _("\nTo begin: “%s new shopping -o shopping.misalign” writes an "
                                  "example, “%s analyze shopping.misalign” explains its score.\n"),
                          MIS_PROGRAM_NAME, MIS_PROGRAM_NAME);
  g_string_append_printf (help, _("“%s COMMAND --help” explains a command; --version names the "
                                  "version.\n"),
                          MIS_PROGRAM_NAME);
  g_string_append (help, _("“-” in place of a file is standard input or output.\n"
                           "Exit status: 0 done, 1 the work failed, 2 wrong usage, 130 "
                           "interrupted.\n"));
  wrapped = mis_help_wrap (help->str);
  g_string_free (help, TRUE);
  return wrapped;
}

static char *
list_commands (void)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (list, i == 0 ? "%s" : ", %s", commands[i]->name);
  return g_string_free (list, FALSE);
}

static MisExit
refuse (const char *found)
{
  g_autofree char *expected = list_commands ();

  mis_message (_("found %s, expected a command: %s"), found, expected);
  mis_message_advise (NULL);
  return MIS_EXIT_USAGE;
}

static MisExit
print (const char *text)
{
  return mis_output_print (text) ? MIS_EXIT_DONE : MIS_EXIT_FAILED;
}

MisExit
mis_command_line_run (GStrv arguments)
{
  const char *name = arguments[0] != NULL ? arguments[1] : NULL;
  const MisCommand *command;
  g_autofree char *text = NULL;

  if (name == NULL)
    return refuse (_("nothing"));
  command = find_command (name);
  if (command != NULL)
    {
      GStrv own = g_strdupv (arguments + 1);
      MisExit status = command->run (command, own);

      g_strfreev (own);
      return status;
    }
  if (strcmp (name, "--help") == 0 || strcmp (name, "-h") == 0)
    text = make_help ();
  else if (strcmp (name, "--version") == 0)
    text = g_strdup (MIS_PROGRAM_NAME " " MIS_VERSION "\n");
  if (text != NULL)
    return print (text);
  text = g_strdup_printf ("“%s”", name);
  return refuse (text);
}
