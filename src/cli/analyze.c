/* The command "analyze": what a score is made of, and what would change it. */
#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/format.h"
#include "cli/input.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/scenario.h"
#include "core/edit.h"
#include "file/analysis-writer.h"

/* Rows of a sheet in text, where nothing is said: what fits a screen. */
#define TEXT_ROWS 10u
/* And of one of many lists of a table. */
#define TEXT_FEW_ROWS 3u

/* The options as given on the command line. */
typedef struct
{
  char **scenario;
  char **against;
  char **format;
  char **table;
  char *limit;
  char *step;
  char *target;
  char *output;
  gboolean decimal_comma;
} Given;

/* The options as they are understood. */
typedef struct
{
  guint format;
  MisCsvStyle style;
  gboolean all;
  gboolean half; /* the target is half the score, whatever the request says */
  guint table; /* unless @all */
  MisAnalysisRequest request;
} Wanted;

static void
given_clear (Given *given)
{
  g_strfreev (given->scenario);
  g_strfreev (given->against);
  g_strfreev (given->format);
  g_strfreev (given->table);
  g_free (given->limit);
  g_free (given->step);
  g_free (given->target);
  g_free (given->output);
}

static gboolean
parse (const MisCommand *command, GStrv arguments, Given *given, MisExit *status)
{
  g_autofree char *tables = mis_choice_list_nicks (mis_analysis_tables);
  g_autofree char *table_help = g_strdup_printf (_("Only this table: %s"), tables);
  const GOptionEntry options[] = {
    { "scenario", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given->scenario,
      N_("Analyze this scenario of FILE, by its id or name, and compare it with FILE"), N_("ID") },
    { "against", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given->against,
      N_("Compare the scenario with this one, not with FILE as it is"), N_("ID") },
    { "table", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given->table, table_help, N_("NAME") },
    { "target", 0, 0, G_OPTION_ARG_STRING, &given->target,
      N_("What would it take to bring the score to this? From 0 to 1, or “half”: half of what it "
         "is"),
      N_("VALUE") },
    { "step", 0, 0, G_OPTION_ARG_STRING, &given->step,
      N_("How far a small step moves a conflict or weight; 0.1 if it is left out, and no step in "
         "text"),
      N_("VALUE") },
    { "limit", 0, 0, G_OPTION_ARG_STRING, &given->limit,
      N_("Rows of each list at most; if it is left out, 10 in text, or 3 for each kind of change, "
         "otherwise 100; 0 for all, which is at most 100000"),
      N_("N") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &given->output,
      N_("Where to write it; “-” is standard output"), N_("PATH") },
    { "format", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given->format, N_("text, json or csv"),
      N_("FORMAT") },
    mis_format_comma_option (&given->decimal_comma),
    { NULL },
  };

  return mis_arguments_parse (command, &arguments, options, 1, 1, status);
}

/* A value in [@low,1]; *@number stays as it is if nothing was given. */
static gboolean
read_number (const MisCommand *command,
             const char *option,
             const char *word,
             gboolean may_be_zero,
             double *number)
{
  double value;

  if (word == NULL)
    return TRUE;
  if (mis_arguments_parse_number (word, &value) && value >= 0.0 && value <= 1.0
      && (may_be_zero || value > 0.0))
    {
      *number = value;
      return TRUE;
    }
  mis_usage_error (command,
                   may_be_zero ? _("%s: found “%s”, expected a number from 0 to 1")
                               : _("%s: found “%s”, expected a number above 0, at most 1"),
                   option, word);
  return FALSE;
}

/* Half the score is a target that is known only when there is a score. */
#define HALF "half"

static gboolean
read_target (const MisCommand *command, const char *word, Wanted *wanted)
{
  wanted->half = g_strcmp0 (word, HALF) == 0;
  if (wanted->half)
    {
      wanted->request.target = 0.0;
      return TRUE;
    }
  if (word == NULL || strchr (word, ',') == NULL)
    return read_number (command, "--target", word, TRUE, &wanted->request.target);
  mis_usage_error (command, _("--target: found “%s”, expected a point for the comma, as in 0.1"),
                   word);
  return FALSE;
}

static gboolean
read_limit (const MisCommand *command, const char *word, guint *limit)
{
  guint64 value;

  if (word == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (word, 10, 0, MIS_ANALYSIS_MAX_ROWS, &value, NULL))
    {
      mis_usage_error (command, _("--limit: found “%s”, expected a whole number from 0 to %u"),
                       word, MIS_ANALYSIS_MAX_ROWS);
      return FALSE;
    }
  *limit = value > 0 ? (guint) value : MIS_ANALYSIS_MAX_ROWS;
  return TRUE;
}

