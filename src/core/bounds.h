/* bounds.h: what uncertain values leave open: the exact range of every score, and what to ask next.
 *
 * Source: the paper's eq. 6 and 7, in which M and every M_p are nondecreasing in every conflict and
 * every weight, under all weight means, area means, pair rules and normalizations; who holds what,
 * and so the number of goals that a normalization counts, does not depend on them. So the lowest
 * score is that of the world with every uncertain value at its low end, the highest that of the
 * world with all at their high end. Under "sum-to-one" this does not hold: a higher weight in one
 * area is a lower one in the others.
 */
#pragma once

#include "core/score.h"

G_BEGIN_DECLS

typedef struct
{
  double low;
  double high;
} MisRange;

/**
 * MisBounds:
 * @available: %FALSE where the weights are to sum to one and one of them is uncertain: the score is
 *   not monotone in it, and all ranges are %NAN. Uncertain conflicts alone do no harm
 * @overall: of M
 * @n_areas: length of @areas
 * @areas: of M_p after normalization; %NAN where an area has no score
 *
 * Immutable.
 */
typedef struct
{
  gboolean available;
  MisRange overall;
  guint n_areas;
  MisRange *areas;
} MisBounds;

/**
 * mis_bounds_new:
 * @score: the score of @tally, which is returned where nothing is uncertain
 *
 * O(positions) and two scores.
 *
 * Returns: (transfer full)
 */
MisBounds *mis_bounds_new (const MisTally *tally, const MisScore *score);
void mis_bounds_free (MisBounds *bounds);

/**
 * MisQuestion:
 * @area: where
 * @agent: the row whose weight is uncertain, or -1 if it is a conflict
 * @g, @h: the pair of goals whose conflict is uncertain, g < h, @g may be %MIS_NO_GOAL; of a
 * weight,
 *   both are the goal that is held
 * @from, @to: the range of the value itself, @from < @to
 * @low, @high: M with the value at either end, and all others as they are
 * @width: @high - @low, not by subtraction of two M but from what the value adds to its area, so
 *   that one agent of 10^12 has a width with all its digits
 */
typedef struct
{
  guint area;
  int agent;
  int g;
  int h;
  double from;
  double to;
  double low;
  double high;
  double width;
} MisQuestion;

/**
 * MisQuestions:
 * @n_uncertain: how many values are uncertain: conflicts, and weights of rows with agents in them
 * @n_unasked: how many of them are not examined: the weights, where weights are to sum to one
 * @n_questions: length of @questions
 * @questions: the widest first: ask about this next. Equally wide ones in the order of areas,
 *   conflicts before weights. A value that changes nothing has width 0
 *
 * Immutable.
 */
typedef struct
{
  guint n_uncertain;
  guint n_unasked;
  guint n_questions;
  MisQuestion *questions;
} MisQuestions;

/**
 * mis_questions_new:
 * @score: the score of @tally
 * @max_questions: how many to list
 *
 * O(positions + k^2) for each area and O(log @max_questions) for each uncertain value; minimum and
 * maximum O(k log rows) for each of them, harmonic 200 times as much as the geometric mean.
 *
 * Returns: (transfer full)
 */
MisQuestions *mis_questions_new (const MisTally *tally,
                                 const MisScore *score,
                                 guint max_questions);
void mis_questions_free (MisQuestions *questions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisBounds, mis_bounds_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisQuestions, mis_questions_free)

G_END_DECLS
