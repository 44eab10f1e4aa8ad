#include "plain.h"

#include "core/world-private.h"
#include "random-edit.h"

static void
goal_free (gpointer data)
{
  PlainGoal *goal = data;

  g_free (goal->id);
  g_free (goal->name);
  g_free (goal->description);
  g_free (goal);
}

static void
area_free (gpointer data)
{
  PlainArea *area = data;

  for (guint i = 0; i < area->pairs->len; i++)
    mis_note_unref (g_array_index (area->pairs, PlainPair, i).conflict.note);
  g_array_unref (area->pairs);
  g_ptr_array_unref (area->goals);
  g_free (area->id);
  g_free (area->name);
  g_free (area->description);
  g_free (area);
}

void
mis_plain_row_free (PlainRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    mis_note_unref (g_array_index (row->cells, PlainCell, i).position.note);
  g_array_unref (row->cells);
  mis_agent_unref (row->agent);
  g_free (row);
}

static PlainGoal *
goal_at (const PlainArea *area, int goal)
{
  return goal == MIS_NO_GOAL ? NULL : g_ptr_array_index (area->goals, (guint) goal);
}

static PlainArea *
read_area (const MisArea *source)
{
  PlainArea *area = g_new0 (PlainArea, 1);
  int n = (int) mis_area_get_n_goals (source);

  area->id = g_strdup (mis_area_get_id (source));
  area->name = g_strdup (mis_area_get_name (source));
  area->description = g_strdup (mis_area_get_description (source));
  area->default_conflict = mis_area_get_default_conflict (source);
  area->goals = g_ptr_array_new_with_free_func (goal_free);
  area->pairs = g_array_new (FALSE, FALSE, sizeof (PlainPair));
  for (int g = 0; g < n; g++)
    {
      const MisGoal *old = mis_area_get_goal (source, (guint) g);
      PlainGoal *goal = g_new (PlainGoal, 1);

      *goal = (PlainGoal){ g_strdup (old->id), g_strdup (old->name), g_strdup (old->description) };
      g_ptr_array_add (area->goals, goal);
      for (int h = MIS_NO_GOAL; h < g; h++)
        {
          PlainPair pair = { goal, goal_at (area, h), mis_area_get_conflict (source, g, h) };

          mis_note_ref (pair.conflict.note);
          g_array_append_val (area->pairs, pair);
        }
    }
  return area;
}

static PlainRow *
read_row (const Plain *plain, guint index)
{
  PlainRow *row = g_new (PlainRow, 1);

  row->agent = mis_agent_ref (mis_world_get_agent (plain->source, index));
  row->cells = g_array_new (FALSE, FALSE, sizeof (PlainCell));
  for (guint p = 0; p < plain->areas->len; p++)
    {
      PlainCell cell = { mis_plain_area (plain, p), NULL,
                         mis_world_get_position (plain->source, index, p) };

      if (cell.position.goal == MIS_UNKNOWN)
        continue;
      cell.goal = goal_at (cell.area, cell.position.goal);
      mis_note_ref (cell.position.note);
      g_array_append_val (row->cells, cell);
    }
  return row;
}

Plain *
mis_plain_new (MisWorld *source)
{
  Plain *plain = g_new (Plain, 1);

  plain->source = mis_world_ref (source);
  plain->areas = g_ptr_array_new_with_free_func (area_free);
  plain->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mis_plain_row_free);
  for (guint i = 0; i < mis_world_get_n_areas (source); i++)
    g_ptr_array_add (plain->areas, read_area (mis_world_get_area (source, i)));
  for (guint i = 0; i < mis_world_get_n_agents (source); i++)
    g_ptr_array_add (plain->rows, read_row (plain, i));
  return plain;
}

void
mis_plain_free (Plain *plain)
{
  g_ptr_array_unref (plain->rows);
  g_ptr_array_unref (plain->areas);
  mis_world_unref (plain->source);
  g_free (plain);
}

PlainArea *
mis_plain_area (const Plain *plain, guint area)
{
  return g_ptr_array_index (plain->areas, area);
}

PlainGoal *
mis_plain_goal (const Plain *plain, guint area, guint goal)
{
  return g_ptr_array_index (mis_plain_area (plain, area)->goals, goal);
}

PlainRow *
mis_plain_row (const Plain *plain, guint row)
{
  return g_ptr_array_index (plain->rows, row);
}

PlainGoal *
mis_plain_add_goal (Plain *plain,
                    guint area,
                    guint index,
                    const char *id,
                    const char *name,
                    const char *description)
{
  PlainArea *in = mis_plain_area (plain, area);
  PlainGoal *goal = g_new (PlainGoal, 1);
  PlainPair pair = { .a = goal };

  *goal = (PlainGoal){ g_strdup (id), g_strdup (name), g_strdup (description) };
  g_array_append_val (in->pairs, pair);
  pair.conflict.value = pair.conflict.low = pair.conflict.high = in->default_conflict;
  for (guint i = 0; i < in->goals->len; i++)
    {
      pair.b = g_ptr_array_index (in->goals, i);
      g_array_append_val (in->pairs, pair);
    }
  g_ptr_array_insert (in->goals, (int) index, goal);
  return goal;
}

PlainRow *
mis_plain_row_copy (const PlainRow *row, MisAgent *agent)
{
  PlainRow *copy = g_new (PlainRow, 1);

  copy->agent = mis_agent_ref (agent);
  copy->cells = g_array_copy (row->cells);
  for (guint i = 0; i < copy->cells->len; i++)
    mis_note_ref (g_array_index (copy->cells, PlainCell, i).position.note);
  return copy;
}

