/* random-commands.h: actions by their names at random, as keys and menus call them, and what
 * belongs to no control: undo, redo, jumps, views, scenarios.
 */
#pragma once

#include "random-hand.h"

G_BEGIN_DECLS

/* Does one of them, as far as what it belongs to is in sight. */
void random_command (RandomHand *self);

G_END_DECLS
