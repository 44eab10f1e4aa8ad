/* experiment-writer.h: an experiment as the canonical bytes of a file: same experiment, same bytes.
 *
 * Members in the order of experiment-reader.h, defaults left out but for runs, seed and band; the
 * world and each variation stand on a line of their own.
 */
#pragma once

#include "core/experiment.h"

G_BEGIN_DECLS

/* Returns: (transfer full): UTF-8 that mis_experiment_read() reads back to the same. */
GBytes *mis_experiment_write (const MisExperiment *experiment);

G_END_DECLS
