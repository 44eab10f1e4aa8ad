/* table-window.h: the bytes of a table that are in memory. Private to the scan of tables. */
#pragma once

#include "file/table-scan.h"

G_BEGIN_DECLS

#define MIS_SAVE_AS_UTF8 "save the table as \"CSV UTF-8\""

/* Looks at the first bytes: skips a byte-order mark; %FALSE with a fault for UTF-16. */
gboolean mis_table_window_begin (MisTableScan *scan);

/* Reads more bytes behind the record at hand, which may move; %FALSE with a fault. */
gboolean mis_table_window_refill (MisTableScan *scan);

/* Sets a fault that points to a byte of the record at hand; returns %FALSE. */
gboolean mis_table_window_fail_at (MisTableScan *scan,
                                   MisFileError code,
                                   const char *at,
                                   const char *place,
                                   const char *text);

/* Sets the fault for what follows the valid bytes. */
void mis_table_window_fail_encoding (MisTableScan *scan);

G_END_DECLS
