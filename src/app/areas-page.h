/* areas-page.h: the problem areas of a project: which there are, and what each says. */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MIS_TYPE_AREAS_PAGE (mis_areas_page_get_type ())
G_DECLARE_FINAL_TYPE (MisAreasPage, mis_areas_page, MIS, AREAS_PAGE, AdwBin)

/* @document: (nullable) */
void mis_areas_page_set_document (MisAreasPage *self, MisDocument *document);

/* Shows area @area; and, if @goal is not negative, that goal. */
void mis_areas_page_show (MisAreasPage *self, guint area, int goal);

G_END_DECLS
