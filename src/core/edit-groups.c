/* Rows that are alike become one group. */
#include "core/edit-rows.h"

#include <string.h>

#include "core/limits.h"
#include "core/row-draft.h"
#include "core/world-ids.h"

/* What a row says, as a number that rows which are alike have in common. */
typedef struct
{
  guint64 hash;
  guint row;
} Candidate;

/**
 * Grouping:
 * @said: (array length=n_agents): (nullable): what scenarios and experiments say of each row
 * @counts: (array length=n_agents): of the group that the row is the first of
 * @most: (array length=n_agents): no less than what it, or any scenario, counts in that group
 * @heads: id of a row that goes -> id of the first of its group
 */
typedef struct
{
  const MisWorld *world;
  GString **said;
  guint64 *counts;
  guint64 *most;
  gboolean *removed;
  GHashTable *heads;
} Grouping;

/* What scenarios and experiments say */

static void say (Grouping *grouping, guint row, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
say (Grouping *grouping, guint row, const char *format, ...)
{
  va_list list;

  if (grouping->said[row] == NULL)
    grouping->said[row] = g_string_new (NULL);
  va_start (list, format);
  g_string_append_vprintf (grouping->said[row], format, list);
  va_end (list);
}

/* Counts add up, so what they are does not matter. */
static void
say_change (Grouping *grouping, guint row, guint scenario, const MisChange *change)
{
  guint64 bits;

  grouping->most[row] = MAX (grouping->most[row], change->count);
  memcpy (&bits, &change->value, sizeof bits);
  say (grouping, row, "%u %d ", scenario, (int) change->kind);
  if (change->area_id != NULL)
    say (grouping, row, "%s %d%d %s %" G_GINT64_MODIFIER "x ", change->area_id, change->has_goal,
         change->has_weight, change->goal_ids[0] != NULL ? change->goal_ids[0] : "", bits);
}

static void
say_scenarios (Grouping *grouping, const MisWorldIds *ids)
{
  for (guint i = 0; i < grouping->world->n_scenarios; i++)
    {
      const MisScenario *scenario = grouping->world->scenarios[i];

      for (guint j = 0; j < scenario->n_changes; j++)
        {
          const char *id = scenario->changes[j].agent_id;
          int row = id != NULL ? mis_world_ids_find_row (ids, id) : -1;

          if (row >= 0)
            say_change (grouping, (guint) row, i, &scenario->changes[j]);
        }
    }
}

static void
say_experiment (Grouping *grouping, const MisWorldIds *ids, const MisExperiment *experiment)
{
  for (guint i = 0; i < mis_experiment_get_n_variations (experiment); i++)
    {
      const MisVariation *variation = mis_experiment_get_variation (experiment, i);
      int row;

      if (variation->quantity != MIS_QUANTITY_SHARE && variation->quantity != MIS_QUANTITY_WEIGHT)
        continue;
      row = mis_world_ids_find_row (ids, variation->ids[0]);
      if (row >= 0)
        say (grouping, (guint) row, "row %d ", row);
    }
}

static void
say_all (Grouping *grouping)
{
  MisWorldIds ids;

  mis_world_ids_init_all (&ids, grouping->world);
  say_scenarios (grouping, &ids);
  for (guint i = 0; i < grouping->world->n_experiments; i++)
    say_experiment (grouping, &ids, grouping->world->experiments[i]);
  mis_world_ids_clear (&ids);
}

/* Who is alike */

static void
mix (guint64 *hash, guint64 value)
{
  *hash = (*hash ^ value) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  *hash ^= *hash >> 29;
}

static void
mix_weight (guint64 *hash, double weight)
{
  guint64 bits;

  memcpy (&bits, &weight, sizeof bits);
  mix (hash, bits);
}

static void
mix_note (guint64 *hash, const MisNote *note)
{
  if (note == NULL)
    return;
  mix (hash, g_str_hash (note->note));
  mix (hash, g_str_hash (note->source));
}

static void
mix_column (guint64 *hashes, const MisBlockColumn *column, guint area)
{
  for (guint i = 0; i < column->n; i++)
    {
      guint64 *hash = &hashes[column->rows[i]];
      const MisPosition *position = &column->positions[i];

      mix (hash, area);
      mix (hash, (guint64) position->goal);
      mix_weight (hash, position->weight);
      mix_weight (hash, position->low);
      mix_weight (hash, position->high);
      mix_note (hash, position->note);
    }
}

/* The numbers of the rows of one block. */
static void
hash_block (const Grouping *grouping, guint block, guint64 *hashes)
{
  const MisBlock *rows = grouping->world->blocks[block];

  for (guint i = 0; i < rows->n_rows; i++)
    {
      const GString *said = grouping->said[block * MIS_BLOCK_ROWS + i];

      hashes[i] = 1;
      mix (&hashes[i], rows->agents[i]->kind);
      mix (&hashes[i], g_str_hash (rows->agents[i]->principal));
      mix (&hashes[i], said != NULL ? g_str_hash (said->str) : 0);
    }
  for (guint area = 0; area < rows->n_columns; area++)
    if (rows->columns[area] != NULL)
      mix_column (hashes, rows->columns[area], area);
}

static gboolean
is_alike (const Grouping *grouping, guint a, guint b)
{
  const MisAgent *one = mis_world_get_agent (grouping->world, a);
  const MisAgent *other = mis_world_get_agent (grouping->world, b);
  const GString *said = grouping->said[a];
  const GString *said_of_other = grouping->said[b];

  if (one->kind != other->kind || strcmp (one->principal, other->principal) != 0 ||
      g_strcmp0 (said != NULL ? said->str : NULL,
                 said_of_other != NULL ? said_of_other->str : NULL) != 0)
    return FALSE;
  for (guint area = 0; area < grouping->world->n_areas; area++)
    {
      MisPosition left = mis_world_get_position (grouping->world, a, area);
      MisPosition right = mis_world_get_position (grouping->world, b, area);

      if (!mis_position_equal (&left, &right))
        return FALSE;
    }
  return TRUE;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *left = a;
  const Candidate *right = b;

  if (left->hash != right->hash)
    return left->hash < right->hash ? -1 : 1;
  return (left->row > right->row) - (left->row < right->row);
}

/* (transfer full) (element-type Candidate): the rows that are looked at, those alike together and
 * in their order. */
static GArray *
find_candidates (const Grouping *grouping, const guint *rows, guint n_rows)
{
  guint n_agents = grouping->world->n_agents;
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autofree gboolean *marks = g_new0 (gboolean, n_agents);
  guint64 hashes[MIS_BLOCK_ROWS];

  for (guint i = 0; i < n_rows; i++)
    {
      g_assert (rows[i] < n_agents);
      marks[rows[i]] = TRUE;
    }
  for (guint block = 0; block < grouping->world->n_blocks; block++)
    {
      guint first = block * MIS_BLOCK_ROWS;

      hash_block (grouping, block, hashes);
      for (guint row = first; row < n_agents && row < first + MIS_BLOCK_ROWS; row++)
        if (marks[row])
          {
            Candidate candidate = { hashes[row - first], row };

            g_array_append_val (candidates, candidate);
          }
    }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

/* Puts a row into the first group of @groups, rows that stay, that it is alike and that has room;
 * or it becomes one more. */
static gboolean
join_group (Grouping *grouping, GArray *groups, guint row)
{
  MisAgent *agent = mis_world_get_agent (grouping->world, row);

  for (guint i = 0; i < groups->len; i++)
    {
      guint head = g_array_index (groups, guint, i);

      if (grouping->most[head] + grouping->most[row] > MIS_MAX_COUNT ||
          !is_alike (grouping, head, row))
        continue;
      grouping->counts[head] += agent->count;
      grouping->most[head] += grouping->most[row];
      grouping->removed[row] = TRUE;
      g_hash_table_insert (grouping->heads, agent->id,
                           mis_world_get_agent (grouping->world, head)->id);
      return TRUE;
    }
  g_array_append_val (groups, row);
  return FALSE;
}

static guint
find_groups (Grouping *grouping, const GArray *candidates)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (guint));
  guint64 hash = 0;
  guint n_merged = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (i > 0 && candidate->hash != hash)
        g_array_set_size (groups, 0);
      hash = candidate->hash;
      n_merged += join_group (grouping, groups, candidate->row) ? 1 : 0;
    }
  return n_merged;
}

