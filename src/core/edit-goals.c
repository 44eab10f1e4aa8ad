#include "core/edit-goals.h"

#include "core/area-goals.h"
#include "core/edit.h"
#include "core/new-ids.h"
#include "core/world-private.h"

static guint64
count_pairs_with (const MisWorld *world, guint area, const MisArea *value)
{
  guint64 n = mis_area_count_goal_pairs (value);

  for (guint i = 0; i < world->n_areas; i++)
    n += i != area ? mis_area_count_goal_pairs (world->areas[i]) : 0;
  return n;
}

/* Puts the goals of one block in column @area at their new numbers. */
static void
renumber_block (
    MisWorld *copy, guint block, guint area, const MisBlockColumn *old, const int *numbers)
{
  for (guint i = 0; i < old->n; i++)
    {
      MisPosition position = old->positions[i];

      if (position.goal == MIS_NO_GOAL || numbers[position.goal] == position.goal)
        continue;
      position.goal = numbers[position.goal];
      if (position.goal == MIS_UNKNOWN)
        copy->n_positions--;
      mis_block_set_position (mis_world_own_block (copy, block), old->rows[i], area, &position);
    }
}

/* (transfer full): @world with @value in place of an area; takes @value. @numbers: (array): what
 * goal those who hold each goal of the old one hold in the new one. */
static MisWorld *
with_goals (MisWorld *world, guint area, MisArea *value, const int *numbers)
{
  MisWorld *copy = mis_world_copy (world);

  mis_world_take_area (copy, area, value);
  for (guint i = 0; i < world->n_blocks; i++)
    if (world->blocks[i]->columns[area] != NULL)
      renumber_block (copy, i, area, world->blocks[i]->columns[area], numbers);
  return copy;
}

/* As with_goals(), where goals from @index on have moved by one; takes @value, which may be
 * %NULL. */
static MisWorld *
with_one_more (MisWorld *world, guint area, MisArea *value, guint index, GError **error)
{
  guint n = mis_area_get_n_goals (world->areas[area]);
  g_autofree int *numbers = NULL;

  if (value == NULL)
    return NULL;
  if (!mis_world_check_limits (0, count_pairs_with (world, area, value), 0, 0, 0, error))
    {
      mis_area_unref (value);
      return NULL;
    }
  numbers = g_new (int, n);
  for (guint i = 0; i < n; i++)
    numbers[i] = (int) (i < index ? i : i + 1);
  return with_goals (world, area, value, numbers);
}

MisWorld *
mis_world_with_goal_added (MisWorld *world,
                           guint area,
                           guint index,
                           const char *name,
                           const char *description,
                           GError **error)
{
  MisArea *old = mis_world_get_area (world, area);
  g_autofree char *id = mis_area_new_goal_id (old, name);
  const MisGoal goal = { id, (char *) name, (char *) description };

  g_return_val_if_fail (index <= mis_area_get_n_goals (old), NULL);

  return with_one_more (world, area, mis_area_with_goal_added (old, index, &goal, error), index,
                        error);
}

MisWorld *
mis_world_with_goal_split (
    MisWorld *world, guint area, guint goal, const char *name, double conflict, GError **error)
{
  MisArea *old = mis_world_get_area (world, area);
  g_autofree char *id = mis_area_new_goal_id (old, name);
  const MisGoal added = { id, (char *) name, (char *) "" };

  g_return_val_if_fail (goal < mis_area_get_n_goals (old), NULL);

  return with_one_more (world, area, mis_area_with_goal_split (old, goal, &added, conflict, error),
                        goal + 1, error);
}

MisWorld *
mis_world_with_goal_texts (MisWorld *world,
                           guint area,
                           guint goal,
                           const char *name,
                           const char *description,
                           GError **error)
{
  g_autoptr (MisArea) value = NULL;

  value =
      mis_area_with_goal_texts (mis_world_get_area (world, area), goal, name, description, error);
  if (value == NULL)
    return NULL;
  if (mis_area_equal (value, world->areas[area]))
    return mis_world_ref (world);
  return mis_world_with_area (world, area, value, error);
}

MisWorld *
mis_world_with_goal_moved (MisWorld *world, guint area, guint goal, guint to)
{
  MisArea *old = mis_world_get_area (world, area);
  guint n = mis_area_get_n_goals (old);
  g_autofree int *numbers = NULL;

  g_return_val_if_fail (goal < n && to < n, NULL);

  if (goal == to)
    return mis_world_ref (world);
  numbers = g_new (int, n);
  for (guint i = 0; i < n; i++)
    {
      guint rest = i < goal ? i : i - 1;

      numbers[i] = (int) (rest < to ? rest : rest + 1);
    }
  numbers[goal] = (int) to;
  return with_goals (world, area, mis_area_with_goal_moved (old, goal, to), numbers);
}

static void
hand_over_in_scenarios (MisWorld *copy, const MisGoalHeir *heir)
{
  for (guint i = 0; i < copy->n_scenarios; i++)
    {
      MisScenario *old = copy->scenarios[i];

      copy->scenarios[i] = mis_scenario_without_goal (old, heir);
      mis_scenario_unref (old);
    }
}

/* @heir: by its number before. */
static MisWorld *
without_goal (MisWorld *world, guint area, guint goal, int heir, gboolean takes_conflicts)
{
  MisArea *old = world->areas[area];
  guint n = mis_area_get_n_goals (old);
  g_autofree int *numbers = g_new (int, n);
  const MisGoalHeir named = {
    .area_id = mis_area_get_id (old),
    .goal_id = mis_area_get_goal (old, goal)->id,
    .has_heir = heir != MIS_UNKNOWN,
    .heir_id = heir >= 0 ? mis_area_get_goal (old, (guint) heir)->id : NULL,
    .takes_conflicts = takes_conflicts,
  };
  MisWorld *copy;

  for (guint i = 0; i < n; i++)
    numbers[i] = (int) (i < goal ? i : i - 1);
  numbers[goal] = heir >= 0 ? numbers[heir] : heir;
  copy = with_goals (world, area, mis_area_with_goal_removed (old, goal), numbers);
  hand_over_in_scenarios (copy, &named);
  return copy;
}

MisWorld *
mis_world_with_goal_removed (MisWorld *world, guint area, guint goal, int heir)
{
  int n = (int) mis_area_get_n_goals (mis_world_get_area (world, area));

  g_return_val_if_fail ((int) goal < n && heir != (int) goal && heir >= MIS_UNKNOWN && heir < n,
                        NULL);

  return without_goal (world, area, goal, heir, FALSE);
}

MisWorld *
mis_world_with_goal_merged (MisWorld *world, guint area, guint goal, guint into)
{
  guint n = mis_area_get_n_goals (mis_world_get_area (world, area));

  g_return_val_if_fail (goal < n && into < n && goal != into, NULL);

  return without_goal (world, area, goal, (int) into, TRUE);
}
