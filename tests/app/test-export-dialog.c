/* What is chosen for the file of a chart, its preview, and what is remembered of it. */
#include "export-fixture.h"

#include "app/explore-view.h"
#include "plot/export.h"

/* (transfer full): what the chart of @self looks like as SVG, after which the dialog is closed. */
static char *
export_text (Export *self)
{
  g_autoptr (GFile) file = app_new_file ("text.svg");

  export_choose (self, "format_row", SVG);
  export_to (self, file);
  return app_read_file (file);
}

static void
test_source (void)
{
  g_autofree char *with = NULL, *without = NULL;
  Export export;

  export_forget ();
  export_init (&export);
  g_assert_true (export_is_shown (&export, "source_row"));
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

  export_forget ();
  export_init (&export);
  chart = mis_explore_view_get_chart (app_child (export.window, "explore_view"), "share");
  title = g_strdup (mis_chart_get_title (chart));
  g_assert_cmpstr (export_get_title (&export), ==, title);
  g_assert_false (export_is_shown (&export, "title_reset_button"));
  export_set_title (&export, "Who is <right>?");
  g_assert_true (export_is_shown (&export, "title_reset_button"));
  text = export_text (&export);
  export_open (&export);
  g_assert_cmpstr (export_get_title (&export), ==, title);
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

  export_forget ();
  export_init (&export);
  title = g_strdup (export_get_title (&export));
  property = g_strdup_printf ("<title>%s</title>", title);
  drawn = g_strdup_printf (">%s</text>", title);
  export_set_title (&export, "  ");
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

  export_forget ();
  export_init (&export);
  title = g_strdup (export_get_title (&export));
  export_set_title (&export, "Another title");
  g_signal_emit_by_name (app_child (export.dialog, "title_reset_button"), "clicked");
  g_assert_cmpstr (export_get_title (&export), ==, title);
  g_assert_false (export_is_shown (&export, "title_reset_button"));
  export_clear (&export);
}

static void
test_remembers (void)
{
  g_autoptr (GFile) file = app_new_file ("remembered.svg");
  guint n_presets;
  Export export;

  export_forget ();
  mis_export_get_presets (&n_presets);
  export_init (&export);
  export_choose (&export, "format_row", SVG);
  export_choose (&export, "size_row", n_presets);
  export_choose (&export, "dpi_row", 1);
  export_set_number (&export, "width_spin", 123.5);
  export_set_number (&export, "height_spin", 45.5);
  export_set_number (&export, "text_spin", 9.5);
  export_set_title (&export, "");
  gtk_switch_set_active (app_child (export.dialog, "source_switch"), FALSE);
  gtk_switch_set_active (app_child (export.dialog, "transparent_switch"), TRUE);
  export_to (&export, file);
  export_open (&export);
  g_assert_cmpuint (export_get_chosen (&export, "format_row"), ==, SVG);
  g_assert_cmpuint (export_get_chosen (&export, "size_row"), ==, n_presets);
  g_assert_cmpuint (export_get_chosen (&export, "dpi_row"), ==, 1);
  g_assert_cmpfloat (export_get_number (&export, "width_spin"), ==, 123.5);
  g_assert_cmpfloat (export_get_number (&export, "height_spin"), ==, 45.5);
  g_assert_cmpfloat (export_get_number (&export, "text_spin"), ==, 9.5);
  g_assert_cmpstr (export_get_title (&export), ==, "");
  g_assert_true (export_is_shown (&export, "title_reset_button"));
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

      export_forget ();
      export_init (&export);
      export_choose (&export, "format_row", SVG);
      export_choose (&export, "size_row", n_presets);
      export_choose (&export, "size_row", i);
      g_assert_cmpfloat (export_get_number (&export, "width_spin"), ==, presets[i].width);
      g_assert_cmpfloat (export_get_number (&export, "height_spin"), ==, presets[i].height);
      g_assert_cmpfloat (export_get_number (&export, "text_spin"), ==, presets[i].text_size);
      export_to (&export, file);
      export_open (&export);
      g_assert_cmpuint (export_get_chosen (&export, "size_row"), ==, i);
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

  export_forget ();
  export_open_chart (&export, "areas");
  for (guint i = 0; i < n_presets; i++)
    {
      gboolean is_slide = strcmp (presets[i].nick, "slide") == 0;

      export_choose (&export, "size_row", n_presets);
      export_choose (&export, "size_row", i);
      if (is_slide)
        g_assert_cmpfloat (export_get_number (&export, "height_spin"), ==, presets[i].height);
      else
        g_assert_cmpfloat (export_get_number (&export, "height_spin"), <, presets[i].height);
    }
  export_clear (&export);
}