PlainCell *
mis_plain_find_cell (const PlainRow *row, const PlainArea *area)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (g_array_index (row->cells, PlainCell, i).area == area)
      return &g_array_index (row->cells, PlainCell, i);
  return NULL;
}

static int
number_of (const PlainArea *area, const PlainGoal *goal)
{
  guint number = 0;

  if (goal == NULL)
    return MIS_NO_GOAL;
  g_assert_true (g_ptr_array_find (area->goals, goal, &number));
  return (int) number;
}

static PlainArea *
copy_area (const PlainArea *old)
{
  PlainArea *copy = g_new0 (PlainArea, 1);

  copy->description = g_strdup (old->description);
  copy->default_conflict = old->default_conflict;
  copy->goals = g_ptr_array_new_with_free_func (goal_free);
  copy->pairs = g_array_copy (old->pairs);
  for (guint i = 0; i < old->goals->len; i++)
    {
      const PlainGoal *goal = g_ptr_array_index (old->goals, i);
      PlainGoal *twin = g_new (PlainGoal, 1);

      *twin =
          (PlainGoal){ g_strdup (goal->id), g_strdup (goal->name), g_strdup (goal->description) };
      g_ptr_array_add (copy->goals, twin);
    }
  for (guint i = 0; i < copy->pairs->len; i++)
    {
      PlainPair *pair = &g_array_index (copy->pairs, PlainPair, i);

      pair->a = goal_at (copy, number_of (old, pair->a));
      pair->b = goal_at (copy, number_of (old, pair->b));
      mis_note_ref (pair->conflict.note);
    }
  return copy;
}

void
mis_plain_copy_area (Plain *plain, guint area, const MisArea *made)
{
  PlainArea *old = mis_plain_area (plain, area);
  PlainArea *copy = copy_area (old);

  copy->id = g_strdup (mis_area_get_id (made));
  copy->name = g_strdup (mis_area_get_name (made));
  for (guint i = 0; i < plain->rows->len; i++)
    {
      PlainRow *row = mis_plain_row (plain, i);
      const PlainCell *cell = mis_plain_find_cell (row, old);
      PlainCell twin;

      if (cell == NULL)
        continue;
      twin = *cell;
      twin.area = copy;
      twin.goal = goal_at (copy, number_of (old, cell->goal));
      mis_note_ref (twin.position.note);
      g_array_append_val (row->cells, twin);
    }
  g_ptr_array_insert (plain->areas, (int) area + 1, copy);
}

/* Building it anew */

static void
build_area (MisWorldBuilder *builder, const PlainArea *area)
{
  g_autoptr (GArray) goals = g_array_new (FALSE, FALSE, sizeof (MisGoal));
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (MisConflict));
  g_autoptr (MisArea) made = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < area->goals->len; i++)
    {
      const PlainGoal *old = g_ptr_array_index (area->goals, i);
      MisGoal goal = { old->id, old->name, old->description };

      g_array_append_val (goals, goal);
    }
  for (guint i = 0; i < area->pairs->len; i++)
    {
      const PlainPair *old = &g_array_index (area->pairs, PlainPair, i);
      MisConflict pair = old->conflict;

      pair.g = number_of (area, old->a);
      pair.h = number_of (area, old->b);
      g_array_append_val (pairs, pair);
    }
  made = mis_area_new (area->id, area->name, area->description,
                       (const MisGoal *) (gpointer) goals->data, goals->len, area->default_conflict,
                       (const MisConflict *) (gpointer) pairs->data, pairs->len, &error);
  g_assert_no_error (error);
  mis_world_builder_add_area (builder, made, &error);
  g_assert_no_error (error);
}

static void
build_row (MisWorldBuilder *builder, const Plain *plain, const PlainRow *row)
{
  g_autofree guint *areas = g_new (guint, row->cells->len);
  g_autofree MisPosition *positions = g_new (MisPosition, row->cells->len);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const PlainCell *cell = &g_array_index (row->cells, PlainCell, i);

      g_assert_true (g_ptr_array_find (plain->areas, cell->area, &areas[i]));
      positions[i] = cell->position;
      positions[i].goal = number_of (cell->area, cell->goal);
    }
  mis_world_builder_add_agent (builder, row->agent, areas, positions, row->cells->len, &error);
  g_assert_no_error (error);
}

static MisWorld *
build (const Plain *plain, MisWorld *scenarios)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autoptr (GError) error = NULL;

  mis_world_builder_set_title (builder, mis_world_get_title (plain->source), NULL);
  mis_world_builder_set_description (builder, mis_world_get_description (plain->source), NULL);
  mis_world_builder_set_scoring (builder, mis_world_get_scoring (plain->source));
  for (guint i = 0; i < plain->areas->len; i++)
    build_area (builder, mis_plain_area (plain, i));
  for (guint i = 0; i < plain->rows->len; i++)
    build_row (builder, plain, mis_plain_row (plain, i));
  for (guint i = 0; i < mis_world_get_n_scenarios (scenarios); i++)
    {
      mis_world_builder_add_scenario (builder, mis_world_get_scenario (scenarios, i), &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < mis_world_get_n_experiments (plain->source); i++)
    mis_world_builder_add_experiment (builder, mis_world_get_experiment (plain->source, i), NULL);
  return mis_world_builder_end (builder);
}

void
mis_plain_expect (const Plain *plain, MisWorld *found)
{
  g_autoptr (MisWorld) built = build (plain, found);

  g_assert_true (mis_world_equal (found, built));
  g_assert_cmpuint (mis_digest_world (found), ==, mis_digest_world (built));
  g_assert_cmpuint (found->n_positions, ==, built->n_positions);
  g_assert_cmpuint (found->population, ==, built->population);
}
