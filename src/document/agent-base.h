/* agent-base.h: another world beside the one that is shown: what marks what has changed, and what a
 * reset goes back to.
 *
 * Rows, areas and goals are the same if their ids are.
 */
#pragma once

#include "document/document.h"

G_BEGIN_DECLS

/**
 * mis_document_get_compared:
 * @resets: (out): whether what is emptied goes back to it
 *
 * Returns: (transfer none) (nullable): beside a scenario the base, to which emptied cells go back;
 *   beside the base nothing
 */
MisWorld *mis_document_get_compared (MisDocument *document, gboolean *resets);

typedef struct _MisAgentBase MisAgentBase;

/* Holds a reference to @world. */
MisAgentBase *mis_agent_base_new (MisWorld *world);
void mis_agent_base_free (MisAgentBase *base);

MisWorld *mis_agent_base_get_world (MisAgentBase *base);

/* The row that is @row of @shown, or -1. O(1) but for the first row that stands elsewhere. */
int mis_agent_base_find_row (MisAgentBase *base, const MisWorld *shown, guint row);

/* The area that is @area of @shown, or -1. O(1) where it stands in the same place. */
int mis_agent_base_find_area (const MisAgentBase *base, const MisWorld *shown, guint area);

/**
 * mis_agent_base_get_position:
 *
 * Returns: what the row holds there, with the goal numbered as in @shown; its note is borrowed.
 *   Unknown where the row, the area or the goal is only in one of the two
 */
MisPosition
mis_agent_base_get_position (MisAgentBase *base, const MisWorld *shown, guint row, guint area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisAgentBase, mis_agent_base_free)

G_END_DECLS
