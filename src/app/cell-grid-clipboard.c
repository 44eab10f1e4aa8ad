/* Many cells at once: pasted, cleared, filled. */
#include <glib/gi18n.h>
#include <string.h>

#include "app/cell-block.h"
#include "app/cell-grid-private.h"

/* What becomes of the cells of @area: its texts row by row; %NULL leaves a cell as it is. */
typedef struct
{
  MisCellArea area;
  const char **texts;
} Change;

static gsize
count (const MisCellArea *area)
{
  return (gsize) area->n_rows * area->n_columns;
}

/* A text that could not be taken is replaced by what can be. */
static void
forget_faults (MisCellGrid *self, const Change *change)
{
  const MisCellArea *area = &change->area;

  for (guint i = self->faults->len; i > 0; i--)
    {
      MisGridPlace place = g_array_index (self->faults, MisGridFault, i - 1).place;
      guint row = place.row - area->row, column = place.column - area->column;

      if (row < area->n_rows && column < area->n_columns &&
          change->texts[(gsize) row * area->n_columns + column] != NULL)
        mis_cell_grid_remove_fault (self, place);
    }
  mis_cell_grid_show_fault (self);
}

static gboolean
apply (MisCellGrid *self, const Change *change, const char *name)
{
  g_autoptr (GArray) faults = mis_cell_faults_new ();
  gboolean is_single = count (&change->area) == 1;

  if (!mis_cell_source_edit (self->source, &change->area, change->texts, is_single ? NULL : name,
                             faults))
    {
      mis_cell_grid_tell_faults (self, faults);
      return FALSE;
    }
  forget_faults (self, change);
  return TRUE;
}

static char *
get_text (MisCellGrid *self, guint row, guint column)
{
  MisCellContent content;

  mis_cell_source_get_cell (self->source, row, column, &content);
  return content.text != NULL ? content.text : g_strdup ("");
}

static gboolean
is_fixed (MisCellGrid *self, guint row, guint column)
{
  MisCellContent content;
  gboolean fixed;

  mis_cell_source_get_cell (self->source, row, column, &content);
  fixed = (content.flags & MIS_CELL_FIXED) != 0;
  mis_cell_content_clear (&content);
  return fixed;
}

/* Empty texts wherever there is something to be reset. */
static void
clear (MisCellGrid *self, const char *name)
{
  Change change;
  gsize n = 0;

  mis_cell_grid_get_selection (self, &change.area);
  change.texts = g_new0 (const char *, count (&change.area));
  for (guint row = 0; row < change.area.n_rows; row++)
    for (guint column = 0; column < change.area.n_columns; column++, n++)
      if (!is_fixed (self, change.area.row + row, change.area.column + column))
        change.texts[n] = "";
  if (n > 0)
    apply (self, &change, name);
  g_free (change.texts);
}

void
mis_cell_grid_clear (MisCellGrid *self)
{
  g_autofree char *name = NULL;
  MisCellArea area;

  mis_cell_grid_get_selection (self, &area);
  name = g_strdup_printf (ngettext ("Clear %u Cell", "Clear %u Cells", count (&area)),
                          (guint) count (&area));
  clear (self, name);
}

gboolean
mis_cell_grid_change (MisCellGrid *self,
                      const MisCellArea *area,
                      const char **texts,
                      const char *step)
{
  return apply (self, &(Change){ *area, texts }, step);
}

