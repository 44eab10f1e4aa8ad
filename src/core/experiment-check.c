/* Whether the parts of an experiment go together, before anything is run. */
#include "core/experiment.h"

#include <math.h>
#include <string.h>

#include "core/error.h"
#include "core/limits.h"

static gboolean
fail (GError **error, MisError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail (GError **error, MisError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, MIS_ERROR, (int) code, message);
  return FALSE;
}

char *
mis_part_get_place (int part)
{
  switch (part)
    {
    case MIS_PART_RANGES: return g_strdup ("ranges");
    case MIS_PART_RUNS: return g_strdup ("runs");
    case MIS_PART_WORLD: return g_strdup ("world");
    case MIS_PART_X: return g_strdup ("x");
    default: return g_strdup_printf ("series[%d]", part);
    }
}

/* What a recipe and a project both have. */
static gboolean
is_of_any_world (MisQuantity quantity)
{
  return quantity == MIS_QUANTITY_SCORING || quantity == MIS_QUANTITY_AGENTS
         || quantity == MIS_QUANTITY_CONFLICT;
}

/* A project has conflicts of its own: all of them become one number, nothing is drawn. */
static gboolean
check_numbers (const MisExperiment *self, const MisVariation *variation, GError **error)
{
  return self->source == MIS_SOURCE_RECIPE || variation->quantity != MIS_QUANTITY_CONFLICT
         || mis_variation_has_numbers (variation)
         || fail (error, MIS_ERROR_RANGE,
                  "found a range or list, expected numbers, as the world is a project");
}

/* Some quantities go with every world, the others with one kind of it. */
static gboolean
check_source (const MisExperiment *self, const MisVariation *variation, GError **error)
{
  gboolean is_recipe = self->source == MIS_SOURCE_RECIPE;
  g_autofree char *quantity = mis_variation_print (variation);

  if (is_of_any_world (variation->quantity)
      || (variation->quantity < MIS_QUANTITY_SCORING) == is_recipe)
    return TRUE;
  return fail (error, MIS_ERROR_UNKNOWN,
               is_recipe ? "found \"%s\", expected a quantity of a recipe, as the world is one"
                         : "found \"%s\", expected a quantity of a project, as the world is one",
               quantity);
}

static gboolean
check_focus (const MisExperiment *self, const MisVariation *variation, GError **error)
{
  return (variation->quantity != MIS_QUANTITY_FOCUS_WEIGHT
          && variation->quantity != MIS_QUANTITY_FOCUS_SHARE)
         || self->recipe.focus.is_set
         || fail (error, MIS_ERROR_UNKNOWN,
                  "found a quantity of the focus, expected a world with one");
}

static gboolean
check_axis (const MisExperiment *self, GError **error)
{
  MisSettingKind kind = mis_variation_get_kind (&self->x);

  if (kind == MIS_SETTING_ASSIGN || kind == MIS_SETTING_CHOICE || kind == MIS_SETTING_SCENARIO)
    return fail (error, MIS_ERROR_RANGE, "found a quantity that is no number, expected one for x");
  return mis_variation_has_numbers (&self->x)
         || fail (error, MIS_ERROR_RANGE, "found a range or list, expected numbers for x");
}

/* The same quantity twice: the later one would win, silently. */
static gboolean
check_repeated (const MisExperiment *self, guint variation, GError **error)
{
  g_autofree char *quantity = mis_variation_print (mis_experiment_get_variation (self, variation));

  for (guint i = 0; i < mis_experiment_get_n_variations (self); i++)
    {
      g_autofree char *other = mis_variation_print (mis_experiment_get_variation (self, i));

      /* Scenarios apply one after the other. */
      if (i != variation && strcmp (quantity, other) == 0 && strcmp (quantity, "scenario") != 0)
        return fail (error, MIS_ERROR_DUPLICATE, "found \"%s\" twice, expected it once", quantity);
    }
  return TRUE;
}

static gboolean
check_variation (const MisExperiment *self, guint index, GError **error)
{
  const MisVariation *variation = mis_experiment_get_variation (self, index);
  gboolean is_x = variation == &self->x;
  guint n = mis_variation_get_n_settings (variation);
  guint most = is_x ? MIS_MAX_POINTS : MIS_MAX_SERIES;

  if (n == 0 || n > most)
    return fail (error, MIS_ERROR_LIMIT, "found %u values, expected 1 to %u", n, most);
  if (variation->names != NULL && g_strv_length (variation->names) != n)
    return fail (error, MIS_ERROR_RANGE, "found %u names, expected %u, one for each value",
                 g_strv_length (variation->names), n);
  return check_source (self, variation, error) && check_numbers (self, variation, error)
         && check_focus (self, variation, error) && check_repeated (self, index, error)
         && (!is_x || check_axis (self, error));
}

