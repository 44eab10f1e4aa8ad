/* draw-samples FOLDER: for check-pictures.py and for people who look, writes
 * - each sample chart as PNG, SVG and PDF in every export preset, with the boxes of its texts,
 * - each as PNG in the sizes and themes of the screen,
 * - a sheet of texts, one to a line, as PNG and SVG. */
#include <cairo.h>
#include <glib.h>
#include <math.h>

#include "draw-chart.h"
#include "plot/canvas-cairo.h"
#include "plot/canvas-svg.h"
#include "plot/render.h"
#include "sample.h"

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
    "and 37 more",
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
  mis_save_drawing (mis_canvas_svg_finish (svg), folder, "sheet", "paper", "svg");
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  guint n_samples;
  const MisSample *samples = mis_sample_get_all (&n_samples);

  if (argc != 2)
    g_error ("usage: draw-samples FOLDER");
  save_sheet (argv[1]);
  for (guint i = 0; i < n_samples; i++)
    {
      g_autoptr (MisChart) chart = samples[i].make ();

      mis_draw_presets (chart, argv[1], samples[i].name);
      for (guint k = 0; k < G_N_ELEMENTS (SCREENS); k++)
        draw_screen (chart, argv[1], samples[i].name, &SCREENS[k]);
    }
  return 0;
}
