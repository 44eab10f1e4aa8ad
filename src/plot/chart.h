/* chart.h: a chart as plain data: axes, series, bands, bars, reference lines, texts. No drawing. */
#pragma once

#include "plot/theme.h"

G_BEGIN_DECLS

/**
 * MisAxis:
 *
 * The two axes of a line chart. In a bar chart only x carries numbers.
 */
typedef enum
{
  MIS_AXIS_X,
  MIS_AXIS_Y,
} MisAxis;

/**
 * MisNumberFormat:
 * @MIS_NUMBER_DECIMAL: plain, with as many decimals as the ticks of an axis need
 * @MIS_NUMBER_PERCENT: times 100, with a percent sign
 */
typedef enum
{
  MIS_NUMBER_DECIMAL,
  MIS_NUMBER_PERCENT,
} MisNumberFormat;

/**
 * MisSpacing:
 * @MIS_SPACING_LINEAR: equal differences are equally far apart
 * @MIS_SPACING_LOG: equal ratios are equally far apart; values of 0 and below are not drawn
 */
typedef enum
{
  MIS_SPACING_LINEAR,
  MIS_SPACING_LOG,
} MisSpacing;

/**
 * MisSeriesFlags:
 * @MIS_SERIES_LINE: points are joined
 * @MIS_SERIES_MARKERS: each point has a marker, of a shape that belongs to the series
 * @MIS_SERIES_DASHED: the line is dashed (from the fifth series on it is so anyway)
 * @MIS_SERIES_THEORY: a thin line that stands for a theorem or bound, not for data; it keeps its
 *   colour from mis_chart_set_series_color() and takes none of the series' colours by itself
 * @MIS_SERIES_EMPHASIZED: drawn thicker, its label bold, and above the others
 */
typedef enum
{
  MIS_SERIES_LINE = 1 << 0,
  MIS_SERIES_MARKERS = 1 << 1,
  MIS_SERIES_DASHED = 1 << 2,
  MIS_SERIES_THEORY = 1 << 3,
  MIS_SERIES_EMPHASIZED = 1 << 4,
} MisSeriesFlags;

/**
 * MisLegend:
 * @MIS_LEGEND_AUTO: up to five series are labelled at their right ends, or where these meet beside
 *   their lines; a box if there is no good place for all of them or there are more series
 * @MIS_LEGEND_DIRECT: the same with any number of series
 * @MIS_LEGEND_BOX: a legend, ordered by the last values
 * @MIS_LEGEND_NONE: neither
 */
typedef enum
{
  MIS_LEGEND_AUTO,
  MIS_LEGEND_DIRECT,
  MIS_LEGEND_BOX,
  MIS_LEGEND_NONE,
} MisLegend;

/**
 * MisSeries:
 * @name: shown in the legend; "" for a series that needs no name
 * @xs, @ys: (array length=n): a gap where either is not finite
 * @low, @high: (nullable) (array length=n): the band around @ys; no band where either is not finite
 * @meaning: (nullable): what the band is, as in "minimum to maximum of 100 runs"
 * @column: how wide the column at each point is; 0 where there are none
 * @color: its colour
 * @style: counts the series that are not theory, from 0; picks dashes and marker
 *
 * One line of a chart. Read only.
 */
typedef struct
{
  char *name;
  double *xs;
  double *ys;
  guint n;
  double *low;
  double *high;
  char *meaning;
  double column;
  MisSeriesFlags flags;
  MisColorRole color;
  guint style;
} MisSeries;

/**
 * MisBar:
 * @label: the category
 * @value: the bar's length; %NAN for a row with text only
 * @value_text: (nullable): stands at the end of the bar
 * @color: its colour
 *
 * One row of a bar chart. Read only.
 */
typedef struct
{
  char *label;
  double value;
  char *value_text;
  MisColorRole color;
} MisBar;

typedef struct _MisChart MisChart;

