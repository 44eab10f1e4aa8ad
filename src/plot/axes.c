/* The two axes in a layout: how much room their labels need, and where lines, ticks and
 * labels go. */
#include <math.h>

#include "plot/layout-private.h"

/* Lengths in font sizes. */
static const double X_TICK_SPACE = 5.5;
static const double Y_TICK_SPACE = 2.2;
static const double LABEL_SPACE = 0.9;
static const double TICK_GAP = 0.55;

static const guint LEAST_X_TICKS = 2;
static const guint MOST_X_TICKS = 12;
static const guint MOST_Y_TICKS = 6;

typedef struct
{
  double min;
  double max;
} Range;

static void
extend (Range *range, double value, MisSpacing spacing)
{
  if (!isfinite (value) || (spacing == MIS_SPACING_LOG && value <= 0))
    return;
  range->min = isnan (range->min) ? value : MIN (range->min, value);
  range->max = isnan (range->max) ? value : MAX (range->max, value);
}

static void
extend_with_series (Range *range, const MisSeries *series, MisAxis axis, MisSpacing spacing)
{
  for (guint i = 0; i < series->n; i++)
    {
      if (!isfinite (series->xs[i]) || !isfinite (series->ys[i]))
        continue;
      extend (range, axis == MIS_AXIS_X ? series->xs[i] : series->ys[i], spacing);
      if (axis == MIS_AXIS_Y && series->low != NULL)
        {
          extend (range, series->low[i], spacing);
          extend (range, series->high[i], spacing);
        }
    }
}

static Range
data_range (const MisLayout *self, MisAxis axis, MisSpacing spacing)
{
  const MisChart *chart = self->chart;
  Range range = { NAN, NAN };

  for (guint i = 0; i < chart->series->len; i++)
    extend_with_series (&range, mis_chart_get_series (chart, i), axis, spacing);
  for (guint i = 0; i < chart->marks->len; i++)
    {
      const MisMark *mark = &g_array_index (chart->marks, MisMark, i);

      extend (&range, axis == MIS_AXIS_X ? mark->x : mark->y, spacing);
    }
  for (guint i = 0; i < chart->references->len; i++)
    {
      const MisReference *reference = &g_array_index (chart->references, MisReference, i);

      if (reference->axis == axis)
        extend (&range, reference->value, spacing);
    }
  return range;
}

/* The chart's own ends win over the data's; FALSE if both are fixed. */
static gboolean
merge_ends (Range *range, const MisAxisSpec *axis)
{
  gboolean automatic = isnan (axis->min) || isnan (axis->max);

  if (isnan (range->min))
    {
      range->min = isnan (axis->min) ? axis->max : axis->min;
      range->max = isnan (axis->max) ? axis->min : axis->max;
    }
  if (!isnan (axis->min))
    range->min = axis->min;
  if (!isnan (axis->max))
    range->max = axis->max;
  return automatic;
}

void
mis_axes_find_x (MisLayout *self)
{
  const MisAxisSpec *axis = &self->chart->axes[MIS_AXIS_X];
  Range range = data_range (self, MIS_AXIS_X, self->chart->x_spacing);

  merge_ends (&range, axis);
  mis_scale_init (&self->x_scale, range.min, range.max, self->chart->x_spacing);
}

static guint
tick_target (double length, double space, guint most)
{
  return (guint)CLAMP (length / space, 2, most);
}

/* Lets an automatic end go on to the next tick, and to 0 where that is not far; the same for all
 * sizes of a chart. */
static void
round_ends (MisScale *scale, const MisAxisSpec *axis)
{
  MisTicks ticks;
  double step, min = scale->min, max = scale->max;

  if (isnan (axis->min) && min > 0 && min < 0.4 * max)
    min = 0;
  if (isnan (axis->max) && max < 0 && max > 0.4 * min)
    max = 0;
  mis_ticks_init (&ticks, min, max, MOST_Y_TICKS);
  step = ticks.values[1] - ticks.values[0];
  if (isnan (axis->min) && isfinite (step))
    min = step * floor (min / step + 1e-9);
  if (isnan (axis->max) && isfinite (step))
    max = step * ceil (max / step - 1e-9);
  mis_scale_init (scale, min, max, MIS_SPACING_LINEAR);
}

void
mis_axes_find_y (MisLayout *self)
{
  const MisAxisSpec *axis = &self->chart->axes[MIS_AXIS_Y];
  Range range = data_range (self, MIS_AXIS_Y, MIS_SPACING_LINEAR);
  gboolean automatic = merge_ends (&range, axis);

  mis_scale_init (&self->y_scale, range.min, range.max, MIS_SPACING_LINEAR);
  if (automatic)
    round_ends (&self->y_scale, axis);
}

static void
fill_ticks (MisTicks *ticks, const MisAxisSpec *axis, const MisScale *scale, guint target)
{
  if (axis->ticks != NULL)
    mis_ticks_init_fixed (ticks, axis->ticks, axis->n_ticks);
  else if (scale->spacing == MIS_SPACING_LOG)
    mis_ticks_init_log (ticks, scale->min, scale->max, target);
  else
    mis_ticks_init (ticks, scale->min, scale->max, target);
  mis_ticks_clip (ticks, scale->min, scale->max);
}

double
mis_axes_x_gap (const MisLayout *self)
{
  return MAX (TICK_GAP * self->em, mis_layout_line_height (self, self->em) / 2);
}

