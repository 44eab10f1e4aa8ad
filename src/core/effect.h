/* effect.h: levers: what any feasible change does to the score, exactly.
 *
 * Differences of the paper's eq. 6 and 7. The sum Q of c f over ordered pairs changes by
 *   2 sum x_i E_i + sum x_i x_j c_ij f_ij
 * when x_i agents (negative: taken away) with goal g_i and weight w_i come in, E_i being what such
 * an agent meets in the population as it is; by 2 F_gh (c' - c) when a conflict changes; by
 * 2 (N_g E(g,w) - R_g) when all holders of g get the weight w, R_g being the sum of E over them.
 * From there on differences are carried on as differences:
 *   M_p' - M_p = (Q' - Q - M_p (pairs' - pairs)) / pairs',
 * times the new normalization, plus M_p times the change of the normalization; then through the
 * area mean. Sums have 106 bits (wide.h), and so do the weights in them, which under "sum-to-one"
 * are quotients: an effect keeps 9 digits of its own, and mostly all, where it stands in the 15th
 * digit of the score, one agent of 10^15, and down to %MIS_EFFECT_NOISE.
 *
 * Every combination of options has this closed form, but for changes that under "sum-to-one" change
 * the weights of many agents in other areas: all holders' weight, removing an area, and the first
 * conflict with "no goal"; and for those that leave next to nothing of an area, or move nearly all
 * of it. There both worlds are summed, and what is subtracted are 106 bits: %MIS_EFFECT_SUMMED. The
 * harmonic mean over more than 1,000 distinct weights in an area is an integral, exact to 2e-14 of
 * the sums, not of the difference.
 */
#pragma once

#include "core/score.h"

G_BEGIN_DECLS

/**
 * MisLeverKind:
 * @MIS_LEVER_CONFLICT: c(@goal,@other) in @area becomes @value; either may be %MIS_NO_GOAL
 * @MIS_LEVER_WEIGHT: in @area @agents agents of row @agent get the weight @value
 * @MIS_LEVER_GOAL_WEIGHT: in @area all who hold @goal, an explicit one, get the weight @value
 * @MIS_LEVER_MOVE: in @area @agents agents of row @agent get the goal @goal, which may be
 *   %MIS_NO_GOAL or %MIS_UNKNOWN, and keep their weight; those whose position was unknown get the
 *   weight 1
 * @MIS_LEVER_COUNT: row @agent has @agents agents; 0 removes the group
 * @MIS_LEVER_REMOVE_AREA: @area is no more
 */
typedef enum
{
  MIS_LEVER_CONFLICT,
  MIS_LEVER_WEIGHT,
  MIS_LEVER_GOAL_WEIGHT,
  MIS_LEVER_MOVE,
  MIS_LEVER_COUNT,
  MIS_LEVER_REMOVE_AREA,
} MisLeverKind;

/* Nick and label of each kind, ended by a %NULL nick. */
extern const MisChoice mis_lever_kinds[];

/* What a lever of some kind does not use is 0. @agents: 1 to the row's count, or the new count. */
typedef struct
{
  MisLeverKind kind;
  guint area;
  guint agent;
  guint64 agents;
  int goal;
  int other;
  double value;
} MisLever;

/**
 * mis_lever_check:
 *
 * Returns: %FALSE with a #MisError if the world has no such area, row, goal or agents, or the value
 *   is not in [0,1], or the position has no weight, or more agents than a world can hold would come
 */
gboolean mis_lever_check (const MisLever *lever, const MisWorld *world, GError **error);

/* The position that @lever gives to a row that has @position. Whoever was unknown has weight 1. */
MisPosition mis_lever_position (const MisLever *lever, MisPosition position);

/**
 * mis_world_with_lever:
 *
 * The edit itself. Where only some agents of a row change, they become a row of their own at the
 * end, with the id of the first and a number. A range that does not hold the new value is widened.
 *
 * Returns: (transfer full): @world itself if nothing changes, or %NULL with a #MisError
 */
MisWorld *mis_world_with_lever (MisWorld *world, const MisLever *lever, GError **error);

typedef enum
{
  MIS_EFFECT_CLOSED, /* from the closed-form difference */
  MIS_EFFECT_SUMMED, /* both worlds summed with 106 bits, then subtracted */
} MisEffectMethod;

extern const MisChoice mis_effect_methods[];

/**
 * MisEffects:
 *
 * What all effects in one world have in common: wide sums for each area. Immutable and atomically
 * reference-counted; holds its tally.
 */
typedef struct _MisEffects MisEffects;

/**
 * mis_effects_new:
 * @previous: (nullable): those of a world from which this one was made by edits; areas in which
 *   nothing changed are shared. The result does not depend on it
 *
 * O(rows + k^2) for each area, about 10 times mis_tally_new(); minimum and maximum O(D k log D) in
 * D distinct weights, harmonic O(D^2) up to 1,000 of them and O(200 (D + k^2)) above. Memory
 * O(k^2 + D).
 *
 * Returns: (transfer full)
 */
