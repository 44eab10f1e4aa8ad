#include "core/text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/error.h"
#include "core/limits.h"

static gboolean
is_id_character (char c)
{
  return g_ascii_islower (c) || g_ascii_isdigit (c);
}

/* The characters that reorder the text around them: they can make a name read as another. */
static gboolean
is_bidi_control (gunichar c)
{
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e)
         || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_control (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c <= 0x9f);
}

static gboolean
check_characters (const char *text, const char *allowed_controls, GError **error)
{
  glong position = 1;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), position++)
    {
      gunichar c = g_utf8_get_char (p);
      gboolean control = is_control (c) && strchr (allowed_controls, (int) c) == NULL;

      if (!control && !is_bidi_control (c))
        continue;
      g_set_error (error, MIS_ERROR, MIS_ERROR_TEXT,
                   "found the %s character U+%04X as character %ld, expected text without it",
                   control ? "control" : "bidirectional control", c, position);
      return FALSE;
    }
  return TRUE;
}

gboolean
mis_check_id (const char *id, GError **error)
{
  gsize length = strlen (id);
  gboolean valid = length >= 1 && length <= MIS_MAX_ID_LENGTH && is_id_character (id[0]);

  for (gsize i = 0; valid && i < length; i++)
    valid = is_id_character (id[i]) || id[i] == '-' || id[i] == '_';
  if (valid)
    return TRUE;

  if (length > MIS_MAX_ID_LENGTH)
    g_set_error (error, MIS_ERROR, MIS_ERROR_TEXT,
                 "found %" G_GSIZE_FORMAT " characters, expected at most %u", length,
                 MIS_MAX_ID_LENGTH);
  else
    g_set_error (error, MIS_ERROR, MIS_ERROR_TEXT,
                 "found \"%s\", expected 1 to %u of a-z 0-9 - _, beginning with a letter or digit",
                 id, MIS_MAX_ID_LENGTH);
  return FALSE;
}

gboolean
mis_check_name (const char *name, GError **error)
{
  /* Counting stops to be needed once there are more bytes than the longest name can have. */
  gsize bytes = strlen (name);
  glong length = bytes > 4 * MIS_MAX_NAME_LENGTH ? G_MAXLONG : g_utf8_strlen (name, -1);

  if (length > (glong) MIS_MAX_NAME_LENGTH)
    {
      g_set_error (error, MIS_ERROR, MIS_ERROR_TEXT,
                   "found %ld characters, expected at most %u", g_utf8_strlen (name, -1),
                   MIS_MAX_NAME_LENGTH);
      return FALSE;
    }
  return check_characters (name, "", error);
}

gboolean
mis_check_text (const char *text, GError **error)
{
  gsize length = strlen (text);

  if (length > MIS_MAX_TEXT_LENGTH)
    {
      g_set_error (error, MIS_ERROR, MIS_ERROR_TEXT,
                   "found %" G_GSIZE_FORMAT " bytes, expected at most %u", length,
                   MIS_MAX_TEXT_LENGTH);
      return FALSE;
    }
  return check_characters (text, "\n\t", error);
}

/* Lower-case ASCII letters and digits with single dashes between them. */
char *
mis_id_fold_name (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  GString *id = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *p = ascii; *p != '\0' && id->len < MIS_MAX_ID_LENGTH; p++)
    {
      char c = g_ascii_tolower (*p);

      if (!is_id_character (c))
        {
          gap = id->len > 0;
          continue;
        }
      if (gap && id->len + 1 < MIS_MAX_ID_LENGTH)
        g_string_append_c (id, '-');
      gap = FALSE;
      if (id->len < MIS_MAX_ID_LENGTH)
        g_string_append_c (id, c);
    }
  return g_string_free (id, FALSE);
}

char *
mis_id_with_number (const char *stem, guint number)
{
  g_autofree char *suffix = g_strdup_printf ("-%u", number);
  gsize room = MIS_MAX_ID_LENGTH - strlen (suffix);

  return g_strdup_printf ("%.*s%s", (int) MIN (strlen (stem), room), stem, suffix);
}

char *
mis_id_from_name (const char *name,
                  const char *fallback,
                  gboolean (*is_taken) (const char *id, gpointer user_data),
                  gpointer user_data)
{
  g_autofree char *folded = mis_id_fold_name (name);
  gboolean has_name = folded[0] != '\0';
  const char *stem = has_name ? folded : fallback;

  if (has_name && !is_taken (folded, user_data))
    return g_steal_pointer (&folded);

  for (guint number = has_name ? 2 : 1;; number++)
    {
      g_autofree char *id = mis_id_with_number (stem, number);

      if (!is_taken (id, user_data))
        return g_steal_pointer (&id);
    }
}

char *
mis_name_of_copy (const char *name)
{
  /* Translators: the name of a copy; %s is the name of what it was copied from. */
  g_autofree char *words = g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, "%s (copy)"), "");
  glong room = (glong) MIS_MAX_NAME_LENGTH - g_utf8_strlen (words, -1);
  g_autofree char *kept = g_utf8_substring (name, 0, MIN (room, g_utf8_strlen (name, -1)));

  return g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, "%s (copy)"), kept);
}
