#include "core/exposure.h"

#include <string.h>

/* Above so many distinct weights the harmonic mean is summed by its integral. */
#define DIRECT_CLASSES 1000u

/* Below this the product of two doubles is not exact as a wide number. */
#define SMALLEST_PRODUCT 1e-280

gboolean
mis_exposure_is_affine (MisWeightMean mean)
{
  return !mis_weight_mean_needs_classes (mean);
}

MisWide
mis_exposure_scale (double weight, MisWeightMean mean)
{
  return mean == MIS_WEIGHT_MEAN_GEOMETRIC ? mis_wide_sqrt (mis_wide (weight)) : mis_wide (weight);
}

double
mis_exposure_unscale (double x, MisWeightMean mean)
{
  return mean == MIS_WEIGHT_MEAN_GEOMETRIC ? x * x : x;
}

/* 2xy / (x + y), or where the product has no digits left 2 low / (1 + low / high). */
static MisWide
harmonic_mean (double low, double high)
{
  MisWide ratio;

  if (low <= 0.0)
    return MIS_WIDE_ZERO;
  if (low * high > SMALLEST_PRODUCT)
    return mis_wide_scale (mis_wide_divide (mis_wide_product_of (low, high),
                                            mis_wide_sum_of (low, high)),
                           2.0);
  ratio = mis_wide_divide (mis_wide (low), mis_wide (high));
  return mis_wide_divide (mis_wide (2.0 * low), mis_wide_add (mis_wide (1.0), ratio));
}

MisWide
mis_wide_weight_mean (double x, double y, MisWeightMean mean)
{
  switch (mean)
    {
    case MIS_WEIGHT_MEAN_GEOMETRIC:
      return mis_wide_multiply (mis_wide_sqrt (mis_wide (x)), mis_wide_sqrt (mis_wide (y)));
    case MIS_WEIGHT_MEAN_ARITHMETIC:
      return mis_wide_scale (mis_wide_sum_of (x, y), 0.5);
    case MIS_WEIGHT_MEAN_HARMONIC:
      return harmonic_mean (MIN (x, y), MAX (x, y));
    case MIS_WEIGHT_MEAN_MINIMUM:
    case MIS_WEIGHT_MEAN_MAXIMUM:
    case MIS_WEIGHT_MEAN_NONE:
    default:
      return mis_wide (mis_weight_mean (x, y, mean));
    }
}

static guint
n_classes (const MisExposure *self)
{
  return self->slice.first[self->n_goals + 1];
}

static void
fill_conflicts (MisExposure *self)
{
  gsize size = self->n_goals + 1;
  g_autofree double *row = g_new (double, size);

  self->conflicts = g_new0 (double, size * size);
  for (int g = MIS_NO_GOAL; g < (int) self->n_goals; g++)
    {
      gsize i = g == MIS_NO_GOAL ? self->n_goals : (gsize) g;

      mis_area_fill_upper_row (self->area, g, row);
      for (gsize h = (gsize) (g + 1); h < self->n_goals; h++)
        self->conflicts[i * size + h] = self->conflicts[h * size + i] = row[h];
    }
  self->clashes = g_new0 (gboolean, size);
  for (guint g = 0; g < self->n_goals; g++)
    self->clashes[g] = mis_area_has_null_conflict (self->area, g);
}

static void
add_class (MisExposure *self, const MisGoalClass *added)
{
  double weight = added->class.weight, count = added->class.count;
  guint g = added->goal;

  self->n += count;
  self->holders[g] += count;
  self->w[g] = mis_wide_add (self->w[g], mis_wide_product_of (weight, count));
  if (self->mean == MIS_WEIGHT_MEAN_GEOMETRIC)
    self->s[g] = mis_wide_add (self->s[g],
                               mis_wide_scale (mis_wide_sqrt (mis_wide (weight)), count));
}

