#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/layout-private.h"

static const double DEFAULT_FONT_SIZE = 9;

/* Lengths in font sizes. */
static const double MARGIN = 1;
static const double NARROW_MARGIN = 0.6;
static const double LEAST_PLOT_WIDTH = 8;
static const double LEAST_PLOT_HEIGHT = 5.5;
static const double LEAST_PLOT_HEIGHT_WITHOUT_AIR = 3.5;
static const double TICK_GAP = 0.6;

static const double PLOT_SHARE = 0.45;       /* of the height, that key and texts leave */
static const double PLOT_SHARE_ACROSS = 0.4; /* the same of the width, beside a key */
static const double TALL = 1e5;              /* in points: higher than any key */
static const guint FEW_KEY_ROWS = 6;         /* which are not cut for the plot's sake */

/* Of a key beside the plot: as many as stand there, in place of all. */
#define MANY_KEY_ROWS (MIS_ALL_KEY_ROWS - 1)

/* In points: nothing has no size, so that nothing is divided by 0. */
static const double LEAST_SIZE = 0.01;

/* What is tried: features from one of @first to @last on are there, and the key is as it says. */
typedef struct
{
  guint first;
  guint last;
  gboolean strict;
  gboolean key_beside;
  guint most_key_rows;
} Attempt;

/* Rather every name than a subtitle and air; rather a narrow plot beside its key than a low one
 * below it, even if not all names stand there; rather a low plot and some names than no source;
 * rather some names than no titles. */
static const Attempt ATTEMPTS[] = {
  { 0, MIS_FEATURE_SOURCE, TRUE, FALSE, MIS_ALL_KEY_ROWS },
  { 0, MIS_FEATURE_SOURCE, TRUE, TRUE, MIS_ALL_KEY_ROWS },
  { MIS_FEATURE_SOURCE, MIS_FEATURE_SOURCE, FALSE, FALSE, MIS_ALL_KEY_ROWS },
  { MIS_FEATURE_SOURCE, MIS_FEATURE_SOURCE, FALSE, TRUE, MANY_KEY_ROWS },
  { 0, MIS_FEATURE_SOURCE, FALSE, FALSE, 4 },
  { 0, MIS_FEATURE_SOURCE, FALSE, FALSE, 2 },
  { 0, MIS_FEATURE_SOURCE, FALSE, FALSE, 1 },
  { MIS_FEATURE_TITLE, MIS_FEATURE_TITLE, TRUE, FALSE, MIS_ALL_KEY_ROWS },
  { MIS_FEATURE_TITLE, MIS_FEATURE_TITLE, TRUE, TRUE, MIS_ALL_KEY_ROWS },
  { MIS_FEATURE_TITLE, MIS_FEATURE_TITLE, FALSE, FALSE, MIS_ALL_KEY_ROWS },
  { 0, MIS_FEATURE_TITLE, FALSE, FALSE, 4 },
  { 0, MIS_FEATURE_TITLE, FALSE, FALSE, 2 },
  { 0, MIS_N_FEATURES - 1, FALSE, FALSE, 1 },
};

typedef enum
{
  FITS,
  NO_ROOM,
  NO_PLACE_FOR_NAMES,
} Outcome;

gboolean
mis_layout_has (const MisLayout *self, MisFeature feature)
{
  return self->level <= (guint)feature;
}

gboolean
mis_layout_is_bars (const MisLayout *self)
{
  return self->chart->bars->len > 0;
}

double
mis_layout_gap (const MisLayout *self, double wide, double narrow)
{
  return (mis_layout_has (self, MIS_FEATURE_AIR) ? wide : narrow) * self->em;
}

char *
mis_layout_count_text (guint n_hidden)
{
  /* Translators: below or behind some of the names in a chart, where the others found no room */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n_hidden), n_hidden);
}

double
mis_layout_line_height (const MisLayout *self, double size)
{
  return mis_font_get_ascent (self->font, size) + mis_font_get_descent (self->font, size);
}

double
mis_layout_center_line (const MisLayout *self, double y, double size)
{
  return y + mis_font_get_digit_height (self->font, size) / 2;
}

static void
label_clear (void *data)
{
  g_free (((MisLabel *)data)->text);
}

