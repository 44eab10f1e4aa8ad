#include "file/table-reader.h"

#include <math.h>

#include "core/error.h"
#include "core/limits.h"
#include "file/table-advice.h"
#include "file/table-reader-private.h"

static void
begin_draft (MisTableReader *reader)
{
  g_array_set_size (reader->areas, 0);
  g_array_set_size (reader->positions, 0);
}

/* Takes over @agent. */
static void
add_draft (MisTableReader *reader, MisAgent *agent)
{
  mis_table_drafts_add (&reader->drafts, agent, (const guint *) (gpointer) reader->areas->data,
                        (const MisPosition *) (gpointer) reader->positions->data,
                        reader->positions->len);
}

static void
exchange_draft (MisTableReader *reader, guint index, MisAgent *agent)
{
  mis_table_drafts_exchange (&reader->drafts, index, agent,
                             (const guint *) (gpointer) reader->areas->data,
                             (const MisPosition *) (gpointer) reader->positions->data,
                             reader->positions->len);
}

static void
append_position (MisTableReader *reader, guint area, const MisPosition *position)
{
  g_array_append_val (reader->areas, area);
  g_array_append_vals (reader->positions, position, 1);
}

static void
add_base_draft (MisTableReader *reader, guint agent)
{
  begin_draft (reader);
  for (guint area = 0; area < mis_world_get_n_areas (reader->base); area++)
    {
      MisPosition position = mis_world_get_position (reader->base, agent, area);

      if (position.goal != MIS_UNKNOWN)
        append_position (reader, area, &position);
    }
  add_draft (reader, mis_agent_ref (mis_world_get_agent (reader->base, agent)));
}

static void
add_base_agents (MisTableReader *reader)
{
  guint n_agents = mis_world_get_n_agents (reader->base);

  reader->is_changed = g_new0 (gboolean, n_agents);
  for (guint i = 0; i < n_agents; i++)
    {
      MisAgent *agent = mis_world_get_agent (reader->base, i);

      if (!(reader->how & MIS_TABLE_REPLACE))
        add_base_draft (reader, i);
      mis_table_words_add_id (reader->known, agent->id, (int) i);
      mis_table_words_add_name (reader->known, agent->name, (int) i);
      mis_table_ids_add (&reader->ids, agent->id);
    }
}

static void
reader_init (MisTableReader *reader, MisWorld *base, MisTableHow how)
{
  *reader = (MisTableReader) { .how = how };
  reader->base = base != NULL ? mis_world_ref (base)
                              : mis_world_builder_end (mis_world_builder_new ());
  reader->vocabulary = mis_table_vocabulary_new (reader->base, TRUE);
  mis_table_drafts_init (&reader->drafts);
  reader->areas = g_array_new (FALSE, FALSE, sizeof (guint));
  reader->positions = g_array_new (FALSE, FALSE, sizeof (MisPosition));
  reader->known = mis_table_words_new ();
  reader->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader->alike = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                         (GDestroyNotify) g_bytes_unref, NULL);
  mis_table_ids_init (&reader->ids);
  add_base_agents (reader);
}

static MisFault *
reader_clear (MisTableReader *reader)
{
  mis_table_agents_clear (&reader->rows);
  mis_table_vocabulary_free (reader->vocabulary);
  mis_table_drafts_clear (&reader->drafts);
  g_array_unref (reader->areas);
  g_array_unref (reader->positions);
  mis_table_words_free (reader->known);
  g_free (reader->is_changed);
  g_hash_table_unref (reader->seen);
  g_hash_table_unref (reader->alike);
  mis_table_ids_clear (&reader->ids);
  mis_world_unref (reader->base);
  return mis_table_scan_end (&reader->scan);
}

/* "found", the agent at hand, and the rest of the sentence. */
static gboolean
fail (MisTableReader *reader, const char *rest)
{
  const char *agent = reader->rows.agent.agent->str;
  g_autofree char *message = g_strdup_printf ("found \"%s\"%s", agent, rest);

  return mis_table_agents_fail (&reader->rows, MIS_FILE_ERROR_TABLE, message);
}

