/* The key in a layout: which series are named, in how many columns, and where it stands. */
#include <math.h>
#include <string.h>

#include "plot/layout-private.h"

/* Lengths in font sizes. */
static const double SWATCH_WIDTH = 2.1;
static const double SWATCH_GAP = 0.5;
static const double ENTRY_GAP = 1.5;
static const double LINE_HEIGHT = 1.45;
static const double COUNT_WIDTH = 3; /* kept free for "+40" */

static const guint MOST_ROWS = 4;
static const guint COLUMN_FROM = 6;         /* entries */
static const double COLUMN_FROM_WIDTH = 36; /* font sizes */
static const double COLUMN_SHARE = 0.32;    /* of the width */
static const double NEAR = 0.01;            /* of the y axis: ends that look the same */

typedef struct
{
  guint series;
  gboolean is_band;
  double last;
  double mean;
  double value; /* one of the two */
  guint rank;
} Entry;

static void
measure_series (const MisSeries *series, Entry *entry)
{
  double sum = 0;
  guint n = 0;

  entry->last = -INFINITY;
  for (guint i = 0; i < series->n; i++)
    if (isfinite (series->ys[i]))
      {
        entry->last = series->ys[i];
        sum += series->ys[i];
        n++;
      }
  entry->mean = n > 0 ? sum / n : -(double)INFINITY;
}

/* By rank; within one from the highest value down. */
static int
compare_entries (const void *a, const void *b)
{
  const Entry *first = a, *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  if (first->value < second->value || first->value > second->value)
    return first->value < second->value ? 1 : -1;
  return (first->series > second->series) - (first->series < second->series);
}

/* Sorts each rank by the member at offset @value, and gives what is farther apart than @near ranks of
 * its own. */
static void
refine_ranks (GArray *entries, gsize value, double near)
{
  guint rank = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);

      entry->value = G_STRUCT_MEMBER (double, entry, value);
    }
  g_array_sort (entries, compare_entries);
  for (guint i = 0, old = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);

      if (i > 0 && (entry->rank != old || entry[-1].value - entry->value > near))
        rank++;
      old = entry->rank;
      entry->rank = rank;
    }
}

/* From the highest last value down, as the lines end; where they meet, as their means; where these
 * are no different to the eye either, in their own order. */
static void
sort_entries (const MisLayout *self, GArray *entries)
{
  double near = NEAR * (self->y_scale.max - self->y_scale.min);

  refine_ranks (entries, G_STRUCT_OFFSET (Entry, last), near);
  refine_ranks (entries, G_STRUCT_OFFSET (Entry, mean), near);
  for (guint i = 0; i < entries->len; i++)
    g_array_index (entries, Entry, i).value = 0;
  g_array_sort (entries, compare_entries);
}

static gboolean
has_band_like (const MisLayout *self, guint series)
{
  const MisSeries *own = mis_chart_get_series (self->chart, series);

  for (guint i = 0; i < series; i++)
    {
      const MisSeries *other = mis_chart_get_series (self->chart, i);

      if (other->meaning != NULL && strcmp (other->meaning, own->meaning) == 0)
        return TRUE;
    }
  return FALSE;
}

static GArray *
list_entries (const MisLayout *self)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  guint n = self->chart->series->len;

  for (guint i = 0; i < n && self->names == MIS_NAMES_IN_KEY; i++)
    {
      const MisSeries *series = mis_chart_get_series (self->chart, i);
      Entry entry = { .series = i };

      measure_series (series, &entry);
      if (*series->name != '\0')
        g_array_append_val (entries, entry);
    }
  sort_entries (self, entries);
  for (guint i = 0; i < n; i++)
    {
      const MisSeries *series = mis_chart_get_series (self->chart, i);
      Entry entry = { .series = i, .is_band = TRUE };

      if (series->meaning != NULL && *series->meaning != '\0' && !has_band_like (self, i))
        g_array_append_val (entries, entry);
    }
  return entries;
}

static double
line_height (const MisLayout *self)
{
  return MAX (LINE_HEIGHT * self->em, mis_layout_line_height (self, self->em));
}

static double
entry_indent (const MisLayout *self)
{
  return (SWATCH_WIDTH + SWATCH_GAP) * self->em;
}

static char *
entry_text (const MisLayout *self, const Entry *entry, double width)
{
  const MisSeries *series = mis_chart_get_series (self->chart, entry->series);

  return mis_font_ellipsize (self->font, entry->is_band ? series->meaning : series->name, self->em,
                             FALSE, width - entry_indent (self));
}

