#include "group-score.h"

#include <math.h>

#define NONE (-1)
#define LEFT_OUT (-2)

/* What one row holds in one area, and how many agents hold it. */
typedef struct
{
  int goal;
  _Float128 weight;
  _Float128 root; /* of the weight */
  _Float128 count;
} Group;

static gboolean
null_matters (const MisArea *area)
{
  for (guint g = 0; g < mis_area_get_n_goals (area); g++)
    if (mis_area_get_conflict (area, NONE, (int) g).high > 0)
      return TRUE;
  return FALSE;
}

static Group
read_as_given (const MisWorld *world, guint row, guint area)
{
  MisPosition position = mis_world_get_position (world, row, area);
  Group group = { .goal = position.goal,
                  .weight = position.weight,
                  .count = mis_world_get_agent (world, row)->count };

  if (position.goal == MIS_UNKNOWN)
    group.weight = 1;
  if (position.goal == MIS_UNKNOWN && mis_world_get_scoring (world)->unknown == MIS_UNKNOWN_NO_GOAL)
    group.goal = NONE;
  return group;
}

static Group
read_group (const MisWorld *world, guint row, guint area)
{
  Group group = read_as_given (world, row, area);
  _Float128 sum = 0;

  if (mis_world_get_scoring (world)->weights == MIS_WEIGHTS_AS_GIVEN || group.goal == LEFT_OUT)
    return group;
  for (guint p = 0; p < mis_world_get_n_areas (world); p++)
    {
      Group other = read_as_given (world, row, p);

      if (other.goal >= 0 || (other.goal == NONE && null_matters (mis_world_get_area (world, p))))
        sum += other.weight;
    }
  group.weight = sum > 0 ? group.weight / sum : 0;
  return group;
}

static _Float128
weigh (MisWeightMean mean, const Group *a, const Group *b)
{
  _Float128 x = a->weight, y = b->weight;

  switch (mean)
    {
    case MIS_WEIGHT_MEAN_GEOMETRIC:
      return a->root * b->root;
    case MIS_WEIGHT_MEAN_ARITHMETIC:
      return (x + y) / 2;
    case MIS_WEIGHT_MEAN_HARMONIC:
      return x + y > 0 ? 2 * x * y / (x + y) : 0;
    case MIS_WEIGHT_MEAN_MINIMUM:
      return x < y ? x : y;
    case MIS_WEIGHT_MEAN_MAXIMUM:
      return x > y ? x : y;
    case MIS_WEIGHT_MEAN_NONE:
      return 1;
    default:
      g_assert_not_reached ();
    }
}

static _Float128
count_pairs (_Float128 n, MisPairs pairs)
{
  return pairs == MIS_PAIRS_DISTINCT ? n * (n - 1) : n * n;
}

/* 1 over what a raw score is divided by: pairs, and the normalization (core/scoring.h). */
static _Float128
normalize (const MisWorld *world, guint area, const Group *groups, _Float128 agents)
{
  const MisScoring *scoring = mis_world_get_scoring (world);
  const MisArea *value = mis_world_get_area (world, area);
  guint64 n = (guint64) agents, k = 0, q, r;
  gboolean with_none = FALSE, clash = FALSE;
  _Float128 same;

  for (int g = NONE; g < (int) mis_area_get_n_goals (value); g++)
    {
      gboolean held = FALSE;

      for (guint i = 0; i < mis_world_get_n_agents (world); i++)
        held = held || (groups[i].goal == g && groups[i].count > 0);
      if (g == NONE)
        with_none = held;
      else if (held)
        {
          k++;
          clash = clash || mis_area_get_conflict (value, NONE, g).high > 0;
        }
    }
  k += with_none && clash ? 1 : 0;
  if (k < 2 || scoring->normalization == MIS_NORMALIZATION_NONE)
    return 1;
  if (scoring->normalization == MIS_NORMALIZATION_LIMIT)
    return (_Float128) k / (_Float128) (k - 1);
  if (n <= k && scoring->pairs == MIS_PAIRS_DISTINCT)
    return 1;
  q = n / k;
  r = n % k;
  same = scoring->pairs == MIS_PAIRS_DISTINCT ? (_Float128) q * (agents + r - k)
                                              : (_Float128) q * (agents + r) + r;
  return 1 / (1 - same / count_pairs (agents, scoring->pairs));
}

