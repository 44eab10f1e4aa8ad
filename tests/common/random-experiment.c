#include "random-experiment.h"

#include <math.h>

#include "random-texts.h"

#define MOST_VALUES 4u
#define MOST_POINTS 7u
#define MOST_SERIES 3u
#define MOST_COUNT 1000u

/* An id of the project, or of something that is not in it. */
static char *
pick_id (GRand *rand, const char *(*get) (const MisWorld *, guint), const MisWorld *base, guint n)
{
  if (n == 0 || mis_random_one_in (rand, 8))
    return g_strdup ("gone");
  return g_strdup (get (base, mis_random_up_to (rand, n - 1)));
}

static const char *
get_agent (const MisWorld *base, guint agent)
{
  return mis_world_get_agent (base, agent)->id;
}

static const char *
get_area (const MisWorld *base, guint area)
{
  return mis_area_get_id (mis_world_get_area (base, area));
}

static const char *
get_scenario (const MisWorld *base, guint scenario)
{
  return mis_world_get_scenario (base, scenario)->id;
}

static void
set_ids (GRand *rand, const MisWorld *base, MisVariation *variation)
{
  guint n_agents = mis_world_get_n_agents (base), n_areas = mis_world_get_n_areas (base);

  switch ((int) variation->quantity)
    {
    case MIS_QUANTITY_SHARE:
      variation->ids[0] = pick_id (rand, get_agent, base, n_agents);
      break;
    case MIS_QUANTITY_WEIGHT:
      variation->ids[0] = pick_id (rand, get_agent, base, n_agents);
      variation->ids[1] = pick_id (rand, get_area, base, n_areas);
      break;
    case MIS_QUANTITY_AREA_CONFLICT:
    case MIS_QUANTITY_GOAL_CONFLICT:
      variation->ids[0] = pick_id (rand, get_area, base, n_areas);
      break;
    default:
      break;
    }
  if (variation->quantity != MIS_QUANTITY_GOAL_CONFLICT)
    return;
  variation->ids[1] = g_strdup ("one");
  variation->ids[2] = g_strdup ("other");
}

static double
random_number (GRand *rand, const MisVariation *variation)
{
  return mis_variation_get_kind (variation) == MIS_SETTING_WHOLE
             ? 1.0 + mis_random_up_to (rand, MOST_COUNT)
             : mis_random_probability (rand);
}

static void
set_numbers (GRand *rand, MisVariation *variation)
{
  double a = random_number (rand, variation), b = random_number (rand, variation);
  double numbers[MOST_VALUES];
  guint n = 1 + mis_random_up_to (rand, MOST_VALUES - 1);

  for (guint i = 0; i < n; i++)
    numbers[i] = random_number (rand, variation);
  if (mis_random_one_in (rand, 2))
    mis_variation_set_numbers (variation, numbers, n);
  else
    mis_variation_set_ends (variation, MIN (a, b), MAX (a, b),
                            1 + mis_random_up_to (rand, MOST_POINTS - 1),
                            MIN (a, b) > 0.0 && mis_random_one_in (rand, 2));
}

static void
set_choices (GRand *rand, MisVariation *variation)
{
  guint choices[MOST_VALUES], n = 0;

  variation->option = mis_random_up_to (rand, MIS_N_OPTIONS - 1);
  while (n < MOST_VALUES && mis_options[variation->option].choices[n].nick != NULL)
    {
      choices[n] = n;
      n++;
    }
  mis_variation_set_choices (variation, choices, n);
}

static void
set_scenarios (GRand *rand, const MisWorld *base, MisVariation *variation)
{
  guint n_scenarios = mis_world_get_n_scenarios (base);
  g_autofree char *id = pick_id (rand, get_scenario, base, n_scenarios);

  mis_variation_set_scenarios (variation, (const char *const[]){ NULL, id }, 2);
}

static void
set_values (GRand *rand, const MisWorld *base, MisVariation *variation)
{
  if (variation->quantity == MIS_QUANTITY_SCORING)
    set_choices (rand, variation);
  else if (variation->quantity == MIS_QUANTITY_SCENARIO)
    set_scenarios (rand, base, variation);
  else
    set_numbers (rand, variation);
}

static void
set_words (GRand *rand, MisVariation *variation, gboolean is_x)
{
  guint n = mis_variation_get_n_settings (variation);

  if (!mis_random_one_in (rand, 3))
    return;
  if (is_x)
    {
      variation->label = g_strdup (mis_random_name (rand));
      return;
    }
  variation->names = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    variation->names[i] = g_strdup (mis_random_name (rand));
}

