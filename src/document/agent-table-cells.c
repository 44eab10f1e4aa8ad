/* What the cells of an agent table say, and what changing one is called. */
#include "document/agent-table-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/local-number.h"
#include "document/cell-words.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

void
mis_agent_table_get_column (MisCellSource *source, guint column, MisCellColumn *out)
{
  static const struct
  {
    const char *title;
    guint width;
  } columns[] = {
    [MIS_AGENT_NAME] = { N_ ("Name"), 24 },           [MIS_AGENT_KIND] = { N_ ("Kind"), 14 },
    [MIS_AGENT_PRINCIPAL] = { N_ ("Principal"), 16 }, [MIS_AGENT_COUNT] = { N_ ("Count"), 10 },
    [MIS_AGENT_GOAL] = { N_ ("Goal"), 22 },           [MIS_AGENT_WEIGHT] = { N_ ("Weight"), 14 },
  };
  MisAgentTable *self = MIS_AGENT_TABLE (source);
  guint area;
  MisAgentField field = mis_agent_table_get_field (self, column, &area);

  out->title = g_strdup (TEXT (columns[field].title));
  out->width = columns[field].width;
  if (mis_agent_field_is_of_area (field))
    out->group = g_strdup (mis_area_get_name (mis_world_get_area (self->world, area)));
}

/* %NULL: the base has no such row. */
static MisAgent *
get_base_agent (MisAgentTable *self, guint agent)
{
  int row = mis_agent_base_find_row (self->base, self->world, agent);

  return row >= 0 ? mis_world_get_agent (mis_agent_base_get_world (self->base), (guint)row) : NULL;
}

static gboolean
is_meta_changed (MisAgentTable *self, guint row, MisAgentField field)
{
  const MisAgent *agent = mis_world_get_agent (self->world, row);
  const MisAgent *base = self->base != NULL ? get_base_agent (self, row) : agent;

  if (base == agent || base == NULL)
    return base == NULL;
  switch ((int)field)
    {
    case MIS_AGENT_NAME:
      return strcmp (agent->name, base->name) != 0;
    case MIS_AGENT_KIND:
      return agent->kind != base->kind;
    case MIS_AGENT_PRINCIPAL:
      return strcmp (agent->principal, base->principal) != 0;
    case MIS_AGENT_COUNT:
    default:
      return agent->count != base->count;
    }
}

static void
fill_meta (MisAgentTable *self, guint row, MisAgentField field, MisCellContent *out)
{
  const MisAgent *agent = mis_world_get_agent (self->world, row);

  switch ((int)field)
    {
    case MIS_AGENT_NAME:
      out->text = g_strdup (agent->name);
      out->flags = *agent->note != '\0' ? MIS_CELL_NOTED : MIS_CELL_PLAIN;
      break;
    case MIS_AGENT_KIND:
      out->text = g_strdup (TEXT (mis_kinds[agent->kind].label));
      out->flags = MIS_CELL_CHOICE;
      break;
    case MIS_AGENT_PRINCIPAL:
      out->text = g_strdup (agent->principal);
      break;
    case MIS_AGENT_COUNT:
    default:
      out->text = mis_count_text (agent->count);
      out->flags = MIS_CELL_NUMBER;
    }
  if (is_meta_changed (self, row, field))
    out->flags |= MIS_CELL_CHANGED;
}

static void
fill_goal (MisAgentTable *self, guint row, guint area, MisCellContent *out)
{
  MisPosition position = mis_world_get_position (self->world, row, area);

  out->text =
      g_strdup (mis_goal_words_get_text (mis_agent_table_get_words (self, area), position.goal));
  out->flags = MIS_CELL_CHOICE;
  if (position.goal == MIS_UNKNOWN)
    out->flags |= MIS_CELL_UNKNOWN;
  if (position.goal == MIS_NO_GOAL)
    out->flags |= MIS_CELL_NO_GOAL;
  if (self->base != NULL &&
      mis_agent_base_get_position (self->base, self->world, row, area).goal != position.goal)
    out->flags |= MIS_CELL_CHANGED;
}

/* Whether the numbers, or whether there are any, are not the same. */
static gboolean
is_weight_changed (const MisPosition *a, const MisPosition *b)
{
  if (a->goal == MIS_UNKNOWN || b->goal == MIS_UNKNOWN)
    return a->goal != b->goal;
  return a->weight != b->weight || a->low != b->low || a->high != b->high;
}

