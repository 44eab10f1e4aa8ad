#include "report/chart-source.h"

#include <glib/gi18n-lib.h>

#include "core/restore.h"
#include "report/figure.h"
#include "report/number-text.h"
#include "report/uncertain-name.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

/* In letters: what leaves room for the rest in two small lines of one column. */
#define LONGEST_TITLE 48
#define LONGEST_NAME 24

#define MOST_HELD 2u   /* groups that are named */
#define MOST_RANGES 2u /* numbers that are */
#define DECIMALS 3

/* Unicode's first strong isolate, and its end. */
#define ISOLATE "\u2068%s\u2069"

static gboolean
runs_left (gunichar letter)
{
  switch (g_unichar_get_script (letter))
    {
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether any letter of @name runs against the line. */
static gboolean
runs_against_line (const char *name)
{
  const gboolean line = runs_left (g_utf8_get_char (TEXT ("made with Misalign")));

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_isalpha (letter) && runs_left (letter) != line)
        return TRUE;
    }
  return FALSE;
}

/* (transfer full): @name as it stands in the line. */
static char *
set_name (const char *name, glong longest)
{
  g_autofree char *head =
      g_utf8_strlen (name, -1) > longest ? g_utf8_substring (name, 0, longest - 1) : NULL;
  g_autofree char *shown =
      head != NULL ? g_strconcat (g_strchomp (head), "…", NULL) : g_strdup (name);

  return runs_against_line (shown) ? g_strdup_printf (ISOLATE, shown) : g_steal_pointer (&shown);
}

