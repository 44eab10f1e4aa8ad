#include "core/uncertain-area.h"

#include <math.h>

#include "core/sum.h"

/* What an exponential costs, in multiplications. */
#define EXPONENTIAL 5.0

/**
 * Term:
 * @g, @h: goals as a slice has them
 * @value: which value c(g,h) is; %MIS_CERTAIN: it is @conflict
 * @sum: F_gh; %NAN where a weight in it is uncertain
 */
typedef struct
{
  guint g;
  guint h;
  guint value;
  double conflict;
  double sum;
} Term;

void
mis_uncertain_area_init (MisUncertainArea *self)
{
  *self = (MisUncertainArea) { .score = NAN };
  self->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  self->rows = g_array_new (FALSE, FALSE, sizeof (MisUncertainRow));
  self->certain = g_array_new (FALSE, FALSE, sizeof (MisGoalClass));
}

void
mis_uncertain_area_clear (MisUncertainArea *self)
{
  g_array_unref (self->terms);
  g_array_unref (self->rows);
  g_array_unref (self->certain);
  g_free (self->fixed);
  g_free (self->features);
  if (self->by_kernel)
    mis_kernel_clear (&self->kernel);
}

static const MisUncertainRow *
get_row (const MisUncertainArea *self, guint row)
{
  return &g_array_index (self->rows, MisUncertainRow, row);
}

static double
get_weight (const MisUncertainRow *row, const double *values, const double *divisors)
{
  double weight = row->value == MIS_CERTAIN ? row->weight : values[row->value];

  if (row->divisor == MIS_CERTAIN)
    return weight;
  return divisors[row->divisor] > 0.0 ? weight / divisors[row->divisor] : 0.0;
}

/* The certain rows as a slice, whose classes, one for each goal and weight, take their place. */
static void
init_slice (MisUncertainArea *self, MisSlice *slice)
{
  GArray *classes = g_array_new (FALSE, FALSE, sizeof (MisGoalClass));

  mis_slice_init_agents (slice, self->n_goals, self->certain, self->mean);
  for (guint goal = 0; slice->classes != NULL && goal <= self->n_goals; goal++)
    for (guint i = slice->first[goal]; i < slice->first[goal + 1]; i++)
      {
        MisGoalClass class = { goal, slice->classes[i] };

        g_array_append_val (classes, class);
      }
  g_array_unref (self->certain);
  self->certain = classes;
}

static void
init_kernel (MisUncertainArea *self)
{
  double smallest = 1.0, largest = 0.0;

  for (guint i = 0; i < self->certain->len; i++)
    {
      double weight = g_array_index (self->certain, MisGoalClass, i).class.weight;

      smallest = weight > 0.0 ? MIN (smallest, weight) : smallest;
      largest = MAX (largest, weight);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      smallest = MIN (smallest, get_row (self, i)->smallest);
      largest = MAX (largest, get_row (self, i)->largest);
    }
  mis_kernel_init (&self->kernel, self->mean, smallest, largest);
}

/* Features wherever there are some, but for few rows under the harmonic mean, where each has
 * hundreds. */
static void
choose_kernel (MisUncertainArea *self)
{
  double n_classes = self->certain->len + self->rows->len;

  self->by_kernel = mis_kernel_has (self->mean);
  if (!self->by_kernel)
    return;
  init_kernel (self);
  if (self->mean == MIS_WEIGHT_MEAN_HARMONIC &&
      n_classes * n_classes <= self->kernel.n_terms * EXPONENTIAL * (self->rows->len + 1.0))
    {
      mis_kernel_clear (&self->kernel);
      self->by_kernel = FALSE;
    }
}

static void
fill_fixed (MisUncertainArea *self, const MisSlice *slice)
{
  gsize n_terms = self->kernel.n_terms;

  self->fixed = g_new (double, (self->n_goals + 1) * n_terms);
  for (guint goal = 0; goal <= self->n_goals; goal++)
    mis_kernel_fill (&self->kernel, slice, goal, self->fixed + goal * n_terms);
  self->features = g_memdup2 (self->fixed, (self->n_goals + 1) * n_terms * sizeof (double));
}

/* F_gh of the rows at hand: those that @slice has, or whose features there are. */
static double
sum_pair (const MisUncertainArea *self, const MisSlice *slice, guint g, guint h)
{
  guint n_terms = self->kernel.n_terms;

  if (!self->by_kernel)
    return mis_slice_goal_sum (slice, g, slice, h, self->mean);
  return mis_kernel_multiply (&self->kernel, self->features + (gsize) g * n_terms,
                              self->features + (gsize) h * n_terms);
}

/* Which goals are held at all, and which by a row whose weight is uncertain. */
typedef struct
{
  gboolean *held;
  gboolean *moving;
} Goals;

static void
find_goals (const MisUncertainArea *self, const MisSlice *slice, Goals *goals)
{
  goals->held = g_new (gboolean, self->n_goals + 1);
  goals->moving = g_new0 (gboolean, self->n_goals + 1);
  for (guint goal = 0; goal <= self->n_goals; goal++)
    goals->held[goal] = slice->n[goal] > 0.0;
  for (guint i = 0; i < self->rows->len; i++)
    goals->held[get_row (self, i)->goal] = goals->moving[get_row (self, i)->goal] = TRUE;
}

/* What the walk over all pairs of goals needs besides. */
typedef struct
{
  const MisSlice *slice;
  const Goals *goals;
  guint area;
  const MisConflict *conflicts; /* sorted as the walk goes */
  guint n_conflicts;
  guint next;
  GArray *values;
  MisSum base;
} Walk;

