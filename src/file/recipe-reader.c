#include "file/recipe-reader.h"

#include <string.h>

#include "core/limits.h"
#include "core/number.h"
#include "core/text.h"
#include "file/example.h"
#include "file/json-text.h"

#define MOST_CONCENTRATION 1000.0
#define LEAST_CONCENTRATION 0.001

/* Two numbers in [0,1], the first one not above the second. */
static gboolean
read_ends (MisJsonInput *input, gsize at, MisSpan *span)
{
  char low[MIS_NUMBER_SIZE], high[MIS_NUMBER_SIZE];
  double ends[2] = { 0.0, 0.0 };
  MisJsonWalk walk;

  if (!mis_json_expect_list (input, at))
    return FALSE;
  if (mis_json_count (input->text, at) != 2)
    return mis_json_fail (input, at, "found a list of %u, expected the two ends of a range",
                          mis_json_count (input->text, at));
  mis_json_walk_init (&walk, input->text, at);
  while (mis_json_walk_next (&walk))
    if (!mis_json_read_probability (input, walk.value, &ends[walk.index]))
      return FALSE;
  *span = (MisSpan) { ends[0], ends[1] };
  return span->low <= span->high
         || mis_json_fail (input, at, "found the range from %s to %s, expected the lower end first",
                           mis_number_format (ends[0], low), mis_number_format (ends[1], high));
}

/* A number or a range; @per: (nullable): what a range may say besides. */
static gboolean
read_span (MisJsonInput *input, gsize at, MisSpan *span, MisPer *per)
{
  static const char *const names[] = { "range", "per" };
  gsize values[2] = { 0, 0 };
  guint choice = MIS_PER_AGENT;

  if (input->text[at] != '{')
    {
      if (!mis_json_read_probability (input, at, &span->low))
        return FALSE;
      span->high = span->low;
      return TRUE;
    }
  if (!mis_json_read_members (input, at, names, per != NULL ? 2 : 1, values)
      || !mis_json_require (input, at, "range", values[0])
      || !read_ends (input, values[0], span)
      || !mis_json_read_choice (input, values[1], mis_pers, &choice))
    return FALSE;
  if (per != NULL)
    *per = (MisPer) choice;
  return TRUE;
}

/* A list of which each element is read by itself, or one such element. */
static gboolean
check_length (MisJsonInput *input, gsize at, guint most)
{
  guint n = mis_json_count (input->text, at);

  return (n >= 1 && n <= most)
         || mis_json_fail (input, at, "found a list of %u, expected 1 to %u elements", n, most);
}

/* Conflicts: one for all areas, or a list by area. */
static gboolean
read_spans (MisJsonInput *input, gsize at, GArray **spans)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (MisSpan));
  MisSpan span = { 0.0, 0.0 };
  MisJsonWalk walk;

  if (input->text[at] != '[')
    {
      if (!read_span (input, at, &span, NULL))
        return FALSE;
      g_array_append_val (list, span);
    }
  else
    {
      if (!check_length (input, at, MIS_MAX_AREAS))
        return FALSE;
      mis_json_walk_init (&walk, input->text, at);
      while (mis_json_walk_next (&walk))
        {
          if (!read_span (input, walk.value, &span, NULL))
            return FALSE;
          g_array_append_val (list, span);
        }
    }
  g_clear_pointer (spans, g_array_unref);
  *spans = g_steal_pointer (&list);
  return TRUE;
}

static gboolean
read_goals (MisJsonInput *input, gsize at, GArray **goals)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean is_list = at != 0 && input->text[at] == '[';
  guint64 number = 0;
  MisJsonWalk walk;

  if (at == 0)
    return TRUE;
  if (is_list && !check_length (input, at, MIS_MAX_AREAS))
    return FALSE;
  if (is_list)
    mis_json_walk_init (&walk, input->text, at);
  do
    {
      guint n;

      if (is_list && !mis_json_walk_next (&walk))
        break;
      if (!mis_json_read_whole (input, is_list ? walk.value : at, 1, MIS_MAX_GOALS, &number))
        return FALSE;
      n = (guint) number;
      g_array_append_val (list, n);
    }
  while (is_list);
  g_clear_pointer (goals, g_array_unref);
  *goals = g_steal_pointer (&list);
  return TRUE;
}

