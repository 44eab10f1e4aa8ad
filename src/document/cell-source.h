/* cell-source.h: a table of texts, some of which can be edited, as a grid of cells shows it.
 *
 * Sources hold no copy of what they show: a cell is made when it is asked for, so that 100,000 rows
 * cost nothing. Rows and columns are numbered as they are shown (sorted, filtered), from 0.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MIS_TYPE_CELL_SOURCE (mis_cell_source_get_type ())
G_DECLARE_INTERFACE (MisCellSource, mis_cell_source, MIS, CELL_SOURCE, GObject)

/**
 * MisCellFlags:
 * @MIS_CELL_FIXED: cannot be edited, as the diagonal of a conflict matrix
 * @MIS_CELL_NUMBER: a number; its digits stand at the end of the cell
 * @MIS_CELL_CHOICE: edited by choosing among mis_cell_source_get_choices(); typing finds one
 * @MIS_CELL_UNKNOWN: a position nobody asked for: drawn differently from an empty text
 * @MIS_CELL_NO_GOAL: asked, holds none: drawn differently from both
 * @MIS_CELL_CHANGED: other than in the base of a scenario: marked, and can be reset
 * @MIS_CELL_UNCERTAIN: has a range
 * @MIS_CELL_NOTED: has a note or a source
 */
typedef enum
{
  MIS_CELL_PLAIN = 0,
  MIS_CELL_FIXED = 1 << 0,
  MIS_CELL_NUMBER = 1 << 1,
  MIS_CELL_CHOICE = 1 << 2,
  MIS_CELL_UNKNOWN = 1 << 3,
  MIS_CELL_NO_GOAL = 1 << 4,
  MIS_CELL_CHANGED = 1 << 5,
  MIS_CELL_UNCERTAIN = 1 << 6,
  MIS_CELL_NOTED = 1 << 7,
} MisCellFlags;

/**
 * MisCellContent:
 * @text: (nullable): what the cell prints and what editing begins with; in the user's words,
 *   numbers with the sign of the user's country; %NULL is the empty text. Any cell of the column
 *   takes it back, so that what is copied can be pasted. Owned; free with mis_cell_content_clear()
 * @flags: what else there is to say
 * @level: in [0,1], the colour of a heat map; %NAN for none. Never the only sign: @text says it too
 */
typedef struct
{
  char *text;
  MisCellFlags flags;
  double level;
} MisCellContent;

void mis_cell_content_clear (MisCellContent *cell);

/**
 * MisCellColumn:
 * @title: of the column; owned
 * @group: (nullable): a heading above several neighbouring columns that have the same one: the
 *   problem area of a goal and a weight; owned
 * @width: how wide it is at first, in digits
 */
typedef struct
{
  char *title;
  char *group;
  guint width;
} MisCellColumn;

void mis_cell_column_clear (MisCellColumn *column);

/* A rectangle of cells: @n_rows x @n_columns from @row, @column on. */
typedef struct
{
  guint row;
  guint column;
  guint n_rows;
  guint n_columns;
} MisCellArea;

/* What is wrong with one text of a paste: where it would have gone, and why it cannot. */
typedef struct
{
  guint row;
  guint column;
  char *text;
  char *reason; /* whole sentence, translated */
} MisCellFault;

struct _MisCellSourceInterface
{
  GTypeInterface parent;

  guint (*get_n_rows) (MisCellSource *self);
  guint (*get_n_columns) (MisCellSource *self);
  guint (*get_n_frozen) (MisCellSource *self);
  void (*get_column) (MisCellSource *self, guint column, MisCellColumn *out);
  void (*get_cell) (MisCellSource *self, guint row, guint column, MisCellContent *out);
  char **(*get_choices) (MisCellSource *self, guint row, guint column);
  char *(*explain) (MisCellSource *self, int row, guint column);
  gboolean (*edit) (MisCellSource *self,
                    const MisCellArea *area,
                    const char *const *texts,
                    const char *name,
                    GArray *faults);
};

/* Signal "changed": any cell, title or number of rows and columns may be another now; once for each
 * change of the document. */

guint mis_cell_source_get_n_rows (MisCellSource *self);
guint mis_cell_source_get_n_columns (MisCellSource *self);

/* How many columns at the beginning stay in view when the others are scrolled: the row's name. */
guint mis_cell_source_get_n_frozen (MisCellSource *self);

/* Fill @out, which the caller clears whatever it held before. Bounded work, so that a page of cells
 * is made within a frame. */
void mis_cell_source_get_column (MisCellSource *self, guint column, MisCellColumn *out);
void mis_cell_source_get_cell (MisCellSource *self, guint row, guint column, MisCellContent *out);

/* (transfer full) (nullable): what a cell with %MIS_CELL_CHOICE may say, in the order of a menu. */
char **mis_cell_source_get_choices (MisCellSource *self, guint row, guint column);

/* (transfer full) (nullable): what is said beside a cell, such as the beginning of its note; for
 * row -1 what the column is about, where its title does not tell. */
char *mis_cell_source_explain (MisCellSource *self, int row, guint column);

/**
 * mis_cell_source_edit:
 * @area: where; it may reach beyond the last row if the source can grow there
 * @texts: (array): @area's cells, row by row; an empty text resets a cell (to unknown, the default,
 *   the base of the scenario), %NULL leaves it as it is
 * @name: (nullable): what the user did, in the imperative, for the list of steps: "Paste 30 × 30
 *   Cells"; %NULL lets the source find the words for a single cell
 * @faults: (element-type MisCellFault): filled with every text that cannot be taken
 *
 * All or nothing, one step of undo.
 *
 * Returns: whether it was done; if not, @faults says why
 */
gboolean mis_cell_source_edit (MisCellSource *self,
                               const MisCellArea *area,
                               const char *const *texts,
                               const char *name,
                               GArray *faults);

/* (transfer full): an empty array that frees its faults. */
GArray *mis_cell_faults_new (void);

/* Add a fault. Takes @reason over; @text is copied. */
void mis_cell_faults_add (GArray *faults, guint row, guint column, const char *text, char *reason);

/* For sources: tell who shows it that it is another one now. */
void mis_cell_source_changed (MisCellSource *self);

G_END_DECLS
