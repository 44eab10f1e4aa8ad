/* guide-words.h: the questions of the guide in words: what is asked, what counts until it is
 * answered, and how much is left. */
#pragma once

#include "document/elicitation.h"

G_BEGIN_DECLS

/* All are (transfer full), whole sentences. */

/* The question itself: "“Customer” and “Food”: how much do they care?" */
char *mis_guide_dup_question (const MisInquiry *question, const MisWorld *world);

/* What one has to know to answer it: the area, or what it wants there; may be empty. */
char *mis_guide_dup_context (const MisInquiry *question, const MisWorld *world);

/* Of a conflict, both goals with who holds them, a line each; else empty. */
char *mis_guide_dup_goals (const MisInquiry *question, MisWorld *world);

/* What counts now, where it is from, and how much of the score hangs on it. */
char *mis_guide_dup_state (const MisInquiry *question, const MisWorld *world);

/* How many questions of the kind are answered, and what the others can do to the score. */
char *mis_guide_dup_progress (const MisInquiryProgress *progress, MisInquiryKind kind);

/* "7 of 12". */
char *mis_guide_dup_short_progress (const MisInquiryProgress *progress);

/* In a list of questions: what it is about, and the answer as it is. */
char *mis_guide_dup_item (const MisInquiry *question, const MisWorld *world);
char *mis_guide_dup_answer (const MisInquiry *question, const MisWorld *world);

G_END_DECLS
