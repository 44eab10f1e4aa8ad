/* agent-order.h: which rows of the agent table are shown, and in which order.
 *
 * An order is a list of rows of a world, by number: a permutation, or a part of one.
 */
#pragma once

#include "core/world.h"
#include "document/goal-words.h"

G_BEGIN_DECLS

/* What a column of the agent table says; the last two once for each area. */
typedef enum
{
  MIS_AGENT_NAME,
  MIS_AGENT_KIND,
  MIS_AGENT_PRINCIPAL,
  MIS_AGENT_COUNT,
  MIS_AGENT_GOAL,
  MIS_AGENT_WEIGHT,
} MisAgentField;

static inline gboolean
mis_agent_field_is_of_area (MisAgentField field)
{
  return field == MIS_AGENT_GOAL || field == MIS_AGENT_WEIGHT;
}

typedef enum
{
  MIS_SORT_NONE, /* as in the file */
  MIS_SORT_ASCENDING,
  MIS_SORT_DESCENDING,
} MisSortOrder;

/* (transfer full) (element-type guint): all rows of @world as they are in the file. */
GArray *mis_agent_order_new (const MisWorld *world);

/**
 * mis_agent_order_filter:
 * @order: (inout): rows that do not match are taken out, the others stay in their order
 * @text: words, all of which a row must have in its name, its principal or the names of its goals;
 *   any case, with or without accents (search-text.h); all rows match none
 * @areas, @words: (array length=n_areas): the areas whose goals count, and what these are called
 *
 * O(rows x (length of texts + areas)).
 */
void mis_agent_order_filter (GArray *order,
                             const MisWorld *world,
                             const char *text,
                             const guint *areas,
                             MisGoalWords *const *words,
                             guint n_areas);

/**
 * mis_agent_order_sort:
 * @order: (inout): rows in the order of the file
 * @area, @words: for a goal or a weight: of which area, and what its goals are called
 *
 * Numbers by their value; texts as the user's language orders them, in any case, with numbers in
 * them by value ("Group 2" before "Group 10"). Ascending or descending: empty texts, and behind
 * "no goal" unknown positions, come last; what is equal stays as in the file.
 * O(rows log rows).
 */
void mis_agent_order_sort (GArray *order,
                           const MisWorld *world,
                           MisAgentField field,
                           guint area,
                           const MisGoalWords *words,
                           MisSortOrder direction);

/* Whether the two have the same rows in the same places, by id. O(rows), quick where shared. */
gboolean mis_agent_order_holds (const MisWorld *before, const MisWorld *after);

/**
 * mis_agent_order_keep:
 * @order: rows of @before
 *
 * Rows that are gone are taken out. Rows that are new stand behind the row that they follow in the
 * file, or at the end if they are at its end, or if that row is not shown. O(rows).
 *
 * Returns: (transfer full): the same rows, by id, of @after
 */
GArray *mis_agent_order_keep (const GArray *order, const MisWorld *before, const MisWorld *after);

G_END_DECLS
