/* lever-edit.h: all levers of a world, and each of them as an edit: not shared with core. */
#pragma once

#include "core/effect.h"

G_BEGIN_DECLS

/**
 * mis_list_levers:
 * @rand: (nullable): adds for every number one lever to a random value, and for every row moves and
 *   counts of random size
 *
 * Returns: (transfer full) (element-type MisLever): every lever that mis_effects_list() is to try,
 *   but steps; of weights of "no goal" all
 */
GArray *mis_list_levers (const MisWorld *world, GRand *rand);

/* (transfer full): the world after @lever. */
MisWorld *mis_edit_by_lever (MisWorld *world, const MisLever *lever);

/* (transfer full): up to 3 areas of 3 goals, 6 rows, the first a single agent; @population at most
 * twice. */
MisWorld *mis_large_random_world (GRand *rand, double population);

/* (transfer full): the effects of the same world under other options. */
MisEffects *mis_effects_under (MisWorld *world, const MisScoring *scoring);

/* "kind area agent agents goal other value", for messages. */
char *mis_describe_lever (const MisLever *lever);

G_END_DECLS