/* The first row of the selection goes to all of it; one row takes what stands above it. */
void
mis_cell_grid_fill_down (MisCellGrid *self)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = NULL;
  Change change;
  guint from;

  mis_cell_grid_get_selection (self, &change.area);
  if (change.area.n_rows == 0 || (change.area.n_rows == 1 && change.area.row == 0))
    return;
  from = change.area.n_rows == 1 ? change.area.row - 1 : change.area.row;
  if (change.area.n_rows > 1)
    {
      change.area.row++;
      change.area.n_rows--;
    }
  for (guint column = 0; column < change.area.n_columns; column++)
    g_ptr_array_add (texts, get_text (self, from, change.area.column + column));
  change.texts = g_new0 (const char *, count (&change.area));
  for (gsize i = 0; i < count (&change.area); i++)
    if (!is_fixed (self, change.area.row + (guint) (i / change.area.n_columns),
                   change.area.column + (guint) (i % change.area.n_columns)))
      change.texts[i] = g_ptr_array_index (texts, i % change.area.n_columns);
  name =
      g_strdup_printf (ngettext ("Fill Down %u Cell", "Fill Down %u Cells", count (&change.area)),
                       (guint) count (&change.area));
  apply (self, &change, name);
  g_free (change.texts);
}

/* One block goes once into the selection, or as often as it fits exactly. */
static void
fit (const MisCellBlock *block, MisCellArea *area)
{
  if (area->n_rows % block->n_rows == 0 && area->n_columns % block->n_columns == 0)
    return;
  area->n_rows = block->n_rows;
  area->n_columns = block->n_columns;
}

static void
paste_block (MisCellGrid *self, const MisCellBlock *block)
{
  g_autofree char *name = NULL;
  Change change;

  mis_cell_grid_get_selection (self, &change.area);
  if (count (&change.area) == 0)
    return;
  fit (block, &change.area);
  if (change.area.column + change.area.n_columns > mis_cell_grid_n_columns (self))
    {
      g_autofree char *body = g_strdup_printf (
          _ ("What was copied has %u columns; from this one on there are %u. Choose a cell farther "
             "to the start, or copy fewer columns."),
          block->n_columns, mis_cell_grid_n_columns (self) - change.area.column);

      mis_cell_grid_tell (self, _ ("It Does Not Fit"), body);
      return;
    }
  change.texts = g_new0 (const char *, count (&change.area));
  for (gsize i = 0; i < count (&change.area); i++)
    {
      gsize row = i / change.area.n_columns % block->n_rows;
      gsize column = i % change.area.n_columns % block->n_columns;

      change.texts[i] = block->texts[row * block->n_columns + column];
    }
  name = g_strdup_printf (ngettext ("Paste %u Cell", "Paste %u Cells", count (&change.area)),
                          (guint) count (&change.area));
  if (apply (self, &change, name))
    mis_cell_grid_select (self, &change.area);
  g_free (change.texts);
}

void
mis_cell_grid_paste_text (MisCellGrid *self, const char *text)
{
  g_autoptr (MisCellBlock) block = mis_cell_block_parse (text);

  paste_block (self, block);
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  MisCellGrid *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text =
      gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, &error);

  if (text != NULL && self->source != NULL)
    mis_cell_grid_paste_text (self, text);
  else if (self->source != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mis_cell_grid_tell (self, _ ("There Is Nothing to Paste"),
                        _ ("What was copied last is no text."));
  g_object_unref (self);
}

/* The answer comes later, from another program. */
void
mis_cell_grid_paste (MisCellGrid *self)
{
  g_cancellable_cancel (self->pasting);
  g_clear_object (&self->pasting);
  self->pasting = g_cancellable_new ();
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->pasting,
                                 read_cb, g_object_ref (self));
}

typedef void (*Command) (MisCellGrid *self);

static const struct
{
  const char *name;
  Command run;
} commands[] = {
  { "cells.cut", mis_cell_grid_cut },
  { "cells.copy", mis_cell_grid_copy },
  { "cells.paste", mis_cell_grid_paste },
  { "cells.clear", mis_cell_grid_clear },
  { "cells.fill-down", mis_cell_grid_fill_down },
  { "cells.select-all", mis_cell_grid_select_all },
};

static void
activate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      commands[i].run (MIS_CELL_GRID (widget));
}

void
mis_cell_grid_add_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    gtk_widget_class_install_action (widget_class, commands[i].name, NULL, activate_cb);
}
