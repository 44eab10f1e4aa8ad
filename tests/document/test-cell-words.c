/* Numbers with ranges and counts in cells: what is printed, what is read, and why not. */
#include <locale.h>
#include <string.h>

#include "document/cell-words.h"

static const struct
{
  const char *text;
  MisTypedNumber typed;
} numbers[] = {
  { "0.8", { TRUE, FALSE, 0.8 } },
  { " 0,8 ", { TRUE, FALSE, 0.8 } },
  { "80 %", { TRUE, FALSE, 0.8 } },
  { "80\u202f%", { TRUE, FALSE, 0.8 } },
  { "1e-3", { TRUE, FALSE, 1e-3 } },
  { "-0", { TRUE, FALSE, 0.0 } },
  { "0.7–0.9", { FALSE, TRUE, 0.0, 0.7, 0.9 } },
  { "0.7-0.9", { FALSE, TRUE, 0.0, 0.7, 0.9 } },
  { "0,7 — 0,9", { FALSE, TRUE, 0.0, 0.7, 0.9 } },
  { "70–90 %", { FALSE, TRUE, 0.0, 0.7, 0.9 } },
  { "70%-90%", { FALSE, TRUE, 0.0, 0.7, 0.9 } },
  { "1e-3-1e-2", { FALSE, TRUE, 0.0, 1e-3, 1e-2 } },
  { "0.5-0.5", { FALSE, TRUE, 0.0, 0.5, 0.5 } },
  { "0.8 (0.7–0.9)", { TRUE, TRUE, 0.8, 0.7, 0.9 } },
  { "80 % (70–90 %)", { TRUE, TRUE, 0.8, 0.7, 0.9 } },
  { "0.8(0.8-0.8) ", { TRUE, TRUE, 0.8, 0.8, 0.8 } },
};

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      MisTypedNumber typed;
      g_autofree char *reason = NULL;

      g_test_message ("%s", numbers[i].text);
      g_assert_true (mis_typed_number_read (numbers[i].text, &typed, &reason));
      g_assert_true (mis_typed_number_equal (&typed, &numbers[i].typed));
      g_assert_null (reason);
    }
}

static const struct
{
  const char *text;
  const char *reason;
} faults[] = {
  { "abc", "“abc” is no number from 0 to 1." },
  { "1.5", "“1.5” is no number from 0 to 1." },
  { "-0.5", "“-0.5” is no number from 0 to 1." },
  { "120 %", "“120 %” is no number from 0 to 1." },
  { "nan", "“nan” is no number from 0 to 1." },
  { "0.2-", "“0.2-” is no number from 0 to 1." },
  { "0.2-1.5", "“0.2-1.5” is no number from 0 to 1." },
  { "0.2 (0.1)", "“0.2 (0.1)” is no number from 0 to 1." },
  { "0.2 (0.1-0.3", "“0.2 (0.1-0.3” is no number from 0 to 1." },
  { "0.2 (0.1-0.3) x", "“0.2 (0.1-0.3) x” is no number from 0 to 1." },
  { "0.9-0.7", "The range in “0.9-0.7” ends before it begins." },
  { "0.5 (0.6-0.7)", "The range in “0.5 (0.6-0.7)” does not hold its number." },
  { "0.5\xff", "“0.5\ufffd” is no number from 0 to 1." },
};

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      MisTypedNumber typed;
      g_autofree char *reason = NULL;

      g_assert_false (mis_typed_number_read (faults[i].text, &typed, &reason));
      g_assert_cmpstr (reason, ==, faults[i].reason);
    }
}

/* What is printed is read as the same bits, also where the country has a decimal comma. */
static void
check_round_trips (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 10000; i++)
    {
      double low = g_rand_double (rand), value = g_rand_double_range (rand, low, 1.0);
      double high = g_rand_double_range (rand, value, 1.0);
      gboolean certain = g_rand_boolean (rand);
      MisTypedNumber typed;
      g_autofree char *reason = NULL, *text = NULL;

      if (g_rand_int_range (rand, 0, 4) == 0)
        low *= 1e-9;
      text = mis_cell_number_text (value, certain ? value : low, certain ? value : high);
      g_assert_true (mis_typed_number_read (text, &typed, &reason));
      g_assert_true (typed.value == value && typed.has_range == !certain);
      g_assert_true (certain || (typed.low == low && typed.high == high));
    }
}

