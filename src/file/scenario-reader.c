/* Scenarios and their changes. */
#include "file/reader-private.h"

#include <string.h>

#include "core/error.h"
#include "core/limits.h"
#include "core/text.h"
#include "file/json-text.h"

/* The members of a change, of whatever kind. */
enum
{
  AGENT,
  COUNT,
  AREA,
  GOAL,
  WEIGHT,
  UNKNOWN,
  GOALS,
  VALUE,
  LOW,
  HIGH,
  DEFAULT,
  ADD_AGENT,
  REMOVE_AGENT,
  REMOVE_AREA,
  SCORING,
  N_MEMBERS,
};

static const char *const member_names[N_MEMBERS] = {
  [AGENT] = "agent",
  [COUNT] = "count",
  [AREA] = "area",
  [GOAL] = "goal",
  [WEIGHT] = "weight",
  [UNKNOWN] = "unknown",
  [GOALS] = "goals",
  [VALUE] = "value",
  [LOW] = "low",
  [HIGH] = "high",
  [DEFAULT] = "default",
  [ADD_AGENT] = "add_agent",
  [REMOVE_AGENT] = "remove_agent",
  [REMOVE_AREA] = "remove_area",
  [SCORING] = "scoring",
};

/* Which members each kind of change must have and may have, as bits. */
typedef struct
{
  MisChangeKind kind;
  guint needs;
  guint allows;
} Shape;

static const Shape shapes[] = {
  { MIS_CHANGE_COUNT, 1u << AGENT | 1u << COUNT, 0 },
  { MIS_CHANGE_UNKNOWN, 1u << AGENT | 1u << AREA | 1u << UNKNOWN, 0 },
  { MIS_CHANGE_POSITION, 1u << AGENT | 1u << AREA | 1u << GOAL, 1u << WEIGHT },
  { MIS_CHANGE_POSITION, 1u << AGENT | 1u << AREA | 1u << WEIGHT, 0 },
  { MIS_CHANGE_CONFLICT, 1u << AREA | 1u << GOALS | 1u << VALUE, 1u << LOW | 1u << HIGH },
  { MIS_CHANGE_DEFAULT, 1u << AREA | 1u << DEFAULT, 0 },
  { MIS_CHANGE_ADD_AGENT, 1u << ADD_AGENT, 0 },
  { MIS_CHANGE_REMOVE_AGENT, 1u << REMOVE_AGENT, 0 },
  { MIS_CHANGE_REMOVE_AREA, 1u << REMOVE_AREA, 0 },
  { MIS_CHANGE_SCORING, 1u << SCORING, 0 },
};

static gboolean
find_kind (MisJsonInput *input, gsize at, const gsize *values, MisChangeKind *kind)
{
  guint given = 0;

  for (guint i = 0; i < N_MEMBERS; i++)
    if (values[i] != 0)
      given |= 1u << i;
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if ((given & shapes[i].needs) == shapes[i].needs
        && (given & ~(shapes[i].needs | shapes[i].allows)) == 0)
      {
        *kind = shapes[i].kind;
        return TRUE;
      }
  return mis_json_fail (input, at,
                        "found members that make no change together, expected agent and count; "
                        "agent, area, and goal or weight; agent, area and unknown; area, goals and "
                        "value; area and default; add_agent; remove_agent; remove_area; or "
                        "scoring");
}

/* Whether there is such an agent is known once the scenario is applied: it may add some. */
static gboolean
read_agent_id (MisProjectReader *reader, gsize at, char **id)
{
  const char *text;

  if (at == 0)
    return TRUE;
  text = mis_json_read_string (&reader->input, at);
  if (text == NULL)
    return FALSE;
  *id = g_strdup (text);
  return mis_check_id (*id, NULL) || !mis_reader_fail_agent (reader, at);
}

/* @area becomes the index of the area, if the change names one. */
static gboolean
read_area_id (MisProjectReader *reader, gsize at, guint *area, char **id)
{
  int index = at != 0 ? mis_reader_find_area (reader, at) : 0;

  if (at == 0 || index < 0)
    return at == 0;
  *area = (guint) index;
  *id = g_strdup (mis_area_get_id (g_ptr_array_index (reader->areas, *area)));
  return TRUE;
}

/* The id of a goal of the area, or %NULL for "no goal". */
static gboolean
read_goal_id (MisProjectReader *reader, guint area, gsize at, char **id)
{
  int goal = mis_reader_find_goal (reader, area, at);

  if (goal >= 0)
    *id = g_strdup (mis_area_get_goal (g_ptr_array_index (reader->areas, area), (guint) goal)->id);
  return goal != MIS_UNKNOWN;
}

static gboolean
read_count (MisProjectReader *reader, const gsize *values, MisChange *change)
{
  return mis_json_read_whole (&reader->input, values[COUNT], 0, MIS_MAX_COUNT, &change->count);
}

