/* draw-figures FOLDER: for check-pictures.py, writes the figures of the paper as the program exports
 * them. */
#include "draw-chart.h"
#include "figure-case.h"
#include "file/bundled-experiment.h"
#include "report/figure.h"

int
main (int argc, char **argv)
{
  if (argc != 2)
    g_error ("usage: draw-figures FOLDER");
  for (guint i = 0; i < MIS_N_FIGURES; i++)
    {
      const char *name = mis_bundled_experiment_names[i];
      g_autoptr (MisExperiment) experiment = figure_case_load (name, 0, 1, 0);
      g_autoptr (MisFigureData) data = figure_case_run (experiment);
      g_autoptr (MisChart) chart = mis_figure_chart (data);

      mis_draw_presets (chart, argv[1], name);
    }
  return 0;
}
