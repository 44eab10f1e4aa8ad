#include "document/shown.h"

#include "core/edit.h"
#include "core/restore.h"

void
mis_shown_init (MisShown *self, MisWorld *base)
{
  *self = (MisShown){ .base = mis_world_ref (base), .world = mis_world_ref (base) };
}

void
mis_shown_clear (MisShown *self)
{
  g_clear_pointer (&self->base, mis_world_unref);
  g_clear_pointer (&self->scenario, g_free);
  g_clear_pointer (&self->world, mis_world_unref);
  g_clear_pointer (&self->reference, mis_world_unref);
}

static MisScenario *
find (const MisWorld *base, const char *id)
{
  int index = id != NULL ? mis_world_find_scenario (base, id) : -1;

  return index >= 0 ? mis_world_get_scenario (base, (guint)index) : NULL;
}

static const char *
get_target (const MisChange *change)
{
  return change->kind == MIS_CHANGE_ADD_AGENT      ? change->agent->id
         : change->kind == MIS_CHANGE_REMOVE_AGENT ? change->agent_id
                                                   : change->area_id;
}

/* The next change from @at on that adds or leaves out something, or the end. */
static guint
next_of_frame (const MisScenario *scenario, guint at)
{
  while (at < scenario->n_changes && !mis_change_is_of_frame (&scenario->changes[at]))
    at++;
  return at;
}

static gboolean
has_same_frame (const MisScenario *a, const MisScenario *b)
{
  guint i = next_of_frame (a, 0), j = next_of_frame (b, 0);

  while (i < a->n_changes && j < b->n_changes)
    {
      if (a->changes[i].kind != b->changes[j].kind ||
          g_strcmp0 (get_target (&a->changes[i]), get_target (&b->changes[j])) != 0)
        return FALSE;
      i = next_of_frame (a, i + 1);
      j = next_of_frame (b, j + 1);
    }
  return i == a->n_changes && j == b->n_changes;
}

/* Whether what numbers were reset to is what they are reset to still. */
static gboolean
keeps_reference (const MisShown *self, const MisWorld *base, const MisScenario *scenario)
{
  const MisScenario *before = find (self->base, self->scenario);

  return before != NULL && scenario != NULL && g_str_equal (before->id, scenario->id) &&
         mis_world_shares_numbers (self->base, base) && has_same_frame (before, scenario);
}

void
mis_shown_set (MisShown *self, MisWorld *base, const char *scenario, MisWorld *shown)
{
  MisScenario *found = find (base, scenario);
  MisWorld *old_base = self->base;
  MisWorld *old_shown = self->world;
  g_autofree char *id = self->scenario;

  if (!keeps_reference (self, base, found))
    g_clear_pointer (&self->reference, mis_world_unref);
  self->scenario = found != NULL ? g_strdup (found->id) : NULL;
  self->base = mis_world_ref (base);
  if (found == NULL)
    self->world = mis_world_ref (base);
  else if (shown != NULL)
    self->world = mis_world_ref (shown);
  else
    self->world = mis_world_with_scenario_applied (base, found, NULL);
  /* Edits keep scenarios applicable. */
  g_assert (self->world != NULL);
  mis_world_unref (old_base);
  mis_world_unref (old_shown);
}

int
mis_shown_find_scenario (const MisShown *self)
{
  return self->scenario != NULL ? mis_world_find_scenario (self->base, self->scenario) : -1;
}

MisWorld *
mis_shown_get_reference (MisShown *self)
{
  MisScenario *scenario = find (self->base, self->scenario);
  g_autoptr (MisScenario) frame = NULL;

  g_assert (scenario != NULL);

  if (self->reference != NULL)
    return self->reference;
  frame = mis_scenario_get_frame (scenario);
  if (frame->n_changes > 0)
    self->reference = mis_world_with_scenario_applied (self->base, frame, NULL);
  /* Rows alone may be too many, where the scenario has made room for them by other changes. */
  if (self->reference == NULL)
    self->reference = mis_world_ref (self->base);
  return self->reference;
}
