#include "app/help-inline.h"

static void
append_escaped (GString *markup, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (markup, escaped);
}

/* An option stays whole: a line that ends after its hyphens would change it. */
static void
append_code (GString *markup, const char *text)
{
  gboolean is_option = g_str_has_prefix (text, "-");

  g_string_append (markup, is_option ? "<tt><span allow_breaks=\"false\">" : "<tt>");
  append_escaped (markup, text);
  g_string_append (markup, is_option ? "</span></tt>" : "</tt>");
}

static void
append_link (GString *markup, cmark_node *link, gboolean entering)
{
  g_autofree char *uri = g_markup_escape_text (cmark_node_get_url (link), -1);

  if (entering)
    g_string_append_printf (markup, "<a href=\"%s\">", uri);
  else
    g_string_append (markup, "</a>");
}

static void
append_event (GString *markup, cmark_node *node, gboolean entering)
{
  switch ((int)cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      append_escaped (markup, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_CODE:
      append_code (markup, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_SOFTBREAK:
      g_string_append_c (markup, ' ');
      break;
    case CMARK_NODE_LINEBREAK:
      g_string_append_c (markup, '\n');
      break;
    case CMARK_NODE_EMPH:
      g_string_append (markup, entering ? "<i>" : "</i>");
      break;
    case CMARK_NODE_STRONG:
      g_string_append (markup, entering ? "<b>" : "</b>");
      break;
    case CMARK_NODE_LINK:
      append_link (markup, node, entering);
      break;
    default:
      break;
    }
}

void
mis_help_inline_append (GString *markup, cmark_node *node)
{
  cmark_iter *iter = cmark_iter_new (node);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    append_event (markup, cmark_iter_get_node (iter), event == CMARK_EVENT_ENTER);
  cmark_iter_free (iter);
}

char *
mis_help_inline_markup (cmark_node *block)
{
  GString *markup = g_string_new (NULL);

  mis_help_inline_append (markup, block);
  return g_string_free (markup, FALSE);
}
