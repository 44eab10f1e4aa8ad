#include "core/diversity.h"

#include <math.h>

#include "core/sum.h"

/* Sets what depends on the shares only. */
static void
set_mix (MisDiversity *self, const MisAreaTally *sums)
{
  MisSum squares = { 0.0, 0.0 }, mixed = { 0.0, 0.0 }, distinct = { 0.0, 0.0 };
  double n = (double) self->n_holders;

  for (guint goal = 0; goal < sums->n_goals; goal++)
    {
      double share = (double) sums->goals[goal].n / n;
      double others = (double) (self->n_holders - sums->goals[goal].n);

      /* 1 - sum p^2 as sum p (1 - p): no digits are lost where nearly all agree. */
      mis_sum_add (&squares, share * share);
      mis_sum_add (&mixed, share * (others / n));
      mis_sum_add (&distinct, share * (others / (n - 1.0)));
    }
  self->gini_simpson = mis_sum_get (&mixed);
  self->effective_goals = 1.0 / mis_sum_get (&squares);
  if (self->n_holders >= 2)
    self->gini_simpson_distinct = MIN (mis_sum_get (&distinct), 1.0);
}

MisDiversity
mis_diversity (const MisTally *tally, const MisScore *score, guint area)
{
  MisAreaTally sums = mis_tally_get_area (tally, area);
  MisDiversity self = { .reached = NAN, .gini_simpson_distinct = NAN, .entropy_share = NAN };
  const MisAreaScore *values;

  g_return_val_if_fail (area < score->n_areas, self);

  values = &score->areas[area];
  for (guint goal = 0; goal < sums.n_goals; goal++)
    self.n_holders += sums.goals[goal].n;
  self.goals_held = values->goals_held;
  self.maximum = values->maximum;
  self.limit = values->limit;
  self.entropy_bits = values->entropy_bits;
  /* Rounding must not lift a population at its maximum above it. */
  if (self.maximum > 0.0)
    self.reached = MIN (values->raw / self.maximum, 1.0);
  if (self.goals_held >= 2)
    self.entropy_share = MIN (self.entropy_bits / log2 (self.goals_held), 1.0);
  if (self.n_holders > 0)
    set_mix (&self, &sums);
  return self;
}
