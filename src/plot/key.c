/* The key in a layout: how its texts find room, in how many columns, and where it stands. */
#include <math.h>
#include <string.h>

#include "plot/layout-private.h"

/* Lengths in font sizes. */
static const double SWATCH_WIDTH = 2.1;
static const double SWATCH_GAP = 0.5;
static const double ENTRY_GAP = 1.5;
static const double NARROW_ENTRY_GAP = 1;
static const double LINE_HEIGHT = 1.45;
static const double SMALL_SIZE = 0.8; /* of the text where there is little room */

static const double LEAST_PRINTED = 7; /* points; smaller text is hard to read on paper */
static const guint MOST_TITLE_LINES = 3;
static const guint COLUMN_FROM = 6;         /* entries */
static const double COLUMN_FROM_WIDTH = 36; /* font sizes */
static const double COLUMN_SHARE = 0.32;    /* of the width */
static const double BESIDE_SHARE = 0.42;    /* the same, rather than a low plot */

/* Whether @text finds no room with its swatch, even in a row of its own. */
static gboolean
is_too_wide (const MisLayout *self, const char *text)
{
  return text != NULL
         && (SWATCH_WIDTH + SWATCH_GAP) * self->em
                + mis_font_get_width (self->font, text, self->em, FALSE)
              > self->frame.width;
}

double
mis_key_find_size (const MisLayout *self)
{
  const double least = MAX (SMALL_SIZE * self->em, MIN (self->em, LEAST_PRINTED));

  if (!mis_layout_has (self, MIS_FEATURE_AIR))
    return least;
  for (guint i = 0; i < self->chart->series->len; i++)
    {
      const MisSeries *series = mis_chart_get_series (self->chart, i);

      if (is_too_wide (self, series->meaning)
          || (self->names == MIS_NAMES_IN_KEY && is_too_wide (self, series->name)))
        return least;
    }
  return self->em;
}

static double
entry_gap (const MisLayout *self)
{
  return mis_layout_has (self, MIS_FEATURE_AIR) ? ENTRY_GAP * self->key_em
                                                : NARROW_ENTRY_GAP * self->key_em;
}

static double
line_height (const MisLayout *self)
{
  return MAX (mis_layout_has (self, MIS_FEATURE_AIR) ? LINE_HEIGHT * self->key_em : 0,
              mis_layout_line_height (self, self->key_em));
}

static double
entry_indent (const MisLayout *self)
{
  return (SWATCH_WIDTH + SWATCH_GAP) * self->key_em;
}

static double
text_width (const MisLayout *self, const char *text)
{
  return mis_font_get_width (self->font, text, self->key_em, FALSE);
}

static const char *
whole_text (const MisLayout *self, const MisKeyEntry *entry)
{
  const MisSeries *series = mis_chart_get_series (self->chart, entry->series);

  return entry->is_band ? series->meaning : series->name;
}

typedef char *(*Ellipsize) (
    MisFont *font, const char *text, double size, gboolean bold, double width);

/* (transfer full): the texts of all entries, none wider than @room with its swatch. */
static char **
shorten_texts (const MisLayout *self, const GArray *entries, double room, Ellipsize ellipsize)
{
  char **texts = g_new0 (char *, entries->len + 1);

  for (guint i = 0; i < entries->len; i++)
    texts[i] = ellipsize (self->font, whole_text (self, &g_array_index (entries, MisKeyEntry, i)),
                          self->key_em, FALSE, room - entry_indent (self));
  return texts;
}

/* Whether names that differ still do. */
static gboolean
tells_apart (const MisLayout *self, const GArray *entries, char **texts)
{
  for (guint i = 0; i < entries->len; i++)
    for (guint k = 0; k < i; k++)
      if (strcmp (texts[i], texts[k]) == 0
          && strcmp (whole_text (self, &g_array_index (entries, MisKeyEntry, i)),
                     whole_text (self, &g_array_index (entries, MisKeyEntry, k)))
                 != 0)
        return FALSE;
  return TRUE;
}

/* (transfer full): shortened where they differ least: first in the middle. */
static char **
entry_texts (const MisLayout *self, const GArray *entries, double room)
{
  static const Ellipsize ways[] = { mis_font_ellipsize_middle, mis_font_ellipsize_start,
                                    mis_font_ellipsize };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_auto (GStrv) texts = shorten_texts (self, entries, room, ways[i]);

      if (tells_apart (self, entries, texts))
        return g_steal_pointer (&texts);
    }
  return shorten_texts (self, entries, room, ways[0]);
}

