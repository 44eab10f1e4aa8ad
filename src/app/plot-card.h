/* plot-card.h: a chart with its heading, a way to export it, and a sentence below. */
#pragma once

#include <adwaita.h>

#include "plot/chart.h"

G_BEGIN_DECLS

#define MIS_TYPE_PLOT_CARD (mis_plot_card_get_type ())
G_DECLARE_FINAL_TYPE (MisPlotCard, mis_plot_card, MIS, PLOT_CARD, AdwBin)

/**
 * MisPlotCard:
 *
 * Properties: "title"; "chart-name", what the action win.export-chart calls this chart; "control",
 * a widget beside the title; "choice", one below it that may be hidden: how the chart is seen;
 * "list", what can be shown in place of the chart; "list-action", what exports that.
 */

/* (nullable): the chart, and a sentence about it. */
void mis_plot_card_set_chart (MisPlotCard *self, MisChart *chart);
MisChart *mis_plot_card_get_chart (MisPlotCard *self);
void mis_plot_card_set_caption (MisPlotCard *self, const char *caption);

/* Pales the chart and writes @remark over it: why it does not show what is set. %NULL: it does. */
void mis_plot_card_set_outdated (MisPlotCard *self, const char *remark);

/* Whether the list stands in the place of the chart and its sentence, and is what is exported. */
void mis_plot_card_show_list (MisPlotCard *self, gboolean shown);

/* Puts the keyboard to the chart. */
void mis_plot_card_take_focus (MisPlotCard *self);

G_END_DECLS
