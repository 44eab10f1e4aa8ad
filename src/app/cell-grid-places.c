/* Where everything in a grid of cells is: sizes of rows and columns, and what lies at a point. */
#include <math.h>

#include "app/cell-grid-private.h"

/* Above and below the text of a row, in pixels. */
#define ROW_PADDING 5
#define LEAST_WIDTH 24
#define MOST_WIDTH 1000

/* How near to the end of a heading the pointer takes hold of it. */
#define EDGE 4.0

/* Of the width, the most that stays while the rest is scrolled. */
#define MOST_FROZEN_PART 0.5

void
mis_cell_grid_measure_font (MisCellGrid *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  self->row_height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics)) + 2 * ROW_PADDING;
  self->digit_width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (metrics));
  pango_font_metrics_unref (metrics);
}

MisGridColumn *
mis_cell_grid_column (MisCellGrid *self, guint column)
{
  return &g_array_index (self->columns, MisGridColumn, column);
}

guint
mis_cell_grid_n_columns (MisCellGrid *self)
{
  return self->columns->len;
}

/* A width that the user has given stays with the words of the column, wherever that goes. */
static char *
make_key (const MisCellColumn *words)
{
  return g_strdup_printf ("%s\t%s", words->group != NULL ? words->group : "", words->title);
}

static int
get_wanted_width (MisCellGrid *self, const MisCellColumn *words)
{
  g_autofree char *key = make_key (words);
  gpointer width;

  if (g_hash_table_lookup_extended (self->widths, key, NULL, &width))
    return GPOINTER_TO_INT (width);
  return (int) words->width * self->digit_width + 2 * MIS_GRID_CELL_PADDING;
}

static gboolean
has_same_group (MisCellGrid *self, guint a, guint b)
{
  const char *group = mis_cell_grid_column (self, a)->words.group;

  return group != NULL && g_strcmp0 (group, mis_cell_grid_column (self, b)->words.group) == 0 &&
         (a < self->n_frozen) == (b < self->n_frozen);
}

static void
find_groups (MisCellGrid *self)
{
  guint n = mis_cell_grid_n_columns (self);

  self->n_headings = 1;
  for (guint first = 0, next; first < n; first = next)
    {
      if (mis_cell_grid_column (self, first)->words.group != NULL)
        self->n_headings = 2;
      for (next = first + 1; next < n && has_same_group (self, first, next); next++)
        ;
      for (guint i = first; i < next; i++)
        {
          mis_cell_grid_column (self, i)->group_first = (int) first;
          mis_cell_grid_column (self, i)->group_last = (int) next - 1;
        }
    }
}

void
mis_cell_grid_clear_column (gpointer column)
{
  mis_cell_column_clear (&((MisGridColumn *) column)->words);
}

static void
load_column (MisCellGrid *self, guint column)
{
  MisGridColumn *loaded = mis_cell_grid_column (self, column);

  mis_cell_source_get_column (self->source, column, &loaded->words);
  if (loaded->words.title == NULL)
    loaded->words.title = g_strdup ("");
  loaded->width = get_wanted_width (self, &loaded->words);
}

void
mis_cell_grid_load (MisCellGrid *self)
{
  guint n = self->source != NULL ? mis_cell_source_get_n_columns (self->source) : 0;

  g_array_set_size (self->columns, 0);
  g_array_set_size (self->columns, n);
  self->n_rows = n > 0 ? mis_cell_source_get_n_rows (self->source) : 0;
  self->n_frozen = n > 0 ? MIN (mis_cell_source_get_n_frozen (self->source), n) : 0;
  for (guint i = 0; i < n; i++)
    load_column (self, i);
  find_groups (self);
  g_clear_pointer (&self->row_name, g_free);
  self->is_stale = TRUE;
  self->is_placed = FALSE;
}

static int
sum_widths (MisCellGrid *self, guint from, guint to)
{
  int sum = 0;

  for (guint i = from; i < to; i++)
    sum += mis_cell_grid_column (self, i)->width;
  return sum;
}

/* Columns one after the other, each as wide as wanted times @part. */
static int
place_range (MisCellGrid *self, guint from, guint to, double part)
{
  int x = 0;

  for (guint i = from; i < to; i++)
    {
      MisGridColumn *column = mis_cell_grid_column (self, i);

      column->x = x;
      column->shown_width = part < 1.0 ? (int) floor (column->width * part) : column->width;
      x += column->shown_width;
    }
  return x;
}

static int
count_digits (guint n)
{
  int n_digits = 1;

  for (; n >= 10; n /= 10)
    n_digits++;
  return n_digits;
}

