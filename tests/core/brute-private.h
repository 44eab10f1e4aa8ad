/* brute-private.h: a world with its agents expanded. Private to brute-force.c and brute-score.c. */
#pragma once

#include "brute-force.h"

G_BEGIN_DECLS

#define N_WEIGHT_MEANS 6
#define LEFT_OUT (-2)

/* What each agent holds in each area under one reading of unknown positions and of weights. */
typedef struct
{
  int *goals;           /* [agent * n_areas + area]: a goal, MIS_NO_GOAL or LEFT_OUT */
  long double *weights; /* likewise */
} View;

/* Sums over ordered pairs of agents under one view and one weight mean. */
typedef struct
{
  gboolean done;
  long double *areas;        /* sum of c f, for each area */
  long double no_conflict[2]; /* mean of prod (1 - x_p), for each pair rule */
} Sums;

struct _MisBrute
{
  MisWorld *world;
  guint n_areas;
  guint n_agents;
  guint *rows;           /* the row of each agent */
  long double **matrices; /* for each area (k+1)^2 conflicts, the null goal first */
  View views[2][2];      /* [unknown][weights] */
  Sums sums[2][2][N_WEIGHT_MEANS];
};

/* Whether the analyst set c(goal, no goal) above 0; a range counts by its high end. */
gboolean mis_brute_null_can_clash (const MisArea *area, guint goal);

/* The agents that count in the area, and whether @a is one of them. */
guint mis_brute_count_agents (const MisBrute *brute, const View *view, guint area);
gboolean mis_brute_counts (const MisBrute *brute, const View *view, guint area, guint a);

/* c_p f of two agents that both count in the area. */
long double mis_brute_weigh_pair (const MisBrute *brute,
                                  const View *view,
                                  MisWeightMean mean,
                                  guint area,
                                  guint a,
                                  guint b);

G_END_DECLS
