#include "document/conflict-matrix-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/agent-base.h"
#include "document/cell-words.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

#define NAME_WIDTH 24u
#define NUMBER_WIDTH 8u
#define RANGE_WIDTH 14u

/* Columns of a few goals are wide enough to tell these apart, together no wider than this. */
#define WIDEST_CELL 12u
#define ALL_CELLS 60u

static void mis_conflict_matrix_iface_init (MisCellSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MisConflictMatrix,
                               mis_conflict_matrix,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MIS_TYPE_CELL_SOURCE,
                                                      mis_conflict_matrix_iface_init))

MisArea *
mis_conflict_matrix_get_value (MisConflictMatrix *self)
{
  return self->area >= 0 ? mis_world_get_area (self->world, (guint)self->area) : NULL;
}

guint
mis_conflict_matrix_get_n_goals (MisConflictMatrix *self)
{
  MisArea *area = mis_conflict_matrix_get_value (self);

  return area != NULL ? mis_area_get_n_goals (area) : 0;
}

/* Rows, and columns without that of the names. */
static guint
get_n_shown (MisConflictMatrix *self)
{
  guint n = mis_conflict_matrix_get_n_goals (self);

  return self->has_null_goal && self->area >= 0 ? n + 1 : n;
}

int
mis_conflict_matrix_get_row_goal (MisConflictMatrix *self, guint row)
{
  guint n = mis_conflict_matrix_get_n_goals (self);

  if (self->has_null_goal && row >= n)
    return row == n ? MIS_NO_GOAL : (int)row - 1;
  return (int)row;
}

const MisGoal *
mis_conflict_matrix_get_base_goal (MisConflictMatrix *self, int goal)
{
  const MisGoal *shown = mis_area_get_goal (mis_conflict_matrix_get_value (self), (guint)goal);
  int found = self->base_area != NULL ? mis_area_find_goal (self->base_area, shown->id) : -1;

  return found >= 0 ? mis_area_get_goal (self->base_area, (guint)found) : NULL;
}

/* The number in the base of a goal, or less than MIS_NO_GOAL if it is not there. */
static int
find_in_base (MisConflictMatrix *self, int goal)
{
  MisArea *area = mis_conflict_matrix_get_value (self);
  int found;

  if (goal < 0)
    return goal;
  if (goal >= (int)mis_area_get_n_goals (area))
    return MIS_UNKNOWN;
  found = mis_area_find_goal (self->base_area, mis_area_get_goal (area, (guint)goal)->id);
  return found >= 0 ? found : MIS_UNKNOWN;
}

gboolean
mis_conflict_matrix_get_base_conflict (MisConflictMatrix *self, int g, int h, MisConflict *conflict)
{
  int base_g, base_h;

  if (self->base_area == NULL)
    return FALSE;
  base_g = find_in_base (self, g);
  base_h = find_in_base (self, h);
  if (base_g == MIS_UNKNOWN || base_h == MIS_UNKNOWN)
    return FALSE;
  *conflict = mis_area_get_conflict (self->base_area, base_g, base_h);
  conflict->g = MIN (g, h);
  conflict->h = MAX (g, h);
  return TRUE;
}

static void
find_base_area (MisConflictMatrix *self)
{
  int found = self->base != NULL ? mis_world_find_area (self->base, self->area_id) : -1;

  self->base_area = found >= 0 ? mis_world_get_area (self->base, (guint)found) : NULL;
}

static void
find_area (MisConflictMatrix *self)
{
  MisWorld *world = self->world;

  if (self->area >= 0 && (guint)self->area < mis_world_get_n_areas (world) &&
      strcmp (mis_area_get_id (mis_world_get_area (world, (guint)self->area)), self->area_id) == 0)
    return;
  self->area = mis_world_find_area (world, self->area_id);
}

/* Whether it says something else of the area now. */
static gboolean
take_base (MisConflictMatrix *self, MisWorld *base, gboolean resets)
{
  g_autoptr (MisWorld) before = self->base;
  MisArea *area_before = self->base_area;
  gboolean is_other = resets != self->resets;

  self->base = base != NULL ? mis_world_ref (base) : NULL;
  self->resets = resets;
  find_base_area (self);
  return is_other || self->base_area != area_before;
}

static gboolean
take_compared (MisConflictMatrix *self)
{
  gboolean resets;
  MisWorld *base = mis_document_get_compared (self->document, &resets);

  return take_base (self, base, resets);
}

/* O(listed pairs), once for each version of the area. */
static void
find_ranges (MisConflictMatrix *self)
{
  MisArea *area = mis_conflict_matrix_get_value (self);
  guint n = 0;
  const MisConflict *conflicts = area != NULL ? mis_area_get_conflicts (area, &n) : NULL;

  self->has_ranges = FALSE;
  for (guint i = 0; i < n && !self->has_ranges; i++)
    self->has_ranges = conflicts[i].low < conflicts[i].high;
}

