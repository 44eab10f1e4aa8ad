#include "core/scoring.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const MisChoice weight_means[] = {
  { "geometric", N_("Geometric mean") },
  { "arithmetic", N_("Arithmetic mean") },
  { "harmonic", N_("Harmonic mean") },
  { "minimum", N_("The smaller one") },
  { "maximum", N_("The larger one") },
  { "none", N_("Weights disregarded") },
  { NULL, NULL },
};

static const MisChoice area_means[] = {
  { "arithmetic", N_("Arithmetic mean") },
  { "geometric", N_("Geometric mean") },
  { "harmonic", N_("Harmonic mean") },
  { "minimum", N_("The lowest area") },
  { "maximum", N_("The highest area") },
  { NULL, NULL },
};

static const MisChoice pairs[] = {
  { "distinct", N_("Two different agents") },
  { "replacement", N_("Any two agents, drawn with replacement") },
  { NULL, NULL },
};

static const MisChoice normalizations[] = {
  { "none", N_("None") },
  { "limit", N_("By the limit for large populations") },
  { "maximum", N_("By the maximum for this population") },
  { NULL, NULL },
};

static const MisChoice unknowns[] = {
  { "leave-out", N_("Left out of the area") },
  { "no-goal", N_("Read as no goal") },
  { NULL, NULL },
};

static const MisChoice weights[] = {
  { "as-given", N_("As given") },
  { "sum-to-one", N_("Each agent’s weights sum to 1") },
  { NULL, NULL },
};

const MisOption mis_options[MIS_N_OPTIONS] = {
  { "weight_mean", N_("Weight of a pair"), weight_means },
  { "area_mean", N_("Mean over areas"), area_means },
  { "pairs", N_("Pairs"), pairs },
  { "normalization", N_("Normalization"), normalizations },
  { "unknown", N_("Unknown positions"), unknowns },
  { "weights", N_("Weights"), weights },
};

guint
mis_scoring_get (const MisScoring *scoring, guint option)
{
  const guint values[MIS_N_OPTIONS] = {
    scoring->weight_mean, scoring->area_mean, scoring->pairs,
    scoring->normalization, scoring->unknown, scoring->weights,
  };

  g_return_val_if_fail (option < MIS_N_OPTIONS, 0);

  return values[option];
}

void
mis_scoring_set (MisScoring *scoring, guint option, guint choice)
{
  g_return_if_fail (option < MIS_N_OPTIONS);

  switch (option)
    {
    case 0: scoring->weight_mean = (MisWeightMean) choice; break;
    case 1: scoring->area_mean = (MisAreaMean) choice; break;
    case 2: scoring->pairs = (MisPairs) choice; break;
    case 3: scoring->normalization = (MisNormalization) choice; break;
    case 4: scoring->unknown = (MisUnknown) choice; break;
    default: scoring->weights = (MisWeights) choice; break;
    }
}

gboolean
mis_scoring_equal (const MisScoring *a, const MisScoring *b)
{
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    if (mis_scoring_get (a, i) != mis_scoring_get (b, i))
      return FALSE;
  return TRUE;
}

int
mis_choice_from_nick (const MisChoice *choices, const char *nick)
{
  for (int i = 0; choices[i].nick != NULL; i++)
    if (strcmp (choices[i].nick, nick) == 0)
      return i;
  return -1;
}

char *
mis_choice_list_nicks (const MisChoice *choices)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; choices[i].nick != NULL; i++)
    {
      if (i > 0)
        g_string_append (list, choices[i + 1].nick != NULL ? ", " : " or ");
      g_string_append (list, choices[i].nick);
    }
  return g_string_free (list, FALSE);
}

gboolean
mis_weight_mean_needs_classes (MisWeightMean mean)
{
  return mean == MIS_WEIGHT_MEAN_HARMONIC || mean == MIS_WEIGHT_MEAN_MINIMUM
         || mean == MIS_WEIGHT_MEAN_MAXIMUM;
}

double
mis_weight_mean (double x, double y, MisWeightMean mean)
{
  switch (mean)
    {
    case MIS_WEIGHT_MEAN_GEOMETRIC: return sqrt (x) * sqrt (y);
    case MIS_WEIGHT_MEAN_ARITHMETIC: return (x + y) / 2.0;
    case MIS_WEIGHT_MEAN_HARMONIC: return x + y > 0.0 ? 2.0 * x * (y / (x + y)) : 0.0;
    case MIS_WEIGHT_MEAN_MINIMUM: return MIN (x, y);
    case MIS_WEIGHT_MEAN_MAXIMUM: return MAX (x, y);
    case MIS_WEIGHT_MEAN_NONE: return 1.0;
    default: g_return_val_if_reached (0.0);
    }
}