static void
set_variation (
    GRand *rand, const MisWorld *base, MisVariation *variation, MisQuantity quantity, gboolean is_x)
{
  variation->quantity = quantity;
  set_ids (rand, base, variation);
  set_values (rand, base, variation);
  set_words (rand, variation, is_x);
}

static void
add_series (GRand *rand, const MisWorld *base, MisExperiment *experiment, MisQuantity quantity)
{
  MisVariation variation;

  mis_variation_init (&variation);
  set_variation (rand, base, &variation, quantity, FALSE);
  g_array_append_val (experiment->series, variation);
}

/* Quantities are taken one after the other, so that none is there twice. */
static void
set_variations (GRand *rand,
                const MisWorld *base,
                MisExperiment *experiment,
                const MisQuantity *quantities,
                guint n,
                guint n_numbers)
{
  guint x = mis_random_up_to (rand, n_numbers - 1);

  set_variation (rand, base, &experiment->x, quantities[x], TRUE);
  for (guint i = 0; i < n; i++)
    if (i != x && experiment->series->len < MOST_SERIES && mis_random_one_in (rand, 3))
      add_series (rand, base, experiment, quantities[i]);
}

static void
set_recipe (GRand *rand, MisRecipe *recipe)
{
  double low = mis_random_probability (rand), high = mis_random_probability (rand);

  recipe->n_agents = 1 + mis_random_up_to (rand, MOST_COUNT);
  recipe->n_areas = mis_random_up_to (rand, 3);
  recipe->no_goal = mis_random_one_in (rand, 3);
  recipe->weights = (MisSpan){ MIN (low, high), MAX (low, high) };
  recipe->per = mis_random_one_in (rand, 2) ? MIS_PER_AGENT : MIS_PER_GROUP;
  if (mis_random_one_in (rand, 3))
    recipe->assign.kind = (MisAssignKind) mis_random_up_to (rand, MIS_ASSIGN_HALVING);
}

static void
set_texts (GRand *rand, MisExperiment *experiment, guint number)
{
  experiment->id = mis_random_id (rand, "experiment", number);
  experiment->title = g_strdup (mis_random_name (rand));
  experiment->description = g_strdup (mis_random_text (rand));
  experiment->note = g_strdup (mis_random_text (rand));
  experiment->runs = 1 + mis_random_up_to (rand, 99);
  experiment->seed = g_rand_int (rand);
  experiment->band = (MisBand) mis_random_up_to (rand, MIS_BAND_SD);
  if (!mis_random_one_in (rand, 3))
    return;
  experiment->scoring_mask = 1u;
  experiment->scoring.weight_mean = MIS_WEIGHT_MEAN_ARITHMETIC;
}

MisExperiment *
mis_random_experiment (GRand *rand, const MisWorld *base, guint number)
{
  static const MisQuantity of_recipe[] = { MIS_QUANTITY_AGENTS, MIS_QUANTITY_WEIGHTS,
                                           MIS_QUANTITY_CONFLICT, MIS_QUANTITY_GOALS };
  /* Those that are no numbers stand at the end. */
  static const MisQuantity of_project[] = { MIS_QUANTITY_SHARE,         MIS_QUANTITY_WEIGHT,
                                            MIS_QUANTITY_AGENTS,        MIS_QUANTITY_CONFLICT,
                                            MIS_QUANTITY_AREA_CONFLICT, MIS_QUANTITY_GOAL_CONFLICT,
                                            MIS_QUANTITY_SCENARIO,      MIS_QUANTITY_SCORING };
  MisExperiment *experiment = mis_experiment_new ();
  g_autoptr (GError) error = NULL;
  int part;

  set_texts (rand, experiment, number);
  experiment->source = (MisSource) mis_random_up_to (rand, MIS_SOURCE_PROJECT);
  if (experiment->source == MIS_SOURCE_EXAMPLE)
    experiment->example = g_strdup ("carla");
  if (experiment->source == MIS_SOURCE_RECIPE)
    {
      set_recipe (rand, &experiment->recipe);
      set_variations (rand, base, experiment, of_recipe, G_N_ELEMENTS (of_recipe),
                      G_N_ELEMENTS (of_recipe));
    }
  else
    set_variations (rand, base, experiment, of_project, G_N_ELEMENTS (of_project),
                    G_N_ELEMENTS (of_project) - 2);
  mis_experiment_check (experiment, &part, &error);
  g_assert_no_error (error);
  return experiment;
}