static void
add_entry (MisLayout *self, const Entry *entry, char *text, double x, double middle)
{
  double height = entry->is_band ? 0.8 * self->em : 0.6 * self->em;
  const MisSwatch swatch = {
    .box = { x, middle - height / 2, SWATCH_WIDTH * self->em, height },
    .series = entry->series,
    .is_band = entry->is_band,
  };

  g_array_append_val (self->swatches, swatch);
  mis_layout_add_label (self, MIS_PART_KEY, (int)entry->series, text, x + entry_indent (self),
                        mis_layout_center_line (self, middle, self->em), MIS_ANCHOR_START,
                        MIS_COLOR_TEXT);
}

/* Says how many entries found no room. */
static void
add_count (MisLayout *self, guint n, double x, MisAnchor anchor, double middle)
{
  mis_layout_add_label (self, MIS_PART_KEY, -1, g_strdup_printf ("+%u", n), x,
                        mis_layout_center_line (self, middle, self->em), anchor,
                        MIS_COLOR_DIM_TEXT);
}

/* The widths of all entries with the gap behind them; returns their sum. */
static double
measure_entries (MisLayout *self, const GArray *entries, double limit, double *widest)
{
  double sum = 0;

  *widest = 0;
  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *text = entry_text (self, &g_array_index (entries, Entry, i), limit);
      double width = entry_indent (self) + mis_font_get_width (self->font, text, self->em, FALSE) +
                     ENTRY_GAP * self->em;

      *widest = MAX (*widest, width);
      sum += width;
    }
  return sum;
}

/* Adds the @n entries from @from on as one row; all of one @width, or (0) as wide as they are. */
static void
add_row (MisLayout *self,
         const GArray *entries,
         guint from,
         guint n,
         double width,
         double limit,
         double middle)
{
  double x = self->frame.x;

  for (guint i = from; i < MIN (from + n, entries->len); i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      char *text = entry_text (self, entry, limit);
      double own = entry_indent (self) + mis_font_get_width (self->font, text, self->em, FALSE);

      add_entry (self, entry, text, x, middle);
      x += width > 0 ? width : own + ENTRY_GAP * self->em;
    }
}

double
mis_key_lay_out_rows (MisLayout *self, double top)
{
  g_autoptr (GArray) entries = list_entries (self);
  const double line = line_height (self);
  const double limit = self->frame.width - COUNT_WIDTH * self->em;
  double widest;
  double sum = measure_entries (self, entries, limit, &widest);
  gboolean one_row = sum - ENTRY_GAP * self->em <= limit;
  guint n_columns =
      one_row ? entries->len : (guint)MAX (1, (limit + ENTRY_GAP * self->em) / widest);
  guint n_rows, hidden;

  if (entries->len == 0)
    return top;
  n_rows = MIN ((entries->len + n_columns - 1) / n_columns, MOST_ROWS);
  for (guint row = 0; row < n_rows; row++)
    add_row (self, entries, row * n_columns, n_columns, one_row ? 0 : widest, limit,
             top + (row + 0.5) * line);
  hidden = entries->len - MIN (entries->len, n_rows * n_columns);
  if (hidden > 0)
    add_count (self, hidden, self->frame.x + self->frame.width, MIS_ANCHOR_END,
               top + (n_rows - 0.5) * line);
  return top + n_rows * line + 0.7 * self->em;
}

gboolean
mis_key_is_column (const MisLayout *self)
{
  return self->names == MIS_NAMES_IN_KEY && self->chart->series->len >= COLUMN_FROM &&
         self->frame.width >= COLUMN_FROM_WIDTH * self->em;
}

double
mis_key_column_width (MisLayout *self)
{
  g_autoptr (GArray) entries = list_entries (self);
  double limit = COLUMN_SHARE * self->frame.width;
  double widest = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *text = entry_text (self, &g_array_index (entries, Entry, i), limit);

      widest = MAX (widest, mis_font_get_width (self->font, text, self->em, FALSE));
    }
  return entry_indent (self) + widest;
}

void
mis_key_lay_out_column (MisLayout *self, double left)
{
  g_autoptr (GArray) entries = list_entries (self);
  double line = line_height (self);
  double width = self->frame.x + self->frame.width - left;
  double middle = self->plot.y + line / 2;
  guint room = (guint)MAX (1, self->plot.height / line);

  for (guint i = 0; i < entries->len; i++, middle += line)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (i + 1 == room && i + 1 < entries->len)
        {
          add_count (self, entries->len - i, left + entry_indent (self), MIS_ANCHOR_START, middle);
          break;
        }
      add_entry (self, entry, entry_text (self, entry, width + 0.01), left, middle);
    }
}
