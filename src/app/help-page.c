#include "app/help-page.h"

#include <gio/gio.h>
#include <string.h>

#define FOLDER "/io/github/misalign/Misalign/help/"
#define ENDING ".md"

const char *const mis_help_page_names[] = { "start",  "explore", "experiments", "own",
                                            "tables", "analyze", NULL };

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

static void
section_free (MisHelpSection *section)
{
  g_free (section->anchor);
  g_free (section->heading);
  g_string_free (section->text, TRUE);
  g_free (section);
}

static MisHelpSection *
section_new (const char *page, cmark_node *heading)
{
  MisHelpSection *section = g_new0 (MisHelpSection, 1);

  section->page = page;
  section->anchor =
      cmark_node_get_heading_level (heading) == 1 ? g_strdup ("") : mis_help_get_anchor (heading);
  section->heading = mis_help_get_text (heading);
  section->text = g_string_new (NULL);
  return section;
}

static void
append_sections (GPtrArray *sections, const char *name)
{
  g_autoptr (cmark_node) page = mis_help_page_parse (name);
  MisHelpSection *section = NULL;

  for (cmark_node *block = cmark_node_first_child (page); block != NULL;
       block = cmark_node_next (block))
    {
      g_autofree char *text = mis_help_get_text (block);

      if (cmark_node_get_type (block) == CMARK_NODE_HEADING)
        g_ptr_array_add (sections, section = section_new (name, block));
      /* The words of a heading are words of its section too. */
      g_string_append_printf (section->text, "%s\n", text);
    }
}

static gboolean
has_words (const char *text, char **words)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

GPtrArray *
mis_help_find (const char *words)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);
  g_auto (GStrv) wanted = g_strsplit_set (folded, " \t", -1);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)section_free);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify)section_free);
  guint n_titled = 0;

  for (guint i = 0; mis_help_page_names[i] != NULL; i++)
    append_sections (all, mis_help_page_names[i]);
  while (all->len > 0)
    {
      MisHelpSection *section = g_ptr_array_steal_index (all, 0);

      if (has_words (section->heading, wanted))
        g_ptr_array_insert (found, (int)n_titled++, section);
      else if (has_words (section->text->str, wanted))
        g_ptr_array_add (found, section);
      else
        section_free (section);
    }
  return found;
}
