#include "sim/agents.h"

#include <math.h>

#include <gsl/gsl_randist.h>

#include "core/population.h"
#include "sim/draw.h"

/* So many agents, each in up to 2,000 areas, are added between two looks at the cancellable. */
#define POLL 64

/* What an agent has in one area. */
typedef struct
{
  double weight;
  guint choice;
} Holding;

/* The population of one run while it is drawn. */
typedef struct
{
  const MisPlan *plan;
  Holding **holdings; /* for each area those of all agents */
  guint *areas;
  MisPosition *positions;
} Draft;

static GArray *
draw_conflicts (const MisPlanArea *area, MisStream *stream)
{
  GArray *conflicts = g_array_new (FALSE, FALSE, sizeof (MisConflict));

  for (guint h = 1; h < area->n_goals; h++)
    for (guint g = 0; g < h; g++)
      {
        double value = mis_draw_span (stream, area->conflict);
        MisConflict conflict = { (int) g, (int) h, value, value, value, NULL };

        g_array_append_val (conflicts, conflict);
      }
  return conflicts;
}

static MisArea *
make_area (const MisPlan *plan, guint index, MisDesk *desk)
{
  const MisPlanArea *area = &plan->areas[index];
  g_autoptr (GArray) conflicts = NULL;
  g_autofree MisGoal *goals = g_new (MisGoal, area->n_goals);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *id = g_strdup_printf ("area-%u", index + 1);

  if (desk != NULL && area->conflict.low < area->conflict.high)
    {
      mis_desk_seek (desk, index, MIS_DRAW_CONFLICTS);
      conflicts = draw_conflicts (area, &desk->stream);
    }
  for (guint g = 0; g < area->n_goals; g++)
    {
      char *goal_id = g_strdup_printf ("goal-%u", g + 1);

      g_ptr_array_add (ids, goal_id);
      goals[g] = (MisGoal) { goal_id, goal_id, (char *) "" };
    }
  return mis_area_new (id, id, "", goals, area->n_goals, area->conflict.low,
                       conflicts != NULL ? (MisConflict *) (void *) conflicts->data : NULL,
                       conflicts != NULL ? conflicts->len : 0, NULL);
}

MisWorld *
mis_agents_make_world (const MisPlan *plan, MisDesk *desk)
{
  MisWorldBuilder *builder = mis_world_builder_new ();

  mis_world_builder_set_scoring (builder, &plan->scoring);
  for (guint i = 0; i < plan->n_areas; i++)
    {
      g_autoptr (MisArea) area = make_area (plan, i, desk);

      mis_world_builder_add_area (builder, area, NULL);
    }
  return mis_world_builder_end (builder);
}

/* A weight for each holder of a choice; no goal has weight 1, which matters nowhere. */
static double
draw_weight (const MisPlan *plan, const MisPlanArea *area, guint choice, MisStream *stream)
{
  if (choice == area->n_goals)
    return 1.0;
  return (int) choice == area->focus ? area->focus_weight : mis_draw_span (stream, plan->weights);
}

/* Counts become agents, with weights in the order of the choices, as in mis_plan_run(). Which agent
 * it is: the next in turn, or any one; it matters only where agents have other areas. */
static void
deal (const MisPlan *plan, guint index, MisDesk *desk, Holding *holdings)
{
  const MisPlanArea *area = &plan->areas[index];
  gsize agent = 0;

  mis_plan_draw_counts (plan, index, desk);
  mis_desk_seek (desk, index, MIS_DRAW_WEIGHTS);
  for (guint choice = 0; choice < area->n_choices; choice++)
    {
      double weight = plan->per == MIS_PER_GROUP
                        ? draw_weight (plan, area, choice, &desk->stream)
                        : 0.0;

      for (gsize i = 0; i < desk->counts[choice]; i++)
        {
          if (plan->per == MIS_PER_AGENT)
            weight = draw_weight (plan, area, choice, &desk->stream);
          holdings[area->is_in_turn ? choice + i * area->n_choices : agent++]
            = (Holding) { weight, choice };
        }
    }
  if (area->is_in_turn || plan->n_areas == 1)
    return;
  mis_desk_seek (desk, index, MIS_DRAW_ORDER);
  gsl_ran_shuffle (&desk->stream.rng, holdings, (gsize) plan->n_agents, sizeof *holdings);
}

static void
draft_init (Draft *self, const MisPlan *plan)
{
  *self = (Draft) { .plan = plan };
  self->holdings = g_new0 (Holding *, plan->n_areas);
  self->areas = g_new (guint, plan->n_areas);
  self->positions = g_new (MisPosition, plan->n_areas);
}

/* %FALSE if cancelled. */
static gboolean
draft_deal (Draft *self, MisDesk *desk)
{
  for (guint area = 0; area < self->plan->n_areas; area++)
    {
      if (g_cancellable_is_cancelled (desk->cancellable))
        return FALSE;
      self->areas[area] = area;
      self->holdings[area] = g_new (Holding, self->plan->n_agents);
      deal (self->plan, area, desk, self->holdings[area]);
    }
  return TRUE;
}

static void
draft_clear (Draft *self)
{
  for (guint area = 0; area < self->plan->n_areas; area++)
    g_free (self->holdings[area]);
  g_free (self->holdings);
  g_free (self->areas);
  g_free (self->positions);
}

/* %FALSE if cancelled. */
static gboolean
add_agents (Draft *self, MisPopulation *population, MisDesk *desk)
{
  for (gsize agent = 0; agent < self->plan->n_agents; agent++)
    {
      for (guint area = 0; area < self->plan->n_areas; area++)
        {
          const Holding *holding = &self->holdings[area][agent];
          gboolean is_goal = holding->choice < self->plan->areas[area].n_goals;

          self->positions[area]
            = mis_position (is_goal ? (int) holding->choice : MIS_NO_GOAL, holding->weight);
        }
      mis_population_add (population, self->areas, self->positions, self->plan->n_areas, 1, NULL);
      if (agent % POLL == 0 && g_cancellable_is_cancelled (desk->cancellable))
        return FALSE;
    }
  return TRUE;
}

static gboolean
draws_conflicts (const MisPlan *plan)
{
  for (guint i = 0; i < plan->n_areas; i++)
    if (plan->areas[i].conflict.low < plan->areas[i].conflict.high)
      return TRUE;
  return FALSE;
}

double
mis_agents_run (const MisPlan *plan, MisDesk *desk)
{
  g_autoptr (MisWorld) world = draws_conflicts (plan)
                                 ? mis_agents_make_world (plan, desk)
                                 : mis_world_ref (plan->world);
  g_autoptr (MisPopulation) population = mis_population_new (world, FALSE);
  g_autoptr (MisScore) score = NULL;
  Draft draft;
  gboolean is_done;

  draft_init (&draft, plan);
  is_done = draft_deal (&draft, desk) && add_agents (&draft, population, desk);
  draft_clear (&draft);
  if (!is_done)
    return NAN;
  score = mis_population_score (population, NULL);
  return score->overall;
}
