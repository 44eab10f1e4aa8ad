#include "cli/analyze-options.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/arguments.h"
#include "cli/format.h"
#include "cli/message.h"
#include "cli/scenario.h"

#define N_OTHER_OPTIONS 10u

/* Rows of a sheet in text, where nothing is said: what fits a screen. */
#define TEXT_ROWS 10u
/* And of one of many lists of a table. */
#define TEXT_FEW_ROWS 3u

void
mis_analyze_given_init (MisAnalyzeGiven *given)
{
  memset (given, 0, sizeof *given);
  mis_scoring_given_init (&given->scoring);
}

void
mis_analyze_given_clear (MisAnalyzeGiven *given)
{
  mis_scoring_given_clear (&given->scoring);
  g_strfreev (given->scenario);
  g_strfreev (given->against);
  g_strfreev (given->format);
  g_strfreev (given->table);
  g_free (given->limit);
  g_free (given->step);
  g_free (given->target);
  g_free (given->output);
}

gboolean
mis_analyze_parse (const MisCommand *command,
                   GStrv arguments,
                   MisAnalyzeGiven *given,
                   MisExit *status)
{
  g_autofree char *tables = mis_choice_list_nicks (mis_analysis_tables);
  g_autofree char *table_help = g_strdup_printf (
    _("Only this table: %s; in csv also one list of it, as in contributions.groups"), tables);
  GOptionEntry options[N_OTHER_OPTIONS + MIS_N_OPTIONS + 1] = {
    { "scenario", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given->scenario,
      N_("Analyze this scenario of FILE, by its id or name, and compare it with FILE"), N_("ID") },
    { "against", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given->against,
      N_("Compare the scenario with this one, not with FILE as it is"), N_("ID") },
    { "table", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given->table, table_help, N_("NAME") },
    { "short", 0, 0, G_OPTION_ARG_NONE, &given->in_short,
      N_("Only the score and the main findings, as text"), NULL },
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
  };

  mis_scoring_given_list (&given->scoring, &options[N_OTHER_OPTIONS]);
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
read_target (const MisCommand *command, const char *word, MisAnalyzeWanted *wanted)
{
  wanted->half = g_strcmp0 (word, HALF) == 0;
  if (wanted->half)
    {
      wanted->request.target = 0.0;
      return TRUE;
    }
  if (word == NULL || strpbrk (word, ",%") == NULL)
    return read_number (command, "--target", word, TRUE, &wanted->request.target);
  if (strchr (word, '%') != NULL)
    /* Of the score, or of what it is now: nobody can tell which was meant. */
    mis_usage_error (command, _("--target: found “%s”, expected no percentage: 0.2 for a score of "
                                "0.2, or “half” for half of what it is"),
                     word);
  else
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

static char *
list_lists (guint table, const char *const *lists)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; lists != NULL && lists[i] != NULL; i++)
    g_string_append_printf (text, i == 0 ? "%s.%s" : ", %s.%s", mis_analysis_tables[table].nick,
                            lists[i]);
  return g_string_free (text, FALSE);
}

/* The list of a table, as in "contributions.groups". */
static gboolean
choose_list (const MisCommand *command,
             const char *word,
             const char *name,
             MisAnalyzeWanted *wanted)
{
  const char *const *lists = mis_analysis_get_lists ((MisAnalysisTable) wanted->table);
  g_autofree char *expected = list_lists (wanted->table, lists);

  if (lists == NULL)
    mis_usage_error (command, _("--table: found “%s”, expected %s, which is one list"), word,
                     mis_analysis_tables[wanted->table].nick);
  else if (!g_strv_contains (lists, name))
    mis_usage_error (command, _("--table: found “%s”, expected %s"), word, expected);
  else if (wanted->format != MIS_SCORE_CSV)
    mis_usage_error (command, _("--table %s: found the format %s, expected csv for one list"), word,
                     mis_score_formats[wanted->format].nick);
  else
    {
      wanted->request.list = name;
      return TRUE;
    }
  return FALSE;
}

/* The last word is taken, but each must be a table, or a list of one. */
static gboolean
choose_tables (const MisCommand *command, char **words, MisAnalyzeWanted *wanted)
{
  for (; words != NULL && *words != NULL; words++)
    {
      const char *dot = strchr (*words, '.');
      g_autofree char *table = dot != NULL ? g_strndup (*words, (gsize) (dot - *words)) : NULL;
      char *one[] = { table != NULL ? table : *words, NULL };

      wanted->request.list = NULL;
      if (!mis_arguments_choose (command, "--table", one, mis_analysis_tables, &wanted->table)
          || (dot != NULL && !choose_list (command, *words, dot + 1, wanted)))
        return FALSE;
    }
  return TRUE;
}

/* What a table needs is asked of the words, not of the file. */
static gboolean
check_table (const MisCommand *command,
             const MisAnalyzeGiven *given,
             const MisAnalyzeWanted *wanted)
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

/* What is short is a few sentences: nothing that a table or a program could be given. */
static gboolean
check_short (const MisCommand *command, const MisAnalyzeGiven *given, guint format)
{
  const char *other = given->table != NULL ? "--table" : given->target != NULL ? "--target" : NULL;

  if (!given->in_short || (other == NULL && format == MIS_SCORE_TEXT))
    return TRUE;
  if (other != NULL)
    mis_usage_error (command, _("--short: found %s as well, expected only one of the two"), other);
  else
    mis_usage_error (command, _("--short: found the format %s, expected text"),
                     mis_score_formats[format].nick);
  return FALSE;
}

static gboolean
check_scenarios (const MisCommand *command, const MisAnalyzeGiven *given)
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

gboolean
mis_analyze_understand (const MisCommand *command,
                        const MisAnalyzeGiven *given,
                        MisAnalyzeWanted *wanted)
{
  MisScoring scoring = { 0 };

  *wanted = (MisAnalyzeWanted) {
    .format = MIS_SCORE_TEXT,
    .all = given->table == NULL && !given->in_short,
    .in_short = given->in_short,
  };
  wanted->request.step = MIS_ANALYSIS_STEP;
  wanted->request.target = NAN;
  wanted->style = mis_format_get_style (given->decimal_comma);
  if (!mis_format_choose (command, given->format, given->output, &wanted->format)
      || !mis_format_check_comma (command, given->decimal_comma,
                                  mis_score_formats[wanted->format].nick)
      || !choose_tables (command, given->table, wanted))
    return FALSE;
  wanted->request.brief = given->table != NULL;
  wanted->request.with_steps = given->step != NULL;
  wanted->request.for_people = wanted->format == MIS_SCORE_TEXT;
  wanted->request.limit = wanted->request.for_people ? TEXT_ROWS : MIS_ANALYSIS_ROWS;
  wanted->request.few = given->limit == NULL ? TEXT_FEW_ROWS : 0;
  return check_scenarios (command, given)
         && check_short (command, given, wanted->format)
         && mis_scoring_given_choose (&given->scoring, command, &scoring)
         && read_limit (command, given->limit, &wanted->request.limit)
         && read_number (command, "--step", given->step, FALSE, &wanted->request.step)
         && read_target (command, given->target, wanted)
         && check_table (command, given, wanted);
}
