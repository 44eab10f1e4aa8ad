/* `score`: the misalignment of a project, one of its scenarios, or a table of agents. */
#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/format.h"
#include "cli/input.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/scenario.h"
#include "cli/score-population.h"
#include "cli/score-scenarios.h"
#include "cli/scoring-options.h"
#include "core/companion.h"
#include "core/edit.h"
#include "file/means-writer.h"
#include "file/score-writer.h"
#include "report/number-text.h"

#define N_OTHER_OPTIONS 8u
#define MEANS 3u       /* the first two options, as bits */
#define MOST_AREAS 20u /* that are said in words */

/* The options as given on the command line. */
typedef struct
{
  MisScoringGiven scoring;
  char **scenario;
  char *population;
  gboolean all_means;
  gboolean list_scenarios;
  gboolean all_scenarios;
  char *output;
  char **format;
  gboolean decimal_comma;
} Given;

/* What is scored: the agents of a world, or those of a table. */
typedef struct
{
  MisWorld *world;
  MisPopulation *population; /* (nullable) */
  MisScoreTable table;       /* where they come from */
  const char *name;          /* of what is scored, for messages */
  const char *output;        /* (nullable) */
  MisScoreFormat format;
  MisCsvStyle style;
} Scored;

static void
given_init (Given *given)
{
  memset (given, 0, sizeof *given);
  mis_scoring_given_init (&given->scoring);
}

static void
given_clear (Given *given)
{
  mis_scoring_given_clear (&given->scoring);
  g_strfreev (given->scenario);
  g_free (given->population);
  g_free (given->output);
  g_strfreev (given->format);
}

