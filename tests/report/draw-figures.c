/* draw-figures FOLDER: for check-pictures.py, writes the figures of the paper that nothing random goes
 * into, as the program exports them. */
#include "draw-chart.h"
#include "file/example.h"
#include "report/figure.h"

static void
draw (MisFigureData *data, const char *folder, const char *name)
{
  g_autoptr (MisChart) chart = mis_figure_chart (data);

  mis_draw_presets (chart, folder, name);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) carla = mis_example_load ("carla", &error);
  g_autoptr (MisFigureData) goals = mis_figure_goal_distribution (MIS_FIGURE_AGENTS);
  g_autoptr (MisFigureData) shares = mis_figure_carla (carla, MIS_FIGURE_AGENTS, &error);

  g_assert_no_error (error);
  if (argc != 2)
    g_error ("usage: draw-figures FOLDER");
  draw (goals, argv[1], "figure-4");
  draw (shares, argv[1], "figure-8");
  return 0;
}
