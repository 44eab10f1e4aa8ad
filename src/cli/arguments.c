#include "cli/arguments.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/help.h"
#include "cli/message.h"
#include "cli/output.h"
#include "core/number.h"
#include "file/table-field.h"

static GOptionContext *
make_context (const MisCommand *command, const GOptionEntry *options, gboolean *help)
{
  const GOptionEntry help_option[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, help, N_("Explain this command"), NULL },
    { NULL },
  };
  GOptionContext *context = g_option_context_new (command->operands);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, command->summary);
  g_option_context_set_description (context, command->explanation);
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help_option, GETTEXT_PACKAGE);
  return context;
}

static MisExit
print_help (const MisCommand *command, GOptionContext *context)
{
  g_autofree char *call = g_strdup_printf ("%s %s", MIS_PROGRAM_NAME, command->name);
  g_autofree char *help = NULL;
  g_autofree char *wrapped = NULL;

  /* The program's name is what GLib puts behind "Usage:". */
  g_set_prgname (call);
  help = g_option_context_get_help (context, TRUE, NULL);
  g_set_prgname (MIS_PROGRAM_NAME);
  wrapped = mis_help_wrap (help);
  return mis_output_print (wrapped) ? MIS_EXIT_DONE : MIS_EXIT_FAILED;
}

/* GLib leaves a "--" in place that stands before an operand. */
static void
drop_separator (GStrv arguments)
{
  guint to = 1;
  gboolean dropped = FALSE;

  for (guint from = 1; arguments[from] != NULL; from++)
    {
      char *argument = arguments[from];

      arguments[from] = NULL;
      if (!dropped && g_str_equal (argument, "--"))
        {
          dropped = TRUE;
          g_free (argument);
        }
      else
        arguments[to++] = argument;
    }
}

static gboolean
check_operands (const MisCommand *command, GStrv arguments, guint least, guint most)
{
  guint n = g_strv_length (arguments) - 1;

  if (n < least)
    mis_usage_error (command, _("found too few arguments, expected %s"), command->operands);
  else if (n > most)
    mis_usage_error (command, _("found “%s”, expected nothing more than %s"), arguments[most + 1],
                     command->operands);
  return n >= least && n <= most;
}

gboolean
mis_arguments_parse (const MisCommand *command,
                     GStrv *arguments,
                     const GOptionEntry *options,
                     guint least,
                     guint most,
                     MisExit *status)
{
  gboolean help = FALSE;
  g_autoptr (GOptionContext) context = make_context (command, options, &help);
  g_autoptr (GError) error = NULL;

  *status = MIS_EXIT_USAGE;
  if (!g_option_context_parse_strv (context, arguments, &error))
    {
      mis_usage_error (command, "%s", error->message);
      return FALSE;
    }
  if (help)
    {
      *status = print_help (command, context);
      return FALSE;
    }
  drop_separator (*arguments);
  return check_operands (command, *arguments, least, most);
}

static gboolean
choose_word (const MisCommand *command,
             const char *option,
             const char *word,
             const MisChoice *choices,
             guint *choice)
{
  g_autofree char *expected = NULL;
  int found;

  found = mis_choice_from_nick (choices, word);
  if (found >= 0)
    {
      *choice = (guint) found;
      return TRUE;
    }
  expected = mis_choice_list_nicks (choices);
  mis_usage_error (command, _("%s: found “%s”, expected %s"), option, word, expected);
  return FALSE;
}

gboolean
mis_arguments_choose (const MisCommand *command,
                      const char *option,
                      char **words,
                      const MisChoice *choices,
                      guint *choice)
{
  for (; words != NULL && *words != NULL; words++)
    if (!choose_word (command, option, *words, choices, choice))
      return FALSE;
  return TRUE;
}

gboolean
mis_arguments_parse_number (const char *word, double *number)
{
  MisTableField field = { .text = word, .length = (guint) strlen (word) };

  /* A table's numbers may have spaces around them and no digit before the point; an option's
   * may not. */
  if (!g_str_has_suffix (word, "%"))
    return mis_number_parse (word, number);
  return !g_ascii_isspace (*word) && mis_table_field_parse_number (&field, FALSE, number);
}
