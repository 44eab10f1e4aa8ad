/* Search in the help, with the words that people read in the window or would ask with. */
#include <string.h>

#include "app/help-search.h"

static const struct
{
  const char *words;
  const char *page;
  const char *anchor;
} firsts[] = {
  { "LEVERS", "analyze", "levers" },
  { "large-population limit", "explore", "possible-and-the-large-population-limit" },
  { "what is the large-population limit?", "explore", "possible-and-the-large-population-limit" },
  { "Large population LIMIT", "explore", "possible-and-the-large-population-limit" },
  { "% of the possible", "explore", "possible-and-the-large-population-limit" },
  { "my own table", "own", "" },
  { "How do I use my own table?", "own", "" },
  { "how do I bring my own table in?", "own", "from-a-table" },
  { "geometric mean", "explore", "options-of-the-score" },
  { "distinct pairs", "explore", "options-of-the-score" },
  { "replacement", "explore", "options-of-the-score" },
  { "normalisation", "explore", "options-of-the-score" },
  { "normalîzation", "explore", "options-of-the-score" },
  { "expected number of conflicting areas", "explore", "what-the-number-means" },
  { "what does the number mean", "start", "what-the-numbers-mean" },
  { "weighted chance of some clash", "explore", "what-the-number-means" },
  { "seed zzzzz", "experiments", "in-the-window" },
  { "command line", "own", "commands" },
  { "what does a range do?", "explore", "ranges-numbers-that-are-not-certain" },
};

static const MisHelpSection *
get (GPtrArray *found, guint i)
{
  g_assert_cmpuint (i, <, found->len);
  return found->pdata[i];
}

static void
test_first (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (firsts); i++)
    {
      g_autoptr (GPtrArray) found = mis_help_find (firsts[i].words);

      g_test_message ("%s", firsts[i].words);
      g_assert_cmpstr (get (found, 0)->page, ==, firsts[i].page);
      g_assert_cmpstr (get (found, 0)->anchor, ==, firsts[i].anchor);
    }
}

/* Its own section first, though others that stand before it speak of levers too. */
static void
test_headings_come_first (void)
{
  g_autoptr (GPtrArray) levers = mis_help_find ("levers");

  g_assert_cmpstr (get (levers, 0)->heading, ==, "Levers");
  g_assert_cmpuint (levers->len, >=, 2);
  for (guint i = 1; i < levers->len; i++)
    g_assert_nonnull (strstr (get (levers, i)->text->str, "evers"));
}

/* Sections with one word of two are left out where another has both. */
static void
test_all_words_before_some (void)
{
  g_autoptr (GPtrArray) both = mis_help_find ("semicolon tab");

  for (guint i = 0; i < both->len; i++)
    g_assert_nonnull (strstr (get (both, i)->text->str, "semicolon"));
  g_assert_cmpstr (get (both, 0)->page, ==, "tables");
}

/* Small words say nothing beside others, but alone they are all that there is. */
static void
test_filler_words (void)
{
  g_autoptr (GPtrArray) with = mis_help_find ("what are the levers and how do I use them?");
  g_autoptr (GPtrArray) without = mis_help_find ("levers use");
  g_autoptr (GPtrArray) alone = mis_help_find ("the");

  g_assert_cmpuint (with->len, ==, without->len);
  for (guint i = 0; i < with->len; i++)
    g_assert_cmpstr (get (with, i)->heading, ==, get (without, i)->heading);
  g_assert_cmpuint (alone->len, >, 0);
}

static void
test_nothing (void)
{
  static const char *const words[] = { "zebra", "?", "", "  " };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GPtrArray) found = mis_help_find (words[i]);

      g_assert_cmpuint (found->len, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/help-search/first", test_first);
  g_test_add_func ("/app/help-search/headings-come-first", test_headings_come_first);
  g_test_add_func ("/app/help-search/all-words-before-some", test_all_words_before_some);
  g_test_add_func ("/app/help-search/filler-words", test_filler_words);
  g_test_add_func ("/app/help-search/nothing", test_nothing);

  return g_test_run ();
}
