/* project-plot.h: what `plot` draws of a project, as numbers and as a picture. Private to it. */
#pragma once

#include "cli/figure-output.h"
#include "core/world.h"

G_BEGIN_DECLS

typedef enum
{
  MIS_PLOT_AREAS,
  MIS_PLOT_SHARE,
} MisPlotKind;

/* The word of the command line for each; ended by %NULL. */
extern const MisChoice mis_plot_kinds[];

/**
 * MisProjectPlot:
 * @world: to be drawn, with its scenario applied
 * @title: of the project, and of the scenario
 * @scenario: (nullable): its name, which stands above the chart
 * @agent: the group whose share moves; only of a share
 * @style: of CSV
 *
 * Borrows all of it.
 */
typedef struct
{
  MisPlotKind kind;
  MisWorld *world;
  const char *title;
  const char *scenario;
  guint agent;
  MisCsvStyle style;
} MisProjectPlot;

/**
 * mis_project_plot_format:
 *
 * A table has the columns area, name, misalignment, with the overall score in the first row and an
 * empty area; or share, misalignment, from the least share that the group can have to the most.
 * JSON says the same. Empty, or null, where there is no score. Pictures have the size of figures.
 *
 * Returns: (transfer full): the bytes of a file; %NULL on error
 */
GBytes *mis_project_plot_format (const MisProjectPlot *plot,
                                 MisFigureFormat format,
                                 GError **error);

G_END_DECLS
