#include "file/conflict-table.h"

#include <math.h>

#include "core/error.h"
#include "core/number.h"
#include "file/table-contents.h"
#include "file/table-field.h"
#include "file/table-vocabulary.h"

/* Two cells of a pair may differ by what a spreadsheet's rounding does. */
#define SAME 1e-12

typedef struct
{
  MisTableScan scan;
  MisTableVocabulary *vocabulary;
  MisArea *base;  /* borrowed: as it was */
  guint n;        /* labels */
  int *goals;     /* theirs, in the order of the columns */
  char **labels;
  guint64 *lines; /* where the row of each label is; 0: not yet */
  double *values; /* n x n; %NAN where empty */
  MisArea *area;  /* with the goals that the table adds */
  guint n_emptied;
} Reader;

/* The area's own world, so that labels are found as in any other table. */
static MisWorld *
make_world (MisArea *area)
{
  MisWorldBuilder *builder = mis_world_builder_new ();

  mis_world_builder_add_area (builder, area, NULL);
  return mis_world_builder_end (builder);
}

static gboolean
fail_error (Reader *reader, guint field, GError *error)
{
  mis_table_scan_fail (&reader->scan, field, "", "%s", error->message);
  g_error_free (error);
  return FALSE;
}

static gboolean
read_label (Reader *reader, guint field, int *goal)
{
  const MisTableField *label = &reader->scan.fields[field];
  GError *error = NULL;

  if (label->length == 0)
    return mis_table_scan_fail (&reader->scan, field, "",
                                "found nothing, expected a goal or \"-\"");
  *goal = MIS_NO_GOAL;
  if (mis_table_field_is (label, "-", 1))
    return TRUE;
  *goal = mis_table_vocabulary_get_goal (reader->vocabulary, 0, label->text, label->length, &error);
  return *goal >= 0 || fail_error (reader, field, error);
}

/* The number of the label that stands for @goal among the first @n, or @n. */
static guint
find_label (const Reader *reader, int goal, guint n)
{
  guint i = 0;

  while (i < n && reader->goals[i] != goal)
    i++;
  return i;
}

static gboolean
read_labels (Reader *reader)
{
  if (!mis_table_scan_header (&reader->scan))
    return FALSE;
  reader->n = reader->scan.n_fields - 1;
  reader->goals = g_new (int, reader->n);
  reader->labels = g_new0 (char *, reader->n + 1);
  reader->lines = g_new0 (guint64, reader->n);
  for (guint i = 0; i < reader->n; i++)
    {
      const MisTableField *field = &reader->scan.fields[i + 1];

      if (!read_label (reader, i + 1, &reader->goals[i]))
        return FALSE;
      reader->labels[i] = g_strndup (field->text, field->length);
      if (find_label (reader, reader->goals[i], i) < i)
        return mis_table_scan_fail (&reader->scan, i + 1, "",
                                    "found the column \"%s\" a second time, expected it once",
                                    reader->labels[i]);
    }
  reader->values = g_try_new (double, (gsize) reader->n * reader->n);
  if (reader->values == NULL && reader->n > 0)
    return mis_table_scan_fail (&reader->scan, 0, "", "found more goals than there is memory for");
  for (gsize i = 0; i < (gsize) reader->n * reader->n; i++)
    reader->values[i] = (double) NAN;
  return TRUE;
}

static double *
get_cell (const Reader *reader, guint row, guint column)
{
  return &reader->values[(gsize) row * reader->n + column];
}

static gboolean
check_symmetry (Reader *reader, guint row, guint column)
{
  double value = *get_cell (reader, row, column);
  double other = *get_cell (reader, column, row);
  char value_text[MIS_NUMBER_SIZE], other_text[MIS_NUMBER_SIZE];

  if (isnan (value) || isnan (other) || fabs (value - other) <= SAME)
    return TRUE;
  return mis_table_scan_fail (
    &reader->scan, column + 1, reader->labels[column],
    "found %s in row \"%s\", column \"%s\", but %s in row \"%s\" (line %" G_GUINT64_FORMAT
    "), column \"%s\", expected the same conflict in both",
    mis_number_format (value, value_text), reader->labels[row], reader->labels[column],
    mis_number_format (other, other_text), reader->labels[column], reader->lines[column],
    reader->labels[row]);
}

static gboolean
fail_comma (Reader *reader, guint column, const char *found)
{
  mis_table_scan_fail (&reader->scan, column + 1, reader->labels[column],
                       "found %s, expected " MIS_TABLE_WANTS_POINT, found);
  reader->scan.fault->cause = MIS_TABLE_WANTS_POINT;
  return FALSE;
}

