/* table-field.h: what stands in a field of a table: a word, a number, a count. */
#pragma once

#include <string.h>

#include "file/table-scan.h"

G_BEGIN_DECLS

static inline gboolean
mis_table_field_is (const MisTableField *field, const char *text, gsize length)
{
  return field->length == length && memcmp (field->text, text, length) == 0;
}

/* Whether it is @word, in any case of ASCII letters. */
gboolean mis_table_field_is_word (const MisTableField *field, const char *word);

/**
 * mis_table_field_parse_number:
 * @comma: whether the decimal sign may be a comma
 * @number: (out): the double nearest to what is written
 *
 * Digits with at most one decimal sign, perhaps a sign before and an exponent or a "%" behind them:
 * "93 %" is 0.93; whatever the locale is.
 *
 * Returns: %FALSE if it is none, or not finite
 */
gboolean mis_table_field_parse_number (const MisTableField *field, gboolean comma, double *number);

/* What to expect of a percentage that stands for a number from 0 to 1. */
#define MIS_TABLE_PERCENTAGES "at least 0 % and at most 100 %"

/* What to expect of a number with a decimal comma where commas stand between the columns. */
#define MIS_TABLE_WANTS_POINT "a number from 0 to 1, with a point as decimal sign"

/* Whether it is a number but for its decimal comma. */
gboolean mis_table_field_has_comma (const MisTableField *field);

/* Whether it is a number with a "%" behind it. */
gboolean mis_table_field_is_percentage (const MisTableField *field, gboolean comma);

/* Digits only; %FALSE if it is none, or does not fit. */
gboolean mis_table_field_parse_whole (const MisTableField *field, guint64 *number);

/* (transfer full): what to expect of a whole number; of "1.000" or "12 500", how to write it. */
char *mis_table_field_expect_whole (const MisTableField *field);

/* Sets the fault of a record that has not as many fields as the header; returns %FALSE. */
gboolean mis_table_field_fail_count (MisTableScan *scan, guint expected);

/* (transfer full): quoted and cut to a readable length, for messages; "nothing" if empty. */
char *mis_table_field_quote (const MisTableField *field);
char *mis_table_quote (const char *text, gsize length);

G_END_DECLS
