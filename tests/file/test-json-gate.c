/* The gate: JSONTestSuite, positions and words of faults, duplicates, outline, speed and memory. */
#include <locale.h>
#include <string.h>

#include <glib.h>
#include <json-glib/json-glib.h>

#include "file/json-gate.h"
#include "file/json-text.h"

/* Undoes the escapes of json-suite.txt. */
static GString *
unescape (const char *text)
{
  GString *bytes = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (p[0] == '%' && p[1] == '(')
        {
          char *star;
          guint64 times = g_ascii_strtoull (p + 2, &star, 10);
          const char *close = strchr (star, ')');

          for (guint64 i = 0; i < times; i++)
            g_string_append_len (bytes, star + 1, close - star - 1);
          p = close;
        }
      else if (p[0] == '%')
        {
          g_string_append_c (bytes, (char) (g_ascii_xdigit_value (p[1]) * 16
                                            + g_ascii_xdigit_value (p[2])));
          p += 2;
        }
      else
        g_string_append_c (bytes, *p);
    }
  return bytes;
}

/* A copy of exactly the bytes, so that sanitizers see a byte too far. */
static MisFault *
run_gate (const char *text, gsize length, guint max_depth, MisJsonOutline *outline)
{
  g_autofree char *copy = g_memdup2 (text, length);
  MisFault *fault = NULL;
  gboolean passed = mis_json_gate (copy, length, max_depth, outline, &fault);

  g_assert_true (passed == (fault == NULL));
  return fault;
}

static const char *
verdict (const MisFault *fault)
{
  return fault == NULL ? "accept" : mis_fault_get_kind (fault);
}

static void
test_suite (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "file", "json-suite.txt", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  guint seen[128] = { 0 };

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 3);
      g_autoptr (GString) bytes = NULL;
      g_autoptr (MisFault) fault = NULL;

      if (lines[i][0] == '#' || g_strv_length (fields) < 2)
        continue;
      bytes = unescape (fields[2] != NULL ? fields[2] : "");
      fault = run_gate (bytes->str, bytes->len, MIS_JSON_MAX_DEPTH, NULL);
      if (strcmp (verdict (fault), fields[0]) != 0)
        g_error ("%s: %s, expected %s (%s)", fields[1], verdict (fault), fields[0],
                 fault != NULL ? fault->message : "");
      seen[(guchar) fields[1][0]]++;
    }
  g_assert_cmpuint (seen['y'], ==, 95);
  g_assert_cmpuint (seen['n'], ==, 188);
  g_assert_cmpuint (seen['i'], ==, 35);
}

typedef struct
{
  const char *text;
  const char *kind;
  const char *fault; /* as mis_fault_to_text() has it */
} FaultCase;