static gboolean
read_cell (Reader *reader, guint row, guint column)
{
  const MisTableField *field = &reader->scan.fields[column + 1];
  g_autofree char *found = NULL;
  double value;

  if (field->length == 0)
    return TRUE;
  if (mis_table_field_parse_number (field, reader->scan.separator != ',', &value) && value >= 0.0
      && value <= 1.0 && (row != column || value <= 0.0))
    {
      *get_cell (reader, row, column) = value + 0.0;
      return check_symmetry (reader, row, column);
    }
  found = mis_table_field_quote (field);
  if (row != column && reader->scan.separator == ',' && mis_table_field_has_comma (field))
    return fail_comma (reader, column, found);
  return mis_table_scan_fail (&reader->scan, column + 1, reader->labels[column],
                              "found %s, expected %s", found,
                              row == column ? "nothing or 0, as no goal conflicts with itself"
                              : mis_table_field_is_percentage (field, reader->scan.separator != ',')
                                ? MIS_TABLE_PERCENTAGES
                                : "a number from 0 to 1");
}

static gboolean
is_goal (const MisArea *area, const char *text)
{
  gboolean found = FALSE;

  for (guint i = 0; i < mis_area_get_n_goals (area); i++)
    found = found || strcmp (text, mis_area_get_goal (area, i)->id) == 0
            || strcmp (text, mis_area_get_goal (area, i)->name) == 0;
  return found;
}

const char *
mis_conflict_table_suggest (const MisArea *area, const char *text)
{
  if (is_goal (area, text))
    return NULL;
  for (guint i = 0; i < mis_area_get_n_goals (area); i++)
    {
      const MisGoal *goal = mis_area_get_goal (area, i);

      if (mis_names_resemble (text, goal->id) || mis_label_resembles (text, goal->id))
        return goal->id;
      if (mis_names_resemble (text, goal->name) || mis_label_resembles (text, goal->name))
        return goal->name;
    }
  return NULL;
}

/* A row that is no goal of a column, and perhaps a misspelt one of the area. */
static gboolean
fail_row (Reader *reader)
{
  const MisTableField *field = &reader->scan.fields[0];
  g_autofree char *found = mis_table_field_quote (field);
  g_autofree char *text = g_strndup (field->text, field->length);
  const char *similar = mis_conflict_table_suggest (reader->base, text);
  g_autofree char *advice
    = similar != NULL ? g_strdup_printf ("; did you mean \"%s\"?", similar) : g_strdup ("");

  return mis_table_scan_fail (&reader->scan, 0, "",
                              "found a row %s, expected one of the goals of the columns%s", found,
                              advice);
}

static gboolean
read_row (Reader *reader)
{
  guint row;
  int goal;

  if (reader->scan.n_fields != reader->n + 1)
    return mis_table_field_fail_count (&reader->scan, reader->n + 1);
  if (!read_label (reader, 0, &goal))
    return FALSE;
  row = find_label (reader, goal, reader->n);
  if (row == reader->n)
    return fail_row (reader);
  if (reader->lines[row] != 0)
    {
      g_autofree char *found = mis_table_field_quote (&reader->scan.fields[0]);

      return mis_table_scan_fail (&reader->scan, 0, "",
                                  "found the row %s a second time, expected it once", found);
    }
  reader->lines[row] = reader->scan.line;
  for (guint column = 0; column < reader->n; column++)
    if (!read_cell (reader, row, column) && !mis_table_scan_set_aside (&reader->scan))
      return FALSE;
  return TRUE;
}

static gboolean
read_rows (Reader *reader)
{
  while (mis_table_scan_next (&reader->scan))
    if (!read_row (reader) && !mis_table_scan_set_aside (&reader->scan))
      return FALSE;
  if (reader->scan.fault != NULL || reader->scan.n_aside > 0)
    return FALSE;
  for (guint i = 0; i < reader->n; i++)
    if (reader->lines[i] == 0)
      return mis_table_scan_fail (&reader->scan, G_MAXUINT, "",
                                  "found no row \"%s\", expected one for each column",
                                  reader->labels[i]);
  return TRUE;
}

/* What the table says of a pair of its labels. */
static MisConflict
get_pair (Reader *reader, guint a, guint b)
{
  MisConflict old = mis_area_get_conflict (reader->area, reader->goals[a], reader->goals[b]);
  double value = *get_cell (reader, a, b);
  gboolean is_empty;

  if (isnan (value))
    value = *get_cell (reader, b, a);
  is_empty = isnan (value);
  if (is_empty)
    value = reader->goals[a] == MIS_NO_GOAL || reader->goals[b] == MIS_NO_GOAL
              ? 0.0
              : mis_area_get_default_conflict (reader->area);
  old.g = reader->goals[a];
  old.h = reader->goals[b];
  if (fabs (value - old.value) <= 0.0)
    return old;
  reader->n_emptied += is_empty ? 1 : 0;
  return (MisConflict) { .g = old.g, .h = old.h, .value = value, .low = value, .high = value };
}

