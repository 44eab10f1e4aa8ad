/* cell-grid-private.h: what the parts of a grid of cells share. cell-grid.c is the widget;
 * cell-grid-places.c knows where everything is, -scroll.c what of it is in view, -cells.c shows it,
 * -cursor.c moves and selects, -keys.c and -pointer.c hear the user, -move.c puts rows elsewhere,
 * -edit.c and -faults.c are about a text that is typed, -copy.c and -clipboard.c about many at
 * once. */
#pragma once

#include "app/cell-grid.h"
#include "app/choice-popover.h"
#include "app/grid-pane.h"

G_BEGIN_DECLS

/* The row of titles, of groups above them, and the column of row numbers. */
#define MIS_GRID_TITLE -1
#define MIS_GRID_GROUP -2
#define MIS_GRID_GUTTER -1

typedef struct
{
  MisCellColumn words;
  int width;       /* as wanted, in pixels */
  int shown_width; /* as there is room */
  int x;           /* from the start of its pane, unscrolled */
  int group_first; /* the columns that have the same group */
  int group_last;
} MisGridColumn;

typedef struct
{
  guint row;
  guint column;
} MisGridPlace;

/* A text that was typed and cannot be taken. */
typedef struct
{
  MisGridPlace place;
  char *row_name; /* of the row it was typed in */
  char *text;
  char *reason;
} MisGridFault;

enum
{
  MIS_GRID_GUTTER_PANE,
  MIS_GRID_FROZEN_PANE,
  MIS_GRID_SCROLLED_PANE,
  MIS_GRID_N_PANES,
};

/* What becomes of rows whose numbers are pressed. */
typedef enum
{
  MIS_GRID_ROWS_AT_REST,
  MIS_GRID_ROWS_HELD,    /* the pointer has not moved yet */
  MIS_GRID_ROWS_MOVED,   /* they go with the pointer */
  MIS_GRID_ROWS_REFUSED, /* they cannot, and it was said */
} MisGridRowMove;

typedef struct _MisGridCopy MisGridCopy;

struct _MisCellGrid
{
  GtkWidget parent_instance;

  MisCellSource *source;
  gboolean is_behind; /* the source has changed while nobody saw it */
  GMenuModel *menu;
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  guint policies[2];

  MisGridPane *panes[2][MIS_GRID_N_PANES]; /* rows, headings */
  GArray *columns;                         /* of MisGridColumn */
  GHashTable *widths;                      /* what the user has made of columns, by their words */
  guint n_rows;
  guint n_frozen;
  int n_headings; /* 1, or 2 with groups */
  int row_height;
  int digit_width;
  int gutter_width;
  int frozen_width;
  int scrolled_width; /* of all columns that are scrolled */
  int offset_x;       /* how far they are, from their start */
  int offset_y;
  gboolean is_stale; /* cells may be others */
  gboolean is_placed;

  char *row_name; /* of the last row that was asked for */
  guint row_name_row;

  MisGridPlace cursor;
  MisGridPlace head; /* the other corner of the selection */
  guint tab_column;  /* where Tab began; G_MAXUINT if it did not */
  guint refocus;

  GtkText *editor;
  gboolean is_typed; /* editing began with a character: arrows end it */
  char *before;      /* what the editor began with */
  gboolean is_leaving; /* the keyboard is just going elsewhere */
  guint drop_source;   /* its field is to go then */
  GtkWidget *choices; /* a MisChoicePopover, while there are any */
  GArray *faults; /* of MisGridFault */
  GtkWidget *fault_popover;
  MisGridCopy *copying; /* NULL if nothing is */
  GCancellable *pasting;

  int resized; /* the column whose edge is dragged, or G_MININT */
  int resized_from;
  double press_x;
  double press_y;
  double drag_x; /* where the pointer is while it is held */
  double drag_y;
  gboolean is_selecting;
  int select_what; /* what the drag selects: rows, columns or cells */
  guint autoscroll;
  char *move_action; /* that puts rows elsewhere; NULL if rows have no order */
  char *move_fault;  /* why they cannot be now; NULL if they can */
  MisGridRowMove moving;
  guint move_to; /* in front of this row */
  GtkWidget *popover_menu;
};

