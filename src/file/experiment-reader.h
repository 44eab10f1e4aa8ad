/* experiment-reader.h: an experiment file (*.json) as an experiment, or the one reason why it is
 * none.
 *
 *   {
 *     "format": "misalign-experiment",
 *     "version": 1,
 *     "id": "own", "title": "...", "description": "...", "note": "...",
 *     "world": { "agents": 100, "areas": 4, "goals": 3, "assign": "random", "no_goal": false,
 *                "conflict": 1, "weights": { "range": [0.25, 0.75], "per": "agent" },
 *                "focus": { "area": 1, "goal": 1, "weight": 0.5, "share": 0.3, "rest": "even" } },
 *     "x": { "vary": "agents", "from": 1, "to": 100, "points": 20, "scale": "log", "label": "n" },
 *     "series": [ { "vary": "goals", "values": [2, 3], "names": ["few", "some"] } ],
 *     "runs": 100, "seed": 1, "band": "min-max", "scoring": { "pairs": "replacement" }
 *   }
 *
 * "world" may be "project" or { "example": "carla" } as well. A conflict is a number, a range, or a
 * list of these by area; "goals" a number or a list by area; "assign" also { "shares": [...] } or
 * { "dirichlet": 1 }. As strict as projects: nothing is guessed, dropped or clamped.
 */
#pragma once

#include "core/experiment.h"
#include "file/json-fields.h"

G_BEGIN_DECLS

#define MIS_EXPERIMENT_FORMAT "misalign-experiment"
#define MIS_EXPERIMENT_VERSION 1u

/**
 * mis_experiment_read:
 * @text: (array length=length): the bytes of a file
 * @fault: (out): what is wrong with it; free with mis_fault_free()
 *
 * Defaults of members that are left out: texts empty, title the id; one area of 2 goals, assigned
 * at random, conflict and weights 1; no series but one; 1 run, seed 0, band "min-max", scoring that
 * of the project or the paper's. What the experiment asks of a project is checked when it meets
 * one.
 *
 * Returns: (transfer full): %NULL if there is a fault
 */
MisExperiment *mis_experiment_read (const char *text, gsize length, MisFault **fault);

/* The same for one that begins at @at in a file of another format, without "format"
 * and "version". */
MisExperiment *mis_experiment_read_part (MisJsonInput *input, gsize at);

G_END_DECLS