static void
test_round_trips (void)
{
  check_round_trips ();
}

static void
test_decimal_comma (void)
{
  g_autofree char *old = g_strdup (setlocale (LC_NUMERIC, NULL));
  g_autofree char *text = NULL;

  if (g_getenv ("MISALIGN_LOCALES") != NULL)
    g_setenv ("LOCPATH", g_getenv ("MISALIGN_LOCALES"), FALSE);
  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("needs the locale de_DE.UTF-8");
      return;
    }
  text = mis_cell_number_text (0.8, 0.75, 1.0);
  g_assert_cmpstr (text, ==, "0,8 (0,75–1)");
  test_read ();
  check_round_trips ();
  setlocale (LC_NUMERIC, old);
}

static void
check_apply (const char *text, double low, double value, double high, const char *expected)
{
  MisTypedNumber typed;
  g_autofree char *reason = NULL, *after = NULL;

  g_assert_true (mis_typed_number_read (text, &typed, &reason));
  mis_typed_number_apply (&typed, &value, &low, &high);
  after = mis_cell_number_text (value, low, high);
  g_assert_cmpstr (after, ==, expected);
}

static void
test_apply (void)
{
  check_apply ("0.3", 0.5, 0.5, 0.5, "0.3");
  check_apply ("0.6", 0.4, 0.5, 0.7, "0.6 (0.4–0.7)");
  check_apply ("0.3", 0.4, 0.5, 0.7, "0.3 (0.3–0.7)");
  check_apply ("0.9", 0.4, 0.5, 0.7, "0.9 (0.4–0.9)");
  check_apply ("0.7-0.9", 0.8, 0.8, 0.8, "0.8 (0.7–0.9)");
  check_apply ("0.1-0.2", 0.8, 0.8, 0.8, "0.15 (0.1–0.2)");
  check_apply ("0.5-0.5", 0.4, 0.5, 0.7, "0.5");
  check_apply ("0.6 (0.5-0.7)", 0.1, 0.2, 0.3, "0.6 (0.5–0.7)");
}

static void
check_count (const char *text, gboolean expected, guint64 number, const char *why)
{
  guint64 count = 0;
  g_autofree char *reason = NULL;

  g_assert_cmpint (mis_typed_count_read (text, &count, &reason), ==, expected);
  g_assert_cmpuint (count, ==, number);
  g_assert_cmpstr (reason, ==, why);
}

static void
test_counts (void)
{
  check_count ("8,500", TRUE, 8500, NULL);
  check_count ("8.500", TRUE, 8500, NULL);
  check_count ("0", TRUE, 0, NULL);
  check_count ("1000000000000", TRUE, 1000000000000, NULL);
  check_count ("1000000000001", FALSE, 0,
               "“1000000000001” is no whole number from 0 to 1000000000000.");
  check_count ("-1", FALSE, 0, "“-1” is no whole number from 0 to 1000000000000.");
  check_count ("2.5", FALSE, 0, "“2.5” is no whole number from 0 to 1000000000000.");
  check_count ("many", FALSE, 0, "“many” is no whole number from 0 to 1000000000000.");
}

static void
check_kind (const char *text, int expected)
{
  MisKind kind = MIS_KIND_HUMAN;
  g_autofree char *reason = NULL;
  gboolean is_read = mis_typed_kind_read (text, &kind, &reason);

  g_assert_cmpint (is_read ? (int)kind : -1, ==, expected);
  g_assert_cmpint (is_read, ==, reason == NULL);
}

