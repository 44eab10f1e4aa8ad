#include "app/parameter-scale.h"

#include <math.h>

#include "app/own-scroll.h"

/* Steps of a share, weight or conflict: by an arrow, with Shift, by Page Up and Down. */
#define STEP 0.01
#define FINE_STEP 0.001
#define PAGE_STEP 0.1

/* Keys that are pressed no further apart than this are one movement: in microseconds. */
#define LONGEST_PAUSE (3 * G_USEC_PER_SEC / 2)

/* The band of what is uncertain: how high, how dark, and the strokes at its ends. */
#define BAND_HEIGHT 14.0f
#define BAND_ALPHA 0.22f
#define BAND_STROKE 2.0f
#define BAND_STROKE_ALPHA 0.65f

struct _MisParameterScale
{
  GtkScale parent_instance;

  GtkEventController *scroll; /* GtkRange's own */
  gboolean whole;
  gboolean held; /* somebody is moving it */
  MisClock clock;
  gint64 pressed; /* when a key moved it last; 0 if that is not to be gone on from */
  gboolean goes_on;
  double band_low;
  double band_high;
};

enum
{
  MOVED,
  RELEASED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisParameterScale, mis_parameter_scale, GTK_TYPE_SCALE)

static GtkAdjustment *
get_adjustment (MisParameterScale *self)
{
  return gtk_range_get_adjustment (GTK_RANGE (self));
}

/* Whether a movement by a key goes on from the one before it. */
static void
note_key (MisParameterScale *self, gboolean by_key)
{
  gint64 now = self->clock ();

  self->goes_on = by_key && self->pressed != 0 && now - self->pressed <= LONGEST_PAUSE;
  self->pressed = by_key ? now : 0;
}

static void
move (MisParameterScale *self, double value, double step)
{
  value = self->whole ? round (value) : round (value / step) * step;
  value = CLAMP (value, 0.0, gtk_adjustment_get_upper (get_adjustment (self)));
  self->held = TRUE;
  g_signal_emit (self, signals[MOVED], 0, value);
}

static void
release (MisParameterScale *self)
{
  self->held = FALSE;
  g_signal_emit (self, signals[RELEASED], 0);
}

/* Behind every press, key or touch the movement ends: one action, one undo step. */
static gboolean
event_cb (MisParameterScale *self, GdkEvent *event)
{
  switch (gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_RELEASE:
    case GDK_TOUCH_END:
    case GDK_TOUCH_CANCEL:
    case GDK_KEY_RELEASE:
      release (self);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
leave_cb (MisParameterScale *self)
{
  self->pressed = 0;
  release (self);
  gtk_event_controller_set_propagation_phase (self->scroll, GTK_PHASE_NONE);
}

/* The wheel moves a slider only once it has the focus; else it scrolls the list. */
static void
enter_cb (MisParameterScale *self)
{
  gtk_event_controller_set_propagation_phase (self->scroll, GTK_PHASE_BUBBLE);
}

static gboolean
key_cb (MisParameterScale *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double direction;

  if ((state & GDK_SHIFT_MASK) == 0 || self->whole)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right)
    direction = (keyval == GDK_KEY_Right) == mirrored ? -1.0 : 1.0;
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down)
    direction = keyval == GDK_KEY_Up ? 1.0 : -1.0;
  else
    return GDK_EVENT_PROPAGATE;
  note_key (self, TRUE);
  move (self, gtk_adjustment_get_value (get_adjustment (self)) + direction * FINE_STEP, FINE_STEP);
  return GDK_EVENT_STOP;
}

/* A drag goes by whole steps, what keys move by fine ones. */
static gboolean
mis_parameter_scale_change_value (GtkRange *range, GtkScrollType scroll, double value)
{
  note_key (MIS_PARAMETER_SCALE (range), scroll != GTK_SCROLL_JUMP);
  move (MIS_PARAMETER_SCALE (range), value, scroll == GTK_SCROLL_JUMP ? STEP : FINE_STEP);
  return TRUE;
}

/* Where on the trough @value lies. */
static float
get_x (MisParameterScale *self, const GdkRectangle *trough, double value)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double part = value / gtk_adjustment_get_upper (get_adjustment (self));

  return (float) (trough->x + trough->width * (mirrored ? 1.0 - part : part));
}

