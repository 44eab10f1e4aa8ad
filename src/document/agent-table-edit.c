/* Texts that are typed or pasted into an agent table: all are read, then all are taken, or none. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/edit-rows.h"
#include "core/limits.h"
#include "core/local-number.h"
#include "core/new-ids.h"
#include "document/agent-table-private.h"
#include "document/cell-words.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

/* Texts as they are read, row by row. */
typedef struct
{
  MisAgentTable *table;
  MisWorld *world;
  const MisCellArea *area;
  const char *const *texts;
  GArray *faults;
  GArray *rows;       /* of MisRowEdit, whose agents are owned */
  GArray *cells;      /* of MisCellEdit, whose notes are borrowed */
  guint n_rows;       /* that are shown */
  guint n_added;      /* new ones so far */
  gint64 more_agents; /* in all groups together */
  MisRowIds ids;      /* those that are taken, once there is a new row */
  gboolean has_ids;
} Reading;

/* The row that is read. */
typedef struct
{
  guint shown;
  guint row;            /* in the world */
  MisAgent *old;        /* NULL if it is new */
  const MisAgent *base; /* NULL if there is none to go back to */
  char *name;
  char *principal;
  MisKind kind;
  guint64 count;
  guint area; /* of the position at hand */
  MisPosition position;
  gboolean has_position;
  gboolean has_goal_fault;
} Row;

static void
add_fault (Reading *reading, const Row *row, guint column, const char *text, char *reason)
{
  mis_cell_faults_add (reading->faults, row->shown, column, text, reason);
}

static void
read_name (Reading *reading, Row *row, guint column, const char *text)
{
  gboolean is_empty = mis_cell_text_is_empty (text);

  if (is_empty && row->base != NULL)
    text = row->base->name;
  else if (is_empty && row->old == NULL)
    return;
  else if (is_empty)
    {
      add_fault (reading, row, column, text, g_strdup (TEXT ("A group needs a name.")));
      return;
    }
  g_free (row->name);
  row->name = g_strdup (text);
}

static void
read_principal (Row *row, const char *text)
{
  const char *base = row->base != NULL ? row->base->principal : "";

  g_free (row->principal);
  row->principal = g_strdup (mis_cell_text_is_empty (text) ? base : text);
}

static void
read_kind (Reading *reading, Row *row, guint column, const char *text)
{
  char *reason;

  if (mis_cell_text_is_empty (text))
    row->kind = row->base != NULL ? row->base->kind : MIS_KIND_HUMAN;
  else if (!mis_typed_kind_read (text, &row->kind, &reason))
    add_fault (reading, row, column, text, reason);
}

static void
read_count (Reading *reading, Row *row, guint column, const char *text)
{
  char *reason;

  if (mis_cell_text_is_empty (text))
    row->count = row->base != NULL ? row->base->count : 1;
  else if (!mis_typed_count_read (text, &row->count, &reason))
    add_fault (reading, row, column, text, reason);
}

static MisPosition
get_position (Reading *reading, const Row *row, guint area)
{
  return row->old != NULL ? mis_world_get_position (reading->world, row->row, area)
                          : MIS_POSITION_UNKNOWN;
}

/* What an empty text goes back to. */
static MisPosition
get_base_position (Reading *reading, const Row *row, guint area)
{
  if (row->base == NULL)
    return MIS_POSITION_UNKNOWN;
  return mis_agent_base_get_position (reading->table->base, reading->world, row->row, area);
}

static void
end_position (Reading *reading, Row *row)
{
  MisPosition old;

  if (!row->has_position)
    return;
  row->has_position = FALSE;
  old = get_position (reading, row, row->area);
  if (!mis_position_equal (&old, &row->position))
    {
      MisCellEdit edit = { row->row, row->area, row->position };

      g_array_append_val (reading->cells, edit);
    }
}

/* Goal and weight of an area stand side by side, and are one position. */
static void
begin_position (Reading *reading, Row *row, guint area)
{
  if (row->has_position && row->area == area)
    return;
  end_position (reading, row);
  row->area = area;
  row->position = get_position (reading, row, area);
  row->has_position = TRUE;
  row->has_goal_fault = FALSE;
}

static void
set_goal (MisPosition *position, int goal)
{
  if (goal == MIS_UNKNOWN)
    *position = MIS_POSITION_UNKNOWN;
  else if (position->goal == MIS_UNKNOWN)
    *position = mis_position (goal, 1.0);
  else
    position->goal = goal;
}

static void
read_goal (Reading *reading, Row *row, guint column, guint area, const char *text)
{
  MisPosition base = get_base_position (reading, row, area);
  char *reason;
  int goal;

  begin_position (reading, row, area);
  if (mis_cell_text_is_empty (text) && row->position.goal == MIS_UNKNOWN)
    row->position = base;
  else if (mis_cell_text_is_empty (text))
    set_goal (&row->position, base.goal);
  else if (mis_goal_words_find (mis_agent_table_get_words (reading->table, area), text, &goal,
                                &reason))
    set_goal (&row->position, goal);
  else
    {
      add_fault (reading, row, column, text, reason);
      row->has_goal_fault = TRUE;
    }
}