/* The pairs of the area that are not both in the table. */
static void
append_other_pairs (const Reader *reader, GArray *pairs)
{
  guint n_conflicts;
  const MisConflict *conflicts = mis_area_get_conflicts (reader->area, &n_conflicts);
  guint n_goals = mis_area_get_n_goals (reader->area);
  g_autofree gboolean *is_there = g_new0 (gboolean, n_goals + 1);

  for (guint i = 0; i < reader->n; i++)
    is_there[reader->goals[i] + 1] = TRUE;
  for (guint i = 0; i < n_conflicts; i++)
    if (!is_there[conflicts[i].g + 1] || !is_there[conflicts[i].h + 1])
      g_array_append_val (pairs, conflicts[i]);
}

static MisArea *
build (Reader *reader, GError **error)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (MisConflict));
  guint n_goals;
  g_autofree MisGoal *goals = NULL;

  reader->area = mis_table_vocabulary_make_area (reader->vocabulary, 0, error);
  if (reader->area == NULL)
    return NULL;
  append_other_pairs (reader, pairs);
  for (guint a = 0; a < reader->n; a++)
    for (guint b = a + 1; b < reader->n; b++)
      {
        MisConflict pair = get_pair (reader, a, b);

        g_array_append_val (pairs, pair);
      }
  n_goals = mis_area_get_n_goals (reader->area);
  goals = g_new (MisGoal, n_goals);
  for (guint i = 0; i < n_goals; i++)
    goals[i] = *mis_area_get_goal (reader->area, i);
  return mis_area_new (mis_area_get_id (reader->area), mis_area_get_name (reader->area),
                       mis_area_get_description (reader->area), goals, n_goals,
                       mis_area_get_default_conflict (reader->area),
                       (const MisConflict *) (gpointer) pairs->data, pairs->len, error);
}

static MisFault *
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->area, mis_area_unref);
  g_free (reader->goals);
  g_strfreev (reader->labels);
  g_free (reader->lines);
  g_free (reader->values);
  mis_table_vocabulary_free (reader->vocabulary);
  return mis_table_scan_end (&reader->scan);
}

MisArea *
mis_conflict_table_read (const char *text,
                         gsize length,
                         MisArea *area,
                         guint *n_emptied,
                         MisFault **fault)
{
  g_autoptr (MisWorld) world = make_world (area);
  Reader reader = { .vocabulary = mis_table_vocabulary_new (world, TRUE), .base = area };
  g_autoptr (GError) error = NULL;
  MisArea *changed = NULL;

  g_return_val_if_fail (fault != NULL, NULL);

  mis_table_scan_init_memory (&reader.scan, text, length);
  if (read_labels (&reader) && read_rows (&reader))
    {
      changed = build (&reader, &error);
      if (changed == NULL)
        reader.scan.fault = mis_fault_new (MIS_FILE_ERROR_TABLE, 0, 0, "", error->message);
    }
  if (n_emptied != NULL)
    *n_emptied = reader.n_emptied;
  *fault = reader_clear (&reader);
  g_assert ((changed == NULL) == (*fault != NULL));
  return changed;
}

static const char *
get_label (const MisArea *area, int goal)
{
  return goal == MIS_NO_GOAL ? "-" : mis_area_get_goal (area, (guint) goal)->id;
}

GBytes *
mis_conflict_table_write (const MisArea *area, MisCsvStyle style)
{
  guint n_goals = mis_area_get_n_goals (area), n_conflicts;
  const MisConflict *conflicts = mis_area_get_conflicts (area, &n_conflicts);
  int first = n_conflicts > 0 && conflicts[0].g == MIS_NO_GOAL ? MIS_NO_GOAL : 0;
  MisCsv csv;

  mis_csv_init (&csv, style);
  mis_csv_append_text (&csv, "goal");
  for (int h = first; h < (int) n_goals; h++)
    mis_csv_append_text (&csv, get_label (area, h));
  mis_csv_end_row (&csv);
  for (int g = first; g < (int) n_goals; g++)
    {
      mis_csv_append_text (&csv, get_label (area, g));
      for (int h = first; h < (int) n_goals; h++)
        mis_csv_append_number (&csv, g < h ? mis_area_get_conflict (area, g, h).value
                                           : (double) NAN);
      mis_csv_end_row (&csv);
    }
  return mis_csv_end (&csv);
}
