/* png.h: a PNG picture with its resolution and texts. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * MisPngText:
 * @keyword: 1 to 79 letters of ASCII
 * @text: UTF-8
 */
typedef struct
{
  const char *keyword;
  const char *text;
} MisPngText;

/**
 * mis_png_write:
 * @dpi: written as pHYs
 * @texts: (array length=n_texts): written as iTXt, uncompressed; those that are %NULL or "" are not
 *
 * Returns: (transfer full) (nullable): the file's bytes; %NULL if cairo failed
 */
GBytes *
mis_png_write (cairo_surface_t *surface, double dpi, const MisPngText *texts, guint n_texts);

G_END_DECLS
