#include "core/recipe.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "core/error.h"
#include "core/limits.h"
#include "core/share.h"

/* Agents times areas, where each is drawn: a run is to end within a second, and sums over weights
 * one by one, which cannot be stopped, within a tenth of one. */
#define MOST_POSITIONS 2000000u
#define MOST_CLASSES 50000u

const MisChoice mis_assign_kinds[] = {
  { "random", N_("Drawn at random") },
  { "round-robin", N_("In turn") },
  { "even", N_("Evenly") },
  { "halving", N_("Each goal half of what is left") },
  { "shares", N_("By given shares") },
  { "dirichlet", N_("By shares drawn at random") },
  { NULL, NULL },
};

const MisChoice mis_pers[] = {
  { "agent", N_("For each agent") },
  { "group", N_("Once per group of agents with the same goal") },
  { NULL, NULL },
};

const MisChoice mis_rests[] = {
  { "even", N_("Evenly") },
  { "halving", N_("Each goal half of what is left") },
  { NULL, NULL },
};

GArray *
mis_recipe_goals_new (guint n_goals)
{
  GArray *goals = g_array_sized_new (FALSE, FALSE, sizeof (guint), 1);

  return g_array_append_val (goals, n_goals);
}

GArray *
mis_recipe_spans_new (MisSpan span)
{
  GArray *spans = g_array_sized_new (FALSE, FALSE, sizeof (MisSpan), 1);

  return g_array_append_val (spans, span);
}

void
mis_recipe_init (MisRecipe *recipe)
{
  *recipe = (MisRecipe) {
    .goals = mis_recipe_goals_new (MIS_RECIPE_GOALS),
    .conflicts = mis_recipe_spans_new ((MisSpan) { 1.0, 1.0 }),
    .weights = { 1.0, 1.0 },
    .focus = { .weight = NAN, .share = NAN },
  };
}

void
mis_assign_copy (MisAssign *to, const MisAssign *from)
{
  *to = *from;
  if (to->shares != NULL)
    g_array_ref (to->shares);
}

void
mis_assign_clear (MisAssign *assign)
{
  g_clear_pointer (&assign->shares, g_array_unref);
}

void
mis_recipe_clear (MisRecipe *recipe)
{
  g_clear_pointer (&recipe->goals, g_array_unref);
  g_clear_pointer (&recipe->conflicts, g_array_unref);
  mis_assign_clear (&recipe->assign);
}

void
mis_recipe_copy (MisRecipe *to, const MisRecipe *from)
{
  *to = *from;
  g_array_ref (to->goals);
  g_array_ref (to->conflicts);
  mis_assign_copy (&to->assign, &from->assign);
}

guint
mis_recipe_get_n_areas (const MisRecipe *recipe)
{
  return recipe->n_areas > 0 ? recipe->n_areas : MAX (recipe->goals->len, recipe->conflicts->len);
}

guint
mis_recipe_get_n_goals (const MisRecipe *recipe, guint area)
{
  return g_array_index (recipe->goals, guint, recipe->goals->len > 1 ? area : 0);
}

MisSpan
mis_recipe_get_conflict (const MisRecipe *recipe, guint area)
{
  return g_array_index (recipe->conflicts, MisSpan, recipe->conflicts->len > 1 ? area : 0);
}

gboolean
mis_recipe_has_focus (const MisRecipe *recipe, guint area)
{
  return recipe->focus.is_set && recipe->focus.area == area;
}

static gboolean
has_share (const MisRecipe *recipe, guint area)
{
  return mis_recipe_has_focus (recipe, area) && !isnan (recipe->focus.share);
}

gboolean
mis_recipe_draws_counts (const MisRecipe *recipe, guint area)
{
  return !has_share (recipe, area)
         && (recipe->assign.kind == MIS_ASSIGN_RANDOM
             || recipe->assign.kind == MIS_ASSIGN_DIRICHLET);
}

/* 1/2, 1/4, ..., the last of them once more. */
static void
halve (double *parts, guint n)
{
  for (guint i = 0; i < n; i++)
    parts[i] = ldexp (1.0, -(int) MIN (i + 1, n - 1));
}

/* The goal in focus has its share, the others spread over the rest, in the order of the goals. */
static void
fill_focus (const MisFocus *focus, double *parts, guint n)
{
  double share = n > 1 ? focus->share : 1.0;

  for (guint i = 0; i + 1 < n; i++)
    parts[i] = 1.0;
  if (focus->rest == MIS_REST_HALVING)
    halve (parts, n - 1);
  for (guint i = n - 1; i > focus->goal; i--)
    parts[i] = parts[i - 1];
  /* The parts of the others add up to n - 1, or to 1. */
  for (guint i = 0; i < n; i++)
    if (i == focus->goal)
      parts[i] = share * (focus->rest == MIS_REST_HALVING || n < 2 ? 1.0 : n - 1);
    else
      parts[i] *= 1.0 - share;
}

void
mis_recipe_fill_counts (const MisRecipe *recipe, guint area, guint64 *counts)
{
  guint n = mis_recipe_get_n_goals (recipe, area) + (recipe->no_goal ? 1 : 0);
  g_autofree double *parts = g_new (double, n);

  g_return_if_fail (!mis_recipe_draws_counts (recipe, area));

  if (has_share (recipe, area))
    fill_focus (&recipe->focus, parts, n);
  else if (recipe->assign.kind == MIS_ASSIGN_HALVING)
    halve (parts, n);
  else
    for (guint i = 0; i < n; i++)
      parts[i] = recipe->assign.kind == MIS_ASSIGN_SHARES
                   ? g_array_index (recipe->assign.shares, double, i)
                   : 1.0;
  mis_apportion (parts, n, recipe->n_agents, counts);
}

