/* document-private.h: what loading and saving may set. */
#pragma once

#include "document/document.h"
#include "file/load.h"

G_BEGIN_DECLS

/**
 * mis_document_set_saved:
 * @world: what @file holds now; "unsaved" goes only if it is still the current one
 * @stamp: what is on disk
 */
void mis_document_set_saved (MisDocument *self,
                             GFile *file,
                             MisWorld *world,
                             const MisFileStamp *stamp);

/* What was on disk when it was loaded or saved last; all 0 before. */
const MisFileStamp *mis_document_get_stamp (MisDocument *self);
void mis_document_set_stamp (MisDocument *self, const MisFileStamp *stamp);

/* (element-type GTask): the save that runs, and behind it those that wait for it. */
GQueue *mis_document_get_saves (MisDocument *self);

G_END_DECLS