static void
test_kinds (void)
{
  check_kind ("Human", MIS_KIND_HUMAN);
  check_kind (" ai ", MIS_KIND_AI);
  check_kind ("AI SYSTEM", MIS_KIND_AI);
  check_kind ("org", MIS_KIND_ORGANIZATION);
  check_kind ("other", MIS_KIND_OTHER);
  check_kind ("o", -1);
  check_kind ("robot", -1);
  check_kind ("\xff", -1);
}

static void
test_texts (void)
{
  const char *nothing[] = { "", NULL, " " }, *something[] = { "", "-" };
  g_autofree char *reason = NULL;

  g_assert_true (mis_cell_texts_are_empty (nothing, 3));
  g_assert_false (mis_cell_texts_are_empty (something, 2));
  g_assert_true (mis_cell_text_is_dash (" – ") && mis_cell_text_is_dash ("-"));
  g_assert_false (mis_cell_text_is_dash ("") || mis_cell_text_is_dash ("--"));
  g_assert_true (mis_typed_name_check ("Été", &reason));
  g_assert_false (mis_typed_name_check ("two\nlines", &reason));
  g_assert_cmpstr (reason, ==, "A name is one line of at most 200 characters.");
}

static void
test_quotes (void)
{
  g_autofree char *long_text = g_strnfill (41, 'x');
  g_autofree char *quoted = mis_cell_text_quote (long_text);

  g_assert_cmpint (g_utf8_strlen (quoted, -1), ==, 41);
  g_assert_true (g_str_has_suffix (quoted, "x…"));
  g_assert_true (mis_cell_text_is_empty ("") && mis_cell_text_is_empty (" \u00a0\t"));
  g_assert_false (mis_cell_text_is_empty (" ."));
  g_assert_false (mis_cell_text_is_empty ("\xff"));
}

static void
test_names (void)
{
  const char *texts[] = { "1", NULL, "", "2" };
  const char *empty[] = { "", NULL, " " };
  g_autofree char *paste = mis_cell_texts_name (texts, G_N_ELEMENTS (texts));
  g_autofree char *one = mis_cell_texts_name (texts, 1);
  g_autofree char *clear = mis_cell_texts_name (empty, G_N_ELEMENTS (empty));

  g_assert_cmpstr (paste, ==, "Paste 3 Cells");
  g_assert_cmpstr (one, ==, "Paste 1 Cell");
  g_assert_cmpstr (clear, ==, "Clear 2 Cells");
}

/* The beginning of a note, and where it comes from. */
static void
test_note_text (void)
{
  g_autofree char *both = mis_cell_note_text ("Asked 40 people", "Survey 3");
  g_autofree char *note = mis_cell_note_text ("Asked 40 people", NULL);
  g_autofree char *source = mis_cell_note_text ("", "Survey 3");
  g_autofree char *none = mis_cell_note_text (NULL, "");
  g_autofree char *long_one = g_strnfill (5000, 'x');
  g_autofree char *cut = mis_cell_note_text (long_one, NULL);

  g_assert_cmpstr (both, ==, "Asked 40 people\nSource: Survey 3");
  g_assert_cmpstr (note, ==, "Asked 40 people");
  g_assert_cmpstr (source, ==, "Source: Survey 3");
  g_assert_null (none);
  g_assert_cmpint (g_utf8_strlen (cut, -1), <, 300);
  g_assert_true (g_str_has_suffix (cut, "…"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cell-words/read", test_read);
  g_test_add_func ("/cell-words/faults", test_faults);
  g_test_add_func ("/cell-words/round-trips", test_round_trips);
  g_test_add_func ("/cell-words/decimal-comma", test_decimal_comma);
  g_test_add_func ("/cell-words/apply", test_apply);
  g_test_add_func ("/cell-words/counts", test_counts);
  g_test_add_func ("/cell-words/kinds", test_kinds);
  g_test_add_func ("/cell-words/texts", test_texts);
  g_test_add_func ("/cell-words/quotes", test_quotes);
  g_test_add_func ("/cell-words/names", test_names);
  g_test_add_func ("/cell-words/note-text", test_note_text);
  return g_test_run ();
}
