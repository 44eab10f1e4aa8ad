/* A table written as the reader wants it: its columns under the reader's names, its answers as
 * goals, no goal, or nothing. */
#include "file/table-plan-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/limits.h"
#include "file/table-field.h"
#include "file/table-header.h"
#include "file/table-kinds.h"
#include "file/table-words.h"

#define NO_COLUMN (-1)

/* What is written in one column. */
typedef struct
{
  int from;  /* column of the table; NO_COLUMN for numbers of rows */
  int goals; /* for numbers: column with the goals of their area, or NO_COLUMN */
  gboolean has_goals;
  gboolean is_fact;
  gboolean is_kind;
} Target;

typedef struct
{
  const MisTablePlan *plan;
  MisTableScan scan;
  MisTableWords *special; /* answers that are not what they look like: index */
  MisTableWords *kinds;   /* index */
  GPtrArray *spellings;   /* (element-type MisTableWords): for each column; index */
  GArray *targets;        /* (element-type Target) */
  GArray *facts;          /* (element-type int): columns */
  char separator;
  GString *out;
  GString *cell;
  guint64 line; /* that is being written */
} Rewriter;

char *
mis_table_answer_name_goal (const char *text)
{
  if (*text == '\0')
    return g_strdup (_ ("No answer"));
  return strcmp (text, "-") == 0 ? g_strdup ("“-”") : g_strdup (text);
}

/* Of an area, as the reader takes it: not one of its own words, not too long, never empty. */
static char *
name_area (const MisTablePlan *plan, guint column)
{
  const char *label = plan->labels[column];
  const char *const *roles = mis_table_roles;
  glong length = g_utf8_strlen (label, -1);

  if (length == 0)
    {
      g_autofree char *cell = mis_table_scan_name_cell (column, 1);

      cell[strlen (cell) - 1] = '\0';
      /* Translators: a column of a spreadsheet that has no name, as in "Column D" */
      return g_strdup_printf (_ ("Column %s"), cell);
    }
  for (guint i = 0; i < MIS_TABLE_N_ROLES; i++)
    if (g_ascii_strcasecmp (label, roles[i]) == 0)
      /* Translators: the name of a problem area that would else be taken for something else */
      return g_strdup_printf (_ ("%s (area)"), label);
  if (length > (glong)MIS_MAX_NAME_LENGTH)
    {
      g_autofree char *cut = g_utf8_substring (label, 0, (glong)MIS_MAX_NAME_LENGTH - 1);

      return g_strconcat (cut, "…", NULL);
    }
  return g_strdup (label);
}

static gboolean
is_plain (const Rewriter *self, const char *text, gsize length)
{
  if (length > 0 && (text[0] == ' ' || text[length - 1] == ' '))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (text[i] == self->separator || text[i] == '"' || (guint8)text[i] < 0x20)
      return FALSE;
  return TRUE;
}

