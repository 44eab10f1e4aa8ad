#include "core/scenario-between-private.h"

#include <string.h>

#include "core/area-private.h"
#include "core/error.h"
#include "core/row-reader.h"

/* The order in which changes stand. */
typedef enum
{
  GROUP_REMOVED,
  GROUP_UNKNOWN,
  GROUP_FEWER,
  GROUP_MORE,
  GROUP_POSITION,
  GROUP_CONFLICT,
  GROUP_ADDED,
  GROUP_SCORING,
  N_GROUPS,
} Group;

typedef struct
{
  const MisWorld *base;
  const MisWorld *world;
  guint *rows;              /* of the base in the world; NULL: the same numbers */
  guint *areas;             /* likewise, never NULL */
  const MisWorld *shown;    /* NULL: nothing is known of how the world was made */
  GHashTable *named;        /* ids of rows in which it differs from the base */
  GArray *groups[N_GROUPS]; /* of MisChange */
  gboolean is_exact;
} Between;

static void
add (Between *between, Group group, MisChange change)
{
  g_array_append_val (between->groups[group], change);
}

static char *
dup_goal_id (const MisArea *area, int goal)
{
  return goal >= 0 ? g_strdup (mis_area_get_goal (area, (guint)goal)->id) : NULL;
}

/* What the scenario makes of @from, which is to become @to. */
static void
note_position (Between *between, const MisPosition *from, const MisPosition *to, gboolean has_goal)
{
  MisPosition applied = *from;

  if (from->goal == MIS_UNKNOWN)
    applied = mis_position (0, 1.0);
  if (has_goal)
    applied.goal = to->goal;
  if (applied.weight != to->weight)
    mis_position_set_weight (&applied, to->weight);
  between->is_exact = between->is_exact && mis_position_equal (&applied, to);
}

static void
compare_position (Between *between,
                  const MisAgent *agent,
                  const MisArea *area,
                  const MisPosition *from,
                  const MisPosition *to)
{
  MisChange change = { .kind = MIS_CHANGE_POSITION };

  if (mis_position_equal (from, to) || (from->goal == MIS_UNKNOWN && to->goal == MIS_UNKNOWN))
    return;
  if (to->goal == MIS_UNKNOWN)
    change.kind = MIS_CHANGE_UNKNOWN;
  else
    {
      change.has_goal = from->goal != to->goal;
      change.has_weight = (from->goal == MIS_UNKNOWN ? 1.0 : from->weight) != to->weight;
      note_position (between, from, to, change.has_goal);
      if (!change.has_goal && !change.has_weight)
        return;
      change.value = change.has_weight ? to->weight : 0;
      change.goal_ids[0] = change.has_goal ? dup_goal_id (area, to->goal) : NULL;
    }
  change.agent_id = g_strdup (agent->id);
  change.area_id = g_strdup (area->id);
  add (between, change.kind == MIS_CHANGE_UNKNOWN ? GROUP_UNKNOWN : GROUP_POSITION, change);
}

static void
compare_agent (Between *between, const MisAgent *from, const MisAgent *to)
{
  if (from == to)
    return;
  if (from->count != to->count)
    add (between, from->count > to->count ? GROUP_FEWER : GROUP_MORE,
         (MisChange){
             .kind = MIS_CHANGE_COUNT, .agent_id = g_strdup (from->id), .count = to->count });
  between->is_exact = between->is_exact && strcmp (from->name, to->name) == 0 &&
                      from->kind == to->kind && strcmp (from->principal, to->principal) == 0 &&
                      strcmp (from->note, to->note) == 0;
}

/* Areas in which the two blocks do not share what their rows hold, of those that are in both. */
static GArray *
list_columns (const Between *between, const MisBlock *from, const MisBlock *to)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < between->base->n_areas; i++)
    if (between->areas[i] != MIS_NO_MATCH && from->columns[i] != to->columns[between->areas[i]])
      g_array_append_val (columns, i);
  return columns;
}

