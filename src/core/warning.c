/* What the model would stumble over, as sentences. */
#include "core/score-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *const nicks[] = {
  [MIS_WARNING_NO_AREAS] = "no-areas",
  [MIS_WARNING_NO_AGENTS] = "no-agents",
  [MIS_WARNING_FEWER_THAN_TWO_AGENTS] = "fewer-than-two-agents",
  [MIS_WARNING_GOAL_NOT_HELD] = "goal-not-held",
  [MIS_WARNING_NOBODY_CARES] = "nobody-cares",
  [MIS_WARNING_NO_CONFLICT] = "no-conflict",
  [MIS_WARNING_EMPTY_GROUP] = "empty-group",
  [MIS_WARNING_ABOVE_ONE] = "above-one",
};

const char *
mis_warning_get_nick (MisWarningCode code)
{
  g_return_val_if_fail (code < G_N_ELEMENTS (nicks), NULL);

  return nicks[code];
}

void
mis_warning_free (MisWarning *warning)
{
  g_free (warning->place);
  g_free (warning->message);
  g_free (warning->fact);
  g_free (warning);
}

/* Takes over both texts. */
static void
add_warning (GPtrArray *list, MisWarningCode code, char *place, char *message)
{
  MisWarning *warning = g_new (MisWarning, 1);

  warning->code = code;
  warning->place = place;
  warning->message = message;
  warning->fact = g_strdup (message);
  g_ptr_array_add (list, warning);
}

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

static void
warn_of_goals (GPtrArray *list, const MisArea *area, guint index, const MisAreaTally *sums)
{
  for (guint goal = 0; goal < sums->n_goals; goal++)
    if (sums->goals[goal].n == 0)
      add_warning (list, MIS_WARNING_GOAL_NOT_HELD,
                   g_strdup_printf ("areas[%u].goals[%u]", index, goal),
                   g_strdup_printf (TEXT ("Nobody holds the goal “%s” in “%s”."),
                                    mis_area_get_goal_name (area, (int) goal),
                                    mis_area_get_name (area)));
}

static gboolean
has_conflict (const MisArea *area)
{
  guint n_conflicts;
  const MisConflict *conflicts = mis_area_get_conflicts (area, &n_conflicts);

  if (mis_area_get_default_conflict (area) > 0.0)
    return TRUE;
  for (guint i = 0; i < n_conflicts; i++)
    if (conflicts[i].high > 0.0)
      return TRUE;
  return FALSE;
}

/* What to do about it, if there is something to be done. */
static void
warn_of_no_conflict (GPtrArray *list, const MisArea *area, guint index)
{
  const char *name = mis_area_get_name (area);
  gboolean has_pair = mis_area_get_n_goals (area) >= 2;
  char *fact = g_strdup_printf (
    has_pair ? TEXT ("No two goals in “%s” are in conflict.")
             : TEXT ("No two goals in “%s” are in conflict: it has fewer than two."),
    name);
  MisWarning *warning;

  add_warning (list, MIS_WARNING_NO_CONFLICT, g_strdup_printf ("areas[%u].conflict", index), fact);
  if (!has_pair)
    return;
  warning = g_ptr_array_index (list, list->len - 1);
  warning->message = g_strconcat (warning->fact, " ",
                                  TEXT ("Set how likely they clash under Conflicts."), NULL);
  g_free (fact);
}

/* Whether goals are held, all of them with weight 0. */
static gboolean
is_nobodys_care (const MisAreaTally *sums)
{
  gboolean held = FALSE;

  for (guint goal = 0; goal < sums->n_goals; goal++)
    {
      held = held || sums->goals[goal].n > 0;
      if (sums->goals[goal].w > 0.0)
        return FALSE;
    }
  return held;
}

void
mis_warnings_add_area (GPtrArray *list,
                       const MisArea *area,
                       guint index,
                       const MisAreaTally *sums)
{
  const char *name = mis_area_get_name (area);

  if (sums->n < 2)
    {
      add_warning (list, MIS_WARNING_FEWER_THAN_TWO_AGENTS, g_strdup_printf ("areas[%u]", index),
                   g_strdup_printf (TEXT ("Fewer than two agents have a position in “%s”, "
                                          "so it has no score and is left out of the mean."),
                                    name));
      return;
    }
  warn_of_goals (list, area, index, sums);
  if (is_nobodys_care (sums))
    add_warning (list, MIS_WARNING_NOBODY_CARES, g_strdup_printf ("areas[%u]", index),
                 g_strdup_printf (TEXT ("Nobody who holds a goal in “%s” cares about it: "
                                        "every weight is 0."), name));
  if (!has_conflict (area))
    warn_of_no_conflict (list, area, index);
}

void
mis_warnings_add_population (GPtrArray *list, guint n_areas, guint64 n_agents)
{
  if (n_areas == 0)
    add_warning (list, MIS_WARNING_NO_AREAS, g_strdup ("areas"),
                 g_strdup (TEXT ("There are no problem areas, so there is nothing to score.")));
  if (n_agents == 0)
    add_warning (list, MIS_WARNING_NO_AGENTS, g_strdup ("agents"),
                 g_strdup (TEXT ("There are no agents, so there is nothing to score.")));
}

static void
warn_of_empty_groups (GPtrArray *list, const MisWorld *world)
{
  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    if (mis_world_get_agent (world, i)->count == 0)
      add_warning (list, MIS_WARNING_EMPTY_GROUP, g_strdup_printf ("agents[%u].count", i),
                   g_strdup_printf (TEXT ("The group “%s” has no members."),
                                    mis_world_get_agent (world, i)->name));
}

void
mis_warnings_add_score (GPtrArray *list, const MisWorld *world, const MisScore *score)
{
  /* Rounding may lead beyond 1 elsewhere, and means nothing. */
  if (mis_world_get_scoring (world)->normalization != MIS_NORMALIZATION_LIMIT)
    return;
  for (guint i = 0; i < score->n_areas; i++)
    if (score->areas[i].misalignment > 1.0)
      add_warning (list, MIS_WARNING_ABOVE_ONE, g_strdup_printf ("areas[%u]", i),
                   g_strdup_printf (TEXT ("“%s” scores more than 1: the normalization by the limit "
                                          "compares with large populations, and a small one can be "
                                          "more misaligned than those."),
                                    mis_area_get_name (mis_world_get_area (world, i))));
}

GPtrArray *
mis_score_list_warnings (const MisScore *score, const MisTally *tally)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) mis_warning_free);
  MisWorld *world = mis_tally_get_world (tally);

  mis_warnings_add_population (list, score->n_areas, score->n_agents);
  warn_of_empty_groups (list, world);
  for (guint i = 0; i < score->n_areas && score->n_agents > 0; i++)
    {
      MisAreaTally sums = mis_tally_get_area (tally, i);

      mis_warnings_add_area (list, mis_world_get_area (world, i), i, &sums);
    }
  mis_warnings_add_score (list, world, score);
  return list;
}
