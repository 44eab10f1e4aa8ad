/* json-fields.h: strict, typed access to the members of objects that the gate has passed.
 *
 * Everything returns %FALSE (or %NULL) after it has set the input's fault: what was found, what was
 * expected, and where. Offsets are those of json-text.h; 0 stands for a member that is not there,
 * as nothing of an object lies at 0 but its brace.
 */
#pragma once

#include "core/note.h"
#include "core/scoring.h"
#include "file/fault.h"

G_BEGIN_DECLS

/**
 * MisJsonInput:
 * @text: what the gate has passed
 * @fault: what is wrong
 * @collects: whether it is read on behind a fault of a value, to find others; %FALSE at first
 * @aside: (nullable) (element-type MisFault): the first of those that were found before @fault
 * @n_aside: how many there were
 * @scratch: what was decoded last
 */
typedef struct
{
  const char *text;
  gsize length;
  MisFault *fault;
  gboolean collects;
  GPtrArray *aside;
  guint n_aside;
  GString *scratch;
} MisJsonInput;

typedef gboolean (*MisTextCheck) (const char *text, GError **error);

void mis_json_input_init (MisJsonInput *input, const char *text, gsize length);

/* Frees what the input holds; returns (transfer full) (nullable) its first fault, with the others
 * in it. */
MisFault *mis_json_input_end (MisJsonInput *input);

/**
 * mis_json_set_aside:
 *
 * Goes on behind a fault, to find others, if the input collects them: nothing of the file will be
 * of use, but all that is wrong can be mended at once. Does so too where nothing new was said, as a
 * fault that is known already left something uncertain.
 *
 * Values that are wrong are set aside without it: a number becomes NaN, anything else what it is if
 * it is not there. So whoever lets an input collect looks at @n_aside in the end.
 *
 * Returns: %FALSE if nothing more is to be read
 */
gboolean mis_json_set_aside (MisJsonInput *input);

/* Sets the fault at @at. Return: %FALSE. */
gboolean mis_json_fail (MisJsonInput *input, gsize at, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

/* The same with "found WHAT STANDS THERE, expected @expected". */
gboolean mis_json_fail_type (MisJsonInput *input, gsize at, const char *expected);

/* The same with the message of @error, which is free'd. */
gboolean mis_json_fail_error (MisJsonInput *input, gsize at, GError *error);

/**
 * mis_json_read_members:
 * @names: (array length=n_names): the members that an object may have
 * @values: (array length=n_names) (out caller-allocates): where their values are, or 0
 *
 * Fails if there is no object at @at, or if it has another member.
 */
gboolean mis_json_read_members (MisJsonInput *input,
                                gsize at,
                                const char *const *names,
                                guint n_names,
                                gsize *values);

/* Fails unless @value is there; @object is where the object begins that must have it. */
gboolean mis_json_require (MisJsonInput *input, gsize object, const char *name, gsize value);

gboolean mis_json_is_null (const MisJsonInput *input, gsize at);
gboolean mis_json_expect_object (MisJsonInput *input, gsize at);
gboolean mis_json_expect_list (MisJsonInput *input, gsize at);

/* A list of two goals; and what is said where both are the same. */
gboolean mis_json_expect_pair (MisJsonInput *input, gsize at);
#define MIS_JSON_SAME_GOAL "found the same goal twice in a pair, expected two different ones"

/* (transfer none): the text at @at, until the next call; %NULL if it is none. */
const char *mis_json_read_string (MisJsonInput *input, gsize at);

/* (transfer full): a text that @check allows; @fallback if the member is not there. */
char *mis_json_read_text (MisJsonInput *input, gsize at, MisTextCheck check, const char *fallback);

/* A note and its source, either of which may be missing; *@note becomes %NULL if both are. */
gboolean mis_json_read_note (MisJsonInput *input, gsize note_at, gsize source_at, MisNote **note);

/* A number in [0,1]; *@value stays as it is if the member is not there. */
gboolean mis_json_read_probability (MisJsonInput *input, gsize at, double *value);

/* The two ends of the range of @value, which they are if they are not there. */
gboolean mis_json_read_range (MisJsonInput *input,
                              gsize low_at,
                              gsize high_at,
                              double value,
                              double *low,
                              double *high);

/* A number from @minimum to @maximum; *@value stays as it is if the member is not there. */
gboolean mis_json_read_number (
  MisJsonInput *input, gsize at, double minimum, double maximum, double *value);

/* The same for a whole number. */
gboolean mis_json_read_whole (
  MisJsonInput *input, gsize at, guint64 minimum, guint64 maximum, guint64 *value);

/* true or false; *@value stays as it is if the member is not there. */
gboolean mis_json_read_boolean (MisJsonInput *input, gsize at, gboolean *value);

/* One of the words of @choices, as an index; *@choice stays as it is if the member is not there. */
gboolean mis_json_read_choice (MisJsonInput *input,
                               gsize at,
                               const MisChoice *choices,
                               guint *choice);

G_END_DECLS
