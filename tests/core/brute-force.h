/* brute-force.h: the scores of a world written out over single agents, from the model's text alone.
 *
 * Every agent of a count is an object of its own, every sum a double loop over ordered pairs in
 * long double. Nothing here is shared with core but the world itself. For small populations.
 */
#pragma once

#include "core/companion.h"

G_BEGIN_DECLS

/* The scores of one area; @raw and @misalignment are NaN where fewer than two agents count. */
typedef struct
{
  guint64 n;
  guint goals_held;
  guint k;
  long double raw;
  long double misalignment;
  long double maximum;
  long double entropy_bits;
} MisBruteArea;

typedef struct
{
  guint n_areas;
  MisBruteArea *areas;
  gboolean has_score;
  long double overall;
  long double expected_conflicts;
  long double any_conflict;
  long double any_low;
  long double any_high;
} MisBruteScore;

/* A world with its agents expanded, and the sums over pairs that were asked for so far. */
typedef struct _MisBrute MisBrute;

MisBrute *mis_brute_new (MisWorld *world);
void mis_brute_free (MisBrute *brute);

/* Under @scoring, whatever the scoring of the world is. O(agents^2 areas) where not cached. */
MisBruteScore *mis_brute_score (MisBrute *brute, const MisScoring *scoring);
void mis_brute_score_free (MisBruteScore *score);

/* The expanded agents, and the row that each of them comes from. */
guint mis_brute_get_n_agents (const MisBrute *brute);
guint mis_brute_get_row (const MisBrute *brute, guint agent);

/* What an agent holds as @scoring reads it: a goal, MIS_NO_GOAL, or MIS_UNKNOWN where it is
 * left out. */
int mis_brute_get_goal (const MisBrute *brute, const MisScoring *scoring, guint area, guint agent);

/* c_p f of two agents under @scoring, 0 of one with itself; NaN where one does not count. */
long double mis_brute_get_pair (const MisBrute *brute,
                                const MisScoring *scoring,
                                guint area,
                                guint a,
                                guint b);

/* A random world of at most @max_rows rows, 4 areas and 5 goals each, with counts of 0 to 5. */
MisWorld *mis_small_random_world (GRand *rand, guint max_rows);

/* Calls @check with each of the 6 x 5 x 2 x 3 x 2 x 2 ways to score. */
void mis_foreach_scoring (void (*check) (const MisScoring *scoring, gpointer user_data),
                          gpointer user_data);

/* The same apart: one of the 24 ways to sum pairs with one of the 30 ways to go on from there. */
MisScoring mis_scoring_of_way (guint way, guint rest);

/* f(x, y): the geometric mean of the paper (eq. 5), and the others. */
long double mis_brute_pair_weight (MisWeightMean mean, long double x, long double y);

/* The highest score of @n agents in @k groups, over all ways to part them: O(n^k). */
long double mis_brute_maximum (guint n, guint k, MisPairs pairs);

/**
 * mis_deviation:
 * @floor: expected values below this are compared absolutely
 *
 * Returns: |found - expected| / max (|expected|, floor); 0 if both are NaN, infinity if one is
 */
double mis_deviation (double found, long double expected, double floor);

/* Aborts the test with both values unless mis_deviation() is at most @tolerance. */
#define mis_assert_close(found_, expected_, tolerance_, floor_) \
  mis_check_close (__FILE__, __LINE__, G_STRFUNC, #found_, (found_), (expected_), (tolerance_), \
                   (floor_))

void mis_check_close (const char *file,
                      int line,
                      const char *function,
                      const char *what,
                      double found,
                      long double expected,
                      double tolerance,
                      double floor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisBrute, mis_brute_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisBruteScore, mis_brute_score_free)

G_END_DECLS