/* Proportions; they need not sum to 1, but each is a share of something. */
static gboolean
read_shares (MisJsonInput *input, gsize at, MisAssign *assign)
{
  g_autoptr (GArray) shares = g_array_new (FALSE, FALSE, sizeof (double));
  double sum = 0.0;
  MisJsonWalk walk;

  if (!mis_json_expect_list (input, at) || !check_length (input, at, MIS_MAX_GOALS + 1))
    return FALSE;
  mis_json_walk_init (&walk, input->text, at);
  while (mis_json_walk_next (&walk))
    {
      double share = 0.0;

      if (!mis_json_read_probability (input, walk.value, &share))
        return FALSE;
      g_array_append_val (shares, share);
      sum += share;
    }
  if (sum <= 0.0)
    return mis_json_fail (input, at, "found shares that are all 0, expected at least one above");
  *assign = (MisAssign) { .kind = MIS_ASSIGN_SHARES, .shares = g_steal_pointer (&shares) };
  return TRUE;
}

/* A word, or an object of one member for the two kinds that need numbers. */
static gboolean
read_assign (MisJsonInput *input, gsize at, MisAssign *assign)
{
  static const char *const names[] = { "shares", "dirichlet" };
  gsize values[2] = { 0, 0 };
  guint kind = MIS_ASSIGN_RANDOM;
  double concentration = 1.0;

  if (at == 0)
    return TRUE;
  if (input->text[at] != '{')
    {
      if (!mis_json_read_choice (input, at, mis_assign_kinds, &kind))
        return FALSE;
      if (kind >= MIS_ASSIGN_SHARES)
        return mis_json_fail (input, at, "found a word, expected { \"%s\": ... }",
                              mis_assign_kinds[kind].nick);
      *assign = (MisAssign) { .kind = (MisAssignKind) kind };
      return TRUE;
    }
  if (!mis_json_read_members (input, at, names, 2, values))
    return FALSE;
  if ((values[0] == 0) == (values[1] == 0))
    return mis_json_fail (input, at,
                          "found an object, expected either \"shares\" or \"dirichlet\"");
  if (values[0] != 0)
    return read_shares (input, values[0], assign);
  *assign = (MisAssign) { .kind = MIS_ASSIGN_DIRICHLET };
  if (!mis_json_read_number (input, values[1], LEAST_CONCENTRATION, MOST_CONCENTRATION,
                             &concentration))
    return FALSE;
  assign->concentration = concentration;
  return TRUE;
}

static gboolean
read_focus (MisJsonInput *input, gsize at, MisFocus *focus)
{
  static const char *const names[] = { "area", "goal", "weight", "share", "rest" };
  gsize values[G_N_ELEMENTS (names)];
  guint64 area = 1, goal = 1;
  guint rest = MIS_REST_EVEN;

  if (at == 0)
    return TRUE;
  if (!mis_json_read_members (input, at, names, G_N_ELEMENTS (names), values)
      || !mis_json_read_whole (input, values[0], 1, MIS_MAX_AREAS, &area)
      || !mis_json_read_whole (input, values[1], 1, MIS_MAX_GOALS, &goal)
      || !mis_json_read_probability (input, values[2], &focus->weight)
      || !mis_json_read_probability (input, values[3], &focus->share)
      || !mis_json_read_choice (input, values[4], mis_rests, &rest))
    return FALSE;
  focus->is_set = TRUE;
  focus->area = (guint) area - 1;
  focus->goal = (guint) goal - 1;
  focus->rest = (MisRest) rest;
  return TRUE;
}

/* The members of "world". */
enum
{
  EXAMPLE,
  AGENTS,
  AREAS,
  GOALS,
  ASSIGN,
  NO_GOAL,
  CONFLICT,
  WEIGHTS,
  FOCUS,
  N_MEMBERS,
};

static const char *const member_names[N_MEMBERS] = {
  [EXAMPLE] = "example", [AGENTS] = "agents",     [AREAS] = "areas",
  [GOALS] = "goals",     [ASSIGN] = "assign",     [NO_GOAL] = "no_goal",
  [CONFLICT] = "conflict", [WEIGHTS] = "weights", [FOCUS] = "focus",
};