static void
reset_weight (MisPosition *position, const MisPosition *base)
{
  double weight = base->goal != MIS_UNKNOWN ? base->weight : 1.0;

  position->weight = weight;
  position->low = base->goal != MIS_UNKNOWN ? base->low : weight;
  position->high = base->goal != MIS_UNKNOWN ? base->high : weight;
  if (base->goal != MIS_UNKNOWN)
    position->note = base->note;
}

static void
read_weight (Reading *reading, Row *row, guint column, guint area, const char *text)
{
  MisPosition base = get_base_position (reading, row, area);
  MisTypedNumber typed;
  char *reason;

  begin_position (reading, row, area);
  if (mis_cell_text_is_empty (text))
    {
      if (row->position.goal != MIS_UNKNOWN)
        reset_weight (&row->position, &base);
    }
  else if (!mis_typed_number_read (text, &typed, &reason))
    add_fault (reading, row, column, text, reason);
  else if (row->position.goal != MIS_UNKNOWN)
    mis_typed_number_apply (&typed, &row->position.weight, &row->position.low, &row->position.high);
  else if (!row->has_goal_fault)
    add_fault (reading, row, column, text,
               g_strdup_printf (TEXT ("“%s” has no goal in “%s” that could have a weight: choose "
                                      "one, or “No goal”, first."),
                                row->name,
                                mis_area_get_name (mis_world_get_area (reading->world, area))));
}

static void
read_text (Reading *reading, Row *row, guint column, const char *text)
{
  guint area;
  MisAgentField field = mis_agent_table_get_field (reading->table, column, &area);
  char *reason;

  if (field == MIS_AGENT_GOAL)
    read_goal (reading, row, column, area, text);
  else if (field == MIS_AGENT_WEIGHT)
    read_weight (reading, row, column, area, text);
  else if (field == MIS_AGENT_KIND)
    read_kind (reading, row, column, text);
  else if (field == MIS_AGENT_COUNT)
    read_count (reading, row, column, text);
  else if (!mis_typed_name_check (text, &reason))
    add_fault (reading, row, column, text, reason);
  else if (field == MIS_AGENT_NAME)
    read_name (reading, row, column, text);
  else
    read_principal (row, text);
}

static void
begin_old_row (Reading *reading, Row *row)
{
  MisAgentTable *table = reading->table;
  int base;

  row->row = mis_agent_table_get_agent (table, row->shown);
  row->old = mis_world_get_agent (reading->world, row->row);
  row->name = g_strdup (row->old->name);
  row->principal = g_strdup (row->old->principal);
  row->kind = row->old->kind;
  row->count = row->old->count;
  base = table->resets ? mis_agent_base_find_row (table->base, reading->world, row->row) : -1;
  if (base >= 0)
    row->base = mis_world_get_agent (mis_agent_base_get_world (table->base), (guint)base);
}

static void
begin_new_row (Reading *reading, Row *row)
{
  guint n = mis_world_get_n_agents (reading->world);

  row->row = n + reading->n_added++;
  /* Translators: what a new group is called until somebody says how; a number */
  row->name = g_strdup_printf (TEXT ("Group %u"), row->row + 1);
  row->principal = g_strdup ("");
  row->kind = MIS_KIND_HUMAN;
  row->count = 1;
}

/* Behind a scenario there are rows that it does not show. */
static void
take_ids (Reading *reading)
{
  MisWorld *project = mis_document_get_project (reading->table->document);

  reading->has_ids = TRUE;
  mis_row_ids_init (&reading->ids, project);
  for (guint i = 0; i < mis_world_get_n_agents (reading->world); i++)
    mis_row_ids_take (&reading->ids, mis_world_get_agent (reading->world, i)->id, NULL);
}

static char *
dup_id (Reading *reading, const Row *row)
{
  if (row->old != NULL)
    return g_strdup (row->old->id);
  if (!reading->has_ids)
    take_ids (reading);
  return mis_row_ids_make (&reading->ids, row->name);
}

static gboolean
is_same_agent (const Row *row)
{
  return row->old != NULL && row->kind == row->old->kind && row->count == row->old->count &&
         strcmp (row->name, row->old->name) == 0 &&
         strcmp (row->principal, row->old->principal) == 0;
}

static void
end_row (Reading *reading, Row *row)
{
  g_autofree char *id = NULL;
  MisRowEdit edit = { .row = row->row };

  end_position (reading, row);
  reading->more_agents += (gint64)row->count - (row->old != NULL ? (gint64)row->old->count : 0);
  if (is_same_agent (row))
    return;
  id = dup_id (reading, row);
  edit.agent = mis_agent_new (id, row->name, row->kind, row->principal, row->count,
                              row->old != NULL ? row->old->note : "", NULL);
  g_array_append_val (reading->rows, edit);
}