/* Counts and sums over the holders of each goal; where the mean needs them, classes too. */
static void
sum_rows (MisExposure *self, const MisReading *reading, guint area, const double *divisors)
{
  const MisWorld *world = reading->world;
  g_autoptr (GArray) classes = g_array_new (FALSE, FALSE, sizeof (MisGoalClass));

  for (guint i = 0; i < world->n_agents; i++)
    {
      const MisBlock *block = world->blocks[i / MIS_BLOCK_ROWS];
      guint row = i % MIS_BLOCK_ROWS;
      MisGoalClass class = { .class.count = (double) block->agents[row]->count };
      int goal;

      if (class.class.count <= 0.0
          || !mis_reading_get_position (reading, block, row, area, divisors[i], &goal,
                                        &class.class.weight))
        continue;
      class.goal = goal == MIS_NO_GOAL ? self->n_goals : (guint) goal;
      add_class (self, &class);
      if (mis_weight_mean_needs_classes (self->mean))
        g_array_append_val (classes, class);
    }
  if (mis_weight_mean_needs_classes (self->mean))
    mis_slice_set_classes (&self->slice, classes);
}

/* Running sums over the classes of each goal. */
static void
sum_classes (MisExposure *self)
{
  self->below = g_new (MisWide, n_classes (self));
  self->count_below = g_new (double, n_classes (self));
  for (guint g = 0; g <= self->n_goals; g++)
    {
      MisWide w = MIS_WIDE_ZERO;
      double count = 0.0;

      for (guint i = self->slice.first[g]; i < self->slice.first[g + 1]; i++)
        {
          const MisWeightClass *class = &self->slice.classes[i];

          count += class->count;
          w = mis_wide_add (w, mis_wide_product_of (class->weight, class->count));
          self->below[i] = w;
          self->count_below[i] = count;
        }
    }
}

/* What an agent meets under the means that reduce to sums: level + slope x(w). */
static void
sum_levels (MisExposure *self)
{
  for (guint g = 0; g <= self->n_goals; g++)
    {
      MisWide s = MIS_WIDE_ZERO, w = MIS_WIDE_ZERO, n = MIS_WIDE_ZERO;

      for (guint h = 0; h <= self->n_goals; h++)
        {
          double c = mis_exposure_conflict (self, g, h);

          if (c <= 0.0 || self->holders[h] <= 0.0)
            continue;
          s = mis_wide_add (s, mis_wide_scale (self->s[h], c));
          w = mis_wide_add (w, mis_wide_scale (self->w[h], c));
          n = mis_wide_add (n, mis_wide_product_of (self->holders[h], c));
        }
      if (self->mean == MIS_WEIGHT_MEAN_GEOMETRIC)
        self->slope[g] = s;
      else if (self->mean == MIS_WEIGHT_MEAN_NONE)
        self->level[g] = n;
      else
        {
          self->level[g] = mis_wide_scale (w, 0.5);
          self->slope[g] = mis_wide_scale (n, 0.5);
        }
    }
}

/* The node vectors of the harmonic integral, for weights from the smallest to 1. */
static void
fill_vectors (MisExposure *self)
{
  gsize size = self->n_goals + 1;

  self->smallest = 1.0;
  for (guint i = 0; i < n_classes (self); i++)
    if (self->slice.classes[i].weight > 0.0)
      self->smallest = MIN (self->smallest, self->slice.classes[i].weight);
  self->n_nodes = mis_harmonic_nodes (self->smallest, 1.0, &self->nodes, &self->factors);
  self->vectors = g_new0 (double, size * self->n_nodes);
  for (gsize g = 0; g < size; g++)
    for (guint i = self->slice.first[g]; i < self->slice.first[g + 1]; i++)
      {
        double w = self->slice.classes[i].weight, count = self->slice.classes[i].count;

        for (guint j = 0; j < self->n_nodes && w > 0.0; j++)
          self->vectors[g * self->n_nodes + j] += count * w * exp (-self->nodes[j] * w);
      }
}

static void
sum_pairs (MisExposure *self)
{
  for (guint g = 0; g <= self->n_goals; g++)
    {
      for (guint h = 0; h <= self->n_goals; h++)
        {
          double c = mis_exposure_conflict (self, g, h);

          if (c > 0.0 && self->holders[g] > 0.0 && self->holders[h] > 0.0)
            self->rows[g] = mis_wide_add (self->rows[g],
                                          mis_wide_scale (mis_exposure_between (self, g, h), c));
        }
      self->sum = mis_wide_add (self->sum, self->rows[g]);
    }
}

