/* What an edit of a world with a scenario applied does to the base: all that no scenario holds. */
#include "core/scenario-between-private.h"

#include <string.h>

#include "core/area-private.h"

/* A base that is changed where need be; what the edits were made from, and where they led. */
typedef struct
{
  const MisWorld *base;
  const MisWorld *shown;
  const MisWorld *edited;
  MisWorld *copy;     /* NULL as long as nothing is carried */
  guint *base_areas;  /* of the base in the edited world */
  guint *shown_areas; /* of the base in the shown one */
} Carry;

static MisWorld *
get_copy (Carry *carry)
{
  if (carry->copy == NULL)
    carry->copy = mis_world_copy (carry->base);
  return carry->copy;
}

/* Lists of pointers are compared one by one: who edits one makes it anew. */
static gboolean
has_same_experiments (const MisWorld *a, const MisWorld *b)
{
  return a->n_experiments == b->n_experiments &&
         (a->n_experiments == 0 ||
          memcmp (a->experiments, b->experiments, a->n_experiments * sizeof (gpointer)) == 0);
}

static void
carry_experiments (Carry *carry)
{
  const MisWorld *edited = carry->edited;
  MisExperiment **list;

  if (has_same_experiments (carry->shown, edited))
    return;
  list = g_new (MisExperiment *, edited->n_experiments);
  for (guint i = 0; i < edited->n_experiments; i++)
    list[i] = mis_experiment_ref (edited->experiments[i]);
  mis_world_take_experiments (get_copy (carry), list, edited->n_experiments);
}

static void
carry_texts (Carry *carry)
{
  const MisWorld *edited = carry->edited;

  if (strcmp (carry->shown->title, edited->title) != 0)
    {
      g_free (get_copy (carry)->title);
      carry->copy->title = g_strdup (edited->title);
    }
  if (strcmp (carry->shown->description, edited->description) != 0)
    {
      g_free (get_copy (carry)->description);
      carry->copy->description = g_strdup (edited->description);
    }
}

/* The note of a pair, where @edited has another one than @shown. */
static void
add_note (GArray *pairs,
          const MisArea *base,
          const MisArea *shown,
          const MisArea *edited,
          const MisConflict *pair)
{
  MisConflict before = mis_area_get_conflict (shown, pair->g, pair->h);
  MisConflict after = mis_area_get_conflict (edited, pair->g, pair->h);
  MisConflict conflict = mis_area_get_conflict (base, pair->g, pair->h);

  if (mis_note_equal (before.note, after.note) || mis_note_equal (conflict.note, after.note))
    return;
  conflict.note = after.note;
  g_array_append_val (pairs, conflict);
}

/* (transfer full): @base with the notes of pairs that are others in @edited than in @shown. Pairs
 * with notes are listed in their area. Where goals are others, notes came with them. */
static MisArea *
with_notes (MisArea *base, const MisArea *shown, const MisArea *edited)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (MisConflict));

  if (!mis_area_has_same_goals (shown, edited))
    return mis_area_ref (base);
  for (guint i = 0; i < edited->n_conflicts; i++)
    if (edited->conflicts[i].note != NULL)
      add_note (pairs, base, shown, edited, &edited->conflicts[i]);
  for (guint i = 0; i < shown->n_conflicts; i++)
    if (mis_area_get_conflict (edited, shown->conflicts[i].g, shown->conflicts[i].h).note == NULL)
      add_note (pairs, base, shown, edited, &shown->conflicts[i]);
  if (pairs->len == 0)
    return mis_area_ref (base);
  return mis_area_with_conflicts (base, (const MisConflict *)(gpointer)pairs->data, pairs->len,
                                  NULL);
}

/* (transfer full): @base with the names of @edited, which has the same goals. */
static MisArea *
with_names (MisArea *base, const MisArea *edited)
{
  if (strcmp (base->name, edited->name) == 0 &&
      strcmp (base->description, edited->description) == 0 &&
      mis_goal_list_equal (base->goals, edited->goals))
    return mis_area_ref (base);
  return mis_area_new (base->id, edited->name, edited->description, edited->goals->goals,
                       edited->goals->n, base->default_conflict, base->conflicts, base->n_conflicts,
                       NULL);
}

static void
carry_area (Carry *carry, guint area)
{
  const MisArea *shown, *edited;
  MisArea *base = carry->base->areas[area];
  g_autoptr (MisArea) named = NULL;
  MisArea *noted;

  if (carry->shown_areas[area] == MIS_NO_MATCH || carry->base_areas[area] == MIS_NO_MATCH)
    return;
  shown = carry->shown->areas[carry->shown_areas[area]];
  edited = carry->edited->areas[carry->base_areas[area]];
  if (shown == edited)
    return;
  named = with_names (base, edited);
  noted = with_notes (named, shown, edited);
  if (noted != base)
    mis_world_take_area (get_copy (carry), area, mis_area_ref (noted));
  mis_area_unref (noted);
}

