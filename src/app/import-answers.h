/* import-answers.h: how the answers of a table are taken that look like none: three ways for each,
 * and beside each way the score that it leads to. */
#pragma once

#include <adwaita.h>

#include "file/table-plan.h"

G_BEGIN_DECLS

#define MIS_TYPE_IMPORT_ANSWERS (mis_import_answers_get_type ())
G_DECLARE_FINAL_TYPE (MisImportAnswers, mis_import_answers, MIS, IMPORT_ANSWERS, AdwBin)

/* Answers that are shown at once. */
#define MIS_IMPORT_MOST_ANSWERS 8u

/**
 * MisImportAnswers:
 *
 * Signal "changed": the user has chosen a way; it is in the plan.
 */

/* Shows the answers anew, without scores. @plan is borrowed, and changed by the user. */
void mis_import_answers_show (MisImportAnswers *self, MisTablePlan *plan);

/* How many are shown, and which of the plan's answers is number @row of them. */
guint mis_import_answers_get_n (MisImportAnswers *self);
guint mis_import_answers_get_answer (MisImportAnswers *self, guint row);

/* Shows the score that way @way of number @row leads to; %NAN while it is not known. */
void mis_import_answers_set_score (MisImportAnswers *self,
                                   guint row,
                                   MisTableWay way,
                                   double score);

/* Shows that there are no scores. */
void mis_import_answers_clear (MisImportAnswers *self);

/* Chooses a way, as the user does; and the text of a score, "" for none. */
void mis_import_answers_choose (MisImportAnswers *self, guint row, MisTableWay way);
const char *mis_import_answers_get_text (MisImportAnswers *self, guint row, MisTableWay way);

G_END_DECLS
