/* goal-words.h: what the goals of an area are called in cells, and which one a typed text means. */
#pragma once

#include "core/area.h"

G_BEGIN_DECLS

/**
 * MisGoalWords:
 *
 * A text for each goal of an area, for "no goal" and for "unknown": its name, with the id behind it
 * where another has the same. No two texts are the same, so each can be copied and pasted.
 */
typedef struct _MisGoalWords MisGoalWords;

/* O(k log k). */
MisGoalWords *mis_goal_words_new (MisArea *area);
void mis_goal_words_free (MisGoalWords *words);

MisArea *mis_goal_words_get_area (const MisGoalWords *words);

/* The text of an explicit goal, of %MIS_NO_GOAL or of %MIS_UNKNOWN; and as a search sees it. */
const char *mis_goal_words_get_text (const MisGoalWords *words, int goal);
const char *mis_goal_words_get_folded (const MisGoalWords *words, int goal);

/* (transfer full): all texts in the order of a menu: the goals, "no goal", "unknown". */
char **mis_goal_words_dup_choices (const MisGoalWords *words);

/**
 * mis_goal_words_find:
 * @text: one of the texts; a name or an id in any case, or a beginning that only one has; "-" for
 *   no goal; "?" or nothing for unknown
 * @goal: (out): which one it means
 * @reason: (out) (transfer full): a sentence that says why not, if not
 *
 * O(log k).
 */
gboolean
mis_goal_words_find (const MisGoalWords *words, const char *text, int *goal, char **reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisGoalWords, mis_goal_words_free)

G_END_DECLS
