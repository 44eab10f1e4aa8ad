/* The names of series beside their polylines: at the right ends, or inside the plot. */
#include <math.h>

#include "plot/layout-private.h"

/* Lengths in font sizes. */
static const double CURVE_GAP = 0.3;
static const double MARKER_GAP = 0.5;

static const double ENDS_SLACK = 0.02;   /* how far from the right edge a curve may end */
static const double FARTHEST_MOVE = 1.3; /* of a name from the end of its curve, in lines */
static const double MEET = 0.1;          /* in lines: ends nearer than this are one */
static const guint MOST_NAMES = 5;
static const guint N_COLUMNS = 40; /* places tried along a curve */

/* The name of a series, measured once. */
typedef struct
{
  guint series;
  double width;
  double gap; /* between its curve and itself */
} Name;

static gboolean
is_bold (const MisSeries *series)
{
  return (series->flags & MIS_SERIES_EMPHASIZED) != 0;
}

/* All series that have a name. */
static GArray *
list_named (const MisLayout *self)
{
  GArray *named = g_array_new (FALSE, FALSE, sizeof (Name));

  for (guint i = 0; i < self->chart->series->len; i++)
    {
      const MisSeries *series = mis_chart_get_series (self->chart, i);
      Name name = { .series = i };

      if (*series->name == '\0')
        continue;
      name.width = mis_font_get_width (self->font, series->name, self->em, is_bold (series));
      name.gap = (series->flags & MIS_SERIES_MARKERS) != 0 ? MARKER_GAP : CURVE_GAP;
      name.gap *= self->em;
      g_array_append_val (named, name);
    }
  return named;
}

static const Name *
get_name (const GArray *named, guint index)
{
  return &g_array_index (named, Name, index);
}

/* Adds the name of a series; @baseline and @x as the anchor says. */
static void
add_name (MisLayout *self, guint series, double x, double baseline)
{
  const MisSeries *own = mis_chart_get_series (self->chart, series);
  MisLabel *label =
      mis_layout_add_label (self, MIS_TEXT_GROUP_SERIES, (int)series, g_strdup (own->name), x,
                            baseline, MIS_ANCHOR_START, own->color);

  label->bold = is_bold (own);
}

static gboolean
last_point (const MisSeries *series, double *x, double *y)
{
  for (guint i = series->n; i > 0; i--)
    if (isfinite (series->xs[i - 1]) && isfinite (series->ys[i - 1]))
      {
        *x = series->xs[i - 1];
        *y = series->ys[i - 1];
        return TRUE;
      }
  return FALSE;
}

/* Whether two ends are as one, so that nobody could say which name is whose. */
static gboolean
any_meet (const double *places, guint n, double near)
{
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < i; k++)
      if (fabs (places[i] - places[k]) < near)
        return TRUE;
  return FALSE;
}

/* Where the names would stand at the right ends, spread; NULL if they had to go too far. */
static double *
spread_ends (const MisLayout *self, const GArray *named)
{
  g_autofree double *places = g_new (double, named->len + 1);
  double line = mis_layout_line_height (self, self->em);

  for (guint i = 0; i < named->len; i++)
    {
      const MisSeries *series = mis_chart_get_series (self->chart, get_name (named, i)->series);
      double x, y, up;

      if (!last_point (series, &x, &y) || mis_scale_to_unit (&self->x_scale, x) < 1 - ENDS_SLACK)
        return NULL;
      up = mis_scale_to_unit (&self->y_scale, y);
      if (!(up >= 0 && up <= 1))
        return NULL;
      places[i] = self->plot.y + (1 - up) * self->plot.height;
    }
  if (any_meet (places, named->len, MEET * line)
      || mis_placement_spread (places, named->len, line, self->plot.y,
                            self->plot.y + self->plot.height) > FARTHEST_MOVE * line)
    return NULL;
  return g_steal_pointer (&places);
}

static gboolean
too_many_names (const MisLayout *self, const GArray *named)
{
  return named->len > MOST_NAMES && self->chart->legend != MIS_LEGEND_DIRECT;
}

double
mis_names_ends_width (MisLayout *self)
{
  g_autoptr (GArray) named = list_named (self);
  double widest = 0;

  for (guint i = 0; i < named->len; i++)
    widest = MAX (widest, get_name (named, i)->width);
  return widest > 0 ? widest + MIS_END_GAP * self->em : 0;
}

