/* analyze-options.h: what `analyze` was asked for. Private to it. */
#pragma once

#include "cli/command.h"
#include "cli/scoring-options.h"
#include "file/analysis-writer.h"

G_BEGIN_DECLS

/* The options as given on the command line. */
typedef struct
{
  MisScoringGiven scoring;
  char **scenario;
  char **against;
  char **format;
  char **table;
  char *limit;
  char *step;
  char *target;
  char *output;
  gboolean decimal_comma;
  gboolean in_short;
} MisAnalyzeGiven;

/* The options as they are understood. */
typedef struct
{
  guint format;
  MisCsvStyle style;
  gboolean all;
  gboolean in_short; /* the main findings, and no table */
  gboolean half; /* the target is half the score, whatever the request says */
  guint table; /* unless @all or @in_short */
  MisAnalysisRequest request;
} MisAnalyzeWanted;

void mis_analyze_given_init (MisAnalyzeGiven *given);
gboolean mis_analyze_parse (const MisCommand *command,
                            GStrv arguments,
                            MisAnalyzeGiven *given,
                            MisExit *status);
void mis_analyze_given_clear (MisAnalyzeGiven *given);

/* Words are checked before a file is waited for; %FALSE if one is wrong, which was said. */
gboolean mis_analyze_understand (const MisCommand *command,
                                 const MisAnalyzeGiven *given,
                                 MisAnalyzeWanted *wanted);

G_END_DECLS
