/* table-words.h: a dictionary from the words of a table to numbers; a word is an id or a name. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MIS_TABLE_WORD_UNKNOWN (-1)
#define MIS_TABLE_WORD_AMBIGUOUS (-2) /* the name of two things, the id of none */

typedef struct _MisTableWords MisTableWords;

MisTableWords *mis_table_words_new (void);
void mis_table_words_free (MisTableWords *words);

/* Ids win over names, whichever comes first. */
void mis_table_words_add_id (MisTableWords *words, const char *id, int value);
void mis_table_words_add_name (MisTableWords *words, const char *name, int value);

/* The value of a word, which need not be ended by NUL, or one of the two above; O(length). */
int mis_table_words_find (const MisTableWords *words, const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisTableWords, mis_table_words_free)

G_END_DECLS
