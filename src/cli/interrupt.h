/* interrupt.h: what signals do to misalign-cli. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * mis_interrupt_init:
 *
 * From now on an interrupt (Ctrl+C) ends the program at once with status 130, unless it is ignored
 * already, as in the background of a script. A reader that goes away and the limit on the size of
 * files are errors of the write, not the end of the program.
 */
void mis_interrupt_init (void);

/* Between these two, what would end the program waits, so that no temporary file stays behind. */
void mis_interrupt_hold (void);
void mis_interrupt_release (void);

G_END_DECLS
