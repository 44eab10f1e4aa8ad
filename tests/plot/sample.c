#include "sample.h"

#include <math.h>

static const double TENTHS[] = { 0, .1, .2, .3, .4, .5, .6, .7, .8, .9, 1 };

#define N_SHARES 51

/* Misalignment of 1000 agents, a share @x of them with goal 1, the others spread evenly over the
 * rest of @k goals. */
static double
even_misalignment (double x, guint k)
{
  const double n = 1000;
  double first = round (x * n);
  double others = n - first;
  double same = first * (first - 1);

  for (guint g = 1; g < k; g++)
    {
      double count = floor (others / (k - 1)) + (g <= fmod (others, k - 1) ? 1 : 0);

      same += count * (count - 1);
    }
  return 1 - same / (n * (n - 1));
}

MisChart *
mis_sample_figure_4 (void)
{
  MisChart *chart = mis_chart_new ();
  double xs[N_SHARES], ys[N_SHARES];

  mis_chart_set_title (chart, "Misalignment peaks where goals are shared evenly");
  mis_chart_set_subtitle (
      chart, "1,000 agents in one problem area; the rest hold goals 2 to k in equal parts");
  mis_chart_set_source (chart, "Misalign, figure 4 of the paper; exact");
  mis_chart_set_description (chart,
                             "Four curves rise to a peak at x = 1/k and fall to 0 at x = 1.");
  mis_chart_set_x_axis (chart, "Proportion of Agents with Goal 1", 0, 1);
  mis_chart_set_y_axis (chart, "Population Misalignment", 0, 1);
  mis_chart_set_x_ticks (chart, TENTHS, G_N_ELEMENTS (TENTHS));
  for (guint k = 2; k <= 5; k++)
    {
      g_autofree char *name = g_strdup_printf ("%u goals", k);

      for (guint i = 0; i < N_SHARES; i++)
        {
          xs[i] = i / 50.0;
          ys[i] = even_misalignment (xs[i], k);
        }
      mis_chart_add_series (chart, name, xs, ys, N_SHARES,
                            MIS_SERIES_LINE | MIS_SERIES_MARKERS);
    }
  return chart;
}

MisChart *
mis_sample_figure_8 (void)
{
  static const char *const names[]
      = { "scenario weights, conflict 0.5", "scenario weights, conflict 1",
          "maximum weights, conflict 0.5", "maximum weights, conflict 1" };
  MisChart *chart = mis_chart_new ();
  double xs[N_SHARES], ys[N_SHARES];

  mis_chart_set_title (chart, "Half vehicles, half pedestrians: the worst mix");
  mis_chart_set_source (chart, "Misalign, figure 8 of the paper; CARLA pre-collision scenarios");
  mis_chart_set_x_axis (chart, "Proportion of Agents Which are Autonomous Vehicles", 0, 1);
  mis_chart_set_y_axis (chart, "Population Misalignment", 0, 1);
  mis_chart_set_x_ticks (chart, TENTHS, G_N_ELEMENTS (TENTHS));
  for (guint s = 0; s < 4; s++)
    {
      for (guint i = 0; i < N_SHARES; i++)
        {
          double vehicles = 20.0 * i;

          xs[i] = i / 50.0;
          ys[i] = (s % 2 == 0 ? .5 : 1) * (s < 2 ? 0.21247948 : 1) * 2 * vehicles
                  * (1000 - vehicles) / (1000.0 * 999);
        }
      mis_chart_add_series (chart, names[s], xs, ys, N_SHARES,
                            MIS_SERIES_LINE | MIS_SERIES_MARKERS);
    }
  return chart;
}

MisChart *
mis_sample_bars (void)
{
  static const char *const areas[]
      = { "Right of way at crossings", "Passing distance", "Speed near crossings",
          "Waiting at the kerb", "Signals and eye contact", "Turning across the footpath",
          "Emergency braking", "Lane keeping in rain" };
  static const double values[] = { .35, .22, .17, .12, .09, .06, .04, .03 };
  MisChart *chart = mis_chart_new ();

  mis_chart_set_title (chart, "Right of way drives the conflict between cars and pedestrians");
  mis_chart_set_subtitle (chart, "Misalignment by problem area, from 0 to the possible 0.5");
  mis_chart_set_source (chart, "CARLA pre-collision scenarios, 500 vehicles and 500 pedestrians");
  mis_chart_set_bars_range (chart, 0, 0.5);
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      g_autofree char *text = g_strdup_printf ("%.3f", values[i]);

      mis_chart_add_bar (chart, areas[i], values[i], text,
                         i == 0 ? MIS_COLOR_SERIES_1 : MIS_COLOR_MUTED);
    }
  mis_chart_add_bar (chart, "Parking", NAN, "nobody cares", MIS_COLOR_SERIES_1);
  mis_chart_add_reference (chart, MIS_AXIS_X, 0.106, "overall 0.106");
  return chart;
}

