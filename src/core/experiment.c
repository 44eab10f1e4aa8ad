#include "core/experiment.h"

#include <string.h>

MisExperiment *
mis_experiment_new (void)
{
  MisExperiment *self = g_new0 (MisExperiment, 1);

  self->ref_count = 1;
  mis_recipe_init (&self->recipe);
  mis_variation_init (&self->x);
  self->series = g_array_new (FALSE, TRUE, sizeof (MisVariation));
  g_array_set_clear_func (self->series, (GDestroyNotify)mis_variation_clear);
  self->runs = 1;
  return self;
}

MisExperiment *
mis_experiment_ref (MisExperiment *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
mis_experiment_unref (MisExperiment *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->description);
  g_free (self->note);
  g_free (self->example);
  mis_recipe_clear (&self->recipe);
  mis_variation_clear (&self->x);
  g_array_unref (self->series);
  g_free (self);
}

gsize
mis_experiment_get_size (const MisExperiment *self)
{
  gsize size = sizeof (MisExperiment) + strlen (self->description) + strlen (self->note);

  for (guint i = 0; i < mis_experiment_get_n_variations (self); i++)
    size +=
        sizeof (MisVariation) +
        mis_variation_get_n_settings (mis_experiment_get_variation (self, i)) * sizeof (MisSetting);
  return size;
}

gboolean
mis_experiment_is_distribution (const MisExperiment *self)
{
  return mis_variation_get_n_settings (&self->x) == 0;
}

guint
mis_experiment_get_n_variations (const MisExperiment *self)
{
  return self->series->len + (mis_experiment_is_distribution (self) ? 0 : 1);
}

const MisVariation *
mis_experiment_get_variation (const MisExperiment *self, guint variation)
{
  return variation < self->series->len ? &g_array_index (self->series, MisVariation, variation)
                                       : &self->x;
}

guint
mis_experiment_get_n_series (const MisExperiment *self)
{
  guint n = 1;

  for (guint i = 0; i < self->series->len; i++)
    n *= mis_variation_get_n_settings (&g_array_index (self->series, MisVariation, i));
  return n;
}

guint
mis_experiment_get_n_points (const MisExperiment *self)
{
  return MAX (mis_variation_get_n_settings (&self->x), 1);
}

guint64
mis_experiment_get_n_cells (const MisExperiment *experiment)
{
  return (guint64)mis_experiment_get_n_series (experiment) *
         mis_experiment_get_n_points (experiment);
}

/* The last variation is the fastest. */
guint
mis_experiment_get_index (const MisExperiment *self, guint variation, guint series, guint point)
{
  if (variation >= self->series->len)
    return point;
  for (guint i = self->series->len; i-- > variation + 1;)
    series /= mis_variation_get_n_settings (mis_experiment_get_variation (self, i));
  return series % mis_variation_get_n_settings (mis_experiment_get_variation (self, variation));
}

const MisSetting *
mis_experiment_get_setting (const MisExperiment *self, guint variation, guint series, guint point)
{
  return mis_variation_get_setting (mis_experiment_get_variation (self, variation),
                                    mis_experiment_get_index (self, variation, series, point));
}

char *
mis_experiment_get_series_name (const MisExperiment *self, guint series)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < self->series->len; i++)
    {
      g_autofree char *part = mis_variation_get_name (
          mis_experiment_get_variation (self, i), mis_experiment_get_index (self, i, series, 0));

      g_string_append_printf (name, i == 0 ? "%s" : ", %s", part);
    }
  if (self->series->len == 0)
    g_string_append (name, self->title);
  return g_string_free (name, FALSE);
}

guint64
mis_experiment_get_n_agents (const MisExperiment *self)
{
  double highest = 0.0;

  for (guint i = 0; i < mis_experiment_get_n_variations (self); i++)
    {
      const MisVariation *variation = mis_experiment_get_variation (self, i);

      for (guint j = 0; variation->quantity == MIS_QUANTITY_AGENTS &&
                        j < mis_variation_get_n_settings (variation);
           j++)
        highest = MAX (highest, mis_variation_get_setting (variation, j)->number);
    }
  if (highest > 0.0)
    return (guint64)highest;
  return self->source == MIS_SOURCE_RECIPE ? self->recipe.n_agents : self->n_agents;
}

/* (transfer full): the same spans with other low or high ends. */
static GArray *
with_ends (const GArray *spans, const double *low, const double *high)
{
  GArray *changed = g_array_sized_new (FALSE, FALSE, sizeof (MisSpan), spans->len);

  for (guint i = 0; i < spans->len; i++)
    {
      MisSpan span = g_array_index (spans, MisSpan, i);

      span.low = low != NULL ? *low : span.low;
      span.high = high != NULL ? *high : span.high;
      g_array_append_val (changed, span);
    }
  return changed;
}

