#include "sample.h"

#include "core/edit.h"

typedef struct
{
  char id[16];
} ShortId;

static ShortId
make_id (const char *prefix, guint number)
{
  ShortId id;

  g_snprintf (id.id, sizeof id.id, "%s%u", prefix, number);
  return id;
}

MisArea *
mis_sample_area_with_null (const char *id, guint n_goals, double conflict, double null_conflict)
{
  g_autofree ShortId *ids = g_new (ShortId, n_goals);
  g_autofree MisGoal *goals = g_new (MisGoal, n_goals);
  g_autofree MisConflict *pairs = g_new0 (MisConflict, n_goals);
  g_autoptr (GError) error = NULL;
  MisArea *area;

  for (guint g = 0; g < n_goals; g++)
    {
      ids[g] = make_id ("g", g + 1);
      goals[g] = (MisGoal) { .id = ids[g].id, .name = ids[g].id, .description = (char *) "" };
      pairs[g] = (MisConflict) { .g = MIS_NO_GOAL, .h = (int) g, .value = null_conflict,
                                 .low = null_conflict, .high = null_conflict };
    }
  area = mis_area_new (id, id, "", goals, n_goals, conflict, pairs, n_goals, &error);
  g_assert_no_error (error);
  return area;
}

MisArea *
mis_sample_area (const char *id, guint n_goals, double conflict)
{
  return mis_sample_area_with_null (id, n_goals, conflict, 0);
}

void
mis_sample_add_area (MisWorldBuilder *builder, MisArea *area)
{
  g_autoptr (GError) error = NULL;

  mis_world_builder_add_area (builder, area, &error);
  g_assert_no_error (error);
  mis_area_unref (area);
}

void
mis_sample_add_row (MisWorldBuilder *builder, const char *id, guint64 count,
                    const MisPosition *positions, guint n_positions)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisAgent) agent = mis_agent_new (id, id, MIS_KIND_HUMAN, "", count, "", &error);
  g_autofree guint *areas = g_new (guint, n_positions);

  g_assert_no_error (error);
  for (guint i = 0; i < n_positions; i++)
    areas[i] = i;
  mis_world_builder_add_agent (builder, agent, areas, positions, n_positions, &error);
  g_assert_no_error (error);
}

MisWorld *
mis_sample_groups (const guint64 *counts, guint n_goals, double conflict)
{
  MisWorldBuilder *builder = mis_world_builder_new ();

  mis_sample_add_area (builder, mis_sample_area ("area", n_goals, conflict));
  for (guint g = 0; g < n_goals; g++)
    {
      MisPosition position = mis_position ((int) g, 1);

      mis_sample_add_row (builder, make_id ("group-", g).id, counts[g], &position, 1);
    }
  return mis_world_builder_end (builder);
}

static MisArea *
make_triangle (const char *id, double customer_retailer, double customer_recommender,
               double retailer_recommender)
{
  static const char *const names[] = { "customer-goal", "retailer-goal", "recommender-goal" };
  const double values[] = { customer_retailer, customer_recommender, retailer_recommender };
  const int ends[][2] = { { 0, 1 }, { 0, 2 }, { 1, 2 } };
  MisGoal goals[3];
  MisConflict pairs[3] = { 0 };
  g_autoptr (GError) error = NULL;
  MisArea *area;

  for (guint i = 0; i < 3; i++)
    {
      goals[i] = (MisGoal) { .id = (char *) names[i], .name = (char *) names[i],
                             .description = (char *) "" };
      pairs[i] = (MisConflict) { .g = ends[i][0], .h = ends[i][1], .value = values[i],
                                 .low = values[i], .high = values[i] };
    }
  area = mis_area_new (id, id, "", goals, 3, 0, pairs, 3, &error);
  g_assert_no_error (error);
  return area;
}

MisWorld *
mis_sample_shopping (void)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  const MisPosition customer[] = { mis_position (0, 0.8), mis_position (0, 0.6) };
  const MisPosition retailer[] = { mis_position (1, 0.9), mis_position (1, 0.7) };
  const MisPosition recommender[] = { mis_position (2, 1.0), mis_position (2, 1.0) };

  mis_sample_add_area (builder, make_triangle ("food", 0.1, 0.1, 0.1));
  mis_sample_add_area (builder, make_triangle ("household", 0.5, 0.9, 0.3));
  mis_sample_add_row (builder, "customer", 1, customer, 2);
  mis_sample_add_row (builder, "retailer", 1, retailer, 2);
  mis_sample_add_row (builder, "recommender", 1, recommender, 2);
  return mis_world_builder_end (builder);
}

MisWorld *
mis_sample_carla (guint64 n_vehicles, guint64 n_pedestrians, double conflict, gboolean full_weights)
{
  static const double weights[8][2] = { { 0.50, 0.99 }, { 0.40, 0.15 }, { 0.35, 0.15 },
                                        { 0.30, 0.05 }, { 0.20, 0.05 }, { 0.30, 0.05 },
                                        { 0.30, 0.01 }, { 0.30, 0.05 } };
  MisWorldBuilder *builder = mis_world_builder_new ();
  MisPosition positions[2][8];

  for (guint p = 0; p < 8; p++)
    {
      mis_sample_add_area (builder, mis_sample_area (make_id ("p", p + 1).id, 2, conflict));
      for (int g = 0; g < 2; g++)
        positions[g][p] = mis_position (g, full_weights ? 1 : weights[p][g]);
    }
  mis_sample_add_row (builder, "vehicle", n_vehicles, positions[0], 8);
  mis_sample_add_row (builder, "pedestrian", n_pedestrians, positions[1], 8);
  return mis_world_builder_end (builder);
}

MisWorld *
mis_sample_table (guint n_rows, guint n_areas)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autofree MisPosition *positions = g_new (MisPosition, n_areas);

  for (guint p = 0; p < n_areas; p++)
    mis_sample_add_area (builder, mis_sample_area (make_id ("p", p).id, 3, 0.5));
  for (guint row = 0; row < n_rows; row++)
    {
      for (guint p = 0; p < n_areas; p++)
        positions[p] = mis_position ((int) ((row + p) % 3), (double) (row % 17) / 16);
      mis_sample_add_row (builder, make_id ("row-", row).id, 1, positions, n_areas);
    }
  return mis_world_builder_end (builder);
}

MisWorld *
mis_sample_rescored (MisWorld *world, MisScoring scoring)
{
  return mis_world_with_scoring (world, &scoring);
}
