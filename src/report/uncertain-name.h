/* uncertain-name.h: what a weight or a conflict is called that is not known for certain. */
#pragma once

#include "core/experiment.h"
#include "core/uncertainty.h"

G_BEGIN_DECLS

/* (transfer full): "Conflict in Driving", with its goals where there are more than two, or "Weight
 * of Pedestrians in Driving". */
char *mis_uncertain_name (const MisWorld *world, const MisUncertain *it);

/* Whether @experiment, over @world, varies @it: then it is not drawn from its range. */
gboolean mis_uncertain_is_varied (const MisExperiment *experiment,
                                  const MisWorld *world,
                                  const MisUncertain *it);

G_END_DECLS
