/* text.h: what may stand in ids, names and longer texts, and how an id is made from a name. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * mis_check_id:
 *
 * Returns: %FALSE with %MIS_ERROR_TEXT unless @id is 1 to 64 of `a-z 0-9 - _`, beginning with a
 *   letter or digit
 */
gboolean mis_check_id (const char *id, GError **error);

/**
 * mis_check_name:
 * @name: valid UTF-8
 *
 * For titles, names and principals: at most 200 characters, no C0, C1 or bidi control.
 *
 * Returns: %FALSE with %MIS_ERROR_TEXT that names the character and its position (from 1)
 */
gboolean mis_check_name (const char *name, GError **error);

/**
 * mis_check_text:
 * @text: valid UTF-8
 *
 * For descriptions, notes and sources: at most 64 KiB; no control but newline and tab, no bidi
 * control.
 */
gboolean mis_check_text (const char *text, GError **error);

/**
 * mis_id_from_name:
 * @name: what the user typed
 * @fallback: what the id is called if @name leaves nothing, such as "goal"
 * @is_taken: (scope call): whether an id is in use already
 *
 * ASCII-folded, lower case, every run of other characters a "-", at most 64 long; "-2", "-3"...
 * if taken; `FALLBACK-1` and so on if nothing is left of @name.
 *
 * Returns: (transfer full): an id that passes mis_check_id() and is not taken
 */
char *mis_id_from_name (const char *name,
                        const char *fallback,
                        gboolean (*is_taken) (const char *id, gpointer user_data),
                        gpointer user_data);

/* The parts that mis_id_from_name() makes an id of, (transfer full): what is left of @name, which
 * may be empty; and @stem with "-NUMBER" behind it, shortened so that both fit. */
char *mis_id_fold_name (const char *name);
char *mis_id_with_number (const char *stem, guint number);

/* (transfer full): what the copy of something called @name is called, "NAME (copy)", translated and
 * shortened to what mis_check_name() allows. */
char *mis_name_of_copy (const char *name);

G_END_DECLS
