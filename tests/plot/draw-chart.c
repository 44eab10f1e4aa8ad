#include "draw-chart.h"

#include <math.h>
#include <string.h>

#include "plot/canvas-recorder.h"
#include "plot/export.h"
#include "plot/render.h"

void
mis_save_drawing (
  GBytes *bytes, const char *folder, const char *name, const char *variant, const char *ending)
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
  mis_save_drawing (mis_chart_to_png (chart, &options, NULL), folder, name, preset->nick, "png");
  mis_save_drawing (mis_chart_to_svg (chart, &options, NULL), folder, name, preset->nick, "svg");
  mis_save_drawing (mis_chart_to_pdf (chart, &options, NULL), folder, name, preset->nick, "pdf");
  mis_save_drawing (list_texts (chart, &options), folder, name, preset->nick, "texts");
  options.svg_text = MIS_SVG_OUTLINES;
  mis_save_drawing (mis_chart_to_svg (chart, &options, NULL), folder, name, preset->nick,
                    "outlines.svg");
}

void
mis_draw_presets (MisChart *chart, const char *folder, const char *name)
{
  guint n;
  const MisExportPreset *presets = mis_export_get_presets (&n);

  for (guint i = 0; i < n; i++)
    draw_preset (chart, folder, name, &presets[i]);
}
