#include "core/agent-arrays.h"

#include <math.h>

#include "core/limits.h"
#include "core/score-private.h"
#include "core/slice.h"
#include "core/sum.h"

/* Goals begin behind "unknown" and "no goal". */
#define FIRST_GOAL 2

/* Two sets of sums, taken in turn: an addition need not wait for the one before it. */
#define N_LANES 2

/* A root and a weight, which the processor adds at once. */
typedef double Pair __attribute__ ((vector_size (2 * sizeof (double))));

/* The sums of one block, by goal + FIRST_GOAL. */
typedef struct
{
  Pair sums[N_LANES][MIS_MAX_GOALS + FIRST_GOAL];
  guint32 n[N_LANES][MIS_MAX_GOALS + FIRST_GOAL];
} Lanes;

gsize
mis_agent_arrays_count_slices (const MisAgentArrays *arrays)
{
  return arrays->n_agents / MIS_ARRAY_SLICE + (arrays->n_agents % MIS_ARRAY_SLICE != 0 ? 1 : 0);
}

void
mis_array_sums_init (MisArraySums *sums, guint n_goals)
{
  g_return_if_fail (n_goals <= MIS_MAX_GOALS);

  *sums = (MisArraySums) { .n_goals = n_goals };
  sums->goals = g_new0 (MisGoalSums, n_goals + 1);
}

void
mis_array_sums_clear (MisArraySums *sums)
{
  g_clear_pointer (&sums->goals, g_free);
}

static void
sum_pair (Lanes *lanes, const gint16 *goals, const double *weights, const double *roots, guint i)
{
  for (guint lane = 0; lane < N_LANES; lane++)
    {
      int slot = goals[i + lane] + FIRST_GOAL;

      lanes->sums[lane][slot] += (Pair) { roots[i + lane], weights[i + lane] };
      lanes->n[lane][slot]++;
    }
}

/* A whole block has a length that the compiler knows, so that it takes the roots several at
 * a time. */
static void
sum_whole_block (Lanes *lanes, const gint16 *goals, const double *weights)
{
  double roots[MIS_BLOCK_ROWS];

  for (guint i = 0; i < MIS_BLOCK_ROWS; i++)
    roots[i] = sqrt (weights[i]);
  for (guint i = 0; i < MIS_BLOCK_ROWS; i += N_LANES)
    sum_pair (lanes, goals, weights, roots, i);
}

static void
sum_rest (Lanes *lanes, const gint16 *goals, const double *weights, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      int slot = goals[i] + FIRST_GOAL;
      double weight = weights != NULL ? weights[i] : 1.0;

      lanes->sums[0][slot] += (Pair) { sqrt (weight), weight };
      lanes->n[0][slot]++;
    }
}

/* Moves the sums of a block to the totals, and clears them. */
static void
flush (Lanes *lanes, guint n_goals, MisSum *s, MisSum *w, guint64 *n)
{
  for (guint lane = 0; lane < N_LANES; lane++)
    for (guint slot = 0; slot < n_goals + FIRST_GOAL; slot++)
      {
        if (lanes->n[lane][slot] == 0)
          continue;
        mis_sum_add (&s[slot], lanes->sums[lane][slot][0]);
        mis_sum_add (&w[slot], lanes->sums[lane][slot][1]);
        n[slot] += lanes->n[lane][slot];
        lanes->sums[lane][slot] = (Pair) { 0.0, 0.0 };
        lanes->n[lane][slot] = 0;
      }
}

void
mis_array_sums_take (MisArraySums *sums,
                     const MisAgentArrays *arrays,
                     guint area,
                     gsize slice)
{
  gsize first = slice * MIS_ARRAY_SLICE;
  gsize last = MIN (first + MIS_ARRAY_SLICE, arrays->n_agents);
  guint n_slots = sums->n_goals + FIRST_GOAL;
  g_autofree Lanes *lanes = g_new0 (Lanes, 1);
  g_autofree MisSum *s = g_new0 (MisSum, n_slots);
  g_autofree MisSum *w = g_new0 (MisSum, n_slots);
  g_autofree guint64 *n = g_new0 (guint64, n_slots);
  const gint16 *goals = arrays->goals[area];
  const double *weights = arrays->weights[area];

  g_return_if_fail (slice < mis_agent_arrays_count_slices (arrays));

  for (gsize i = first; i < last; i += MIS_BLOCK_ROWS)
    {
      if (weights != NULL && last - i >= MIS_BLOCK_ROWS)
        sum_whole_block (lanes, goals + i, weights + i);
      else
        sum_rest (lanes, goals + i, weights != NULL ? weights + i : NULL,
                  MIN (last - i, MIS_BLOCK_ROWS));
      flush (lanes, sums->n_goals, s, w, n);
    }
  sums->n_unknown += n[0];
  for (guint slot = 1; slot < n_slots; slot++)
    {
      MisGoalSums *goal = &sums->goals[slot == 1 ? sums->n_goals : slot - FIRST_GOAL];

      goal->n += n[slot];
      goal->s += mis_sum_get (&s[slot]);
      goal->w += mis_sum_get (&w[slot]);
    }
}

