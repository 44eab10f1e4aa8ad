/* number-list.h: a list of numbers as people type it into one field. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * mis_number_list_text:
 * @numbers: (array length=n)
 *
 * Returns: (transfer full): "0.5; 1", with the decimal sign of the locale; each number with all its
 *   digits, so that it is read back as the same
 */
char *mis_number_list_text (const double *numbers, guint n);

/**
 * mis_number_list_from_text:
 * @text: numbers with semicolons, tabs or line ends between them; where there is none of these,
 * with spaces, or commas followed by a space. Each with a decimal comma or point, maybe a percent
 * sign.
 * @counting: whether they are numbers of agents: "1,000" is then a thousand, and a space between
 * digits sets thousands apart
 * @bad: (out) (transfer full): the first part that is no number, if there is one; empty if nothing
 *   stands where a number should
 *
 * Returns: (transfer full) (nullable) (element-type double): at least one number
 */
GArray *mis_number_list_from_text (const char *text, gboolean counting, char **bad);

G_END_DECLS
