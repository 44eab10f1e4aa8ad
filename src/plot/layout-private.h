/* layout-private.h: what the parts of the layout share: titles, axes, key, labels on polylines,
 * bars. */
#pragma once

#include "plot/chart-private.h"
#include "plot/polyline.h"
#include "plot/font.h"
#include "plot/layout.h"
#include "plot/placement.h"
#include "plot/ticks.h"

/* Where the names of series stand. */
typedef enum
{
  MIS_NAMES_AT_ENDS,
  MIS_NAMES_INSIDE,
  MIS_NAMES_IN_KEY,
  MIS_NAMES_NOWHERE,
} MisNames;

/* Labels right of the plot: how far from it, in font sizes; how much of the width, at most. */
#define MIS_END_GAP 0.6
#define MIS_ENDS_SHARE 0.36

/* For a key in which nothing may be left out. */
#define MIS_ALL_KEY_ROWS G_MAXUINT

/* What is left out where there is too little room, in this order; then the marks are alone. */
typedef enum
{
  MIS_FEATURE_SUBTITLE,
  MIS_FEATURE_AIR, /* wide margins and gaps */
  MIS_FEATURE_SOURCE,
  MIS_FEATURE_TITLE,
  MIS_FEATURE_AXIS_TITLES,
  MIS_FEATURE_LABELS, /* key, names of series, reference lines and points */
  MIS_FEATURE_TICKS,
  MIS_N_FEATURES,
} MisFeature;

/* The groups of a drawing that hold texts. */
typedef enum
{
  MIS_TEXT_GROUP_HEAD,
  MIS_TEXT_GROUP_SOURCE,
  MIS_TEXT_GROUP_X_AXIS,
  MIS_TEXT_GROUP_Y_AXIS,
  MIS_TEXT_GROUP_KEY,
  MIS_TEXT_GROUP_REFERENCE,
  MIS_TEXT_GROUP_SERIES,
  MIS_TEXT_GROUP_MARK,
  MIS_N_TEXT_GROUPS,
} MisTextGroup;

/* One line of text in its place; @owner is the number of the series, reference line or point. */
typedef struct
{
  MisTextGroup group;
  int owner;
  char *text;
  double x;
  double y;
  double size;
  gboolean bold;
  MisAnchor anchor;
  MisColorRole color;
} MisLabel;

/* A sample in the key: of a series, or (@is_band) of its band. */
typedef struct
{
  MisRect box;
  guint series;
  gboolean is_band;
} MisSwatch;

/* Rows of a bar chart, from @plot.y downwards. */
typedef struct
{
  double row_height;
  double bar_height;
  double label_width; /* of the column on the left; of a whole row if stacked */
  gboolean stacked;   /* the label stands above its bar */
  guint n_shown;
  double room; /* the height that all rows may take */
} MisRows;

/* The shapes of one series; the band's are empty if there is none. */
typedef struct
{
  MisPolyline line;
  MisPolyline low;
  MisPolyline high;
} MisShapes;

struct _MisLayout
{
  MisChart *chart;
  MisFont *font;
  double width;
  double height;
  double em;      /* font size of the labels */
  double key_em;  /* of the key, which all its lengths follow */
  double mark_em; /* the same for marks; smaller on a tiny page without texts */
  MisRenderFlags flags;
  guint level; /* features below this number are left out */
  MisNames names;
  gboolean strict;     /* the plot gets its share of the height, or nothing is laid out */
  gboolean key_beside; /* the key stands beside the plot however narrow the page is */
  guint most_key_rows; /* above which entries are left out; MIS_ALL_KEY_ROWS for none */
  guint n_key_rows;
  MisRect frame; /* the page without its margins */
  MisRect plot;
  MisScale x_scale;
  MisScale y_scale;
  MisTicks x_ticks;
  MisTicks y_ticks;
  GArray *labels;    /* MisLabel */
  GArray *swatches;  /* MisSwatch */
  MisShapes *shapes; /* by series */
  guint n_shapes;
  MisRows rows;
};

gboolean mis_layout_has (const MisLayout *self, MisFeature feature);
gboolean mis_layout_is_bars (const MisLayout *self);

