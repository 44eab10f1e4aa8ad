/* The command "figure": the figures of the paper. */
#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "cli/arguments.h"
#include "cli/experiment.h"
#include "cli/message.h"
#include "cli/output.h"
#include "file/bundled-experiment.h"

#define PREFIX "figure-"

/* The figure's number, such as "4". */
static const char *
get_number (guint figure)
{
  return mis_bundled_experiment_names[figure] + strlen (PREFIX);
}

/* @any: whether the options are for several figures, so that some may go without drawn weights. */
static MisExperiment *
load (const MisExperimentOptions *options, const MisCommand *command, guint figure, gboolean any)
{
  MisExperimentOptions own = *options;
  g_autoptr (GError) error = NULL;
  g_autoptr (MisExperiment) experiment
    = mis_bundled_experiment_load (mis_bundled_experiment_names[figure], &error);

  g_assert_no_error (error);
  if (any && !mis_experiment_draws_weights (experiment))
    own.weights_per = NULL;
  return mis_experiment_options_apply (&own, command, experiment);
}

static MisExit
perform (const MisExperimentOptions *options,
         const MisCommand *command,
         guint figure,
         MisExperiment *experiment,
         MisFigureFormat format,
         const char *path)
{
  g_autofree char *name = g_strdup_printf (_("figure %s"), get_number (figure));

  return mis_experiment_perform (options, command, name, experiment, NULL, format, path);
}

static gboolean
make_folder (const char *path)
{
  int number;
  g_autofree char *name = NULL;

  if (g_mkdir_with_parents (path, 0777) == 0)
    return TRUE;
  number = errno;
  name = g_filename_display_name (path);
  mis_message (_("%s: the folder could not be made: %s"), name, g_strerror (number));
  return FALSE;
}

static MisExit
perform_all (const MisExperimentOptions *options,
             const MisCommand *command,
             GPtrArray *experiments,
             MisFigureFormat format)
{
  MisExit status = make_folder (options->path) ? MIS_EXIT_DONE : MIS_EXIT_FAILED;

  for (guint i = 0; status == MIS_EXIT_DONE && i < MIS_N_FIGURES; i++)
    {
      g_autofree char *name = g_strconcat (mis_bundled_experiment_names[i], ".",
                                           mis_figure_formats[format].nick, NULL);
      g_autofree char *path = g_build_filename (options->path, name, NULL);

      status = perform (options, command, i, experiments->pdata[i], format, path);
    }
  return status;
}

/* All are checked before the first is run. */
static MisExit
draw_all (const MisExperimentOptions *options, const MisCommand *command)
{
  g_autoptr (GPtrArray) experiments
    = g_ptr_array_new_with_free_func ((GDestroyNotify) mis_experiment_unref);
  MisFigureFormat format;

  if (mis_output_is_standard (options->path))
    return mis_usage_error (command, _("found no folder, expected -o FOLDER with all"));
  if (!mis_experiment_options_choose_format (options, command, NULL, &format))
    return MIS_EXIT_USAGE;
  for (guint i = 0; i < MIS_N_FIGURES; i++)
    {
      MisExperiment *experiment = load (options, command, i, TRUE);

      if (experiment == NULL)
        return MIS_EXIT_USAGE;
      g_ptr_array_add (experiments, experiment);
    }
  return perform_all (options, command, experiments, format);
}

static MisExit
draw (const MisExperimentOptions *options, const MisCommand *command, guint figure)
{
  g_autoptr (MisExperiment) experiment = NULL;
  MisFigureFormat format;

  if (!mis_experiment_options_choose_format (options, command, options->path, &format)
      || !mis_experiment_check_terminal (options, command, format))
    return MIS_EXIT_USAGE;
  experiment = load (options, command, figure, FALSE);
  return experiment != NULL
           ? perform (options, command, figure, experiment, format, options->path)
           : MIS_EXIT_USAGE;
}

static MisExit
run_given (const MisExperimentOptions *options, const MisCommand *command, const char *id)
{
  if (strcmp (id, "all") == 0)
    return draw_all (options, command);
  for (guint i = 0; i < MIS_N_FIGURES; i++)
    if (strcmp (id, get_number (i)) == 0)
      return draw (options, command, i);
  return mis_usage_error (command, _("found “%s”, expected %s"), id, command->operands);
}

static MisExit
run (const MisCommand *command, GStrv arguments)
{
  MisExperimentOptions given = { NULL };
  GOptionEntry options[MIS_N_EXPERIMENT_OPTIONS + 1] = { { NULL } };
  MisExit status;

  mis_experiment_options_fill (&given, options);
  if (mis_arguments_parse (command, &arguments, options, 1, 1, &status))
    status = run_given (&given, command, arguments[1]);
  mis_experiment_options_clear (&given);
  return status;
}

const MisCommand mis_command_figure = {
  .name = "figure",
  .operands = "1|2|3|4|5|8|all",
  .summary = N_("Draws a figure of the paper, or gives its numbers"),
  .explanation = N_("The format follows the ending of PATH unless --format says otherwise; on "
                    "standard output it is SVG.\n“all” writes one file for each figure into the "
                    "folder PATH."),
  .run = run,
};
