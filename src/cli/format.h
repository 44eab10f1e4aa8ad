/* format.h: text, csv or json, as --format or the ending of the output's name says. */
#pragma once

#include "cli/command.h"

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

G_END_DECLS
