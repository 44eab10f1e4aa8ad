/* effect-private.h: how a change goes through an area and the area mean. Private to core. */
#pragma once

#include "core/effect.h"
#include "core/exposure.h"

G_BEGIN_DECLS

/**
 * MisAreaState:
 * @scored: whether at least two agents count
 * @k: goals for the normalization
 * @held: explicit goals that somebody holds
 * @clashing: those among them that can clash with "no goal"
 * @raw: M_p before normalization; 0 without a score
 * @value: M_p after it; 0 without a score
 */
typedef struct
{
  gboolean scored;
  guint k;
  guint held;
  guint clashing;
  MisWide raw;
  MisWide value;
} MisAreaState;

/* What becomes of one area: @delta is value after minus before, where it has a score in both. */
typedef struct
{
  guint area;
  gboolean scored;
  MisWide value;
  MisWide delta;
} MisOutcome;

/**
 * MisMeanBase:
 * @states: (array length=n_areas): borrowed
 * @n_scored, @n_zero: areas with a score, and those whose score is 0
 * @sum, @inverses: of the scores, and of one over those that are not 0
 * @logs: of their logarithms, under the geometric mean
 * @overall: M; 0 if no area has a score
 */
typedef struct
{
  MisAreaMean mean;
  const MisAreaState *states;
  guint n_areas;
  guint n_scored;
  guint n_zero;
  MisWide sum;
  MisWide inverses;
  MisWide logs;
  double overall;
} MisMeanBase;

struct _MisEffects
{
  int ref_count; /* atomic */
  MisTally *tally;
  const MisWorld *world;     /* of @tally */
  const MisReading *reading; /* likewise */
  guint n_areas;
  MisWide *divisors; /* of each row */
  MisExposure **exposures;
  MisAreaState *states;
  MisMeanBase base;
};

/* x agents with one goal and weight that come into an area, or with x < 0 leave it. */
typedef struct
{
  guint goal; /* "no goal" is n_goals */
  MisWide weight;
  double agents;
} MisParcel;

/* At most so many kinds of agents come and go in one area when one row changes. */
#define MIS_MAX_PARCELS 2u

/**
 * MisShift:
 * @sum, @n, @k: what a change adds to the sums of one area: Q' - Q, n_p' - n_p; and the new k
 * @size: of the largest part of @sum, where parts may cancel
 * @is_rest: whether @sum is so little of its terms, and they so much more than Q, that it should be
 *   summed anew: nearly all agents of an area move at once, from one goal to another
 */
typedef struct
{
  MisWide sum;
  double n;
  guint k;
  double size;
  gboolean is_rest;
} MisShift;

/* Area means (effect-mean.c). */
void mis_mean_base_init (MisMeanBase *base,
                         MisAreaMean mean,
                         const MisAreaState *states,
                         guint n_areas);

/* M after minus M before; @outcomes (array length=n_outcomes) are of different areas. */
double mis_mean_difference (const MisMeanBase *base,
                            const MisOutcome *outcomes,
                            guint n_outcomes,
                            gboolean *has_score);

/* One area (effect-area.c). */
MisAreaState mis_area_state (const MisExposure *exposure, const MisScoring *scoring);

/* What a sum of c f over pairs is multiplied with to be a part of M_p; for areas with a score. */
MisWide mis_area_factor (const MisEffects *effects, guint area);

/* The linear and the quadratic part of Q' - Q in the number of agents: 2 sum x E, sum x x c f. */
void mis_parcels_sums (const MisExposure *exposure,
                       const MisParcel *parcels,
                       guint n_parcels,
                       MisMeetings *meetings,
                       MisWide *linear,
                       MisWide *quadratic);
MisShift mis_shift_of_parcels (const MisExposure *exposure,
                               const MisAreaState *state,
                               const MisParcel *parcels,
                               guint n_parcels,
                               MisMeetings *meetings);
MisShift mis_shift_of_conflict (const MisEffects *effects, const MisLever *lever);
MisShift mis_shift_of_goal_weight (const MisEffects *effects, const MisLever *lever);

/**
 * mis_outcome_of_shift:
 *
 * Returns: %FALSE if so little is left of the sum, of its parts or of the pairs that the area
 *   should be summed anew for the difference to have its digits; @outcome is filled in all the same
 */
gboolean mis_outcome_of_shift (const MisEffects *effects,
                               guint area,
                               const MisShift *shift,
                               MisOutcome *outcome);

/* One row by itself, read as it is and as a lever would have it (effect-stage.c). */
typedef struct
{
  const MisEffects *effects;
  guint row;
  double count;
  MisMeetings meetings;
} MisStage;

void mis_stage_init (MisStage *stage, const MisEffects *effects, guint row);
void mis_stage_clear (MisStage *stage);

/* The parcels of one area when a lever of the stage's row changes one agent. */
typedef struct
{
  guint area;
  guint n;
  MisParcel parcels[MIS_MAX_PARCELS];
} MisAreaParcels;

/* Fills @parcels (room for n_areas) with those of one agent in each area that changes; how many. */
guint mis_stage_read (const MisStage *stage, const MisLever *lever, MisAreaParcels *parcels);

/* By how many agents the parcels of one agent count: the new count less the old for a count. */
double mis_stage_agents (const MisStage *stage, const MisLever *lever);

/* Single levers (effect.c, effect-apply.c). */

/* The effect on M of a checked lever; @outcomes: room for n_areas, @n_outcomes are filled in. */
double mis_effects_try (const MisEffects *effects,
                        MisStage *stage,
                        const MisLever *lever,
                        MisOutcome *outcomes,
                        guint *n_outcomes,
                        MisEffectMethod *method,
                        gboolean *has_score);

/* (array length=n_areas): outcomes in the areas of @before when the world becomes that
 * of @after. */
void mis_effects_compare (const MisEffects *before, const MisEffects *after, MisOutcome *outcomes);

/* Whether a lever must be summed: under "sum-to-one" it changes weights in many areas. */
gboolean mis_lever_reaches_far (const MisEffects *effects, const MisLever *lever);

/* Whether levers of @kind change one row. */
gboolean mis_lever_is_of_row (MisLeverKind kind);

/* Whether a conflict with "no goal" is set once it is @value, a range by its high end. */
gboolean mis_conflict_clashes_at (const MisConflict *conflict, double value);

/* The goal as an index: "no goal" is n_goals. */
guint mis_goal_index (const MisArea *area, int goal);

G_END_DECLS
