/* A chart as a file: formats, sizes, preview, what is remembered, what goes wrong. */
#include "app-fixture.h"

#include <math.h>
#include <sys/resource.h>

#include "app/explore-view.h"
#include "app/export-dialog.h"
#include "app/export-job.h"
#include "config.h"
#include "file/bundled-experiment.h"
#include "file/project-writer.h"
#include "plot/export.h"

enum
{
  PNG,
  SVG,
  PDF,
};

/* The dialog above a window, with the chart of an example. */
typedef struct
{
  MisWindow *window;
  MisExportDialog *dialog;
} Export;

static void
forget (void)
{
  g_autoptr (GSettings) settings = g_settings_new (MIS_APPLICATION_ID);
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

static void
export_open_chart (Export *self, const char *name)
{
  MisChart *chart = mis_explore_view_get_chart (app_child (self->window, "explore_view"), name);

  self->dialog = mis_export_dialog_new (
      self->window, chart, name,
      &(MisChartOrigin) { .world = mis_document_get_world (mis_window_get_document (self->window)),
                          .source = (char *) "Source: here" });
  g_object_add_weak_pointer (G_OBJECT (self->dialog), (gpointer *) &self->dialog);
  app_present (self->dialog);
}

static void
export_open (Export *self)
{
  export_open_chart (self, "share");
}

static void
export_init (Export *self)
{
  *self = (Export) { .window = app_new_window ("shopping") };
  export_open (self);
}

static void
export_clear (Export *self)
{
  if (self->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  app_wait_until (self->dialog == NULL);
  app_destroy (self->window);
}

static void
choose (Export *self, const char *row, guint selected)
{
  adw_combo_row_set_selected (app_child (self->dialog, row), selected);
}

static guint
get_chosen (Export *self, const char *row)
{
  return adw_combo_row_get_selected (app_child (self->dialog, row));
}

static gboolean
is_shown (Export *self, const char *part)
{
  return gtk_widget_get_visible (app_child (self->dialog, part));
}

static double
get_number (Export *self, const char *spin)
{
  return gtk_spin_button_get_value (app_child (self->dialog, spin));
}

static void
set_number (Export *self, const char *spin, double value)
{
  gtk_spin_button_set_value (app_child (self->dialog, spin), value);
}

static const char *
get_title (Export *self)
{
  return gtk_editable_get_text (app_child (self->dialog, "title_row"));
}

static void
set_title (Export *self, const char *title)
{
  gtk_editable_set_text (app_child (self->dialog, "title_row"), title);
}

/* Exports, after which the dialog closes itself, and the window says where to. */
static void
export_to (Export *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *expected = g_strdup_printf ("Exported to “%s”", name);

  mis_export_dialog_export_to (self->dialog, file);
  app_wait_until (self->dialog == NULL);
  g_assert_cmpstr (app_toast (self->window), ==, expected);
}

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

      forget ();
      export_init (&export);
      choose (&export, "format_row", formats[i].row);
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

  forget ();
  export_init (&export);
  project = mis_project_write (mis_document_get_world (mis_window_get_document (export.window)));
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, project);
  choose (&export, "format_row", SVG);
  export_to (&export, file);
  text = app_read_file (file);
  g_assert_nonnull (strstr (text, "<metadata"));
  g_assert_nonnull (strstr (text, "Misalign"));
  g_assert_nonnull (strstr (text, "share"));
  g_assert_nonnull (strstr (text, hash));
  export_clear (&export);
}

/* (transfer full): what the chart of @self looks like as SVG, after which the dialog is closed. */
static char *
export_text (Export *self)
{
  g_autoptr (GFile) file = app_new_file ("text.svg");

  choose (self, "format_row", SVG);
  export_to (self, file);
  return app_read_file (file);
}

static void
test_source (void)
{
  g_autofree char *with = NULL, *without = NULL;
  Export export;

  forget ();
  export_init (&export);
  g_assert_true (is_shown (&export, "source_row"));
  with = export_text (&export);
  export_open (&export);
  gtk_switch_set_active (app_child (export.dialog, "source_switch"), FALSE);
  without = export_text (&export);
  export_clear (&export);
  g_assert_nonnull (strstr (with, ">Source: here</text>"));
  g_assert_nonnull (strstr (with, "Source: here</desc>"));
  g_assert_null (strstr (without, "Source: here"));
}

