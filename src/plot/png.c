/* cairo writes the pixels; the chunks it does not know are put in behind the first one.
 * PNG specification, third edition: https://www.w3.org/TR/png-3/ */
#include "plot/png.h"

#include <math.h>
#include <string.h>

/* The signature, and IHDR with its length, type and checksum. */
#define HEAD_SIZE (8 + 4 + 4 + 13 + 4)

static const double METRES_PER_INCH = 0.0254;

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
append_number (GByteArray *bytes, guint32 number)
{
  guint32 big_endian = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *)&big_endian, sizeof big_endian);
}

/* CRC-32 of ISO 3309, bit by bit: the chunks are small. */
static guint32
checksum (const guint8 *data, gsize length)
{
  guint32 sum = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      sum ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xedb88320 : sum >> 1;
    }
  return ~sum;
}

static void
append_chunk (GByteArray *file, const char *type, const GByteArray *content)
{
  guint start;

  append_number (file, content->len);
  start = file->len;
  g_byte_array_append (file, (const guint8 *)type, 4);
  g_byte_array_append (file, content->data, content->len);
  append_number (file, checksum (file->data + start, file->len - start));
}

static void
append_resolution (GByteArray *file, double dpi)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  const guint8 per_metre = 1;
  guint32 density = (guint32)round (dpi / METRES_PER_INCH);

  append_number (content, density);
  append_number (content, density);
  g_byte_array_append (content, &per_metre, 1);
  append_chunk (file, "pHYs", content);
}

static void
append_text (GByteArray *file, const MisPngText *text)
{
  /* Behind the keyword: its end, not compressed, no method, no language, no translated keyword. */
  static const guint8 plain[5] = { 0 };
  g_autoptr (GByteArray) content = g_byte_array_new ();

  if (text->text == NULL || *text->text == '\0')
    return;
  g_byte_array_append (content, (const guint8 *)text->keyword, (guint)strlen (text->keyword));
  g_byte_array_append (content, plain, sizeof plain);
  g_byte_array_append (content, (const guint8 *)text->text, (guint)strlen (text->text));
  append_chunk (file, "iTXt", content);
}

GBytes *
mis_png_write (cairo_surface_t *surface, double dpi, const MisPngText *texts, guint n_texts)
{
  g_autoptr (GByteArray) pixels = g_byte_array_new ();
  GByteArray *file;

  if (cairo_surface_write_to_png_stream (surface, append_bytes, pixels) != CAIRO_STATUS_SUCCESS ||
      pixels->len < HEAD_SIZE)
    return NULL;
  file = g_byte_array_sized_new (pixels->len + 4096);
  g_byte_array_append (file, pixels->data, HEAD_SIZE);
  append_resolution (file, dpi);
  for (guint i = 0; i < n_texts; i++)
    append_text (file, &texts[i]);
  g_byte_array_append (file, pixels->data + HEAD_SIZE, pixels->len - HEAD_SIZE);
  return g_byte_array_free_to_bytes (file);
}
