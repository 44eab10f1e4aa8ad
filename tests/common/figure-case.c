#include "figure-case.h"

#include <string.h>

#include "file/bundled-experiment.h"
#include "file/example.h"
#include "file/experiment-reader.h"
#include "sim/runner.h"

MisExperiment *
figure_case_load (const char *name, guint runs, guint64 seed, guint64 n_agents)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisExperiment) experiment = mis_bundled_experiment_load (name, &error);
  MisExperiment *with;

  g_assert_no_error (error);
  with = mis_experiment_with (experiment, runs > 0 ? &runs : NULL, &seed,
                              n_agents > 0 ? &n_agents : NULL, &error);
  g_assert_no_error (error);
  return with;
}

MisExperiment *
figure_case_read (const char *json)
{
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');
  g_autoptr (MisFault) fault = NULL;
  MisExperiment *experiment = mis_experiment_read (text, strlen (text), &fault);

  if (fault != NULL)
    g_error ("%s: %s", fault->place, fault->message);
  return experiment;
}

MisEngine *
figure_case_engine (MisExperiment *experiment)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) world
    = experiment->example != NULL ? mis_example_load (experiment->example, &error) : NULL;
  MisEngine *engine;

  g_assert_no_error (error);
  engine = mis_engine_new (experiment, world, NULL, &error);
  g_assert_no_error (error);
  return engine;
}

MisFigureData *
figure_case_run (MisExperiment *experiment)
{
  g_autoptr (MisEngine) engine = figure_case_engine (experiment);

  return mis_runner_run (engine, 1, NULL, NULL, NULL);
}