static void
merge_in_scenarios (MisWorld *copy, GHashTable *heads)
{
  for (guint i = 0; i < copy->n_scenarios; i++)
    {
      MisScenario *old = copy->scenarios[i];

      copy->scenarios[i] = mis_scenario_with_groups (old, heads);
      mis_scenario_unref (old);
    }
}

static MisWorld *
merge (const Grouping *grouping)
{
  MisWorld *copy = mis_world_copy (grouping->world);

  for (guint i = 0; i < copy->n_agents; i++)
    {
      MisAgent *old = mis_world_get_agent (copy, i);
      g_autoptr (MisAgent) agent = NULL;

      if (grouping->removed[i] || grouping->counts[i] == old->count)
        continue;
      agent = mis_agent_with_count (old, grouping->counts[i]);
      mis_block_set_agent (mis_world_own_block (copy, i / MIS_BLOCK_ROWS), i % MIS_BLOCK_ROWS,
                           agent);
    }
  mis_world_remove_rows (copy, grouping->removed);
  merge_in_scenarios (copy, grouping->heads);
  return copy;
}

static void
grouping_init (Grouping *grouping, const MisWorld *world)
{
  grouping->world = world;
  grouping->said = g_new0 (GString *, world->n_agents);
  grouping->counts = g_new (guint64, world->n_agents);
  grouping->most = g_new (guint64, world->n_agents);
  grouping->removed = g_new0 (gboolean, world->n_agents);
  grouping->heads = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < world->n_agents; i++)
    grouping->counts[i] = grouping->most[i] = mis_world_get_agent (world, i)->count;
  say_all (grouping);
}