gboolean
mis_recipe_draws_weights (const MisRecipe *recipe)
{
  return recipe->weights.low < recipe->weights.high;
}

static gboolean
draws_own_weights (const MisRecipe *recipe)
{
  return recipe->per == MIS_PER_AGENT && mis_recipe_draws_weights (recipe);
}

gboolean
mis_recipe_draws_agents (const MisRecipe *recipe, const MisScoring *scoring)
{
  return scoring->weights == MIS_WEIGHTS_SUM_TO_ONE
         || (draws_own_weights (recipe) && mis_weight_mean_needs_classes (scoring->weight_mean));
}

guint64
mis_recipe_count_positions (const MisRecipe *recipe, const MisScoring *scoring)
{
  gboolean is_drawn = draws_own_weights (recipe) || mis_recipe_draws_agents (recipe, scoring);

  return is_drawn ? recipe->n_agents * mis_recipe_get_n_areas (recipe) : 0;
}

static gboolean
check_list (const GArray *list, const char *what, guint n_areas, GError **error)
{
  if (list->len == 1 || list->len == n_areas)
    return TRUE;
  g_set_error (error, MIS_ERROR, MIS_ERROR_RANGE,
               "found a list of %u %s, expected one number, or one for each of %u areas", list->len,
               what, n_areas);
  return FALSE;
}

static gboolean
check_focus (const MisRecipe *recipe, guint n_areas, GError **error)
{
  const MisFocus *focus = &recipe->focus;

  if (!focus->is_set)
    return TRUE;
  if (focus->area >= n_areas)
    g_set_error (error, MIS_ERROR, MIS_ERROR_RANGE,
                 "found a focus on area %u, expected one of %u areas", focus->area + 1, n_areas);
  else if (focus->goal >= mis_recipe_get_n_goals (recipe, focus->area))
    g_set_error (error, MIS_ERROR, MIS_ERROR_RANGE,
                 "found a focus on goal %u, expected one of %u goals", focus->goal + 1,
                 mis_recipe_get_n_goals (recipe, focus->area));
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_shares (const MisRecipe *recipe, guint n_areas, GError **error)
{
  guint n_shares = recipe->assign.shares != NULL ? recipe->assign.shares->len : 0;

  if (recipe->assign.kind != MIS_ASSIGN_SHARES)
    return TRUE;
  for (guint area = 0; area < n_areas; area++)
    {
      guint n = mis_recipe_get_n_goals (recipe, area) + (recipe->no_goal ? 1 : 0);

      if (n_shares != n)
        {
          g_set_error (error, MIS_ERROR, MIS_ERROR_RANGE,
                       "found %u shares, expected %u, one for each choice of area %u", n_shares, n,
                       area + 1);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_goals (const MisRecipe *recipe, guint n_areas, GError **error)
{
  guint64 n_pairs = 0;

  for (guint area = 0; area < n_areas; area++)
    {
      guint64 k = mis_recipe_get_n_goals (recipe, area);

      n_pairs += k * (k - 1) / 2;
      if (k >= 1 && k <= MIS_MAX_GOALS && n_pairs <= MIS_MAX_GOAL_PAIRS)
        continue;
      g_set_error (error, MIS_ERROR, MIS_ERROR_LIMIT,
                   "found %" G_GUINT64_FORMAT " goals and %" G_GUINT64_FORMAT
                   " pairs of goals, expected 1 to %u goals and at most %" G_GUINT64_FORMAT
                   " pairs",
                   k, n_pairs, MIS_MAX_GOALS, MIS_MAX_GOAL_PAIRS);
      return FALSE;
    }
  return TRUE;
}

/* More agents than that are refused where their goals are drawn; weights one by one are kept. */
static gboolean
check_agents (const MisRecipe *recipe, const MisScoring *scoring, guint n_areas, GError **error)
{
  guint64 most = MIS_MAX_COUNT;

  for (guint area = 0; area < n_areas; area++)
    if (mis_recipe_draws_counts (recipe, area) || draws_own_weights (recipe))
      most = G_MAXUINT32;
  if (mis_recipe_draws_agents (recipe, scoring))
    most = MIN (most, (mis_weight_mean_needs_classes (scoring->weight_mean) ? MOST_CLASSES
                                                                             : MOST_POSITIONS)
                        / n_areas);
  if (recipe->n_agents >= 1 && recipe->n_agents <= most)
    return TRUE;
  g_set_error (error, MIS_ERROR, MIS_ERROR_LIMIT,
               "found %" G_GUINT64_FORMAT " agents, expected 1 to %" G_GUINT64_FORMAT
               " in such a world",
               recipe->n_agents, most);
  return FALSE;
}

gboolean
mis_recipe_check (const MisRecipe *recipe, const MisScoring *scoring, GError **error)
{
  guint n_areas = mis_recipe_get_n_areas (recipe);

  if (n_areas > MIS_MAX_AREAS)
    {
      g_set_error (error, MIS_ERROR, MIS_ERROR_LIMIT, "found %u areas, expected at most %u",
                   n_areas, MIS_MAX_AREAS);
      return FALSE;
    }
  return check_list (recipe->goals, "numbers of goals", n_areas, error)
         && check_list (recipe->conflicts, "conflicts", n_areas, error)
         && check_goals (recipe, n_areas, error) && check_focus (recipe, n_areas, error)
         && check_shares (recipe, n_areas, error)
         && check_agents (recipe, scoring, n_areas, error);
}
