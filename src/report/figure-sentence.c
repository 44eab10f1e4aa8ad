/* What has to be known to read the chart of an experiment, in words below it. */
#include "report/figure.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "report/distribution-chart.h"
#include "report/number-text.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

#define LEAST_AGENTS 2u /* that make a pair */

/* Of the curve that has the fewest; of scenarios the first one counts. */
static double
find_fewest_agents (const MisExperiment *experiment, const MisFigureData *data)
{
  double fewest = (double) data->agents;

  for (guint i = 0; i < experiment->series->len; i++)
    {
      const MisVariation *variation = mis_experiment_get_variation (experiment, i);

      for (guint j = 0; variation->quantity == MIS_QUANTITY_AGENTS
                        && j < mis_variation_get_n_settings (variation);
           j++)
        fewest = MIN (fewest, mis_variation_get_number (variation, j));
    }
  return fewest;
}

/* Whether two neighbouring shares are the same whole number of agents. */
static gboolean
has_stairs (const MisVariation *x, double n_agents)
{
  for (guint i = 1; i < mis_variation_get_n_settings (x); i++)
    {
      double before = mis_variation_get_number (x, i - 1), share = mis_variation_get_number (x, i);

      if (before != share && round (n_agents * before) == round (n_agents * share))
        return TRUE;
    }
  return FALSE;
}

/* (nullable): nothing where counts are fine enough for all points. */
static char *
explain_stairs (const MisExperiment *experiment, const MisFigureData *data)
{
  double n_agents = find_fewest_agents (experiment, data);
  g_autofree char *count = NULL;

  if ((experiment->x.quantity != MIS_QUANTITY_SHARE
       && experiment->x.quantity != MIS_QUANTITY_FOCUS_SHARE)
      || n_agents < LEAST_AGENTS || !has_stairs (&experiment->x, n_agents))
    return NULL;
  count = mis_count_text ((guint64) n_agents);
  /* Translators: both times the same number of agents */
  return g_strdup_printf (TEXT ("There are %s agents, so a share moves in steps of 1/%s: that "
                                "makes the stairs."),
                          count, count);
}

/* (nullable): which of two readings of the paper the chart follows. */
static const char *
explain_weights (const MisFigureData *data)
{
  if (data->weights_per == NULL)
    return NULL;
  return strcmp (data->weights_per, mis_pers[MIS_PER_AGENT].nick) == 0
           ? TEXT ("In this chart each agent has drawn a weight of its own.")
           : TEXT ("In this chart all agents with the same goal have drawn one weight together.");
}

char *
mis_figure_sentence (const MisExperiment *experiment, const MisFigureData *data)
{
  const char *weights = explain_weights (data);
  g_autofree char *stairs = explain_stairs (experiment, data);
  g_autofree char *distribution = mis_distribution_make_sentence (data);

  if (*distribution != '\0')
    return weights != NULL ? g_strconcat (distribution, " ", weights, NULL)
                           : g_steal_pointer (&distribution);
  if (weights != NULL && stairs != NULL)
    return g_strconcat (weights, " ", stairs, NULL);
  return g_strdup (weights != NULL ? weights : stairs != NULL ? stairs : "");
}
