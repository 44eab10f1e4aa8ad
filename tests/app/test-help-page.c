/* The pages of the help: each can be read, its links lead somewhere, its examples are sound. */
#include <string.h>

#include "app/help-blocks.h"
#include "app/help-inline.h"
#include "app/help-page.h"
#include "app/help-table.h"
#include "file/experiment-reader.h"
#include "file/project-reader.h"

/* A page of the test's own, whose first block is what is tested. */
static cmark_node *
parse (const char *text)
{
  return cmark_parse_document (text, strlen (text), CMARK_OPT_SMART);
}

typedef void (*Visit) (cmark_node *node, const char *page);

static void
visit_all (Visit visit)
{
  for (guint i = 0; mis_help_page_names[i] != NULL; i++)
    {
      g_autoptr (cmark_node) page = mis_help_page_parse (mis_help_page_names[i]);
      cmark_iter *iter = cmark_iter_new (page);

      while (cmark_iter_next (iter) != CMARK_EVENT_DONE)
        if (cmark_iter_get_event_type (iter) == CMARK_EVENT_ENTER)
          visit (cmark_iter_get_node (iter), mis_help_page_names[i]);
      cmark_iter_free (iter);
    }
}

static void
test_every_page_has_one_title (void)
{
  for (guint i = 0; mis_help_page_names[i] != NULL; i++)
    {
      g_autoptr (cmark_node) page = mis_help_page_parse (mis_help_page_names[i]);
      g_autofree char *title = mis_help_page_get_title (mis_help_page_names[i]);
      guint n = 0;

      for (cmark_node *block = cmark_node_first_child (page); block != NULL;
           block = cmark_node_next (block))
        n += cmark_node_get_heading_level (block) == 1;
      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpint (cmark_node_get_heading_level (cmark_node_first_child (page)), ==, 1);
      g_assert_cmpstr (title, !=, "");
    }
}

/* A file in the folder that nobody can get to is a page that was forgotten. */
static void
test_every_file_is_a_page (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MISALIGN_DATA"), "help", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;
  const char *file;

  g_assert_nonnull (folder);
  while ((file = g_dir_read_name (folder)) != NULL)
    {
      g_autoptr (MisHelpLink) link = mis_help_link_parse (file, "start");

      g_assert_nonnull (link);
      g_assert_cmpstr (link->anchor, ==, "");
      n++;
    }
  g_assert_cmpuint (n, ==, g_strv_length ((char **)mis_help_page_names));
}

/* What is not drawn would be missing without a word. */
static void
check_type (cmark_node *node, const char *page)
{
  static const cmark_node_type drawn[] = {
    CMARK_NODE_DOCUMENT,  CMARK_NODE_HEADING,    CMARK_NODE_PARAGRAPH, CMARK_NODE_LIST,
    CMARK_NODE_ITEM,      CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,      CMARK_NODE_CODE,
    CMARK_NODE_SOFTBREAK, CMARK_NODE_EMPH,       CMARK_NODE_STRONG,    CMARK_NODE_LINK,
  };
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (drawn); i++)
    found = found || drawn[i] == cmark_node_get_type (node);
  if (!found)
    g_error ("%s.md has a %s", page, cmark_node_get_type_string (node));
}

static void
test_nothing_but_what_is_drawn (void)
{
  visit_all (check_type);
}

static gboolean
has_anchor (const char *name, const char *anchor)
{
  g_autoptr (cmark_node) page = mis_help_page_parse (name);

  for (cmark_node *block = cmark_node_first_child (page); block != NULL;
       block = cmark_node_next (block))
    if (cmark_node_get_type (block) == CMARK_NODE_HEADING)
      {
        g_autofree char *own = mis_help_get_anchor (block);

        if (strcmp (own, anchor) == 0)
          return TRUE;
      }
  return FALSE;
}

static void
check_link (cmark_node *node, const char *page)
{
  const char *uri = cmark_node_get_url (node);
  g_autoptr (MisHelpLink) link = NULL;

  if (cmark_node_get_type (node) != CMARK_NODE_LINK || g_str_has_prefix (uri, "https://"))
    return;
  link = mis_help_link_parse (uri, page);
  if (link == NULL || (*link->anchor != '\0' && !has_anchor (link->page, link->anchor)))
    g_error ("%s.md links to %s, which is not there", page, uri);
}

static void
test_links_lead_somewhere (void)
{
  visit_all (check_link);
}

static void
check_table (cmark_node *node, const char *page)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (cmark_node_get_type (node) != CMARK_NODE_PARAGRAPH)
    return;
  rows = mis_help_table_read (node);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    g_assert_cmpuint (g_strv_length (rows->pdata[i]), ==, g_strv_length (rows->pdata[0]));
  if (rows != NULL)
    {
      g_assert_cmpuint (rows->len, >=, 2);
      g_assert_cmpuint (g_strv_length (rows->pdata[0]), >=, 2);
    }
}

