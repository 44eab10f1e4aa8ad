#include "app/grid-pane.h"

#include <adwaita.h>

/* How dark the lines between cells are, of the colour of the text. */
#define LINE_ALPHA 0.12f
#define HIGH_CONTRAST_LINE_ALPHA 0.5f

/* What no place has. */
#define NOWHERE G_MININT

struct _MisGridPane
{
  GtkWidget parent_instance;

  GtkAccessibleRole role;
  gpointer grid;
  MisGridFill fill;
  MisGridLocate locate;

  GPtrArray *cells; /* of MisGridCell, row by row; they belong to the pane as its children */
  int n_rows;
  int n_columns;
  MisGridWindow window;

  GtkWidget *cover;
  int cover_row;
  int cover_column;
  GtkWidget *lifted; /* a cover that is one no more, and goes soon; NULL if there is none */
  guint lift_source;
};

G_DEFINE_FINAL_TYPE (MisGridPane, mis_grid_pane, GTK_TYPE_WIDGET)

static int
modulo (int a, int n)
{
  return ((a % n) + n) % n;
}

static MisGridCell *
get_slot (MisGridPane *self, int row, int column)
{
  int index = modulo (row, self->n_rows) * self->n_columns + modulo (column, self->n_columns);

  return g_ptr_array_index (self->cells, index);
}

static void
locate (MisGridPane *self, int row, int column, GdkRectangle *area)
{
  self->locate (self->grid, row, column, area);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    area->x = gtk_widget_get_width (GTK_WIDGET (self)) - area->x - area->width;
}

static void
place (MisGridPane *self, GtkWidget *child, int row, int column)
{
  GdkRectangle area;

  if (!gtk_widget_should_layout (child))
    return;
  locate (self, row, column, &area);
  gtk_widget_size_allocate (child, &area, -1);
}

static void
mis_grid_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MisGridPane *self = MIS_GRID_PANE (widget);
  const MisGridWindow *window = &self->window;

  for (int row = window->row; row < window->row + window->n_rows; row++)
    for (int column = window->column; column < window->column + window->n_columns; column++)
      place (self, GTK_WIDGET (get_slot (self, row, column)), row, column);
  if (self->cover != NULL)
    place (self, self->cover, self->cover_row, self->cover_column);
}

static void
append_line (GtkSnapshot *snapshot, const GdkRGBA *color, int x, int y, int width, int height)
{
  gtk_snapshot_append_color (
      snapshot, color, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
append_end (MisGridPane *self, GtkSnapshot *snapshot, const GdkRGBA *color, GdkRectangle area)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  append_line (snapshot, color, mirrored ? area.x : area.x + area.width - 1, area.y, 1,
               area.height);
}

/* Of headings some span several columns: each has its own lines. */
static void
draw_headings (MisGridPane *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  const MisGridWindow *window = &self->window;

  for (int row = window->row; row < window->row + window->n_rows; row++)
    for (int column = window->column; column < window->column + window->n_columns; column++)
      {
        GdkRectangle area;

        locate (self, row, column, &area);
        if (area.width == 0)
          continue;
        append_end (self, snapshot, color, area);
        append_line (snapshot, color, area.x, area.y + area.height - 1, area.width, 1);
      }
}

/* One line for each row and column, which are fewer than cells. */
static void
draw_lines (MisGridPane *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  const MisGridWindow *window = &self->window;
  GdkRectangle all, area;

  locate (self, window->row, window->column, &all);
  locate (self, window->row, window->column + window->n_columns - 1, &area);
  gdk_rectangle_union (&all, &area, &all);
  for (int column = window->column; column < window->column + window->n_columns; column++)
    {
      locate (self, window->row, column, &area);
      area.height *= window->n_rows;
      append_end (self, snapshot, color, area);
    }
  for (int row = 1; row <= window->n_rows; row++)
    append_line (snapshot, color, all.x, all.y + row * all.height - 1, all.width, 1);
}

static void
mis_grid_pane_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MisGridPane *self = MIS_GRID_PANE (widget);
  GdkRGBA color;

  GTK_WIDGET_CLASS (mis_grid_pane_parent_class)->snapshot (widget, snapshot);
  if (self->window.n_rows <= 0 || self->window.n_columns <= 0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  color.alpha *= adw_style_manager_get_high_contrast (adw_style_manager_get_default ())
                     ? HIGH_CONTRAST_LINE_ALPHA
                     : LINE_ALPHA;
  if (self->window.row < 0)
    draw_headings (self, snapshot, &color);
  else
    draw_lines (self, snapshot, &color);
}

static void
mis_grid_pane_dispose (GObject *object)
{
  MisGridPane *self = MIS_GRID_PANE (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->cells, 0);
  self->n_rows = self->n_columns = 0;
  self->window = (MisGridWindow){ 0 };
  g_clear_handle_id (&self->lift_source, g_source_remove);
  self->cover = self->lifted = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mis_grid_pane_parent_class)->dispose (object);
}

static void
mis_grid_pane_finalize (GObject *object)
{
  g_ptr_array_unref (MIS_GRID_PANE (object)->cells);
  G_OBJECT_CLASS (mis_grid_pane_parent_class)->finalize (object);
}

