#include "app/plot-view.h"

#include <adwaita.h>
#include <math.h>

#include "plot/canvas-cairo.h"
#include "plot/render.h"

#define FONT_SIZE 11.0      /* points are pixels here: the size of the window's captions */
#define MINIMUM_WIDTH 240
#define MINIMUM_HEIGHT 230
#define THUMBNAIL_WIDTH 84
#define THUMBNAIL_HEIGHT 46

struct _MisPlotView
{
  GtkWidget parent_instance;

  MisChart *chart;
  MisLayout *layout; /* of the chart in the current size; NULL when either has changed */
  double hover_x;
  int cursor;        /* point of the readout by keys; -1 for none */
  gboolean thumbnail;
  gboolean paper;
};

G_DEFINE_FINAL_TYPE (MisPlotView, mis_plot_view, GTK_TYPE_WIDGET)

static MisRenderFlags
get_flags (MisPlotView *self)
{
  return MIS_RENDER_TRANSPARENT
         | (self->thumbnail ? MIS_RENDER_THUMBNAIL : MIS_RENDER_READOUT | MIS_RENDER_NO_TITLE);
}

/* Charts grow with the text size that the user has set. */
static double
get_font_size (MisPlotView *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return FONT_SIZE * (dpi > 0 ? CLAMP (dpi / (96.0 * 1024.0), 0.5, 3.0) : 1.0)
         * CLAMP (pango_font_description_get_size (
                      pango_context_get_font_description (
                          gtk_widget_get_pango_context (GTK_WIDGET (self))))
                      / (11.0 * PANGO_SCALE),
                  0.7, 2.5);
}

static const MisTheme *
get_theme (MisPlotView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (self->paper)
    return mis_theme_get (MIS_THEME_PAPER);
  if (adw_style_manager_get_high_contrast (manager))
    return mis_theme_get (dark ? MIS_THEME_HIGH_CONTRAST_DARK : MIS_THEME_HIGH_CONTRAST_LIGHT);
  return mis_theme_get (dark ? MIS_THEME_DARK : MIS_THEME_LIGHT);
}

static MisLayout *
get_layout (MisPlotView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->layout == NULL && self->chart != NULL && width > 0 && height > 0)
    self->layout = mis_layout_new (self->chart, width, height, get_font_size (self),
                                   get_flags (self));
  return self->layout;
}

static void
mis_plot_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MisPlotView *self = MIS_PLOT_VIEW (widget);
  MisRenderStyle style = MIS_RENDER_STYLE_INIT;
  MisLayout *layout = get_layout (self);
  MisCanvas *canvas;
  cairo_t *cr;

  if (layout == NULL)
    return;
  style.flags = get_flags (self);
  style.hover_x = self->hover_x;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                       (float) gtk_widget_get_height (widget)));
  canvas = mis_canvas_cairo_new (cr);
  mis_layout_render (layout, canvas, get_theme (self), &style);
  mis_canvas_free (canvas);
  cairo_destroy (cr);
}

static GtkSizeRequestMode
mis_plot_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mis_plot_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  MisPlotView *self = MIS_PLOT_VIEW (widget);
  double height;

  if (self->thumbnail)
    {
      *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? THUMBNAIL_WIDTH
                                                                     : THUMBNAIL_HEIGHT;
      return;
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = 2 * MINIMUM_WIDTH;
      return;
    }
  height = self->chart != NULL
               ? mis_chart_natural_height (self->chart, for_size > 0 ? for_size : MINIMUM_WIDTH,
                                           get_font_size (self), get_flags (self))
               : 0.0;
  *minimum = *natural = MAX ((int) ceil (height), MINIMUM_HEIGHT);
}

static void
mis_plot_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  g_clear_pointer (&MIS_PLOT_VIEW (widget)->layout, mis_layout_free);
}

static void
mis_plot_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (mis_plot_view_parent_class)->css_changed (widget, change);
  g_clear_pointer (&MIS_PLOT_VIEW (widget)->layout, mis_layout_free);
  gtk_widget_queue_resize (widget);
}

