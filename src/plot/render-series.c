/* Lines, markers and bands of the series. */
#include <math.h>
#include <string.h>

#include "plot/render-private.h"

/* Widths of lines in font sizes: 1.8 points at 9. */
static const double LINE_WIDTH = 0.2;
static const double EMPHASIZED_WIDTH = 0.3;
static const double THEORY_WIDTH = 0.11;
static const double COLUMN_WIDTH = 0.09;

/* A column is more of a body than a band, which others are seen through. */
static const double COLUMN_OPACITY = 2.2;

/* In font sizes. Markers are smaller where points lie close, and none where they would run into
 * each other: a marker at some of the points would say that the others are not there. */
static const double MARKER_RADIUS = 0.34;
static const double LEAST_RADIUS = 0.2;
static const double MARKER_SHARE = 0.42; /* of the space between two points, for a radius */

/* From this style on, dashes and sparse markers help colours that begin again. */
static const guint PLAIN_STYLES = 4;
static const double SPARSE_MARKER_SPACE = 3.5;

/* Whether another series has columns too, so that they lie on each other. */
static gboolean
has_other_columns (const MisPainter *self, const MisSeries *series)
{
  const MisChart *chart = self->layout->chart;

  for (guint i = 0; i < mis_chart_get_n_series (chart); i++)
    if (mis_chart_get_series (chart, i) != series && mis_chart_get_series (chart, i)->column > 0)
      return TRUE;
  return FALSE;
}

static MisStroke
series_stroke (const MisPainter *self, const MisSeries *series)
{
  double width = LINE_WIDTH;
  MisDash dash = MIS_DASH_SOLID;

  if ((series->flags & MIS_SERIES_THEORY) != 0)
    width = THEORY_WIDTH;
  else if ((series->flags & MIS_SERIES_EMPHASIZED) != 0)
    width = EMPHASIZED_WIDTH;
  else if (series->column > 0 && !has_other_columns (self, series))
    width = COLUMN_WIDTH;
  if ((series->flags & MIS_SERIES_DASHED) != 0)
    dash = MIS_DASH_SHORT;
  else if ((series->flags & MIS_SERIES_THEORY) == 0 && series->style >= PLAIN_STYLES)
    dash = 1 + (series->style - PLAIN_STYLES) % (MIS_N_DASHES - 1);
  return mis_painter_get_stroke (self, series->color, width * self->layout->mark_em, dash);
}

static MisMarker
marker_of (const MisSeries *series)
{
  return (MisMarker)(series->style % MIS_N_MARKERS);
}

static void
draw_marker (const MisPainter *self, const MisSeries *series, MisPoint at, double radius)
{
  const MisColor fill = mis_theme_get_color (self->theme, series->color);
  const MisStroke edge =
      mis_painter_get_stroke (self, MIS_COLOR_CARD, 0.05 * self->layout->mark_em, MIS_DASH_SOLID);

  mis_canvas_marker (self->canvas, marker_of (series), at.x, at.y, radius, &fill, &edge);
}

/* The usual space between two points of a curve. */
static double
point_space (const MisPolyline *line)
{
  if (line->n < 2)
    return INFINITY;
  return fabs (line->points[line->n - 1].x - line->points[0].x) / (line->n - 1);
}

/* Which points of a series have a marker, and its radius; an @every of 0 is none. */
typedef struct
{
  guint every;
  double radius;
} Markers;

/* Dots that no line joins are all there, even if they run together. */
static Markers
find_markers (const MisPainter *self, guint index)
{
  const MisSeries *series = mis_chart_get_series (self->layout->chart, index);
  const MisPolyline *line = &self->layout->shapes[index].line;
  const double em = self->layout->mark_em;
  const double space = MAX (point_space (line), 0.001);
  const double radius = MIN (MARKER_RADIUS * em, MARKER_SHARE * space);
  const double sparse = ceil (SPARSE_MARKER_SPACE * em / space - 1e-6);

  if (series->column > 0)
    return (Markers){ 0, 0 };
  if ((series->flags & MIS_SERIES_LINE) == 0)
    return (Markers){ 1, MAX (radius, LEAST_RADIUS * em) };
  if ((series->flags & MIS_SERIES_MARKERS) != 0 && radius >= LEAST_RADIUS * em)
    return (Markers){ 1, radius };
  if ((series->flags & MIS_SERIES_THEORY) == 0 && series->style >= PLAIN_STYLES)
    return (Markers){ (guint)CLAMP (sparse, 1, line->n + 1.0), MARKER_RADIUS * em };
  return (Markers){ 0, 0 };
}

