/* parameter-search.h: a search among the parameters of a world, a part at a time. */
#pragma once

#include "document/parameter-model.h"

G_BEGIN_DECLS

/* The most matches that a search lists. */
#define MIS_PARAMETER_MATCHES 500u

/**
 * MisParameterSearch:
 *
 * Finds all parameters whose names hold every word of a text, whatever its case and accents, those
 * of a conflict with the groups that hold its goals, as far as the full detail names them; at most
 * %MIS_PARAMETER_MATCHES of them. For one thread.
 */
typedef struct _MisParameterSearch MisParameterSearch;

/* @text: what the user looks for. O(1): nothing is looked at yet. */
MisParameterSearch *mis_parameter_search_new (MisWorld *world, const char *text, gboolean counts);
void mis_parameter_search_free (MisParameterSearch *self);

/**
 * mis_parameter_search_look:
 * @n: how many parameters to look at; a heading counts for more the more lies below it
 *
 * Adds what it finds to the matches. O(@n), and the rows of one area.
 *
 * Returns: whether there are more to look at
 */
gboolean mis_parameter_search_look (MisParameterSearch *self, guint n);

/* (transfer none): what was found until now, in the order of the lists. */
MisParameterModel *mis_parameter_search_get_matches (MisParameterSearch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisParameterSearch, mis_parameter_search_free)

G_END_DECLS
