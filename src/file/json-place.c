/* Where something is, in words: the second half of json-text.h. */
#include "file/json-text.h"

#include <string.h>

#define LONGEST_WORD 24

void
mis_json_get_position (const char *text, gsize at, guint64 *line, guint64 *column)
{
  gsize begin = 0;

  *line = 1;
  *column = 1;
  if (at >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    begin = 3;
  for (gsize i = begin; i < at; i++)
    {
      if (text[i] == '\n')
        {
          (*line)++;
          *column = 1;
        }
      else if (((guchar) text[i] & 0xc0) != 0x80)
        (*column)++;
    }
}

/* One container on the way to the place. */
typedef struct
{
  gsize begin;
  gboolean is_object;
  gboolean has_name;
  gsize name;
  guint index;
} Level;

static gboolean
is_plain_name (const char *name)
{
  gsize length = strlen (name);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (name[i]) && name[i] != '_' && name[i] != '-')
      return FALSE;
  return length > 0 && length <= 64;
}

static void
append_name (GString *place, const char *name)
{
  const char *end = name;

  if (is_plain_name (name))
    {
      g_string_append_printf (place, "%s%s", place->len > 0 ? "." : "", name);
      return;
    }
  for (guint i = 0; i < LONGEST_WORD && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  g_string_append_printf (place, "[\"%.*s%s\"]", (int) (end - name), name,
                          *end != '\0' ? "…" : "");
}

static char *
spell_place (const char *text, const GArray *levels)
{
  g_autoptr (GString) name = g_string_new (NULL);
  GString *place = g_string_new (NULL);

  for (guint i = 0; i < levels->len; i++)
    {
      const Level *level = &g_array_index (levels, Level, i);

      if (!level->is_object)
        g_string_append_printf (place, "[%u]", level->index);
      else if (level->has_name)
        {
          mis_json_decode (text, level->name, name);
          append_name (place, name->str);
        }
    }
  return g_string_free (place, FALSE);
}

/* Goes past the string at @at; returns @at itself if @wanted lies within. */
static gsize
pass_string (const char *text, gsize at, gsize wanted, GArray *levels)
{
  Level *level = levels->len > 0 ? &g_array_index (levels, Level, levels->len - 1) : NULL;
  gsize end = mis_json_skip_value (text, at);

  if (level != NULL && level->is_object && !level->has_name)
    {
      level->name = at;
      level->has_name = TRUE;
    }
  return wanted < end ? at : end;
}

static void
pass_punctuation (const char *text, gsize at, GArray *levels)
{
  char c = text[at];
  Level *level = levels->len > 0 ? &g_array_index (levels, Level, levels->len - 1) : NULL;
  Level inner = { .begin = at, .is_object = c == '{' };

  if (c == '{' || c == '[')
    g_array_append_val (levels, inner);
  else if (level != NULL && (c == '}' || c == ']'))
    g_array_set_size (levels, levels->len - 1);
  else if (level != NULL && c == ',')
    {
      level->has_name = FALSE;
      level->index++;
    }
}

/* The containers around @at, the outermost first. */
static GArray *
find_levels (const char *text, gsize length, gsize at)
{
  GArray *levels = g_array_new (FALSE, FALSE, sizeof (Level));
  gsize i = 0;

  while (i < at && i < length)
    {
      gsize next = i + 1;

      if (text[i] == '"')
        {
          next = pass_string (text, i, at, levels);
          if (next == i)
            break;
        }
      else
        pass_punctuation (text, i, levels);
      i = next;
    }
  /* A name is a place of its own: the member it names. */
  if (i == at && i < length && text[i] == '"')
    pass_string (text, i, at, levels);
  return levels;
}

char *
mis_json_get_place (const char *text, gsize length, gsize at)
{
  g_autoptr (GArray) levels = find_levels (text, length, at);

  return spell_place (text, levels);
}

/* (nullable): what @object says it is called, unless that is what lies at @at. */
static char *
find_own_name (const char *text, gsize object, gsize at)
{
  g_autoptr (GString) word = g_string_new (NULL);
  MisJsonWalk walk;

  mis_json_walk_init (&walk, text, object);
  while (mis_json_walk_next (&walk))
    {
      mis_json_decode (text, walk.name, word);
      if (strcmp (word->str, "name") != 0 || text[walk.value] != '"' || walk.value == at)
        continue;
      mis_json_decode (text, walk.value, word);
      return g_strdup (word->str);
    }
  return NULL;
}

char *
mis_json_get_name (const char *text, gsize length, gsize at)
{
  g_autoptr (GArray) levels = find_levels (text, length, at);
  char *name = NULL;

  for (guint i = levels->len; name == NULL && i-- > 1;)
    {
      const Level *level = &g_array_index (levels, Level, i);

      if (level->is_object && !g_array_index (levels, Level, i - 1).is_object)
        name = find_own_name (text, level->begin, at);
    }
  return name;
}

static char *
describe_word (const char *word, gsize length)
{
  gsize shown = 0;

  while (shown < length && shown < LONGEST_WORD
         && (g_ascii_isalnum (word[shown]) || strchr ("+-.", word[shown]) != NULL))
    shown++;
  return g_strdup_printf ("\"%.*s\"", (int) shown, word);
}

static char *
describe_character (const char *p, gsize length)
{
  gunichar c = g_utf8_get_char_validated (p, (gssize) length);

  if (c == (gunichar) -1 || c == (gunichar) -2)
    return *p != '\0'
             ? g_strdup_printf ("the byte 0x%02X, which is not UTF-8", (guint) (guchar) *p)
             : g_strdup ("the control character U+0000");
  if (c < 0x20 || c == 0x7f)
    return g_strdup_printf ("the control character U+%04X", c);
  if (c == '"')
    return g_strdup ("a text in double quotes");
  if (c < 0x80)
    return g_strdup_printf ("\"%c\"", (char) c);
  return g_strdup_printf ("\"%.*s\" (U+%04X)", (int) (g_utf8_next_char (p) - p), p, c);
}

char *
mis_json_describe (const char *text, gsize length, gsize at)
{
  if (at >= length)
    return g_strdup ("the end of the file");
  if (g_ascii_isalnum (text[at]) || text[at] == '-')
    return describe_word (text + at, length - at);
  return describe_character (text + at, length - at);
}