static MisBlock *
own_block_of (Carry *carry, guint row)
{
  return mis_world_own_block (get_copy (carry), row / MIS_BLOCK_ROWS);
}

static void
carry_agent (Carry *carry, guint row, const MisAgent *shown, const MisAgent *edited)
{
  MisAgent *base = mis_world_get_agent (carry->base, row);
  g_autoptr (MisAgent) named = NULL;

  if (shown == edited)
    return;
  named = mis_agent_with_count (edited, base->count);
  if (!mis_agent_equal (named, base))
    mis_block_set_agent (own_block_of (carry, row), row % MIS_BLOCK_ROWS, named);
}

/* What is left of an edit from @shown to @edited, once another goal and weight are taken for the
 * scenario's: @base with the range and the note. A range holds the weight of the base, too. */
static MisPosition
get_carried (const MisPosition *base, const MisPosition *shown, const MisPosition *edited)
{
  MisPosition carried = *base;
  MisPosition expected = *shown;

  if (base->goal == MIS_UNKNOWN || shown->goal == MIS_UNKNOWN || edited->goal == MIS_UNKNOWN)
    return carried;
  if (expected.weight != edited->weight)
    mis_position_set_weight (&expected, edited->weight);
  if (expected.low != edited->low || expected.high != edited->high)
    {
      carried.low = MIN (edited->low, base->weight);
      carried.high = MAX (edited->high, base->weight);
    }
  if (!mis_note_equal (shown->note, edited->note))
    carried.note = edited->note;
  return carried;
}

static void
carry_position (
    Carry *carry, guint row, guint area, const MisPosition *shown, const MisPosition *edited)
{
  MisPosition base = mis_world_get_position (carry->base, row, area);
  MisPosition carried = get_carried (&base, shown, edited);

  if (!mis_position_equal (&base, &carried))
    mis_block_set_position (own_block_of (carry, row), row % MIS_BLOCK_ROWS, area, &carried);
}

/* Row @row of the base, which stands at @from in the shown and at @to in the edited world. */
static void
carry_row (Carry *carry, guint row, guint from, guint to)
{
  const MisBlock *shown = carry->shown->blocks[from / MIS_BLOCK_ROWS];
  const MisBlock *edited = carry->edited->blocks[to / MIS_BLOCK_ROWS];

  from %= MIS_BLOCK_ROWS;
  to %= MIS_BLOCK_ROWS;
  if (shown == edited && from == to)
    return;
  carry_agent (carry, row, shown->agents[from], edited->agents[to]);
  for (guint i = 0; i < carry->base->n_areas; i++)
    {
      guint a = carry->shown_areas[i], b = carry->base_areas[i];
      MisPosition before, after;

      if (a == MIS_NO_MATCH || b == MIS_NO_MATCH ||
          (shown->columns[a] == edited->columns[b] && from == to))
        continue;
      before = mis_block_get_position (shown, from, a);
      after = mis_block_get_position (edited, to, b);
      carry_position (carry, row, i, &before, &after);
    }
}

/* Shown and edited world have the rows of the base, each in its place. */
static void
carry_blocks (Carry *carry)
{
  for (guint i = 0; i < carry->base->n_blocks; i++)
    if (carry->shown->blocks[i] != carry->edited->blocks[i])
      for (guint row = 0; row < carry->base->blocks[i]->n_rows; row++)
        carry_row (carry, i * MIS_BLOCK_ROWS + row, i * MIS_BLOCK_ROWS + row,
                   i * MIS_BLOCK_ROWS + row);
}

static void
carry_rows (Carry *carry)
{
  g_autofree guint *from = mis_rows_match (carry->base, carry->shown);
  g_autofree guint *to = mis_rows_match (carry->base, carry->edited);

  if (from == NULL && to == NULL)
    {
      carry_blocks (carry);
      return;
    }
  for (guint i = 0; i < carry->base->n_agents; i++)
    if (mis_match (from, i) != MIS_NO_MATCH && mis_match (to, i) != MIS_NO_MATCH)
      carry_row (carry, i, mis_match (from, i), mis_match (to, i));
}

MisWorld *
mis_world_carry_edits (MisWorld *base, const MisWorld *shown, const MisWorld *edited)
{
  Carry carry = { .base = base, .shown = shown, .edited = edited };

  carry.base_areas = mis_areas_match (base, edited);
  carry.shown_areas = mis_areas_match (base, shown);
  carry_texts (&carry);
  carry_experiments (&carry);
  for (guint i = 0; i < base->n_areas; i++)
    carry_area (&carry, i);
  carry_rows (&carry);
  g_free (carry.base_areas);
  g_free (carry.shown_areas);
  return carry.copy != NULL ? carry.copy : mis_world_ref (base);
}
