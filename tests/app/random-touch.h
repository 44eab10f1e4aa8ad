/* random-touch.h: any control that is in sight, used as somebody does who tries them all. */
#pragma once

#include "random-hand.h"

G_BEGIN_DECLS

/* Whether the action of a button or of a menu must be left alone: it would leave the project, ask
 * for a file, or show another window of the program. */
gboolean random_touch_is_forbidden (const char *action);

/* Uses one control of the window on top, or what belongs to @root if that is given. Nothing happens
 * if there is none, or if it is none to be used. */
void random_touch (RandomHand *self, GtkWidget *root);

/* (nullable): the popover of the window that stands open, outside of which nothing can be clicked.
 */
GtkPopover *random_touch_find_popover (RandomHand *self);

/* Closes windows above the one of the hand, from the newest on; some of them if @all is not set. */
void random_touch_close (RandomHand *self, gboolean all);

G_END_DECLS
