#include "report/figure.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "core/edit.h"
#include "core/error.h"
#include "core/score.h"
#include "core/share.h"

#define N_STEPS 50u /* of the share, from 0 to 1 */
#define N_POINTS (N_STEPS + 1)

static double
score (MisWorld *world)
{
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) result = mis_score_new (tally, NULL, NULL);

  return result->overall;
}

/* One run, and nothing random. */
static MisFigureData *
make_data (const char *id, const char *x_label, guint64 n_agents)
{
  return mis_figure_data_new (id, "", x_label, FALSE, N_("Population Misalignment"), n_agents, 1, 0,
                              "min-max");
}

/* So mean, extremes and band are one value. */
static void
add_point (MisFigureSeries *series, guint step, double value, double theory)
{
  const MisFigurePoint point = {
    .x = (double) step / N_STEPS,
    .mean = value,
    .min = value,
    .max = value,
    .low = value,
    .high = value,
    .theory = theory,
  };

  mis_figure_series_add_point (series, &point);
}

/* Figure 4 */

#define LEAST_GOALS 2u
#define MOST_GOALS 5u

static const char *const goal_series[] = {
  N_("2 goals"),
  N_("3 goals"),
  N_("4 goals"),
  N_("5 goals"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (goal_series) == MOST_GOALS - LEAST_GOALS + 1);

static MisArea *
make_area (guint n_goals)
{
  char ids[MOST_GOALS][16];
  MisGoal goals[MOST_GOALS];

  for (guint g = 0; g < n_goals; g++)
    {
      g_snprintf (ids[g], sizeof ids[g], "goal-%u", g + 1);
      goals[g] = (MisGoal) { .id = ids[g], .name = ids[g], .description = (char *) "" };
    }
  return mis_area_new ("area", "area", "", goals, n_goals, 1.0, NULL, 0, NULL);
}

/* One area, one still empty group of agents for each goal, weights and conflicts 1. */
static MisWorld *
make_goal_world (guint n_goals)
{
  g_autoptr (MisArea) area = make_area (n_goals);
  MisWorldBuilder *builder = mis_world_builder_new ();

  mis_world_builder_add_area (builder, area, NULL);
  for (guint g = 0; g < n_goals; g++)
    {
      MisPosition position = mis_position ((int) g, 1.0);
      const char *id = mis_area_get_goal (area, g)->id;
      g_autoptr (MisAgent) agent = mis_agent_new (id, id, MIS_KIND_HUMAN, "", 0, "", NULL);

      mis_world_builder_add_agent (builder, agent, &(guint) { 0 }, &position, 1, NULL);
    }
  return mis_world_builder_end (builder);
}

/* Whole agents by largest remainders; the proportions are whole numbers, so that ties are ties. */
static void
spread (guint n_goals, guint step, guint64 n_agents, guint64 *counts)
{
  double parts[MOST_GOALS];

  parts[0] = (double) step * (n_goals - 1);
  for (guint g = 1; g < n_goals; g++)
    parts[g] = (double) (N_STEPS - step);
  mis_apportion (parts, n_goals, n_agents, counts);
}

static double
goal_theory (const guint64 *counts, guint n_goals, guint64 n_agents)
{
  double n = (double) n_agents;
  double alike = 0.0;

  for (guint g = 0; g < n_goals; g++)
    alike += (double) counts[g] * ((double) counts[g] - 1.0);
  return 1.0 - alike / (n * (n - 1.0));
}

static void
add_goals (MisFigureSeries *series, guint n_goals, guint64 n_agents)
{
  g_autoptr (MisWorld) empty = make_goal_world (n_goals);
  guint64 counts[MOST_GOALS];

  for (guint step = 0; step < N_POINTS; step++)
    {
      g_autoptr (MisWorld) world = NULL;

      spread (n_goals, step, n_agents, counts);
      world = mis_world_with_counts (empty, counts, NULL);
      add_point (series, step, score (world), goal_theory (counts, n_goals, n_agents));
    }
}

MisFigureData *
mis_figure_goal_distribution (guint64 n_agents)
{
  MisFigureData *data;

  g_return_val_if_fail (n_agents >= MIS_FIGURE_MIN_AGENTS && n_agents <= MIS_FIGURE_MAX_AGENTS, NULL);

  data = make_data ("4", N_("Proportion of Agents with Goal 1"), n_agents);
  for (guint i = 0; i < G_N_ELEMENTS (goal_series); i++)
    add_goals (mis_figure_data_add_series (data, goal_series[i]), LEAST_GOALS + i, n_agents);
  return data;
}

/* Figure 8 */

static const struct
{
  const char *name;
  const char *scenarios[2]; /* applied to the case study, in this order */
} carla_series[] = {
  { N_("scenario weights, conflict 0.5"), { "half-conflict" } },
  { N_("scenario weights, conflict 1"), { NULL } },
  { N_("maximum weights, conflict 0.5"), { "full-weights", "half-conflict" } },
  { N_("maximum weights, conflict 1"), { "full-weights" } },
};

/* The vehicles, or -1 if these are not two groups of which one is of AI agents. */
static int
find_vehicles (const MisWorld *world)
{
  gboolean is_ai[2];

  if (mis_world_get_n_agents (world) != 2)
    return -1;
  for (guint i = 0; i < 2; i++)
    is_ai[i] = mis_world_get_agent (world, i)->kind == MIS_KIND_AI;
  return is_ai[0] != is_ai[1] ? (is_ai[0] ? 0 : 1) : -1;
}

/* A scenario belongs to the base, but can be applied to what others have made of it. */
static MisWorld *
apply_scenarios (MisWorld *base, const char *const *ids, guint n_ids, GError **error)
{
  MisWorld *world = mis_world_ref (base);

  for (guint i = 0; world != NULL && i < n_ids && ids[i] != NULL; i++)
    {
      g_autoptr (MisWorld) before = world;
      int scenario = mis_world_find_scenario (base, ids[i]);

      world = NULL;
      if (scenario >= 0)
        world = mis_world_with_scenario_applied (
          before, mis_world_get_scenario (base, (guint) scenario), error);
      else
        g_set_error (error, MIS_ERROR, MIS_ERROR_UNKNOWN, _("found no scenario “%s”, expected it"),
                     ids[i]);
    }
  return world;
}

/* mean_p c_p sqrt(w_v w_h), the part of the closed form that the share leaves alone. */
static double
mean_clash (const MisWorld *world)
{
  guint n_areas = mis_world_get_n_areas (world);
  double sum = 0.0;

  for (guint p = 0; p < n_areas; p++)
    {
      MisPosition one = mis_world_get_position (world, 0, p);
      MisPosition other = mis_world_get_position (world, 1, p);

      if (one.goal != MIS_UNKNOWN && other.goal != MIS_UNKNOWN)
        sum += mis_area_get_conflict (mis_world_get_area (world, p), one.goal, other.goal).value
               * sqrt (one.weight * other.weight);
    }
  return n_areas > 0 ? sum / n_areas : 0.0;
}

static gboolean
add_shares (MisFigureSeries *series,
            MisWorld *base,
            guint vehicles,
            guint64 n_agents,
            GError **error)
{
  g_autoptr (MisWorld) sized = mis_world_with_population (base, n_agents, NULL, error);
  double clash = mean_clash (base);
  double n = (double) n_agents;

  if (sized == NULL)
    return FALSE;
  for (guint step = 0; step < N_POINTS; step++)
    {
      g_autoptr (MisWorld) world = mis_world_with_share (sized, vehicles, (double) step / N_STEPS,
                                                         NULL, error);
      double own;

      if (world == NULL)
        return FALSE;
      own = (double) mis_world_get_agent (world, vehicles)->count;
      add_point (series, step, score (world), clash * 2.0 * own * (n - own) / (n * (n - 1.0)));
    }
  return TRUE;
}

MisFigureData *
mis_figure_carla (MisWorld *carla, guint64 n_agents, GError **error)
{
  g_autoptr (MisFigureData) data = NULL;
  int vehicles = find_vehicles (carla);

  g_return_val_if_fail (n_agents >= MIS_FIGURE_MIN_AGENTS && n_agents <= MIS_FIGURE_MAX_AGENTS, NULL);

  if (vehicles < 0)
    {
      g_set_error_literal (error, MIS_ERROR, MIS_ERROR_UNKNOWN,
                           _("found other groups of agents, expected two, one of them of kind “ai”"));
      return NULL;
    }
  data = make_data ("8", N_("Proportion of Agents Which are Autonomous Vehicles"), n_agents);
  for (guint i = 0; i < G_N_ELEMENTS (carla_series); i++)
    {
      g_autoptr (MisWorld) world = apply_scenarios (carla, carla_series[i].scenarios,
                                                    G_N_ELEMENTS (carla_series[i].scenarios), error);
      MisFigureSeries *series = mis_figure_data_add_series (data, carla_series[i].name);

      if (world == NULL || !add_shares (series, world, (guint) vehicles, n_agents, error))
        return NULL;
    }
  return g_steal_pointer (&data);
}
