#include "core/lever-class.h"

#include <glib/gi18n-lib.h>

#define BIT(class) (1u << MIS_LEVER_CLASS_##class)

const MisChoice mis_lever_classes[] = {
  [MIS_LEVER_CLASS_CONFLICT] = { "conflict", N_ ("Compromise between two goals") },
  [MIS_LEVER_CLASS_WEIGHT] = { "weight", N_ ("How much a group cares") },
  [MIS_LEVER_CLASS_GOAL] = { "goal", N_ ("Taking up another goal") },
  [MIS_LEVER_CLASS_GIVE_UP] = { "give-up", N_ ("Giving a goal up") },
  [MIS_LEVER_CLASS_COUNT] = { "count", N_ ("Numbers of agents") },
  [MIS_LEVER_CLASS_SCOPE] = { "scope", N_ ("Counting less, or more") },
  { NULL, NULL },
};

static const guint classes_of_kinds[] = {
  [MIS_LEVER_CONFLICT] = BIT (CONFLICT),
  [MIS_LEVER_WEIGHT] = BIT (WEIGHT),
  [MIS_LEVER_GOAL_WEIGHT] = BIT (WEIGHT),
  [MIS_LEVER_MOVE] = BIT (GOAL) | BIT (GIVE_UP) | BIT (SCOPE),
  [MIS_LEVER_COUNT] = BIT (COUNT),
  [MIS_LEVER_REMOVE_AREA] = BIT (SCOPE),
};

gboolean
mis_lever_kind_may_be (MisLeverKind kind, guint classes)
{
  return classes == 0 || (classes_of_kinds[kind] & classes) != 0;
}

MisLeverClass
mis_lever_get_class (const MisLever *lever, const MisWorld *world)
{
  switch (lever->kind)
    {
    case MIS_LEVER_CONFLICT:
      return MIS_LEVER_CLASS_CONFLICT;
    case MIS_LEVER_WEIGHT:
    case MIS_LEVER_GOAL_WEIGHT:
      return MIS_LEVER_CLASS_WEIGHT;
    case MIS_LEVER_MOVE:
      if (lever->goal == MIS_UNKNOWN
          || mis_world_get_position (world, lever->agent, lever->area).goal == MIS_UNKNOWN)
        return MIS_LEVER_CLASS_SCOPE;
      return lever->goal == MIS_NO_GOAL ? MIS_LEVER_CLASS_GIVE_UP : MIS_LEVER_CLASS_GOAL;
    case MIS_LEVER_COUNT:
      return MIS_LEVER_CLASS_COUNT;
    case MIS_LEVER_REMOVE_AREA:
    default:
      return MIS_LEVER_CLASS_SCOPE;
    }
}
