#include "target.h"

#include <signal.h>
#include <stdlib.h>

#include "core/edit.h"
#include "core/score.h"
#include "file/project-reader.h"
#include "file/project-writer.h"

#define MOST_ROWS 300u
#define MOST_AREAS 20u
#define MOST_GOALS 40u

/* GLib ends the program with a trap, which libFuzzer does not take for a crash. */
static void
trap_cb (int number)
{
  abort ();
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  signal (SIGTRAP, trap_cb);
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  return 0;
}

void
fuzz_spell_fault (const MisFault *fault)
{
  guint n = fault->others != NULL ? fault->others->len : 0;

  for (guint i = 0; i <= n; i++)
    {
      const MisFault *one = i == 0 ? fault : g_ptr_array_index (fault->others, i - 1);
      g_autofree char *text = mis_fault_to_text (one, "file");

      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_nonnull (mis_fault_get_kind (one));
    }
}

void
fuzz_check_saved (const MisWorld *world)
{
  g_autoptr (GBytes) first = mis_project_write (world);
  g_autoptr (GBytes) second = NULL;
  g_autoptr (MisWorld) again = NULL;
  MisFault *fault = NULL;
  gsize length;
  const char *text = g_bytes_get_data (first, &length);

  again = mis_project_read (text, length, &fault);
  if (again == NULL)
    {
      g_autofree char *message = mis_fault_to_text (fault, "what was written");

      g_error ("%s\n%.*s", message, (int)length, text);
    }
  second = mis_project_write (again);
  if (!g_bytes_equal (first, second))
    g_error ("%.*s\nis read as\n%.*s", (int)length, text, (int)g_bytes_get_size (second),
             (const char *)g_bytes_get_data (second, NULL));
}

static gboolean
is_small (const MisWorld *world)
{
  if (mis_world_get_n_agents (world) > MOST_ROWS || mis_world_get_n_areas (world) > MOST_AREAS)
    return FALSE;
  for (guint i = 0; i < mis_world_get_n_areas (world); i++)
    if (mis_area_get_n_goals (mis_world_get_area (world, i)) > MOST_GOALS)
      return FALSE;
  return TRUE;
}

static void
check_score (MisWorld *world)
{
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
  g_autoptr (GPtrArray) warnings = mis_score_list_warnings (score, tally);

  g_assert_nonnull (warnings);
  g_assert_true (score->overall >= 0.0 && score->overall <= 2.0);
  g_assert_true (!score->has_score || score->n_areas > 0);
}

void
fuzz_check_scored (MisWorld *world)
{
  if (!is_small (world))
    return;
  check_score (world);
  for (guint i = 0; i < mis_world_get_n_scenarios (world); i++)
    {
      MisScenario *scenario = mis_world_get_scenario (world, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (MisWorld) applied = mis_world_with_scenario_applied (world, scenario, &error);

      g_assert_no_error (error);
      if (is_small (applied))
        check_score (applied);
    }
}
