/* area-editor-private.h: what the parts of the editor share: area-editor.c has the texts and the
 * table; area-editor-goals.c what is done with goals. */
#pragma once

#include "app/area-editor.h"
#include "app/cell-grid.h"
#include "app/name-editor.h"
#include "app/note-editor.h"
#include "app/text-editor.h"
#include "document/conflict-matrix.h"

G_BEGIN_DECLS

struct _MisAreaEditor
{
  AdwBin parent_instance;

  MisNameEditor *name;
  MisTextEditor *description;
  GtkScrolledWindow *grid_scroller;
  GtkStack *detail;
  GtkLabel *goal_title;
  MisTextEditor *goal_description;
  MisNoteEditor *pair_note;

  MisCellGrid *grid;
  GSimpleActionGroup *actions;
  GMenu *merges; /* a submenu of what the grid offers */
  MisConflictMatrix *matrix;
  MisDocument *document;
  guint area;
  char *area_id; /* of the area of the matrix: by its number another one may come in its place */
};

MisArea *mis_area_editor_get_area (MisAreaEditor *self);

/* The goal of the row with the cursor, or %MIS_UNKNOWN if there is none. */
int mis_area_editor_get_goal (MisAreaEditor *self);

/* Actions "add", "remove", "split", "merge", "move-up", "move-down", "move-to", "fill",
 * "null-goal". */
void mis_area_editor_add_goal_actions (MisAreaEditor *self);

/* Which of them can be done with the goal of the cursor. */
void mis_area_editor_update_goal_actions (MisAreaEditor *self);

/* (transfer full): what the table's own menu offers. */
GMenuModel *mis_area_editor_new_menu (MisAreaEditor *self);

G_END_DECLS
