/* figure-table.h: the numbers of a figure as a table, one series at a time; all of them to copy. */
#pragma once

#include <adwaita.h>

#include "core/figure-data.h"

G_BEGIN_DECLS

#define MIS_TYPE_FIGURE_TABLE (mis_figure_table_get_type ())
G_DECLARE_FINAL_TYPE (MisFigureTable, mis_figure_table, MIS, FIGURE_TABLE, AdwBin)

/* (nullable): the series that was looked at stays, if there still is one in its place. */
void mis_figure_table_set_data (MisFigureTable *self, MisFigureData *data);

/* (transfer full): all series as lines of tab-separated numbers, for spreadsheets. */
char *mis_figure_table_get_text (MisFigureTable *self);

G_END_DECLS
