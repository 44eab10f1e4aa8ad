/* distribution-writer.h: distributions of scores, as CSV and as JSON. Private to src/file. */
#pragma once

#include "core/figure-data.h"
#include "file/csv-emitter.h"
#include "file/json-emitter.h"

G_BEGIN_DECLS

/* What mis_figure_write_csv() says of a distribution. (transfer full): */
GBytes *mis_distribution_write_csv (const MisFigureData *data, MisCsvStyle style);

/* The members of a series of @data behind its name. */
void mis_distribution_emit (MisJsonEmitter *emitter,
                            const MisFigureData *data,
                            const MisFigureSeries *series);

G_END_DECLS
