#include "app/variation-target.h"

#include <glib/gi18n.h>
#include <string.h>

/* Which of the ids of a variation a slot is; -1 if the quantity has none. */
static int
get_index (MisSlot slot, MisQuantity quantity)
{
  switch ((int) quantity)
    {
    case MIS_QUANTITY_SHARE:
      return slot == MIS_SLOT_AGENT ? 0 : -1;
    case MIS_QUANTITY_WEIGHT:
      return slot == MIS_SLOT_AGENT ? 0 : slot == MIS_SLOT_AREA ? 1 : -1;
    case MIS_QUANTITY_AREA_CONFLICT:
      return slot == MIS_SLOT_AREA ? 0 : -1;
    case MIS_QUANTITY_GOAL_CONFLICT:
      return (int) slot - MIS_SLOT_AREA;
    default:
      return -1;
    }
}

gboolean
mis_slot_is_used (MisSlot slot, MisQuantity quantity)
{
  return get_index (slot, quantity) >= 0;
}

const char *
mis_slot_get_id (MisSlot slot, const MisVariation *variation)
{
  int index = get_index (slot, variation->quantity);

  return index >= 0 ? variation->ids[index] : NULL;
}

static int
find_agent (const MisVariation *variation, const MisWorld *world)
{
  const char *id = mis_slot_get_id (MIS_SLOT_AGENT, variation);

  return id != NULL ? mis_world_find_agent (world, id) : -1;
}

/* (nullable): the area that goals are of. */
static MisArea *
find_area (const MisVariation *variation, const MisWorld *world)
{
  const char *id = mis_slot_get_id (MIS_SLOT_AREA, variation);
  int area = id != NULL ? mis_world_find_area (world, id) : -1;

  return area >= 0 ? mis_world_get_area (world, (guint) area) : NULL;
}

/* A weight is that of a known position; a conflict is between two goals. */
static gboolean
is_fit (const MisVariation *variation, const MisWorld *world, int agent, guint area)
{
  if (variation->quantity != MIS_QUANTITY_WEIGHT)
    return mis_area_get_n_goals (mis_world_get_area (world, area)) > 1;
  return agent < 0 || mis_world_get_position (world, (guint) agent, area).goal != MIS_UNKNOWN;
}

static void
list_agents (const MisWorld *world, GStrvBuilder *ids, GStrvBuilder *names)
{
  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    {
      const MisAgent *agent = mis_world_get_agent (world, i);

      g_strv_builder_add (ids, agent->id);
      g_strv_builder_add (names, agent->name);
    }
}

static void
list_areas (const MisVariation *variation,
            const MisWorld *world,
            GStrvBuilder *ids,
            GStrvBuilder *names)
{
  int agent = find_agent (variation, world);

  for (guint i = 0; i < mis_world_get_n_areas (world); i++)
    {
      MisArea *area = mis_world_get_area (world, i);

      if (!is_fit (variation, world, agent, i))
        continue;
      g_strv_builder_add (ids, mis_area_get_id (area));
      g_strv_builder_add (names, mis_area_get_name (area));
    }
}

/* The second goal of a pair is any but the first. */
static void
list_goals (MisSlot slot,
            const MisVariation *variation,
            const MisWorld *world,
            GStrvBuilder *ids,
            GStrvBuilder *names)
{
  MisArea *area = find_area (variation, world);
  const char *first = mis_slot_get_id (MIS_SLOT_GOAL, variation);

  for (guint i = 0; area != NULL && i < mis_area_get_n_goals (area); i++)
    {
      const MisGoal *goal = mis_area_get_goal (area, i);

      if (slot == MIS_SLOT_OTHER && g_strcmp0 (goal->id, first) == 0)
        continue;
      g_strv_builder_add (ids, goal->id);
      g_strv_builder_add (names, goal->name);
    }
}

void
mis_slot_list (
    MisSlot slot, const MisVariation *variation, const MisWorld *world, char ***ids, char ***names)
{
  g_autoptr (GStrvBuilder) id_list = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) name_list = g_strv_builder_new ();

  if (slot == MIS_SLOT_AGENT)
    list_agents (world, id_list, name_list);
  else if (slot == MIS_SLOT_AREA)
    list_areas (variation, world, id_list, name_list);
  else
    list_goals (slot, variation, world, id_list, name_list);
  *ids = g_strv_builder_end (id_list);
  *names = g_strv_builder_end (name_list);
}

static void
put (MisSlot slot, MisVariation *variation, const char *id)
{
  char **place = &variation->ids[get_index (slot, variation->quantity)];
  char *copy = g_strdup (id);

  g_free (*place);
  *place = copy;
}

/* What does not go with the slots before becomes the first thing that does. */
static void
mend (MisSlot slot, MisVariation *variation, const MisWorld *world)
{
  g_auto (GStrv) ids = NULL, names = NULL;
  const char *id = mis_slot_get_id (slot, variation);

  mis_slot_list (slot, variation, world, &ids, &names);
  if (ids[0] != NULL && !g_strv_contains ((const char *const *) ids, id))
    put (slot, variation, ids[0]);
}

void
mis_slot_set_id (MisSlot slot, MisVariation *variation, const char *id, const MisWorld *world)
{
  g_autofree char *before = g_strdup (mis_slot_get_id (slot, variation));

  put (slot, variation, id);
  /* The goal that was the other one changes places with this one. */
  if (slot == MIS_SLOT_GOAL && g_strcmp0 (mis_slot_get_id (MIS_SLOT_OTHER, variation), id) == 0)
    put (MIS_SLOT_OTHER, variation, before);
  for (MisSlot next = slot + 1; next < MIS_N_SLOTS; next++)
    if (mis_slot_is_used (next, variation->quantity))
      mend (next, variation, world);
}

const char *
mis_slot_find_missing (MisSlot slot, const MisVariation *variation, const MisWorld *world)
{
  const char *id = mis_slot_get_id (slot, variation);
  MisArea *area = find_area (variation, world);

  if (id == NULL)
    return NULL;
  if (slot == MIS_SLOT_AGENT && find_agent (variation, world) < 0)
    return _("This group is not in the project any more. Choose another one.");
  if (slot == MIS_SLOT_AREA && area == NULL)
    return _("This area is not in the project any more. Choose another one.");
  if (slot >= MIS_SLOT_GOAL && (area == NULL || mis_area_find_goal (area, id) < 0))
    return _("This goal is not in the area any more. Choose another one.");
  if (slot == MIS_SLOT_AREA && find_agent (variation, world) >= 0
      && !is_fit (variation, world, find_agent (variation, world),
                  (guint) mis_world_find_area (world, id)))
    return _("What the group wants here is unknown. Choose another area.");
  return NULL;
}
