/* range-words.h: what is said of the range of a number that nobody knows for certain. */
#pragma once

#include "document/document.h"
#include "document/parameter-range.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): between which ends the number lies, and what they were set
 * to where it was moved out of them; %NULL if it is certain, or may not be uncertain. */
char *mis_range_words (MisDocument *document, const MisParameter *parameter);

/* A range is shown with as many decimals as its number, or its exact ends: (transfer full). */
char *mis_range_end_text (double end);

G_END_DECLS