static void
append_bar (GtkSnapshot *snapshot, const GdkRGBA *color, float alpha, float x, float y, float width)
{
  GdkRGBA faded = *color;

  faded.alpha *= alpha;
  gtk_snapshot_append_color (snapshot, &faded,
                             &GRAPHENE_RECT_INIT (x, y, width, BAND_HEIGHT));
}

/* In the colour of the text, so that it is seen in all themes; behind the trough. */
static void
draw_band (MisParameterScale *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRectangle trough;
  GdkRGBA color;
  float from, to, y;

  gtk_range_get_range_rect (GTK_RANGE (self), &trough);
  from = get_x (self, &trough, self->band_low);
  to = get_x (self, &trough, self->band_high);
  y = (float) trough.y + ((float) trough.height - BAND_HEIGHT) / 2.0f;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  append_bar (snapshot, &color, BAND_ALPHA, MIN (from, to), y, ABS (to - from));
  append_bar (snapshot, &color, BAND_STROKE_ALPHA, from - BAND_STROKE / 2.0f, y, BAND_STROKE);
  append_bar (snapshot, &color, BAND_STROKE_ALPHA, to - BAND_STROKE / 2.0f, y, BAND_STROKE);
}

static void
mis_parameter_scale_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MisParameterScale *self = MIS_PARAMETER_SCALE (widget);

  if (self->band_low < self->band_high)
    draw_band (self, snapshot);
  GTK_WIDGET_CLASS (mis_parameter_scale_parent_class)->snapshot (widget, snapshot);
}

static void
mis_parameter_scale_class_init (MisParameterScaleClass *klass)
{
  GTK_RANGE_CLASS (klass)->change_value = mis_parameter_scale_change_value;
  GTK_WIDGET_CLASS (klass)->snapshot = mis_parameter_scale_snapshot;

  signals[MOVED] = g_signal_new ("moved", MIS_TYPE_PARAMETER_SCALE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[RELEASED] = g_signal_new ("released", MIS_TYPE_PARAMETER_SCALE, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mis_parameter_scale_init (MisParameterScale *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->clock = g_get_monotonic_time;
  self->scroll = mis_find_own_scroll (widget);
  gtk_event_controller_set_propagation_phase (self->scroll, GTK_PHASE_NONE);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (widget, events);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (widget, keys);
}

static void
configure (MisParameterScale *self, double value, double upper)
{
  gtk_adjustment_configure (get_adjustment (self), value, 0.0, upper, self->whole ? 1.0 : STEP,
                            self->whole ? ceil (upper / 10.0) : PAGE_STEP, 0.0);
}

void
mis_parameter_scale_set_range (MisParameterScale *self, double upper, gboolean whole)
{
  g_return_if_fail (MIS_IS_PARAMETER_SCALE (self));

  self->whole = whole;
  self->held = FALSE;
  self->pressed = 0;
  configure (self, 0.0, upper);
}

void
mis_parameter_scale_set_value (MisParameterScale *self, double value, double upper)
{
  GtkAdjustment *adjustment;
  gboolean stays;

  g_return_if_fail (MIS_IS_PARAMETER_SCALE (self));

  adjustment = get_adjustment (self);
  stays = (self->held || value == gtk_adjustment_get_value (adjustment)) &&
          value <= gtk_adjustment_get_upper (adjustment);
  configure (self, value, stays ? gtk_adjustment_get_upper (adjustment) : upper);
}

void
mis_parameter_scale_set_band (MisParameterScale *self, double low, double high)
{
  g_return_if_fail (MIS_IS_PARAMETER_SCALE (self));

  if (self->band_low == low && self->band_high == high)
    return;
  self->band_low = low;
  self->band_high = high;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
mis_parameter_scale_is_held (MisParameterScale *self)
{
  g_return_val_if_fail (MIS_IS_PARAMETER_SCALE (self), FALSE);

  return self->held;
}

gboolean
mis_parameter_scale_goes_on (MisParameterScale *self)
{
  g_return_val_if_fail (MIS_IS_PARAMETER_SCALE (self), FALSE);

  return self->goes_on;
}

void
mis_parameter_scale_set_clock (MisParameterScale *self, MisClock clock)
{
  g_return_if_fail (MIS_IS_PARAMETER_SCALE (self));

  self->clock = clock;
}
