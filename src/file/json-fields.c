#include "file/json-fields.h"

#include <math.h>
#include <string.h>

#include "core/number.h"
#include "core/text.h"
#include "file/json-text.h"
#include "file/table-contents.h"

/* A number of more bytes than this is copied to be parsed. */
#define SHORT_NUMBER 64
/* Texts of the file are quoted up to so many characters. */
#define QUOTE_LENGTH 40

static char *
quote (MisJsonInput *input, gsize at)
{
  const char *end;

  mis_json_decode (input->text, at, input->scratch);
  end = input->scratch->str;
  for (guint i = 0; i < QUOTE_LENGTH && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  return g_strdup_printf ("\"%.*s%s\"", (int) (end - input->scratch->str), input->scratch->str,
                          *end != '\0' ? "…" : "");
}

/* What stands at @at, as a reader of the file would call it. */
static char *
describe (MisJsonInput *input, gsize at)
{
  switch (input->text[at])
    {
    case '{':
      return g_strdup ("an object");
    case '[':
      return g_strdup ("a list");
    case '"':
      return quote (input, at);
    default:
      return g_strndup (input->text + at, MIN (mis_json_skip_value (input->text, at) - at,
                                               QUOTE_LENGTH));
    }
}

gboolean
mis_json_fail_type (MisJsonInput *input, gsize at, const char *expected)
{
  g_autofree char *found = describe (input, at);

  return mis_json_fail (input, at, "found %s, expected %s", found, expected);
}

static char *
list_names (const char *const *names, guint n_names)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n_names; i++)
    g_string_append_printf (list, "%s%s", i == 0 ? "" : i + 1 == n_names ? " or " : ", ", names[i]);
  return g_string_free (list, FALSE);
}

static gboolean
fail_unknown_member (MisJsonInput *input, gsize at, const char *const *names, guint n_names)
{
  g_autofree char *found = quote (input, at);
  g_autofree char *expected = list_names (names, n_names);

  for (guint i = 0; i < n_names; i++)
    if (mis_names_resemble (input->scratch->str, names[i]))
      return mis_json_fail (input, at,
                            "found the member %s, expected only %s: did you mean \"%s\"?", found,
                            expected, names[i]);
  return mis_json_fail (input, at, "found the member %s, expected only %s", found, expected);
}

gboolean
mis_json_read_members (MisJsonInput *input,
                       gsize at,
                       const char *const *names,
                       guint n_names,
                       gsize *values)
{
  MisJsonWalk walk;

  if (!mis_json_expect_object (input, at))
    return FALSE;
  memset (values, 0, n_names * sizeof (gsize));
  mis_json_walk_init (&walk, input->text, at);
  while (mis_json_walk_next (&walk))
    {
      guint i = 0;

      mis_json_decode (input->text, walk.name, input->scratch);
      while (i < n_names && strcmp (names[i], input->scratch->str) != 0)
        i++;
      if (i < n_names)
        values[i] = walk.value;
      else if (!fail_unknown_member (input, walk.name, names, n_names)
               && !mis_json_set_aside (input))
        return FALSE;
    }
  return TRUE;
}

gboolean
mis_json_require (MisJsonInput *input, gsize object, const char *name, gsize value)
{
  return value != 0
         || mis_json_fail (input, object, "found no member \"%s\", expected one", name);
}

gboolean
mis_json_is_null (const MisJsonInput *input, gsize at)
{
  return input->text[at] == 'n';
}

gboolean
mis_json_expect_object (MisJsonInput *input, gsize at)
{
  return input->text[at] == '{' || mis_json_fail_type (input, at, "an object, in braces");
}

gboolean
mis_json_expect_list (MisJsonInput *input, gsize at)
{
  return input->text[at] == '[' || mis_json_fail_type (input, at, "a list, in brackets");
}

gboolean
mis_json_expect_pair (MisJsonInput *input, gsize at)
{
  guint n;

  if (input->text[at] != '[')
    return mis_json_fail_type (input, at, "a list of two goals");
  n = mis_json_count (input->text, at);
  return n == 2 || mis_json_fail (input, at, "found a list of %u, expected one of two goals", n);
}

const char *
mis_json_read_string (MisJsonInput *input, gsize at)
{
  if (input->text[at] != '"')
    {
      mis_json_fail_type (input, at, "a text in double quotes");
      return NULL;
    }
  mis_json_decode (input->text, at, input->scratch);
  return input->scratch->str;
}

char *
mis_json_read_text (MisJsonInput *input, gsize at, MisTextCheck check, const char *fallback)
{
  GError *error = NULL;
  const char *text;

  if (at == 0)
    return g_strdup (fallback);
  text = mis_json_read_string (input, at);
  if (text != NULL && check (text, &error))
    return g_strdup (text);
  if (text != NULL)
    mis_json_fail_error (input, at, error);
  /* What may be missing is not missed. */
  return fallback != NULL && mis_json_set_aside (input) ? g_strdup (fallback) : NULL;
}

gboolean
mis_json_read_note (MisJsonInput *input, gsize note_at, gsize source_at, MisNote **note)
{
  g_autofree char *text = NULL;
  g_autofree char *source = NULL;

  *note = NULL;
  if (note_at == 0 && source_at == 0)
    return TRUE;
  text = mis_json_read_text (input, note_at, mis_check_text, "");
  if (text == NULL)
    return FALSE;
  source = mis_json_read_text (input, source_at, mis_check_text, "");
  if (source == NULL)
    return FALSE;
  *note = mis_note_new (text, source);
  return TRUE;
}

static gboolean
is_number (const MisJsonInput *input, gsize at)
{
  return input->text[at] == '-' || g_ascii_isdigit (input->text[at]);
}

