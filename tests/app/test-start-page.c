/* The gallery, what a card opens, the list of recent projects. */
#include "app-fixture.h"

#include "app/experiments-view.h"
#include "app/gallery-card.h"
#include "app/help-view.h"
#include "app/help-window.h"
#include "app/recent-files.h"
#include "app/start-page.h"
#include "config.h"
#include "core/edit.h"

static const char PROJECT[] = "{ \"format\": \"misalign-project\", \"version\": 1,"
                              " \"title\": \"Mine\", \"areas\": [ { \"id\": \"a\","
                              " \"goals\": [ { \"id\": \"g\" } ] } ],"
                              " \"agents\": [ { \"id\": \"x\", \"positions\":"
                              " { \"a\": { \"goal\": \"g\" } } } ] }";

static gboolean
has_name (GtkWidget *widget, gconstpointer name)
{
  return g_strcmp0 (gtk_widget_get_name (widget), name) == 0;
}

static MisGalleryCard *
find_card (MisWindow *window, const char *example)
{
  MisGalleryCard *card = app_find (app_child (window, "start_page"), has_name, example);

  g_assert_true (MIS_IS_GALLERY_CARD (card));
  return card;
}

static const char *
get_page (MisWindow *window)
{
  return gtk_stack_get_visible_child_name (app_child (window, "pages"));
}

static void
forget (void)
{
  g_autoptr (GSettings) settings = g_settings_new (MIS_APPLICATION_ID);

  g_settings_reset (settings, "recent-files");
}

static gboolean
is_label (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

static void
assert_spoken (MisGalleryCard *card, const char *words, const char *number)
{
  g_autofree char *spoken = g_strconcat (words, app_local (number), NULL);

  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL, spoken);
}

static void
test_gallery (void)
{
  MisWindow *window = app_new_window (NULL);
  MisGalleryCard *shopping = find_card (window, "shopping");
  MisGalleryCard *carla = find_card (window, "carla");

  g_assert_cmpstr (get_page (window), ==, "start");
  gtk_test_accessible_assert_role (shopping, GTK_ACCESSIBLE_ROLE_BUTTON);
  /* A number without a word says nothing, on a card as little as to a screen reader. */
  assert_spoken (shopping, "Shopping recommender. 3 agents, 2 problem areas. Misalignment ",
                 "0.257");
  assert_spoken (carla, "CARLA pre-collision. 1000 agents, 8 problem areas. Misalignment ",
                 "0.106");
  g_assert_nonnull (app_find (shopping, is_label, "Misalignment"));
  g_assert_cmpstr (app_text (shopping, "score"), ==, app_local ("0.257"));
  g_assert_cmpstr (app_text (carla, "score"), ==, app_local ("0.106"));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (shopping)));
  g_assert_true (gtk_widget_get_mapped (app_child (carla, "scene")));
  /* The chart in a card is part of the card: no stop of its own for the keyboard. */
  g_assert_false (gtk_widget_get_focusable (app_child (carla, "plot")));
  app_destroy (window);
}

/* No line of @label begins inside a word. */
static void
assert_words_are_whole (GtkLabel *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  const char *text = pango_layout_get_text (layout);

  for (int i = 1; i < pango_layout_get_line_count (layout); i++)
    {
      int start = pango_layout_get_line_readonly (layout, i)->start_index;

      g_assert_true (text[start - 1] == ' ' || text[start - 1] == '-');
    }
}

