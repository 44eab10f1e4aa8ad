/* options-page.h: how a project's score is counted, and what another way would do to it. */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MIS_TYPE_OPTIONS_PAGE (mis_options_page_get_type ())
G_DECLARE_FINAL_TYPE (MisOptionsPage, mis_options_page, MIS, OPTIONS_PAGE, AdwBin)

/* @document: (nullable) */
void mis_options_page_set_document (MisOptionsPage *self, MisDocument *document);

G_END_DECLS
