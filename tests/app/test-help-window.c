/* The help beside the window: which page comes up, links, search, the way out. */
#include <string.h>

#include "app-fixture.h"

#include "app/experiments-view.h"
#include "app/help-blocks.h"
#include "app/help-page.h"
#include "app/help-view.h"
#include "app/help-window.h"

static const char BLANK[] = "{ \"format\": \"misalign-project\", \"version\": 1, \"areas\": [],"
                            " \"agents\": [] }";

static MisHelpWindow *
find_help (MisWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) help = g_list_model_get_item (windows, i);

      if (MIS_IS_HELP_WINDOW (help) && gtk_window_get_transient_for (help) == GTK_WINDOW (window))
        return MIS_HELP_WINDOW (help);
    }
  return NULL;
}

static MisHelpWindow *
open_help (MisWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.help", NULL);
  app_wait_until (find_help (window) != NULL &&
                  gtk_widget_get_mapped (GTK_WIDGET (find_help (window))));
  return find_help (window);
}

static const char *
get_page (MisHelpWindow *help)
{
  return mis_help_view_get_page (app_child (help, "view"));
}

static GtkListBoxRow *
get_row (MisHelpWindow *help, int index)
{
  return gtk_list_box_get_row_at_index (app_child (help, "list"), index);
}

static int
count_rows (MisHelpWindow *help)
{
  int n = 0;

  while (get_row (help, n) != NULL)
    n++;
  return n;
}

static void
activate_row (MisHelpWindow *help, int index)
{
  g_signal_emit_by_name (app_child (help, "list"), "row-activated", get_row (help, index));
}

static void
type (MisHelpWindow *help, const char *words)
{
  gtk_editable_set_text (app_child (help, "search_entry"), words);
  app_settle ();
}

static double
get_scroll (MisHelpWindow *help)
{
  GtkScrolledWindow *scroller = app_find_type (app_child (help, "view"), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (scroller));
}

static gboolean
is_named (GtkWidget *widget, gconstpointer name)
{
  return g_strcmp0 (gtk_widget_get_name (widget), name) == 0;
}

/* How far @anchor stands below the upper edge of what is to be seen. */
static double
get_place (MisHelpWindow *help, const char *anchor)
{
  GtkWidget *heading = app_find (app_child (help, "view"), is_named, anchor);
  double y;

  g_assert_nonnull (heading);
  g_assert_true (
      gtk_widget_translate_coordinates (heading, app_child (help, "view"), 0, 0, NULL, &y));
  return y;
}

static void
test_page_of_what_is_shown (void)
{
  MisWindow *start = app_new_window (NULL);
  MisWindow *explore = app_new_window ("shopping");

  g_assert_cmpstr (get_page (open_help (start)), ==, "start");
  g_assert_cmpstr (get_page (open_help (explore)), ==, "explore");
  g_action_group_change_action_state (G_ACTION_GROUP (explore), "view",
                                      g_variant_new_string ("experiments"));
  g_assert_cmpstr (get_page (open_help (explore)), ==, "experiments");
  app_destroy (start);
  app_destroy (explore);
}

static void
test_page_of_a_blank_project (void)
{
  MisWindow *window = app_new_window (NULL);
  MisDocument *document = app_parse_document (BLANK);

  mis_window_set_document (window, document);
  g_object_unref (document);
  g_assert_cmpstr (get_page (open_help (window)), ==, "own");
  app_destroy (window);
}

static gboolean
is_way_to_begin (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.help-page") == 0;
}

/* Where there is nothing to explore, a button says how to go on. */
static void
test_blank_project_leads_on (void)
{
  MisWindow *window = app_new_window (NULL);
  MisDocument *document = app_parse_document (BLANK);

  mis_window_set_document (window, document);
  g_object_unref (document);
  app_wait_until (app_find (window, is_way_to_begin, NULL) != NULL);
  g_signal_emit_by_name (app_find (window, is_way_to_begin, NULL), "clicked");
  app_wait_until (find_help (window) != NULL);
  g_assert_cmpstr (get_page (find_help (window)), ==, "own");
  app_destroy (window);
}

/* Each window has one help, which goes with it. */
static void
test_one_help (void)
{
  MisWindow *window = app_new_window (NULL);
  gpointer help = open_help (window);

  g_assert_true (open_help (window) == help);
  /* With it come the keys of the program, such as those that close a window and quit. */
  g_assert_true (gtk_window_get_application (help) == GTK_APPLICATION (app_get_application ()));
  g_object_add_weak_pointer (help, &help);
  app_destroy (window);
  app_wait_until (help == NULL);
}

