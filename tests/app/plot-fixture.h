/* plot-fixture.h: small charts, and a chart on the screen. */
#pragma once

#include "app-fixture.h"
#include "app/plot-view.h"

G_BEGIN_DECLS

/* (transfer full): "A hill": five points; @n bars. */
MisChart *plot_new_curve (void);
MisChart *plot_new_bars (guint n);

/* (transfer full): 400 by 240 pixels, in no window. */
MisPlotView *plot_new_view (MisChart *chart);

G_END_DECLS
