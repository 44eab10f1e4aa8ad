#include "plot/placement.h"

#include <math.h>

/* How far from a point a label may stand, in heights of it. */
static const double BESIDE = 1.2;
static const double NEAR = 3.5; /* under an arch, say, that is too narrow for it at the top */

void
mis_placement_init (MisPlacement *placement,
                    const MisRect *area,
                    const MisPolyline *polylines,
                    guint n_polylines)
{
  placement->area = *area;
  placement->boxes = g_array_new (FALSE, FALSE, sizeof (MisRect));
  placement->polylines = polylines;
  placement->n_polylines = n_polylines;
}

void
mis_placement_clear (MisPlacement *placement)
{
  g_clear_pointer (&placement->boxes, g_array_unref);
}

void
mis_placement_add_box (MisPlacement *placement, const MisRect *box)
{
  g_array_append_val (placement->boxes, *box);
}

/* The part of a..b whose x lies between @left and @right, as its range of y. */
static gboolean
cut_segment (MisPoint a, MisPoint b, double left, double right, double *low, double *high)
{
  double from, to;

  if (a.x > b.x)
    {
      MisPoint other = a;

      a = b;
      b = other;
    }
  if (b.x < left || a.x > right)
    return FALSE;
  from = a.x < left ? a.y + (b.y - a.y) * (left - a.x) / (b.x - a.x) : a.y;
  to = b.x > right ? a.y + (b.y - a.y) * (right - a.x) / (b.x - a.x) : b.y;
  *low = MIN (from, to);
  *high = MAX (from, to);
  return TRUE;
}

/* The vertical distance from a box to a segment: 0 if they touch, INFINITY if none is above it. */
static double
segment_distance (const MisRect *box, MisPoint a, MisPoint b, double margin)
{
  double low, high;

  if (!cut_segment (a, b, box->x - margin, box->x + box->width + margin, &low, &high))
    return INFINITY;
  return MAX (0, MAX (low - (box->y + box->height), box->y - high));
}

static double
polyline_distance (const MisPolyline *polyline, const MisRect *box, double margin)
{
  double nearest = INFINITY;

  for (guint run = 0; run < polyline->n_runs; run++)
    {
      guint from = polyline->starts[run], to = polyline->starts[run + 1];

      if (to - from == 1)
        nearest = MIN (
          nearest, segment_distance (box, polyline->points[from], polyline->points[from], margin));
      for (guint i = from + 1; i < to && nearest > 0; i++)
        nearest = MIN (
          nearest, segment_distance (box, polyline->points[i - 1], polyline->points[i], margin));
    }
  return nearest;
}

static gboolean
is_free_of_boxes (const MisPlacement *placement, const MisRect *box)
{
  for (guint i = 0; i < placement->boxes->len; i++)
    if (mis_rect_overlaps (&g_array_index (placement->boxes, MisRect, i), box))
      return FALSE;
  return mis_rect_contains (&placement->area, box->x, box->y) &&
         mis_rect_contains (&placement->area, box->x + box->width, box->y + box->height);
}

double
mis_placement_get_clearance (const MisPlacement *placement,
                             const MisRect *box,
                             int own,
                             double enough)
{
  double clearance = enough;

  if (!is_free_of_boxes (placement, box))
    return -1;
  for (guint i = 0; i < placement->n_polylines; i++)
    {
      double distance = polyline_distance (&placement->polylines[i], box, box->height / 4);

      if (distance <= 0)
        return -1;
      if ((int)i != own)
        clearance = MIN (clearance, distance);
    }
  return clearance;
}

/* The range of y of a curve between two x; FALSE if it does not reach from one to the other. */
static gboolean
polyline_range (const MisPolyline *polyline, double left, double right, double *low, double *high)
{
  double first = INFINITY, last = -INFINITY;

  *low = INFINITY;
  *high = -INFINITY;
  for (guint run = 0; run < polyline->n_runs; run++)
    for (guint i = polyline->starts[run] + 1; i < polyline->starts[run + 1]; i++)
      {
        MisPoint a = polyline->points[i - 1], b = polyline->points[i];
        double lowest, highest;

        if (!cut_segment (a, b, left, right, &lowest, &highest))
          continue;
        *low = MIN (*low, lowest);
        *high = MAX (*high, highest);
        first = MIN (first, MIN (a.x, b.x));
        last = MAX (last, MAX (a.x, b.x));
      }
  return first <= left && last >= right;
}