static void
add_text (MisLayout *self, int series, char *text, double x, double middle, MisColorRole color)
{
  MisLabel *label = mis_layout_add_label (self, MIS_TEXT_GROUP_KEY, series, text, x,
                                          mis_layout_center_line (self, middle, self->key_em),
                                          MIS_ANCHOR_START, color);

  label->size = self->key_em;
}

static void
add_entry (MisLayout *self, const MisKeyEntry *entry, char *text, double x, double middle)
{
  const double em = self->key_em;
  double height = entry->is_band ? 0.8 * em : 0.6 * em;
  const MisSwatch swatch = {
    .box = { x, middle - height / 2, SWATCH_WIDTH * em, height },
    .series = entry->series,
    .is_band = entry->is_band,
  };

  g_array_append_val (self->swatches, swatch);
  add_text (self, (int)entry->series, text, x + entry_indent (self), middle, MIS_COLOR_TEXT);
}

/* Says how many entries found no room. */
static void
add_count (MisLayout *self, guint n, double x, double middle)
{
  add_text (self, -1, mis_layout_count_text (n), x, middle, MIS_COLOR_DIM_TEXT);
}

/* Where an entry stands in rows; @x from their left. */
typedef struct
{
  char *text;
  double width;
  double x;
  guint row;
} Place;

static void
place_clear (void *data)
{
  g_free (((Place *)data)->text);
}

/* The texts of all entries, none wider than @room. */
static GArray *
measure_entries (const MisLayout *self, const GArray *entries, double room)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (Place));
  g_auto (GStrv) texts = entry_texts (self, entries, room);

  g_array_set_clear_func (places, place_clear);
  for (guint i = 0; i < entries->len; i++)
    {
      Place place = { .text = g_strdup (texts[i]) };

      place.width =
          entry_indent (self) + text_width (self, place.text);
      g_array_append_val (places, place);
    }
  return places;
}

/* The widest name of a series. What a band is takes more than a name and may span two columns. */
static double
column_step (const GArray *entries, const GArray *places)
{
  double widest = 0;

  for (guint i = 0; i < entries->len; i++)
    if (!g_array_index (entries, MisKeyEntry, i).is_band)
      widest = MAX (widest, g_array_index (places, Place, i).width);
  return widest;
}

/* Fills rows of @room from the left: in columns that are @step apart, or (0) one entry right behind
 * the other. Returns the number of rows. */
static guint
fill_rows (GArray *places, double room, double step, double gap)
{
  double x = 0;
  guint row = 0;

  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);

      if (step > 0)
        x = step * ceil (x / step - 1e-6);
      if (x > 0 && x + place->width > room + 1e-6)
        {
          x = 0;
          row++;
        }
      place->x = x;
      place->row = row;
      x += place->width + gap;
    }
  return places->len > 0 ? row + 1 : 0;
}

/* Columns are easier to read, unless they take more rows or one row is enough. */
static guint
arrange_entries (const MisLayout *self, const GArray *entries, GArray *places)
{
  const double gap = entry_gap (self);
  const double room = self->frame.width;
  const double step = column_step (entries, places) + gap;
  const guint n_ragged = fill_rows (places, room, 0, gap);

  if (n_ragged > 1 && fill_rows (places, room, step, gap) <= n_ragged)
    return n_ragged;
  return fill_rows (places, room, 0, gap);
}

/* How many entries are shown in @n_rows, with room for the count behind the last of them. */
static guint
count_shown (MisLayout *self, const GArray *places, guint n_rows, double *count_x)
{
  const double gap = entry_gap (self);
  guint n = places->len;

  while (n > 0 && g_array_index (places, Place, n - 1).row >= n_rows)
    n--;
  for (*count_x = 0; n > 0; n--)
    {
      const Place *last = &g_array_index (places, Place, n - 1);
      g_autofree char *text = mis_layout_count_text (places->len - n);

      *count_x = last->x + last->width + gap;
      if (*count_x + text_width (self, text) <= self->frame.width)
        break;
      if (last->x <= 0) /* the count takes its place */
        {
          *count_x = 0;
          return n - 1;
        }
    }
  return n;
}