/* A gap of @wide font sizes, or of @narrow ones where there is little room; in points. */
double mis_layout_gap (const MisLayout *self, double wide, double narrow);

/* "and 3 more": (transfer full). */
char *mis_layout_count_text (guint n_hidden);

/* The height of a line of text of @size. */
double mis_layout_line_height (const MisLayout *self, double size);

/* The baseline for digits of @size whose middle is at @y. */
double mis_layout_center_line (const MisLayout *self, double y, double size);

/* Adds a label and returns it; it takes @text. */
MisLabel *mis_layout_add_label (MisLayout *self,
                                MisTextGroup group,
                                int owner,
                                char *text,
                                double x,
                                double y,
                                MisAnchor anchor,
                                MisColorRole color);

/* titles.c: what stands around the plot. */
const char *mis_layout_get_text (const MisLayout *self, MisChartText which); /* "" if unwanted */
double mis_titles_add_paragraph (MisLayout *self,
                                 MisTextGroup group,
                                 const char *text,
                                 guint most_lines,
                                 double top,
                                 double size,
                                 gboolean bold,
                                 MisColorRole color);      /* returns the y below */
double mis_titles_add_head (MisLayout *self);              /* returns the y below */
double mis_titles_add_source (MisLayout *self);            /* returns the y above */
double mis_titles_add_y (MisLayout *self, double top);     /* returns the y below */
double mis_titles_x_height (const MisLayout *self);        /* with the gap above it */
void mis_titles_add_x (MisLayout *self, double bottom);

/* axes.c: limits from chart and data. */
void mis_axes_find_x (MisLayout *self);
void mis_axes_find_y (MisLayout *self);

/* axes.c: ticks and their labels. Each needs the plot's extent along its axis. */
void mis_axes_lay_out_x (MisLayout *self);
double mis_axes_lay_out_y (MisLayout *self); /* returns the width of the labels */
void mis_axes_add_y_labels (MisLayout *self);
double mis_axes_x_gap (const MisLayout *self); /* between the axis and its labels */
double mis_axes_x_overhang (MisLayout *self); /* how far the last label may reach beyond the plot */

/* shapes.c: the series on the page, once the plot has its place. */
void mis_shapes_find (MisLayout *self);
void mis_shapes_clear (MisLayout *self);

/* What the key names: a series, or (@is_band) what the bands mean that are like its own. */
typedef struct
{
  guint series;
  gboolean is_band;
} MisKeyEntry;

/* key-entries.c: (transfer full) (element-type MisKeyEntry): names first, in the order of their
 * lines; then what bands mean, each once. */
GArray *mis_key_list_entries (const MisLayout *self);

/* key.c: what the swatches mean, and what all names have in common. */
/* That of the labels, or a smaller one where there is little room, or names would be cut. */
double mis_key_find_size (const MisLayout *self);
double mis_key_lay_out_title (MisLayout *self, double top); /* returns the y below */
double mis_key_lay_out_rows (MisLayout *self, double top); /* returns the y below */
double mis_key_column_width (MisLayout *self);             /* 0 if rows are better */
/* FALSE if it may not be cut, and is. */
gboolean mis_key_lay_out_column (MisLayout *self, double left);

gboolean mis_key_is_column (const MisLayout *self);

/* names.c: names of series beside their polylines. FALSE if one found no good place. */
gboolean mis_names_fit_ends (MisLayout *self);
double mis_names_ends_width (MisLayout *self);
gboolean mis_names_add (MisLayout *self, MisPlacement *placement);

/* labels.c: names as above, then the labels of reference lines and points. FALSE as above. */
double mis_labels_ladder_width (MisLayout *self); /* 0 if horizontal lines carry their labels */
gboolean mis_labels_lay_out (MisLayout *self);
double mis_labels_reference_rows (MisLayout *self, double top, gboolean dry_run);
double mis_labels_get_baseline (const MisLayout *self, const MisRect *box); /* of a line in it */

/* bars.c: the rows of a bar chart. */
void mis_bars_find_x (MisLayout *self);
gboolean mis_bars_have_axis (const MisLayout *self);
gboolean mis_bars_lay_out (MisLayout *self, double top, double bottom);
double mis_bars_natural_row (const MisLayout *self);
