/* Texts that are typed or pasted into a conflict matrix: all are read, then all are taken, or
 * none. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/edit-goals.h"
#include "core/edit.h"
#include "core/limits.h"
#include "core/local-number.h"
#include "document/cell-words.h"
#include "document/conflict-matrix-private.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

/* Texts as they are read. */
typedef struct
{
  MisConflictMatrix *matrix;
  MisArea *value;
  const MisCellArea *area;
  const char *const *texts;
  GArray *faults;
  guint n_rows;      /* that are shown */
  GPtrArray *added;  /* of const char *: names of new goals */
  char **names;      /* n_goals: (nullable): new names, borrowed; NULL as long as there are none */
  GArray *conflicts; /* of MisConflict: new ones */
} Reading;

static const char *
get_text (const Reading *reading, guint row, guint column)
{
  const MisCellArea *area = reading->area;

  return reading->texts[(gsize)(row - area->row) * area->n_columns + (column - area->column)];
}

/* What the same pair says in the other half, if it is in the block, too. */
static const char *
get_mirrored_text (const Reading *reading, guint row, guint column)
{
  const MisCellArea *area = reading->area;

  if (column - 1 < area->row || column - 1 >= area->row + area->n_rows || row + 1 < area->column ||
      row + 1 >= area->column + area->n_columns)
    return NULL;
  return get_text (reading, column - 1, row + 1);
}

static void
add_fault (Reading *reading, guint row, guint column, char *reason)
{
  const char *text = get_text (reading, row, column);

  mis_cell_faults_add (reading->faults, row, column, text != NULL ? text : "", reason);
}

static void
set_name (Reading *reading, int goal, const char *name)
{
  if (reading->names == NULL)
    reading->names = g_new0 (char *, mis_area_get_n_goals (reading->value));
  reading->names[goal] = (char *)name;
}

static void
read_known_name (Reading *reading, guint row, int goal, const char *text)
{
  const MisGoal *base =
      reading->matrix->resets ? mis_conflict_matrix_get_base_goal (reading->matrix, goal) : NULL;

  if (!mis_cell_text_is_empty (text))
    set_name (reading, goal, text);
  else if (base != NULL)
    set_name (reading, goal, base->name);
  else
    add_fault (reading, row, 0, g_strdup (TEXT ("A goal needs a name.")));
}

static void
read_name (Reading *reading, guint row, const char *text)
{
  int goal = mis_conflict_matrix_get_row_goal (reading->matrix, row);
  char *reason;

  if (goal == MIS_NO_GOAL)
    {
      if (!mis_cell_text_is_empty (text) &&
          strcmp (text, mis_area_get_goal_name (reading->value, MIS_NO_GOAL)) != 0)
        add_fault (reading, row, 0,
                   g_strdup (TEXT ("This row stands for agents without a goal: it has no name that "
                                   "could change.")));
    }
  else if (!mis_typed_name_check (text, &reason))
    add_fault (reading, row, 0, reason);
  else if (row < reading->n_rows)
    read_known_name (reading, row, goal, text);
  else
    g_ptr_array_add (reading->added, (gpointer)text);
}

/* What an empty text goes back to; a note that the base does not have stays. */
static void
reset (Reading *reading, MisConflict *conflict)
{
  MisConflictMatrix *matrix = reading->matrix;

  if (matrix->resets &&
      mis_conflict_matrix_get_base_conflict (matrix, conflict->g, conflict->h, conflict))
    return;
  conflict->value =
      conflict->g == MIS_NO_GOAL ? 0.0 : mis_area_get_default_conflict (reading->value);
  conflict->low = conflict->high = conflict->value;
}

/* What is said of two goals now; a new one clashes as the default says. */
static MisConflict
get_conflict (Reading *reading, int g, int h)
{
  double value = mis_area_get_default_conflict (reading->value);

  if (MAX (g, h) < (int)mis_area_get_n_goals (reading->value))
    return mis_area_get_conflict (reading->value, g, h);
  if (MIN (g, h) == MIS_NO_GOAL)
    value = 0.0;
  return (MisConflict){ MIN (g, h), MAX (g, h), value, value, value, NULL };
}

/* @typed: (nullable): %NULL is an empty text. */
static void
take_conflict (Reading *reading, guint row, guint column, const MisTypedNumber *typed)
{
  MisConflict before, conflict;
  int g = 0, h = 0;

  mis_conflict_matrix_get_goals (reading->matrix, row, column, &g, &h);
  before = conflict = get_conflict (reading, g, h);
  if (typed == NULL)
    reset (reading, &conflict);
  else
    mis_typed_number_apply (typed, &conflict.value, &conflict.low, &conflict.high);
  if (!mis_conflict_equal (&before, &conflict))
    g_array_append_val (reading->conflicts, conflict);
}

