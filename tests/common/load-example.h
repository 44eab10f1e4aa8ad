/* load-example.h: a bundled example, for tests that start from one. */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/* (transfer full): the example called @name, which must be there and sound. */
MisWorld *load_example (const char *name);

G_END_DECLS
