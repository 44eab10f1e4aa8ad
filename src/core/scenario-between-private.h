/* scenario-between-private.h: what the parts of scenario-between.h share. Private to core. */
#pragma once

#include "core/row-match.h"
#include "core/scenario-between.h"

G_BEGIN_DECLS

/**
 * mis_scenario_between_exact:
 * @before: has the texts
 * @shown: (nullable): what @before made of @base before @world was made from that by edits, which
 *   have left rows of @base that are not in other blocks alone; then only what they have touched
 * and
 *   @before names is looked at
 * @is_exact: (out): whether what it leads to, applied to @base, is equal to @world but in title,
 *   description, experiments and scenarios; never TRUE where it is not
 *
 * As mis_scenario_between().
 */
MisScenario *mis_scenario_between_exact (const MisWorld *base,
                                         const MisWorld *world,
                                         const MisScenario *before,
                                         const MisWorld *shown,
                                         gboolean *is_exact,
                                         GError **error);

/* (transfer full): @base with all that the edits from @shown to @edited changed and that no
 * scenario holds; itself if that is nothing. Scenarios stay, and may not fit. */
MisWorld *mis_world_carry_edits (MisWorld *base, const MisWorld *shown, const MisWorld *edited);

/* Whether the two have the same areas with the same goals, and rows that both have in the same
 * order. */
gboolean mis_world_has_same_frame (const MisWorld *a, const MisWorld *b);

/* (transfer full): the rows and numbers of @base in the areas and the order of @edited. What is
 * only in @base stays behind what it stood behind. Scenarios stay, and may not fit. */
MisWorld *mis_world_with_frame_of (MisWorld *base, const MisWorld *edited);

G_END_DECLS
