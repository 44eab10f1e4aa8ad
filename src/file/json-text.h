/* json-text.h: walking JSON that the gate has passed, and saying where in it something is.
 *
 * All offsets count bytes from the beginning of the text. Functions that take no length rely on
 * the gate: the text is one valid JSON value, so every string and every object is closed.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Offset behind the whitespace at @at. */
gsize mis_json_skip_space (const char *text, gsize at);

/* Offset behind the value that begins at @at; O(its length), without recursion. */
gsize mis_json_skip_value (const char *text, gsize at);

/**
 * mis_json_decode:
 * @at: the opening quote of a string
 * @out: (out): set to what the string says; no byte of it is 0, the gate having refused U+0000
 *
 * Returns: the offset behind the closing quote
 */
gsize mis_json_decode (const char *text, gsize at, GString *out);

/**
 * MisJsonWalk:
 * @name: in an object, the opening quote of the member's name
 * @value: where the member or element begins
 * @index: which one it is, from 0
 *
 * The members of an object or the elements of a list, in the order of the text.
 */
typedef struct
{
  const char *text;
  gsize name;
  gsize value;
  guint index;
  gboolean is_object;
  gsize next;
} MisJsonWalk;

/* @container: where the object or list begins. */
void mis_json_walk_init (MisJsonWalk *walk, const char *text, gsize container);

/* Returns: %FALSE after the last one. */
gboolean mis_json_walk_next (MisJsonWalk *walk);

/* How many elements or members there are; O(length of the container). */
guint mis_json_count (const char *text, gsize container);

/**
 * mis_json_get_position:
 * @line, @column: (out): from 1; columns count characters, a byte-order mark is none
 *
 * O(@at).
 */
void mis_json_get_position (const char *text, gsize at, guint64 *line, guint64 *column);

/**
 * mis_json_get_place:
 * @length: of the text, of which at least all up to @at is valid
 * @at: an offset in a name or a value, or where one begins
 *
 * Returns: (transfer full): the path to it, such as "areas[0].goals[2].id"; empty for the root.
 *   O(@at).
 */
char *mis_json_get_place (const char *text, gsize length, gsize at);

/**
 * mis_json_get_name:
 * @length: of the text, all of which is valid
 * @at: as in mis_json_get_place()
 *
 * Returns: (transfer full) (nullable): the "name" of the element of a list that @at is in, such as
 *   that of agents[1] for "agents[1].positions.food.weight": of the innermost one that has a name
 */
char *mis_json_get_name (const char *text, gsize length, gsize at);

/**
 * mis_json_describe:
 * @length: of the text, which need not be valid
 *
 * Returns: (transfer full): what stands at @at, for messages: a character, a word, a number, "a
 *   text", "the end of the file"
 */
char *mis_json_describe (const char *text, gsize length, gsize at);

G_END_DECLS
