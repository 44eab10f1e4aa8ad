/* name-search.h: a search among all names and notes of a project, a part at a time. */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/* What has a name, in the order in which matches are listed; descriptions, of the project and of
 * scenarios, too, are notes. */
typedef enum
{
  MIS_NAMED_PROJECT,
  MIS_NAMED_AREA,
  MIS_NAMED_GOAL,
  MIS_NAMED_AGENT,
  MIS_NAMED_OPTION,
  MIS_NAMED_SCENARIO,
  MIS_NAMED_EXPERIMENT,
  MIS_NAMED_NOTE,
  MIS_N_NAMED,
} MisNamed;

/* The most matches of each kind that are kept, the best ones; more are counted. */
#define MIS_NAME_MATCHES 20u

/**
 * MisNameMatch:
 * @name: what was found; of a note its beginning
 * @detail: (nullable): where: the area of a goal, what a note is about
 * @place: where it is, as remarks say it: "agents[1]", "agents[1].areas[0]", "areas[0].goals[2]",
 *   "options"; or "project", "scenarios/ID", "experiments/ID"
 * @rank: 0 if the name begins with the first word, 1 if it holds the words, 2 if only what stands
 *   beside it does
 */
typedef struct
{
  char *name;
  char *detail;
  char *place;
  guint rank;
} MisNameMatch;

/**
 * MisNameSearch:
 *
 * Finds what holds every word of a text, whatever its case and accents. For one thread.
 */
typedef struct _MisNameSearch MisNameSearch;

/**
 * mis_name_search_new:
 * @world: what is shown: its rows and areas are numbered in the places
 * @project: has the scenarios and experiments
 * @text: what somebody looks for; without a word there is nothing to be found
 *
 * O(1): nothing is looked at yet.
 */
MisNameSearch *mis_name_search_new (MisWorld *world, MisWorld *project, const char *text);
void mis_name_search_free (MisNameSearch *self);

/* Looks at the next @n rows, areas, scenarios or experiments. O(@n * areas, goals and notes of an
 * area). Returns: whether there are more to look at. */
gboolean mis_name_search_look (MisNameSearch *self, guint n);

/* (transfer none) (element-type MisNameMatch): what was found until now: the best first, of equals
 * what comes first in the project. */
GPtrArray *mis_name_search_get_matches (MisNameSearch *self, MisNamed kind);

/* How many were found until now, also those that are not kept. */
guint mis_name_search_count (MisNameSearch *self, MisNamed kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisNameSearch, mis_name_search_free)

G_END_DECLS
