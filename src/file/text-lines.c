#include "file/text-lines.h"

static guint
get_columns (gunichar c)
{
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

guint
mis_text_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += get_columns (g_utf8_get_char (p));
  return width;
}

/* Whether a line may end before @p, where no space is. */
static gboolean
may_break (const char *text, const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return p > text && g_unichar_iswide (c) && !g_unichar_iszerowidth (c) && !g_unichar_ispunct (c);
}

/* The end of the first line of @text. */
static const char *
find_end (const char *text, guint width)
{
  const char *end = NULL;
  guint used = 0;
  const char *p;

  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint columns = get_columns (g_utf8_get_char (p));

      if (*p == ' ' || may_break (text, p))
        end = p;
      if (used + columns > width)
        return end != NULL ? end : p;
      used += columns;
    }
  return p;
}

GPtrArray *
mis_text_wrap (const char *text, guint width)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (width >= 2, lines);

  do
    {
      const char *end = find_end (text, width);

      g_ptr_array_add (lines, g_strchomp (g_strndup (text, (gsize) (end - text))));
      for (text = end; *text == ' ';)
        text++;
    }
  while (*text != '\0');
  return lines;
}

void
mis_text_append_paragraph (GString *string, const char *text, guint indent)
{
  g_autoptr (GPtrArray) lines = mis_text_wrap (text, MIS_TEXT_COLUMNS - indent);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (string, "%*s%s\n", (int) indent, "", (char *) lines->pdata[i]);
}
