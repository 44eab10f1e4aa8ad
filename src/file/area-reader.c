/* Areas, their goals and their conflicts. */
#include "file/reader-private.h"

#include "core/limits.h"
#include "core/text.h"
#include "file/json-text.h"

/* An area on its way: what mis_area_new() takes. */
typedef struct
{
  char *id;
  char *name;
  char *description;
  GArray *goals;       /* of MisGoal */
  GHashTable *indexes; /* id -> index + 1; the ids belong to the goals */
  double default_conflict;
  GArray *conflicts; /* of MisConflict */
  guint32 *seen;     /* one bit for each pair that was there */
  gboolean is_faulty; /* goals may be missing */
} Draft;

static void
clear_goal (gpointer data)
{
  MisGoal *goal = data;

  g_free (goal->id);
  g_free (goal->name);
  g_free (goal->description);
}

static void
clear_conflict (gpointer data)
{
  mis_note_unref (((MisConflict *) data)->note);
}

static void
draft_init (Draft *draft)
{
  *draft = (Draft) { 0 };
  draft->goals = g_array_new (FALSE, FALSE, sizeof (MisGoal));
  g_array_set_clear_func (draft->goals, clear_goal);
  draft->indexes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  draft->conflicts = g_array_new (FALSE, FALSE, sizeof (MisConflict));
  g_array_set_clear_func (draft->conflicts, clear_conflict);
}

static const MisGoal *
get_goals (const Draft *draft)
{
  return (const MisGoal *) (gpointer) draft->goals->data;
}

static void
draft_clear (Draft *draft)
{
  g_free (draft->id);
  g_free (draft->name);
  g_free (draft->description);
  g_array_unref (draft->goals);
  g_clear_pointer (&draft->indexes, g_hash_table_unref);
  g_array_unref (draft->conflicts);
  g_free (draft->seen);
}

static gboolean
read_goal (MisJsonInput *input, gsize at, Draft *draft)
{
  static const char *const names[] = { "id", "name", "description" };
  gsize values[G_N_ELEMENTS (names)];
  MisGoal goal = { 0 };

  if (!mis_json_read_members (input, at, names, G_N_ELEMENTS (names), values)
      || !mis_json_require (input, at, "id", values[0]))
    return FALSE;
  goal.id = mis_json_read_text (input, values[0], mis_check_id, NULL);
  if (goal.id != NULL)
    goal.name = mis_json_read_text (input, values[1], mis_check_name, goal.id);
  if (goal.name != NULL)
    goal.description = mis_json_read_text (input, values[2], mis_check_text, "");
  if (goal.description == NULL)
    {
      clear_goal (&goal);
      return FALSE;
    }
  if (g_hash_table_contains (draft->indexes, goal.id))
    {
      mis_json_fail (input, values[0],
                     "found the id \"%s\" a second time, expected one of its own", goal.id);
      clear_goal (&goal);
      return FALSE;
    }
  g_array_append_val (draft->goals, goal);
  g_hash_table_insert (draft->indexes, g_strdup (goal.id), GUINT_TO_POINTER (draft->goals->len));
  return TRUE;
}

static gboolean
read_goals (MisJsonInput *input, gsize at, Draft *draft)
{
  MisJsonWalk walk;

  if (!mis_json_expect_list (input, at))
    return FALSE;
  mis_json_walk_init (&walk, input->text, at);
  while (mis_json_walk_next (&walk))
    {
      if (walk.index == MIS_MAX_GOALS)
        return mis_json_fail (input, at, "found more than %u goals, expected at most as many",
                              MIS_MAX_GOALS);
      if (!read_goal (input, walk.value, draft))
        {
          draft->is_faulty = TRUE;
          if (!mis_json_set_aside (input))
            return FALSE;
        }
    }
  return TRUE;
}

/* %MIS_UNKNOWN if it is none, of which nothing was said. */
static int
find_goal (MisJsonInput *input, GHashTable *indexes, gsize at)
{
  guint index;

  if (mis_json_is_null (input, at))
    return MIS_NO_GOAL;
  index = input->text[at] == '"'
            ? GPOINTER_TO_UINT (g_hash_table_lookup (indexes, mis_json_read_string (input, at)))
            : 0;
  return index > 0 ? (int) index - 1 : MIS_UNKNOWN;
}

