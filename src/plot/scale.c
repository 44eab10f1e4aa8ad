#include "plot/scale.h"

#include <math.h>

/* Two ends that share this part of their size cannot carry ticks of 15 digits. */
static const double LEAST_RELATIVE_RANGE = 1e-10;
static const double LEAST_VALUE = 1e-290;

static double
clamp_value (double value)
{
  return CLAMP (value, -MIS_SCALE_LIMIT, MIS_SCALE_LIMIT);
}

static void
init_log (MisScale *scale, double min, double max)
{
  scale->max = max > LEAST_VALUE ? max : 10;
  scale->min = min > LEAST_VALUE ? min : scale->max / 10;
  if (scale->max - scale->min <= LEAST_RELATIVE_RANGE * scale->max)
    {
      scale->min /= 2;
      scale->max *= 2;
    }
}

static void
init_linear (MisScale *scale, double min, double max)
{
  double size = MAX (fabs (min), fabs (max));

  scale->min = min;
  scale->max = max;
  if (size < LEAST_VALUE)
    {
      scale->min = 0;
      scale->max = 1;
    }
  else if (max / 2 - min / 2 <= LEAST_RELATIVE_RANGE * size)
    {
      scale->min = clamp_value (min - size / 2);
      scale->max = clamp_value (max + size / 2);
    }
}

void
mis_scale_init (MisScale *scale, double min, double max, MisSpacing spacing)
{
  g_return_if_fail (scale != NULL);

  if (isnan (min) || isnan (max))
    {
      min = spacing == MIS_SPACING_LOG ? 1 : 0;
      max = spacing == MIS_SPACING_LOG ? 10 : 1;
    }
  scale->spacing = spacing;
  if (spacing == MIS_SPACING_LOG)
    init_log (scale, clamp_value (MIN (min, max)), clamp_value (MAX (min, max)));
  else
    init_linear (scale, clamp_value (MIN (min, max)), clamp_value (MAX (min, max)));
}

double
mis_scale_to_unit (const MisScale *scale, double value)
{
  g_return_val_if_fail (scale != NULL, NAN);

  if (!isfinite (value) || (scale->spacing == MIS_SPACING_LOG && value <= 0))
    return NAN;
  if (scale->spacing == MIS_SPACING_LOG)
    return log (value / scale->min) / log (scale->max / scale->min);
  return (clamp_value (value) - scale->min) / (scale->max - scale->min);
}

double
mis_scale_from_unit (const MisScale *scale, double unit)
{
  g_return_val_if_fail (scale != NULL, NAN);

  if (scale->spacing == MIS_SPACING_LOG)
    return scale->min * pow (scale->max / scale->min, unit);
  return scale->min * (1 - unit) + scale->max * unit;
}
