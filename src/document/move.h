/* move.h: what moving a number, or taking it back, does to an open project. */
#pragma once

#include "document/document.h"
#include "document/parameter.h"

G_BEGIN_DECLS

/**
 * mis_document_move:
 * @value: where the number goes, from what it was at the start of the gesture
 *
 * Locks hold. As long as one share, or the number of all agents, is all that moves, the groups that
 * follow keep the proportions of before its first movement: whole agents, or nobody at all, have
 * others, but going on from there brings the first ones back.
 *
 * A range follows the number that is moved out of it, and back (set-range.h).
 *
 * Returns: %FALSE with a #MisError if it cannot be there
 */
gboolean
mis_document_move (MisDocument *self, const MisParameter *parameter, double value, GError **error);

/* Takes the number, or all below a heading, back to what it was when the project was opened: one
 * step. Returns %FALSE with a #MisError if locks are in the way. */
gboolean mis_document_reset (MisDocument *self, const MisParameter *parameter, GError **error);

/* Whether there is something to take back. */
gboolean mis_document_is_changed (MisDocument *self, const MisParameter *parameter);

G_END_DECLS
