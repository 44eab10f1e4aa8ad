/* table-vocabulary.h: the areas and goals that the words of a table mean, and those they make. */
#pragma once

#include "core/world.h"
#include "file/table-words.h"

G_BEGIN_DECLS

typedef struct _MisTableVocabulary MisTableVocabulary;

/**
 * mis_table_vocabulary_new:
 * @base: whose areas and goals are known, by id and by name; borrowed
 * @creates: whether other words make areas and goals of their own
 */
MisTableVocabulary *mis_table_vocabulary_new (MisWorld *base, gboolean creates);
void mis_table_vocabulary_free (MisTableVocabulary *vocabulary);

guint mis_table_vocabulary_get_n_areas (const MisTableVocabulary *vocabulary);

/**
 * mis_table_vocabulary_get_area:
 * @text: (array length=length): an id, or a name
 *
 * Returns: the area's index, made if need be; below 0 with a #MisError: there is none, there are
 *   two of that name, or none may be made of it. O(@length) where it is known.
 */
int mis_table_vocabulary_get_area (MisTableVocabulary *vocabulary,
                                   const char *text,
                                   gsize length,
                                   GError **error);

/* The same for a goal of an area. */
int mis_table_vocabulary_get_goal (MisTableVocabulary *vocabulary,
                                   guint area,
                                   const char *text,
                                   gsize length,
                                   GError **error);

/* The id of an area, for messages. */
const char *mis_table_vocabulary_get_area_id (const MisTableVocabulary *vocabulary, guint area);

/* (transfer full): area @area with the goals that were made; new pairs conflict as its default. */
MisArea *mis_table_vocabulary_make_area (const MisTableVocabulary *vocabulary,
                                         guint area,
                                         GError **error);

/* How many areas, and goals in all areas, were made. */
void mis_table_vocabulary_count_new (const MisTableVocabulary *vocabulary,
                                     guint *n_areas,
                                     guint *n_goals);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisTableVocabulary, mis_table_vocabulary_free)

G_END_DECLS