/* One label every @every ticks, from the first on. */
static gboolean
x_labels_fit (MisLayout *self, guint every)
{
  const MisNumberFormat format = self->chart->axes[MIS_AXIS_X].format;
  double taken = -INFINITY;

  for (guint i = 0; i < self->x_ticks.n; i += every)
    {
      g_autofree char *text = mis_ticks_format (&self->x_ticks, i, format);
      double half = mis_font_get_width (self->font, text, self->em, FALSE) / 2;
      double x = self->plot.x +
                 self->plot.width * mis_scale_to_unit (&self->x_scale, self->x_ticks.values[i]);

      if (x - half < taken + LABEL_SPACE * self->em || x + half > self->width || x - half < 0)
        return FALSE;
      taken = x + half;
    }
  return TRUE;
}

/* One label every so many ticks, as many as fit; rather so that the last tick has one too, if that
 * costs no more than every second of them. */
static guint
find_label_step (MisLayout *self)
{
  guint every = 1;

  while (every < self->x_ticks.n && !x_labels_fit (self, every))
    every++;
  for (guint other = every; other <= 2 * every && other < self->x_ticks.n; other++)
    if ((self->x_ticks.n - 1) % other == 0 && x_labels_fit (self, other))
      return other;
  return every;
}

static void
add_x_labels (MisLayout *self, guint every)
{
  const MisNumberFormat format = self->chart->axes[MIS_AXIS_X].format;
  double top = self->plot.y + self->plot.height + mis_axes_x_gap (self);

  for (guint i = 0; i < self->x_ticks.n; i += every)
    mis_layout_add_label (
        self, MIS_TEXT_GROUP_X_AXIS, (int)i, mis_ticks_format (&self->x_ticks, i, format),
        self->plot.x +
            self->plot.width * mis_scale_to_unit (&self->x_scale, self->x_ticks.values[i]),
        top + mis_font_get_ascent (self->font, self->em), MIS_ANCHOR_MIDDLE, MIS_COLOR_DIM_TEXT);
}

void
mis_axes_lay_out_x (MisLayout *self)
{
  const MisAxisSpec *axis = &self->chart->axes[MIS_AXIS_X];
  guint target = tick_target (self->plot.width, X_TICK_SPACE * self->em, MOST_X_TICKS);
  guint least = LEAST_X_TICKS, every;

  fill_ticks (&self->x_ticks, axis, &self->x_scale, target);
  /* The roundest few numbers can all lie beyond the ends. */
  while (axis->ticks == NULL && self->x_ticks.n < LEAST_X_TICKS && target < MOST_X_TICKS)
    {
      least = ++target;
      fill_ticks (&self->x_ticks, axis, &self->x_scale, target);
    }
  if (!mis_layout_has (self, MIS_FEATURE_TICKS))
    return;
  while (axis->ticks == NULL && target > least && !x_labels_fit (self, 1))
    fill_ticks (&self->x_ticks, axis, &self->x_scale, --target);
  every = find_label_step (self);
  if (x_labels_fit (self, every))
    add_x_labels (self, every);
}

double
mis_axes_x_overhang (MisLayout *self)
{
  const MisAxisSpec *axis = &self->chart->axes[MIS_AXIS_X];
  g_autofree char *text = NULL;
  MisTicks ticks;

  if (!mis_layout_has (self, MIS_FEATURE_TICKS))
    return 0;
  fill_ticks (&ticks, axis, &self->x_scale,
              tick_target (self->frame.width, X_TICK_SPACE * self->em, MOST_X_TICKS));
  if (ticks.n == 0)
    return 0;
  text = mis_ticks_format (&ticks, ticks.n - 1, axis->format);
  return mis_font_get_width (self->font, text, self->em, FALSE) / 2;
}

double
mis_axes_lay_out_y (MisLayout *self)
{
  const MisAxisSpec *axis = &self->chart->axes[MIS_AXIS_Y];
  double widest = 0;

  fill_ticks (&self->y_ticks, axis, &self->y_scale,
              tick_target (self->plot.height, Y_TICK_SPACE * self->em, MOST_Y_TICKS));
  if (!mis_layout_has (self, MIS_FEATURE_TICKS))
    return 0;
  for (guint i = 0; i < self->y_ticks.n; i++)
    {
      g_autofree char *text = mis_ticks_format (&self->y_ticks, i, axis->format);

      widest = MAX (widest, mis_font_get_width (self->font, text, self->em, FALSE));
    }
  return widest;
}

void
mis_axes_add_y_labels (MisLayout *self)
{
  const MisAxisSpec *axis = &self->chart->axes[MIS_AXIS_Y];
  double line = mis_layout_line_height (self, self->em);
  double free_below = INFINITY;

  for (guint i = 0; i < self->y_ticks.n; i++)
    {
      double y =
          self->plot.y +
          self->plot.height * (1 - mis_scale_to_unit (&self->y_scale, self->y_ticks.values[i]));

      if (y + line / 2 > free_below)
        continue;
      free_below = y - line / 2;
      mis_layout_add_label (
          self, MIS_TEXT_GROUP_Y_AXIS, (int)i, mis_ticks_format (&self->y_ticks, i, axis->format),
          self->plot.x - 0.6 * self->em, mis_layout_center_line (self, y, self->em), MIS_ANCHOR_END,
          MIS_COLOR_DIM_TEXT);
    }
}
