#include "app/variation-values.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/number-fault.h"
#include "document/quantity.h"
#include "report/number-list.h"
#include "report/number-text.h"

#define DECIMALS 15
#define X_POINTS 51u   /* where a list becomes a range */
#define LIST_VALUES 5u /* and the other way round */
#define LOG_SPAN 100.0 /* from where equal ratios begin if the range began at 0 */

MisShape
mis_values_get_shape (const MisVariation *self)
{
  return !self->has_ends ? MIS_SHAPE_LIST : self->is_log ? MIS_SHAPE_RATIOS : MIS_SHAPE_EVEN;
}

static gboolean
is_whole (const MisVariation *self)
{
  return mis_variation_get_kind (self) == MIS_SETTING_WHOLE;
}

static void
find_ends (const MisVariation *self, double *from, double *to)
{
  *from = mis_variation_get_number (self, 0);
  *to = *from;
  for (guint i = 1; i < mis_variation_get_n_settings (self); i++)
    {
      *from = MIN (*from, mis_variation_get_number (self, i));
      *to = MAX (*to, mis_variation_get_number (self, i));
    }
}

/* A few of its values in place of a range. */
static void
set_short_list (MisVariation *self)
{
  double from = self->from, to = self->to, values[LIST_VALUES];
  gboolean is_log = self->is_log;
  guint n = MIN (self->n_points, LIST_VALUES);

  mis_variation_set_ends (self, from, to, n, is_log);
  n = mis_variation_get_n_settings (self);
  for (guint i = 0; i < n; i++)
    values[i] = mis_variation_get_number (self, i);
  mis_variation_set_numbers (self, values, n);
}

/* A range has a length, and by equal ratios it does not begin at 0. */
static void
set_range (MisVariation *self, gboolean is_log, guint n_points)
{
  double from, to;

  find_ends (self, &from, &to);
  if (from == to)
    {
      from = mis_variation_get_lowest (self);
      to = MAX (to, 1.0);
    }
  if (is_log && from <= 0.0)
    from = to / LOG_SPAN;
  mis_variation_set_ends (self, from, to, n_points, is_log);
}

void
mis_values_set_shape (MisVariation *self, MisShape shape, gboolean is_x)
{
  if (shape == MIS_SHAPE_LIST)
    set_short_list (self);
  else
    set_range (self, shape == MIS_SHAPE_RATIOS,
               self->has_ends ? self->n_points
               : is_x         ? X_POINTS
                              : mis_variation_get_n_settings (self));
}

/* (transfer full): all values, to be read and typed. */
static char *
get_list (const MisVariation *self)
{
  guint n = mis_variation_get_n_settings (self);
  g_autofree double *numbers = g_new (double, n);

  for (guint i = 0; i < n; i++)
    numbers[i] = mis_variation_get_number (self, i);
  return mis_number_list_text (numbers, n);
}

char *
mis_values_get_text (const MisVariation *self, MisValueField field)
{
  switch (field)
    {
    case MIS_VALUE_FROM:
      return mis_number_text (self->from, DECIMALS);
    case MIS_VALUE_TO:
      return mis_number_text (self->to, DECIMALS);
    case MIS_VALUE_POINTS:
      return mis_number_text (self->n_points, 0);
    case MIS_VALUE_LIST:
    case MIS_N_VALUE_FIELDS:
    default:
      return get_list (self);
    }
}

char *
mis_values_get_points_hint (const MisVariation *self)
{
  guint n = mis_variation_get_n_settings (self);
  g_autofree char *count = mis_count_text (n);

  if (!self->has_ends || n == self->n_points)
    return NULL;
  /* Translators: the number of points that are left */
  return g_strdup_printf (ngettext ("Whole numbers that repeat are one point: %s point",
                                    "Whole numbers that repeat are one point: %s points", n),
                          count);
}

static char *
find_fault (const MisVariation *self, double value)
{
  return mis_number_fault (value, mis_variation_get_lowest (self), mis_variation_get_highest (self),
                           is_whole (self));
}

char *
mis_values_set_number (MisVariation *self, MisValueField field, double value)
{
  double from = field == MIS_VALUE_FROM ? value : self->from;
  double to = field == MIS_VALUE_TO ? value : self->to;
  gboolean is_points = field == MIS_VALUE_POINTS;
  char *fault =
      is_points ? mis_number_fault (value, 1, MIS_MAX_POINTS, TRUE) : find_fault (self, value);

  if (fault != NULL)
    return fault;
  if (from > to)
    return g_strdup (_("It would end before it begins."));
  if (self->is_log && from <= 0.0)
    return g_strdup (_("Equal ratios begin above 0."));
  mis_variation_set_ends (self, from, to, is_points ? (guint) value : self->n_points, self->is_log);
  return NULL;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y ? 1 : 0;
}

