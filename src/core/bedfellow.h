/* bedfellow.h: two agent groups at a time: how misaligned they are, and strange bedfellows.
 *
 * Source: the paper, 3.4 and 6.1. The misalignment of two agents in an area is c(g_a, g_b) f(w_a,
 * w_b), a probability in [0,1]; it does not depend on how many agents the groups have, nor on the
 * pair rule, nor on a normalization. Overall it is the arithmetic mean over the areas where both
 * count, whatever the area mean is: agreement in one area does not undo conflict in another.
 */
#pragma once

#include "core/tally.h"

G_BEGIN_DECLS

/**
 * mis_two_agents:
 * @a, @b: rows of the agent table; two agents of one group agree, 0
 * @areas: (array length=n_areas) (out caller-allocates) (optional): their misalignment in each;
 *   %NAN where the position of one is left out
 *
 * O(areas log goal pairs), under "sum-to-one" as well.
 *
 * Returns: their misalignment overall; %NAN if there is no area where both count
 */
double mis_two_agents (const MisTally *tally, guint a, guint b, double *areas);

/**
 * MisBedfellows:
 * @a, @b: two agent groups, @a < @b
 * @most_area, @least_area: where they are most and least misaligned, the first if there are several
 * @most, @least: how much
 * @overall: and overall
 * @n_areas: over so many areas, in which both count
 * @by_default: whether the conflict in @most_area is the area's default, which nobody has set for
 *   these two goals
 *
 * A strange pair: the larger @most - @least, the stranger (paper, 3.4).
 */
typedef struct
{
  guint a;
  guint b;
  guint most_area;
  guint least_area;
  double most;
  double least;
  double overall;
  guint n_areas;
  gboolean by_default;
} MisBedfellows;

/* All pairs are compared if there are at most so many rows with agents in them, */
#define MIS_BEDFELLOWS_MAX_ROWS 2000u
/* and if rows^2 times areas is at most this, less than a second. */
#define MIS_BEDFELLOWS_MAX_TERMS G_GUINT64_CONSTANT (256000000)

/**
 * MisBedfellowsList:
 * @n_rows: agent groups that are not empty
 * @n_compared: how many of them were compared, each with each: all, or where they are too many
 *   those with the most agents, of equally large ones the first
 * @n_found: strange pairs among those, listed or not
 * @n_default: how many of them are so by default, as #MisBedfellows says
 * @n_tied: of those that are not listed, how many differ as much as the last that is
 * @n_pairs: length of @pairs
 * @pairs: the strangest first; of equally strange ones those whose conflict somebody has set, then
 *   those of the most agents, those who are known together in the most areas, and the first rows
 *
 * Immutable.
 */
typedef struct
{
  guint n_rows;
  guint n_compared;
  guint64 n_found;
  guint64 n_default;
  guint64 n_tied;
  guint n_pairs;
  MisBedfellows *pairs;
} MisBedfellowsList;

/**
 * mis_bedfellows_new:
 * @max_pairs: how many to list
 * @set_only: whether a clash counts only where somebody has set the conflict of the two goals
 *
 * Pairs that are as misaligned in one area as in all others, or have one area only, are not listed.
 * O(rows^2 (areas + log @max_pairs)) in the rows that are compared; memory O(rows areas +
 * rows^2).
 *
 * Returns: (transfer full)
 */
MisBedfellowsList *mis_bedfellows_new (const MisTally *tally, guint max_pairs, gboolean set_only);
void mis_bedfellows_free (MisBedfellowsList *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisBedfellowsList, mis_bedfellows_free)

G_END_DECLS
