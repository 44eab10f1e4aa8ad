/* help-page.h: the pages of the help, as they are bundled: names, titles, text, and links. */
#pragma once

#include <cmark.h>
#include <glib.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cmark_node, cmark_node_free)

/* Names of the pages in the order in which they are read; %NULL ends them. The first is for who is
 * new. */
extern const char *const mis_help_page_names[];

/* (transfer full): the page called @name, one of mis_help_page_names, as a tree of blocks. */
cmark_node *mis_help_page_parse (const char *name);

/* (transfer full): the first heading of the page. */
char *mis_help_page_get_title (const char *name);

/* (transfer full): what is to be read in @node and below it, without any marks. */
char *mis_help_get_text (cmark_node *node);

/* (transfer full): what a link calls the place of @heading: "moving-numbers" for "Moving numbers".
 */
char *mis_help_get_anchor (cmark_node *heading);

/**
 * MisHelpLink:
 * @page: name of a page
 * @anchor: place in it; "" is its beginning
 */
typedef struct
{
  char *page;
  char *anchor;
} MisHelpLink;

/* (transfer full) (nullable): where "explore.md#charts" or, on @page, "#charts" leads; %NULL if not
 * to the help. */
MisHelpLink *mis_help_link_parse (const char *uri, const char *page);
void mis_help_link_free (MisHelpLink *link);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisHelpLink, mis_help_link_free)

G_END_DECLS
