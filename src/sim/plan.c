#include "sim/plan.h"

#include <math.h>

#include "core/score.h"
#include "sim/agents.h"
#include "sim/draw.h"

static void
init_area (MisPlanArea *self, const MisRecipe *recipe, guint area)
{
  const MisFocus *focus = &recipe->focus;

  self->n_goals = mis_recipe_get_n_goals (recipe, area);
  self->n_choices = self->n_goals + (recipe->no_goal ? 1 : 0);
  self->conflict = mis_recipe_get_conflict (recipe, area);
  self->is_in_turn = recipe->assign.kind == MIS_ASSIGN_ROUND_ROBIN
                     && !(mis_recipe_has_focus (recipe, area) && !isnan (focus->share));
  self->focus = -1;
  if (mis_recipe_has_focus (recipe, area) && !isnan (focus->weight))
    {
      self->focus = (int) focus->goal;
      self->focus_weight = focus->weight;
    }
  if (mis_recipe_draws_counts (recipe, area))
    return;
  self->counts = g_new (guint64, self->n_choices);
  mis_recipe_fill_counts (recipe, area, self->counts);
}

static gboolean
is_random (const MisPlan *self)
{
  if (self->weights.low < self->weights.high)
    return TRUE;
  for (guint i = 0; i < self->n_areas; i++)
    if (self->areas[i].counts == NULL || self->areas[i].conflict.low < self->areas[i].conflict.high)
      return TRUE;
  /* Who holds what in several areas at once matters only where agents are drawn. */
  for (guint i = 0; self->draws_agents && self->n_areas > 1 && i < self->n_areas; i++)
    if (!self->areas[i].is_in_turn)
      return TRUE;
  return FALSE;
}

void
mis_plan_init (MisPlan *self, const MisRecipe *recipe, const MisScoring *scoring)
{
  *self = (MisPlan) {
    .n_agents = recipe->n_agents,
    .n_areas = mis_recipe_get_n_areas (recipe),
    .weights = recipe->weights,
    .per = recipe->per,
    .scoring = *scoring,
    .draws_agents = mis_recipe_draws_agents (recipe, scoring),
  };
  mis_assign_copy (&self->assign, &recipe->assign);
  self->areas = g_new0 (MisPlanArea, self->n_areas);
  for (guint i = 0; i < self->n_areas; i++)
    {
      init_area (&self->areas[i], recipe, i);
      self->most_choices = MAX (self->most_choices, self->areas[i].n_choices);
    }
  self->is_random = is_random (self);
  if (self->draws_agents)
    self->world = mis_agents_make_world (self, NULL);
}

void
mis_plan_clear (MisPlan *self)
{
  for (guint i = 0; i < self->n_areas; i++)
    g_free (self->areas[i].counts);
  g_clear_pointer (&self->areas, g_free);
  mis_assign_clear (&self->assign);
  g_clear_pointer (&self->world, mis_world_unref);
}

void
mis_desk_init (
  MisDesk *self, guint most_choices, guint most_areas, GCancellable *cancellable)
{
  *self = (MisDesk) { .cancellable = cancellable };
  self->counts = g_new (guint64, most_choices);
  self->features[0] = g_new (double, most_choices);
  self->features[1] = g_new (double, most_choices);
  self->shares = g_new (double, most_choices);
  self->weights = g_new (double, most_choices);
  self->scores = g_new (double, most_areas);
}

void
mis_desk_clear (MisDesk *self)
{
  g_clear_pointer (&self->sampler, mis_sampler_free);
  g_clear_pointer (&self->world, mis_world_unref);
  g_free (self->counts);
  g_free (self->features[0]);
  g_free (self->features[1]);
  g_free (self->shares);
  g_free (self->weights);
  g_free (self->scores);
}

void
mis_desk_seek (MisDesk *self, guint area, MisDraw draw)
{
  mis_stream_seek (&self->stream, (guint64) area * MIS_N_DRAWS + draw);
}

void
mis_plan_draw_counts (const MisPlan *self, guint area, MisDesk *desk)
{
  const MisPlanArea *it = &self->areas[area];

  if (it->counts != NULL)
    {
      for (guint i = 0; i < it->n_choices; i++)
        desk->counts[i] = it->counts[i];
      return;
    }
  mis_desk_seek (desk, area, MIS_DRAW_COUNTS);
  if (self->assign.kind == MIS_ASSIGN_RANDOM)
    mis_draw_even (&desk->stream, self->n_agents, it->n_choices, desk->counts);
  else
    {
      mis_draw_dirichlet (&desk->stream, it->n_choices, self->assign.concentration,
                          desk->shares, desk->weights);
      mis_draw_by_shares (&desk->stream, self->n_agents, it->n_choices, desk->shares,
                          desk->counts);
    }
}

/* What one agent adds to the sums that the mean needs: geometric sqrt(w), arithmetic w. */
static double
get_feature (double weight, MisWeightMean mean)
{
  return mean == MIS_WEIGHT_MEAN_GEOMETRIC ? sqrt (weight)
         : mean == MIS_WEIGHT_MEAN_NONE    ? 1.0
                                           : weight;
}

