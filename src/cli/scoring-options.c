#include "cli/scoring-options.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/arguments.h"

void
mis_scoring_given_init (MisScoringGiven *given)
{
  memset (given, 0, sizeof *given);
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    {
      g_autofree char *nicks = mis_choice_list_nicks (mis_options[i].choices);

      given->names[i] = g_strdelimit (g_strdup (mis_options[i].name), "_", '-');
      given->helps[i] = g_strdup_printf ("%s: %s", _(mis_options[i].label), nicks);
    }
}

void
mis_scoring_given_clear (MisScoringGiven *given)
{
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    {
      g_free (given->names[i]);
      g_free (given->helps[i]);
      g_strfreev (given->words[i]);
    }
}

void
mis_scoring_given_list (MisScoringGiven *given, GOptionEntry *entries)
{
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    entries[i] = (GOptionEntry) {
      .long_name = given->names[i],
      .arg = G_OPTION_ARG_STRING_ARRAY,
      .arg_data = &given->words[i],
      .description = given->helps[i],
      .arg_description = N_("WORD"),
    };
}

gboolean
mis_scoring_given_choose (const MisScoringGiven *given,
                          const MisCommand *command,
                          MisScoring *scoring)
{
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    {
      g_autofree char *option = g_strconcat ("--", given->names[i], NULL);
      guint choice = mis_scoring_get (scoring, i);

      if (!mis_arguments_choose (command, option, given->words[i], mis_options[i].choices, &choice))
        return FALSE;
      mis_scoring_set (scoring, i, choice);
    }
  return TRUE;
}

guint
mis_scoring_given_get_mask (const MisScoringGiven *given)
{
  guint mask = 0;

  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    mask |= given->words[i] != NULL ? 1u << i : 0;
  return mask;
}
