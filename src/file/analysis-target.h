/* analysis-target.h: what it would take, to be read by people. Private to src/file. */
#pragma once

#include "core/reach.h"
#include "file/analysis-private.h"

G_BEGIN_DECLS

/* Each step of several changes tries what every row may change: with more rows than this, only
 * conflicts. */
#define MIS_ANALYSIS_PACKAGE_ROWS 2000u

typedef void (*MisAddStep) (MisSheet *sheet,
                            const MisTally *tally,
                            const MisReach *step,
                            guint number);

/* A row for each of @steps, told in the world that the steps before it have made. */
void mis_analysis_add_steps (const MisAnalysis *analysis,
                             MisSheet *sheet,
                             const GArray *steps,
                             MisAddStep add);

/**
 * mis_analysis_find_package:
 * @each: (array fixed-size=MIS_N_LEVER_CLASSES): the smallest change of each class
 * @classes: (out): bits of the classes that the steps are of
 *
 * Where no single compromise is enough, several; where they are not either and nothing else that
 * can be negotiated is enough alone, several changes of whatever can be.
 *
 * Returns: (transfer full) (nullable): at least one step, which need not be enough
 */
MisGreedy *mis_analysis_find_package (MisAnalysis *analysis, const MisReach *each, guint *classes);

/**
 * mis_analysis_add_target_words:
 * @enough: whether any single change is enough
 * @each: (array fixed-size=MIS_N_LEVER_CLASSES): the smallest of each class
 *
 * The answer for each class but scope as a sentence, several changes where one compromise is not
 * enough, and numbers of agents last.
 */
void mis_analysis_add_target_words (MisAnalysis *analysis,
                                    MisSection *section,
                                    gboolean enough,
                                    const MisReach *each);

G_END_DECLS