/* Whether @agent, a row of the base that is now in block @to of the world, may be another there:
 * rows that no edit has touched, and the scenario had not, are as they were. */
static gboolean
may_differ (const Between *between, const MisAgent *agent, guint to)
{
  return between->shown == NULL || between->shown->blocks[to] != between->world->blocks[to] ||
         g_hash_table_contains (between->named, agent->id);
}

/* Row @row of both blocks, in @columns. */
static void
compare_rows (Between *between,
              const MisBlock *from,
              guint row,
              const MisBlock *to,
              guint to_row,
              const GArray *columns)
{
  MisAgent *agent = from->agents[row];

  compare_agent (between, agent, to->agents[to_row]);
  for (guint i = 0; i < columns->len; i++)
    {
      guint area = g_array_index (columns, guint, i);
      MisPosition before = mis_block_get_position (from, row, area);
      MisPosition after = mis_block_get_position (to, to_row, between->areas[area]);

      compare_position (between, agent, between->base->areas[area], &before, &after);
    }
}

static void
remove_agent (Between *between, const MisAgent *agent)
{
  add (between, GROUP_REMOVED,
       (MisChange){ .kind = MIS_CHANGE_REMOVE_AGENT, .agent_id = g_strdup (agent->id) });
}

/* All rows are where they were: what blocks share is not looked at. */
static void
compare_blocks (Between *between)
{
  for (guint i = 0; i < between->base->n_blocks; i++)
    {
      const MisBlock *from = between->base->blocks[i];
      const MisBlock *to = between->world->blocks[i];
      g_autoptr (GArray) columns = NULL;

      if (from == to)
        continue;
      columns = list_columns (between, from, to);
      for (guint row = 0; row < from->n_rows; row++)
        if (may_differ (between, from->agents[row], i))
          compare_rows (between, from, row, to, row, columns);
    }
}

static void
compare_moved_rows (Between *between)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < between->base->n_areas; i++)
    if (between->areas[i] != MIS_NO_MATCH)
      g_array_append_val (columns, i);
  for (guint i = 0; i < between->base->n_agents; i++)
    {
      MisAgent *agent = mis_world_get_agent (between->base, i);
      guint to = between->rows[i];

      if (to == MIS_NO_MATCH)
        remove_agent (between, agent);
      else if (may_differ (between, agent, to / MIS_BLOCK_ROWS))
        compare_rows (between, between->base->blocks[i / MIS_BLOCK_ROWS], i % MIS_BLOCK_ROWS,
                      between->world->blocks[to / MIS_BLOCK_ROWS], to % MIS_BLOCK_ROWS, columns);
    }
}

static MisNamedPosition *
name_positions (const MisWorld *world, const MisKnownPosition *known, guint n)
{
  MisNamedPosition *named = g_new0 (MisNamedPosition, n);

  for (guint i = 0; i < n; i++)
    {
      const MisArea *area = world->areas[known[i].area];
      const MisPosition *position = &known[i].position;

      named[i] = (MisNamedPosition){ .area_id = g_strdup (area->id),
                                     .goal_id = dup_goal_id (area, position->goal),
                                     .weight = position->weight,
                                     .low = position->low,
                                     .high = position->high,
                                     .note = mis_note_ref (position->note) };
    }
  return named;
}

static void
add_row (Between *between, MisRowReader *reader, guint row)
{
  guint n;
  const MisKnownPosition *known = mis_row_reader_read (reader, row, &n);

  add (between, GROUP_ADDED,
       (MisChange){ .kind = MIS_CHANGE_ADD_AGENT,
                    .agent = mis_agent_ref (mis_world_get_agent (between->world, row)),
                    .positions = name_positions (between->world, known, n),
                    .n_positions = n });
}