static void
set_hover (MisPlotView *self, double x)
{
  if (self->hover_x == x || (isnan (self->hover_x) && isnan (x)))
    return;
  self->hover_x = x;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (MisPlotView *self, double x, double y)
{
  MisLayout *layout = get_layout (self);
  MisPick pick;

  if (layout == NULL || self->thumbnail)
    return;
  self->cursor = -1;
  if (!mis_layout_pick (layout, x, y, &pick))
    set_hover (self, NAN);
  else
    set_hover (self, pick.bar >= 0 ? pick.bar : pick.point_x);
}

static void
pressed_cb (MisPlotView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
leave_cb (MisPlotView *self)
{
  self->cursor = -1;
  set_hover (self, NAN);
}

/* How many places the readout by keys has: bars, or points of the first series. */
static guint
count_places (MisPlotView *self)
{
  if (self->chart == NULL || self->thumbnail)
    return 0;
  if (mis_chart_get_n_bars (self->chart) > 0)
    return mis_chart_get_n_bars (self->chart);
  return mis_chart_get_n_series (self->chart) > 0 ? mis_chart_get_series (self->chart, 0)->n : 0;
}

/* Where the readout by keys begins: at "you are here", else at the end that the first key is from. */
static int
find_start (MisPlotView *self, int n, int step)
{
  double x, y;
  int start = -1;

  if (mis_chart_get_n_bars (self->chart) == 0 && get_layout (self) != NULL
      && mis_chart_get_point (self->chart, 0, &x, &y))
    start = mis_layout_find_point (self->layout, 0, x);
  if (start >= 0)
    return start;
  return step > 0 ? 0 : n - 1;
}

static void
move_cursor (MisPlotView *self, int step)
{
  int n = (int) count_places (self);

  self->cursor = self->cursor < 0 ? find_start (self, n, step)
                                  : CLAMP (self->cursor + step, 0, n - 1);
  if (mis_chart_get_n_bars (self->chart) > 0)
    set_hover (self, self->cursor);
  else
    set_hover (self, mis_chart_get_series (self->chart, 0)->xs[self->cursor]);
}

/* A curve is walked along to the sides, bars also up and down. */
static int
get_step (MisPlotView *self, guint keyval)
{
  int direction = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  gboolean bars = mis_chart_get_n_bars (self->chart) > 0;

  switch (keyval)
    {
    case GDK_KEY_Right: return direction;
    case GDK_KEY_Left: return -direction;
    case GDK_KEY_Down: return bars ? 1 : 0;
    case GDK_KEY_Up: return bars ? -1 : 0;
    default: return 0;
    }
}

static gboolean
key_cb (MisPlotView *self, guint keyval, guint keycode, GdkModifierType state)
{
  int step;

  if (count_places (self) == 0)
    return GDK_EVENT_PROPAGATE;
  step = get_step (self, keyval);
  if (step != 0)
    move_cursor (self, step);
  else if (keyval == GDK_KEY_Escape && !isnan (self->hover_x))
    leave_cb (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
mis_plot_view_dispose (GObject *object)
{
  MisPlotView *self = MIS_PLOT_VIEW (object);

  g_clear_pointer (&self->layout, mis_layout_free);
  g_clear_pointer (&self->chart, mis_chart_unref);
  G_OBJECT_CLASS (mis_plot_view_parent_class)->dispose (object);
}

static void
mis_plot_view_class_init (MisPlotViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_plot_view_dispose;
  widget_class->snapshot = mis_plot_view_snapshot;
  widget_class->measure = mis_plot_view_measure;
  widget_class->get_request_mode = mis_plot_view_get_request_mode;
  widget_class->size_allocate = mis_plot_view_size_allocate;
  widget_class->css_changed = mis_plot_view_css_changed;
  gtk_widget_class_set_css_name (widget_class, "plotview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mis_plot_view_init (MisPlotView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->hover_x = NAN;
  self->cursor = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (adw_style_manager_get_default (), "notify",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
mis_plot_view_new (void)
{
  return g_object_new (MIS_TYPE_PLOT_VIEW, NULL);
}

/* A size request changes with the number of bars only; all else is drawn in the size there is. */
static gboolean
needs_resize (MisPlotView *self, MisChart *chart)
{
  guint before = self->chart != NULL ? mis_chart_get_n_bars (self->chart) : 0;
  guint after = chart != NULL ? mis_chart_get_n_bars (chart) : 0;

  return self->chart == NULL || chart == NULL || before != after;
}

void
mis_plot_view_set_chart (MisPlotView *self, MisChart *chart)
{
  gboolean resize;

  g_return_if_fail (MIS_IS_PLOT_VIEW (self));

  resize = needs_resize (self, chart);
  if (chart != NULL)
    mis_chart_ref (chart);
  g_clear_pointer (&self->layout, mis_layout_free);
  g_clear_pointer (&self->chart, mis_chart_unref);
  self->chart = chart;
  /* What the readout stood at is not there any more, or not the same. */
  if (resize)
    leave_cb (self);
  if (chart != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    mis_chart_get_title (chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    mis_chart_get_description (chart), -1);
  if (resize)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

MisChart *
mis_plot_view_get_chart (MisPlotView *self)
{
  g_return_val_if_fail (MIS_IS_PLOT_VIEW (self), NULL);

  return self->chart;
}

void
mis_plot_view_set_paper (MisPlotView *self, gboolean paper)
{
  g_return_if_fail (MIS_IS_PLOT_VIEW (self));

  self->paper = paper;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
mis_plot_view_set_thumbnail (MisPlotView *self, gboolean thumbnail)
{
  g_return_if_fail (MIS_IS_PLOT_VIEW (self));

  self->thumbnail = thumbnail;
  gtk_widget_set_focusable (GTK_WIDGET (self), !thumbnail);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
