#include "core/experiment.h"

#include <math.h>
#include <string.h>

#include "core/error.h"

/* Equal ratios end a little below a whole number by rounding. */
#define ROUNDING 1e-12

void
mis_setting_clear (MisSetting *setting)
{
  g_clear_pointer (&setting->spans, g_array_unref);
  mis_assign_clear (&setting->assign);
  g_clear_pointer (&setting->id, g_free);
}

static GArray *
settings_new (void)
{
  GArray *settings = g_array_new (FALSE, TRUE, sizeof (MisSetting));

  g_array_set_clear_func (settings, (GDestroyNotify) mis_setting_clear);
  return settings;
}

void
mis_variation_init (MisVariation *variation)
{
  *variation = (MisVariation) { .settings = settings_new () };
}

void
mis_variation_clear (MisVariation *variation)
{
  for (guint i = 0; i < G_N_ELEMENTS (variation->ids); i++)
    g_clear_pointer (&variation->ids[i], g_free);
  g_clear_pointer (&variation->settings, g_array_unref);
  g_clear_pointer (&variation->names, g_strfreev);
  g_clear_pointer (&variation->label, g_free);
}

/* Settings never change once the experiment is made, so copies share them. */
static void
variation_copy (MisVariation *to, const MisVariation *from)
{
  *to = *from;
  for (guint i = 0; i < G_N_ELEMENTS (to->ids); i++)
    to->ids[i] = g_strdup (from->ids[i]);
  g_array_ref (to->settings);
  to->names = g_strdupv (from->names);
  to->label = g_strdup (from->label);
}

static double
interpolate (const MisVariation *self, guint i)
{
  double t = self->n_points > 1 ? (double) i / (self->n_points - 1) : 0.0;

  if (i + 1 == self->n_points && i > 0)
    return self->to;
  return self->is_log ? self->from * pow (self->to / self->from, t)
                      : self->from + t * (self->to - self->from);
}

void
mis_variation_expand (MisVariation *self)
{
  gboolean is_whole = mis_variation_get_kind (self) == MIS_SETTING_WHOLE;
  gboolean is_spans = mis_variation_get_kind (self) == MIS_SETTING_SPANS
                      || mis_variation_get_kind (self) == MIS_SETTING_SPAN;
  double last = NAN;

  g_array_unref (self->settings);
  self->settings = settings_new ();
  for (guint i = 0; i < self->n_points; i++)
    {
      double value = interpolate (self, i);
      MisSetting setting = { .number = value };

      if (is_whole && i + 1 < self->n_points)
        setting.number = floor (value * (1.0 + ROUNDING));
      if (is_whole && setting.number == last)
        continue;
      last = setting.number;
      if (is_spans)
        setting.spans = mis_recipe_spans_new ((MisSpan) { value, value });
      g_array_append_val (self->settings, setting);
    }
}

guint
mis_variation_get_n_settings (const MisVariation *self)
{
  return self->settings->len;
}

const MisSetting *
mis_variation_get_setting (const MisVariation *self, guint setting)
{
  return &g_array_index (self->settings, MisSetting, setting);
}

MisExperiment *
mis_experiment_new (void)
{
  MisExperiment *self = g_new0 (MisExperiment, 1);

  self->ref_count = 1;
  mis_recipe_init (&self->recipe);
  mis_variation_init (&self->x);
  self->series = g_array_new (FALSE, TRUE, sizeof (MisVariation));
  g_array_set_clear_func (self->series, (GDestroyNotify) mis_variation_clear);
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
    size += sizeof (MisVariation)
            + mis_variation_get_n_settings (mis_experiment_get_variation (self, i))
                * sizeof (MisSetting);
  return size;
}