/* A row that does not apply stays where it is, so that no other one moves under the pointer. */
static void
test_resolution_is_that_of_png (void)
{
  Export export;
  GtkWidget *row;

  export_forget ();
  export_init (&export);
  row = app_child (export.dialog, "dpi_row");
  g_assert_true (gtk_widget_get_sensitive (row));
  export_choose (&export, "format_row", SVG);
  g_assert_false (gtk_widget_get_sensitive (row));
  export_choose (&export, "format_row", PDF);
  g_assert_false (gtk_widget_get_sensitive (row));
  g_assert_true (gtk_widget_get_visible (row));
  export_choose (&export, "format_row", PNG);
  g_assert_true (gtk_widget_get_sensitive (row));
  export_clear (&export);
}

static void
test_a_length_makes_a_size_of_its_own (void)
{
  guint n_presets;
  const MisExportPreset *presets = mis_export_get_presets (&n_presets);
  Export export;

  export_forget ();
  export_init (&export);
  export_choose (&export, "size_row", 1);
  export_set_number (&export, "height_spin", 99.5);
  g_assert_cmpuint (export_get_chosen (&export, "size_row"), ==, n_presets);
  g_assert_cmpfloat (export_get_number (&export, "width_spin"), ==, presets[1].width);
  g_assert_cmpfloat (export_get_number (&export, "height_spin"), ==, 99.5);
  export_choose (&export, "size_row", 2);
  g_assert_cmpfloat (export_get_number (&export, "height_spin"), ==, presets[2].height);
  export_set_number (&export, "width_spin", 100.5);
  g_assert_cmpuint (export_get_chosen (&export, "size_row"), ==, n_presets);
  g_assert_cmpfloat (export_get_number (&export, "height_spin"), ==, presets[2].height);
  /* The size of the text goes with any size. */
  export_choose (&export, "size_row", 0);
  export_set_number (&export, "text_spin", 9.5);
  g_assert_cmpuint (export_get_chosen (&export, "size_row"), ==, 0);
  export_clear (&export);
}

/* Names of sizes are told apart by their ends. */
static void
test_no_name_is_cut (void)
{
  static const char *const rows[] = { "format_row", "size_row", "dpi_row" };
  guint n_presets;
  Export export;

  export_forget ();
  mis_export_get_presets (&n_presets);
  export_init (&export);
  gtk_window_set_default_size (GTK_WINDOW (export.dialog), 340, 500);
  app_wait_until (gtk_widget_get_width (GTK_WIDGET (export.dialog)) < 400);
  for (guint i = 0; i < n_presets; i++)
    {
      export_choose (&export, "size_row", i);
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

/* (transfer full): @n curves with names that make a high key. */
static MisChart *
new_curves (guint n)
{
  MisChart *chart = mis_chart_new ();

  mis_chart_set_title (chart, "Conflict levels");
  mis_chart_set_subtitle (chart, "All runs");
  mis_chart_set_legend (chart, n > 1 ? MIS_LEGEND_BOX : MIS_LEGEND_NONE);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("conflict 0.25, 0.5, 0.75, 0.%u, 0.5, 0.75", i);

      mis_chart_add_series (chart, name, (double[]) { 0, 1 }, (double[]) { 0, i }, 2,
                            MIS_SERIES_LINE);
    }
  return chart;
}

static const char *
get_room_text (Export *self)
{
  GtkLabel *label = app_child (self->dialog, "room_label");

  g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (label)), ==,
                   *gtk_label_get_text (label) != '\0');
  gtk_test_accessible_assert_property (app_child (self->dialog, "preview"),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       gtk_label_get_text (label));
  return gtk_label_get_text (label);
}

/* What is not drawn is named; what is not wanted is not missed. */
static void
test_says_what_is_left_out (void)
{
  g_autoptr (MisChart) chart = new_curves (1);
  Export export = { .window = app_new_window ("shopping") };

  export_forget ();
  export_open_other (&export, chart);
  g_assert_cmpstr (get_room_text (&export), ==, "");
  export_set_number (&export, "height_spin", 20.0);
  g_assert_true (g_str_has_prefix (
      get_room_text (&export),
      "There is no room for the title, the subtitle and the source at this size."));
  export_set_title (&export, "");
  g_assert_true (g_str_has_prefix (get_room_text (&export),
                                   "There is no room for the source at this size."));
  gtk_switch_set_active (app_child (export.dialog, "source_switch"), FALSE);
  g_assert_null (strstr (get_room_text (&export), "There is no room"));
  export_clear (&export);
}

