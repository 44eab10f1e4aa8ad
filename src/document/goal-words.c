#include "document/goal-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/cell-words.h"
#include "document/search-text.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

/* Goals that a sentence names before it only counts them. */
#define MOST_NAMED 6u

/* In place of a goal: several begin like that. */
#define SEVERAL (-3)

/* A text that stands for a goal, as a search sees it. */
typedef struct
{
  char *folded;
  int goal;
} Entry;

struct _MisGoalWords
{
  MisArea *area;
  guint n_goals;
  char **texts;      /* n_goals + 2: the goals, no goal, unknown; ends with NULL */
  char **folded;     /* likewise */
  GHashTable *exact; /* text -> goal; the texts are borrowed */
  GArray *entries;   /* of Entry, sorted: names, ids, words */
};

static guint
get_index (const MisGoalWords *self, int goal)
{
  return goal >= 0 ? (guint)goal : self->n_goals + (goal == MIS_NO_GOAL ? 0 : 1);
}

static int
get_goal (const MisGoalWords *self, guint index)
{
  return index < self->n_goals ? (int)index : index == self->n_goals ? MIS_NO_GOAL : MIS_UNKNOWN;
}

/* What can be typed for a position that is no goal, whatever the goals are called. */
static gboolean
find_sign (const char *text, int *goal)
{
  *goal = mis_cell_text_is_dash (text) ? MIS_NO_GOAL : MIS_UNKNOWN;
  return *goal == MIS_NO_GOAL || strcmp (text, "?") == 0 || *text == '\0';
}

static char *
dup_trimmed (const char *text)
{
  const char *end = text + strlen (text);

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (text, (gsize)(end - text));
}

/* How many goals have each name, as it reads without the spaces around it: (transfer full). */
static GHashTable *
count_names (MisArea *area)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < mis_area_get_n_goals (area); i++)
    {
      char *name = dup_trimmed (mis_area_get_goal (area, i)->name);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, name));

      g_hash_table_insert (counts, name, GUINT_TO_POINTER (n + 1));
    }
  return counts;
}

/* The name, if it is the only one like it and no sign, else with the id behind it. */
static char *
dup_goal_text (const MisGoalWords *self, guint index, GHashTable *counts)
{
  const MisGoal *goal = mis_area_get_goal (self->area, index);
  g_autofree char *text = dup_trimmed (goal->name);
  int sign;

  if (!find_sign (text, &sign) && GPOINTER_TO_UINT (g_hash_table_lookup (counts, text)) == 1)
    return g_steal_pointer (&text);
  do
    {
      char *longer = *text != '\0' ? g_strdup_printf ("%s (%s)", text, goal->id)
                                   : g_strdup_printf ("(%s)", goal->id);

      g_free (text);
      text = longer;
    }
  while (g_hash_table_contains (counts, text) || g_hash_table_contains (self->exact, text));
  return g_steal_pointer (&text);
}

/* The usual words for no goal and unknown, unless a goal is called so. */
static char *
dup_word (const MisGoalWords *self, int goal)
{
  const char *word = mis_area_get_goal_name (self->area, goal);

  if (g_hash_table_contains (self->exact, word))
    return g_strdup (goal == MIS_NO_GOAL ? "-" : "?");
  return g_strdup (word);
}

static void
fill_texts (MisGoalWords *self)
{
  g_autoptr (GHashTable) counts = count_names (self->area);

  for (guint i = 0; i < self->n_goals + 2; i++)
    {
      self->texts[i] =
          i < self->n_goals ? dup_goal_text (self, i, counts) : dup_word (self, get_goal (self, i));
      self->folded[i] = mis_search_text_fold (self->texts[i]);
      g_hash_table_insert (self->exact, self->texts[i], GINT_TO_POINTER (get_goal (self, i)));
    }
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = a, *second = b;
  int order = strcmp (first->folded, second->folded);

  /* Where a goal is called as the words for none, it comes first. */
  return order != 0 ? order : (second->goal > first->goal) - (second->goal < first->goal);
}

static void
add_entry (MisGoalWords *self, const char *text, int goal)
{
  Entry entry = { mis_search_text_fold (text), goal };

  g_array_append_val (self->entries, entry);
}

static void
fill_entries (MisGoalWords *self)
{
  for (guint i = 0; i < self->n_goals + 2; i++)
    {
      int goal = get_goal (self, i);

      add_entry (self, self->texts[i], goal);
      if (goal < 0)
        continue;
      add_entry (self, mis_area_get_goal (self->area, i)->name, goal);
      add_entry (self, mis_area_get_goal (self->area, i)->id, goal);
    }
  g_array_sort (self->entries, compare_entries);
}

static void
clear_entry (Entry *entry)
{
  g_free (entry->folded);
}