/* Worded by the user; the chart in the window keeps its own. */
static void
test_title (void)
{
  g_autofree char *text = NULL, *title = NULL;
  Export export;
  MisChart *chart;

  forget ();
  export_init (&export);
  chart = mis_explore_view_get_chart (app_child (export.window, "explore_view"), "share");
  title = g_strdup (mis_chart_get_title (chart));
  g_assert_cmpstr (get_title (&export), ==, title);
  g_assert_false (is_shown (&export, "title_reset_button"));
  set_title (&export, "Who is <right>?");
  g_assert_true (is_shown (&export, "title_reset_button"));
  text = export_text (&export);
  export_open (&export);
  g_assert_cmpstr (get_title (&export), ==, title);
  g_assert_cmpstr (mis_chart_get_title (chart), ==, title);
  export_clear (&export);
  g_assert_nonnull (strstr (text, "<title>Who is &lt;right&gt;?</title>"));
  g_assert_nonnull (strstr (text, ">Who is &lt;right&gt;?</text>"));
  g_assert_null (strstr (text, title));
}

/* Nothing is drawn, but a file without any name is of no use to those who cannot see it. */
static void
test_no_title (void)
{
  g_autofree char *text = NULL, *title = NULL, *property = NULL, *drawn = NULL;
  Export export;

  forget ();
  export_init (&export);
  title = g_strdup (get_title (&export));
  property = g_strdup_printf ("<title>%s</title>", title);
  drawn = g_strdup_printf (">%s</text>", title);
  set_title (&export, "  ");
  text = export_text (&export);
  export_clear (&export);
  g_assert_nonnull (strstr (text, property));
  g_assert_null (strstr (text, drawn));
}

static void
test_title_comes_back (void)
{
  g_autofree char *title = NULL;
  Export export;

  forget ();
  export_init (&export);
  title = g_strdup (get_title (&export));
  set_title (&export, "Another title");
  g_signal_emit_by_name (app_child (export.dialog, "title_reset_button"), "clicked");
  g_assert_cmpstr (get_title (&export), ==, title);
  g_assert_false (is_shown (&export, "title_reset_button"));
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

  forget ();
  g_assert_true (g_file_make_directory (folder, NULL, NULL));
  export_init (&export);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &(struct rlimit) { 100, limit.rlim_max }), ==, 0);
  mis_export_dialog_export_to (export.dialog, file);
  app_wait_until (is_shown (&export, "fault"));
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

  forget ();
  export_init (&export);
  mis_export_dialog_export_to (export.dialog, missing);
  app_wait_until (is_shown (&export, "fault"));
  choose (&export, "format_row", SVG);
  g_assert_false (is_shown (&export, "fault"));
  mis_export_dialog_export_to (export.dialog, far);
  app_wait_until (is_shown (&export, "fault"));
  g_assert_nonnull (strstr (app_text (export.dialog, "fault"), "this computer"));
  export_clear (&export);
}

static void
test_remembers (void)
{
  g_autoptr (GFile) file = app_new_file ("remembered.svg");
  guint n_presets;
  Export export;

  forget ();
  mis_export_get_presets (&n_presets);
  export_init (&export);
  choose (&export, "format_row", SVG);
  choose (&export, "size_row", n_presets);
  choose (&export, "dpi_row", 1);
  set_number (&export, "width_spin", 123.5);
  set_number (&export, "height_spin", 45.5);
  set_number (&export, "text_spin", 9.5);
  set_title (&export, "");
  gtk_switch_set_active (app_child (export.dialog, "source_switch"), FALSE);
  gtk_switch_set_active (app_child (export.dialog, "transparent_switch"), TRUE);
  export_to (&export, file);
  export_open (&export);
  g_assert_cmpuint (get_chosen (&export, "format_row"), ==, SVG);
  g_assert_cmpuint (get_chosen (&export, "size_row"), ==, n_presets);
  g_assert_cmpuint (get_chosen (&export, "dpi_row"), ==, 1);
  g_assert_cmpfloat (get_number (&export, "width_spin"), ==, 123.5);
  g_assert_cmpfloat (get_number (&export, "height_spin"), ==, 45.5);
  g_assert_cmpfloat (get_number (&export, "text_spin"), ==, 9.5);
  g_assert_cmpstr (get_title (&export), ==, "");
  g_assert_true (is_shown (&export, "title_reset_button"));
  g_assert_false (gtk_switch_get_active (app_child (export.dialog, "source_switch")));
  g_assert_true (gtk_switch_get_active (app_child (export.dialog, "transparent_switch")));
  export_clear (&export);
}

