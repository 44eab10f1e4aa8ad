/* load-example.h: a bundled example, for tests that start from one, or one that is large. */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/* (transfer full): the example called @name, which must be there and sound. */
MisWorld *load_example (const char *name);

/* (transfer full): one that takes longer to score than a frame: "carla" with 3,000 groups more. */
MisWorld *load_large_example (void);

G_END_DECLS
