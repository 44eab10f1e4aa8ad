/* draw-figures FOLDER: for check-pictures.py, writes the figures of the paper and a distribution as
 * the program exports them. */
#include "draw-chart.h"
#include "figure-case.h"
#include "file/bundled-experiment.h"
#include "report/figure.h"

static void
draw (const char *name, const char *folder)
{
  g_autoptr (MisExperiment) experiment = figure_case_load (name, 0, 1, 0);
  g_autoptr (MisFigureData) data = figure_case_run (experiment);
  g_autoptr (MisChart) chart = mis_figure_chart (data);
  g_autoptr (MisChart) rising = mis_figure_chart_view (data, MIS_DISTRIBUTION_RISING);
  g_autofree char *rising_name = g_strconcat (name, "-rising", NULL);

  mis_draw_presets (chart, folder, name);
  if (data->is_distribution)
    mis_draw_presets (rising, folder, rising_name);
}

int
main (int argc, char **argv)
{
  if (argc != 2)
    g_error ("usage: draw-figures FOLDER");
  for (guint i = 0; i < MIS_N_FIGURES; i++)
    draw (mis_bundled_experiment_names[i], argv[1]);
  draw ("uncertain", argv[1]);
  return 0;
}
