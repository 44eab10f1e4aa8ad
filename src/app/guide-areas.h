/* guide-areas.h: the second step of the guide: the problem areas, with what somebody could want. */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MIS_TYPE_GUIDE_AREAS (mis_guide_areas_get_type ())
G_DECLARE_FINAL_TYPE (MisGuideAreas, mis_guide_areas, MIS, GUIDE_AREAS, AdwBin)

/**
 * MisGuideAreas:
 *
 * Signal "done": Enter in the empty field for one more.
 */

/* @document: (nullable) */
void mis_guide_areas_set_document (MisGuideAreas *self, MisDocument *document);

/* Shows what the project says now. */
void mis_guide_areas_update (MisGuideAreas *self);

/* Adds the area or goal whose name is being typed; %FALSE if that cannot be one. */
gboolean mis_guide_areas_commit (MisGuideAreas *self);

void mis_guide_areas_take_focus (MisGuideAreas *self);

G_END_DECLS
