/* analysis-target.h: what it would take, to be read by people. Private to src/file. */
#pragma once

#include "core/reach.h"
#include "file/analysis-private.h"

G_BEGIN_DECLS

typedef void (*MisAddStep) (MisSheet *sheet,
                            const MisTally *tally,
                            const MisReach *step,
                            guint number);

/* A row for each of @steps, told in the world that the steps before it have made. */
void mis_analysis_add_steps (const MisAnalysis *analysis,
                             MisSheet *sheet,
                             const GArray *steps,
                             MisAddStep add);

/* Several changes, one after another; (transfer full). */
MisGreedy *mis_analysis_find_several (MisAnalysis *analysis, guint classes);

/**
 * mis_analysis_add_target_words:
 * @best: the smallest change of all, or none that is enough
 * @each: (array fixed-size=MIS_N_LEVER_CLASSES): the smallest of each class
 *
 * The answer for each class but scope as a sentence, several changes where one compromise is not
 * enough, and numbers of agents last.
 */
void mis_analysis_add_target_words (MisAnalysis *analysis,
                                    MisSection *section,
                                    const MisReach *best,
                                    const MisReach *each);

G_END_DECLS