MisExposure *
mis_exposure_new (const MisReading *reading, guint area, const double *divisors)
{
  MisExposure *self = g_new0 (MisExposure, 1);
  gsize size = mis_area_get_n_goals (reading->world->areas[area]) + 1;

  self->ref_count = 1;
  self->area = mis_area_ref (reading->world->areas[area]);
  self->mean = reading->world->scoring.weight_mean;
  self->n_goals = (guint) size - 1;
  self->slice.n_goals = self->n_goals;
  self->holders = g_new0 (double, size);
  self->w = g_new0 (MisWide, size);
  self->s = g_new0 (MisWide, size);
  self->rows = g_new0 (MisWide, size);
  self->level = g_new0 (MisWide, size);
  self->slope = g_new0 (MisWide, size);
  fill_conflicts (self);
  sum_rows (self, reading, area, divisors);
  if (mis_exposure_is_affine (self->mean))
    sum_levels (self);
  else
    {
      sum_classes (self);
      if (self->mean == MIS_WEIGHT_MEAN_HARMONIC && n_classes (self) > DIRECT_CLASSES)
        fill_vectors (self);
    }
  sum_pairs (self);
  return self;
}

MisExposure *
mis_exposure_ref (MisExposure *exposure)
{
  g_atomic_int_inc (&exposure->ref_count);
  return exposure;
}

void
mis_exposure_unref (MisExposure *exposure)
{
  if (!g_atomic_int_dec_and_test (&exposure->ref_count))
    return;
  mis_area_unref (exposure->area);
  mis_slice_clear (&exposure->slice);
  g_free (exposure->holders);
  g_free (exposure->w);
  g_free (exposure->s);
  g_free (exposure->rows);
  g_free (exposure->level);
  g_free (exposure->slope);
  g_free (exposure->conflicts);
  g_free (exposure->clashes);
  g_free (exposure->below);
  g_free (exposure->count_below);
  g_free (exposure->nodes);
  g_free (exposure->factors);
  g_free (exposure->vectors);
  g_free (exposure);
}

double
mis_exposure_conflict (const MisExposure *exposure, guint g, guint h)
{
  return exposure->conflicts[(gsize) g * (exposure->n_goals + 1) + h];
}

/* The sum of min (weight, w) over the holders of @h: those up to @weight with their own, the others
 * with @weight. */
static MisWide
meet_minimum (const MisExposure *self, guint h, double weight)
{
  guint first = self->slice.first[h], last = self->slice.first[h + 1];
  MisWide below = MIS_WIDE_ZERO;
  double above = self->holders[h];

  while (first < last)
    {
      guint middle = first + (last - first) / 2;

      if (self->slice.classes[middle].weight <= weight)
        first = middle + 1;
      else
        last = middle;
    }
  if (first > self->slice.first[h])
    {
      below = self->below[first - 1];
      above -= self->count_below[first - 1];
    }
  return mis_wide_add (below, mis_wide_product_of (weight, above));
}

static MisWide
meet_harmonic (const MisExposure *self, guint h, double weight)
{
  MisWide sum = MIS_WIDE_ZERO;

  for (guint i = self->slice.first[h]; i < self->slice.first[h + 1]; i++)
    {
      const MisWeightClass *class = &self->slice.classes[i];

      sum = mis_wide_add (sum,
                          mis_wide_scale (mis_wide_weight_mean (weight, class->weight, self->mean),
                                          class->count));
    }
  return sum;
}

/* The sum of f over one agent with @weight and all holders of @h, for the means with classes. */
static MisWide
meet (const MisExposure *self, guint h, double weight)
{
  MisWide smaller;

  if (self->mean == MIS_WEIGHT_MEAN_HARMONIC)
    return meet_harmonic (self, h, weight);
  smaller = meet_minimum (self, h, weight);
  if (self->mean == MIS_WEIGHT_MEAN_MINIMUM)
    return smaller;
  return mis_wide_subtract (mis_wide_add (mis_wide_product_of (weight, self->holders[h]),
                                          self->w[h]),
                            smaller);
}

/* By the integral, which covers weights from the smallest one of the area up. */
static void
integrate (const MisExposure *self, double weight, MisWide *sums)
{
  g_autofree double *terms = g_new (double, self->n_nodes);

  for (guint j = 0; j < self->n_nodes; j++)
    terms[j] = self->factors[j] * weight * exp (-self->nodes[j] * weight);
  for (guint h = 0; h <= self->n_goals; h++)
    {
      const double *vector = &self->vectors[(gsize) h * self->n_nodes];
      double sum = 0.0;

      for (guint j = 0; j < self->n_nodes; j++)
        sum += terms[j] * vector[j];
      sums[h] = mis_wide (sum);
    }
}

