/* Horizontal bars: a column of labels, or labels above the bars where there is little width. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "plot/layout-private.h"

/* Lengths in font sizes. */
static const double ROW = 2.15;
static const double LEAST_ROW = 1.3;
static const double STACKED_ROW = 3.1;
static const double LEAST_STACKED_ROW = 2.5;
static const double THICKEST_BAR = 1.8;
static const double STACKED_BAR = 0.85;
static const double COLUMN_GAP = 1.2;
static const double VALUE_GAP = 0.5;

static const double MOST_STRETCH = 1.5; /* of a row where there is room */
static const double LABEL_SHARE = 0.42; /* of the width, for the column of labels */
static const guint MOST_MEASURED = 64;  /* texts; the longest ones */

typedef const char *(*TextOfBar) (const MisBar *bar);

static const char *
bar_label (const MisBar *bar)
{
  return bar->label;
}

static const char *
bar_value_text (const MisBar *bar)
{
  return bar->value_text;
}

static int
compare_lengths (const void *a, const void *b)
{
  gsize first = strlen (*(const char *const *)a);
  gsize second = strlen (*(const char *const *)b);

  return (first < second) - (first > second);
}

/* Only the texts with the most bytes are measured: thousands of rows must not cost a frame. */
static double
widest (const MisLayout *self, TextOfBar text_of)
{
  guint n = self->chart->bars->len;
  g_autoptr (GPtrArray) texts = g_ptr_array_sized_new (n);
  double width = 0;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (texts, (void *)text_of (mis_chart_get_bar (self->chart, i)));
  if (n > MOST_MEASURED)
    qsort (texts->pdata, n, sizeof (void *), compare_lengths);
  for (guint i = 0; i < MIN (n, MOST_MEASURED); i++)
    width = MAX (width, mis_font_get_width (self->font, texts->pdata[i], self->em, FALSE));
  return width;
}

void
mis_bars_find_x (MisLayout *self)
{
  const MisChart *chart = self->chart;
  double min = 0, max = 0;

  for (guint i = 0; i < chart->bars->len; i++)
    {
      double value = mis_chart_get_bar (chart, i)->value;

      if (isnan (value))
        continue;
      min = MIN (min, value);
      max = MAX (max, value);
    }
  for (guint i = 0; i < chart->references->len; i++)
    {
      double value = g_array_index (chart->references, MisReference, i).value;

      if (!isfinite (value))
        continue;
      min = MIN (min, value);
      max = MAX (max, value);
    }
  mis_scale_init (&self->x_scale, isnan (chart->bars_min) ? min : chart->bars_min,
                  isnan (chart->bars_max) ? max : chart->bars_max, MIS_SPACING_LINEAR);
}

/* Values that stand at the bars need no axis. */
gboolean
mis_bars_have_axis (const MisLayout *self)
{
  const MisAxisSpec *axis = &self->chart->axes[MIS_AXIS_X];

  if (!mis_layout_has (self, MIS_FEATURE_TICKS))
    return FALSE;
  if (*axis->title != '\0' || axis->ticks != NULL)
    return TRUE;
  for (guint i = 0; i < self->chart->bars->len; i++)
    {
      const MisBar *bar = mis_chart_get_bar (self->chart, i);

      if (*bar->value_text == '\0' && !isnan (bar->value))
        return TRUE;
    }
  return FALSE;
}

double
mis_bars_natural_row (const MisLayout *self)
{
  return (self->rows.stacked ? STACKED_ROW : ROW) * self->em;
}

/* The greatest width of the plot with which every value text ends within @room. */
static double
plot_width (const MisLayout *self, double room)
{
  guint n = self->chart->bars->len;
  double gap = VALUE_GAP * self->em;
  double text = n > MOST_MEASURED ? widest (self, bar_value_text) : 0;
  double width = room;

  for (guint i = 0; i < n; i++)
    {
      const MisBar *bar = mis_chart_get_bar (self->chart, i);
      double value = isnan (bar->value) ? 0 : MAX (bar->value, 0);
      double unit = CLAMP (mis_scale_to_unit (&self->x_scale, value), 0, 1);

      if (n <= MOST_MEASURED)
        text = mis_font_get_width (self->font, bar->value_text, self->em, FALSE);
      if (text > 0 && unit > 0)
        width = MIN (width, (room - text - gap) / unit);
    }
  return MAX (width, room / 4);
}

/* Columns: labels, bars, and at the end of the longest bar its value. */
static void
lay_out_columns (MisLayout *self, double room_below)
{
  MisRows *rows = &self->rows;
  const gboolean has_labels = mis_layout_has (self, MIS_FEATURE_TICKS);
  double label = has_labels ? widest (self, bar_label) : 0;
  double indent, room;

  rows->stacked = label > LABEL_SHARE * self->frame.width &&
                  room_below >= self->chart->bars->len * LEAST_STACKED_ROW * self->em;
  rows->label_width =
      rows->stacked ? self->frame.width : MIN (label, LABEL_SHARE * self->frame.width);
  indent = rows->stacked || label <= 0 ? 0 : rows->label_width + COLUMN_GAP * self->em;
  room = self->frame.width - indent;
  self->plot.x = self->frame.x + indent;
  self->plot.width = has_labels ? plot_width (self, room) : room;
  if (mis_bars_have_axis (self)) /* its last number keeps off the edge of the page */
    self->plot.width = MIN (self->plot.width, room - mis_axes_x_overhang (self));
}

gboolean
mis_bars_lay_out (MisLayout *self, double top, double bottom)
{
  MisRows *rows = &self->rows;
  guint n = self->chart->bars->len;
  const gboolean has_labels = mis_layout_has (self, MIS_FEATURE_TICKS);
  const double line = mis_layout_line_height (self, self->em);
  double natural, least;

  lay_out_columns (self, bottom - top);
  if (mis_layout_has (self, MIS_FEATURE_LABELS))
    top = mis_labels_reference_rows (self, top, FALSE);
  natural = mis_bars_natural_row (self);
  least = has_labels ? (rows->stacked ? LEAST_STACKED_ROW : LEAST_ROW) * self->em : 0.01;
  rows->room = MAX (bottom - top, 0);
  rows->row_height = CLAMP (rows->room / n, least, MOST_STRETCH * natural);
  rows->n_shown = MIN (n, (guint)(rows->room / rows->row_height + 1e-6));
  if (rows->n_shown < n) /* says how many more there are */
    rows->n_shown = (guint)(MAX (0, rows->room - line) / rows->row_height);
  rows->bar_height = rows->stacked ? STACKED_BAR * self->em
                                   : MIN (0.62 * rows->row_height, THICKEST_BAR * self->em);
  self->plot.y = top;
  self->plot.height = rows->n_shown * rows->row_height + (rows->n_shown < n ? line : 0);
  return self->plot.width > 4 * self->em &&
         (rows->n_shown == n || (rows->n_shown > 2 && self->level >= MIS_FEATURE_TITLE));
}
