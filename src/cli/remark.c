#include "cli/remark.h"

#include <glib/gi18n-lib.h>

#include "cli/message.h"
#include "core/edit.h"
#include "core/number.h"
#include "core/score.h"
#include "file/table-contents.h"
#include "file/table-kinds.h"
#include "report/number-text.h"
#include "sim/engine.h"

#define MOST_AREAS 20u
#define MOST_GOALS 8u
#define MOST_AGENTS 5u
#define MOST_DOUBTS 20u
#define MOST_KINDS 20u
#define FEW_UNKNOWN 0.1 /* of the agents of an area */

void
mis_remark_doubts (const MisWorld *world, const char *name)
{
  g_autoptr (GPtrArray) doubts = mis_table_list_doubts (world);

  for (guint i = 0; i < MIN (doubts->len, MOST_DOUBTS); i++)
    mis_message (_("%s: remark: %s"), name, (const char *) doubts->pdata[i]);
  if (doubts->len > MOST_DOUBTS)
    mis_message (_("%s: and %u more"), name, doubts->len - MOST_DOUBTS);
}

/* An experiment may outlive the group, area or scenario that it names: its project can be opened,
 * but the experiment cannot be run. */
void
mis_remark_dangling (MisWorld *world, const char *name)
{
  for (guint i = 0; i < mis_world_get_n_experiments (world); i++)
    {
      MisExperiment *experiment = mis_world_get_experiment (world, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (MisEngine) engine = NULL;

      if (experiment->source != MIS_SOURCE_PROJECT)
        continue;
      engine = mis_engine_new (experiment, world, NULL, &error);
      if (engine == NULL)
        mis_message (_("%s: remark: experiments[%u].%s"), name, i, error->message);
    }
}

/* "Growth (12)" */
static void
append_goal (GString *text, guint n_listed, const char *name, guint64 n)
{
  g_string_append_printf (text, n_listed == 0 ? "%s (%" G_GUINT64_FORMAT ")"
                                              : ", %s (%" G_GUINT64_FORMAT ")", name, n);
}

/* "Growth (12), Safety (3) and 4 more": goals that are held, and by how many rows, or agents. */
static void
append_held (GString *text, const MisArea *area, const MisAreaContents *contents, gboolean agents)
{
  guint n_listed = 0;

  for (guint i = 0; i < mis_area_get_n_goals (area) && n_listed < MOST_GOALS; i++)
    if (contents->n_holders[i] > 0)
      append_goal (text, n_listed++, mis_area_get_goal (area, i)->name,
                   agents ? contents->agents[i] : contents->n_holders[i]);
  if (contents->n_held > n_listed)
    g_string_append_printf (text, _(" and %u more"), contents->n_held - n_listed);
}

static void
say_area (const MisWorld *world,
          guint index,
          const MisAreaContents *contents,
          gboolean agents,
          const char *name)
{
  const MisArea *area = mis_world_get_area (world, index);
  guint64 n_none = agents ? contents->n_agents_none : contents->n_none;
  guint64 n_unknown = agents ? mis_world_get_population (world) - contents->n_agents - n_none
                             : mis_world_get_n_agents (world) - contents->n_rows - n_none;
  g_autofree char *none = g_strdup_printf ("%" G_GUINT64_FORMAT, n_none);
  g_autofree char *unknown = g_strdup_printf ("%" G_GUINT64_FORMAT, n_unknown);
  g_autoptr (GString) text = g_string_new (NULL);

  if (contents->n_held > 0)
    g_string_append (text, _("goals: "));
  append_held (text, area, contents, agents);
  if (n_none > 0)
    g_string_append_printf (text, _("%sno goal (%s)"), text->len > 0 ? "; " : "", none);
  if (n_unknown > 0)
    g_string_append_printf (text, _("%sunknown (%s)"), text->len > 0 ? "; " : "", unknown);
  mis_message ("%s: %s: %s", name, mis_area_get_name (area),
               text->len > 0 ? text->str : _("nothing"));
}

void
mis_remark_contents (const MisWorld *world, guint64 n_rows, const char *name)
{
  g_autoptr (GPtrArray) all = mis_area_contents_list (world);
  g_autofree char *rows = g_strdup_printf ("%" G_GUINT64_FORMAT, n_rows);
  gboolean in_agents = n_rows != mis_world_get_n_agents (world);
  g_autofree char *agents =
    g_strdup_printf ("%" G_GUINT64_FORMAT, mis_world_get_population (world));

  mis_message (_("%s: rows: %s; groups of agents: %u; agents: %s; problem areas: %u"), name, rows,
               mis_world_get_n_agents (world), agents, all->len);
  if (n_rows == 0)
    mis_message (_("%s: remark: the table has names of columns and no rows below them, so there "
                   "are no agents"), name);
  if (in_agents)
    mis_message (_("%s: the numbers in brackets are those of agents, not of rows"), name);
  for (guint i = 0; i < MIN (all->len, MOST_AREAS); i++)
    say_area (world, i, g_ptr_array_index (all, i), in_agents, name);
  if (all->len > MOST_AREAS)
    mis_message (_("%s: and %u more"), name, all->len - MOST_AREAS);
}

/* (transfer full): the score of @world if unknown positions are read as @unknown. */
static MisScore *
score_reading (MisWorld *world, MisUnknown unknown)
{
  MisScoring scoring = *mis_world_get_scoring (world);
  g_autoptr (MisWorld) read = NULL;
  g_autoptr (MisTally) tally = NULL;

  scoring.unknown = unknown;
  read = mis_world_with_scoring (world, &scoring);
  tally = mis_tally_new (read, NULL);
  return mis_score_new (tally, NULL, NULL);
}

/* Areas in which more than a few agents are unknown; @left_out is the score without those. */
static guint
count_areas_with_unknown (const MisScore *left_out, guint64 population)
{
  guint n = 0;

  for (guint i = 0; i < left_out->n_areas; i++)
    n += (double) (population - left_out->areas[i].n) > FEW_UNKNOWN * (double) population;
  return n;
}

void
mis_remark_unknown (MisWorld *world, const char *name)
{
  g_autoptr (MisScore) left_out = score_reading (world, MIS_UNKNOWN_LEAVE_OUT);
  g_autoptr (MisScore) no_goal = score_reading (world, MIS_UNKNOWN_NO_GOAL);
  gboolean is_left_out = mis_world_get_scoring (world)->unknown == MIS_UNKNOWN_LEAVE_OUT;
  g_autofree char *now = mis_score_text ((is_left_out ? left_out : no_goal)->overall);
  g_autofree char *then = mis_score_text ((is_left_out ? no_goal : left_out)->overall);

  if (count_areas_with_unknown (left_out, mis_world_get_population (world)) == 0)
    return;
  if (left_out->overall <= 0.0 && no_goal->overall <= 0.0)
    mis_message (_("%s: remark: agents that are unknown in a problem area are left out of it; read "
                   "as “no goal”, they would count, and the score would be another one: once there "
                   "are conflicts, compare with “score --unknown no-goal”"),
                 name);
  else if (is_left_out)
    mis_message (_("%s: remark: agents that are unknown in a problem area are left out of it; read "
                   "as “no goal”, the score would be %s instead of %s: “score --unknown no-goal”"),
                 name, then, now);
  else
    mis_message (_("%s: remark: agents that are unknown in a problem area are read as “no goal” in "
                   "this project; left out, the score would be %s instead of %s: “score --unknown "
                   "leave-out”"), name, then, now);
}

void
mis_remark_empty_weights (guint64 n_empty, const char *name)
{
  g_autofree char *doubt = mis_table_describe_empty_weights (n_empty);

  if (doubt != NULL)
    mis_message (_("%s: remark: %s"), name, doubt);
}

/* "“Company” → organization (3 rows)". */
static void
append_kind (GString *list, const MisTableKindCount *count)
{
  g_autofree char *n = g_strdup_printf ("%" G_GUINT64_FORMAT, count->n);
  gulong plural = (gulong) MIN (count->n, G_MAXLONG);

  if (list->len > 0)
    g_string_append (list, ", ");
  /* Translators: a word of a table, the kind of agents that it is taken for, and how many rows hold
   * it */
  g_string_append_printf (list,
                          g_dngettext (GETTEXT_PACKAGE, "“%s” → %s (%s row)", "“%s” → %s (%s rows)",
                                       plural),
                          count->text, mis_kinds[count->kind].nick, n);
}

void
mis_remark_kinds (const MisTableSummary *summary, const char *name)
{
  g_autoptr (GString) list = g_string_new (NULL);

  if (summary->kinds == NULL)
    return;
  for (guint i = 0; i < MIN (summary->kinds->len, MOST_KINDS); i++)
    append_kind (list, g_ptr_array_index (summary->kinds, i));
  if (summary->kinds->len > MOST_KINDS)
    g_string_append_printf (list, _(" and %u more"), summary->kinds->len - MOST_KINDS);
  if (summary->keeps_kinds)
    mis_message (_("%s: remark: words taken for kinds of agents: %s; each is kept as the principal "
                   "of its agents"), name, list->str);
  else
    mis_message (_("%s: remark: words taken for kinds of agents: %s; the words themselves are not "
                   "kept, as the table has a column “principal”"), name, list->str);
}

static void
say_new_goals (const MisArea *old, const MisArea *new, const char *name)
{
  guint first = mis_area_get_n_goals (old), n_goals = mis_area_get_n_goals (new);

  for (guint i = first; i < MIN (n_goals, first + MOST_GOALS); i++)
    mis_message (_("%s: remark: “%s” is a new goal of “%s”; look at its conflicts"), name,
                 mis_area_get_goal (new, i)->name, mis_area_get_name (new));
  if (n_goals > first + MOST_GOALS)
    mis_message (_("%s: and %u more"), name, n_goals - first - MOST_GOALS);
}

static void
say_lost_changes (const MisScenario *old, const MisScenario *new, const char *name)
{
  if (old->n_changes > new->n_changes)
    mis_message (_("%s: remark: the scenario “%s” loses %u of its %u changes, as they no longer "
                   "find what they name"),
                 name, old->id, old->n_changes - new->n_changes, old->n_changes);
}

static void
say_new_area (const MisArea *area, const char *name)
{
  char conflict[MIS_NUMBER_SIZE];

  mis_message (_("%s: remark: “%s” is a new problem area; all its conflicts are %s"), name,
               mis_area_get_name (area),
               mis_number_format (mis_area_get_default_conflict (area), conflict));
}

/* The first few by name: a misspelt one shows. */
static void
say_gone_agents (const MisWorld *base, const MisWorld *world, guint n_gone, const char *name)
{
  g_autoptr (GHashTable) left = g_hash_table_new (g_str_hash, g_str_equal);
  GString *list = g_string_new (NULL);
  guint n_listed = 0;

  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    g_hash_table_add (left, (gpointer) mis_world_get_agent (world, i)->id);
  for (guint i = 0; i < mis_world_get_n_agents (base) && n_listed < MIN (n_gone, MOST_AGENTS); i++)
    {
      const MisAgent *agent = mis_world_get_agent (base, i);

      if (!g_hash_table_contains (left, agent->id))
        g_string_append_printf (list, n_listed++ == 0 ? "“%s”" : ", “%s”", agent->name);
    }
  if (n_gone > n_listed)
    g_string_append_printf (list, _(" and %u more"), n_gone - n_listed);
  mis_message (_("%s: remark: groups of agents that the table does not have are gone: %s"), name,
               list->str);
  g_string_free (list, TRUE);
}

void
mis_remark_differences (const MisWorld *base, const MisWorld *world, guint n_kept, const char *name)
{
  guint n_areas = mis_world_get_n_areas (base), n_gone = mis_world_get_n_agents (base) - n_kept;

  if (n_gone > 0)
    say_gone_agents (base, world, n_gone, name);
  for (guint i = 0; i < mis_world_get_n_areas (world); i++)
    if (i < n_areas)
      say_new_goals (mis_world_get_area (base, i), mis_world_get_area (world, i), name);
    else
      say_new_area (mis_world_get_area (world, i), name);
  for (guint i = 0; i < mis_world_get_n_scenarios (base); i++)
    say_lost_changes (mis_world_get_scenario (base, i), mis_world_get_scenario (world, i), name);
}