static gboolean
fail_error (MisTableReader *reader, GError *error)
{
  MisFileError code = g_error_matches (error, MIS_ERROR, MIS_ERROR_LIMIT) ? MIS_FILE_ERROR_LIMIT
                                                                          : MIS_FILE_ERROR_TABLE;

  mis_table_agents_fail (&reader->rows, code, error->message);
  g_error_free (error);
  return FALSE;
}

/* Begins a draft with the known positions of the agent at hand. */
static void
copy_positions (MisTableReader *reader)
{
  const MisTableAgent *row = &reader->rows.agent;

  begin_draft (reader);
  for (guint i = 0; i < row->n_positions; i++)
    if (row->positions[i].goal != MIS_UNKNOWN)
      append_position (reader, row->areas[i], &row->positions[i]);
}

static gboolean
mentions (const MisTableAgent *row, guint area)
{
  for (guint i = 0; i < row->n_positions; i++)
    if (row->areas[i] == area)
      return TRUE;
  return FALSE;
}

static gboolean
check_limits (MisTableReader *reader)
{
  if (reader->drafts.list->len >= MIS_MAX_AGENTS)
    return mis_table_agents_fail (
      &reader->rows, MIS_FILE_ERROR_LIMIT,
      reader->how & MIS_TABLE_MERGE
        ? "found more than 100000 groups of agents that differ, expected at most as many: round "
          "the weights, or score the table as it is with \"misalign-cli score FILE --population "
          "TABLE\""
        : "found more than 100000 groups of agents, expected at most as many: merge those that are "
          "alike in everything but the id, or score the table as it is with \"misalign-cli score "
          "FILE --population TABLE\"");
  return reader->drafts.n_positions + reader->rows.agent.n_positions <= MIS_MAX_POSITIONS
         || mis_table_agents_fail (&reader->rows, MIS_FILE_ERROR_LIMIT,
                                   "found more than 2000000 positions of agents, expected at most "
                                   "as many: merge agents that are alike in everything but the id");
}

/* Notes of what has stayed as it was, and the range of a weight, unless the table says ranges. */
static void
keep_rest_of_positions (MisTableReader *reader, guint index)
{
  gboolean has_ranges = mis_table_header_has_ranges (&reader->rows.header);

  for (guint i = 0; i < reader->positions->len; i++)
    {
      guint area = g_array_index (reader->areas, guint, i);
      MisPosition *position = &g_array_index (reader->positions, MisPosition, i);
      MisPosition old;

      if (area >= mis_world_get_n_areas (reader->base))
        continue;
      old = mis_world_get_position (reader->base, index, area);
      if (old.goal != position->goal)
        continue;
      position->note = old.note;
      if (has_ranges || fabs (old.weight - position->weight) > 0.0)
        continue;
      position->low = old.low;
      position->high = old.high;
    }
}

static void
keep_other_positions (MisTableReader *reader, const MisTableDraft *old)
{
  const MisTableAgent *row = &reader->rows.agent;

  for (guint i = 0; i < old->n_positions; i++)
    if (!mentions (row, old->areas[i]))
      append_position (reader, old->areas[i], &old->positions[i]);
}

/* Whether the table decides what an agent of the base is in this respect: it says something, or it
 * is to replace what is there, and has a column for it. */
static gboolean
decides (const MisTableReader *reader, MisTableRole role, gboolean says_something)
{
  return says_something
         || ((reader->how & MIS_TABLE_REPLACE) && reader->rows.header.columns[role] >= 0);
}

