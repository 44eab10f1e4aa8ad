#include "core/note.h"

#include <string.h>

MisNote *
mis_note_new (const char *note, const char *source)
{
  MisNote *self;

  if ((note == NULL || *note == '\0') && (source == NULL || *source == '\0'))
    return NULL;

  self = g_new (MisNote, 1);
  self->ref_count = 1;
  self->note = g_strdup (note != NULL ? note : "");
  self->source = g_strdup (source != NULL ? source : "");
  return self;
}

MisNote *
mis_note_ref (MisNote *note)
{
  if (note != NULL)
    g_atomic_int_inc (&note->ref_count);
  return note;
}

void
mis_note_unref (MisNote *note)
{
  if (note == NULL || !g_atomic_int_dec_and_test (&note->ref_count))
    return;
  g_free (note->note);
  g_free (note->source);
  g_free (note);
}

gboolean
mis_note_equal (const MisNote *a, const MisNote *b)
{
  if (a == b)
    return TRUE;
  return a != NULL && b != NULL && strcmp (a->note, b->note) == 0
         && strcmp (a->source, b->source) == 0;
}
