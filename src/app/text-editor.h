/* text-editor.h: a field for a text of several lines: a description or a note. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MIS_TYPE_TEXT_EDITOR (mis_text_editor_get_type ())
G_DECLARE_FINAL_TYPE (MisTextEditor, mis_text_editor, MIS, TEXT_EDITOR, AdwBin)

/**
 * MisTextEditor:
 *
 * Property "title": what the text is. Signal "edited" (string): the user has made this of the text;
 * whoever takes it says by mis_text_editor_set_fault() whether it can be. Signal "left": the user
 * has gone elsewhere, so that what comes next is another step.
 */

/* Shows @text, unless it is there already. */
void mis_text_editor_show (MisTextEditor *self, const char *text);

/* (nullable): why the text cannot be taken. */
void mis_text_editor_set_fault (MisTextEditor *self, const char *fault);

G_END_DECLS
