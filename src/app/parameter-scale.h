/* parameter-scale.h: the slider of a number: coarse and fine steps, and when a movement is over. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIS_TYPE_PARAMETER_SCALE (mis_parameter_scale_get_type ())
G_DECLARE_FINAL_TYPE (MisParameterScale, mis_parameter_scale, MIS, PARAMETER_SCALE, GtkScale)

/* What time it is, in microseconds, from whenever on. */
typedef gint64 (*MisClock) (void);

/**
 * MisParameterScale:
 *
 * Signal "moved" (a double): the user wants this value; the slider goes there once it is told to.
 * Signal "released": behind every press, key or touch, and when the focus leaves.
 *
 * Arrows step by 0.01, with Shift by 0.001, Page Up and Down by 0.1; whole numbers by 1 and by a
 * tenth of the range. The wheel moves it only while it has the focus.
 */

/* The range is 0 to @upper; @whole: nothing between whole numbers. The value becomes 0. */
void mis_parameter_scale_set_range (MisParameterScale *self, double upper, gboolean whole);

/**
 * mis_parameter_scale_set_value:
 * @upper: where the range ends from now on
 *
 * While the user moves the slider, and until it is told another value than the user gave it, the
 * range stays as it is, unless @value lies beyond. Emits no signal.
 */
void mis_parameter_scale_set_value (MisParameterScale *self, double value, double upper);

/* From where to where the number may lie, drawn behind it; no band if the two are equal. */
void mis_parameter_scale_set_band (MisParameterScale *self, double low, double high);

/* Whether the user is moving it: "moved" was emitted, and "released" not yet. */
gboolean mis_parameter_scale_is_held (MisParameterScale *self);

/* Within "moved": whether a key moves it soon after another key did, without anything between
 * them. The two are one movement then. */
gboolean mis_parameter_scale_goes_on (MisParameterScale *self);

/* How it knows what is soon; g_get_monotonic_time() unless something else is set. */
void mis_parameter_scale_set_clock (MisParameterScale *self, MisClock clock);

G_END_DECLS
