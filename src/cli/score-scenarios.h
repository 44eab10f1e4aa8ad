/* score-scenarios.h: the scores of a project and all its scenarios, for `score --all-scenarios`. */
#pragma once

#include "cli/command.h"
#include "core/world.h"
#include "file/score-writer.h"

G_BEGIN_DECLS

/**
 * mis_score_scenarios:
 * @given: bit i: option i of mis_options was given on the command line
 * @scoring: the options that were given; they win over those of the project and of its scenarios
 * @name: of the project, for messages
 * @output: (nullable): where the table is written to
 *
 * A scenario that cannot be applied has its reason in the table.
 */
MisExit mis_score_scenarios (MisWorld *world,
                             guint given,
                             const MisScoring *scoring,
                             const char *name,
                             const char *output,
                             MisScoreFormat format,
                             MisCsvStyle style);

G_END_DECLS
