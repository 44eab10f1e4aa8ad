#include "core/opposition.h"

#include "core/sum.h"

/* Ground */

void
mis_ground_init (MisGround *ground,
                 const MisArea *area,
                 MisWeightMean mean,
                 double smallest,
                 double largest)
{
  guint k = mis_area_get_n_goals (area);
  gsize size = (gsize) k + 1;
  g_autofree double *row = g_new (double, size);

  ground->n_goals = k;
  ground->conflicts = g_new0 (double, size * size);
  for (int g = MIS_NO_GOAL; g < (int) k; g++)
    {
      gsize i = g == MIS_NO_GOAL ? k : (gsize) g;

      mis_area_fill_upper_row (area, g, row);
      for (gsize h = (gsize) (g + 1); h < k; h++)
        ground->conflicts[i * size + h] = ground->conflicts[h * size + i] = row[h];
    }
  mis_kernel_init (&ground->kernel, mean, smallest, largest);
}

void
mis_ground_clear (MisGround *ground)
{
  g_clear_pointer (&ground->conflicts, g_free);
  mis_kernel_clear (&ground->kernel);
}

double
mis_ground_get_conflict (const MisGround *ground, guint g, guint h)
{
  return ground->conflicts[(gsize) g * (ground->n_goals + 1) + h];
}

/* Blocs */

void
mis_bloc_init (MisBloc *bloc, const MisGround *ground, GArray *agents)
{
  const MisKernel *kernel = &ground->kernel;

  *bloc = (MisBloc) { .ground = ground };
  mis_slice_init_agents (&bloc->slice, ground->n_goals, agents, kernel->mean);
  bloc->n = mis_slice_count (&bloc->slice);
  bloc->held = g_new (guint, ground->n_goals + 1);
  for (guint goal = 0; goal <= ground->n_goals; goal++)
    if (bloc->slice.n[goal] > 0.0)
      bloc->held[bloc->n_held++] = goal;
  if (!mis_kernel_has (kernel->mean))
    return;
  bloc->features = g_new (double, (gsize) bloc->n_held * kernel->n_terms);
  for (guint i = 0; i < bloc->n_held; i++)
    mis_kernel_fill (kernel, &bloc->slice, bloc->held[i],
                     &bloc->features[(gsize) i * kernel->n_terms]);
}

void
mis_bloc_clear (MisBloc *bloc)
{
  mis_slice_clear (&bloc->slice);
  g_clear_pointer (&bloc->held, g_free);
  g_clear_pointer (&bloc->features, g_free);
}

/* The features of the holders of @goal, who are some. */
static const double *
get_features (const MisBloc *bloc, guint goal)
{
  guint first = 0, last = bloc->n_held - 1;

  while (first < last)
    {
      guint middle = (first + last) / 2;

      if (bloc->held[middle] < goal)
        first = middle + 1;
      else
        last = middle;
    }
  return &bloc->features[(gsize) first * bloc->ground->kernel.n_terms];
}

double
mis_bloc_sum_goals (const MisBloc *bloc, guint g, guint h)
{
  const MisGround *ground = bloc->ground;

  if (bloc->slice.n[g] <= 0.0 || bloc->slice.n[h] <= 0.0)
    return 0.0;
  if (!mis_kernel_has (ground->kernel.mean))
    return mis_slice_goal_sum (&bloc->slice, g, &bloc->slice, h, ground->kernel.mean);
  return mis_kernel_multiply (&ground->kernel, get_features (bloc, g), get_features (bloc, h));
}

/* Opposition */

static void
fill_against (const MisBloc *bloc, guint goal, MisSum *sums, double *against)
{
  guint n_terms = bloc->ground->kernel.n_terms;

  for (guint j = 0; j < n_terms; j++)
    sums[j] = (MisSum) { 0.0, 0.0 };
  for (guint i = 0; i < bloc->n_held; i++)
    {
      double c = mis_ground_get_conflict (bloc->ground, goal, bloc->held[i]);
      const double *features = &bloc->features[(gsize) i * n_terms];

      for (guint j = 0; c > 0.0 && j < n_terms; j++)
        mis_sum_add (&sums[j], c * features[j]);
    }
  for (guint j = 0; j < n_terms; j++)
    against[j] = mis_sum_get (&sums[j]);
}

/* The places of a goal: one more than it has classes, and place i lies just below class i. */
static gsize
first_place (const MisSlice *slice, guint goal)
{
  return (gsize) slice->first[goal] + goal;
}

/* Running sums over the classes of one goal, from below or from above, one for each place. */
static void
run (const MisSlice *slice, guint goal, gboolean up, gboolean of_weights, double *values)
{
  const MisWeightClass *classes = &slice->classes[slice->first[goal]];
  guint n = slice->first[goal + 1] - slice->first[goal];
  MisSum sum = { 0.0, 0.0 };

  values[up ? 0 : n] = 0.0;
  for (guint step = 0; step < n; step++)
    {
      const MisWeightClass *class = &classes[up ? step : n - 1 - step];

      mis_sum_add (&sum, of_weights ? class->count * class->weight : class->count);
      values[up ? step + 1 : n - 1 - step] = mis_sum_get (&sum);
    }
}

