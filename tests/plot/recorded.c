#include "recorded.h"

#include <string.h>

MisCanvas *
recorded_draw (MisChart *chart, double width, double height, double font_size, MisRenderFlags flags)
{
  MisCanvas *canvas = mis_canvas_recorder_new ();
  MisRenderStyle style = MIS_RENDER_STYLE_INIT;

  style.font_size = font_size;
  style.flags = flags;
  mis_chart_render (chart, canvas, mis_theme_get (MIS_THEME_LIGHT), &style, width, height);
  return canvas;
}

const MisRecord *
recorded_find_text (MisCanvas *canvas, const char *text)
{
  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    {
      const MisRecord *item = mis_canvas_recorder_get_record (canvas, i);

      if (item->text != NULL && strcmp (item->text, text) == 0)
        return item;
    }
  return NULL;
}
