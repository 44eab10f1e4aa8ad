/* The labels of reference lines and of points; names of series are in names.c. */
#include <math.h>

#include "plot/layout-private.h"

/* Lengths in font sizes. */
static const double CURVE_GAP = 0.3;
static const double POINT_RADIUS = 0.5;

static const guint N_COLUMNS = 40; /* places tried along a line */

double
mis_labels_get_baseline (const MisLayout *self, const MisRect *box)
{
  return box->y + mis_font_get_ascent (self->font, self->em);
}

static const MisReference *
get_reference (const MisLayout *self, guint index)
{
  return &g_array_index (self->chart->references, MisReference, index);
}

static gboolean
is_rung (const MisLayout *self, const MisReference *reference)
{
  const double up = mis_scale_to_unit (&self->y_scale, reference->value);

  return reference->axis == MIS_AXIS_Y && *reference->label != '\0' && up >= 0 && up <= 1;
}

/* Several horizontal lines are told apart best where they end, as rungs of a ladder. */
double
mis_labels_ladder_width (MisLayout *self)
{
  double widest = 0;
  guint n = 0;

  for (guint i = 0; i < self->chart->references->len; i++)
    if (is_rung (self, get_reference (self, i)))
      {
        widest = MAX (widest, mis_font_get_width (self->font, get_reference (self, i)->label,
                                                  self->em, FALSE));
        n++;
      }
  widest += MIS_END_GAP * self->em;
  return n > 1 && self->names != MIS_NAMES_AT_ENDS && !mis_key_is_column (self)
                 && widest <= MIS_ENDS_SHARE * self->frame.width
             ? widest
             : 0;
}

/* At the right ends of their lines, as near to them as they can all be. */
static void
add_ladder (MisLayout *self)
{
  const guint n = self->chart->references->len;
  const double line = mis_layout_line_height (self, self->em);
  g_autofree double *places = g_new (double, n + 1);
  g_autofree guint *rungs = g_new (guint, n + 1);
  guint n_rungs = 0;

  for (guint i = 0; i < n; i++)
    if (is_rung (self, get_reference (self, i)))
      {
        places[n_rungs] = self->plot.y
                          + (1 - mis_scale_to_unit (&self->y_scale, get_reference (self, i)->value))
                                * self->plot.height;
        rungs[n_rungs++] = i;
      }
  mis_placement_spread (places, n_rungs, line, self->plot.y, self->plot.y + self->plot.height);
  for (guint i = 0; i < n_rungs; i++)
    mis_layout_add_label (self, MIS_TEXT_GROUP_REFERENCE, (int)rungs[i],
                          g_strdup (get_reference (self, rungs[i])->label),
                          self->plot.x + self->plot.width + MIS_END_GAP * self->em,
                          mis_layout_center_line (self, places[i], self->em), MIS_ANCHOR_START,
                          MIS_COLOR_REFERENCE);
}

/* A horizontal line carries its label where most room is, at its right end rather than its left. */
static void
add_reference_label (MisLayout *self, MisPlacement *placement, guint index, guint curve)
{
  const MisReference *reference = get_reference (self, index);
  const double width = mis_font_get_width (self->font, reference->label, self->em, FALSE);
  MisRect best = { 0 };
  double best_score = -1;

  for (guint k = 0; k < 2 * N_COLUMNS; k++)
    {
      double side = 1 - (k / 2 + 0.5) / N_COLUMNS;
      MisRect box = { 0, 0, width, mis_layout_line_height (self, self->em) };
      double room = self->plot.width - box.width;
      double score =
          mis_placement_beside_curve (placement, curve, self->plot.x + box.width / 2 + side * room,
                                      k % 2 == 0, CURVE_GAP / 2 * self->em, &box);

      if (room > 0 && score >= 0 && score + side * self->em > best_score)
        {
          best_score = score + side * self->em;
          best = box;
        }
    }
  if (best_score < 0)
    return;
  mis_placement_add_box (placement, &best);
  mis_layout_add_label (self, MIS_TEXT_GROUP_REFERENCE, (int)index, g_strdup (reference->label),
                        best.x, mis_labels_get_baseline (self, &best), MIS_ANCHOR_START,
                        MIS_COLOR_REFERENCE);
}

static MisPoint
mark_place (const MisLayout *self, guint index)
{
  const MisMark *mark = &g_array_index (self->chart->marks, MisMark, index);

  return mis_polyline_place (&self->x_scale, &self->y_scale, &self->plot, mark->x, mark->y);
}

static void
add_mark_boxes (const MisLayout *self, MisPlacement *placement)
{
  double radius = POINT_RADIUS * self->em;

  for (guint i = 0; i < self->chart->marks->len; i++)
    {
      MisPoint at = mark_place (self, i);
      const MisRect box = { at.x - radius, at.y - radius, 2 * radius, 2 * radius };

      if (!isnan (at.x))
        mis_placement_add_box (placement, &box);
    }
}

/* Beside the point, on a reference line rather than far away; else where it covers least. Above a
 * summit it may reach up as far as the topmost label of the axis does. */
static gboolean
place_mark_label (const MisLayout *self, MisPlacement *placement, MisPoint at, MisRect *box)
{
  const double gap = (POINT_RADIUS + 0.25) * self->em;
  const guint n_polylines = placement->n_polylines;
  const MisRect area = placement->area;
  const double above = mis_layout_has (self, MIS_FEATURE_TICKS) ? box->height / 2 : 0;
  gboolean found;

  placement->area.y -= above;
  placement->area.height += above;
  found = mis_placement_beside_point (placement, at, gap, box);
  placement->n_polylines = self->n_shapes;
  found = found || mis_placement_beside_point (placement, at, gap, box);
  placement->n_polylines = n_polylines;
  found = found || mis_placement_near_point (placement, at, gap, box);
  placement->area = area;
  return found;
}

