/* text-lines.h: words in lines of a terminal, whatever script they are written in. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a line holds at most. */
#define MIS_TEXT_COLUMNS 80u

/* Columns of a terminal: two for each Chinese character, none for a combining sign. */
guint mis_text_width (const char *text);

/**
 * mis_text_wrap:
 * @width: columns at most, at least 2
 *
 * Broken at spaces, and beside characters that are written without spaces; a word that is too long
 * anywhere but before a combining sign.
 *
 * Returns: (transfer full) (element-type utf8): at least one line, perhaps an empty one
 */
GPtrArray *mis_text_wrap (const char *text, guint width);

/* Appends @text in lines of %MIS_TEXT_COLUMNS that begin with @indent spaces, each ended. */
void mis_text_append_paragraph (GString *string, const char *text, guint indent);

G_END_DECLS
