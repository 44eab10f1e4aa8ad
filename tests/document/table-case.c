#include "table-case.h"

static char *
new_name (GRand *rand)
{
  return g_strdup_printf ("%c%c%c", g_rand_int_range (rand, 'a', 'e'),
                          g_rand_int_range (rand, 'a', 'z' + 1),
                          g_rand_int_range (rand, 'a', 'z' + 1));
}

static MisArea *
new_area (GRand *rand, guint number, guint n_goals)
{
  g_autofree MisGoal *goals = g_new0 (MisGoal, n_goals);
  g_autofree char *id = g_strdup_printf ("a%u", number);
  g_autofree char *name = g_strdup_printf ("Area %u", number);
  MisArea *area;

  for (guint i = 0; i < n_goals; i++)
    {
      g_autofree char *letters = new_name (rand);

      goals[i].id = g_strdup_printf ("g%u", i);
      goals[i].name = g_strdup_printf ("%s goal %u", letters, i);
      goals[i].description = g_strdup ("");
    }
  area = mis_area_new (id, name, "", goals, n_goals, 0.5, NULL, 0, NULL);
  for (guint i = 0; i < n_goals; i++)
    {
      g_free (goals[i].id);
      g_free (goals[i].name);
      g_free (goals[i].description);
    }
  return area;
}

static MisPosition
new_position (GRand *rand, guint n_goals)
{
  int goal = g_rand_int_range (rand, MIS_UNKNOWN, (int)n_goals);
  MisPosition position = mis_position (goal, g_rand_int_range (rand, 0, 11) / 10.0);

  if (goal == MIS_UNKNOWN)
    return MIS_POSITION_UNKNOWN;
  if (g_rand_int_range (rand, 0, 4) == 0)
    position.high = 1.0;
  if (g_rand_int_range (rand, 0, 4) == 0)
    position.note = mis_note_new ("Asked", "Survey");
  return position;
}

static void
add_agent (MisWorldBuilder *builder, GRand *rand, guint number, guint n_areas, guint n_goals)
{
  g_autofree char *id = g_strdup_printf ("r%u", number);
  g_autofree char *name = new_name (rand);
  g_autofree char *principal = g_rand_boolean (rand) ? new_name (rand) : g_strdup ("");
  g_autoptr (MisAgent) agent =
      mis_agent_new (id, name, (MisKind)g_rand_int_range (rand, 0, 4), principal,
                     (guint64)g_rand_int_range (rand, 0, 100), "", NULL);
  g_autofree guint *areas = g_new (guint, n_areas + 1);
  g_autofree MisPosition *positions = g_new (MisPosition, n_areas + 1);

  for (guint i = 0; i < n_areas; i++)
    {
      areas[i] = i;
      positions[i] = new_position (rand, n_goals);
    }
  g_assert_true (mis_world_builder_add_agent (builder, agent, areas, positions, n_areas, NULL));
  for (guint i = 0; i < n_areas; i++)
    mis_note_unref (positions[i].note);
}

MisWorld *
new_table_world (GRand *rand, guint n_agents, guint n_areas, guint n_goals)
{
  MisWorldBuilder *builder = mis_world_builder_new ();

  for (guint i = 0; i < n_areas; i++)
    {
      g_autoptr (MisArea) area = new_area (rand, i, n_goals);

      g_assert_true (mis_world_builder_add_area (builder, area, NULL));
    }
  for (guint i = 0; i < n_agents; i++)
    add_agent (builder, rand, i, n_areas, n_goals);
  return mis_world_builder_end (builder);
}