/* An agent of the base with what the table says of it; %NULL with an error. */
static MisAgent *
renew_agent (const MisTableReader *reader, const MisAgent *old, GError **error)
{
  const MisTableAgent *row = &reader->rows.agent;
  const char *name = row->has_name ? row->name->str : row->agent->str;

  return mis_agent_new (
    old->id, decides (reader, MIS_TABLE_NAME, row->has_name) ? name : old->name,
    decides (reader, MIS_TABLE_KIND, row->has_kind) ? row->kind : old->kind,
    decides (reader, MIS_TABLE_PRINCIPAL, row->has_principal) ? row->principal->str
                                                              : old->principal,
    decides (reader, MIS_TABLE_COUNT, row->has_count) ? row->count : old->count, old->note, error);
}

/* What the table says of an agent of the base wins; what it does not mention stays. */
static gboolean
change_agent (MisTableReader *reader, guint index)
{
  gboolean replaces = (reader->how & MIS_TABLE_REPLACE) != 0;
  GError *error = NULL;
  MisAgent *agent;

  if (reader->is_changed[index])
    return fail (reader, ", which is an agent of the project that the table "
                 "has named before, expected it once");
  if (replaces && !check_limits (reader))
    return FALSE;
  reader->is_changed[index] = TRUE;
  reader->summary.n_changed++;
  copy_positions (reader);
  if (replaces)
    keep_rest_of_positions (reader, index);
  else
    keep_other_positions (reader, mis_table_drafts_get (&reader->drafts, index));
  agent = renew_agent (reader, mis_world_get_agent (reader->base, index), &error);
  if (agent == NULL)
    return fail_error (reader, error);
  if (replaces)
    add_draft (reader, agent);
  else
    exchange_draft (reader, index, agent);
  return TRUE;
}

/* Whether there is a group like the agent at hand, to which it is counted then. */
static gboolean
merge_agent (MisTableReader *reader, gboolean *is_merged)
{
  const MisTableAgent *row = &reader->rows.agent;
  GBytes *key = mis_table_likeness_make_key (row);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (reader->alike, key));
  GError *error = NULL;
  MisTableDraft *draft;
  MisAgent *larger;

  *is_merged = index != 0;
  if (index == 0)
    {
      g_hash_table_insert (reader->alike, key, GUINT_TO_POINTER (reader->drafts.list->len + 1));
      return TRUE;
    }
  g_bytes_unref (key);
  draft = mis_table_drafts_get (&reader->drafts, index - 1);
  larger = mis_agent_new (draft->agent->id, draft->agent->name, draft->agent->kind,
                          draft->agent->principal, draft->agent->count + row->count, "", &error);
  if (larger == NULL)
    return fail_error (reader, error);
  mis_agent_unref (draft->agent);
  draft->agent = larger;
  reader->summary.n_merged++;
  return TRUE;
}

static gboolean
create_agent (MisTableReader *reader)
{
  const MisTableAgent *row = &reader->rows.agent;
  g_autofree char *id = NULL;
  gboolean is_merged = FALSE;
  GError *error = NULL;
  MisAgent *agent;

  if ((reader->how & MIS_TABLE_MERGE) && (!merge_agent (reader, &is_merged) || is_merged))
    return is_merged && reader->scan.fault == NULL;
  if (!check_limits (reader))
    return FALSE;
  id = mis_table_ids_make (&reader->ids, row->agent->str, "agent");
  copy_positions (reader);
  agent = mis_agent_new (id, row->has_name ? row->name->str : row->agent->str, row->kind,
                         row->principal->str, row->count, "", &error);
  if (agent == NULL)
    return fail_error (reader, error);
  add_draft (reader, agent);
  reader->summary.n_agents++;
  return TRUE;
}

/* The ids of merged agents are kept too: a table that names an agent twice is a mistake. */
static gboolean
see_agent (MisTableReader *reader)
{
  const MisTableAgent *row = &reader->rows.agent;
  gpointer line = g_hash_table_lookup (reader->seen, row->agent->str);
  g_autofree char *message = NULL;

  if (line == NULL)
    return g_hash_table_insert (reader->seen, g_strdup (row->agent->str),
                                GSIZE_TO_POINTER (row->line));
  message = g_strdup_printf (reader->rows.header.is_long
                               ? "found \"%s\" again behind rows of other agents, expected all "
                                 "rows of an agent together: others begin in line %" G_GSIZE_FORMAT
                               : "found a second row of the agent \"%s\", expected only that in "
                                 "line %" G_GSIZE_FORMAT MIS_TABLE_SECOND_ROW,
                             row->agent->str, GPOINTER_TO_SIZE (line));
  return mis_table_agents_fail (&reader->rows, MIS_FILE_ERROR_TABLE, message);
}

