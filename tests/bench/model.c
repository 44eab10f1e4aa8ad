/* How fast the model is: each line a ratio to a baseline measured in the same run.
 *
 * bench-model [--json] [--quick]. Times are the fastest of several runs, of the processor, not of
 * the wall. Baselines: a plain scalar sum over the same weights and goals, with the same flags; and
 * the quadratic loop with a square root for each ordered pair, which is what the authors' program
 * amounts to without its matrices. */
#include <malloc.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/agent-arrays.h"
#include "core/edit.h"
#include "core/number.h"

#define N_GOALS 4u
#define N_AREAS 8u

typedef struct
{
  gsize n;
  gint16 *goals[N_AREAS];
  double *weights[N_AREAS];
} Agents;

static gboolean as_json;
static guint n_printed;

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec + 1e-9 * (double) time.tv_nsec;
}

/* A line of what Linux says of this process, in KiB; -1 if it does not. */
static long
read_memory (const char *name)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return -1;
  line = strstr (status, name);
  return line != NULL ? strtol (line + strlen (name), NULL, 10) : -1;
}

static gboolean
forget_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");
  gboolean written = file != NULL && fputs ("5", file) >= 0;

  return file != NULL && fclose (file) == 0 && written;
}

/* One line: a time in seconds, and how it compares with a baseline. */
static void
report (const char *name, double seconds, const char *baseline, double baseline_seconds)
{
  char time_text[MIS_NUMBER_SIZE], ratio_text[MIS_NUMBER_SIZE];

  g_ascii_formatd (time_text, sizeof time_text, "%.4g", seconds);
  g_ascii_formatd (ratio_text, sizeof ratio_text, "%.4g", seconds / baseline_seconds);
  if (as_json)
    g_print ("%s{ \"name\": \"%s\", \"seconds\": %s, \"baseline\": \"%s\", \"ratio\": %s }",
             n_printed++ > 0 ? ",\n  " : "[\n  ", name, time_text, baseline, ratio_text);
  else
    g_print ("%-52s %10s s   %10s times %s\n", name, time_text, ratio_text, baseline);
}

static Agents
new_agents (gsize n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  Agents agents = { .n = n };

  for (guint area = 0; area < N_AREAS; area++)
    {
      agents.goals[area] = g_new (gint16, n);
      agents.weights[area] = g_new (double, n);
      for (gsize i = 0; i < n; i++)
        {
          agents.goals[area][i] = (gint16) g_rand_int_range (rand, 0, N_GOALS);
          agents.weights[area][i] = g_rand_double (rand);
        }
    }
  return agents;
}

static void
clear_agents (Agents *agents)
{
  for (guint area = 0; area < N_AREAS; area++)
    {
      g_free (agents->goals[area]);
      g_free (agents->weights[area]);
    }
}

static MisWorld *
new_world (MisWeightMean mean)
{
  static const char *const ids[N_GOALS] = { "a", "b", "c", "d" };
  MisWorldBuilder *builder = mis_world_builder_new ();
  MisGoal goals[N_GOALS];

  for (guint i = 0; i < N_GOALS; i++)
    goals[i] = (MisGoal) { (char *) ids[i], (char *) ids[i], (char *) "" };
  for (guint i = 0; i < N_AREAS; i++)
    {
      g_autofree char *id = g_strdup_printf ("area-%u", i);
      g_autoptr (MisArea) area = mis_area_new (id, id, "", goals, N_GOALS, 0.75, NULL, 0, NULL);

      mis_world_builder_add_area (builder, area, NULL);
    }
  mis_world_builder_set_scoring (builder, &(MisScoring) { .weight_mean = mean });
  return mis_world_builder_end (builder);
}

static MisAgentArrays
view (const Agents *agents)
{
  return (MisAgentArrays) { agents->n, (const gint16 *const *) agents->goals,
                            (const double *const *) agents->weights };
}

static double
score_arrays (const Agents *agents, MisWeightMean mean, guint n_runs, double *seconds)
{
  g_autoptr (MisWorld) world = new_world (mean);
  MisAgentArrays arrays = view (agents);
  double overall = 0.0;

  *seconds = INFINITY;
  for (guint i = 0; i < n_runs; i++)
    {
      double start = now ();
      g_autoptr (MisScore) score = mis_agent_arrays_score (world, &arrays);

      *seconds = MIN (*seconds, now () - start);
      overall = score->overall;
    }
  return overall;
}

/* The baseline: each weight once, to the sum of its goal. */
static double
plain_sum (const Agents *agents, guint n_runs, double *seconds)
{
  volatile double sink = 0.0;

  *seconds = INFINITY;
  for (guint run = 0; run < n_runs; run++)
    {
      double start = now ();

      for (guint area = 0; area < N_AREAS; area++)
        {
          double sums[N_GOALS] = { 0.0 };

          for (gsize i = 0; i < agents->n; i++)
            sums[agents->goals[area][i]] += agents->weights[area][i];
          sink += sums[0] + sums[1] + sums[2] + sums[3];
        }
      *seconds = MIN (*seconds, now () - start);
    }
  return sink;
}

/* The other baseline: every ordered pair of agents, with a root for each. */
static double
quadratic (const Agents *agents, double *seconds)
{
  double start = now (), overall = 0.0;
  double n = (double) agents->n;

  for (guint area = 0; area < N_AREAS; area++)
    {
      const gint16 *goals = agents->goals[area];
      const double *weights = agents->weights[area];
      double sum = 0.0;

      for (gsize a = 0; a < agents->n; a++)
        for (gsize b = 0; b < agents->n; b++)
          if (a != b)
            sum += (goals[a] != goals[b] ? 0.75 : 0.0) * sqrt (weights[a] * weights[b]);
      overall += sum / (n * (n - 1.0)) / N_AREAS;
    }
  *seconds = now () - start;
  return overall;
}

