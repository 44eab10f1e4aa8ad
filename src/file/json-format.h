/* json-format.h: the two members that say what kind of file a JSON text is, and of
 * which version. */
#pragma once

#include "file/json-fields.h"
#include "file/json-gate.h"

G_BEGIN_DECLS

/**
 * MisJsonFormat:
 * @name: what the member "format" says, such as "misalign-project"
 * @version: the newest that this program reads; it reads all before it
 * @noun: what messages call such a file, such as "project"
 */
typedef struct
{
  const char *name;
  guint version;
  const char *noun;
} MisJsonFormat;

/**
 * mis_json_check_format:
 *
 * To be asked before anything else of the file is looked at.
 *
 * Returns: %FALSE after a fault: no object, another format, or with %MIS_FILE_ERROR_VERSION a newer
 *   version
 */
gboolean mis_json_check_format (MisJsonInput *input,
                                const MisJsonOutline *outline,
                                const MisJsonFormat *format);

/* (transfer full) (nullable): a word or number that is all of the text ends with it, not where
 * punctuation would end it; so the walk is given a copy that ends. */
char *mis_json_dup_bare_word (const char *text, gsize length, gsize root);

G_END_DECLS
