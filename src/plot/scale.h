/* scale.h: from data to 0..1 and back. */
#pragma once

#include "plot/chart.h"

G_BEGIN_DECLS

/**
 * MisScale:
 * @min: the value at 0
 * @max: the value at 1; more than @min
 * @spacing: how values in between are spread
 */
typedef struct
{
  double min;
  double max;
  MisSpacing spacing;
} MisScale;

/* Values beyond this size are taken as this, so that differences of two stay finite. */
#define MIS_SCALE_LIMIT 1e300

/**
 * mis_scale_init:
 * @min, @max: the ends of the data in any order; %NAN if there are none
 *
 * Always gives a scale that can be used: without data 0 to 1 (log: 1 to 10); with ends that are
 * equal, or too close for numbers to tell them apart, half the value more on each side, for 0
 * from 0 to 1 (log: a factor of 2 on each side).
 */
void mis_scale_init (MisScale *scale, double min, double max, MisSpacing spacing);

/**
 * mis_scale_to_unit:
 *
 * Returns: 0 for @min, 1 for @max, in proportion within and beyond; %NAN for what is not finite or
 *   cannot be on the scale
 */
double mis_scale_to_unit (const MisScale *scale, double value);

/**
 * mis_scale_from_unit:
 *
 * Returns: the value at @unit; the inverse of mis_scale_to_unit()
 */
double mis_scale_from_unit (const MisScale *scale, double unit);

G_END_DECLS
