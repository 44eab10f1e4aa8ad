/* json-keys.h: finds members that an object has twice, while the gate passes over the text.
 *
 * The names of the objects that are open lie on a stack, eight bytes each; when an object closes
 * its names are sorted and compared. So it takes O(n log n), whatever the names are: there is no
 * hash that a hostile file could make collide.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MisJsonKeys MisJsonKeys;

/* @text must stay until the keys are free'd. */
MisJsonKeys *mis_json_keys_new (const char *text);
void mis_json_keys_free (MisJsonKeys *keys);

/* How many names are on the stack; what an object that opens now remembers. */
guint mis_json_keys_get_length (const MisJsonKeys *keys);

/* Pushes the name between the quotes at @at and before @end, in a valid text of at most 4 GiB. */
void mis_json_keys_push (MisJsonKeys *keys, gsize at, gsize end, gboolean has_escapes);

/**
 * mis_json_keys_close:
 * @first: what mis_json_keys_get_length() was when the object opened
 * @duplicate: (out): the opening quote of the first name that was there before
 *
 * Takes the names of the innermost object from the stack.
 *
 * Returns: whether it has a name twice
 */
gboolean mis_json_keys_close (MisJsonKeys *keys, guint first, gsize *duplicate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisJsonKeys, mis_json_keys_free)

G_END_DECLS