/* (nullable): what the area says of this pair in particular. */
static const MisConflict *
find_conflict (Walk *walk, int g, int h)
{
  const MisConflict *c = walk->conflicts;

  while (walk->next < walk->n_conflicts &&
         (c[walk->next].g < g || (c[walk->next].g == g && c[walk->next].h < h)))
    walk->next++;
  c += walk->next;
  return walk->next < walk->n_conflicts && c->g == g && c->h == h ? c : NULL;
}

static void
add_pair (MisUncertainArea *self, Walk *walk, int g, int h, double conflict)
{
  const MisConflict *own = find_conflict (walk, g, h);
  Term term = { g == MIS_NO_GOAL ? self->n_goals : (guint) g, (guint) h, MIS_CERTAIN, conflict,
                NAN };
  const Goals *goals = walk->goals;

  if (!goals->held[term.g] || !goals->held[term.h])
    return;
  if (own != NULL && own->low < own->high)
    {
      MisUncertain value = { walk->area, -1, g, h, own->low, own->value, own->high };

      term.value = walk->values->len;
      g_array_append_val (walk->values, value);
    }
  else if (conflict <= 0.0)
    return;
  if (!goals->moving[term.g] && !goals->moving[term.h])
    term.sum = sum_pair (self, walk->slice, term.g, term.h);
  if (term.value == MIS_CERTAIN && !isnan (term.sum))
    mis_sum_add (&walk->base, conflict * term.sum);
  else
    g_array_append_val (self->terms, term);
}

static void
add_pairs (MisUncertainArea *self, const MisArea *area, Walk *walk)
{
  g_autofree double *row = g_new (double, self->n_goals);

  walk->conflicts = mis_area_get_conflicts (area, &walk->n_conflicts);
  for (int g = MIS_NO_GOAL; g < (int) self->n_goals; g++)
    {
      if (!walk->goals->held[g == MIS_NO_GOAL ? self->n_goals : (guint) g])
        continue;
      mis_area_fill_upper_row (area, g, row);
      for (int h = g + 1; h < (int) self->n_goals; h++)
        add_pair (self, walk, g, h, row[h]);
    }
  self->base = mis_sum_get (&walk->base);
}

void
mis_uncertain_area_end (MisUncertainArea *self,
                        const MisWorld *world,
                        guint index,
                        const MisAreaScore *score,
                        GArray *values)
{
  const MisScoring *scoring = mis_world_get_scoring (world);
  const MisArea *area = mis_world_get_area (world, index);
  Walk walk = { .area = index, .values = values };
  Goals goals;
  MisSlice slice;

  self->mean = scoring->weight_mean;
  self->n_goals = mis_area_get_n_goals (area);
  self->score = score->misalignment;
  self->n = (double) score->n;
  self->k = score->k;
  self->pairs = mis_pairs_count (self->n, scoring->pairs);
  if (isnan (score->raw))
    return;
  choose_kernel (self);
  init_slice (self, &slice);
  if (self->by_kernel)
    fill_fixed (self, &slice);
  find_goals (self, &slice, &goals);
  walk.slice = &slice;
  walk.goals = &goals;
  add_pairs (self, area, &walk);
  self->varies = self->terms->len > 0;
  g_free (goals.held);
  g_free (goals.moving);
  mis_slice_clear (&slice);
}

/* Every goal is set back before the first of its rows is added. */
static void
fill_features (MisUncertainArea *self, const double *values, const double *divisors)
{
  gsize n_terms = self->kernel.n_terms;

  for (guint i = 0; i < self->rows->len; i++)
    {
      gsize first = get_row (self, i)->goal * n_terms;

      for (gsize j = first; j < first + n_terms; j++)
        self->features[j] = self->fixed[j];
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      const MisUncertainRow *row = get_row (self, i);

      mis_kernel_add (&self->kernel, get_weight (row, values, divisors), row->count,
                      self->features + row->goal * n_terms);
    }
}

static void
init_drawn (const MisUncertainArea *self,
            MisSlice *slice,
            const double *values,
            const double *divisors)
{
  g_autoptr (GArray) agents =
      g_array_sized_new (FALSE, FALSE, sizeof (MisGoalClass), self->certain->len + self->rows->len);

  g_array_append_vals (agents, self->certain->data, self->certain->len);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const MisUncertainRow *row = get_row (self, i);
      MisGoalClass class = { row->goal, { get_weight (row, values, divisors), row->count } };

      g_array_append_val (agents, class);
    }
  mis_slice_init_agents (slice, self->n_goals, agents, self->mean);
}

/* The sum of c F over all pairs of goals. */
static double
sum_terms (const MisUncertainArea *self, const MisSlice *slice, const double *values)
{
  MisSum sum = { self->base, 0.0 };

  for (guint i = 0; i < self->terms->len; i++)
    {
      const Term *term = &g_array_index (self->terms, Term, i);
      double conflict = term->value == MIS_CERTAIN ? term->conflict : values[term->value];

      mis_sum_add (&sum, conflict * (isnan (term->sum) ? sum_pair (self, slice, term->g, term->h)
                                                       : term->sum));
    }
  return mis_sum_get (&sum);
}

double
mis_uncertain_area_score (MisUncertainArea *self,
                          const MisScoring *scoring,
                          const double *values,
                          const double *divisors)
{
  MisSlice slice = { 0 };
  double sum;

  if (!self->varies)
    return self->score;
  if (self->by_kernel)
    fill_features (self, values, divisors);
  else if (self->rows->len > 0)
    init_drawn (self, &slice, values, divisors);
  sum = sum_terms (self, &slice, values);
  mis_slice_clear (&slice);
  return mis_normalize (2.0 * sum / self->pairs, self->n, self->k, scoring);
}
