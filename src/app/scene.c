#include "app/scene.h"

#include <glib/gi18n.h>

#define RESOURCE "/io/github/misalign/Misalign/scenes/"
#define ASPECT (16.0f / 9.0f)
#define RADIUS 12.0f

typedef struct
{
  const char *name;
  const char *areas[2]; /* ids that only this case study has both */
  const char *description;
} Drawing;

static const Drawing drawings[] = {
  { "shopping", { "food", "household" },
    N_("Two scenes of one shopper: by day she, a friendly recommender and a shop worker agree on a "
       "grocery pickup, while late at night the same recommender leaves her tired in bed among "
       "clearance holiday items, a long receipt and boxes to return.") },
  { "carla", { "pedestrian-collision", "vehicle-collision" },
    N_("A blue self-driving car brakes hard on a city street as a startled pedestrian steps out "
       "from behind a parked delivery van that had hidden them from the car’s sensors.") },
};

struct _MisScene
{
  GtkWidget parent_instance;

  const Drawing *drawing;
  GdkTexture *texture; /* of the drawing in the size it was last shown in */
};

G_DEFINE_FINAL_TYPE (MisScene, mis_scene, GTK_TYPE_WIDGET)

static GdkTexture *
draw_texture (const Drawing *drawing, int width)
{
  g_autofree char *path = g_strconcat (RESOURCE, drawing->name, ".svg", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new_from_resource_at_scale (path, width, -1, TRUE,
                                                                         &error);

  /* Only a system without an SVG loader comes here; the window is whole without the picture. */
  if (pixbuf == NULL)
    {
      g_info ("No drawing of %s: %s", drawing->name, error->message);
      return NULL;
    }
  return gdk_texture_new_for_pixbuf (pixbuf);
}

static void
mis_scene_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MisScene *self = MIS_SCENE (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  int pixels = (int) width * gtk_widget_get_scale_factor (widget);
  float shown = width / ASPECT;
  GskRoundedRect frame;

  if (self->drawing == NULL || pixels <= 0)
    return;
  if (self->texture == NULL || gdk_texture_get_width (self->texture) != pixels)
    {
      g_clear_object (&self->texture);
      self->texture = draw_texture (self->drawing, pixels);
    }
  if (self->texture == NULL)
    return;
  /* Centred; what is too high is cut off above and below. */
  gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT (0, 0, width, MIN (height, shown)),
                                   RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &frame);
  gtk_snapshot_append_texture (
    snapshot, self->texture, &GRAPHENE_RECT_INIT (0, MIN ((height - shown) / 2, 0), width, shown));
  gtk_snapshot_pop (snapshot);
}

static GtkSizeRequestMode
mis_scene_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mis_scene_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 120;
      *natural = 320;
      return;
    }
  *natural = (int) ((float) (for_size > 0 ? for_size : 320) / ASPECT);
  *minimum = *natural;
}

static void
mis_scene_dispose (GObject *object)
{
  g_clear_object (&MIS_SCENE (object)->texture);
  G_OBJECT_CLASS (mis_scene_parent_class)->dispose (object);
}

static void
mis_scene_class_init (MisSceneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_scene_dispose;
  widget_class->snapshot = mis_scene_snapshot;
  widget_class->measure = mis_scene_measure;
  widget_class->get_request_mode = mis_scene_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "scene");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mis_scene_init (MisScene *self)
{
}

void
mis_scene_set_name (MisScene *self, const char *name)
{
  g_return_if_fail (MIS_IS_SCENE (self));

  g_clear_object (&self->texture);
  self->drawing = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (drawings); i++)
    if (g_strcmp0 (drawings[i].name, name) == 0)
      self->drawing = &drawings[i];
  gtk_widget_set_visible (GTK_WIDGET (self), self->drawing != NULL);
  if (self->drawing != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _(self->drawing->description), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
mis_scene_find (const MisWorld *world)
{
  for (guint i = 0; i < G_N_ELEMENTS (drawings); i++)
    if (mis_world_find_area (world, drawings[i].areas[0]) >= 0
        && mis_world_find_area (world, drawings[i].areas[1]) >= 0)
      return drawings[i].name;
  return NULL;
}