/* What a table needs is asked of the words, not of the file. */
static gboolean
check_table (const MisCommand *command, const Given *given, const Wanted *wanted)
{
  const char *name = mis_analysis_tables[wanted->table].nick;

  if (wanted->all && wanted->format == MIS_SCORE_CSV)
    {
      g_autofree char *tables = mis_choice_list_nicks (mis_analysis_tables);

      mis_usage_error (command, _("--format csv: found no --table, expected one: %s"), tables);
      return FALSE;
    }
  if (wanted->all)
    return TRUE;
  if ((wanted->table == MIS_ANALYSIS_COMPARISON || wanted->table == MIS_ANALYSIS_WATERFALL)
      && given->scenario == NULL)
    mis_usage_error (command, _("--table %s: found no --scenario, expected one"), name);
  else if (wanted->table == MIS_ANALYSIS_TARGET && given->target == NULL)
    mis_usage_error (command, _("--table %s: found no --target, expected one"), name);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_scenarios (const MisCommand *command, const Given *given)
{
  if (!mis_scenario_check_given (command, "--scenario", given->scenario)
      || !mis_scenario_check_given (command, "--against", given->against))
    return FALSE;
  if (given->against == NULL || given->scenario != NULL)
    return TRUE;
  mis_usage_error (command, _("--against: found no --scenario, expected the one that is compared "
                              "with “%s”"),
                   given->against[0]);
  return FALSE;
}

/* Words are checked before a file is waited for. */
static gboolean
understand (const MisCommand *command, const Given *given, Wanted *wanted)
{
  *wanted = (Wanted) { .format = MIS_SCORE_TEXT, .all = given->table == NULL };
  wanted->request.step = MIS_ANALYSIS_STEP;
  wanted->request.target = NAN;
  wanted->style = mis_format_get_style (given->decimal_comma);
  if (!mis_format_choose (command, given->format, given->output, &wanted->format)
      || !mis_format_check_comma (command, given->decimal_comma,
                                  mis_score_formats[wanted->format].nick)
      || !mis_arguments_choose (command, "--table", given->table, mis_analysis_tables,
                                &wanted->table))
    return FALSE;
  wanted->request.with_steps = given->step != NULL;
  wanted->request.for_people = wanted->format == MIS_SCORE_TEXT;
  wanted->request.limit = wanted->request.for_people ? TEXT_ROWS : MIS_ANALYSIS_ROWS;
  wanted->request.few = given->limit == NULL ? TEXT_FEW_ROWS : 0;
  return check_scenarios (command, given)
         && read_limit (command, given->limit, &wanted->request.limit)
         && read_number (command, "--step", given->step, FALSE, &wanted->request.step)
         && read_target (command, given->target, wanted)
         && check_table (command, given, wanted);
}

/* Whoever asks about a scenario, or what it would take, reads the answer first. */
static const MisAnalysisTable answers[] = {
  MIS_ANALYSIS_COMPARISON,
  MIS_ANALYSIS_WATERFALL,
  MIS_ANALYSIS_TARGET,
};

static gboolean
is_answer (guint table)
{
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (answers[i] == table)
      return TRUE;
  return FALSE;
}

/* With fewer groups than this it takes no time that anybody would notice. */
#define MANY_GROUPS 2000u

/* The tables that are wanted, in the order in which they are written. (transfer full) */
static GArray *
list_tables (const Wanted *wanted)
{
  GArray *tables = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean answers_first = wanted->all && wanted->request.for_people;

  for (guint i = 0; answers_first && i < G_N_ELEMENTS (answers); i++)
    g_array_append_val (tables, answers[i]);
  for (guint i = 0; wanted->all && i < MIS_N_ANALYSIS_TABLES; i++)
    if (!answers_first || !is_answer (i))
      g_array_append_val (tables, i);
  if (!wanted->all)
    g_array_append_val (tables, wanted->table);
  for (guint i = tables->len; i > 0; i--)
    if (!mis_analysis_request_has (&wanted->request,
                                   (MisAnalysisTable) g_array_index (tables, guint, i - 1)))
      g_array_remove_index (tables, i - 1);
  return tables;
}

static GPtrArray *
make_sections (MisAnalysis *analysis, const Wanted *wanted, const char *name)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) mis_section_free);
  g_autoptr (GArray) tables = list_tables (wanted);
  gboolean many = mis_world_get_n_agents (mis_analysis_get_world (analysis)) >= MANY_GROUPS;

  for (guint i = 0; i < tables->len; i++)
    {
      guint table = g_array_index (tables, guint, i);

      if (many)
        mis_progress_show_step (name, _(mis_analysis_tables[table].label), i + 1, tables->len);
      if (i == 0 && wanted->all && wanted->request.for_people)
        g_ptr_array_add (sections, mis_analysis_make_short (analysis));
      g_ptr_array_add (sections, mis_analysis_make_section (analysis, (MisAnalysisTable) table));
    }
  if (many)
    mis_progress_end_steps ();
  return sections;
}

