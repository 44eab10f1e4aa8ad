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
 * @option: what the words stand behind, for the message
 * @words: (nullable) (array zero-terminated=1): of %G_OPTION_ARG_STRING_ARRAY: an option may be
 *   given more than once, and the last word is taken, but each must be one of @choices
 * @choices: a table ended by a %NULL nick
 * @choice: (inout): an index into it; stays as it is if nothing was given
 *
 * Returns: %FALSE if a word is none of them, which was said
 */
gboolean mis_arguments_choose (const MisCommand *command,
                               const char *option,
                               char **words,
                               const MisChoice *choices,
                               guint *choice);

/**
 * mis_arguments_parse_number:
 * @word: a number as of mis_number_parse(), or one with "%" behind it: "50%" and "50 %" are 0.5
 *
 * Returns: %FALSE if it is none
 */
gboolean mis_arguments_parse_number (const char *word, double *number);

G_END_DECLS
