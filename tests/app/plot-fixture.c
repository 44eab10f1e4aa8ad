#include "plot-fixture.h"

MisChart *
plot_new_curve (void)
{
  const double xs[] = { 0.0, 0.25, 0.5, 0.75, 1.0 }, ys[] = { 0.0, 0.2, 0.3, 0.2, 0.0 };
  MisChart *chart = mis_chart_new ();

  mis_chart_set_title (chart, "A hill");
  mis_chart_set_description (chart, "It rises and falls again.");
  mis_chart_add_series (chart, "hill", xs, ys, G_N_ELEMENTS (xs), MIS_SERIES_LINE);
  return chart;
}

MisChart *
plot_new_bars (guint n)
{
  MisChart *chart = mis_chart_new ();

  mis_chart_set_title (chart, "Bars");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = g_strdup_printf ("bar %u", i);

      mis_chart_add_bar (chart, label, (double) i / n, label, MIS_COLOR_SERIES_1);
    }
  return chart;
}

MisPlotView *
plot_new_view (MisChart *chart)
{
  MisPlotView *view = MIS_PLOT_VIEW (g_object_ref_sink (mis_plot_view_new ()));

  mis_plot_view_set_chart (view, chart);
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (view), 400, 240, -1, NULL);
  return view;
}
