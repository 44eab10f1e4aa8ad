/* `plot`: a chart of a project, as the window shows it, or its numbers. */
#include <glib/gi18n-lib.h>

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/experiment.h"
#include "cli/format.h"
#include "cli/input.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/project-plot.h"
#include "cli/scenario.h"

#define MOST_LISTED 8u

typedef struct
{
  char **kind;
  char *group;
  char **scenario;
  MisExperimentOptions output; /* of which only path, format and CSV can be given */
} Given;

static void
given_clear (Given *given)
{
  g_strfreev (given->kind);
  g_free (given->group);
  g_strfreev (given->scenario);
  mis_experiment_options_clear (&given->output);
}

/* (transfer full): the ids of the groups, of those only that have @principal, unless it is %NULL;
 * their number goes to @n. */
static char *
list_groups (const MisWorld *world, const char *principal, guint *n)
{
  GString *list = g_string_new (NULL);

  *n = 0;
  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    {
      const MisAgent *agent = mis_world_get_agent (world, i);

      if ((principal == NULL || g_ascii_strcasecmp (agent->principal, principal) == 0)
          && (*n)++ < MOST_LISTED)
        g_string_append_printf (list, *n == 1 ? "%s" : ", %s", agent->id);
    }
  if (*n > MOST_LISTED)
    g_string_append_printf (list, _(" and %u more"), *n - MOST_LISTED);
  return g_string_free (list, FALSE);
}

/* Why no group is called @text; a principal is what tables call a kind of groups. */
static void
refuse_group (const MisWorld *world, const char *text, const char *name)
{
  guint n_like, n_all;
  g_autofree char *like = list_groups (world, text, &n_like);
  g_autofree char *all = list_groups (world, NULL, &n_all);

  if (n_all == 0)
    mis_message (_("%s: agents: found none, expected a group whose share is to be drawn"), name);
  else if (n_like > 0 && *text != '\0')
    mis_message (_("%s: agents: “%s” is a principal, which a share cannot be drawn of, expected "
                   "one of its groups: %s"), name, text, like);
  else
    mis_message (_("%s: agents: found no “%s”, expected one of: %s"), name, text, all);
}

/* The group called so, by id or else by name; the first one if none was; -1 if there is none,
 * which was said. */
static int
choose_group (const MisWorld *world, const char *text, const char *name)
{
  int group = text != NULL ? mis_world_find_agent (world, text) : 0;

  for (guint i = 0; i < mis_world_get_n_agents (world) && group < 0; i++)
    if (g_ascii_strcasecmp (mis_world_get_agent (world, i)->name, text) == 0)
      group = (int) i;
  if (group >= 0 && mis_world_get_n_agents (world) > 0)
    return group;
  refuse_group (world, text != NULL ? text : "", name);
  return -1;
}

/* (transfer full): what the picture says below itself. */
static char *
make_title (const MisWorld *world, const MisScenario *scenario)
{
  const char *title = mis_world_get_title (world);
  const char *name;

  if (scenario == NULL)
    return g_strdup (title);
  name = scenario->name;
  return *title != '\0' ? g_strdup_printf ("%s – %s", title, name) : g_strdup (name);
}

static MisExit
draw (const Given *given, MisProjectPlot *plot, MisFigureFormat format, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (plot->kind == MIS_PLOT_SHARE)
    {
      int group = choose_group (plot->world, given->group, name);

      if (group < 0)
        return MIS_EXIT_FAILED;
      plot->agent = (guint) group;
    }
  bytes = mis_project_plot_format (plot, format, &error);
  if (bytes != NULL)
    return mis_output_write (given->output.path, bytes) ? MIS_EXIT_DONE : MIS_EXIT_FAILED;
  mis_message ("%s: %s", name, error->message);
  return MIS_EXIT_FAILED;
}

static MisExit
draw_file (const Given *given, const char *path, MisPlotKind kind, MisFigureFormat format)
{
  g_autofree char *name = mis_input_get_name (path);
  g_autoptr (MisFault) fault = NULL;
  g_autoptr (MisWorld) base = mis_input_read (path, &fault);
  g_autoptr (MisWorld) world = NULL;
  g_autofree char *title = NULL;
  const char *scenario = mis_scenario_get_given (given->scenario);
  const MisScenario *chosen;
  MisProjectPlot plot = { .kind = kind,
                          .style = mis_format_get_style (given->output.decimal_comma) };

  if (base == NULL)
    {
      mis_message_fault (fault, name);
      return MIS_EXIT_FAILED;
    }
  world = mis_scenario_apply_given (base, scenario, name);
  if (world == NULL)
    return MIS_EXIT_FAILED;
  chosen = scenario != NULL ? mis_scenario_choose (base, scenario, name) : NULL;
  title = make_title (base, chosen);
  plot.world = world;
  plot.title = title;
  plot.scenario = chosen != NULL ? chosen->name : NULL;
  return draw (given, &plot, format, name);
}

/* Words are checked before a file is waited for. */
static MisExit
run_given (const MisCommand *command, const Given *given, const char *path)
{
  g_autofree char *kinds = mis_choice_list_nicks (mis_plot_kinds);
  MisFigureFormat format;
  guint kind = 0;

  if (given->kind == NULL)
    return mis_usage_error (command, _("found no --kind, expected %s"), kinds);
  if (!mis_arguments_choose (command, "--kind", given->kind, mis_plot_kinds, &kind))
    return MIS_EXIT_USAGE;
  if (given->group != NULL && kind != MIS_PLOT_SHARE)
    return mis_usage_error (command, _("--group: found --kind %s, expected --kind share"),
                            mis_plot_kinds[kind].nick);
  if (!mis_scenario_check_given (command, "--scenario", given->scenario))
    return MIS_EXIT_USAGE;
  if (!mis_experiment_options_choose_format (&given->output, command, given->output.path, &format)
      || !mis_experiment_check_terminal (&given->output, command, format))
    return MIS_EXIT_USAGE;
  return draw_file (given, path, (MisPlotKind) kind, format);
}

static MisExit
run (const MisCommand *command, GStrv arguments)
{
  Given given = { NULL };
  const GOptionEntry options[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given.kind,
      N_("areas: the score of each problem area; share: the score by the share of a group"),
      N_("KIND") },
    { "group", 0, 0, G_OPTION_ARG_STRING, &given.group,
      N_("The group whose share is drawn, by id or name; the first one unless given"), N_("ID") },
    { "scenario", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given.scenario,
      N_("Draw this scenario of FILE, by its id or name"), N_("ID") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &given.output.path,
      N_("Where to write it; “-” is standard output"), N_("PATH") },
    { "format", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given.output.format,
      N_("png, svg, pdf, csv or json"),
      N_("FORMAT") },
    mis_format_comma_option (&given.output.decimal_comma),
    { NULL },
  };
  MisExit status;

  if (mis_arguments_parse (command, &arguments, options, 1, 1, &status))
    status = run_given (command, &given, arguments[1]);
  given_clear (&given);
  return status;
}

const MisCommand mis_command_plot = {
  .name = "plot",
  .operands = "FILE",
  .summary = N_("Draws a chart of a project, or gives its numbers"),
  .explanation = N_("The format follows the ending of PATH unless --format says otherwise; on "
                    "standard output it is SVG. For example:\n\n"
                    "  misalign-cli plot people.misalign --kind areas -o areas.svg\n"
                    "  misalign-cli plot people.misalign --kind share --group users -o users.pdf"),
  .run = run,
};
