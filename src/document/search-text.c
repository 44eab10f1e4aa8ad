#include "document/search-text.h"

#include <string.h>

/* "ø" and "ł" are letters of their own for Unicode, not such with a mark. */
static void
append_latin (GString *plain, gunichar letter)
{
  char text[7] = { 0 };
  g_autofree char *nearest = NULL;

  g_unichar_to_utf8 (letter, text);
  nearest = g_str_to_ascii (text, "C");
  g_string_append (plain, strchr (nearest, '?') == NULL ? nearest : text);
}

char *
mis_search_text_fold (const char *text)
{
  g_autofree char *parts = NULL;
  g_autoptr (GString) plain = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  parts = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_return_val_if_fail (parts != NULL, g_strdup (""));
  plain = g_string_sized_new (strlen (parts));
  for (const char *p = parts; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter >= 0x80 && g_unichar_get_script (letter) == G_UNICODE_SCRIPT_LATIN)
        append_latin (plain, letter);
      else if (g_unichar_combining_class (letter) == 0)
        g_string_append_unichar (plain, letter);
    }
  return g_utf8_casefold (plain->str, -1);
}
