/* guide-area.h: one problem area in the guide: its name, and what somebody could want there. */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MIS_TYPE_GUIDE_AREA (mis_guide_area_get_type ())
G_DECLARE_FINAL_TYPE (MisGuideArea, mis_guide_area, MIS, GUIDE_AREA, AdwBin)

/**
 * MisGuideArea:
 *
 * Signal "done": Enter in the empty field for one goal more.
 */

/* Area @area of the project. */
GtkWidget *mis_guide_area_new (MisDocument *document, guint area);

/* Shows what the project says now, where the same area is number @area. */
void mis_guide_area_update (MisGuideArea *self, guint area);

/* Adds the goal whose name is being typed; %FALSE if that cannot be one. */
gboolean mis_guide_area_commit (MisGuideArea *self);

/* Whether nobody can want anything there yet. */
gboolean mis_guide_area_is_bare (MisGuideArea *self);

/* The keyboard goes to the field for one goal more. */
void mis_guide_area_take_focus (MisGuideArea *self);

G_END_DECLS
