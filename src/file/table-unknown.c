/* What people write into a table where they do not know what somebody wants. */
#include "file/table-contents.h"

#include <string.h>

#include "file/table-profile.h"

static const char *const unknown_words[] = {
  "n/a",
  "na",
  "n.a.",
  "#n/a",
  "?",
  "??",
  "???",
  "null",
  "nan",
  "none",
  "unknown",
  "--",
  "–",
  "—",
  ".",
  "tbd",
  "don't know",
  "dont know",
  "do not know",
  "i don't know",
  "dk",
  "d/k",
  "idk",
  "not sure",
  "unsure",
  "can't say",
  "cannot say",
  "no answer",
  "no response",
  "skipped",
  "blank",
  "not asked",
  "not applicable",
  "missing",
  "refused",
  "prefer not to say",
  NULL,
};

/* Brackets around a word and a full stop behind it say nothing. */
static char *
bare (char *word)
{
  gsize length = strlen (word);

  while (length > 1 && strchr (")].", word[length - 1]) != NULL)
    word[--length] = '\0';
  return g_strstrip (word + strspn (word, "(["));
}

/* "(Don't know)" is the same as "don't know", and so is "dk/na". */
gboolean
mis_table_is_unknown_word (const char *text)
{
  g_autofree char *word = mis_table_fold_word (text);
  g_auto (GStrv) parts = NULL;

  if (g_strv_contains (unknown_words, word) || g_strv_contains (unknown_words, bare (word)))
    return TRUE;
  parts = g_strsplit (bare (word), "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!g_strv_contains (unknown_words, g_strstrip (parts[i])))
      return FALSE;
  return parts[0] != NULL;
}
