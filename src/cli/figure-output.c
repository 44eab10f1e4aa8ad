#include "cli/figure-output.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "config.h"
#include "file/figure-writer.h"
#include "file/json-emitter.h"
#include "plot/export.h"
#include "plot/layout.h"
#include "report/figure.h"

#define LEAST_HEIGHT 20.0 /* of bars, in mm */

const MisChoice mis_figure_formats[] = {
  { "png", N_("a PNG picture") },
  { "svg", N_("an SVG drawing") },
  { "pdf", N_("a PDF document") },
  { "csv", N_("a table") },
  { "json", N_("JSON") },
  { NULL, NULL },
};

gboolean
mis_figure_format_from_path (const char *path, MisFigureFormat *format)
{
  g_autofree char *name = g_path_get_basename (path);
  const char *dot = strrchr (name, '.');
  g_autofree char *ending = g_ascii_strdown (dot != NULL ? dot + 1 : "", -1);
  int found = mis_choice_from_nick (mis_figure_formats, ending);

  if (found < 0)
    return FALSE;
  *format = (MisFigureFormat) found;
  return TRUE;
}

gboolean
mis_figure_format_is_binary (MisFigureFormat format)
{
  return format == MIS_FIGURE_PNG || format == MIS_FIGURE_PDF;
}

/* What made the picture, so that it can be made again. */
static char *
make_metadata (const MisFigureData *data)
{
  MisJsonEmitter emitter;

  mis_json_emitter_init (&emitter);
  mis_json_emitter_begin (&emitter, '{', MIS_JSON_ONE_LINE);
  mis_json_emitter_member (&emitter, "program", "misalign " MIS_VERSION);
  mis_json_emitter_member (&emitter, "figure", data->id);
  mis_json_emitter_member_whole (&emitter, "agents", data->agents);
  mis_json_emitter_member_whole (&emitter, "runs", data->runs);
  mis_json_emitter_member_whole (&emitter, "seed", data->seed);
  if (data->weights_per != NULL)
    mis_json_emitter_member (&emitter, "weights_per", data->weights_per);
  mis_json_emitter_end (&emitter);
  return g_string_free (mis_json_emitter_steal (&emitter), FALSE);
}

/* Bars take the height they need, not that of a picture; in mm. */
static double
get_bars_height (MisChart *chart, const MisExportOptions *options)
{
  double height = mis_chart_natural_height (chart, options->width * MIS_POINTS_PER_MM,
                                            options->text_size, 0);

  return CLAMP (ceil (height / MIS_POINTS_PER_MM), LEAST_HEIGHT, MIS_EXPORT_MAX_MM);
}

GBytes *
mis_figure_draw (MisChart *chart, const char *metadata, MisFigureFormat format, GError **error)
{
  MisExportOptions options = MIS_EXPORT_OPTIONS_INIT;

  if (mis_chart_get_n_bars (chart) > 0)
    options.height = get_bars_height (chart, &options);
  options.metadata = metadata;
  options.short_metadata = metadata;
  if (format == MIS_FIGURE_PNG)
    return mis_chart_to_png (chart, &options, error);
  if (format == MIS_FIGURE_PDF)
    return mis_chart_to_pdf (chart, &options, error);
  return mis_chart_to_svg (chart, &options, error);
}

static GBytes *
draw (const MisFigureData *data,
      MisDistributionView view,
      const char *source,
      MisFigureFormat format,
      GError **error)
{
  g_autoptr (MisChart) chart = mis_figure_chart_view (data, view);
  g_autofree char *metadata = make_metadata (data);

  if (source != NULL)
    mis_chart_set_source (chart, source);
  return mis_figure_draw (chart, metadata, format, error);
}

GBytes *
mis_figure_format (const MisFigureData *data,
                   MisDistributionView view,
                   const char *source,
                   MisFigureFormat format,
                   MisCsvStyle style,
                   GError **error)
{
  switch (format)
    {
    case MIS_FIGURE_CSV:
      return data->is_distribution && view == MIS_DISTRIBUTION_HILL
                 ? mis_figure_write_bins_csv (data, style)
                 : mis_figure_write_csv (data, style);
    case MIS_FIGURE_JSON:
      return mis_figure_write_json (data);
    case MIS_FIGURE_PNG:
    case MIS_FIGURE_SVG:
    case MIS_FIGURE_PDF:
    default:
      return draw (data, view, source, format, error);
    }
}
