/* table-bytes.h: looks at many bytes of a table at once. Private to the scan of tables. */
#pragma once

#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

/* Which of the eight bytes of a word are zero, exact up to the first one that is. */
#define MIS_ONES G_GUINT64_CONSTANT (0x0101010101010101)
#define MIS_HIGHS G_GUINT64_CONSTANT (0x8080808080808080)
#define MIS_ZEROS(word) (((word) - MIS_ONES) & ~(word) & MIS_HIGHS)

static inline guint64
mis_load_word (const char *p)
{
  guint64 word;

  memcpy (&word, p, sizeof word);
  return GUINT64_FROM_LE (word);
}

/* mis_find_ends(): a set bit for each of the next MIS_STEP bytes that ends a field, and how far the
 * first of them is. */
#ifdef __SSE2__
typedef char MisBytes __attribute__ ((vector_size (16)));

#define MIS_ALL(c) ((MisBytes) { c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c })

/* One bit for each of 16 bytes: whether it ends a field. */
static inline guint64
mis_find_ends (const char *p, char separator)
{
  MisBytes bytes;

  memcpy (&bytes, p, sizeof bytes);
  bytes = (MisBytes) ((bytes == MIS_ALL (separator)) | (bytes == MIS_ALL ('\n'))
                      | (bytes == MIS_ALL ('"')));
  return (guint) __builtin_ia32_pmovmskb128 (bytes);
}

#define MIS_STEP 16
#define MIS_PLACE(found) __builtin_ctzll (found)
#else
/* The high bit of each of 8 bytes, likewise. */
static inline guint64
mis_find_ends (const char *p, char separator)
{
  guint64 word = mis_load_word (p);

  return MIS_ZEROS (word ^ (MIS_ONES * (guint8) separator)) | MIS_ZEROS (word ^ (MIS_ONES * '\n'))
         | MIS_ZEROS (word ^ (MIS_ONES * '"'));
}

#define MIS_STEP 8
#define MIS_PLACE(found) (__builtin_ctzll (found) / 8)
#endif

/* The first byte from @p on that is no UTF-8 text, or is NUL; @end if there is none. */
const char *mis_find_invalid (const char *p, const char *end);

G_END_DECLS
