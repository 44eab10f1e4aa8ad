/* All levers of a world, the most effective first. */
#include "core/effect-private.h"
#include "core/lever-class.h"

/* Up to twice as many as asked for, then sorted and cut. */
typedef struct
{
  gboolean raise; /* the largest increases of M first */
  guint64 n;      /* all that were added */
  GArray *items;
} Ranking;

typedef struct
{
  const MisEffects *effects;
  const MisLeverQuery *query;
  const gint *stop;
  Ranking *rankings; /* one for all, or one for what lowers M and one for what raises it */
  gboolean split;
  MisOutcome *outcomes;
  MisStage *stage; /* of the row at hand, or NULL */
} List;

static gboolean
is_stopped (const List *list)
{
  return list->stop != NULL && g_atomic_int_get (list->stop) != 0;
}

static gboolean
wants (const List *list, MisLeverKind kind)
{
  return (list->query->kinds == 0 || (list->query->kinds & (1u << kind)) != 0)
         && mis_lever_kind_may_be (kind, list->query->classes);
}

static gboolean
wants_class (const List *list, const MisLever *lever)
{
  guint class = mis_lever_get_class (lever, list->effects->world);

  return list->query->classes == 0 || (list->query->classes & (1u << class)) != 0;
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Ranking *ranking = user_data;
  double left = ((const MisLeverItem *) a)->effect;
  double right = ((const MisLeverItem *) b)->effect;

  return ranking->raise ? (left < right) - (left > right) : (left > right) - (left < right);
}

static void
ranking_init (Ranking *ranking, gboolean raise)
{
  *ranking = (Ranking) { raise, 0, g_array_new (FALSE, FALSE, sizeof (MisLeverItem)) };
}

/* g_array_sort_with_data() is stable: what was tried first stays first. */
static void
cut (Ranking *ranking, guint max)
{
  g_array_sort_with_data (ranking->items, compare_items, ranking);
  if (ranking->items->len > max)
    g_array_set_size (ranking->items, max);
}

static void
add_item (Ranking *ranking, guint max, const MisLeverItem *item)
{
  g_array_append_vals (ranking->items, item, 1);
  ranking->n++;
  if (ranking->items->len / 2 >= max)
    cut (ranking, max);
}

static void
try_lever (List *list, const MisLever *lever)
{
  MisLeverItem item = { .lever = *lever };
  gboolean has_score;
  guint n_outcomes;

  if (is_stopped (list) || !wants_class (list, lever))
    return;
  item.effect = mis_effects_try (list->effects, list->stage, lever, list->outcomes, &n_outcomes,
                                 &item.method, &has_score);
  if (!has_score)
    return;
  if (!list->split)
    add_item (list->rankings, list->query->max, &item);
  else if (fabs (item.effect) > MIS_EFFECT_NOISE * list->effects->base.overall)
    add_item (&list->rankings[item.effect > 0.0], list->query->max, &item);
}

/* A number in [0,1] to 0, to 1, and a step down and up; not to what it is. */
static void
try_values (List *list, MisLever lever, double present)
{
  double step = list->query->step;
  const double values[] = { 0.0, 1.0, MAX (present - step, 0.0), MIN (present + step, 1.0) };

  for (guint i = 0; i < (step > 0.0 ? 4 : 2); i++)
    {
      gboolean again = i >= 2 && (values[i] <= 0.0 || values[i] >= 1.0);

      if (again || (values[i] >= present && values[i] <= present))
        continue;
      lever.value = values[i];
      try_lever (list, &lever);
    }
}

static void
try_conflicts (List *list, guint area)
{
  const MisExposure *exposure = list->effects->exposures[area];
  int k = (int) exposure->n_goals;

  for (int g = MIS_NO_GOAL; g < k; g++)
    for (int h = g + 1; h < k && !is_stopped (list); h++)
      {
        MisLever lever = { .kind = MIS_LEVER_CONFLICT, .area = area, .goal = g, .other = h };

        try_values (list, lever,
                    mis_exposure_conflict (exposure, mis_goal_index (exposure->area, g),
                                           (guint) h));
      }
}

/* (transfer full) (array length=n_goals): how many rows with agents hold each goal. O(rows) */
static guint *
count_rows (const MisEffects *effects, guint area)
{
  guint *rows = g_new0 (guint, effects->exposures[area]->n_goals);

  for (guint i = 0; i < effects->world->n_agents; i++)
    {
      int goal = mis_world_get_position (effects->world, i, area).goal;

      if (goal >= 0 && mis_world_get_agent (effects->world, i)->count > 0)
        rows[goal]++;
    }
  return rows;
}

