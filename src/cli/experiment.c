#include "cli/experiment.h"

#include <glib/gi18n-lib.h>

#include "cli/arguments.h"
#include "cli/format.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "core/limits.h"
#include "file/bundled-experiment.h"
#include "file/example.h"
#include "report/chart-source.h"
#include "report/figure.h"
#include "sim/runner.h"

#define LEAST_AGENTS 2u /* that make a pair */
#define MOST_THREADS 1024u

void
mis_experiment_options_fill (MisExperimentOptions *options, GOptionEntry *entries)
{
  const GOptionEntry own[MIS_N_EXPERIMENT_OPTIONS] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->path,
      N_("Where to write it; “-” is standard output"), N_("PATH") },
    { "runs", 0, 0, G_OPTION_ARG_STRING, &options->runs,
      N_("How many worlds for each point, in place of those of the experiment"), N_("R") },
    { "seed", 0, 0, G_OPTION_ARG_STRING, &options->seed,
      N_("Where random numbers begin; the same seed, the same result"), N_("S") },
    { "threads", 0, 0, G_OPTION_ARG_STRING, &options->threads,
      N_("How many threads; all processors if not given. The result does not depend on it"),
      N_("T") },
    { "agents", 0, 0, G_OPTION_ARG_STRING, &options->agents,
      N_("How many agents, or the end of the x axis where that is their number"), N_("N") },
    { "weights-per", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->weights_per,
      N_("Whether each agent has a random weight of its own, or all of a goal have the same: agent "
         "or group"),
      N_("WHOM") },
    { "format", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->format, N_("png, svg, pdf, csv or json"),
      N_("FORMAT") },
    mis_format_comma_option (&options->decimal_comma),
  };

  for (guint i = 0; i < MIS_N_EXPERIMENT_OPTIONS; i++)
    entries[i] = own[i];
}

void
mis_experiment_options_clear (MisExperimentOptions *options)
{
  g_free (options->path);
  g_free (options->runs);
  g_free (options->seed);
  g_free (options->threads);
  g_free (options->agents);
  g_strfreev (options->weights_per);
  g_strfreev (options->format);
  g_strfreev (options->view);
}

/* *@value stays as it is if nothing was given. */
static gboolean
parse (const MisCommand *command,
       const char *option,
       const char *text,
       guint64 least,
       guint64 most,
       guint64 *value)
{
  if (text == NULL || g_ascii_string_to_unsigned (text, 10, least, most, value, NULL))
    return TRUE;
  mis_usage_error (command,
                   _("%s: found “%s”, expected a whole number from %" G_GUINT64_FORMAT
                     " to %" G_GUINT64_FORMAT),
                   option, text, least, most);
  return FALSE;
}

/* (transfer full): with the numbers that were given. */
static MisExperiment *
apply_numbers (const MisExperimentOptions *options,
               const MisCommand *command,
               const MisExperiment *experiment)
{
  guint64 runs = 0, seed = 0, n_agents = 0, n_threads;
  guint n_runs;
  g_autoptr (GError) error = NULL;
  MisExperiment *applied;

  if (!parse (command, "--runs", options->runs, 1, MIS_MAX_RUNS, &runs)
      || !parse (command, "--seed", options->seed, 0, MIS_MAX_SEED, &seed)
      || !parse (command, "--threads", options->threads, 1, MOST_THREADS, &n_threads)
      || !parse (command, "--agents", options->agents, LEAST_AGENTS, MIS_MAX_COUNT, &n_agents))
    return NULL;
  n_runs = (guint) runs;
  applied = mis_experiment_with (experiment, options->runs != NULL ? &n_runs : NULL,
                                 options->seed != NULL ? &seed : NULL,
                                 options->agents != NULL ? &n_agents : NULL, &error);
  if (applied == NULL)
    mis_usage_error (command, "%s: %s", experiment->id, error->message);
  return applied;
}

/* Only a distribution has views. */
static gboolean
check_view (const MisExperimentOptions *options,
            const MisCommand *command,
            const MisExperiment *experiment)
{
  guint view = MIS_DISTRIBUTION_HILL;

  if (!mis_arguments_choose (command, "--view", options->view, mis_distribution_views, &view))
    return FALSE;
  if (options->view == NULL || mis_experiment_is_distribution (experiment))
    return TRUE;
  mis_usage_error (command, _("--view: found “%s”, expected it with an experiment without x, whose "
                              "result is a distribution; %s has one"),
                   mis_distribution_views[view].nick, experiment->id);
  return FALSE;
}

/* As it was given, else as is usual in what is written. */
static MisDistributionView
choose_view (const MisExperimentOptions *options,
             const MisCommand *command,
             MisFigureFormat format)
{
  guint view = format == MIS_FIGURE_CSV ? MIS_DISTRIBUTION_RISING : MIS_DISTRIBUTION_HILL;

  mis_arguments_choose (command, "--view", options->view, mis_distribution_views, &view);
  return (MisDistributionView) view;
}

