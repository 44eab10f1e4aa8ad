/* chart-source.h: the small line below an exported chart that says where it comes from.
 *
 * What the chart is of, what is held or drawn at random, and the program. No date: the same chart
 * has the same line. Long names are shortened. A name that runs against the direction of the line
 * is set apart, so that it does not turn round what stands beside it.
 */
#pragma once

#include "core/experiment.h"
#include "core/world.h"

G_BEGIN_DECLS

/* Whether @world has other numbers than @opened: others that the score is made of. Names and words
 * do not count. */
gboolean mis_chart_source_is_changed (const MisWorld *world, const MisWorld *opened);

/**
 * mis_chart_source_project:
 * @is_changed: whether the project has other numbers than when it was opened, which the line says
 *
 * Returns: (transfer full): of a chart of the project called @title as it is
 */
char *mis_chart_source_project (const char *title, gboolean is_changed);

/**
 * mis_chart_source_share:
 * @title: of the project
 * @is_changed: as above
 * @agent: the row whose share moves
 * @locked: (nullable) (array length=n_agents): rows that keep their count, and so bound that share
 *
 * Returns: (transfer full): which also names what is held, and at which share
 */
char *mis_chart_source_share (const char *title,
                              gboolean is_changed,
                              const MisWorld *world,
                              guint agent,
                              const gboolean *locked);

/**
 * mis_chart_source_experiment:
 * @project: (nullable): the title of the project to which it belongs
 * @is_changed: whether @project has other numbers than when it was opened; only of a chart that is
 * made of them
 * @world: (nullable): the title of the world that is varied; %NULL for generated ones
 * @drawn: (nullable): that world, with its ranges
 *
 * Returns: (transfer full): which also names runs and seed where something is random, for whom
 * weights are drawn where they are, and from which ranges
 */
char *mis_chart_source_experiment (const MisExperiment *experiment,
                                   const char *project,
                                   gboolean is_changed,
                                   const char *world,
                                   MisWorld *drawn);

G_END_DECLS