/* The two goals of a pair, the lower one first. */
static gboolean
read_pair_goals (MisJsonInput *input, gsize at, Draft *draft, MisConflict *conflict)
{
  MisJsonWalk walk;
  gboolean is_known = TRUE;
  int goals[2];

  if (!mis_json_expect_pair (input, at))
    return FALSE;
  mis_json_walk_init (&walk, input->text, at);
  while (mis_json_walk_next (&walk))
    {
      goals[walk.index] = find_goal (input, draft->indexes, walk.value);
      if (goals[walk.index] != MIS_UNKNOWN)
        continue;
      is_known = FALSE;
      /* Nothing is said of what may be one of those that could not be read. */
      if (!draft->is_faulty)
        mis_reader_fail_goal (input, walk.value, get_goals (draft), draft->goals->len);
      if (!mis_json_set_aside (input))
        return FALSE;
    }
  if (!is_known)
    return FALSE;
  if (goals[0] == goals[1])
    return mis_json_fail (input, at, MIS_JSON_SAME_GOAL);
  conflict->g = MIN (goals[0], goals[1]);
  conflict->h = MAX (goals[0], goals[1]);
  return TRUE;
}

/* Pairs in the order of a triangle: row h holds the pairs with "no goal" and all goals before h. */
static gboolean
check_new_pair (MisJsonInput *input, gsize at, Draft *draft, const MisConflict *conflict)
{
  gsize n_goals = draft->goals->len;
  gsize h = (gsize) conflict->h;
  gsize bit = h * (h + 1) / 2 + (gsize) (conflict->g + 1);

  if (draft->seen == NULL)
    draft->seen = g_new0 (guint32, n_goals * (n_goals + 1) / 2 / 32 + 1);
  if ((draft->seen[bit / 32] >> (bit % 32) & 1u) != 0)
    return mis_json_fail (input, at, "found this pair of goals a second time, expected it once");
  draft->seen[bit / 32] |= 1u << (bit % 32);
  return TRUE;
}

static gboolean
read_pair (MisJsonInput *input, gsize at, Draft *draft)
{
  static const char *const names[] = { "goals", "value", "low", "high", "note", "source" };
  gsize values[G_N_ELEMENTS (names)];
  MisConflict conflict = { 0 };

  if (!mis_json_read_members (input, at, names, G_N_ELEMENTS (names), values)
      || !mis_json_require (input, at, "goals", values[0])
      || !mis_json_require (input, at, "value", values[1])
      || ((!read_pair_goals (input, values[0], draft, &conflict)
           || !check_new_pair (input, values[0], draft, &conflict))
          && !mis_json_set_aside (input))
      || !mis_json_read_probability (input, values[1], &conflict.value)
      || !mis_json_read_range (input, values[2], values[3], conflict.value, &conflict.low,
                               &conflict.high)
      || !mis_json_read_note (input, values[4], values[5], &conflict.note))
    return FALSE;
  g_array_append_val (draft->conflicts, conflict);
  return TRUE;
}

static gboolean
read_pairs (MisJsonInput *input, gsize at, Draft *draft)
{
  MisJsonWalk walk;

  if (!mis_json_expect_list (input, at))
    return FALSE;
  mis_json_walk_init (&walk, input->text, at);
  while (mis_json_walk_next (&walk))
    if (!read_pair (input, walk.value, draft) && !mis_json_set_aside (input))
      return FALSE;
  return TRUE;
}

static gboolean
read_conflict (MisJsonInput *input, gsize at, Draft *draft)
{
  static const char *const names[] = { "default", "pairs" };
  gsize values[G_N_ELEMENTS (names)];

  return mis_json_read_members (input, at, names, G_N_ELEMENTS (names), values)
         && mis_json_read_probability (input, values[0], &draft->default_conflict)
         && (values[1] == 0 || read_pairs (input, values[1], draft));
}

static gboolean
read_draft (MisProjectReader *reader, gsize at, Draft *draft, gsize *id_at)
{
  static const char *const names[] = { "id", "name", "description", "goals", "conflict" };
  MisJsonInput *input = &reader->input;
  gsize values[G_N_ELEMENTS (names)];

  if (!mis_json_read_members (input, at, names, G_N_ELEMENTS (names), values)
      || !mis_json_require (input, at, "id", values[0])
      || !mis_json_require (input, at, "goals", values[3]))
    return FALSE;
  *id_at = values[0];
  draft->id = mis_json_read_text (input, values[0], mis_check_id, NULL);
  if (draft->id == NULL)
    return FALSE;
  draft->name = mis_json_read_text (input, values[1], mis_check_name, draft->id);
  if (draft->name == NULL)
    return FALSE;
  draft->description = mis_json_read_text (input, values[2], mis_check_text, "");
  if (draft->description == NULL)
    return FALSE;
  return read_goals (input, values[3], draft)
         && (values[4] == 0 || read_conflict (input, values[4], draft));
}