double
mis_key_lay_out_rows (MisLayout *self, double top)
{
  g_autoptr (GArray) entries = mis_key_list_entries (self);
  g_autoptr (GArray) places = measure_entries (self, entries, self->frame.width);
  const double line = line_height (self);
  const guint n_all = arrange_entries (self, entries, places);
  guint n_shown = entries->len;
  double count_x;

  self->n_key_rows = MIN (n_all, self->most_key_rows);
  if (n_all > self->n_key_rows)
    n_shown = count_shown (self, places, self->n_key_rows, &count_x);
  for (guint i = 0; i < n_shown; i++)
    {
      Place *place = &g_array_index (places, Place, i);

      add_entry (self, &g_array_index (entries, MisKeyEntry, i), g_steal_pointer (&place->text),
                 self->frame.x + place->x, top + (place->row + 0.5) * line);
    }
  if (n_shown < entries->len)
    add_count (self, entries->len - n_shown, self->frame.x + count_x,
               top + (self->n_key_rows - 0.5) * line);
  return top + self->n_key_rows * line + (n_all > 0 ? mis_layout_gap (self, 0.7, 0.3) : 0);
}

static gboolean
has_letter (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* Whether a name is a mere number, which says nothing without what it is a number of. */
static gboolean
needs_title (const MisLayout *self)
{
  for (guint i = 0; i < mis_chart_get_n_series (self->chart); i++)
    {
      const char *name = mis_chart_get_series (self->chart, i)->name;

      if (*name != '\0' && !has_letter (name))
        return TRUE;
    }
  return FALSE;
}

double
mis_key_lay_out_title (MisLayout *self, double top)
{
  const char *title = self->chart->texts[MIS_CHART_LEGEND_TITLE];

  if (*title == '\0' || self->names == MIS_NAMES_NOWHERE)
    return top;
  if (!mis_layout_has (self, MIS_FEATURE_SUBTITLE) && !needs_title (self))
    return top;
  return mis_titles_add_paragraph (self, MIS_TEXT_GROUP_KEY, title, MOST_TITLE_LINES, top,
                                   self->key_em, FALSE, MIS_COLOR_DIM_TEXT) +
         mis_layout_gap (self, 0.3, 0.1);
}

/* The widest entry, whole. */
static double
widest_entry (const MisLayout *self)
{
  g_autoptr (GArray) entries = mis_key_list_entries (self);
  g_autoptr (GArray) places = measure_entries (self, entries, INFINITY);
  double widest = 0;

  for (guint i = 0; i < places->len; i++)
    widest = MAX (widest, g_array_index (places, Place, i).width);
  return widest;
}

/* Beside the plot, unless that would shorten names that have their whole length above it. */
static gboolean
is_better_as_column (const MisLayout *self)
{
  return self->chart->series->len >= COLUMN_FROM &&
         self->frame.width >= COLUMN_FROM_WIDTH * self->em &&
         (self->most_key_rows != MIS_ALL_KEY_ROWS ||
          widest_entry (self) <= COLUMN_SHARE * self->frame.width);
}

gboolean
mis_key_is_column (const MisLayout *self)
{
  return self->names == MIS_NAMES_IN_KEY && (self->key_beside || is_better_as_column (self));
}

double
mis_key_column_width (MisLayout *self)
{
  g_autofree char *count = mis_layout_count_text (self->chart->series->len);
  const double widest = widest_entry (self);

  if (self->most_key_rows == MIS_ALL_KEY_ROWS)
    return widest;
  return MAX (MIN (widest, (self->key_beside ? BESIDE_SHARE : COLUMN_SHARE) * self->frame.width),
              entry_indent (self) + text_width (self, count));
}

gboolean
mis_key_lay_out_column (MisLayout *self, double left)
{
  g_autoptr (GArray) entries = mis_key_list_entries (self);
  double line = line_height (self);
  double width = self->frame.x + self->frame.width - left;
  double middle = self->plot.y + line / 2;
  guint room = (guint)MAX (1, self->plot.height / line);
  g_auto (GStrv) texts = entry_texts (self, entries, width + 0.01);

  for (guint i = 0; i < entries->len; i++, middle += line)
    {
      const MisKeyEntry *entry = &g_array_index (entries, MisKeyEntry, i);

      if (i + 1 == room && i + 1 < entries->len)
        {
          add_count (self, entries->len - i, left + entry_indent (self), middle);
          return self->most_key_rows != MIS_ALL_KEY_ROWS;
        }
      add_entry (self, entry, g_strdup (texts[i]), left, middle);
    }
  return TRUE;
}
