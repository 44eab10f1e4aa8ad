#include "core/figure-data.h"

static void
series_free (gpointer data)
{
  MisFigureSeries *series = data;

  g_free (series->name);
  g_array_unref (series->points);
  g_clear_pointer (&series->distribution, mis_distribution_free);
  g_free (series);
}

MisFigureData *
mis_figure_data_new (const char *id,
                     const char *title,
                     const char *x_label,
                     gboolean x_is_log,
                     const char *y_label,
                     guint64 agents,
                     guint runs,
                     guint64 seed,
                     const char *band)
{
  MisFigureData *data = g_new (MisFigureData, 1);

  data->ref_count = 1;
  data->id = g_strdup (id);
  data->is_paper = FALSE;
  data->title = g_strdup (title);
  data->x_label = g_strdup (x_label);
  data->x_is_log = x_is_log;
  data->y_label = g_strdup (y_label);
  data->agents = agents;
  data->legend = g_strdup ("");
  data->runs = data->planned_runs = runs;
  data->is_complete = TRUE;
  data->is_changed = FALSE;
  data->seed = seed;
  data->band = g_strdup (band);
  data->weights_per = NULL;
  data->is_distribution = FALSE;
  data->bins = (MisBins){ 0 };
  data->series = g_ptr_array_new_with_free_func (series_free);
  return data;
}

MisFigureData *
mis_figure_data_ref (MisFigureData *data)
{
  g_atomic_int_inc (&data->ref_count);
  return data;
}

void
mis_figure_data_unref (MisFigureData *data)
{
  if (!g_atomic_int_dec_and_test (&data->ref_count))
    return;
  g_free (data->id);
  g_free (data->title);
  g_free (data->x_label);
  g_free (data->y_label);
  g_free (data->legend);
  g_free (data->band);
  g_ptr_array_unref (data->series);
  g_free (data);
}

MisFigureSeries *
mis_figure_data_add_series (MisFigureData *data, const char *name)
{
  MisFigureSeries *series = g_new0 (MisFigureSeries, 1);

  series->name = g_strdup (name);
  series->points = g_array_new (FALSE, FALSE, sizeof (MisFigurePoint));
  g_ptr_array_add (data->series, series);
  return series;
}

void
mis_figure_series_add_point (MisFigureSeries *series, const MisFigurePoint *point)
{
  g_array_append_vals (series->points, point, 1);
}

void
mis_figure_series_set_distribution (MisFigureSeries *series, MisDistribution *distribution)
{
  g_clear_pointer (&series->distribution, mis_distribution_free);
  series->distribution = distribution;
}

const MisFigureSeries *
mis_figure_data_get_series (const MisFigureData *data, guint series)
{
  g_return_val_if_fail (series < data->series->len, NULL);

  return g_ptr_array_index (data->series, series);
}

const MisFigurePoint *
mis_figure_series_get_point (const MisFigureSeries *series, guint point)
{
  g_return_val_if_fail (point < series->points->len, NULL);

  return &g_array_index (series->points, MisFigurePoint, point);
}
