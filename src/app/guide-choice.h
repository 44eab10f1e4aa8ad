/* guide-choice.h: a row with an answer that may be chosen, and the key that chooses it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MIS_TYPE_GUIDE_CHOICE (mis_guide_choice_get_type ())
G_DECLARE_FINAL_TYPE (MisGuideChoice, mis_guide_choice, MIS, GUIDE_CHOICE, AdwActionRow)

/**
 * MisGuideChoice:
 *
 * Signal "chosen": somebody has chosen this answer, which was not the one before.
 */

/**
 * mis_guide_choice_new:
 * @digit: the key, 1 to 9; others have none
 * @group: of which one is chosen, or none
 */
GtkWidget *mis_guide_choice_new (const char *label, guint digit, GtkCheckButton *group);

/* Shows it as the answer that is chosen. */
void mis_guide_choice_show (MisGuideChoice *self);

/* The keyboard goes to the answer among @rows that is chosen, or to the first one. */
void mis_guide_choice_focus_chosen (GtkListBox *rows);

G_END_DECLS
