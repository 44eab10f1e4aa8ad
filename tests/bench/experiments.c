/* How fast the engine of experiments is: each line a ratio to a baseline measured in the same run.
 *
 * bench-experiments. Times are the fastest of several, of the processor, on one thread. Baselines: a
 * million square roots with additions; and for large populations the same figure with 100 agents. */
#include <math.h>
#include <time.h>

#include "figure-case.h"
#include "file/bundled-experiment.h"
#include "sim/runner.h"

#define REPEATS 7

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec + 1e-9 * (double) time.tv_nsec;
}

static double
time_roots (void)
{
  double best = INFINITY;

  for (guint repeat = 0; repeat < REPEATS; repeat++)
    {
      double start = now ();
      volatile double sum = 0;

      for (guint i = 0; i < 1000000; i++)
        sum += sqrt (i);
      best = MIN (best, now () - start);
    }
  return best;
}

/* Making the engine, running and summing up. */
static double
time_experiment (const char *name, guint64 n_agents)
{
  double best = INFINITY;

  for (guint repeat = 0; repeat < REPEATS; repeat++)
    {
      g_autoptr (MisExperiment) experiment = figure_case_load (name, 0, 1, n_agents);
      g_autoptr (MisFigureData) data = NULL;
      double start = now ();

      data = figure_case_run (experiment);
      best = MIN (best, now () - start);
    }
  return best;
}

static void
report (const char *name, double seconds, const char *baseline, double baseline_seconds)
{
  g_print ("%-44s %8.2f ms %8.2f times %s\n", name, 1e3 * seconds, seconds / baseline_seconds, baseline);
}

int
main (void)
{
  double roots = time_roots ();
  double all = 0, first = time_experiment ("figure-1", 100);

  for (guint i = 0; i < MIS_N_FIGURES; i++)
    {
      double seconds = time_experiment (mis_bundled_experiment_names[i], 0);

      report (mis_bundled_experiment_names[i], seconds, "a million roots", roots);
      all += seconds;
    }
  report ("all six figures", all, "a million roots", roots);
  report ("figure-1 to 10^6 agents", time_experiment ("figure-1", 1000000), "to 100", first);
  report ("figure-1 to 10^9 agents", time_experiment ("figure-1", 1000000000), "to 100", first);
  for (guint i = MIS_N_FIGURES; mis_bundled_experiment_names[i] != NULL; i++)
    report (mis_bundled_experiment_names[i], time_experiment (mis_bundled_experiment_names[i], 0),
            "a million roots", roots);
  return 0;
}
