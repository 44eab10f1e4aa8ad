/* scenario-between.h: the scenario that leads from one world to another, the way back from
 * mis_world_with_scenario_applied(); and edits of what a scenario shows.
 *
 * What a scenario holds: counts; positions: goal, weight, unknown; conflicts with their ranges, and
 * default conflicts; whole rows that it adds; which rows and areas it leaves out; options of the
 * score. All else belongs to the base: title and description of the project, experiments; areas
 * that are new, their order, names, descriptions and goals; of a row of the base its name, kind,
 * principal and note, and its place; notes and sources; and the ranges of weights: that of the base
 * is widened to hold the weight of the scenario.
 */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/**
 * mis_scenario_between:
 * @world: a world whose areas are all in @base, with the same goals
 *
 * The changes stand in one order for all ways that may have led to @world: rows and areas that are
 * left out; positions that become unknown; counts, those that fall first; other positions;
 * conflicts, by area, the default first; rows that are added; the score. So no limit is passed on
 * the way that does not stand at its end.
 *
 * O(blocks * areas), and rows and pairs of goals where the two do not share blocks and areas.
 *
 * Returns: (transfer full): applied to @base, a world that is equal to @world but in what belongs
 *   to the base; %NULL with a #MisError: an area is not in @base or has other goals, a text is not
 *   allowed
 */
MisScenario *mis_scenario_between (const MisWorld *base,
                                   const MisWorld *world,
                                   const char *id,
                                   const char *name,
                                   const char *description,
                                   GError **error);

/**
 * mis_world_with_scenario_edited:
 * @base: a world with the scenario, number @scenario
 * @shown: @base with the scenario applied
 * @edited: made from @shown by edits
 * @now: (out) (transfer full): what the result shows under the scenario: often @edited itself
 *
 * What the edits did goes to the scenario where it can hold it, else to the base. Other scenarios
 * lose what the base has no longer. A scenario that says the same as before stays as it was
 * written.
 *
 * As mis_scenario_between(); where areas, their goals or the order of rows are others, as a world
 * built from scratch.
 *
 * Returns: (transfer full): the base with its scenarios; %NULL with a #MisError: all scenarios
 *   together have too many changes
 */
MisWorld *mis_world_with_scenario_edited (MisWorld *base,
                                          guint scenario,
                                          MisWorld *shown,
                                          MisWorld *edited,
                                          MisWorld **now,
                                          GError **error);

G_END_DECLS
