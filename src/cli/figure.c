/* `figure`: a figure of the paper, as a picture or as its numbers; or all of them into a folder. */
#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "cli/arguments.h"
#include "cli/figure-output.h"
#include "cli/message.h"
#include "cli/output.h"
#include "file/example.h"
#include "report/figure.h"

#define CASE_STUDY "carla"

static MisFigureData *
make_goal_distribution (guint64 n_agents, GError **error)
{
  return mis_figure_goal_distribution (n_agents);
}

static MisFigureData *
make_carla (guint64 n_agents, GError **error)
{
  g_autoptr (MisWorld) world = mis_example_load (CASE_STUDY, error);

  return world != NULL ? mis_figure_carla (world, n_agents, error) : NULL;
}

/* The figures of the paper that are curves; those without a function need random worlds. */
static const struct
{
  const char *id;
  MisFigureData *(*make) (guint64 n_agents, GError **error);
} figures[] = {
  { "1", NULL }, { "2", NULL }, { "3", NULL }, { "4", make_goal_distribution }, { "5", NULL },
  { "8", make_carla },
};

/* What is given on the command line. */
typedef struct
{
  char *path;
  char *agents;
  char **format;
} Given;

static gboolean
parse_agents (const MisCommand *command, const char *text, guint64 *n_agents)
{
  *n_agents = MIS_FIGURE_AGENTS;
  if (text == NULL
      || g_ascii_string_to_unsigned (text, 10, MIS_FIGURE_MIN_AGENTS, MIS_FIGURE_MAX_AGENTS,
                                     n_agents, NULL))
    return TRUE;
  mis_usage_error (command,
                   _("--agents: found “%s”, expected a whole number from %" G_GUINT64_FORMAT
                     " to %" G_GUINT64_FORMAT),
                   text, MIS_FIGURE_MIN_AGENTS, MIS_FIGURE_MAX_AGENTS);
  return FALSE;
}

static gboolean
write_figure (guint figure, guint64 n_agents, MisFigureFormat format, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisFigureData) data = figures[figure].make (n_agents, &error);
  g_autoptr (GBytes) bytes = data != NULL ? mis_figure_format (data, format, &error) : NULL;

  if (bytes != NULL)
    return mis_output_write (path, bytes);
  mis_message (_("figure %s: %s"), figures[figure].id, error->message);
  return FALSE;
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
write_all (const char *folder, guint64 n_agents, MisFigureFormat format)
{
  if (!make_folder (folder))
    return MIS_EXIT_FAILED;
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autofree char *name = g_strdup_printf ("figure-%s.%s", figures[i].id,
                                               mis_figure_formats[format].nick);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (figures[i].make != NULL && !write_figure (i, n_agents, format, path))
        return MIS_EXIT_FAILED;
    }
  return MIS_EXIT_DONE;
}

/* What --format says, else the ending of the path, else SVG. */
static gboolean
choose_format (const MisCommand *command,
               const Given *given,
               const char *path,
               MisFigureFormat *format)
{
  guint choice = MIS_FIGURE_SVG;
  g_autofree char *name = NULL;
  g_autofree char *expected = NULL;

  if (!mis_arguments_choose (command, "--format", given->format, mis_figure_formats, &choice))
    return FALSE;
  *format = (MisFigureFormat) choice;
  if (given->format != NULL || mis_output_is_standard (path)
      || mis_figure_format_from_path (path, format))
    return TRUE;
  name = g_filename_display_name (path);
  expected = mis_choice_list_nicks (mis_figure_formats);
  mis_usage_error (command, _("-o: found “%s”, expected the ending %s, or --format"), name, expected);
  return FALSE;
}

static MisExit
draw_all (const MisCommand *command, const Given *given, guint64 n_agents)
{
  MisFigureFormat format;

  if (mis_output_is_standard (given->path))
    return mis_usage_error (command, _("found no folder, expected -o FOLDER with all"));
  if (!choose_format (command, given, NULL, &format))
    return MIS_EXIT_USAGE;
  return write_all (given->path, n_agents, format);
}

static MisExit
draw (const MisCommand *command, const Given *given, guint figure, guint64 n_agents)
{
  MisFigureFormat format;

  if (!choose_format (command, given, given->path, &format))
    return MIS_EXIT_USAGE;
  if (mis_figure_format_is_binary (format) && mis_output_is_terminal (given->path))
    return mis_usage_error (command,
                            _("found a terminal, which cannot show %s; expected -o FILE.%s, or "
                              "standard output led into a file or a pipe"),
                            mis_figure_formats[format].label, mis_figure_formats[format].nick);
  return write_figure (figure, n_agents, format, given->path) ? MIS_EXIT_DONE : MIS_EXIT_FAILED;
}

static MisExit
run_given (const MisCommand *command, const char *id, const Given *given)
{
  guint64 n_agents;

  if (!parse_agents (command, given->agents, &n_agents))
    return MIS_EXIT_USAGE;
  if (strcmp (id, "all") == 0)
    return draw_all (command, given, n_agents);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      if (strcmp (id, figures[i].id) != 0)
        continue;
      if (figures[i].make == NULL)
        return mis_usage_error (command, _("found figure %s, which needs random worlds; this version "
                                           "draws 4 and 8"),
                                id);
      return draw (command, given, i, n_agents);
    }
  return mis_usage_error (command, _("found “%s”, expected 4, 8 or all"), id);
}

static MisExit
run (const MisCommand *command, GStrv arguments)
{
  Given given = { NULL };
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &given.path,
      N_("Where to write it; “-” is standard output"), N_("PATH") },
    { "agents", 0, 0, G_OPTION_ARG_STRING, &given.agents, N_("How many agents; 1000 in the paper"),
      N_("N") },
    { "format", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given.format, N_("png, svg, pdf, csv or json"),
      N_("FORMAT") },
    { NULL },
  };
  MisExit status;

  if (mis_arguments_parse (command, &arguments, options, 1, 1, &status))
    status = run_given (command, arguments[1], &given);
  g_free (given.path);
  g_free (given.agents);
  g_strfreev (given.format);
  return status;
}

const MisCommand mis_command_figure = {
  .name = "figure",
  .operands = "4|8|all",
  .summary = N_("Draws a figure of the paper, or gives its numbers"),
  .explanation = N_("The format follows the ending of PATH unless --format says otherwise; on "
                    "standard output it is SVG.\n“all” writes one file for each figure into the "
                    "folder PATH."),
  .run = run,
};
