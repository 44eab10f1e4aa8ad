/* A chart as a file: formats, what is written into it, and what goes wrong. */
#include "export-fixture.h"

#include <sys/resource.h>

#include "app/export-job.h"
#include "file/bundled-experiment.h"
#include "file/project-writer.h"
#include "plot/export.h"

static void
test_formats (void)
{
  static const struct
  {
    guint row;
    const char *name;
    const char *magic;
    gsize length;
  } formats[] = {
    { PNG, "chart.png", "\x89PNG\r\n\x1a\n", 8 },
    { SVG, "chart.svg", "<", 1 },
    { PDF, "chart.pdf", "%PDF-1.", 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GFile) file = app_new_file (formats[i].name);
      g_autofree char *bytes = NULL;
      Export export;
      gsize length;

      export_forget ();
      export_init (&export);
      export_choose (&export, "format_row", formats[i].row);
      export_to (&export, file);
      g_assert_true (g_file_get_contents (g_file_peek_path (file), &bytes, &length, NULL));
      g_assert_cmpuint (length, >, 1000);
      g_assert_cmpint (memcmp (bytes, formats[i].magic, formats[i].length), ==, 0);
      if (formats[i].row == SVG)
        g_assert_nonnull (strstr (bytes, "<svg"));
      export_clear (&export);
    }
}

static void
test_carries_what_made_it (void)
{
  g_autoptr (GFile) file = app_new_file ("carries.svg");
  g_autofree char *text = NULL, *hash = NULL;
  g_autoptr (GBytes) project = NULL;
  Export export;

  export_forget ();
  export_init (&export);
  project = mis_project_write (mis_document_get_world (mis_window_get_document (export.window)));
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, project);
  export_choose (&export, "format_row", SVG);
  export_to (&export, file);
  text = app_read_file (file);
  g_assert_nonnull (strstr (text, "<metadata"));
  g_assert_nonnull (strstr (text, "Misalign"));
  g_assert_nonnull (strstr (text, "share"));
  g_assert_nonnull (strstr (text, hash));
  export_clear (&export);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *done = user_data;

  *done = mis_export_chart_finish (result, &error);
  g_assert_no_error (error);
}

/* Which of two readings of the paper a chart follows stands in it, whichever is the usual one. */
static void
test_names_the_weights (void)
{
  static const char *const expected[] = { "\"weights_per\": \"agent\"",
                                          "\"weights_per\": \"group\"" };
  g_autoptr (MisExperiment) figure = mis_bundled_experiment_load ("figure-5", NULL);
  MisExportOptions options = MIS_EXPORT_OPTIONS_INIT;

  for (guint per = 0; per < 2; per++)
    {
      g_autoptr (MisExperiment) experiment = mis_experiment_with_per (figure, (MisPer) per, NULL);
      g_autoptr (MisChart) chart = mis_chart_new ();
      g_autoptr (GFile) file = app_new_file ("weights.svg");
      g_autoptr (GString) text = NULL;
      g_autofree char *written = NULL;
      gboolean done = FALSE;

      mis_export_chart_async (chart, "experiment", &(MisChartOrigin) { .experiment = experiment },
                              mis_chart_to_svg, &options, file, exported_cb, &done);
      app_wait_until (done);
      written = app_read_file (file);
      text = g_string_new (written);
      g_string_replace (text, "&quot;", "\"", 0);
      g_assert_nonnull (strstr (text->str, expected[per]));
    }
}

static void
test_full_disk (void)
{
  g_autoptr (GFile) file = app_new_file ("full/chart.png");
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GDir) names = NULL;
  struct rlimit limit;
  Export export;

  export_forget ();
  g_assert_true (g_file_make_directory (folder, NULL, NULL));
  export_init (&export);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &(struct rlimit) { 100, limit.rlim_max }), ==, 0);
  mis_export_dialog_export_to (export.dialog, file);
  app_wait_until (export_is_shown (&export, "fault"));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_cmpstr (app_text (export.dialog, "fault"), !=, "");
  g_assert_null (app_toast (export.window));
  names = g_dir_open (g_file_peek_path (folder), 0, NULL);
  g_assert_null (g_dir_read_name (names));
  /* Once there is room, a second try does it. */
  g_assert_true (gtk_widget_get_sensitive (app_child (export.dialog, "export_button")));
  export_to (&export, file);
  export_clear (&export);
}

static void
test_nowhere (void)
{
  g_autoptr (GFile) missing = app_new_file ("no/such/folder/chart.png");
  g_autoptr (GFile) far = g_file_new_for_uri ("sftp://nowhere.invalid/chart.png");
  Export export;

  export_forget ();
  export_init (&export);
  mis_export_dialog_export_to (export.dialog, missing);
  app_wait_until (export_is_shown (&export, "fault"));
  export_choose (&export, "format_row", SVG);
  g_assert_false (export_is_shown (&export, "fault"));
  mis_export_dialog_export_to (export.dialog, far);
  app_wait_until (export_is_shown (&export, "fault"));
  g_assert_nonnull (strstr (app_text (export.dialog, "fault"), "this computer"));
  export_clear (&export);
}

static void
test_enter_exports (void)
{
  Export export;

  export_forget ();
  export_init (&export);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (export.dialog))
                 == app_child (export.dialog, "export_button"));
  export_clear (&export);
}

static gboolean
is_there (GFile *file)
{
  return g_file_query_exists (file, NULL);
}

/* The dialog may be closed while a worker still writes: the file comes all the same, and the window
 * says so, or what went wrong. */
static void
test_closed_while_writing (void)
{
  g_autoptr (GFile) file = app_new_file ("closed.png");
  g_autoptr (GFile) nowhere = app_new_file ("no/such/folder/chart.png");
  Export export;

  export_forget ();
  export_init (&export);
  mis_export_dialog_export_to (export.dialog, file);
  gtk_window_close (GTK_WINDOW (export.dialog));
  app_wait_until (export.dialog == NULL);
  app_wait_until (app_toast (export.window) != NULL);
  g_assert_true (g_str_has_prefix (app_toast (export.window), "Exported “closed.png” to "));
  g_assert_true (is_there (file));
  export_clear (&export);
  export_init (&export);
  mis_export_dialog_export_to (export.dialog, nowhere);
  gtk_window_close (GTK_WINDOW (export.dialog));
  app_wait_until (app_toast (export.window) != NULL);
  g_assert_true (g_str_has_prefix (app_toast (export.window), "“chart.png” was not exported. "));
  export_clear (&export);
}

static void
test_window_goes_while_writing (void)
{
  g_autoptr (GFile) file = app_new_file ("gone.png");
  Export export;

  export_forget ();
  export_init (&export);
  mis_export_dialog_export_to (export.dialog, file);
  app_destroy (export.window);
  app_wait_until (export.dialog == NULL);
  app_wait_until (is_there (file));
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/export-writing/formats", test_formats);
  g_test_add_func ("/app/export-writing/carries-what-made-it", test_carries_what_made_it);
  g_test_add_func ("/app/export-writing/names-the-weights", test_names_the_weights);
  g_test_add_func ("/app/export-writing/full-disk", test_full_disk);
  g_test_add_func ("/app/export-writing/nowhere", test_nowhere);
  g_test_add_func ("/app/export-writing/enter-exports", test_enter_exports);
  g_test_add_func ("/app/export-writing/closed-while-writing", test_closed_while_writing);
  g_test_add_func ("/app/export-writing/window-goes-while-writing", test_window_goes_while_writing);

  return app_run ();
}