static void
add_mark_label (MisLayout *self, MisPlacement *placement, guint index)
{
  const MisMark *mark = &g_array_index (self->chart->marks, MisMark, index);
  MisPoint at = mark_place (self, index);
  g_autofree char *text = NULL;
  MisRect box;
  MisLabel *label;

  if (isnan (at.x) || !mis_rect_contains (&self->plot, at.x, at.y) || *mark->label == '\0')
    return;
  text = mis_font_ellipsize (self->font, mark->label, self->em, TRUE, 0.8 * self->plot.width);
  box = (MisRect){ 0, 0, mis_font_get_width (self->font, text, self->em, TRUE),
                   mis_layout_line_height (self, self->em) };
  if (*text == '\0' || !place_mark_label (self, placement, at, &box))
    return;
  mis_placement_add_box (placement, &box);
  label =
      mis_layout_add_label (self, MIS_TEXT_GROUP_MARK, (int)index, g_steal_pointer (&text), box.x,
                            mis_labels_get_baseline (self, &box), MIS_ANCHOR_START, MIS_COLOR_TEXT);
  label->bold = TRUE;
}

/* The lines that labels keep away from: those of the series, then the reference lines. */
static MisPolyline *
list_polylines (const MisLayout *self, guint *n)
{
  guint n_references = self->chart->references->len;
  MisPolyline *polylines = g_new0 (MisPolyline, self->n_shapes + n_references + 1);

  for (guint i = 0; i < self->n_shapes; i++)
    polylines[i] = self->shapes[i].line;
  for (guint i = 0; i < n_references; i++)
    {
      const MisReference *reference = get_reference (self, i);
      const gboolean upright = reference->axis == MIS_AXIS_X;
      const double xs[] = { upright ? reference->value : self->x_scale.min,
                            upright ? reference->value : self->x_scale.max };
      const double ys[] = { upright ? self->y_scale.min : reference->value,
                            upright ? self->y_scale.max : reference->value };

      mis_polyline_init (&polylines[self->n_shapes + i], &self->x_scale, &self->y_scale,
                         &self->plot, xs, ys, NULL, 2);
    }
  *n = self->n_shapes + n_references;
  return polylines;
}

gboolean
mis_labels_lay_out (MisLayout *self)
{
  guint n_polylines;
  g_autofree MisPolyline *polylines = list_polylines (self, &n_polylines);
  MisPlacement placement;
  gboolean placed;

  mis_placement_init (&placement, &self->plot, polylines, n_polylines);
  add_mark_boxes (self, &placement);
  placed = mis_names_add (self, &placement);
  for (guint i = 0; i < self->chart->marks->len; i++)
    add_mark_label (self, &placement, i);
  if (mis_labels_ladder_width (self) > 0)
    add_ladder (self);
  for (guint i = 0; mis_labels_ladder_width (self) <= 0 && i < self->chart->references->len; i++)
    if (get_reference (self, i)->axis == MIS_AXIS_Y && *get_reference (self, i)->label != '\0')
      add_reference_label (self, &placement, i, self->n_shapes + i);
  mis_placement_clear (&placement);
  for (guint i = self->n_shapes; i < n_polylines; i++)
    mis_polyline_clear (&polylines[i]);
  return placed;
}

#define MOST_REFERENCE_ROWS 3

/* Puts a label centred at @x into the first row where it touches none before it. */
static int
find_row (MisRect *taken, guint n_taken, const MisRect *box, double line)
{
  for (int row = 0; row < MOST_REFERENCE_ROWS; row++)
    {
      MisRect trial = { box->x, row * line, box->width, line };
      gboolean is_free = TRUE;

      for (guint i = 0; i < n_taken && is_free; i++)
        is_free = !mis_rect_overlaps (&taken[i], &trial);
      if (is_free)
        {
          taken[n_taken] = trial;
          return row;
        }
    }
  return -1;
}

double
mis_labels_reference_rows (MisLayout *self, double top, gboolean dry_run)
{
  guint n = self->chart->references->len;
  g_autofree MisRect *taken = g_new0 (MisRect, n + 1);
  double line = mis_layout_line_height (self, self->em);
  guint n_taken = 0;
  int n_rows = 0;

  for (guint i = 0; i < n; i++)
    {
      const MisReference *reference = get_reference (self, i);
      double unit = mis_scale_to_unit (&self->x_scale, reference->value);
      double half = mis_font_get_width (self->font, reference->label, self->em, FALSE) / 2;
      double x = self->plot.x + unit * self->plot.width;
      MisRect box = { 0, 0, 2 * half + self->em, line };
      int row;

      if (reference->axis != MIS_AXIS_X || *reference->label == '\0' || !(unit >= 0 && unit <= 1) ||
          2 * half > self->frame.width)
        continue;
      x = CLAMP (x, self->frame.x + half, self->frame.x + self->frame.width - half);
      box.x = x - box.width / 2;
      row = find_row (taken, n_taken, &box, line);
      if (row < 0)
        continue;
      n_taken++;
      n_rows = MAX (n_rows, row + 1);
      if (!dry_run)
        mis_layout_add_label (self, MIS_TEXT_GROUP_REFERENCE, (int)i, g_strdup (reference->label),
                              x, top + row * line + mis_font_get_ascent (self->font, self->em),
                              MIS_ANCHOR_MIDDLE, MIS_COLOR_REFERENCE);
    }
  return top + n_rows * line + (n_rows > 0 ? 0.2 * self->em : 0);
}
