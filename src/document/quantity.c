#include "document/quantity.h"

#include <glib/gi18n-lib.h>

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

#define FIRST_POINTS 51u /* of a share, a weight or a conflict, as in the paper */
#define FIRST_SIZES 31u  /* of a population, by equal ratios */
#define SMALLEST_SIZE 10.0
#define LARGEST_SIZE 10000.0
#define MOST_SCENARIOS 8u /* that a variation has at first, the base among them */

const MisQuantityLabel mis_project_quantities[] = {
  { MIS_QUANTITY_SHARE, N_ ("Share of a group") },
  { MIS_QUANTITY_WEIGHT, N_ ("Weight of a group in an area") },
  { MIS_QUANTITY_CONFLICT, N_ ("Conflict in all areas") },
  { MIS_QUANTITY_AREA_CONFLICT, N_ ("Conflict in one area") },
  { MIS_QUANTITY_GOAL_CONFLICT, N_ ("Conflict of two goals") },
  { MIS_QUANTITY_AGENTS, N_ ("Number of agents") },
  { MIS_QUANTITY_SCENARIO, N_ ("Scenario") },
  { MIS_QUANTITY_SCORING, N_ ("How the score is counted") },
  { MIS_QUANTITY_AGENTS, NULL },
};

gboolean
mis_quantity_is_number (MisQuantity quantity)
{
  const MisVariation variation = { .quantity = quantity };
  MisSettingKind kind = mis_variation_get_kind (&variation);

  return kind != MIS_SETTING_ASSIGN && kind != MIS_SETTING_CHOICE && kind != MIS_SETTING_SCENARIO;
}

/* The first area at or behind @area in which row @agent has a goal or none, so that it has a
 * weight. */
static int
find_known_area (const MisWorld *world, guint agent)
{
  for (guint area = 0; area < mis_world_get_n_areas (world); area++)
    if (mis_world_get_position (world, agent, area).goal != MIS_UNKNOWN)
      return (int) area;
  return -1;
}

static gboolean
find_weight (const MisWorld *world, guint *agent, guint *area)
{
  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    {
      int known = find_known_area (world, i);

      if (known < 0)
        continue;
      *agent = i;
      *area = (guint) known;
      return TRUE;
    }
  return FALSE;
}

/* The first area with two goals; -1 if there is none. */
static int
find_pair (const MisWorld *world)
{
  for (guint area = 0; area < mis_world_get_n_areas (world); area++)
    if (mis_area_get_n_goals (mis_world_get_area (world, area)) > 1)
      return (int) area;
  return -1;
}

