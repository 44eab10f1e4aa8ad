#include "app/export-room.h"

#include <glib/gi18n.h>

#include "plot/layout.h"

/* Of the height of the page, for the plot: below that a figure is more key than curves. */
#define LEAST_PLOT_SHARE 0.45

/* A curve or two are well read in a low plot too. */
#define FEW_SERIES 2u

/* By the texts that are left out. */
static const char *const LEFT_OUT[] = {
  [MIS_LAYOUT_TITLE] = N_ ("There is no room for the title at this size."),
  [MIS_LAYOUT_SUBTITLE] = N_ ("There is no room for the subtitle at this size."),
  [MIS_LAYOUT_SOURCE] = N_ ("There is no room for the source at this size."),
  [MIS_LAYOUT_TITLE | MIS_LAYOUT_SUBTITLE] =
      N_ ("There is no room for the title and the subtitle at this size."),
  [MIS_LAYOUT_TITLE | MIS_LAYOUT_SOURCE] =
      N_ ("There is no room for the title and the source at this size."),
  [MIS_LAYOUT_SUBTITLE | MIS_LAYOUT_SOURCE] =
      N_ ("There is no room for the subtitle and the source at this size."),
  [MIS_LAYOUT_TITLE | MIS_LAYOUT_SUBTITLE | MIS_LAYOUT_SOURCE] =
      N_ ("There is no room for the title, the subtitle and the source at this size."),
};

static gboolean
is_crowded (MisChart *chart, const MisExportOptions *options)
{
  g_autoptr (MisLayout) layout = mis_export_lay_out (chart, options);

  return mis_chart_get_n_bars (chart) == 0 && mis_chart_get_n_series (chart) > FEW_SERIES
         && mis_layout_get_plot_area (layout).height
                < LEAST_PLOT_SHARE * options->height * MIS_POINTS_PER_MM;
}

static gboolean
has_room (MisChart *chart, const MisExportOptions *options, const MisExportPreset *preset)
{
  MisExportOptions roomier = *options;

  roomier.width = preset->width;
  roomier.height = preset->height;
  roomier.text_size = preset->text_size;
  return !is_crowded (chart, &roomier);
}

const MisExportPreset *
mis_export_find_roomier (MisChart *chart, const MisExportOptions *options)
{
  guint n;
  const MisExportPreset *presets = mis_export_get_presets (&n);
  const MisExportPreset *best = NULL;

  g_return_val_if_fail (chart != NULL && options != NULL, NULL);

  if (!is_crowded (chart, options))
    return NULL;
  for (guint i = 0; i < n; i++)
    if (presets[i].width > options->width && (best == NULL || presets[i].width < best->width)
        && has_room (chart, options, &presets[i]))
      best = &presets[i];
  return best;
}

/* (transfer full): "" where the curves have their room. */
static char *
describe_plot (MisChart *chart, const MisExportOptions *options, const MisExportPreset *roomier)
{
  if (roomier != NULL)
    /* Translators: a width in millimetres */
    return g_strdup_printf (_ ("Little room is left for the curves: try %g mm."), roomier->width);
  return g_strdup (is_crowded (chart, options)
                       ? _ ("Little room is left for the curves: try a larger size.")
                       : "");
}

char *
mis_export_room_text (MisChart *chart,
                      const MisExportOptions *options,
                      const MisExportPreset *roomier)
{
  g_autoptr (MisLayout) layout = NULL;
  g_autofree char *plot = NULL;
  const char *texts;

  g_return_val_if_fail (chart != NULL && options != NULL, NULL);

  layout = mis_export_lay_out (chart, options);
  plot = describe_plot (chart, options, roomier);
  texts = LEFT_OUT[mis_layout_get_left_out (layout)];
  if (texts == NULL)
    return g_steal_pointer (&plot);
  return g_strconcat (_ (texts), *plot != '\0' ? " " : "", plot, NULL);
}
