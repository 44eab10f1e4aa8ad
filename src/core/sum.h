/* sum.h: compensated sums, so that 10^8 terms give the same digits as 10^2.
 *
 * Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen",
 * ZAMM 54 (1974) 39-51. Not to be compiled with -ffast-math.
 */
#pragma once

#include <math.h>

typedef struct
{
  double sum;
  double compensation;
} MisSum;

static inline void
mis_sum_add (MisSum *sum, double value)
{
  double total = sum->sum + value;

  if (fabs (sum->sum) >= fabs (value))
    sum->compensation += (sum->sum - total) + value;
  else
    sum->compensation += (value - total) + sum->sum;
  sum->sum = total;
}

static inline double
mis_sum_get (const MisSum *sum)
{
  return sum->sum + sum->compensation;
}
