/* Rows under named columns, in the three forms. */
#include <locale.h>
#include <math.h>

#include <glib.h>

#include "file/sheet-writer.h"
#include "file/text-lines.h"

static const MisColumn fact_columns[] = {
  { "low", "Lowest" },
  { "sure", "Sure" },
  { NULL, NULL },
};

static const MisColumn columns[] = {
  { "id", NULL },
  { NULL, "Name" },
  { "low", "Low" },
  { "share", "Share" },
  { "n", NULL },
  { NULL, NULL },
};

static const MisColumn other_columns[] = {
  { NULL, "For people" },
  { NULL, NULL },
};

static void
add_row (MisSheet *sheet, const char *id, const char *name, double low, double share, guint64 n)
{
  mis_sheet_add_text (sheet, id);
  mis_sheet_add_text (sheet, name);
  mis_sheet_add_number (sheet, low);
  mis_sheet_add_share (sheet, share);
  mis_sheet_add_whole (sheet, n);
}

static MisSection *
make_section (gboolean with_facts)
{
  MisSection *section = mis_section_new ("table", "A table");
  MisSheet *sheet;

  if (with_facts)
    {
      mis_section_add_facts (section, fact_columns);
      mis_sheet_add_number (section->facts, 0.1 + 0.2);
      mis_sheet_add_truth (section->facts, FALSE);
    }
  sheet = mis_section_add_sheet (section, with_facts ? "rows" : NULL, "Rows", columns);
  add_row (sheet, "a", "Größe, \"x\"", -0.0, 0.125, 1);
  add_row (sheet, NULL, "漢字", 1e-20, NAN, G_MAXUINT64);
  add_row (sheet, "c,d", "=1+1", -1234567.0, 1.0, 0);
  sheet->n_left_out = 7;
  sheet = mis_section_add_sheet (section, NULL, "More", other_columns);
  mis_sheet_add_text (sheet, "words");
  mis_section_add_note (section, g_strdup ("A note."));
  return section;
}

static void
test_text (void)
{
  g_autoptr (MisSection) section = make_section (TRUE);
  g_autoptr (GString) text = g_string_new (NULL);

  mis_section_append_text (text, section);
  g_assert_cmpstr (text->str, ==,
                   "\nA TABLE\n"
                   "  Lowest: 0.3\n"
                   "  Sure: no\n"
                   "\nRows\n"
                   "  Name             Low    Share\n"
                   "  Größe, \"x\"         0   12.5 %\n"
                   "  漢字         <0.0001\n"
                   "  =1+1        -1234567  100.0 %\n"
                   "  … and 7 more: --limit 0 shows all\n"
                   "\nMore\n"
                   "  For people\n"
                   "  words\n"
                   "  A note.\n");
}

/* The same number of decimals in all of a row, but where the unit is another; a sign on what
 * changes; no powers of ten. */
static void
test_text_numbers (void)
{
  static const MisColumn number_columns[] = {
    { "from", "From" }, { "part", "Part" }, { "change", "Change" }, { "goals", "Goals" },
    { NULL, NULL },
  };
  const double rows[][4] = { { 0.5, 0.00132, 0.25, 2.5 }, { 1.0, 9.94e-7, -0.5, 1.0 },
                             { 0.0, 0.125, -1e-9, 3.0 } };
  g_autoptr (MisSection) section = mis_section_new ("table", "A table");
  MisSheet *sheet = mis_section_add_sheet (section, NULL, NULL, number_columns);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      mis_sheet_add_number (sheet, rows[i][0]);
      mis_sheet_add_number (sheet, rows[i][1]);
      mis_sheet_add_change (sheet, rows[i][2]);
      mis_sheet_add_number (sheet, rows[i][3]);
    }
  mis_section_append_text (text, section);
  g_assert_cmpstr (text->str, ==,
                   "\nA TABLE\n"
                   "    From     Part    Change  Goals\n"
                   "  0.5000   0.0013   +0.2500    2.5\n"
                   "  1.0000  <0.0001   -0.5000    1.0\n"
                   "       0   0.1250  >-0.0001    3.0\n");
}

static char *
write_text (const MisSection *section)
{
  GString *text = g_string_new (NULL);

  mis_section_append_text (text, section);
  return g_string_free (text, FALSE);
}

static void
assert_lines_fit (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpuint (mis_text_width (lines[i]), <=, MIS_TEXT_COLUMNS);
}

