/* The writer: the canonical form of a project in which everything occurs, and of the examples. */
#include <locale.h>
#include <math.h>

#include <glib.h>

#include "file/example.h"
#include "file/json-emitter.h"
#include "file/load.h"
#include "file/project-reader.h"
#include "file/project-writer.h"
#include "golden.h"

static GBytes *
load_golden (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "file", "golden", name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = mis_load_file (path, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/* Another order, other white space, defaults spelled out, escapes: the same canonical bytes. */
static void
test_everything (void)
{
  g_autoptr (GBytes) loose = load_golden ("everything-loose.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) world = mis_project_read_bytes (loose, "everything-loose.json", &error);
  g_autoptr (GBytes) written = NULL;

  g_assert_no_error (error);
  written = mis_project_write (world);
  assert_golden (written, "everything.misalign");
}

static void
test_empty (void)
{
  g_autoptr (MisWorld) world = mis_world_builder_end (mis_world_builder_new ());
  g_autoptr (GBytes) written = mis_project_write (world);

  assert_golden (written, "empty.misalign");
}

static void
test_examples (void)
{
  for (guint i = 0; mis_example_names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = mis_example_get_bytes (mis_example_names[i], &error);
      g_autoptr (MisWorld) world = mis_example_load (mis_example_names[i], &error);
      g_autoptr (GBytes) written = NULL;

      g_assert_no_error (error);
      written = mis_project_write (world);
      g_assert_true (g_bytes_equal (bytes, written));
    }
}

static void
test_unknown_example (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mis_example_load ("../shopping", &error));
  g_assert_cmpstr (error->message, ==,
                   "found the example \"../shopping\", expected shopping, ranges, carla or blank");
}

static void
test_emitter (void)
{
  MisJsonEmitter emitter;
  g_autoptr (GString) text = NULL;

  mis_json_emitter_init (&emitter);
  mis_json_emitter_begin (&emitter, '{', MIS_JSON_LINES);
  mis_json_emitter_member (&emitter, "text", "\"\\/\b\f\n\r\t\x01\x7fé<&>");
  mis_json_emitter_member_number (&emitter, "tenth", 0.1);
  mis_json_emitter_member_number (&emitter, "third", 1.0 / 3.0);
  mis_json_emitter_member_number (&emitter, "large", 1e21);
  mis_json_emitter_member_number (&emitter, "zero", -0.0);
  mis_json_emitter_member_number (&emitter, "none", (double) NAN);
  mis_json_emitter_key (&emitter, "empty");
  mis_json_emitter_begin (&emitter, '[', MIS_JSON_LINES);
  mis_json_emitter_end (&emitter);
  mis_json_emitter_key (&emitter, "line");
  mis_json_emitter_begin (&emitter, '[', MIS_JSON_ONE_LINE);
  mis_json_emitter_whole (&emitter, G_MAXUINT64);
  mis_json_emitter_begin (&emitter, '{', MIS_JSON_LINES);
  mis_json_emitter_end (&emitter);
  mis_json_emitter_truth (&emitter, TRUE);
  mis_json_emitter_end (&emitter);
  mis_json_emitter_end (&emitter);
  text = mis_json_emitter_steal (&emitter);
  g_assert_cmpstr (text->str, ==,
                   "{\n"
                   "  \"text\": \"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u007fé<&>\",\n"
                   "  \"tenth\": 0.1,\n"
                   "  \"third\": 0.3333333333333333,\n"
                   "  \"large\": 1e+21,\n"
                   "  \"zero\": 0,\n"
                   "  \"none\": null,\n"
                   "  \"empty\": [],\n"
                   "  \"line\": [18446744073709551615, {}, true]\n"
                   "}");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project-writer/everything", test_everything);
  g_test_add_func ("/project-writer/empty", test_empty);
  g_test_add_func ("/project-writer/examples", test_examples);
  g_test_add_func ("/project-writer/unknown-example", test_unknown_example);
  g_test_add_func ("/project-writer/emitter", test_emitter);
  return g_test_run ();
}
