/* table-header.h: what the columns of a population table hold. */
#pragma once

#include "file/table-scan.h"
#include "file/table-vocabulary.h"

G_BEGIN_DECLS

/* The columns with names of their own; the rest are areas of the wide form. */
typedef enum
{
  MIS_TABLE_AGENT,
  MIS_TABLE_NAME,
  MIS_TABLE_KIND,
  MIS_TABLE_PRINCIPAL,
  MIS_TABLE_COUNT,
  MIS_TABLE_AREA, /* from here on, of the long form only */
  MIS_TABLE_GOAL,
  MIS_TABLE_WEIGHT,
  MIS_TABLE_LOW,
  MIS_TABLE_HIGH,
  MIS_TABLE_N_ROLES,
} MisTableRole;

/* Their names in this order, which is that of the tables that we write. */
extern const char *const mis_table_roles[MIS_TABLE_N_ROLES];

/* Where a position stands: columns are numbered from 0, -1 is none. */
typedef struct
{
  int goal;
  int weight;
  int low;
  int high;
} MisTablePlaces;

/* One area of the wide form. */
typedef struct
{
  guint area;
  MisTablePlaces places;
} MisTableAreaColumn;

/**
 * MisTableHeader:
 * @is_long: one row for an agent and an area; otherwise one row for an agent
 * @n_columns: of every row
 * @columns: where each role stands, or -1
 * @places: those of the long form
 * @labels: (array length=n_columns): as the table spells them
 * @areas: (element-type MisTableAreaColumn): of the wide form
 */
typedef struct
{
  gboolean is_long;
  guint n_columns;
  int columns[MIS_TABLE_N_ROLES];
  MisTablePlaces places;
  char **labels;
  GArray *areas;
} MisTableHeader;

/**
 * mis_table_header_read:
 * @scan: at its header row
 *
 * Returns: %FALSE with a fault of @scan: an unknown or repeated column, a required one is missing.
 *   The header is to be cleared in any case
 */
gboolean mis_table_header_read (MisTableHeader *header,
                                MisTableScan *scan,
                                MisTableVocabulary *vocabulary);

void mis_table_header_clear (MisTableHeader *header);

/* Whether a column holds an end of the range of a weight. */
gboolean mis_table_header_has_ranges (const MisTableHeader *header);

/* Whether what should have been something else is a population table: one column is
 * called "agent". */
gboolean mis_table_is_one (const char *text, gsize length);

G_END_DECLS
