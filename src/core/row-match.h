/* row-match.h: which rows and areas of one world are which of another, by their ids.
 *
 * Private to core.
 */
#pragma once

#include "core/world-private.h"

G_BEGIN_DECLS

#define MIS_NO_MATCH G_MAXUINT

/**
 * mis_rows_match:
 *
 * O(blocks) where rows are where they were; O(rows) where some are gone or new; O(rows) with a
 * hash table where they have changed places.
 *
 * Returns: (transfer full) (nullable) (array): for each row of @from the row of @to that has its
 *   id, or %MIS_NO_MATCH; %NULL if every row of @from has the same number in @to, which may have
 *   more behind them
 */
guint *mis_rows_match (const MisWorld *from, const MisWorld *to);

/* Likewise for areas, but never %NULL. O(areas) where their order is the same. */
guint *mis_areas_match (const MisWorld *from, const MisWorld *to);

/* Whether what is matched is in ascending order. */
gboolean mis_matches_ascend (const guint *matches, guint n);

/* The match of @index; @matches may be %NULL. */
static inline guint
mis_match (const guint *matches, guint index)
{
  return matches != NULL ? matches[index] : index;
}

/* Whether the two areas have the same goals, by their ids and in their order. */
gboolean mis_area_has_same_goals (const MisArea *a, const MisArea *b);

G_END_DECLS