void
mis_cell_grid_place_columns (MisCellGrid *self, int width)
{
  guint n = mis_cell_grid_n_columns (self);
  int frozen = sum_widths (self, 0, self->n_frozen), most;

  self->gutter_width =
      n > 0 ? MAX (count_digits (self->n_rows), 2) * self->digit_width + 2 * MIS_GRID_CELL_PADDING
            : 0;
  most = n > self->n_frozen ? (int) ((width - self->gutter_width) * MOST_FROZEN_PART) : G_MAXINT;
  self->frozen_width =
      place_range (self, 0, self->n_frozen, frozen > most ? MAX (most, 0) / (double) frozen : 1.0);
  self->scrolled_width = place_range (self, self->n_frozen, n, 1.0);
  self->is_placed = TRUE;
}

int
mis_cell_grid_measure_width (MisCellGrid *self)
{
  return self->gutter_width + sum_widths (self, 0, mis_cell_grid_n_columns (self));
}

int
mis_cell_grid_heading_height (MisCellGrid *self)
{
  return self->n_headings * self->row_height;
}

int
mis_cell_grid_view_width (MisCellGrid *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - self->gutter_width - self->frozen_width,
              0);
}

int
mis_cell_grid_view_height (MisCellGrid *self)
{
  return MAX (gtk_widget_get_height (GTK_WIDGET (self)) - mis_cell_grid_heading_height (self), 0);
}

/* The scrolled column at @x from the start of the first; beyond them the nearest. */
static guint
find_column (MisCellGrid *self, guint from, guint to, int x)
{
  while (to - from > 1)
    {
      guint middle = from + (to - from) / 2;

      if (mis_cell_grid_column (self, middle)->x <= x)
        from = middle;
      else
        to = middle;
    }
  return from;
}

static void
get_column_range (MisCellGrid *self, int pane, int *first, int *n)
{
  guint n_columns = mis_cell_grid_n_columns (self), last;

  if (pane == MIS_GRID_GUTTER_PANE)
    {
      *first = MIS_GRID_GUTTER;
      *n = n_columns > 0;
      return;
    }
  *first = pane == MIS_GRID_FROZEN_PANE ? 0 : (int) self->n_frozen;
  *n = (int) self->n_frozen;
  if (pane == MIS_GRID_FROZEN_PANE)
    return;
  *n = 0;
  if (n_columns <= self->n_frozen || mis_cell_grid_view_width (self) == 0)
    return;
  *first = (int) find_column (self, self->n_frozen, n_columns, self->offset_x);
  last = find_column (self, self->n_frozen, n_columns,
                      self->offset_x + mis_cell_grid_view_width (self) - 1);
  *n = (int) last - *first + 1;
}

MisGridWindow
mis_cell_grid_get_window (MisCellGrid *self, int heading, int pane)
{
  MisGridWindow window = { .row = -self->n_headings, .n_rows = self->n_headings };
  int height = mis_cell_grid_view_height (self);

  get_column_range (self, pane, &window.column, &window.n_columns);
  if (heading)
    return window;
  window.row = self->offset_y / self->row_height;
  window.n_rows = (self->offset_y + height + self->row_height - 1) / self->row_height - window.row;
  window.n_rows = CLAMP (window.n_rows, 0, MAX ((int) self->n_rows - window.row, 0));
  return window;
}

int
mis_cell_grid_count_most_columns (MisCellGrid *self)
{
  int view = mis_cell_grid_view_width (self), most = 0;
  guint last = self->n_frozen, n = mis_cell_grid_n_columns (self);

  /* From the last pixel of each column on. */
  for (guint first = self->n_frozen; first < n; first++)
    {
      const MisGridColumn *column = mis_cell_grid_column (self, first);
      int end = column->x + column->shown_width - 1 + view;

      while (last + 1 < n && mis_cell_grid_column (self, last + 1)->x < end)
        last++;
      most = MAX (most, (int) (last - first) + 1);
    }
  return most;
}

static int
get_x (MisCellGrid *self, int column)
{
  return mis_cell_grid_column (self, (guint) column)->x -
         (column < (int) self->n_frozen ? 0 : self->offset_x);
}

int
mis_cell_grid_get_group_heading (MisCellGrid *self, int column)
{
  gboolean is_frozen = column < (int) self->n_frozen;
  MisGridWindow window = mis_cell_grid_get_window (
      self, TRUE, is_frozen ? MIS_GRID_FROZEN_PANE : MIS_GRID_SCROLLED_PANE);

  return MAX (mis_cell_grid_column (self, (guint) column)->group_first, window.column);
}