static void
add_part (GString *line, const char *part)
{
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

static void
add_name (GString *line, const char *name)
{
  g_autofree char *shown = set_name (name, LONGEST_TITLE);

  if (*name != '\0')
    add_part (line, shown);
}

static void
add_project (GString *line, const char *title, gboolean is_changed)
{
  g_autofree char *shown = set_name (title, LONGEST_TITLE);
  /* Translators: the name of a project whose numbers are others than when it was opened */
  g_autofree char *changed = g_strdup_printf (TEXT ("%s, numbers changed"), shown);

  if (!is_changed)
    add_name (line, title);
  else
    add_part (line, *title != '\0' ? changed : TEXT ("numbers changed"));
}

/* Takes @parts. (transfer full): the whole line. */
static char *
finish (GString *parts)
{
  add_part (parts, TEXT ("made with Misalign"));
  /* Translators: the small line below an exported chart; then what it was made of and with */
  return g_strdup_printf (TEXT ("Source: %s"), parts->str);
}

gboolean
mis_chart_source_is_changed (const MisWorld *world, const MisWorld *opened)
{
  g_return_val_if_fail (world != NULL && opened != NULL, FALSE);

  return !mis_world_has_same_shape (world, opened)
         || !mis_scoring_equal (mis_world_get_scoring (world), mis_world_get_scoring (opened))
         || !mis_world_has_same_counts (world, opened)
         || !mis_world_has_same_positions (world, opened)
         || !mis_world_has_same_conflicts (world, opened);
}

char *
mis_chart_source_project (const char *title, gboolean is_changed)
{
  g_autoptr (GString) parts = g_string_new (NULL);

  add_project (parts, title, is_changed);
  return finish (parts);
}

static void
add_held (GString *line, const MisAgent *group, guint64 n_agents)
{
  g_autofree char *share = mis_percent_text ((double)group->count / (double)n_agents);
  g_autofree char *name = set_name (group->name, LONGEST_NAME);
  /* Translators: a group of agents, and the share of the population that it keeps */
  g_autofree char *held = g_strdup_printf (TEXT ("%s held at %s"), name, share);

  add_part (line, held);
}

static void
add_more_held (GString *line, guint n)
{
  g_autofree char *more = g_strdup_printf (
      /* Translators: behind groups of agents that keep their share of the population */
      g_dngettext (GETTEXT_PACKAGE, "%u more group held", "%u more groups held", n), n);

  if (n > 0)
    add_part (line, more);
}

char *
mis_chart_source_share (const char *title,
                        gboolean is_changed,
                        const MisWorld *world,
                        guint agent,
                        const gboolean *locked)
{
  g_autoptr (GString) parts = g_string_new (NULL);
  guint64 n_agents = mis_world_get_population (world);
  guint n_held = 0;

  add_project (parts, title, is_changed);
  for (guint i = 0; locked != NULL && n_agents > 0 && i < mis_world_get_n_agents (world); i++)
    if (i != agent && locked[i] && n_held++ < MOST_HELD)
      add_held (parts, mis_world_get_agent (world, i), n_agents);
  add_more_held (parts, n_held > MOST_HELD ? n_held - MOST_HELD : 0);
  return finish (parts);
}

static void
add_runs (GString *line, const MisExperiment *experiment)
{
  g_autofree char *runs = mis_count_text (experiment->runs);
  g_autofree char *text = g_strdup_printf (
      /* Translators: how often an experiment was run, and what its random numbers begin with */
      g_dngettext (GETTEXT_PACKAGE, "%s run, seed %" G_GUINT64_FORMAT,
                   "%s runs, seed %" G_GUINT64_FORMAT, experiment->runs),
      runs, experiment->seed);

  add_part (line, text);
}

/* Two readings of the paper, which give other numbers. The line must say which of them: a picture
 * can be without the subtitle that says so too. */
static void
add_weights (GString *line, const MisExperiment *experiment)
{
  if (mis_experiment_draws_weights (experiment))
    add_part (line, mis_figure_weights (mis_pers[experiment->recipe.per].nick));
}

static void
add_range (GString *line, const MisWorld *world, const MisUncertain *it)
{
  g_autofree char *whole = mis_uncertain_name (world, it);
  g_autofree char *name = set_name (whole, LONGEST_TITLE);
  g_autofree char *low = mis_number_text (it->low, DECIMALS);
  g_autofree char *high = mis_number_text (it->high, DECIMALS);
  /* Translators: what is uncertain, such as "Conflict in Driving", and the ends of its range */
  g_autofree char *range = g_strdup_printf (TEXT ("%s between %s and %s"), name, low, high);

  add_part (line, range);
}

/* Which numbers were drawn, and between which ends. */
static void
add_ranges (GString *line, const MisExperiment *experiment, MisWorld *world)
{
  g_autoptr (MisUncertainty) uncertainty = mis_uncertainty_new (world);
  guint n, n_drawn = 0;
  const MisUncertain *all = mis_uncertainty_list (uncertainty, &n);
  g_autofree char *more = NULL;

  for (guint i = 0; i < n; i++)
    if (!mis_uncertain_is_varied (experiment, world, &all[i]) && n_drawn++ < MOST_RANGES)
      add_range (line, world, &all[i]);
  if (n_drawn <= MOST_RANGES)
    return;
  more = g_strdup_printf (
      /* Translators: behind numbers with the ends of their ranges */
      g_dngettext (GETTEXT_PACKAGE, "and %u more range", "and %u more ranges",
                   n_drawn - MOST_RANGES),
      n_drawn - MOST_RANGES);
  add_part (line, more);
}

char *
mis_chart_source_experiment (const MisExperiment *experiment,
                             const char *project,
                             gboolean is_changed,
                             const char *world,
                             MisWorld *drawn)
{
  g_autoptr (GString) parts = g_string_new (NULL);

  if (project != NULL)
    add_project (parts, project, is_changed);
  if (world == NULL)
    add_part (parts, TEXT ("generated populations"));
  else if (g_strcmp0 (world, project) != 0)
    add_name (parts, world);
  add_weights (parts, experiment);
  if (experiment->runs > 1)
    add_runs (parts, experiment);
  if (drawn != NULL && experiment->ranges != MIS_RANGES_AS_SET)
    add_ranges (parts, experiment, drawn);
  return finish (parts);
}
