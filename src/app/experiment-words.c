#include "app/experiment-words.h"

#include <glib/gi18n.h>
#include <math.h>

#include "document/quantity.h"
#include "report/number-text.h"

char *
mis_forecast_text (guint n_worlds, double world_seconds)
{
  g_autofree char *count = mis_count_text (n_worlds);
  g_autofree char *seconds = NULL;

  if (isnan (world_seconds))
    return g_strdup_printf (
        ngettext ("This will run %s world.", "This will run %s worlds.", n_worlds), count);
  seconds = mis_seconds_text (n_worlds * world_seconds);
  /* Translators: a number of worlds, and a duration such as "0.05 s" */
  return g_strdup_printf (ngettext ("This will run %s world; expected time: %s.",
                                    "This will run %s worlds; expected time: %s.", n_worlds),
                          count, seconds);
}

char *
mis_repeated_text (gboolean has_seed)
{
  return g_strdup (has_seed
                       ? _("The same seed gives the same numbers. To draw others, open the lock "
                           "beside the seed or type another seed.")
                       : _("Nothing here is drawn at random: every run gives the same numbers."));
}

char *
mis_progress_text (double fraction, double seconds_left)
{
  g_autofree char *percent = mis_percent_text (fraction);
  g_autofree char *seconds = NULL;

  if (isnan (seconds_left))
    return g_steal_pointer (&percent);
  seconds = mis_seconds_text (seconds_left < 1.0 ? seconds_left : round (seconds_left));
  /* Translators: a percentage, and a duration */
  return g_strdup_printf (_("%s, time left: %s"), percent, seconds);
}

char *
mis_part_text (MisExperimentRun *run, const MisFigureData *data)
{
  guint runs = mis_experiment_run_get_experiment (run)->runs;
  guint n_worlds = MAX (mis_experiment_run_get_n_worlds (run), 1);
  g_autofree char *done_text = mis_count_text (data->runs);
  g_autofree char *runs_text = mis_count_text (runs);
  g_autofree char *done =
      mis_percent_text ((double) mis_experiment_run_get_n_done (run) / n_worlds);

  if (data->runs == runs)
    return g_strdup_printf (_("Cancelled after %s of the worlds: points are missing."), done);
  /* Translators: two numbers of runs */
  return g_strdup_printf (_("Cancelled: the chart shows the first %s of %s runs of each point."),
                          done_text, runs_text);
}

char *
mis_experiment_summary (const MisExperiment *experiment, const MisWorld *world)
{
  guint n_series = mis_experiment_get_n_series (experiment);
  gboolean is_named = world != NULL && !mis_experiment_is_distribution (experiment);
  g_autofree char *x_label = is_named ? mis_variation_dup_label (&experiment->x, world)
                                      : mis_experiment_get_x_label (experiment);

  /* Translators: the title of the x axis, and how many curves there are */
  return g_strdup_printf (ngettext ("%s, %u curve", "%s, %u curves", n_series),
                          is_named ? x_label : _(x_label), n_series);
}
