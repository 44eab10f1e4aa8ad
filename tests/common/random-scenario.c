#include "random-scenario.h"

#include "core/edit.h"
#include "random-texts.h"

static char *
random_agent_id (GRand *rand, const MisWorld *base)
{
  guint n = mis_world_get_n_agents (base);

  return n > 0 ? g_strdup (mis_world_get_agent (base, mis_random_up_to (rand, n - 1))->id) : NULL;
}

static const MisArea *
random_area (GRand *rand, const MisWorld *base)
{
  guint n = mis_world_get_n_areas (base);

  return n > 0 ? mis_world_get_area (base, mis_random_up_to (rand, n - 1)) : NULL;
}

/* %NULL, which is "no goal", one time in five and where there are no goals. */
static char *
random_goal_id (GRand *rand, const MisArea *area)
{
  guint n = mis_area_get_n_goals (area);

  if (n == 0 || mis_random_one_in (rand, 5))
    return NULL;
  return g_strdup (mis_area_get_goal (area, mis_random_up_to (rand, n - 1))->id);
}

static void
fill_position (GRand *rand, MisChange *change, const MisArea *area)
{
  change->has_goal = mis_random_one_in (rand, 2);
  change->has_weight = !change->has_goal || mis_random_one_in (rand, 2);
  if (change->has_goal)
    change->goal_ids[0] = random_goal_id (rand, area);
  if (change->has_weight)
    change->value = mis_random_probability (rand);
}

static void
fill_conflict (GRand *rand, MisChange *change, const MisArea *area)
{
  change->goal_ids[0] = random_goal_id (rand, area);
  change->goal_ids[1] = random_goal_id (rand, area);
  change->value = mis_random_probability (rand);
  mis_random_range (rand, change->value, &change->low, &change->high);
}

static void
fill_added_agent (GRand *rand, MisChange *change, const MisWorld *base, guint number)
{
  g_autofree char *id = mis_random_id (rand, "added", number);
  guint n_areas = mis_world_get_n_areas (base);

  change->agent = mis_agent_new (id, mis_random_name (rand),
                                 (MisKind) mis_random_up_to (rand, MIS_KIND_OTHER),
                                 mis_random_name (rand), mis_random_up_to (rand, 3),
                                 mis_random_text (rand), NULL);
  change->positions = g_new0 (MisNamedPosition, n_areas);
  for (guint i = 0; i < n_areas; i++)
    {
      MisNamedPosition *position = &change->positions[change->n_positions];

      if (mis_random_one_in (rand, 2))
        continue;
      position->area_id = g_strdup (mis_area_get_id (mis_world_get_area (base, i)));
      position->goal_id = random_goal_id (rand, mis_world_get_area (base, i));
      position->weight = mis_random_probability (rand);
      mis_random_range (rand, position->weight, &position->low, &position->high);
      position->note = mis_random_note (rand);
      change->n_positions++;
    }
}

static void
fill_scoring (GRand *rand, MisChange *change)
{
  change->scoring_mask = 1 + mis_random_up_to (rand, (1u << MIS_N_OPTIONS) - 2);
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    if ((change->scoring_mask & (1u << i)) != 0)
      mis_scoring_set (&change->scoring, i, mis_random_up_to (rand, 1));
}

static gboolean
needs_agent (MisChangeKind kind)
{
  return kind == MIS_CHANGE_COUNT || kind == MIS_CHANGE_POSITION || kind == MIS_CHANGE_UNKNOWN
         || kind == MIS_CHANGE_REMOVE_AGENT;
}

static gboolean
needs_area (MisChangeKind kind)
{
  return kind == MIS_CHANGE_POSITION || kind == MIS_CHANGE_UNKNOWN || kind == MIS_CHANGE_CONFLICT
         || kind == MIS_CHANGE_DEFAULT || kind == MIS_CHANGE_REMOVE_AREA;
}

/* A change of any kind; it may name what is not there, or what another one names. */
static MisChange
random_change (GRand *rand, const MisWorld *base, guint number)
{
  MisChange change = { .kind = (MisChangeKind) mis_random_up_to (rand, MIS_CHANGE_SCORING) };
  MisChangeKind kind = change.kind;
  const MisArea *area = random_area (rand, base);

  if (needs_agent (kind))
    change.agent_id = random_agent_id (rand, base);
  if (area != NULL && needs_area (kind))
    change.area_id = g_strdup (mis_area_get_id (area));
  if (kind == MIS_CHANGE_COUNT)
    change.count = mis_random_up_to (rand, 1000);
  if (kind == MIS_CHANGE_POSITION && area != NULL)
    fill_position (rand, &change, area);
  if (kind == MIS_CHANGE_CONFLICT && area != NULL)
    fill_conflict (rand, &change, area);
  if (kind == MIS_CHANGE_DEFAULT)
    change.value = change.low = change.high = mis_random_probability (rand);
  if (kind == MIS_CHANGE_ADD_AGENT)
    fill_added_agent (rand, &change, base, number);
  if (kind == MIS_CHANGE_SCORING)
    fill_scoring (rand, &change);
  return change;
}

/* Whether @change may follow those before it, as the world itself sees it. */
static gboolean
is_valid (const MisWorld *base, const MisChange *changes, guint n_changes)
{
  const MisChange *last = &changes[n_changes - 1];
  const MisScenario trial = {
    .ref_count = 1,
    .id = (char *) "trial",
    .name = (char *) "",
    .description = (char *) "",
    .changes = (MisChange *) changes,
    .n_changes = n_changes,
  };

  if ((needs_agent (last->kind) && last->agent_id == NULL)
      || (needs_area (last->kind) && last->area_id == NULL))
    return FALSE;
  return mis_world_check_scenario (base, &trial, NULL, NULL);
}

MisScenario *
mis_random_scenario (GRand *rand, const MisWorld *base, guint number)
{
  guint wanted = mis_random_up_to (rand, 6);
  MisChange *changes = g_new0 (MisChange, wanted + 1);
  g_autofree char *id = mis_random_id (rand, "scenario", number);
  g_autoptr (GError) error = NULL;
  MisScenario *scenario;
  guint n_changes = 0;

  for (guint i = 0; i < wanted; i++)
    {
      changes[n_changes] = random_change (rand, base, i);
      if (is_valid (base, changes, n_changes + 1))
        n_changes++;
      else
        mis_change_clear (&changes[n_changes]);
    }
  scenario = mis_scenario_new (id, mis_random_name (rand), mis_random_text (rand), changes,
                               n_changes, &error);
  g_assert_no_error (error);
  return scenario;
}
