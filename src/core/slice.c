#include "core/slice.h"

#include <math.h>

#include "core/sum.h"

/* The harmonic integral: step in ln t, and where it begins and ends. Weights below SMALLEST add
 * less than twice themselves to any pair, and are not followed further out. */
#define HARMONIC_STEP 0.28
#define HARMONIC_BEGIN 1e-14
#define HARMONIC_END 36.0
#define HARMONIC_SMALLEST 1e-300

/* exp(-x) is below 3e-20 beyond the one, and within 1e-17 of 1 - x before the other. */
#define HARMONIC_LAST 45.0
#define HARMONIC_FLAT 4e-9

static void
slice_init (MisSlice *slice, guint n_goals)
{
  *slice = (MisSlice) { .n_goals = n_goals };
  slice->n = g_new0 (double, n_goals + 1);
  slice->s = g_new0 (double, n_goals + 1);
  slice->w = g_new0 (double, n_goals + 1);
}

void
mis_slice_clear (MisSlice *slice)
{
  g_clear_pointer (&slice->n, g_free);
  g_clear_pointer (&slice->s, g_free);
  g_clear_pointer (&slice->w, g_free);
  g_clear_pointer (&slice->classes, g_free);
  g_clear_pointer (&slice->first, g_free);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const MisGoalClass *left = a;
  const MisGoalClass *right = b;

  if (left->goal != right->goal)
    return left->goal < right->goal ? -1 : 1;
  return (left->class.weight > right->class.weight) - (left->class.weight < right->class.weight);
}

void
mis_slice_set_classes (MisSlice *slice, GArray *entries)
{
  guint n = 0;

  g_array_sort (entries, compare_entries);
  slice->classes = g_new (MisWeightClass, entries->len);
  slice->first = g_new0 (guint, slice->n_goals + 2);
  for (guint i = 0; i < entries->len; i++)
    {
      const MisGoalClass *entry = &g_array_index (entries, MisGoalClass, i);
      gboolean again = i > 0 && compare_entries (entry, entry - 1) == 0;

      if (again)
        slice->classes[n - 1].count += entry->class.count;
      else
        slice->classes[n++] = entry->class;
      slice->first[entry->goal + 1] = n;
    }
  for (guint goal = 1; goal < slice->n_goals + 2; goal++)
    slice->first[goal] = MAX (slice->first[goal], slice->first[goal - 1]);
}

void
mis_slice_init_agents (MisSlice *slice, guint n_goals, GArray *agents, MisWeightMean mean)
{
  g_autofree MisSum *s = g_new0 (MisSum, n_goals + 1);
  g_autofree MisSum *w = g_new0 (MisSum, n_goals + 1);

  slice_init (slice, n_goals);
  for (guint i = 0; i < agents->len; i++)
    {
      const MisGoalClass *entry = &g_array_index (agents, MisGoalClass, i);

      slice->n[entry->goal] += entry->class.count;
      mis_sum_add (&s[entry->goal], entry->class.count * sqrt (entry->class.weight));
      mis_sum_add (&w[entry->goal], entry->class.count * entry->class.weight);
    }
  for (guint goal = 0; goal <= n_goals; goal++)
    {
      slice->s[goal] = mis_sum_get (&s[goal]);
      slice->w[goal] = mis_sum_get (&w[goal]);
    }
  if (mis_weight_mean_needs_classes (mean))
    mis_slice_set_classes (slice, agents);
}

void
mis_slice_init_rows (MisSlice *slice, const MisReading *reading, guint area, const double *counts)
{
  const MisWorld *world = reading->world;
  guint k = mis_area_get_n_goals (world->areas[area]);
  g_autoptr (GArray) agents = g_array_new (FALSE, FALSE, sizeof (MisGoalClass));

  for (guint i = 0; i < world->n_agents; i++)
    {
      const MisBlock *block = world->blocks[i / MIS_BLOCK_ROWS];
      guint row = i % MIS_BLOCK_ROWS;
      double divisor, weight;
      MisGoalClass entry;
      int goal;

      if (!(counts[i] > 0.0))
        continue;
      divisor = mis_reading_get_divisor (reading, block, row);
      if (!mis_reading_get_position (reading, block, row, area, divisor, &goal, &weight))
        continue;
      entry = (MisGoalClass) { goal == MIS_NO_GOAL ? k : (guint) goal, { weight, counts[i] } };
      g_array_append_val (agents, entry);
    }
  mis_slice_init_agents (slice, k, agents, world->scoring.weight_mean);
}

void
mis_slice_init_sums (MisSlice *slice, const MisAreaTally *sums)
{
  slice_init (slice, sums->n_goals);
  for (guint goal = 0; goal <= sums->n_goals; goal++)
    {
      slice->n[goal] = (double) sums->goals[goal].n;
      slice->s[goal] = sums->goals[goal].s;
      slice->w[goal] = sums->goals[goal].w;
    }
}

