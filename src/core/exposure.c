#include "core/exposure.h"

#include <string.h>

/* Above so many distinct weights the harmonic mean is summed by its integral. */
#define DIRECT_CLASSES 1000u

gboolean
mis_exposure_is_affine (MisWeightMean mean)
{
  return !mis_weight_mean_needs_classes (mean);
}

MisWide
mis_exposure_scale (MisWide weight, MisWeightMean mean)
{
  return mean == MIS_WEIGHT_MEAN_GEOMETRIC ? mis_wide_sqrt (weight) : weight;
}

double
mis_exposure_unscale (double x, MisWeightMean mean)
{
  return mean == MIS_WEIGHT_MEAN_GEOMETRIC ? x * x : x;
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
add_class (MisExposure *self, const MisWideClass *added)
{
  guint g = added->goal;

  self->n += added->count;
  self->holders[g] += added->count;
  self->w[g] = mis_wide_add (self->w[g], mis_wide_scale (added->weight, added->count));
  if (self->mean == MIS_WEIGHT_MEAN_GEOMETRIC)
    self->s[g] = mis_wide_add (self->s[g],
                               mis_wide_scale (mis_wide_sqrt (added->weight), added->count));
}

/* Counts and sums over the holders of each goal; where the mean needs them, classes too. */
static void
sum_rows (MisExposure *self, const MisReading *reading, guint area, const MisWide *divisors)
{
  const MisWorld *world = reading->world;
  g_autoptr (GArray) agents = g_array_new (FALSE, FALSE, sizeof (MisWideClass));

  for (guint i = 0; i < world->n_agents; i++)
    {
      const MisBlock *block = world->blocks[i / MIS_BLOCK_ROWS];
      guint row = i % MIS_BLOCK_ROWS;
      MisWideClass class = { .count = (double) block->agents[row]->count };
      int goal;

      if (class.count <= 0.0
          || !mis_reading_get_wide_position (reading, mis_block_get_position (block, row, area),
                                             area, divisors[i], &goal, &class.weight))
        continue;
      class.goal = goal == MIS_NO_GOAL ? self->n_goals : (guint) goal;
      add_class (self, &class);
      if (mis_weight_mean_needs_classes (self->mean))
        g_array_append_val (agents, class);
    }
  if (mis_weight_mean_needs_classes (self->mean))
    mis_wide_classes_init (&self->classes, self->n_goals, agents);
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
  for (guint i = 0; i < self->classes.n; i++)
    if (mis_wide_is_positive (self->classes.classes[i].weight))
      self->smallest = MIN (self->smallest, self->classes.classes[i].weight.high);
  self->n_nodes = mis_harmonic_nodes (self->smallest, 1.0, &self->nodes, &self->factors);
  self->vectors = g_new0 (double, size * self->n_nodes);
  for (guint i = 0; i < self->classes.n; i++)
    {
      const MisWideClass *class = &self->classes.classes[i];
      double w = class->weight.high;

      for (guint j = 0; j < self->n_nodes && w > 0.0; j++)
        self->vectors[(gsize) class->goal * self->n_nodes + j]
            += class->count * w * exp (-self->nodes[j] * w);
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
mis_exposure_new (const MisReading *reading, guint area, const MisWide *divisors)
{
  MisExposure *self = g_new0 (MisExposure, 1);
  gsize size = mis_area_get_n_goals (reading->world->areas[area]) + 1;

  self->ref_count = 1;
  self->area = mis_area_ref (reading->world->areas[area]);
  self->mean = reading->world->scoring.weight_mean;
  self->n_goals = (guint) size - 1;
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
  else if (self->mean == MIS_WEIGHT_MEAN_HARMONIC && self->classes.n > DIRECT_CLASSES)
    fill_vectors (self);
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
  mis_wide_classes_clear (&exposure->classes);
  g_free (exposure->holders);
  g_free (exposure->w);
  g_free (exposure->s);
  g_free (exposure->rows);
  g_free (exposure->level);
  g_free (exposure->slope);
  g_free (exposure->conflicts);
  g_free (exposure->clashes);
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
meet_all (const MisExposure *self, MisWide weight, MisWide *sums)
{
  if (self->n_nodes > 0 && weight.high >= self->smallest)
    integrate (self, weight.high, sums);
  else if (self->mean == MIS_WEIGHT_MEAN_HARMONIC && !mis_wide_is_positive (weight))
    memset (sums, 0, (self->n_goals + 1) * sizeof (MisWide));
  else
    for (guint h = 0; h <= self->n_goals; h++)
      sums[h] = mis_wide_classes_meet (&self->classes, h, weight, self->mean);
}

void
mis_meetings_clear (MisMeetings *meetings)
{
  for (guint i = 0; i < G_N_ELEMENTS (meetings->entries); i++)
    g_clear_pointer (&meetings->entries[i].sums, g_free);
}

/* What one agent with @weight meets, from @meetings if it was asked before. */
static const MisWide *
look_up (const MisExposure *self, MisWide weight, MisMeetings *meetings)
{
  MisMeeting *entry;

  for (guint i = 0; i < G_N_ELEMENTS (meetings->entries); i++)
    {
      entry = &meetings->entries[i];
      if (entry->exposure == self && mis_wide_compare (entry->weight, weight) == 0)
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
mis_exposure_get (const MisExposure *exposure, guint goal, MisWide weight, MisMeetings *meetings)
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

  for (guint i = self->classes.first[g]; i < self->classes.first[g + 1]; i++)
    {
      const MisWideClass *class = &self->classes.classes[i];
      MisWide met = mis_wide_classes_meet (&self->classes, h, class->weight, self->mean);

      sum = mis_wide_add (sum, mis_wide_scale (met, class->count));
    }
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