/* Breaks of lines within a field become spaces: names have one line. */
static void
write_field (Rewriter *self, const char *text, gsize length)
{
  GString *out = self->out;

  if (is_plain (self, text, length))
    {
      g_string_append_len (out, text, (gssize)length);
      return;
    }
  g_string_append_c (out, '"');
  for (gsize i = 0; i < length; i++)
    {
      char c = text[i];

      if (c == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
    }
  g_string_append_c (out, '"');
}

static void
write_text (Rewriter *self, const char *text)
{
  write_field (self, text, strlen (text));
}

static void
add_target (Rewriter *self, Target target, const char *label)
{
  if (self->targets->len > 0)
    g_string_append_c (self->out, self->separator);
  write_text (self, label);
  g_array_append_val (self->targets, target);
}

static const char *
find_label (MisTableUse use)
{
  static const MisTableRole roles[] = {
    [MIS_TABLE_USE_AGENT] = MIS_TABLE_AGENT, [MIS_TABLE_USE_NAME] = MIS_TABLE_NAME,
    [MIS_TABLE_USE_KIND] = MIS_TABLE_KIND,   [MIS_TABLE_USE_FACT] = MIS_TABLE_PRINCIPAL,
    [MIS_TABLE_USE_COUNT] = MIS_TABLE_COUNT, [MIS_TABLE_USE_AREA] = MIS_TABLE_AREA,
    [MIS_TABLE_USE_GOAL] = MIS_TABLE_GOAL,   [MIS_TABLE_USE_WEIGHT] = MIS_TABLE_WEIGHT,
    [MIS_TABLE_USE_LOW] = MIS_TABLE_LOW,     [MIS_TABLE_USE_HIGH] = MIS_TABLE_HIGH,
  };

  return mis_table_roles[roles[use]];
}

static int
find_goal_column (const MisTablePlan *plan)
{
  for (guint i = 0; i < plan->n_columns; i++)
    if (plan->columns[i].use == MIS_TABLE_USE_GOAL)
      return (int)i;
  return NO_COLUMN;
}

static void
add_number_column (Rewriter *self, guint column)
{
  const MisTablePlan *plan = self->plan;
  MisTableUse use = plan->columns[column].use;
  Target target = { .from = (int)column };
  g_autofree char *area = NULL;
  g_autofree char *label = NULL;

  target.goals = plan->is_long ? find_goal_column (plan) : (int)plan->columns[column].of;
  if (plan->is_long)
    {
      add_target (self, target, find_label (use));
      return;
    }
  area = name_area (plan, plan->columns[column].of);
  label = g_strconcat (area, ":", find_label (use), NULL);
  add_target (self, target, label);
}

static void
add_fact_column (Rewriter *self, guint column)
{
  int index = (int)column;

  if (self->facts->len == 0)
    add_target (self, (Target){ .from = index, .goals = NO_COLUMN, .is_fact = TRUE },
                find_label (MIS_TABLE_USE_FACT));
  g_array_append_val (self->facts, index);
}

/* In the long form, rows of an agent repeat its facts, but may leave out its kind: the two do not
 * go together. */
static gboolean
keeps_kinds (const MisTablePlan *plan)
{
  gboolean keeps = plan->keeps_kinds;

  for (guint i = 0; i < plan->n_columns && plan->is_long; i++)
    keeps = keeps && plan->columns[i].use != MIS_TABLE_USE_FACT;
  return keeps;
}

static void
add_column (Rewriter *self, guint column)
{
  const MisTablePlan *plan = self->plan;
  MisTableUse use = plan->columns[column].use;
  Target target = { (int)column, NO_COLUMN, mis_table_plan_has_goals (plan, column), FALSE,
                    use == MIS_TABLE_USE_KIND };

  if (use == MIS_TABLE_USE_NOTHING)
    return;
  if (use == MIS_TABLE_USE_FACT)
    add_fact_column (self, column);
  else if (use >= MIS_TABLE_USE_WEIGHT)
    add_number_column (self, column);
  else if (use == MIS_TABLE_USE_AREA && !plan->is_long)
    {
      g_autofree char *label = name_area (plan, column);

      add_target (self, target, label);
    }
  else
    add_target (self, target, find_label (use));
  if (target.is_kind && keeps_kinds (plan))
    add_fact_column (self, column);
}

/* The next record goes into the line in which it begins. */
static void
begin_line (Rewriter *self)
{
  for (; self->line < self->scan.line; self->line++)
    g_string_append_c (self->out, '\n');
}

static void
write_header (Rewriter *self)
{
  gboolean has_agent = FALSE;

  begin_line (self);
  for (guint i = 0; i < self->plan->n_columns; i++)
    has_agent = has_agent || self->plan->columns[i].use == MIS_TABLE_USE_AGENT;
  if (!has_agent)
    add_target (self, (Target){ .from = NO_COLUMN, .goals = NO_COLUMN },
                find_label (MIS_TABLE_USE_AGENT));
  for (guint i = 0; i < self->plan->n_columns; i++)
    add_column (self, i);
}

/* (nullable): how the answer in a field is taken; %NULL for a goal that is called so. */
static const MisTableAnswer *
find_answer (const Rewriter *self, int column)
{
  const MisTableField *field = &self->scan.fields[column];
  int index = mis_table_words_find (self->special, field->text, field->length);

  return index >= 0 ? &g_array_index (self->plan->answers, MisTableAnswer, index) : NULL;
}

/* A goal as most cells spell it. */
static void
write_spelling (Rewriter *self, int column)
{
  const MisTableField *field = &self->scan.fields[column];
  MisTableWords *words = g_ptr_array_index (self->spellings, column);
  int index = words != NULL ? mis_table_words_find (words, field->text, field->length) : -1;

  if (index >= 0)
    write_text (self, g_array_index (self->plan->spellings, MisTableSpelling, index).usual);
  else
    write_field (self, field->text, field->length);
}

static void
write_goal (Rewriter *self, int column)
{
  const MisTableAnswer *answer = find_answer (self, column);

  if (answer == NULL)
    write_spelling (self, column);
  else if (answer->way == MIS_TABLE_AS_NO_GOAL)
    write_text (self, "-");
  else if (answer->way == MIS_TABLE_AS_GOAL)
    {
      g_autofree char *name = mis_table_answer_name_goal (answer->text);

      write_text (self, name);
    }
}

/* What stands beside a word that means nothing means nothing; beside nothing it is a mistake. */
static void
write_number (Rewriter *self, const Target *target)
{
  const MisTableField *field = &self->scan.fields[target->from];
  const MisTableAnswer *answer = target->goals >= 0 ? find_answer (self, target->goals) : NULL;

  if (answer == NULL || answer->way != MIS_TABLE_AS_UNKNOWN || *answer->text == '\0')
    write_field (self, field->text, field->length);
}

/* Of a kind nothing is lost that the program calls so itself. */
static gboolean
is_own_kind (const Rewriter *self, int column)
{
  const MisTableField *field = &self->scan.fields[column];
  g_autofree char *text = NULL;

  if (self->plan->columns[column].use != MIS_TABLE_USE_KIND)
    return FALSE;
  text = g_strndup (field->text, field->length);
  return mis_table_kind_is_own (text);
}

static void
write_kind (Rewriter *self, int column)
{
  const MisTableField *field = &self->scan.fields[column];
  int index = mis_table_words_find (self->kinds, field->text, field->length);
  g_autofree char *text = NULL;
  MisKind kind;

  if (field->length == 0)
    return;
  if (index >= 0)
    kind = g_array_index (self->plan->kinds, MisTableKindWord, index).kind;
  else
    {
      text = g_strndup (field->text, field->length);
      mis_table_kind_guess (text, &kind);
    }
  write_text (self, mis_kinds[kind].nick);
}

static void
write_facts (Rewriter *self)
{
  g_string_truncate (self->cell, 0);
  for (guint i = 0; i < self->facts->len; i++)
    {
      int column = g_array_index (self->facts, int, i);
      const MisTableField *field = &self->scan.fields[column];

      if (field->length == 0 || is_own_kind (self, column))
        continue;
      if (self->cell->len > 0)
        g_string_append (self->cell, ", ");
      g_string_append_len (self->cell, field->text, field->length);
    }
  write_field (self, self->cell->str, self->cell->len);
}

static void
write_row_number (Rewriter *self)
{
  /* Translators: an agent that has no other name, by its row in the spreadsheet */
  g_string_printf (self->cell, _ ("Row %" G_GUINT64_FORMAT), self->scan.row);
  write_field (self, self->cell->str, self->cell->len);
}

static void
write_record (Rewriter *self)
{
  for (guint i = 0; i < self->targets->len; i++)
    {
      const Target *target = &g_array_index (self->targets, Target, i);

      if (i > 0)
        g_string_append_c (self->out, self->separator);
      if (target->from == NO_COLUMN)
        write_row_number (self);
      else if (target->is_fact)
        write_facts (self);
      else if (target->is_kind)
        write_kind (self, target->from);
      else if (target->has_goals)
        write_goal (self, target->from);
      else if (target->goals >= 0)
        write_number (self, target);
      else
        {
          const MisTableField *field = &self->scan.fields[target->from];

          write_field (self, field->text, field->length);
        }
    }
}

/* Rows that are not as long as the header are set aside. */
static void
write_records (Rewriter *self, const gint *stop)
{
  for (;;)
    {
      if (stop != NULL && g_atomic_int_get (stop))
        return;
      if (!mis_table_scan_next (&self->scan))
        {
          if (!mis_table_scan_set_aside (&self->scan))
            return;
          continue;
        }
      if (g_hash_table_contains (self->plan->left_out, &self->scan.line))
        continue;
      if (self->scan.n_fields == self->plan->n_columns)
        {
          begin_line (self);
          write_record (self);
          continue;
        }
      mis_table_field_fail_count (&self->scan, self->plan->n_columns);
      if (!mis_table_scan_set_aside (&self->scan))
        return;
    }
}

static void
rewriter_init (Rewriter *self, const MisTablePlan *plan, const char *text, gsize length)
{
  *self = (Rewriter){ .plan = plan, .line = 1 };
  self->targets = g_array_new (FALSE, FALSE, sizeof (Target));
  self->facts = g_array_new (FALSE, FALSE, sizeof (int));
  self->cell = g_string_new (NULL);
  self->out = g_string_sized_new (length + 64);
  /* The reader takes a decimal comma where no comma stands between the columns. */
  self->separator = plan->comma ? ';' : ',';
  self->special = mis_table_words_new ();
  for (guint i = 0; i < plan->answers->len; i++)
    {
      const MisTableAnswer *answer = &g_array_index (plan->answers, MisTableAnswer, i);

      if (answer->way != MIS_TABLE_AS_GOAL || *answer->text == '\0' ||
          strcmp (answer->text, "-") == 0)
        mis_table_words_add_id (self->special, answer->text, (int)i);
    }
  self->spellings = mis_table_plan_list_spellings (plan);
  self->kinds = mis_table_words_new ();
  for (guint i = 0; i < plan->kinds->len; i++)
    mis_table_words_add_id (self->kinds, g_array_index (plan->kinds, MisTableKindWord, i).text,
                            (int)i);
  mis_table_scan_init_memory (&self->scan, text, length);
  mis_table_scan_set_separator (&self->scan, plan->separator);
  self->scan.most_listed = MIS_TABLE_MOST_FAULTS;
  self->scan.lists_alike = TRUE;
}

static int *
list_columns (const GArray *targets)
{
  int *columns = g_new (int, targets->len + 1);

  for (guint i = 0; i < targets->len; i++)
    columns[i] = g_array_index (targets, Target, i).from;
  columns[targets->len] = NO_COLUMN;
  return columns;
}

GString *
mis_table_plan_write (const MisTablePlan *plan,
                      const char *text,
                      gsize length,
                      int **columns,
                      const gint *stop,
                      MisFault **fault)
{
  Rewriter self;

  g_return_val_if_fail (columns != NULL && fault != NULL, NULL);

  rewriter_init (&self, plan, text, length);
  if (mis_table_scan_header (&self.scan))
    {
      write_header (&self);
      write_records (&self, stop);
    }
  g_string_append_c (self.out, '\n');
  *columns = list_columns (self.targets);
  *fault = mis_table_scan_end (&self.scan);
  g_array_unref (self.targets);
  g_array_unref (self.facts);
  g_string_free (self.cell, TRUE);
  mis_table_words_free (self.special);
  mis_table_words_free (self.kinds);
  g_ptr_array_unref (self.spellings);
  return self.out;
}
