/* cell-words.h: how a cell writes a number with its range, how it reads the numbers, counts, kinds
 * and names that people type there, and what an edit of many cells is called.
 */
#pragma once

#include "core/agent.h"

G_BEGIN_DECLS

/**
 * MisTypedNumber:
 * @has_value: whether a number was typed; %FALSE for a mere range
 * @has_range: whether a range was typed
 * @value, @low, @high: in [0,1], @low <= @value <= @high; those that were not typed are 0
 */
typedef struct
{
  gboolean has_value;
  gboolean has_range;
  double value;
  double low;
  double high;
} MisTypedNumber;

/* "0.8", or "0.8 (0.7–0.9)" where the ends differ: (transfer full), exact, with the decimal sign of
 * the user's country. mis_typed_number_read() reads the same back. */
char *mis_cell_number_text (double value, double low, double high);

/**
 * mis_typed_number_read:
 * @text: "0.8", "80 %", "0.7–0.9", "0.7-0.9" or "0.8 (0.7–0.9)", with a decimal comma or point
 * @reason: (out) (transfer full): a sentence that says why not, if not
 */
gboolean mis_typed_number_read (const char *text, MisTypedNumber *typed, char **reason);

/**
 * mis_typed_number_apply:
 * @value, @low, @high: (inout): the number with its range as it is
 *
 * A range that does not hold a plain number is widened to hold it; a number that a mere range does
 * not hold moves to the middle of it.
 */
void mis_typed_number_apply (const MisTypedNumber *typed, double *value, double *low, double *high);

/* Whether the two were typed to mean the same. */
gboolean mis_typed_number_equal (const MisTypedNumber *a, const MisTypedNumber *b);

/* As of mis_count_from_text(), from 0 to %MIS_MAX_COUNT; @reason as above. */
gboolean mis_typed_count_read (const char *text, guint64 *count, char **reason);

/* A kind of agent by its label or its word in files, in any case, or by a beginning that only one
 * has; @reason as above. */
gboolean mis_typed_kind_read (const char *text, MisKind *kind, char **reason);

/* Whether @text can be a name: see mis_check_name(); @reason as above. */
gboolean mis_typed_name_check (const char *text, char **reason);

/* Whether @text is empty, or nothing but spaces: a cell that is reset. */
gboolean mis_cell_text_is_empty (const char *text);

/* Whether all are empty or %NULL: a row that says nothing. */
gboolean mis_cell_texts_are_empty (const char *const *texts, gsize n_texts);

/* Whether @text is a hyphen or dash: nothing, and meant. */
gboolean mis_cell_text_is_dash (const char *text);

/* (transfer full): @text as a sentence quotes it, shortened if it is long, made valid. */
char *mis_cell_text_quote (const char *text);

/* (transfer full) (nullable): the beginning of a note, and its source in a line of its own; either
 * may be missing, or %NULL or empty. */
char *mis_cell_note_text (const char *note, const char *source);

/**
 * mis_cell_texts_name:
 * @texts: (array length=n_texts): as of mis_cell_source_edit()
 *
 * Returns: (transfer full): "Paste 12 Cells", or "Clear 3 Cells" if all are empty
 */
char *mis_cell_texts_name (const char *const *texts, gsize n_texts);

G_END_DECLS
