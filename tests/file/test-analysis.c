/* Analyses of random worlds: all tables in all forms, read back by another program's parser. */
#include <locale.h>
#include <math.h>
#include <string.h>

#include <json-glib/json-glib.h>

#include "file/analysis-writer.h"
#include "file/example.h"
#include "file/text-lines.h"
#include "golden.h"
#include "random-world.h"

#define N_WORLDS 400
#define LIMIT 5

static GPtrArray *
make_sections (MisAnalysis *analysis, const MisAnalysisRequest *request)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) mis_section_free);

  for (guint table = 0; table < MIS_N_ANALYSIS_TABLES; table++)
    if (mis_analysis_request_has (request, (MisAnalysisTable) table))
      g_ptr_array_add (sections,
                       mis_analysis_make_section (analysis, (MisAnalysisTable) table));
  return sections;
}

static GBytes *
write_all (MisWorld *world, const MisAnalysisRequest *request, MisScoreFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisAnalysis) analysis = mis_analysis_new (world, request, &error);
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GPtrArray) warnings = NULL;

  g_assert_no_error (error);
  sections = make_sections (analysis, request);
  warnings = mis_analysis_list_warnings (analysis);
  return mis_analysis_write (analysis, sections, warnings, format, MIS_CSV_POINTS);
}

/* The sum of a member over the rows of a list; what is null counts as 0. */
static double
add_up (JsonArray *rows, const char *member)
{
  double sum = 0.0;

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonNode *node = json_object_get_member (json_array_get_object_element (rows, i), member);

      g_assert_nonnull (node);
      sum += JSON_NODE_HOLDS_VALUE (node) ? json_node_get_double (node) : 0.0;
    }
  return sum;
}

static void
assert_near (double found, double expected)
{
  g_assert_cmpfloat_with_epsilon (found, expected, 1e-11);
}

static void
check_contributions (JsonObject *root)
{
  static const char *const lists[] = { "areas", "pairs", "groups" };
  JsonObject *parts = json_object_get_object_member (root, "contributions");

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    assert_near (add_up (json_object_get_array_member (parts, lists[i]), "overall"),
                 json_object_get_double_member (root, "overall"));
}

static void
check_waterfall (JsonObject *root)
{
  JsonObject *waterfall = json_object_get_object_member (root, "waterfall");
  double difference;

  if (json_object_get_null_member (waterfall, "difference"))
    return;
  difference = json_object_get_double_member (waterfall, "difference");
  assert_near (add_up (json_object_get_array_member (waterfall, "steps"), "difference"),
               difference);
  assert_near (json_object_get_double_member (waterfall, "old") + difference,
               json_object_get_double_member (root, "overall"));
}

static void
check_levers (JsonObject *root)
{
  JsonArray *levers = json_object_get_array_member (root, "levers");
  double overall = json_object_get_double_member (root, "overall");

  for (guint i = 0; i < json_array_get_length (levers); i++)
    {
      JsonObject *lever = json_array_get_object_element (levers, i);

      assert_near (json_object_get_double_member (lever, "overall"),
                   overall + json_object_get_double_member (lever, "difference"));
      g_assert_true (strchr (json_object_get_string_member (lever, "place"), ':') != NULL);
    }
}

static void
check_json (MisWorld *world, const MisAnalysisRequest *request)
{
  g_autoptr (GBytes) bytes = write_all (world, request, MIS_SCORE_JSON);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  JsonObject *root;

  g_assert_true (json_parser_load_from_data (parser, text, (gssize) length, &error));
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  check_contributions (root);
  check_levers (root);
  if (request->scenario != NULL)
    check_waterfall (root);
  g_assert_cmpuint (json_object_get_size (json_object_get_object_member (root, "left_out")), ==, 0);
}

static void
assert_lines_fit (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (mis_text_width (lines[i]) > MIS_TEXT_COLUMNS)
      g_error ("%u columns: %s", mis_text_width (lines[i]), lines[i]);
}

static void
check_text (MisWorld *world, const MisAnalysisRequest *request)
{
  MisAnalysisRequest few = *request;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  few.limit = LIMIT;
  few.few = 2;
  few.for_people = TRUE;
  bytes = write_all (world, &few, MIS_SCORE_TEXT);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_null (strchr (text, '\t'));
  g_assert_null (strstr (text, " \n"));
  assert_lines_fit (text);
}

/* Every list keeps to the limit; what it does not show is counted. */
static void
check_limit (MisWorld *world, const MisAnalysisRequest *request)
{
  MisAnalysisRequest few = *request;
  g_autoptr (MisAnalysis) one = NULL;
  g_autoptr (MisAnalysis) all = mis_analysis_new (world, request, NULL);

  few.limit = LIMIT;
  one = mis_analysis_new (world, &few, NULL);
  for (guint table = 0; table <= MIS_ANALYSIS_LEVERS; table++)
    {
      g_autoptr (MisSection) part = mis_analysis_make_section (one, (MisAnalysisTable) table);
      g_autoptr (MisSection) whole = mis_analysis_make_section (all, (MisAnalysisTable) table);

      for (guint i = 0; i < part->sheets->len; i++)
        {
          const MisSheet *sheet = part->sheets->pdata[i];
          const MisSheet *longer = whole->sheets->pdata[i];

          g_assert_cmpuint (mis_sheet_get_n_rows (sheet), <=, 2 * LIMIT);
          if (mis_sheet_is_for_scripts (sheet))
            g_assert_cmpuint (mis_sheet_get_n_rows (sheet) + sheet->n_left_out, ==,
                              mis_sheet_get_n_rows (longer));
        }
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (91);

  for (guint i = 0; i < N_WORLDS; i++)
    {
      g_autoptr (MisWorld) world = mis_random_world (rand, 12, 5, 5);
      guint n_scenarios = mis_world_get_n_scenarios (world);
      MisAnalysisRequest request = { .limit = MIS_ANALYSIS_MAX_ROWS, .step = 0.1 };

      request.target = i % 4 == 0 ? g_rand_double (rand) : (double) NAN;
      if (n_scenarios > 0 && i % 2 == 0)
        request.scenario = mis_world_get_scenario (world, i % n_scenarios);
      check_json (world, &request);
      check_text (world, &request);
      check_limit (world, &request);
    }
}

static void
assert_written (MisWorld *world, const MisAnalysisRequest *request, const char *name)
{
  MisAnalysisRequest for_people = *request;
  g_autofree char *text_name = g_strconcat (name, ".txt", NULL);
  g_autofree char *json_name = g_strconcat (name, ".json", NULL);
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GBytes) json = write_all (world, request, MIS_SCORE_JSON);

  for_people.for_people = TRUE;
  for_people.few = 2;
  text = write_all (world, &for_people, MIS_SCORE_TEXT);
  assert_golden (text, text_name);
  assert_golden (json, json_name);
}

static void
test_examples (void)
{
  g_autoptr (MisWorld) shopping = mis_example_load ("shopping", NULL);
  g_autoptr (MisWorld) carla = mis_example_load ("carla", NULL);
  MisAnalysisRequest request = { .limit = LIMIT, .step = 0.1, .target = 0.1 };

  assert_written (shopping, &request, "analysis-shopping");
  request.scenario = mis_world_get_scenario (carla, 0);
  request.target = NAN;
  assert_written (carla, &request, "analysis-carla");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/random", test_random);
  g_test_add_func ("/analysis/examples", test_examples);
  return g_test_run ();
}
