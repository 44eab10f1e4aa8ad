#include "core/error.h"
#include "core/limits.h"
#include "core/text.h"

#include <string.h>

typedef gboolean (*Check) (const char *text, GError **error);

static void
expect_good (Check check, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (check (text, &error));
  g_assert_no_error (error);
}

static void
expect_bad (Check check, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (check (text, &error))
    g_error ("\"%s\" should be refused", text);
  g_assert_error (error, MIS_ERROR, MIS_ERROR_TEXT);
  g_assert_cmpuint (strlen (error->message), >, 0);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_id (void)
{
  static const char *const good[] = { "a", "0", "z9", "food", "a-b_c", "9-", "a_" };
  static const char *const bad[] = { "",    "-a",  "_a",       "A",         "aB",    "a b", "a.b",
                                     "a/b", "a\n", "\xc3\xa9", "a\xc3\xa9", "a\x01", "a:b", " a" };
  g_autofree char *longest = g_strnfill (64, 'a');
  g_autofree char *too_long = g_strnfill (65, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    expect_good (mis_check_id, good[i]);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    expect_bad (mis_check_id, bad[i]);
  expect_good (mis_check_id, longest);
  expect_bad (mis_check_id, too_long);
}

/* All single ASCII characters, alone and after a letter. */
static void
test_id_characters (void)
{
  for (char c = 1; c < 127; c++)
    {
      const char alone[] = { c, 0 };
      const char after[] = { 'a', c, 0 };
      gboolean start = g_ascii_islower (c) || g_ascii_isdigit (c);

      g_assert_cmpint (mis_check_id (alone, NULL), ==, start);
      g_assert_cmpint (mis_check_id (after, NULL), ==, start || c == '-' || c == '_');
    }
}

static char *
wrap_character (gunichar c)
{
  char bytes[8] = { 0 };

  g_unichar_to_utf8 (c, bytes);
  return g_strconcat ("ab", bytes, "cd", NULL);
}

/* The 12 characters with the Unicode property Bidi_Control. */
static gboolean
is_bidi_control (gunichar c)
{
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E)
         || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_c0_or_c1 (gunichar c)
{
  return c < 0x20 || (c >= 0x80 && c < 0xA0);
}

/* Every character of the basic plane; U+007F, neither C0 nor C1 by the letter, must be
 * refused too. */
static void
test_characters (void)
{
  for (gunichar c = 1; c < 0x10000; c++)
    {
      g_autofree char *text = NULL;
      gboolean control = is_c0_or_c1 (c) || c == 0x7F;

      if (c >= 0xD800 && c < 0xE000)
        continue;
      text = wrap_character (c);
      if (mis_check_name (text, NULL) != !(control || is_bidi_control (c)))
        g_error ("name with U+%04X", c);
      if (mis_check_text (text, NULL)
          != !((control && c != '\n' && c != '\t') || is_bidi_control (c)))
        g_error ("text with U+%04X", c);
    }
  /* Emoji with a joiner. */
  expect_good (mis_check_name, "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x8c\xbe");
}

/* The message names the character and its position, from 1, in characters. */
static void
test_message (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (mis_check_name ("\xc3\xa4\xc3\xb6\xe2\x80\xae!", &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_TEXT);
  g_assert_nonnull (strstr (error->message, "202E"));
  g_assert_nonnull (strstr (error->message, "3"));
  g_assert_null (strstr (error->message, "\xe2\x80\xae"));
}

static void
test_lengths (void)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *longest = g_strnfill (65536, 'x');
  g_autofree char *too_long = g_strnfill (65537, 'x');

  expect_good (mis_check_name, "");
  for (guint i = 0; i < 200; i++)
    g_string_append (name, "\xe2\x82\xac");
  expect_good (mis_check_name, name->str);
  g_string_append_c (name, 'x');
  expect_bad (mis_check_name, name->str);
  expect_good (mis_check_text, "");
  expect_good (mis_check_text, "two\nlines\tand a tab");
  expect_good (mis_check_text, longest);
  expect_bad (mis_check_text, too_long);
}

/* Ids from names */

static gboolean
is_in (const char *id, gpointer taken)
{
  return taken != NULL && g_strv_contains (taken, id);
}

static void
expect_id (const char *name, const char *expected, const char *const *taken)
{
  g_autofree char *id = mis_id_from_name (name, "goal", is_in, (gpointer) taken);

  g_assert_cmpstr (id, ==, expected);
  g_assert_true (mis_check_id (id, NULL));
}

static void
test_from_name (void)
{
  expect_id ("Food", "food", NULL);
  expect_id ("Food and groceries", "food-and-groceries", NULL);
  expect_id ("  Hello,   World!! ", "hello-world", NULL);
  expect_id ("Area 51", "area-51", NULL);
  expect_id ("---", "goal-1", NULL);
  expect_id ("", "goal-1", NULL);
  expect_id ("!?", "goal-1", NULL);
}

static void
test_from_name_folding (void)
{
  expect_id ("Caf\xc3\xa9", "cafe", NULL);
  expect_id ("na\xc3\xafve", "naive", NULL);
  expect_id ("\xc3\x89" "cole", "ecole", NULL);
  expect_id ("\xc5\x81\xc3\xb3" "d\xc5\xba", "lodz", NULL);
  expect_id ("Stra\xc3\x9f" "e", "strasse", NULL);
  expect_id ("e\xcc\x81t\xc3\xa9", "ete", NULL); /* a combining accent */
  expect_id ("\xe6\x97\xa5\xe6\x9c\xac", "goal-1", NULL);
}

static void
test_from_name_taken (void)
{
  static const char *const one[] = { "food", NULL };
  static const char *const three[] = { "food", "food-2", "food-3", NULL };
  static const char *const gap[] = { "food", "food-3", NULL };
  static const char *const fallbacks[] = { "goal-1", "goal-2", NULL };

  expect_id ("Food", "food-2", one);
  expect_id ("Food", "food-4", three);
  expect_id ("Food", "food-2", gap);
  expect_id ("Drink", "drink", three);
  expect_id ("", "goal-3", fallbacks);
}

static void
test_from_name_long (void)
{
  g_autofree char *name = g_strnfill (200, 'a');
  g_autofree char *id = mis_id_from_name (name, "goal", is_in, NULL);
  g_autofree char *words =
    g_strdup ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa b");
  const char *taken[] = { id, NULL };
  g_autofree char *second = mis_id_from_name (name, "goal", is_in, taken);
  g_autofree char *cut = mis_id_from_name (words, "goal", is_in, NULL);

  g_assert_cmpuint (strlen (id), ==, 64);
  g_assert_true (mis_check_id (id, NULL));
  g_assert_true (mis_check_id (second, NULL));
  g_assert_true (g_str_has_suffix (second, "-2"));
  g_assert_true (mis_check_id (cut, NULL));
}

static char *
random_name (GRand *rand)
{
  GString *name = g_string_new (NULL);
  gint32 length = g_rand_int_range (rand, 0, 90);

  while (length-- > 0)
    {
      gunichar c = g_rand_boolean (rand) ? (gunichar) g_rand_int_range (rand, 32, 127)
                                         : (gunichar) g_rand_int_range (rand, 0xA0, 0x3000);

      if (g_unichar_validate (c))
        g_string_append_unichar (name, c);
    }
  return g_string_free (name, FALSE);
}

static gboolean
is_in_set (const char *id, gpointer set)
{
  return g_hash_table_contains (set, id);
}

/* Whatever the names are: ids are allowed, new, and the same for the same name. */
static void
test_from_name_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *name = random_name (rand);
      char *id = mis_id_from_name (name, "area", is_in_set, taken);
      g_autofree char *again = mis_id_from_name (name, "area", is_in_set, taken);

      g_assert_true (mis_check_id (id, NULL));
      g_assert_cmpstr (again, ==, id);
      g_assert_true (g_hash_table_add (taken, id));
    }
  g_assert_cmpuint (g_hash_table_size (taken), ==, 5000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/id", test_id);
  g_test_add_func ("/text/id/characters", test_id_characters);
  g_test_add_func ("/text/characters", test_characters);
  g_test_add_func ("/text/message", test_message);
  g_test_add_func ("/text/lengths", test_lengths);
  g_test_add_func ("/text/from-name", test_from_name);
  g_test_add_func ("/text/from-name/folding", test_from_name_folding);
  g_test_add_func ("/text/from-name/taken", test_from_name_taken);
  g_test_add_func ("/text/from-name/long", test_from_name_long);
  g_test_add_func ("/text/from-name/random", test_from_name_random);
  return g_test_run ();
}