gboolean
mis_names_fit_ends (MisLayout *self)
{
  g_autoptr (GArray) named = list_named (self);
  g_autofree double *places = NULL;

  if (too_many_names (self, named) ||
      mis_names_ends_width (self) > MIS_ENDS_SHARE * self->frame.width)
    return FALSE;
  places = spread_ends (self, named);
  return places != NULL;
}

static void
add_end_names (MisLayout *self, const GArray *named)
{
  g_autofree double *places = spread_ends (self, named);
  double x = self->plot.x + self->plot.width + MIS_END_GAP * self->em;

  g_assert (places != NULL);
  for (guint i = 0; i < named->len; i++)
    add_name (self, get_name (named, i)->series, x,
              mis_layout_center_line (self, places[i], self->em));
}

/* The best place at column @x, above or below the curve. */
static double
best_side (
    const MisLayout *self, const MisPlacement *placement, const Name *name, double x, MisRect *best)
{
  double best_score = -1;

  for (int below = 0; below < 2; below++)
    {
      MisRect box = { 0, 0, name->width, mis_layout_line_height (self, self->em) };
      double score =
          mis_placement_beside_curve (placement, name->series, x, !below, name->gap, &box);

      if (score > best_score)
        {
          best_score = score;
          *best = box;
        }
    }
  return best_score;
}

static double
column (const MisLayout *self, guint index)
{
  return self->plot.x + self->plot.width * (index + 0.5) / N_COLUMNS;
}

/* Places all names with their middles in one column; the score is that of the worst. */
static double
place_in_column (
    const MisLayout *self, MisPlacement *placement, const GArray *named, double x, MisRect *boxes)
{
  guint n_before = placement->boxes->len;
  double worst = INFINITY;

  for (guint i = 0; i < named->len && worst >= 0; i++)
    {
      worst = MIN (worst, best_side (self, placement, get_name (named, i), x, &boxes[i]));
      if (worst >= 0)
        mis_placement_add_box (placement, &boxes[i]);
    }
  g_array_set_size (placement->boxes, n_before);
  return worst;
}

/* Places one name after the other, each where it is best. */
static double
place_freely (const MisLayout *self, MisPlacement *placement, const GArray *named, MisRect *boxes)
{
  guint n_before = placement->boxes->len;
  double worst = INFINITY;

  for (guint i = 0; i < named->len && worst >= 0; i++)
    {
      double best = -1;

      for (guint k = 0; k < N_COLUMNS; k++)
        {
          MisRect box;
          double score = best_side (self, placement, get_name (named, i), column (self, k), &box);

          if (score > best)
            {
              best = score;
              boxes[i] = box;
            }
        }
      worst = MIN (worst, best);
      if (worst >= 0)
        mis_placement_add_box (placement, &boxes[i]);
    }
  g_array_set_size (placement->boxes, n_before);
  return worst;
}

/* Names in one column are easier to read than scattered ones, if they are nearly as well placed. */
static gboolean
place_names (const MisLayout *self, MisPlacement *placement, const GArray *named, MisRect *boxes)
{
  g_autofree MisRect *trial = g_new (MisRect, named->len + 1);
  double best = -1;
  double freely;

  for (guint k = 0; k < N_COLUMNS; k++)
    {
      double score = place_in_column (self, placement, named, column (self, k), trial);

      if (score <= best)
        continue;
      best = score;
      for (guint i = 0; i < named->len; i++)
        boxes[i] = trial[i];
    }
  freely = place_freely (self, placement, named, trial);
  if (freely < 0 || 0.7 * freely <= best)
    return best >= 0;
  for (guint i = 0; i < named->len; i++)
    boxes[i] = trial[i];
  return TRUE;
}

static gboolean
add_inside_names (MisLayout *self, MisPlacement *placement, const GArray *named)
{
  g_autofree MisRect *boxes = g_new (MisRect, named->len + 1);

  if (too_many_names (self, named) || !place_names (self, placement, named, boxes))
    return FALSE;
  for (guint i = 0; i < named->len; i++)
    {
      add_name (self, get_name (named, i)->series, boxes[i].x,
                mis_labels_get_baseline (self, &boxes[i]));
      mis_placement_add_box (placement, &boxes[i]);
    }
  return TRUE;
}

gboolean
mis_names_add (MisLayout *self, MisPlacement *placement)
{
  g_autoptr (GArray) named = list_named (self);

  if (self->names == MIS_NAMES_AT_ENDS)
    add_end_names (self, named);
  return self->names != MIS_NAMES_INSIDE || add_inside_names (self, placement, named);
}