gboolean
mis_quantity_exists (MisQuantity quantity, const MisWorld *world)
{
  guint agent, area;

  switch ((int) quantity)
    {
    case MIS_QUANTITY_SHARE:
    case MIS_QUANTITY_AGENTS:
      return mis_world_get_population (world) > 0;
    case MIS_QUANTITY_WEIGHT:
      return find_weight (world, &agent, &area);
    case MIS_QUANTITY_CONFLICT:
    case MIS_QUANTITY_AREA_CONFLICT:
    case MIS_QUANTITY_GOAL_CONFLICT:
      return find_pair (world) >= 0;
    case MIS_QUANTITY_SCENARIO:
      return mis_world_get_n_scenarios (world) > 0;
    case MIS_QUANTITY_SCORING:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
name_first (MisVariation *self, const MisWorld *world)
{
  int pair = find_pair (world);
  guint agent = 0, area = 0;

  switch ((int) self->quantity)
    {
    case MIS_QUANTITY_SHARE:
      self->ids[0] = g_strdup (mis_world_get_agent (world, 0)->id);
      break;
    case MIS_QUANTITY_WEIGHT:
      find_weight (world, &agent, &area);
      self->ids[0] = g_strdup (mis_world_get_agent (world, agent)->id);
      self->ids[1] = g_strdup (mis_area_get_id (mis_world_get_area (world, area)));
      break;
    case MIS_QUANTITY_AREA_CONFLICT:
    case MIS_QUANTITY_GOAL_CONFLICT:
      self->ids[0] = g_strdup (mis_area_get_id (mis_world_get_area (world, (guint) pair)));
      break;
    default:
      break;
    }
  if (self->quantity != MIS_QUANTITY_GOAL_CONFLICT)
    return;
  for (guint i = 0; i < 2; i++)
    self->ids[i + 1] =
        g_strdup (mis_area_get_goal (mis_world_get_area (world, (guint) pair), i)->id);
}

static void
set_all_choices (MisVariation *self)
{
  const MisChoice *choices = mis_options[self->option].choices;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; choices[i].nick != NULL; i++)
    g_array_append_val (all, i);
  mis_variation_set_choices (self, (const guint *) (gpointer) all->data, all->len);
}

/* The project as it is, then its scenarios. */
static void
set_all_scenarios (MisVariation *self, const MisWorld *world)
{
  const char *ids[MOST_SCENARIOS] = { NULL };
  guint n = 1;

  for (guint i = 0; n < MOST_SCENARIOS && i < mis_world_get_n_scenarios (world); i++)
    ids[n++] = mis_world_get_scenario (world, i)->id;
  mis_variation_set_scenarios (self, ids, n);
}

static void
set_first_list (MisVariation *self)
{
  static const double shares[] = { 0.25, 0.5, 0.75 }, levels[] = { 0.5, 1.0 },
                      sizes[] = { 100.0, 1000.0 };

  switch ((int) self->quantity)
    {
    case MIS_QUANTITY_SHARE:
      mis_variation_set_numbers (self, shares, G_N_ELEMENTS (shares));
      break;
    case MIS_QUANTITY_AGENTS:
      mis_variation_set_numbers (self, sizes, G_N_ELEMENTS (sizes));
      break;
    default:
      mis_variation_set_numbers (self, levels, G_N_ELEMENTS (levels));
      break;
    }
}

void
mis_variation_set_first_values (MisVariation *self, const MisWorld *world, gboolean is_x)
{
  if (self->quantity == MIS_QUANTITY_SCENARIO)
    set_all_scenarios (self, world);
  else if (self->quantity == MIS_QUANTITY_SCORING)
    set_all_choices (self);
  else if (!is_x)
    set_first_list (self);
  else if (self->quantity == MIS_QUANTITY_AGENTS)
    mis_variation_set_ends (self, SMALLEST_SIZE, LARGEST_SIZE, FIRST_SIZES, TRUE);
  else
    mis_variation_set_ends (self, 0.0, 1.0, FIRST_POINTS, FALSE);
}

void
mis_variation_init_first (MisVariation *self,
                          MisQuantity quantity,
                          const MisWorld *world,
                          gboolean is_x)
{
  mis_variation_init (self);
  self->quantity = quantity;
  name_first (self, world);
  mis_variation_set_first_values (self, world, is_x);
}

int
mis_experiment_find_scale (const MisExperiment *experiment)
{
  for (guint i = 0; experiment->source != MIS_SOURCE_RECIPE && i < experiment->series->len; i++)
    {
      const MisVariation *variation = mis_experiment_get_variation (experiment, i);

      if (variation->quantity == MIS_QUANTITY_AGENTS
          && mis_variation_get_n_settings (variation) == 1)
        return (int) i;
    }
  return -1;
}

gboolean
mis_experiment_varies_agents (const MisExperiment *experiment)
{
  for (guint i = 0; i < mis_experiment_get_n_variations (experiment); i++)
    if (mis_experiment_get_variation (experiment, i)->quantity == MIS_QUANTITY_AGENTS
        && (int) i != mis_experiment_find_scale (experiment))
      return TRUE;
  return FALSE;
}

MisExperiment *
mis_experiment_with_scale (const MisExperiment *experiment, guint64 n_agents, GError **error)
{
  int scale = mis_experiment_find_scale (experiment);
  guint64 as_it_is = 0;
  g_autoptr (MisExperiment) bare = NULL;
  MisExperiment *scaled;
  MisVariation variation;

  if (n_agents == 0 && scale >= 0)
    return mis_experiment_with_variation (experiment, scale, NULL, error);
  if (scale < 0)
    bare = mis_experiment_with (experiment, NULL, NULL, &as_it_is, error);
  if (scale < 0 && (bare == NULL || n_agents == 0))
    return g_steal_pointer (&bare);
  mis_variation_init (&variation);
  mis_variation_set_numbers (&variation, (double[]) { (double) n_agents }, 1);
  scaled = mis_experiment_with_variation (scale < 0 ? bare : experiment,
                                          scale < 0 ? (int) bare->series->len : scale, &variation,
                                          error);
  mis_variation_clear (&variation);
  return scaled;
}