static gboolean
read_recipe (MisJsonInput *input, const gsize *values, MisRecipe *recipe)
{
  guint64 n_areas = 0;

  if (!mis_json_read_whole (input, values[AGENTS], 1, MIS_MAX_COUNT, &recipe->n_agents)
      || !mis_json_read_whole (input, values[AREAS], 1, MIS_MAX_AREAS, &n_areas)
      || !read_goals (input, values[GOALS], &recipe->goals)
      || !read_assign (input, values[ASSIGN], &recipe->assign)
      || !mis_json_read_boolean (input, values[NO_GOAL], &recipe->no_goal)
      || (values[CONFLICT] != 0 && !read_spans (input, values[CONFLICT], &recipe->conflicts))
      || (values[WEIGHTS] != 0
          && !read_span (input, values[WEIGHTS], &recipe->weights, &recipe->per)))
    return FALSE;
  recipe->n_areas = (guint) n_areas;
  return read_focus (input, values[FOCUS], &recipe->focus);
}

static gboolean
read_example (MisJsonInput *input, gsize world, const gsize *values, MisExperiment *experiment)
{
  const char *name;

  for (guint i = EXAMPLE + 1; i < N_MEMBERS; i++)
    if (values[i] != 0)
      return mis_json_fail (input, world, "found \"%s\" beside \"example\", expected nothing else",
                            member_names[i]);
  name = mis_json_read_string (input, values[EXAMPLE]);
  if (name == NULL)
    return FALSE;
  if (!g_strv_contains (mis_example_names, name))
    return mis_json_fail_type (input, values[EXAMPLE], "the name of a bundled example");
  experiment->source = MIS_SOURCE_EXAMPLE;
  experiment->example = g_strdup (name);
  return TRUE;
}

gboolean
mis_recipe_read_world (MisJsonInput *input, gsize at, MisExperiment *experiment)
{
  gsize values[N_MEMBERS];

  if (input->text[at] == '"')
    {
      experiment->source = MIS_SOURCE_PROJECT;
      return strcmp (mis_json_read_string (input, at), "project") == 0
             || mis_json_fail_type (input, at, "\"project\", an example or a recipe");
    }
  if (!mis_json_read_members (input, at, member_names, N_MEMBERS, values))
    return FALSE;
  return values[EXAMPLE] != 0 ? read_example (input, at, values, experiment)
                              : read_recipe (input, values, &experiment->recipe);
}

static gboolean
read_number (MisJsonInput *input, gsize at, const MisVariation *variation, double *number)
{
  guint64 whole = 0;

  if (mis_variation_get_kind (variation) == MIS_SETTING_PROBABILITY)
    return mis_json_read_probability (input, at, number);
  if (!mis_json_read_whole (input, at, (guint64) mis_variation_get_lowest (variation),
                            (guint64) mis_variation_get_highest (variation), &whole))
    return FALSE;
  *number = (double) whole;
  return TRUE;
}

static gboolean
read_scenario (MisJsonInput *input, gsize at, char **id)
{
  if (mis_json_is_null (input, at))
    return TRUE;
  *id = mis_json_read_text (input, at, mis_check_id, NULL);
  return *id != NULL;
}

gboolean
mis_recipe_read_setting (MisJsonInput *input,
                         gsize at,
                         const MisVariation *variation,
                         MisSetting *setting)
{
  MisSpan span;

  switch (mis_variation_get_kind (variation))
    {
    case MIS_SETTING_SPANS:
      return read_spans (input, at, &setting->spans);
    case MIS_SETTING_SPAN:
      if (!read_span (input, at, &span, NULL))
        return FALSE;
      setting->spans = mis_recipe_spans_new (span);
      return TRUE;
    case MIS_SETTING_ASSIGN:
      return read_assign (input, at, &setting->assign);
    case MIS_SETTING_CHOICE:
      return mis_json_read_choice (input, at, mis_options[variation->option].choices,
                                   &setting->choice);
    case MIS_SETTING_SCENARIO:
      return read_scenario (input, at, &setting->id);
    case MIS_SETTING_WHOLE:
    case MIS_SETTING_PROBABILITY:
    default:
      return read_number (input, at, variation, &setting->number);
    }
}