MisExperiment *
mis_experiment_options_apply (const MisExperimentOptions *options,
                              const MisCommand *command,
                              const MisExperiment *experiment)
{
  g_autoptr (MisExperiment) numbered = apply_numbers (options, command, experiment);
  g_autoptr (GError) error = NULL;
  MisExperiment *applied;
  guint per = MIS_PER_AGENT;

  if (numbered == NULL || !check_view (options, command, numbered)
      || !mis_arguments_choose (command, "--weights-per", options->weights_per, mis_pers, &per))
    return NULL;
  if (options->weights_per == NULL)
    return g_steal_pointer (&numbered);
  if (!mis_experiment_draws_weights (numbered))
    {
      mis_usage_error (command, _("--weights-per: found “%s”, expected it with an experiment that "
                                  "draws weights; %s draws none"),
                       mis_pers[per].nick, experiment->id);
      return NULL;
    }
  applied = mis_experiment_with_per (numbered, (MisPer) per, &error);
  if (applied == NULL)
    mis_usage_error (command, "%s: %s", experiment->id, error->message);
  return applied;
}

gboolean
mis_experiment_options_choose_format (const MisExperimentOptions *options,
                                      const MisCommand *command,
                                      const char *path,
                                      MisFigureFormat *format)
{
  guint choice = MIS_FIGURE_SVG;
  g_autofree char *name = NULL;
  g_autofree char *expected = NULL;

  if (!mis_output_check_name (command, path)
      || !mis_arguments_choose (command, "--format", options->format, mis_figure_formats, &choice))
    return FALSE;
  *format = (MisFigureFormat) choice;
  if (options->format != NULL || mis_output_is_standard (path)
      || mis_figure_format_from_path (path, format))
    return mis_format_check_comma (command, options->decimal_comma,
                                   mis_figure_formats[*format].nick);
  name = g_filename_display_name (path);
  expected = mis_choice_list_nicks (mis_figure_formats);
  mis_usage_error (command, _("-o: found “%s”, expected the ending %s, or --format"), name,
                   expected);
  return FALSE;
}

gboolean
mis_experiment_check_terminal (const MisExperimentOptions *options,
                               const MisCommand *command,
                               MisFigureFormat format)
{
  gboolean is_asked_for = options->path != NULL || options->format != NULL;

  if (!mis_output_is_terminal (options->path))
    return TRUE;
  if (mis_figure_format_is_binary (format))
    mis_usage_error (command,
                     _("found a terminal, which cannot show %s; expected -o FILE.%s, or "
                       "standard output led into a file or a pipe"),
                     mis_figure_formats[format].label, mis_figure_formats[format].nick);
  else if (format == MIS_FIGURE_SVG && !is_asked_for)
    mis_usage_error (command,
                     _("found a terminal, which cannot show a picture; expected -o FILE.svg, "
                       "--format csv for its numbers, or “-o -” for the text of the SVG"));
  else
    return TRUE;
  return FALSE;
}

/* (transfer full) (nullable): the line below a picture; @about: (nullable): the project or
 * the example. */
static char *
make_source (const MisExperiment *experiment, const MisWorld *project, MisWorld *about)
{
  if (experiment->is_paper)
    return NULL;
  return mis_chart_source_experiment (experiment,
                                      project != NULL ? mis_world_get_title (project) : NULL, FALSE,
                                      about != NULL ? mis_world_get_title (about) : NULL, about);
}

MisExit
mis_experiment_perform (const MisExperimentOptions *options,
                        const MisCommand *command,
                        const char *name,
                        MisExperiment *experiment,
                        MisWorld *world,
                        MisFigureFormat format,
                        const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) example = NULL;
  g_autoptr (MisEngine) engine = NULL;
  g_autoptr (MisFigureData) data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *source = NULL;
  guint64 n_threads = mis_runner_get_n_processors ();

  if (!parse (command, "--threads", options->threads, 1, MOST_THREADS, &n_threads))
    return MIS_EXIT_USAGE;
  if (experiment->source == MIS_SOURCE_EXAMPLE)
    example = mis_example_load (experiment->example, &error);
  if (error == NULL)
    engine = mis_engine_new (experiment, example != NULL ? example : world, NULL, &error);
  if (engine != NULL)
    {
      data = mis_progress_run (engine, (guint) n_threads, name);
      data->is_changed = mis_bundled_experiment_is_changed (experiment);
      source = make_source (experiment, world, example != NULL ? example : world);
      bytes = mis_figure_format (data, choose_view (options, command, format), source, format,
                                 mis_format_get_style (options->decimal_comma), &error);
    }
  if (bytes != NULL)
    return mis_output_write (path, bytes) ? MIS_EXIT_DONE : MIS_EXIT_FAILED;
  mis_message ("%s: %s", name, error->message);
  return MIS_EXIT_FAILED;
}