static void
draw_markers (const MisPainter *self, guint index)
{
  const MisSeries *series = mis_chart_get_series (self->layout->chart, index);
  const MisPolyline *line = &self->layout->shapes[index].line;
  const MisRect *plot = &self->layout->plot;
  const MisRect near_plot = { plot->x - 0.01, plot->y - 0.01, plot->width + 0.02,
                              plot->height + 0.02 };
  const Markers markers = find_markers (self, index);

  for (guint i = 0; markers.every > 0 && i < line->n; i += markers.every)
    if (mis_rect_contains (&near_plot, line->points[i].x, line->points[i].y))
      draw_marker (self, series, line->points[i], markers.radius);
}

static void
draw_line (const MisPainter *self, guint index)
{
  const MisSeries *series = mis_chart_get_series (self->layout->chart, index);
  const MisPolyline *line = &self->layout->shapes[index].line;
  const MisStroke stroke = series_stroke (self, series);

  for (guint run = 0; run < line->n_runs; run++)
    {
      const MisPoint *points = &line->points[line->starts[run]];
      guint n = line->starts[run + 1] - line->starts[run];

      if (n > 1)
        mis_canvas_polyline (self->canvas, points, n, &stroke);
      else if (find_markers (self, index).every == 0)
        mis_canvas_marker (self->canvas, MIS_MARKER_CIRCLE, points->x, points->y,
                           0.8 * stroke.width, &stroke.color, NULL);
    }
}

/* Forward along the upper edge of each run, back along the lower one. */
static void
draw_band (const MisPainter *self, const MisSeries *series, const MisShapes *shapes)
{
  MisColor fill = mis_theme_get_color (self->theme, series->color);

  fill.alpha = mis_theme_get_band_opacity (self->theme);
  if (series->column > 0 && !has_other_columns (self, series))
    fill.alpha *= COLUMN_OPACITY;
  for (guint run = 0; run < shapes->low.n_runs; run++)
    {
      const MisPoint *low = &shapes->low.points[shapes->low.starts[run]];
      const MisPoint *high = &shapes->high.points[shapes->high.starts[run]];
      guint n_low = shapes->low.starts[run + 1] - shapes->low.starts[run];
      guint n_high = shapes->high.starts[run + 1] - shapes->high.starts[run];
      g_autofree MisPoint *outline = g_new (MisPoint, n_low + n_high);

      memcpy (outline, high, n_high * sizeof *high);
      for (guint i = 0; i < n_low; i++)
        outline[n_high + i] = low[n_low - 1 - i];
      mis_canvas_polygon (self->canvas, outline, n_low + n_high, &fill);
    }
}

static gboolean
leaves_plot (const MisPolyline *polyline, const MisRect *plot)
{
  const MisRect near_plot = { plot->x - 0.01, plot->y - 0.01, plot->width + 0.02,
                              plot->height + 0.02 };

  for (guint i = 0; i < polyline->n; i++)
    if (!mis_rect_contains (&near_plot, polyline->points[i].x, polyline->points[i].y))
      return TRUE;
  return FALSE;
}

/* A group of the drawing for what belongs to a series: "series-1". */
static void
begin_series (const MisPainter *self, const char *what, guint index)
{
  char id[32];

  g_snprintf (id, sizeof id, "%s-%u", what, index + 1);
  mis_canvas_begin_group (self->canvas, id, what,
                          mis_chart_get_series (self->layout->chart, index)->name);
}

