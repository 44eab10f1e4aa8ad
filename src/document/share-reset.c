#include "document/share-reset.h"

#include <math.h>

#include "core/edit.h"
#include "core/restore.h"
#include "core/share.h"

/* A difference of one agent, give or take what doubles lose. */
#define ONE_AGENT (1.0 - 1e-9)

/* Counts on the way back: as they are, as they should be, and who may not or need not move. */
typedef struct
{
  guint n;
  guint agent; /* n: no single one */
  const gboolean *locked;
  double *now;
  guint64 *goal;
  double *parts;  /* of those that make room: their proportions; 0 for all else */
  guint n_moving; /* how many those are */
  double rest;    /* agents for them; below 0: so many are missing */
} Reset;

static double
get_count (const MisWorld *world, guint agent)
{
  return (double) mis_world_get_agent (world, agent)->count;
}

guint64 *
mis_share_get_goals (const MisWorld *opened, guint64 population)
{
  guint n = mis_world_get_n_agents (opened);
  g_autofree double *parts = NULL;
  guint64 *goals;

  if (mis_world_get_population (opened) == 0)
    return NULL;
  parts = g_new (double, n);
  goals = g_new (guint64, n);
  for (guint i = 0; i < n; i++)
    {
      goals[i] = mis_world_get_agent (opened, i)->count;
      parts[i] = (double) goals[i];
    }
  if (population != mis_world_get_population (opened))
    mis_apportion (parts, n, population, goals);
  return goals;
}

gboolean
mis_share_is_changed (const MisWorld *world, const MisWorld *opened, guint agent)
{
  g_autofree guint64 *goals = mis_share_get_goals (opened, mis_world_get_population (world));

  return goals != NULL && mis_world_get_agent (world, agent)->count != goals[agent];
}

/* Takes @goals over. */
static void
reset_init (
    Reset *reset, const MisWorld *world, guint64 *goals, guint agent, const gboolean *locked)
{
  guint n = mis_world_get_n_agents (world);

  *reset = (Reset) { .n = n, .agent = agent, .locked = locked, .goal = goals };
  reset->now = g_new (double, n);
  reset->parts = g_new0 (double, n);
  for (guint i = 0; i < n; i++)
    reset->now[i] = get_count (world, i);
}

static void
reset_clear (Reset *reset)
{
  g_free (reset->now);
  g_free (reset->goal);
  g_free (reset->parts);
}

static gboolean
is_locked (const Reset *reset, guint i)
{
  return i != reset->agent && reset->locked != NULL && reset->locked[i];
}

/* Whether each unlocked row is, but for rounding, what its goal is after a change of all of them in
 * proportion, and each locked one where it should be. */
static gboolean
is_in_proportion (const Reset *reset)
{
  double now = 0.0, goal = 0.0;

  for (guint i = 0; i < reset->n; i++)
    {
      if (is_locked (reset, i) && reset->now[i] != (double) reset->goal[i])
        return FALSE;
      if (i == reset->agent || is_locked (reset, i))
        continue;
      now += reset->now[i];
      goal += (double) reset->goal[i];
    }
  for (guint i = 0; i < reset->n; i++)
    if (i != reset->agent && !is_locked (reset, i) &&
        (goal == 0.0 || fabs (reset->now[i] - (double) reset->goal[i] * now / goal) >= ONE_AGENT))
      return FALSE;
  return TRUE;
}

/* Those that make room: all that are unlocked, or only those that are off their share. */
static void
choose_parts (Reset *reset, guint64 population, gboolean all)
{
  double sum = 0.0;

  reset->n_moving = 0;
  reset->rest = (double) population - (double) reset->goal[reset->agent];
  for (guint i = 0; i < reset->n; i++)
    {
      gboolean moves = i != reset->agent && !is_locked (reset, i) &&
                       (all || reset->now[i] != (double) reset->goal[i]);

      reset->parts[i] = moves ? reset->now[i] : -1.0;
      sum += moves ? reset->now[i] : 0.0;
      reset->n_moving += moves ? 1 : 0;
      if (!moves && i != reset->agent)
        reset->rest -= reset->now[i];
    }
  /* If nobody is left in any of them they go back to their own proportions, or share evenly. */
  for (guint i = 0; i < reset->n; i++)
    reset->parts[i] = reset->parts[i] < 0.0 ? 0.0
                      : sum > 0.0           ? reset->parts[i]
                                            : (double) reset->goal[i] + 1e-9;
}