static const FaultCase faults[] = {
  { "", "syntax", "f:1:1: found the end of the file, expected a value" },
  { "  \n ", "syntax", "f:2:2: found the end of the file, expected a value" },
  { "{\n  \"a\": 1,\n}", "syntax",
    "f:3:1: found \"}\", expected the name of a member in double quotes: the comma before "
    "it, in line "
    "2, is one too many" },
  { "[1,]", "syntax",
    "f:1:4: found \"]\", expected a value: the comma before it, in line 1, is one too many" },
  { "[1 2]", "syntax",
    "f:1:4: found \"2\", expected \",\" or \"]\": a comma is missing before it, at the end "
    "of line 1" },
  { "{\"a\" 1}", "syntax", "f:1:6: found \"1\", expected \":\"" },
  { "{\"a\":1 \"b\"}", "syntax",
    "f:1:8: found a text in double quotes, expected \",\" or \"}\": a comma is missing "
    "before it, at "
    "the end of line 1" },
  { "[] []", "syntax", "f:1:4: found \"[\", expected nothing behind the end of the value" },
  { "[\"äö\" x]", "syntax",
    "f:1:7: found \"x\", expected \",\" or \"]\": a comma is missing before it, at the end "
    "of line 1" },
  { "\xef\xbb\xbf[x]", "syntax",
    "f:1:2: found \"x\", expected a value or \"]\": put a text in double quotes" },
  { "[NaN]", "syntax", "f:1:2: found \"NaN\", expected a value or \"]\"" },
  { "['a']", "syntax",
    "f:1:2: found \"'\", expected a value or \"]\": names and texts stand in straight "
    "double quotes, "
    "\"so\"" },
  { "{} // end", "syntax",
    "f:1:4: found \"/\", expected nothing behind the end of the value: JSON has no "
    "comments; write it "
    "into a \"note\" or a \"description\"" },
  { "[01]", "syntax", "f:1:2: found a number with a leading zero, expected one without" },
  { "[1.]", "syntax", "f:1:4: found \"]\", expected a digit behind the point" },
  { "[\"a\nb\"]", "syntax",
    "f:1:4: found the control character U+000A, expected the closing quote of the text, or "
    "\"\\n\"" },
  { "[\"\\q\"]", "syntax",
    "f:1:4: found \"q\", expected one of \" \\ / b f n r t u behind the backslash in a text" },
  { "[\"\\u00g0\"]", "syntax",
    "f:1:3: found \"\\u\" without four hexadecimal digits behind it, expected as in \"\\u00e9\"" },
  { "[\"\xff\"]", "syntax",
    "f:1:3: found the byte 0xFF, which is not UTF-8, expected UTF-8: save the file as UTF-8" },
  { "[\"abc", "syntax",
    "f:1:6: found the end of the file, expected the closing quote of the text" },
  { "[\xc3\xa9]", "syntax", "f:1:2: found \"é\" (U+00E9), expected a value or \"]\"" },
  { "\xff\xfe[\n]\n", "syntax",
    "f:1:1: found UTF-16 text, expected UTF-8: save the file as UTF-8" },
  { "{\"a\": 1,\n \"b\": {\"c\": 1, \"\\u0063\": 2}}", "project",
    "f:2:16: b.c: found the member \"c\" a second time, expected it once" },
  { "{\"areas\": [{}, {\"goals\": [{\"id\": \"a\\u0000b\"}]}]}", "project",
    "f:1:36: areas[1].goals[0].id: found the character U+0000 in a text, expected none" },
  { "{\"a\": [0, 1e999]}", "project",
    "f:1:11: a[1]: found a number beyond 1.7976931348623157e308, expected a smaller one" },
  { "[9007199254740992]", "project",
    "f:1:2: [0]: found a whole number of too many digits, expected at most 9007199254740991" },
  { "[\"\\ud800\"]", "project",
    "f:1:3: [0]: found half of a surrogate pair in a text, expected both halves" },
  /* Half a pair in a name: the place says so, and what stands behind it is still there. */
  { "{\"\\ud800\": 1}", "project",
    "f:1:3: [\"\xef\xbf\xbd\"]: found half of a surrogate pair in a text, expected both halves" },
  { "{\"\\ud800\\u0041\": 1}", "project",
    "f:1:3: [\"\xef\xbf\xbd"
    "A\"]: found half of a surrogate pair in a text, expected both halves" },
  { "{\"\\ud800bcdefgh\": 1}", "project",
    "f:1:3: [\"\xef\xbf\xbd"
    "bcdefgh\"]: found half of a surrogate pair in a text, expected both halves" },
  { "{\"a\\udc00\": 1}", "project",
    "f:1:4: [\"a\xef\xbf\xbd\"]: found half of a surrogate pair in a text, expected both halves" },
  { "{\"a b\": {\"x\": 1, \"x\": 2}}", "project",
    "f:1:18: [\"a b\"].x: found the member \"x\" a second time, expected it once" },
  { "{\"\\u001b[31m\": 1, \"\\u001b[31m\": 2}", "project",
    "f:1:19: [\"\\u001b[31m\"]: found the member \"\\u001b[31m\" a second time, expected it once" },
  /* No JSON at all comes before what is JSON, but no project. */
  { "{\"a\": 1, \"a\": 2", "syntax",
    "f:1:16: found the end of the file, expected \",\" or \"}\": the \"{\" of line 1 is not "
    "closed by "
    "\"}\"" },
  { "[1e999, \"\\u0000\"]", "project",
    "f:1:2: [0]: found a number beyond 1.7976931348623157e308, expected a smaller one" },
};

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (MisFault) fault = run_gate (faults[i].text, strlen (faults[i].text), 64, NULL);
      g_autofree char *text = NULL;

      g_assert_nonnull (fault);
      text = mis_fault_to_text (fault, "f");
      g_assert_cmpstr (text, ==, faults[i].fault);
      g_assert_cmpstr (mis_fault_get_kind (fault), ==, faults[i].kind);
    }
}

