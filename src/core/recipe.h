/* recipe.h: how random worlds are made (paper, algorithms 1 and 2), as a value.
 *
 * Areas, goals and agents, and for each of conflict, goals and weights either a preset or a range
 * to draw from. Arrays are shared by reference and never change.
 */
#pragma once

#include "core/scoring.h"

G_BEGIN_DECLS

/**
 * MisSpan:
 * @low, @high: in [0,1], low <= high; a preset where they are equal, otherwise drawn uniformly
 */
typedef struct
{
  double low;
  double high;
} MisSpan;

/**
 * MisAssignKind:
 * @MIS_ASSIGN_RANDOM: each agent draws its goal, all choices being equally likely
 * @MIS_ASSIGN_ROUND_ROBIN: agent i holds choice i mod k, the same number in every area
 * @MIS_ASSIGN_EVEN: groups as equal as whole agents allow, dealt anew in every area
 * @MIS_ASSIGN_HALVING: choice 1 has half of the agents, each next one half of what is left, the
 *   last one the rest
 * @MIS_ASSIGN_SHARES: given shares, one for each choice
 * @MIS_ASSIGN_DIRICHLET: shares drawn for each area and run, then each agent draws by them
 *
 * Who holds what. The choices are the k goals of the area and, if the recipe says so, "no goal" as
 * the last one. Shares become whole agents by largest remainders.
 */
typedef enum
{
  MIS_ASSIGN_RANDOM,
  MIS_ASSIGN_ROUND_ROBIN,
  MIS_ASSIGN_EVEN,
  MIS_ASSIGN_HALVING,
  MIS_ASSIGN_SHARES,
  MIS_ASSIGN_DIRICHLET,
} MisAssignKind;

/* Nick and label of each kind, ended by a %NULL nick. */
extern const MisChoice mis_assign_kinds[];

/**
 * MisAssign:
 * @concentration: of the Dirichlet distribution, the same for each choice, above 0
 * @shares: (nullable) (element-type double): proportions, at least one positive
 */
typedef struct
{
  MisAssignKind kind;
  double concentration;
  GArray *shares;
} MisAssign;

/* Whether agents share a weight with all of their goal, or each has one of its own. */
typedef enum
{
  MIS_PER_AGENT,
  MIS_PER_GROUP,
} MisPer;

/* How the agents without the goal in focus spread over the others: like #MisAssignKind. */
typedef enum
{
  MIS_REST_EVEN,
  MIS_REST_HALVING,
} MisRest;

extern const MisChoice mis_pers[];
extern const MisChoice mis_rests[];

/**
 * MisFocus:
 * @is_set: whether one goal of one area differs from the rest of the recipe
 * @area, @goal: which one, from 0
 * @weight: of its holders in this area; %NAN if they weigh it like everybody
 * @share: of the agents that hold it; %NAN if it is assigned like the others
 * @rest: where the others go, if a share is given
 */
typedef struct
{
  gboolean is_set;
  guint area;
  guint goal;
  double weight;
  double share;
  MisRest rest;
} MisFocus;

/**
 * MisRecipe:
 * @n_agents: n, at least 1
 * @n_areas: m; 0 for as many as the longest of the lists has
 * @goals: (element-type guint): K, one number for all areas or one for each
 * @conflicts: (element-type MisSpan): c, one for all pairs of goals of all areas or one for each
 *   area
 * @weights: w of every agent in every area, @per agent or goal group
 * @no_goal: whether "no goal" is among the choices, as the last one
 */
typedef struct
{
  guint64 n_agents;
  guint n_areas;
  GArray *goals;
  MisAssign assign;
  gboolean no_goal;
  GArray *conflicts;
  MisSpan weights;
  MisPer per;
  MisFocus focus;
} MisRecipe;

/* The defaults of a file: one area of 2 goals, drawn at random, conflict and weight 1;
 * no agents. */
#define MIS_RECIPE_GOALS 2u
void mis_recipe_init (MisRecipe *recipe);
void mis_recipe_clear (MisRecipe *recipe);

/* @to is uninitialized. O(1). */
void mis_recipe_copy (MisRecipe *to, const MisRecipe *from);

/* The shares of @to, uninitialized, become those of @from. */
void mis_assign_copy (MisAssign *to, const MisAssign *from);
void mis_assign_clear (MisAssign *assign);

/* (transfer full): an array of one number for all areas. */
GArray *mis_recipe_goals_new (guint n_goals);
GArray *mis_recipe_spans_new (MisSpan span);

/* m, and k and c of one area. */
guint mis_recipe_get_n_areas (const MisRecipe *recipe);
guint mis_recipe_get_n_goals (const MisRecipe *recipe, guint area);
MisSpan mis_recipe_get_conflict (const MisRecipe *recipe, guint area);

/* Whether @area has the focus. */
gboolean mis_recipe_has_focus (const MisRecipe *recipe, guint area);

/* Whether the number of holders of a goal is drawn in @area; if not it is the same in every run. */
gboolean mis_recipe_draws_counts (const MisRecipe *recipe, guint area);

/**
 * mis_recipe_fill_counts:
 * @counts: (out caller-allocates): how many agents make each choice; "no goal" last, if it is one
 *
 * Only where mis_recipe_draws_counts() is %FALSE. The counts add up to n. O(k log k).
 */
void mis_recipe_fill_counts (const MisRecipe *recipe, guint area, guint64 *counts);

/* Whether any weight is drawn, be it of an agent or of a goal group. */
gboolean mis_recipe_draws_weights (const MisRecipe *recipe);

/* How many positions of agents in areas a run draws one by one, which is what makes a world of many
 * agents slow; 0 where it draws sums by goal. */
guint64 mis_recipe_count_positions (const MisRecipe *recipe, const MisScoring *scoring);

/* Whether each agent has to be drawn, with all its areas: its weights depend on each other, or the
 * weight mean needs them one by one. */
gboolean mis_recipe_draws_agents (const MisRecipe *recipe, const MisScoring *scoring);

/**
 * mis_recipe_check:
 * @scoring: how it is going to be scored
 *
 * Returns: %FALSE with a #MisError: lists of different lengths, a focus that is not there, shares
 *   that are not as many as choices, more of something than limits.h allows, too many agents to
 *   draw
 */
gboolean mis_recipe_check (const MisRecipe *recipe, const MisScoring *scoring, GError **error);

G_END_DECLS