/**
 * mis_chart_new:
 *
 * Makes an empty chart: no texts, automatic axes. A chart is filled by one thread and not changed
 * after it was shown to others; from then on any thread may read it.
 *
 * All texts that a chart takes are copied; bytes that are not UTF-8 become U+FFFD, control
 * characters a space (the description keeps its line ends). %NULL is the same as "".
 *
 * Returns: (transfer full): a chart with one reference
 */
MisChart *mis_chart_new (void);

/* References are counted atomically. */
MisChart *mis_chart_ref (MisChart *chart);
void mis_chart_unref (MisChart *chart);

/* Returns: (transfer full): a chart that says the same, and may be changed. O(chart). */
MisChart *mis_chart_copy (const MisChart *chart);

void mis_chart_set_title (MisChart *chart, const char *title);
void mis_chart_set_subtitle (MisChart *chart, const char *subtitle);

/**
 * mis_chart_set_remark:
 * @remark: what has to be known of these numbers wherever they are shown, such as that their run
 *   was stopped; it stays where a subtitle finds no room, and without a title too
 */
void mis_chart_set_remark (MisChart *chart, const char *remark);

/**
 * mis_chart_set_legend_title:
 * @title: what the names of the series have in common; stands above the plot, in up to three lines
 */
void mis_chart_set_legend_title (MisChart *chart, const char *title);

/**
 * mis_chart_set_source:
 * @source: below the chart in small letters, in two lines at most: where it comes from. Exported
 *   descriptions end with it
 */
void mis_chart_set_source (MisChart *chart, const char *source);

/**
 * mis_chart_set_description:
 * @description: what is to be seen, for those who cannot see it; goes into SVG `<desc>`
 */
void mis_chart_set_description (MisChart *chart, const char *description);

const char *mis_chart_get_title (const MisChart *chart);
const char *mis_chart_get_subtitle (const MisChart *chart);
const char *mis_chart_get_remark (const MisChart *chart);
const char *mis_chart_get_legend_title (const MisChart *chart);
const char *mis_chart_get_source (const MisChart *chart);
const char *mis_chart_get_description (const MisChart *chart);

/**
 * mis_chart_set_x_axis:
 * @title: (nullable): what the axis shows
 * @min, @max: the ends, in data units; %NAN for an end that follows the data
 *
 * Ends in the wrong order are exchanged; equal ends are moved apart.
 */
void mis_chart_set_x_axis (MisChart *chart, const char *title, double min, double max);
void mis_chart_set_y_axis (MisChart *chart, const char *title, double min, double max);

/* The @max that was set; %NAN if none was. */
double mis_chart_get_axis_end (const MisChart *chart, MisAxis axis);

/**
 * mis_chart_set_x_ticks:
 * @values: (array length=n) (nullable): where ticks stand; %NULL for automatic ones
 *
 * Ticks outside the axis are not drawn, and of labels that would touch each other only some are.
 */
void mis_chart_set_x_ticks (MisChart *chart, const double *values, guint n);
void mis_chart_set_y_ticks (MisChart *chart, const double *values, guint n);

/**
 * mis_chart_set_format:
 * @format: how the numbers of @axis are written
 */
void mis_chart_set_format (MisChart *chart, MisAxis axis, MisNumberFormat format);

/**
 * mis_chart_set_digits:
 * @digits: how many of the greatest number of @axis are known; 0, as at first: more than are read
 *
 * What is read at the cursor has no more.
 */
void mis_chart_set_digits (MisChart *chart, MisAxis axis, guint digits);

/**
 * mis_chart_set_x_spacing:
 * @spacing: how values of the x axis are spread; linear at first
 */
void mis_chart_set_x_spacing (MisChart *chart, MisSpacing spacing);

