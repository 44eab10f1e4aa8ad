/* What stands between the fields of a table, by what makes its first rows alike. */
#include "file/table-profile.h"

#include <string.h>

#include "file/table-scan.h"

#define MOST_BYTES ((gsize)64 * 1024)
#define MOST_RECORDS 50u

static const char candidates[] = { ',', ';', '\t' };

/* How well a separator cuts: the share of records like the header, and the fields of that. */
typedef struct
{
  double share;
  guint n_fields;
} Cut;

/* The bytes up to the last whole line among the first ones. */
static gsize
find_beginning (const char *text, gsize length)
{
  if (length <= MOST_BYTES)
    return length;
  for (gsize i = MOST_BYTES; i > 0; i--)
    if (text[i - 1] == '\n')
      return i;
  return MOST_BYTES;
}

static Cut
try_separator (const char *text, gsize length, char separator)
{
  Cut cut = { 0.0, 0 };
  guint n = 0, n_alike = 0;
  MisTableScan scan;

  mis_table_scan_init_memory (&scan, text, length);
  mis_table_scan_set_separator (&scan, separator);
  if (mis_table_scan_header (&scan))
    {
      cut.n_fields = scan.n_fields;
      for (; n < MOST_RECORDS && mis_table_scan_next (&scan); n++)
        n_alike += scan.n_fields == cut.n_fields ? 1 : 0;
      n += scan.fault != NULL ? 1 : 0;
      cut.share = n > 0 ? (double)n_alike / n : 1.0;
    }
  mis_fault_free (mis_table_scan_end (&scan));
  return cut;
}

/* One field in each row is what every wrong separator finds. */
static gboolean
is_better (const Cut *a, const Cut *b)
{
  if ((a->n_fields > 1) != (b->n_fields > 1))
    return a->n_fields > 1;
  if (a->share > b->share || a->share < b->share)
    return a->share > b->share;
  return a->n_fields > b->n_fields;
}

/* What a line "sep=;" says before the header; '\0' if there is none. */
static char
find_named (const char *text, gsize length)
{
  MisTableScan scan;
  char named = '\0';

  mis_table_scan_init_memory (&scan, text, length);
  if (mis_table_scan_header (&scan) && scan.row == 1 && scan.line > 1)
    named = scan.separator;
  mis_fault_free (mis_table_scan_end (&scan));
  return named;
}

/* A line "sep=;" is told from blank lines by its beginning. */
static gboolean
has_named (const char *text, gsize length)
{
  static const char mark[] = "\xef\xbb\xbf";

  if (length >= 3 && memcmp (text, mark, 3) == 0)
    return has_named (text + 3, length - 3);
  return length > 4 && g_ascii_strncasecmp (text, "sep=", 4) == 0;
}

char
mis_table_sniff_separator (const char *text, gsize length)
{
  gsize beginning = find_beginning (text, length);
  char named = has_named (text, length) ? find_named (text, beginning) : '\0';
  Cut best = try_separator (text, beginning, candidates[0]);
  char separator = candidates[0];

  if (named != '\0')
    return named;
  for (guint i = 1; i < G_N_ELEMENTS (candidates); i++)
    {
      Cut cut = try_separator (text, beginning, candidates[i]);

      if (!is_better (&cut, &best))
        continue;
      best = cut;
      separator = candidates[i];
    }
  return separator;
}
