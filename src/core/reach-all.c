/* Over all levers: the smallest that reaches a target, and several of them, greedily. */
#include "core/lever-class.h"
#include "core/reach-private.h"

typedef struct
{
  const MisEffects *effects;
  double target;
  guint classes;
  MisReachProgress *progress; /* or NULL */
  const gint *stop;
  MisOutcome *outcomes;
  MisStage *stage; /* of the row at hand, or NULL */
  MisReach best;
  MisReach *each; /* the best of each class, or NULL */
} Search;

static gboolean
is_stopped (const Search *search)
{
  return search->stop != NULL && g_atomic_int_get (search->stop) != 0;
}

static gboolean
wants (const Search *search, MisLeverKind kind)
{
  return mis_lever_kind_may_be (kind, search->classes);
}

static void
improve (MisReach *best, const MisReach *reach)
{
  if (!best->reached || reach->size < best->size)
    *best = *reach;
}

static void
try_lever (Search *search, const MisLever *lever)
{
  guint class = mis_lever_get_class (lever, search->effects->world);
  MisReach reach;

  if (is_stopped (search) || (search->classes != 0 && (search->classes & (1u << class)) == 0))
    return;
  reach = mis_aim (search->effects, search->stage, search->outcomes, lever, search->target);
  if (!reach.reached)
    return;
  improve (&search->best, &reach);
  if (search->each != NULL)
    improve (&search->each[class], &reach);
}

static void
try_area (Search *search, guint area)
{
  const MisExposure *exposure = search->effects->exposures[area];
  int k = (int) exposure->n_goals;

  for (int g = MIS_NO_GOAL; g < k && wants (search, MIS_LEVER_CONFLICT); g++)
    for (int h = g + 1; h < k && !is_stopped (search); h++)
      /* The first conflict with "no goal" gives those who have none a weight, whoever holds h. */
      if (exposure->holders[mis_goal_index (exposure->area, g)] > 0.0
          && (g == MIS_NO_GOAL || exposure->holders[h] > 0.0))
        try_lever (search, &(MisLever) { .kind = MIS_LEVER_CONFLICT, .area = area, .goal = g,
                                         .other = h });
  for (int g = 0; g < k && wants (search, MIS_LEVER_GOAL_WEIGHT); g++)
    if (exposure->holders[g] > 0.0)
      try_lever (search, &(MisLever) { .kind = MIS_LEVER_GOAL_WEIGHT, .area = area, .goal = g });
}

static void
try_position (Search *search, guint row, guint area, guint64 count)
{
  const MisWorld *world = search->effects->world;
  int k = (int) mis_area_get_n_goals (world->areas[area]);
  int held = mis_world_get_position (world, row, area).goal;
  MisLever lever = { .kind = MIS_LEVER_WEIGHT, .area = area, .agent = row, .agents = count };

  if (wants (search, MIS_LEVER_WEIGHT) && held != MIS_UNKNOWN)
    {
      try_lever (search, &lever);
      lever.agents = 1;
      if (count > 1)
        try_lever (search, &lever);
    }
  lever.kind = MIS_LEVER_MOVE;
  for (int goal = MIS_UNKNOWN; goal < k && wants (search, MIS_LEVER_MOVE); goal++)
    {
      lever.goal = goal;
      if (goal != held)
        try_lever (search, &lever);
    }
}

static void
try_row (Search *search, guint row)
{
  const MisEffects *effects = search->effects;
  guint64 count = mis_world_get_agent (effects->world, row)->count;
  MisStage stage;

  mis_stage_init (&stage, effects, row);
  search->stage = &stage;
  for (guint area = 0; area < effects->n_areas && count > 0; area++)
    try_position (search, row, area, count);
  if (wants (search, MIS_LEVER_COUNT))
    try_lever (search, &(MisLever) { .kind = MIS_LEVER_COUNT, .agent = row, .agents = count });
  search->stage = NULL;
  mis_stage_clear (&stage);
}

static void
begin_pass (MisReachProgress *progress, guint total)
{
  if (progress == NULL)
    return;
  g_atomic_int_set (&progress->done, 0);
  g_atomic_int_set (&progress->total, (gint) total);
  g_atomic_int_inc (&progress->pass);
}

static void
count_one (MisReachProgress *progress)
{
  if (progress != NULL)
    g_atomic_int_inc (&progress->done);
}

