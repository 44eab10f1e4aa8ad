/* choice-popover.h: what a cell may say, as a list below it, while the user types. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIS_TYPE_CHOICE_POPOVER (mis_choice_popover_get_type ())
G_DECLARE_FINAL_TYPE (MisChoicePopover, mis_choice_popover, MIS, CHOICE_POPOVER, GtkPopover)

/**
 * MisChoicePopover:
 *
 * Leaves the keyboard where it is: who has it tells what is typed and which keys are pressed.
 *
 * Signal "chosen": the user has clicked the choice that is marked now.
 */

/* @choices are in the order of a menu; @current (nullable) is marked if it is one of them. */
MisChoicePopover *mis_choice_popover_new (const char *const *choices, const char *current);

/* Show what has @text in it, in any case and without accents, first what begins with it; the first
 * one is marked. All of them, and none is marked, for an empty text. */
void mis_choice_popover_type (MisChoicePopover *self, const char *text);

/* Up and Down, Page Up and Down; whether it was one of them. */
gboolean mis_choice_popover_press (MisChoicePopover *self, guint keyval);

/* (transfer none) (nullable): the choice that is marked. */
const char *mis_choice_popover_get_choice (MisChoicePopover *self);

G_END_DECLS
