#include "core/compare-private.h"

/* Own scores that rise by less than this part are equal: rounding of 106 bits, or of the integral
 * that stands for the harmonic mean of many weights. */
#define NOISE 0x1p-80
#define INTEGRAL_NOISE 1e-12

static gboolean
has_all_areas (const MisWorld *world, const MisWorld *other)
{
  for (guint i = 0; i < other->n_areas; i++)
    if (mis_world_find_area (world, mis_area_get_id (other->areas[i])) < 0)
      return FALSE;
  return TRUE;
}

double
mis_effects_difference (const MisEffects *before, const MisEffects *after)
{
  g_autofree MisOutcome *outcomes = g_new (MisOutcome, before->n_areas);
  gboolean has_score;

  if (before->base.mean != after->base.mean || !has_all_areas (before->world, after->world))
    return after->base.overall - before->base.overall;
  mis_effects_compare (before, after, outcomes);
  return mis_mean_difference (&before->base, outcomes, before->n_areas, &has_score);
}

/* Areas */

static MisAreaDifference
compare_area (const MisEffects *before, const MisEffects *after, int old_area, int new_area)
{
  const MisAreaState *old_state = old_area >= 0 ? &before->states[old_area] : NULL;
  const MisAreaState *new_state = new_area >= 0 ? &after->states[new_area] : NULL;
  MisAreaDifference area = { old_area, new_area, NAN, NAN, NAN };

  if (old_state != NULL && old_state->scored)
    area.old_value = mis_wide_get (old_state->value);
  if (new_state != NULL && new_state->scored)
    area.new_value = mis_wide_get (new_state->value);
  if (!isnan (area.old_value) && !isnan (area.new_value))
    area.difference = mis_wide_get (mis_wide_subtract (new_state->value, old_state->value));
  return area;
}

static void
compare_areas (MisComparison *self, const MisEffects *before, const MisEffects *after)
{
  self->areas = g_new (MisAreaDifference, before->n_areas + after->n_areas);
  for (guint i = 0; i < before->n_areas; i++)
    {
      int other = mis_world_find_area (after->world, mis_area_get_id (before->world->areas[i]));

      self->areas[self->n_areas++] = compare_area (before, after, (int) i, other);
    }
  for (guint i = 0; i < after->n_areas; i++)
    if (mis_world_find_area (before->world, mis_area_get_id (after->world->areas[i])) < 0)
      self->areas[self->n_areas++] = compare_area (before, after, -1, (int) i);
}

/* Pairs of goals */

/* What a pair of goals contributes to M_p. */
static MisWide
part_of (const MisEffects *effects, guint area, guint g, guint h, MisWide factor)
{
  const MisExposure *exposure = effects->exposures[area];
  double c = mis_exposure_conflict (exposure, g, h);

  if (c <= 0.0 || exposure->holders[g] <= 0.0 || exposure->holders[h] <= 0.0)
    return MIS_WIDE_ZERO;
  return mis_wide_multiply (mis_wide_scale (mis_exposure_between (exposure, g, h), 2.0 * c),
                            factor);
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const MisPairDifference *left = a;
  const MisPairDifference *right = b;

  return (fabs (left->difference) < fabs (right->difference))
         - (fabs (left->difference) > fabs (right->difference));
}

/* The index of each goal of @area in @other, "no goal" last; G_MAXUINT where it is not there. */
static guint *
match_goals (const MisArea *area, const MisArea *other)
{
  guint k = mis_area_get_n_goals (area);
  guint *matches = g_new (guint, k + 1);

  for (guint g = 0; g < k; g++)
    {
      int found = mis_area_find_goal (other, mis_area_get_goal (area, g)->id);

      matches[g] = found >= 0 ? (guint) found : G_MAXUINT;
    }
  matches[k] = mis_area_get_n_goals (other);
  return matches;
}

static void
add_pairs (GArray *pairs,
           guint index,
           const MisAreaDifference *area,
           const MisEffects *before,
           const MisEffects *after)
{
  const MisExposure *exposure = after->exposures[area->after];
  const MisExposure *old = before->exposures[area->before];
  g_autofree guint *matches = match_goals (exposure->area, old->area);
  MisWide old_factor = mis_area_factor (before, (guint) area->before);
  MisWide new_factor = mis_area_factor (after, (guint) area->after);
  int k = (int) exposure->n_goals;

  for (int g = MIS_NO_GOAL; g < k; g++)
    for (int h = g + 1; h < k; h++)
      {
        guint i = mis_goal_index (exposure->area, g);
        gboolean matched = matches[i] != G_MAXUINT && matches[h] != G_MAXUINT;
        MisWide old_part = matched ? part_of (before, (guint) area->before, matches[i], matches[h],
                                              old_factor)
                                   : MIS_WIDE_ZERO;
        MisWide new_part = part_of (after, (guint) area->after, i, (guint) h, new_factor);
        MisPairDifference pair = { index, g, h, mis_wide_get (old_part), mis_wide_get (new_part),
                                   mis_wide_get (mis_wide_subtract (new_part, old_part)) };

        if (fabs (pair.difference) > 0.0)
          g_array_append_val (pairs, pair);
      }
}