static void
try_all (Search *search)
{
  const MisEffects *effects = search->effects;
  gboolean wants_rows = wants (search, MIS_LEVER_WEIGHT) || wants (search, MIS_LEVER_MOVE)
                        || wants (search, MIS_LEVER_COUNT);
  guint n_rows = wants_rows ? effects->world->n_agents : 0;

  begin_pass (search->progress, effects->n_areas + n_rows);
  search->outcomes = g_new (MisOutcome, effects->n_areas);
  for (guint i = 0; i < effects->n_areas && !is_stopped (search); i++)
    {
      try_area (search, i);
      count_one (search->progress);
    }
  for (guint i = 0; i < n_rows && !is_stopped (search); i++)
    {
      try_row (search, i);
      count_one (search->progress);
    }
  g_free (search->outcomes);
}

static MisReach
find_smallest (Search *search)
{
  search->best.overall = search->effects->base.overall;
  search->best.reached = mis_is_at_target (search->effects, search->target);
  if (!search->best.reached)
    try_all (search);
  return search->best;
}

MisReach
mis_reach_smallest (const MisEffects *effects, double target, guint classes, const gint *stop)
{
  return find_smallest (&(Search) {
    .effects = effects, .target = target, .classes = classes, .stop = stop });
}

MisReach
mis_reach_smallest_of_each (const MisEffects *effects,
                            double target,
                            MisReach *each,
                            MisReachProgress *progress,
                            const gint *stop)
{
  Search search = { .effects = effects, .target = target, .progress = progress, .stop = stop,
                    .each = each };

  search.best.overall = effects->base.overall;
  search.best.reached = mis_is_at_target (effects, target);
  for (guint i = 0; i < MIS_N_LEVER_CLASSES; i++)
    each[i] = search.best;
  if (!search.best.reached)
    try_all (&search);
  return search.best;
}

/* Greedy */

/* Makes the change; %FALSE if there is no room for it. */
static gboolean
take_step (MisGreedy *greedy, MisEffects **effects, const MisReach *step)
{
  g_autoptr (MisWorld) world = mis_world_with_lever (greedy->world, &step->lever, NULL);
  g_autoptr (MisTally) tally = NULL;
  MisEffects *next;

  if (world == NULL)
    return FALSE;
  tally = mis_tally_new (world, (*effects)->tally);
  next = mis_effects_new (tally, *effects);
  mis_effects_unref (*effects);
  *effects = next;
  mis_world_unref (greedy->world);
  greedy->world = g_steal_pointer (&world);
  greedy->overall = next->base.overall;
  g_array_append_val (greedy->steps, *step);
  return TRUE;
}

/* The full change with the largest effect towards the target; %FALSE if none helps. */
static gboolean
find_step (const MisEffects *effects,
           double target,
           guint classes,
           const gint *stop,
           MisReach *step)
{
  gboolean raise = target > effects->base.overall;
  MisLeverQuery query = { .classes = classes, .max = 1, .raise = raise };
  g_autoptr (GArray) list = mis_effects_list (effects, &query, stop);
  const MisLeverItem *item;

  if (list->len == 0)
    return FALSE;
  item = &g_array_index (list, MisLeverItem, 0);
  *step = (MisReach) { .lever = item->lever, .overall = effects->base.overall + item->effect };
  return raise ? item->effect > 0.0 : item->effect < 0.0;
}

MisGreedy *
mis_reach_greedy (const MisEffects *effects,
                  double target,
                  guint classes,
                  guint max_steps,
                  MisReachProgress *progress,
                  const gint *stop)
{
  MisGreedy *greedy = g_new0 (MisGreedy, 1);
  g_autoptr (MisEffects) present = mis_effects_ref ((MisEffects *) effects);

  greedy->steps = g_array_new (FALSE, FALSE, sizeof (MisReach));
  greedy->world = mis_world_ref (mis_tally_get_world (effects->tally));
  greedy->overall = effects->base.overall;
  greedy->reached = mis_is_at_target (effects, target);
  while (greedy->steps->len < max_steps && !greedy->reached)
    {
      MisReach step = find_smallest (&(Search) { .effects = present, .target = target,
                                                 .classes = classes, .progress = progress,
                                                 .stop = stop });

      if ((!step.reached && !find_step (present, target, classes, stop, &step))
          || !take_step (greedy, &present, &step))
        break;
      greedy->reached = step.reached;
    }
  return greedy;
}

void
mis_greedy_free (MisGreedy *greedy)
{
  g_array_unref (greedy->steps);
  mis_world_unref (greedy->world);
  g_free (greedy);
}