static void
fill_weight (MisAgentTable *self, guint row, guint area, MisCellContent *out)
{
  MisPosition position = mis_world_get_position (self->world, row, area);
  MisPosition base = self->base != NULL
                         ? mis_agent_base_get_position (self->base, self->world, row, area)
                         : position;

  out->flags = MIS_CELL_NUMBER;
  if (position.goal == MIS_UNKNOWN)
    out->flags |= MIS_CELL_UNKNOWN;
  else
    out->text = mis_cell_number_text (position.weight, position.low, position.high);
  if (position.goal != MIS_UNKNOWN && position.low < position.high)
    out->flags |= MIS_CELL_UNCERTAIN;
  if (position.goal != MIS_UNKNOWN && position.note != NULL)
    out->flags |= MIS_CELL_NOTED;
  if (is_weight_changed (&position, &base))
    out->flags |= MIS_CELL_CHANGED;
}

void
mis_agent_table_get_cell (MisCellSource *source, guint row, guint column, MisCellContent *out)
{
  MisAgentTable *self = MIS_AGENT_TABLE (source);
  guint agent = mis_agent_table_get_agent (self, row);
  guint area;
  MisAgentField field = mis_agent_table_get_field (self, column, &area);

  if (field == MIS_AGENT_GOAL)
    fill_goal (self, agent, area, out);
  else if (field == MIS_AGENT_WEIGHT)
    fill_weight (self, agent, area, out);
  else
    fill_meta (self, agent, field, out);
}

/* What the titles alone do not tell. */
static char *
explain_column (MisAgentField field)
{
  static const char *const words[] = {
    [MIS_AGENT_NAME] = NULL,
    [MIS_AGENT_KIND] = N_ ("Whether they are people, AI systems, organizations or others"),
    [MIS_AGENT_PRINCIPAL] = N_ ("On whose behalf they act; empty if on their own"),
    [MIS_AGENT_COUNT] = N_ ("How many agents this row stands for"),
    [MIS_AGENT_GOAL] = N_ ("What they want in this problem area"),
    [MIS_AGENT_WEIGHT] = N_ ("How much they care: 0 not at all, 1 the most"),
  };

  return words[field] != NULL ? g_strdup (TEXT (words[field])) : NULL;
}

static char *
explain_position (MisAgentTable *self, guint agent, guint area)
{
  MisPosition position = mis_world_get_position (self->world, agent, area);

  if (position.goal == MIS_UNKNOWN || position.note == NULL)
    return NULL;
  return mis_cell_note_text (position.note->note, position.note->source);
}

/* Where the mark of a note stands, the note is said. */
char *
mis_agent_table_explain (MisCellSource *source, int row, guint column)
{
  MisAgentTable *self = MIS_AGENT_TABLE (source);
  guint area, agent;
  MisAgentField field = mis_agent_table_get_field (self, column, &area);

  if (row < 0)
    return explain_column (field);
  agent = mis_agent_table_get_agent (self, (guint)row);
  if (field == MIS_AGENT_NAME)
    return mis_cell_note_text (mis_world_get_agent (self->world, agent)->note, NULL);
  return field == MIS_AGENT_WEIGHT ? explain_position (self, agent, area) : NULL;
}

static char **
dup_kinds (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (const MisChoice *kind = mis_kinds; kind->nick != NULL; kind++)
    g_strv_builder_add (builder, TEXT (kind->label));
  return g_strv_builder_end (builder);
}

char **
mis_agent_table_get_choices (MisCellSource *source, guint row, guint column)
{
  MisAgentTable *self = MIS_AGENT_TABLE (source);
  guint area;
  MisAgentField field = mis_agent_table_get_field (self, column, &area);

  if (field == MIS_AGENT_GOAL)
    return mis_goal_words_dup_choices (mis_agent_table_get_words (self, area));
  return field == MIS_AGENT_KIND ? dup_kinds () : NULL;
}

char *
mis_agent_table_dup_step_name (MisAgentTable *self, guint row, guint column)
{
  const char *name = mis_world_get_agent (self->world, mis_agent_table_get_agent (self, row))->name;
  guint area;

  switch (mis_agent_table_get_field (self, column, &area))
    {
    case MIS_AGENT_NAME:
      return g_strdup_printf (TEXT ("Change Name of %s"), name);
    case MIS_AGENT_KIND:
      return g_strdup_printf (TEXT ("Change Kind of %s"), name);
    case MIS_AGENT_PRINCIPAL:
      return g_strdup_printf (TEXT ("Change Principal of %s"), name);
    case MIS_AGENT_COUNT:
      return g_strdup_printf (TEXT ("Change Count of %s"), name);
    case MIS_AGENT_GOAL:
      return g_strdup_printf (TEXT ("Change Goal of %s"), name);
    case MIS_AGENT_WEIGHT:
    default:
      return g_strdup_printf (TEXT ("Change Weight of %s"), name);
    }
}