/* In the window that is as narrow as may be, and with large text: the small chart goes first. */
static void
test_names_in_narrow_cards (void)
{
  const char *const fonts[] = { "Sans 11", "Sans 16" };
  GtkSettings *settings = gtk_settings_get_default ();
  MisWindow *window = app_new_window (NULL);
  g_autofree char *font = NULL;

  g_object_get (settings, "gtk-font-name", &font, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    for (guint wide = 0; wide < 2; wide++)
      {
        MisGalleryCard *card = find_card (window, wide ? "carla" : "shopping");
        int width = wide ? 600 : 316, minimum, height;

        g_object_set (settings, "gtk-font-name", fonts[i], NULL);
        app_settle ();
        gtk_widget_measure (GTK_WIDGET (card), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                            NULL);
        g_assert_cmpint (minimum, <=, width);
        gtk_widget_measure (GTK_WIDGET (card), GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL,
                            NULL);
        gtk_widget_allocate (GTK_WIDGET (card), width, height, -1, NULL);
        assert_words_are_whole (app_child (card, "title"));
        assert_words_are_whole (app_child (card, "summary"));
        g_assert_cmpint (gtk_widget_get_child_visible (app_child (card, "plot")), ==, wide);
      }
  g_object_set (settings, "gtk-font-name", font, NULL);
  app_destroy (window);
}

static void
open_card (const char *example, const char *title, const char *score)
{
  MisWindow *window = app_new_window (NULL);

  g_signal_emit_by_name (find_card (window, example), "clicked");
  g_assert_cmpstr (get_page (window), ==, "explore");
  g_assert_nonnull (mis_window_get_document (window));
  g_assert_cmpstr (app_score (window), ==, app_local (score));
  g_assert_cmpstr (adw_window_title_get_title (app_child (window, "window_title")), ==, title);
  g_assert_false (mis_document_is_modified (mis_window_get_document (window)));
  app_wait_until (gtk_widget_get_mapped (app_chart_page (window)));
  app_destroy (window);
}

static void
test_shopping_opens (void)
{
  open_card ("shopping", "Shopping recommender", "0.257");
}

static void
test_carla_opens (void)
{
  open_card ("carla", "CARLA pre-collision", "0.106");
}

static gboolean
has_links (GtkWidget *widget, gconstpointer page)
{
  g_autofree char *link = g_strdup_printf ("<a href=\"%s\">", (const char *) page);

  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), link) != NULL;
}

static gboolean
shows_help (const char *page)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gboolean shown = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) help = g_list_model_get_item (windows, i);

      shown = shown || (MIS_IS_HELP_WINDOW (help) && gtk_widget_get_mapped (help)
                        && strcmp (mis_help_view_get_page (app_child (help, "view")), page) == 0);
    }
  return shown;
}

/* Who is new, and who wants a project of their own, is led on. */
static void
test_links_lead_to_the_help (void)
{
  static const char *const pages[] = { "start", "own" };
  MisWindow *window = app_new_window (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *label = app_find (app_child (window, "start_page"), has_links, pages[i]);
      gboolean taken = FALSE;

      g_assert_nonnull (label);
      g_signal_emit_by_name (label, "activate-link", pages[i], &taken);
      g_assert_true (taken);
      app_wait_until (shows_help (pages[i]));
    }
  app_destroy (window);
}

static void
test_no_recent_projects (void)
{
  MisWindow *window;

  forget ();
  window = app_new_window (NULL);
  g_assert_false (gtk_widget_get_visible (app_child (app_child (window, "start_page"),
                                                     "recent_box")));
  app_destroy (window);
}

static void
show (MisWindow *window, const char *view)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", view);
}

/* The project stays open behind the page. */
static void
test_way_back (void)
{
  static const char *const views[] = { "explore", "experiments" };
  MisWindow *window = app_new_window ("shopping");
  gpointer page = app_child (window, "start_page");
  MisDocument *document = mis_window_get_document (window);
  g_autoptr (MisWorld) changed =
    mis_world_with_weight (mis_document_get_world (document), 0, 0, 0.1, NULL);
  AdwActionRow *row = app_child (page, "open_row");

  mis_document_edit (document, changed, "Change");
  mis_experiments_view_open (app_child (window, "experiments_view"), "figure-4");
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      show (window, views[i]);
      show (window, "start");
      g_assert_cmpstr (get_page (window), ==, "start");
      g_assert_true (mis_window_get_document (window) == document);
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (row)));
      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                       "Continue with “Shopping recommender”");
      g_assert_nonnull (strstr (adw_action_row_get_subtitle (row), "not saved"));
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (row));
      g_assert_true (gtk_widget_activate (GTK_WIDGET (row)));
      g_assert_cmpstr (get_page (window), ==, views[i]);
    }
  /* As it was left. */
  g_assert_true (mis_experiments_view_is_open (app_child (window, "experiments_view")));
  app_destroy (window);
}

/* Steps back and forth would be taken out of sight. */
static void
test_project_rests_meanwhile (void)
{
  static const char *const resting[] = { "undo", "redo", "find", "export" };
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  g_autoptr (MisWorld) changed =
    mis_world_with_weight (mis_document_get_world (document), 0, 0, 0.1, NULL);

  mis_document_edit (document, changed, "Change");
  show (window, "start");
  for (guint i = 0; i < G_N_ELEMENTS (resting); i++)
    g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), resting[i]));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "save"));
  gtk_window_close (GTK_WINDOW (window));
  app_respond (app_wait_for_dialog (window), "cancel");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_cmpstr (get_page (window), ==, "explore");
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "undo"));
  app_destroy (window);
}

