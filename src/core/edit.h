/* edit.h: edits, as pure functions from a world to a world that shares all they do not change.
 *
 * Each returns (transfer full) a new world, or the same one with another reference if nothing
 * changes, or %NULL with a #MisError. Edits of one row copy one block of MIS_BLOCK_ROWS rows;
 * adding and removing rows moves those behind them, O(rows). Limits are those of the world and of
 * each of its scenarios: "scenarios[i].changes[j]: ..." where one would lead beyond.
 */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

MisWorld *mis_world_with_title (MisWorld *world, const char *title, GError **error);
MisWorld *mis_world_with_description (MisWorld *world, const char *description, GError **error);
MisWorld *mis_world_with_scoring (MisWorld *world, const MisScoring *scoring);

/* Replaces one row's name, kind, principal, count and note; its id and positions stay. */
MisWorld *mis_world_with_agent (MisWorld *world, guint agent, MisAgent *meta, GError **error);
MisWorld *mis_world_with_count (MisWorld *world, guint agent, guint64 count, GError **error);

/* All counts at once: (array length=n_agents), one for each row. */
MisWorld *mis_world_with_counts (MisWorld *world, const guint64 *counts, GError **error);

/**
 * mis_world_with_weight:
 * @weight: in [0,1]
 *
 * A range that does not hold @weight is widened to hold it. The position must not be unknown.
 */
MisWorld *mis_world_with_weight (MisWorld *world,
                                 guint agent,
                                 guint area,
                                 double weight,
                                 GError **error);
MisWorld *mis_world_with_position (MisWorld *world,
                                   guint agent,
                                   guint area,
                                   const MisPosition *position,
                                   GError **error);

/**
 * mis_world_with_area:
 * @value: an area with the same goals, in number and ids, as the one it replaces
 *
 * For edits of names, descriptions and conflicts: positions stay as they are. The id stays.
 */
MisWorld *mis_world_with_area (MisWorld *world, guint area, MisArea *value, GError **error);
MisWorld *mis_world_with_conflict (MisWorld *world,
                                   guint area,
                                   int g,
                                   int h,
                                   double value,
                                   GError **error);
MisWorld *mis_world_with_uniform_conflict (MisWorld *world,
                                           guint area,
                                           double value,
                                           GError **error);

/* Adds a row at @index (0..n_agents); areas and positions as in mis_world_builder_add_agent(). */
MisWorld *mis_world_with_agent_added (MisWorld *world,
                                      guint index,
                                      MisAgent *agent,
                                      const guint *areas,
                                      const MisPosition *positions,
                                      guint n_positions,
                                      GError **error);
MisWorld *mis_world_with_agent_removed (MisWorld *world, guint agent, GError **error);

/* Adds an area at @index (0..n_areas), where everybody's position is unknown. */
MisWorld *mis_world_with_area_added (MisWorld *world, guint index, MisArea *area, GError **error);
MisWorld *mis_world_with_area_removed (MisWorld *world, guint area, GError **error);

/* Adds an experiment at the end, or puts it in the place of that with its id, unless they
 * are equal. */
MisWorld *mis_world_with_experiment (MisWorld *world, MisExperiment *experiment, GError **error);
MisWorld *mis_world_with_experiment_removed (MisWorld *world, guint experiment, GError **error);

/* Takes one out of its place and puts it in where it then is number @to. */
MisWorld *mis_world_with_experiment_moved (MisWorld *world, guint experiment, guint to);

/**
 * mis_world_check_scenario:
 *
 * Whether every change of @scenario finds what it names, each target at most once, and whether the
 * limits of a whole world hold after each of them; a row that is removed makes room for another.
 * O(rows + areas + changes).
 *
 * @change: (out) (optional): the change at fault, an index
 *
 * Returns: %FALSE with a #MisError
 */
gboolean mis_world_check_scenario (const MisWorld *world,
                                   const MisScenario *scenario,
                                   guint *change,
                                   GError **error);

/* (transfer full): @scenario without the changes that do not find in @world what they name; itself
 * if all do. As mis_world_check_scenario() for each of them. */
MisScenario *mis_world_fit_scenario (const MisWorld *world, MisScenario *scenario);

/**
 * mis_world_with_scenario_applied:
 *
 * Returns: (transfer full): @world with all changes of @scenario applied, in order, and without
 *   scenarios, which belong to the base. O(rows + areas + positions + pairs + changes log changes).
 */
MisWorld *mis_world_with_scenario_applied (MisWorld *world,
                                           const MisScenario *scenario,
                                           GError **error);

G_END_DECLS