static double
parse_number (const MisJsonInput *input, gsize at)
{
  gsize length = mis_json_skip_value (input->text, at) - at;
  char buffer[SHORT_NUMBER];
  g_autofree char *copy = NULL;
  double value = 0.0;

  if (length >= SHORT_NUMBER)
    copy = g_strndup (input->text + at, length);
  else
    {
      memcpy (buffer, input->text + at, length);
      buffer[length] = '\0';
    }
  if (!mis_number_parse (copy != NULL ? copy : buffer, &value))
    g_assert_not_reached ();
  return value;
}

/* The number that a text holds, as some programs write it: with a decimal comma, or in percent. */
static gboolean
read_number_in_text (MisJsonInput *input, gsize at, double *number)
{
  g_autofree char *text = g_strdup (mis_json_read_string (input, at));
  gboolean is_percentage;

  g_strdelimit (g_strstrip (text), ",", '.');
  is_percentage = g_str_has_suffix (text, "%");
  if (is_percentage)
    text[strlen (text) - 1] = '\0';
  if (!mis_number_parse (g_strchomp (text), number))
    return FALSE;
  *number /= is_percentage ? 100.0 : 1.0;
  return TRUE;
}

static gboolean
fail_number (MisJsonInput *input, gsize at, double minimum, double maximum, const char *expected)
{
  char text[MIS_NUMBER_SIZE];
  g_autofree char *found = NULL;
  double number;

  if (input->text[at] != '"' || !read_number_in_text (input, at, &number) || number < minimum
      || number > maximum)
    return mis_json_fail_type (input, at, expected);
  found = describe (input, at);
  return mis_json_fail (input, at, "found the text %s, expected %s: write %s, without quotes",
                        found, expected, mis_number_format (number, text));
}

gboolean
mis_json_read_number (MisJsonInput *input, gsize at, double minimum, double maximum, double *value)
{
  char low[MIS_NUMBER_SIZE], high[MIS_NUMBER_SIZE];
  g_autofree char *expected = NULL;
  double number;

  if (at == 0)
    return TRUE;
  number = is_number (input, at) ? parse_number (input, at) : (double) NAN;
  if (number >= minimum && number <= maximum)
    {
      *value = number + 0.0; /* -0 becomes 0 */
      return TRUE;
    }
  expected = g_strdup_printf ("a number from %s to %s", mis_number_format (minimum, low),
                              mis_number_format (maximum, high));
  *value = (double) NAN;
  return fail_number (input, at, minimum, maximum, expected) || mis_json_set_aside (input);
}

gboolean
mis_json_read_probability (MisJsonInput *input, gsize at, double *value)
{
  return mis_json_read_number (input, at, 0.0, 1.0, value);
}

gboolean
mis_json_read_range (MisJsonInput *input,
                     gsize low_at,
                     gsize high_at,
                     double value,
                     double *low,
                     double *high)
{
  char text[MIS_NUMBER_SIZE];
  char end[MIS_NUMBER_SIZE];

  *low = *high = value;
  if (!mis_json_read_probability (input, low_at, low)
      || !mis_json_read_probability (input, high_at, high))
    return FALSE;
  if (*low > value
      && !mis_json_fail (input, low_at, "found %s, expected at most the value itself, %s",
                         mis_number_format (*low, end), mis_number_format (value, text))
      && !mis_json_set_aside (input))
    return FALSE;
  return *high >= value || isnan (*high) || isnan (value)
         || mis_json_fail (input, high_at, "found %s, expected at least the value itself, %s",
                           mis_number_format (*high, end), mis_number_format (value, text))
         || mis_json_set_aside (input);
}

gboolean
mis_json_read_whole (
  MisJsonInput *input, gsize at, guint64 minimum, guint64 maximum, guint64 *value)
{
  double number;

  if (at == 0)
    return TRUE;
  number = is_number (input, at) ? parse_number (input, at) : -1.0;
  if (!(number >= (double) minimum && number <= (double) maximum && number == floor (number)))
    {
      g_autofree char *expected = g_strdup_printf (
        "a whole number from %" G_GUINT64_FORMAT " to %" G_GUINT64_FORMAT, minimum, maximum);

      return fail_number (input, at, (double) minimum, (double) maximum, expected)
             || mis_json_set_aside (input);
    }
  *value = (guint64) number;
  return TRUE;
}

gboolean
mis_json_read_boolean (MisJsonInput *input, gsize at, gboolean *value)
{
  if (at == 0)
    return TRUE;
  if (input->text[at] != 't' && input->text[at] != 'f')
    return mis_json_fail_type (input, at, "true or false") || mis_json_set_aside (input);
  *value = input->text[at] == 't';
  return TRUE;
}

/* (transfer full): the words, and the one that is hardly misspelt. */
static char *
list_choices (MisJsonInput *input, gsize at, const MisChoice *choices)
{
  g_autofree char *nicks = mis_choice_list_nicks (choices);
  const char *found = input->text[at] == '"' ? mis_json_read_string (input, at) : "";

  for (guint i = 0; choices[i].nick != NULL; i++)
    if (mis_names_resemble (found, choices[i].nick))
      return g_strdup_printf ("%s: did you mean \"%s\"?", nicks, choices[i].nick);
  return g_steal_pointer (&nicks);
}

gboolean
mis_json_read_choice (MisJsonInput *input, gsize at, const MisChoice *choices, guint *choice)
{
  int found;

  if (at == 0)
    return TRUE;
  found = -1;
  if (input->text[at] == '"')
    found = mis_choice_from_nick (choices, mis_json_read_string (input, at));
  if (found < 0)
    {
      g_autofree char *expected = list_choices (input, at, choices);

      return mis_json_fail_type (input, at, expected) || mis_json_set_aside (input);
    }
  *choice = (guint) found;
  return TRUE;
}