/* All holders of a goal to 0 and to 1, unless all are there. */
static void
try_goal_weights (List *list, guint area)
{
  const MisExposure *exposure = list->effects->exposures[area];
  g_autofree guint *rows = list->query->distinct ? count_rows (list->effects, area) : NULL;

  for (guint g = 0; g < exposure->n_goals && !is_stopped (list); g++)
    {
      MisLever lever = { .kind = MIS_LEVER_GOAL_WEIGHT, .area = area, .goal = (int) g };
      double sum = mis_wide_get (exposure->w[g]);

      if (exposure->holders[g] <= 0.0 || (rows != NULL && rows[g] == 1))
        continue;
      if (sum > 0.0)
        try_lever (list, &lever);
      lever.value = 1.0;
      if (sum < exposure->holders[g])
        try_lever (list, &lever);
    }
}

static gboolean
weight_matters (const MisEffects *effects, guint area, int goal)
{
  return goal >= 0 || (goal == MIS_NO_GOAL && effects->reading->null_counts[area]);
}

static void
try_moves (List *list, MisLever lever, const MisPosition *position, guint64 count)
{
  int k = (int) mis_area_get_n_goals (list->effects->world->areas[lever.area]);

  for (int goal = MIS_UNKNOWN; goal < k && !is_stopped (list); goal++)
    {
      if (goal == position->goal)
        continue;
      lever.goal = goal;
      lever.agents = count;
      try_lever (list, &lever);
      lever.agents = 1;
      if (count > 1 && !list->query->whole)
        try_lever (list, &lever);
    }
}

static void
try_count (List *list, guint row, guint64 count)
{
  const guint64 counts[] = { count + 1, count - 1, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      MisLever lever = { .kind = MIS_LEVER_COUNT, .agent = row, .agents = counts[i] };

      /* An empty row has none to lose, and one agent less than one is the whole row. */
      if ((i == 1 && (count < 2 || list->query->whole)) || (i == 2 && count == 0)
          || !mis_lever_check (&lever, list->effects->world, NULL))
        continue;
      try_lever (list, &lever);
    }
}

static void
try_row (List *list, guint row)
{
  const MisEffects *effects = list->effects;
  guint64 count = mis_world_get_agent (effects->world, row)->count;
  MisStage stage;

  mis_stage_init (&stage, effects, row);
  list->stage = &stage;
  for (guint area = 0; area < effects->n_areas && count > 0; area++)
    {
      MisPosition position = mis_world_get_position (effects->world, row, area);
      MisLever lever = { .kind = MIS_LEVER_WEIGHT, .area = area, .agent = row, .agents = count };

      if (wants (list, MIS_LEVER_WEIGHT) && weight_matters (effects, area, position.goal))
        try_values (list, lever, position.weight);
      lever.kind = MIS_LEVER_MOVE;
      if (wants (list, MIS_LEVER_MOVE))
        try_moves (list, lever, &position, count);
    }
  if (wants (list, MIS_LEVER_COUNT))
    try_count (list, row, count);
  list->stage = NULL;
  mis_stage_clear (&stage);
}

static void
try_all (List *list)
{
  const MisEffects *effects = list->effects;

  list->outcomes = g_new (MisOutcome, effects->n_areas);
  for (guint i = 0; i < effects->n_areas && wants (list, MIS_LEVER_CONFLICT); i++)
    try_conflicts (list, i);
  for (guint i = 0; i < effects->n_areas && wants (list, MIS_LEVER_GOAL_WEIGHT); i++)
    try_goal_weights (list, i);
  for (guint i = 0; i < effects->world->n_agents && !is_stopped (list); i++)
    if (wants (list, MIS_LEVER_WEIGHT) || wants (list, MIS_LEVER_MOVE)
        || wants (list, MIS_LEVER_COUNT))
      try_row (list, i);
  for (guint i = 0; i < effects->n_areas && wants (list, MIS_LEVER_REMOVE_AREA); i++)
    try_lever (list, &(MisLever) { .kind = MIS_LEVER_REMOVE_AREA, .area = i });
  g_free (list->outcomes);
}

GArray *
mis_effects_list (const MisEffects *effects, const MisLeverQuery *query, const gint *stop)
{
  Ranking ranking;
  List list = { .effects = effects, .query = query, .stop = stop, .rankings = &ranking };

  g_return_val_if_fail (query->max > 0, NULL);

  ranking_init (&ranking, query->raise);
  try_all (&list);
  cut (&ranking, query->max);
  return ranking.items;
}

MisLeverRanking *
mis_effects_rank (const MisEffects *effects, const MisLeverQuery *query, const gint *stop)
{
  Ranking rankings[2];
  List list = { .effects = effects, .query = query, .stop = stop, .rankings = rankings };
  MisLeverRanking *self;

  g_return_val_if_fail (query->max > 0, NULL);

  list.split = TRUE;
  for (guint i = 0; i < 2; i++)
    ranking_init (&rankings[i], i == 1);
  try_all (&list);
  for (guint i = 0; i < 2; i++)
    cut (&rankings[i], query->max);
  self = g_new (MisLeverRanking, 1);
  *self = (MisLeverRanking) { rankings[0].n, rankings[0].items, rankings[1].n, rankings[1].items };
  return self;
}

void
mis_lever_ranking_free (MisLeverRanking *ranking)
{
  g_array_unref (ranking->lowering);
  g_array_unref (ranking->raising);
  g_free (ranking);
}