/* %FALSE if it is at fault; @is_empty: (out). */
static gboolean
read_number (Reading *reading, guint row, guint column, MisTypedNumber *typed, gboolean *is_empty)
{
  const char *text = get_text (reading, row, column);
  char *reason;

  *is_empty = mis_cell_text_is_empty (text);
  if (*is_empty || mis_typed_number_read (text, typed, &reason))
    return TRUE;
  add_fault (reading, row, column, reason);
  return FALSE;
}

static char *
dup_difference (Reading *reading, guint row, guint column)
{
  MisConflictMatrix *matrix = reading->matrix;
  MisArea *area = reading->value;
  const char *g = mis_area_get_goal_name (area, mis_conflict_matrix_get_row_goal (matrix, row));
  const char *h =
      mis_area_get_goal_name (area, mis_conflict_matrix_get_row_goal (matrix, column - 1));
  g_autofree char *here = mis_cell_text_quote (get_text (reading, row, column));
  g_autofree char *there = mis_cell_text_quote (get_text (reading, column - 1, row + 1));

  return g_strdup_printf (TEXT ("“%s” against “%s” is “%s” here, but “%s” the other way round: "
                                "make both the same, or leave one empty."),
                          g, h, here, there);
}

/* A pair that both halves speak of. */
static void
read_both (Reading *reading, guint row, guint column)
{
  MisTypedNumber here, there;
  gboolean no_here, no_there;
  gboolean is_read = read_number (reading, row, column, &here, &no_here);

  is_read = read_number (reading, column - 1, row + 1, &there, &no_there) && is_read;
  if (!is_read)
    return;
  if (!no_here && !no_there && !mis_typed_number_equal (&here, &there))
    {
      add_fault (reading, row, column, dup_difference (reading, row, column));
      add_fault (reading, column - 1, row + 1, dup_difference (reading, column - 1, row + 1));
      return;
    }
  take_conflict (reading, row, column, !no_here ? &here : !no_there ? &there : NULL);
}

/* A goal with itself: 0, however that is written. */
static void
read_diagonal (Reading *reading, guint row, guint column, const char *text)
{
  MisTypedNumber typed;
  g_autofree char *reason = NULL;

  if (mis_cell_text_is_empty (text) || mis_cell_text_is_dash (text) ||
      (mis_typed_number_read (text, &typed, &reason) && typed.value == 0.0 && typed.high == 0.0))
    return;
  add_fault (reading, row, column,
             g_strdup (TEXT ("A goal has no conflict with itself: this cell stays 0.")));
}

static void
read_conflict (Reading *reading, guint row, guint column, const char *text)
{
  MisTypedNumber typed;
  gboolean is_empty;

  if (row == column - 1)
    read_diagonal (reading, row, column, text);
  else if (get_mirrored_text (reading, row, column) == NULL)
    {
      if (read_number (reading, row, column, &typed, &is_empty))
        take_conflict (reading, row, column, is_empty ? NULL : &typed);
    }
  else if (row < column - 1)
    read_both (reading, row, column);
}

/* A row behind the last is a new goal, if it says anything; then it must have a name. */
static gboolean
begin_row (Reading *reading, guint row, const char *const *texts)
{
  if (row < reading->n_rows)
    return TRUE;
  if (mis_cell_texts_are_empty (texts, reading->area->n_columns))
    return FALSE;
  if (reading->area->column == 0 && texts[0] != NULL && !mis_cell_text_is_empty (texts[0]) &&
      row - reading->n_rows == reading->added->len)
    return TRUE;
  mis_cell_faults_add (reading->faults, row, reading->area->column, "",
                       g_strdup (TEXT ("A new goal needs a name, directly behind the last one.")));
  return FALSE;
}

static void
read_row (Reading *reading, guint row)
{
  const MisCellArea *area = reading->area;
  const char *const *texts = &reading->texts[(gsize)(row - area->row) * area->n_columns];

  if (!begin_row (reading, row, texts))
    return;
  for (guint i = 0; i < area->n_columns; i++)
    {
      if (texts[i] == NULL)
        continue;
      if (area->column + i == 0)
        read_name (reading, row, texts[i]);
      else
        read_conflict (reading, row, area->column + i, texts[i]);
    }
}

/* Takes over @world; with goals that are called as was typed, ids as they are. */
static MisWorld *
with_names (Reading *reading, MisWorld *world, GError **error)
{
  MisArea *old = reading->value;
  guint n = mis_area_get_n_goals (old), n_conflicts;
  const MisConflict *conflicts = mis_area_get_conflicts (old, &n_conflicts);
  g_autofree MisGoal *goals = g_new (MisGoal, n + 1);
  g_autoptr (MisArea) area = NULL;
  MisWorld *renamed = NULL;

  for (guint i = 0; i < n; i++)
    {
      goals[i] = *mis_area_get_goal (old, i);
      if (reading->names[i] != NULL)
        goals[i].name = reading->names[i];
    }
  area =
      mis_area_new (mis_area_get_id (old), mis_area_get_name (old), mis_area_get_description (old),
                    goals, n, mis_area_get_default_conflict (old), conflicts, n_conflicts, error);
  if (area != NULL)
    renamed = mis_world_with_area (world, (guint)reading->matrix->area, area, error);
  mis_world_unref (world);
  return renamed;
}

