/* search-text.h: texts as a search sees them, in whatever script they are written. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * mis_search_text_fold:
 * @text: valid UTF-8
 *
 * Two texts that people take for the same fold to the same: without case and accents, wide and
 * narrow letters as one, Latin letters that have no accent as they are written without ("ø" as
 * "oe"). Letters of other scripts stay what they are. What stands in a text stands in the folded
 * one, too.
 *
 * Returns: (transfer full): only to be compared, never to be shown
 */
char *mis_search_text_fold (const char *text);

G_END_DECLS
