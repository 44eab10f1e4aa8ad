#include "core/area-goals.h"

#include "core/area-private.h"
#include "core/number.h"

/* Texts */

static MisArea *
with_goals (const MisArea *area, const MisGoal *goals, GError **error)
{
  return mis_area_new (area->id, area->name, area->description, goals, area->goals->n,
                       area->default_conflict, area->conflicts, area->n_conflicts, error);
}

MisArea *
mis_area_with_texts (
    MisArea *area, const char *id, const char *name, const char *description, GError **error)
{
  return mis_area_new (id != NULL ? id : area->id, name != NULL ? name : area->name,
                       description != NULL ? description : area->description, area->goals->goals,
                       area->goals->n, area->default_conflict, area->conflicts, area->n_conflicts,
                       error);
}

MisArea *
mis_area_with_goal_texts (
    MisArea *area, guint goal, const char *name, const char *description, GError **error)
{
  g_autofree MisGoal *goals = NULL;

  g_return_val_if_fail (goal < area->goals->n, NULL);

  goals = g_memdup2 (area->goals->goals, area->goals->n * sizeof (MisGoal));
  goals[goal].name = (char *) name;
  goals[goal].description = (char *) description;
  return with_goals (area, goals, error);
}

/* Goals */

/* An area in the making: goals are borrowed, pairs are numbered as they will be. */
typedef struct
{
  GArray *goals; /* of MisGoal */
  GArray *pairs; /* of MisConflict */
} Draft;

static void
draft_init (Draft *draft)
{
  draft->goals = g_array_new (FALSE, FALSE, sizeof (MisGoal));
  draft->pairs = g_array_new (FALSE, FALSE, sizeof (MisConflict));
}

/* Frees the draft. */
static MisArea *
draft_end (Draft *draft, const MisArea *area, GError **error)
{
  const MisGoal *goals = (const MisGoal *) (gpointer) draft->goals->data;
  const MisConflict *pairs = (const MisConflict *) (gpointer) draft->pairs->data;
  MisArea *made = mis_area_new (area->id, area->name, area->description, goals, draft->goals->len,
                                area->default_conflict, pairs, draft->pairs->len, error);

  g_array_unref (draft->goals);
  g_array_unref (draft->pairs);
  return made;
}

static int
renumber (int goal, const int *numbers)
{
  return goal == MIS_NO_GOAL ? MIS_NO_GOAL : numbers[goal];
}

/* @numbers: (array length=k): what each goal will be, or %MIS_UNKNOWN if it goes. */
static void
add_pairs (Draft *draft, const MisArea *area, const int *numbers)
{
  for (guint i = 0; i < area->n_conflicts; i++)
    {
      MisConflict pair = area->conflicts[i];

      pair.g = renumber (pair.g, numbers);
      pair.h = renumber (pair.h, numbers);
      if (pair.g != MIS_UNKNOWN && pair.h != MIS_UNKNOWN)
        g_array_append_val (draft->pairs, pair);
    }
}

MisArea *
mis_area_with_goal_added (MisArea *area, guint index, const MisGoal *goal, GError **error)
{
  guint n = area->goals->n;
  g_autofree int *numbers = g_new (int, n);
  Draft draft;

  g_return_val_if_fail (index <= n, NULL);

  draft_init (&draft);
  g_array_append_vals (draft.goals, area->goals->goals, n);
  g_array_insert_vals (draft.goals, index, goal, 1);
  for (guint i = 0; i < n; i++)
    numbers[i] = (int) (i < index ? i : i + 1);
  add_pairs (&draft, area, numbers);
  return draft_end (&draft, area, error);
}

MisArea *
mis_area_with_goal_removed (MisArea *area, guint goal)
{
  guint n = area->goals->n;
  g_autofree int *numbers = g_new (int, n);
  Draft draft;

  g_return_val_if_fail (goal < n, NULL);

  draft_init (&draft);
  g_array_append_vals (draft.goals, area->goals->goals, n);
  g_array_remove_index (draft.goals, goal);
  for (guint i = 0; i < n; i++)
    numbers[i] = (int) (i < goal ? i : i - 1);
  numbers[goal] = MIS_UNKNOWN;
  add_pairs (&draft, area, numbers);
  return draft_end (&draft, area, NULL);
}