/* Each size that is offered can be used, and is the one that is offered the next time. */
static void
test_remembers_each_size (void)
{
  g_autoptr (GFile) file = app_new_file ("sized.svg");
  guint n_presets;
  const MisExportPreset *presets = mis_export_get_presets (&n_presets);

  for (guint i = 0; i < n_presets; i++)
    {
      Export export;

      forget ();
      export_init (&export);
      choose (&export, "format_row", SVG);
      choose (&export, "size_row", n_presets);
      choose (&export, "size_row", i);
      g_assert_cmpfloat (get_number (&export, "width_spin"), ==, presets[i].width);
      g_assert_cmpfloat (get_number (&export, "height_spin"), ==, presets[i].height);
      g_assert_cmpfloat (get_number (&export, "text_spin"), ==, presets[i].text_size);
      export_to (&export, file);
      export_open (&export);
      g_assert_cmpuint (get_chosen (&export, "size_row"), ==, i);
      export_clear (&export);
    }
}

/* Two bars leave no page empty; a slide is as high as it is. */
static void
test_height_of_bars (void)
{
  guint n_presets;
  const MisExportPreset *presets = mis_export_get_presets (&n_presets);
  Export export = { .window = app_new_window ("shopping") };

  forget ();
  export_open_chart (&export, "areas");
  for (guint i = 0; i < n_presets; i++)
    {
      gboolean is_slide = strcmp (presets[i].nick, "slide") == 0;

      choose (&export, "size_row", n_presets);
      choose (&export, "size_row", i);
      if (is_slide)
        g_assert_cmpfloat (get_number (&export, "height_spin"), ==, presets[i].height);
      else
        g_assert_cmpfloat (get_number (&export, "height_spin"), <, presets[i].height);
    }
  export_clear (&export);
}

/* A row that does not apply stays where it is, so that no other one moves under the pointer. */
static void
test_resolution_is_that_of_png (void)
{
  Export export;
  GtkWidget *row;

  forget ();
  export_init (&export);
  row = app_child (export.dialog, "dpi_row");
  g_assert_true (gtk_widget_get_sensitive (row));
  choose (&export, "format_row", SVG);
  g_assert_false (gtk_widget_get_sensitive (row));
  choose (&export, "format_row", PDF);
  g_assert_false (gtk_widget_get_sensitive (row));
  g_assert_true (gtk_widget_get_visible (row));
  choose (&export, "format_row", PNG);
  g_assert_true (gtk_widget_get_sensitive (row));
  export_clear (&export);
}

static void
test_a_length_makes_a_size_of_its_own (void)
{
  guint n_presets;
  const MisExportPreset *presets = mis_export_get_presets (&n_presets);
  Export export;

  forget ();
  export_init (&export);
  choose (&export, "size_row", 1);
  set_number (&export, "height_spin", 99.5);
  g_assert_cmpuint (get_chosen (&export, "size_row"), ==, n_presets);
  g_assert_cmpfloat (get_number (&export, "width_spin"), ==, presets[1].width);
  g_assert_cmpfloat (get_number (&export, "height_spin"), ==, 99.5);
  choose (&export, "size_row", 2);
  g_assert_cmpfloat (get_number (&export, "height_spin"), ==, presets[2].height);
  set_number (&export, "width_spin", 100.5);
  g_assert_cmpuint (get_chosen (&export, "size_row"), ==, n_presets);
  g_assert_cmpfloat (get_number (&export, "height_spin"), ==, presets[2].height);
  /* The size of the text goes with any size. */
  choose (&export, "size_row", 0);
  set_number (&export, "text_spin", 9.5);
  g_assert_cmpuint (get_chosen (&export, "size_row"), ==, 0);
  export_clear (&export);
}

/* Names of sizes are told apart by their ends. */
static void
test_no_name_is_cut (void)
{
  static const char *const rows[] = { "format_row", "size_row", "dpi_row" };
  guint n_presets;
  Export export;

  forget ();
  mis_export_get_presets (&n_presets);
  export_init (&export);
  gtk_window_set_default_size (GTK_WINDOW (export.dialog), 340, 500);
  app_wait_until (gtk_widget_get_width (GTK_WIDGET (export.dialog)) < 400);
  for (guint i = 0; i < n_presets; i++)
    {
      choose (&export, "size_row", i);
      for (guint k = 0; k < G_N_ELEMENTS (rows); k++)
        {
          GtkWidget *row = app_child (export.dialog, rows[k]);
          GtkLabel *label = GTK_LABEL (gtk_widget_get_template_child (row, ADW_TYPE_ACTION_ROW,
                                                                      "subtitle"));

          g_assert_cmpstr (gtk_label_get_text (label), !=, "");
          g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (label)));
          g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (label)));
        }
    }
  export_clear (&export);
}