static void
test_offers_room_for_curves (void)
{
  g_autoptr (MisChart) chart = new_curves (5);
  guint n_presets;
  const MisExportPreset *presets = mis_export_get_presets (&n_presets);
  g_autofree char *advice = NULL, *offer = NULL;
  Export export = { .window = app_new_window ("shopping") };
  double fitting;

  export_forget ();
  export_open_other (&export, chart);
  g_assert_cmpuint (export_get_chosen (&export, "size_row"), ==, 0);
  g_assert_cmpfloat (export_get_number (&export, "text_spin"), ==, presets[0].text_size);
  fitting = export_get_number (&export, "height_spin");
  g_assert_cmpfloat (fitting, >, 60.0);
  g_assert_null (strstr (get_room_text (&export), "Little room"));
  export_set_number (&export, "height_spin", 45.0);
  advice = g_strdup_printf ("There is no room for the subtitle at this size. Little room is left "
                            "for the curves: try 85 × %.0f mm.",
                            fitting);
  offer = g_strdup_printf ("Use 85 × %.0f mm", fitting);
  g_assert_cmpstr (get_room_text (&export), ==, advice);
  g_assert_cmpstr (gtk_button_get_label (app_child (export.dialog, "room_button")), ==, offer);
  g_signal_emit_by_name (app_child (export.dialog, "room_button"), "clicked");
  g_assert_cmpuint (export_get_chosen (&export, "size_row"), ==, 0);
  g_assert_cmpfloat (export_get_number (&export, "height_spin"), ==, fitting);
  g_assert_null (strstr (get_room_text (&export), "Little room"));
  g_assert_false (export_is_shown (&export, "room_button"));
  /* Nothing is as large as that would have to be. */
  export_set_number (&export, "width_spin", 260.0);
  export_set_number (&export, "height_spin", 20.0);
  g_assert_true (g_str_has_suffix (get_room_text (&export),
                                   "Little room is left for the curves: try a larger size."));
  g_assert_false (export_is_shown (&export, "room_button"));
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

  export_forget ();
  export_init (&export);
  for (guint i = 0; i < n_presets; i++)
    {
      export_choose (&export, "size_row", i);
      assert_preview (&export, presets[i].width, presets[i].height);
    }
  export_choose (&export, "size_row", n_presets);
  export_set_number (&export, "width_spin", 50.0);
  export_set_number (&export, "height_spin", 200.0);
  assert_preview (&export, 50.0, 200.0);
  export_set_number (&export, "width_spin", 1000.0);
  export_set_number (&export, "height_spin", 1000.0);
  assert_preview (&export, 1.0, 1.0);
  export_clear (&export);
}

static void
test_preview_follows_choices (void)
{
  Export export;
  g_autoptr (GdkPaintable) before = NULL;

  export_forget ();
  export_init (&export);
  g_set_object (&before, gtk_picture_get_paintable (app_child (export.dialog, "preview")));
  export_set_title (&export, "Another title");
  g_assert_true (gtk_picture_get_paintable (app_child (export.dialog, "preview")) != before);
  g_set_object (&before, gtk_picture_get_paintable (app_child (export.dialog, "preview")));
  gtk_switch_set_active (app_child (export.dialog, "source_switch"), FALSE);
  g_assert_true (gtk_picture_get_paintable (app_child (export.dialog, "preview")) != before);
  export_clear (&export);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/export-dialog/source", test_source);
  g_test_add_func ("/app/export-dialog/title", test_title);
  g_test_add_func ("/app/export-dialog/no-title", test_no_title);
  g_test_add_func ("/app/export-dialog/title-comes-back", test_title_comes_back);
  g_test_add_func ("/app/export-dialog/remembers", test_remembers);
  g_test_add_func ("/app/export-dialog/remembers-each-size", test_remembers_each_size);
  g_test_add_func ("/app/export-dialog/height-of-bars", test_height_of_bars);
  g_test_add_func ("/app/export-dialog/resolution-is-that-of-png", test_resolution_is_that_of_png);
  g_test_add_func ("/app/export-dialog/a-length-makes-a-size-of-its-own",
                   test_a_length_makes_a_size_of_its_own);
  g_test_add_func ("/app/export-dialog/no-name-is-cut", test_no_name_is_cut);
  g_test_add_func ("/app/export-dialog/says-what-is-left-out", test_says_what_is_left_out);
  g_test_add_func ("/app/export-dialog/offers-room-for-curves", test_offers_room_for_curves);
  g_test_add_func ("/app/export-dialog/preview-has-the-shape", test_preview_has_the_shape);
  g_test_add_func ("/app/export-dialog/preview-follows-choices", test_preview_follows_choices);

  return app_run ();
}