/* Of an area with faults only what the rest of the file may name. */
static MisArea *
make_area (const Draft *draft, gboolean has_faults, GError **error)
{
  return mis_area_new (draft->id, draft->name != NULL ? draft->name : draft->id,
                       has_faults ? "" : draft->description, get_goals (draft), draft->goals->len,
                       has_faults ? 0.0 : draft->default_conflict,
                       (const MisConflict *) (gpointer) draft->conflicts->data,
                       has_faults ? 0 : draft->conflicts->len, error);
}

static gboolean
add_draft (MisProjectReader *reader, gsize at, gsize id_at, Draft *draft, gboolean has_faults)
{
  GError *error = NULL;
  MisArea *area;

  if (g_hash_table_contains (reader->area_indexes, draft->id))
    {
      guint other = GPOINTER_TO_UINT (g_hash_table_lookup (reader->area_indexes, draft->id)) - 1;

      /* Whoever names either of the two may mean the other. */
      g_hash_table_add (reader->faulty_areas, GUINT_TO_POINTER (other));
      reader->has_lost_area = TRUE;
      return mis_json_fail (&reader->input, id_at,
                            "found the id \"%s\" a second time, expected one of its own",
                            draft->id);
    }
  area = make_area (draft, has_faults, &error);
  if (area == NULL)
    return mis_json_fail_error (&reader->input, at, error);
  g_ptr_array_add (reader->areas, area);
  g_ptr_array_add (reader->goal_indexes, g_steal_pointer (&draft->indexes));
  g_hash_table_insert (reader->area_indexes, (gpointer) mis_area_get_id (area),
                       GUINT_TO_POINTER (reader->areas->len));
  if (draft->is_faulty)
    g_hash_table_add (reader->faulty_areas, GUINT_TO_POINTER (reader->areas->len - 1));
  if (!mis_world_builder_add_area (reader->builder, area, &error))
    return mis_json_fail_error (&reader->input, at, error);
  return TRUE;
}

gboolean
mis_reader_add_area (MisProjectReader *reader, gsize at)
{
  guint n_before = reader->input.n_aside;
  gsize id_at = 0;
  Draft draft;
  gboolean done;

  draft_init (&draft);
  done = read_draft (reader, at, &draft, &id_at);
  if (!done)
    {
      draft.is_faulty = TRUE;
      done = mis_json_set_aside (&reader->input);
    }
  if (done && draft.id == NULL)
    reader->has_lost_area = TRUE;
  else if (done)
    done = add_draft (reader, at, id_at, &draft, reader->input.n_aside > n_before);
  draft_clear (&draft);
  return done;
}

int
mis_reader_find_area (MisProjectReader *reader, gsize at)
{
  const char *id = mis_json_read_string (&reader->input, at);
  guint index;

  if (id == NULL)
    return -1;
  index = GPOINTER_TO_UINT (g_hash_table_lookup (reader->area_indexes, id));
  if (index == 0 && !reader->has_lost_area)
    mis_reader_fail_area (reader, at);
  return (int) index - 1;
}

int
mis_reader_find_goal (MisProjectReader *reader, guint area, gsize at)
{
  const MisArea *own = g_ptr_array_index (reader->areas, area);
  int goal = find_goal (&reader->input, g_ptr_array_index (reader->goal_indexes, area), at);
  guint n_goals = mis_area_get_n_goals (own);
  g_autofree MisGoal *goals = NULL;

  if (goal != MIS_UNKNOWN
      || g_hash_table_contains (reader->faulty_areas, GUINT_TO_POINTER (area)))
    return goal;
  goals = g_new (MisGoal, n_goals);
  for (guint i = 0; i < n_goals; i++)
    goals[i] = *mis_area_get_goal (own, i);
  mis_reader_fail_goal (&reader->input, at, goals, n_goals);
  return MIS_UNKNOWN;
}