static gboolean
parse (const MisCommand *command, GStrv arguments, Given *given, MisExit *status)
{
  GOptionEntry options[N_OTHER_OPTIONS + MIS_N_OPTIONS + 1] = {
    { "scenario", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given->scenario,
      N_("Score this scenario of FILE, by its id or name"), N_("ID") },
    { "population", 0, 0, G_OPTION_ARG_FILENAME, &given->population,
      N_("Score the agents of this table, of any length, in place of those of FILE; “-” is "
         "standard input"),
      N_("TABLE") },
    { "all-means", 0, 0, G_OPTION_ARG_NONE, &given->all_means,
      N_("The overall score under every mean of weights and of areas"), NULL },
    { "all-scenarios", 0, 0, G_OPTION_ARG_NONE, &given->all_scenarios,
      N_("FILE and each of its scenarios in one table: score, change, areas"), NULL },
    { "list-scenarios", 0, 0, G_OPTION_ARG_NONE, &given->list_scenarios,
      N_("The scenarios of FILE in place of a score: id, tab, name"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &given->output,
      N_("Where to write it; “-” is standard output"), N_("PATH") },
    { "format", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given->format, N_("text, json or csv"),
      N_("FORMAT") },
    mis_format_comma_option (&given->decimal_comma),
  };

  mis_scoring_given_list (&given->scoring, &options[N_OTHER_OPTIONS]);
  return mis_arguments_parse (command, &arguments, options, 1, 1, status);
}

static MisExit
print (const char *output, GBytes *bytes)
{
  return mis_output_write (output, bytes) ? MIS_EXIT_DONE : MIS_EXIT_FAILED;
}

static gboolean
is_read_by_people (const Scored *scored)
{
  return scored->format == MIS_SCORE_TEXT && mis_output_is_terminal (scored->output);
}

static void
say_rounded_area (const Scored *scored, const MisScore *score, guint area)
{
  double value = score->areas[area].misalignment;
  g_autofree char *text = isfinite (value) ? mis_score_text (value) : g_strdup (_("no score"));

  mis_message (_("%s: %s: %s"), scored->name,
               mis_area_get_name (mis_world_get_area (scored->world, area)), text);
}

/* Nobody reads sixteen digits, but scripts compare them; nor do ids say what areas are about. */
static void
say_rounded (const Scored *scored, const MisScore *score)
{
  g_autofree char *overall = mis_score_text (score->overall);

  if (!score->has_score || !is_read_by_people (scored))
    return;
  mis_message (_("%s: to read, the score is %s; all digits are there for scripts, which get more "
                 "with --format json or csv"),
               scored->name, overall);
  for (guint i = 0; i < MIN (score->n_areas, MOST_AREAS); i++)
    say_rounded_area (scored, score, i);
  if (score->n_areas > MOST_AREAS)
    mis_message (_("%s: and %u more"), scored->name, score->n_areas - MOST_AREAS);
}

static MisExit
print_score (const Scored *scored)
{
  gboolean streamed = scored->population != NULL;
  g_autoptr (MisTally) tally = streamed ? NULL : mis_tally_new (scored->world, NULL);
  g_autoptr (MisScore) score = streamed ? mis_population_score (scored->population, NULL)
                                        : mis_score_new (tally, NULL, NULL);
  g_autoptr (GPtrArray) warnings = streamed ? mis_population_list_warnings (scored->population)
                                            : mis_score_list_warnings (score, tally);
  MisAnyConflict chance = mis_any_conflict_bounds (score);
  g_autoptr (GBytes) bytes = NULL;

  if (streamed)
    mis_warnings_add_score (warnings, scored->world, score);
  if (streamed && scored->format != MIS_SCORE_JSON)
    mis_score_population_remark (scored->population, &scored->table);
  if (scored->format != MIS_SCORE_JSON)
    mis_message_remarks (warnings, scored->name);
  else if (!streamed)
    /* The one thing that may take seconds; the other formats do not say it. */
    chance = mis_any_conflict (tally, score, NULL);
  bytes = mis_score_write (scored->world, score, &chance, warnings, scored->format,
                           scored->style);
  if (print (scored->output, bytes) != MIS_EXIT_DONE)
    return MIS_EXIT_FAILED;
  say_rounded (scored, score);
  return MIS_EXIT_DONE;
}

/* The score under one mean of weights; the tally is the same under each. */
static MisScore *
score_mean (const Scored *scored, MisWeightMean mean, MisTally **tally)
{
  MisScoring scoring = *mis_world_get_scoring (scored->world);
  g_autoptr (MisWorld) world = NULL;
  MisTally *next;

  scoring.weight_mean = mean;
  if (scored->population != NULL)
    return mis_population_score (scored->population, &scoring);
  world = mis_world_with_scoring (scored->world, &scoring);
  next = mis_tally_new (world, *tally);
  g_clear_pointer (tally, mis_tally_unref);
  *tally = next;
  return mis_score_new (next, NULL, NULL);
}

static MisExit
print_means (const Scored *scored)
{
  g_autoptr (MisTally) tally = NULL;
  MisScore *scores[MIS_N_WEIGHT_MEANS];
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint mean = 0; mean < MIS_N_WEIGHT_MEANS; mean++)
    scores[mean] = score_mean (scored, (MisWeightMean) mean, &tally);
  warnings = scored->population != NULL ? mis_population_list_warnings (scored->population)
                                        : mis_score_list_warnings (scores[0], tally);
  if (scored->population != NULL && scored->format != MIS_SCORE_JSON)
    mis_score_population_remark (scored->population, &scored->table);
  if (scored->format != MIS_SCORE_JSON)
    mis_message_remarks (warnings, scored->name);
  bytes = mis_means_write (scores, mis_world_get_scoring (scored->world), warnings,
                           scored->format, scored->style);
  for (guint mean = 0; mean < MIS_N_WEIGHT_MEANS; mean++)
    mis_score_unref (scores[mean]);
  if (print (scored->output, bytes) != MIS_EXIT_DONE)
    return MIS_EXIT_FAILED;
  if (is_read_by_people (scored))
    mis_message (_("%s: to read, three digits of each number are enough; all are there for "
                   "scripts"),
                 scored->name);
  return MIS_EXIT_DONE;
}

static MisExit
score_world (MisWorld *world, const char *name, const Given *given, MisScoreFormat format)
{
  g_autoptr (MisPopulation) population = NULL;
  g_autofree char *table = NULL;
  g_autofree char *both = NULL;
  Scored scored = { .world = world, .name = name, .output = given->output, .format = format,
                    .style = mis_format_get_style (given->decimal_comma) };

  if (given->population != NULL)
    {
      table = mis_input_get_name (given->population);
      both = g_strdup_printf (_("%s in %s"), table, name);
      scored.table = (MisScoreTable) { .name = table, .project = name };
      scored.name = both;
      population = mis_score_population_read (given->population, world, given->all_means,
                                              &scored.table);
      if (population == NULL)
        return MIS_EXIT_FAILED;
    }
  scored.population = population;
  return given->all_means ? print_means (&scored) : print_score (&scored);
}