static void
test_pages_are_listed (void)
{
  MisWindow *window = app_new_window (NULL);
  MisHelpWindow *help = open_help (window);

  g_assert_cmpint (count_rows (help), ==, g_strv_length ((char **)mis_help_page_names));
  g_assert_true (gtk_list_box_get_selected_row (app_child (help, "list")) == get_row (help, 0));
  for (int i = 0; mis_help_page_names[i] != NULL; i++)
    {
      g_autofree char *title = mis_help_page_get_title (mis_help_page_names[i]);

      activate_row (help, i);
      g_assert_cmpstr (get_page (help), ==, mis_help_page_names[i]);
      g_assert_cmpstr (adw_window_title_get_title (app_child (help, "page_title")), ==, title);
      g_assert_true (gtk_list_box_get_selected_row (app_child (help, "list")) == get_row (help, i));
      app_settle ();
    }
  app_destroy (window);
}

static gboolean
links_to (GtkWidget *widget, gconstpointer uri)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), uri) != NULL;
}

static void
test_links (void)
{
  MisWindow *window = app_new_window (NULL);
  MisHelpWindow *help = open_help (window);
  GtkWidget *label = app_find (app_child (help, "view"), links_to, "own.md");
  gboolean taken = FALSE;

  g_assert_nonnull (label);
  g_signal_emit_by_name (label, "activate-link", "own.md#from-a-text-file", &taken);
  g_assert_true (taken);
  g_assert_cmpstr (get_page (help), ==, "own");
  app_wait_until (get_scroll (help) > 0);
  g_assert_cmpfloat_with_epsilon (get_place (help, "from-a-text-file"), 12, 1);
  app_destroy (window);
}

static void
test_headings_are_headings (void)
{
  MisWindow *window = app_new_window (NULL);
  MisHelpWindow *help = open_help (window);
  GtkWidget *heading = app_find (app_child (help, "view"), is_named, "two-case-studies");

  gtk_test_accessible_assert_role (heading, GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_LEVEL, 2);
  app_destroy (window);
}

static gboolean
is_code (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_has_css_class (widget, "help-code");
}

/* Whether a line that begins at @at begins in the middle of an option. */
static gboolean
tears_option (const char *text, int at)
{
  int begin = at, end = at;

  while (begin > 0 && strchr (" \n", text[begin - 1]) == NULL)
    begin--;
  while (text[end] != '\0' && strchr (" \n", text[end]) == NULL)
    end++;
  return begin < at && text[begin] == '-' && end > at;
}

static void
test_options_stay_whole (void)
{
  MisWindow *window = app_new_window (NULL);
  MisHelpWindow *help = open_help (window);
  GtkWidget *code;

  mis_help_view_show (app_child (help, "view"), "analyze", "");
  app_settle ();
  code = app_find (app_child (help, "view"), is_code, NULL);
  for (int width = 250; width < 700; width += 10)
    {
      g_autoptr (PangoLayout) layout = pango_layout_copy (gtk_label_get_layout (GTK_LABEL (code)));

      pango_layout_set_width (layout, width * PANGO_SCALE);
      for (int i = 0; i < pango_layout_get_line_count (layout); i++)
        g_assert_false (tears_option (pango_layout_get_text (layout),
                                      pango_layout_get_line_readonly (layout, i)->start_index));
    }
  app_destroy (window);
}

static gboolean
is_columns (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_has_css_class (widget, "help-columns");
}

/* A window of the test's own with one table in it, too narrow for long lines. */
static GtkWindow *
show_columns (const char *code)
{
  g_autoptr (cmark_node) page = cmark_parse_document (code, strlen (code), CMARK_OPT_SMART);
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (window, 300, 400);
  gtk_window_set_child (window, mis_help_blocks_new (page));
  gtk_window_present (window);
  app_wait_until (gtk_widget_get_width (app_find (window, is_columns, NULL)) > 0);
  return window;
}

/* Commands go on in the next line; a table would be torn, so it moves sideways, and never keeps the
 * page from being narrow. */
static void
test_columns_stay_whole (void)
{
  GtkWindow *fits = show_columns ("```\none  two\n```\n");
  GtkWindow *longer = show_columns (
      "```\nProblem area        Goals                               Adds    Share\n```\n");
  GtkWidget *columns = app_find (longer, is_columns, NULL);
  GtkWidget *bar = gtk_widget_get_last_child (columns);
  GtkLabel *label = app_find_type (columns, GTK_TYPE_LABEL);

  app_wait_until (gtk_widget_get_child_visible (bar));
  g_assert_cmpint (gtk_widget_get_width (columns), <=, 300);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (label)), >, 300);
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (label)), ==, 1);
  /* The bar has a height of its own: no line lies below it. */
  g_assert_cmpint (gtk_widget_get_height (columns), >=,
                   gtk_widget_get_height (GTK_WIDGET (label)) + gtk_widget_get_height (bar));
  bar = gtk_widget_get_last_child (app_find (fits, is_columns, NULL));
  app_wait_until (!gtk_widget_get_child_visible (bar));
  gtk_window_destroy (fits);
  gtk_window_destroy (longer);
}

