/* choice-button.h: a button that opens a list of things of which any may be chosen, but one at
 * least. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MIS_TYPE_CHOICE_BUTTON (mis_choice_button_get_type ())
G_DECLARE_FINAL_TYPE (MisChoiceButton, mis_choice_button, MIS, CHOICE_BUTTON, AdwBin)

/**
 * MisChoiceButton:
 *
 * Says how many are chosen. Signal "changed": the user has chosen others.
 */

/* @names: ended by %NULL; @chosen: as many. */
void
mis_choice_button_set (MisChoiceButton *self, const char *const *names, const gboolean *chosen);

guint mis_choice_button_get_n (MisChoiceButton *self);
gboolean mis_choice_button_is_chosen (MisChoiceButton *self, guint choice);

G_END_DECLS
