/* plot-view.h: a chart on the screen, in the colours of the window, with its values at
 * the pointer. */
#pragma once

#include <gtk/gtk.h>

#include "plot/chart.h"

G_BEGIN_DECLS

#define MIS_TYPE_PLOT_VIEW (mis_plot_view_get_type ())
G_DECLARE_FINAL_TYPE (MisPlotView, mis_plot_view, MIS, PLOT_VIEW, GtkWidget)

/**
 * MisPlotView:
 *
 * Its height follows its width, or the number of bars. Focusable: arrow keys move the readout along
 * the points, from the one that is marked, or along the bars; Home and End go to the first and the
 * last, Page Up and Page Down change the series or, where there is one only, move far along it;
 * Escape hides the readout, which also goes with the focus and with the pointer.
 */
GtkWidget *mis_plot_view_new (void);

/* (nullable): what is shown; its description is what assistive tools read. */
void mis_plot_view_set_chart (MisPlotView *self, MisChart *chart);
MisChart *mis_plot_view_get_chart (MisPlotView *self);

/* Colours of paper whatever the window's are, for a preview. */
void mis_plot_view_set_paper (MisPlotView *self, gboolean paper);

/* Marks only, no text, no pointer and no keys: a picture of fixed size on a card. */
void mis_plot_view_set_thumbnail (MisPlotView *self, gboolean thumbnail);

G_END_DECLS
