#include "sim/draw.h"

#include <gsl/gsl_randist.h>

/* GSL 2.7 squares the distance from the mean in an int, which holds 46,340: at 10^8 agents that is
 * 9 standard deviations. More agents are drawn in parts. */
#define MOST_AT_ONCE G_GUINT64_CONSTANT (100000000)

guint64
mis_draw_binomial (MisStream *stream, guint64 n, double p)
{
  guint64 first = MIN (n, MOST_AT_ONCE);
  guint64 drawn = 0;

  if (p >= 1.0)
    return n;
  if (p <= 0.0)
    return 0;
  for (; n > 0; n -= first, first = MIN (n, MOST_AT_ONCE))
    drawn += gsl_ran_binomial (&stream->rng, p, (unsigned int) first);
  return drawn;
}

/* Each choice takes its part of those that are left, the last one all: nobody is lost. */
void
mis_draw_even (MisStream *stream, guint64 n, guint k, guint64 *counts)
{
  for (guint i = 0; i < k; i++)
    {
      counts[i] = i + 1 < k ? mis_draw_binomial (stream, n, 1.0 / (k - i)) : n;
      n -= counts[i];
    }
}

void
mis_draw_by_shares (
  MisStream *stream, guint64 n, guint k, const double *shares, guint64 *counts)
{
  double left = 1.0;

  for (guint i = 0; i < k; i++)
    {
      counts[i] = i + 1 < k && left > 0.0 ? mis_draw_binomial (stream, n, shares[i] / left)
                  : i + 1 < k             ? 0
                                          : n;
      n -= counts[i];
      left -= shares[i];
    }
}

void
mis_draw_dirichlet (
  MisStream *stream, guint k, double concentration, double *shares, double *scratch)
{
  for (guint i = 0; i < k; i++)
    scratch[i] = concentration;
  gsl_ran_dirichlet (&stream->rng, k, scratch, shares);
}