static void
test_tables_have_as_many_cells_in_each_row (void)
{
  visit_all (check_table);
}

/* Whoever copies a whole project or experiment out of the help can use it. */
static void
check_example (cmark_node *node, const char *page)
{
  const char *text = cmark_node_get_literal (node);

  if (cmark_node_get_type (node) != CMARK_NODE_CODE_BLOCK ||
      strcmp (cmark_node_get_fence_info (node), "json") != 0)
    return;
  if (strstr (text, "misalign-project") != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;
      g_autoptr (MisWorld) world = mis_project_read_bytes (bytes, page, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (mis_world_get_n_agents (world), ==, 2);
    }
  else
    {
      g_autoptr (MisFault) fault = NULL;
      g_autoptr (MisExperiment) experiment = mis_experiment_read (text, strlen (text), &fault);

      g_assert_null (fault);
    }
}

static void
test_examples_can_be_used (void)
{
  visit_all (check_example);
}

static void
test_inline_markup (void)
{
  g_autoptr (cmark_node) page = parse ("A *b* **c** `<d>` & [e](own.md)\nf \"g\"");
  g_autofree char *markup = mis_help_inline_markup (cmark_node_first_child (page));

  g_assert_cmpstr (markup, ==,
                   "A <i>b</i> <b>c</b> <tt>&lt;d&gt;</tt> &amp; <a href=\"own.md\">e</a> f “g”");
}

/* A line that ended after the hyphens would show another option. */
static void
test_options_stay_whole (void)
{
  g_autoptr (cmark_node) page = parse ("`--limit N`");
  g_autofree char *markup = mis_help_inline_markup (cmark_node_first_child (page));

  g_assert_cmpstr (markup, ==, "<tt><span allow_breaks=\"false\">--limit N</span></tt>");
}

static void
test_table (void)
{
  g_autoptr (cmark_node) page = parse ("| a | *b* |\n| --- | :-: |\n| `c|` | |\n| d | e & f |");
  g_autoptr (GPtrArray) rows = mis_help_table_read (cmark_node_first_child (page));

  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_true (g_strv_equal (rows->pdata[0], (const char *[]){ "a", "<i>b</i>", NULL }));
  g_assert_true (g_strv_equal (rows->pdata[1], (const char *[]){ "<tt>c|</tt>", "", NULL }));
  g_assert_true (g_strv_equal (rows->pdata[2], (const char *[]){ "d", "e &amp; f", NULL }));
}

static void
test_a_paragraph_is_no_table (void)
{
  g_autoptr (cmark_node) page = parse ("a | b");
  g_autoptr (cmark_node) code = parse ("`|`");

  g_assert_null (mis_help_table_read (cmark_node_first_child (page)));
  g_assert_null (mis_help_table_read (cmark_node_first_child (code)));
}

static void
test_links (void)
{
  g_autoptr (MisHelpLink) other = mis_help_link_parse ("explore.md#charts", "start");
  g_autoptr (MisHelpLink) same = mis_help_link_parse ("#two-case-studies", "start");

  g_assert_cmpstr (other->page, ==, "explore");
  g_assert_cmpstr (other->anchor, ==, "charts");
  g_assert_cmpstr (same->page, ==, "start");
  g_assert_cmpstr (same->anchor, ==, "two-case-studies");
  g_assert_null (mis_help_link_parse ("https://example.org/explore.md", "start"));
  g_assert_null (mis_help_link_parse ("none.md", "start"));
}

static void
test_anchor (void)
{
  g_autoptr (cmark_node) page = parse ("## What *it* would take: 2-fold?");
  g_autofree char *anchor = mis_help_get_anchor (cmark_node_first_child (page));

  g_assert_cmpstr (anchor, ==, "what-it-would-take-2-fold");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/help-page/every-page-has-one-title", test_every_page_has_one_title);
  g_test_add_func ("/app/help-page/every-file-is-a-page", test_every_file_is_a_page);
  g_test_add_func ("/app/help-page/nothing-but-what-is-drawn", test_nothing_but_what_is_drawn);
  g_test_add_func ("/app/help-page/links-lead-somewhere", test_links_lead_somewhere);
  g_test_add_func ("/app/help-page/tables-have-as-many-cells-in-each-row",
                   test_tables_have_as_many_cells_in_each_row);
  g_test_add_func ("/app/help-page/examples-can-be-used", test_examples_can_be_used);
  g_test_add_func ("/app/help-page/inline-markup", test_inline_markup);
  g_test_add_func ("/app/help-page/options-stay-whole", test_options_stay_whole);
  g_test_add_func ("/app/help-page/table", test_table);
  g_test_add_func ("/app/help-page/a-paragraph-is-no-table", test_a_paragraph_is_no_table);
  g_test_add_func ("/app/help-page/links", test_links);
  g_test_add_func ("/app/help-page/anchor", test_anchor);

  return g_test_run ();
}
