/* agents-page.h: the agent groups of a project as a table: who they are, and what they want. */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MIS_TYPE_AGENTS_PAGE (mis_agents_page_get_type ())
G_DECLARE_FINAL_TYPE (MisAgentsPage, mis_agents_page, MIS, AGENTS_PAGE, AdwBin)

/* @document: (nullable) */
void mis_agents_page_set_document (MisAgentsPage *self, MisDocument *document);

/* Brings a row of the agent table into view. */
void mis_agents_page_show (MisAgentsPage *self, guint agent);

/* The same; the cursor is at what it wants in an area, and its note in sight. */
void mis_agents_page_show_position (MisAgentsPage *self, guint agent, guint area);

/* Puts the keyboard into the search. */
void mis_agents_page_find (MisAgentsPage *self);

G_END_DECLS
