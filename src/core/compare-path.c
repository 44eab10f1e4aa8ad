#include "core/compare-path.h"

#include <string.h>

#include "core/edit.h"

/* What a change sets, as a text: no scenario has two changes of the same. Ids have no such sign
 * as stands between them here. */
static char *
get_target (const MisChange *change)
{
  const char *a = change->goal_ids[0] != NULL ? change->goal_ids[0] : "";
  const char *b = change->goal_ids[1] != NULL ? change->goal_ids[1] : "";

  switch (change->kind)
    {
    case MIS_CHANGE_COUNT:
      return g_strjoin ("\n", "count", change->agent_id, NULL);
    case MIS_CHANGE_POSITION:
    case MIS_CHANGE_UNKNOWN:
      return g_strjoin ("\n", "position", change->agent_id, change->area_id, NULL);
    case MIS_CHANGE_CONFLICT:
      return strcmp (a, b) <= 0 ? g_strjoin ("\n", "conflict", change->area_id, a, b, NULL)
                                : g_strjoin ("\n", "conflict", change->area_id, b, a, NULL);
    case MIS_CHANGE_DEFAULT:
      return g_strjoin ("\n", "default", change->area_id, NULL);
    case MIS_CHANGE_ADD_AGENT:
      return g_strjoin ("\n", "add", change->agent->id, NULL);
    case MIS_CHANGE_REMOVE_AGENT:
      return g_strjoin ("\n", "without", change->agent_id, NULL);
    case MIS_CHANGE_REMOVE_AREA:
      return g_strjoin ("\n", "without area", change->area_id, NULL);
    case MIS_CHANGE_SCORING:
    default:
      return g_strdup_printf ("scoring\n%u", change->scoring_mask);
    }
}

static gboolean
named_positions_equal (const MisNamedPosition *a, const MisNamedPosition *b)
{
  return strcmp (a->area_id, b->area_id) == 0 && g_strcmp0 (a->goal_id, b->goal_id) == 0 &&
         a->weight == b->weight && a->low == b->low && a->high == b->high &&
         mis_note_equal (a->note, b->note);
}

static gboolean
added_agents_equal (const MisChange *a, const MisChange *b)
{
  if (!mis_agent_equal (a->agent, b->agent) || a->n_positions != b->n_positions)
    return FALSE;
  for (guint i = 0; i < a->n_positions; i++)
    if (!named_positions_equal (&a->positions[i], &b->positions[i]))
      return FALSE;
  return TRUE;
}

static gboolean
positions_equal (const MisChange *a, const MisChange *b)
{
  return a->has_goal == b->has_goal && a->has_weight == b->has_weight &&
         (!a->has_goal || g_strcmp0 (a->goal_ids[0], b->goal_ids[0]) == 0) &&
         (!a->has_weight || a->value == b->value);
}

static gboolean
options_equal (const MisChange *a, const MisChange *b)
{
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    if ((a->scoring_mask & (1u << i)) != 0 &&
        mis_scoring_get (&a->scoring, i) != mis_scoring_get (&b->scoring, i))
      return FALSE;
  return TRUE;
}

/* Of two changes with the same target. */
static gboolean
values_equal (const MisChange *a, const MisChange *b)
{
  if (a->kind != b->kind)
    return FALSE;
  switch (a->kind)
    {
    case MIS_CHANGE_COUNT:
      return a->count == b->count;
    case MIS_CHANGE_POSITION:
      return positions_equal (a, b);
    case MIS_CHANGE_CONFLICT:
      return a->value == b->value && a->low == b->low && a->high == b->high;
    case MIS_CHANGE_DEFAULT:
      return a->value == b->value;
    case MIS_CHANGE_ADD_AGENT:
      return added_agents_equal (a, b);
    case MIS_CHANGE_SCORING:
      return options_equal (a, b);
    case MIS_CHANGE_UNKNOWN:
    case MIS_CHANGE_REMOVE_AGENT:
    case MIS_CHANGE_REMOVE_AREA:
    default:
      return TRUE;
    }
}

/* For each change of the scenario after, the one of the scenario before with its target, or -1. */
static int *
match_changes (const MisPath *self)
{
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int *matches = g_new (int, self->to->n_changes);

  for (guint i = 0; i < self->from->n_changes; i++)
    g_hash_table_insert (targets, get_target (&self->from->changes[i]), GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->to->n_changes; i++)
    {
      g_autofree char *target = get_target (&self->to->changes[i]);

      matches[i] = (int) GPOINTER_TO_UINT (g_hash_table_lookup (targets, target)) - 1;
    }
  return matches;
}

static void
path_append (MisPath *self, int from, int to)
{
  self->order[self->n_order++] = (MisPathStep) { from, to };
}

/* Both lists as one, in which the changes of each are in their order; where the two have the same
 * targets in another order, that of the scenario after. */
