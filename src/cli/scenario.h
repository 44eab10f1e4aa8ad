/* scenario.h: a scenario that is named on the command line. */
#pragma once

#include "cli/command.h"
#include "core/world.h"

G_BEGIN_DECLS

/**
 * mis_scenario_check_given:
 * @option: "--scenario"
 * @words: (nullable) (array zero-terminated=1): what was given with it
 *
 * Whoever names two scenarios wants both, so neither is dropped in silence.
 *
 * Returns: %FALSE after a usage error, if the option was given more than once
 */
gboolean
mis_scenario_check_given (const MisCommand *command, const char *option, char **words);

/* (nullable): the one that was given. */
const char *mis_scenario_get_given (char **words);

/**
 * mis_scenario_choose:
 * @id: what was given: an id, or the name of one scenario
 * @name: of the project, for messages
 *
 * Returns: (transfer none): %NULL if @world has no such scenario, which was said
 */
MisScenario *mis_scenario_choose (const MisWorld *world, const char *id, const char *name);

/* Says why @scenario of @world cannot be applied. */
void mis_scenario_refuse (const MisWorld *world,
                          const MisScenario *scenario,
                          const char *name,
                          const GError *error);

/**
 * mis_scenario_apply_given:
 * @id: (nullable): what was given
 * @name: of the project, for messages
 *
 * Returns: (transfer full): @world under that scenario, or as it is; %NULL if that cannot be,
 *   which was said
 */
MisWorld *mis_scenario_apply_given (MisWorld *world, const char *id, const char *name);

/**
 * mis_scenario_remark:
 * @changed: @project under the scenario
 * @scenario: what the scenario is called
 * @name: of the project, for messages
 *
 * Says that the scenario leaves a population in which most pairs are two of one group, so that its
 * score is low for that reason; nothing where that is so in the project alike.
 */
void mis_scenario_remark (MisWorld *project,
                          const MisWorld *changed,
                          const char *scenario,
                          const char *name);

/* (transfer full): a line for each scenario: its id, a tab, its name. */
GBytes *mis_scenario_list (const MisWorld *world);

G_END_DECLS
