/* guide-group.h: one group in the guide: its name and kind at a glance, number and role below. */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MIS_TYPE_GUIDE_GROUP (mis_guide_group_get_type ())
G_DECLARE_FINAL_TYPE (MisGuideGroup, mis_guide_group, MIS, GUIDE_GROUP, AdwExpanderRow)

/* Row @agent of the project. */
GtkWidget *mis_guide_group_new (MisDocument *document, guint agent);

/* Shows what the project says now, where the same group is row @agent. */
void mis_guide_group_update (MisGuideGroup *self, guint agent);

G_END_DECLS
