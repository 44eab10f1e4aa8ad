/* draw-samples FOLDER: for check-pictures.py and for people who look, writes
 * - each sample chart as PNG, SVG and PDF in every export preset, with the boxes of its texts,
 * - each as PNG in the sizes and themes of the screen,
 * - a sheet of texts, one to a line, as PNG and SVG. */
#include <cairo.h>
#include <glib.h>
#include <math.h>
#include <string.h>

#include "plot/canvas-cairo.h"
#include "plot/canvas-recorder.h"
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
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  g_bytes_unref (bytes);
}

#define POINTS_PER_MM (72 / 25.4)

/* A line "x y width height" in points for each text. */
static GBytes *
list_texts (MisChart *chart, const MisExportOptions *options)
{
  g_autoptr (MisCanvas) canvas = mis_canvas_recorder_new ();
  MisRenderStyle style = MIS_RENDER_STYLE_INIT;
  GString *lines = g_string_new (NULL);

  style.font_size = options->text_size;
  mis_chart_render (chart, canvas, mis_theme_get (MIS_THEME_PAPER), &style,
                    options->width * POINTS_PER_MM, options->height * POINTS_PER_MM);
  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    {
      const MisRecord *record = mis_canvas_recorder_get_record (canvas, i);
      const MisRect *box = &record->bounds;

      if (record->kind == MIS_RECORD_TEXT)
        g_string_append_printf (lines, "%.3f %.3f %.3f %.3f\n", box->x, box->y, box->width,
                                box->height);
    }
  return g_string_free_to_bytes (lines);
}

static void
draw_preset (MisChart *chart, const char *folder, const char *name, const MisExportPreset *preset)
{
  MisExportOptions options = MIS_EXPORT_OPTIONS_INIT;

  options.width = preset->width;
  options.height = preset->height;
  options.text_size = preset->text_size;
  options.dpi = strcmp (preset->nick, "slide") == 0 ? 96 : 192;
  options.metadata = "{\"sample\": \"<\u00e4 & b>\"}";
  save (mis_chart_to_png (chart, &options, NULL), folder, name, preset->nick, "png");
  save (mis_chart_to_svg (chart, &options, NULL), folder, name, preset->nick, "svg");
  save (mis_chart_to_pdf (chart, &options, NULL), folder, name, preset->nick, "pdf");
  save (list_texts (chart, &options), folder, name, preset->nick, "texts");
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
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, screen->width, screen->height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (MisCanvas) canvas = mis_canvas_cairo_new (cr);
  MisRenderStyle style = MIS_RENDER_STYLE_INIT;
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, screen->name);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  style.font_size = 12;
  style.flags = screen->flags;
  style.hover_x = screen->hover_x;
  mis_chart_render (chart, canvas, mis_theme_get (screen->theme), &style, screen->width,
                    screen->height);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* 432 x 288 points, 18 lines of 16 points; each way to anchor, all sizes, several scripts. */
static void
draw_sheet (MisCanvas *canvas)
{
  static const char *const texts[] = {
    "Population Misalignment",
    "Proportion of Agents Which are Autonomous Vehicles",
    "scenario weights, conflict 0.5",
    "0.0",
    "\u22120.25",
    "12.5\u00a0%",
    "Right of way drives the conflict",
    "W\u00e4hlerschaft \u00dcberpr\u00fcfung",
    "\u05d4\u05d5\u05dc\u05da \u05e8\u05d2\u05dc",
    "AVATAR To Ty fi ffl",
    "2.5\u00d710\u207b\u00b9\u00b2",
    "theorem 4: at most 0.45",
    "minimum to maximum of 100 runs",
    "+37",
    "you are here",
    "\u0420\u0430\u0432\u043d\u043e\u0432\u0435\u0441\u0438\u0435",
    "Emergency braking\u2026",
    "1,000 agents in one problem area",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const MisText text = {
        .text = texts[i],
        .x = 20 + 196 * (i % 3),
        .y = 16 * (i + 1) - 4,
        .size = 6 + i % 4 * 2,
        .bold = i % 5 == 1,
        .anchor = (MisAnchor)(i % 3),
        .color = { 0, 0, 0, 1 },
      };

      mis_canvas_text (canvas, &text);
    }
}

static void
save_sheet (const char *folder)
{
  const double scale = 192 / 72.0;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1152, 768);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (MisCanvas) picture = mis_canvas_cairo_new (cr);
  g_autoptr (MisCanvas) svg = mis_canvas_svg_new (432, 288, MIS_SVG_TEXT, NULL, NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "sheet-paper.png", NULL);

  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  draw_sheet (picture);
  draw_sheet (svg);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  save (mis_canvas_svg_finish (svg), folder, "sheet", "paper", "svg");
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
  save_sheet (argv[1]);
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
