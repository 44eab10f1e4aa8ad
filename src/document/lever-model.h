/* lever-model.h: the levers of a world as list models, made when they are looked at.
 *
 * However many numbers a project has, a model holds none of them: items are made on demand.
 */
#pragma once

#include <gio/gio.h>

#include "document/lever.h"

G_BEGIN_DECLS

#define MIS_TYPE_LEVER_MODEL (mis_lever_model_get_type ())
G_DECLARE_FINAL_TYPE (MisLeverModel, mis_lever_model, MIS, LEVER_MODEL, GObject)

/* The headings at the top: population, weights, conflicts. Those without anything below are left out. */
MisLeverModel *mis_lever_model_new (MisWorld *world);

/**
 * mis_lever_model_new_children:
 * @counts: whether groups are moved by their count instead of their share
 *
 * O(areas), or O(1) for the agents of a section.
 *
 * Returns: (transfer full) (nullable): what unfolds below @lever; %NULL if it is no heading
 */
MisLeverModel *mis_lever_model_new_children (MisWorld *world, MisLever *lever, gboolean counts);

/* The most matches that a search lists. */
#define MIS_LEVER_MATCHES 500u

/**
 * mis_lever_model_new_matches:
 * @text: what the user looks for
 *
 * All levers whose names hold every word of @text, whatever its case and accents; at most
 * %MIS_LEVER_MATCHES of them. O(levers).
 */
MisLeverModel *mis_lever_model_new_matches (MisWorld *world, const char *text, gboolean counts);

G_END_DECLS
