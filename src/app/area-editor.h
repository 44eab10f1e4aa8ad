/* area-editor.h: one problem area: its name, its description, its goals, and how they clash. */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MIS_TYPE_AREA_EDITOR (mis_area_editor_get_type ())
G_DECLARE_FINAL_TYPE (MisAreaEditor, mis_area_editor, MIS, AREA_EDITOR, AdwBin)

/**
 * mis_area_editor_set_area:
 * @document: (nullable)
 * @area: which of its areas; not read without a document
 *
 * What is typed is in the project at once, and one step until the field is left.
 */
void mis_area_editor_set_area (MisAreaEditor *self, MisDocument *document, guint area);

/* Puts the keyboard into the name, for an area that is new. */
void mis_area_editor_take_focus (MisAreaEditor *self);

/* Brings goal @goal into view. */
void mis_area_editor_show_goal (MisAreaEditor *self, guint goal);

G_END_DECLS
