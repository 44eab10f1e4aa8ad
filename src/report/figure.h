/* figure.h: the figures of the paper that nothing random goes into, as numbers and as charts. */
#pragma once

#include "core/figure-data.h"
#include "core/limits.h"
#include "core/world.h"
#include "plot/chart.h"

G_BEGIN_DECLS

/* Agents in the paper's figures 4 and 8, and the fewest that make a pair; one row may hold all. */
#define MIS_FIGURE_AGENTS G_GUINT64_CONSTANT (1000)
#define MIS_FIGURE_MIN_AGENTS G_GUINT64_CONSTANT (2)
#define MIS_FIGURE_MAX_AGENTS MIS_MAX_COUNT

/**
 * mis_figure_goal_distribution:
 * @n_agents: from %MIS_FIGURE_MIN_AGENTS to %MIS_FIGURE_MAX_AGENTS
 *
 * Figure 4: the score by the share of agents with goal 1, for 2 to 5 goals of one area, with all
 * weights and conflicts 1; the rest spreads evenly over the other goals, in whole agents. The
 * theory is 1 - sum n_g (n_g - 1) / (n (n - 1)) (paper, 5.4 and eq. 6).
 *
 * Returns: (transfer full)
 */
MisFigureData *mis_figure_goal_distribution (guint64 n_agents);

/**
 * mis_figure_carla:
 * @carla: the bundled case study: two groups, one of them of kind "ai", and the scenarios
 *   "half-conflict" and "full-weights"
 * @n_agents: as above
 *
 * Figure 8: the overall score by the share of agents that are autonomous vehicles, with the weights
 * of table 3 and with weights 1, under conflict 0.5 and 1. The theory is
 * mean_p c_p sqrt(w_v w_h) * 2 n_v n_h / (n (n - 1)) (paper, 6.2 and eq. 6).
 *
 * Returns: (transfer full): %NULL with a #MisError if @carla is another world
 */
MisFigureData *mis_figure_carla (MisWorld *carla, guint64 n_agents, GError **error);

/**
 * mis_figure_chart:
 * @data: from one of the two above
 *
 * Texts are in the user's language, numbers in sentences too.
 *
 * Returns: (transfer full): as the paper shows it: lines with markers, the y axis from 0 to 1
 */
MisChart *mis_figure_chart (const MisFigureData *data);

G_END_DECLS
