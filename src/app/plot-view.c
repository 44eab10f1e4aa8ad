#include "app/plot-view.h"

#include <adwaita.h>
#include <math.h>

#include "app/plot-cursor.h"
#include "app/screen-theme.h"
#include "plot/canvas-cairo.h"
#include "plot/render.h"

#define FONT_SIZE 11.0      /* points are pixels here: the size of the window's captions */
#define MINIMUM_WIDTH 240
#define MINIMUM_HEIGHT 14.5 /* of a curve, in font sizes: lower, it would lose its axes */
#define NATURAL_HEIGHT 17.5
#define MOST_HEIGHT 56      /* that is asked for so that no name in a key is left out */
#define LOWEST 0.46         /* height of a curve to its width, where there is little room */
#define THUMBNAIL_WIDTH 84
#define THUMBNAIL_HEIGHT 46

struct _MisPlotView
{
  GtkWidget parent_instance;

  MisChart *chart;
  MisLayout *layout; /* of the chart in the current size; NULL when either has changed */
  MisPlotCursor cursor;
  gboolean by_keys;  /* the cursor was moved by keys, not by the pointer */
  double pointer_x;
  double pointer_y;
  gboolean thumbnail;
  gboolean paper;
};

G_DEFINE_FINAL_TYPE (MisPlotView, mis_plot_view, GTK_TYPE_WIDGET)

