#include "sim/sampler.h"

#include <math.h>
#include <string.h>

/* Fowler, Noll and Vo's hash 1a of 64 bits: where two of a million values meet, once in 10^7
 * projects, they are drawn alike. */
#define HASH_BEGIN G_GUINT64_CONSTANT (14695981039346656037)
#define HASH_FACTOR G_GUINT64_CONSTANT (1099511628211)

struct _MisSampler
{
  MisUncertainty *uncertainty;
  MisRanges ranges;
  gboolean is_root; /* whether expectations are taken of the roots of weights */
  guint n;
  const MisUncertain *list; /* (array length=n) */
  guint64 *parts;           /* (array length=n): of the stream of each run */
  double *values;           /* (array length=n): of the latest draw */
};

double
mis_range_draw (double part, double low, double value, double high, MisRanges ranges)
{
  double width = high - low;
  double drawn;

  if (ranges == MIS_RANGES_UNIFORM)
    drawn = low + part * width;
  else if (part * width < value - low)
    drawn = low + sqrt (part * width * (value - low));
  else
    drawn = high - sqrt ((1.0 - part) * width * (high - value));
  return CLAMP (drawn, low, high);
}

double
mis_range_mean (double low, double value, double high, MisRanges ranges)
{
  return ranges == MIS_RANGES_UNIFORM ? (low + high) / 2.0 : (low + value + high) / 3.0;
}

/* E sqrt w where the density of w rises from 0 at @low evenly to @high, or the other way round.
 * With s = sqrt w: the integral of s (s^2 - low) 2s over s is that of a polynomial, so 3 nodes give
 * it (Gauss and Legendre), without a difference of large terms. */
static double
mean_root_of_side (double from, double to)
{
  static const double nodes[] = { -0.774596669241483377, 0.0, 0.774596669241483377 };
  static const double factors[] = { 5.0 / 18.0, 8.0 / 18.0, 5.0 / 18.0 };
  double begin = sqrt (from), end = sqrt (to), sum = 0.0, total = begin + end;

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    {
      double t = (1.0 + nodes[i]) / 2.0;
      double s = begin + t * (end - begin);

      /* (s^2 - from) / (to - from) = t (s + begin) / total, and dw = 2s ds */
      sum += factors[i] * s * t * (s + begin) / total * 4.0 * s / total;
    }
  return total > 0.0 ? sum : 0.0;
}

double
mis_range_mean_root (double low, double value, double high, MisRanges ranges)
{
  double from = sqrt (low), to = sqrt (high);

  if (!(low < high))
    return from;
  if (ranges == MIS_RANGES_UNIFORM)
    return 2.0 / 3.0 * (high + from * to + low) / (from + to);
  return ((value - low) * mean_root_of_side (low, value) +
          (high - value) * mean_root_of_side (high, value)) /
         (high - low);
}

static guint64
hash (guint64 before, const char *id)
{
  /* The NUL at the end too, so that no two lists of ids are the same bytes. */
  for (const char *byte = id; byte == id || byte[-1] != '\0'; byte++)
    before = (before ^ (guint8)*byte) * HASH_FACTOR;
  return before;
}

static const char *
get_goal_id (const MisArea *area, int goal)
{
  return goal == MIS_NO_GOAL ? "" : mis_area_get_goal (area, (guint) goal)->id;
}

/* What it is, whatever its place in the lists of the project. */
static guint64
find_part (const MisWorld *world, const MisUncertain *value)
{
  const MisArea *area = mis_world_get_area (world, value->area);
  guint64 key = hash (HASH_BEGIN, mis_area_get_id (area));
  const char *g = get_goal_id (area, value->g);
  const char *h = get_goal_id (area, value->h);

  if (value->agent >= 0)
    return hash (hash (key, "weight"), mis_world_get_agent (world, (guint) value->agent)->id);
  key = hash (key, "conflict");
  return strcmp (g, h) < 0 ? hash (hash (key, g), h) : hash (hash (key, h), g);
}

MisSampler *
mis_sampler_new (MisWorld *world, MisRanges ranges)
{
  MisSampler *self = g_new0 (MisSampler, 1);

  self->uncertainty = mis_uncertainty_new (world);
  self->ranges = ranges;
  self->is_root = mis_world_get_scoring (world)->weight_mean == MIS_WEIGHT_MEAN_GEOMETRIC;
  self->list = mis_uncertainty_list (self->uncertainty, &self->n);
  self->parts = g_new (guint64, self->n);
  self->values = g_new (double, self->n);
  for (guint i = 0; i < self->n; i++)
    self->parts[i] = find_part (world, &self->list[i]);
  return self;
}

void
mis_sampler_free (MisSampler *self)
{
  mis_uncertainty_free (self->uncertainty);
  g_free (self->parts);
  g_free (self->values);
  g_free (self);
}

static gboolean
has_uncertain_conflict (const MisArea *area)
{
  guint n;
  const MisConflict *conflicts = mis_area_get_conflicts (area, &n);

  for (guint i = 0; i < n; i++)
    if (conflicts[i].low < conflicts[i].high)
      return TRUE;
  return FALSE;
}

gboolean
mis_sampler_has_ranges (const MisWorld *world)
{
  for (guint area = 0; area < mis_world_get_n_areas (world); area++)
    {
      if (has_uncertain_conflict (mis_world_get_area (world, area)))
        return TRUE;
      for (guint agent = 0; agent < mis_world_get_n_agents (world); agent++)
        {
          MisPosition position = mis_world_get_position (world, agent, area);

          if (position.low < position.high)
            return TRUE;
        }
    }
  return FALSE;
}

double
mis_sampler_run (MisSampler *self, MisStream *stream)
{
  for (guint i = 0; i < self->n; i++)
    {
      const MisUncertain *it = &self->list[i];

      mis_stream_seek (stream, self->parts[i]);
      self->values[i] =
          mis_range_draw (mis_stream_uniform (stream), it->low, it->value, it->high, self->ranges);
    }
  return mis_uncertainty_score (self->uncertainty, self->values);
}

double
mis_sampler_get_expectation (MisSampler *self)
{
  if (!mis_uncertainty_expects (self->uncertainty))
    return NAN;
  for (guint i = 0; i < self->n; i++)
    {
      const MisUncertain *it = &self->list[i];
      double root = mis_range_mean_root (it->low, it->value, it->high, self->ranges);

      self->values[i] = it->agent >= 0 && self->is_root
                            ? root * root
                            : mis_range_mean (it->low, it->value, it->high, self->ranges);
    }
  return mis_uncertainty_score (self->uncertainty, self->values);
}
