/* A matrix of conflicts that somebody copies in LibreOffice Calc, in a German document, and pastes
 * in the window. */
#include <gdk/x11/gdkx.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app-fixture.h"
#include "app/cell-grid.h"
#include "core/edit.h"
#include "hand-fixture.h"

#define N_GOALS 30u
#define SHEET "matrix.fods"

/* Where it is asked again what another program has come to. */
#define ASK_AGAIN_MS 250

/* In thousandths, so that three decimals are all of it; 0 of a goal with itself. */
static guint
get_thousandths (guint g, guint h)
{
  return g == h ? 0 : (MIN (g, h) * 371 + MAX (g, h) * 617 + 5) % 1001;
}

/* (transfer full): the matrix as Calc keeps it; numbers are shown with three decimals and a comma.
 */
static char *
write_sheet (void)
{
  GString *xml = g_string_new (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
      " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
      " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
      " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\""
      " office:version=\"1.3\" "
      "office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">\n"
      "<office:automatic-styles><number:number-style style:name=\"N1\" number:language=\"de\""
      " number:country=\"DE\"><number:number number:decimal-places=\"3\""
      " number:min-decimal-places=\"3\" number:min-integer-digits=\"1\"/></number:number-style>"
      "<style:style style:name=\"ce1\" style:family=\"table-cell\" style:data-style-name=\"N1\"/>"
      "</office:automatic-styles>\n<office:body><office:spreadsheet><table:table"
      " table:name=\"Matrix\">\n");

  for (guint g = 0; g < N_GOALS; g++)
    {
      g_string_append (xml, "<table:table-row>");
      for (guint h = 0; h < N_GOALS; h++)
        g_string_append_printf (xml,
                                "<table:table-cell table:style-name=\"ce1\""
                                " office:value-type=\"float\" office:value=\"%u.%03u\"/>",
                                get_thousandths (g, h) / 1000, get_thousandths (g, h) % 1000);
      g_string_append (xml, "</table:table-row>\n");
    }
  g_string_append (xml, "</table:table></office:spreadsheet></office:body></office:document>\n");
  return g_string_free (xml, FALSE);
}

/* (transfer full): what stands on the clipboard then. */
static char *
write_expected (void)
{
  GString *text = g_string_new (NULL);

  for (guint g = 0; g < N_GOALS; g++)
    for (guint h = 0; h < N_GOALS; h++)
      g_string_append_printf (text, "%u,%03u%c", get_thousandths (g, h) / 1000,
                              get_thousandths (g, h) % 1000, h + 1 < N_GOALS ? '\t' : '\n');
  return g_string_free (text, FALSE);
}

static MisDocument *
new_document (void)
{
  g_autoptr (GString) json = g_string_new ("{\"format\":\"misalign-project\",\"version\":1,"
                                           "\"areas\":[{\"id\":\"a\",\"goals\":[");

  for (guint g = 0; g < N_GOALS; g++)
    g_string_append_printf (json, "%s{\"id\":\"goal%u\"}", g > 0 ? "," : "", g + 1);
  g_string_append (json, "]}],\"agents\":[]}");
  return app_parse_document (json->str);
}

static MisCellGrid *
open_matrix (MisWindow *window)
{
  gpointer model = app_child (window, "model_view"), areas = app_child (model, "areas_page");
  MisCellGrid *grid;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "model");
  gtk_widget_activate_action (GTK_WIDGET (areas), "model.page", "s", "areas");
  grid = app_find_type (app_child (areas, "editor"), MIS_TYPE_CELL_GRID);
  app_wait_until (gtk_widget_get_mapped (GTK_WIDGET (grid)));
  mis_cell_grid_set_cursor (grid, 0, 1);
  gtk_widget_grab_focus (GTK_WIDGET (grid));
  return grid;
}

/* Its own folder for settings, without the tip of the day, which would take the keyboard. */
static void
write_settings (const char *folder)
{
  static const char settings[] =
      "<?xml version='1.0' encoding='UTF-8'?>\n"
      "<oor:items xmlns:oor='http://openoffice.org/2001/registry'>"
      "<item oor:path='/org.openoffice.Office.Common/Misc'><prop oor:name='ShowTipOfTheDay'"
      " oor:op='fuse'><value>false</value></prop><prop oor:name='FirstRun' oor:op='fuse'>"
      "<value>false</value></prop></item></oor:items>\n";
  g_autofree char *user = g_build_filename (folder, "user", NULL);
  g_autofree char *path = g_build_filename (user, "registrymodifications.xcu", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (user, 0700), ==, 0);
  g_file_set_contents (path, settings, -1, &error);
  g_assert_no_error (error);
}

/* All that it starts is ended together. */
static void
lead_group (gpointer user_data)
{
  setpgid (0, 0);
}

