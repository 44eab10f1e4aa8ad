/* plan.h: one point of one series of a recipe, made ready to be run many times.
 *
 * A run draws how many agents hold each goal, their weights and the conflicts, and scores the sums
 * by goal (paper, eq. 6 and 7, in the linear form: 2 sum_{g<h} c(g,h) F_gh / pairs). There are no
 * agents, but where each has a weight of its own these are drawn and summed one by one.
 */
#pragma once

#include <gio/gio.h>

#include "core/recipe.h"
#include "sim/sampler.h"
#include "core/world.h"
#include "sim/stream.h"

G_BEGIN_DECLS

/**
 * MisPlanArea:
 * @n_goals: k
 * @n_choices: k, or k + 1 with "no goal", which is the last one
 * @counts: (nullable) (array length=n_choices): holders, where they are the same in every run
 * @is_in_turn: whether agent i makes choice i mod @n_choices
 * @focus: the goal whose holders have @focus_weight; -1 for none
 */
typedef struct
{
  guint n_goals;
  guint n_choices;
  guint64 *counts;
  gboolean is_in_turn;
  MisSpan conflict;
  int focus;
  double focus_weight;
} MisPlanArea;

/**
 * MisPlan:
 * @most_choices: of any area
 * @draws_agents: whether every agent has to be drawn with all its areas (agents.h)
 * @is_random: whether two runs can differ
 * @world: (nullable): areas and scoring, where agents are drawn and conflicts are not
 *
 * Immutable.
 */
typedef struct
{
  guint64 n_agents;
  guint n_areas;
  MisPlanArea *areas;
  guint most_choices;
  MisAssign assign;
  MisSpan weights;
  MisPer per;
  MisScoring scoring;
  gboolean draws_agents;
  gboolean is_random;
  MisWorld *world;
} MisPlan;

/* @recipe, @scoring: as mis_recipe_check() allows them. O(goals of all areas). */
void mis_plan_init (MisPlan *plan, const MisRecipe *recipe, const MisScoring *scoring);
void mis_plan_clear (MisPlan *plan);

/**
 * MisDesk:
 * @world: (nullable): the project as the cell @cell has it, where the world is one
 * @sampler: (nullable): of @world, where it is drawn from
 *
 * What lies on the desk while runs are worked out: one for each thread.
 */
typedef struct
{
  MisStream stream;
  MisWorld *world;
  MisSampler *sampler;
  guint cell;
  GCancellable *cancellable; /* (nullable) */
  guint64 *counts;
  double *features[2];
  double *shares;
  double *weights;
  double *scores;
} MisDesk;

/* For plans of so many choices an area and so many areas. @cancellable: (nullable): borrowed. */
void mis_desk_init (
  MisDesk *desk, guint most_choices, guint most_areas, GCancellable *cancellable);
void mis_desk_clear (MisDesk *desk);

/* So many agents are drawn between two looks at the cancellable: about a tenth of a millisecond. */
#define MIS_POLL_AGENTS 8192u

/* What is drawn for an area; each has a part of the stream, so that worlds that are scored in
 * different ways stay the same worlds. */
typedef enum
{
  MIS_DRAW_COUNTS,
  MIS_DRAW_WEIGHTS,
  MIS_DRAW_CONFLICTS,
  MIS_DRAW_ORDER,
  MIS_N_DRAWS,
} MisDraw;

/* Goes to the beginning of what is drawn for an area. */
void mis_desk_seek (MisDesk *desk, guint area, MisDraw draw);

/* How many agents make each choice in this run, into @desk->counts. */
void mis_plan_draw_counts (const MisPlan *plan, guint area, MisDesk *desk);

/**
 * mis_plan_run:
 * @desk: its stream is at the beginning of the run
 *
 * O(goals of all areas), with random conflicts O(goals^2); plus O(agents x areas) where each agent
 * has a weight of its own.
 *
 * Returns: M; 0 where there are fewer than two agents; %NAN if the run was cancelled
 */
double mis_plan_run (const MisPlan *plan, MisDesk *desk);

G_END_DECLS
