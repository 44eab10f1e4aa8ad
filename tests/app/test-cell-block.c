/* Blocks of cells as text: what spreadsheets write, and that nothing is lost on the way. */
#include "app/cell-block.h"

static void
assert_block (const char *text, guint n_rows, guint n_columns, const char *const *texts)
{
  g_autoptr (MisCellBlock) block = mis_cell_block_parse (text);

  g_assert_cmpuint (block->n_rows, ==, n_rows);
  g_assert_cmpuint (block->n_columns, ==, n_columns);
  for (guint i = 0; i < n_rows * n_columns; i++)
    g_assert_cmpstr (block->texts[i], ==, texts[i]);
}

#define ASSERT_BLOCK(text, n_rows, n_columns, ...)                                                 \
  assert_block (text, n_rows, n_columns, (const char *const[]){ __VA_ARGS__ })

static void
test_lines (void)
{
  ASSERT_BLOCK ("", 1, 1, "");
  ASSERT_BLOCK ("a", 1, 1, "a");
  ASSERT_BLOCK ("a\n", 1, 1, "a");
  ASSERT_BLOCK ("a\tb\nc\td", 2, 2, "a", "b", "c", "d");
  ASSERT_BLOCK ("a\tb\nc\td\n", 2, 2, "a", "b", "c", "d");
  ASSERT_BLOCK ("a\tb\r\nc\td\r\n", 2, 2, "a", "b", "c", "d");
  ASSERT_BLOCK ("a\rb\r", 2, 1, "a", "b");
  ASSERT_BLOCK ("a\n\nb\n", 3, 1, "a", "", "b");
  ASSERT_BLOCK ("\t\n\t\n", 2, 2, "", "", "", "");
  ASSERT_BLOCK ("0,5\t0.25", 1, 2, "0,5", "0.25");
  ASSERT_BLOCK ("ä\t€\t漢\n", 1, 3, "ä", "€", "漢");
}

static void
test_short_rows (void)
{
  ASSERT_BLOCK ("a\tb\tc\nd\ne\tf\n", 3, 3, "a", "b", "c", "d", NULL, NULL, "e", "f", NULL);
  ASSERT_BLOCK ("a\nb\tc", 2, 2, "a", NULL, "b", "c");
}

static void
test_quotes (void)
{
  ASSERT_BLOCK ("\"a\tb\"\tc", 1, 2, "a\tb", "c");
  ASSERT_BLOCK ("\"a\nb\"\tc\n\"d\"\te\n", 2, 2, "a\nb", "c", "d", "e");
  ASSERT_BLOCK ("\"say \"\"yes\"\"\"\n", 1, 1, "say \"yes\"");
  ASSERT_BLOCK ("\"\"\tx", 1, 2, "", "x");
  ASSERT_BLOCK ("\"\"\"\"", 1, 1, "\"");
  ASSERT_BLOCK ("\"a\r\nb\"\r\nc\r\n", 2, 1, "a\r\nb", "c");
}

/* People write inches and half a quotation, too. */
static void
test_quotes_that_are_none (void)
{
  ASSERT_BLOCK ("5\" wide\tx", 1, 2, "5\" wide", "x");
  ASSERT_BLOCK ("\"yes\" or no\tx", 1, 2, "\"yes\" or no", "x");
  ASSERT_BLOCK ("\"never closed\tx\ny", 2, 2, "\"never closed", "x", "y", NULL);
  ASSERT_BLOCK ("\"", 1, 1, "\"");
}

static char *
make_random_text (void)
{
  static const char *const parts[] = { "a", "\"", "\t", "\n", "\r", " ", "ß", "\"\"", ",", "0.5" };
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
    g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
  return g_string_free (text, FALSE);
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      guint n_rows = (guint) g_test_rand_int_range (1, 5);
      guint n_columns = (guint) g_test_rand_int_range (1, 5);
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GString) out = g_string_new (NULL);

      for (guint k = 0; k < n_rows * n_columns; k++)
        {
          g_ptr_array_add (texts, make_random_text ());
          mis_cell_block_append (out, g_ptr_array_index (texts, k));
          g_string_append_c (out, (k + 1) % n_columns == 0 ? '\n' : '\t');
        }
      assert_block (out->str, n_rows, n_columns, (const char *const *) texts->pdata);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cell-block/lines", test_lines);
  g_test_add_func ("/cell-block/short-rows", test_short_rows);
  g_test_add_func ("/cell-block/quotes", test_quotes);
  g_test_add_func ("/cell-block/quotes-that-are-none", test_quotes_that_are_none);
  g_test_add_func ("/cell-block/round-trip", test_round_trip);
  return g_test_run ();
}
