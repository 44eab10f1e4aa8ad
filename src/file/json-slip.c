#include "file/json-slip.h"

#include <string.h>

#include "file/json-text.h"

#define LONGEST_NUMBER 24 /* digits on one side of a comma that are quoted */

static char
get_character (const MisJsonSlip *slip, gsize at)
{
  return at < slip->length ? slip->text[at] : '\0';
}

static guint64
get_line (const MisJsonSlip *slip, gsize at)
{
  guint64 line, column;

  mis_json_get_position (slip->text, at, &line, &column);
  return line;
}

/* Where the last character before @at stands that is no space; %G_MAXSIZE if there is none. */
static gsize
find_before (const MisJsonSlip *slip, gsize at)
{
  while (at > 0 && g_ascii_isspace (slip->text[at - 1]))
    at--;
  return at > 0 ? at - 1 : G_MAXSIZE;
}

static char *
describe_unclosed (const MisJsonSlip *slip)
{
  return g_strdup_printf (": the \"%c\" of line %" G_GUINT64_FORMAT " is not closed by \"%c\"",
                          slip->opener, get_line (slip, slip->opened_at),
                          slip->opener == '{' ? '}' : ']');
}

/* (nullable) */
static char *
describe_comment (const MisJsonSlip *slip)
{
  char c = get_character (slip, slip->at), next = get_character (slip, slip->at + 1);

  if (c != '#' && !(c == '/' && (next == '/' || next == '*')))
    return NULL;
  return g_strdup (": JSON has no comments; write it into a \"note\" or a \"description\"");
}

static gboolean
is_other_quote (const MisJsonSlip *slip)
{
  static const char *const quotes[] = { "'", "`", "“", "”", "„", "‘", "’", "‚", "«", "»" };

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (slip->length - slip->at >= strlen (quotes[i])
        && memcmp (slip->text + slip->at, quotes[i], strlen (quotes[i])) == 0)
      return TRUE;
  return FALSE;
}

static gsize
count_digits (const MisJsonSlip *slip, gsize at, int step)
{
  gsize n = 0;

  while (n < LONGEST_NUMBER && g_ascii_isdigit (get_character (slip, at)))
    {
      n++;
      if (at == 0 && step < 0)
        break;
      at += (gsize) step;
    }
  return n;
}

/* (nullable): of "0,5", of which the 5 is taken for the next member. */
static char *
describe_decimal_comma (const MisJsonSlip *slip)
{
  gsize n_before, n_behind = count_digits (slip, slip->at, 1);
  const char *whole, *fraction = slip->text + slip->at;

  if (n_behind == 0 || slip->at < 2 || slip->text[slip->at - 1] != ',')
    return NULL;
  n_before = count_digits (slip, slip->at - 2, -1);
  if (n_before == 0)
    return NULL;
  if (slip->at > 1 + n_before && slip->text[slip->at - 2 - n_before] == '-')
    n_before++;
  whole = slip->text + slip->at - 1 - n_before;
  return g_strdup_printf (": write %.*s.%.*s, as numbers have a decimal point", (int) n_before,
                          whole, (int) n_behind, fraction);
}

static char *
describe_comma_too_many (const MisJsonSlip *slip, gsize comma)
{
  return g_strdup_printf (": the comma before it, in line %" G_GUINT64_FORMAT ", is one too many",
                          get_line (slip, comma));
}

/* A quote that is right behind the end of a text may be meant as part of it. */
static char *
describe_missing_comma (const MisJsonSlip *slip)
{
  gsize before = find_before (slip, slip->at);

  if (before == slip->at - 1 && slip->text[before] == '"'
      && get_character (slip, slip->at) != '"')
    return g_strdup (": a quote inside a text is written \\\"");
  return g_strdup_printf (": a comma is missing before it, at the end of line %" G_GUINT64_FORMAT,
                          get_line (slip, before));
}

static char *
describe_instead_of_comma (const MisJsonSlip *slip)
{
  char c = get_character (slip, slip->at);

  if (c == '}' || c == ']')
    return describe_unclosed (slip);
  return c == '"' || c == '{' || c == '[' || c == '-' || g_ascii_isalnum (c)
           ? describe_missing_comma (slip)
           : g_strdup ("");
}

static char *
describe_instead_of_name (const MisJsonSlip *slip)
{
  char c = get_character (slip, slip->at);
  gsize before = find_before (slip, slip->at);
  char *comma = describe_decimal_comma (slip);

  if (comma != NULL)
    return comma;
  if (c == '}' && before != G_MAXSIZE && slip->text[before] == ',')
    return describe_comma_too_many (slip, before);
  if (c == '{' || c == '[' || c == ']')
    return describe_unclosed (slip);
  return g_strdup (g_ascii_isalpha (c) ? ": put it in double quotes" : "");
}

static char *
describe_instead_of_value (const MisJsonSlip *slip)
{
  /* "NaN" is no text either, but what is meant by it nobody knows. */
  static const char *const words[][2] = { { "True", ": write true" }, { "False", ": write false" },
                                          { "None", ": write null" }, { "NULL", ": write null" },
                                          { "NaN", "" }, { "nan", "" }, { "Inf", "" },
                                          { "inf", "" } };
  char c = get_character (slip, slip->at);
  gsize before = find_before (slip, slip->at);

  if (c == ']' && before != G_MAXSIZE && slip->text[before] == ',')
    return describe_comma_too_many (slip, before);
  if (c == '.' || c == '+')
    return g_strdup (": a number begins with a digit or \"-\", as in 0.5");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (slip->length - slip->at >= strlen (words[i][0])
        && memcmp (slip->text + slip->at, words[i][0], strlen (words[i][0])) == 0)
      return g_strdup (words[i][1]);
  return g_strdup (g_ascii_isalpha (c) && slip->opener != '\0' ? ": put a text in double quotes"
                                                               : "");
}

char *
mis_json_slip_describe (const MisJsonSlip *slip)
{
  char *comment = describe_comment (slip);

  if (comment != NULL)
    return comment;
  if (slip->at >= slip->length)
    return slip->opener != '\0' ? describe_unclosed (slip) : g_strdup ("");
  if (is_other_quote (slip))
    return g_strdup (": names and texts stand in straight double quotes, \"so\"");
  switch (slip->wanted)
    {
    case MIS_JSON_WANTED_VALUE:
      return describe_instead_of_value (slip);
    case MIS_JSON_WANTED_NAME:
      return describe_instead_of_name (slip);
    case MIS_JSON_WANTED_COMMA:
      return describe_instead_of_comma (slip);
    case MIS_JSON_WANTED_OTHER:
    default:
      return g_strdup ("");
    }
}
