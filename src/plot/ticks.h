/* ticks.h: where the ticks of an axis stand (Talbot, Lin and Hanrahan 2010) and how they read. */
#pragma once

#include "plot/chart.h"

G_BEGIN_DECLS

/* No axis has more ticks than this. */
#define MIS_TICKS_MAX 64

/**
 * MisTicks:
 * @values: (array length=n): rising
 * @n: how many there are
 * @decimals: how many digits after the point tell all of them apart, at most 15; -1 if only an
 *   exponent can
 */
typedef struct
{
  double values[MIS_TICKS_MAX];
  guint n;
  int decimals;
} MisTicks;

/**
 * mis_ticks_init:
 * @min, @max: the ends of the axis, finite, @min < @max
 * @target: how many ticks are wanted, from 2
 *
 * The labelling with the best sum of simplicity (weight .25), coverage (.2), density (.5) and
 * legibility (.05), over the steps 1, 5, 2, 2.5, 4, 3 times a power of ten. The outer ticks may lie
 * inside or outside the axis. Each is computed from its integer index, so that 3 times 0.1 is 0.3.
 */
void mis_ticks_init (MisTicks *ticks, double min, double max, guint target);

/**
 * mis_ticks_init_log:
 * @min, @max: positive, @min < @max
 *
 * Decades; where there are less than two of them also 2 and 5 times; where that leaves less than
 * three ticks, as mis_ticks_init().
 */
void mis_ticks_init_log (MisTicks *ticks, double min, double max, guint target);

/**
 * mis_ticks_init_fixed:
 * @values: (array length=n): those that are not finite are left out, of more than %MIS_TICKS_MAX
 *   the last ones
 */
void mis_ticks_init_fixed (MisTicks *ticks, const double *values, guint n);

/**
 * mis_ticks_clip:
 *
 * Leaves out the ticks outside @min to @max (a billionth of the range is forgiven).
 */
void mis_ticks_clip (MisTicks *ticks, double min, double max);

/**
 * mis_ticks_format:
 *
 * All labels of one axis have the same number of decimals, a decimal point, a true minus sign, and
 * no sign on 0.
 *
 * Returns: (transfer full): the label of tick number @index
 */
char *mis_ticks_format (const MisTicks *ticks, guint index, MisNumberFormat format);

/**
 * mis_number_to_label:
 * @decimals: as MisTicks.decimals, before a percentage is taken; -1 for up to twelve digits and a
 *   power of ten
 *
 * Returns: (transfer full): @value as people read it; "–" if it is not finite
 */
char *mis_number_to_label (double value, int decimals, MisNumberFormat format);

G_END_DECLS
