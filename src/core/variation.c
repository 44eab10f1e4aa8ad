/* What varies in an experiment: a quantity and its values. */
#include "core/experiment.h"

#include <math.h>
#include <string.h>

#include "core/error.h"

/* Equal ratios end a little below a whole number by rounding. */
#define ROUNDING 1e-12

void
mis_setting_clear (MisSetting *setting)
{
  g_clear_pointer (&setting->spans, g_array_unref);
  mis_assign_clear (&setting->assign);
  g_clear_pointer (&setting->id, g_free);
}

static GArray *
settings_new (void)
{
  GArray *settings = g_array_new (FALSE, TRUE, sizeof (MisSetting));

  g_array_set_clear_func (settings, (GDestroyNotify) mis_setting_clear);
  return settings;
}

void
mis_variation_init (MisVariation *variation)
{
  *variation = (MisVariation){ .settings = settings_new () };
}

void
mis_variation_clear (MisVariation *variation)
{
  for (guint i = 0; i < G_N_ELEMENTS (variation->ids); i++)
    g_clear_pointer (&variation->ids[i], g_free);
  g_clear_pointer (&variation->settings, g_array_unref);
  g_clear_pointer (&variation->names, g_strfreev);
  g_clear_pointer (&variation->label, g_free);
}

void
mis_variation_copy (MisVariation *to, const MisVariation *from)
{
  *to = *from;
  for (guint i = 0; i < G_N_ELEMENTS (to->ids); i++)
    to->ids[i] = g_strdup (from->ids[i]);
  g_array_ref (to->settings);
  to->names = g_strdupv (from->names);
  to->label = g_strdup (from->label);
}

static double
interpolate (const MisVariation *self, guint i)
{
  double t = self->n_points > 1 ? (double) i / (self->n_points - 1) : 0.0;

  if (i + 1 == self->n_points && i > 0)
    return self->to;
  return self->is_log ? self->from * pow (self->to / self->from, t)
                      : self->from + t * (self->to - self->from);
}

void
mis_variation_expand (MisVariation *self)
{
  gboolean is_whole = mis_variation_get_kind (self) == MIS_SETTING_WHOLE;
  gboolean is_spans = mis_variation_get_kind (self) == MIS_SETTING_SPANS
                      || mis_variation_get_kind (self) == MIS_SETTING_SPAN;
  double last = NAN;

  g_array_unref (self->settings);
  self->settings = settings_new ();
  for (guint i = 0; i < self->n_points; i++)
    {
      double value = interpolate (self, i);
      MisSetting setting = { .number = value };

      if (is_whole && i + 1 < self->n_points)
        setting.number = floor (value * (1.0 + ROUNDING));
      if (is_whole && setting.number == last)
        continue;
      last = setting.number;
      if (is_spans)
        setting.spans = mis_recipe_spans_new ((MisSpan){ value, value });
      g_array_append_val (self->settings, setting);
    }
}

guint
mis_variation_get_n_settings (const MisVariation *self)
{
  return self->settings->len;
}

const MisSetting *
mis_variation_get_setting (const MisVariation *self, guint setting)
{
  return &g_array_index (self->settings, MisSetting, setting);
}

/* Another list of settings; what was said of the old ones goes with them. */
static void
restart (MisVariation *self)
{
  g_array_unref (self->settings);
  self->settings = settings_new ();
  g_clear_pointer (&self->names, g_strfreev);
  self->has_ends = FALSE;
  self->is_log = FALSE;
}

void
mis_variation_set_ends (MisVariation *self, double from, double to, guint n_points, gboolean is_log)
{
  restart (self);
  self->has_ends = TRUE;
  self->from = from;
  self->to = to;
  self->n_points = n_points;
  self->is_log = is_log;
  if (mis_variation_check (self, NULL))
    mis_variation_expand (self);
}

