#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/message.h"
#include "cli/output.h"
#include "core/companion.h"
#include "core/edit.h"
#include "file/score-writer.h"

/* The options of the score, as given on the command line. */
typedef struct
{
  char *names[MIS_N_OPTIONS]; /* "weight-mean" */
  char *helps[MIS_N_OPTIONS];
  char *words[MIS_N_OPTIONS];
  char *scenario;
  char *format;
} Given;

static void
given_init (Given *given)
{
  memset (given, 0, sizeof *given);
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    {
      g_autofree char *nicks = mis_choice_list_nicks (mis_options[i].choices);

      given->names[i] = g_strdelimit (g_strdup (mis_options[i].name), "_", '-');
      given->helps[i] = g_strdup_printf ("%s: %s", _(mis_options[i].label), nicks);
    }
}

static void
given_clear (Given *given)
{
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    {
      g_free (given->names[i]);
      g_free (given->helps[i]);
      g_free (given->words[i]);
    }
  g_free (given->scenario);
  g_free (given->format);
}

static gboolean
parse (const MisCommand *command, GStrv arguments, Given *given, MisExit *status)
{
  GOptionEntry options[MIS_N_OPTIONS + 3] = {
    { "scenario", 0, 0, G_OPTION_ARG_STRING, &given->scenario, N_("Score this scenario of FILE"),
      N_("ID") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &given->format, N_("text, json or csv"), N_("FORMAT") },
  };

  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    options[i + 2] = (GOptionEntry) {
      .long_name = given->names[i],
      .arg = G_OPTION_ARG_STRING,
      .arg_data = &given->words[i],
      .description = given->helps[i],
      .arg_description = N_("WORD"),
    };
  return mis_arguments_parse (command, &arguments, options, 1, 1, status);
}

/* What is given wins over what the project says. */
static gboolean
choose_scoring (const MisCommand *command, const Given *given, MisScoring *scoring)
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

static char *
list_scenarios (const MisWorld *world)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < mis_world_get_n_scenarios (world); i++)
    g_string_append_printf (list, i == 0 ? "%s" : ", %s", mis_world_get_scenario (world, i)->id);
  return g_string_free (list, FALSE);
}

static MisWorld *
apply_scenario (MisWorld *world, const char *id, const char *name)
{
  int scenario = mis_world_find_scenario (world, id);
  g_autoptr (GError) error = NULL;
  MisWorld *applied = NULL;

  if (scenario >= 0)
    {
      applied = mis_world_with_scenario_applied (
        world, mis_world_get_scenario (world, (guint) scenario), &error);
      if (applied == NULL)
        mis_message ("%s: scenarios[%d]: %s", name, scenario, error->message);
    }
  else if (mis_world_get_n_scenarios (world) == 0)
    mis_message (_("%s: scenarios: found none, expected “%s”"), name, id);
  else
    {
      g_autofree char *expected = list_scenarios (world);

      mis_message (_("%s: scenarios: found no “%s”, expected one of %s"), name, id, expected);
    }
  return applied;
}

/* Formats that have no place for remarks leave them to standard error. */
static void
print_remarks (GPtrArray *warnings, const char *name)
{
  for (guint i = 0; i < warnings->len; i++)
    {
      const MisWarning *warning = warnings->pdata[i];

      mis_message (_("%s: remark: %s%s%s"), name, warning->place, *warning->place != '\0' ? ": " : "",
                   warning->message);
    }
}

static MisExit
print_score (MisWorld *world, const char *name, MisScoreFormat format)
{
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
  g_autoptr (GPtrArray) warnings = mis_score_list_warnings (score, tally);
  g_autoptr (GBytes) bytes = NULL;
  MisAnyConflict chance = { 0 };

  /* The one thing that may take seconds; the other formats do not say it. */
  if (format == MIS_SCORE_JSON)
    chance = mis_any_conflict (tally, score, NULL);
  else
    print_remarks (warnings, name);
  bytes = mis_score_write (tally, score, &chance, warnings, format);
  return mis_output_write (NULL, bytes) ? MIS_EXIT_DONE : MIS_EXIT_FAILED;
}

static MisExit
score_file (const MisCommand *command, const char *path, const Given *given)
{
  g_autofree char *name = mis_input_get_name (path);
  g_autoptr (MisFault) fault = NULL;
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (MisWorld) changed = NULL;
  g_autoptr (MisWorld) rescored = NULL;
  MisScoring scoring = { 0 };
  guint format = MIS_SCORE_TEXT;

  /* Words are checked before a file is waited for. */
  if (!mis_arguments_choose (command, "--format", given->format, mis_score_formats, &format)
      || !choose_scoring (command, given, &scoring))
    return MIS_EXIT_USAGE;
  world = mis_input_read (path, &fault);
  if (world == NULL)
    {
      mis_message_fault (fault, name);
      return MIS_EXIT_FAILED;
    }
  changed = given->scenario != NULL ? apply_scenario (world, given->scenario, name)
                                    : mis_world_ref (world);
  if (changed == NULL)
    return MIS_EXIT_FAILED;
  scoring = *mis_world_get_scoring (changed);
  choose_scoring (command, given, &scoring);
  rescored = mis_world_with_scoring (changed, &scoring);
  return print_score (rescored, name, (MisScoreFormat) format);
}

static MisExit
run (const MisCommand *command, GStrv arguments)
{
  Given given;
  MisExit status;

  given_init (&given);
  if (parse (command, arguments, &given, &status))
    status = score_file (command, arguments[1], &given);
  given_clear (&given);
  return status;
}

const MisCommand mis_command_score = {
  .name = "score",
  .operands = "FILE",
  .summary = N_("Scores the population of a project"),
  .explanation = N_("Options of the score that are not given are those of the project.\n"
                    "Remarks on the project go to standard error, with json into the result."),
  .run = run,
};