MisLabel *
mis_layout_add_label (MisLayout *self,
                      MisTextGroup group,
                      int owner,
                      char *text,
                      double x,
                      double y,
                      MisAnchor anchor,
                      MisColorRole color)
{
  const MisLabel label = {
    .group = group,
    .owner = owner,
    .text = text,
    .x = x,
    .y = y,
    .size = self->em,
    .anchor = anchor,
    .color = color,
  };

  g_array_append_val (self->labels, label);
  return &g_array_index (self->labels, MisLabel, self->labels->len - 1);
}

static double
x_labels_height (const MisLayout *self)
{
  if (!mis_layout_has (self, MIS_FEATURE_TICKS))
    return 0;
  return mis_layout_line_height (self, self->em) + mis_axes_x_gap (self);
}

/* A key leaves nearly half of the height to the plot, or one of few rows takes it in the end; one
 * of many rows is cut instead. So do a subtitle and air, as long as they are there. */
static gboolean
is_strip (const MisLayout *self)
{
  if (self->most_key_rows != MIS_ALL_KEY_ROWS || self->plot.height >= PLOT_SHARE * self->height)
    return FALSE;
  if (mis_layout_has (self, MIS_FEATURE_AIR))
    return TRUE;
  return self->n_key_rows > (self->strict ? 0 : FEW_KEY_ROWS) || self->key_beside;
}

static double
least_width (const MisLayout *self)
{
  return MAX (LEAST_PLOT_WIDTH * self->em,
              self->key_beside ? PLOT_SHARE_ACROSS * self->frame.width : 0);
}

static gboolean
has_room (const MisLayout *self)
{
  const double least = mis_layout_gap (self, LEAST_PLOT_HEIGHT, LEAST_PLOT_HEIGHT_WITHOUT_AIR);

  return self->level == MIS_N_FEATURES ||
         (self->plot.width >= least_width (self) && self->plot.height >= least &&
          !is_strip (self));
}

/* From left to right: labels of y, plot, names or key. */
static void
lay_out_across (MisLayout *self)
{
  double left = self->frame.x, right = self->frame.x + self->frame.width;
  double labels = mis_axes_lay_out_y (self);
  double names = 0;

  if (mis_layout_has (self, MIS_FEATURE_LABELS) && self->names == MIS_NAMES_AT_ENDS)
    names = mis_names_ends_width (self);
  else if (mis_layout_has (self, MIS_FEATURE_LABELS) && mis_key_is_column (self))
    names = mis_key_column_width (self) + 1.5 * self->em;
  else if (mis_layout_has (self, MIS_FEATURE_LABELS))
    names = mis_labels_ladder_width (self);
  if (labels > 0)
    left += labels + TICK_GAP * self->em;
  self->plot.x = left;
  self->plot.width = MAX (right - left - MAX (names, mis_axes_x_overhang (self)), LEAST_SIZE);
}

static void
lay_out_down (MisLayout *self, double top, double bottom)
{
  self->plot.y = top; /* half of the topmost label stands above the plot */
  if (mis_layout_has (self, MIS_FEATURE_TICKS))
    self->plot.y += mis_layout_line_height (self, self->em) / 2;
  self->plot.height = MAX (bottom - self->plot.y, LEAST_SIZE);
}

