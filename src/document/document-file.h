/* document-file.h: opening and saving a document, by a worker on immutable worlds. */
#pragma once

#include "document/document.h"
#include "file/fault.h"

G_BEGIN_DECLS

/**
 * mis_document_load_async:
 * @file: a local project file
 *
 * Reads and checks it in a worker. It is scored as a document always is: on the spot, or by a
 * worker of its own where that takes longer than a frame.
 */
void
mis_document_load_async (GFile *file, GAsyncReadyCallback callback, gpointer user_data);

/**
 * mis_document_load_finish:
 * @fault: (out): what is wrong, and where; free with mis_fault_free(). Without a place, and with a
 *   message that names the file, if it could not even be read
 *
 * Returns: (transfer full): %NULL if there is a fault
 */
MisDocument *mis_document_load_finish (GAsyncResult *result, MisFault **fault);

/**
 * mis_document_save_async:
 * @file: where to; becomes the document's file when it succeeds
 * @overwrite: whether to replace what is there even if the document was not loaded from it or
 *   another program has changed it since
 *
 * Saves in a worker, after the saves that were asked for before, the world that is current then;
 * what is edited meanwhile stays unsaved.
 */
void mis_document_save_async (MisDocument *self,
                              GFile *file,
                              gboolean overwrite,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/* Returns: %FALSE with a #MisFileError as mis_save_bytes(); the document stays unsaved then. */
gboolean mis_document_save_finish (MisDocument *self, GAsyncResult *result, GError **error);

/* Whether a save has not yet come to its end. */
gboolean mis_document_is_saving (MisDocument *self);

G_END_DECLS
