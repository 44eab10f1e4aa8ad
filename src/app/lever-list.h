/* lever-list.h: the numbers of a project as sliders under headings that fold, with a search. */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MIS_TYPE_LEVER_LIST (mis_lever_list_get_type ())
G_DECLARE_FINAL_TYPE (MisLeverList, mis_lever_list, MIS, LEVER_LIST, AdwBin)

/* (nullable): a heading with many rows below it is folded at first. Takes the focus. */
void mis_lever_list_set_document (MisLeverList *self, MisDocument *document);

/* Whether groups are moved by count instead of share. */
void mis_lever_list_set_counts (MisLeverList *self, gboolean counts);

/* Puts the keyboard into the search. */
void mis_lever_list_find (MisLeverList *self);

G_END_DECLS
