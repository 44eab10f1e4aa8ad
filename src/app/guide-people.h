/* guide-people.h: the first step of the guide: the groups. */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MIS_TYPE_GUIDE_PEOPLE (mis_guide_people_get_type ())
G_DECLARE_FINAL_TYPE (MisGuidePeople, mis_guide_people, MIS, GUIDE_PEOPLE, AdwBin)

/**
 * MisGuidePeople:
 *
 * Signal "done": Enter in the empty field for one more.
 */

/* @document: (nullable) */
void mis_guide_people_set_document (MisGuidePeople *self, MisDocument *document);

/* Shows what the project says now. */
void mis_guide_people_update (MisGuidePeople *self);

/* Adds the group whose name is being typed; %FALSE if that cannot be one. */
gboolean mis_guide_people_commit (MisGuidePeople *self);

void mis_guide_people_take_focus (MisGuidePeople *self);

G_END_DECLS
