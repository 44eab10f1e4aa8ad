/* set-range.h: the range that somebody has set, also while its number is moved out of it.
 *
 * A range holds its number, so it follows one that is moved out of it. Where that number comes
 * back, so does the range: it is never wider than it was set and its number takes. What was set is
 * no part of the project, as long as it is not what holds; nor of its history.
 */
#pragma once

#include "document/document.h"
#include "document/parameter-range.h"

G_BEGIN_DECLS

/* Sets the range of one number, which holds it: one step. Returns %FALSE with a #MisError. */
gboolean mis_document_set_range (MisDocument *self,
                                 const MisParameter *parameter,
                                 MisRange range,
                                 GError **error);

/**
 * mis_document_is_widened:
 * @set: (out): what it was before, if so
 *
 * Returns: whether the range is wider than it was set, because its number was moved
 */
gboolean mis_document_is_widened (MisDocument *self, const MisParameter *parameter, MisRange *set);

/**
 * mis_document_keep_set_range:
 * @base: the world from which @parameter moves
 * @moved: where it has moved, its range as wide as that and the range in @base take
 *
 * Returns: (transfer full): @moved with ranges no wider than they were set and their numbers take
 */
MisWorld *mis_document_keep_set_range (MisDocument *self,
                                       const MisParameter *parameter,
                                       MisWorld *base,
                                       MisWorld *moved);

/* Forgets what was set: the ranges of @parameter, or of all numbers below it, are others now. */
void mis_document_forget_set_range (MisDocument *self, const MisParameter *parameter);

G_END_DECLS
