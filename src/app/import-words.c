#include "app/import-words.h"

#include <glib/gi18n.h>

#include "file/table-contents.h"
#include "report/number-text.h"

#define MOST_NAMED 4u /* columns in a sentence */

/* Counts of a population are wider than what chooses between singular and plural. */
static gulong
plural (guint64 n)
{
  return n > 1000000 ? 1000000 + (gulong)(n % 1000000) : (gulong)n;
}

static guint64
count_rows (const MisTableProfile *profile, const MisTablePlan *plan)
{
  return profile->n_rows + g_hash_table_size (plan->left_out);
}

char *
mis_import_words_size (const MisTableProfile *profile, const MisTablePlan *plan)
{
  guint64 n = count_rows (profile, plan);
  g_autofree char *n_rows = mis_count_text (n);
  g_autofree char *n_columns = mis_count_text (profile->n_columns);
  g_autofree char *rows = g_strdup_printf (ngettext ("%s row", "%s rows", plural (n)), n_rows);
  g_autofree char *columns =
      g_strdup_printf (ngettext ("%s column", "%s columns", profile->n_columns), n_columns);

  /* Translators: "2,000 rows", "52 columns" */
  return g_strdup_printf (_ ("%s and %s."), rows, columns);
}

char *
mis_import_words_left_out_rows (const MisTableProfile *profile, const MisTablePlan *plan)
{
  guint n = g_hash_table_size (plan->left_out);
  g_autofree char *count = mis_count_text (n);
  g_autofree char *all = mis_count_text (count_rows (profile, plan));

  if (n == 0)
    return g_strdup ("");
  /* Translators: two numbers: "3 of 2,000 rows" */
  return g_strdup_printf (ngettext ("%s of %s rows is left out.", "%s of %s rows are left out.", n),
                          count, all);
}

/* (transfer full): "“Speed”, “Age” and 4 more"; @n: (out): how many columns are left out. */
static char *
list_left_out (const MisTablePlan *plan, guint *n)
{
  GString *list = g_string_new (NULL);

  *n = 0;
  for (guint i = 0; i < plan->n_columns; i++)
    if (plan->columns[i].use == MIS_TABLE_USE_NOTHING && (*n)++ < MOST_NAMED)
      {
        g_string_append (list, list->len > 0 ? ", " : "");
        /* Translators: the name of a column */
        g_string_append_printf (list, _ ("“%s”"), plan->labels[i]);
      }
  if (*n > MOST_NAMED)
    /* Translators: behind the names of some columns */
    g_string_append_printf (list, ngettext (" and %u more", " and %u more", *n - MOST_NAMED),
                            *n - MOST_NAMED);
  return g_string_free (list, FALSE);
}

char *
mis_import_words_left_out_columns (const MisTablePlan *plan)
{
  guint n;
  g_autofree char *list = list_left_out (plan, &n);
  g_autofree char *count = mis_count_text (n);
  g_autofree char *all = mis_count_text (plan->n_columns);

  if (n == 0)
    return g_strdup ("");
  /* Translators: two numbers, and the names of the columns: "1 of 7 columns" */
  return g_strdup_printf (
      ngettext ("%s of %s columns is left out: %s. In the menu above it you can choose what it is.",
                "%s of %s columns are left out: %s. In the menus above them you can choose what "
                "they are.",
                n),
      count, all, list);
}

/* "3 goals each", or how few and how many. */
static char *
describe_goals (const MisWorld *world)
{
  guint least = G_MAXUINT, most = 0;

  for (guint i = 0; i < mis_world_get_n_areas (world); i++)
    {
      guint n = mis_area_get_n_goals (mis_world_get_area (world, i));

      least = MIN (least, n);
      most = MAX (most, n);
    }
  if (most == 0)
    return g_strdup (_ ("no goals"));
  if (least < most)
    /* Translators: the goals of a problem area: the fewest, the most */
    return g_strdup_printf (_ ("%u to %u goals"), least, most);
  if (mis_world_get_n_areas (world) == 1)
    return g_strdup_printf (ngettext ("%u goal", "%u goals", most), most);
  return g_strdup_printf (ngettext ("%u goal each", "%u goals each", most), most);
}

