#include "random-cells.h"

#include "app/cell-grid-private.h"

static gboolean
is_grid (GtkWidget *widget, gconstpointer data)
{
  return MIS_IS_CELL_GRID (widget) && gtk_widget_get_mapped (widget) &&
         mis_cell_grid_get_source (MIS_CELL_GRID (widget)) != NULL;
}

MisCellGrid *
random_cells_find (RandomHand *self)
{
  return app_find (self->window, is_grid, NULL);
}

static guint
count_rows (MisCellGrid *grid)
{
  return mis_cell_source_get_n_rows (mis_cell_grid_get_source (grid));
}

static guint
count_columns (MisCellGrid *grid)
{
  return mis_cell_source_get_n_columns (mis_cell_grid_get_source (grid));
}

/* Sometimes one beyond the last. */
static void
go (RandomHand *self, MisCellGrid *grid)
{
  guint row = random_hand_below (self, count_rows (grid) + 1);
  guint column = random_hand_below (self, count_columns (grid) + 1);

  random_hand_say (self, "Cursor to %u, %u", row, column);
  mis_cell_grid_set_cursor (grid, row, column);
}

static void
choose (RandomHand *self, MisCellGrid *grid)
{
  guint n_rows = count_rows (grid), n_columns = count_columns (grid);
  MisCellArea area;

  if (n_rows == 0 || n_columns == 0)
    return;
  area.row = random_hand_below (self, n_rows);
  area.column = random_hand_below (self, n_columns);
  area.n_rows = 1 + random_hand_below (self, MIN (5, n_rows - area.row));
  area.n_columns = 1 + random_hand_below (self, MIN (4, n_columns - area.column));
  random_hand_say (self, "Select %u × %u cells at %u, %u", area.n_rows, area.n_columns, area.row,
                   area.column);
  mis_cell_grid_select (grid, &area);
}

/* In the field, if somebody types; whether it was open before. */
static void
press (RandomHand *self, MisCellGrid *grid)
{
  static const guint keys[] = {
    GDK_KEY_Up,     GDK_KEY_Down, GDK_KEY_Left, GDK_KEY_Right,  GDK_KEY_Return,    GDK_KEY_Tab,
    GDK_KEY_Escape, GDK_KEY_F2,   GDK_KEY_Home, GDK_KEY_End,    GDK_KEY_Page_Down, GDK_KEY_5,
    GDK_KEY_a,      GDK_KEY_d,    GDK_KEY_x,    GDK_KEY_Delete, GDK_KEY_c,         GDK_KEY_space,
  };
  static const GdkModifierType states[] = { 0, 0, 0, 0, GDK_SHIFT_MASK, GDK_CONTROL_MASK };
  guint key = keys[random_hand_below (self, G_N_ELEMENTS (keys))];
  GdkModifierType state = states[random_hand_below (self, G_N_ELEMENTS (states))];
  GtkText *editor = mis_cell_grid_get_editor (grid);

  random_hand_say (self, "Key %s, modifiers %u%s", gdk_keyval_name (key), state,
                   editor != NULL ? ", typing" : "");
  if (editor == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (grid));
  app_press (editor != NULL ? (gpointer)editor : (gpointer)grid, key, state);
}

/* A text goes into the field, which is taken by a key, by leaving it, or not yet. */
static void
type (RandomHand *self, MisCellGrid *grid)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_Tab, GDK_KEY_Escape, GDK_KEY_Down };
  g_autofree char *text = random_hand_text (self);
  guint how = random_hand_below (self, 10);

  random_hand_say (self, "Type “%s” (%u)", text, how);
  gtk_widget_grab_focus (GTK_WIDGET (grid));
  mis_cell_grid_begin_edit (grid);
  if (mis_cell_grid_get_editor (grid) == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (mis_cell_grid_get_editor (grid)), text);
  if (how < 7)
    app_press (mis_cell_grid_get_editor (grid), keys[how < 4 ? 0 : how - 3], 0);
  else if (how == 7)
    gtk_widget_child_focus (GTK_WIDGET (self->window), GTK_DIR_TAB_FORWARD);
}

/* A table of texts, most of which the cells below it have already. */
static void
paste (RandomHand *self, MisCellGrid *grid)
{
  guint n_rows = 1 + random_hand_below (self, 4), n_columns = 1 + random_hand_below (self, 3);
  MisCellSource *source = mis_cell_grid_get_source (grid);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_rows * n_columns; i++)
    {
      guint row = mis_cell_grid_get_cursor_row (grid) + i / n_columns;
      guint column = mis_cell_grid_get_cursor_column (grid) + i % n_columns;
      MisCellContent content = { 0 };

      if (row < count_rows (grid) && column < count_columns (grid))
        mis_cell_source_get_cell (source, row, column, &content);
      if (content.text == NULL || random_hand_one_in (self, 3))
        {
          g_free (content.text);
          content.text = random_hand_text (self);
        }
      g_string_append (text, content.text);
      g_string_append_c (text, i % n_columns + 1 < n_columns ? '\t' : '\n');
      mis_cell_content_clear (&content);
    }
  random_hand_say (self, "Paste %u × %u cells: %s", n_rows, n_columns, text->str);
  mis_cell_grid_paste_text (grid, text->str);
}

static void
command (RandomHand *self, MisCellGrid *grid)
{
  static const char *const names[] = { "cells.cut",   "cells.copy",      "cells.paste",
                                       "cells.clear", "cells.fill-down", "cells.select-all" };
  const char *name = names[random_hand_below (self, G_N_ELEMENTS (names))];

  random_hand_say (self, "%s", name);
  gtk_widget_activate_action (GTK_WIDGET (grid), name, NULL);
}

void
random_cells (RandomHand *self)
{
  static void (*const ways[]) (RandomHand *, MisCellGrid *) = {
    go, go, choose, press, press, press, type, type, type, paste, command,
  };
  MisCellGrid *grid = random_cells_find (self);

  if (grid != NULL)
    ways[random_hand_below (self, G_N_ELEMENTS (ways))](self, grid);
}

static void
check_cell (MisCellSource *source, MisGridCell *cell, guint row, guint column)
{
  MisCellContent content;

  mis_cell_source_get_cell (source, row, column, &content);
  if (content.text != NULL || mis_grid_cell_get_text (cell) != NULL)
    g_assert_cmpstr (mis_grid_cell_get_text (cell), ==, content.text != NULL ? content.text : "");
  mis_cell_content_clear (&content);
}

void
random_cells_check (MisCellGrid *grid)
{
  for (guint row = 0; row < count_rows (grid); row++)
    for (guint column = 0; column < count_columns (grid); column++)
      {
        MisGridCell *cell = mis_cell_grid_get_cell (grid, (int)row, (int)column);

        if (cell != NULL && gtk_widget_get_child_visible (GTK_WIDGET (cell)) &&
            mis_cell_grid_find_fault (grid, row, column) == NULL)
          check_cell (mis_cell_grid_get_source (grid), cell, row, column);
      }
}