void
mis_slice_init_all (MisSlice *slice, const MisTally *tally, guint area)
{
  const MisReading *reading = mis_tally_get_reading (tally);
  MisAreaTally sums = mis_tally_get_area (tally, area);

  if (mis_weight_mean_needs_classes (reading->world->scoring.weight_mean))
    {
      g_autofree double *counts = g_new (double, reading->world->n_agents);

      for (guint i = 0; i < reading->world->n_agents; i++)
        counts[i] = (double) mis_world_get_agent (reading->world, i)->count;
      mis_slice_init_rows (slice, reading, area, counts);
      return;
    }
  mis_slice_init_sums (slice, &sums);
}

double
mis_slice_count (const MisSlice *slice)
{
  double n = 0.0;

  for (guint goal = 0; goal <= slice->n_goals; goal++)
    n += slice->n[goal];
  return n;
}

/* The sum of min(w_a, w_b) over holders of g in @x and of h in @y: one merge with running sums. */
static double
sum_minimum (const MisSlice *x, guint g, const MisSlice *y, guint h)
{
  guint i = x->first[g], j = y->first[h];
  double left_x = x->n[g], left_y = y->n[h];
  MisSum sum = { 0.0, 0.0 };

  while (i < x->first[g + 1] && j < y->first[h + 1])
    {
      const MisWeightClass *a = &x->classes[i];
      const MisWeightClass *b = &y->classes[j];

      /* The smaller one is the minimum with all that are left on the other side. */
      if (a->weight <= b->weight)
        {
          mis_sum_add (&sum, a->count * a->weight * left_y);
          left_x -= a->count;
          i++;
        }
      else
        {
          mis_sum_add (&sum, b->count * b->weight * left_x);
          left_y -= b->count;
          j++;
        }
    }
  return mis_sum_get (&sum);
}

static double
sum_harmonic (const MisSlice *x, guint g, const MisSlice *y, guint h)
{
  MisSum sum = { 0.0, 0.0 };

  for (guint i = x->first[g]; i < x->first[g + 1]; i++)
    for (guint j = y->first[h]; j < y->first[h + 1]; j++)
      mis_sum_add (&sum, x->classes[i].count * y->classes[j].count
                             * mis_weight_mean (x->classes[i].weight, y->classes[j].weight,
                                                MIS_WEIGHT_MEAN_HARMONIC));
  return mis_sum_get (&sum);
}

double
mis_slice_goal_sum (const MisSlice *x, guint g, const MisSlice *y, guint h, MisWeightMean mean)
{
  switch (mean)
    {
    case MIS_WEIGHT_MEAN_GEOMETRIC:
      return x->s[g] * y->s[h];
    case MIS_WEIGHT_MEAN_ARITHMETIC:
      return (x->w[g] * y->n[h] + x->n[g] * y->w[h]) / 2.0;
    case MIS_WEIGHT_MEAN_NONE:
      return x->n[g] * y->n[h];
    case MIS_WEIGHT_MEAN_MINIMUM:
      return sum_minimum (x, g, y, h);
    case MIS_WEIGHT_MEAN_MAXIMUM:
      return x->w[g] * y->n[h] + x->n[g] * y->w[h] - sum_minimum (x, g, y, h);
    case MIS_WEIGHT_MEAN_HARMONIC:
      return sum_harmonic (x, g, y, h);
    default:
      g_return_val_if_reached (0.0);
    }
}

/* Both orders of g and h between two slices; one slice with itself gives both by itself. */
static double
sum_both (const MisSlice *x, guint g, const MisSlice *y, guint h, MisWeightMean mean)
{
  if (x == y)
    return mis_slice_goal_sum (x, g, x, h, mean);
  return mis_slice_goal_sum (x, g, y, h, mean) + mis_slice_goal_sum (y, g, x, h, mean);
}

/* The upper triangle, row by row, with "no goal" as row -1 and as index n_goals of a slice. */
static double
sum_upper (const MisSlice *x,
           const MisSlice *y,
           const MisArea *area,
           double (*sum_pair) (guint g, guint h, gpointer user_data),
           gpointer user_data)
{
  g_autofree double *row = g_new (double, x->n_goals);
  MisSum sum = { 0.0, 0.0 };

  for (int g = MIS_NO_GOAL; g < (int) x->n_goals; g++)
    {
      guint i = g == MIS_NO_GOAL ? x->n_goals : (guint) g;

      if (x->n[i] + y->n[i] <= 0.0)
        continue;
      mis_area_fill_upper_row (area, g, row);
      for (guint h = (guint) (g + 1); h < x->n_goals; h++)
        if (row[h] > 0.0 && x->n[h] + y->n[h] > 0.0)
          mis_sum_add (&sum, row[h] * sum_pair (i, h, user_data));
    }
  return 2.0 * mis_sum_get (&sum);
}

typedef struct
{
  const MisSlice *x;
  const MisSlice *y;
  MisWeightMean mean;
  /* (array of n_nodes for each goal): V_g(t) = sum of w exp(-t w), and its twin for y */
  double *vx;
  double *vy;
  double *factors; /* 2 h t */
  guint n_nodes;
} PairSum;

static double
pair_by_sums (guint g, guint h, gpointer user_data)
{
  const PairSum *sum = user_data;

  return sum_both (sum->x, g, sum->y, h, sum->mean);
}