/* min(w, v) is v for those below w, and w for those above; max(w, v) the other way round. */
static void
fill_places (MisOpposition *opposition)
{
  const MisSlice *slice = &opposition->bloc->slice;
  gboolean minimum = opposition->bloc->ground->kernel.mean == MIS_WEIGHT_MEAN_MINIMUM;
  gsize n_places = first_place (slice, slice->n_goals + 1);

  opposition->fixed = g_new (double, n_places);
  opposition->slope = g_new (double, n_places);
  for (guint goal = 0; goal <= slice->n_goals; goal++)
    {
      gsize place = first_place (slice, goal);

      run (slice, goal, minimum, TRUE, &opposition->fixed[place]);
      run (slice, goal, !minimum, FALSE, &opposition->slope[place]);
    }
}

void
mis_opposition_init (MisOpposition *opposition, const MisBloc *bloc)
{
  gsize n_terms = bloc->ground->kernel.n_terms;
  g_autofree MisSum *sums = g_new (MisSum, n_terms);

  *opposition = (MisOpposition) { .bloc = bloc };
  if (!mis_kernel_has (bloc->ground->kernel.mean))
    {
      fill_places (opposition);
      return;
    }
  opposition->against = g_new (double, (bloc->ground->n_goals + 1) * n_terms);
  for (guint goal = 0; goal <= bloc->ground->n_goals; goal++)
    fill_against (bloc, goal, sums, &opposition->against[goal * n_terms]);
}

void
mis_opposition_clear (MisOpposition *opposition)
{
  g_clear_pointer (&opposition->against, g_free);
  g_clear_pointer (&opposition->fixed, g_free);
  g_clear_pointer (&opposition->slope, g_free);
}

/* How many classes of @goal have a smaller weight. */
static guint
count_below (const MisSlice *slice, guint goal, double weight)
{
  const MisWeightClass *classes = &slice->classes[slice->first[goal]];
  guint first = 0, last = slice->first[goal + 1] - slice->first[goal];

  while (first < last)
    {
      guint middle = first + (last - first) / 2;

      if (classes[middle].weight < weight)
        first = middle + 1;
      else
        last = middle;
    }
  return first;
}

static double
get_by_places (const MisOpposition *opposition, guint goal, double weight)
{
  const MisBloc *bloc = opposition->bloc;
  MisSum sum = { 0.0, 0.0 };

  for (guint i = 0; i < bloc->n_held; i++)
    {
      double c = mis_ground_get_conflict (bloc->ground, goal, bloc->held[i]);
      gsize place;

      if (c <= 0.0)
        continue;
      place = first_place (&bloc->slice, bloc->held[i])
              + count_below (&bloc->slice, bloc->held[i], weight);
      mis_sum_add (&sum, c * (opposition->fixed[place] + weight * opposition->slope[place]));
    }
  return mis_sum_get (&sum);
}

static const double *
get_against (const MisOpposition *opposition, guint goal)
{
  return &opposition->against[(gsize) goal * opposition->bloc->ground->kernel.n_terms];
}

double
mis_opposition_get (const MisOpposition *opposition, guint goal, double weight)
{
  const MisKernel *kernel = &opposition->bloc->ground->kernel;

  if (!mis_kernel_has (kernel->mean))
    return get_by_places (opposition, goal, weight);
  return mis_kernel_meet (kernel, weight, get_against (opposition, goal));
}

double
mis_opposition_gain (const MisOpposition *opposition, guint goal, double low, double high)
{
  const MisKernel *kernel = &opposition->bloc->ground->kernel;

  if (!mis_kernel_has (kernel->mean))
    return MAX (get_by_places (opposition, goal, high) - get_by_places (opposition, goal, low),
                0.0);
  return mis_kernel_gain (kernel, low, high, get_against (opposition, goal));
}

double
mis_opposition_sum (const MisOpposition *opposition, const MisBloc *bloc)
{
  const MisKernel *kernel = &bloc->ground->kernel;
  const MisSlice *slice = &bloc->slice;
  MisSum sum = { 0.0, 0.0 };

  for (guint i = 0; i < bloc->n_held; i++)
    {
      guint goal = bloc->held[i];

      if (mis_kernel_has (kernel->mean))
        mis_sum_add (&sum,
                     mis_kernel_multiply (kernel, &bloc->features[(gsize) i * kernel->n_terms],
                                          get_against (opposition, goal)));
      else
        for (guint j = slice->first[goal]; j < slice->first[goal + 1]; j++)
          mis_sum_add (&sum, slice->classes[j].count
                                 * get_by_places (opposition, goal, slice->classes[j].weight));
    }
  return mis_sum_get (&sum);
}
