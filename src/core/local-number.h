/* local-number.h: exact numbers as the user's country writes them, and as people type them.
 *
 * The one place in core that knows a locale: for cells and fields that people read and fill in,
 * never for files.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* With all digits that it takes to read the same number back: (transfer full). */
char *mis_exact_text (double value);

/* "8,500": thousands set apart as the locale does. */
char *mis_count_text (guint64 count);

/**
 * mis_number_text_polish:
 * @text: (transfer full): a number as the locale writes it
 *
 * Returns: (transfer full): with a true minus sign in place of a hyphen, and never "-0"
 */
char *mis_number_text_polish (char *text);

/**
 * mis_number_from_text:
 * @text: what the user typed: with a decimal comma or point, maybe a percent sign
 *
 * Returns: %FALSE if it is no number
 */
gboolean mis_number_from_text (const char *text, double *value);

/**
 * mis_count_from_text:
 * @text: what the user typed for a number of agents: "1000", "1,000", "1.000", "1 000", "1e3"
 *
 * Where a comma or a point stands before exactly three digits it sets thousands apart: nobody means
 * a thousandth of an agent.
 *
 * Returns: %FALSE if it is no whole number
 */
gboolean mis_count_from_text (const char *text, double *value);

G_END_DECLS