/* The document tells of much that is not in this area. */
static void
document_changed_cb (MisConflictMatrix *self)
{
  g_autoptr (MisWorld) before = self->world;
  MisArea *area = mis_conflict_matrix_get_value (self);
  gboolean is_other_base;

  self->world = mis_world_ref (mis_document_get_world (self->document));
  find_area (self);
  is_other_base = self->follows && take_compared (self);
  if (mis_conflict_matrix_get_value (self) != area)
    find_ranges (self);
  else if (!is_other_base)
    return;
  mis_cell_source_changed (MIS_CELL_SOURCE (self));
}

static guint
mis_conflict_matrix_get_n_rows (MisCellSource *source)
{
  return get_n_shown (MIS_CONFLICT_MATRIX (source));
}

static guint
mis_conflict_matrix_get_n_columns (MisCellSource *source)
{
  return 1 + get_n_shown (MIS_CONFLICT_MATRIX (source));
}

static guint
mis_conflict_matrix_get_n_frozen (MisCellSource *source)
{
  return 1;
}

static const char *
get_goal_name (MisConflictMatrix *self, guint row)
{
  return mis_area_get_goal_name (mis_conflict_matrix_get_value (self),
                                 mis_conflict_matrix_get_row_goal (self, row));
}

static guint
cell_width (MisConflictMatrix *self)
{
  return self->has_ranges ? RANGE_WIDTH
                          : CLAMP (ALL_CELLS / MAX (get_n_shown (self), 1), NUMBER_WIDTH,
                                   WIDEST_CELL);
}

static void
mis_conflict_matrix_get_column (MisCellSource *source, guint column, MisCellColumn *out)
{
  MisConflictMatrix *self = MIS_CONFLICT_MATRIX (source);

  out->title = g_strdup (column == 0 ? TEXT ("Goal") : get_goal_name (self, column - 1));
  out->width = column == 0 ? NAME_WIDTH : cell_width (self);
}

static void
fill_name (MisConflictMatrix *self, guint row, MisCellContent *out)
{
  int goal = mis_conflict_matrix_get_row_goal (self, row);
  const MisGoal *base = goal >= 0 ? mis_conflict_matrix_get_base_goal (self, goal) : NULL;

  out->text = g_strdup (get_goal_name (self, row));
  out->flags = goal < 0 ? MIS_CELL_FIXED : MIS_CELL_PLAIN;
  if (self->base_area != NULL && goal >= 0 && (base == NULL || strcmp (base->name, out->text) != 0))
    out->flags |= MIS_CELL_CHANGED;
}

/* What the base says of two goals; of such as it does not have what the area's default says. */
static MisConflict
get_base_conflict (MisConflictMatrix *self, const MisConflict *conflict)
{
  MisArea *area = mis_conflict_matrix_get_value (self);
  MisConflict base = *conflict;

  if (!mis_conflict_matrix_get_base_conflict (self, conflict->g, conflict->h, &base))
    base.value = base.low = base.high =
        conflict->g == MIS_NO_GOAL ? 0.0 : mis_area_get_default_conflict (area);
  return base;
}

static gboolean
is_changed (MisConflictMatrix *self, const MisConflict *conflict)
{
  MisConflict base;

  if (self->base_area == NULL)
    return FALSE;
  base = get_base_conflict (self, conflict);
  return base.value != conflict->value || base.low != conflict->low || base.high != conflict->high;
}

static void
fill_conflict (MisConflictMatrix *self, int g, int h, MisCellContent *out)
{
  MisConflict conflict = mis_area_get_conflict (mis_conflict_matrix_get_value (self), g, h);

  out->text = mis_cell_number_text (conflict.value, conflict.low, conflict.high);
  out->flags = MIS_CELL_NUMBER;
  out->level = conflict.value;
  if (conflict.low < conflict.high)
    out->flags |= MIS_CELL_UNCERTAIN;
  if (conflict.note != NULL)
    out->flags |= MIS_CELL_NOTED;
  if (is_changed (self, &conflict))
    out->flags |= MIS_CELL_CHANGED;
}

static void
mis_conflict_matrix_get_cell (MisCellSource *source, guint row, guint column, MisCellContent *out)
{
  MisConflictMatrix *self = MIS_CONFLICT_MATRIX (source);
  int g, h;

  if (column == 0)
    fill_name (self, row, out);
  else if (mis_conflict_matrix_get_goals (self, row, column, &g, &h))
    fill_conflict (self, g, h, out);
  else
    {
      out->text = g_strdup ("0");
      out->flags = MIS_CELL_FIXED | MIS_CELL_NUMBER;
    }
}

