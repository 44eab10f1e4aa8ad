/* chart-page.h: what the numbers of a project come to: score, drawing, charts, sentences. */
#pragma once

#include <adwaita.h>

#include "document/document.h"
#include "plot/chart.h"

G_BEGIN_DECLS

#define MIS_TYPE_CHART_PAGE (mis_chart_page_get_type ())
G_DECLARE_FINAL_TYPE (MisChartPage, mis_chart_page, MIS, CHART_PAGE, AdwBin)

/* (nullable): all that is shown follows it at once. */
void mis_chart_page_set_document (MisChartPage *self, MisDocument *document);

/* (nullable): the chart called @name: "areas" or "share". */
MisChart *mis_chart_page_get_chart (MisChartPage *self, const char *name);

/* (transfer full): where that chart comes from, for the line below it in a file. */
char *mis_chart_page_get_source (MisChartPage *self, const char *name);

G_END_DECLS
