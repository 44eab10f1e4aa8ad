#include "app/export-room.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "plot/layout.h"
#include "report/number-text.h"

/* Of the height of the page, for the plot: below that a figure is more text than curves. */
#define LEAST_PLOT_SHARE 0.45

/* Of an axis: what shows how far it goes, and how it is spread. */
#define LEAST_LABELS 3u

/* Of bars, in mm: what still shows something, and a page. */
#define LEAST_HEIGHT 25.0
#define MOST_HEIGHT 250.0

#define HEIGHT_STEP 5.0 /* in mm, in which curves ask for more */

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
is_bars (const MisChart *chart)
{
  return mis_chart_get_n_bars (chart) > 0;
}

/* An axis of two ticks has no third label at any size. */
static gboolean
is_readable (const MisLayout *layout, double height)
{
  return mis_layout_get_plot_area (layout).height
             >= LEAST_PLOT_SHARE * height * MIS_POINTS_PER_MM
         && mis_layout_count_labels (layout, MIS_AXIS_Y) >= LEAST_LABELS
         && mis_layout_count_labels (layout, MIS_AXIS_X) >= LEAST_LABELS;
}

static gboolean
is_crowded (MisChart *chart, const MisExportOptions *options)
{
  g_autoptr (MisLayout) layout = mis_export_lay_out (chart, options);

  return !is_bars (chart) && !is_readable (layout, options->height);
}

/* With all its texts, or without some of them. */
static gboolean
is_whole (MisChart *chart, const MisExportOptions *options)
{
  g_autoptr (MisLayout) layout = mis_export_lay_out (chart, options);

  return mis_layout_get_left_out (layout) == 0;
}

/* The least height at which curves have room, and their texts if @whole; 0 if that is none. */
static double
find_height (MisChart *chart, MisExportOptions *options, double least, gboolean whole)
{
  for (options->height = least; options->height <= MAX (options->width, least);
       options->height += HEIGHT_STEP)
    if (!is_crowded (chart, options) && (!whole || is_whole (chart, options)))
      return options->height;
  return 0;
}

static double
fit_bars (MisChart *chart, const MisExportOptions *options)
{
  MisRenderFlags flags = 0;
  double height;

  if (!options->with_title)
    flags |= MIS_RENDER_NO_TITLE;
  if (!options->with_source)
    flags |= MIS_RENDER_NO_SOURCE;
  height = mis_chart_natural_height (chart, options->width * MIS_POINTS_PER_MM, options->text_size,
                                     flags);
  return CLAMP (ceil (height / MIS_POINTS_PER_MM), LEAST_HEIGHT, MOST_HEIGHT);
}

double
mis_export_fit_height (MisChart *chart,
                       const MisExportOptions *options,
                       const MisExportPreset *preset)
{
  const gboolean is_slide = strcmp (preset->nick, "slide") == 0;
  MisExportOptions sized = *options;
  double height;

  g_return_val_if_fail (chart != NULL && options != NULL, 0);

  sized.width = preset->width;
  if (is_bars (chart) && !is_slide)
    return fit_bars (chart, &sized);
  if (is_slide || strcmp (preset->nick, "paper") == 0)
    return preset->height;
  height = find_height (chart, &sized, preset->height, TRUE);
  if (height <= 0)
    height = find_height (chart, &sized, preset->height, FALSE);
  return height > 0 ? height : preset->height;
}

static gboolean
has_room (MisChart *chart, const MisExportOptions *options, const MisExportPreset *preset)
{
  MisExportOptions roomier = *options;

  roomier.width = preset->width;
  roomier.text_size = preset->text_size;
  roomier.height = mis_export_fit_height (chart, &roomier, preset);
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
    if (presets[i].width >= options->width && (best == NULL || presets[i].width < best->width)
        && has_room (chart, options, &presets[i]))
      best = &presets[i];
  return best;
}

char *
mis_export_put_size (const char *text,
                     MisChart *chart,
                     const MisExportOptions *options,
                     const MisExportPreset *preset)
{
  MisExportOptions sized = *options;
  g_autofree char *width = NULL;
  g_autofree char *height = NULL;
  GString *sentence = g_string_new (text);

  sized.text_size = preset->text_size;
  width = mis_number_text (preset->width, 1);
  height = mis_number_text (mis_export_fit_height (chart, &sized, preset), 1);
  g_string_replace (sentence, "%s", width, 1);
  g_string_replace (sentence, "%s", height, 1);
  return g_string_free (sentence, FALSE);
}

/* (transfer full): "" where the curves have their room. */
static char *
describe_plot (MisChart *chart, const MisExportOptions *options, const MisExportPreset *roomier)
{
  if (roomier != NULL)
    return mis_export_put_size (
        /* Translators: a width and a height in millimetres */
        _ ("Little room is left for the curves: try %s × %s mm."), chart, options, roomier);
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
