/* driver-list.h: which conflicts make up the score: the largest, and all others together. */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MIS_TYPE_DRIVER_LIST (mis_driver_list_get_type ())
G_DECLARE_FINAL_TYPE (MisDriverList, mis_driver_list, MIS, DRIVER_LIST, AdwBin)

void mis_driver_list_set_document (MisDriverList *self, MisDocument *document);

G_END_DECLS