/* The sums of f over one agent with @weight and the holders of each goal. */
static void
meet_all (const MisExposure *self, double weight, MisWide *sums)
{
  if (self->n_nodes > 0 && weight >= self->smallest)
    integrate (self, weight, sums);
  else if (self->mean == MIS_WEIGHT_MEAN_HARMONIC && weight <= 0.0)
    memset (sums, 0, (self->n_goals + 1) * sizeof (MisWide));
  else
    for (guint h = 0; h <= self->n_goals; h++)
      sums[h] = self->holders[h] > 0.0 ? meet (self, h, weight) : MIS_WIDE_ZERO;
}

void
mis_meetings_clear (MisMeetings *meetings)
{
  for (guint i = 0; i < G_N_ELEMENTS (meetings->entries); i++)
    g_clear_pointer (&meetings->entries[i].sums, g_free);
}

/* What one agent with @weight meets, from @meetings if it was asked before. */
static const MisWide *
look_up (const MisExposure *self, double weight, MisMeetings *meetings)
{
  MisMeeting *entry;

  for (guint i = 0; i < G_N_ELEMENTS (meetings->entries); i++)
    {
      entry = &meetings->entries[i];
      if (entry->exposure == self && entry->weight <= weight && entry->weight >= weight)
        return entry->sums;
    }
  entry = &meetings->entries[meetings->next];
  meetings->next = (meetings->next + 1) % G_N_ELEMENTS (meetings->entries);
  entry->exposure = self;
  entry->weight = weight;
  entry->sums = g_renew (MisWide, entry->sums, self->n_goals + 1);
  meet_all (self, weight, entry->sums);
  return entry->sums;
}

MisWide
mis_exposure_get (const MisExposure *exposure, guint goal, double weight, MisMeetings *meetings)
{
  MisWide sum = MIS_WIDE_ZERO;
  const MisWide *met;

  if (mis_exposure_is_affine (exposure->mean))
    return mis_wide_add (exposure->level[goal],
                         mis_wide_multiply (exposure->slope[goal],
                                            mis_exposure_scale (weight, exposure->mean)));
  met = look_up (exposure, weight, meetings);
  for (guint h = 0; h <= exposure->n_goals; h++)
    {
      double c = mis_exposure_conflict (exposure, goal, h);

      if (c > 0.0)
        sum = mis_wide_add (sum, mis_wide_scale (met[h], c));
    }
  return sum;
}

/* F_gh for the means with classes: each class of g meets all of h. */
static MisWide
between_classes (const MisExposure *self, guint g, guint h)
{
  MisWide sum = MIS_WIDE_ZERO;

  for (guint i = self->slice.first[g]; i < self->slice.first[g + 1]; i++)
    sum = mis_wide_add (sum, mis_wide_scale (meet (self, h, self->slice.classes[i].weight),
                                             self->slice.classes[i].count));
  return sum;
}

static MisWide
between_nodes (const MisExposure *self, guint g, guint h)
{
  const double *left = &self->vectors[(gsize) g * self->n_nodes];
  const double *right = &self->vectors[(gsize) h * self->n_nodes];
  MisWide sum = MIS_WIDE_ZERO;

  for (guint j = 0; j < self->n_nodes; j++)
    sum = mis_wide_add (sum, mis_wide_scale (mis_wide_product_of (left[j], right[j]),
                                             self->factors[j]));
  return sum;
}

MisWide
mis_exposure_between (const MisExposure *exposure, guint g, guint h)
{
  const MisExposure *self = exposure;

  switch (self->mean)
    {
    case MIS_WEIGHT_MEAN_GEOMETRIC:
      return mis_wide_multiply (self->s[g], self->s[h]);
    case MIS_WEIGHT_MEAN_ARITHMETIC:
      return mis_wide_scale (mis_wide_add (mis_wide_scale (self->w[g], self->holders[h]),
                                           mis_wide_scale (self->w[h], self->holders[g])),
                             0.5);
    case MIS_WEIGHT_MEAN_NONE:
      return mis_wide_product_of (self->holders[g], self->holders[h]);
    case MIS_WEIGHT_MEAN_HARMONIC:
      return self->n_nodes > 0 ? between_nodes (self, g, h) : between_classes (self, g, h);
    case MIS_WEIGHT_MEAN_MINIMUM:
    case MIS_WEIGHT_MEAN_MAXIMUM:
    default:
      return between_classes (self, g, h);
    }
}