/* All of a wide cell, in lines; nothing to show is said, or nothing is said. */
static void
test_text_edges (void)
{
  g_autoptr (MisSection) section = mis_section_new ("table", "A table");
  MisSheet *sheet = mis_section_add_sheet (section, NULL, NULL, other_columns);
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autofree char *none = write_text (section);
  g_autofree char *silence = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpstr (none, ==, "\nA TABLE\n  none\n");
  sheet->quiet = TRUE;
  silence = write_text (section);
  g_assert_cmpstr (silence, ==, "\nA TABLE\n");
  for (guint i = 0; i < 100; i++)
    g_string_append (wide, "漢");
  mis_sheet_add_text (sheet, wide->str);
  text = write_text (section);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  assert_lines_fit (text);
  /* Two spaces and 39 characters of two columns, then the rest. */
  g_assert_cmpint (g_utf8_strlen (text, -1), ==, 9 + 13 + (2 + 39 + 1) * 2 + (2 + 22 + 1));
}

static const MisColumn wide_columns[] = {
  { NULL, "Words" },
  { NULL, "Other words that are many" },
  { NULL, "A number" },
  { NULL, NULL },
};

/* Words share the room that numbers leave; short ones keep theirs; headings break, too. */
static void
test_text_wraps (void)
{
  g_autoptr (MisSection) section = mis_section_new ("table", "A table");
  MisSheet *sheet = mis_section_add_sheet (section, NULL, NULL, wide_columns);
  g_autofree char *text = NULL;

  mis_section_set_intro (section, "It says which is which and how to read it, in a sentence that "
                                  "is longer than a line.");
  mis_sheet_set_intro (sheet, "In short.");
  mis_sheet_add_text (sheet, "short");
  mis_sheet_add_text (sheet, "a rather long cell that goes on and on until it has to be broken "
                             "into lines in its own column");
  mis_sheet_add_number (sheet, 0.25);
  mis_sheet_add_text (sheet, "brief");
  mis_sheet_add_text (sheet, "x");
  mis_sheet_add_number (sheet, 0.0004);
  text = write_text (section);
  g_assert_cmpstr (text, ==,
                   "\nA TABLE\n"
                   "  It says which is which and how to read it, in a sentence that is longer than "
                   "a\n"
                   "  line.\n"
                   "  In short.\n"
                   "  Words  Other words that are many                                             "
                   "A\n"
                   "                                                                          "
                   "number\n"
                   "  short  a rather long cell that goes on and on until it has to be        "
                   "0.2500\n"
                   "         broken into lines in its own column\n"
                   "  brief  x                                                                "
                   "0.0004\n");
  assert_lines_fit (text);
}

/* Each line and the next: at spaces, between Chinese characters, and within a word that is too
 * long, but never between a letter and the sign on it. */
