/* json-scan.h: the tokens of RFC 8259: texts, numbers and words, each checked byte by byte.
 *
 * Private to the gate.
 */
#pragma once

#include "file/fault.h"

G_BEGIN_DECLS

/**
 * MisJsonScan:
 * @at: the byte that is looked at next
 * @syntax: what makes the text no JSON; ends the scan
 * @note, @note_at: the first thing that is JSON, but that no reader of ours takes
 */
typedef struct
{
  const char *text;
  gsize length;
  gsize at;
  MisFault *syntax;
  char *note;
  gsize note_at;
} MisJsonScan;

/* Begins behind the byte-order mark, if there is one. */
void mis_json_scan_init (MisJsonScan *scan, const char *text, gsize length);

/* Returns: (transfer full) (nullable): what is wrong with the text; frees what @scan holds. */
MisFault *mis_json_scan_end (MisJsonScan *scan);

/* Sets the syntax fault: what stands at @at, and what was @expected. Returns: %FALSE. */
gboolean mis_json_scan_fail (MisJsonScan *scan, gsize at, const char *expected);

/* Writes down a fault of kind "project", unless there is one at an earlier place. */
void mis_json_scan_note (MisJsonScan *scan, gsize at, const char *message);

void mis_json_scan_space (MisJsonScan *scan);

/* Each begins at the first byte of its token, and ends behind it; %FALSE after a syntax fault. */
gboolean mis_json_scan_string (MisJsonScan *scan, gboolean *has_escapes);
gboolean mis_json_scan_number (MisJsonScan *scan);

/* true, false or null; on %FALSE no fault is set. */
gboolean mis_json_scan_word (MisJsonScan *scan);

G_END_DECLS
