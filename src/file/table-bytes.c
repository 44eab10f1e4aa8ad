#include "file/table-bytes.h"

const char *
mis_find_invalid (const char *p, const char *end)
{
  while (p < end)
    {
      gunichar c;

      while (end - p >= 8)
        {
          guint64 word = mis_load_word (p);

          if (((word & MIS_HIGHS) | MIS_ZEROS (word)) != 0)
            break;
          p += 8;
        }
      if (p == end)
        break;
      if ((*p & 0x80) == 0 && *p != '\0')
        {
          p++;
          continue;
        }
      c = *p == '\0' ? (gunichar) -1 : g_utf8_get_char_validated (p, end - p);
      if (c == (gunichar) -1 || c == (gunichar) -2)
        return p;
      p = g_utf8_next_char (p);
    }
  return p;
}