MisChart *
mis_sample_bands (void)
{
  static const char *const names[] = { "Customer", "Retailer", "Recommender" };
  MisChart *chart = mis_chart_new ();
  double xs[21], ys[21], low[21], high[21];

  mis_chart_set_title (chart, "One weight changes three alignments");
  mis_chart_set_subtitle (chart, "Score as the customer's weight for food goes from 0 to 1");
  mis_chart_set_x_axis (chart, "Weight", 0, 1);
  mis_chart_set_y_axis (chart, "Misalignment", NAN, NAN);
  for (guint s = 0; s < 3; s++)
    {
      for (guint i = 0; i < 21; i++)
        {
          xs[i] = i / 20.0;
          ys[i] = (0.12 + 0.13 * s) * sqrt (0.1 + xs[i]) + 0.05 * s;
          if (i == 9 && s == 1)
            ys[i] = NAN;
          low[i] = ys[i] * 0.88;
          high[i] = ys[i] * 1.1;
        }
      mis_chart_add_series (chart, names[s], xs, ys, 21,
                            s == 2 ? MIS_SERIES_LINE | MIS_SERIES_EMPHASIZED : MIS_SERIES_LINE);
      mis_chart_set_band (chart, s, low, high, "minimum to maximum of 100 runs");
    }
  mis_chart_add_reference (chart, MIS_AXIS_Y, 0.45, "theorem 4: at most 0.45");
  mis_chart_add_reference (chart, MIS_AXIS_X, 0.6, "today");
  mis_chart_add_point (chart, 0.6, 0.12 * sqrt (0.7), "you are here");
  return chart;
}

MisChart *
mis_sample_figure_3 (void)
{
  MisChart *chart = mis_chart_new ();
  double xs[50], ys[50];

  mis_chart_set_title (chart, "The weight of one goal");
  mis_chart_set_x_axis (chart, "Goal Weight", 0, 1);
  mis_chart_set_y_axis (chart, "Population Misalignment", 0, 1);
  mis_chart_set_x_ticks (chart, TENTHS, G_N_ELEMENTS (TENTHS));
  for (guint s = 0; s < 8; s++)
    {
      double k = s < 4 ? 2 : 4, m = s % 4 + 1;
      g_autofree char *name
          = g_strdup_printf ("%.0f goals, %.0f problem area%s", k, m, m > 1 ? "s" : "");

      for (guint i = 0; i < 50; i++)
        {
          xs[i] = i / 49.0;
          ys[i] = ((m - 1) * (k - 1) / k + (k - 1) / k * (1 - 2 / k + 2 / k * sqrt (xs[i]))) / m;
        }
      mis_chart_add_series (chart, name, xs, ys, 50, MIS_SERIES_LINE);
    }
  return chart;
}

MisChart *
mis_sample_figure_1 (void)
{
  static const double agents[] = { 1, 2, 3, 4, 5, 6, 8, 11, 14, 18, 23, 29, 37, 48, 61, 78, 100 };
  MisChart *chart = mis_chart_new ();
  double ys[17], low[17], high[17];

  mis_chart_set_title (chart, "More areas, less spread");
  mis_chart_set_x_axis (chart, "Number of Agents", NAN, NAN);
  mis_chart_set_y_axis (chart, "Population Misalignment", 0, 1);
  mis_chart_set_x_spacing (chart, MIS_SPACING_LOG);
  mis_chart_set_x_ticks (chart, agents, 17);
  for (guint s = 1; s <= 5; s += 2)
    {
      g_autofree char *name = g_strdup_printf ("%u problem areas", s);

      for (guint i = 0; i < 17; i++)
        {
          double spread = i == 0 ? 0 : 0.7 / sqrt (agents[i] * s);

          ys[i] = i == 0 ? 0 : 2 / 3.0 + 0.01 * s * sin (i);
          low[i] = MAX (0, ys[i] - spread);
          high[i] = MIN (1, ys[i] + spread / 2);
        }
      mis_chart_add_series (chart, name, agents, ys, 17, MIS_SERIES_LINE | MIS_SERIES_MARKERS);
      mis_chart_set_band (chart, s / 2, low, high, "minimum to maximum of 100 runs");
    }
  return chart;
}

