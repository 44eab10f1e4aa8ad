/* The command "analyze": what a score is made of, and what would change it. */
#include <glib/gi18n-lib.h>

#include "cli/analyze-options.h"
#include "cli/input.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/scenario.h"
#include "core/edit.h"

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
list_tables (const MisAnalyzeWanted *wanted)
{
  GArray *tables = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean answers_first = wanted->all && wanted->request.for_people;

  for (guint i = 0; answers_first && i < G_N_ELEMENTS (answers); i++)
    g_array_append_val (tables, answers[i]);
  for (guint i = 0; wanted->all && i < MIS_N_ANALYSIS_TABLES; i++)
    if (!answers_first || !is_answer (i))
      g_array_append_val (tables, i);
  if (!wanted->all && !wanted->in_short)
    g_array_append_val (tables, wanted->table);
  for (guint i = tables->len; i > 0; i--)
    if (!mis_analysis_request_has (&wanted->request,
                                   (MisAnalysisTable) g_array_index (tables, guint, i - 1)))
      g_array_remove_index (tables, i - 1);
  return tables;
}

/* One section in the making. */
typedef struct
{
  MisAnalysis *analysis;
  MisAnalysisTable table;
  MisSection *section;
} Making;

static void
make (gpointer data)
{
  Making *making = data;

  making->section = mis_analysis_make_section (making->analysis, making->table);
}

static GPtrArray *
make_sections (MisAnalysis *analysis, const MisAnalyzeWanted *wanted, const char *name)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) mis_section_free);
  g_autoptr (GArray) tables = list_tables (wanted);
  gboolean many = mis_world_get_n_agents (mis_analysis_get_world (analysis)) >= MANY_GROUPS;

  if (wanted->in_short)
    g_ptr_array_add (sections, mis_analysis_make_short (analysis));
  for (guint i = 0; i < tables->len; i++)
    {
      guint table = g_array_index (tables, guint, i);
      Making making = { .analysis = analysis, .table = (MisAnalysisTable) table };

      if (many)
        mis_progress_show_step (name, _(mis_analysis_tables[table].label), i + 1, tables->len);
      if (i == 0 && wanted->all && wanted->request.for_people)
        g_ptr_array_add (sections, mis_analysis_make_short (analysis));
      if (many && table == MIS_ANALYSIS_TARGET)
        mis_progress_follow (name, _(mis_analysis_tables[table].label), i + 1, tables->len,
                             wanted->request.progress, make, &making);
      else
        make (&making);
      g_ptr_array_add (sections, making.section);
    }
  if (many)
    mis_progress_end_steps ();
  return sections;
}

/* CSV has no place for what is not there. */
static void
print_gaps (const MisSection *section, const char *list, const char *name)
{
  for (guint i = 0; i < section->sheets->len; i++)
    {
      const MisSheet *sheet = g_ptr_array_index (section->sheets, i);
      gboolean is_written = list == NULL || sheet == mis_section_find_list (section, list);
      g_autofree char *path = mis_section_get_sheet_path (section, sheet);
      g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, sheet->n_left_out);

      if (is_written && mis_sheet_is_for_scripts (sheet) && sheet->n_left_out > 0)
        mis_message (_("%s: remark: %s: %s rows are left out (see --limit)"), name, path, number);
    }
  for (guint i = 0; i < section->notes->len; i++)
    mis_message (_("%s: remark: %s: %s"), name, section->name,
                 (const char *) g_ptr_array_index (section->notes, i));
}

static MisExit
analyze (MisAnalysis *analysis,
         const MisAnalyzeWanted *wanted,
         const char *name,
         const char *output)
{
  g_autoptr (GPtrArray) sections = make_sections (analysis, wanted, name);
  g_autoptr (GPtrArray) warnings = mis_analysis_list_warnings (analysis);
  g_autoptr (GBytes) bytes = mis_analysis_write (analysis, sections, warnings,
                                                 (MisScoreFormat) wanted->format, wanted->style);

  if (wanted->format == MIS_SCORE_CSV)
    {
      mis_message_remarks (warnings, name);
      print_gaps (g_ptr_array_index (sections, 0), wanted->request.list, name);
    }
  return mis_output_write (output, bytes) ? MIS_EXIT_DONE : MIS_EXIT_FAILED;
}

/* The scenarios that were given, for the request; %FALSE if one is not there, which was said. */
static gboolean
choose_scenarios (const MisWorld *world,
                  const char *name,
                  const MisAnalyzeGiven *given,
                  MisAnalyzeWanted *wanted)
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

/* A scenario that sets what was given would take it back on the way; %FALSE if so, which was said.
 * @scenario: (nullable) */
static gboolean
check_scoring (const MisScenario *scenario, const MisScoringGiven *given, const char *name)
{
  guint mask = mis_scoring_given_get_mask (given);

  for (guint i = 0; scenario != NULL && i < scenario->n_changes; i++)
    for (guint j = 0; j < MIS_N_OPTIONS; j++)
      if (scenario->changes[i].kind == MIS_CHANGE_SCORING
          && (scenario->changes[i].scoring_mask & mask & (1u << j)) != 0)
        {
          mis_message (_("%s: --%s: the scenario “%s” sets this option of the score itself, "
                         "expected it not to be given"),
                       name, given->names[j], scenario->name);
          return FALSE;
        }
  return TRUE;
}