void
mis_variation_set_numbers (MisVariation *self, const double *numbers, guint n)
{
  MisSettingKind kind = mis_variation_get_kind (self);

  restart (self);
  for (guint i = 0; i < n; i++)
    {
      MisSetting setting = { .number = numbers[i] };

      if (kind == MIS_SETTING_SPANS || kind == MIS_SETTING_SPAN)
        setting.spans = mis_recipe_spans_new ((MisSpan){ numbers[i], numbers[i] });
      g_array_append_val (self->settings, setting);
    }
}

void
mis_variation_set_choices (MisVariation *self, const guint *choices, guint n)
{
  restart (self);
  for (guint i = 0; i < n; i++)
    {
      MisSetting setting = { .choice = choices[i] };

      g_array_append_val (self->settings, setting);
    }
}

void
mis_variation_set_scenarios (MisVariation *self, const char *const *ids, guint n)
{
  restart (self);
  for (guint i = 0; i < n; i++)
    {
      MisSetting setting = { .id = g_strdup (ids[i]) };

      g_array_append_val (self->settings, setting);
    }
}

double
mis_variation_get_number (const MisVariation *self, guint index)
{
  const MisSetting *setting = mis_variation_get_setting (self, index);

  return setting->spans != NULL ? g_array_index (setting->spans, MisSpan, 0).low : setting->number;
}

static gboolean
is_number (const MisSetting *setting)
{
  const MisSpan *span;

  if (setting->spans == NULL)
    return TRUE;
  span = &g_array_index (setting->spans, MisSpan, 0);
  return setting->spans->len == 1 && span->low == span->high;
}

gboolean
mis_variation_has_numbers (const MisVariation *self)
{
  MisSettingKind kind = mis_variation_get_kind (self);

  if (kind == MIS_SETTING_ASSIGN || kind == MIS_SETTING_CHOICE || kind == MIS_SETTING_SCENARIO)
    return FALSE;
  for (guint i = 0; i < self->settings->len; i++)
    if (!is_number (mis_variation_get_setting (self, i)))
      return FALSE;
  return TRUE;
}

static gboolean
is_allowed (const MisVariation *self, double number)
{
  return number >= mis_variation_get_lowest (self) && number <= mis_variation_get_highest (self)
         && (mis_variation_get_kind (self) != MIS_SETTING_WHOLE || number == floor (number));
}

/* %FALSE with what is allowed. */
static gboolean
fail_value (const MisVariation *self, const char *what, GError **error)
{
  g_set_error (error, MIS_ERROR, MIS_ERROR_RANGE, "found %s outside, expected %s%.15g to %.15g",
               what,
               mis_variation_get_kind (self) == MIS_SETTING_WHOLE ? "a whole number from " : "",
               mis_variation_get_lowest (self), mis_variation_get_highest (self));
  return FALSE;
}

static gboolean
check_ends (const MisVariation *self, GError **error)
{
  if (!is_allowed (self, self->from) || !is_allowed (self, self->to))
    return fail_value (self, "an end", error);
  if (self->from > self->to)
    g_set_error (error, MIS_ERROR, MIS_ERROR_RANGE,
                 "found its end below its beginning, expected it above");
  else if (self->is_log && self->from <= 0.0)
    g_set_error (error, MIS_ERROR, MIS_ERROR_RANGE,
                 "found a beginning of 0, expected one above, as it grows by equal ratios");
  else if (self->n_points < 1 || self->n_points > MIS_MAX_POINTS)
    g_set_error (error, MIS_ERROR, MIS_ERROR_LIMIT, "found %u points, expected 1 to %u",
                 self->n_points, MIS_MAX_POINTS);
  else
    return TRUE;
  return FALSE;
}

gboolean
mis_variation_check (const MisVariation *self, GError **error)
{
  if (self->has_ends)
    return check_ends (self, error);
  for (guint i = 0; mis_variation_has_numbers (self) && i < self->settings->len; i++)
    if (!is_allowed (self, mis_variation_get_number (self, i)))
      return fail_value (self, "a value", error);
  return TRUE;
}