static char *
random_words (GRand *rand)
{
  static const char *const words[]
      = { "goal", "conflict", "misalignment", "Überwachung", "הולך רגל", "مشاة", "歩行者",
          "<b>&amp;</b>", "e\xcc\x81t\xc3\xa9", "—", "0.5", "W\xc3\xa4ge  zwei", "line\nbreak",
          "\x01\x7f", "vehicles,", "and", "a" };
  GString *text = g_string_new (NULL);
  int wanted = g_rand_int_range (rand, 0, 8) == 0 ? 200 : g_rand_int_range (rand, 0, 40);

  while ((int) g_utf8_strlen (text->str, -1) < wanted)
    g_string_append_printf (text, "%s ", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static double
random_number (GRand *rand, double size)
{
  switch (g_rand_int_range (rand, 0, 25))
    {
    case 0:
      return NAN;
    case 1:
      return 0;
    default:
      return size * g_rand_double_range (rand, -1, 1);
    }
}

static double
random_size (GRand *rand)
{
  static const double sizes[] = { 1, 1, 1, 1, 0, 100, 1e-300, 1e300, 1e-7, 1e9, 0.001 };

  return sizes[g_rand_int_range (rand, 0, G_N_ELEMENTS (sizes))];
}

static void
add_random_series (GRand *rand, MisChart *chart)
{
  static const guint counts[] = { 0, 1, 2, 3, 20, 51, 200 };
  guint n = counts[g_rand_int_range (rand, 0, G_N_ELEMENTS (counts))];
  g_autofree double *xs = g_new (double, n + 1);
  g_autofree double *ys = g_new (double, n + 1);
  g_autofree double *low = g_new (double, n + 1);
  g_autofree double *high = g_new (double, n + 1);
  g_autofree char *name = random_words (rand);
  double size = random_size (rand);
  guint series;

  for (guint i = 0; i < n; i++)
    {
      xs[i] = i / (n > 1 ? n - 1.0 : 1);
      if (g_rand_int_range (rand, 0, 30) == 0)
        xs[i] = random_number (rand, 1);
      ys[i] = random_number (rand, size);
      low[i] = ys[i] - fabs (random_number (rand, size / 5));
      high[i] = ys[i] + fabs (random_number (rand, size / 5));
    }
  series = mis_chart_add_series (chart, name, xs, ys, n,
                                 (MisSeriesFlags) g_rand_int_range (rand, 0, 32));
  if (g_rand_boolean (rand))
    mis_chart_set_band (chart, series, low, high, "minimum to maximum of 100 runs");
}

static void
add_random_bars (GRand *rand, MisChart *chart)
{
  int n = g_rand_int_range (rand, 1, g_rand_boolean (rand) ? 10 : 300);
  double size = random_size (rand);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *label = random_words (rand);
      g_autofree char *text = g_rand_boolean (rand) ? g_strdup_printf ("%d of it", i) : NULL;

      mis_chart_add_bar (chart, label, random_number (rand, size), text,
                         (MisColorRole) g_rand_int_range (rand, 0, MIS_COLOR_CARD));
    }
  if (g_rand_boolean (rand))
    mis_chart_set_bars_range (chart, 0, size);
}

MisChart *
mis_sample_random (GRand *rand)
{
  static const int counts[] = { 0, 1, 2, 3, 4, 5, 6, 8, 40 };
  MisChart *chart = mis_chart_new ();
  g_autofree char *title = random_words (rand);
  g_autofree char *subtitle = random_words (rand);
  g_autofree char *x_title = random_words (rand);
  g_autofree char *y_title = random_words (rand);
  gboolean bars = g_rand_int_range (rand, 0, 4) == 0;
  int n = bars ? 0 : counts[g_rand_int_range (rand, 0, G_N_ELEMENTS (counts))];

  mis_chart_set_title (chart, title);
  mis_chart_set_subtitle (chart, subtitle);
  mis_chart_set_source (chart, g_rand_boolean (rand) ? title : "");
  mis_chart_set_x_axis (chart, x_title, g_rand_boolean (rand) ? 0 : (double) NAN,
                        g_rand_boolean (rand) ? 1 : (double) NAN);
  mis_chart_set_y_axis (chart, y_title, g_rand_boolean (rand) ? 0 : (double) NAN, NAN);
  mis_chart_set_legend (chart, (MisLegend) g_rand_int_range (rand, 0, 4));
  mis_chart_set_format (chart, MIS_AXIS_Y, (MisNumberFormat) g_rand_int_range (rand, 0, 2));
  mis_chart_set_x_spacing (chart, (MisSpacing) (g_rand_int_range (rand, 0, 5) == 0));
  if (g_rand_int_range (rand, 0, 3) == 0)
    mis_chart_set_x_ticks (chart, TENTHS, G_N_ELEMENTS (TENTHS));
  for (int i = 0; i < n; i++)
    add_random_series (rand, chart);
  if (bars)
    add_random_bars (rand, chart);
  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    {
      g_autofree char *label = random_words (rand);

      mis_chart_add_reference (chart, (MisAxis) g_rand_int_range (rand, 0, 2),
                               random_number (rand, 1), label);
      mis_chart_add_point (chart, random_number (rand, 1), random_number (rand, 1), label);
    }
  return chart;
}

static const MisSample SAMPLES[] = {
  { "figure-1", mis_sample_figure_1 }, { "figure-3", mis_sample_figure_3 },
  { "figure-4", mis_sample_figure_4 }, { "figure-8", mis_sample_figure_8 },
  { "bands", mis_sample_bands },       { "bars", mis_sample_bars },
};

const MisSample *
mis_sample_get_all (guint *n)
{
  *n = G_N_ELEMENTS (SAMPLES);
  return SAMPLES;
}
