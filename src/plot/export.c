#include "plot/export.h"

#include <cairo-pdf.h>
#include <math.h>

#include "plot/canvas-cairo.h"
#include "plot/png.h"
#include "plot/render.h"

#define POINTS_PER_INCH 72.0

/* Stands in every PDF, so that equal charts are equal files. */
#define PDF_DATE "2000-01-01T00:00:00Z"

static const MisExportPreset PRESETS[] = {
  { "column", "One column (85 mm)", 85, 60, 7 },
  { "wide-column", "One and a half columns (130 mm)", 130, 85, 8 },
  { "page", "Page width (180 mm)", 180, 110, 8 },
  { "slide", "Slide (254 × 143 mm)", 254, 143, 14 },
  { "paper", "As in the paper (6 × 4 inches)", 152.4, 101.6, 8 },
};

typedef struct
{
  const char *what;
  double value;
  double least;
  double most;
} Limit;

G_DEFINE_QUARK (mis - export - error - quark, mis_export_error)

const MisExportPreset *
mis_export_get_presets (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (PRESETS);
  return PRESETS;
}

static gboolean
check_limits (const MisExportOptions *options, GError **error)
{
  const Limit limits[] = {
    { "width in millimetres", options->width, 1, MIS_EXPORT_MAX_MM },
    { "height in millimetres", options->height, 1, MIS_EXPORT_MAX_MM },
    { "text size in points", options->text_size, 1, 100 },
    { "resolution in pixels per inch", options->dpi, 10, 10000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    if (!(limits[i].value >= limits[i].least && limits[i].value <= limits[i].most))
      {
        g_set_error (error, MIS_EXPORT_ERROR, MIS_EXPORT_ERROR_SIZE,
                     "The %s is %g; it must be from %g to %g", limits[i].what, limits[i].value,
                     limits[i].least, limits[i].most);
        return FALSE;
      }
  return TRUE;
}

static MisRenderFlags
get_flags (const MisExportOptions *options)
{
  MisRenderFlags flags = 0;

  if (options->transparent)
    flags |= MIS_RENDER_TRANSPARENT;
  if (!options->with_title)
    flags |= MIS_RENDER_NO_TITLE;
  if (!options->with_source)
    flags |= MIS_RENDER_NO_SOURCE;
  return flags;
}

MisLayout *
mis_export_lay_out (MisChart *chart, const MisExportOptions *options)
{
  g_return_val_if_fail (chart != NULL && options != NULL, NULL);

  return mis_layout_new (chart, options->width * MIS_POINTS_PER_MM,
                         options->height * MIS_POINTS_PER_MM, options->text_size,
                         get_flags (options));
}

static void
draw (MisChart *chart, MisCanvas *canvas, const MisExportOptions *options)
{
  MisRenderStyle style = MIS_RENDER_STYLE_INIT;

  style.font_size = options->text_size;
  style.flags = get_flags (options);
  mis_chart_render (chart, canvas, mis_theme_get (MIS_THEME_PAPER), &style,
                    options->width * MIS_POINTS_PER_MM, options->height * MIS_POINTS_PER_MM);
}

/* (transfer full): what is to be seen, and where it comes from. */
static char *
describe (const MisChart *chart, const MisExportOptions *options)
{
  const char *description = mis_chart_get_description (chart);
  const char *source = options->with_source ? mis_chart_get_source (chart) : "";
  const gboolean has_both = *description != '\0' && *source != '\0';

  return g_strconcat (description, has_both ? "\n" : "", source, NULL);
}

GBytes *
mis_chart_to_svg (MisChart *chart, const MisExportOptions *options, GError **error)
{
  g_autofree char *description = NULL;
  g_autoptr (MisCanvas) canvas = NULL;

  g_return_val_if_fail (chart != NULL && options != NULL, NULL);

  if (!check_limits (options, error))
    return NULL;
  description = describe (chart, options);
  canvas = mis_canvas_svg_new (options->width * MIS_POINTS_PER_MM,
                               options->height * MIS_POINTS_PER_MM, options->svg_text,
                               mis_chart_get_title (chart), description, options->metadata);
  draw (chart, canvas, options);
  return mis_canvas_svg_finish (canvas);
}

static gboolean
set_failed (GError **error, cairo_status_t status)
{
  g_set_error (error, MIS_EXPORT_ERROR, MIS_EXPORT_ERROR_FAILED, "The picture was not made: %s",
               cairo_status_to_string (status));
  return FALSE;
}

/* Draws on @surface; @scale is in units of the surface per point. */
static gboolean
draw_on_surface (MisChart *chart,
                 cairo_surface_t *surface,
                 double scale,
                 const MisExportOptions *options,
                 GError **error)
{
  cairo_t *cr;
  MisCanvas *canvas;
  cairo_status_t status = cairo_surface_status (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    return set_failed (error, status);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  canvas = mis_canvas_cairo_new (cr);
  draw (chart, canvas, options);
  status = cairo_status (cr);
  mis_canvas_free (canvas);
  cairo_destroy (cr);
  return status == CAIRO_STATUS_SUCCESS || set_failed (error, status);
}

/* A size in whole pixels; 0 with an error if no surface can be so large. */
static int
count_pixels (double mm, const MisExportOptions *options, const char *what, GError **error)
{
  double pixels = round (mm * MIS_POINTS_PER_MM * options->dpi / POINTS_PER_INCH);

  if (pixels > MIS_EXPORT_MAX_PIXELS)
    {
      g_set_error (error, MIS_EXPORT_ERROR, MIS_EXPORT_ERROR_SIZE,
                   "The %s would be %.0f pixels; it must be at most %d. Choose a smaller size or "
                   "fewer pixels per inch",
                   what, pixels, MIS_EXPORT_MAX_PIXELS);
      return 0;
    }
  return (int)MAX (pixels, 1);
}

GBytes *
mis_chart_to_png (MisChart *chart, const MisExportOptions *options, GError **error)
{
  cairo_surface_t *surface;
  GBytes *bytes = NULL;
  int width, height;

  g_return_val_if_fail (chart != NULL && options != NULL, NULL);

  if (!check_limits (options, error) ||
      (width = count_pixels (options->width, options, "width", error)) == 0 ||
      (height = count_pixels (options->height, options, "height", error)) == 0)
    return NULL;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  if (draw_on_surface (chart, surface, options->dpi / POINTS_PER_INCH, options, error))
    {
      g_autofree char *description = describe (chart, options);
      const MisPngText texts[] = {
        { "Title", mis_chart_get_title (chart) },
        { "Description", description },
        { "Misalign", options->metadata },
      };

      bytes = mis_png_write (surface, options->dpi, texts, G_N_ELEMENTS (texts));
      if (bytes == NULL)
        set_failed (error, CAIRO_STATUS_NO_MEMORY);
    }
  cairo_surface_destroy (surface);
  return bytes;
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_property (cairo_surface_t *surface, cairo_pdf_metadata_t which, const char *text)
{
  if (text != NULL && *text != '\0')
    cairo_pdf_surface_set_metadata (surface, which, text);
}

GBytes *
mis_chart_to_pdf (MisChart *chart, const MisExportOptions *options, GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  g_autofree char *description = NULL;
  cairo_surface_t *surface;
  gboolean drawn;

  g_return_val_if_fail (chart != NULL && options != NULL, NULL);

  if (!check_limits (options, error))
    return NULL;
  bytes = g_byte_array_new ();
  description = describe (chart, options);
  surface = cairo_pdf_surface_create_for_stream (
      append_bytes, bytes, options->width * MIS_POINTS_PER_MM, options->height * MIS_POINTS_PER_MM);
  set_property (surface, CAIRO_PDF_METADATA_TITLE, mis_chart_get_title (chart));
  set_property (surface, CAIRO_PDF_METADATA_SUBJECT, description);
  set_property (surface, CAIRO_PDF_METADATA_KEYWORDS, options->short_metadata);
  set_property (surface, CAIRO_PDF_METADATA_CREATE_DATE, PDF_DATE);
  drawn = draw_on_surface (chart, surface, 1, options, error);
  cairo_surface_finish (surface);
  if (drawn && cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    drawn = set_failed (error, cairo_surface_status (surface));
  cairo_surface_destroy (surface);
  return drawn ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
