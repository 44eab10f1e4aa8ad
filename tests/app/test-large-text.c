/* Large text: no page and no dialog is wider than the narrowest window, whatever is to be seen. */
#include "app-fixture.h"

#include "app/experiments-view.h"
#include "app/help-page.h"
#include "app/help-window.h"
#include "app/import-dialog-private.h"
#include "core/edit.h"

#define NARROWEST 360
#define FAMILY "Cantarell"
#define FONT FAMILY " 16"

static void
assert_fits (gpointer window, const char *page)
{
  int minimum;

  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_test_message ("%s: %d", page, minimum);
  g_assert_cmpint (minimum, <=, NARROWEST);
}

static void
show_and_check (MisWindow *window, const char *action, const char *target, const char *page)
{
  if (target != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), action, "s", target);
  else
    gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  app_settle ();
  assert_fits (window, page);
}

/* The other window, of any kind, that has @window behind it. */
static GtkWidget *
find_above (MisWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) above = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (above) == GTK_WINDOW (window)
          && gtk_widget_get_mapped (GTK_WIDGET (above)))
        return GTK_WIDGET (above);
    }
  return NULL;
}

static MisWindow *
new_narrow_window (const char *example)
{
  MisWindow *window = mis_window_new (app_get_application ());

  gtk_window_set_default_size (GTK_WINDOW (window), NARROWEST, 640);
  if (example != NULL)
    {
      g_autoptr (MisDocument) document = app_new_document (example);

      mis_window_set_document (window, document);
    }
  app_present (window);
  app_settle ();
  return window;
}

static void
test_pages (gconstpointer example)
{
  MisWindow *window = new_narrow_window (example);

  assert_fits (window, "as it opens");
  show_and_check (window, "win.place", "results", "charts");
  show_and_check (window, "win.view", "start", "start page");
  show_and_check (window, "win.view", "experiments", "experiments");
  mis_experiments_view_open (app_child (window, "experiments_view"), "figure-1");
  show_and_check (window, "win.run", NULL, "an experiment");
  show_and_check (window, "win.back", NULL, "back from it");
  show_and_check (window, "win.new-experiment", NULL, "an experiment of the project");
  app_destroy (window);
}

static void
test_dialogs (void)
{
  MisWindow *window = new_narrow_window ("carla");
  MisDocument *document = mis_window_get_document (window);
  g_autoptr (MisWorld) changed =
    mis_world_with_weight (mis_document_get_world (document), 0, 0, 0.1, NULL);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.export", NULL);
  app_wait_until (find_above (window) != NULL);
  assert_fits (find_above (window), "export");
  gtk_window_destroy (GTK_WINDOW (find_above (window)));
  mis_document_edit (document, changed, "Change");
  gtk_window_close (GTK_WINDOW (window));
  assert_fits (app_wait_for_dialog (window), "unsaved changes");
  app_respond (app_wait_for_dialog (window), "cancel");
  app_destroy (window);
}

static void
test_import (void)
{
  MisWindow *window = new_narrow_window (NULL);
  MisImportDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.import", NULL);
  app_wait_until (find_above (window) != NULL);
  dialog = MIS_IMPORT_DIALOG (find_above (window));
  assert_fits (dialog, "import before there is a table");
  mis_import_dialog_read_text (dialog, "id\tTax\tTax weight\n1\tup\t2\n2\tpass\t\n3\t\t\n");
  app_wait_until (dialog->result != NULL);
  app_settle ();
  assert_fits (dialog, "import with faults");
  gtk_window_destroy (GTK_WINDOW (dialog));
  app_destroy (window);
}

static void
test_help (void)
{
  MisWindow *window = new_narrow_window (NULL);

  for (guint i = 0; mis_help_page_names[i] != NULL; i++)
    {
      mis_help_window_present (GTK_WINDOW (window), mis_help_page_names[i]);
      app_wait_until (find_above (window) != NULL);
      assert_fits (find_above (window), mis_help_page_names[i]);
    }
  app_destroy (window);
}

static gboolean
is_cut_name (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL
         && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)));
}

/* What varies is chosen among names; those go on in a further line. */
static void
test_names_are_not_cut (void)
{
  MisWindow *window = app_new_window ("carla");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-experiment", NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  app_settle ();
  g_assert_null (app_find (window, is_cut_name, NULL));
  app_destroy (window);
}

static gboolean
has_font (void)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  g_autofree PangoFontFamily **families = NULL;
  int n;
  gboolean found = FALSE;

  pango_font_map_list_families (map, &families, &n);
  for (int i = 0; i < n; i++)
    found = found || g_str_equal (pango_font_family_get_name (families[i]), FAMILY);
  return found;
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", FONT, NULL);

  /* Other fonts are wider; what fits is a matter of the one that the desktop has. */
  if (has_font ())
    {
      g_test_add_data_func ("/app/large-text/pages/shopping", "shopping", test_pages);
      g_test_add_data_func ("/app/large-text/pages/carla", "carla", test_pages);
      g_test_add_data_func ("/app/large-text/pages/blank", "blank", test_pages);
      g_test_add_func ("/app/large-text/names-are-not-cut", test_names_are_not_cut);
      g_test_add_func ("/app/large-text/dialogs", test_dialogs);
      g_test_add_func ("/app/large-text/import", test_import);
  g_test_add_func ("/app/large-text/help", test_help);
    }

  return app_run ();
}
