/* uncertain-words.h: which numbers of a project are not known for certain, in words. */
#pragma once

#include "core/experiment.h"
#include "core/world.h"

G_BEGIN_DECLS

/* What is missing where no number has a range, and where to enter one. */
const char *mis_no_ranges_text (void);

/* (transfer full) (nullable): the first uncertain numbers of @world with their ranges, how many
 * more there are, and that what @experiment varies is not drawn; %NULL where nothing
 * is uncertain. */
char *mis_uncertain_text (const MisExperiment *experiment, MisWorld *world);

G_END_DECLS