/* ---- cell-grid-places.c ---- */

/* The font is another: rows and columns have other sizes. */
void mis_cell_grid_measure_font (MisCellGrid *self);

/* Ask the source what columns and how many rows there are. */
void mis_cell_grid_load (MisCellGrid *self);

void mis_cell_grid_clear_column (gpointer column);

/* How wide everything is as wanted. */
int mis_cell_grid_measure_width (MisCellGrid *self);

/* Find the place of everything in a widget that wide. */
void mis_cell_grid_place_columns (MisCellGrid *self, int width);

MisGridColumn *mis_cell_grid_column (MisCellGrid *self, guint column);
guint mis_cell_grid_n_columns (MisCellGrid *self);

/* How high headings are; how large the part is that is scrolled. */
int mis_cell_grid_heading_height (MisCellGrid *self);
int mis_cell_grid_view_width (MisCellGrid *self);
int mis_cell_grid_view_height (MisCellGrid *self);

/* What is to be seen of rows and columns, and the most columns that can be. */
MisGridWindow mis_cell_grid_get_window (MisCellGrid *self, int heading, int pane);
int mis_cell_grid_count_most_columns (MisCellGrid *self);

/* Of the columns of a group, the one whose heading stands for all: the first in view. */
int mis_cell_grid_get_group_heading (MisCellGrid *self, int column);

/* Where a place is, in its pane, before mirroring. */
void mis_cell_grid_locate (gpointer grid, int row, int column, GdkRectangle *area);

/* The same in the grid, as it is drawn. */
void mis_cell_grid_locate_drawn (MisCellGrid *self, int row, int column, GdkRectangle *area);

/* The place at a point of the grid as drawn; beyond the cells the nearest one. %FALSE if there is
 * none. */
gboolean mis_cell_grid_pick (MisCellGrid *self, double x, double y, int *row, int *column);

/* The column whose end is at that point of the headings, or G_MININT. */
int mis_cell_grid_pick_edge (MisCellGrid *self, double x, double y);

/* The user wants a column that wide. */
void mis_cell_grid_set_column_width (MisCellGrid *self, int column, int width);

/* (transfer none): what the source calls a row, in its first column. */
const char *mis_cell_grid_get_row_name (MisCellGrid *self, guint row);

/* (transfer full): what a column is called, with its group. */
char *mis_cell_grid_get_column_name (MisCellGrid *self, guint column);

/* ---- cell-grid-scroll.c ---- */

/* @adjustment: (nullable): says from now on what is in view in this direction. */
void mis_cell_grid_set_adjustment (MisCellGrid *self,
                                   GtkOrientation orientation,
                                   GtkAdjustment *adjustment);

/* There may be more or less to scroll; what stands at the start stays there. */
void mis_cell_grid_configure_adjustments (MisCellGrid *self);

void mis_cell_grid_scroll_to (MisCellGrid *self, guint row, guint column);

/* ---- cell-grid-cells.c ---- */

void mis_cell_grid_make_panes (MisCellGrid *self);

/* Show what is to be seen now; cells that may be others are asked for again. */
void mis_cell_grid_show_cells (MisCellGrid *self);

/* Which cells are selected and which has the cursor, of those in view. */
void mis_cell_grid_show_selection (MisCellGrid *self);

/* A single cell is another one, of itself or by what was typed. */
void mis_cell_grid_refresh_cell (MisCellGrid *self, guint row, guint column);

/* ---- cell-grid.c ---- */

/* The source may be another, or say another thing. */
void mis_cell_grid_source_changed (MisCellGrid *self);

void mis_cell_grid_notify_fault (MisCellGrid *self);
void mis_cell_grid_notify_cursor (MisCellGrid *self);

/* ---- cell-grid-cursor.c ---- */

/* Move the cursor, or with @extend the other corner, as near to the place as there are cells. */
void mis_cell_grid_move (MisCellGrid *self, gint64 row, gint64 column, gboolean extend);

/* From a corner to another, without scrolling: whole rows and columns reach out of view. */
void mis_cell_grid_select_corners (MisCellGrid *self, MisGridPlace cursor, MisGridPlace head);
void mis_cell_grid_select_all (MisCellGrid *self);

