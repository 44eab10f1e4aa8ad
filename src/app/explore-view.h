/* explore-view.h: sliders on one side, and what they do to the score on the other. */
#pragma once

#include <adwaita.h>

#include "document/document.h"
#include "plot/chart.h"

G_BEGIN_DECLS

#define MIS_TYPE_EXPLORE_VIEW (mis_explore_view_get_type ())
G_DECLARE_FINAL_TYPE (MisExploreView, mis_explore_view, MIS, EXPLORE_VIEW, AdwBin)

/* Property "folded", read-only: whether sliders and charts take turns, as the window is narrow. */

void mis_explore_view_set_document (MisExploreView *self, MisDocument *document);

/* (nullable): the chart called @name: "areas" or "share". */
MisChart *mis_explore_view_get_chart (MisExploreView *self, const char *name);

/* (transfer full): where that chart comes from, for the line below it in a file. */
char *mis_explore_view_get_source (MisExploreView *self, const char *name);

/* "counts" (b): groups are moved by count instead of share; "page" (s): what a narrow
 * window shows. */
GActionGroup *mis_explore_view_get_actions (MisExploreView *self);

/* Looks for the numbers that @text finds, and puts the keyboard there. */
void mis_explore_view_find (MisExploreView *self, const char *text);

G_END_DECLS
