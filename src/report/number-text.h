/* number-text.h: numbers as people read and type them, in the user's locale. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * mis_number_text:
 * @decimals: at most so many behind the sign; trailing zeros are left out
 *
 * Returns: (transfer full): as the locale writes it, with a true minus sign and never "-0"
 */
char *mis_number_text (double value, guint decimals);

/* With exactly @decimals, for numbers that stand below one another or move. */
char *mis_number_text_fixed (double value, guint decimals);

/**
 * mis_score_text:
 *
 * Returns: (transfer full): a score or a share, wherever it stands: "0.257"; more decimals where
 *   three would say too little, as in "0.0042"
 */
char *mis_score_text (double value);

/* An expected number, such as that of conflicting areas: "0.51"; more decimals
 * likewise: "0.0042". */
char *mis_expected_text (double value);

/* With all digits that it takes to read the same number back: (transfer full). */
char *mis_exact_text (double value);

/* "26 %", or with decimals where the whole percent would say too little. */
char *mis_percent_text (double fraction);

/* "8,500": thousands set apart as the locale does. */
char *mis_count_text (guint64 count);

/* "0.05 s", "12 s", "3 min", "2 h": a duration with the digits that matter. */
char *mis_seconds_text (double seconds);

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