static void
test_numbers (void)
{
  static const char *const accepted[]
    = { "9007199254740991", "-9007199254740991", "1e308", "1.7976931348623157e308", "0.1", "-0",
        "1e-400", "100000000000000000000.0", "12345678901234567890e3" };

  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++)
    g_assert_null (run_gate (accepted[i], strlen (accepted[i]), 64, NULL));
}

static GString *
nested (guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, ']');
  return text;
}

static void
test_depth (void)
{
  g_autoptr (GString) good = nested (64);
  g_autoptr (GString) deep = nested (65);
  g_autoptr (GString) bomb = nested (10000000);
  g_autoptr (MisFault) fault = NULL;
  g_autoptr (MisFault) bomb_fault = NULL;

  g_assert_null (run_gate (good->str, good->len, 64, NULL));
  fault = run_gate (deep->str, deep->len, 64, NULL);
  g_assert_cmpint (fault->code, ==, MIS_FILE_ERROR_PROJECT);
  g_assert_cmpuint (fault->column, ==, 65);
  bomb_fault = run_gate (bomb->str, bomb->len, 500, NULL);
  g_assert_cmpuint (bomb_fault->column, ==, 501);
}

static void
test_outline (void)
{
  const char *text = " {\"areas\": [1, [2, 3], {\"a\": [4]}], \"x\": {\"y\": [5]}, \"none\": []}";
  MisJsonOutline outline;

  g_assert_null (run_gate (text, strlen (text), 64, &outline));
  g_assert_cmpuint (outline.root, ==, 1);
  g_assert_cmpuint (outline.n_members, ==, 3);
  g_assert_cmpuint (outline.members[0].n_elements, ==, 3);
  g_assert_cmpuint (outline.members[1].n_elements, ==, 0);
  g_assert_cmpuint (outline.members[2].n_elements, ==, 0);
  g_assert_true (g_str_has_prefix (text + outline.members[0].name, "\"areas\""));
  g_assert_true (g_str_has_prefix (text + outline.members[0].value, "[1, [2"));
  g_assert_true (g_str_has_prefix (text + outline.members[1].value, "{\"y\""));
}

static void
test_walk (void)
{
  const char *text = "{ \"a\" : [ ] , \"b\\n\" : { \"]}\" : \"\\\"\" } , \"c\" : -1.5e+3 }";
  const char *values[] = { "[ ]", "{ \"]}\" : \"\\\"\" }", "-1.5e+3" };
  g_autoptr (GString) name = g_string_new (NULL);
  MisJsonWalk walk;
  guint n = 0;

  mis_json_walk_init (&walk, text, 0);
  while (mis_json_walk_next (&walk))
    {
      gsize end = mis_json_skip_value (text, walk.value);
      g_autofree char *value = g_strndup (text + walk.value, end - walk.value);

      g_assert_cmpuint (walk.index, ==, n);
      g_assert_cmpstr (value, ==, values[n]);
      mis_json_decode (text, walk.name, name);
      g_assert_cmpstr (name->str, ==, n == 0 ? "a" : n == 1 ? "b\n" : "c");
      n++;
    }
  g_assert_cmpuint (n, ==, 3);
}

/* An object of many members, the last of which repeats @duplicate. */
static GString *
wide_object (guint n, guint duplicate)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "\"member-with-a-long-common-beginning-%u\":0,", i);
  g_string_append_printf (text, "\"member-with-a-long-common-beginning-%u\":0}", duplicate);
  return text;
}

static void
test_wide (void)
{
  g_autoptr (GString) good = wide_object (99999, 99999);
  g_autoptr (GString) twice = wide_object (99999, 7);
  g_autoptr (GString) wide = wide_object (100000, 100000);
  g_autoptr (MisFault) fault = NULL;
  g_autoptr (MisFault) wide_fault = NULL;

  g_assert_null (run_gate (good->str, good->len, 64, NULL));
  fault = run_gate (twice->str, twice->len, 64, NULL);
  g_assert_true (
    g_str_has_prefix (fault->message, "found the member \"member-with-a-long-common-"));
  wide_fault = run_gate (wide->str, wide->len, 64, NULL);
  g_assert_true (g_str_has_prefix (wide_fault->message, "found more than 100000 members"));
}

