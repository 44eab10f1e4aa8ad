#include "core/kernel.h"

#include "core/sum.h"

/* Nodes at which t w is larger add less than exp(-40) = 4e-18 to any pair that this weight
 * is in. */
#define FARTHEST 40.0

gboolean
mis_kernel_has (MisWeightMean mean)
{
  return mean != MIS_WEIGHT_MEAN_MINIMUM && mean != MIS_WEIGHT_MEAN_MAXIMUM;
}

void
mis_kernel_init (MisKernel *kernel, MisWeightMean mean, double smallest, double largest)
{
  *kernel = (MisKernel) { .mean = mean };
  /* Where no weight is positive any node will do. */
  if (mean == MIS_WEIGHT_MEAN_HARMONIC)
    kernel->n_terms = mis_harmonic_nodes (largest > 0.0 ? smallest : 1.0,
                                          largest > 0.0 ? largest : 1.0, &kernel->nodes,
                                          &kernel->factors);
  else if (mean == MIS_WEIGHT_MEAN_ARITHMETIC)
    kernel->n_terms = 2;
  else if (mean == MIS_WEIGHT_MEAN_GEOMETRIC || mean == MIS_WEIGHT_MEAN_NONE)
    kernel->n_terms = 1;
}

void
mis_kernel_clear (MisKernel *kernel)
{
  g_clear_pointer (&kernel->nodes, g_free);
  g_clear_pointer (&kernel->factors, g_free);
}

/* How many nodes a weight has terms at; they ascend. */
static guint
count_terms (const MisKernel *kernel, double weight)
{
  guint first = 0, last = kernel->n_terms;

  if (weight <= 0.0)
    return 0;
  while (first < last)
    {
      guint middle = (first + last) / 2;

      if (kernel->nodes[middle] * weight <= FARTHEST)
        first = middle + 1;
      else
        last = middle;
    }
  return first;
}

static void
fill_harmonic (const MisKernel *kernel, const MisSlice *slice, guint goal, double *features)
{
  g_autofree MisSum *sums = g_new0 (MisSum, kernel->n_terms);

  for (guint i = slice->first[goal]; i < slice->first[goal + 1]; i++)
    {
      double weight = slice->classes[i].weight;
      double total = slice->classes[i].count * weight;
      guint n = count_terms (kernel, weight);

      for (guint j = 0; j < n; j++)
        mis_sum_add (&sums[j], total * exp (-kernel->nodes[j] * weight));
    }
  for (guint j = 0; j < kernel->n_terms; j++)
    features[j] = mis_sum_get (&sums[j]);
}

void
mis_kernel_fill (const MisKernel *kernel, const MisSlice *slice, guint goal, double *features)
{
  switch (kernel->mean)
    {
    case MIS_WEIGHT_MEAN_GEOMETRIC:
      features[0] = slice->s[goal];
      break;
    case MIS_WEIGHT_MEAN_ARITHMETIC:
      features[0] = slice->w[goal];
      features[1] = slice->n[goal];
      break;
    case MIS_WEIGHT_MEAN_NONE:
      features[0] = slice->n[goal];
      break;
    case MIS_WEIGHT_MEAN_HARMONIC:
      fill_harmonic (kernel, slice, goal, features);
      break;
    case MIS_WEIGHT_MEAN_MINIMUM:
    case MIS_WEIGHT_MEAN_MAXIMUM:
    default:
      g_assert_not_reached ();
    }
}

static void
add_harmonic (const MisKernel *kernel, double weight, double count, double *features)
{
  guint n = count_terms (kernel, weight);

  for (guint j = 0; j < n; j++)
    features[j] += count * weight * exp (-kernel->nodes[j] * weight);
}

void
mis_kernel_add (const MisKernel *kernel, double weight, double count, double *features)
{
  switch (kernel->mean)
    {
    case MIS_WEIGHT_MEAN_GEOMETRIC:
      features[0] += count * sqrt (weight);
      break;
    case MIS_WEIGHT_MEAN_ARITHMETIC:
      features[0] += count * weight;
      features[1] += count;
      break;
    case MIS_WEIGHT_MEAN_NONE:
      features[0] += count;
      break;
    case MIS_WEIGHT_MEAN_HARMONIC:
      add_harmonic (kernel, weight, count, features);
      break;
    case MIS_WEIGHT_MEAN_MINIMUM:
    case MIS_WEIGHT_MEAN_MAXIMUM:
    default:
      g_assert_not_reached ();
    }
}

double
mis_kernel_multiply (const MisKernel *kernel, const double *a, const double *b)
{
  MisSum sum = { 0.0, 0.0 };

  if (kernel->mean == MIS_WEIGHT_MEAN_ARITHMETIC)
    return (a[0] * b[1] + a[1] * b[0]) / 2.0;
  if (kernel->mean != MIS_WEIGHT_MEAN_HARMONIC)
    return a[0] * b[0];
  /* The factors are large where the features are small, so they go in between. */
  for (guint j = 0; j < kernel->n_terms; j++)
    mis_sum_add (&sum, kernel->factors[j] * a[j] * b[j]);
  return mis_sum_get (&sum);
}

static double
meet_harmonic (const MisKernel *kernel, double weight, const double *features)
{
  guint n = count_terms (kernel, weight);
  MisSum sum = { 0.0, 0.0 };

  for (guint j = 0; j < n; j++)
    mis_sum_add (&sum,
                 kernel->factors[j] * weight * exp (-kernel->nodes[j] * weight) * features[j]);
  return mis_sum_get (&sum);
}

double
mis_kernel_meet (const MisKernel *kernel, double weight, const double *features)
{
  switch (kernel->mean)
    {
    case MIS_WEIGHT_MEAN_GEOMETRIC:
      return sqrt (weight) * features[0];
    case MIS_WEIGHT_MEAN_ARITHMETIC:
      return (weight * features[1] + features[0]) / 2.0;
    case MIS_WEIGHT_MEAN_NONE:
      return features[0];
    case MIS_WEIGHT_MEAN_HARMONIC:
      return meet_harmonic (kernel, weight, features);
    case MIS_WEIGHT_MEAN_MINIMUM:
    case MIS_WEIGHT_MEAN_MAXIMUM:
    default:
      g_return_val_if_reached (0.0);
    }
}

double
mis_kernel_gain (const MisKernel *kernel, double low, double high, const double *features)
{
  switch (kernel->mean)
    {
    case MIS_WEIGHT_MEAN_GEOMETRIC:
      return high > low ? (high - low) / (sqrt (high) + sqrt (low)) * features[0] : 0.0;
    case MIS_WEIGHT_MEAN_ARITHMETIC:
      return (high - low) * features[1] / 2.0;
    case MIS_WEIGHT_MEAN_NONE:
      return 0.0;
    case MIS_WEIGHT_MEAN_HARMONIC:
      return MAX (
        mis_kernel_meet (kernel, high, features) - mis_kernel_meet (kernel, low, features), 0.0);
    case MIS_WEIGHT_MEAN_MINIMUM:
    case MIS_WEIGHT_MEAN_MAXIMUM:
    default:
      g_return_val_if_reached (0.0);
    }
}
