/* table-profile.h: what a table looks like before anybody has said what its columns mean: what
 * separates them, what they are called, which words stand in them and how often. */
#pragma once

#include "file/fault.h"

G_BEGIN_DECLS

/* Different words of a column that are kept, and rows to look at. */
#define MIS_TABLE_MOST_WORDS 200u
#define MIS_TABLE_MOST_SHOWN 6u

/* What cells hold: a text, and how many of them. */
typedef struct
{
  char *text;
  guint64 n;
} MisTableWord;

/**
 * MisTableColumn:
 * @label: in the header row; may be empty
 * @words: (element-type MisTableWord): the first different ones of its cells, "" not among them
 * @n_filled: cells with something in them
 * @n_empty: cells without
 * @n_numbers: cells with a number
 * @n_fractions: those of them with a decimal sign
 * @is_distinct: no two cells that are filled hold the same
 */
typedef struct
{
  char *label;
  GArray *words;
  guint64 n_filled;
  guint64 n_empty;
  guint64 n_numbers;
  guint64 n_fractions;
  gboolean is_distinct;
} MisTableColumn;

/**
 * MisTableProfile:
 * @separator: comma, semicolon or tab
 * @comma: whether numbers have a decimal comma
 * @n_rows: without the header and those that are left out, as far as they could be read
 * @columns: (array length=n_columns)
 * @shown: (element-type GStrv): the first rows, each with @n_columns cells
 */
typedef struct
{
  char separator;
  gboolean comma;
  guint64 n_rows;
  guint n_columns;
  MisTableColumn *columns;
  GPtrArray *shown;
} MisTableProfile;

/**
 * mis_table_sniff_separator:
 * @text: (array length=length): the bytes of a table
 *
 * Returns: what cuts most of the first rows into as many fields as the header; of two such the one
 *   with more fields. What a line "sep=;" names, if there is one
 */
char mis_table_sniff_separator (const char *text, gsize length);

/**
 * mis_table_profile_new:
 * @text: (array length=length): the bytes of a table
 * @separator: what stands between fields; 0 for what mis_table_sniff_separator() finds
 * @left_out: (nullable) (element-type guint64): lines in which rows begin that do not count
 * @stop: (nullable): polled; if it becomes non-zero the rest is not looked at
 * @fault: (out): why there is no table at all; what is wrong with single rows is not told here
 *
 * O(@length).
 *
 * Returns: (transfer full): %NULL with a fault
 */
MisTableProfile *mis_table_profile_new (const char *text,
                                        gsize length,
                                        char separator,
                                        GHashTable *left_out,
                                        const gint *stop,
                                        MisFault **fault);

void mis_table_profile_free (MisTableProfile *profile);

/* (transfer full): what all spellings of a word have in common: its letters without their case, "'"
 * for "’", no spaces around it. */
char *mis_table_fold_word (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisTableProfile, mis_table_profile_free)

G_END_DECLS