/* What the gate lets through an independent reader must be able to read: mutations of a file. */
static void
test_mutations (void)
{
  const char *seed = "{\"a\": [1, -2.5e3, \"x\\u00e9\\n\", true], \"b\": {\"c\": null, \"d\": {}}}";
  const char alphabet[] = "{}[]\",:\\u0123e+-.tfn \n\xc3\xa9\x01";
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  gsize length = strlen (seed);
  guint n_passed = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup (seed);
      g_autoptr (MisFault) fault = NULL;
      g_autoptr (JsonParser) parser = json_parser_new ();

      for (gint32 j = g_rand_int_range (rand, 1, 4); j > 0; j--)
        text[g_rand_int_range (rand, 0, (gint32) length)]
          = alphabet[g_rand_int_range (rand, 0, sizeof (alphabet) - 1)];
      fault = run_gate (text, length, 64, NULL);
      if (fault == NULL)
        {
          g_assert_true (json_parser_load_from_data (parser, text, (gssize) length, NULL));
          g_assert_nonnull (json_parser_get_root (parser));
          n_passed++;
        }
    }
  g_assert_cmpuint (n_passed, >, 500);
}

static void
test_json_form (void)
{
  g_autoptr (MisFault) syntax = run_gate ("[x]", 3, 64, NULL);
  g_autoptr (MisFault) project = run_gate ("[1e999]", 7, 64, NULL);
  g_autofree char *syntax_line = mis_fault_to_json (syntax, "a \"b\".misalign");
  g_autofree char *project_line = mis_fault_to_json (project, "f");

  g_assert_cmpstr (syntax_line, ==,
                   "{ \"file\": \"a \\\"b\\\".misalign\", \"kind\": \"syntax\", \"line\": 1, "
                   "\"column\": 2, \"place\": \"\", \"message\": \"found \\\"x\\\", expected a "
                   "value or \\\"]\\\": put a text in double quotes\" }");
  g_assert_cmpstr (project_line, ==,
                   "{ \"file\": \"f\", \"kind\": \"project\", \"line\": null, \"column\": null, "
                   "\"place\": \"[0]\", \"message\": \"found a number beyond "
                   "1.7976931348623157e308, expected a smaller one\" }");
}

/* Errors of loading are faults of kind "io", without a place. */
static void
test_from_error (void)
{
  g_autoptr (GError) denied = g_error_new (MIS_FILE_ERROR, MIS_FILE_ERROR_DENIED, "no\n");
  g_autoptr (GError) foreign = g_error_new (G_FILE_ERROR, G_FILE_ERROR_NOENT, "none");
  g_autoptr (MisFault) fault = mis_fault_new_from_error (denied);
  g_autoptr (MisFault) foreign_fault = mis_fault_new_from_error (foreign);
  g_autofree char *text = mis_fault_to_text (fault, "a\033b");

  g_assert_cmpstr (mis_fault_get_kind (fault), ==, "io");
  g_assert_cmpint (fault->code, ==, MIS_FILE_ERROR_DENIED);
  g_assert_cmpstr (text, ==, "a\\u001bb: no\\u000a");
  g_assert_cmpint (foreign_fault->code, ==, MIS_FILE_ERROR_IO);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-gate/suite", test_suite);
  g_test_add_func ("/json-gate/faults", test_faults);
  g_test_add_func ("/json-gate/numbers", test_numbers);
  g_test_add_func ("/json-gate/depth", test_depth);
  g_test_add_func ("/json-gate/outline", test_outline);
  g_test_add_func ("/json-gate/walk", test_walk);
  g_test_add_func ("/json-gate/wide", test_wide);
  g_test_add_func ("/json-gate/mutations", test_mutations);
  g_test_add_func ("/json-gate/json-form", test_json_form);
  g_test_add_func ("/json-gate/from-error", test_from_error);
  return g_test_run ();
}
