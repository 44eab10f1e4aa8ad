/* Rows under named columns, in the three forms. */
#include <locale.h>
#include <math.h>

#include <glib.h>

#include "file/sheet-writer.h"

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
                   "  Name                 Low    Share\n"
                   "  Größe, \"x\"             0   12.5 %\n"
                   "  漢字               1e-20\n"
                   "  =1+1        -1.23457e+06  100.0 %\n"
                   "  … and 7 more (see --limit)\n"
                   "\nMore\n"
                   "  For people\n"
                   "  words\n"
                   "  A note.\n");
}

/* Cut on the screen, not in the middle of a character; nothing to show is said. */
static void
test_text_edges (void)
{
  g_autoptr (MisSection) section = mis_section_new ("table", "A table");
  MisSheet *sheet = mis_section_add_sheet (section, NULL, NULL, other_columns);
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  mis_section_append_text (text, section);
  g_assert_cmpstr (text->str, ==, "\nA TABLE\n  none\n");
  for (guint i = 0; i < 100; i++)
    g_string_append (wide, "漢");
  mis_sheet_add_text (sheet, wide->str);
  g_string_truncate (text, 0);
  mis_section_append_text (text, section);
  g_assert_true (g_utf8_validate (text->str, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (text->str, -1), ==, 9 + 13 + 2 + 59 + 1 + 1);
}

static void
test_csv (void)
{
  g_autoptr (MisSection) plain = make_section (FALSE);
  g_autoptr (MisSection) section = make_section (TRUE);
  g_autoptr (GString) csv = g_string_new (NULL);

  mis_section_append_csv (csv, plain);
  g_assert_cmpstr (csv->str, ==,
                   "id,low,share,n\n"
                   "a,0,0.125,1\n"
                   "\"\",1e-20,,18446744073709551615\n"
                   "\"c,d\",-1234567,1,0\n");
  g_string_truncate (csv, 0);
  mis_section_append_csv (csv, section);
  g_assert_cmpstr (csv->str, ==,
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

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/text", test_text);
  g_test_add_func ("/sheet/text/edges", test_text_edges);
  g_test_add_func ("/sheet/csv", test_csv);
  g_test_add_func ("/sheet/json", test_json);
  g_test_add_func ("/sheet/paths", test_paths);
  return g_test_run ();
}
