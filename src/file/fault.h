/* fault.h: what is wrong with a file, where, and how a terminal, a script and a window are told. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MisFileError:
 * @MIS_FILE_ERROR_SYNTAX: the text is not JSON (RFC 8259)
 * @MIS_FILE_ERROR_PROJECT: it is JSON, but no valid project
 * @MIS_FILE_ERROR_TABLE: it is no valid table of a population or of conflicts
 * @MIS_FILE_ERROR_VERSION: it is a project of a newer version of the format
 * @MIS_FILE_ERROR_LIMIT: it is larger than this program reads or writes
 * @MIS_FILE_ERROR_IO: it could not be read or written, for another reason than the following
 * @MIS_FILE_ERROR_FULL: there is no room for it: the disk, a quota or the largest size of a file
 * @MIS_FILE_ERROR_DENIED: no permission, or a read-only disk: another folder may do
 * @MIS_FILE_ERROR_CHANGED: somebody else has changed it since it was loaded
 */
typedef enum
{
  MIS_FILE_ERROR_SYNTAX,
  MIS_FILE_ERROR_PROJECT,
  MIS_FILE_ERROR_TABLE,
  MIS_FILE_ERROR_VERSION,
  MIS_FILE_ERROR_LIMIT,
  MIS_FILE_ERROR_IO,
  MIS_FILE_ERROR_FULL,
  MIS_FILE_ERROR_DENIED,
  MIS_FILE_ERROR_CHANGED,
} MisFileError;

#define MIS_FILE_ERROR (mis_file_error_quark ())
GQuark mis_file_error_quark (void);

/* A table and a project are read on behind a fault, until there are so many of them. */
#define MIS_FAULT_MAX_LISTED 20u
#define MIS_FAULT_MAX_MORE 1000u

/**
 * MisFault:
 * @code: a #MisFileError
 * @line, @column: from 1, in characters; 0 where nothing in the text is at fault
 * @place: as in "areas[0].goals[2].id"; empty for the file as a whole
 * @name: (nullable): what people call the agent, area or goal that the place is in; as safe as
 *   @message
 * @message: one line, "found ..., expected ..."; no control characters, whatever the file holds
 * @cell: (nullable): of a table, what a spreadsheet calls the place, as in "D3"
 * @found: (nullable): of a table, the field at fault as it stands there, which nobody may print
 * @cause: (nullable): where what was found does not matter: faults of one cause are alike
 * @n_alike: faults of the same place and message, or of the same cause, that were found behind this
 *   one and are not listed; 0 where a reader lists them all
 * @others: (nullable) (element-type MisFault): what else is wrong with a table or a project, in
 *   order; they have no others
 * @n_more: how many faults were found beyond those; %MIS_FAULT_MAX_MORE stands for as many and more
 *
 * What is reported of a faulty file; nothing of such a file is loaded. A text that is no JSON has
 * only one.
 */
typedef struct
{
  MisFileError code;
  guint64 line;
  guint64 column;
  char *place;
  char *name;
  char *message;
  char *cell;
  char *found;
  const char *cause;
  guint64 n_alike;
  GPtrArray *others;
  guint n_more;
} MisFault;

/**
 * mis_fault_new:
 * @line, @column: 0 if unknown
 * @place: may be empty
 * @message: may quote from the file: control and bidi characters in it are made visible
 *
 * Returns: (transfer full)
 */
MisFault *mis_fault_new (MisFileError code,
                         guint64 line,
                         guint64 column,
                         const char *place,
                         const char *message);

/* Returns: (transfer full): a fault for an error of any domain; kind "io" unless it is ours. */
MisFault *mis_fault_new_from_error (const GError *error);

/* @name: (nullable): a long one is cut. */
void mis_fault_set_name (MisFault *fault, const char *name);

gboolean mis_fault_is_alike (const MisFault *a, const MisFault *b);

/* Says more at the end of the message: @advice, which may quote from the file. */
void mis_fault_add_advice (MisFault *fault, const char *advice);

void mis_fault_free (MisFault *fault);

/* (transfer full): the place for people, as in "agents[1].count (Retailer)"; empty for the file as
 * a whole. */
char *mis_fault_describe_place (const MisFault *fault);

/* "syntax", "project", "table" or "io"; `check` prints the first two and the last. */
const char *mis_fault_get_kind (const MisFault *fault);

/* (transfer full): "FILE:LINE:COLUMN: place: message (in "name") (cell D3)", without the parts that
 * are not known, and without the other faults. */
char *mis_fault_to_text (const MisFault *fault, const char *file_name);

/**
 * mis_fault_to_json:
 *
 * Returns: (transfer full): one line without a newline: an object with the members file, kind,
 *   line, column, place and message; line and column are null unless the kind is "syntax", the
 *   place of a project as a whole is "(project)"; control and bidi characters of the name are
 *   escaped
 */
char *mis_fault_to_json (const MisFault *fault, const char *file_name);

/* Sets @error to the fault, its message being that of mis_fault_to_text(). */
void mis_fault_set_error (const MisFault *fault, const char *file_name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisFault, mis_fault_free)

G_END_DECLS
