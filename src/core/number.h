/* number.h: numbers as text in the C locale, whatever the user's locale is. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MIS_NUMBER_SIZE 32

/**
 * mis_number_format:
 * @value: a finite number
 * @buffer: at least %MIS_NUMBER_SIZE bytes
 *
 * Writes the first of `%.15g`, `%.16g`, `%.17g` that reads back to the same double; -0 as 0.
 *
 * Returns: @buffer
 */
const char *mis_number_format (double value, char *buffer);

/**
 * mis_number_parse:
 * @text: a decimal number in the C locale, nothing before or after it
 * @value: (out): the number
 *
 * Returns: %FALSE if @text is no finite decimal number; hexadecimal, "inf" and "nan" are none.
 */
gboolean mis_number_parse (const char *text, double *value);

/**
 * mis_check_probability:
 * @value: what should lie in [0,1]
 *
 * Returns: %FALSE with %MIS_ERROR_RANGE unless 0 <= @value <= 1
 */
gboolean mis_check_probability (double value, GError **error);

/**
 * mis_check_range:
 * @low, @value, @high: a value with its range, all in [0,1]
 *
 * Returns: %FALSE with %MIS_ERROR_RANGE unless 0 <= @low <= @value <= @high <= 1
 */
gboolean mis_check_range (double low, double value, double high, GError **error);

/**
 * mis_check_count:
 * @count: the number of agents of a row
 *
 * Returns: %FALSE with %MIS_ERROR_RANGE if it is above %MIS_MAX_COUNT
 */
gboolean mis_check_count (guint64 count, GError **error);

G_END_DECLS