static gboolean
check_variations (const MisExperiment *self, int *part, GError **error)
{
  guint64 n_series = 1;

  for (guint i = 0; i < mis_experiment_get_n_variations (self); i++)
    {
      const MisVariation *variation = mis_experiment_get_variation (self, i);

      *part = variation == &self->x ? MIS_PART_X : (int) i;
      if (!check_variation (self, i, error))
        return FALSE;
      if (variation != &self->x)
        n_series *= mis_variation_get_n_settings (variation);
      if (n_series > MIS_MAX_SERIES || self->series->len > MIS_MAX_VARIATIONS)
        return fail (error, MIS_ERROR_LIMIT,
                     "found more than %u series of %u quantities, expected at most as many",
                     MIS_MAX_SERIES, MIS_MAX_VARIATIONS);
    }
  return TRUE;
}

static gboolean
check_runs (const MisExperiment *self, int *part, GError **error)
{
  guint64 n_cells
    = (guint64) mis_experiment_get_n_series (self) * mis_experiment_get_n_points (self);
  guint64 n_values = n_cells * self->runs;

  *part = MIS_PART_X;
  if (n_cells > MIS_MAX_CELLS)
    return fail (error, MIS_ERROR_LIMIT,
                 "found %" G_GUINT64_FORMAT " points in all series, expected at most %u", n_cells,
                 MIS_MAX_CELLS);
  *part = MIS_PART_RUNS;
  if (self->runs < 1 || self->runs > MIS_MAX_RUNS)
    return fail (error, MIS_ERROR_RANGE, "found %u runs, expected 1 to %u", self->runs,
                 MIS_MAX_RUNS);
  return n_values <= MIS_MAX_VALUES
         || fail (error, MIS_ERROR_LIMIT,
                  "found %" G_GUINT64_FORMAT " worlds to run, expected at most %u", n_values,
                  MIS_MAX_VALUES);
}

static gboolean
is_span (MisSpan span, GError **error)
{
  return span.low <= span.high
         || fail (error, MIS_ERROR_RANGE,
                  "found a range with its lower end above its higher end, expected the lower "
                  "first");
}

/* Goals of all areas together: what a plan of this cell has to keep. */
static guint64
count_choices (const MisRecipe *recipe)
{
  guint64 n = 0;

  for (guint area = 0; area < mis_recipe_get_n_areas (recipe); area++)
    n += mis_recipe_get_n_goals (recipe, area) + 1;
  return n;
}

static gboolean
check_cell (
  const MisExperiment *self, guint series, guint point, guint64 *n_choices, GError **error)
{
  MisScoring scoring = { 0 };
  MisRecipe recipe;
  gboolean is_good;

  mis_experiment_fill_cell (self, series, point, &recipe, &scoring);
  is_good = is_span (recipe.weights, error);
  for (guint i = 0; is_good && i < recipe.conflicts->len; i++)
    is_good = is_span (g_array_index (recipe.conflicts, MisSpan, i), error);
  is_good = is_good && mis_recipe_check (&recipe, &scoring, error);
  if (is_good)
    *n_choices += count_choices (&recipe);
  mis_recipe_clear (&recipe);
  return is_good
         && (*n_choices <= MIS_MAX_CHOICES
             || fail (error, MIS_ERROR_LIMIT,
                      "found more than %u goals in all worlds together, expected at most as many",
                      MIS_MAX_CHOICES));
}

/* What varies on x is at fault if the first point is good, otherwise the world. */
static gboolean
check_cells (const MisExperiment *self, int *part, GError **error)
{
  guint64 n_choices = 0;

  if (self->source != MIS_SOURCE_RECIPE)
    return TRUE;
  for (guint series = 0; series < mis_experiment_get_n_series (self); series++)
    for (guint point = 0; point < mis_experiment_get_n_points (self); point++)
      {
        *part = point == 0 ? MIS_PART_WORLD : MIS_PART_X;
        if (!check_cell (self, series, point, &n_choices, error))
          return FALSE;
      }
  return TRUE;
}

/* Only a project has ranges, and only what is drawn has a distribution. */
static gboolean
check_ranges (const MisExperiment *self, int *part, GError **error)
{
  *part = MIS_PART_RANGES;
  if (self->ranges != MIS_RANGES_AS_SET && self->source == MIS_SOURCE_RECIPE)
    return fail (error, MIS_ERROR_RANGE,
                 "found \"%s\" with a recipe, expected it with a project or example; a recipe has "
                 "ranges of its own",
                 mis_ranges[self->ranges].nick);
  *part = MIS_PART_X;
  return self->ranges != MIS_RANGES_AS_SET || !mis_experiment_is_distribution (self)
         || fail (error, MIS_ERROR_RANGE,
                  "found no \"x\", expected one, or \"ranges\" that are drawn from");
}

gboolean
mis_experiment_check (const MisExperiment *self, int *part, GError **error)
{
  return check_ranges (self, part, error) && check_variations (self, part, error)
         && check_runs (self, part, error) && check_cells (self, part, error);
}

gboolean
mis_experiments_check_limits (guint n, guint64 n_cells, GError **error)
{
  if (n <= MIS_MAX_EXPERIMENTS && n_cells <= MIS_MAX_PROJECT_CELLS)
    return TRUE;
  g_set_error (error, MIS_ERROR, MIS_ERROR_LIMIT,
               "found more than %u experiments or %u points in all their series, expected at most "
               "as many",
               MIS_MAX_EXPERIMENTS, MIS_MAX_PROJECT_CELLS);
  return FALSE;
}
