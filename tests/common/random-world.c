#include "random-world.h"

#include "core/limits.h"
#include "random-experiment.h"
#include "random-scenario.h"
#include "random-texts.h"

static MisGoal *
random_goals (GRand *rand, guint n_goals)
{
  MisGoal *goals = g_new0 (MisGoal, n_goals);

  for (guint i = 0; i < n_goals; i++)
    {
      goals[i].id = mis_random_id (rand, "goal", i);
      goals[i].name = g_strdup (mis_random_one_in (rand, 3) ? goals[i].id : mis_random_name (rand));
      goals[i].description = g_strdup (mis_random_text (rand));
    }
  return goals;
}

static void
free_goals (MisGoal *goals, guint n_goals)
{
  for (guint i = 0; i < n_goals; i++)
    {
      g_free (goals[i].id);
      g_free (goals[i].name);
      g_free (goals[i].description);
    }
  g_free (goals);
}

/* Some of the pairs, with "no goal" among them, either way round. */
static GArray *
random_conflicts (GRand *rand, guint n_goals, guint one_in)
{
  GArray *conflicts = g_array_new (FALSE, FALSE, sizeof (MisConflict));

  for (int g = MIS_NO_GOAL; g < (int) n_goals; g++)
    for (int h = g + 1; h < (int) n_goals; h++)
      {
        gboolean turned = mis_random_one_in (rand, 2);
        MisConflict conflict = { .g = turned ? h : g, .h = turned ? g : h };

        if (!mis_random_one_in (rand, g == MIS_NO_GOAL ? 8 : one_in))
          continue;
        conflict.value = mis_random_probability (rand);
        mis_random_range (rand, conflict.value, &conflict.low, &conflict.high);
        conflict.note = mis_random_note (rand);
        g_array_append_val (conflicts, conflict);
      }
  return conflicts;
}

static MisArea *
random_area (GRand *rand, guint index, guint max_goals)
{
  guint n_goals = mis_random_up_to (rand, max_goals);
  g_autofree char *id = mis_random_id (rand, "area", index);
  MisGoal *goals = random_goals (rand, n_goals);
  g_autoptr (GArray) conflicts = random_conflicts (rand, n_goals, 1 + mis_random_up_to (rand, 3));
  g_autoptr (GError) error = NULL;
  MisArea *area;

  area = mis_area_new (id, mis_random_one_in (rand, 3) ? id : mis_random_name (rand),
                       mis_random_text (rand), goals, n_goals,
                       mis_random_one_in (rand, 2) ? 0.0 : mis_random_probability (rand),
                       (const MisConflict *) (gpointer) conflicts->data, conflicts->len, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < conflicts->len; i++)
    mis_note_unref (g_array_index (conflicts, MisConflict, i).note);
  free_goals (goals, n_goals);
  return area;
}

static guint64
random_count (GRand *rand)
{
  switch (mis_random_up_to (rand, 5))
    {
    case 0:
      return 0;
    case 1:
      return mis_random_up_to (rand, 1000);
    case 2:
      return MIS_MAX_COUNT - mis_random_up_to (rand, 10);
    default:
      return 1;
    }
}

static MisPosition
random_position (GRand *rand, const MisArea *area)
{
  guint n_goals = mis_area_get_n_goals (area);
  MisPosition position = { .goal = MIS_NO_GOAL };

  if (n_goals > 0 && !mis_random_one_in (rand, 6))
    position.goal = (int) mis_random_up_to (rand, n_goals - 1);
  position.weight = mis_random_probability (rand);
  mis_random_range (rand, position.weight, &position.low, &position.high);
  position.note = mis_random_note (rand);
  return position;
}

static MisAgent *
random_agent (GRand *rand, guint index)
{
  g_autofree char *id = mis_random_id (rand, "agent", index);
  g_autoptr (GError) error = NULL;
  MisAgent *agent;

  agent = mis_agent_new (id, mis_random_one_in (rand, 3) ? id : mis_random_name (rand),
                         (MisKind) mis_random_up_to (rand, MIS_KIND_OTHER), mis_random_name (rand),
                         random_count (rand), mis_random_text (rand), &error);
  g_assert_no_error (error);
  return agent;
}

