/* project-page.h: what a project is called and about, and what its model would stumble over. */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MIS_TYPE_PROJECT_PAGE (mis_project_page_get_type ())
G_DECLARE_FINAL_TYPE (MisProjectPage, mis_project_page, MIS, PROJECT_PAGE, AdwBin)

/**
 * MisProjectPage:
 *
 * Signal "place-chosen" (string): somebody wants to see what a remark is about: a place as in
 * #MisWarning. What is typed is in the project at once, and one step until the field is left.
 */

/* @document: (nullable) */
void mis_project_page_set_document (MisProjectPage *self, MisDocument *document);

G_END_DECLS
