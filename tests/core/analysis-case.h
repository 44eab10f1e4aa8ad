/* analysis-case.h: random worlds under every option, for tests of what follows from a score. */
#pragma once

#include "brute-force.h"

G_BEGIN_DECLS

/* One world under one way to score it, by the program and by brute force. */
typedef struct
{
  MisWorld *world;
  MisTally *tally;
  MisScore *score;
  MisScoring scoring;
  MisBrute *brute;
  MisBruteScore *expected;
  GRand *rand; /* for what the test chooses */
} MisCase;

typedef void (*MisCaseFunc) (const MisCase *value, gpointer user_data);

/* Calls @check with @n_worlds random worlds, as mis_small_random_world() makes them, under each of
 * the 720 ways to score. */
void mis_foreach_case (guint32 seed,
                       guint n_worlds,
                       guint max_rows,
                       MisCaseFunc check,
                       gpointer user_data);

/* The same for one world. */
void mis_foreach_case_of (MisWorld *world, GRand *rand, MisCaseFunc check, gpointer user_data);

/* c f of two expanded agents, NaN where one does not count. */
long double mis_case_get_pair (const MisCase *value, guint area, guint a, guint b);

/**
 * mis_case_sum_pairs:
 * @labels: (array length=agents): 0 to @n_labels - 1, or -1 for agents to be skipped
 *
 * Returns: (transfer full): for each two labels, row after row, the sum of c f in @area over
 *   ordered pairs of an agent of the first and one of the second; those who do not count are
 *   skipped
 */
long double *mis_case_sum_pairs (const MisCase *value,
                                 guint area,
                                 const int *labels,
                                 guint n_labels);

/* How many pairs the option draws from @n agents. */
long double mis_case_count_pairs (const MisCase *value, long double n);

/**
 * mis_compare:
 * @worst: (inout): the largest deviation so far
 *
 * Aborts the test unless both are the same to 1e-12, relative from 1e-60 upwards: conflicts and
 * weights of 1e-300 multiply to what only a long double holds, and the geometric mean of four areas
 * makes 1e-75 of it.
 */
#define mis_compare(worst, found, expected) \
  mis_compare_at (__FILE__, __LINE__, G_STRFUNC, #found, (worst), (found), (expected))

void mis_compare_at (const char *file,
                     int line,
                     const char *function,
                     const char *what,
                     double *worst,
                     double found,
                     long double expected);

G_END_DECLS
