/* table-contents.h: how the rows of a population spread over the goals of each area, and what in
 * them looks like a slip of whoever filled in the table. */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/**
 * MisAreaContents:
 * @n_holders: (array): for each goal of the area, the rows that hold it
 * @n_held: goals that some row holds
 * @n_rows: rows with a goal
 * @n_none: rows that were asked and hold no goal
 * @agents, @n_agents, @n_agents_none: the same as @n_holders, @n_rows and @n_none in agents: a row
 *   stands for as many as its count says
 */
typedef struct
{
  guint *n_holders;
  guint n_held;
  guint n_rows;
  guint n_none;
  guint64 *agents;
  guint64 n_agents;
  guint64 n_agents_none;
} MisAreaContents;

/* (transfer full) (element-type MisAreaContents): one for each area. O(positions + areas
 * x blocks). */
GPtrArray *mis_area_contents_list (const MisWorld *world);

/**
 * mis_table_list_doubts:
 *
 * What is a valid population, but hardly what was meant: an area that is a column of numbers or of
 * notes or a misspelt one of another kind, a goal that is a misspelt other one or stands for
 * "unknown", a group of agents that is there twice or is the sum of the others.
 *
 * Returns: (transfer full) (element-type utf8): a sentence each, in the user's language
 */
GPtrArray *mis_table_list_doubts (const MisWorld *world);

/* The same for its groups of agents: names that differ only in capitals or spaces, rows without a
 * goal, one of them the sum of the others. Appended to @doubts (element-type utf8). */
void mis_table_add_agent_doubts (const MisWorld *world, GPtrArray *doubts);

/* (transfer full) (nullable): a sentence on the weights of a table that were empty beside a goal;
 * %NULL if there are none. */
char *mis_table_describe_empty_weights (guint64 n_empty);

/* What people call a column with numbers of agents, and what they write where they do not know, in
 * any case of letters. */
gboolean mis_table_is_count_word (const char *label);
gboolean mis_table_is_unknown_word (const char *text);

/* (transfer full): what is left of a name without capitals and spaces. */
char *mis_name_fold (const char *name);

/**
 * mis_names_resemble:
 *
 * Whether two names are the same but for case, accents, hyphens and spaces, or but for one letter
 * that is wrong, missing or swapped with the next in a word of at least four.
 */
gboolean mis_names_resemble (const char *a, const char *b);

/* Whether one of two names begins with the other, in any case of letters, as "Speed" and "Speed of
 * rollout" do, or "Price" and "Prices". */
gboolean mis_names_share_beginning (const char *a, const char *b);

/* Whether the label of a column looks like @column, one of the words that the reader knows, with a
 * slip behind its first letter: stricter than mis_names_resemble() there, as "Wind" is no slip for
 * "kind", and laxer with short words, as "knd" is one. */
gboolean mis_label_resembles (const char *label, const char *column);

G_END_DECLS