double
mis_placement_beside_curve (
    const MisPlacement *placement, guint own, double x, gboolean above, double gap, MisRect *box)
{
  double low, high, clearance;
  double enough = 2.5 * box->height;

  box->x = x - box->width / 2;
  if (!polyline_range (&placement->polylines[own], box->x, box->x + box->width, &low, &high))
    return -1;
  box->y = above ? low - gap - box->height : high + gap;
  clearance = mis_placement_get_clearance (placement, box, (int)own, enough);
  if (clearance < 1.15 * gap || high - low > 1.5 * box->height)
    return -1;
  /* Where the curve is steep only one corner is near it; and above is where one looks first. */
  return MAX (0, clearance + enough - (high - low) - (above ? 0 : box->height / 2));
}

static void
put_beside (MisRect *box, MisPoint point, MisPoint direction, double distance)
{
  box->x = point.x + direction.x * distance - box->width * (1 - direction.x) / 2;
  box->y = point.y + direction.y * distance -
           box->height * (direction.y < 0   ? 1
                          : direction.y > 0 ? 0
                                            : 0.5);
}

/* Up to @farthest further away than @gap. */
static gboolean
find_beside (
    const MisPlacement *placement, MisPoint point, double gap, double farthest, MisRect *box)
{
  static const MisPoint directions[] = { { 1, -0.7 },  { -1, -0.7 }, { 1, 0.7 },  { -1, 0.7 },
                                         { 0, -1 },    { 0, 1 },     { 1, 0 },    { -1, 0 },
                                         { 0.5, -1 },  { -0.5, -1 }, { 0.5, 1 },  { -0.5, 1 } };

  for (double distance = gap; distance < gap + farthest; distance += box->height / 4)
    for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
      {
        put_beside (box, point, directions[i], distance);
        if (mis_placement_get_clearance (placement, box, -1, gap) >= 0)
          return TRUE;
      }
  return FALSE;
}

gboolean
mis_placement_beside_point (const MisPlacement *placement, MisPoint point, double gap, MisRect *box)
{
  return find_beside (placement, point, gap, BESIDE * box->height, box);
}

gboolean
mis_placement_near_point (const MisPlacement *placement, MisPoint point, double gap, MisRect *box)
{
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (MisRect));
  const MisRect around = { point.x, point.y, 0, 0 };

  if (find_beside (placement, point, gap, NEAR * box->height, box))
    return TRUE;
  mis_placement_cover_least (placement, nothing, &around, gap, box);
  return is_free_of_boxes (placement, box);
}

/* Places of one cluster stand @distance apart around the mean of where they want to be. */
typedef struct
{
  double sum; /* of wishes, each less its offset in the cluster */
  guint n;
} Cluster;

static double
cluster_start (const Cluster *cluster, double distance, double low, double high)
{
  double wish = cluster->sum / cluster->n;

  return MAX (low, MIN (wish, high - distance * (cluster->n - 1)));
}

/* Puts place number @index in a cluster of its own, and joins it to those that it would touch. */
static guint
add_to_clusters (Cluster *clusters, guint n, double wish, double distance, double low, double high)
{
  clusters[n++] = (Cluster){ wish, 1 };
  while (n > 1)
    {
      Cluster *left = &clusters[n - 2];
      const Cluster *right = &clusters[n - 1];
      double end = cluster_start (left, distance, low, high) + distance * left->n;

      if (end <= cluster_start (right, distance, low, high))
        break;
      left->sum += right->sum - right->n * (distance * left->n);
      left->n += right->n;
      n--;
    }
  return n;
}

double
mis_placement_spread (double *places, guint n, double distance, double low, double high)
{
  g_autofree Cluster *clusters = g_new (Cluster, n + 1);
  g_autofree guint *order = g_new (guint, n + 1);
  guint n_clusters = 0, at = 0;
  double longest = 0;

  for (guint i = 0; i < n; i++)
    {
      guint k;

      for (k = i; k > 0 && places[order[k - 1]] > places[i]; k--)
        order[k] = order[k - 1];
      order[k] = i;
    }
  for (guint i = 0; i < n; i++)
    n_clusters = add_to_clusters (clusters, n_clusters, places[order[i]], distance, low, high);
  for (guint i = 0; i < n_clusters; i++)
    for (guint k = 0; k < clusters[i].n; k++, at++)
      {
        double place = cluster_start (&clusters[i], distance, low, high) + distance * k;

        longest = MAX (longest, fabs (place - places[order[at]]));
        places[order[at]] = place;
      }
  return (n > 0 ? n - 1 : 0) * distance > high - low ? (double)INFINITY : longest;
}