static void
compare_goals (MisComparison *self, const MisEffects *before, const MisEffects *after)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (MisPairDifference));

  for (guint i = 0; i < self->n_areas; i++)
    {
      const MisAreaDifference *area = &self->areas[i];

      if (isnan (area->difference)
          || before->exposures[area->before] == after->exposures[area->after])
        continue;
      add_pairs (pairs, i, area, before, after);
    }
  g_array_sort (pairs, compare_pairs);
  self->n_pairs = pairs->len;
  self->pairs = (MisPairDifference *) (gpointer) g_array_free (pairs, FALSE);
}

/* Groups */

/* A row's own score, over the areas in which it counts; %FALSE if there are none. */
static gboolean
get_own (const MisEffects *effects, guint row, MisWide *own)
{
  const MisBlock *block = effects->world->blocks[row / MIS_BLOCK_ROWS];
  double partner = effects->world->scoring.pairs == MIS_PAIRS_DISTINCT ? 1.0 : 0.0;
  MisMeetings meetings = { 0 };
  guint n = 0;

  *own = MIS_WIDE_ZERO;
  for (guint i = 0; i < effects->n_areas; i++)
    {
      const MisExposure *exposure = effects->exposures[i];
      MisWide weight, meets;
      int goal;

      if (!effects->states[i].scored
          || !mis_reading_get_wide_position (
              effects->reading, mis_block_get_position (block, row % MIS_BLOCK_ROWS, i), i,
              effects->divisors[row], &goal, &weight))
        continue;
      meets = mis_exposure_get (exposure, mis_goal_index (exposure->area, goal), weight,
                                &meetings);
      *own = mis_wide_add (*own, mis_wide_divide (meets, mis_wide (exposure->n - partner)));
      n++;
    }
  mis_meetings_clear (&meetings);
  if (n > 0)
    *own = mis_wide_divide (*own, mis_wide (n));
  return n > 0;
}

static double
noise_of (const MisEffects *effects)
{
  for (guint i = 0; i < effects->n_areas; i++)
    if (effects->exposures[i]->n_nodes > 0)
      return INTEGRAL_NOISE;
  return NOISE;
}

static MisGroupDifference
compare_group (const MisComparison *self,
               const MisEffects *before,
               const MisEffects *after,
               int old_row,
               int new_row,
               double noise)
{
  MisGroupDifference group = { old_row, new_row, NAN, NAN, NAN, FALSE, FALSE };
  MisWide old_own, new_own;

  if (old_row >= 0 && get_own (before, (guint) old_row, &old_own))
    group.old_own = mis_wide_get (old_own);
  if (new_row >= 0 && get_own (after, (guint) new_row, &new_own))
    group.new_own = mis_wide_get (new_own);
  if (isnan (group.old_own) || isnan (group.new_own))
    return group;
  group.difference = mis_wide_get (mis_wide_subtract (new_own, old_own));
  group.against = self->difference < 0.0 && group.difference > noise * group.old_own;
  group.spared = self->difference > 0.0 && group.difference < -noise * group.old_own;
  return group;
}

static void
add_group (MisComparison *self, MisGroupDifference group)
{
  self->groups[self->n_groups++] = group;
  self->n_against += group.against ? 1 : 0;
  self->n_spared += group.spared ? 1 : 0;
}

static GHashTable *
number_rows (const MisWorld *world)
{
  GHashTable *rows = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < world->n_agents; i++)
    g_hash_table_insert (rows, mis_world_get_agent (world, i)->id, GUINT_TO_POINTER (i + 1));
  return rows;
}

static int
find_row (GHashTable *rows, const MisWorld *world, guint row)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (rows, mis_world_get_agent (world, row)->id))
         - 1;
}

static void
compare_groups (MisComparison *self, const MisEffects *before, const MisEffects *after)
{
  g_autoptr (GHashTable) old_rows = number_rows (before->world);
  g_autoptr (GHashTable) new_rows = number_rows (after->world);
  double noise = MAX (noise_of (before), noise_of (after));

  self->groups = g_new (MisGroupDifference, before->world->n_agents + after->world->n_agents);
  for (guint i = 0; i < before->world->n_agents; i++)
    add_group (self, compare_group (self, before, after, (int) i,
                                    find_row (new_rows, before->world, i), noise));
  for (guint i = 0; i < after->world->n_agents; i++)
    if (find_row (old_rows, after->world, i) < 0)
      add_group (self, compare_group (self, before, after, -1, (int) i, noise));
}

MisComparison *
mis_comparison_new (const MisEffects *before, const MisEffects *after)
{
  MisComparison *self = g_new0 (MisComparison, 1);

  self->old_overall = before->base.overall;
  self->new_overall = after->base.overall;
  self->difference = mis_effects_difference (before, after);
  compare_areas (self, before, after);
  compare_goals (self, before, after);
  compare_groups (self, before, after);
  return self;
}

void
mis_comparison_free (MisComparison *comparison)
{
  g_free (comparison->areas);
  g_free (comparison->pairs);
  g_free (comparison->groups);
  g_free (comparison);
}
