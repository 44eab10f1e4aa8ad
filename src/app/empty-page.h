/* empty-page.h: what a window shows of a project without agents and areas, and how to go on. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MIS_TYPE_EMPTY_PAGE (mis_empty_page_get_type ())
G_DECLARE_FINAL_TYPE (MisEmptyPage, mis_empty_page, MIS, EMPTY_PAGE, AdwBin)

G_END_DECLS
