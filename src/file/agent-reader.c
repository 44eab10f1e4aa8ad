/* Rows of the agent table and their positions. */
#include "file/reader-private.h"

#include "core/error.h"
#include "core/limits.h"
#include "core/text.h"
#include "file/json-text.h"

/* The members of a row. */
static const char *const member_names[]
  = { "id", "name", "kind", "principal", "count", "note", "positions" };
#define N_MEMBERS G_N_ELEMENTS (member_names)

MisAgent *
mis_reader_read_agent (MisProjectReader *reader, gsize at, gsize *positions_at)
{
  MisJsonInput *input = &reader->input;
  gsize values[N_MEMBERS];
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autofree char *principal = NULL;
  g_autofree char *note = NULL;
  guint kind = MIS_KIND_HUMAN;
  guint64 count = 1;
  GError *error = NULL;
  MisAgent *agent;

  if (!mis_json_read_members (input, at, member_names, N_MEMBERS, values)
      || !mis_json_require (input, at, "id", values[0])
      || (id = mis_json_read_text (input, values[0], mis_check_id, NULL)) == NULL
      || (name = mis_json_read_text (input, values[1], mis_check_name, id)) == NULL
      || !mis_json_read_choice (input, values[2], mis_kinds, &kind)
      || (principal = mis_json_read_text (input, values[3], mis_check_name, "")) == NULL
      || !mis_json_read_whole (input, values[4], 0, MIS_MAX_COUNT, &count)
      || (note = mis_json_read_text (input, values[5], mis_check_text, "")) == NULL
      || (values[6] != 0 && !mis_json_expect_object (input, values[6])))
    return NULL;

  *positions_at = values[6];
  agent = mis_agent_new (id, name, (MisKind) kind, principal, count, note, &error);
  if (agent == NULL)
    mis_json_fail_error (input, at, error);
  return agent;
}

gboolean
mis_reader_read_position (MisProjectReader *reader, gsize at, guint area, MisPosition *position)
{
  static const char *const names[] = { "goal", "weight", "low", "high", "note", "source" };
  MisJsonInput *input = &reader->input;
  gsize values[G_N_ELEMENTS (names)];

  *position = mis_position (MIS_NO_GOAL, 1.0);
  if (!mis_json_read_members (input, at, names, G_N_ELEMENTS (names), values)
      || !mis_json_require (input, at, "goal", values[0]))
    return FALSE;
  position->goal = mis_reader_find_goal (reader, area, values[0]);
  return (position->goal != MIS_UNKNOWN || mis_json_set_aside (input))
         && mis_json_read_probability (input, values[1], &position->weight)
         && mis_json_read_range (input, values[2], values[3], position->weight, &position->low,
                                 &position->high)
         && mis_json_read_note (input, values[4], values[5], &position->note);
}

/* All positions of a row; the gate has refused areas that stand there twice. */
static gboolean
read_positions (MisProjectReader *reader, gsize at, GArray *columns, GArray *positions)
{
  MisJsonWalk walk;

  mis_json_walk_init (&walk, reader->input.text, at);
  while (mis_json_walk_next (&walk))
    {
      MisPosition position;
      int area = mis_reader_find_area (reader, walk.name);
      guint column = (guint) area;

      if (area < 0 || !mis_reader_read_position (reader, walk.value, column, &position))
        {
          if (!mis_json_set_aside (&reader->input))
            return FALSE;
          continue;
        }
      g_array_append_val (columns, column);
      g_array_append_val (positions, position);
    }
  return TRUE;
}

static void
clear_position (gpointer data)
{
  mis_note_unref (((MisPosition *) data)->note);
}

/* What the world itself objects to is the id or, at a limit, the row as a whole. */
static gboolean
fail_agent (MisProjectReader *reader, gsize at, GError *error)
{
  gsize values[N_MEMBERS];

  if (g_error_matches (error, MIS_ERROR, MIS_ERROR_DUPLICATE)
      && mis_json_read_members (&reader->input, at, member_names, N_MEMBERS, values))
    at = values[0];
  return mis_json_fail_error (&reader->input, at, error);
}

gboolean
mis_reader_add_agent (MisProjectReader *reader, gsize at)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (MisPosition));
  g_autoptr (MisAgent) agent = NULL;
  GError *error = NULL;
  gsize positions_at = 0;
  guint n_before = reader->input.n_aside;

  g_array_set_clear_func (positions, clear_position);
  agent = mis_reader_read_agent (reader, at, &positions_at);
  if (agent == NULL
      || (positions_at != 0 && !read_positions (reader, positions_at, columns, positions)))
    return FALSE;
  /* Its id is not free any more, whatever else is wrong with it. */
  if (!mis_world_builder_add_agent (reader->builder, agent,
                                    (const guint *) (gpointer) columns->data,
                                    (const MisPosition *) (gpointer) positions->data,
                                    reader->input.n_aside > n_before ? 0 : positions->len, &error))
    return fail_agent (reader, at, error);
  return TRUE;
}
