/* Edits of what a scenario shows: where each part of them goes. */
#include "core/scenario-between-private.h"

#include "core/edit.h"

static guint64
count_goal_pairs (const MisWorld *world)
{
  guint64 n = 0;

  for (guint i = 0; i < world->n_areas; i++)
    n += mis_area_count_goal_pairs (world->areas[i]);
  return n;
}

/* What the edit has left and what the scenario hides may be too much together. */
static gboolean
check_limits (const MisWorld *base, GError **error)
{
  return mis_world_check_limits (base->n_areas, count_goal_pairs (base), base->n_agents,
                                 base->population, base->n_positions, error);
}

/* (transfer full): the base as the edit leaves it, with the scenarios as they were but for the
 * order of the areas. */
static MisWorld *
change_base (MisWorld *base, MisWorld *shown, MisWorld *edited, gboolean *is_framed)
{
  g_autoptr (MisWorld) framed = NULL;

  *is_framed = mis_world_has_same_frame (shown, edited);
  if (*is_framed)
    return mis_world_carry_edits (base, shown, edited);
  framed = mis_world_with_frame_of (base, edited);
  return mis_world_carry_edits (framed, shown, edited);
}

/* Puts @scenario in its place; the others lose what the base has no longer. */
static MisWorld *
with_scenarios (MisWorld *base, guint scenario, MisScenario *changed, gboolean fits)
{
  MisWorld *copy = mis_world_copy (base);
  MisScenario **list = g_new (MisScenario *, base->n_scenarios);

  for (guint i = 0; i < base->n_scenarios; i++)
    list[i] = i == scenario ? mis_scenario_ref (changed)
              : fits        ? mis_scenario_ref (base->scenarios[i])
                            : mis_world_fit_scenario (base, base->scenarios[i]);
  mis_world_take_scenarios (copy, list, base->n_scenarios);
  return copy;
}

static gboolean
check_changes (const MisWorld *base, guint scenario, const MisScenario *changed, GError **error)
{
  guint n = changed->n_changes;

  for (guint i = 0; i < base->n_scenarios; i++)
    n += i != scenario ? base->scenarios[i]->n_changes : 0;
  return mis_scenarios_check_limits (base->n_scenarios, n, error);
}

/* Whether @scenario, as it was written, leads from @base to @now. */
static gboolean
still_leads (MisWorld *base, const MisScenario *scenario, const MisWorld *now)
{
  g_autoptr (MisWorld) applied = mis_world_with_scenario_applied (base, scenario, NULL);

  return applied != NULL && mis_world_equal (applied, now);
}

/* What stays of a scenario that is written otherwise but says the same: itself. */
static MisScenario *
settle (MisWorld *old, MisWorld *changed, MisScenario *before, MisScenario *after, MisWorld *now)
{
  gboolean is_same =
      mis_scenario_equal (before, after) || (old != changed && still_leads (changed, before, now));

  return mis_scenario_ref (is_same ? before : after);
}

/* (transfer full): what @scenario makes of @base: @edited if that is known to be it. */
static MisWorld *
show (MisWorld *base, const MisScenario *scenario, MisWorld *edited, gboolean is_exact)
{
  return is_exact ? mis_world_ref (edited) : mis_world_with_scenario_applied (base, scenario, NULL);
}

MisWorld *
mis_world_with_scenario_edited (MisWorld *base,
                                guint scenario,
                                MisWorld *shown,
                                MisWorld *edited,
                                MisWorld **now,
                                GError **error)
{
  g_autoptr (MisWorld) changed = NULL;
  g_autoptr (MisScenario) between = NULL;
  g_autoptr (MisScenario) after = NULL;
  MisScenario *before;
  gboolean is_exact, is_framed;

  g_return_val_if_fail (scenario < base->n_scenarios, NULL);

  changed = change_base (base, shown, edited, &is_framed);
  before = changed->scenarios[scenario];
  between = mis_scenario_between_exact (changed, edited, before, is_framed ? shown : NULL,
                                        &is_exact, error);
  if (between == NULL || !check_limits (changed, error) ||
      !check_changes (changed, scenario, between, error))
    return NULL;
  *now = show (changed, between, edited, is_exact);
  after = settle (base, changed, before, between, *now);
  if (changed == base && after == before)
    return mis_world_ref (base);
  return with_scenarios (changed, scenario, after, is_framed);
}
