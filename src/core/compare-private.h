/* compare-private.h: the difference of two worlds' overall scores. Private to core. */
#pragma once

#include "core/compare.h"
#include "core/effect-private.h"

G_BEGIN_DECLS

/* M of @after less M of @before. */
double mis_effects_difference (const MisEffects *before, const MisEffects *after);

G_END_DECLS
