/* message.h: what misalign-cli says on standard error. */
#pragma once

#include "cli/command.h"
#include "core/score.h"
#include "file/fault.h"

G_BEGIN_DECLS

/* "misalign-cli: ..." on one line; control characters in it are made visible. */
void mis_message (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* "misalign-cli: FILE: place: found ..., expected ...", and a line for each of the others. */
void mis_message_fault (const MisFault *fault, const char *file_name);

/* How many faults there are beyond those that were told; nothing if there are none. */
void mis_message_more (guint n_more, const char *file_name);

/* (element-type MisWarning): for output that has no place for remarks. */
void mis_message_remarks (const GPtrArray *warnings, const char *file_name);

/* Where to read what was expected; @command is %NULL where the command itself is at fault. */
void mis_message_advise (const MisCommand *command);

/**
 * mis_usage_error:
 *
 * A message and the advice to read the help of @command.
 *
 * Returns: %MIS_EXIT_USAGE
 */
MisExit mis_usage_error (const MisCommand *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
