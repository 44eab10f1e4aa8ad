#include "file/table-agents-private.h"

#include "core/number.h"
#include "core/text.h"
#include "file/table-contents.h"
#include "file/table-field.h"
#include "file/table-kinds.h"

gboolean
mis_table_agents_init (MisTableAgents *self, MisTableScan *scan, MisTableVocabulary *vocabulary)
{
  *self = (MisTableAgents) { .scan = scan, .vocabulary = vocabulary };
  self->agent.agent = g_string_new (NULL);
  self->agent.name = g_string_new (NULL);
  self->agent.principal = g_string_new (NULL);
  if (!mis_table_scan_header (scan) || !mis_table_header_read (&self->header, scan, vocabulary))
    return FALSE;
  self->comma = scan->separator != ',';
  return TRUE;
}

void
mis_table_agents_clear (MisTableAgents *self)
{
  g_string_free (self->agent.agent, TRUE);
  g_string_free (self->agent.name, TRUE);
  g_string_free (self->agent.principal, TRUE);
  g_free (self->agent.areas);
  g_free (self->agent.positions);
  g_free (self->lines);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  mis_table_header_clear (&self->header);
}

gboolean
mis_table_agents_fail (MisTableAgents *self, MisFileError code, const char *message)
{
  const char *label = self->header.labels[self->header.columns[MIS_TABLE_AGENT]];

  if (self->scan->fault != NULL)
    return FALSE;
  self->scan->fault = mis_fault_new (code, self->agent.line, self->column, label, message);
  self->scan->fault->cell
    = mis_table_scan_name_cell ((guint) self->header.columns[MIS_TABLE_AGENT], self->row);
  return FALSE;
}

static inline const MisTableField *
get_field (const MisTableAgents *self, MisTableRole role)
{
  return mis_table_agents_get_field (self, self->header.columns[role]);
}

static const char *
get_label (const MisTableAgents *self, int column)
{
  return self->header.labels[column];
}

gboolean
mis_table_agents_fail_field (MisTableAgents *self, int column, const char *expected)
{
  g_autofree char *found = mis_table_field_quote (mis_table_agents_get_field (self, column));

  return mis_table_scan_fail (self->scan, (guint) column, get_label (self, column),
                              "found %s, expected %s", found, expected);
}

gboolean
mis_table_agents_fail_error (MisTableAgents *self, int column, GError *error)
{
  mis_table_scan_fail (self->scan, (guint) column, get_label (self, column), "%s", error->message);
  g_error_free (error);
  return FALSE;
}

/* Whether a text is a name whatever mis_check_name() looks at: the common case, at a glance. */
static inline gboolean
is_plain_name (const GString *text)
{
  gboolean plain = text->len <= 200;

  for (gsize i = 0; i < text->len; i++)
    plain &= (guint8) (text->str[i] - 0x20) < 0x5f;
  return plain;
}

/* Sets @text to what is in the column; empty where there is none. */
static gboolean
read_text (MisTableAgents *self, MisTableRole role, GString *text)
{
  int column = self->header.columns[role];
  const MisTableField *field = get_field (self, role);
  GError *error = NULL;

  g_string_truncate (text, 0);
  g_string_append_len (text, field->text, field->length);
  if (is_plain_name (text) || mis_check_name (text->str, &error))
    return TRUE;
  return mis_table_agents_fail_error (self, column, error);
}

/* (transfer full): the kinds, or the one that is hardly misspelt, as in British English. */
static char *
list_expected_kinds (const MisTableField *field)
{
  g_autofree char *found = g_strndup (field->text, field->length);
  g_autofree char *kinds = mis_choice_list_nicks (mis_kinds);

  for (guint i = 0; mis_kinds[i].nick != NULL; i++)
    if (mis_names_resemble (found, mis_kinds[i].nick))
      return g_strdup_printf ("%s: did you mean \"%s\"?", kinds, mis_kinds[i].nick);
  return g_steal_pointer (&kinds);
}

static gboolean
parse_kind (MisTableAgents *self, const MisTableField *field, MisKind *kind)
{
  g_autofree char *expected = NULL;

  for (guint i = 0; mis_kinds[i].nick != NULL; i++)
    if (mis_table_field_is_word (field, mis_kinds[i].nick))
      {
        *kind = (MisKind) i;
        return TRUE;
      }
  if (mis_table_kind_count (&self->kinds, field->text, field->length, kind))
    return TRUE;
  expected = list_expected_kinds (field);
  return mis_table_agents_fail_field (self, self->header.columns[MIS_TABLE_KIND], expected);
}

/* Of a word that says more than the kind it is taken for nothing is lost: it is the principal, if
 * the table has none. */
