/* reach-private.h: one lever on its way to a target. Private to core. */
#pragma once

#include "core/effect-private.h"
#include "core/reach.h"

G_BEGIN_DECLS

/**
 * MisAim:
 * @stage: (nullable): the row of the lever
 * @lever: its value or agents are set at each try
 * @present: the value, or the number of agents that move (0) or are there (count), as it is
 * @low, @high: the ends of its range
 * @needed: target less M
 * @slack: how much less is enough
 */
typedef struct
{
  const MisEffects *effects;
  MisStage *stage;
  MisOutcome *outcomes;
  MisLever lever;
  double present;
  double low;
  double high;
  double needed;
  double slack;
} MisAim;

/* @lever is checked but for its value or agents; @stage is that of its row. */
MisReach mis_aim (const MisEffects *effects,
                  MisStage *stage,
                  MisOutcome *outcomes,
                  const MisLever *lever,
                  double target);

/* Whether M is at the target already. */
gboolean mis_is_at_target (const MisEffects *effects, double target);

/* The change of M when the lever's number is @x; %NAN where no area is left with a score. */
double mis_aim_try (MisAim *aim, double x);

/* Whether the target is reached at @x. */
gboolean mis_aim_reaches (MisAim *aim, double x);

/* Whether the lever's number is one of agents. */
gboolean mis_aim_is_whole (const MisAim *aim);

/* Each puts the number nearest to the present one into @x: %FALSE if the target is out of reach. */
gboolean mis_aim_solve (MisAim *aim, double *x);  /* reach-solve.c; after the next says so */
gboolean mis_aim_search (MisAim *aim, double *x); /* reach-search.c */

/* Whether M has a closed form in the lever's number. */
gboolean mis_aim_is_closed (MisAim *aim);

G_END_DECLS
