/* note.h: the note and the source that stand beside a number. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MisNote:
 *
 * An immutable, atomically reference-counted pair of texts, never both empty: a number without
 * either has a %NULL note.
 */
typedef struct
{
  int ref_count; /* atomic */
  char *note;
  char *source;
} MisNote;

/**
 * mis_note_new:
 * @note, @source: (nullable): what mis_check_text() allows
 *
 * Returns: (transfer full) (nullable): %NULL if both are empty
 */
MisNote *mis_note_new (const char *note, const char *source);

/* All three take %NULL. */
MisNote *mis_note_ref (MisNote *note);
void mis_note_unref (MisNote *note);
gboolean mis_note_equal (const MisNote *a, const MisNote *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisNote, mis_note_unref)

G_END_DECLS