/* Rows of the world that are none of the base. */
static void
add_rows (Between *between)
{
  const MisWorld *world = between->world;
  g_autofree gboolean *old = g_new0 (gboolean, world->n_agents);
  MisRowReader reader;
  gboolean is_new = FALSE;

  if (between->rows == NULL && world->n_agents == between->base->n_agents)
    return;
  for (guint i = 0; i < between->base->n_agents; i++)
    if (mis_match (between->rows, i) != MIS_NO_MATCH)
      old[mis_match (between->rows, i)] = TRUE;
  mis_row_reader_init (&reader, world);
  for (guint i = 0; i < world->n_agents; i++)
    {
      if (!old[i])
        add_row (between, &reader, i);
      /* The rows of a scenario stand behind all others. */
      between->is_exact = between->is_exact && (!old[i] || !is_new);
      is_new = is_new || !old[i];
    }
  mis_row_reader_clear (&reader);
}

static gboolean
is_same_number (const MisConflict *a, const MisConflict *b)
{
  return a->value == b->value && a->low == b->low && a->high == b->high;
}

static void
compare_pair (Between *between, const MisArea *from, const MisArea *to, int g, int h)
{
  MisConflict before = mis_area_get_conflict (from, g, h);
  MisConflict after = mis_area_get_conflict (to, g, h);

  between->is_exact = between->is_exact && mis_note_equal (before.note, after.note);
  if (is_same_number (&before, &after))
    return;
  add (between, GROUP_CONFLICT,
       (MisChange){ .kind = MIS_CHANGE_CONFLICT,
                    .area_id = g_strdup (to->id),
                    .goal_ids = { dup_goal_id (to, g), dup_goal_id (to, h) },
                    .value = after.value,
                    .low = after.low,
                    .high = after.high });
}

/* Pairs that either area lists, in order; all others follow their default. */
static void
compare_pairs (Between *between, const MisArea *from, const MisArea *to)
{
  guint i = 0, j = 0;

  while (i < from->n_conflicts || j < to->n_conflicts)
    {
      const MisConflict *next;
      int order = i == from->n_conflicts ? 1
                  : j == to->n_conflicts
                      ? -1
                      : mis_conflict_compare (&from->conflicts[i], &to->conflicts[j]);

      next = order <= 0 ? &from->conflicts[i] : &to->conflicts[j];
      compare_pair (between, from, to, next->g, next->h);
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
}

static void
compare_areas (Between *between, MisArea *from, const MisArea *to)
{
  g_autoptr (MisArea) changed = NULL;

  if (from == to)
    return;
  between->is_exact = between->is_exact && mis_goal_list_equal (from->goals, to->goals) &&
                      strcmp (from->name, to->name) == 0 &&
                      strcmp (from->description, to->description) == 0;
  if (from->default_conflict == to->default_conflict)
    {
      compare_pairs (between, from, to);
      return;
    }
  add (between, GROUP_CONFLICT,
       (MisChange){ .kind = MIS_CHANGE_DEFAULT,
                    .area_id = g_strdup (to->id),
                    .value = to->default_conflict,
                    .low = to->default_conflict,
                    .high = to->default_conflict });
  changed = mis_area_with_default_conflict (from, to->default_conflict, NULL);
  compare_pairs (between, changed, to);
}

static void
compare_all_areas (Between *between)
{
  for (guint i = 0; i < between->base->n_areas; i++)
    if (between->areas[i] != MIS_NO_MATCH)
      compare_areas (between, between->base->areas[i], between->world->areas[between->areas[i]]);
    else
      add (between, GROUP_REMOVED,
           (MisChange){ .kind = MIS_CHANGE_REMOVE_AREA,
                        .area_id = g_strdup (between->base->areas[i]->id) });
}

static void
compare_scoring (Between *between)
{
  MisChange change = { .kind = MIS_CHANGE_SCORING };

  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    if (mis_scoring_get (&between->base->scoring, i) !=
        mis_scoring_get (&between->world->scoring, i))
      {
        change.scoring_mask |= 1u << i;
        mis_scoring_set (&change.scoring, i, mis_scoring_get (&between->world->scoring, i));
      }
  if (change.scoring_mask != 0)
    add (between, GROUP_SCORING, change);
}

/* Whether every area of the world is one of the base, with its goals. */
static gboolean
check_areas (const Between *between, GError **error)
{
  gboolean same_goals = TRUE;
  guint n = 0;

  for (guint i = 0; i < between->base->n_areas; i++)
    if (between->areas[i] != MIS_NO_MATCH)
      {
        n++;
        same_goals =
            same_goals && mis_area_has_same_goals (between->base->areas[i],
                                                   between->world->areas[between->areas[i]]);
      }
  if (same_goals && n == between->world->n_areas)
    return TRUE;
  g_set_error_literal (error, MIS_ERROR, MIS_ERROR_UNKNOWN,
                       "found other areas or goals, expected those of the base");
  return FALSE;
}

static void
between_init (Between *between, const MisWorld *base, const MisWorld *world)
{
  *between = (Between){ .base = base, .world = world };
  between->rows = mis_rows_match (base, world);
  between->areas = mis_areas_match (base, world);
  between->is_exact = mis_matches_ascend (between->rows, base->n_agents) &&
                      mis_matches_ascend (between->areas, base->n_areas);
  for (guint i = 0; i < N_GROUPS; i++)
    between->groups[i] = g_array_new (FALSE, FALSE, sizeof (MisChange));
}

/* Takes into account what the world was made from, if its rows are the same. */
static void
note_shown (Between *between, const MisScenario *scenario, const MisWorld *shown)
{
  g_autofree guint *moved = mis_rows_match (shown, between->world);

  if (moved != NULL || shown->n_agents != between->world->n_agents)
    return;
  between->shown = shown;
  between->named = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < scenario->n_changes; i++)
    if (scenario->changes[i].agent_id != NULL)
      g_hash_table_add (between->named, scenario->changes[i].agent_id);
}