static double
pair_by_nodes (guint g, guint h, gpointer user_data)
{
  const PairSum *sum = user_data;
  const double *xg = &sum->vx[g * sum->n_nodes], *xh = &sum->vx[h * sum->n_nodes];
  const double *yg = &sum->vy[g * sum->n_nodes], *yh = &sum->vy[h * sum->n_nodes];
  MisSum integral = { 0.0, 0.0 };

  for (guint j = 0; j < sum->n_nodes; j++)
    {
      double product = sum->x == sum->y ? xg[j] * xh[j] : xg[j] * yh[j] + yg[j] * xh[j];

      mis_sum_add (&integral, sum->factors[j] * product);
    }
  return mis_sum_get (&integral);
}

static guint
count_classes (const MisSlice *slice)
{
  return slice->first[slice->n_goals + 1];
}

/* The extreme positive weights of @slice; left alone if it has none. */
static void
find_weights (const MisSlice *slice, double *smallest, double *largest)
{
  for (guint i = 0; i < count_classes (slice); i++)
    {
      double weight = slice->classes[i].weight;

      if (weight <= 0.0)
        continue;
      *smallest = MIN (*smallest, weight);
      *largest = MAX (*largest, weight);
    }
}

/* Adds count w exp(-t w) for each node t. What lies beyond HARMONIC_LAST adds less than the last
 * digit to any sum that the class is part of, and below HARMONIC_FLAT exp(-x) is 1 - x. */
static void
evaluate_class (const MisWeightClass *class, const double *nodes, guint n_nodes, double *values)
{
  double amount = class->count * class->weight;

  for (guint j = 0; j < n_nodes; j++)
    {
      double x = nodes[j] * class->weight;

      if (x > HARMONIC_LAST)
        break;
      values[j] += amount * (x < HARMONIC_FLAT ? 1.0 - x : exp (-x));
    }
}

static double *
evaluate_nodes (const MisSlice *slice, const double *nodes, guint n_nodes)
{
  double *values = g_new0 (double, (gsize) (slice->n_goals + 1) * n_nodes);

  for (guint goal = 0; goal <= slice->n_goals; goal++)
    for (guint i = slice->first[goal]; i < slice->first[goal + 1]; i++)
      evaluate_class (&slice->classes[i], nodes, n_nodes, &values[goal * n_nodes]);
  return values;
}

guint
mis_harmonic_nodes (double smallest, double largest, double **nodes, double **factors)
{
  double begin = log (HARMONIC_BEGIN / 2.0) - log (MAX (largest, HARMONIC_SMALLEST));
  double end = log (HARMONIC_END / 2.0) - log (MAX (smallest, HARMONIC_SMALLEST));
  guint n = (guint) ceil ((end - begin) / HARMONIC_STEP) + 1;

  if (nodes == NULL)
    return n;
  *nodes = g_new (double, n);
  *factors = g_new (double, n);
  for (guint j = 0; j < n; j++)
    {
      (*nodes)[j] = exp (begin + j * HARMONIC_STEP);
      (*factors)[j] = 2.0 * HARMONIC_STEP * (*nodes)[j];
    }
  return n;
}

static double
sum_by_nodes (const MisArea *area, PairSum *sum, double smallest, double largest)
{
  g_autofree double *nodes = NULL;
  g_autofree double *factors = NULL;
  double total;

  sum->n_nodes = mis_harmonic_nodes (smallest, largest, &nodes, &factors);
  sum->factors = factors;
  sum->vx = evaluate_nodes (sum->x, nodes, sum->n_nodes);
  sum->vy = sum->x == sum->y ? sum->vx : evaluate_nodes (sum->y, nodes, sum->n_nodes);
  total = sum_upper (sum->x, sum->y, area, pair_by_nodes, sum);
  if (sum->vy != sum->vx)
    g_free (sum->vy);
  g_free (sum->vx);
  return total;
}

/* Class by class where that is cheaper, else by the integral. */
static double
sum_all_harmonic (const MisArea *area, PairSum *sum)
{
  double smallest = 1.0, largest = 0.0, by_pairs, by_nodes, k = sum->x->n_goals + 1;

  find_weights (sum->x, &smallest, &largest);
  find_weights (sum->y, &smallest, &largest);
  if (largest <= 0.0)
    return 0.0;
  by_pairs = (double) count_classes (sum->x) * count_classes (sum->y);
  by_nodes = mis_harmonic_nodes (smallest, largest, NULL, NULL)
             * (5.0 * (count_classes (sum->x) + count_classes (sum->y)) + k * k / 2.0);
  if (by_pairs <= by_nodes)
    return sum_upper (sum->x, sum->y, area, pair_by_sums, sum);
  return sum_by_nodes (area, sum, smallest, largest);
}

double
mis_slice_pair_sum (const MisSlice *x, const MisSlice *y, const MisArea *area, MisWeightMean mean)
{
  PairSum sum = { .x = x, .y = y, .mean = mean };

  if (mean == MIS_WEIGHT_MEAN_HARMONIC)
    return sum_all_harmonic (area, &sum);
  return sum_upper (x, y, area, pair_by_sums, &sum);
}