/* What scoring adds to the memory at its peak, in KiB; -1 if the system does not say. A peak never
 * falls by itself, and earlier runs have been there already: so it is set back to what is in use,
 * after what they have freed was given back and their code was read. */
static long
measure_memory (const Agents *agents)
{
  double seconds;
  long before;

  score_arrays (agents, MIS_WEIGHT_MEAN_GEOMETRIC, 1, &seconds);
  malloc_trim (0);
  if (!forget_peak ())
    return -1;
  before = read_memory ("VmRSS:");
  score_arrays (agents, MIS_WEIGHT_MEAN_GEOMETRIC, 1, &seconds);
  return before >= 0 ? read_memory ("VmHWM:") - before : -1;
}

static void
bench_arrays (gsize n)
{
  Agents agents = new_agents (n);
  double seconds, baseline;
  g_autofree char *name =
    g_strdup_printf ("%" G_GSIZE_FORMAT " agents x 8 areas x 4 goals, arrays", n);

  score_arrays (&agents, MIS_WEIGHT_MEAN_GEOMETRIC, 5, &seconds);
  if (!as_json && n == 1000000)
    g_print ("memory beyond the input: %ld KiB\n", measure_memory (&agents));
  plain_sum (&agents, 5, &baseline);
  report (name, seconds, "the plain sum", baseline);
  clear_agents (&agents);
}

static void
bench_quadratic (void)
{
  Agents agents = new_agents (10000);
  double seconds, baseline, overall, expected;

  overall = score_arrays (&agents, MIS_WEIGHT_MEAN_GEOMETRIC, 20, &seconds);
  expected = quadratic (&agents, &baseline);
  report ("10000 agents, quadratic loop", baseline, "tally and score", seconds);
  if (fabs (overall - expected) > 1e-12 * expected)
    g_printerr ("the two differ by %g of the score\n", (overall - expected) / expected);
  clear_agents (&agents);
}

static void
bench_classes (void)
{
  Agents agents = new_agents (100000);
  double seconds, baseline;

  plain_sum (&agents, 5, &baseline);
  score_arrays (&agents, MIS_WEIGHT_MEAN_HARMONIC, 1, &seconds);
  report ("100000 agents x 8 areas, harmonic", seconds, "the plain sum", baseline);
  score_arrays (&agents, MIS_WEIGHT_MEAN_MINIMUM, 1, &seconds);
  report ("100000 agents x 8 areas, minimum", seconds, "the plain sum", baseline);
  clear_agents (&agents);
}

static MisWorld *
new_table (guint n_rows)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (MisWorld) empty = new_world (MIS_WEIGHT_MEAN_GEOMETRIC);
  MisWorldBuilder *builder = mis_world_builder_new ();

  for (guint i = 0; i < N_AREAS; i++)
    mis_world_builder_add_area (builder, mis_world_get_area (empty, i), NULL);
  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *id = g_strdup_printf ("row-%u", row);
      g_autoptr (MisAgent) agent =
        mis_agent_new (id, id, MIS_KIND_HUMAN, "", 1 + row % 5, "", NULL);
      MisPosition positions[N_AREAS];
      guint areas[N_AREAS];

      for (guint i = 0; i < N_AREAS; i++)
        {
          areas[i] = i;
          positions[i] = mis_position (g_rand_int_range (rand, 0, N_GOALS), g_rand_double (rand));
        }
      mis_world_builder_add_agent (builder, agent, areas, positions, N_AREAS, NULL);
    }
  return mis_world_builder_end (builder);
}

/* One weight edit, and the new overall score. */
static void
bench_edit (guint n_rows)
{
  const guint n_edits = 2000;
  MisWorld *world = new_table (n_rows);
  MisTally *tally = mis_tally_new (world, NULL);
  MisScore *score = mis_score_new (tally, NULL, NULL);
  double start = now (), scratch = INFINITY;
  g_autofree char *name = g_strdup_printf ("%u groups: one weight edit and its score", n_rows);

  for (guint i = 0; i < n_edits; i++)
    {
      MisWorld *edited = mis_world_with_weight (world, (i * 7919u) % n_rows, i % N_AREAS,
                                                (i % 1000) / 1000.0, NULL);
      MisTally *new_tally = mis_tally_new (edited, tally);
      MisScore *new_score = mis_score_new (new_tally, tally, score);

      mis_world_unref (world);
      mis_tally_unref (tally);
      mis_score_unref (score);
      world = edited;
      tally = new_tally;
      score = new_score;
    }
  start = (now () - start) / n_edits;
  for (guint i = 0; i < 3; i++)
    {
      double from = now ();
      g_autoptr (MisTally) again = mis_tally_new (world, NULL);
      g_autoptr (MisScore) again_score = mis_score_new (again, NULL, NULL);

      scratch = MIN (scratch, now () - from);
    }
  report (name, start, "tally and score from scratch", scratch);
  mis_world_unref (world);
  mis_tally_unref (tally);
  mis_score_unref (score);
}

int
main (int argc, char **argv)
{
  gboolean quick = FALSE;

  for (int i = 1; i < argc; i++)
    {
      as_json = as_json || strcmp (argv[i], "--json") == 0;
      quick = quick || strcmp (argv[i], "--quick") == 0;
    }
  for (gsize n = 10000; n <= (quick ? 1000000 : 10000000); n *= 10)
    bench_arrays (n);
  bench_quadratic ();
  bench_classes ();
  bench_edit (quick ? 10000 : 100000);
  if (as_json)
    g_print ("\n]\n");
  return 0;
}