static void
test_enter_exports (void)
{
  Export export;

  forget ();
  export_init (&export);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (export.dialog))
                 == app_child (export.dialog, "export_button"));
  export_clear (&export);
}

static void
assert_preview (Export *self, double width, double height)
{
  GdkPaintable *preview = gtk_picture_get_paintable (app_child (self->dialog, "preview"));

  g_assert_nonnull (preview);
  g_assert_cmpfloat_with_epsilon (gdk_paintable_get_intrinsic_aspect_ratio (preview),
                                  width / height, 0.02 * width / height);
  g_assert_cmpint (MAX (gdk_paintable_get_intrinsic_width (preview),
                        gdk_paintable_get_intrinsic_height (preview)),
                   >, 500);
  g_assert_true (gtk_widget_get_sensitive (app_child (self->dialog, "export_button")));
}

static void
test_preview_has_the_shape (void)
{
  guint n_presets;
  const MisExportPreset *presets = mis_export_get_presets (&n_presets);
  Export export;

  forget ();
  export_init (&export);
  for (guint i = 0; i < n_presets; i++)
    {
      choose (&export, "size_row", i);
      assert_preview (&export, presets[i].width, presets[i].height);
    }
  choose (&export, "size_row", n_presets);
  set_number (&export, "width_spin", 50.0);
  set_number (&export, "height_spin", 200.0);
  assert_preview (&export, 50.0, 200.0);
  set_number (&export, "width_spin", 1000.0);
  set_number (&export, "height_spin", 1000.0);
  assert_preview (&export, 1.0, 1.0);
  export_clear (&export);
}

static void
test_preview_follows_choices (void)
{
  Export export;
  g_autoptr (GdkPaintable) before = NULL;

  forget ();
  export_init (&export);
  g_set_object (&before, gtk_picture_get_paintable (app_child (export.dialog, "preview")));
  set_title (&export, "Another title");
  g_assert_true (gtk_picture_get_paintable (app_child (export.dialog, "preview")) != before);
  g_set_object (&before, gtk_picture_get_paintable (app_child (export.dialog, "preview")));
  gtk_switch_set_active (app_child (export.dialog, "source_switch"), FALSE);
  g_assert_true (gtk_picture_get_paintable (app_child (export.dialog, "preview")) != before);
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

  forget ();
  export_init (&export);
  mis_export_dialog_export_to (export.dialog, file);
  gtk_window_close (GTK_WINDOW (export.dialog));
  app_wait_until (export.dialog == NULL);
  app_wait_until (app_toast (export.window) != NULL);
  g_assert_cmpstr (app_toast (export.window), ==, "Exported to “closed.png”");
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

  forget ();
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

  g_test_add_func ("/app/export-dialog/formats", test_formats);
  g_test_add_func ("/app/export-dialog/carries-what-made-it", test_carries_what_made_it);
  g_test_add_func ("/app/export-dialog/source", test_source);
  g_test_add_func ("/app/export-dialog/title", test_title);
  g_test_add_func ("/app/export-dialog/no-title", test_no_title);
  g_test_add_func ("/app/export-dialog/title-comes-back", test_title_comes_back);
  g_test_add_func ("/app/export-dialog/names-the-weights", test_names_the_weights);
  g_test_add_func ("/app/export-dialog/full-disk", test_full_disk);
  g_test_add_func ("/app/export-dialog/nowhere", test_nowhere);
  g_test_add_func ("/app/export-dialog/remembers", test_remembers);
  g_test_add_func ("/app/export-dialog/remembers-each-size", test_remembers_each_size);
  g_test_add_func ("/app/export-dialog/height-of-bars", test_height_of_bars);
  g_test_add_func ("/app/export-dialog/resolution-is-that-of-png", test_resolution_is_that_of_png);
  g_test_add_func ("/app/export-dialog/a-length-makes-a-size-of-its-own",
                   test_a_length_makes_a_size_of_its_own);
  g_test_add_func ("/app/export-dialog/no-name-is-cut", test_no_name_is_cut);
  g_test_add_func ("/app/export-dialog/enter-exports", test_enter_exports);
  g_test_add_func ("/app/export-dialog/preview-has-the-shape", test_preview_has_the_shape);
  g_test_add_func ("/app/export-dialog/preview-follows-choices", test_preview_follows_choices);
  g_test_add_func ("/app/export-dialog/closed-while-writing", test_closed_while_writing);
  g_test_add_func ("/app/export-dialog/window-goes-while-writing", test_window_goes_while_writing);

  return app_run ();
}