static Group *
read_all (const MisWorld *world, guint area, _Float128 *agents)
{
  guint n_rows = mis_world_get_n_agents (world);
  Group *groups = g_new (Group, n_rows);

  *agents = 0;
  for (guint i = 0; i < n_rows; i++)
    {
      groups[i] = read_group (world, i, area);
      groups[i].root = sqrtf128 (groups[i].weight);
      if (groups[i].goal != LEFT_OUT)
        *agents += groups[i].count;
    }
  return groups;
}

/* The sum of c f of one agent of @group and all others. */
static _Float128
meet (const MisWorld *world, guint area, const Group *group, const Group *groups)
{
  const MisArea *value = mis_world_get_area (world, area);
  MisWeightMean mean = mis_world_get_scoring (world)->weight_mean;
  _Float128 sum = 0;

  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    if (groups[i].goal != LEFT_OUT && groups[i].goal != group->goal)
      {
        _Float128 c = mis_area_get_conflict (value, group->goal, groups[i].goal).value;

        if (c > 0)
          sum += c * groups[i].count * weigh (mean, group, &groups[i]);
      }
  return sum;
}

_Float128
mis_group_area (const MisWorld *world, guint area)
{
  _Float128 agents, sum = 0;
  g_autofree Group *groups = read_all (world, area, &agents);

  if (agents < 2)
    return NAN;
  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    if (groups[i].goal != LEFT_OUT)
      sum += groups[i].count * meet (world, area, &groups[i], groups);
  return sum / count_pairs (agents, mis_world_get_scoring (world)->pairs)
         * normalize (world, area, groups, agents);
}

_Float128
mis_group_own (const MisWorld *world, guint row, guint area)
{
  _Float128 agents, partners;
  g_autofree Group *groups = read_all (world, area, &agents);

  if (agents < 2 || groups[row].goal == LEFT_OUT || groups[row].count == 0)
    return NAN;
  partners = mis_world_get_scoring (world)->pairs == MIS_PAIRS_DISTINCT ? agents - 1 : agents;
  return meet (world, area, &groups[row], groups) / partners
         * normalize (world, area, groups, agents);
}

_Float128
mis_group_overall (const MisWorld *world)
{
  _Float128 sum = 0, logs = 0, inverses = 0, low = INFINITY, high = 0;
  guint n = 0;

  for (guint p = 0; p < mis_world_get_n_areas (world); p++)
    {
      _Float128 m = mis_group_area (world, p);

      if (m != m)
        continue;
      n++;
      sum += m;
      logs += logf128 (m);
      inverses += 1 / m;
      low = m < low ? m : low;
      high = m > high ? m : high;
    }
  if (n == 0)
    return 0;
  switch (mis_world_get_scoring (world)->area_mean)
    {
    case MIS_AREA_MEAN_ARITHMETIC:
      return sum / n;
    case MIS_AREA_MEAN_GEOMETRIC:
      return low > 0 ? expf128 (logs / n) : 0;
    case MIS_AREA_MEAN_HARMONIC:
      return low > 0 ? n / inverses : 0;
    case MIS_AREA_MEAN_MINIMUM:
      return low;
    case MIS_AREA_MEAN_MAXIMUM:
      return high;
    default:
      g_assert_not_reached ();
    }
}

double
mis_group_deviation (double found, _Float128 expected, double floor)
{
  _Float128 size = fabsf128 (expected);

  if (isnan (found) || expected != expected)
    return isnan (found) && expected != expected ? 0 : (double) INFINITY;
  if (size < floor)
    size = floor;
  return size > 0 ? (double) (fabsf128 (found - expected) / size) : fabs (found);
}