static char *
mis_conflict_matrix_explain (MisCellSource *source, int row, guint column)
{
  MisConflictMatrix *self = MIS_CONFLICT_MATRIX (source);
  MisConflict conflict;
  int g, h;

  if (row < 0 || column == 0
      || !mis_conflict_matrix_get_goals (self, (guint)row, column, &g, &h))
    return NULL;
  conflict = mis_area_get_conflict (mis_conflict_matrix_get_value (self), g, h);
  return conflict.note != NULL ? mis_cell_note_text (conflict.note->note, conflict.note->source)
                               : NULL;
}

static void
mis_conflict_matrix_iface_init (MisCellSourceInterface *iface)
{
  iface->get_n_rows = mis_conflict_matrix_get_n_rows;
  iface->get_n_columns = mis_conflict_matrix_get_n_columns;
  iface->get_n_frozen = mis_conflict_matrix_get_n_frozen;
  iface->get_column = mis_conflict_matrix_get_column;
  iface->get_cell = mis_conflict_matrix_get_cell;
  iface->explain = mis_conflict_matrix_explain;
  iface->edit = mis_conflict_matrix_edit;
}

static void
mis_conflict_matrix_finalize (GObject *object)
{
  MisConflictMatrix *self = MIS_CONFLICT_MATRIX (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->world, mis_world_unref);
  g_clear_pointer (&self->base, mis_world_unref);
  g_free (self->area_id);
  G_OBJECT_CLASS (mis_conflict_matrix_parent_class)->finalize (object);
}

static void
mis_conflict_matrix_class_init (MisConflictMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mis_conflict_matrix_finalize;
}

static void
mis_conflict_matrix_init (MisConflictMatrix *self)
{
}

static void
take_area (MisConflictMatrix *self, guint area)
{
  g_free (self->area_id);
  self->area_id = g_strdup (mis_area_get_id (mis_world_get_area (self->world, area)));
  self->area = (int)area;
  find_base_area (self);
  find_ranges (self);
}

MisConflictMatrix *
mis_conflict_matrix_new (MisDocument *document, guint area)
{
  MisWorld *world = mis_document_get_world (document);
  MisConflictMatrix *self;

  g_return_val_if_fail (area < mis_world_get_n_areas (world), NULL);

  self = g_object_new (MIS_TYPE_CONFLICT_MATRIX, NULL);
  self->document = g_object_ref (document);
  self->world = mis_world_ref (world);
  take_area (self, area);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

int
mis_conflict_matrix_get_area (MisConflictMatrix *self)
{
  g_return_val_if_fail (MIS_IS_CONFLICT_MATRIX (self), -1);

  return self->area;
}

void
mis_conflict_matrix_set_area (MisConflictMatrix *self, guint area)
{
  g_return_if_fail (MIS_IS_CONFLICT_MATRIX (self));
  g_return_if_fail (area < mis_world_get_n_areas (self->world));

  take_area (self, area);
  mis_cell_source_changed (MIS_CELL_SOURCE (self));
}

void
mis_conflict_matrix_set_null_goal_shown (MisConflictMatrix *self, gboolean shown)
{
  g_return_if_fail (MIS_IS_CONFLICT_MATRIX (self));

  if (self->has_null_goal == !!shown)
    return;
  self->has_null_goal = !!shown;
  mis_cell_source_changed (MIS_CELL_SOURCE (self));
}

gboolean
mis_conflict_matrix_get_null_goal_shown (MisConflictMatrix *self)
{
  g_return_val_if_fail (MIS_IS_CONFLICT_MATRIX (self), FALSE);

  return self->has_null_goal;
}

void
mis_conflict_matrix_set_base (MisConflictMatrix *self, MisWorld *base, gboolean resets)
{
  g_return_if_fail (MIS_IS_CONFLICT_MATRIX (self));

  self->follows = FALSE;
  if (take_base (self, base, base != NULL && resets))
    mis_cell_source_changed (MIS_CELL_SOURCE (self));
}

void
mis_conflict_matrix_follow_base (MisConflictMatrix *self)
{
  g_return_if_fail (MIS_IS_CONFLICT_MATRIX (self));

  self->follows = TRUE;
  if (take_compared (self))
    mis_cell_source_changed (MIS_CELL_SOURCE (self));
}

gboolean
mis_conflict_matrix_get_goals (MisConflictMatrix *self, guint row, guint column, int *g, int *h)
{
  g_return_val_if_fail (MIS_IS_CONFLICT_MATRIX (self), FALSE);

  if (column == 0 || row == column - 1)
    return FALSE;
  *g = mis_conflict_matrix_get_row_goal (self, row);
  *h = mis_conflict_matrix_get_row_goal (self, column - 1);
  return TRUE;
}
