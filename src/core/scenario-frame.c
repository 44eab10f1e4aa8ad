/* The base of a scenario in another frame: areas that are new, goals and rows in another order, as
 * an edit of the world that the scenario shows has left them. */
#include "core/scenario-between-private.h"

#include <string.h>

#include "core/area-private.h"

/* One place in a list that is merged of two: a number in the base and one in the edited world,
 * either of which may be %MIS_NO_MATCH. */
typedef struct
{
  guint base;
  guint edited;
} Place;

static gboolean
has_same_areas (const MisWorld *a, const MisWorld *b)
{
  g_autofree guint *matches = mis_areas_match (b, a);

  for (guint i = 0; i < b->n_areas; i++)
    if (matches[i] == MIS_NO_MATCH || !mis_area_has_same_goals (b->areas[i], a->areas[matches[i]]))
      return FALSE;
  return mis_matches_ascend (matches, b->n_areas);
}

gboolean
mis_world_has_same_frame (const MisWorld *a, const MisWorld *b)
{
  g_autofree guint *rows = NULL;

  if (!has_same_areas (a, b))
    return FALSE;
  rows = mis_rows_match (a, b);
  return mis_matches_ascend (rows, a->n_agents);
}

static void
append (GArray *places, guint base, guint edited)
{
  const Place place = { base, edited };

  g_array_append_val (places, place);
}

/* What is only in the base, from number @from on. */
static void
append_hidden (GArray *places, const guint *matches, guint from, guint n)
{
  for (guint i = from; i < n && mis_match (matches, i) == MIS_NO_MATCH; i++)
    append (places, i, MIS_NO_MATCH);
}

/* (transfer full): the order of the edited world, and behind each what is only in the base. */
static GArray *
merge (const guint *matches, guint n_base, guint n_edited, gboolean keeps_new)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autofree guint *numbers = g_new (guint, n_edited);

  for (guint i = 0; i < n_edited; i++)
    numbers[i] = MIS_NO_MATCH;
  for (guint i = 0; i < n_base; i++)
    if (mis_match (matches, i) != MIS_NO_MATCH)
      numbers[mis_match (matches, i)] = i;
  append_hidden (places, matches, 0, n_base);
  for (guint i = 0; i < n_edited; i++)
    if (numbers[i] != MIS_NO_MATCH)
      {
        append (places, numbers[i], i);
        append_hidden (places, matches, numbers[i] + 1, n_base);
      }
    else if (keeps_new)
      append (places, MIS_NO_MATCH, i);
  return places;
}

static int
map_goal (const MisArea *from, const MisArea *to, int goal)
{
  return goal < 0 ? goal : mis_area_find_goal (to, mis_area_get_goal (from, (guint)goal)->id);
}

/* Whether both goals of a pair of @from are in @to; then @mapped has their numbers there. */
static gboolean
map_pair (const MisArea *from, const MisArea *to, const MisConflict *pair, MisConflict *mapped)
{
  *mapped = *pair;
  mapped->g = map_goal (from, to, pair->g);
  mapped->h = map_goal (from, to, pair->h);
  return mapped->h >= 0 && (mapped->g >= 0 || pair->g == MIS_NO_GOAL);
}

/* (transfer full): @base with the goals of @edited: pairs of goals that both have are as in @base,
 * all others as in @edited. */
static MisArea *
with_goals (const MisArea *base, const MisArea *edited)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (MisConflict));
  MisConflict pair;

  for (guint i = 0; i < base->n_conflicts; i++)
    if (map_pair (base, edited, &base->conflicts[i], &pair))
      g_array_append_val (pairs, pair);
  for (guint i = 0; i < edited->n_conflicts; i++)
    if (!map_pair (edited, base, &edited->conflicts[i], &pair))
      g_array_append_val (pairs, edited->conflicts[i]);
  return mis_area_new (base->id, edited->name, edited->description, edited->goals->goals,
                       edited->goals->n, base->default_conflict,
                       (const MisConflict *)(gpointer)pairs->data, pairs->len, NULL);
}

static MisArea *
make_area (const MisWorld *base, const MisWorld *edited, const Place *place)
{
  if (place->base == MIS_NO_MATCH)
    return mis_area_ref (edited->areas[place->edited]);
  if (place->edited == MIS_NO_MATCH ||
      mis_area_has_same_goals (base->areas[place->base], edited->areas[place->edited]))
    return mis_area_ref (base->areas[place->base]);
  return with_goals (base->areas[place->base], edited->areas[place->edited]);
}

static MisPosition
get_position (const MisWorld *world, guint row, guint area)
{
  return row != MIS_NO_MATCH && area != MIS_NO_MATCH ? mis_world_get_position (world, row, area)
                                                     : MIS_POSITION_UNKNOWN;
}

/* Where the goal of the base is gone, or the area is new, the edit says what is there instead. */
static MisPosition
make_position (const MisWorld *base, const MisWorld *edited, const Place *row, const Place *area)
{
  MisPosition before = get_position (base, row->base, area->base);
  MisPosition after = get_position (edited, row->edited, area->edited);
  int goal;

  if (area->base == MIS_NO_MATCH)
    return after;
  if (area->edited == MIS_NO_MATCH || before.goal < 0)
    return before;
  goal = map_goal (base->areas[area->base], edited->areas[area->edited], before.goal);
  if (goal < 0)
    return after;
  before.goal = goal;
  return before;
}

static void
add_row (MisBlockWriter *writer,
         const MisWorld *base,
         const MisWorld *edited,
         const Place *row,
         const GArray *areas)
{
  mis_block_writer_add_row (writer, mis_world_get_agent (base, row->base));
  for (guint i = 0; i < areas->len; i++)
    {
      MisPosition position = make_position (base, edited, row, &g_array_index (areas, Place, i));

      if (position.goal != MIS_UNKNOWN)
        mis_block_writer_add_position (writer, i, &position);
    }
}

MisWorld *
mis_world_with_frame_of (MisWorld *base, const MisWorld *edited)
{
  g_autofree guint *area_matches = mis_areas_match (base, edited);
  g_autofree guint *row_matches = mis_rows_match (base, edited);
  g_autoptr (GArray) areas = merge (area_matches, base->n_areas, edited->n_areas, TRUE);
  g_autoptr (GArray) rows = merge (row_matches, base->n_agents, edited->n_agents, FALSE);
  MisArea **list = g_new (MisArea *, areas->len);
  MisWorld *copy = mis_world_copy (base);
  MisBlockWriter writer;

  for (guint i = 0; i < areas->len; i++)
    list[i] = make_area (base, edited, &g_array_index (areas, Place, i));
  mis_world_take_areas (copy, list, areas->len);
  mis_block_writer_init (&writer, areas->len);
  for (guint i = 0; i < rows->len; i++)
    add_row (&writer, base, edited, &g_array_index (rows, Place, i), areas);
  mis_world_take_blocks (copy, mis_block_writer_end (&writer));
  mis_world_order_scenarios (copy);
  return copy;
}
