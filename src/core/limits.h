/* limits.h: how large a project may be. What bounds an experiment or an analysis stands in its
 * header.
 *
 * Source: the project file's specification. Each limit has an error of its own, and is checked
 * before anything of that size is allocated.
 */
#pragma once

#include <glib.h>

#define MIS_MAX_AREAS 2000u
#define MIS_MAX_GOALS 2000u                       /* explicit goals of one area */
#define MIS_MAX_GOAL_PAIRS G_GUINT64_CONSTANT (2000000)  /* k(k-1)/2 summed over all areas */
#define MIS_MAX_AGENTS 100000u                    /* rows of the agent table */
#define MIS_MAX_POSITIONS 2000000u                /* goal or "no goal", over all rows */
#define MIS_MAX_SCENARIOS 1000u
#define MIS_MAX_PROJECT_CELLS 1000000u /* series times points, over all experiments */
#define MIS_MAX_EXPERIMENTS 1000u
#define MIS_MAX_CHANGES 100000u                   /* over all scenarios */
#define MIS_MAX_ID_LENGTH 64u                     /* bytes, which are ASCII */
#define MIS_MAX_NAME_LENGTH 200u                  /* characters: titles, names, principals */
#define MIS_MAX_TEXT_LENGTH 65536u                /* bytes: descriptions, notes, sources */

/* Agents of one row, and of a whole world: beyond 2^53 - 1 a double no longer counts. */
#define MIS_MAX_COUNT G_GUINT64_CONSTANT (1000000000000)
#define MIS_MAX_POPULATION G_GUINT64_CONSTANT (9007199254740991)