void
mis_array_sums_add (MisArraySums *sums, const MisArraySums *more)
{
  g_return_if_fail (sums->n_goals == more->n_goals);

  sums->n_unknown += more->n_unknown;
  for (guint i = 0; i <= sums->n_goals; i++)
    {
      sums->goals[i].n += more->goals[i].n;
      sums->goals[i].s += more->goals[i].s;
      sums->goals[i].w += more->goals[i].w;
    }
}

/* What is unknown counts as "no goal" with weight 1, or not at all. */
static MisAreaTally
read_sums (MisArraySums *sums, const MisScoring *scoring)
{
  MisAreaTally tally = { .n_unknown = sums->n_unknown, .n_goals = sums->n_goals,
                         .goals = sums->goals };
  MisGoalSums *null_sums = &sums->goals[sums->n_goals];

  if (scoring->unknown == MIS_UNKNOWN_NO_GOAL)
    {
      null_sums->n += sums->n_unknown;
      null_sums->s += (double) sums->n_unknown;
      null_sums->w += (double) sums->n_unknown;
    }
  for (guint i = 0; i <= sums->n_goals; i++)
    tally.n += sums->goals[i].n;
  return tally;
}

/* Each agent as a class of its own, for the means that need them. */
static void
set_classes (MisSlice *slice, const MisAgentArrays *arrays, guint area, const MisScoring *scoring)
{
  g_autoptr (GArray) classes = g_array_sized_new (FALSE, FALSE, sizeof (MisGoalClass),
                                                  (guint) arrays->n_agents);

  for (gsize i = 0; i < arrays->n_agents; i++)
    {
      int goal = arrays->goals[area][i];
      double weight = arrays->weights[area] != NULL ? arrays->weights[area][i] : 1.0;
      MisGoalClass class;

      if (goal == MIS_UNKNOWN && scoring->unknown == MIS_UNKNOWN_LEAVE_OUT)
        continue;
      if (goal == MIS_UNKNOWN)
        weight = 1.0;
      class.goal = goal < 0 ? slice->n_goals : (guint) goal;
      class.class = (MisWeightClass) { weight, 1.0 };
      g_array_append_val (classes, class);
    }
  mis_slice_set_classes (slice, classes);
}

static MisAreaScore
score_area (const MisWorld *world, const MisAgentArrays *arrays, guint area, MisArraySums *sums)
{
  const MisScoring *scoring = mis_world_get_scoring (world);
  MisAreaTally tally = read_sums (sums, scoring);
  MisAreaScore score;
  MisSlice slice;

  mis_slice_init_sums (&slice, &tally);
  if (mis_weight_mean_needs_classes (scoring->weight_mean))
    set_classes (&slice, arrays, area, scoring);
  score = mis_score_area (mis_world_get_area (world, area), scoring, &tally, &slice);
  mis_slice_clear (&slice);
  return score;
}

MisScore *
mis_agent_arrays_score_sums (MisWorld *world, const MisAgentArrays *arrays, MisArraySums *sums)
{
  guint n_areas = mis_world_get_n_areas (world);
  MisAreaScore *areas = g_new (MisAreaScore, n_areas);

  for (guint i = 0; i < n_areas; i++)
    areas[i] = score_area (world, arrays, i, &sums[i]);
  return mis_score_new_for_areas (areas, n_areas, arrays->n_agents,
                                  mis_world_get_scoring (world)->area_mean);
}

MisScore *
mis_agent_arrays_score (MisWorld *world, const MisAgentArrays *arrays)
{
  guint n_areas = mis_world_get_n_areas (world);
  g_autofree MisArraySums *sums = g_new (MisArraySums, n_areas);
  MisScore *score;

  for (guint i = 0; i < n_areas; i++)
    {
      mis_array_sums_init (&sums[i], mis_area_get_n_goals (mis_world_get_area (world, i)));
      for (gsize slice = 0; slice < mis_agent_arrays_count_slices (arrays); slice++)
        mis_array_sums_take (&sums[i], arrays, i, slice);
    }
  score = mis_agent_arrays_score_sums (world, arrays, sums);
  for (guint i = 0; i < n_areas; i++)
    mis_array_sums_clear (&sums[i]);
  return score;
}