static void
add_agent (GRand *rand, MisWorldBuilder *builder, guint index, GPtrArray *areas)
{
  g_autoptr (MisAgent) agent = random_agent (rand, index);
  g_autofree guint *columns = g_new (guint, areas->len);
  g_autofree MisPosition *positions = g_new (MisPosition, areas->len);
  g_autoptr (GError) error = NULL;
  guint n_positions = 0;

  for (guint i = 0; i < areas->len; i++)
    {
      if (mis_random_one_in (rand, 4))
        continue;
      columns[n_positions] = i;
      positions[n_positions] = random_position (rand, g_ptr_array_index (areas, i));
      n_positions++;
    }
  mis_world_builder_add_agent (builder, agent, columns, positions, n_positions, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_positions; i++)
    mis_note_unref (positions[i].note);
}

static GPtrArray *
add_areas (GRand *rand, MisWorldBuilder *builder, guint n_areas, guint max_goals)
{
  GPtrArray *areas = g_ptr_array_new_with_free_func ((GDestroyNotify) mis_area_unref);

  for (guint i = 0; i < n_areas; i++)
    {
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (areas, random_area (rand, i, max_goals));
      mis_world_builder_add_area (builder, g_ptr_array_index (areas, i), &error);
      g_assert_no_error (error);
    }
  return areas;
}

static void
set_options (GRand *rand, MisWorldBuilder *builder)
{
  MisScoring scoring = { 0 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    {
      guint n_choices = 0;

      while (mis_options[i].choices[n_choices].nick != NULL)
        n_choices++;
      mis_scoring_set (&scoring, i, mis_random_up_to (rand, n_choices - 1));
    }
  mis_world_builder_set_scoring (builder, &scoring);
  mis_world_builder_set_title (builder, mis_random_name (rand), &error);
  g_assert_no_error (error);
  mis_world_builder_set_description (builder, mis_random_text (rand), &error);
  g_assert_no_error (error);
}

/* Scenarios are made against a world, so the world comes twice: without them, then with them. */
static void
add_scenarios (GRand *rand, MisWorldBuilder *builder, const MisWorld *base)
{
  guint n_scenarios = mis_random_one_in (rand, 2) ? 0 : mis_random_up_to (rand, 4);

  for (guint i = 0; i < n_scenarios; i++)
    {
      g_autoptr (MisScenario) scenario = mis_random_scenario (rand, base, i);
      g_autoptr (GError) error = NULL;

      mis_world_builder_add_scenario (builder, scenario, &error);
      g_assert_no_error (error);
    }
}

/* Their choices are their own: what the caller draws next does not depend on them. */
static void
add_experiments (const GRand *source, MisWorldBuilder *builder, const MisWorld *base)
{
  g_autoptr (GRand) rand = g_rand_copy ((GRand *) source);
  guint n_experiments = mis_random_one_in (rand, 2) ? 0 : mis_random_up_to (rand, 4);

  for (guint i = 0; i < n_experiments; i++)
    {
      g_autoptr (MisExperiment) experiment = mis_random_experiment (rand, base, i);
      g_autoptr (GError) error = NULL;

      mis_world_builder_add_experiment (builder, experiment, &error);
      g_assert_no_error (error);
    }
}

static MisWorldBuilder *
random_base (GRand *rand, guint n_agents, guint n_areas, guint max_goals)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autoptr (GPtrArray) areas = NULL;

  set_options (rand, builder);
  areas = add_areas (rand, builder, n_areas, max_goals);
  for (guint i = 0; i < n_agents; i++)
    add_agent (rand, builder, i, areas);
  return builder;
}

MisWorld *
mis_random_world (GRand *rand, guint max_agents, guint max_areas, guint max_goals)
{
  guint n_agents = mis_random_up_to (rand, max_agents);
  guint n_areas = mis_random_up_to (rand, max_areas);
  g_autoptr (GRand) again = g_rand_copy (rand);
  g_autoptr (MisWorld) base = mis_world_builder_end (random_base (again, n_agents, n_areas,
                                                                  max_goals));
  MisWorldBuilder *builder = random_base (rand, n_agents, n_areas, max_goals);

  add_scenarios (rand, builder, base);
  add_experiments (rand, builder, base);
  return mis_world_builder_end (builder);
}
