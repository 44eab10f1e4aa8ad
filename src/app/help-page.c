#include "app/help-page.h"

#include <gio/gio.h>
#include <string.h>

#define FOLDER "/io/github/misalign/Misalign/help/"
#define ENDING ".md"

const char *const mis_help_page_names[] = { "start",  "model",  "explore", "experiments",
                                            "own",    "tables", "analyze", NULL };

cmark_node *
mis_help_page_parse (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, ENDING, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  const char *text;
  gsize length;

  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, &length);
  return cmark_parse_document (text, length, CMARK_OPT_SMART);
}

char *
mis_help_page_get_title (const char *name)
{
  g_autoptr (cmark_node) page = mis_help_page_parse (name);

  return mis_help_get_text (cmark_node_first_child (page));
}

static void
append_text (GString *text, cmark_node *node)
{
  const char *literal = cmark_node_get_literal (node);
  cmark_node_type type = cmark_node_get_type (node);

  if (literal != NULL)
    g_string_append (text, literal);
  else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
    g_string_append_c (text, ' ');
}

char *
mis_help_get_text (cmark_node *node)
{
  GString *text = g_string_new (NULL);
  cmark_iter *iter = cmark_iter_new (node);

  while (cmark_iter_next (iter) != CMARK_EVENT_DONE)
    if (cmark_iter_get_event_type (iter) == CMARK_EVENT_ENTER)
      append_text (text, cmark_iter_get_node (iter));
  cmark_iter_free (iter);
  return g_string_free (text, FALSE);
}

char *
mis_help_get_anchor (cmark_node *heading)
{
  g_autofree char *text = mis_help_get_text (heading);
  GString *anchor = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (anchor, g_ascii_tolower (*c));
    else if (*c == ' ' || *c == '-')
      g_string_append_c (anchor, '-');
  return g_string_free (anchor, FALSE);
}

MisHelpLink *
mis_help_link_parse (const char *uri, const char *page)
{
  const char *hash = strchr (uri, '#');
  g_autofree char *file = hash != NULL ? g_strndup (uri, (gsize)(hash - uri)) : g_strdup (uri);
  g_autofree char *name = g_str_has_suffix (file, ENDING)
                              ? g_strndup (file, strlen (file) - strlen (ENDING))
                              : g_strdup (*file == '\0' ? page : file);
  MisHelpLink *link;

  if (!g_strv_contains (mis_help_page_names, name))
    return NULL;
  link = g_new (MisHelpLink, 1);
  link->page = g_steal_pointer (&name);
  link->anchor = g_strdup (hash != NULL ? hash + 1 : "");
  return link;
}

void
mis_help_link_free (MisHelpLink *link)
{
  g_free (link->page);
  g_free (link->anchor);
  g_free (link);
}