static MisWorld *
with_added (Reading *reading, MisWorld *world, GError **error)
{
  guint n = mis_area_get_n_goals (reading->value);

  for (guint i = 0; i < reading->added->len && world != NULL; i++)
    {
      MisWorld *added =
          mis_world_with_goal_added (world, (guint)reading->matrix->area, n + i,
                                     g_ptr_array_index (reading->added, i), "", error);

      mis_world_unref (world);
      world = added;
    }
  return world;
}

static MisWorld *
with_conflicts (Reading *reading, MisWorld *world, GError **error)
{
  guint number = (guint)reading->matrix->area;
  g_autoptr (MisArea) area = mis_area_with_conflicts (mis_world_get_area (world, number),
                                                      (const MisConflict *)reading->conflicts->data,
                                                      reading->conflicts->len, error);
  MisWorld *changed = area != NULL ? mis_world_with_area (world, number, area, error) : NULL;

  mis_world_unref (world);
  return changed;
}

static MisWorld *
apply (Reading *reading, GError **error)
{
  MisWorld *world = mis_world_ref (reading->matrix->world);

  if (reading->names != NULL)
    world = with_names (reading, world, error);
  if (world != NULL)
    world = with_added (reading, world, error);
  if (world != NULL && reading->conflicts->len > 0)
    world = with_conflicts (reading, world, error);
  return world;
}

static char *
dup_step_name (Reading *reading, const char *name)
{
  const MisCellArea *area = reading->area;
  gsize n_cells = (gsize)area->n_rows * area->n_columns;

  if (name != NULL)
    return g_strdup (name);
  if (n_cells > 1)
    return mis_cell_texts_name (reading->texts, n_cells);
  if (area->column > 0)
    return g_strdup_printf (TEXT ("Change Conflict in %s"), mis_area_get_name (reading->value));
  if (area->row >= reading->n_rows)
    return g_strdup_printf (TEXT ("Add Goal %s"), reading->texts[0]);
  return g_strdup_printf (TEXT ("Change Name of %s"),
                          mis_area_get_goal_name (reading->value, mis_conflict_matrix_get_row_goal (
                                                                      reading->matrix, area->row)));
}

static gboolean
take (Reading *reading, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) edited = apply (reading, &error);
  g_autofree char *step = NULL, *goals = NULL, *pairs = NULL;

  if (edited == NULL)
    {
      goals = mis_count_text (MIS_MAX_GOALS);
      pairs = mis_count_text (MIS_MAX_GOAL_PAIRS);
      add_fault (reading, reading->area->row, reading->area->column,
                 g_strdup_printf (TEXT ("There is no room for more goals: an area has at most %s, "
                                        "and all areas together have at most %s pairs of them."),
                                  goals, pairs));
      return FALSE;
    }
  step = dup_step_name (reading, name);
  mis_document_edit_apart (reading->matrix->document, edited, step);
  return TRUE;
}

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  const MisCellFault *first = a, *second = b;

  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  return (first->column > second->column) - (first->column < second->column);
}

gboolean
mis_conflict_matrix_edit (MisCellSource *source,
                          const MisCellArea *area,
                          const char *const *texts,
                          const char *name,
                          GArray *faults)
{
  MisConflictMatrix *self = MIS_CONFLICT_MATRIX (source);
  g_autoptr (GPtrArray) added = g_ptr_array_new ();
  g_autoptr (GArray) conflicts = g_array_new (FALSE, FALSE, sizeof (MisConflict));
  g_autoptr (MisWorld) world = mis_world_ref (self->world);
  Reading reading = { .matrix = self,
                      .value = mis_conflict_matrix_get_value (self),
                      .area = area,
                      .texts = texts,
                      .faults = faults,
                      .n_rows = mis_cell_source_get_n_rows (source),
                      .added = added,
                      .conflicts = conflicts };
  gboolean done;

  g_return_val_if_fail (self->area >= 0, FALSE);
  g_return_val_if_fail (area->column + area->n_columns <= mis_cell_source_get_n_columns (source),
                        FALSE);

  for (guint i = 0; i < area->n_rows; i++)
    read_row (&reading, area->row + i);
  g_array_sort (faults, compare_faults);
  done = faults->len == 0 && take (&reading, name);
  g_free (reading.names);
  return done;
}