/* An option that --all-scenarios leaves no place for; %NULL if none was given. */
static const char *
find_other_than_all (const Given *given)
{
  if (given->scenario != NULL)
    return "--scenario";
  if (given->population != NULL)
    return "--population";
  if (given->all_means)
    return "--all-means";
  return given->list_scenarios ? "--list-scenarios" : NULL;
}

/* Words are checked before a file is waited for. */
static gboolean
check_given (const MisCommand *command, const char *path, const Given *given, guint *format)
{
  MisScoring scoring = { 0 };

  if (!mis_format_choose (command, given->format, given->output, format)
      || !mis_format_check_comma (command, given->decimal_comma, mis_score_formats[*format].nick)
      || !mis_scenario_check_given (command, "--scenario", given->scenario)
      || !mis_scoring_given_choose (&given->scoring, command, &scoring))
    return FALSE;
  if (given->population != NULL && mis_input_is_standard (path)
      && mis_input_is_standard (given->population))
    mis_usage_error (command, _("--population: found “-”, expected a table, as standard input is "
                                "the project"));
  else if (given->all_means && (mis_scoring_given_get_mask (&given->scoring) & MEANS) != 0)
    mis_usage_error (command, _("--all-means: found --%s as well, expected no mean to be chosen"),
                     given->scoring.names[given->scoring.words[0] != NULL ? 0 : 1]);
  else if (given->all_scenarios && find_other_than_all (given) != NULL)
    mis_usage_error (command, _("--all-scenarios: found %s as well, expected only one of the two"),
                     find_other_than_all (given));
  else
    return TRUE;
  return FALSE;
}

static MisExit
list_scenarios (const MisWorld *world, const char *name, const Given *given)
{
  g_autoptr (GBytes) bytes = mis_scenario_list (world);

  if (mis_world_get_n_scenarios (world) == 0)
    mis_message (_("%s: the project has no scenarios"), name);
  return print (given->output, bytes);
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

  if (!check_given (command, path, given, &format))
    return MIS_EXIT_USAGE;
  world = mis_input_read (path, &fault);
  if (world == NULL)
    {
      mis_message_fault (fault, name);
      return MIS_EXIT_FAILED;
    }
  if (given->list_scenarios)
    return list_scenarios (world, name, given);
  if (given->all_scenarios)
    {
      mis_scoring_given_choose (&given->scoring, command, &scoring);
      return mis_score_scenarios (world, mis_scoring_given_get_mask (&given->scoring), &scoring,
                                  name, given->output, (MisScoreFormat) format,
                                  mis_format_get_style (given->decimal_comma));
    }
  changed = mis_scenario_apply_given (world, mis_scenario_get_given (given->scenario), name);
  if (changed == NULL)
    return MIS_EXIT_FAILED;
  scoring = *mis_world_get_scoring (changed);
  mis_scoring_given_choose (&given->scoring, command, &scoring);
  rescored = mis_world_with_scoring (changed, &scoring);
  if (given->scenario != NULL && given->population == NULL && format != MIS_SCORE_JSON)
    mis_scenario_remark (world, rescored,
                         mis_scenario_choose (world, given->scenario[0], name)->name, name);
  return score_world (rescored, name, given, (MisScoreFormat) format);
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
  .explanation =
    N_("Text is a line for the whole, then one for each problem area: its id, a tab, and\n"
       "its score with all its digits, as scripts read it; three of them are enough for\n"
       "people, and a terminal says the rounded scores below. --format json and csv have\n"
       "more beside it. The score is the chance that two agents picked at random hold\n"
       "conflicting goals, weighted by how much they care; 0 is no conflict at all. What\n"
       "it is made of and what would change it says “misalign-cli analyze FILE”.\n\n"
       "Options of the score that are not given are those of the project.\n"
       "Remarks on the project go to standard error, with json into the result.\n"
       "With --all-scenarios, text is a table for people: names, and rounded numbers.\n"
       "With --population, areas, goals and conflicts are those of FILE; the table\n"
       "is read in constant memory, but for the harmonic mean, minimum and maximum,\n"
       "which keep a count for each weight of a goal."),
  .run = run,
};
