#include "grid-fixture.h"

#include <math.h>

#include "report/number-text.h"

struct _TestTable
{
  GObject parent_instance;

  guint n_rows;
  guint n_columns;
  GHashTable *texts; /* of edited cells, by their index */
  GHashTable *flags;
  gboolean heat;
  guint n_edits;
  guint n_asked;
  guint n_columns_asked;
  char *step;
};

static const char *const goals[] = { "Profit", "Safety", "Speed", NULL };

static void iface_init (MisCellSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestTable,
                               test_table,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MIS_TYPE_CELL_SOURCE, iface_init))

static gpointer
get_key (guint row, guint column)
{
  return GSIZE_TO_POINTER ((gsize) row * 10000 + column + 1);
}

static gboolean
is_choice (guint column)
{
  return column % 2 == 1;
}

static MisCellFlags
get_goal_flags (guint row, guint column)
{
  if ((row + column) % 11 == 0)
    return MIS_CELL_UNKNOWN;
  return (row + column) % 13 == 0 ? MIS_CELL_NO_GOAL : MIS_CELL_PLAIN;
}

static char *
make_text (guint row, guint column)
{
  MisCellFlags flags = get_goal_flags (row, column);

  if (column == 0)
    return g_strdup_printf ("Agent %u", row);
  if (!is_choice (column))
    return mis_number_text ((row * 7 + column * 3) % 100 / 100.0, 2);
  if (flags != MIS_CELL_PLAIN)
    return g_strdup (flags == MIS_CELL_UNKNOWN ? "Unknown" : "No goal");
  return g_strdup (goals[(row + column) % 3]);
}

char *
test_table_get_text (TestTable *self, guint row, guint column)
{
  const char *edited = g_hash_table_lookup (self->texts, get_key (row, column));

  return edited != NULL ? g_strdup (edited) : make_text (row, column);
}

static guint
get_n_rows (MisCellSource *source)
{
  return TEST_TABLE (source)->n_rows;
}

static guint
get_n_columns (MisCellSource *source)
{
  return TEST_TABLE (source)->n_columns;
}

static guint
get_n_frozen (MisCellSource *source)
{
  return 1;
}

static void
get_column (MisCellSource *source, guint column, MisCellColumn *out)
{
  TEST_TABLE (source)->n_columns_asked++;
  static const char *const areas[] = { "Food", "Household", "Transport", "Culture" };

  out->width = column == 0 ? 16 : is_choice (column) ? 10 : 7;
  out->title = g_strdup (column == 0 ? "Name" : is_choice (column) ? "Goal" : "Weight");
  if (column > 0)
    out->group = g_strdup_printf ("%s %u", areas[(column - 1) / 2 % 4], (column - 1) / 8 + 1);
}

static void
get_cell (MisCellSource *source, guint row, guint column, MisCellContent *out)
{
  TestTable *self = TEST_TABLE (source);
  gpointer key = get_key (row, column);

  self->n_asked++;
  out->text = test_table_get_text (self, row, column);
  out->flags = (MisCellFlags) GPOINTER_TO_INT (g_hash_table_lookup (self->flags, key));
  if (column == 0)
    return;
  out->flags |= is_choice (column) ? MIS_CELL_CHOICE : MIS_CELL_NUMBER;
  if (is_choice (column) && !g_hash_table_contains (self->texts, key))
    out->flags |= get_goal_flags (row, column);
  if (self->heat && !is_choice (column))
    mis_number_from_text (out->text, &out->level);
}

static char **
get_choices (MisCellSource *source, guint row, guint column)
{
  return is_choice (column) ? g_strdupv ((char **) goals) : NULL;
}

/* (nullable): why it cannot be taken. */
static char *
find_reason (TestTable *self, guint row, guint column, const char *text)
{
  double value;

  if (row >= self->n_rows)
    return g_strdup ("There is no such row.");
  if (GPOINTER_TO_INT (g_hash_table_lookup (self->flags, get_key (row, column))) & MIS_CELL_FIXED)
    return g_strdup ("This cell is fixed.");
  if (column == 0 || *text == '\0')
    return NULL;
  if (is_choice (column))
    return g_strv_contains (goals, text) ? NULL
                                         : g_strdup_printf ("“%s” is no goal of this area.", text);
  if (mis_number_from_text (text, &value) && value >= 0.0 && value <= 1.0)
    return NULL;
  return g_strdup_printf ("“%s” is no number from 0 to 1.", text);
}

static void
put (TestTable *self, guint row, guint column, const char *text)
{
  if (*text == '\0' && column > 0)
    g_hash_table_remove (self->texts, get_key (row, column));
  else
    g_hash_table_insert (self->texts, get_key (row, column), g_strdup (text));
}

static gboolean
edit (MisCellSource *source,
      const MisCellArea *area,
      const char *const *texts,
      const char *name,
      GArray *faults)
{
  TestTable *self = TEST_TABLE (source);

  for (guint i = 0; i < area->n_rows * area->n_columns; i++)
    {
      guint row = area->row + i / area->n_columns, column = area->column + i % area->n_columns;
      char *reason = texts[i] != NULL ? find_reason (self, row, column, texts[i]) : NULL;

      if (reason != NULL)
        mis_cell_faults_add (faults, row, column, texts[i], reason);
    }
  if (faults->len > 0)
    return FALSE;
  for (guint i = 0; i < area->n_rows * area->n_columns; i++)
    if (texts[i] != NULL)
      put (self, area->row + i / area->n_columns, area->column + i % area->n_columns, texts[i]);
  self->n_edits++;
  g_free (self->step);
  self->step = g_strdup (name);
  mis_cell_source_changed (source);
  return TRUE;
}

