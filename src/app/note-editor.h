/* note-editor.h: what stands beside a number: what it is about, why, and from where. */
#pragma once

#include <adwaita.h>

#include "core/note.h"

G_BEGIN_DECLS

#define MIS_TYPE_NOTE_EDITOR (mis_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (MisNoteEditor, mis_note_editor, MIS, NOTE_EDITOR, AdwBin)

/**
 * MisNoteEditor:
 *
 * Signal "edited" (#MisNote pointer, nullable): the user has made this of note and source, which a
 * project can take. Signal "left": the user has gone elsewhere, so that what comes next is another
 * step.
 */

/**
 * mis_note_editor_show:
 * @title: which number it is
 * @explanation: what the number says, a sentence; may be empty
 * @note: (nullable)
 */
void mis_note_editor_show (MisNoteEditor *self,
                           const char *title,
                           const char *explanation,
                           const MisNote *note);

G_END_DECLS