static void
assert_wraps (const char *text, guint width, const char *expected)
{
  g_autoptr (GPtrArray) lines = mis_text_wrap (text, width);
  g_autofree char *joined = NULL;

  g_ptr_array_add (lines, NULL);
  joined = g_strjoinv ("|", (char **) lines->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_lines (void)
{
  assert_wraps ("", 5, "");
  assert_wraps ("one two", 7, "one two");
  assert_wraps ("one two", 6, "one|two");
  assert_wraps ("one two three", 3, "one|two|thr|ee");
  assert_wraps ("abcdefgh", 3, "abc|def|gh");
  assert_wraps ("漢字漢字", 5, "漢字|漢字");
  assert_wraps ("漢字。漢字", 4, "漢|字。|漢字");
  assert_wraps ("ae\u0301io", 2, "ae\u0301|io");
  assert_wraps ("שלום עולם", 5, "שלום|עולם");
}

static void
assert_csv (const MisSection *section, MisCsvStyle style, const char *expected)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *found = NULL;
  MisCsv csv;

  mis_csv_init (&csv, style);
  mis_section_append_csv (&csv, section);
  bytes = mis_csv_end (&csv);
  found = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (found, ==, expected);
}

static void
test_csv (void)
{
  g_autoptr (MisSection) plain = make_section (FALSE);
  g_autoptr (MisSection) section = make_section (TRUE);

  assert_csv (plain, MIS_CSV_POINTS,
              "id,low,share,n\n"
              "a,0,0.125,1\n"
              "\"\",1e-20,,18446744073709551615\n"
              "\"c,d\",-1234567,1,0\n");
  assert_csv (plain, MIS_CSV_DECIMAL_COMMAS,
              "id;low;share;n\n"
              "a;0;0,125;1\n"
              "\"\";1e-20;;18446744073709551615\n"
              "\"c,d\";-1234567;1;0\n");
  assert_csv (section, MIS_CSV_POINTS,
              "list,low,sure,id,share,n\n"
              "overall,0.30000000000000004,false,,,\n"
              "rows,0,,a,0.125,1\n"
              "rows,1e-20,,,,18446744073709551615\n"
              "rows,-1234567,,\"c,d\",1,0\n");
}

static void
test_json (void)
{
  g_autoptr (MisSection) plain = make_section (FALSE);
  g_autoptr (MisSection) section = make_section (TRUE);
  MisJsonEmitter emitter;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  section->name = "object";
  mis_json_emitter_init (&emitter);
  mis_json_emitter_begin (&emitter, '{', MIS_JSON_LINES);
  mis_section_emit (&emitter, plain);
  mis_section_emit (&emitter, section);
  mis_json_emitter_end (&emitter);
  bytes = mis_json_emitter_end_file (&emitter);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (
    text, ==,
    "{\n"
    "  \"table\": [\n"
    "    { \"id\": \"a\", \"low\": 0, \"share\": 0.125, \"n\": 1 },\n"
    "    { \"id\": null, \"low\": 1e-20, \"share\": null, \"n\": 18446744073709551615 },\n"
    "    { \"id\": \"c,d\", \"low\": -1234567, \"share\": 1, \"n\": 0 }\n"
    "  ],\n"
    "  \"object\": {\n"
    "    \"low\": 0.30000000000000004,\n"
    "    \"sure\": false,\n"
    "    \"rows\": [\n"
    "      { \"id\": \"a\", \"low\": 0, \"share\": 0.125, \"n\": 1 },\n"
    "      { \"id\": null, \"low\": 1e-20, \"share\": null, \"n\": 18446744073709551615 },\n"
    "      { \"id\": \"c,d\", \"low\": -1234567, \"share\": 1, \"n\": 0 }\n"
    "    ]\n"
    "  }\n"
    "}\n");
}

static void
test_paths (void)
{
  g_autoptr (MisSection) section = make_section (TRUE);
  g_autoptr (MisSection) plain = make_section (FALSE);
  g_autofree char *path = mis_section_get_sheet_path (section, section->sheets->pdata[0]);
  g_autofree char *plain_path = mis_section_get_sheet_path (plain, plain->sheets->pdata[0]);

  g_assert_cmpstr (path, ==, "table.rows");
  g_assert_cmpstr (plain_path, ==, "table");
}

static void
assert_text (GBytes *bytes, const char *expected)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==, expected);
}

/* What came later stands behind all else, whichever sheet of a section has it. */
static void
test_last (void)
{
  static const MisColumn one[] = {
    { "id", NULL }, { "name", "Name", TRUE }, { "n", NULL }, { NULL, NULL }
  };
  static const MisColumn two[] = { { "more", NULL }, { NULL, NULL } };
  g_autoptr (MisSection) section = mis_section_new ("table", "A table");
  MisSheet *first = mis_section_add_sheet (section, "first", NULL, one);
  MisSheet *second = mis_section_add_sheet (section, "second", NULL, two);
  g_autoptr (GBytes) bytes = NULL;
  MisJsonEmitter emitter;

  mis_sheet_add_text (first, "a");
  mis_sheet_add_text (first, "A");
  mis_sheet_add_whole (first, 1);
  mis_sheet_add_whole (second, 2);
  assert_csv (section, MIS_CSV_POINTS, "list,id,n,more,name\nfirst,a,1,,A\nsecond,,,2,\n");
  mis_json_emitter_init (&emitter);
  mis_json_emitter_begin (&emitter, '{', MIS_JSON_LINES);
  mis_section_emit (&emitter, section);
  mis_json_emitter_end (&emitter);
  bytes = mis_json_emitter_end_file (&emitter);
  assert_text (bytes, "{\n"
                           "  \"table\": {\n"
                           "    \"first\": [\n"
                           "      { \"id\": \"a\", \"n\": 1, \"name\": \"A\" }\n"
                           "    ],\n"
                           "    \"second\": [\n"
                           "      { \"more\": 2 }\n"
                           "    ]\n"
                           "  }\n"
                           "}\n");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/text", test_text);
  g_test_add_func ("/sheet/text-numbers", test_text_numbers);
  g_test_add_func ("/sheet/text/edges", test_text_edges);
  g_test_add_func ("/sheet/text/wraps", test_text_wraps);
  g_test_add_func ("/sheet/text/lines", test_lines);
  g_test_add_func ("/sheet/csv", test_csv);
  g_test_add_func ("/sheet/json", test_json);
  g_test_add_func ("/sheet/last", test_last);
  g_test_add_func ("/sheet/paths", test_paths);
  return g_test_run ();
}
