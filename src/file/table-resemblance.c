/* Which names look like one name spelt in two ways. */
#include "file/table-contents.h"

#include <string.h>

#define SHORTEST_WORD 4u
#define SHORTEST_LABEL 3u /* what is left of a word of four letters */

char *
mis_name_fold (const char *name)
{
  g_autofree char *lower = g_utf8_casefold (name, -1);
  g_autofree char *plain = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *folded = g_string_new (NULL);

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (folded, g_utf8_get_char (p));
  return g_string_free (folded, FALSE);
}

/* Small letters and digits without accents, words with one space between them. */
static gunichar *
fold (const char *name, gsize *length)
{
  g_autofree char *lower = g_utf8_casefold (name, -1);
  g_autofree char *plain = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  gunichar *folded = g_new0 (gunichar, (gsize) g_utf8_strlen (plain, -1) + 1);
  gsize n = 0;

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        folded[n++] = c;
      else if (!g_unichar_ismark (c) && n > 0 && folded[n - 1] != ' ')
        folded[n++] = ' ';
    }
  *length = n > 0 && folded[n - 1] == ' ' ? n - 1 : n;
  return folded;
}

/* How long the word at @at is; 0 if it has a digit: what is numbered differs on purpose. */
static gsize
measure_word (const gunichar *text, gsize length, gsize at)
{
  gsize begin = MIN (at, length), end = begin;

  while (begin > 0 && text[begin - 1] != ' ')
    begin--;
  while (end < length && text[end] != ' ')
    end++;
  for (gsize i = begin; i < end; i++)
    if (!g_unichar_isalpha (text[i]))
      return 0;
  return end - begin;
}

/* What is left of two texts without what they begin and end with alike: nothing, a space, or one
 * slip. */
static gboolean
is_one_slip (const gunichar *a, gsize n_a, const gunichar *b, gsize n_b, gsize shortest)
{
  gsize begin = 0, end = 0, left_a, left_b;

  while (begin < MIN (n_a, n_b) && a[begin] == b[begin])
    begin++;
  while (end < MIN (n_a, n_b) - begin && a[n_a - 1 - end] == b[n_b - 1 - end])
    end++;
  left_a = n_a - begin - end;
  left_b = n_b - begin - end;
  if (left_a + left_b == 0)
    return TRUE;
  if (left_a + left_b == 1 && (left_a > 0 ? a : b)[begin] == ' ')
    return TRUE;
  if (measure_word (a, n_a, begin) < shortest || measure_word (b, n_b, begin) < shortest)
    return FALSE;
  return MAX (left_a, left_b) <= 1
         || (left_a == 2 && left_b == 2 && a[begin] == b[begin + 1] && a[begin + 1] == b[begin]);
}

static gboolean
resemble (const char *a, const char *b, gsize shortest)
{
  gsize n_a, n_b;
  g_autofree gunichar *folded_a = fold (a, &n_a);
  g_autofree gunichar *folded_b = fold (b, &n_b);

  return n_a > 0 && n_b > 0 && is_one_slip (folded_a, n_a, folded_b, n_b, shortest);
}

gboolean
mis_names_resemble (const char *a, const char *b)
{
  return resemble (a, b, SHORTEST_WORD);
}

/* What goes on in the same word is the same one only if the word is long enough to be told. */
static gboolean
begins_with (const char *name, const char *beginning)
{
  gunichar next;

  if (*beginning == '\0' || !g_str_has_prefix (name, beginning))
    return FALSE;
  next = g_utf8_get_char (name + strlen (beginning));
  return !g_unichar_isalnum (next) || g_utf8_strlen (beginning, -1) >= (glong) SHORTEST_WORD;
}

gboolean
mis_names_share_beginning (const char *a, const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);

  return begins_with (folded_a, folded_b) || begins_with (folded_b, folded_a);
}

gboolean
mis_label_resembles (const char *label, const char *column)
{
  return g_unichar_tolower (g_utf8_get_char (label))
           == g_unichar_tolower (g_utf8_get_char (column))
         && resemble (label, column, SHORTEST_LABEL);
}
