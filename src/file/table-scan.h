/* table-scan.h: the records and fields of a CSV table (RFC 4180), where they lie, without copying.
 *
 * Comma, semicolon or tab between fields, LF or CRLF between records, a byte-order mark before the
 * first. Spaces and tabs around a field are not part of it; what stands in quotes is taken as it
 * is. Lines with nothing in them are skipped. Bytes come from memory, or from a file that need not
 * fit into it: then only a window of 256 KiB, or of the longest record, is held.
 */
#pragma once

#include "file/fault.h"

G_BEGIN_DECLS

/* No record of a table within the limits of a project is longer. */
#define MIS_TABLE_MAX_RECORD ((gsize) 8 * 1024 * 1024)
#define MIS_TABLE_MAX_COLUMNS 4096u

/**
 * MisTableField:
 * @text: what is in the field; not ended by NUL
 * @length: of @text in bytes
 * @has_escapes: used while a record is read
 * @begin: where the field begins, for messages
 */
typedef struct
{
  const char *text;
  guint length;
  gboolean has_escapes;
  const char *begin;
} MisTableField;

/**
 * MisTableScan:
 * @separator: what the header row has most of: comma, semicolon or tab; or what a line "sep=;"
 *   before it names; or what mis_table_scan_set_separator() has said
 * @fields: (array length=n_fields): the record at hand; beyond %MIS_TABLE_MAX_COLUMNS not kept
 * @n_fields: of the record at hand
 * @line: where it begins, from 1
 * @row: where it stands in a spreadsheet, from 1: there a record is one row, however many lines it
 *   has
 * @fault: what was wrong last, unless it was set aside
 *
 * The other members are private.
 */
typedef struct
{
  char separator;
  MisTableField *fields;
  guint n_fields;
  guint64 line;
  guint64 row;
  MisFault *fault;

  gboolean is_told;  /* what the separator is */
  guint most_listed; /* faults that are kept */
  gboolean lists_alike;
  GPtrArray *aside;  /* (element-type MisFault) */
  guint n_aside;     /* those that are not kept included, but for those that are alike */
  gboolean has_record;
  guint n_allocated;
  const char *record; /* the first byte of the record at hand */
  const char *next;   /* the first byte behind it */
  const char *end;    /* of the valid bytes in memory */
  guint64 n_lines;    /* that the record at hand spans */
  gboolean has_quotes;
  gboolean has_escapes;
  GString *unescaped;
  gboolean at_end;
  const char *invalid; /* (nullable): what follows @end, if that is no text */
  int fd;              /* -1 for memory */
  char *window;
  gsize window_size;
  gsize n_unchecked; /* bytes behind @end that may be the beginning of a character */
  guint64 n_bytes;
} MisTableScan;

/* @text: (array length=length): must stay until the scan is cleared. */
void mis_table_scan_init_memory (MisTableScan *scan, const char *text, gsize length);

/* @fd: a file or a pipe, which stays open. */
void mis_table_scan_init_file (MisTableScan *scan, int fd);

/* Before the header is read: what stands between fields, whatever the table looks like. */
void mis_table_scan_set_separator (MisTableScan *scan, char separator);

/* (transfer full) (nullable): frees what the scan holds; returns its first fault with
 * the others. */
MisFault *mis_table_scan_end (MisTableScan *scan);

/**
 * mis_table_scan_header:
 *
 * Chooses the separator and reads the first record, whose fields are then valid; a line "sep=;"
 * before it, as Excel has it, is none.
 *
 * Returns: %FALSE with a fault; also if there is none
 */
gboolean mis_table_scan_header (MisTableScan *scan);

/**
 * mis_table_scan_next:
 *
 * Reads the next record that is not blank. Fields of the last one are no longer valid. O(bytes), no
 * allocation.
 *
 * Returns: %FALSE at the end, or with a fault
 */
gboolean mis_table_scan_next (MisTableScan *scan);

/* How many bytes were read so far. */
guint64 mis_table_scan_get_n_bytes (const MisTableScan *scan);

/* The column of a field of the record at hand, from 1, in characters of its line. */
guint64 mis_table_scan_get_column (const MisTableScan *scan, guint field);

/* (transfer full): what a spreadsheet calls a field (from 0) of a row: "D3". */
char *mis_table_scan_name_cell (guint field, guint64 row);

/**
 * mis_table_scan_set_aside:
 *
 * Goes on behind a fault, to find others: nothing of the table will be of use, but all that is
 * wrong can be mended at once. One that is like another one is only counted there, so that a
 * thousand of them crowd out nothing, unless the reader lists them all.
 *
 * Returns: %FALSE if nothing more can be read: the fault is not about a record that could be read,
 *   or there are too many
 */
gboolean mis_table_scan_set_aside (MisTableScan *scan);

/**
 * mis_table_scan_fail:
 * @field: of the record at hand; one that is not there stands for the record
 * @place: what the field is called
 *
 * Sets the fault, unless there is one.
 *
 * Returns: %FALSE
 */
gboolean mis_table_scan_fail (MisTableScan *scan,
                              guint field,
                              const char *place,
                              const char *format,
                              ...) G_GNUC_PRINTF (4, 5);

G_END_DECLS
