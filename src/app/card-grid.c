#include "app/card-grid.h"

#include <string.h>

#define MINIMUM_COLUMN 300
#define MAXIMUM_COLUMNS 2
#define SPACING 12

struct _MisCardGrid
{
  GtkWidget parent_instance;

  int spacing;
  gboolean in_rows;
};

static void buildable_iface_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable_iface;

G_DEFINE_FINAL_TYPE_WITH_CODE (MisCardGrid,
                               mis_card_grid,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_iface_init))

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    mis_card_grid_append (MIS_CARD_GRID (buildable), GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

/* The first visible card at or behind @card. */
static GtkWidget *
skip_hidden (GtkWidget *card)
{
  while (card != NULL && !gtk_widget_should_layout (card))
    card = gtk_widget_get_next_sibling (card);
  return card;
}

static GtkWidget *
get_first (MisCardGrid *self)
{
  return skip_hidden (gtk_widget_get_first_child (GTK_WIDGET (self)));
}

static GtkWidget *
get_next (GtkWidget *card)
{
  return skip_hidden (gtk_widget_get_next_sibling (card));
}

static int
count_columns (MisCardGrid *self, int width)
{
  int room = (width + self->spacing) / (MINIMUM_COLUMN + self->spacing);
  int n_cards = 0;

  for (GtkWidget *card = get_first (self); card != NULL; card = get_next (card))
    n_cards++;
  return CLAMP (self->in_rows ? room : MIN (room, n_cards), 1, MAXIMUM_COLUMNS);
}

static int
get_column_width (MisCardGrid *self, int width, int n_columns)
{
  return (width - (n_columns - 1) * self->spacing) / n_columns;
}

/* How high a card or a column is, at least and at best. */
typedef struct
{
  int minimum;
  int natural;
} Height;

static Height
measure_card (GtkWidget *card, int column_width)
{
  Height height;

  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, column_width, &height.minimum,
                      &height.natural, NULL, NULL);
  return height;
}

/* How high the columns are; returns the height of the highest. */
static Height
measure_columns (MisCardGrid *self, int width, int n_columns, Height heights[MAXIMUM_COLUMNS])
{
  int column_width = get_column_width (self, width, n_columns), i = 0;
  Height highest = { 0, 0 };

  memset (heights, 0, MAXIMUM_COLUMNS * sizeof (Height));
  for (GtkWidget *card = get_first (self); card != NULL; card = get_next (card), i++)
    {
      Height *height = &heights[i % n_columns], own = measure_card (card, column_width);
      int spacing = i < n_columns ? 0 : self->spacing;

      height->minimum += spacing + own.minimum;
      height->natural += spacing + own.natural;
      highest.minimum = MAX (highest.minimum, height->minimum);
      highest.natural = MAX (highest.natural, height->natural);
    }
  return highest;
}

/* Of the row that begins with @card: that of its highest card. */
static Height
measure_row (GtkWidget *card, int n_columns, int column_width)
{
  Height highest = { 0, 0 };

  for (int i = 0; i < n_columns && card != NULL; card = get_next (card), i++)
    {
      Height own = measure_card (card, column_width);

      highest.minimum = MAX (highest.minimum, own.minimum);
      highest.natural = MAX (highest.natural, own.natural);
    }
  return highest;
}

/* The card that begins the next row. */
static GtkWidget *
get_next_row (GtkWidget *card, int n_columns)
{
  for (int i = 0; i < n_columns && card != NULL; i++)
    card = get_next (card);
  return card;
}

static Height
measure_rows (MisCardGrid *self, int width, int n_columns)
{
  int column_width = get_column_width (self, width, n_columns);
  Height all = { 0, 0 };

  for (GtkWidget *card = get_first (self); card != NULL; card = get_next_row (card, n_columns))
    {
      Height row = measure_row (card, n_columns, column_width);
      int spacing = card == get_first (self) ? 0 : self->spacing;

      all.minimum += spacing + row.minimum;
      all.natural += spacing + row.natural;
    }
  return all;
}

static Height
measure_height (MisCardGrid *self, int width)
{
  int n_columns = count_columns (self, width);
  Height heights[MAXIMUM_COLUMNS];

  return self->in_rows ? measure_rows (self, width, n_columns)
                       : measure_columns (self, width, n_columns, heights);
}