/* The heading of a group begins where its first column in view does. */
static void
locate_group (MisCellGrid *self, int column, GdkRectangle *area)
{
  const MisGridColumn *own = mis_cell_grid_column (self, (guint) column), *last;

  area->width = 0;
  if (column != mis_cell_grid_get_group_heading (self, column))
    return;
  last = mis_cell_grid_column (self, (guint) own->group_last);
  area->x = MAX (get_x (self, column), 0);
  area->width = get_x (self, own->group_last) + last->shown_width - area->x;
}

void
mis_cell_grid_locate (gpointer grid, int row, int column, GdkRectangle *area)
{
  MisCellGrid *self = grid;

  *area = (GdkRectangle){ 0, 0, self->gutter_width, self->row_height };
  area->y = row < 0 ? (row + self->n_headings) * self->row_height
                    : row * self->row_height - self->offset_y;
  if (column == MIS_GRID_GUTTER)
    return;
  area->x = get_x (self, column);
  area->width = mis_cell_grid_column (self, (guint) column)->shown_width;
  if (row == MIS_GRID_GROUP)
    locate_group (self, column, area);
}

static gboolean
is_mirrored (MisCellGrid *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

void
mis_cell_grid_locate_drawn (MisCellGrid *self, int row, int column, GdkRectangle *area)
{
  mis_cell_grid_locate (self, row, column, area);
  if (row >= 0)
    area->y += mis_cell_grid_heading_height (self);
  if (column >= 0)
    area->x += self->gutter_width;
  if (column >= (int) self->n_frozen)
    area->x += self->frozen_width;
  if (is_mirrored (self))
    area->x = gtk_widget_get_width (GTK_WIDGET (self)) - area->x - area->width;
}

static int
pick_column (MisCellGrid *self, int x)
{
  guint n = mis_cell_grid_n_columns (self);

  if (x < self->gutter_width)
    return MIS_GRID_GUTTER;
  x -= self->gutter_width;
  if (x < self->frozen_width || n == self->n_frozen)
    return (int) find_column (self, 0, self->n_frozen, x);
  return (int) find_column (self, self->n_frozen, n, x - self->frozen_width + self->offset_x);
}

static int
get_logical_x (MisCellGrid *self, double x)
{
  int place = (int) floor (x);

  return is_mirrored (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - 1 - place : place;
}

gboolean
mis_cell_grid_pick (MisCellGrid *self, double x, double y, int *row, int *column)
{
  int height = mis_cell_grid_heading_height (self), place = (int) floor (y);

  if (mis_cell_grid_n_columns (self) == 0)
    return FALSE;
  *column = pick_column (self, get_logical_x (self, x));
  *row = place < height ? place / self->row_height - self->n_headings
                        : (place - height + self->offset_y) / self->row_height;
  *row = CLAMP (*row, -self->n_headings, (int) self->n_rows - 1);
  return TRUE;
}

int
mis_cell_grid_pick_edge (MisCellGrid *self, double x, double y)
{
  int row, column;
  GdkRectangle area;
  double end, other_end;

  if (y >= mis_cell_grid_heading_height (self) || !mis_cell_grid_pick (self, x, y, &row, &column) ||
      column < 0)
    return G_MININT;
  mis_cell_grid_locate_drawn (self, MIS_GRID_TITLE, column, &area);
  end = is_mirrored (self) ? area.x : area.x + area.width;
  other_end = is_mirrored (self) ? area.x + area.width : area.x;
  if (fabs (x - end) <= EDGE)
    return column;
  return fabs (x - other_end) <= EDGE && column > 0 ? column - 1 : G_MININT;
}

void
mis_cell_grid_set_column_width (MisCellGrid *self, int column, int width)
{
  MisGridColumn *changed = mis_cell_grid_column (self, (guint) column);

  changed->width = CLAMP (width, LEAST_WIDTH, MOST_WIDTH);
  g_hash_table_insert (self->widths, make_key (&changed->words), GINT_TO_POINTER (changed->width));
  self->is_placed = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

const char *
mis_cell_grid_get_row_name (MisCellGrid *self, guint row)
{
  MisCellContent content;

  if (self->row_name != NULL && self->row_name_row == row)
    return self->row_name;
  mis_cell_source_get_cell (self->source, row, 0, &content);
  g_free (self->row_name);
  self->row_name = content.text != NULL ? g_steal_pointer (&content.text) : g_strdup ("");
  self->row_name_row = row;
  mis_cell_content_clear (&content);
  return self->row_name;
}

char *
mis_cell_grid_get_column_name (MisCellGrid *self, guint column)
{
  const MisCellColumn *words = &mis_cell_grid_column (self, column)->words;

  if (words->group == NULL)
    return g_strdup (words->title);
  return g_strdup_printf ("%s, %s", words->group, words->title);
}
