/* What is said of a scenario that cannot be applied, while the others have their scores. */
#include <string.h>

#include <glib.h>

#include "core/edit.h"
#include "file/example.h"
#include "file/scenario-scores.h"

/* Carla with a scenario that names nobody, which no project file can have. (transfer full) */
static GPtrArray *
make_scores (MisWorld *world)
{
  GPtrArray *scores = g_ptr_array_new_with_free_func ((GDestroyNotify) mis_scenario_score_free);
  MisScenario *half = mis_world_get_scenario (world, 0);
  MisChange *change = g_new0 (MisChange, 1);
  g_autoptr (MisWorld) applied = mis_world_with_scenario_applied (world, half, NULL);
  g_autoptr (MisScenario) wrong = NULL;
  g_autoptr (MisWorld) refused = NULL;
  g_autoptr (GError) error = NULL;

  *change = (MisChange) { .kind = MIS_CHANGE_REMOVE_AGENT, .agent_id = g_strdup ("nobody") };
  wrong = mis_scenario_new ("wrong", "Wrong", "", change, 1, NULL);
  refused = mis_world_with_scenario_applied (world, wrong, &error);
  g_assert_null (refused);
  g_ptr_array_add (scores, mis_scenario_score_new (NULL, world));
  g_ptr_array_add (scores, mis_scenario_score_new_fault (wrong, error->message));
  g_ptr_array_add (scores, mis_scenario_score_new (half, applied));
  return scores;
}

static char *
write_scores (MisScoreFormat format)
{
  g_autoptr (MisWorld) world = mis_example_load ("carla", NULL);
  g_autoptr (GPtrArray) scores = make_scores (world);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = mis_scenario_scores_write (scores, warnings, format, MIS_CSV_POINTS);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  return g_strndup (text, size);
}

static void
test_text (void)
{
  g_autofree char *text = write_scores (MIS_SCORE_TEXT);

  g_assert_nonnull (strstr (text, "Why it cannot be"));
  g_assert_nonnull (strstr (text, "  Wrong "));
  g_assert_nonnull (strstr (text, "\"nobody\""));
  g_assert_nonnull (strstr (text, "  Half the conflict "));
}

static void
test_csv (void)
{
  g_autofree char *text = write_scores (MIS_SCORE_CSV);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_true (g_str_has_prefix (
    lines[0], "scenario,name,overall,difference,any_conflict,any_conflict_method,agents,fault,"
              "area:pedestrian-collision,"));
  g_assert_true (g_str_has_prefix (lines[1], "\"\",project,0.10634608"));
  g_assert_true (g_str_has_prefix (lines[2], "wrong,Wrong,,,,,,\"changes[0]: found "));
  g_assert_true (g_str_has_prefix (lines[3], "half-conflict,Half the conflict,0.0531730"));
}

static void
test_json (void)
{
  g_autofree char *text = write_scores (MIS_SCORE_JSON);
  const char *wrong = strstr (text, "\"scenario\": \"wrong\"");
  const char *half = strstr (text, "\"scenario\": \"half-conflict\"");

  g_assert_nonnull (wrong);
  g_assert_nonnull (half);
  g_assert_true (strstr (wrong, "\"fault\": ") < half);
  g_assert_true (strstr (wrong, "\"overall\": ") > half);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario-scores/text", test_text);
  g_test_add_func ("/scenario-scores/csv", test_csv);
  g_test_add_func ("/scenario-scores/json", test_json);
  return g_test_run ();
}
