/* Cells that are copied or cut: few on the spot, many a part in each frame, so that nobody waits.
 * What is cut goes all at once when all of it is copied: it is one step. */
#include <glib/gi18n.h>

#include "app/cell-block.h"
#include "app/cell-grid-private.h"
#include "core/local-number.h"

/* So many are made in less than a frame; and how long a part of more may take, in microseconds. */
#define SPOT_CELLS 10000u
#define BUDGET 8000

/* A copy under way. */
struct _MisGridCopy
{
  MisCellArea area;
  guint next; /* row */
  GString *text;
  char *step;           /* what cutting is called; NULL if it stays */
  const char **cleared; /* what becomes of the cells then, row by row; NULL leaves one as it is */
  guint source; /* that goes on with it */
};

static gsize
count (const MisCellArea *area)
{
  return (gsize)area->n_rows * area->n_columns;
}

static void
append_cell (MisCellGrid *self, MisGridCopy *copy, guint row, guint column)
{
  const MisCellArea *area = &copy->area;
  gsize place = (gsize)(row - area->row) * area->n_columns + (column - area->column);
  MisCellContent content;

  mis_cell_source_get_cell (self->source, row, column, &content);
  mis_cell_block_append (copy->text, content.text != NULL ? content.text : "");
  if (copy->cleared != NULL && (content.flags & MIS_CELL_FIXED) == 0)
    copy->cleared[place] = "";
  mis_cell_content_clear (&content);
}

/* The end of every line is written, or a last empty row would be none when it is read. */
static void
append_row (MisCellGrid *self, MisGridCopy *copy)
{
  const MisCellArea *area = &copy->area;

  for (guint column = area->column; column < area->column + area->n_columns; column++)
    {
      if (column > area->column)
        g_string_append_c (copy->text, '\t');
      append_cell (self, copy, copy->next, column);
    }
  if (count (area) > 1)
    g_string_append_c (copy->text, '\n');
  copy->next++;
}

static void
say (MisCellGrid *self, const char *format, gsize n_cells)
{
  g_autofree char *number = mis_count_text (n_cells);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *words = g_strjoinv (number, parts);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", words);
}

static void
copy_free (MisGridCopy *copy)
{
  g_clear_handle_id (&copy->source, g_source_remove);
  g_string_free (copy->text, TRUE);
  g_free (copy->cleared);
  g_free (copy->step);
  g_free (copy);
}

/* Whether it could be done: not everything can be cut. */
static gboolean
finish (MisCellGrid *self)
{
  MisGridCopy *copy = g_steal_pointer (&self->copying);
  gboolean done = TRUE;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), copy->text->str);
  if (copy->cleared != NULL)
    done = mis_cell_grid_change (self, &copy->area, copy->cleared, copy->step);
  copy_free (copy);
  return done;
}

/* Until the part, or all, is done: whether there is more. */
static gboolean
go_on (MisCellGrid *self, gint64 end)
{
  MisGridCopy *copy = self->copying;

  while (copy->next < copy->area.row + copy->area.n_rows)
    {
      if (g_get_monotonic_time () > end)
        return TRUE;
      append_row (self, copy);
    }
  return FALSE;
}

static gboolean
go_on_cb (gpointer user_data)
{
  MisCellGrid *self = user_data;
  gsize n_cells = count (&self->copying->area);
  gboolean cut = self->copying->step != NULL;

  if (go_on (self, g_get_monotonic_time () + BUDGET))
    return G_SOURCE_CONTINUE;
  self->copying->source = 0;
  if (finish (self))
    say (self, cut ? _ ("Cut %s cells") : _ ("Copied %s cells"), n_cells);
  return G_SOURCE_REMOVE;
}

static void
start (MisCellGrid *self, const MisCellArea *area, const char *step)
{
  mis_cell_grid_stop_copying (self);
  self->copying = g_new0 (MisGridCopy, 1);
  self->copying->area = *area;
  self->copying->next = area->row;
  self->copying->text = g_string_new (NULL);
  self->copying->step = g_strdup (step);
  if (step != NULL)
    self->copying->cleared = g_new0 (const char *, count (area));
}

/* @step: (nullable): what it is called if the cells are cut. */
static void
copy (MisCellGrid *self, const char *step)
{
  MisCellArea area;

  mis_cell_grid_get_selection (self, &area);
  if (count (&area) == 0)
    return;
  start (self, &area, step);
  if (count (&area) <= SPOT_CELLS)
    {
      go_on (self, G_MAXINT64);
      finish (self);
      return;
    }
  say (self, step != NULL ? _ ("Cutting %s cells…") : _ ("Copying %s cells…"), count (&area));
  self->copying->source = g_idle_add (go_on_cb, self);
}

void
mis_cell_grid_copy (MisCellGrid *self)
{
  copy (self, NULL);
}

void
mis_cell_grid_cut (MisCellGrid *self)
{
  MisCellArea area;
  g_autofree char *step = NULL;

  mis_cell_grid_get_selection (self, &area);
  step = g_strdup_printf (ngettext ("Cut %u Cell", "Cut %u Cells", count (&area)),
                          (guint)count (&area));
  copy (self, step);
}

void
mis_cell_grid_break_copying (MisCellGrid *self)
{
  gboolean cut = self->copying != NULL && self->copying->step != NULL;

  if (self->copying == NULL)
    return;
  mis_cell_grid_stop_copying (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s",
                              cut ? _ ("The table has changed, so nothing was cut")
                                  : _ ("The table has changed, so nothing was copied"));
}

void
mis_cell_grid_stop_copying (MisCellGrid *self)
{
  g_clear_pointer (&self->copying, copy_free);
}