static MisRenderFlags
get_flags (MisPlotView *self)
{
  return MIS_RENDER_TRANSPARENT
         | (self->thumbnail ? MIS_RENDER_THUMBNAIL : MIS_RENDER_READOUT | MIS_RENDER_NO_TITLE
                                                      | MIS_RENDER_NO_SOURCE);
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
  return self->paper ? mis_theme_get (MIS_THEME_PAPER) : mis_screen_theme_get ();
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
  style.hover_x = self->cursor.x;
  if (self->by_keys)
    style.hover_series = mis_plot_cursor_get_series (&self->cursor, self->chart);
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

/* The least height of a curve: that of a key with all names, unless it is very long. */
static double
get_least_height (MisPlotView *self, MisChart *chart, int width, double em)
{
  double least = MAX (LOWEST * width, MINIMUM_HEIGHT * em);
  double whole = chart != NULL ? mis_chart_least_height (chart, width, em, get_flags (self)) : 0.0;

  return MAX (least, MIN (whole, MOST_HEIGHT * em));
}

/* Bars need what they need; a curve can be lower than is best. */
static void
measure_height (MisPlotView *self, int width, int *minimum, int *natural)
{
  double em = get_font_size (self);
  double height = self->chart != NULL
                      ? mis_chart_natural_height (self->chart, width, em, get_flags (self))
                      : 0.0;
  double least = get_least_height (self, self->chart, width, em);

  if (self->chart != NULL && mis_chart_get_n_bars (self->chart) > 0)
    least = height;
  else
    height = MAX (height, MAX (least, NATURAL_HEIGHT * em));
  *minimum = (int) ceil (least);
  *natural = (int) ceil (height);
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
  measure_height (self, MAX (for_size, MINIMUM_WIDTH), minimum, natural);
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
set_cursor (MisPlotView *self, MisPlotCursor cursor, gboolean by_keys)
{
  gboolean stays = self->cursor.x == cursor.x || (isnan (self->cursor.x) && isnan (cursor.x));

  if (stays && self->cursor.series == cursor.series && self->by_keys == by_keys)
    return;
  self->cursor = cursor;
  self->by_keys = by_keys;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (MisPlotView *self, double x, double y)
{
  MisLayout *layout = get_layout (self);
  MisPlotCursor cursor = { NAN, self->cursor.series };
  MisPick pick;

  /* A pointer that only rests here must not take the readout from the keys. */
  if (layout == NULL || self->thumbnail || (x == self->pointer_x && y == self->pointer_y))
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  if (mis_layout_pick (layout, x, y, &pick))
    cursor.x = pick.bar >= 0 ? pick.bar : pick.point_x;
  set_cursor (self, cursor, FALSE);
}

static void
pressed_cb (MisPlotView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
hide_readout (MisPlotView *self)
{
  set_cursor (self, MIS_PLOT_CURSOR_NOWHERE, FALSE);
}

static void
leave_cb (MisPlotView *self)
{
  self->pointer_x = self->pointer_y = NAN;
  hide_readout (self);
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

/* Page keys: another series; where there is one only, far along it, upwards as on a slider; of bars
 * down the page. */
static gboolean
turn_page (MisPlotView *self, MisPlotCursor *cursor, int down)
{
  if (mis_plot_cursor_count_series (self->chart) > 1)
    return mis_plot_cursor_change_series (cursor, self->chart, down);
  return mis_plot_cursor_leap (cursor, self->chart,
                               mis_chart_get_n_bars (self->chart) > 0 ? down : -down);
}

/* Whether @keyval is one that moves @cursor, and there is something to move it along. */
static gboolean
move (MisPlotView *self, MisPlotCursor *cursor, guint keyval)
{
  int step = get_step (self, keyval);

  switch (keyval)
    {
    case GDK_KEY_Home: return mis_plot_cursor_go_to_end (cursor, self->chart, FALSE);
    case GDK_KEY_End: return mis_plot_cursor_go_to_end (cursor, self->chart, TRUE);
    case GDK_KEY_Page_Up: return turn_page (self, cursor, -1);
    case GDK_KEY_Page_Down: return turn_page (self, cursor, 1);
    default: return step != 0 && mis_plot_cursor_step (cursor, self->chart, step);
    }
}

/* After a click the focus is not drawn until a key moves it; here it is the readout that moves. */
static void
show_focus (MisPlotView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
}

static gboolean
key_cb (MisPlotView *self, guint keyval, guint keycode, GdkModifierType state)
{
  MisPlotCursor cursor = self->cursor;

  if (self->chart == NULL || self->thumbnail
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape && !isnan (self->cursor.x))
    hide_readout (self);
  else if (move (self, &cursor, keyval))
    {
      set_cursor (self, cursor, TRUE);
      show_focus (self);
    }
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
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->cursor = MIS_PLOT_CURSOR_NOWHERE;
  self->pointer_x = self->pointer_y = NAN;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (hide_readout), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
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

static gboolean
have_same_names (MisChart *before, MisChart *after)
{
  guint n = mis_chart_get_n_series (before);

  if (n != mis_chart_get_n_series (after))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (strcmp (mis_chart_get_series (before, i)->name, mis_chart_get_series (after, i)->name) != 0)
      return FALSE;
  return TRUE;
}

/* Whether other names of curves need another room; the same names keep theirs while the curves
 * move. */
static gboolean
has_other_height (MisPlotView *self, MisChart *chart)
{
  int width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), MINIMUM_WIDTH);
  double em = get_font_size (self);

  return !have_same_names (self->chart, chart)
         && get_least_height (self, self->chart, width, em)
              != get_least_height (self, chart, width, em);
}

/* Whether @chart is of another kind than what is shown. */
static gboolean
is_another (MisPlotView *self, MisChart *chart)
{
  return self->chart == NULL || chart == NULL
         || mis_chart_get_n_bars (self->chart) != mis_chart_get_n_bars (chart);
}

void
mis_plot_view_set_chart (MisPlotView *self, MisChart *chart)
{
  gboolean another, resize;

  g_return_if_fail (MIS_IS_PLOT_VIEW (self));

  another = is_another (self, chart);
  resize = another || has_other_height (self, chart);
  if (chart != NULL)
    mis_chart_ref (chart);
  g_clear_pointer (&self->layout, mis_layout_free);
  g_clear_pointer (&self->chart, mis_chart_unref);
  self->chart = chart;
  /* What the readout stood at is not there any more, or not the same. */
  if (another)
    hide_readout (self);
  if (chart != NULL)
    gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, mis_chart_get_title (chart),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, mis_chart_get_description (chart), -1);
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
