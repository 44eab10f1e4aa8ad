/* table-kinds.h: what people call kinds of agents, in their own words. */
#pragma once

#include "core/agent.h"

G_BEGIN_DECLS

/* Whether a word, such as "ministry" or "Bot", is known to name a kind; @kind: (out): which, and
 * %MIS_KIND_OTHER for one that is not known. */
gboolean mis_table_kind_guess (const char *text, MisKind *kind);

/* Whether a word is a kind as the program itself writes it, in any case of letters. */
gboolean mis_table_kind_is_own (const char *text);

/* Whether a column of this name, as mis_table_fold_word() spells it, may hold kinds. */
gboolean mis_table_kind_is_label (const char *label);

G_END_DECLS