static gboolean
read_position (MisProjectReader *reader, const gsize *values, guint area, MisChange *change)
{
  change->has_goal = values[GOAL] != 0;
  change->has_weight = values[WEIGHT] != 0;
  return (!change->has_goal || read_goal_id (reader, area, values[GOAL], &change->goal_ids[0])
          || mis_json_set_aside (&reader->input))
         && mis_json_read_probability (&reader->input, values[WEIGHT], &change->value);
}

static gboolean
read_unknown (MisProjectReader *reader, const gsize *values)
{
  return reader->input.text[values[UNKNOWN]] == 't'
         || mis_json_fail_type (&reader->input, values[UNKNOWN], "true");
}

static gboolean
read_pair (MisProjectReader *reader, guint area, gsize at, MisChange *change)
{
  MisJsonInput *input = &reader->input;
  MisJsonWalk walk;

  if (!mis_json_expect_pair (input, at))
    return FALSE;
  mis_json_walk_init (&walk, input->text, at);
  while (mis_json_walk_next (&walk))
    if (!read_goal_id (reader, area, walk.value, &change->goal_ids[walk.index]))
      return FALSE;
  if (g_strcmp0 (change->goal_ids[0], change->goal_ids[1]) == 0)
    return mis_json_fail (input, at, MIS_JSON_SAME_GOAL);
  return TRUE;
}

static gboolean
read_conflict (MisProjectReader *reader, const gsize *values, guint area, MisChange *change)
{
  return (read_pair (reader, area, values[GOALS], change) || mis_json_set_aside (&reader->input))
         && mis_json_read_probability (&reader->input, values[VALUE], &change->value)
         && mis_json_read_range (&reader->input, values[LOW], values[HIGH], change->value,
                                 &change->low, &change->high);
}

static gboolean
read_default (MisProjectReader *reader, const gsize *values, MisChange *change)
{
  if (!mis_json_read_probability (&reader->input, values[DEFAULT], &change->value))
    return FALSE;
  change->low = change->high = change->value;
  return TRUE;
}

static gboolean
read_named_position (MisProjectReader *reader, gsize name, gsize at, MisNamedPosition *named)
{
  int area = mis_reader_find_area (reader, name);
  MisPosition position = { 0 };

  if (area < 0 || !mis_reader_read_position (reader, at, (guint) area, &position))
    return FALSE;
  named->area_id = g_strdup (mis_area_get_id (g_ptr_array_index (reader->areas, (guint) area)));
  if (position.goal >= 0)
    named->goal_id = g_strdup (mis_area_get_goal (g_ptr_array_index (reader->areas, (guint) area),
                                                  (guint) position.goal)->id);
  named->weight = position.weight;
  named->low = position.low;
  named->high = position.high;
  named->note = position.note;
  return TRUE;
}

/* Positions of a row to add, in the order of the areas, however they stand in the file. */
static int
compare_positions (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const MisProjectReader *reader = user_data;
  const MisNamedPosition *left = a;
  const MisNamedPosition *right = b;
  guint left_area = GPOINTER_TO_UINT (g_hash_table_lookup (reader->area_indexes, left->area_id));
  guint right_area = GPOINTER_TO_UINT (g_hash_table_lookup (reader->area_indexes, right->area_id));

  return (left_area > right_area) - (left_area < right_area);
}

static gboolean
read_added_agent (MisProjectReader *reader, const gsize *values, MisChange *change)
{
  MisJsonWalk walk;
  gsize at = 0;
  guint n;

  change->agent = mis_reader_read_agent (reader, values[ADD_AGENT], &at);
  if (change->agent == NULL || at == 0)
    return change->agent != NULL;
  /* No more than there are areas: each is there once, and any other fails. */
  n = MIN (mis_json_count (reader->input.text, at), reader->areas->len);
  change->positions = n > 0 ? g_new0 (MisNamedPosition, n) : NULL;
  mis_json_walk_init (&walk, reader->input.text, at);
  while (mis_json_walk_next (&walk))
    {
      MisNamedPosition named = { 0 };

      if (!read_named_position (reader, walk.name, walk.value, &named))
        return FALSE;
      change->positions[change->n_positions] = named;
      change->n_positions++;
    }
  if (change->n_positions > 1)
    g_qsort_with_data (change->positions, (int) change->n_positions, sizeof (MisNamedPosition),
                       compare_positions, reader);
  return TRUE;
}

static gboolean
read_scoring (MisProjectReader *reader, const gsize *values, MisChange *change)
{
  gsize at = values[SCORING];

  return mis_reader_read_scoring (&reader->input, at, &change->scoring, &change->scoring_mask)
         && (change->scoring_mask != 0
             || mis_json_fail (&reader->input, at, "found no option, expected at least one"));
}

static gboolean
read_by_kind (MisProjectReader *reader, const gsize *values, guint area, MisChange *change)
{
  switch (change->kind)
    {
    case MIS_CHANGE_COUNT:
      return read_count (reader, values, change);
    case MIS_CHANGE_POSITION:
      return read_position (reader, values, area, change);
    case MIS_CHANGE_UNKNOWN:
      return read_unknown (reader, values);
    case MIS_CHANGE_CONFLICT:
      return read_conflict (reader, values, area, change);
    case MIS_CHANGE_DEFAULT:
      return read_default (reader, values, change);
    case MIS_CHANGE_ADD_AGENT:
      return read_added_agent (reader, values, change);
    case MIS_CHANGE_SCORING:
      return read_scoring (reader, values, change);
    case MIS_CHANGE_REMOVE_AGENT:
    case MIS_CHANGE_REMOVE_AREA:
    default:
      return TRUE;
    }
}

