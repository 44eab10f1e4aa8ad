/* command.h: the commands of misalign-cli, each a function from its arguments to an exit status. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MIS_PROGRAM_NAME "misalign-cli"

typedef enum
{
  MIS_EXIT_DONE = 0,
  MIS_EXIT_FAILED = 1, /* what and where stands on standard error, or is what `check` has found */
  MIS_EXIT_USAGE = 2,
  MIS_EXIT_INTERRUPTED = 130,
} MisExit;

typedef struct _MisCommand MisCommand;

/**
 * MisCommand:
 * @name: the word on the command line
 * @operands: what it takes besides options, as in "FILE"
 * @summary: one line; translatable
 * @explanation: what its help says below the options; translatable
 * @run: takes its arguments, the first of them its name, which it may change (a GStrv)
 */
struct _MisCommand
{
  const char *name;
  const char *operands;
  const char *summary;
  const char *explanation;
  MisExit (*run) (const MisCommand *command, GStrv arguments);
};

extern const MisCommand mis_command_analyze;
extern const MisCommand mis_command_check;
extern const MisCommand mis_command_convert;
extern const MisCommand mis_command_figure;
extern const MisCommand mis_command_new;
extern const MisCommand mis_command_plot;
extern const MisCommand mis_command_score;
extern const MisCommand mis_command_sweep;

/**
 * mis_command_line_run:
 * @arguments: of the program, the first of them its name
 *
 * Runs the command that they name. Signals and locale are the caller's business.
 */
MisExit mis_command_line_run (GStrv arguments);

G_END_DECLS