/* There may be fewer cells now. */
void mis_cell_grid_clamp_cursor (MisCellGrid *self);

/* The keyboard is where the cursor is, if it is in the grid at all. */
void mis_cell_grid_update_focus (MisCellGrid *self);

/* ---- cell-grid-keys.c, cell-grid-pointer.c ---- */

void mis_cell_grid_add_keys (MisCellGrid *self);
void mis_cell_grid_add_pointer (MisCellGrid *self);
void mis_cell_grid_end_drag (MisCellGrid *self);
void mis_cell_grid_open_menu (MisCellGrid *self, const GdkRectangle *place);

/* ---- cell-grid-move.c ---- */

/* Whether a row number belongs to rows that are selected as a whole and could be elsewhere. */
gboolean mis_cell_grid_can_hold (MisCellGrid *self, int row, int column);

/* They are pressed; the pointer is at another place; they are let go there. */
void mis_cell_grid_hold_rows (MisCellGrid *self);
void mis_cell_grid_drag_rows (MisCellGrid *self);
void mis_cell_grid_drop_rows (MisCellGrid *self);

/* They stay where they are. Returns: whether they were on their way. */
gboolean mis_cell_grid_cancel_move (MisCellGrid *self);

/* The line that shows where they would go; %FALSE if they would stay. */
gboolean mis_cell_grid_get_line (MisCellGrid *self, GdkRectangle *line);
void mis_cell_grid_draw_line (MisCellGrid *self, GtkSnapshot *snapshot);

/* ---- cell-grid-edit.c ---- */

/* Begin; with a text that takes the place of what stands there, or with that and %NULL. %FALSE if
 * the cell cannot be edited. */
gboolean mis_cell_grid_edit (MisCellGrid *self, const char *text);

/* End, and take the text or not. A text that cannot be taken stays in the cell; %FALSE then. */
gboolean mis_cell_grid_end_edit (MisCellGrid *self, gboolean take);


/* ---- cell-grid-faults.c ---- */

/* (transfer full): an empty array of MisGridFault. */
GArray *mis_cell_grid_new_faults (void);

MisGridFault *mis_cell_grid_find_fault (MisCellGrid *self, guint row, guint column);
void mis_cell_grid_add_fault (MisCellGrid *self,
                              MisGridPlace place,
                              const char *text,
                              const char *reason);
gboolean mis_cell_grid_remove_fault (MisCellGrid *self, MisGridPlace place);

/* Those whose row is no longer where it was go. */
void mis_cell_grid_check_faults (MisCellGrid *self);

/* The words beside the cell with the cursor. */
void mis_cell_grid_show_fault (MisCellGrid *self);

/* What lies over the grid goes with its cell. */
void mis_cell_grid_place_popovers (MisCellGrid *self);

/* All of them, in a dialog. */
void mis_cell_grid_tell_faults (MisCellGrid *self, GArray *faults);
void mis_cell_grid_tell (MisCellGrid *self, const char *heading, const char *body);

/* ---- cell-grid-copy.c ---- */

/* Many cells are copied a part at a time, or cut: they are cleared when all are copied. */
void mis_cell_grid_copy (MisCellGrid *self);
void mis_cell_grid_cut (MisCellGrid *self);

/* The cells are others, which is said if they are being copied; and nobody wants them. */
void mis_cell_grid_break_copying (MisCellGrid *self);
void mis_cell_grid_stop_copying (MisCellGrid *self);

/* ---- cell-grid-clipboard.c ---- */

void mis_cell_grid_paste (MisCellGrid *self);
void mis_cell_grid_clear (MisCellGrid *self);
void mis_cell_grid_fill_down (MisCellGrid *self);
void mis_cell_grid_add_actions (GtkWidgetClass *widget_class);

/* One step: %NULL leaves a cell of @area as it is. What cannot be done is said; %FALSE then. */
gboolean mis_cell_grid_change (MisCellGrid *self,
                               const MisCellArea *area,
                               const char **texts,
                               const char *step);

/* Paste a text as it comes from the clipboard. */
void mis_cell_grid_paste_text (MisCellGrid *self, const char *text);

G_END_DECLS