/* CSV has no place for what is not there. */
static void
print_gaps (const MisSection *section, const char *name)
{
  for (guint i = 0; i < section->sheets->len; i++)
    {
      const MisSheet *sheet = g_ptr_array_index (section->sheets, i);
      g_autofree char *path = mis_section_get_sheet_path (section, sheet);
      g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, sheet->n_left_out);

      if (mis_sheet_is_for_scripts (sheet) && sheet->n_left_out > 0)
        mis_message (_("%s: remark: %s: %s rows are left out (see --limit)"), name, path, number);
    }
  for (guint i = 0; i < section->notes->len; i++)
    mis_message (_("%s: remark: %s: %s"), name, section->name,
                 (const char *) g_ptr_array_index (section->notes, i));
}

static MisExit
analyze (MisAnalysis *analysis, const Wanted *wanted, const char *name, const char *output)
{
  g_autoptr (GPtrArray) sections = make_sections (analysis, wanted, name);
  g_autoptr (GPtrArray) warnings = mis_analysis_list_warnings (analysis);
  g_autoptr (GBytes) bytes = mis_analysis_write (analysis, sections, warnings,
                                                 (MisScoreFormat) wanted->format, wanted->style);

  if (wanted->format == MIS_SCORE_CSV)
    {
      mis_message_remarks (warnings, name);
      print_gaps (g_ptr_array_index (sections, 0), name);
    }
  return mis_output_write (output, bytes) ? MIS_EXIT_DONE : MIS_EXIT_FAILED;
}

/* The scenarios that were given, for the request; %FALSE if one is not there, which was said. */
static gboolean
choose_scenarios (const MisWorld *world, const char *name, const Given *given, Wanted *wanted)
{
  MisAnalysisRequest *request = &wanted->request;

  if (given->scenario == NULL)
    return TRUE;
  request->scenario = mis_scenario_choose (world, given->scenario[0], name);
  if (request->scenario == NULL || given->against == NULL)
    return request->scenario != NULL;
  request->against = mis_scenario_choose (world, given->against[0], name);
  if (request->against == request->scenario)
    mis_message (_("%s: --against: found “%s”, expected another scenario than that of --scenario"),
                 name, given->against[0]);
  return request->against != NULL && request->against != request->scenario;
}

static void
refuse (const MisWorld *world, const Wanted *wanted, const char *name, const GError *error)
{
  const MisScenario *scenario = wanted->request.scenario;

  if (mis_world_check_scenario (world, scenario, NULL, NULL))
    scenario = wanted->request.against;
  mis_scenario_refuse (world, scenario, name, error);
}

static MisExit
analyze_world (MisWorld *world, const char *name, const Given *given, Wanted *wanted)
{
  g_autoptr (MisAnalysis) analysis = NULL;
  g_autoptr (GError) error = NULL;

  if (!choose_scenarios (world, name, given, wanted))
    return MIS_EXIT_FAILED;
  analysis = mis_analysis_new (world, &wanted->request, &error);
  if (analysis != NULL && wanted->half)
    {
      wanted->request.target = mis_analysis_get_score (analysis)->overall / 2.0;
      mis_analysis_set_target (analysis, wanted->request.target);
    }
  if (analysis != NULL)
    return analyze (analysis, wanted, name, given->output);
  refuse (world, wanted, name, error);
  return MIS_EXIT_FAILED;
}

static MisExit
analyze_file (const MisCommand *command, const char *path, const Given *given)
{
  g_autofree char *name = mis_input_get_name (path);
  g_autoptr (MisFault) fault = NULL;
  g_autoptr (MisWorld) world = NULL;
  Wanted wanted;

  if (!understand (command, given, &wanted))
    return MIS_EXIT_USAGE;
  world = mis_input_read (path, &fault);
  if (world != NULL)
    return analyze_world (world, name, given, &wanted);
  mis_message_fault (fault, name);
  return MIS_EXIT_FAILED;
}

static MisExit
run (const MisCommand *command, GStrv arguments)
{
  Given given = { 0 };
  MisExit status;

  if (parse (command, arguments, &given, &status))
    status = analyze_file (command, arguments[1], &given);
  given_clear (&given);
  return status;
}

const MisCommand mis_command_analyze = {
  .name = "analyze",
  .operands = "FILE",
  .summary = N_("Says what a score is made of, and what would change it"),
  .explanation =
    N_("Without --table: all of them, in text or json; csv takes one at a time.\n"
       "comparison and waterfall need --scenario, and go from the scenario of --against to\n"
       "it if that is given; target needs --target.\n\n"
       "Text is for people: each section begins with the question that it answers, and\n"
       "what can be negotiated comes first. csv and json are for programs: ids, and\n"
       "numbers in full precision, the largest effect first. Every difference is exact.\n"
       "What is left out of a list is counted: in csv on standard error.\n\n"
       "For example, what it would take to bring a score to 0.1:\n\n"
       "  misalign-cli analyze shopping.misalign --target 0.1"),
  .run = run,
};
