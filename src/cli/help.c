#include "cli/help.h"

#include <string.h>

#include "file/text-lines.h"

#define INDENT "  "
#define GAP "  "

/* An explanation is never narrower than what is left beside this. */
#define WIDEST_TERM 48u

/* The explanation on a line, or NULL where nothing is explained. */
static const char *
find_explanation (const char *line)
{
  const char *gap;

  if (!g_str_has_prefix (line, INDENT) || line[strlen (INDENT)] == ' ')
    return NULL;
  gap = strstr (line + strlen (INDENT), GAP);
  return gap != NULL ? gap + strspn (gap, " ") : NULL;
}

static void
append_explained (GString *help, const char *line, const char *explanation)
{
  g_autofree char *term = g_strndup (line, (gsize) (explanation - line));
  guint column = mis_text_width (term);
  g_autoptr (GPtrArray) lines = mis_text_wrap (explanation,
                                               MIS_TEXT_COLUMNS - MIN (column, WIDEST_TERM));

  g_string_append (help, term);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (help, "%*s%s\n", i > 0 ? (int) column : 0, "",
                            (char *) lines->pdata[i]);
}

char *
mis_help_wrap (const char *help)
{
  g_auto (GStrv) lines = g_strsplit (help, "\n", -1);
  GString *wrapped = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *explanation = find_explanation (lines[i]);

      if (lines[i + 1] == NULL && *lines[i] == '\0')
        break;
      if (mis_text_width (lines[i]) <= MIS_TEXT_COLUMNS)
        g_string_append_printf (wrapped, "%s\n", lines[i]);
      else if (explanation != NULL)
        append_explained (wrapped, lines[i], explanation);
      else
        mis_text_append_paragraph (wrapped, lines[i], 0);
    }
  return g_string_free (wrapped, FALSE);
}