static void
read_row (Reading *reading, guint shown, const char *const *texts)
{
  Row row = { .shown = shown };

  /* An empty row adds no group. */
  if (shown >= reading->n_rows && mis_cell_texts_are_empty (texts, reading->area->n_columns))
    return;
  if (shown < reading->n_rows)
    begin_old_row (reading, &row);
  else
    begin_new_row (reading, &row);
  for (guint i = 0; i < reading->area->n_columns; i++)
    if (texts[i] != NULL)
      read_text (reading, &row, reading->area->column + i, texts[i]);
  end_row (reading, &row);
  g_free (row.name);
  g_free (row.principal);
}

/* A fault of the edit as a whole, at its first cell. */
static void
add_limit (Reading *reading, const char *text, char *reason)
{
  mis_cell_faults_add (reading->faults, reading->area->row, reading->area->column,
                       text != NULL ? text : "", reason);
}

static void
check_limits (Reading *reading)
{
  guint n_rows = mis_world_get_n_agents (reading->world) + reading->n_added;
  guint64 n_agents = mis_world_get_population (reading->world) + (guint64)reading->more_agents;
  g_autofree char *most = NULL;

  if (n_rows > MIS_MAX_AGENTS)
    {
      most = mis_count_text (MIS_MAX_AGENTS);
      add_limit (reading, reading->texts[0],
                 g_strdup_printf (TEXT ("A project has at most %s groups."), most));
    }
  else if (n_agents > MIS_MAX_POPULATION)
    {
      most = mis_count_text (MIS_MAX_POPULATION);
      add_limit (reading, reading->texts[0],
                 g_strdup_printf (TEXT ("All groups together have at most %s agents."), most));
    }
}

/* "Add Customer"; what a single new row is called once it is added. */
static char *
dup_added_name (Reading *reading)
{
  if (reading->rows->len == 0)
    return mis_cell_texts_name (reading->texts, 1);
  return g_strdup_printf (TEXT ("Add %s"),
                          g_array_index (reading->rows, MisRowEdit, 0).agent->name);
}

static char *
dup_name (Reading *reading, const char *name)
{
  gsize n_cells = (gsize)reading->area->n_rows * reading->area->n_columns;

  if (name != NULL)
    return g_strdup (name);
  if (n_cells > 1)
    return mis_cell_texts_name (reading->texts, n_cells);
  if (reading->area->row >= reading->n_rows)
    return dup_added_name (reading);
  return mis_agent_table_dup_step_name (reading->table, reading->area->row, reading->area->column);
}

static gboolean
take (Reading *reading, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) edited = NULL;
  g_autofree char *step = dup_name (reading, name);
  g_autofree char *most = NULL;

  edited = mis_world_with_cells (reading->world, (const MisRowEdit *)reading->rows->data,
                                 reading->rows->len, (const MisCellEdit *)reading->cells->data,
                                 reading->cells->len, &error);
  if (edited == NULL)
    {
      /* Rows and agents have been counted: what is left to exceed is this. */
      most = mis_count_text (MIS_MAX_POSITIONS);
      add_limit (reading, reading->texts[0],
                 g_strdup_printf (TEXT ("All groups together have at most %s goals."), most));
      return FALSE;
    }
  mis_document_edit_apart (reading->table->document, edited, step);
  return TRUE;
}

static void
clear_row (MisRowEdit *edit)
{
  mis_agent_unref (edit->agent);
}

gboolean
mis_agent_table_edit (MisCellSource *source,
                      const MisCellArea *area,
                      const char *const *texts,
                      const char *name,
                      GArray *faults)
{
  MisAgentTable *self = MIS_AGENT_TABLE (source);
  g_autoptr (MisWorld) world = mis_world_ref (self->world);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (MisRowEdit));
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (MisCellEdit));
  Reading reading = { .table = self,
                      .world = world,
                      .area = area,
                      .texts = texts,
                      .faults = faults,
                      .rows = rows,
                      .cells = cells };
  gboolean done;

  g_return_val_if_fail (area->column + area->n_columns <= mis_cell_source_get_n_columns (source),
                        FALSE);

  reading.n_rows = mis_cell_source_get_n_rows (source);
  g_array_set_clear_func (rows, (GDestroyNotify)clear_row);
  for (guint i = 0; i < area->n_rows; i++)
    read_row (&reading, area->row + i, &texts[(gsize)i * area->n_columns]);
  check_limits (&reading);
  done = faults->len == 0 && take (&reading, name);
  if (reading.has_ids)
    mis_row_ids_clear (&reading.ids);
  return done;
}
