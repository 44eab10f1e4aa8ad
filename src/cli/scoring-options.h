/* scoring-options.h: the options of the score, which commands share: --unknown, --weights … */
#pragma once

#include "cli/command.h"
#include "core/scoring.h"

G_BEGIN_DECLS

/* What was given on the command line, one for each of mis_options[]. */
typedef struct
{
  char *names[MIS_N_OPTIONS]; /* "weight-mean" */
  char *helps[MIS_N_OPTIONS];
  char **words[MIS_N_OPTIONS];
} MisScoringGiven;

void mis_scoring_given_init (MisScoringGiven *given);
void mis_scoring_given_clear (MisScoringGiven *given);

/* Fills %MIS_N_OPTIONS entries, which hold as long as @given does. */
void mis_scoring_given_list (MisScoringGiven *given, GOptionEntry *entries);

/* What is given wins over what @scoring says; %FALSE if a word is wrong, which was said. */
gboolean mis_scoring_given_choose (const MisScoringGiven *given,
                                   const MisCommand *command,
                                   MisScoring *scoring);

/* Which of the options were given: bits 1 << option. */
guint mis_scoring_given_get_mask (const MisScoringGiven *given);

G_END_DECLS