/**
 * mis_chart_add_series:
 * @name: (nullable): its name
 * @xs, @ys: (array length=n): the points in drawing order, copied
 * @flags: how it looks; 0 is the same as %MIS_SERIES_LINE
 *
 * Colours go round in the order of Okabe and Ito: series 0 blue, 1 vermillion, and so on.
 *
 * Returns: the index of the series, from 0
 */
guint mis_chart_add_series (MisChart *chart,
                            const char *name,
                            const double *xs,
                            const double *ys,
                            guint n,
                            MisSeriesFlags flags);

/**
 * mis_chart_set_series_color:
 * @series: an index returned by mis_chart_add_series()
 * @color: as for a theory line that belongs to another series
 */
void mis_chart_set_series_color (MisChart *chart, guint series, MisColorRole color);

/**
 * mis_chart_set_band:
 * @series: an index returned by mis_chart_add_series()
 * @low, @high: (array): as many values as the series has points, copied
 * @meaning: (nullable): what the band is; shown once for all bands that mean the same
 */
void mis_chart_set_band (
    MisChart *chart, guint series, const double *low, const double *high, const char *meaning);

/**
 * mis_chart_set_columns:
 * @series: an index returned by mis_chart_add_series()
 * @width: how wide each column is, in units of x
 *
 * Each point becomes a column from 0 to its y, its x in the middle: the bars of a histogram, which
 * touch where points are as far apart as columns are wide. Where several series have columns, those
 * of one have an outline together, so that others are seen behind it. The cursor reads from where
 * to where a column goes.
 */
void mis_chart_set_columns (MisChart *chart, guint series, double width);

/**
 * mis_chart_add_bar:
 * @label: the category, shown on the left
 * @value: the length; %NAN for no bar
 * @value_text: (nullable): shown at the end of the bar
 * @color: %MIS_COLOR_SERIES_1 for most
 *
 * The first bar turns the chart into a bar chart, which shows no series. Rows stand from top to
 * bottom in the order of the calls; there may be thousands.
 *
 * Returns: the index of the bar, from 0
 */
guint mis_chart_add_bar (
    MisChart *chart, const char *label, double value, const char *value_text, MisColorRole color);

/**
 * mis_chart_set_bars_range:
 * @min, @max: the values at the two ends of the scale; %NAN for an end that follows the bars
 *
 * With both ends given, each bar shows the whole range behind it as a faint track.
 */
void mis_chart_set_bars_range (MisChart *chart, double min, double max);

/**
 * mis_chart_add_reference:
 * @axis: %MIS_AXIS_X for a vertical line at @value, %MIS_AXIS_Y for a horizontal one
 * @label: (nullable): stands on the line
 *
 * A bar chart has vertical reference lines only.
 */
void mis_chart_add_reference (MisChart *chart, MisAxis axis, double value, const char *label);

/**
 * mis_chart_add_point:
 * @x, @y: in data units
 * @label: (nullable): as "you are here"
 *
 * A ring with a label that keeps away from the frame's edges, the curves and other labels.
 */
void mis_chart_add_point (MisChart *chart, double x, double y, const char *label);

/**
 * mis_chart_get_point:
 * @point: in the order of mis_chart_add_point(), from 0
 * @x, @y: (out): its place, in data units
 *
 * Returns: whether there are so many points
 */
gboolean mis_chart_get_point (const MisChart *chart, guint point, double *x, double *y);

void mis_chart_set_legend (MisChart *chart, MisLegend legend);

guint mis_chart_get_n_series (const MisChart *chart);

/**
 * mis_chart_get_series:
 *
 * Returns: (transfer none): lives as long as the chart and until another series is added
 */
const MisSeries *mis_chart_get_series (const MisChart *chart, guint series);

guint mis_chart_get_n_bars (const MisChart *chart);

/**
 * mis_chart_get_bar:
 *
 * Returns: (transfer none): lives as long as the chart and until another bar is added
 */
const MisBar *mis_chart_get_bar (const MisChart *chart, guint bar);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisChart, mis_chart_unref)

G_END_DECLS
