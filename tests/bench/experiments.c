/* How fast the engine of experiments is: each line a ratio to a baseline measured in the same run.
 *
 * bench-experiments. Times are the fastest of several, of the processor, on one thread. Baselines:
 * a million square roots with additions; and for large populations the same figure with 100 agents.
 * Last the time that passes from a cancel of 20 million worlds to the result, which is to be
 * 200 ms. */
#include <math.h>
#include <pthread.h>
#include <time.h>

#include "core/edit.h"
#include "figure-case.h"
#include "file/bundled-experiment.h"
#include "file/example.h"
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

/* CARLA, every weight with a range. */
static MisWorld *
make_uncertain (void)
{
  MisWorld *world = mis_example_load ("carla", NULL);

  for (guint i = 0; i < 2 * mis_world_get_n_areas (world); i++)
    {
      MisPosition position = mis_world_get_position (world, i % 2, i / 2);
      MisWorld *next;

      position.low = position.weight / 2.0;
      next = mis_world_with_position (world, i % 2, i / 2, &position, NULL);
      mis_world_unref (world);
      world = next;
    }
  return world;
}

static double
time_draws (const char *mean)
{
  g_autofree char *json = g_strdup_printf (
    "{ 'format': 'misalign-experiment', 'version': 1, 'id': 'draws', 'world': 'project',"
    "  'ranges': 'triangular', 'runs': 10000, 'scoring': { 'weight_mean': '%s' } }",
    mean);
  g_autoptr (MisExperiment) experiment = figure_case_read (json);
  g_autoptr (MisWorld) world = make_uncertain ();
  double best = INFINITY;

  for (guint repeat = 0; repeat < REPEATS; repeat++)
    {
      double start = now ();
      g_autoptr (MisEngine) engine = mis_engine_new (experiment, world, NULL, NULL);
      g_autoptr (MisFigureData) data = mis_runner_run (engine, 1, NULL, NULL, NULL);

      best = MIN (best, now () - start);
    }
  return best;
}

typedef struct
{
  GCancellable *cancellable;
  int progress;
  gint64 cancelled; /* when, in microseconds */
  double spent;     /* of the processors, until then */
} Stop;

#define CANCELLED_AFTER 19000000

static void *
stop_cb (void *data)
{
  Stop *stop = data;

  while (g_atomic_int_get (&stop->progress) < CANCELLED_AFTER)
    g_usleep (1000);
  stop->cancelled = g_get_monotonic_time ();
  stop->spent = now ();
  g_cancellable_cancel (stop->cancellable);
  return NULL;
}

/* What is done is summed up, with percentiles, before the result is there. */
static void
report_cancel (const char *name, const char *world)
{
  g_autofree char *json = g_strdup_printf (
    "{ 'format': 'misalign-experiment', 'version': 1, 'id': 'long', 'world': %s,"
    "  'runs': 1000000, 'band': '5-95' }",
    world);
  g_autoptr (MisExperiment) experiment = figure_case_read (json);
  g_autoptr (MisWorld) uncertain = make_uncertain ();
  g_autoptr (MisEngine) engine = mis_engine_new (experiment, uncertain, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Stop stop = { cancellable, 0, 0, 0.0 };
  g_autoptr (MisFigureData) data = NULL;
  pthread_t thread;

  pthread_create (&thread, NULL, stop_cb, &stop);
  data = mis_runner_run (engine, mis_runner_get_n_processors (), &stop.progress, cancellable, NULL);
  pthread_join (thread, NULL);
  g_print ("%-44s %8.2f ms, of the processors %.2f ms\n", name,
           1e-3 * (double) (g_get_monotonic_time () - stop.cancelled), 1e3 * (now () - stop.spent));
}

static void
report (const char *name, double seconds, const char *baseline, double baseline_seconds)
{
  g_print ("%-44s %8.2f ms %8.2f times %s\n", name, 1e3 * seconds, seconds / baseline_seconds,
           baseline);
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
  report ("10,000 draws of CARLA, geometric", time_draws ("geometric"), "a million roots", roots);
  report ("10,000 draws of CARLA, harmonic", time_draws ("harmonic"), "a million roots", roots);
  report_cancel ("cancel, 20 points of random worlds",
                 "{ 'agents': 10 }, 'x': { 'vary': 'goals', 'from': 1, 'to': 20, 'points': 20 }");
  report_cancel ("cancel, 20 distributions",
                 "'project', 'ranges': 'uniform', 'series': [ { 'vary': 'weight:vehicles:speed',"
                 "  'from': 0, 'to': 1, 'points': 20 } ]");
  return 0;
}
