/* example.h: the projects that come with the program, embedded in it.
 *
 * Their sources are data/examples; each is the canonical form of itself.
 */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/**
 * mis_example_names:
 *
 * The names of all examples, ended by %NULL: "shopping" and "carla", the case studies of the paper
 * (section 6), "ranges", the first with ranges around its numbers, and "blank", a project without
 * areas and agents.
 */
extern const char *const mis_example_names[];

/**
 * mis_example_get_bytes:
 * @name: one of mis_example_names
 *
 * Returns: (transfer full): the project file; %NULL with %MIS_FILE_ERROR_IO if there is no such
 *   example
 */
GBytes *mis_example_get_bytes (const char *name, GError **error);

/**
 * mis_example_load:
 *
 * Returns: (transfer full): the example as a world; errors as above
 */
MisWorld *mis_example_load (const char *name, GError **error);

G_END_DECLS