static gboolean
takes_wheel (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller) &&
          (gtk_event_controller_scroll_get_flags (GTK_EVENT_CONTROLLER_SCROLL (controller)) &
           GTK_EVENT_CONTROLLER_SCROLL_VERTICAL) != 0)
        return TRUE;
    }
  return FALSE;
}

/* A table that took the wheel would hold up whoever reads on. */
static void
test_code_leaves_wheel (void)
{
  MisWindow *window = app_new_window (NULL);
  MisHelpWindow *help = open_help (window);
  GtkWidget *page, *code;
  int least;

  mis_help_view_show (app_child (help, "view"), "analyze", "");
  app_settle ();
  page = app_find_type (app_child (help, "view"), GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (takes_wheel (page));
  g_assert_false (takes_wheel (app_find_type (
      app_find (app_child (help, "view"), is_columns, NULL), GTK_TYPE_SCROLLED_WINDOW)));
  mis_help_view_show (app_child (help, "view"), "tables", "");
  app_settle ();
  code = app_find (app_child (help, "view"), is_code, NULL);
  gtk_widget_measure (code, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <, 300);
  app_destroy (window);
}

static void
test_search (void)
{
  MisWindow *window = app_new_window (NULL);
  MisHelpWindow *help = open_help (window);
  GtkSearchEntry *entry = app_child (help, "search_entry");

  type (help, "spreadsheet");
  g_assert_cmpint (count_rows (help), >=, 2);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (get_page (help), ==, "tables");
  app_wait_until (get_scroll (help) > 0);
  g_assert_cmpfloat_with_epsilon (get_place (help, "what-a-spreadsheet-may-do"), 12, 1);
  type (help, "zebra");
  g_assert_cmpint (count_rows (help), ==, 0);
  g_signal_emit_by_name (entry, "activate");
  type (help, "");
  g_assert_cmpint (count_rows (help), ==, g_strv_length ((char **)mis_help_page_names));
  app_destroy (window);
}

/* Escape takes back what was typed before it closes anything. */
static void
test_escape (void)
{
  MisWindow *window = app_new_window (NULL);
  MisHelpWindow *help = open_help (window);
  GtkSearchEntry *entry = app_child (help, "search_entry");

  type (help, "levers");
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_true (find_help (window) == help);
  g_signal_emit_by_name (entry, "stop-search");
  app_wait_until (find_help (window) == NULL);
  app_destroy (window);
}

static gboolean
leads_to_contents (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "help.contents") == 0;
}

/* Where there is no room for both, the pages are one step away. */
static void
test_narrow (void)
{
  MisWindow *window = app_new_window (NULL);
  MisHelpWindow *help;
  AdwLeaflet *leaflet;
  GtkWidget *button;

  help = open_help (window);
  leaflet = app_child (help, "leaflet");
  button = app_find (help, leads_to_contents, NULL);
  g_assert_false (gtk_widget_get_visible (button));
  gtk_window_set_default_size (GTK_WINDOW (help), 340, 500);
  app_wait_until (adw_leaflet_get_folded (leaflet));
  g_assert_true (adw_leaflet_get_visible_child (leaflet) == app_child (help, "content"));
  g_assert_true (gtk_widget_get_visible (button));
  gtk_widget_activate_action (GTK_WIDGET (help), "help.contents", NULL);
  g_assert_true (adw_leaflet_get_visible_child (leaflet) == app_child (help, "contents"));
  activate_row (help, 1);
  g_assert_true (adw_leaflet_get_visible_child (leaflet) == app_child (help, "content"));
  g_assert_cmpstr (get_page (help), ==, "model");
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/help-window/page-of-what-is-shown", test_page_of_what_is_shown);
  g_test_add_func ("/app/help-window/page-of-a-blank-project", test_page_of_a_blank_project);
  g_test_add_func ("/app/help-window/blank-project-leads-on", test_blank_project_leads_on);
  g_test_add_func ("/app/help-window/one-help", test_one_help);
  g_test_add_func ("/app/help-window/pages-are-listed", test_pages_are_listed);
  g_test_add_func ("/app/help-window/links", test_links);
  g_test_add_func ("/app/help-window/headings-are-headings", test_headings_are_headings);
  g_test_add_func ("/app/help-window/columns-stay-whole", test_columns_stay_whole);
  g_test_add_func ("/app/help-window/code-leaves-wheel", test_code_leaves_wheel);
  g_test_add_func ("/app/help-window/options-stay-whole", test_options_stay_whole);
  g_test_add_func ("/app/help-window/search", test_search);
  g_test_add_func ("/app/help-window/escape", test_escape);
  g_test_add_func ("/app/help-window/narrow", test_narrow);

  return app_run ();
}