static void
grouping_clear (Grouping *grouping)
{
  for (guint i = 0; i < grouping->world->n_agents; i++)
    if (grouping->said[i] != NULL)
      g_string_free (grouping->said[i], TRUE);
  g_free (grouping->said);
  g_free (grouping->counts);
  g_free (grouping->most);
  g_free (grouping->removed);
  g_hash_table_unref (grouping->heads);
}

MisWorld *
mis_world_with_groups (
    MisWorld *world, const guint *rows, guint n_rows, guint *n_merged, GError **error)
{
  g_autoptr (GArray) candidates = NULL;
  g_autoptr (MisWorld) made = NULL;
  Grouping grouping;
  guint n;

  grouping_init (&grouping, world);
  candidates = find_candidates (&grouping, rows, n_rows);
  n = find_groups (&grouping, candidates);
  made = n > 0 ? merge (&grouping) : mis_world_ref (world);
  grouping_clear (&grouping);
  if (n_merged != NULL)
    *n_merged = n;
  /* What a scenario counts first may stand before what makes room for it. */
  return mis_world_check_scenario_limits (made, error) ? g_steal_pointer (&made) : NULL;
}

MisWorld *
mis_world_with_all_grouped (MisWorld *world, guint *n_merged, GError **error)
{
  g_autofree guint *rows = g_new (guint, world->n_agents);

  for (guint i = 0; i < world->n_agents; i++)
    rows[i] = i;
  return mis_world_with_groups (world, rows, world->n_agents, n_merged, error);
}