static Outcome
lay_out_lines (MisLayout *self, double top, double bottom)
{
  const gboolean has_labels = mis_layout_has (self, MIS_FEATURE_LABELS);
  double plot_bottom = bottom - mis_titles_x_height (self) - x_labels_height (self);

  mis_axes_find_x (self);
  mis_axes_find_y (self);
  if (has_labels)
    top = mis_key_lay_out_title (self, top);
  if (has_labels && !mis_key_is_column (self))
    top = mis_key_lay_out_rows (self, top);
  top = mis_titles_add_y (self, top);
  lay_out_down (self, top, plot_bottom);
  if (has_labels && self->names == MIS_NAMES_AT_ENDS && !mis_names_fit_ends (self))
    return NO_PLACE_FOR_NAMES;
  lay_out_across (self);
  if (has_labels)
    {
      double below = mis_labels_reference_rows (self, top, TRUE);

      if (below > top)
        {
          lay_out_down (self, below, plot_bottom);
          if (self->names == MIS_NAMES_AT_ENDS && !mis_names_fit_ends (self))
            return NO_PLACE_FOR_NAMES;
          lay_out_across (self);
          mis_labels_reference_rows (self, top, FALSE);
        }
    }
  if (!has_room (self))
    return NO_ROOM;
  if (has_labels && mis_key_is_column (self) &&
      !mis_key_lay_out_column (self, self->plot.x + self->plot.width + 1.5 * self->em))
    return NO_PLACE_FOR_NAMES;
  if (mis_layout_has (self, MIS_FEATURE_TICKS))
    mis_axes_add_y_labels (self);
  mis_axes_lay_out_x (self);
  mis_titles_add_x (self, bottom);
  mis_shapes_find (self);
  return !has_labels || mis_labels_lay_out (self) ? FITS : NO_PLACE_FOR_NAMES;
}

static Outcome
lay_out_bars (MisLayout *self, double top, double bottom)
{
  const gboolean has_axis = mis_bars_have_axis (self);
  double rows_bottom = bottom;
  double below;

  if (has_axis)
    rows_bottom -= mis_titles_x_height (self) + x_labels_height (self);
  mis_bars_find_x (self);
  if (!mis_bars_lay_out (self, top, rows_bottom))
    return NO_ROOM;
  if (!has_axis)
    return FITS;
  below = self->plot.y + self->plot.height;
  mis_axes_lay_out_x (self);
  mis_titles_add_x (self, below + x_labels_height (self) + mis_titles_x_height (self));
  return FITS;
}

static void
clear_results (MisLayout *self)
{
  mis_shapes_clear (self);
  g_array_set_size (self->labels, 0);
  g_array_set_size (self->swatches, 0);
  self->x_ticks.n = self->y_ticks.n = 0;
  self->n_key_rows = 0;
}

static Outcome
lay_out (MisLayout *self, guint level, MisNames names)
{
  double margin, top, bottom;

  clear_results (self);
  self->level = level;
  margin = level < MIS_N_FEATURES ? mis_layout_gap (self, MARGIN, NARROW_MARGIN)
                                  : 0.06 * MIN (self->width, self->height);
  self->mark_em = MIN (self->em, 2 * margin);
  self->names = names;
  self->frame = (MisRect){ margin, margin, MAX (self->width - 2 * margin, LEAST_SIZE),
                           MAX (self->height - 2 * margin, LEAST_SIZE) };
  self->key_em = mis_key_find_size (self);
  top = mis_titles_add_head (self);
  bottom = mis_titles_add_source (self);
  return mis_layout_is_bars (self) ? lay_out_bars (self, top, bottom)
                                   : lay_out_lines (self, top, bottom);
}

static gboolean
may_have_names (const MisLayout *self, MisNames names)
{
  if (mis_layout_is_bars (self))
    return names == MIS_NAMES_NOWHERE;
  if (self->key_beside && names != MIS_NAMES_IN_KEY)
    return FALSE;
  switch (self->chart->legend)
    {
    case MIS_LEGEND_BOX:
      return names == MIS_NAMES_IN_KEY;
    case MIS_LEGEND_NONE:
      return names == MIS_NAMES_NOWHERE;
    case MIS_LEGEND_AUTO:
    case MIS_LEGEND_DIRECT:
    default:
      return names != MIS_NAMES_NOWHERE;
    }
}

/* Finds the first layout that fits. */
static gboolean
try (MisLayout *self, const Attempt *attempt)
{
  self->strict = attempt->strict;
  self->key_beside = attempt->key_beside;
  self->most_key_rows = attempt->most_key_rows;
  for (guint level = attempt->first; level <= attempt->last; level++)
    for (MisNames names = MIS_NAMES_AT_ENDS; names <= MIS_NAMES_NOWHERE; names++)
      if (may_have_names (self, names) && lay_out (self, level, names) == FITS)
        return TRUE;
  return FALSE;
}