static gboolean
read_change (MisProjectReader *reader, gsize at, MisChange *change)
{
  MisJsonInput *input = &reader->input;
  gsize values[N_MEMBERS];
  guint area = 0;

  return mis_json_read_members (input, at, member_names, N_MEMBERS, values)
         && find_kind (input, at, values, &change->kind)
         && read_agent_id (reader, MAX (values[AGENT], values[REMOVE_AGENT]), &change->agent_id)
         && read_area_id (reader, MAX (values[AREA], values[REMOVE_AREA]), &area, &change->area_id)
         && read_by_kind (reader, values, area, change);
}

static void
clear_change (gpointer data)
{
  mis_change_clear (data);
}

static GArray *
read_changes (MisProjectReader *reader, gsize at)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (MisChange));
  MisJsonWalk walk;
  gboolean valid = at == 0 || mis_json_expect_list (&reader->input, at);

  g_array_set_clear_func (changes, clear_change);
  if (valid && at != 0)
    {
      mis_json_walk_init (&walk, reader->input.text, at);
      while (valid && mis_json_walk_next (&walk))
        {
          MisChange change = { 0 };

          valid = changes->len < MIS_MAX_CHANGES
                    ? read_change (reader, walk.value, &change)
                    : mis_json_fail (&reader->input, at,
                                     "found more than %u changes, expected at most as many",
                                     MIS_MAX_CHANGES);
          g_array_append_val (changes, change);
          valid = valid || mis_json_set_aside (&reader->input);
        }
    }
  if (!valid)
    g_clear_pointer (&changes, g_array_unref);
  return changes;
}

/* Whether the change at @at names an agent that there is not, which was said then. */
static gboolean
fail_agent_id (MisProjectReader *reader, gsize at)
{
  gsize values[N_MEMBERS];
  gsize id_at;

  if (!mis_json_read_members (&reader->input, at, member_names, N_MEMBERS, values))
    return TRUE;
  id_at = MAX (values[AGENT], values[REMOVE_AGENT]);
  return id_at != 0 && mis_reader_fail_agent (reader, id_at);
}

/* Finds the change that a message of the world begins with, as in "changes[3]: found ...". */
static gboolean
fail_scenario (MisProjectReader *reader, gsize at, gsize id_at, gsize changes_at, GError *error)
{
  const char *prefix = "changes[";
  g_autoptr (GError) owned = error;
  const char *message = error->message;
  gsize place = g_error_matches (error, MIS_ERROR, MIS_ERROR_DUPLICATE) ? id_at : at;

  if (g_str_has_prefix (message, prefix) && changes_at != 0)
    {
      char *end;
      guint64 index = g_ascii_strtoull (message + strlen (prefix), &end, 10);
      MisJsonWalk walk;

      mis_json_walk_init (&walk, reader->input.text, changes_at);
      while (mis_json_walk_next (&walk) && walk.index < index)
        ;
      place = walk.value;
      if (g_str_has_prefix (end, "]: "))
        message = end + strlen ("]: ");
      if (g_error_matches (error, MIS_ERROR, MIS_ERROR_UNKNOWN) && fail_agent_id (reader, place))
        return FALSE;
    }
  return mis_json_fail (&reader->input, place, "%s", message);
}

gboolean
mis_reader_add_scenario (MisProjectReader *reader, gsize at)
{
  static const char *const names[] = { "id", "name", "description", "changes" };
  MisJsonInput *input = &reader->input;
  gsize values[G_N_ELEMENTS (names)];
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;
  g_autoptr (MisScenario) scenario = NULL;
  GArray *changes;
  GError *error = NULL;
  guint n_before = input->n_aside, n_changes;

  if (!mis_json_read_members (input, at, names, G_N_ELEMENTS (names), values)
      || !mis_json_require (input, at, "id", values[0])
      || (id = mis_json_read_text (input, values[0], mis_check_id, NULL)) == NULL
      || (name = mis_json_read_text (input, values[1], mis_check_name, id)) == NULL
      || (description = mis_json_read_text (input, values[2], mis_check_text, "")) == NULL
      || (changes = read_changes (reader, values[3])) == NULL)
    return FALSE;

  /* What is missing from a project with faults would be a fault of the scenario, too. */
  if (input->n_aside > n_before || reader->n_base_faults > 0)
    {
      g_array_unref (changes);
      return TRUE;
    }
  n_changes = changes->len;
  scenario = mis_scenario_new (id, name, description,
                               (MisChange *) (gpointer) g_array_free (changes, FALSE), n_changes,
                               &error);
  if (scenario == NULL || !mis_world_builder_add_scenario (reader->builder, scenario, &error))
    return fail_scenario (reader, at, values[0], values[3], error);
  return TRUE;
}
