#include "file/json-text.h"

#include <string.h>

#define REPLACEMENT 0xfffdu /* the replacement character */

gsize
mis_json_skip_space (const char *text, gsize at)
{
  while (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')
    at++;
  return at;
}

static gsize
skip_string (const char *text, gsize at)
{
  for (at++; text[at] != '"'; at++)
    if (text[at] == '\\')
      at++;
  return at + 1;
}

/* Numbers, true, false and null end where punctuation or whitespace begins. */
static gsize
skip_word (const char *text, gsize at)
{
  while (g_ascii_isalnum (text[at]) || text[at] == '-' || text[at] == '+' || text[at] == '.')
    at++;
  return at;
}

gsize
mis_json_skip_value (const char *text, gsize at)
{
  guint depth = 0;

  if (text[at] == '"')
    return skip_string (text, at);
  if (text[at] != '{' && text[at] != '[')
    return skip_word (text, at);
  do
    {
      char c = text[at];

      if (c == '"')
        at = skip_string (text, at);
      else
        at++;
      if (c == '{' || c == '[')
        depth++;
      else if (c == '}' || c == ']')
        depth--;
    }
  while (depth > 0);
  return at;
}

static gunichar
read_hexadecimal (const char *digits)
{
  gunichar value = 0;

  for (guint i = 0; i < 4; i++)
    value = value * 16 + (gunichar) g_ascii_xdigit_value (digits[i]);
  return value;
}

/* Whether "\u" with the second half of a surrogate pair stands at @p, in a text that is closed. */
static gboolean
is_second_half (const char *p)
{
  gunichar c = p[0] == '\\' && p[1] == 'u' ? read_hexadecimal (p + 2) : 0;

  return c >= 0xdc00 && c < 0xe000;
}

/* @p is behind the backslash; returns what is behind the escape. Half a surrogate pair, which the
 * gate finds fault with, is decoded for the message only. */
static const char *
decode_escape (const char *p, GString *out)
{
  static const char letters[] = "b\bf\fn\nr\rt\t";
  const char *letter = letters;
  gunichar c;

  if (*p != 'u')
    {
      while (*letter != '\0' && *letter != *p)
        letter += 2;
      g_string_append_c (out, *letter != '\0' ? letter[1] : *p);
      return p + 1;
    }
  c = read_hexadecimal (p + 1);
  p += 5;
  if (c >= 0xd800 && c < 0xdc00 && is_second_half (p))
    {
      c = 0x10000 + ((c - 0xd800) << 10) + (read_hexadecimal (p + 2) - 0xdc00);
      p += 6;
    }
  else if (c >= 0xd800 && c < 0xe000)
    c = REPLACEMENT;
  g_string_append_unichar (out, c);
  return p;
}

gsize
mis_json_decode (const char *text, gsize at, GString *out)
{
  const char *p = text + at + 1;

  g_string_truncate (out, 0);
  while (*p != '"')
    {
      gsize plain = strcspn (p, "\"\\");

      g_string_append_len (out, p, (gssize) plain);
      p += plain;
      if (*p == '\\')
        p = decode_escape (p + 1, out);
    }
  return (gsize) (p + 1 - text);
}

void
mis_json_walk_init (MisJsonWalk *walk, const char *text, gsize container)
{
  walk->text = text;
  walk->is_object = text[container] == '{';
  walk->name = walk->value = 0;
  walk->index = 0;
  walk->next = mis_json_skip_space (text, container + 1);
}

gboolean
mis_json_walk_next (MisJsonWalk *walk)
{
  gsize at = walk->next;

  if (walk->value != 0)
    {
      at = mis_json_skip_space (walk->text, mis_json_skip_value (walk->text, walk->value));
      if (walk->text[at] != ',')
        return FALSE;
      at = mis_json_skip_space (walk->text, at + 1);
      walk->index++;
    }
  else if (walk->text[at] == '}' || walk->text[at] == ']')
    return FALSE;

  if (walk->is_object)
    {
      walk->name = at;
      at = mis_json_skip_space (walk->text, skip_string (walk->text, at));
      at = mis_json_skip_space (walk->text, at + 1);
    }
  walk->value = at;
  return TRUE;
}

guint
mis_json_count (const char *text, gsize container)
{
  MisJsonWalk walk;
  guint count = 0;

  mis_json_walk_init (&walk, text, container);
  while (mis_json_walk_next (&walk))
    count++;
  return count;
}
