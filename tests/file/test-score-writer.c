/* Scores of the examples against the paper's values, and the three forms they are written in. */
#include <locale.h>
#include <math.h>
#include <string.h>

#include <glib.h>

#include "core/edit.h"
#include "file/example.h"
#include "file/project-reader.h"
#include "file/score-writer.h"
#include "golden.h"

static GBytes *
write_score (MisWorld *world, MisScoreFormat format)
{
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
  MisAnyConflict chance = mis_any_conflict (tally, score, NULL);
  g_autoptr (GPtrArray) warnings = mis_score_list_warnings (score, tally);

  return mis_score_write (world, score, &chance, warnings, format, MIS_CSV_POINTS);
}

static void
assert_scores (MisWorld *world, const char *stem)
{
  static const char *const endings[] = { ".txt", ".csv", ".json" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autoptr (GBytes) written = write_score (world, (MisScoreFormat) i);
      g_autofree char *name = g_strconcat ("score-", stem, endings[i], NULL);

      assert_golden (written, name);
    }
}

static void
test_shopping (void)
{
  g_autoptr (MisWorld) world = mis_example_load ("shopping", NULL);

  assert_scores (world, "shopping");
}

static void
test_blank (void)
{
  g_autoptr (MisWorld) world = mis_example_load ("blank", NULL);

  assert_scores (world, "blank");
}

/* An area in which nobody has a known position has no score. */
static void
test_gaps (void)
{
  const char *text = "{\"format\":\"misalign-project\",\"version\":1,\"areas\":[{\"id\":\"a\","
                     "\"goals\":[{\"id\":\"g\"},"
                     "{\"id\":\"h\"}],\"conflict\":{\"default\":1}},{\"id\":\"b\",\"goals\":[]}],"
                     "\"agents\":[{\"id\":"
                     "\"x\",\"positions\":{\"a\":{\"goal\":\"g\"}}},{\"id\":\"y\",\"positions\":{"
                     "\"a\":{\"goal\":"
                     "\"h\"}}}]}";
  MisFault *fault;
  g_autoptr (MisWorld) world = mis_project_read (text, strlen (text), &fault);

  g_assert_nonnull (world);
  assert_scores (world, "gaps");
}

static double
overall (MisWorld *world)
{
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);

  return score->overall;
}

static double
overall_of_scenario (MisWorld *world, const char *id)
{
  int index = mis_world_find_scenario (world, id);
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) changed = NULL;

  g_assert_cmpint (index, >=, 0);
  changed = mis_world_with_scenario_applied (world, mis_world_get_scenario (world, (guint) index),
                                             &error);
  g_assert_no_error (error);
  return overall (changed);
}

/* Known values: the shopping case study (paper, 6.1). */
static void
test_known_values (void)
{
  g_autoptr (MisWorld) shopping = mis_example_load ("shopping", NULL);
  g_autoptr (MisWorld) carla = mis_example_load ("carla", NULL);

  g_assert_cmpfloat_with_epsilon (overall (shopping), 0.25688931797422987, 1e-15);
  g_assert_cmpfloat_with_epsilon (overall (carla), 0.1063460861, 1e-10);
  g_assert_cmpfloat_with_epsilon (overall_of_scenario (carla, "half-conflict"), 0.0531730430,
                                  1e-10);
  g_assert_cmpfloat_with_epsilon (overall_of_scenario (carla, "full-weights"), 0.5005005005, 1e-10);
}

static void
test_bounds (void)
{
  g_autoptr (MisWorld) world = mis_example_load ("carla", NULL);
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
  MisAnyConflict bounds = mis_any_conflict_bounds (score);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = mis_score_write (world, score, &bounds, warnings, MIS_SCORE_JSON,
                                              MIS_CSV_POINTS);
  const char *text = g_bytes_get_data (bytes, NULL);

  g_assert_nonnull (strstr (text, "  \"any_conflict\": null,\n  \"any_conflict_low\": 0."));
  g_assert_nonnull (strstr (text, "  \"any_conflict_method\": \"bounds\",\n"));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score-writer/shopping", test_shopping);
  g_test_add_func ("/score-writer/blank", test_blank);
  g_test_add_func ("/score-writer/gaps", test_gaps);
  g_test_add_func ("/score-writer/known-values", test_known_values);
  g_test_add_func ("/score-writer/bounds", test_bounds);
  return g_test_run ();
}
