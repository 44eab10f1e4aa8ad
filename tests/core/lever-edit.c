#include "lever-edit.h"

#include "core/edit.h"
#include "core/limits.h"
#include "sample.h"

static void
add (GArray *levers, MisLever lever)
{
  g_array_append_val (levers, lever);
}

/* To 0 and 1, unless @present is that, and to a random number. */
static void
add_values (GArray *levers, MisLever lever, double present, GRand *rand)
{
  for (lever.value = 0; lever.value <= 1; lever.value += 1)
    if (lever.value != present)
      add (levers, lever);
  if (rand == NULL)
    return;
  lever.value = g_rand_double (rand);
  add (levers, lever);
}

static void
add_moves (GArray *levers, MisLever lever, const MisWorld *world, GRand *rand)
{
  guint64 count = mis_world_get_agent (world, lever.agent)->count;
  int from = mis_world_get_position (world, lever.agent, lever.area).goal;
  int k = (int) mis_area_get_n_goals (mis_world_get_area (world, lever.area));

  for (lever.goal = MIS_UNKNOWN; lever.goal < k; lever.goal++)
    {
      if (lever.goal == from)
        continue;
      lever.agents = count;
      add (levers, lever);
      lever.agents = 1;
      if (count > 1)
        add (levers, lever);
      if (rand == NULL || count < 3)
        continue;
      lever.agents = 1 + (guint64) (g_rand_double (rand) * (double) (count - 1));
      add (levers, lever);
    }
}

static void
add_row_levers (GArray *levers, const MisWorld *world, guint row, GRand *rand)
{
  guint64 count = mis_world_get_agent (world, row)->count;
  MisLever lever = { .kind = MIS_LEVER_COUNT, .agent = row };

  for (guint p = 0; p < mis_world_get_n_areas (world) && count > 0; p++)
    {
      MisPosition position = mis_world_get_position (world, row, p);
      MisLever other = { .kind = MIS_LEVER_WEIGHT, .area = p, .agent = row, .agents = count };

      if (position.goal != MIS_UNKNOWN)
        add_values (levers, other, position.weight, rand);
      other.kind = MIS_LEVER_MOVE;
      add_moves (levers, other, world, rand);
    }
  if (count < MIS_MAX_COUNT)
    {
      lever.agents = count + 1;
      add (levers, lever);
    }
  for (lever.agents = 0; count > 0 && lever.agents < count; lever.agents += MAX (count - 1, 1))
    add (levers, lever);
  if (rand == NULL)
    return;
  lever.agents = (guint64) (g_rand_double (rand) * (2.0 * (double) count + 5.0));
  lever.agents = MIN (lever.agents, MIS_MAX_COUNT);
  add (levers, lever);
}

/* All holders to 0 and to 1, where somebody is there and somebody is not at it already. */
static void
add_goal_weights (GArray *levers, const MisWorld *world, guint area, GRand *rand)
{
  int k = (int) mis_area_get_n_goals (mis_world_get_area (world, area));

  for (int goal = 0; goal < k; goal++)
    {
      MisLever lever = { .kind = MIS_LEVER_GOAL_WEIGHT, .area = area, .goal = goal };
      double low = 1, high = 0;
      gboolean held = FALSE;

      for (guint i = 0; i < mis_world_get_n_agents (world); i++)
        {
          MisPosition position = mis_world_get_position (world, i, area);

          if (position.goal != goal || mis_world_get_agent (world, i)->count == 0)
            continue;
          held = TRUE;
          low = MIN (low, position.weight);
          high = MAX (high, position.weight);
        }
      if (held)
        add_values (levers, lever, low == high ? low : -1, rand);
    }
}

GArray *
mis_list_levers (const MisWorld *world, GRand *rand)
{
  GArray *levers = g_array_new (FALSE, FALSE, sizeof (MisLever));

  for (guint p = 0; p < mis_world_get_n_areas (world); p++)
    {
      const MisArea *area = mis_world_get_area (world, p);
      int k = (int) mis_area_get_n_goals (area);

      for (int g = MIS_NO_GOAL; g < k; g++)
        for (int h = g + 1; h < k; h++)
          add_values (levers,
                      (MisLever) { .kind = MIS_LEVER_CONFLICT, .area = p, .goal = g, .other = h },
                      mis_area_get_conflict (area, g, h).value, rand);
      add_goal_weights (levers, world, p, rand);
      add (levers, (MisLever) { .kind = MIS_LEVER_REMOVE_AREA, .area = p });
    }
  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    add_row_levers (levers, world, i, rand);
  return levers;
}