/* The sum of the features of @n agents, each with a weight of its own; %NAN if cancelled. */
static double
sum_agents (const MisPlan *self, guint64 n, MisDesk *desk)
{
  double sum = 0.0;

  while (n > 0)
    {
      guint block = (guint) MIN (n, MIS_POLL_AGENTS);
      double part = 0.0;

      for (guint i = 0; i < block; i++)
        part += get_feature (mis_draw_span (&desk->stream, self->weights),
                             self->scoring.weight_mean);
      sum += part;
      n -= block;
      if (n > 0 && g_cancellable_is_cancelled (desk->cancellable))
        return NAN;
    }
  return sum;
}

/* Fills the weight that all holders of a goal share, and the sums of features and of agents. */
static void
draw_weights (const MisPlan *self, guint index, MisDesk *desk)
{
  const MisPlanArea *area = &self->areas[index];
  MisWeightMean mean = self->scoring.weight_mean;
  gboolean one_by_one = self->per == MIS_PER_AGENT && self->weights.low < self->weights.high
                        && mean != MIS_WEIGHT_MEAN_NONE;

  if (self->weights.low < self->weights.high)
    mis_desk_seek (desk, index, MIS_DRAW_WEIGHTS);
  for (guint g = 0; g < area->n_goals; g++)
    {
      guint64 n = desk->counts[g];

      desk->features[1][g] = (double) n;
      if (one_by_one && (int) g != area->focus)
        {
          desk->features[0][g] = sum_agents (self, n, desk);
          continue;
        }
      desk->weights[g] = (int) g == area->focus
                              ? area->focus_weight
                              : mis_draw_span (&desk->stream, self->weights);
      desk->features[0][g] = (double) n * get_feature (desk->weights[g], mean);
    }
}

/* F_gh: the sum of f over the pairs of a holder of g and one of h. */
static double
sum_pairs (const MisPlan *self, const MisDesk *desk, guint g, guint h)
{
  const double *features = desk->features[0];
  const double *counts = desk->features[1];

  switch (self->scoring.weight_mean)
    {
    case MIS_WEIGHT_MEAN_GEOMETRIC:
    case MIS_WEIGHT_MEAN_NONE:
      return features[g] * features[h];
    case MIS_WEIGHT_MEAN_ARITHMETIC:
      return (features[g] * counts[h] + counts[g] * features[h]) / 2.0;
    case MIS_WEIGHT_MEAN_HARMONIC:
    case MIS_WEIGHT_MEAN_MINIMUM:
    case MIS_WEIGHT_MEAN_MAXIMUM:
    default:
      return counts[g] * counts[h]
             * mis_weight_mean (desk->weights[g], desk->weights[h], self->scoring.weight_mean);
    }
}

/* sum_{g<h} c(g,h) F_gh with each c drawn, in the order of h, then g. O(k^2). */
static double
sum_drawn (const MisPlan *self, guint index, MisDesk *desk)
{
  const MisPlanArea *area = &self->areas[index];
  double sum = 0.0;

  if (area->conflict.low < area->conflict.high)
    mis_desk_seek (desk, index, MIS_DRAW_CONFLICTS);
  for (guint h = 1; h < area->n_goals; h++)
    for (guint g = 0; g < h; g++)
      sum += mis_draw_span (&desk->stream, area->conflict) * sum_pairs (self, desk, g, h);
  return sum;
}

/* The same with one c, where F_gh is a product: running sums of all g < h. O(k). */
static double
sum_products (const MisPlan *self, const MisPlanArea *area, const MisDesk *desk)
{
  gboolean is_arithmetic = self->scoring.weight_mean == MIS_WEIGHT_MEAN_ARITHMETIC;
  const double *features = desk->features[0];
  const double *counts = desk->features[1];
  double before = 0.0, n_before = 0.0, sum = 0.0;

  for (guint h = 0; h < area->n_goals; h++)
    {
      sum += is_arithmetic ? (before * counts[h] + n_before * features[h]) / 2.0
                           : before * features[h];
      before += features[h];
      n_before += counts[h];
    }
  return area->conflict.low * sum;
}

static guint
count_held (const MisPlanArea *area, const MisDesk *desk)
{
  guint n = 0;

  for (guint g = 0; g < area->n_goals; g++)
    n += desk->counts[g] > 0 ? 1 : 0;
  return n;
}

/* M_p of one area (paper, eq. 6). */
static double
run_area (const MisPlan *self, guint index, MisDesk *desk)
{
  const MisPlanArea *area = &self->areas[index];
  double n = (double) self->n_agents;
  double sum;

  mis_plan_draw_counts (self, index, desk);
  draw_weights (self, index, desk);
  sum = area->conflict.low < area->conflict.high
            || mis_weight_mean_needs_classes (self->scoring.weight_mean)
          ? sum_drawn (self, index, desk)
          : sum_products (self, area, desk);
  return mis_normalize (2.0 * sum / mis_pairs_count (n, self->scoring.pairs), n,
                        count_held (area, desk), &self->scoring);
}

double
mis_plan_run (const MisPlan *self, MisDesk *desk)
{
  if (self->n_agents < 2)
    return 0.0;
  if (self->draws_agents)
    return mis_agents_run (self, desk);
  for (guint i = 0; i < self->n_areas; i++)
    {
      desk->scores[i] = run_area (self, i, desk);
      /* Only a cancelled run is no number. */
      if (isnan (desk->scores[i]))
        return NAN;
    }
  return mis_area_mean (desk->scores, self->n_areas, self->scoring.area_mean);
}
