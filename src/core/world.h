/* world.h: a whole project as one immutable value: areas, agent groups, scenarios, experiments,
 * scoring.
 *
 * A world never changes; an edit (edit.h) makes another one that shares all it does not change.
 * So undo is a walk along a list of worlds, a worker needs no lock, and two worlds are compared by
 * pointer first.
 *
 * Rows of the agent table live in blocks of MIS_BLOCK_ROWS, row i in block i / MIS_BLOCK_ROWS, with
 * one column of positions for each area. Two worlds share every block and every column in which
 * they do not differ.
 */
#pragma once

#include "core/agent.h"
#include "core/area.h"
#include "core/experiment.h"
#include "core/position.h"
#include "core/scenario.h"
#include "core/scoring.h"

G_BEGIN_DECLS

#define MIS_BLOCK_ROWS 256u

typedef struct _MisWorld MisWorld;

MisWorld *mis_world_ref (MisWorld *world);
void mis_world_unref (MisWorld *world);

const char *mis_world_get_title (const MisWorld *world);
const char *mis_world_get_description (const MisWorld *world);
const MisScoring *mis_world_get_scoring (const MisWorld *world);

guint mis_world_get_n_areas (const MisWorld *world);
MisArea *mis_world_get_area (const MisWorld *world, guint area);
/* The area called @id, or -1; O(areas). */
int mis_world_find_area (const MisWorld *world, const char *id);

/* Rows of the agent table, and the agents they stand for. */
guint mis_world_get_n_agents (const MisWorld *world);
guint64 mis_world_get_population (const MisWorld *world);
MisAgent *mis_world_get_agent (const MisWorld *world, guint agent);
/* The row called @id, or -1; O(rows). */
int mis_world_find_agent (const MisWorld *world, const char *id);

/* The position of row @agent in @area; @note is borrowed. O(log MIS_BLOCK_ROWS). */
MisPosition mis_world_get_position (const MisWorld *world, guint agent, guint area);

guint mis_world_get_n_scenarios (const MisWorld *world);
MisScenario *mis_world_get_scenario (const MisWorld *world, guint scenario);
int mis_world_find_scenario (const MisWorld *world, const char *id);

/* Experiments of one's own, kept with the project; they do not touch its score. */
guint mis_world_get_n_experiments (const MisWorld *world);
MisExperiment *mis_world_get_experiment (const MisWorld *world, guint experiment);
int mis_world_find_experiment (const MisWorld *world, const char *id);

/**
 * mis_world_equal:
 *
 * Whether the two say the same, so that their project files are the same bytes. What is shared is
 * not looked at: O(blocks + areas + scenarios), plus what differs by pointer.
 */
gboolean mis_world_equal (const MisWorld *a, const MisWorld *b);

/**
 * mis_world_get_unshared_size:
 * @base: (nullable): another world
 *
 * Returns: an estimate of the bytes that @world holds and @base does not; O(blocks + areas), plus
 *   O(areas) for each block that differs
 */
gsize mis_world_get_unshared_size (const MisWorld *world, const MisWorld *base);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisWorld, mis_world_unref)

/**
 * MisWorldBuilder:
 *
 * Makes a world from its parts: first the areas, then the rows, then the scenarios. What a failed
 * call was given is not part of the world; the builder stays usable.
 */
typedef struct _MisWorldBuilder MisWorldBuilder;

MisWorldBuilder *mis_world_builder_new (void);
void mis_world_builder_free (MisWorldBuilder *builder);

/* Each returns %FALSE with a #MisError if the text is not allowed. */
gboolean mis_world_builder_set_title (MisWorldBuilder *builder, const char *title, GError **error);
gboolean mis_world_builder_set_description (MisWorldBuilder *builder,
                                            const char *description,
                                            GError **error);
void mis_world_builder_set_scoring (MisWorldBuilder *builder, const MisScoring *scoring);

/**
 * mis_world_builder_add_area:
 * @area: (transfer none)
 *
 * To be called before the first row is added.
 *
 * Returns: %FALSE with a #MisError: duplicate id, too many areas or pairs of goals
 */
gboolean mis_world_builder_add_area (MisWorldBuilder *builder, MisArea *area, GError **error);

/**
 * mis_world_builder_add_agent:
 * @agent: (transfer none)
 * @areas: (array length=n_positions): the areas of @positions, each at most once, in any order
 * @positions: (array length=n_positions): all others are unknown
 *
 * O(n_positions log n_positions), amortized.
 *
 * Returns: %FALSE with a #MisError: duplicate id, a bad position, or a limit is reached
 */
gboolean mis_world_builder_add_agent (MisWorldBuilder *builder,
                                      MisAgent *agent,
                                      const guint *areas,
                                      const MisPosition *positions,
                                      guint n_positions,
                                      GError **error);

/**
 * mis_world_builder_add_scenario:
 * @scenario: (transfer none)
 *
 * To be called when all areas and rows are there.
 *
 * Returns: %FALSE with a #MisError: duplicate id, a limit is reached, or "changes[i]: ..." for the
 *   first change that cannot be applied, as mis_world_check_scenario() finds it
 */
gboolean mis_world_builder_add_scenario (MisWorldBuilder *builder,
                                         MisScenario *scenario,
                                         GError **error);

/**
 * mis_world_builder_add_experiment:
 * @experiment: (transfer none): as mis_experiment_check() allows it
 *
 * Returns: %FALSE with a #MisError: duplicate id, or the limit is reached
 */
gboolean mis_world_builder_add_experiment (MisWorldBuilder *builder,
                                           MisExperiment *experiment,
                                           GError **error);

/* Returns: (transfer full): the world; the builder is free'd. */
MisWorld *mis_world_builder_end (MisWorldBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisWorldBuilder, mis_world_builder_free)

G_END_DECLS