static gboolean
add_agent (MisTableReader *reader)
{
  const MisTableAgent *row = &reader->rows.agent;
  int index;

  if (!see_agent (reader))
    return FALSE;
  index = mis_table_words_find (reader->known, row->agent->str, row->agent->len);
  if (index == MIS_TABLE_WORD_AMBIGUOUS)
    return fail (reader, ", which is the name of more than one agent of the "
                 "project, expected an id");
  return index >= 0 ? change_agent (reader, (guint) index) : create_agent (reader);
}

/* What only the whole shows is wrong: limits over everything, a scenario that adds an agent whose
 * id the table has taken. */
static MisWorld *
build (MisTableReader *reader)
{
  g_autoptr (GError) error = NULL;
  MisWorld *world = mis_table_world_build (reader, &error);

  if (world == NULL)
    reader->scan.fault = mis_fault_new (g_error_matches (error, MIS_ERROR, MIS_ERROR_LIMIT)
                                          ? MIS_FILE_ERROR_LIMIT
                                          : MIS_FILE_ERROR_TABLE,
                                        0, 0, "", error->message);
  return world;
}

void
mis_table_summary_clear (MisTableSummary *summary)
{
  g_clear_pointer (&summary->kinds, g_ptr_array_unref);
}

/* Takes over the scan of the reader. */
static MisWorld *
read_world (MisTableReader *reader, MisTableSummary *summary, MisFault **fault)
{
  MisWorld *world = NULL;

  if (reader->how & MIS_TABLE_LIST_MORE)
    {
      reader->scan.most_listed = MIS_TABLE_MOST_FAULTS;
      reader->scan.lists_alike = TRUE;
    }
  if (mis_table_agents_init (&reader->rows, &reader->scan, reader->vocabulary))
    while (mis_table_agents_next (&reader->rows)
           && (add_agent (reader) || mis_table_scan_set_aside (&reader->scan)))
      ;
  else
    mis_table_advise_header (&reader->scan);
  if (reader->scan.fault == NULL && reader->scan.n_aside == 0)
    world = build (reader);
  mis_table_vocabulary_count_new (reader->vocabulary, &reader->summary.n_areas,
                                  &reader->summary.n_goals);
  reader->summary.n_rows = reader->rows.n_rows;
  reader->summary.n_empty_weights = reader->rows.n_empty_weights;
  if (summary != NULL)
    {
      *summary = reader->summary;
      summary->kinds = g_steal_pointer (&reader->rows.kinds);
      summary->keeps_kinds = reader->rows.header.columns[MIS_TABLE_PRINCIPAL] < 0;
    }
  *fault = reader_clear (reader);
  g_assert ((world == NULL) == (*fault != NULL));
  return world;
}

MisWorld *
mis_table_read (const char *text,
                gsize length,
                MisWorld *base,
                MisTableHow how,
                MisTableSummary *summary,
                MisFault **fault)
{
  MisTableReader reader;

  g_return_val_if_fail (fault != NULL, NULL);

  reader_init (&reader, base, how);
  mis_table_scan_init_memory (&reader.scan, text, length);
  return read_world (&reader, summary, fault);
}

MisWorld *
mis_table_read_file (int fd,
                     MisWorld *base,
                     MisTableHow how,
                     MisTableSummary *summary,
                     MisFault **fault)
{
  MisTableReader reader;

  g_return_val_if_fail (fault != NULL, NULL);

  reader_init (&reader, base, how);
  mis_table_scan_init_file (&reader.scan, fd);
  return read_world (&reader, summary, fault);
}
