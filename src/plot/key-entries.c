/* The entries of the key: which series and bands it names, and in which order. */
#include <math.h>
#include <string.h>

#include "plot/layout-private.h"

static const double NEAR = 0.01; /* of the y axis: ends that look the same */

/* A series that has a name, and what decides where that stands among the others. */
typedef struct
{
  guint series;
  double last;
  double mean;
  double value; /* one of the two */
  guint rank;
} Name;

static void
measure_series (const MisSeries *series, Name *name)
{
  double sum = 0;
  guint n = 0;

  name->last = -INFINITY;
  for (guint i = 0; i < series->n; i++)
    if (isfinite (series->ys[i]))
      {
        name->last = series->ys[i];
        sum += series->ys[i];
        n++;
      }
  name->mean = n > 0 ? sum / n : -(double)INFINITY;
}

/* By rank; within one from the highest value down. */
static int
compare_names (const void *a, const void *b)
{
  const Name *first = a, *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  if (first->value < second->value || first->value > second->value)
    return first->value < second->value ? 1 : -1;
  return (first->series > second->series) - (first->series < second->series);
}

/* Sorts each rank by the member at offset @value, and gives what is farther apart than @near ranks
 * of its own. */
static void
refine_ranks (GArray *names, gsize value, double near)
{
  guint rank = 0;

  for (guint i = 0; i < names->len; i++)
    {
      Name *name = &g_array_index (names, Name, i);

      name->value = G_STRUCT_MEMBER (double, name, value);
    }
  g_array_sort (names, compare_names);
  for (guint i = 0, old = 0; i < names->len; i++)
    {
      Name *name = &g_array_index (names, Name, i);

      if (i > 0 && (name->rank != old || name[-1].value - name->value > near))
        rank++;
      old = name->rank;
      name->rank = rank;
    }
}

/* From the highest last value down, as the lines end; where they meet, as their means; where these
 * are no different to the eye either, in their own order. */
static void
sort_names (const MisLayout *self, GArray *names)
{
  double near = NEAR * (self->y_scale.max - self->y_scale.min);

  refine_ranks (names, G_STRUCT_OFFSET (Name, last), near);
  refine_ranks (names, G_STRUCT_OFFSET (Name, mean), near);
  for (guint i = 0; i < names->len; i++)
    g_array_index (names, Name, i).value = 0;
  g_array_sort (names, compare_names);
}

static void
add_names (const MisLayout *self, GArray *entries)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));

  for (guint i = 0; i < self->chart->series->len; i++)
    {
      const MisSeries *series = mis_chart_get_series (self->chart, i);
      Name name = { .series = i };

      measure_series (series, &name);
      if (*series->name != '\0')
        g_array_append_val (names, name);
    }
  sort_names (self, names);
  for (guint i = 0; i < names->len; i++)
    {
      const MisKeyEntry entry = { .series = g_array_index (names, Name, i).series };

      g_array_append_val (entries, entry);
    }
}

static gboolean
has_band_like (const MisLayout *self, guint series)
{
  const MisSeries *own = mis_chart_get_series (self->chart, series);

  for (guint i = 0; i < series; i++)
    {
      const MisSeries *other = mis_chart_get_series (self->chart, i);

      if (other->meaning != NULL && strcmp (other->meaning, own->meaning) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_bands (const MisLayout *self, GArray *entries)
{
  for (guint i = 0; i < self->chart->series->len; i++)
    {
      const MisSeries *series = mis_chart_get_series (self->chart, i);
      const MisKeyEntry entry = { .series = i, .is_band = TRUE };

      if (series->meaning != NULL && *series->meaning != '\0' && !has_band_like (self, i))
        g_array_append_val (entries, entry);
    }
}

GArray *
mis_key_list_entries (const MisLayout *self)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (MisKeyEntry));

  if (self->names == MIS_NAMES_IN_KEY)
    add_names (self, entries);
  add_bands (self, entries);
  return entries;
}