char *
mis_import_words_world (const MisWorld *world)
{
  guint n_areas = mis_world_get_n_areas (world);
  guint64 population = mis_world_get_population (world);
  g_autofree char *n_groups = mis_count_text (mis_world_get_n_agents (world));
  g_autofree char *n_agents = mis_count_text (population);
  g_autofree char *goals = describe_goals (world);
  g_autofree char *areas =
      g_strdup_printf (ngettext ("%u problem area", "%u problem areas", n_areas), n_areas);
  g_autofree char *groups = g_strdup_printf (
      ngettext ("%s group", "%s groups", mis_world_get_n_agents (world)), n_groups);
  g_autofree char *agents =
      g_strdup_printf (ngettext ("%s agent", "%s agents", plural (population)), n_agents);

  /* Translators: "50 problem areas", "3 goals each", "1,212 groups", "2,000 agents" */
  return g_strdup_printf (_ ("%s with %s, %s for %s"), areas, goals, groups, agents);
}

char *
mis_import_words_merged (const MisTableSummary *summary)
{
  guint64 n_groups = (guint64)summary->n_agents + summary->n_changed;
  guint64 n_entries = n_groups + summary->n_merged;
  g_autofree char *entries = mis_count_text (n_entries);
  g_autofree char *groups = mis_count_text (n_groups);

  if (summary->n_merged == 0)
    return g_strdup (_ ("No two agents are alike."));
  /* Translators: two numbers, of which the first is the larger one */
  return g_strdup_printf (ngettext ("%s agents of the table become %s group.",
                                    "%s agents of the table become %s groups.", plural (n_groups)),
                          entries, groups);
}

char *
mis_import_words_gaps (const MisImportResult *result)
{
  g_autofree char *weights = mis_table_describe_empty_weights (result->summary.n_empty_weights);
  g_autofree char *n = mis_count_text (result->n_unknown);
  g_autofree char *all = mis_count_text (result->n_positions);
  GString *text = g_string_new (NULL);

  if (result->n_unknown > 0)
    /* Translators: two numbers: all agents, each in all problem areas */
    g_string_append_printf (
        text,
        ngettext ("%s of %s positions is unknown: it does not count in its problem area.",
                  "%s of %s positions are unknown: they do not count in their problem areas.",
                  plural (result->n_unknown)),
        n, all);
  if (weights != NULL)
    g_string_append_printf (text, text->len > 0 ? " %s." : "%s.", weights);
  return g_string_free (text, FALSE);
}

char *
mis_import_words_fault (const MisFault *fault)
{
  g_autofree char *line = mis_count_text (fault->line);
  g_autofree char *column = mis_count_text (fault->column);

  if (fault->line == 0)
    return g_strdup (fault->message);
  if (*fault->place == '\0')
    return g_strdup_printf (_ ("Line %s: %s"), line, fault->message);
  if (fault->cell == NULL)
    /* Translators: a line of a file, a character of that line, what the column of the table is
     * called, what is wrong */
    return g_strdup_printf (_ ("Line %s, character %s, column “%s”: %s"), line, column,
                            fault->place, fault->message);
  /* Translators: likewise; before what is wrong, the cell of a spreadsheet, as in "D3" */
  return g_strdup_printf (_ ("Line %s, character %s, column “%s” (cell %s): %s"), line, column,
                          fault->place, fault->cell, fault->message);
}

char *
mis_import_words_faults (const MisFault *fault)
{
  guint n_others = fault->others != NULL ? fault->others->len : 0;
  guint n = 1 + n_others + fault->n_more;
  g_autofree char *count = mis_count_text (n);

  return g_strdup_printf (ngettext ("%s place cannot be read.", "%s places cannot be read.", n),
                          count);
}

char *
mis_import_words_answer (const char *text)
{
  /* Translators: an answer that somebody has given */
  return *text == '\0' ? g_strdup (_ ("Empty cells")) : g_strdup_printf (_ ("“%s”"), text);
}