/* (transfer full) (nullable): what is wrong with a sorted list. */
static char *
find_list_fault (const MisVariation *self, const GArray *sorted)
{
  for (guint i = 0; i < sorted->len; i++)
    {
      double value = g_array_index (sorted, double, i);
      char *fault = find_fault (self, value);

      if (fault != NULL)
        return fault;
      if (i > 0 && value == g_array_index (sorted, double, i - 1))
        {
          g_autofree char *text = mis_number_list_text (&value, 1);

          return g_strdup_printf (_("%s is there twice."), text);
        }
    }
  return NULL;
}

/* An axis has its values in order; curves stand as they were typed. */
char *
mis_values_set_list (MisVariation *self, const char *text, gboolean is_x)
{
  g_autofree char *bad = NULL;
  g_autoptr (GArray) numbers = mis_number_list_from_text (text, is_whole (self), &bad);
  g_autoptr (GArray) sorted = NULL;
  const double *values;
  char *fault;

  if (numbers == NULL && *bad == '\0')
    return g_strdup (_("Type at least one number; put semicolons between several."));
  if (numbers == NULL)
    return g_strdup_printf (_("“%s” is not a number. Put semicolons between numbers."), bad);
  sorted = g_array_copy (numbers);
  g_array_sort (sorted, compare);
  fault = find_list_fault (self, sorted);
  if (fault != NULL)
    return fault;
  values = (const double *) (gpointer) (is_x ? sorted : numbers)->data;
  mis_variation_set_numbers (self, values, numbers->len);
  return NULL;
}

/* Numbers from 0 to 1 go from one quantity to another. */
static gboolean
is_fraction (const MisVariation *self)
{
  return mis_quantity_is_number (self->quantity) && !is_whole (self);
}

void
mis_values_carry_over (const MisVariation *from, MisVariation *to)
{
  guint n = mis_variation_get_n_settings (from);
  g_autofree double *numbers = g_new (double, n);

  if (!is_fraction (from) || !is_fraction (to))
    return;
  for (guint i = 0; i < n; i++)
    numbers[i] = mis_variation_get_number (from, i);
  if (from->has_ends)
    mis_variation_set_ends (to, from->from, from->to, from->n_points, from->is_log);
  else
    mis_variation_set_numbers (to, numbers, n);
}

static gboolean
has_scenario (const MisVariation *self, const char *id)
{
  for (guint i = 0; i < mis_variation_get_n_settings (self); i++)
    if (g_strcmp0 (mis_variation_get_setting (self, i)->id, id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_choice (const MisVariation *self, guint choice)
{
  for (guint i = 0; i < mis_variation_get_n_settings (self); i++)
    if (mis_variation_get_setting (self, i)->choice == choice)
      return TRUE;
  return FALSE;
}

/* The base is a scenario too, the first one. */
static const char *
get_scenario (const MisWorld *world, guint index)
{
  return index == 0 ? NULL : mis_world_get_scenario (world, index - 1)->id;
}

static guint
count_choices (const MisVariation *self, const MisWorld *world)
{
  guint n = 0;

  if (self->quantity == MIS_QUANTITY_SCENARIO)
    return mis_world_get_n_scenarios (world) + 1;
  while (mis_options[self->option].choices[n].nick != NULL)
    n++;
  return n;
}

void
mis_values_list_choices (const MisVariation *self,
                         const MisWorld *world,
                         char ***names,
                         gboolean **chosen)
{
  gboolean is_scenario = self->quantity == MIS_QUANTITY_SCENARIO;
  guint n = count_choices (self, world);

  *names = g_new0 (char *, n + 1);
  *chosen = g_new0 (gboolean, n);
  for (guint i = 0; i < n; i++)
    {
      const char *name = !is_scenario ? _(mis_options[self->option].choices[i].label)
                         : i == 0     ? _("As it is")
                                      : mis_world_get_scenario (world, i - 1)->name;

      (*names)[i] = g_strdup (name);
      (*chosen)[i] =
          is_scenario ? has_scenario (self, get_scenario (world, i)) : has_choice (self, i);
    }
}

void
mis_values_set_chosen (MisVariation *self, const MisWorld *world, const gboolean *chosen)
{
  guint n = count_choices (self, world), n_chosen = 0;
  g_autofree const char **ids = g_new (const char *, n);
  g_autofree guint *choices = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      if (!chosen[i])
        continue;
      ids[n_chosen] = self->quantity == MIS_QUANTITY_SCENARIO ? get_scenario (world, i) : NULL;
      choices[n_chosen++] = i;
    }
  if (self->quantity == MIS_QUANTITY_SCENARIO)
    mis_variation_set_scenarios (self, ids, n_chosen);
  else
    mis_variation_set_choices (self, choices, n_chosen);
}
