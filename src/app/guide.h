/* guide.h: the guided path to a project: who, about what, who wants what, how hard goals clash,
 * how much each cares, and what it comes to. One thing at a time; all of it is in the project at
 * once. */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MIS_TYPE_GUIDE (mis_guide_get_type ())
G_DECLARE_FINAL_TYPE (MisGuide, mis_guide, MIS, GUIDE, AdwBin)

/* @document: (nullable) */
void mis_guide_set_document (MisGuide *self, MisDocument *document);

/* Begins where the first thing is missing; the keyboard goes there. */
void mis_guide_begin (MisGuide *self);

/* One thing back, or on; what is being typed is entered first. Whether there was one. */
gboolean mis_guide_go_back (MisGuide *self);
gboolean mis_guide_go_next (MisGuide *self);

G_END_DECLS