static void
find_layout (MisLayout *self)
{
  if ((self->flags & MIS_RENDER_THUMBNAIL) == 0)
    for (guint i = 0; i < G_N_ELEMENTS (ATTEMPTS); i++)
      if (try (self, &ATTEMPTS[i]))
        return;
  lay_out (self, MIS_N_FEATURES, MIS_NAMES_NOWHERE);
}

/* Without anything in it. */
static MisLayout *
new_layout (MisChart *chart, double width, double height, double font_size, MisRenderFlags flags)
{
  MisLayout *self = g_new0 (MisLayout, 1);

  self->chart = mis_chart_ref (chart);
  self->font = mis_font_new ();
  self->width = width > 1 ? width : 1;
  self->height = height > 1 ? height : 1;
  self->em = font_size > 0 ? font_size : DEFAULT_FONT_SIZE;
  self->flags = flags;
  self->labels = g_array_new (FALSE, FALSE, sizeof (MisLabel));
  g_array_set_clear_func (self->labels, label_clear);
  self->swatches = g_array_new (FALSE, FALSE, sizeof (MisSwatch));
  return self;
}

MisLayout *
mis_layout_new (
    MisChart *chart, double width, double height, double font_size, MisRenderFlags flags)
{
  MisLayout *self;

  g_return_val_if_fail (chart != NULL, NULL);

  self = new_layout (chart, width, height, font_size, flags);
  find_layout (self);
  return self;
}

/* All that stands above and below the plot is as high on a page of any height. */
double
mis_chart_least_height (MisChart *chart, double width, double font_size, MisRenderFlags flags)
{
  MisLayout *layout;
  double around;

  g_return_val_if_fail (chart != NULL, 0);

  if (chart->bars->len > 0 || (flags & MIS_RENDER_THUMBNAIL) != 0)
    return 0;
  layout = new_layout (chart, width, TALL, font_size, flags);
  layout->strict = TRUE;
  layout->most_key_rows = MIS_ALL_KEY_ROWS;
  lay_out (layout, 0,
           may_have_names (layout, MIS_NAMES_IN_KEY) ? MIS_NAMES_IN_KEY : MIS_NAMES_NOWHERE);
  around = layout->height - layout->plot.height;
  mis_layout_free (layout);
  return ceil (around / (1 - PLOT_SHARE));
}

void
mis_layout_free (MisLayout *layout)
{
  g_return_if_fail (layout != NULL);

  mis_shapes_clear (layout);
  g_array_unref (layout->labels);
  g_array_unref (layout->swatches);
  mis_font_free (layout->font);
  mis_chart_unref (layout->chart);
  g_free (layout);
}

MisRect
mis_layout_get_plot_area (const MisLayout *layout)
{
  g_return_val_if_fail (layout != NULL, (MisRect){ 0 });
  return layout->plot;
}

MisLayoutTexts
mis_layout_get_left_out (const MisLayout *layout)
{
  MisLayoutTexts left_out = 0;

  g_return_val_if_fail (layout != NULL, 0);

  if (!mis_layout_has (layout, MIS_FEATURE_TITLE)
      && *mis_layout_get_text (layout, MIS_CHART_TITLE) != '\0')
    left_out |= MIS_LAYOUT_TITLE;
  if (!mis_layout_has (layout, MIS_FEATURE_SUBTITLE)
      && *mis_layout_get_text (layout, MIS_CHART_SUBTITLE) != '\0')
    left_out |= MIS_LAYOUT_SUBTITLE;
  if (!mis_layout_has (layout, MIS_FEATURE_SOURCE)
      && *mis_layout_get_text (layout, MIS_CHART_SOURCE) != '\0')
    left_out |= MIS_LAYOUT_SOURCE;
  return left_out;
}

guint
mis_layout_count_labels (const MisLayout *layout, MisAxis axis)
{
  const MisTextGroup group = axis == MIS_AXIS_X ? MIS_TEXT_GROUP_X_AXIS : MIS_TEXT_GROUP_Y_AXIS;
  guint n = 0;

  g_return_val_if_fail (layout != NULL, 0);

  for (guint i = 0; i < layout->labels->len; i++)
    {
      const MisLabel *label = &g_array_index (layout->labels, MisLabel, i);

      /* The title of the axis is of no tick. */
      n += label->group == group && label->owner >= 0;
    }
  return n;
}