/* (transfer full): @world with the options of the score that were given. */
static MisWorld *
rescore (const MisCommand *command, MisWorld *world, const MisScoringGiven *given)
{
  MisScoring scoring = *mis_world_get_scoring (world);

  mis_scoring_given_choose (given, command, &scoring);
  return mis_world_with_scoring (world, &scoring);
}

static void
refuse (const MisWorld *world,
        const MisAnalyzeWanted *wanted,
        const char *name,
        const GError *error)
{
  const MisScenario *scenario = wanted->request.scenario;

  if (mis_world_check_scenario (world, scenario, NULL, NULL))
    scenario = wanted->request.against;
  mis_scenario_refuse (world, scenario, name, error);
}

static MisExit
analyze_world (MisWorld *world,
               const char *name,
               const MisAnalyzeGiven *given,
               MisAnalyzeWanted *wanted)
{
  g_autoptr (MisAnalysis) analysis = NULL;
  g_autoptr (GError) error = NULL;
  MisReachProgress progress = { 0 };

  if (!choose_scenarios (world, name, given, wanted)
      || !check_scoring (wanted->request.scenario, &given->scoring, name)
      || !check_scoring (wanted->request.against, &given->scoring, name))
    return MIS_EXIT_FAILED;
  wanted->request.progress = &progress;
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
analyze_file (const MisCommand *command, const char *path, const MisAnalyzeGiven *given)
{
  g_autofree char *name = mis_input_get_name (path);
  g_autoptr (MisFault) fault = NULL;
  g_autoptr (MisWorld) world = NULL, rescored = NULL;
  MisAnalyzeWanted wanted;

  if (!mis_analyze_understand (command, given, &wanted))
    return MIS_EXIT_USAGE;
  world = mis_input_read (path, &fault);
  if (world == NULL)
    {
      mis_message_fault (fault, name);
      return MIS_EXIT_FAILED;
    }
  rescored = rescore (command, world, &given->scoring);
  return analyze_world (rescored, name, given, &wanted);
}

static MisExit
run (const MisCommand *command, GStrv arguments)
{
  MisAnalyzeGiven given;
  MisExit status;

  mis_analyze_given_init (&given);
  if (mis_analyze_parse (command, arguments, &given, &status))
    status = analyze_file (command, arguments[1], &given);
  mis_analyze_given_clear (&given);
  return status;
}

const MisCommand mis_command_analyze = {
  .name = "analyze",
  .operands = "FILE",
  .summary = N_("Says what a score is made of, and what would change it"),
  .explanation =
    N_("The sections, each by itself with --table. CSV takes one at a time, or one of its lists, "
       "which stand in brackets, as in --table contributions.areas:\n\n"
       "  contributions  What is the score made of? (areas, pairs, groups)\n"
       "  levers         Which one change would lower it most, or raise it?\n"
       "  between        Who is in conflict with whom? (kind, principal, group)\n"
       "  bedfellows     Who clashes in one area and could be partners in another?\n"
       "  bounds         How far do uncertain numbers let the score go, and which of them to ask "
       "about next? (overall, areas, questions)\n"
       "  own            Who is most in conflict with all others? (kind, principal, group)\n"
       "  decomposition  Does the line of conflict run between kinds, principals or groups? (kind, "
       "principal, group)\n"
       "  diversity      How mixed are the goals, and how near is the score to the highest that "
       "they allow?\n"
       "  comparison     What does the scenario change? Needs --scenario. (overall, areas, pairs, "
       "groups)\n"
       "  waterfall      Which of its changes does how much? Needs --scenario. (overall, steps)\n"
       "  target         What would it take to get there? Needs --target. (overall, smallest, "
       "greedy, by_class)\n\n"
       "With --against, comparison and waterfall go from that scenario to the one of "
       "--scenario.\n\n"
       "Options of the score that are not given are those of the project.\n\n"
       "Some words of json and csv; the help page of analyze has all:\n\n"
       "  misalignment   The score; alignment is 1 minus it\n"
       "  entropy_bits   How mixed goals are: 0 if all hold one, 1 for two held by equally many, 2 "
       "for four\n"
       "  uncertain      How many weights and conflicts have a range\n"
       "  unasked        How many of these cannot be asked about one by one: weights that are to "
       "sum to one\n\n"
       "Text is for people: each section begins with the question that it answers, and\n"
       "what can be negotiated comes first. csv and json are for programs: ids and\n"
       "names, numbers in full precision, the largest effect first. Every difference is\n"
       "exact. What is left out of a list is counted: in csv on standard error.\n\n"
       "For example, what it would take to bring a score to 0.1:\n\n"
       "  misalign-cli analyze shopping.misalign --target 0.1"),
  .run = run,
};
