/* Folded texts: what people type finds what is written, in every script, and nothing else. */
#include "document/search-text.h"

#include <string.h>

static gboolean
finds (const char *typed, const char *written)
{
  g_autofree char *word = mis_search_text_fold (typed);
  g_autofree char *text = mis_search_text_fold (written);

  return strstr (text, word) != NULL;
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
  return g_test_run ();
}
