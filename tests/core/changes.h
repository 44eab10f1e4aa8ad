/* changes.h: changes of scenarios, made in one line each; all texts are copied. */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

MisChange mis_change_count (const char *agent, guint64 count);
MisChange mis_change_goal (const char *agent, const char *area, const char *goal);
MisChange mis_change_weight (const char *agent, const char *area, double weight);
MisChange mis_change_both (const char *agent, const char *area, const char *goal, double weight);
MisChange mis_change_unknown (const char *agent, const char *area);
MisChange mis_change_conflict (const char *area, const char *g, const char *h, double value);
MisChange mis_change_default (const char *area, double value);
MisChange mis_remove_agent (const char *agent);
MisChange mis_remove_area (const char *area);
MisChange mis_add_agent (const char *id,
                         guint64 count,
                         const char *area,
                         const char *goal,
                         double weight);
MisChange mis_change_scoring (guint mask, MisScoring scoring);

/* (transfer full): the scenario "s"; takes what the changes hold. */
MisScenario *mis_make_scenario (const MisChange *changes, guint n_changes, GError **error);

/* (transfer full): @world with that scenario beside its own; takes what the changes hold. */
MisWorld *mis_world_with_changes (MisWorld *world, const MisChange *changes, guint n_changes);

G_END_DECLS
