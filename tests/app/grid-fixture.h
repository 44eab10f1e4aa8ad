/* grid-fixture.h: a grid of cells in a window of its own, over a table that needs no memory. */
#pragma once

#include "app-fixture.h"
#include "app/cell-grid.h"

G_BEGIN_DECLS

#define TEST_TYPE_TABLE (test_table_get_type ())
G_DECLARE_FINAL_TYPE (TestTable, test_table, TEST, TABLE, GObject)

/**
 * TestTable:
 *
 * Column 0 is the name and is frozen; then goals (a choice: "Profit", "Safety", "Speed") and
 * weights (numbers from 0 to 1) in turn, one of each for an area. What a cell says follows from
 * where it is, until it is edited. Some goals are unknown, some are none.
 */
TestTable *test_table_new (guint n_rows, guint n_columns);

/* (transfer full): what a cell says. */
char *test_table_get_text (TestTable *self, guint row, guint column);

/* What a cell is besides; %MIS_CELL_FIXED and marks, over what it is anyhow. */
void test_table_set_flags (TestTable *self, guint row, guint column, MisCellFlags flags);

/* The colour of every weight is its number. */
void test_table_set_heat (TestTable *self, gboolean heat);

/* Other numbers of rows and columns. */
void test_table_resize (TestTable *self, guint n_rows, guint n_columns);

/* How often it was edited, how many cells were asked for, and what the last step was called. */
guint test_table_get_n_edits (TestTable *self);
guint test_table_get_n_asked (TestTable *self);
guint test_table_get_n_columns_asked (TestTable *self);
const char *test_table_get_step (TestTable *self);

typedef struct
{
  GtkWidget *window;
  GtkWidget *scrolled;
  MisCellGrid *grid;
  TestTable *table;
  GtkAdjustment *horizontal;
  GtkAdjustment *vertical;
} Grid;

void grid_init (Grid *self, guint n_rows, guint n_columns);

/* The grid must be gone then, and nobody may hold the table any more. */
void grid_clear (Grid *self);

/* All that is drawn is up to date. */
void grid_settle (Grid *self);

/* Presses a key where the keyboard is: in the field if somebody types. */
gboolean grid_press (Grid *self, guint keyval, GdkModifierType state);

/* Types over what stands in the field. */
void grid_type (Grid *self, const char *text);

/* Whether each cell in view says what the table says, and the cursor is where it should be. */
void grid_assert_shows_table (Grid *self);
void grid_assert_cursor (Grid *self, guint row, guint column);
void grid_assert_text (Grid *self, guint row, guint column, const char *text);

/* How many cells the grid holds, in view or not. */
guint grid_count_widgets (Grid *self);

G_END_DECLS