/* Before anybody else sees it, it may be changed. */
static MisExperiment *
experiment_copy (const MisExperiment *self)
{
  MisExperiment *copy = g_new (MisExperiment, 1);

  /* All but the count, which other threads may be changing. */
  memcpy (&copy->id, &self->id, sizeof (MisExperiment) - G_STRUCT_OFFSET (MisExperiment, id));
  copy->ref_count = 1;
  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  copy->description = g_strdup (self->description);
  copy->note = g_strdup (self->note);
  copy->example = g_strdup (self->example);
  mis_recipe_copy (&copy->recipe, &self->recipe);
  variation_copy (&copy->x, &self->x);
  copy->series = g_array_sized_new (FALSE, TRUE, sizeof (MisVariation), self->series->len);
  g_array_set_clear_func (copy->series, (GDestroyNotify) mis_variation_clear);
  g_array_set_size (copy->series, self->series->len);
  for (guint i = 0; i < self->series->len; i++)
    variation_copy (&g_array_index (copy->series, MisVariation, i),
                    &g_array_index (self->series, MisVariation, i));
  return copy;
}

/* %FALSE if the numbers of agents are listed one by one, so that there is none to change. */
static gboolean
set_agents (MisExperiment *self, guint64 n_agents, GError **error)
{
  MisVariation *x = &self->x;

  for (guint i = 0; i < mis_experiment_get_n_variations (self); i++)
    {
      const MisVariation *variation = mis_experiment_get_variation (self, i);

      if (variation->quantity == MIS_QUANTITY_AGENTS && (variation != x || !x->has_ends))
        {
          g_autofree char *place = mis_part_get_place (variation == x ? MIS_PART_X : (int) i);

          g_set_error (error, MIS_ERROR, MIS_ERROR_RANGE,
                       "%s: found numbers of agents, expected none, or x from one to another", place);
          return FALSE;
        }
    }
  if (self->source != MIS_SOURCE_RECIPE)
    self->n_agents = n_agents;
  else if (x->quantity != MIS_QUANTITY_AGENTS)
    self->recipe.n_agents = n_agents;
  else
    {
      x->to = (double) n_agents;
      x->from = MIN (x->from, x->to);
      mis_variation_expand (x);
    }
  return TRUE;
}

MisExperiment *
mis_experiment_with (const MisExperiment *self,
                     const guint *runs,
                     const guint64 *seed,
                     const guint64 *n_agents,
                     GError **error)
{
  g_autoptr (MisExperiment) copy = experiment_copy (self);
  int part;

  if (runs != NULL)
    copy->runs = *runs;
  if (seed != NULL)
    copy->seed = *seed;
  if (n_agents != NULL && !set_agents (copy, *n_agents, error))
    return NULL;
  if (mis_experiment_check (copy, &part, error))
    return g_steal_pointer (&copy);
  if (error != NULL)
    {
      g_autofree char *place = mis_part_get_place (part);

      g_prefix_error (error, "%s: ", place);
    }
  return NULL;
}

static gboolean
is_end (const MisVariation *variation, double end)
{
  return end >= mis_variation_get_lowest (variation) && end <= mis_variation_get_highest (variation)
         && (mis_variation_get_kind (variation) != MIS_SETTING_WHOLE || end == floor (end));
}

static gboolean
check_ends (const MisVariation *variation, double from, double to, guint n_points, GError **error)
{
  if (!variation->has_ends)
    g_set_error (error, MIS_ERROR, MIS_ERROR_RANGE, "x: found a list of values, expected ends");
  else if (!is_end (variation, from) || !is_end (variation, to))
    g_set_error (error, MIS_ERROR, MIS_ERROR_RANGE, "x: found an end outside, expected %s%.15g to %.15g",
                 mis_variation_get_kind (variation) == MIS_SETTING_WHOLE ? "a whole number from " : "",
                 mis_variation_get_lowest (variation), mis_variation_get_highest (variation));
  else if (from > to)
    g_set_error (error, MIS_ERROR, MIS_ERROR_RANGE,
                 "x: found its end below its beginning, expected it above");
  else if (variation->is_log && from <= 0.0)
    g_set_error (error, MIS_ERROR, MIS_ERROR_RANGE,
                 "x: found a beginning of 0, expected one above, as it grows by equal ratios");
  else if (n_points < 1 || n_points > MIS_MAX_POINTS)
    g_set_error (error, MIS_ERROR, MIS_ERROR_LIMIT, "x: found %u points, expected 1 to %u", n_points,
                 MIS_MAX_POINTS);
  else
    return TRUE;
  return FALSE;
}