MisArea *
mis_area_with_goal_moved (MisArea *area, guint goal, guint to)
{
  guint n = area->goals->n;
  g_autofree int *numbers = g_new (int, n);
  Draft draft;

  g_return_val_if_fail (goal < n && to < n, NULL);

  if (goal == to)
    return mis_area_ref (area);
  draft_init (&draft);
  for (guint i = 0, from = 0; i < n; i++)
    {
      guint old;

      from += from == goal ? 1 : 0;
      old = i == to ? goal : from++;
      numbers[old] = (int) i;
      g_array_append_vals (draft.goals, &area->goals->goals[old], 1);
    }
  add_pairs (&draft, area, numbers);
  return draft_end (&draft, area, NULL);
}

/* The listed pairs of goal @like, which are between @like and others, once more for goal @added;
 * all in new numbers. */
static void
add_pairs_like (Draft *draft, int like, int added)
{
  guint n = draft->pairs->len;

  for (guint i = 0; i < n; i++)
    {
      MisConflict pair = g_array_index (draft->pairs, MisConflict, i);

      if (pair.g != like && pair.h != like)
        continue;
      pair.h = pair.g == like ? pair.h : pair.g;
      pair.g = added;
      g_array_append_val (draft->pairs, pair);
    }
}

MisArea *
mis_area_with_goal_split (
    MisArea *area, guint goal, const MisGoal *added, double conflict, GError **error)
{
  guint n = area->goals->n;
  g_autofree int *numbers = g_new (int, n);
  MisConflict between = {
    .g = (int) goal, .h = (int) goal + 1, .value = conflict, .low = conflict, .high = conflict
  };
  Draft draft;

  g_return_val_if_fail (goal < n, NULL);

  draft_init (&draft);
  g_array_append_vals (draft.goals, area->goals->goals, n);
  g_array_insert_vals (draft.goals, goal + 1, added, 1);
  for (guint i = 0; i < n; i++)
    numbers[i] = (int) (i <= goal ? i : i + 1);
  add_pairs (&draft, area, numbers);
  add_pairs_like (&draft, (int) goal, (int) goal + 1);
  g_array_append_val (draft.pairs, between);
  return draft_end (&draft, area, error);
}

/* Patterns */

typedef double (*Pattern) (int g, int h, gconstpointer user_data);

/* All pairs of explicit goals as @pattern says, and the others as they are. */
static MisArea *
with_pattern (const MisArea *area, double default_conflict, Pattern pattern, gconstpointer data)
{
  int n = (int) area->goals->n;
  MisArea *self;
  guint room = 0;
  guint i = 0;

  /* Most pairs may be the default: those that are not, and those with a note, are counted first. */
  for (int g = 0; g < n; g++)
    for (int h = g + 1; h < n; h++)
      room += pattern (g, h, data) != default_conflict ? 1 : 0;
  self = mis_area_copy_with_room (area, default_conflict, room + area->n_conflicts);
  while (i < area->n_conflicts && area->conflicts[i].g == MIS_NO_GOAL)
    mis_area_append_conflict (self, &area->conflicts[i++]);
  for (int g = 0; g < n; g++)
    for (int h = g + 1; h < n; h++)
      {
        double value = pattern (g, h, data);
        MisConflict pair = { .g = g, .h = h, .value = value, .low = value, .high = value };

        if (i < area->n_conflicts && mis_conflict_compare (&area->conflicts[i], &pair) == 0)
          pair.note = area->conflicts[i++].note;
        mis_area_append_conflict (self, &pair);
      }
  return self;
}

static double
same_for_all (int g, int h, gconstpointer value)
{
  return *(const double *) value;
}

MisArea *
mis_area_with_exclusive_goals (MisArea *area)
{
  const double value = 1.0;

  return with_pattern (area, value, same_for_all, &value);
}

MisArea *
mis_area_with_compatible_goals (MisArea *area)
{
  const double value = 0.0;

  return with_pattern (area, value, same_for_all, &value);
}

static double
distance (int g, int h, gconstpointer n_steps)
{
  return (double) (h - g) / *(const double *) n_steps;
}

MisArea *
mis_area_with_goals_on_scale (MisArea *area)
{
  const double n_steps = (double) area->goals->n - 1.0;

  return with_pattern (area, area->default_conflict, distance, &n_steps);
}

typedef struct
{
  const guint *blocks;
  double within;
  double between;
} Blocks;

static double
by_block (int g, int h, gconstpointer user_data)
{
  const Blocks *by = user_data;

  return by->blocks[g] == by->blocks[h] ? by->within : by->between;
}

MisArea *
mis_area_with_goal_blocks (
    MisArea *area, const guint *blocks, double within, double between, GError **error)
{
  const Blocks by = { blocks, within + 0.0, between + 0.0 }; /* -0 becomes 0 */

  if (!mis_check_probability (within, error) || !mis_check_probability (between, error))
    return NULL;
  return with_pattern (area, by.between, by_block, &by);
}
