#include "file/json-format.h"

#include <string.h>

#include "file/json-text.h"

static gboolean
check_name (MisJsonInput *input, gsize root, gsize at, const MisJsonFormat *format)
{
  g_autofree char *expected = g_strdup_printf ("\"%s\"", format->name);

  if (at == 0)
    return mis_json_fail (input, root,
                          "found no member \"format\", expected %s: this is JSON, but no %s",
                          expected, format->noun);
  if (input->text[at] != '"' || strcmp (mis_json_read_string (input, at), format->name) != 0)
    return mis_json_fail_type (input, at, expected);
  return TRUE;
}

static gboolean
check_version (MisJsonInput *input, gsize root, gsize at, const MisJsonFormat *format)
{
  guint64 version;
  char *end;

  if (!mis_json_require (input, root, "version", at))
    return FALSE;
  version = g_ascii_strtoull (input->text + at, &end, 10);
  if (!g_ascii_isdigit (input->text[at]) || version == 0
      || end != input->text + mis_json_skip_value (input->text, at))
    return mis_json_fail_type (input, at, "the version of the format, a whole number from 1");
  if (version <= format->version)
    return TRUE;
  mis_json_fail (input, at,
                 "found version %" G_GUINT64_FORMAT
                 " of the format, expected at most %u: a newer Misalign is needed to open this "
                 "file",
                 version, format->version);
  input->fault->code = MIS_FILE_ERROR_VERSION;
  return FALSE;
}

static gsize
find_member (MisJsonInput *input, const MisJsonOutline *outline, const char *name)
{
  for (guint i = 0; i < outline->n_members; i++)
    {
      mis_json_decode (input->text, outline->members[i].name, input->scratch);
      if (strcmp (input->scratch->str, name) == 0)
        return outline->members[i].value;
    }
  return 0;
}

gboolean
mis_json_check_format (MisJsonInput *input,
                       const MisJsonOutline *outline,
                       const MisJsonFormat *format)
{
  gsize root = outline->root;

  return mis_json_expect_object (input, root)
         && check_name (input, root, find_member (input, outline, "format"), format)
         && check_version (input, root, find_member (input, outline, "version"), format);
}

char *
mis_json_dup_bare_word (const char *text, gsize length, gsize root)
{
  return text[root] != '{' && text[root] != '[' && text[root] != '"' ? g_strndup (text, length)
                                                                     : NULL;
}