static void
keep_word (MisTableAgents *self, const MisTableField *word)
{
  if (self->header.columns[MIS_TABLE_PRINCIPAL] >= 0
      || mis_table_field_is_word (word, mis_kinds[self->agent.kind].nick))
    return;
  g_string_append_len (self->agent.principal, word->text, word->length);
  self->agent.has_principal = TRUE;
}

static gboolean
parse_count (MisTableAgents *self, const MisTableField *field, guint64 *count)
{
  int column = self->header.columns[MIS_TABLE_COUNT];
  GError *error = NULL;
  g_autofree char *expected = NULL;

  if (mis_table_field_parse_whole (field, count))
    return mis_check_count (*count, &error) || mis_table_agents_fail_error (self, column, error);
  expected = mis_table_field_expect_whole (field);
  return mis_table_agents_fail_field (self, column, expected);
}

/* What the first row of an agent says of it. */
static gboolean
begin_agent (MisTableAgents *self)
{
  MisTableAgent *agent = &self->agent;
  int column = self->header.columns[MIS_TABLE_AGENT];
  const MisTableField *kind = get_field (self, MIS_TABLE_KIND);
  const MisTableField *count = get_field (self, MIS_TABLE_COUNT);

  agent->line = self->scan->line;
  self->row = self->scan->row;
  agent->n_positions = 0;
  agent->kind = MIS_KIND_HUMAN;
  agent->count = 1;
  self->column = mis_table_scan_get_column (self->scan, (guint) column);
  if (!read_text (self, MIS_TABLE_AGENT, agent->agent)
      || !read_text (self, MIS_TABLE_NAME, agent->name)
      || !read_text (self, MIS_TABLE_PRINCIPAL, agent->principal))
    return FALSE;
  agent->has_name = agent->name->len > 0;
  agent->has_principal = agent->principal->len > 0;
  agent->has_kind = kind->length > 0;
  agent->has_count = count->length > 0;
  if (agent->has_kind && parse_kind (self, kind, &agent->kind))
    keep_word (self, kind);
  else if (agent->has_kind && !mis_table_scan_set_aside (self->scan))
    return FALSE;
  if (!agent->has_count || parse_count (self, count, &agent->count))
    return TRUE;
  agent->count = 1;
  return mis_table_scan_set_aside (self->scan);
}

static gboolean
fail_other (MisTableAgents *self, MisTableRole role, const char *first)
{
  g_autofree char *quoted = mis_table_quote (first, strlen (first));
  g_autofree char *expected
    = g_strdup_printf ("%s, as in line %" G_GUINT64_FORMAT ", where the agent's rows begin%s",
                       quoted, self->agent.line, *first != '\0' ? ", or nothing" : "");

  return mis_table_agents_fail_field (self, self->header.columns[role], expected);
}

static gboolean
check_same_text (MisTableAgents *self, MisTableRole role, const GString *first)
{
  const MisTableField *field = get_field (self, role);

  return field->length == 0 || mis_table_field_is (field, first->str, first->len)
         || fail_other (self, role, first->str);
}

static gboolean
check_same_kind (MisTableAgents *self)
{
  const MisTableField *field = get_field (self, MIS_TABLE_KIND);
  MisKind kind;

  if (field->length == 0)
    return TRUE;
  return parse_kind (self, field, &kind)
         && (kind == self->agent.kind
             || fail_other (self, MIS_TABLE_KIND, mis_kinds[self->agent.kind].nick));
}

static gboolean
check_same_count (MisTableAgents *self)
{
  const MisTableField *field = get_field (self, MIS_TABLE_COUNT);
  guint64 count;
  char text[32];

  if (field->length == 0)
    return TRUE;
  if (!parse_count (self, field, &count))
    return FALSE;
  if (count == self->agent.count)
    return TRUE;
  g_snprintf (text, sizeof text, "%" G_GUINT64_FORMAT, self->agent.count);
  return fail_other (self, MIS_TABLE_COUNT, text);
}

/* What a later row says of the agent must be what the first one said. */
static gboolean
continue_agent (MisTableAgents *self)
{
  return check_same_text (self, MIS_TABLE_NAME, self->agent.name) && check_same_kind (self)
         && check_same_text (self, MIS_TABLE_PRINCIPAL, self->agent.principal)
         && check_same_count (self);
}

/* Room for a position in area @area, which may have been made only now. */
static void
reserve (MisTableAgents *self, guint area)
{
  if (area >= self->n_lines)
    {
      guint n = MAX (2 * self->n_lines, MAX (area + 1, 16));

      self->lines = g_renew (guint64, self->lines, n);
      memset (self->lines + self->n_lines, 0, (n - self->n_lines) * sizeof (guint64));
      self->n_lines = n;
    }
  if (self->agent.n_positions >= self->n_allocated)
    {
      self->n_allocated = MAX (2 * self->n_allocated, 16);
      self->agent.areas = g_renew (guint, self->agent.areas, self->n_allocated);
      self->agent.positions = g_renew (MisPosition, self->agent.positions, self->n_allocated);
    }
}