static void
iface_init (MisCellSourceInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_n_frozen = get_n_frozen;
  iface->get_column = get_column;
  iface->get_cell = get_cell;
  iface->get_choices = get_choices;
  iface->edit = edit;
}

static void
test_table_finalize (GObject *object)
{
  TestTable *self = TEST_TABLE (object);

  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->flags);
  g_free (self->step);
  G_OBJECT_CLASS (test_table_parent_class)->finalize (object);
}

static void
test_table_class_init (TestTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_table_finalize;
}

static void
test_table_init (TestTable *self)
{
  self->texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->flags = g_hash_table_new (NULL, NULL);
}

TestTable *
test_table_new (guint n_rows, guint n_columns)
{
  TestTable *self = g_object_new (TEST_TYPE_TABLE, NULL);

  self->n_rows = n_rows;
  self->n_columns = n_columns;
  return self;
}

void
test_table_set_flags (TestTable *self, guint row, guint column, MisCellFlags flags)
{
  g_hash_table_insert (self->flags, get_key (row, column), GINT_TO_POINTER ((int) flags));
  mis_cell_source_changed (MIS_CELL_SOURCE (self));
}

void
test_table_set_heat (TestTable *self, gboolean heat)
{
  self->heat = heat;
  mis_cell_source_changed (MIS_CELL_SOURCE (self));
}

void
test_table_resize (TestTable *self, guint n_rows, guint n_columns)
{
  self->n_rows = n_rows;
  self->n_columns = n_columns;
  mis_cell_source_changed (MIS_CELL_SOURCE (self));
}

guint
test_table_get_n_edits (TestTable *self)
{
  return self->n_edits;
}

guint
test_table_get_n_columns_asked (TestTable *self)
{
  return self->n_columns_asked;
}

guint
test_table_get_n_asked (TestTable *self)
{
  return self->n_asked;
}

const char *
test_table_get_step (TestTable *self)
{
  return self->step;
}

void
grid_init (Grid *self, guint n_rows, guint n_columns)
{
  *self = (Grid){ .window = gtk_window_new (), .scrolled = gtk_scrolled_window_new () };
  self->table = test_table_new (n_rows, n_columns);
  self->grid = MIS_CELL_GRID (mis_cell_grid_new ());
  mis_cell_grid_set_source (self->grid, MIS_CELL_SOURCE (self->table));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->grid));
  gtk_window_set_child (GTK_WINDOW (self->window), self->scrolled);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 600);
  self->horizontal = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->grid));
  self->vertical = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->grid));
  app_present (self->window);
}

void
grid_clear (Grid *self)
{
  gpointer grid = self->grid;

  g_object_add_weak_pointer (grid, &grid);
  app_destroy (self->window);
  app_wait_until (grid == NULL);
  g_assert_finalize_object (self->table);
}

static void
count_cb (guint *n)
{
  ++*n;
}

void
grid_settle (Grid *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);
  guint n_frames = 0;
  gulong handler =
      g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (count_cb), &n_frames);

  gtk_widget_queue_allocate (GTK_WIDGET (self->grid));
  gtk_widget_queue_draw (GTK_WIDGET (self->grid));
  app_wait_until (n_frames > 0);
  g_signal_handler_disconnect (clock, handler);
  app_settle ();
}

gboolean
grid_press (Grid *self, guint keyval, GdkModifierType state)
{
  GtkText *editor = mis_cell_grid_get_editor (self->grid);

  return app_press (editor != NULL ? (gpointer) editor : (gpointer) self->grid, keyval, state);
}

void
grid_type (Grid *self, const char *text)
{
  GtkText *editor = mis_cell_grid_get_editor (self->grid);

  g_assert_nonnull (editor);
  gtk_editable_set_text (GTK_EDITABLE (editor), text);
}

static void
assert_cell (Grid *self, MisGridCell *cell)
{
  guint row = (guint) mis_grid_cell_get_row (cell);
  guint column = (guint) mis_grid_cell_get_column (cell);
  g_autofree char *text = test_table_get_text (self->table, row, column);

  g_assert_cmpstr (mis_grid_cell_get_text (cell), ==, text);
}

/* Row by row as long as there are cells: the first that is missing ends the view. */
void
grid_assert_shows_table (Grid *self)
{
  guint n_rows = mis_cell_source_get_n_rows (MIS_CELL_SOURCE (self->table));
  guint n_columns = mis_cell_source_get_n_columns (MIS_CELL_SOURCE (self->table)), n_seen = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      if (mis_cell_grid_get_cell (self->grid, (int) row, 0) == NULL)
        continue;
      for (guint column = 0; column < n_columns; column++)
        {
          MisGridCell *cell = mis_cell_grid_get_cell (self->grid, (int) row, (int) column);

          if (cell == NULL)
            continue;
          g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (cell)));
          assert_cell (self, cell);
          n_seen++;
        }
    }
  g_assert_cmpuint (n_seen, >, 0);
}

void
grid_assert_cursor (Grid *self, guint row, guint column)
{
  g_assert_cmpuint (mis_cell_grid_get_cursor_row (self->grid), ==, row);
  g_assert_cmpuint (mis_cell_grid_get_cursor_column (self->grid), ==, column);
}

void
grid_assert_text (Grid *self, guint row, guint column, const char *text)
{
  g_autofree char *says = test_table_get_text (self->table, row, column);

  g_assert_cmpstr (says, ==, text);
}

static guint
count_below (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += 1 + count_below (child);
  return n;
}

guint
grid_count_widgets (Grid *self)
{
  return count_below (GTK_WIDGET (self->grid));
}
