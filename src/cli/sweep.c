/* The command "sweep": any experiment. */
#include <glib/gi18n-lib.h>

#include "cli/arguments.h"
#include "cli/experiment.h"
#include "cli/input.h"
#include "cli/message.h"
#include "file/experiment-reader.h"

static MisExperiment *
read_experiment (const char *path)
{
  g_autoptr (MisFault) fault = NULL;
  g_autofree char *name = mis_input_get_name (path);
  g_autoptr (GBytes) bytes = mis_input_load (path, &fault);
  MisExperiment *experiment = NULL;
  const char *text;
  gsize length;

  if (bytes != NULL)
    {
      text = g_bytes_get_data (bytes, &length);
      experiment = mis_experiment_read (length > 0 ? text : "", length, &fault);
    }
  if (experiment == NULL)
    mis_message_fault (fault, name);
  return experiment;
}

static MisWorld *
read_project (const char *path)
{
  g_autoptr (MisFault) fault = NULL;
  g_autofree char *name = mis_input_get_name (path);
  MisWorld *world = mis_input_read (path, &fault);

  if (world == NULL)
    mis_message_fault (fault, name);
  return world;
}

/* A project is named if and only if the experiment is about one. */
static gboolean
check_project (const MisCommand *command, const MisExperiment *experiment, const char *project)
{
  if ((experiment->source == MIS_SOURCE_PROJECT) == (project != NULL))
    return TRUE;
  if (project == NULL)
    mis_usage_error (command, _("found no --project, expected one, as the experiment is about it"));
  else
    mis_usage_error (command, _("--project: found “%s”, expected none, as the experiment has a "
                                "world of its own"),
                     project);
  return FALSE;
}

/* The counts of a project are what --agents scales. */
static gboolean
check_agents (const MisExperimentOptions *options, const MisWorld *world, const char *project)
{
  g_autofree char *name = NULL;

  if (options->agents == NULL || world == NULL || mis_world_get_population (world) > 0)
    return TRUE;
  name = mis_input_get_name (project);
  mis_message (_("%s: agents: found none, expected a group with agents, as --agents says how many "
                 "there shall be"),
               name);
  return FALSE;
}

static MisExit
sweep (const MisCommand *command,
       const char *path,
       const char *project,
       const MisExperimentOptions *options)
{
  g_autofree char *name = mis_input_get_name (path);
  g_autoptr (MisExperiment) read = NULL;
  g_autoptr (MisExperiment) experiment = NULL;
  g_autoptr (MisWorld) world = NULL;
  MisFigureFormat format;

  if (!mis_experiment_options_choose_format (options, command, options->path, &format)
      || !mis_experiment_check_terminal (options, command, format))
    return MIS_EXIT_USAGE;
  read = read_experiment (path);
  if (read == NULL)
    return MIS_EXIT_FAILED;
  if (!check_project (command, read, project))
    return MIS_EXIT_USAGE;
  experiment = mis_experiment_options_apply (options, command, read);
  if (experiment == NULL)
    return MIS_EXIT_USAGE;
  if (project != NULL && (world = read_project (project)) == NULL)
    return MIS_EXIT_FAILED;
  if (!check_agents (options, world, project))
    return MIS_EXIT_FAILED;
  return mis_experiment_perform (options, command, name, experiment, world, format, options->path);
}

static MisExit
run (const MisCommand *command, GStrv arguments)
{
  MisExperimentOptions given = { NULL };
  g_autofree char *project = NULL;
  GOptionEntry options[MIS_N_EXPERIMENT_OPTIONS + 3] = { { NULL } };
  MisExit status;

  options[0] = (GOptionEntry) { "project", 0, 0, G_OPTION_ARG_FILENAME, &project,
                                N_("The project that the experiment is about"), N_("FILE") };
  options[1] = (GOptionEntry) { "view", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given.view,
                                N_("How a distribution of scores is seen: hill (the share of the "
                                   "runs in each bar; usual in pictures) or rising (the share at "
                                   "or below each score; usual in tables)"),
                                N_("VIEW") };
  mis_experiment_options_fill (&given, options + 2);
  if (mis_arguments_parse (command, &arguments, options, 1, 1, &status))
    status = sweep (command, arguments[1], project, &given);
  mis_experiment_options_clear (&given);
  return status;
}

const MisCommand mis_command_sweep = {
  .name = "sweep",
  .operands = "EXPERIMENT.json",
  .summary = N_("Runs an experiment: draws it, or gives its numbers"),
  .explanation = N_("The format follows the ending of PATH unless --format says otherwise; on "
                    "standard output it is SVG."),
  .run = run,
};
