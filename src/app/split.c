#include "app/split.h"

#define SPACING 12
#define LEAST_REST 330 /* of the wide one, so that it is worth to look at */

struct _MisSplit
{
  GtkWidget parent_instance;

  GtkAdjustment *following; /* NULL if the second child stays where it is */
};

/* Where a child is, and how large. */
typedef struct
{
  int x, y, width, height;
} Place;

static void buildable_iface_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable_iface;

G_DEFINE_FINAL_TYPE_WITH_CODE (MisSplit,
                               mis_split,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_iface_init))

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static int
measure_width (GtkWidget *child)
{
  int width;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width;
}

static int
measure_height (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

/* Returns: the height of both. */
static int
place_children (MisSplit *self, int width, Place *side, Place *main)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self));
  GtkWidget *second = gtk_widget_get_last_child (GTK_WIDGET (self));
  int side_width = measure_width (first);
  int rest = width - side_width - SPACING;

  if (rest < MAX (LEAST_REST, measure_width (second)))
    {
      *main = (Place){ 0, 0, width, measure_height (second, width) };
      *side = (Place){ 0, main->height + SPACING, width, measure_height (first, width) };
      return side->y + side->height;
    }
  *side = (Place){ 0, 0, side_width, measure_height (first, side_width) };
  *main = (Place){ side_width + SPACING, 0, rest, measure_height (second, rest) };
  side->height = main->height = MAX (side->height, main->height);
  return main->height;
}

static GtkSizeRequestMode
mis_split_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mis_split_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  int first = measure_width (gtk_widget_get_first_child (widget));
  int second = measure_width (gtk_widget_get_last_child (widget));
  Place side, main;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (first, second);
      *natural = first + SPACING + 2 * MAX (LEAST_REST, second);
      return;
    }
  *minimum = *natural = place_children (
      MIS_SPLIT (widget), for_size > 0 ? for_size : MAX (first, second), &side, &main);
}

static void
allocate (GtkWidget *widget, GtkWidget *child, const Place *place)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = mirrored ? gtk_widget_get_width (widget) - place->x - place->width : place->x;

  gtk_widget_size_allocate (child, &(GtkAllocation){ x, place->y, place->width, place->height },
                            -1);
}

/* In sight, as far as the first child reaches; with as much room below as above. */
static void
follow (MisSplit *self, Place *main, int least)
{
  int top = (int) gtk_adjustment_get_value (self->following);
  int page = (int) gtk_adjustment_get_page_size (self->following);
  int height = CLAMP (page - 2 * SPACING, least, MAX (main->height, least));

  main->y = CLAMP (top, 0, MAX (main->height - height, 0));
  main->height = height;
}

static void
mis_split_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MisSplit *self = MIS_SPLIT (widget);
  Place side, main;

  place_children (self, width, &side, &main);
  if (self->following != NULL && main.x > 0)
    follow (self, &main, measure_height (gtk_widget_get_last_child (widget), main.width));
  allocate (widget, gtk_widget_get_first_child (widget), &side);
  allocate (widget, gtk_widget_get_last_child (widget), &main);
}

static void
mis_split_dispose (GObject *object)
{
  GtkWidget *child;

  mis_split_set_following (MIS_SPLIT (object), NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mis_split_parent_class)->dispose (object);
}

static void
mis_split_class_init (MisSplitClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_split_dispose;
  widget_class->measure = mis_split_measure;
  widget_class->get_request_mode = mis_split_get_request_mode;
  widget_class->size_allocate = mis_split_size_allocate;
}

static void
mis_split_init (MisSplit *self)
{
}

void
mis_split_set_following (MisSplit *self, GtkAdjustment *adjustment)
{
  g_return_if_fail (MIS_IS_SPLIT (self));

  if (self->following == adjustment)
    return;
  if (self->following != NULL)
    g_signal_handlers_disconnect_by_data (self->following, self);
  g_set_object (&self->following, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate),
                             self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

gboolean
mis_split_is_wide (MisSplit *self, int width)
{
  Place side, main;

  g_return_val_if_fail (MIS_IS_SPLIT (self), FALSE);

  if (width <= 0)
    return TRUE;
  place_children (self, width, &side, &main);
  return main.x > 0;
}
