/* Whether two experiments say the same, so that an edit that is taken back by another is none. */
#include "core/experiment.h"

#include <string.h>

/* The same number, or none in both. */
static gboolean
same_number (double a, double b)
{
  return memcmp (&a, &b, sizeof a) == 0 || a == b;
}

static gboolean
same_array (const GArray *a, const GArray *b)
{
  if (a == b)
    return TRUE;
  return a != NULL && b != NULL && a->len == b->len
         && (a->len == 0
             || memcmp (a->data, b->data, a->len * g_array_get_element_size ((GArray *) a)) == 0);
}

static gboolean
same_assign (const MisAssign *a, const MisAssign *b)
{
  return a->kind == b->kind
         && (a->kind != MIS_ASSIGN_DIRICHLET || a->concentration == b->concentration)
         && (a->kind != MIS_ASSIGN_SHARES || same_array (a->shares, b->shares));
}

static gboolean
same_focus (const MisFocus *a, const MisFocus *b)
{
  if (!a->is_set || !b->is_set)
    return a->is_set == b->is_set;
  return a->area == b->area && a->goal == b->goal && a->rest == b->rest
         && same_number (a->weight, b->weight) && same_number (a->share, b->share);
}

static gboolean
same_recipe (const MisRecipe *a, const MisRecipe *b)
{
  return a->n_agents == b->n_agents && a->n_areas == b->n_areas && same_array (a->goals, b->goals)
         && same_assign (&a->assign, &b->assign) && a->no_goal == b->no_goal
         && same_array (a->conflicts, b->conflicts) && a->weights.low == b->weights.low
         && a->weights.high == b->weights.high && a->per == b->per
         && same_focus (&a->focus, &b->focus);
}

static gboolean
same_setting (const MisVariation *of, const MisSetting *a, const MisSetting *b)
{
  switch (mis_variation_get_kind (of))
    {
    case MIS_SETTING_SPANS:
    case MIS_SETTING_SPAN:
      return same_array (a->spans, b->spans);
    case MIS_SETTING_ASSIGN:
      return same_assign (&a->assign, &b->assign);
    case MIS_SETTING_CHOICE:
      return a->choice == b->choice;
    case MIS_SETTING_SCENARIO:
      return g_strcmp0 (a->id, b->id) == 0;
    case MIS_SETTING_WHOLE:
    case MIS_SETTING_PROBABILITY:
    default:
      return a->number == b->number;
    }
}

static gboolean
same_settings (const MisVariation *a, const MisVariation *b)
{
  if (a->settings == b->settings)
    return TRUE;
  if (a->settings->len != b->settings->len)
    return FALSE;
  for (guint i = 0; i < a->settings->len; i++)
    if (!same_setting (a, mis_variation_get_setting (a, i), mis_variation_get_setting (b, i)))
      return FALSE;
  return TRUE;
}

static gboolean
same_names (char **a, char **b)
{
  return a == b
         || (a != NULL && b != NULL
             && g_strv_equal ((const char *const *) a, (const char *const *) b));
}

static gboolean
same_ends (const MisVariation *a, const MisVariation *b)
{
  return a->has_ends == b->has_ends && a->is_log == b->is_log
         && (!a->has_ends || (a->from == b->from && a->to == b->to && a->n_points == b->n_points));
}

gboolean
mis_variation_equal (const MisVariation *a, const MisVariation *b)
{
  if (a->quantity != b->quantity || (a->quantity == MIS_QUANTITY_SCORING && a->option != b->option))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (a->ids); i++)
    if (g_strcmp0 (a->ids[i], b->ids[i]) != 0)
      return FALSE;
  return g_strcmp0 (a->label, b->label) == 0 && same_names (a->names, b->names) && same_ends (a, b)
         && same_settings (a, b);
}

static gboolean
same_variations (const MisExperiment *a, const MisExperiment *b)
{
  if (a->series->len != b->series->len)
    return FALSE;
  for (guint i = 0; i < a->series->len; i++)
    if (!mis_variation_equal (mis_experiment_get_variation (a, i),
                              mis_experiment_get_variation (b, i)))
      return FALSE;
  return mis_variation_equal (&a->x, &b->x);
}

static gboolean
same_scoring (const MisExperiment *a, const MisExperiment *b)
{
  if (a->scoring_mask != b->scoring_mask)
    return FALSE;
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    if ((a->scoring_mask & (1u << i)) != 0
        && mis_scoring_get (&a->scoring, i) != mis_scoring_get (&b->scoring, i))
      return FALSE;
  return TRUE;
}

static gboolean
same_world (const MisExperiment *a, const MisExperiment *b)
{
  return a->source == b->source && g_strcmp0 (a->example, b->example) == 0
         && a->n_agents == b->n_agents && a->ranges == b->ranges
         && (a->source != MIS_SOURCE_RECIPE || same_recipe (&a->recipe, &b->recipe));
}

gboolean
mis_experiment_equal (const MisExperiment *a, const MisExperiment *b)
{
  return a == b
         || (strcmp (a->id, b->id) == 0 && strcmp (a->title, b->title) == 0
             && strcmp (a->description, b->description) == 0 && strcmp (a->note, b->note) == 0
             && same_world (a, b) && same_variations (a, b) && a->runs == b->runs
             && a->seed == b->seed && a->band == b->band && same_scoring (a, b));
}
