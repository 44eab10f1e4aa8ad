/* project-writer.h: a world as the canonical bytes of a project file: same model, same bytes.
 *
 * Members in the order of the format, two spaces for each level, a newline at the end, UTF-8 as it
 * is. The project, its areas, agents, scenarios and experiments have one member on each line; on a
 * line of their own stand whole the scoring, each goal, each pair of goals, each position, each
 * change, the world of an experiment and each of its variations (experiment-writer.h):
 *
 *   {
 *     "format": "misalign-project",
 *     "version": 1,
 *     "title": "Two areas",
 *     "scoring": { "weight_mean": "geometric", ... },
 *     "areas": [
 *       {
 *         "id": "food",
 *         "name": "Food",
 *         "goals": [
 *           { "id": "cheap", "name": "Low prices" },
 *           { "id": "good" }
 *         ],
 *         "conflict": {
 *           "default": 0.1,
 *           "pairs": [
 *             { "goals": ["cheap", "good"], "value": 0.5, "low": 0.2, "source": "Table 2" }
 *           ]
 *         }
 *       }
 *     ],
 *     "agents": [
 *       {
 *         "id": "customer",
 *         "count": 30,
 *         "positions": {
 *           "food": { "goal": "cheap", "weight": 0.8 }
 *         }
 *       }
 *     ],
 *     "scenarios": [
 *       {
 *         "id": "more",
 *         "changes": [
 *           { "agent": "customer", "count": 60 }
 *         ]
 *       }
 *     ]
 *   }
 *
 * Left out is what a reader would put there anyway (project-reader.h says what), but "scoring",
 * "areas", "agents" and the "goals" of an area are always written. Pairs stand in the order of the
 * goals, "no goal" (null) first, positions in the order of the areas, changes in their own order.
 */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/**
 * mis_project_write:
 *
 * O(bytes written).
 *
 * Returns: (transfer full): UTF-8 that mis_project_read() reads back to an equal world
 */
GBytes *mis_project_write (const MisWorld *world);

G_END_DECLS
