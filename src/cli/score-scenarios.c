#include "cli/score-scenarios.h"

#include <glib/gi18n-lib.h>

#include "cli/message.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/scenario.h"
#include "core/edit.h"
#include "file/scenario-scores.h"

/* With fewer groups than this, times scenarios, it takes no time that anybody would notice. */
#define MANY_GROUPS 2000u

static MisWorld *
rescore (MisWorld *world, guint given, const MisScoring *scoring)
{
  MisScoring chosen = *mis_world_get_scoring (world);

  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    if ((given & (1u << i)) != 0)
      mis_scoring_set (&chosen, i, mis_scoring_get (scoring, i));
  return mis_world_with_scoring (world, &chosen);
}

/* (transfer full) @scenario: (nullable) */
static MisScenarioScore *
score_one (MisWorld *world, MisScenario *scenario, guint given, const MisScoring *scoring)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) changed = scenario != NULL
                                   ? mis_world_with_scenario_applied (world, scenario, &error)
                                   : mis_world_ref (world);
  g_autoptr (MisWorld) rescored = NULL;

  if (changed == NULL)
    return mis_scenario_score_new_fault (scenario, error->message);
  rescored = rescore (changed, given, scoring);
  return mis_scenario_score_new (scenario, rescored);
}

/* (transfer full) (element-type MisScenarioScore): the project first. */
static GPtrArray *
score_all (MisWorld *world, guint given, const MisScoring *scoring, const char *name)
{
  GPtrArray *scores = g_ptr_array_new_with_free_func ((GDestroyNotify) mis_scenario_score_free);
  guint n = mis_world_get_n_scenarios (world);
  gboolean many = (guint64) mis_world_get_n_agents (world) * (n + 1) >= MANY_GROUPS;

  for (guint i = 0; i <= n; i++)
    {
      MisScenario *scenario = i > 0 ? mis_world_get_scenario (world, i - 1) : NULL;

      if (many)
        mis_progress_show_step (name, scenario != NULL ? scenario->name : _("The project as it is"),
                                i + 1, n + 1);
      g_ptr_array_add (scores, score_one (world, scenario, given, scoring));
    }
  if (many)
    mis_progress_end_steps ();
  return scores;
}

static GPtrArray *
list_warnings (const MisScenarioScore *project)
{
  g_autoptr (MisTally) tally = mis_tally_new (project->world, NULL);

  return mis_score_list_warnings (project->score, tally);
}

static void
remark_crowds (const GPtrArray *scores, const char *name)
{
  const MisScenarioScore *project = g_ptr_array_index (scores, 0);

  for (guint i = 1; i < scores->len; i++)
    {
      const MisScenarioScore *each = g_ptr_array_index (scores, i);

      if (each->world != NULL)
        mis_scenario_remark (project->world, each->world, each->scenario->name, name);
    }
}

MisExit
mis_score_scenarios (MisWorld *world,
                     guint given,
                     const MisScoring *scoring,
                     const char *name,
                     const char *output,
                     MisScoreFormat format,
                     MisCsvStyle style)
{
  g_autoptr (GPtrArray) scores = score_all (world, given, scoring, name);
  g_autoptr (GPtrArray) warnings = list_warnings (g_ptr_array_index (scores, 0));
  g_autoptr (GBytes) bytes = mis_scenario_scores_write (scores, warnings, format, style);

  if (format != MIS_SCORE_JSON)
    {
      mis_message_remarks (warnings, name);
      remark_crowds (scores, name);
    }
  return mis_output_write (output, bytes) ? MIS_EXIT_DONE : MIS_EXIT_FAILED;
}
