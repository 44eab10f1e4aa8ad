/* format.h: text, csv or json, as --format or the ending of the output's name says. */
#pragma once

#include "cli/command.h"
#include "file/csv-emitter.h"

G_BEGIN_DECLS

/**
 * mis_format_choose:
 * @words: (nullable) (array zero-terminated=1): what was given with --format
 * @output: (nullable): what was given with -o
 * @format: (inout): a #MisScoreFormat; stays as it is where standard output is written and no
 *   format is given
 *
 * Returns: %FALSE after a usage error
 */
gboolean mis_format_choose (const MisCommand *command,
                            char **words,
                            const char *output,
                            guint *format);

/* --decimal-comma, for the options of a command that writes CSV; sets @given. */
GOptionEntry mis_format_comma_option (gboolean *given);

/**
 * mis_format_check_comma:
 * @given: whether --decimal-comma was given
 * @word: the format that is written
 *
 * Returns: %FALSE after a usage error, if it was given with anything but csv
 */
gboolean mis_format_check_comma (const MisCommand *command, gboolean given, const char *word);

/* How CSV is written then. */
MisCsvStyle mis_format_get_style (gboolean given);

G_END_DECLS
