/* recipe-reader.h: the world of an experiment, and the values that it can have, from JSON.
 *
 * Private to src/file. Everything returns %FALSE after a fault.
 */
#pragma once

#include "core/experiment.h"
#include "file/json-fields.h"

G_BEGIN_DECLS

/* "project", { "example": NAME } or a recipe, into source, example and recipe of @experiment. */
gboolean mis_recipe_read_world (MisJsonInput *input, gsize at, MisExperiment *experiment);

/* One value of what @variation varies. */
gboolean mis_recipe_read_setting (MisJsonInput *input,
                                  gsize at,
                                  const MisVariation *variation,
                                  MisSetting *setting);

G_END_DECLS
