/* chart-private.h: what a chart is made of, for layout and drawing. */
#pragma once

#include "plot/chart.h"

/* One axis as described; @min and @max may be %NAN, @ticks %NULL. */
typedef struct
{
  char *title;
  double min;
  double max;
  double *ticks;
  guint n_ticks;
  MisNumberFormat format;
  guint digits; /* 0: as many as tell values apart */
} MisAxisSpec;

typedef struct
{
  MisAxis axis;
  double value;
  char *label;
} MisReference;

typedef struct
{
  double x;
  double y;
  char *label;
} MisMark;

/* The texts that stand outside the plot. */
typedef enum
{
  MIS_CHART_TITLE,
  MIS_CHART_REMARK,
  MIS_CHART_SUBTITLE,
  MIS_CHART_LEGEND_TITLE,
  MIS_CHART_SOURCE,
  MIS_CHART_DESCRIPTION,
  MIS_N_CHART_TEXTS,
} MisChartText;

struct _MisChart
{
  int ref_count; /* atomic */
  char *texts[MIS_N_CHART_TEXTS];
  MisAxisSpec axes[2]; /* by MisAxis */
  MisSpacing x_spacing;
  MisLegend legend;
  GArray *series;     /* MisSeries */
  GArray *bars;       /* MisBar */
  GArray *references; /* MisReference */
  GArray *marks;      /* MisMark */
  double bars_min;
  double bars_max;
  guint n_styles; /* series that are not theory */
};

/* (transfer full): @text as one line, or with its line ends if @keep_lines; neither XML nor Pango
 * takes other control characters. */
char *mis_chart_clean_text (const char *text, gboolean keep_lines);