/* Beside a project that is open another one gets a window of its own; both stay as they are. */
static void
test_another_beside_it (void)
{
  GtkApplication *application = GTK_APPLICATION (app_get_application ());
  MisWindow *window = app_new_window ("shopping"), *second;
  MisDocument *document = mis_window_get_document (window);

  show (window, "start");
  g_signal_emit_by_name (find_card (window, "carla"), "clicked");
  second = MIS_WINDOW (gtk_application_get_active_window (application));
  g_assert_true (second != window);
  app_wait_until (gtk_widget_get_mapped (GTK_WIDGET (second)));
  g_assert_cmpstr (mis_document_get_title (mis_window_get_document (second)), ==,
                   "CARLA pre-collision");
  g_assert_true (mis_window_get_document (window) == document);
  g_assert_cmpstr (get_page (window), ==, "explore");
  app_destroy (second);
  app_destroy (window);
}

/* Without a project there is none to continue with, and nothing else to see. */
static void
test_nothing_to_continue_with (void)
{
  MisWindow *window = app_new_window (NULL);

  g_assert_false (gtk_widget_get_mapped (app_child (app_child (window, "start_page"), "open_row")));
  g_assert_true (gtk_toggle_button_get_active (app_child (window, "home_button")));
  show (window, "explore");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_cmpstr (get_page (window), ==, "start");
  g_assert_true (gtk_toggle_button_get_active (app_child (window, "home_button")));
  app_destroy (window);
}

/* Clicks at the place where the button to go back was first; which button of the header bar
 * is hit. */
static GtkWidget *
click_there (MisWindow *window, const graphene_point_t *place)
{
  GtkWidget *there = gtk_widget_pick (GTK_WIDGET (window), place->x, place->y, GTK_PICK_DEFAULT);
  GtkWidget *button = there != NULL ? gtk_widget_get_ancestor (there, GTK_TYPE_BUTTON) : NULL;

  if (button != NULL)
    g_signal_emit_by_name (button, "clicked");
  return button;
}

/* Who clicks once too often to go back gets back further, and nothing else. */
static void
test_clicks_in_one_place (void)
{
  static const char *const examples[] = { NULL, "shopping" };

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      MisWindow *window = app_new_window (examples[i]);
      GtkWidget *back = app_child (window, "back_button");
      GtkWidget *home = app_child (window, "home_button");
      graphene_point_t place;

      show (window, "experiments");
      mis_experiments_view_open (app_child (window, "experiments_view"), "figure-4");
      app_wait_until (gtk_widget_get_mapped (back) && gtk_widget_get_width (back) > 0);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      g_assert_true (gtk_widget_compute_point (
        back, GTK_WIDGET (window),
        &GRAPHENE_POINT_INIT ((float) gtk_widget_get_width (back) / 2, 10), &place));
      g_assert_true (click_there (window, &place) == back);
      app_wait_until (gtk_widget_get_mapped (home) && gtk_widget_get_width (home) > 0);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      g_assert_cmpstr (get_page (window), ==, "experiments");
      for (guint again = 0; again < 2; again++)
        {
          g_assert_true (click_there (window, &place) == home);
          gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
          g_assert_cmpstr (get_page (window), ==, "start");
        }
      app_destroy (window);
    }
}

static void
test_recent_project_opens (void)
{
  g_autoptr (GFile) file = app_write_file ("a <b>bold<sub> name.misalign", PROJECT);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  MisWindow *window;
  gpointer page;
  GtkListBoxRow *row;

  forget ();
  mis_recent_files_add (file);
  window = app_new_window (NULL);
  page = app_child (window, "start_page");
  row = gtk_list_box_get_row_at_index (app_child (page, "recent_list"), 0);
  g_assert_true (gtk_widget_get_mapped (app_child (page, "recent_box")));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "a <b>bold<sub> name.misalign");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   g_file_peek_path (folder));
  g_signal_emit_by_name (app_child (page, "recent_list"), "row-activated", row);
  app_wait_until (mis_window_get_document (window) != NULL);
  g_assert_cmpstr (adw_window_title_get_title (app_child (window, "window_title")), ==, "Mine");
  app_destroy (window);
}

