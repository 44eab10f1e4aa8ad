/* arguments.h: options and operands of a command. */
#pragma once

#include "cli/command.h"
#include "core/scoring.h"

G_BEGIN_DECLS

/**
 * mis_arguments_parse:
 * @arguments: (inout): the command's name and all behind it; on return its name and operands
 * @options: ended by a %NULL entry; --help is added
 * @least, @most: how many operands there may be
 * @status: (out): what to exit with, where there is nothing more to do
 *
 * Options and operands may be mixed; what stands behind "--" is an operand.
 *
 * Returns: %FALSE if help was asked for and printed, or if the usage is wrong, which was said
 */
gboolean mis_arguments_parse (const MisCommand *command,
                              GStrv *arguments,
                              const GOptionEntry *options,
                              guint least,
                              guint most,
                              MisExit *status);

/**
 * mis_arguments_choose:
 * @option: what the word stands behind, for the message
 * @word: (nullable): what was given; *@choice stays as it is if nothing was
 * @choices: a table ended by a %NULL nick
 * @choice: (inout): an index into it
 *
 * Returns: %FALSE if it is none of them, which was said
 */
gboolean mis_arguments_choose (const MisCommand *command,
                               const char *option,
                               const char *word,
                               const MisChoice *choices,
                               guint *choice);

G_END_DECLS