/* Whether those that make room end, but for rounding, at their goal, and all others are there. */
static gboolean
ends_at_goal (const Reset *reset)
{
  double sum = 0.0;

  for (guint i = 0; i < reset->n; i++)
    sum += reset->parts[i];
  for (guint i = 0; i < reset->n; i++)
    {
      double end = reset->parts[i] > 0.0 ? reset->rest * reset->parts[i] / sum : reset->now[i];

      if (i != reset->agent && fabs (end - (double) reset->goal[i]) >= ONE_AGENT)
        return FALSE;
      if (is_locked (reset, i) && reset->now[i] != (double) reset->goal[i])
        return FALSE;
    }
  return TRUE;
}

static MisWorld *
move_parts (const Reset *reset, MisWorld *world, GError **error)
{
  g_autofree guint64 *counts = g_new0 (guint64, reset->n);

  mis_apportion (reset->parts, reset->n, (guint64) MAX (reset->rest, 0.0), counts);
  for (guint i = 0; i < reset->n; i++)
    if (i == reset->agent)
      counts[i] = (guint64) ((double) reset->goal[i] + MIN (reset->rest, 0.0));
    else if (reset->parts[i] == 0.0)
      counts[i] = (guint64) reset->now[i];
  return mis_world_with_counts (world, counts, error);
}

static MisWorld *
make_room (Reset *reset, MisWorld *world, GError **error)
{
  guint64 population = mis_world_get_population (world);

  choose_parts (reset, population, FALSE);
  if (reset->n_moving == 0 || reset->rest < 0.0)
    choose_parts (reset, population, TRUE);
  if (reset->n_moving == 0)
    return mis_world_ref (world);
  if (ends_at_goal (reset))
    return mis_world_with_counts (world, reset->goal, error);
  return move_parts (reset, world, error);
}

MisWorld *
mis_share_reset (
    MisWorld *world, const MisWorld *opened, guint agent, const gboolean *locked, GError **error)
{
  guint64 *goals;
  MisWorld *changed;
  Reset reset;

  g_return_val_if_fail (agent < mis_world_get_n_agents (world), NULL);
  g_return_val_if_fail (mis_world_has_same_shape (world, opened), NULL);

  goals = mis_share_get_goals (opened, mis_world_get_population (world));
  if (goals == NULL)
    return mis_world_ref (world);
  reset_init (&reset, world, goals, agent, locked);
  if (is_in_proportion (&reset))
    changed = mis_world_with_counts (world, reset.goal, error);
  else
    changed = make_room (&reset, world, error);
  reset_clear (&reset);
  return changed;
}

MisWorld *
mis_population_reset (MisWorld *world,
                      const MisWorld *opened,
                      const gboolean *locked,
                      GError **error)
{
  guint64 population = mis_world_get_population (opened);
  guint64 *goals;
  MisWorld *changed;
  Reset reset;

  g_return_val_if_fail (mis_world_has_same_shape (world, opened), NULL);

  goals = mis_share_get_goals (opened, population);
  if (goals == NULL)
    return mis_world_with_population (world, population, locked, error);
  reset_init (&reset, world, goals, mis_world_get_n_agents (world), locked);
  if (is_in_proportion (&reset))
    changed = mis_world_with_counts (world, reset.goal, error);
  else
    changed = mis_world_with_population (world, population, locked, error);
  reset_clear (&reset);
  return changed;
}
