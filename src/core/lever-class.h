/* lever-class.h: what kind of thing a lever asks of people, in the order in which it can be
 * proposed. */
#pragma once

#include "core/effect.h"

G_BEGIN_DECLS

/**
 * MisLeverClass:
 * @MIS_LEVER_CLASS_CONFLICT: two goals become more or less compatible
 * @MIS_LEVER_CLASS_WEIGHT: a group, or all who hold a goal, care more or less
 * @MIS_LEVER_CLASS_GOAL: some take up a goal, or another one
 * @MIS_LEVER_CLASS_GIVE_UP: some give up their goal: they have none then
 * @MIS_LEVER_CLASS_COUNT: there are more or fewer agents of a group
 * @MIS_LEVER_CLASS_SCOPE: nothing changes among the agents, but less or more is counted: a position
 *   becomes unknown or known, or an area is left out
 *
 * The unit of a size is the same within a class, not between classes.
 */
typedef enum
{
  MIS_LEVER_CLASS_CONFLICT,
  MIS_LEVER_CLASS_WEIGHT,
  MIS_LEVER_CLASS_GOAL,
  MIS_LEVER_CLASS_GIVE_UP,
  MIS_LEVER_CLASS_COUNT,
  MIS_LEVER_CLASS_SCOPE,
  MIS_N_LEVER_CLASSES,
} MisLeverClass;

/* What those who are to agree can bargain over: bits 1 << MisLeverClass. */
#define MIS_LEVER_CLASSES_NEGOTIABLE                                                               \
  (1u << MIS_LEVER_CLASS_CONFLICT | 1u << MIS_LEVER_CLASS_WEIGHT | 1u << MIS_LEVER_CLASS_GOAL)

/* Nick and heading of each class, ended by a %NULL nick. */
extern const MisChoice mis_lever_classes[];

/* @world: the one that the lever is about to change */
MisLeverClass mis_lever_get_class (const MisLever *lever, const MisWorld *world);

/* Whether a lever of this kind can be of one of the classes (bits 1 << MisLeverClass; 0 for all).
 */
gboolean mis_lever_kind_may_be (MisLeverKind kind, guint classes);

G_END_DECLS