static gboolean
fail_second (MisTableAgents *self, guint area, int column)
{
  return mis_table_scan_fail (self->scan, (guint) column, get_label (self, column),
                              "found a second row of the agent \"%s\" in the area \"%s\", expected "
                              "only that in line %" G_GUINT64_FORMAT MIS_TABLE_SECOND_ROW,
                              self->agent.agent->str,
                              mis_table_vocabulary_get_area_id (self->vocabulary, area),
                              self->lines[area]);
}

static gboolean
add_position (MisTableAgents *self, guint area, const MisTablePlaces *places)
{
  MisTableAgent *agent = &self->agent;

  reserve (self, area);
  if (!mis_table_position_read (self, area, places, &agent->positions[agent->n_positions]))
    return FALSE;
  agent->areas[agent->n_positions++] = area;
  return TRUE;
}

static gboolean
read_long_row (MisTableAgents *self)
{
  const int *columns = self->header.columns;
  const MisTableField *field = get_field (self, MIS_TABLE_AREA);
  GError *error = NULL;
  int area;

  if (field->length == 0)
    {
      /* A row that only says who the agent is. */
      for (guint role = MIS_TABLE_GOAL; role < MIS_TABLE_N_ROLES; role++)
        if (get_field (self, role)->length > 0)
          return mis_table_agents_fail_field (self, columns[MIS_TABLE_AREA], "an area");
      return TRUE;
    }
  area = mis_table_vocabulary_get_area (self->vocabulary, field->text, field->length, &error);
  if (area < 0)
    return mis_table_agents_fail_error (self, columns[MIS_TABLE_AREA], error);
  reserve (self, (guint) area);
  if (self->lines[area] >= self->agent.line)
    return fail_second (self, (guint) area, columns[MIS_TABLE_AREA]);
  self->lines[area] = self->scan->line;
  return add_position (self, (guint) area, &self->header.places);
}

static gboolean
read_wide_row (MisTableAgents *self)
{
  const GArray *areas = self->header.areas;

  for (guint i = 0; i < areas->len; i++)
    {
      const MisTableAreaColumn *column = &g_array_index (areas, MisTableAreaColumn, i);

      if (!add_position (self, column->area, &column->places)
          && !mis_table_scan_set_aside (self->scan))
        return FALSE;
    }
  return TRUE;
}

/* The next record, of the right shape and with an agent in it. */
static gboolean
next_row (MisTableAgents *self)
{
  int column = self->header.columns[MIS_TABLE_AGENT];

  if (!mis_table_scan_next (self->scan))
    return FALSE;
  self->n_rows++;
  if (self->scan->n_fields != self->header.n_columns)
    return mis_table_field_fail_count (self->scan, self->header.n_columns);
  return get_field (self, MIS_TABLE_AGENT)->length > 0
         || mis_table_agents_fail_field (self, column, "an agent");
}

static inline gboolean
is_same_agent (const MisTableAgents *self)
{
  return mis_table_field_is (get_field (self, MIS_TABLE_AGENT), self->agent.agent->str,
                             self->agent.agent->len);
}

static gboolean
next_wide (MisTableAgents *self)
{
  if (!next_row (self))
    return FALSE;
  if (self->n_rows > 1 && is_same_agent (self))
    return mis_table_scan_fail (self->scan, (guint) self->header.columns[MIS_TABLE_AGENT],
                                get_label (self, self->header.columns[MIS_TABLE_AGENT]),
                                "found a second row of the agent \"%s\", expected only that in "
                                "line %" G_GUINT64_FORMAT MIS_TABLE_SECOND_ROW,
                                self->agent.agent->str, self->agent.line);
  return begin_agent (self) && read_wide_row (self);
}

static gboolean
next_long (MisTableAgents *self)
{
  if (!self->is_pending && !next_row (self))
    return FALSE;
  self->is_pending = FALSE;
  if (!begin_agent (self) || !read_long_row (self))
    return FALSE;
  while (next_row (self))
    {
      if (!is_same_agent (self))
        {
          self->is_pending = TRUE;
          return TRUE;
        }
      if (!continue_agent (self) || !read_long_row (self))
        return FALSE;
    }
  return self->scan->fault == NULL;
}

gboolean
mis_table_agents_next (MisTableAgents *self)
{
  do
    if (self->scan->fault == NULL && (self->header.is_long ? next_long (self) : next_wide (self)))
      return TRUE;
  while (mis_table_scan_set_aside (self->scan));
  return FALSE;
}
