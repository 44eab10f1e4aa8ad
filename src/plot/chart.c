#include "plot/chart.h"

#include <math.h>
#include <string.h>

#include "plot/chart-private.h"

char *
mis_chart_clean_text (const char *text, gboolean keep_lines)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == '\n' && keep_lines)
        g_string_append_c (clean, '\n');
      else if (g_unichar_iscntrl (letter) || letter == 0x2028 || letter == 0x2029)
        g_string_append_c (clean, ' ');
      else if ((letter & 0xfffe) == 0xfffe)
        g_string_append_unichar (clean, 0xfffd);
      else
        g_string_append_unichar (clean, letter);
    }
  return g_string_free (clean, FALSE);
}

static void
series_clear (void *data)
{
  MisSeries *series = data;

  g_free (series->name);
  g_free (series->xs);
  g_free (series->ys);
  g_free (series->low);
  g_free (series->high);
  g_free (series->meaning);
}

static void
bar_clear (void *data)
{
  MisBar *bar = data;

  g_free (bar->label);
  g_free (bar->value_text);
}

static void
reference_clear (void *data)
{
  g_free (((MisReference *)data)->label);
}

static void
mark_clear (void *data)
{
  g_free (((MisMark *)data)->label);
}

static GArray *
new_array (gsize item_size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, FALSE, (guint)item_size);

  g_array_set_clear_func (array, clear);
  return array;
}

MisChart *
mis_chart_new (void)
{
  MisChart *self = g_new0 (MisChart, 1);

  self->ref_count = 1;
  for (guint i = 0; i < MIS_N_CHART_TEXTS; i++)
    self->texts[i] = g_strdup ("");
  for (guint i = 0; i < 2; i++)
    {
      self->axes[i].title = g_strdup ("");
      self->axes[i].min = self->axes[i].max = NAN;
    }
  self->series = new_array (sizeof (MisSeries), series_clear);
  self->bars = new_array (sizeof (MisBar), bar_clear);
  self->references = new_array (sizeof (MisReference), reference_clear);
  self->marks = new_array (sizeof (MisMark), mark_clear);
  self->bars_min = self->bars_max = NAN;
  return self;
}

MisChart *
mis_chart_ref (MisChart *chart)
{
  g_return_val_if_fail (chart != NULL, NULL);

  g_atomic_int_inc (&chart->ref_count);
  return chart;
}

void
mis_chart_unref (MisChart *chart)
{
  g_return_if_fail (chart != NULL);

  if (!g_atomic_int_dec_and_test (&chart->ref_count))
    return;
  for (guint i = 0; i < MIS_N_CHART_TEXTS; i++)
    g_free (chart->texts[i]);
  for (guint i = 0; i < 2; i++)
    {
      g_free (chart->axes[i].title);
      g_free (chart->axes[i].ticks);
    }
  g_array_unref (chart->series);
  g_array_unref (chart->bars);
  g_array_unref (chart->references);
  g_array_unref (chart->marks);
  g_free (chart);
}

static void
series_copy (void *data)
{
  MisSeries *series = data;

  series->name = g_strdup (series->name);
  series->xs = g_memdup2 (series->xs, series->n * sizeof *series->xs);
  series->ys = g_memdup2 (series->ys, series->n * sizeof *series->ys);
  series->low = g_memdup2 (series->low, series->n * sizeof *series->low);
  series->high = g_memdup2 (series->high, series->n * sizeof *series->high);
  series->meaning = g_strdup (series->meaning);
}

static void
bar_copy (void *data)
{
  MisBar *bar = data;

  bar->label = g_strdup (bar->label);
  bar->value_text = g_strdup (bar->value_text);
}

static void
reference_copy (void *data)
{
  MisReference *reference = data;

  reference->label = g_strdup (reference->label);
}

static void
mark_copy (void *data)
{
  MisMark *mark = data;

  mark->label = g_strdup (mark->label);
}

/* Each item of @array through @copy, which gives it texts and numbers of its own. */
static GArray *
copy_array (GArray *array, void (*copy) (void *), GDestroyNotify clear)
{
  const guint size = g_array_get_element_size (array);
  GArray *copied = new_array (size, clear);

  g_array_append_vals (copied, array->data, array->len);
  for (guint i = 0; i < copied->len; i++)
    copy (copied->data + (gsize)i * size);
  return copied;
}

MisChart *
mis_chart_copy (const MisChart *chart)
{
  MisChart *self;

  g_return_val_if_fail (chart != NULL, NULL);

  self = g_memdup2 (chart, sizeof *chart);
  self->ref_count = 1;
  for (guint i = 0; i < MIS_N_CHART_TEXTS; i++)
    self->texts[i] = g_strdup (chart->texts[i]);
  for (guint i = 0; i < 2; i++)
    {
      const MisAxisSpec *axis = &chart->axes[i];

      self->axes[i].title = g_strdup (axis->title);
      self->axes[i].ticks = g_memdup2 (axis->ticks, axis->n_ticks * sizeof *axis->ticks);
    }
  self->series = copy_array (chart->series, series_copy, series_clear);
  self->bars = copy_array (chart->bars, bar_copy, bar_clear);
  self->references = copy_array (chart->references, reference_copy, reference_clear);
  self->marks = copy_array (chart->marks, mark_copy, mark_clear);
  return self;
}

