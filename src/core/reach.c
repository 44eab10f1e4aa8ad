#include "core/reach-private.h"

#include <float.h>

#include "core/limits.h"
#include "core/sum.h"

const MisChoice mis_reach_methods[] = {
  { "closed", NULL },
  { "searched", NULL },
  { NULL, NULL },
};

#define ROUNDING (4.0 * DBL_EPSILON)

gboolean
mis_aim_is_whole (const MisAim *aim)
{
  return aim->lever.kind == MIS_LEVER_MOVE || aim->lever.kind == MIS_LEVER_COUNT;
}

double
mis_aim_try (MisAim *aim, double x)
{
  MisEffectMethod method;
  gboolean has_score;
  guint n_outcomes;
  double effect;

  /* Nobody moved is no lever. */
  if (aim->lever.kind == MIS_LEVER_MOVE && x < 1.0)
    return 0.0;
  if (mis_aim_is_whole (aim))
    aim->lever.agents = (guint64) x;
  else
    aim->lever.value = x;
  effect = mis_effects_try (aim->effects, aim->stage, &aim->lever, aim->outcomes, &n_outcomes,
                            &method, &has_score);
  return has_score ? effect : (double) NAN;
}

gboolean
mis_aim_reaches (MisAim *aim, double x)
{
  double effect = mis_aim_try (aim, x);

  return aim->needed < 0.0 ? effect <= aim->needed + aim->slack
                           : effect >= aim->needed - aim->slack;
}

/* The mean of the weights as given, whatever they are divided by, over the holders of a goal. */
static double
mean_weight (const MisWorld *world, guint area, int goal)
{
  MisSum sum = { 0.0, 0.0 };
  double holders = 0.0;

  for (guint i = 0; i < world->n_agents; i++)
    {
      MisPosition position = mis_world_get_position (world, i, area);
      double count = (double) mis_world_get_agent (world, i)->count;

      if (position.goal != goal)
        continue;
      mis_sum_add (&sum, count * position.weight);
      holders += count;
    }
  return holders > 0.0 ? MIN (mis_sum_get (&sum) / holders, 1.0) : 0.0;
}

/* The present value and the range of the lever's number. */
static void
set_range (MisAim *aim)
{
  const MisWorld *world = aim->effects->world;
  const MisLever *lever = &aim->lever;
  guint64 count, room;

  aim->low = 0.0;
  aim->high = 1.0;
  switch (lever->kind)
    {
    case MIS_LEVER_CONFLICT:
      aim->present = mis_area_get_conflict (world->areas[lever->area], lever->goal,
                                            lever->other).value;
      break;
    case MIS_LEVER_WEIGHT:
      aim->present = mis_world_get_position (world, lever->agent, lever->area).weight;
      break;
    case MIS_LEVER_GOAL_WEIGHT:
      aim->present = mean_weight (world, lever->area, lever->goal);
      break;
    case MIS_LEVER_MOVE:
      aim->present = 0.0;
      aim->high = (double) mis_world_get_agent (world, lever->agent)->count;
      break;
    case MIS_LEVER_COUNT:
      count = mis_world_get_agent (world, lever->agent)->count;
      room = MIS_MAX_POPULATION - world->population;
      aim->present = (double) count;
      aim->high = (double) MIN (MIS_MAX_COUNT, count + room);
      break;
    case MIS_LEVER_REMOVE_AREA:
    default:
      g_assert_not_reached ();
    }
}

/* Target less M, with the digits that M has beyond a double. */
static void
set_target (MisAim *aim, double target)
{
  const MisMeanBase *base = &aim->effects->base;
  MisWide overall = mis_wide (base->overall);

  if (base->mean == MIS_AREA_MEAN_ARITHMETIC && base->n_scored > 0)
    overall = mis_wide_divide (base->sum, mis_wide (base->n_scored));
  aim->needed = mis_wide_get (mis_wide_subtract (mis_wide (target), overall));
  aim->slack = ROUNDING * MAX (target, base->overall);
}

gboolean
mis_is_at_target (const MisEffects *effects, double target)
{
  MisAim aim = { .effects = effects };

  set_target (&aim, target);
  return fabs (aim.needed) <= aim.slack;
}

static double
size_of (const MisAim *aim, double x)
{
  double change = fabs (x - aim->present);

  return mis_aim_is_whole (aim) ? change / MAX ((double) aim->effects->world->population, 1.0)
                                : change;
}

MisReach
mis_aim (const MisEffects *effects,
         MisStage *stage,
         MisOutcome *outcomes,
         const MisLever *lever,
         double target)
{
  MisAim aim = { .effects = effects, .stage = stage, .outcomes = outcomes, .lever = *lever };
  MisReach reach = { .lever = *lever, .overall = effects->base.overall };
  gboolean closed, there;
  double x;

  set_range (&aim);
  set_target (&aim, target);
  there = fabs (aim.needed) <= aim.slack;
  closed = there || mis_aim_is_closed (&aim);
  reach.method = closed ? MIS_REACH_CLOSED : MIS_REACH_SEARCHED;
  x = aim.present;
  reach.reached = there || (closed ? mis_aim_solve (&aim, &x) : mis_aim_search (&aim, &x));
  if (!reach.reached)
    return reach;
  reach.size = size_of (&aim, x);
  reach.overall = effects->base.overall + (there ? 0.0 : mis_aim_try (&aim, x));
  if (mis_aim_is_whole (&aim))
    reach.lever.agents = (guint64) x;
  else
    reach.lever.value = x;
  return reach;
}

gboolean
mis_reach (const MisEffects *effects,
           const MisLever *lever,
           double target,
           MisReach *reach,
           GError **error)
{
  g_autofree MisOutcome *outcomes = g_new (MisOutcome, effects->n_areas);
  gboolean of_row = mis_lever_is_of_row (lever->kind);
  MisLever asked = *lever;
  MisStage stage = { 0 };

  g_return_val_if_fail (lever->kind != MIS_LEVER_REMOVE_AREA, FALSE);

  asked.value = 0.0;
  if (lever->kind == MIS_LEVER_MOVE)
    asked.agents = 1;
  else if (lever->kind == MIS_LEVER_COUNT)
    asked.agents = 0;
  if (!mis_lever_check (&asked, effects->world, error))
    return FALSE;
  if (of_row)
    mis_stage_init (&stage, effects, lever->agent);
  *reach = mis_aim (effects, of_row ? &stage : NULL, outcomes, &asked, target);
  mis_stage_clear (&stage);
  return TRUE;
}