/* A folder may be called as markup that GtkLabel could not read. */
static void
test_folder_with_markup (void)
{
  g_autoptr (GFile) folder = app_new_file ("R&D <i>");
  g_autoptr (GFile) file = g_file_get_child (folder, "p.misalign");
  MisWindow *window;
  GtkListBoxRow *row;
  GtkLabel *subtitle;

  forget ();
  g_assert_true (g_file_make_directory (folder, NULL, NULL));
  g_assert_true (g_file_replace_contents (file, PROJECT, strlen (PROJECT), NULL, FALSE, 0, NULL,
                                          NULL, NULL));
  mis_recent_files_add (file);
  window = app_new_window (NULL);
  row = gtk_list_box_get_row_at_index (app_child (app_child (window, "start_page"), "recent_list"),
                                       0);
  subtitle = GTK_LABEL (gtk_widget_get_template_child (GTK_WIDGET (row), ADW_TYPE_ACTION_ROW,
                                                       "subtitle"));
  g_assert_cmpstr (gtk_label_get_text (subtitle), ==, g_file_peek_path (folder));
  app_destroy (window);
}

static void
test_refresh_drops_what_is_gone (void)
{
  g_autoptr (GFile) gone = app_write_file ("gone.misalign", PROJECT);
  g_autoptr (GFile) kept = app_write_file ("kept.misalign", PROJECT);
  g_autoptr (MisStartPage) page = NULL;
  GtkListBox *list;

  forget ();
  mis_recent_files_add (kept);
  mis_recent_files_add (gone);
  page = g_object_ref_sink (g_object_new (MIS_TYPE_START_PAGE, NULL));
  list = app_child (page, "recent_list");
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 1));
  g_assert_true (g_file_delete (gone, NULL, NULL));
  mis_start_page_refresh (page);
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 0));
  g_assert_null (gtk_list_box_get_row_at_index (list, 1));
}

/* Clicked after its file went: the window says so, and does not offer it again. */
static void
test_what_is_gone_is_not_offered_twice (void)
{
  g_autoptr (GFile) gone = app_write_file ("goes.misalign", PROJECT);
  MisWindow *window;
  GtkListBox *list;
  AdwMessageDialog *dialog;

  forget ();
  mis_recent_files_add (gone);
  window = app_new_window (NULL);
  list = app_child (app_child (window, "start_page"), "recent_list");
  g_assert_true (g_file_delete (gone, NULL, NULL));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  dialog = app_wait_for_dialog (window);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "goes.misalign"));
  app_respond (dialog, "close");
  g_assert_cmpstr (get_page (window), ==, "start");
  app_wait_until (gtk_list_box_get_row_at_index (list, 0) == NULL);
  app_destroy (window);
}

/* A window that stands open knows what was saved in another one, once it is seen again. */
static void
test_lists_what_came_meanwhile (void)
{
  g_autoptr (GFile) file = app_write_file ("meanwhile.misalign", PROJECT);
  MisWindow *window;
  GtkListBox *list;

  forget ();
  window = app_new_window (NULL);
  list = app_child (app_child (window, "start_page"), "recent_list");
  g_assert_null (gtk_list_box_get_row_at_index (list, 0));
  mis_recent_files_add (file);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "experiments");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  app_wait_until (gtk_list_box_get_row_at_index (list, 0) != NULL);
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/start-page/gallery", test_gallery);
  g_test_add_func ("/app/start-page/names-in-narrow-cards", test_names_in_narrow_cards);
  g_test_add_func ("/app/start-page/shopping-opens", test_shopping_opens);
  g_test_add_func ("/app/start-page/carla-opens", test_carla_opens);
  g_test_add_func ("/app/start-page/links-lead-to-the-help", test_links_lead_to_the_help);
  g_test_add_func ("/app/start-page/way-back", test_way_back);
  g_test_add_func ("/app/start-page/project-rests-meanwhile", test_project_rests_meanwhile);
  g_test_add_func ("/app/start-page/another-beside-it", test_another_beside_it);
  g_test_add_func ("/app/start-page/nothing-to-continue-with", test_nothing_to_continue_with);
  g_test_add_func ("/app/start-page/clicks-in-one-place", test_clicks_in_one_place);
  g_test_add_func ("/app/start-page/no-recent-projects", test_no_recent_projects);
  g_test_add_func ("/app/start-page/recent-project-opens", test_recent_project_opens);
  g_test_add_func ("/app/start-page/folder-with-markup", test_folder_with_markup);
  g_test_add_func ("/app/start-page/refresh-drops-what-is-gone", test_refresh_drops_what_is_gone);
  g_test_add_func ("/app/start-page/what-is-gone-is-not-offered-twice",
                   test_what_is_gone_is_not_offered_twice);
  g_test_add_func ("/app/start-page/lists-what-came-meanwhile", test_lists_what_came_meanwhile);

  return app_run ();
}