static void
merge (MisPath *self)
{
  g_autofree int *matches = match_changes (self);
  g_autofree gboolean *taken = g_new0 (gboolean, self->from->n_changes);
  int next = 0;

  for (guint i = 0; i < self->to->n_changes; i++)
    if (matches[i] >= 0)
      taken[matches[i]] = TRUE;
  for (guint i = 0; i < self->to->n_changes; i++)
    {
      for (; next <= matches[i]; next++)
        if (!taken[next])
          path_append (self, next, -1);
      path_append (self, matches[i], (int) i);
    }
  for (; next < (int) self->from->n_changes; next++)
    if (!taken[next])
      path_append (self, next, -1);
}

/* All of the scenario before, then all of the one after, as if they had nothing in common. */
static void
concatenate (MisPath *self)
{
  for (guint i = 0; i < self->from->n_changes; i++)
    path_append (self, (int) i, -1);
  for (guint i = 0; i < self->to->n_changes; i++)
    path_append (self, -1, (int) i);
}

static gboolean
is_kept (const MisPath *self, const MisPathStep *pair)
{
  return pair->back >= 0 && pair->made >= 0 &&
         values_equal (&self->from->changes[pair->back], &self->to->changes[pair->made]);
}

static void
list_steps (MisPath *self)
{
  for (guint i = self->n_order; i > 0; i--)
    if (self->order[i - 1].made < 0)
      self->steps[self->n_steps++] = self->order[i - 1];
  for (guint i = 0; i < self->n_order; i++)
    if (is_kept (self, &self->order[i]))
      self->n_kept++;
    else if (self->order[i].made >= 0)
      self->steps[self->n_steps++] = self->order[i];
}

/* The changes that stand after @n steps; they belong to the two scenarios. */
static GArray *
list_changes (const MisPath *self, guint n)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (MisChange));
  g_autofree gboolean *back = g_new0 (gboolean, self->from->n_changes);
  g_autofree gboolean *made = g_new0 (gboolean, self->to->n_changes);

  for (guint i = 0; i < n; i++)
    {
      if (self->steps[i].back >= 0)
        back[self->steps[i].back] = TRUE;
      if (self->steps[i].made >= 0)
        made[self->steps[i].made] = TRUE;
    }
  for (guint i = 0; i < self->n_order; i++)
    {
      const MisPathStep *pair = &self->order[i];

      if (pair->made >= 0 && made[pair->made])
        g_array_append_val (changes, self->to->changes[pair->made]);
      else if (pair->back >= 0 && !back[pair->back])
        g_array_append_val (changes, self->from->changes[pair->back]);
    }
  return changes;
}

/* (nullable): %NULL if the changes that stand after @n steps are no scenario of the project. */
static MisWorld *
try_world (const MisPath *self, guint n)
{
  g_autoptr (GArray) changes = list_changes (self, n);
  const MisScenario scenario = {
    .ref_count = 1,
    .id = self->to->id,
    .name = self->to->name,
    .description = self->to->description,
    .changes = (MisChange *) (gpointer) changes->data,
    .n_changes = changes->len,
  };

  return mis_world_with_scenario_applied (self->project, &scenario, NULL);
}

/* Whether the way begins and ends where it is to, over nothing but worlds. */
static gboolean
is_sound (const MisPath *self, const MisWorld *before, const MisWorld *after)
{
  for (guint i = 0; i <= self->n_steps; i++)
    {
      g_autoptr (MisWorld) world = try_world (self, i);

      if (world == NULL || (i == 0 && !mis_world_equal (world, before)) ||
          (i == self->n_steps && !mis_world_equal (world, after)))
        return FALSE;
    }
  return TRUE;
}

static void
take_way (MisPath *self, gboolean over_project)
{
  self->over_project = over_project;
  self->n_order = self->n_steps = self->n_kept = 0;
  if (over_project)
    concatenate (self);
  else
    merge (self);
  list_steps (self);
}

MisPath *
mis_path_new (MisWorld *project, MisScenario *from, MisScenario *to, GError **error)
{
  g_autoptr (MisWorld) before = mis_world_with_scenario_applied (project, from, error);
  g_autoptr (MisWorld) after =
      before != NULL ? mis_world_with_scenario_applied (project, to, error) : NULL;
  MisPath *self;

  if (after == NULL)
    return NULL;
  self = g_new0 (MisPath, 1);
  self->project = mis_world_ref (project);
  self->from = mis_scenario_ref (from);
  self->to = mis_scenario_ref (to);
  self->order = g_new (MisPathStep, from->n_changes + to->n_changes);
  self->steps = g_new (MisPathStep, from->n_changes + to->n_changes);
  take_way (self, FALSE);
  if (!is_sound (self, before, after))
    take_way (self, TRUE);
  return self;
}

void
mis_path_free (MisPath *path)
{
  mis_world_unref (path->project);
  mis_scenario_unref (path->from);
  mis_scenario_unref (path->to);
  g_free (path->order);
  g_free (path->steps);
  g_free (path);
}

MisWorld *
mis_path_make_world (const MisPath *path, guint n)
{
  MisWorld *world;

  g_return_val_if_fail (n <= path->n_steps, NULL);

  world = try_world (path, n);
  g_assert (world != NULL);
  return world;
}
