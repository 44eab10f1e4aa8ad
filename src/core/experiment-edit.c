/* Experiments made from others: each the same but for what is to change. */
#include "core/experiment.h"

#include <string.h>

#include "core/error.h"
#include "core/text.h"

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
  mis_variation_copy (&copy->x, &self->x);
  copy->series = g_array_sized_new (FALSE, TRUE, sizeof (MisVariation), self->series->len);
  g_array_set_clear_func (copy->series, (GDestroyNotify) mis_variation_clear);
  g_array_set_size (copy->series, self->series->len);
  for (guint i = 0; i < self->series->len; i++)
    mis_variation_copy (&g_array_index (copy->series, MisVariation, i),
                        &g_array_index (self->series, MisVariation, i));
  return copy;
}

/* %FALSE if the numbers of agents are listed one by one, so that there is none to change. */
static gboolean
set_agents (MisExperiment *self, guint64 n_agents, GError **error)
{
  MisVariation *x = &self->x;
  gboolean is_x = x->quantity == MIS_QUANTITY_AGENTS && !mis_experiment_is_distribution (self);

  for (guint i = 0; i < mis_experiment_get_n_variations (self); i++)
    {
      const MisVariation *variation = mis_experiment_get_variation (self, i);

      if (variation->quantity == MIS_QUANTITY_AGENTS && (variation != x || !x->has_ends))
        {
          g_autofree char *place = mis_part_get_place (variation == x ? MIS_PART_X : (int) i);

          g_set_error (error, MIS_ERROR, MIS_ERROR_RANGE,
                       "%s: found numbers of agents, expected none, or x from one to another",
                       place);
          return FALSE;
        }
    }
  if (!is_x && self->source == MIS_SOURCE_RECIPE)
    self->recipe.n_agents = n_agents;
  else if (!is_x)
    self->n_agents = n_agents;
  else
    {
      x->to = (double) n_agents;
      x->from = MIN (x->from, x->to);
      mis_variation_expand (x);
    }
  return TRUE;
}

/* Puts the place of what is at fault before the message. */
static void
prefix (GError **error, int part)
{
  g_autofree char *place = mis_part_get_place (part);

  if (error != NULL)
    g_prefix_error (error, "%s: ", place);
}

/* @experiment: (transfer full): as it is to be. */
static MisExperiment *
check (MisExperiment *experiment, GError **error)
{
  g_autoptr (MisExperiment) checked = experiment;
  int part;

  if (mis_experiment_check (checked, &part, error))
    return g_steal_pointer (&checked);
  prefix (error, part);
  return NULL;
}

MisExperiment *
mis_experiment_with (const MisExperiment *self,
                     const guint *runs,
                     const guint64 *seed,
                     const guint64 *n_agents,
                     GError **error)
{
  g_autoptr (MisExperiment) copy = experiment_copy (self);

  if (runs != NULL)
    copy->runs = *runs;
  if (seed != NULL)
    copy->seed = *seed;
  if (n_agents != NULL && !set_agents (copy, *n_agents, error))
    return NULL;
  return check (g_steal_pointer (&copy), error);
}

MisExperiment *
mis_experiment_with_ends (
    const MisExperiment *self, double from, double to, guint n_points, GError **error)
{
  MisVariation x;
  MisExperiment *changed = NULL;

  mis_variation_copy (&x, &self->x);
  x.from = from;
  x.to = to;
  x.n_points = n_points;
  if (!x.has_ends)
    g_set_error (error, MIS_ERROR, MIS_ERROR_RANGE, "x: found a list of values, expected ends");
  else if (!mis_variation_check (&x, error))
    prefix (error, MIS_PART_X);
  else
    {
      mis_variation_expand (&x);
      changed = mis_experiment_with_variation (self, MIS_PART_X, &x, error);
    }
  mis_variation_clear (&x);
  return changed;
}

static void
remove_variation (MisExperiment *self, int part)
{
  if (part != MIS_PART_X)
    {
      g_array_remove_index (self->series, (guint) part);
      return;
    }
  mis_variation_clear (&self->x);
  mis_variation_init (&self->x);
}

/* Replaces one, adds one at the end, or takes one out. */
static void
set_variation (MisExperiment *self, int part, const MisVariation *variation)
{
  MisVariation copy;

  if (variation == NULL)
    {
      remove_variation (self, part);
      return;
    }
  mis_variation_copy (&copy, variation);
  if (part == MIS_PART_X)
    {
      mis_variation_clear (&self->x);
      self->x = copy;
      return;
    }
  if ((guint) part < self->series->len)
    g_array_remove_index (self->series, (guint) part);
  g_array_insert_val (self->series, (guint) part, copy);
}

MisExperiment *
mis_experiment_with_variation (const MisExperiment *self,
                               int part,
                               const MisVariation *variation,
                               GError **error)
{
  MisExperiment *copy;

  g_return_val_if_fail (part == MIS_PART_X || (part >= 0 && (guint) part <= self->series->len),
                        NULL);
  g_return_val_if_fail (variation != NULL || part == MIS_PART_X || (guint) part < self->series->len,
                        NULL);

  if (variation != NULL && !mis_variation_check (variation, error))
    {
      prefix (error, part);
      return NULL;
    }
  copy = experiment_copy (self);
  set_variation (copy, part, variation);
  return check (copy, error);
}

MisExperiment *
mis_experiment_with_ranges (const MisExperiment *self,
                            MisRanges ranges,
                            guint runs,
                            GError **error)
{
  MisExperiment *copy = experiment_copy (self);

  copy->ranges = ranges;
  copy->runs = runs;
  return check (copy, error);
}

MisExperiment *
mis_experiment_with_per (const MisExperiment *self, MisPer per, GError **error)
{
  MisExperiment *copy;

  g_return_val_if_fail (self->source == MIS_SOURCE_RECIPE, NULL);

  copy = experiment_copy (self);
  copy->recipe.per = per;
  return check (copy, error);
}

static void
replace (char **text, const char *by)
{
  if (by == NULL)
    return;
  g_free (*text);
  *text = g_strdup (by);
}

MisExperiment *
mis_experiment_with_texts (const MisExperiment *self,
                           const char *id,
                           const char *title,
                           const char *description,
                           GError **error)
{
  MisExperiment *copy;

  if ((id != NULL && !mis_check_id (id, error)) || (title != NULL && !mis_check_name (title, error))
      || (description != NULL && !mis_check_text (description, error)))
    return NULL;
  copy = experiment_copy (self);
  replace (&copy->id, id);
  copy->is_paper = copy->is_paper && id == NULL;
  replace (&copy->title, title);
  replace (&copy->description, description);
  return copy;
}

MisExperiment *
mis_experiment_with_band (const MisExperiment *self, MisBand band)
{
  MisExperiment *copy = experiment_copy (self);

  copy->band = band;
  return copy;
}