MisExperiment *
mis_experiment_with_ends (
  const MisExperiment *self, double from, double to, guint n_points, GError **error)
{
  g_autoptr (MisExperiment) copy = NULL;

  if (!check_ends (&self->x, from, to, n_points, error))
    return NULL;
  copy = experiment_copy (self);
  copy->x.from = from;
  copy->x.to = to;
  copy->x.n_points = n_points;
  mis_variation_expand (&copy->x);
  return mis_experiment_with (copy, NULL, NULL, NULL, error);
}

MisExperiment *
mis_experiment_with_band (const MisExperiment *self, MisBand band)
{
  MisExperiment *copy = experiment_copy (self);

  copy->band = band;
  return copy;
}

guint
mis_experiment_get_n_variations (const MisExperiment *self)
{
  return self->series->len + 1;
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
  return mis_variation_get_n_settings (&self->x);
}

guint64
mis_experiment_get_n_cells (const MisExperiment *experiment)
{
  return (guint64) mis_experiment_get_n_series (experiment)
         * mis_experiment_get_n_points (experiment);
}

/* The value of variation @variation in series @series; the last variation is the fastest. */
static guint
get_index (const MisExperiment *self, guint variation, guint series)
{
  for (guint i = self->series->len; i-- > variation + 1;)
    series /= mis_variation_get_n_settings (mis_experiment_get_variation (self, i));
  return series % mis_variation_get_n_settings (mis_experiment_get_variation (self, variation));
}

const MisSetting *
mis_experiment_get_setting (const MisExperiment *self, guint variation, guint series, guint point)
{
  guint index = variation < self->series->len ? get_index (self, variation, series) : point;

  return mis_variation_get_setting (mis_experiment_get_variation (self, variation), index);
}

char *
mis_experiment_get_series_name (const MisExperiment *self, guint series)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < self->series->len; i++)
    {
      g_autofree char *part = mis_variation_get_name (mis_experiment_get_variation (self, i),
                                                      get_index (self, i, series));

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

  if (self->source != MIS_SOURCE_RECIPE)
    return self->n_agents;
  for (guint i = 0; i < mis_experiment_get_n_variations (self); i++)
    {
      const MisVariation *variation = mis_experiment_get_variation (self, i);

      for (guint j = 0; variation->quantity == MIS_QUANTITY_AGENTS
                        && j < mis_variation_get_n_settings (variation); j++)
        highest = MAX (highest, mis_variation_get_setting (variation, j)->number);
    }
  return highest > 0.0 ? (guint64) highest : self->recipe.n_agents;
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
  switch ((int) variation->quantity)
    {
    case MIS_QUANTITY_AGENTS:
      recipe->n_agents = (guint64) setting->number;
      break;
    case MIS_QUANTITY_AREAS:
      recipe->n_areas = (guint) setting->number;
      break;
    case MIS_QUANTITY_GOALS:
      replace (&recipe->goals, mis_recipe_goals_new ((guint) setting->number));
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
mis_experiment_fill_cell (const MisExperiment *self,
                          guint series,
                          guint point,
                          MisRecipe *recipe,
                          MisScoring *scoring)
{
  mis_recipe_copy (recipe, &self->recipe);
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    if ((self->scoring_mask & (1u << i)) != 0)
      mis_scoring_set (scoring, i, mis_scoring_get (&self->scoring, i));
  for (guint i = 0; i < mis_experiment_get_n_variations (self); i++)
    apply (recipe, scoring, mis_experiment_get_variation (self, i),
           mis_experiment_get_setting (self, i, series, point));
}
