/* What stands around the plot in a layout: title, subtitle and source, and the titles of
 * the axes. */
#include "plot/layout-private.h"

/* Lengths in font sizes. */
static const double TITLE_SIZE = 1.35;
static const double SMALL_TITLE_SIZE = 1.15;
static const double SOURCE_SIZE = 0.85;
static const double LEADING = 0.12;

static const guint MOST_LINES = 2;      /* of a title, and of a source */
static const guint MOST_AXIS_LINES = 3; /* of the title of an axis */

/* The flag that says that a text is not wanted. */
static MisRenderFlags
get_flag (MisChartText which)
{
  return which == MIS_CHART_SOURCE ? MIS_RENDER_NO_SOURCE : MIS_RENDER_NO_TITLE;
}

const char *
mis_layout_get_text (const MisLayout *self, MisChartText which)
{
  return (self->flags & get_flag (which)) != 0 ? "" : self->chart->texts[which];
}

double
mis_titles_add_paragraph (MisLayout *self,
                          MisTextGroup group,
                          const char *text,
                          guint most_lines,
                          double top,
                          double size,
                          gboolean bold,
                          MisColorRole color)
{
  g_auto (GStrv) lines
    = mis_font_break_lines (self->font, text, size, bold, self->frame.width, most_lines);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      MisLabel *label = mis_layout_add_label (self, group, -1, g_strdup (lines[i]), self->frame.x,
                                              top + mis_font_get_ascent (self->font, size),
                                              MIS_ANCHOR_START, color);

      label->size = size;
      label->bold = bold;
      top += mis_layout_line_height (self, size) + LEADING * size;
    }
  return top;
}

double
mis_titles_add_head (MisLayout *self)
{
  const char *title = mis_layout_get_text (self, MIS_CHART_TITLE);
  const char *subtitle = mis_layout_get_text (self, MIS_CHART_SUBTITLE);
  double start = self->frame.y;
  double top = start;

  if (mis_layout_has (self, MIS_FEATURE_TITLE))
    top = mis_titles_add_paragraph (self, MIS_TEXT_GROUP_HEAD, title, MOST_LINES, top,
                                    mis_layout_gap (self, TITLE_SIZE, SMALL_TITLE_SIZE), TRUE,
                                    MIS_COLOR_TEXT);
  if (mis_layout_has (self, MIS_FEATURE_TITLE))
    top = mis_titles_add_paragraph (self, MIS_TEXT_GROUP_HEAD, self->chart->texts[MIS_CHART_REMARK],
                                    MOST_LINES, top, self->em, FALSE, MIS_COLOR_TEXT);
  if (mis_layout_has (self, MIS_FEATURE_SUBTITLE))
    top = mis_titles_add_paragraph (self, MIS_TEXT_GROUP_HEAD, subtitle, MOST_LINES, top, self->em,
                                    FALSE, MIS_COLOR_DIM_TEXT);
  return top > start ? top + mis_layout_gap (self, 0.8, 0.3) : top;
}

/* At the bottom left; returns the y above. */
double
mis_titles_add_source (MisLayout *self)
{
  const double size = SOURCE_SIZE * self->em;
  const double bottom = self->frame.y + self->frame.height;
  const char *source = mis_layout_get_text (self, MIS_CHART_SOURCE);
  g_auto (GStrv) lines
    = mis_font_break_lines (self->font, source, size, FALSE, self->frame.width, MOST_LINES);
  double top;

  if (!mis_layout_has (self, MIS_FEATURE_SOURCE) || *source == '\0')
    return bottom;
  /* No leading below the last line. */
  top = bottom + LEADING * size -
        g_strv_length (lines) * (mis_layout_line_height (self, size) + LEADING * size);
  mis_titles_add_paragraph (self, MIS_TEXT_GROUP_SOURCE, source, MOST_LINES, top, size, FALSE,
                            MIS_COLOR_DIM_TEXT);
  return top - mis_layout_gap (self, 0.6, 0.35);
}

/* (transfer full): the lines of the title of @axis; none where it has no room. */
static char **
break_axis_title (const MisLayout *self, MisAxis axis)
{
  const char *title
    = mis_layout_has (self, MIS_FEATURE_AXIS_TITLES) ? self->chart->axes[axis].title : "";

  return mis_font_break_lines (self->font, title, self->em, FALSE, self->frame.width,
                               MOST_AXIS_LINES);
}

/* The title of the y axis lies above it, so that nobody has to turn the head. */
double
mis_titles_add_y (MisLayout *self, double top)
{
  const double line = mis_layout_line_height (self, self->em);
  g_auto (GStrv) lines = break_axis_title (self, MIS_AXIS_Y);

  for (guint i = 0; lines[i] != NULL; i++, top += line)
    mis_layout_add_label (self, MIS_TEXT_GROUP_Y_AXIS, -1, g_strdup (lines[i]), self->frame.x,
                          top + mis_font_get_ascent (self->font, self->em), MIS_ANCHOR_START,
                          MIS_COLOR_DIM_TEXT);
  return lines[0] != NULL ? top + 0.15 * self->em : top;
}

double
mis_titles_x_height (const MisLayout *self)
{
  g_auto (GStrv) lines = break_axis_title (self, MIS_AXIS_X);

  if (lines[0] == NULL)
    return 0;
  return g_strv_length (lines) * mis_layout_line_height (self, self->em)
         + mis_layout_gap (self, 0.35, 0.1);
}

/* Under the middle of the plot, as long as it stays on the page. */
void
mis_titles_add_x (MisLayout *self, double bottom)
{
  const double line = mis_layout_line_height (self, self->em);
  g_auto (GStrv) lines = break_axis_title (self, MIS_AXIS_X);
  const guint n = g_strv_length (lines);

  for (guint i = 0; i < n; i++)
    {
      const double half = mis_font_get_width (self->font, lines[i], self->em, FALSE) / 2;
      const double x = CLAMP (self->plot.x + self->plot.width / 2, self->frame.x + half,
                              self->frame.x + self->frame.width - half);

      mis_layout_add_label (self, MIS_TEXT_GROUP_X_AXIS, -1, g_strdup (lines[i]), x,
                            bottom - (n - 1 - i) * line
                              - mis_font_get_descent (self->font, self->em),
                            MIS_ANCHOR_MIDDLE, MIS_COLOR_DIM_TEXT);
    }
}