static void
between_clear (Between *between)
{
  g_clear_pointer (&between->named, g_hash_table_unref);
  for (guint i = 0; i < N_GROUPS; i++)
    g_array_unref (between->groups[i]);
  g_free (between->rows);
  g_free (between->areas);
}

/* (transfer full): all changes, group by group. */
static MisChange *
take_changes (Between *between, guint *n_changes)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (MisChange));

  for (guint i = 0; i < N_GROUPS; i++)
    if (between->groups[i]->len > 0)
      g_array_append_vals (all, between->groups[i]->data, between->groups[i]->len);
  *n_changes = all->len;
  return (MisChange *)(gpointer)g_array_free (all, FALSE);
}

MisScenario *
mis_scenario_between_exact (const MisWorld *base,
                            const MisWorld *world,
                            const MisScenario *before,
                            const MisWorld *shown,
                            gboolean *is_exact,
                            GError **error)
{
  MisScenario *scenario = NULL;
  Between between;

  between_init (&between, base, world);
  if (shown != NULL)
    note_shown (&between, before, shown);
  if (check_areas (&between, error))
    {
      MisChange *changes;
      guint n;

      compare_all_areas (&between);
      if (between.rows == NULL)
        compare_blocks (&between);
      else
        compare_moved_rows (&between);
      add_rows (&between);
      compare_scoring (&between);
      changes = take_changes (&between, &n);
      scenario =
          mis_scenario_new (before->id, before->name, before->description, changes, n, error);
    }
  *is_exact = between.is_exact;
  between_clear (&between);
  return scenario;
}

MisScenario *
mis_scenario_between (const MisWorld *base,
                      const MisWorld *world,
                      const char *id,
                      const char *name,
                      const char *description,
                      GError **error)
{
  const MisScenario texts = { .id = (char *)id,
                              .name = (char *)name,
                              .description = (char *)description };
  gboolean is_exact;

  g_return_val_if_fail (base != NULL && world != NULL, NULL);

  return mis_scenario_between_exact (base, world, &texts, NULL, &is_exact, error);
}
