/* step-record.h: what the file of an open project would hold at each of its steps, followed from
 * outside: the steps must lead back and forth to the same bytes.
 */
#pragma once

#include "document/document.h"

G_BEGIN_DECLS

typedef struct _StepRecord StepRecord;

/* Follows @document from now on. */
StepRecord *step_record_new (MisDocument *document);
void step_record_free (StepRecord *self);

/* How many steps have been seen to be made. */
guint step_record_get_n_made (StepRecord *self);

/* Undoes all steps that are kept and does all again, one by one; then back to where it stood. Each
 * world must have been seen, have the bytes that it had then, and in both directions be the same;
 * as long as no step was lost the first is the project as it was opened. */
void step_record_walk (StepRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StepRecord, step_record_free)

G_END_DECLS