/* Below all lines: on top of one, the band of another would make it pale. */
static void
draw_bands (const MisPainter *self)
{
  const MisRect *plot = &self->layout->plot;

  for (guint i = 0; i < self->layout->n_shapes; i++)
    {
      const MisShapes *shapes = &self->layout->shapes[i];
      const gboolean clipped
          = leaves_plot (&shapes->low, plot) || leaves_plot (&shapes->high, plot);

      if (shapes->low.n_runs == 0)
        continue;
      begin_series (self, "band", i);
      if (clipped)
        mis_canvas_push_clip (self->canvas, plot);
      draw_band (self, mis_chart_get_series (self->layout->chart, i), shapes);
      if (clipped)
        mis_canvas_pop_clip (self->canvas);
      mis_canvas_end_group (self->canvas);
    }
}

static void
draw_one_series (const MisPainter *self, guint index)
{
  const MisSeries *series = mis_chart_get_series (self->layout->chart, index);
  const MisRect *plot = &self->layout->plot;
  const gboolean clipped = leaves_plot (&self->layout->shapes[index].line, plot);

  begin_series (self, "series", index);
  if (clipped)
    mis_canvas_push_clip (self->canvas, plot);
  if ((series->flags & MIS_SERIES_LINE) != 0)
    draw_line (self, index);
  if (clipped)
    mis_canvas_pop_clip (self->canvas);
  if (mis_layout_has (self->layout, MIS_FEATURE_TICKS))
    draw_markers (self, index);
  mis_painter_draw_labels (self, MIS_TEXT_GROUP_SERIES, (int)index);
  mis_canvas_end_group (self->canvas);
}

/* First bands, then theory, then data, then what is emphasized: the last is on top. */
static int
drawing_round (const MisSeries *series)
{
  if ((series->flags & MIS_SERIES_THEORY) != 0)
    return 0;
  return (series->flags & MIS_SERIES_EMPHASIZED) != 0 ? 2 : 1;
}

void
mis_painter_draw_series (const MisPainter *self)
{
  draw_bands (self);
  for (int round = 0; round < 3; round++)
    for (guint i = 0; i < self->layout->n_shapes; i++)
      if (drawing_round (mis_chart_get_series (self->layout->chart, i)) == round)
        draw_one_series (self, i);
}

/* What any series with a band has in common is grey; of the only one it has that one's colour. */
static MisColor
swatch_band_color (const MisPainter *self, const MisSeries *series)
{
  const MisChart *chart = self->layout->chart;
  MisColorRole role = series->color;
  MisColor color;

  for (guint i = 0; i < mis_chart_get_n_series (chart); i++)
    if (mis_chart_get_series (chart, i) != series && mis_chart_get_series (chart, i)->low != NULL)
      role = MIS_COLOR_REFERENCE;
  color = mis_theme_get_color (self->theme, role);
  color.alpha = 2 * mis_theme_get_band_opacity (self->theme);
  return color;
}

void
mis_painter_draw_swatch (const MisPainter *self, const MisSwatch *swatch)
{
  const MisSeries *series = mis_chart_get_series (self->layout->chart, swatch->series);
  const MisRect *box = &swatch->box;
  const double middle = box->y + box->height / 2;
  const MisPoint points[] = { { box->x, middle }, { box->x + box->width, middle } };
  const MisStroke stroke = series_stroke (self, series);
  const MisColor band = swatch_band_color (self, series);

  if (swatch->is_band)
    {
      mis_canvas_rect (self->canvas, box, 0.2 * self->layout->em, MIS_SIDE_LEFT | MIS_SIDE_RIGHT,
                       &band);
      return;
    }
  if ((series->flags & MIS_SERIES_LINE) != 0)
    mis_canvas_polyline (self->canvas, points, 2, &stroke);
  if (find_markers (self, swatch->series).every > 0)
    draw_marker (self, series, (MisPoint){ box->x + box->width / 2, middle },
                 MARKER_RADIUS * self->layout->em);
}
