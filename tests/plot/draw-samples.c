/* draw-samples FOLDER: writes each sample chart as PNG, SVG and PDF in every export preset, and as
 * PNG in the sizes and themes of the screen. For check-pictures.py and for people who look. */
#include <cairo.h>
#include <glib.h>
#include <math.h>
#include <string.h>

#include "plot/canvas-cairo.h"
#include "plot/export.h"
#include "plot/render.h"
#include "sample.h"

static void
save (GBytes *bytes, const char *folder, const char *name, const char *variant, const char *ending)
{
  g_autofree char *file = g_strdup_printf ("%s-%s.%s", name, variant, ending);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (bytes);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_bytes_unref (bytes);
}

static void
draw_preset (MisChart *chart, const char *folder, const char *name, const MisExportPreset *preset)
{
  MisExportOptions options = MIS_EXPORT_OPTIONS_INIT;

  options.width = preset->width;
  options.height = preset->height;
  options.text_size = preset->text_size;
  options.dpi = strcmp (preset->nick, "slide") == 0 ? 100 : 200;
  options.metadata = "{\"sample\": \"<\u00e4 & b>\"}";
  save (mis_chart_to_png (chart, &options, NULL), folder, name, preset->nick, "png");
  save (mis_chart_to_svg (chart, &options, NULL), folder, name, preset->nick, "svg");
  save (mis_chart_to_pdf (chart, &options, NULL), folder, name, preset->nick, "pdf");
  options.svg_text = MIS_SVG_OUTLINES;
  save (mis_chart_to_svg (chart, &options, NULL), folder, name, preset->nick, "outlines.svg");
}

typedef struct
{
  const char *name;
  int width;
  int height;
  MisThemeKind theme;
  MisRenderFlags flags;
  double hover_x;
} Screen;

static const Screen SCREENS[] = {
  { "screen", 1000, 500, MIS_THEME_LIGHT, 0, NAN },
  { "dark", 1000, 500, MIS_THEME_DARK, 0, NAN },
  { "hover", 700, 400, MIS_THEME_DARK, MIS_RENDER_READOUT | MIS_RENDER_NO_TITLE, 0.62 },
  { "contrast", 700, 400, MIS_THEME_HIGH_CONTRAST_LIGHT, 0, NAN },
  { "contrast-dark", 700, 400, MIS_THEME_HIGH_CONTRAST_DARK, 0, NAN },
  { "narrow", 320, 240, MIS_THEME_LIGHT, 0, NAN },
  { "thumbnail", 240, 135, MIS_THEME_LIGHT, MIS_RENDER_THUMBNAIL, NAN },
};

static void
draw_screen (MisChart *chart, const char *folder, const char *name, const Screen *screen)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, screen->width, screen->height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (MisCanvas) canvas = mis_canvas_cairo_new (cr);
  MisRenderStyle style = MIS_RENDER_STYLE_INIT;
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, screen->name);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  style.font_size = 12;
  style.flags = screen->flags;
  style.hover_x = screen->hover_x;
  mis_chart_render (chart, canvas, mis_theme_get (screen->theme), &style, screen->width, screen->height);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  guint n_samples, n_presets;
  const MisSample *samples = mis_sample_get_all (&n_samples);
  const MisExportPreset *presets = mis_export_get_presets (&n_presets);

  if (argc != 2)
    g_error ("usage: draw-samples FOLDER");
  for (guint i = 0; i < n_samples; i++)
    {
      g_autoptr (MisChart) chart = samples[i].make ();

      for (guint k = 0; k < n_presets; k++)
        draw_preset (chart, argv[1], samples[i].name, &presets[k]);
      for (guint k = 0; k < G_N_ELEMENTS (SCREENS); k++)
        draw_screen (chart, argv[1], samples[i].name, &SCREENS[k]);
    }
  return 0;
}