static GtkSizeRequestMode
mis_card_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mis_card_grid_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  MisCardGrid *self = MIS_CARD_GRID (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      Height height = measure_height (self, for_size > 0 ? for_size : MINIMUM_COLUMN);

      *minimum = height.minimum;
      *natural = height.natural;
      return;
    }
  for (GtkWidget *card = get_first (self); card != NULL; card = get_next (card))
    {
      int card_minimum, card_natural;

      gtk_widget_measure (card, orientation, -1, &card_minimum, &card_natural, NULL, NULL);
      *minimum = MAX (*minimum, card_minimum);
      *natural = MAX (*natural, MAXIMUM_COLUMNS * card_natural + self->spacing);
    }
}

/* Whether no card follows @card in its column. */
static gboolean
is_last (GtkWidget *card, int n_columns)
{
  return get_next_row (card, n_columns) == NULL;
}

/* What a card of a column of @column gets of @height: all cards give in by the same part. */
static int
shrink (Height card, Height column, int height)
{
  int give = column.natural - column.minimum;

  if (height >= column.natural || give <= 0)
    return card.natural;
  return card.minimum
         + (card.natural - card.minimum) * MAX (height - column.minimum, 0) / give;
}

/* Puts @card into column number @column, counted from where reading begins. */
static void
place_card (MisCardGrid *self, GtkWidget *card, int column, int top, int width, int height)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int n_columns = count_columns (self, width);
  int column_width = get_column_width (self, width, n_columns);
  int place = mirrored ? n_columns - 1 - column : column;

  gtk_widget_size_allocate (card,
                            &(GtkAllocation) { place * (column_width + self->spacing), top,
                                               column_width, height },
                            -1);
}

static void
allocate_rows (MisCardGrid *self, int width, int height)
{
  int n_columns = count_columns (self, width);
  int column_width = get_column_width (self, width, n_columns);
  Height all = measure_rows (self, width, n_columns);
  int top = 0, row_height = 0, i = 0;

  for (GtkWidget *card = get_first (self); card != NULL; card = get_next (card), i++)
    {
      if (i % n_columns == 0)
        {
          top += i > 0 ? row_height + self->spacing : 0;
          row_height = shrink (measure_row (card, n_columns, column_width), all, height);
        }
      place_card (self, card, i % n_columns, top, width, row_height);
    }
}

static void
allocate_columns (MisCardGrid *self, int width, int height)
{
  int n_columns = count_columns (self, width);
  int column_width = get_column_width (self, width, n_columns);
  Height heights[MAXIMUM_COLUMNS];
  int tops[MAXIMUM_COLUMNS] = { 0 }, i = 0;

  measure_columns (self, width, n_columns, heights);

  for (GtkWidget *card = get_first (self); card != NULL; card = get_next (card), i++)
    {
      int column = i % n_columns;
      int card_height = shrink (measure_card (card, column_width), heights[column], height);

      if (is_last (card, n_columns))
        card_height = CLAMP (height - tops[column], card_height, card_height * 3 / 2);
      place_card (self, card, column, tops[column], width, card_height);
      tops[column] += card_height + self->spacing;
    }
}

static void
mis_card_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MisCardGrid *self = MIS_CARD_GRID (widget);

  if (self->in_rows)
    allocate_rows (self, width, height);
  else
    allocate_columns (self, width, height);
}

static void
mis_card_grid_dispose (GObject *object)
{
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (card);
  G_OBJECT_CLASS (mis_card_grid_parent_class)->dispose (object);
}

static void
mis_card_grid_class_init (MisCardGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_card_grid_dispose;
  widget_class->measure = mis_card_grid_measure;
  widget_class->get_request_mode = mis_card_grid_get_request_mode;
  widget_class->size_allocate = mis_card_grid_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "cardgrid");
}

static void
mis_card_grid_init (MisCardGrid *self)
{
  self->spacing = SPACING;
}

void
mis_card_grid_append (MisCardGrid *self, GtkWidget *card)
{
  g_return_if_fail (MIS_IS_CARD_GRID (self));

  gtk_widget_set_parent (card, GTK_WIDGET (self));
}

void
mis_card_grid_set_spacing (MisCardGrid *self, int spacing)
{
  g_return_if_fail (MIS_IS_CARD_GRID (self));

  self->spacing = spacing;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
mis_card_grid_set_in_rows (MisCardGrid *self, gboolean in_rows)
{
  g_return_if_fail (MIS_IS_CARD_GRID (self));

  self->in_rows = in_rows;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