static void
replace (GArray **array, GArray *by)
{
  g_array_unref (*array);
  *array = by;
}

/* Quantities of a project change no recipe. */
static void
apply (MisRecipe *recipe,
       MisScoring *scoring,
       const MisVariation *variation,
       const MisSetting *setting)
{
  switch ((int)variation->quantity)
    {
    case MIS_QUANTITY_AGENTS:
      recipe->n_agents = (guint64)setting->number;
      break;
    case MIS_QUANTITY_AREAS:
      recipe->n_areas = (guint)setting->number;
      break;
    case MIS_QUANTITY_GOALS:
      replace (&recipe->goals, mis_recipe_goals_new ((guint)setting->number));
      break;
    case MIS_QUANTITY_ASSIGN:
      mis_assign_clear (&recipe->assign);
      mis_assign_copy (&recipe->assign, &setting->assign);
      break;
    case MIS_QUANTITY_CONFLICT:
      replace (&recipe->conflicts, g_array_ref (setting->spans));
      break;
    case MIS_QUANTITY_CONFLICT_LOW:
      replace (&recipe->conflicts, with_ends (recipe->conflicts, &setting->number, NULL));
      break;
    case MIS_QUANTITY_CONFLICT_HIGH:
      replace (&recipe->conflicts, with_ends (recipe->conflicts, NULL, &setting->number));
      break;
    case MIS_QUANTITY_WEIGHTS:
      recipe->weights = g_array_index (setting->spans, MisSpan, 0);
      break;
    case MIS_QUANTITY_WEIGHTS_LOW:
      recipe->weights.low = setting->number;
      break;
    case MIS_QUANTITY_WEIGHTS_HIGH:
      recipe->weights.high = setting->number;
      break;
    case MIS_QUANTITY_FOCUS_WEIGHT:
      recipe->focus.weight = setting->number;
      break;
    case MIS_QUANTITY_FOCUS_SHARE:
      recipe->focus.share = setting->number;
      break;
    case MIS_QUANTITY_SCORING:
      mis_scoring_set (scoring, variation->option, setting->choice);
      break;
    default:
      break;
    }
}

void
mis_experiment_fill_cell (
    const MisExperiment *self, guint series, guint point, MisRecipe *recipe, MisScoring *scoring)
{
  mis_recipe_copy (recipe, &self->recipe);
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    if ((self->scoring_mask & (1u << i)) != 0)
      mis_scoring_set (scoring, i, mis_scoring_get (&self->scoring, i));
  for (guint i = 0; i < mis_experiment_get_n_variations (self); i++)
    apply (recipe, scoring, mis_experiment_get_variation (self, i),
           mis_experiment_get_setting (self, i, series, point));
}

/* What a question comes to that is put to the recipe of every point; the first %TRUE ends it. */
typedef gboolean (*AskRecipe) (const MisRecipe *recipe, const MisScoring *scoring, double *sum);

static gboolean
ask_recipes (const MisExperiment *self, AskRecipe ask, double *sum)
{
  guint64 n_cells = self->source == MIS_SOURCE_RECIPE ? mis_experiment_get_n_cells (self) : 0;
  guint n_points = mis_experiment_get_n_points (self);
  gboolean is_answered = FALSE;

  for (guint64 cell = 0; cell < n_cells && !is_answered; cell++)
    {
      MisScoring scoring = { 0 };
      MisRecipe recipe;

      mis_experiment_fill_cell (self, (guint) (cell / n_points), (guint) (cell % n_points), &recipe,
                                &scoring);
      is_answered = ask (&recipe, &scoring, sum);
      mis_recipe_clear (&recipe);
    }
  return is_answered;
}

static gboolean
ask_weights (const MisRecipe *recipe, const MisScoring *scoring, double *sum)
{
  return mis_recipe_draws_weights (recipe);
}

gboolean
mis_experiment_draws_weights (const MisExperiment *self)
{
  return ask_recipes (self, ask_weights, NULL);
}

static gboolean
add_positions (const MisRecipe *recipe, const MisScoring *scoring, double *sum)
{
  *sum += (double) mis_recipe_count_positions (recipe, scoring);
  return FALSE;
}

double
mis_experiment_count_positions (const MisExperiment *self)
{
  double sum = 0.0;

  ask_recipes (self, add_positions, &sum);
  return sum;
}
