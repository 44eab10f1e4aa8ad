/* table-kinds.h: what people call kinds of agents, in their own words. */
#pragma once

#include "core/agent.h"

G_BEGIN_DECLS

/* Whether a word, such as "ministry" or "Bot", is known to name a kind; @kind: (out): which, and
 * %MIS_KIND_OTHER for one that is not known. */
gboolean mis_table_kind_guess (const char *text, MisKind *kind);

/**
 * MisTableKindCount:
 * @text: a word for a kind that is none as the program writes it, in its first spelling
 * @n: how often it, or another spelling of it, was found
 * @kind: what it was taken for
 */
typedef struct
{
  char *text;
  guint64 n;
  MisKind kind;
} MisTableKindCount;

/**
 * mis_table_kind_count:
 * @counts: (inout) (nullable) (element-type MisTableKindCount): the words so far; made if need be
 * @text: (array length=length): not ended by NUL
 * @kind: (out): what a word is taken for that is known to name a kind
 *
 * Returns: %FALSE if it is not known; then nothing is counted
 */
gboolean mis_table_kind_count (GPtrArray **counts, const char *text, gsize length, MisKind *kind);

/* Whether a word is a kind as the program itself writes it, in any case of letters. */
gboolean mis_table_kind_is_own (const char *text);

/* Whether a column of this name, as mis_table_fold_word() spells it, may hold kinds. */
gboolean mis_table_kind_is_label (const char *label);

G_END_DECLS
