/* number-text.h: numbers as people read them, in the user's locale; with local-number.h, which
 * includes those that they type. */
#pragma once

#include "core/local-number.h"

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

/* "26 %", or with decimals where the whole percent would say too little. */
char *mis_percent_text (double fraction);

/* "0.05 s", "12 s", "3 min", "2 h": a duration with the digits that matter. */
char *mis_seconds_text (double seconds);

G_END_DECLS
