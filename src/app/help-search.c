#include "app/help-search.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/help-page.h"
#include "document/search-text.h"

/* Shorter words must begin a word of the text, as "ai" is in too many others. */
#define LETTERS_FOR_ANYWHERE 4

/* How well a section fits what was asked for. */
typedef struct
{
  MisHelpSection *section;
  char *heading; /* folded, as is @text */
  char *text;
  guint n_words;
  gboolean as_typed; /* all that was asked for stands there in one */
  guint n_in_heading;
} Match;

static void
section_free (MisHelpSection *section)
{
  g_free (section->anchor);
  g_free (section->heading);
  g_string_free (section->text, TRUE);
  g_free (section);
}

static void
match_free (Match *match)
{
  g_clear_pointer (&match->section, section_free);
  g_free (match->heading);
  g_free (match->text);
  g_free (match);
}

static MisHelpSection *
section_new (const char *page, cmark_node *heading)
{
  MisHelpSection *section = g_new0 (MisHelpSection, 1);

  section->page = page;
  section->anchor =
      cmark_node_get_heading_level (heading) == 1 ? g_strdup ("") : mis_help_get_anchor (heading);
  section->heading = mis_help_get_text (heading);
  section->text = g_string_new (NULL);
  return section;
}

/* (transfer full): the words of @text without capitals, accents and punctuation, a space before
 * each. */
static char *
fold (const char *text)
{
  g_autofree char *plain = mis_search_text_fold (text);
  GString *folded = g_string_new (" ");

  for (const char *c = plain; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isalnum (letter))
        g_string_append_unichar (folded, letter);
      else if (folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }
  return g_string_free (folded, FALSE);
}

static void
append_sections (GPtrArray *matches, const char *name)
{
  g_autoptr (cmark_node) page = mis_help_page_parse (name);
  g_autofree char *title = mis_help_page_get_title (name);
  MisHelpSection *section = NULL;

  for (cmark_node *block = cmark_node_first_child (page); block != NULL;
       block = cmark_node_next (block))
    {
      g_autofree char *text = mis_help_get_text (block);

      if (cmark_node_get_type (block) == CMARK_NODE_HEADING)
        {
          Match *match = g_new0 (Match, 1);

          match->section = section = section_new (name, block);
          g_string_append_printf (section->text, "%s\n", title);
          g_ptr_array_add (matches, match);
        }
      /* The words of a heading are words of its section too, as are those of the page's title. */
      g_string_append_printf (section->text, "%s\n", text);
    }
}

static GPtrArray *
list_sections (void)
{
  GPtrArray *matches = g_ptr_array_new_with_free_func ((GDestroyNotify)match_free);

  for (guint i = 0; mis_help_page_names[i] != NULL; i++)
    append_sections (matches, mis_help_page_names[i]);
  for (guint i = 0; i < matches->len; i++)
    {
      Match *match = matches->pdata[i];

      match->heading = fold (match->section->heading);
      match->text = fold (match->section->text->str);
    }
  return matches;
}

/* @word has a space before it, as folded text has before each of its words. */
static gboolean
has_word (const char *text, const char *word)
{
  gboolean anywhere = g_utf8_strlen (word + 1, -1) >= LETTERS_FOR_ANYWHERE;

  return strstr (text, anywhere ? word + 1 : word) != NULL;
}

static gboolean
occurs (GPtrArray *matches, const char *word)
{
  for (guint i = 0; i < matches->len; i++)
    if (has_word (((const Match *)matches->pdata[i])->text, word))
      return TRUE;
  return FALSE;
}

/* Cuts letters off the end of @word, which has a space before it, until it occurs; whether it does
 * before half of it is gone. */
static gboolean
shorten (char *word, GPtrArray *matches)
{
  glong n_letters = g_utf8_strlen (word + 1, -1);
  glong least = MAX (LETTERS_FOR_ANYWHERE, n_letters / 2 + 1);

  while (!occurs (matches, word))
    {
      if (--n_letters < least)
        return FALSE;
      *g_utf8_offset_to_pointer (word + 1, n_letters) = '\0';
    }
  return TRUE;
}

/* Adds the words of @folded that are not among @fillers, nor there already. */
static void
add_words (GPtrArray *wanted, const char *folded, char **fillers, GPtrArray *matches)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_strconcat (" ", words[i], NULL);

      if (*words[i] != '\0' && !g_strv_contains ((const char *const *)fillers, words[i]) &&
          shorten (word, matches) &&
          !g_ptr_array_find_with_equal_func (wanted, word, g_str_equal, NULL))
        g_ptr_array_add (wanted, g_steal_pointer (&word));
    }
}

/* (transfer full): what is looked for of @words, each with a space before it. */
static GPtrArray *
list_wanted (const char *words, GPtrArray *matches)
{
  /* Translators: small words that say nothing about what somebody looks for in the help, such as
   * those of questions. Not a list to be translated word by word: write those of your language. */
  g_autofree char *folded_fillers =
      fold (_ ("a an the this that these those it its is are was be "
               "been am do does did done doing have has had can could "
               "should would will may must i me my we us our you your "
               "they them their what which who whom how why when "
               "where there here to of in on at by for from with and "
               "or but if so as than then into about any some use get want need"));
  g_auto (GStrv) fillers = g_strsplit (folded_fillers, " ", -1);
  g_autofree char *folded = fold (words);
  GPtrArray *wanted = g_ptr_array_new_with_free_func (g_free);

  add_words (wanted, folded, fillers, matches);
  if (wanted->len == 0)
    add_words (wanted, folded, (char *[]){ NULL }, matches);
  return wanted;
}

/* Returns: the largest number of @wanted words that one section has. */
static guint
count_words (GPtrArray *matches, GPtrArray *wanted, const char *words)
{
  g_autofree char *phrase = g_strchomp (fold (words));
  guint most = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      Match *match = matches->pdata[i];

      match->as_typed = strstr (match->text, phrase) != NULL;
      for (guint j = 0; j < wanted->len; j++)
        {
          match->n_words += has_word (match->text, wanted->pdata[j]) ? 1 : 0;
          match->n_in_heading += has_word (match->heading, wanted->pdata[j]) ? 1 : 0;
        }
      most = MAX (most, match->n_words);
    }
  return most;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Match *first = *(const Match *const *)a, *second = *(const Match *const *)b;

  if (first->n_words != second->n_words)
    return first->n_words > second->n_words ? -1 : 1;
  if (first->as_typed != second->as_typed)
    return first->as_typed ? -1 : 1;
  if (first->n_in_heading != second->n_in_heading)
    return first->n_in_heading > second->n_in_heading ? -1 : 1;
  return 0;
}

GPtrArray *
mis_help_find (const char *words)
{
  g_autoptr (GPtrArray) matches = list_sections ();
  g_autoptr (GPtrArray) wanted = list_wanted (words, matches);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify)section_free);
  guint most = count_words (matches, wanted, words);

  /* A stable sort: what fits alike stays in the order of the pages. */
  g_ptr_array_sort (matches, compare);
  for (guint i = 0; i < matches->len; i++)
    {
      Match *match = matches->pdata[i];

      if (2 * match->n_words > most)
        g_ptr_array_add (found, g_steal_pointer (&match->section));
    }
  return found;
}
