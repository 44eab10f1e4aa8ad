/* variation-target.h: whose share, weight or conflict varies, as menus of names.
 *
 * Some quantities name a group, an area or goals. Each of these is a slot, with a menu of what the
 * project has for it.
 */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

typedef enum
{
  MIS_SLOT_AGENT,
  MIS_SLOT_AREA,
  MIS_SLOT_GOAL,
  MIS_SLOT_OTHER, /* the goal that it is in conflict with */
  MIS_N_SLOTS,
} MisSlot;

gboolean mis_slot_is_used (MisSlot slot, MisQuantity quantity);

/* (nullable): the id that stands in a slot that is used. */
const char *mis_slot_get_id (MisSlot slot, const MisVariation *variation);

/**
 * mis_slot_list:
 * @ids, @names: (out) (transfer full): both ended by %NULL; what can stand there, as far as it goes
 * with the slots before
 */
void mis_slot_list (
    MisSlot slot, const MisVariation *variation, const MisWorld *world, char ***ids, char ***names);

/* Puts @id there, and what goes with it into the slots behind. */
void mis_slot_set_id (MisSlot slot, MisVariation *variation, const char *id, const MisWorld *world);

/* (nullable): what the menu says where its thing is not in the project; %NULL if it is. */
const char *
mis_slot_find_missing (MisSlot slot, const MisVariation *variation, const MisWorld *world);

G_END_DECLS