MisEffects *mis_effects_new (MisTally *tally, const MisEffects *previous);
MisEffects *mis_effects_ref (MisEffects *effects);
void mis_effects_unref (MisEffects *effects);

MisTally *mis_effects_get_tally (const MisEffects *effects);

/* M and M_p after normalization, as in #MisScore: from wide sums, so to the last bit or two. */
double mis_effects_get_overall (const MisEffects *effects);
double mis_effects_get_area (const MisEffects *effects, guint area);

/**
 * MisEffect:
 * @lever: what is changed
 * @method: how it was found
 * @overall: M after the change minus M before; M is 0 where no area has a score
 * @has_score: whether any area has a score after the change
 * @n_areas: the areas before the change
 * @areas: (array length=n_areas): the same for each M_p, after normalization; %NAN where it has no
 *   score before or after
 */
typedef struct
{
  MisLever lever;
  MisEffectMethod method;
  double overall;
  gboolean has_score;
  guint n_areas;
  double *areas;
} MisEffect;

/* Effects above this part of the score have 9 digits of their own, by the tests 11; those below are
 * what 106 bits leave of nothing. */
#define MIS_EFFECT_NOISE 0x1p-72

/**
 * mis_effect_new:
 *
 * O(areas), plus what one exposure costs: O(1) under geometric, arithmetic and none, O(k log D)
 * under minimum and maximum, O(D) under harmonic (O(200 k) above 1,000); for each area in which the
 * row counts if its count changes, or under "sum-to-one". %MIS_EFFECT_SUMMED costs
 * what mis_effects_new() costs.
 *
 * Returns: (transfer full): %NULL with a #MisError as mis_lever_check()
 */
MisEffect *mis_effect_new (const MisEffects *effects, const MisLever *lever, GError **error);
void mis_effect_free (MisEffect *effect);

/* One lever, with its effect on M. */
typedef struct
{
  MisLever lever;
  double effect;
  MisEffectMethod method;
} MisLeverItem;

/**
 * mis_effects_get_item:
 * @lever: one that mis_lever_check() lets pass
 *
 * The effect on M alone, as mis_effect_new() finds it, without O(areas) under the arithmetic,
 * geometric and harmonic area mean.
 *
 * Returns: %FALSE if no area has a score after it
 */
gboolean
mis_effects_get_item (const MisEffects *effects, const MisLever *lever, MisLeverItem *item);

/**
 * MisLeverQuery:
 * @kinds: which kinds, bit 1 << MisLeverKind; 0 for all
 * @classes: and which classes, bit 1 << MisLeverClass (lever-class.h); 0 for all
 * @max: how many levers at most, at least 1
 * @raise: the largest increases of M instead of the largest decreases
 * @step: besides 0 and 1, every conflict and every weight of a row is changed by this much up and
 *   down, within [0,1]; 0 for none
 * @whole: rows as wholes only: no move of one agent, no count that is one lower
 * @distinct: not the weight of all holders of a goal where one row holds it, which is the row's
 *   weight
 */
typedef struct
{
  guint kinds;
  guint classes;
  guint max;
  gboolean raise;
  double step;
  gboolean whole;
  gboolean distinct;
} MisLeverQuery;

/**
 * mis_effects_list:
 * @stop: (nullable): polled; when it becomes non-zero, the list is of what was tried so far
 *
 * Every lever of the world: each conflict and weight of a whole row to 0 and to 1 (and by @step),
 * likewise the weight of all holders of a goal; one agent and all agents of each row to each other
 * goal, to no goal and to unknown; each count up by one, down by one and to 0; each area removed.
 * Weights of "no goal" only where a conflict with it is set. Left out: what changes nothing, and
 * what leaves no area with a score. Equal effects stand in the order in which they are tried:
 * conflicts, weights of a goal, what concerns one row, areas. One or two microseconds for each
 * lever; harmonic O(D) for each row and area. Memory O(@max).
 *
 * Returns: (transfer full) (element-type MisLeverItem): sorted
 */
GArray *mis_effects_list (const MisEffects *effects, const MisLeverQuery *query, const gint *stop);

/**
 * MisLeverRanking:
 * @n_lowering, @n_raising: how many levers lower M, and how many raise it, by more than the
 * rounding
 *   of 106 bits; there may be others, which do neither
 * @lowering, @raising: (element-type MisLeverItem): the first of each, the largest effect first
 */
typedef struct
{
  guint64 n_lowering;
  GArray *lowering;
  guint64 n_raising;
  GArray *raising;
} MisLeverRanking;

/**
 * mis_effects_rank:
 * @query: @max counts for either list; @raise does not matter
 *
 * Both ends of mis_effects_list() in one pass.
 *
 * Returns: (transfer full)
 */
MisLeverRanking *mis_effects_rank (const MisEffects *effects,
                                   const MisLeverQuery *query,
                                   const gint *stop);
void mis_lever_ranking_free (MisLeverRanking *ranking);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisEffects, mis_effects_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisEffect, mis_effect_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisLeverRanking, mis_lever_ranking_free)

G_END_DECLS
