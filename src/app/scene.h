/* scene.h: the vector drawing of a case study, sharp at any size. */
#pragma once

#include <gtk/gtk.h>

#include "core/world.h"

G_BEGIN_DECLS

#define MIS_TYPE_SCENE (mis_scene_get_type ())
G_DECLARE_FINAL_TYPE (MisScene, mis_scene, MIS, SCENE, GtkWidget)

/**
 * mis_scene_set_name:
 * @name: (nullable): "shopping" or "carla", as mis_scene_find() finds it
 */
void mis_scene_set_name (MisScene *self, const char *name);

/**
 * mis_scene_find:
 *
 * Returns: (nullable): which drawing shows what @world is about: that of a bundled case study if
 *   it has two of its areas, by their ids, however its numbers and names were changed
 */
const char *mis_scene_find (const MisWorld *world);

G_END_DECLS