static void
mis_grid_pane_class_init (MisGridPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_grid_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = mis_grid_pane_finalize;
  widget_class->size_allocate = mis_grid_pane_size_allocate;
  widget_class->snapshot = mis_grid_pane_snapshot;
  gtk_widget_class_set_css_name (widget_class, "gridpane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW_GROUP);
}

static void
mis_grid_pane_init (MisGridPane *self)
{
  self->cells = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

MisGridPane *
mis_grid_pane_new (GtkAccessibleRole role,
                   gpointer grid,
                   MisGridFill fill,
                   MisGridLocate locate_cell)
{
  MisGridPane *self = g_object_new (MIS_TYPE_GRID_PANE, NULL);

  self->role = role;
  self->grid = grid;
  self->fill = fill;
  self->locate = locate_cell;
  return self;
}

static void
add_cell (MisGridPane *self)
{
  MisGridCell *cell = mis_grid_cell_new (self->role);

  gtk_widget_set_child_visible (GTK_WIDGET (cell), FALSE);
  /* What lies over the cells stays over those that come later. */
  gtk_widget_insert_after (GTK_WIDGET (cell), GTK_WIDGET (self), NULL);
  g_ptr_array_add (self->cells, cell);
}

void
mis_grid_pane_set_size (MisGridPane *self, int n_rows, int n_columns)
{
  guint n_cells;

  g_return_if_fail (MIS_IS_GRID_PANE (self));
  g_return_if_fail (n_rows >= 0 && n_columns >= 0);

  if (n_rows == self->n_rows && n_columns == self->n_columns)
    return;
  n_cells = (guint) n_rows * (guint) n_columns;
  while (self->cells->len < n_cells)
    add_cell (self);
  while (self->cells->len > n_cells)
    gtk_widget_unparent (g_ptr_array_steal_index (self->cells, self->cells->len - 1));
  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->window = (MisGridWindow){ 0 };
}

static void
show_cell (MisGridPane *self, MisGridCell *cell, int row, int column, gboolean all)
{
  gboolean moved = mis_grid_cell_get_row (cell) != row || mis_grid_cell_get_column (cell) != column;

  if (moved)
    mis_grid_cell_set_place (cell, row, column);
  if (moved || all)
    self->fill (self->grid, cell);
}

/* The first number from @first on that is @slot modulo @n. */
static int
get_shown (int first, int slot, int n)
{
  return first + modulo (slot - first, n);
}

void
mis_grid_pane_show (MisGridPane *self, const MisGridWindow *window, gboolean all)
{
  g_return_if_fail (MIS_IS_GRID_PANE (self));
  g_return_if_fail (window->n_rows <= self->n_rows && window->n_columns <= self->n_columns);

  self->window = *window;
  for (int i = 0; i < self->n_rows; i++)
    for (int j = 0; j < self->n_columns; j++)
      {
        int row = get_shown (window->row, i, self->n_rows);
        int column = get_shown (window->column, j, self->n_columns);
        MisGridCell *cell = get_slot (self, row, column);
        gboolean shown =
            row < window->row + window->n_rows && column < window->column + window->n_columns;

        gtk_widget_set_child_visible (GTK_WIDGET (cell), shown);
        if (shown)
          show_cell (self, cell, row, column, all);
        else
          mis_grid_cell_set_place (cell, NOWHERE, NOWHERE);
      }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

MisGridCell *
mis_grid_pane_get_cell (MisGridPane *self, int row, int column)
{
  const MisGridWindow *window;

  g_return_val_if_fail (MIS_IS_GRID_PANE (self), NULL);

  window = &self->window;
  if (row < window->row || row >= window->row + window->n_rows || column < window->column ||
      column >= window->column + window->n_columns)
    return NULL;
  return get_slot (self, row, column);
}

void
mis_grid_pane_foreach (MisGridPane *self, MisGridFill visit, gpointer user_data)
{
  const MisGridWindow *window;

  g_return_if_fail (MIS_IS_GRID_PANE (self));

  window = &self->window;
  for (int row = window->row; row < window->row + window->n_rows; row++)
    for (int column = window->column; column < window->column + window->n_columns; column++)
      visit (user_data, get_slot (self, row, column));
}

static void
remove_lifted (MisGridPane *self)
{
  g_clear_handle_id (&self->lift_source, g_source_remove);
  g_clear_pointer (&self->lifted, gtk_widget_unparent);
}

static gboolean
remove_lifted_cb (gpointer user_data)
{
  MisGridPane *self = user_data;

  self->lift_source = 0;
  remove_lifted (self);
  return G_SOURCE_REMOVE;
}

/* Out of sight at once, but a child until later: it may go because it loses the keyboard, of which
 * GTK tells it and then its parents, one after the other. */
static void
lift_cover (MisGridPane *self)
{
  remove_lifted (self);
  gtk_widget_set_visible (self->cover, FALSE);
  self->lifted = g_steal_pointer (&self->cover);
  self->lift_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, remove_lifted_cb, self, NULL);
}

void
mis_grid_pane_set_cover (MisGridPane *self, GtkWidget *cover, int row, int column)
{
  g_return_if_fail (MIS_IS_GRID_PANE (self));

  if (self->cover != NULL && self->cover != cover)
    lift_cover (self);
  if (cover != NULL && self->cover != cover)
    gtk_widget_insert_before (cover, GTK_WIDGET (self), NULL);
  self->cover = cover;
  self->cover_row = row;
  self->cover_column = column;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