/* Some agents of a row, with all their positions, as a row of their own at the end. */
static MisWorld *
split (MisWorld *world, guint row, guint64 agents, GError **error)
{
  guint n_areas = mis_world_get_n_areas (world);
  g_autofree guint *areas = g_new (guint, n_areas);
  g_autofree MisPosition *positions = g_new (MisPosition, n_areas);
  guint64 count = mis_world_get_agent (world, row)->count;
  guint n_rows = mis_world_get_n_agents (world);
  g_autofree char *id = g_strdup_printf ("split-%u", n_rows);
  g_autoptr (MisAgent) agent = mis_agent_new (id, "", MIS_KIND_OTHER, "", agents, "", error);
  g_autoptr (MisWorld) fewer = mis_world_with_count (world, row, count - agents, error);

  for (guint p = 0; p < n_areas; p++)
    {
      areas[p] = p;
      positions[p] = mis_world_get_position (world, row, p);
    }
  return mis_world_with_agent_added (fewer, n_rows, agent, areas, positions, n_areas, error);
}

static MisWorld *
edit_position (MisWorld *world, guint row, const MisLever *lever, GError **error)
{
  MisPosition position = mis_world_get_position (world, row, lever->area);

  if (lever->kind == MIS_LEVER_WEIGHT)
    return mis_world_with_weight (world, row, lever->area, lever->value, error);
  if (lever->goal == MIS_UNKNOWN)
    return mis_world_with_position (world, row, lever->area, &MIS_POSITION_UNKNOWN, error);
  if (position.goal == MIS_UNKNOWN)
    position.weight = position.low = position.high = 1;
  position.goal = lever->goal;
  return mis_world_with_position (world, row, lever->area, &position, error);
}

static MisWorld *
edit_row (MisWorld *world, const MisLever *lever, GError **error)
{
  g_autoptr (MisWorld) parted = NULL;

  if (lever->agents == mis_world_get_agent (world, lever->agent)->count)
    return edit_position (world, lever->agent, lever, error);
  parted = split (world, lever->agent, lever->agents, error);
  return edit_position (parted, mis_world_get_n_agents (world), lever, error);
}

static MisWorld *
edit_goal (MisWorld *world, const MisLever *lever, GError **error)
{
  MisWorld *edited = mis_world_ref (world);

  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    if (mis_world_get_position (world, i, lever->area).goal == lever->goal)
      {
        MisWorld *next = mis_world_with_weight (edited, i, lever->area, lever->value, error);

        mis_world_unref (edited);
        edited = next;
      }
  return edited;
}

static MisWorld *
edit (MisWorld *world, const MisLever *lever, GError **error)
{
  switch (lever->kind)
    {
    case MIS_LEVER_CONFLICT:
      return mis_world_with_conflict (world, lever->area, lever->goal, lever->other, lever->value,
                                      error);
    case MIS_LEVER_WEIGHT:
    case MIS_LEVER_MOVE:
      return edit_row (world, lever, error);
    case MIS_LEVER_GOAL_WEIGHT:
      return edit_goal (world, lever, error);
    case MIS_LEVER_COUNT:
      return mis_world_with_count (world, lever->agent, lever->agents, error);
    case MIS_LEVER_REMOVE_AREA:
      return mis_world_with_area_removed (world, lever->area, error);
    default:
      g_assert_not_reached ();
    }
}

MisWorld *
mis_edit_by_lever (MisWorld *world, const MisLever *lever)
{
  g_autoptr (GError) error = NULL;
  MisWorld *edited = edit (world, lever, &error);

  g_assert_no_error (error);
  return edited;
}

MisWorld *
mis_large_random_world (GRand *rand, double population)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autoptr (MisWorld) world = NULL;
  guint n_areas = 1 + (guint) g_rand_int_range (rand, 0, 3);

  for (guint p = 0; p < n_areas; p++)
    mis_sample_add_area (builder, mis_sample_area_with_null (p == 0 ? "p" : p == 1 ? "q" : "r", 3,
                                                             g_rand_double (rand),
                                                             g_rand_boolean (rand) ? 0 : 0.25));
  for (guint i = 0; i < 6; i++)
    {
      MisPosition positions[3];
      guint64 count = i == 0 ? 1 : (guint64) (g_rand_double (rand) * population / 3);
      char id[8];

      for (guint p = 0; p < n_areas; p++)
        {
          int goal = i < 3 ? (int) i : g_rand_int_range (rand, -2, 3);

          positions[p] = goal == MIS_UNKNOWN ? MIS_POSITION_UNKNOWN
                                             : mis_position (goal, g_rand_double (rand));
        }
      g_snprintf (id, sizeof id, "r%u", i);
      mis_sample_add_row (builder, id, count, positions, n_areas);
    }
  world = mis_world_builder_end (builder);
  return mis_world_with_conflict (world, 0, 0, 1, g_rand_double (rand), NULL);
}

MisEffects *
mis_effects_under (MisWorld *world, const MisScoring *scoring)
{
  g_autoptr (MisWorld) rescored = mis_world_with_scoring (world, scoring);
  g_autoptr (MisTally) tally = mis_tally_new (rescored, NULL);

  return mis_effects_new (tally, NULL);
}

char *
mis_describe_lever (const MisLever *lever)
{
  return g_strdup_printf ("%s area %u row %u agents %" G_GUINT64_FORMAT " goals %d %d value %.17g",
                          mis_lever_kinds[lever->kind].nick, lever->area, lever->agent,
                          lever->agents, lever->goal, lever->other, lever->value);
}