static void
set_text (MisChart *chart, MisChartText which, const char *text)
{
  g_return_if_fail (chart != NULL);

  g_free (chart->texts[which]);
  chart->texts[which] = mis_chart_clean_text (text, which == MIS_CHART_DESCRIPTION);
}

void
mis_chart_set_title (MisChart *chart, const char *title)
{
  set_text (chart, MIS_CHART_TITLE, title);
}

void
mis_chart_set_subtitle (MisChart *chart, const char *subtitle)
{
  set_text (chart, MIS_CHART_SUBTITLE, subtitle);
}

void
mis_chart_set_remark (MisChart *chart, const char *remark)
{
  set_text (chart, MIS_CHART_REMARK, remark);
}

void
mis_chart_set_legend_title (MisChart *chart, const char *title)
{
  set_text (chart, MIS_CHART_LEGEND_TITLE, title);
}

void
mis_chart_set_source (MisChart *chart, const char *source)
{
  set_text (chart, MIS_CHART_SOURCE, source);
}

void
mis_chart_set_description (MisChart *chart, const char *description)
{
  set_text (chart, MIS_CHART_DESCRIPTION, description);
}

const char *
mis_chart_get_title (const MisChart *chart)
{
  g_return_val_if_fail (chart != NULL, "");
  return chart->texts[MIS_CHART_TITLE];
}

const char *
mis_chart_get_subtitle (const MisChart *chart)
{
  g_return_val_if_fail (chart != NULL, "");
  return chart->texts[MIS_CHART_SUBTITLE];
}

const char *
mis_chart_get_remark (const MisChart *chart)
{
  g_return_val_if_fail (chart != NULL, "");

  return chart->texts[MIS_CHART_REMARK];
}

const char *
mis_chart_get_legend_title (const MisChart *chart)
{
  g_return_val_if_fail (chart != NULL, "");

  return chart->texts[MIS_CHART_LEGEND_TITLE];
}

const char *
mis_chart_get_source (const MisChart *chart)
{
  g_return_val_if_fail (chart != NULL, "");
  return chart->texts[MIS_CHART_SOURCE];
}

const char *
mis_chart_get_description (const MisChart *chart)
{
  g_return_val_if_fail (chart != NULL, "");
  return chart->texts[MIS_CHART_DESCRIPTION];
}

static void
set_axis (MisChart *chart, MisAxis which, const char *title, double min, double max)
{
  MisAxisSpec *axis;

  g_return_if_fail (chart != NULL);

  axis = &chart->axes[which];
  g_free (axis->title);
  axis->title = mis_chart_clean_text (title, FALSE);
  axis->min = min > max ? max : min;
  axis->max = min > max ? min : max;
}

void
mis_chart_set_x_axis (MisChart *chart, const char *title, double min, double max)
{
  set_axis (chart, MIS_AXIS_X, title, min, max);
}

void
mis_chart_set_y_axis (MisChart *chart, const char *title, double min, double max)
{
  set_axis (chart, MIS_AXIS_Y, title, min, max);
}

double
mis_chart_get_axis_end (const MisChart *chart, MisAxis axis)
{
  g_return_val_if_fail (chart != NULL, NAN);

  return chart->axes[axis].max;
}

static void
set_ticks (MisChart *chart, MisAxis which, const double *values, guint n)
{
  g_return_if_fail (chart != NULL);

  g_free (chart->axes[which].ticks);
  chart->axes[which].ticks = values != NULL ? g_memdup2 (values, n * sizeof *values) : NULL;
  chart->axes[which].n_ticks = values != NULL ? n : 0;
}

void
mis_chart_set_x_ticks (MisChart *chart, const double *values, guint n)
{
  set_ticks (chart, MIS_AXIS_X, values, n);
}

void
mis_chart_set_y_ticks (MisChart *chart, const double *values, guint n)
{
  set_ticks (chart, MIS_AXIS_Y, values, n);
}

void
mis_chart_set_format (MisChart *chart, MisAxis axis, MisNumberFormat format)
{
  g_return_if_fail (chart != NULL);
  chart->axes[axis].format = format;
}

void
mis_chart_set_digits (MisChart *chart, MisAxis axis, guint digits)
{
  g_return_if_fail (chart != NULL);
  chart->axes[axis].digits = digits;
}

void
mis_chart_set_x_spacing (MisChart *chart, MisSpacing spacing)
{
  g_return_if_fail (chart != NULL);
  chart->x_spacing = spacing;
}
