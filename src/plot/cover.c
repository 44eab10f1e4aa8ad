/* Where a box covers the least of what is drawn. */
#include <math.h>

#include "plot/placement.h"

/* What is covered, against a point of distance: a square point of a box, a point of a curve, a
 * square point of a lesser box. */
static const double BOX_COST = 50;
static const double CURVE_COST = 40;
static const double LESSER_COST = 0.3;

/* So many points on curves leave no free place that were worth the search. */
static const guint MOST_POINTS = 4000;

/* Places tried: three relative to what the box belongs to, then evenly spread over the area. */
#define N_COLUMNS 9
#define N_LEVELS 17
#define N_BESIDE 3
#define N_ACROSS (N_BESIDE + N_COLUMNS)
#define N_DOWN (N_BESIDE + N_LEVELS)

static double
overlap (double from, double length, double other_from, double other_length)
{
  return MAX (0, MIN (from + length, other_from + other_length) - MAX (from, other_from));
}

static double
covered_boxes (const GArray *boxes, const MisRect *box)
{
  double sum = 0;

  for (guint i = 0; i < boxes->len; i++)
    {
      const MisRect *other = &g_array_index (boxes, MisRect, i);

      sum += overlap (box->x, box->width, other->x, other->width) *
             overlap (box->y, box->height, other->y, other->height);
    }
  return sum;
}

/* How much of a..b is under the box; a little more where it is neither level nor upright. */
static double
covered_segment (const MisRect *box, MisPoint a, MisPoint b)
{
  double left, right, from, to, across = b.x - a.x;

  if (across < 0)
    return covered_segment (box, b, a);
  left = MAX (a.x, box->x);
  right = MIN (b.x, box->x + box->width);
  if (left > right)
    return 0;
  from = across > 0 ? a.y + (b.y - a.y) * (left - a.x) / across : a.y;
  to = across > 0 ? a.y + (b.y - a.y) * (right - a.x) / across : b.y;
  if (MAX (from, to) < box->y || MIN (from, to) > box->y + box->height)
    return 0;
  return MAX (right - left, overlap (MIN (from, to), fabs (to - from), box->y, box->height));
}

static double
covered_curves (const MisPlacement *placement, const MisRect *box)
{
  double sum = 0;

  for (guint i = 0; i < placement->n_polylines; i++)
    {
      const MisPolyline *polyline = &placement->polylines[i];

      for (guint run = 0; run < polyline->n_runs; run++)
        for (guint k = polyline->starts[run] + 1; k < polyline->starts[run + 1]; k++)
          sum += covered_segment (box, polyline->points[k - 1], polyline->points[k]);
    }
  return sum;
}

static guint
count_points (const MisPlacement *placement)
{
  guint n = 0;

  for (guint i = 0; i < placement->n_polylines; i++)
    n += placement->polylines[i].n;
  return n;
}

/* The way between the two; where that is the same, the more level one is nearer. */
static double
distance (const MisRect *box, const MisRect *around)
{
  double across = MAX (around->x - box->x - box->width, box->x - around->x - around->width);
  double down = MAX (around->y - box->y - box->height, box->y - around->y - around->height);
  double middle = box->y + box->height / 2 - around->y - around->height / 2;

  return hypot (MAX (0, across), MAX (0, down)) + 0.05 * fabs (middle);
}

/* A length from one of the places beside, or from those that are spread over the area. */
static double
get_start (
    const double *beside, guint index, guint n, double length, double area_from, double area_length)
{
  double start = index < N_BESIDE
                     ? beside[index]
                     : area_from + (area_length - length) * (index - N_BESIDE) / (n - 1);

  return MAX (area_from, MIN (start, area_from + area_length - length));
}

/* Place number @index: right, left, in the middle or anywhere; level, above, below or anywhere. */
static void
put (const MisRect *area, const MisRect *around, double gap, guint index, MisRect *box)
{
  const double xs[N_BESIDE] = { around->x + around->width + gap, around->x - gap - box->width,
                                around->x + (around->width - box->width) / 2 };
  const double ys[N_BESIDE] = { around->y + (around->height - box->height) / 2,
                                around->y - gap - box->height, around->y + around->height + gap };

  box->x = get_start (xs, index % N_ACROSS, N_COLUMNS, box->width, area->x, area->width);
  box->y = get_start (ys, index / N_ACROSS, N_LEVELS, box->height, area->y, area->height);
}

void
mis_placement_cover_least (const MisPlacement *placement,
                           const GArray *lesser,
                           const MisRect *around,
                           double gap,
                           MisRect *box)
{
  const gboolean has_curves = count_points (placement) <= MOST_POINTS;
  double least = INFINITY;
  MisRect trial = *box;

  for (guint i = 0; i < N_ACROSS * N_DOWN; i++)
    {
      double cost;

      put (&placement->area, around, gap, i, &trial);
      cost = distance (&trial, around);
      if (cost < least)
        cost += BOX_COST * covered_boxes (placement->boxes, &trial) +
                LESSER_COST * covered_boxes (lesser, &trial);
      if (cost < least && has_curves)
        cost += CURVE_COST * covered_curves (placement, &trial);
      if (cost >= least)
        continue;
      least = cost;
      *box = trial;
    }
}
