/* Folded texts: what people type finds what is written, in every script, and nothing else. */
#include "document/search-text.h"

static gboolean
finds (const char *typed, const char *written)
{
  g_autofree char *folded = mis_search_text_fold (typed);
  const char *const words[] = { folded, NULL };

  return mis_search_text_has_words (written, words);
}

static void
test_case_and_accents (void)
{
  g_assert_true (finds ("amter", "Ämter"));
  g_assert_true (finds ("ÄMTER", "ämter"));
  g_assert_true (finds ("ämter", "Amter"));
  g_assert_true (finds ("ämter", "A\u0308mter"));
  g_assert_true (finds ("rétailer", "Retailer"));
  g_assert_true (finds ("viet", "Việt Nam"));
  g_assert_false (finds ("amter", "Ömter"));
}

/* Unicode takes these for letters of their own. */
static void
test_latin_letters (void)
{
  g_assert_true (finds ("lodz", "Łódź"));
  g_assert_true (finds ("oersted", "Ørsted"));
  g_assert_true (finds ("strasse", "Straße"));
  g_assert_true (finds ("STRASSE", "straße"));
  g_assert_true (finds ("istanbul", "İstanbul"));
}

static void
test_cyrillic_and_greek (void)
{
  g_assert_true (finds ("характер", "Характер"));
  g_assert_true (finds ("ХАР", "Характер"));
  g_assert_true (finds ("елка", "Ёлка"));
  g_assert_true (finds ("αθηνα", "Αθήνα"));
  g_assert_true (finds ("ΟΔΟΣ", "οδός"));
  g_assert_false (finds ("город", "Характер"));
  g_assert_false (finds ("город", "?????"));
}

static void
test_hebrew_and_arabic (void)
{
  g_assert_true (finds ("שלום", "שָׁלוֹם"));
  g_assert_true (finds ("كتاب", "كِتَاب"));
  g_assert_false (finds ("מים", "שלום"));
}

static void
test_east_asian (void)
{
  g_assert_true (finds ("数学", "数学と人"));
  g_assert_false (finds ("数学", "音楽"));
  g_assert_false (finds ("数学", "Retailer"));
  g_assert_true (finds ("abc", "ＡＢＣ"));
  g_assert_true (finds ("한국", "한국어"));
  g_assert_false (finds ("한국", "중국"));
}

/* A question mark is one, and nothing stands for a letter that is not known. */
static void
test_nothing_stands_for_another (void)
{
  g_assert_true (finds ("?", "Who cares?"));
  g_assert_false (finds ("?", "数学"));
  g_assert_false (finds ("数", "?"));
  g_assert_true (finds ("🚲", "🚲 lanes"));
  g_assert_false (finds ("🚲", "🚗 lanes"));
}

static void
test_every_word (void)
{
  const char *const both[] = { "amter", "数学", NULL };
  const char *const one[] = { "amter", "音楽", NULL };

  g_assert_true (mis_search_text_has_words ("数学 Ämter", both));
  g_assert_false (mis_search_text_has_words ("数学 Ämter", one));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-text/case-and-accents", test_case_and_accents);
  g_test_add_func ("/search-text/latin-letters", test_latin_letters);
  g_test_add_func ("/search-text/cyrillic-and-greek", test_cyrillic_and_greek);
  g_test_add_func ("/search-text/hebrew-and-arabic", test_hebrew_and_arabic);
  g_test_add_func ("/search-text/east-asian", test_east_asian);
  g_test_add_func ("/search-text/nothing-stands-for-another", test_nothing_stands_for_another);
  g_test_add_func ("/search-text/every-word", test_every_word);
  return g_test_run ();
}
