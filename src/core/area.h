/* area.h: a problem area, with its goals and its conflict matrix, as an immutable value. */
#pragma once

#include "core/note.h"

G_BEGIN_DECLS

/* Goals are numbered 0..k-1 in the order of the file; two numbers stand for the other positions. */
#define MIS_NO_GOAL (-1)
#define MIS_UNKNOWN (-2)

/**
 * MisGoal:
 *
 * Ids are unique within the area. @description may be empty, never %NULL.
 */
typedef struct
{
  char *id;
  char *name;
  char *description;
} MisGoal;

/**
 * MisConflict:
 * @g, @h: two goals of the area, g < h; g may be %MIS_NO_GOAL
 * @value: c(g,h), the probability that the two are incompatible, in [0,1]
 * @low, @high: the range of an uncertain value; both equal @value if it is certain
 * @note: (nullable): why, and from where
 */
typedef struct
{
  int g;
  int h;
  double value;
  double low;
  double high;
  MisNote *note;
} MisConflict;

/* Whether the two say the same of the same pair, notes included. */
gboolean mis_conflict_equal (const MisConflict *a, const MisConflict *b);

/**
 * MisArea:
 *
 * An immutable, atomically reference-counted problem area p (paper, 3.1): k explicit goals and a
 * symmetric conflict matrix with a diagonal of 0. The matrix is a @default_conflict for pairs of
 * explicit goals, and the pairs that differ from it; "no goal" conflicts with nobody unless a pair
 * says so (paper, appendix A). Memory is O(goals + listed pairs).
 */
typedef struct _MisArea MisArea;

/**
 * mis_area_new:
 * @id, @name, @description: what mis_check_id(), mis_check_name() and mis_check_text() allow
 * @goals: (array length=n_goals): copied
 * @conflicts: (array length=n_conflicts): in any order, either way round; copied
 *
 * Pairs that say no more than the default are dropped, so that areas that mean the same are equal.
 * O(n_goals + n_conflicts log n_conflicts).
 *
 * Returns: (transfer full): %NULL with a #MisError: bad text, duplicate goal id, a pair with a goal
 *   that is not there, a pair of one goal with itself, a pair given twice, a value out of range
 */
MisArea *mis_area_new (const char *id,
                       const char *name,
                       const char *description,
                       const MisGoal *goals,
                       guint n_goals,
                       double default_conflict,
                       const MisConflict *conflicts,
                       guint n_conflicts,
                       GError **error);

MisArea *mis_area_ref (MisArea *area);
void mis_area_unref (MisArea *area);

const char *mis_area_get_id (const MisArea *area);
const char *mis_area_get_name (const MisArea *area);
const char *mis_area_get_description (const MisArea *area);
guint mis_area_get_n_goals (const MisArea *area);
const MisGoal *mis_area_get_goal (const MisArea *area, guint goal);
double mis_area_get_default_conflict (const MisArea *area);

/* The goal called @id, or -1; O(log k). */
int mis_area_find_goal (const MisArea *area, const char *id);

/* The name of a goal, or the translated words for %MIS_NO_GOAL and %MIS_UNKNOWN. */
const char *mis_area_get_goal_name (const MisArea *area, int goal);

/**
 * mis_area_get_conflicts:
 * @n_conflicts: (out): how many
 *
 * Returns: (array length=n_conflicts) (transfer none): the pairs that differ from the default or
 *   carry a range or a note, sorted by g, then h; those with the null goal first
 */
const MisConflict *mis_area_get_conflicts (const MisArea *area, guint *n_conflicts);

/**
 * mis_area_get_conflict:
 * @g, @h: explicit goals or %MIS_NO_GOAL
 *
 * Returns: c(g,h) with its range; 0 if g = h. O(log pairs). @note is borrowed.
 */
MisConflict mis_area_get_conflict (const MisArea *area, int g, int h);

/* Whether the conflict of two explicit goals is the default and nothing more: without a range and a
 * note. O(log pairs). */
gboolean mis_area_is_default_conflict (const MisArea *area, int g, int h);

/**
 * mis_area_fill_upper_row:
 * @g: an explicit goal or %MIS_NO_GOAL
 * @row: (out caller-allocates): k values, of which those behind @g are written: c(g,h) for h > g
 *
 * One row of the upper triangle, the way sums over pairs of goals want it.
 * O(k - g + log pairs).
 */
void mis_area_fill_upper_row (const MisArea *area, int g, double *row);

/**
 * mis_area_has_null_conflict:
 * @goal: an explicit goal
 *
 * Returns: whether c(goal, no goal) is set above 0; a range counts by its high end
 */
gboolean mis_area_has_null_conflict (const MisArea *area, guint goal);

/**
 * mis_area_with_conflict:
 * @g, @h: two different goals, one of which may be %MIS_NO_GOAL
 * @value: in [0,1]
 *
 * A range that does not hold @value is widened to hold it; the note stays.
 *
 * Returns: (transfer full): @area with one conflict changed, or %NULL with a #MisError
 */
MisArea *mis_area_with_conflict (MisArea *area, int g, int h, double value, GError **error);

/**
 * mis_area_with_uniform_conflict:
 * @value: in [0,1]
 *
 * Returns: (transfer full): @area with every pair of explicit goals and the default at @value,
 *   ranges widened where need be; the null goal is left alone
 */
MisArea *mis_area_with_uniform_conflict (MisArea *area, double value, GError **error);

/* As with the two above, but @conflict brings its own range and note. */
MisArea *mis_area_with_conflict_range (MisArea *area, const MisConflict *conflict, GError **error);

/**
 * mis_area_with_conflicts:
 * @conflicts: (array length=n_conflicts): in any order, either way round, each pair at most once;
 *   each brings its own range and note
 *
 * Returns: (transfer full): @area with these pairs changed. O(pairs + n_conflicts log n_conflicts)
 */
MisArea *mis_area_with_conflicts (MisArea *area,
                                  const MisConflict *conflicts,
                                  guint n_conflicts,
                                  GError **error);
MisArea *mis_area_with_default_conflict (MisArea *area, double value, GError **error);

/* Whether the two, which have the same goals, say the same of every pair, ranges and notes too. */
gboolean mis_area_has_same_conflicts (const MisArea *a, const MisArea *b);

/* Whether the two say the same. */
gboolean mis_area_equal (const MisArea *a, const MisArea *b);

/* An estimate of the bytes that this value holds. */
gsize mis_area_get_size (const MisArea *area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisArea, mis_area_unref)

G_END_DECLS
