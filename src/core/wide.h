/* wide.h: numbers of two doubles, 106 bits, for differences of sums over very many agents.
 *
 * One agent more or less in a population of 10^12 changes a score in its 13th digit. A difference
 * of such sums that is to have 9 digits of its own needs more than a double holds; long double is
 * no wider than double on some machines.
 *
 * Private to core. Dekker, "A floating-point technique for extending the available precision",
 * Numer. Math. 18 (1971) 224-242; Hida, Li, Bailey, "Algorithms for quad-double precision
 * floating point arithmetic", ARITH 15 (2001). Relative error of each operation below 2^-103.
 * Not to be compiled with -ffast-math.
 */
#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/* The value is @high + @low, and @high is that sum rounded to a double. */
typedef struct
{
  double high;
  double low;
} MisWide;

#define MIS_WIDE_ZERO ((MisWide) { 0.0, 0.0 })

static inline MisWide
mis_wide (double value)
{
  return (MisWide) { value, 0.0 };
}

static inline double
mis_wide_get (MisWide a)
{
  return a.high + a.low;
}

/* The sum of two doubles, exactly. */
static inline MisWide
mis_wide_sum_of (double a, double b)
{
  double sum = a + b;
  double part = sum - a;

  return (MisWide) { sum, (a - (sum - part)) + (b - part) };
}

/* Likewise, where |a| >= |b|. */
static inline MisWide
mis_wide_renormalize (double a, double b)
{
  double sum = a + b;

  return (MisWide) { sum, b - (sum - a) };
}

/* The product of two doubles, exactly. */
static inline MisWide
mis_wide_product_of (double a, double b)
{
  double product = a * b;

  return (MisWide) { product, fma (a, b, -product) };
}

static inline MisWide
mis_wide_negate (MisWide a)
{
  return (MisWide) { -a.high, -a.low };
}

static inline MisWide
mis_wide_add (MisWide a, MisWide b)
{
  MisWide high = mis_wide_sum_of (a.high, b.high);
  MisWide low = mis_wide_sum_of (a.low, b.low);

  high = mis_wide_renormalize (high.high, high.low + low.high);
  return mis_wide_renormalize (high.high, high.low + low.low);
}

static inline MisWide
mis_wide_subtract (MisWide a, MisWide b)
{
  return mis_wide_add (a, mis_wide_negate (b));
}

static inline MisWide
mis_wide_multiply (MisWide a, MisWide b)
{
  MisWide product = mis_wide_product_of (a.high, b.high);

  return mis_wide_renormalize (product.high,
                               product.low + (a.high * b.low + a.low * b.high));
}

/* @a times a double. */
static inline MisWide
mis_wide_scale (MisWide a, double factor)
{
  MisWide product = mis_wide_product_of (a.high, factor);

  return mis_wide_renormalize (product.high, product.low + a.low * factor);
}

/* @b is not 0. */
static inline MisWide
mis_wide_divide (MisWide a, MisWide b)
{
  double first = a.high / b.high;
  MisWide rest = mis_wide_subtract (a, mis_wide_scale (b, first));
  double second = rest.high / b.high;
  MisWide quotient;

  rest = mis_wide_subtract (rest, mis_wide_scale (b, second));
  quotient = mis_wide_renormalize (first, second);
  return mis_wide_add (quotient, mis_wide (rest.high / b.high));
}

/* @a is not negative. */
static inline MisWide
mis_wide_sqrt (MisWide a)
{
  double root = sqrt (a.high);
  MisWide rest;

  if (root <= 0.0)
    return MIS_WIDE_ZERO;
  rest = mis_wide_subtract (a, mis_wide_product_of (root, root));
  return mis_wide_renormalize (root, rest.high / (2.0 * root));
}

/* The natural logarithm; @a is positive. By 2 atanh z = 2 (z + z^3/3 + z^5/5 + ...) of z = (f - 1)
 * / (f + 1), at most 0.172, where a = 2^e f. */
static inline MisWide
mis_wide_log (MisWide a)
{
  const MisWide log_2 = { 0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56 };
  int exponent;
  double part = frexp (a.high, &exponent);
  MisWide sum = MIS_WIDE_ZERO, square, z;

  if (part < M_SQRT1_2)
    exponent--;
  a = (MisWide) { ldexp (a.high, -exponent), ldexp (a.low, -exponent) };
  z = mis_wide_divide (mis_wide_add (a, mis_wide (-1.0)), mis_wide_add (a, mis_wide (1.0)));
  square = mis_wide_multiply (z, z);
  for (int k = 43; k > 0; k -= 2)
    sum = mis_wide_add (mis_wide_multiply (sum, square),
                        mis_wide_divide (mis_wide (1.0), mis_wide (k)));
  return mis_wide_add (mis_wide_scale (mis_wide_multiply (z, sum), 2.0),
                       mis_wide_scale (log_2, exponent));
}

/* Less than, equal to or greater than 0 as @a is to @b. */
static inline int
mis_wide_compare (MisWide a, MisWide b)
{
  if (a.high < b.high || (a.high <= b.high && a.low < b.low))
    return -1;
  return a.high > b.high || a.low > b.low ? 1 : 0;
}

static inline gboolean
mis_wide_is_positive (MisWide a)
{
  return a.high > 0.0;
}

G_END_DECLS
