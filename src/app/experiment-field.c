#include "app/experiment-field.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/number-fault.h"
#include "core/error.h"
#include "core/limits.h"
#include "report/number-text.h"

#define LEAST_AGENTS 2u /* that make a pair */

static gboolean
is_whole_axis (const MisExperiment *experiment)
{
  return mis_variation_get_kind (&experiment->x) == MIS_SETTING_WHOLE;
}

/* The ends between which a typed number must lie; what else it must be is checked by core. */
static void
get_range (const MisExperiment *experiment, MisExperimentField field, double *low, double *high)
{
  *low = 1.0;
  *high = MIS_MAX_RUNS;
  switch (field)
    {
    case MIS_FIELD_RUNS:
    case MIS_N_FIELDS:
      return;
    case MIS_FIELD_SEED:
      *low = 0.0;
      *high = (double) MIS_MAX_SEED;
      return;
    case MIS_FIELD_AGENTS:
      *low = LEAST_AGENTS;
      *high = (double) MIS_MAX_COUNT;
      return;
    case MIS_FIELD_POINTS:
      *high = MIS_MAX_POINTS;
      return;
    case MIS_FIELD_FROM:
    case MIS_FIELD_TO:
      *low = mis_variation_get_lowest (&experiment->x);
      *high = mis_variation_get_highest (&experiment->x);
      return;
    }
}

gboolean
mis_experiment_field_is_whole (const MisExperiment *experiment, MisExperimentField field)
{
  return (field != MIS_FIELD_FROM && field != MIS_FIELD_TO) || is_whole_axis (experiment);
}

MisExperiment *
mis_experiment_field_change (const MisExperiment *experiment,
                             MisExperimentField field,
                             double value,
                             GError **error)
{
  const MisVariation *x = &experiment->x;
  guint64 whole = (guint64) value;
  guint count = (guint) MIN (whole, G_MAXUINT);

  switch (field)
    {
    case MIS_FIELD_RUNS:
      return mis_experiment_with (experiment, &count, NULL, NULL, error);
    case MIS_FIELD_SEED:
      return mis_experiment_with (experiment, NULL, &whole, NULL, error);
    case MIS_FIELD_AGENTS:
      return mis_experiment_with (experiment, NULL, NULL, &whole, error);
    case MIS_FIELD_FROM:
      return mis_experiment_with_ends (experiment, value, x->to, x->n_points, error);
    case MIS_FIELD_TO:
      return mis_experiment_with_ends (experiment, x->from, value, x->n_points, error);
    case MIS_FIELD_POINTS:
      return mis_experiment_with_ends (experiment, x->from, x->to, count, error);
    case MIS_N_FIELDS:
      break;
    }
  g_assert_not_reached ();
}

/* (transfer full) (nullable): each run is one of every point, so that many points leave fewer. */
static char *
find_runs_fault (const MisExperiment *experiment, double runs)
{
  const guint64 n_cells = MAX (mis_experiment_get_n_cells (experiment), 1);
  const double most = (double) (MIS_MAX_VALUES / n_cells);
  g_autofree char *most_runs = mis_count_text (MIS_MAX_VALUES / n_cells);
  g_autofree char *most_worlds = mis_count_text (MIS_MAX_VALUES);
  g_autofree char *points = mis_count_text (n_cells);

  if (most >= MIS_MAX_RUNS)
    return mis_number_fault (runs, 1.0, MIS_MAX_RUNS, TRUE);
  if (runs >= 1.0 && runs <= most && runs == floor (runs))
    return NULL;
  /* Translators: a number of runs, of points, and of worlds */
  return g_strdup_printf (_("Type a whole number from 1 to %s: each run is a world at each of the "
                            "%s points, and at most %s worlds can be run at once."),
                          most_runs, points, most_worlds);
}

char *
mis_experiment_field_fault (const MisExperiment *experiment, MisExperimentField field, double value)
{
  char *fault;
  double low, high;

  if (field == MIS_FIELD_RUNS)
    return find_runs_fault (experiment, value);
  get_range (experiment, field, &low, &high);
  fault = mis_number_fault (value, low, high, mis_experiment_field_is_whole (experiment, field));
  if (fault == NULL
      && ((field == MIS_FIELD_FROM && value > experiment->x.to)
          || (field == MIS_FIELD_TO && value < experiment->x.from)))
    fault = g_strdup (_("The axis would end before it begins."));
  return fault;
}

char *
mis_experiment_field_explain (MisExperimentField field, const GError *error)
{
  g_autofree char *most_worlds = NULL;

  if (field != MIS_FIELD_POINTS || !g_error_matches (error, MIS_ERROR, MIS_ERROR_LIMIT))
    return g_strdup (error->message);
  most_worlds = mis_count_text (MIS_MAX_VALUES);
  /* Translators: a number of worlds */
  return g_strdup_printf (_("These would be too many worlds: at most %s can be run at once. Type "
                            "fewer points, or fewer runs first."),
                          most_worlds);
}
