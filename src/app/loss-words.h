/* loss-words.h: who is left without agents while shares are moved. */
#pragma once

#include "core/world.h"
#include "document/parameter.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): which groups, other than that of @parameter, had agents in
 * @before and have none in @now, and why if there are few agents; %NULL if there are none, or it
 * takes nobody along. O(rows). */
char *mis_loss_words (const MisParameter *parameter, const MisWorld *before, const MisWorld *now);

G_END_DECLS
