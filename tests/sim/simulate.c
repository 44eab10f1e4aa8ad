/* A simulator of its own for figures 1, 2, 3 and 5, to test the engine against.
 *
 * It shares nothing with the program: it draws agent after agent with GLib's Mersenne Twister, and
 * loops over all pairs (paper, algorithms 1 and 2, eq. 6 and 7). For each point it prints mean and
 * standard deviation of M over many runs, and the 0.1 % and 99.9 % quantiles of the least and the
 * highest of 100 runs. What it printed is stored:
 *
 *   gcc -O3 -march=native tests/sim/simulate.c -o simulate $(pkg-config --cflags --libs glib-2.0)
 *   -lm ./simulate > tests/sim/simulated.csv     (half an hour on one core)
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <glib.h>

#define MOST_AGENTS 128
#define MOST_AREAS 8
#define RUNS 100000u
#define BLOCK 100.0 /* runs of a figure */

typedef struct
{
  int n_agents;
  int n_areas;
  int n_goals;
  double conflict[MOST_AREAS];
  gboolean in_turn;       /* agent i holds goal i mod k, otherwise random */
  double low, high;       /* of the weight of each goal group */
  double focus;           /* weight of goal 0 in area 0; negative: none */
} World;

static double
score_area (const World *world, int area, GRand *rand)
{
  double roots[MOST_AGENTS], weights[16];
  int goals[MOST_AGENTS];
  double sum = 0;

  for (int g = 0; g < world->n_goals; g++)
    weights[g] = world->low < world->high ? g_rand_double_range (rand, world->low, world->high) : 1;
  if (area == 0 && world->focus >= 0)
    weights[0] = world->focus;
  for (int a = 0; a < world->n_agents; a++)
    {
      goals[a] = world->in_turn ? a % world->n_goals : g_rand_int_range (rand, 0, world->n_goals);
      roots[a] = sqrt (weights[goals[a]]);
    }
  for (int a = 0; a < world->n_agents; a++)
    {
      double meets = 0;

      for (int b = 0; b < world->n_agents; b++)
        meets += goals[a] != goals[b] ? roots[b] : 0;
      sum += roots[a] * meets;
    }
  return world->conflict[area] * sum / ((double) world->n_agents * (world->n_agents - 1));
}

static int
compare (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
print (const char *figure, int series, int point, const World *world, GRand *rand)
{
  static double values[RUNS];
  double mean = 0, square = 0;
  /* The least of 100 is below x with chance 1 - (1 - F)^100. */
  double rare = 1 - pow (1 - 0.001, 1 / BLOCK), frequent = 1 - pow (0.001, 1 / BLOCK);
  guint first = (guint) (rare * RUNS), last = (guint) ceil (frequent * RUNS);

  for (guint run = 0; run < RUNS; run++)
    {
      values[run] = 0;
      for (int area = 0; world->n_agents > 1 && area < world->n_areas; area++)
        values[run] += score_area (world, area, rand) / world->n_areas;
      mean += values[run] / RUNS;
    }
  for (guint run = 0; run < RUNS; run++)
    square += (values[run] - mean) * (values[run] - mean) / (RUNS - 1);
  qsort (values, RUNS, sizeof *values, compare);
  printf ("%s,%d,%d,%.9g,%.9g,%.9g,%.9g,%.9g,%.9g\n", figure, series, point, mean, sqrt (square),
          values[first], values[last], values[RUNS - 1 - last], values[RUNS - 1 - first]);
  fflush (stdout);
}

static World
new_world (int n_agents, int n_areas, int n_goals)
{
  World world = { n_agents, n_areas, n_goals, { 0 }, FALSE, 1, 1, -1 };

  for (int area = 0; area < MOST_AREAS; area++)
    world.conflict[area] = 1;
  return world;
}

int
main (void)
{
  static const int agents[] = { 1, 2, 3, 4, 5, 6, 8, 11, 14, 18, 23, 29, 37, 48, 61, 78, 100 };
  static const struct
  {
    int n;
    double conflict[3];
  } levels[] = { { 3, { 1, 1, 1 } },        { 1, { 1 } },      { 2, { 1, .75 } },
                 { 3, { 1, .75, .5 } },     { 1, { .5 } },     { 3, { .25, .5, .75 } },
                 { 2, { .25, .5 } },        { 1, { .25 } },    { 3, { .25, .25, .25 } } };
  GRand *rand = g_rand_new_with_seed (20240606);

  printf ("figure,series,point,mean,sd,min_low,min_high,max_low,max_high\n");
  for (int series = 0; series < 5; series++)
    for (int point = 0; point < 17; point++)
      {
        World world = new_world (agents[point], series + 1, 3);

        print ("1", series, point, &world, rand);
      }
  for (int series = 0; series < 4; series++)
    for (int point = 0; point < 17; point++)
      {
        World world = new_world (agents[point], 4, series + 2);

        print ("2", series, point, &world, rand);
      }
  for (int series = 0; series < 9; series++)
    for (int point = 0; point < 10; point++)
      {
        World world = new_world (120, levels[series].n, point + 1);

        world.in_turn = TRUE;
        world.low = 0.25;
        world.high = 0.75;
        for (int area = 0; area < 3; area++)
          world.conflict[area] = levels[series].conflict[area];
        print ("5", series, point, &world, rand);
      }
  for (int series = 0; series < 8; series++)
    for (int point = 0; point < 50; point++)
      {
        World world = new_world (100, series % 4 + 1, series < 4 ? 2 : 4);

        world.focus = point / 49.0;
        print ("3", series, point, &world, rand);
      }
  g_rand_free (rand);
  return 0;
}
