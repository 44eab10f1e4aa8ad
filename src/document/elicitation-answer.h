/* elicitation-answer.h: answers to the questions of elicitation.h, and the first words of a new
 * project, as edits.
 *
 * As in core/edit.h: from world to world, (transfer full), the same one if nothing changes, %NULL
 * with a #MisError. What has not been asked yet counts as a half, and as anything from 0 to 1.
 */
#pragma once

#include "document/elicitation.h"

G_BEGIN_DECLS

/* What counts for a number that nobody has been asked about. */
#define MIS_UNASKED 0.5

/* The answers in words: at 0, 0.25, 0.5, 0.75 and 1. */
#define MIS_N_ANCHORS 5u

double mis_anchor_get_value (guint anchor);

/* (transfer none): translated: "Unlikely" of a conflict, "A little" of a weight. */
const char *mis_anchor_get_label (guint anchor, MisInquiryKind kind);

/* The answer that stands at just this number, or -1. */
int mis_anchor_find (double value);

/**
 * mis_inquiry_with_goal:
 * @goal: a goal of the area, %MIS_NO_GOAL or %MIS_UNKNOWN
 *
 * A group of which nothing was known has a weight that is to be asked for.
 */
MisWorld *mis_inquiry_with_goal (const MisInquiry *question, MisWorld *world, int goal);

/**
 * mis_inquiry_with_number:
 * @value, @low, @high: of a conflict or weight; all equal, or not sure
 *
 * The number says from now on that it is an estimate, in the words of the answer, unless it stands
 * at just this already and says where from. Its note stays.
 */
MisWorld *mis_inquiry_with_number (const MisInquiry *question,
                                   MisWorld *world,
                                   double value,
                                   double low,
                                   double high,
                                   GError **error);

/* What answering it is called in the history: (transfer full). */
char *mis_inquiry_dup_action (const MisInquiry *question, const MisWorld *world);

/* Adds a group of one agent at the end; nothing is known of what it wants. */
MisWorld *mis_world_with_group_named (MisWorld *world, const char *name, GError **error);

/* Adds a problem area without goals at the end. */
MisWorld *mis_world_with_area_named (MisWorld *world, const char *name, GError **error);

/* Adds a goal behind the others of the area; how hard it clashes with them is to be asked for, and
 * counts as the area's default until then. */
MisWorld *mis_world_with_goal_named (MisWorld *world, guint area, const char *name, GError **error);

G_END_DECLS