MisGoalWords *
mis_goal_words_new (MisArea *area)
{
  MisGoalWords *self = g_new0 (MisGoalWords, 1);

  self->area = mis_area_ref (area);
  self->n_goals = mis_area_get_n_goals (area);
  self->texts = g_new0 (char *, self->n_goals + 3);
  self->folded = g_new0 (char *, self->n_goals + 3);
  self->exact = g_hash_table_new (g_str_hash, g_str_equal);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, (GDestroyNotify)clear_entry);
  fill_texts (self);
  fill_entries (self);
  return self;
}

void
mis_goal_words_free (MisGoalWords *self)
{
  g_hash_table_unref (self->exact);
  g_array_unref (self->entries);
  g_strfreev (self->texts);
  g_strfreev (self->folded);
  mis_area_unref (self->area);
  g_free (self);
}

MisArea *
mis_goal_words_get_area (const MisGoalWords *self)
{
  return self->area;
}

const char *
mis_goal_words_get_text (const MisGoalWords *self, int goal)
{
  return self->texts[get_index (self, goal)];
}

const char *
mis_goal_words_get_folded (const MisGoalWords *self, int goal)
{
  return self->folded[get_index (self, goal)];
}

char **
mis_goal_words_dup_choices (const MisGoalWords *self)
{
  return g_strdupv (self->texts);
}

/* The first entry that does not come before @folded. */
static guint
find_entry (const MisGoalWords *self, const char *folded)
{
  guint first = 0, last = self->entries->len;

  while (first < last)
    {
      guint middle = first + (last - first) / 2;

      if (strcmp (g_array_index (self->entries, Entry, middle).folded, folded) < 0)
        first = middle + 1;
      else
        last = middle;
    }
  return first;
}

/* The one goal with an entry that is @folded or, if @begins, begins so; else SEVERAL, or %FALSE if
 * there is none. Words for none do not make a goal ambiguous that is called so. */
static gboolean
find_only (const MisGoalWords *self, const char *folded, gboolean begins, int *goal)
{
  guint first = find_entry (self, folded);
  gboolean found = FALSE;

  for (guint i = first; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (begins ? !g_str_has_prefix (entry->folded, folded) : strcmp (entry->folded, folded) != 0)
        break;
      if (found && entry->goal != *goal && (begins || entry->goal >= 0))
        {
          *goal = SEVERAL;
          return TRUE;
        }
      if (!found)
        *goal = entry->goal;
      found = TRUE;
    }
  return found;
}

static char *
dup_several_reason (const MisGoalWords *self, const char *text)
{
  g_autofree char *quoted = mis_cell_text_quote (text);

  return g_strdup_printf (TEXT ("More than one goal of “%s” begins with “%s”."),
                          mis_area_get_name (self->area), quoted);
}

static char *
dup_unknown_reason (const MisGoalWords *self, const char *text)
{
  g_autofree char *quoted = mis_cell_text_quote (text);
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_named = self->n_goals <= MOST_NAMED ? self->n_goals : MOST_NAMED - 1;
  guint n_left = self->n_goals - n_named;
  const char *area = mis_area_get_name (self->area);

  for (guint i = 0; i < n_named; i++)
    g_string_append_printf (names, i > 0 ? TEXT (", “%s”") : TEXT ("“%s”"), self->texts[i]);
  if (self->n_goals == 0)
    return g_strdup_printf (TEXT ("“%s” is no goal of “%s”, which has no goals yet."), quoted,
                            area);
  if (n_left > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "“%s” is no goal of “%s”; its goals are %s and %'u more.",
                     "“%s” is no goal of “%s”; its goals are %s and %'u more.", n_left),
        quoted, area, names->str, n_left);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "“%s” is no goal of “%s”; its only goal is %s.",
                                       "“%s” is no goal of “%s”; its goals are %s.", self->n_goals),
                          quoted, area, names->str);
}

static gboolean
find_folded (const MisGoalWords *self, const char *text, int *goal)
{
  g_autofree char *folded = mis_search_text_fold (text);

  /* Marks alone fold to nothing, with which every text begins. */
  return *folded != '\0' &&
         (find_only (self, folded, FALSE, goal) || find_only (self, folded, TRUE, goal));
}

gboolean
mis_goal_words_find (const MisGoalWords *self, const char *text, int *goal, char **reason)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *trimmed = dup_trimmed (valid);
  gpointer exact;

  if (find_sign (trimmed, goal))
    return TRUE;
  if (g_hash_table_lookup_extended (self->exact, trimmed, NULL, &exact))
    {
      *goal = GPOINTER_TO_INT (exact);
      return TRUE;
    }
  if (!find_folded (self, trimmed, goal))
    *reason = dup_unknown_reason (self, text);
  else if (*goal == SEVERAL)
    *reason = dup_several_reason (self, text);
  else
    return TRUE;
  return FALSE;
}