static GPid
start_calc (GFile *settings, GFile *sheet)
{
  g_autofree char *uri = g_file_get_uri (settings);
  g_autofree char *profile = g_strconcat ("-env:UserInstallation=", uri, NULL);
  const char *const argv[] = { "soffice",  profile,  "--norestore",
                               "--nologo", "--calc", g_file_peek_path (sheet),
                               NULL };
  g_autoptr (GError) error = NULL;
  GPid calc;

  write_settings (g_file_peek_path (settings));
  g_spawn_async (NULL, (char **)argv, NULL,
                 G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL,
                 lead_group, NULL, &calc, &error);
  g_assert_no_error (error);
  return calc;
}

/* Whether a command that asks the X server has been answered. */
static gboolean
ask (const char *const *argv, char **answer)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, answer, NULL, &status, &error);
  g_assert_no_error (error);
  return g_spawn_check_wait_status (status, NULL);
}

/* Marks all numbers in Calc's window, once it is there, and copies them. */
static gboolean
copy_cb (gpointer user_data)
{
  static const char *const find[] = { "xdotool", "search", "--onlyvisible", "--name", SHEET, NULL };
  g_autofree char *found = NULL;

  if (ask (find, &found) && *g_strstrip (found) != '\0')
    {
      const char *const keys[] = { "xdotool",   "windowfocus",    "--sync", found, "key",
                                   "ctrl+Home", "ctrl+shift+End", "ctrl+c", NULL };

      ask (keys, NULL);
    }
  return G_SOURCE_CONTINUE;
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer text)
{
  g_autoptr (GError) error = NULL;

  *(char **)text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, &error);
  if (*(char **)text == NULL)
    *(char **)text = g_strdup ("");
}

static gboolean
holds (GdkClipboard *clipboard, const char *expected)
{
  g_autofree char *text = NULL;

  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &text);
  app_wait_until (text != NULL);
  return g_str_equal (text, expected);
}

/* How long that takes is Calc's affair: it is for the runner of the tests to lose patience. */
static void
copy_in_calc (GdkClipboard *clipboard)
{
  g_autofree char *expected = write_expected ();
  guint source = g_timeout_add (ASK_AGAIN_MS, copy_cb, NULL);

  while (!holds (clipboard, expected))
    app_iterate ();
  g_source_remove (source);
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static gboolean
is_gone (GPid calc)
{
  return kill (-calc, 0) != 0;
}

static void
end_calc (GPid calc)
{
  guint source = g_timeout_add (ASK_AGAIN_MS, wake_cb, NULL);

  kill (-calc, SIGKILL);
  g_assert_cmpint (waitpid (calc, NULL, 0), ==, calc);
  app_wait_until (is_gone (calc));
  g_source_remove (source);
}

static void
come_back (MisWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  g_autofree char *id = g_strdup_printf ("%lu", gdk_x11_surface_get_xid (surface));
  const char *const argv[] = { "xdotool", "windowfocus", "--sync", id, NULL };

  g_assert_true (ask (argv, NULL));
  app_wait_until (gtk_window_is_active (GTK_WINDOW (window)));
}

static void
assert_pasted (MisDocument *document)
{
  MisArea *area = mis_world_get_area (mis_document_get_world (document), 0);

  for (guint g = 0; g < N_GOALS; g++)
    for (guint h = g + 1; h < N_GOALS; h++)
      {
        g_autofree char *number = g_strdup_printf ("%u.%03u", get_thousandths (g, h) / 1000,
                                                   get_thousandths (g, h) % 1000);

        g_assert_cmpfloat (mis_area_get_conflict (area, (int)g, (int)h).value, ==,
                           g_ascii_strtod (number, NULL));
      }
}

static void
test_paste (void)
{
  g_autoptr (GFile) settings = app_new_file ("office"), sheet = NULL;
  g_autofree char *xml = write_sheet ();
  MisWindow *window;
  g_autoptr (MisDocument) document = NULL;
  MisWorld *before;
  GPid calc;

  sheet = app_write_file (SHEET, xml);
  document = new_document ();
  window = app_new_window (NULL);
  mis_window_set_document (window, document);
  before = mis_document_get_world (document);
  open_matrix (window);
  calc = start_calc (settings, sheet);
  copy_in_calc (gtk_widget_get_clipboard (GTK_WIDGET (window)));
  come_back (window);
  hand_press ("ctrl+v");
  app_wait_until (mis_document_get_world (document) != before);
  assert_pasted (document);
  g_assert_true (mis_document_undo (document));
  g_assert_true (mis_document_get_world (document) == before);
  g_assert_null (mis_document_get_undo_name (document));
  end_calc (calc);
  g_clear_object (&document);
  app_destroy (window);
}

static void
test_calc (void)
{
  g_autofree char *calc = g_find_program_in_path ("soffice");

  if (g_getenv ("MISALIGN_FULL") == NULL)
    g_test_skip ("long: set MISALIGN_FULL");
  else if (calc == NULL)
    g_test_skip ("LibreOffice Calc (soffice) is not installed");
  else if (hand_is_there ())
    test_paste ();
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/calc/paste", test_calc);
  return app_run ();
}
