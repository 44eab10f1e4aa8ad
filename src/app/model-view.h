/* model-view.h: all that a project says, to be edited: what it is about, how it is counted. */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MIS_TYPE_MODEL_VIEW (mis_model_view_get_type ())
G_DECLARE_FINAL_TYPE (MisModelView, mis_model_view, MIS, MODEL_VIEW, AdwBin)

/* @document: (nullable) */
void mis_model_view_set_document (MisModelView *self, MisDocument *document);

/* Shows the place that a remark or a match names: "agents[1].areas[0]", "areas[0].goals[2]",
 * "options", "project". */
void mis_model_view_show_place (MisModelView *self, const char *place);

/* "page" (s): which of its pages is shown: "project", "agents", "areas", "options". */
GActionGroup *mis_model_view_get_actions (MisModelView *self);

G_END_DECLS
