/* What quantities and their values are called, and which of them a project has lost. */
#include "document/quantity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

static const char *
get_agent_name (const MisWorld *world, const char *id)
{
  int agent = mis_world_find_agent (world, id);

  return agent >= 0 ? mis_world_get_agent (world, (guint) agent)->name : id;
}

static MisArea *
find_area (const MisWorld *world, const char *id)
{
  int area = mis_world_find_area (world, id);

  return area >= 0 ? mis_world_get_area (world, (guint) area) : NULL;
}

static const char *
get_area_name (const MisWorld *world, const char *id)
{
  MisArea *area = find_area (world, id);

  return area != NULL ? mis_area_get_name (area) : id;
}

static const char *
get_goal_name (const MisWorld *world, const char *area_id, const char *id)
{
  MisArea *area = find_area (world, area_id);
  int goal = area != NULL ? mis_area_find_goal (area, id) : -1;

  return goal >= 0 ? mis_area_get_goal_name (area, goal) : id;
}

static const char *
get_scenario_name (const MisWorld *world, const char *id)
{
  int scenario = id != NULL ? mis_world_find_scenario (world, id) : -1;

  if (id == NULL)
    return TEXT ("As it is");
  return scenario >= 0 ? mis_world_get_scenario (world, (guint) scenario)->name : id;
}

static char *
dup_own_label (const MisVariation *self, const MisWorld *world)
{
  switch ((int) self->quantity)
    {
    case MIS_QUANTITY_SHARE:
      return g_strdup_printf (TEXT ("Share of %s"), get_agent_name (world, self->ids[0]));
    case MIS_QUANTITY_WEIGHT:
      return g_strdup_printf (TEXT ("Weight of %s in %s"), get_agent_name (world, self->ids[0]),
                              get_area_name (world, self->ids[1]));
    case MIS_QUANTITY_CONFLICT:
      return g_strdup (TEXT ("Conflict in all areas"));
    case MIS_QUANTITY_AREA_CONFLICT:
      return g_strdup_printf (TEXT ("Conflict in %s"), get_area_name (world, self->ids[0]));
    case MIS_QUANTITY_GOAL_CONFLICT:
      return g_strdup_printf (TEXT ("Conflict in %s: %s against %s"),
                              get_area_name (world, self->ids[0]),
                              get_goal_name (world, self->ids[0], self->ids[1]),
                              get_goal_name (world, self->ids[0], self->ids[2]));
    case MIS_QUANTITY_AGENTS:
      return g_strdup (TEXT ("Number of agents"));
    case MIS_QUANTITY_SCENARIO:
      return g_strdup (TEXT ("Scenario"));
    case MIS_QUANTITY_SCORING:
      return g_strdup (TEXT (mis_options[self->option].label));
    default:
      return mis_variation_print (self);
    }
}

char *
mis_variation_dup_label (const MisVariation *self, const MisWorld *world)
{
  return self->label != NULL && *self->label != '\0' ? g_strdup (self->label)
                                                     : dup_own_label (self, world);
}

char *
mis_variation_dup_value (const MisVariation *self, const MisWorld *world, guint index)
{
  const MisSetting *setting = mis_variation_get_setting (self, index);

  switch (mis_variation_get_kind (self))
    {
    case MIS_SETTING_CHOICE:
      return g_strdup (TEXT (mis_options[self->option].choices[setting->choice].label));
    case MIS_SETTING_SCENARIO:
      return g_strdup (get_scenario_name (world, setting->id));
    case MIS_SETTING_ASSIGN:
      return mis_variation_get_name (self, index);
    case MIS_SETTING_WHOLE:
      return g_strdup_printf ("%'" G_GUINT64_FORMAT, (guint64) setting->number);
    case MIS_SETTING_PROBABILITY:
    case MIS_SETTING_SPANS:
    case MIS_SETTING_SPAN:
    default:
      return g_strdup_printf ("%.15g", mis_variation_get_number (self, index));
    }
}

char *
mis_variation_dup_value_name (const MisVariation *self, const MisWorld *world, guint index)
{
  g_autofree char *value = mis_variation_dup_value (self, world, index);
  g_autofree char *label = NULL;

  if (self->names != NULL)
    return g_strdup (self->names[index]);
  if (!mis_quantity_is_number (self->quantity))
    return g_steal_pointer (&value);
  if (self->quantity == MIS_QUANTITY_AGENTS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s agent", "%s agents",
                                         (gulong) mis_variation_get_number (self, index)),
                            value);
  label = dup_own_label (self, world);
  /* Translators: what varies, and one of its values: "Conflict in Speed: 0.5" */
  return g_strdup_printf (TEXT ("%s: %s"), label, value);
}

static char *
find_missing_goal (const MisVariation *self, const MisWorld *world)
{
  MisArea *area = find_area (world, self->ids[0]);

  for (guint i = 1; i < 3; i++)
    if (mis_area_find_goal (area, self->ids[i]) < 0)
      return g_strdup_printf (TEXT ("The goal “%s” is not in the area “%s” any more."),
                              self->ids[i], mis_area_get_name (area));
  if (strcmp (self->ids[1], self->ids[2]) == 0)
    return g_strdup (TEXT ("A goal has no conflict with itself."));
  return NULL;
}

static char *
find_missing_weight (const MisVariation *self, const MisWorld *world)
{
  guint agent = (guint) mis_world_find_agent (world, self->ids[0]);
  guint area = (guint) mis_world_find_area (world, self->ids[1]);

  if (mis_world_get_position (world, agent, area).goal != MIS_UNKNOWN)
    return NULL;
  return g_strdup_printf (
      TEXT ("What %s wants in the area “%s” is unknown, so there is no weight."),
      get_agent_name (world, self->ids[0]), get_area_name (world, self->ids[1]));
}

static char *
find_missing_scenario (const MisVariation *self, const MisWorld *world)
{
  for (guint i = 0; i < mis_variation_get_n_settings (self); i++)
    {
      const char *id = mis_variation_get_setting (self, i)->id;

      if (id != NULL && mis_world_find_scenario (world, id) < 0)
        return g_strdup_printf (TEXT ("The scenario “%s” is not in the project any more."), id);
    }
  return NULL;
}

char *
mis_variation_find_missing (const MisVariation *self, const MisWorld *world)
{
  gboolean has_agent =
      self->quantity == MIS_QUANTITY_SHARE || self->quantity == MIS_QUANTITY_WEIGHT;
  const char *area =
      self->quantity == MIS_QUANTITY_WEIGHT ? self->ids[1]
      : self->quantity == MIS_QUANTITY_AREA_CONFLICT || self->quantity == MIS_QUANTITY_GOAL_CONFLICT
          ? self->ids[0]
          : NULL;

  if (has_agent && mis_world_find_agent (world, self->ids[0]) < 0)
    return g_strdup_printf (TEXT ("The group “%s” is not in the project any more."), self->ids[0]);
  if (area != NULL && mis_world_find_area (world, area) < 0)
    return g_strdup_printf (TEXT ("The area “%s” is not in the project any more."), area);
  if (self->quantity == MIS_QUANTITY_GOAL_CONFLICT)
    return find_missing_goal (self, world);
  if (self->quantity == MIS_QUANTITY_WEIGHT)
    return find_missing_weight (self, world);
  return self->quantity == MIS_QUANTITY_SCENARIO ? find_missing_scenario (self, world) : NULL;
}

char *
mis_experiment_find_missing (const MisExperiment *experiment, const MisWorld *world)
{
  for (guint i = 0;
       experiment->source != MIS_SOURCE_RECIPE && i < mis_experiment_get_n_variations (experiment);
       i++)
    {
      char *missing =
          mis_variation_find_missing (mis_experiment_get_variation (experiment, i), world);

      if (missing != NULL)
        return missing;
    }
  return NULL;
}

/* What is the same in all series says nothing of one. */
static gboolean
tells_apart (const MisVariation *variation)
{
  return mis_variation_get_n_settings (variation) > 1 || variation->names != NULL;
}

/* A bare number says nothing without what it is of; a scenario or "10 agents" does. */
static gboolean
is_bare (const MisVariation *variation)
{
  return tells_apart (variation) && variation->names == NULL
         && mis_quantity_is_number (variation->quantity)
         && variation->quantity != MIS_QUANTITY_AGENTS;
}

char *
mis_experiment_dup_legend (const MisExperiment *experiment, const MisWorld *world)
{
  g_autoptr (GString) legend = g_string_new (NULL);
  gboolean any = FALSE;

  for (guint i = 0; i < experiment->series->len; i++)
    {
      const MisVariation *variation = mis_experiment_get_variation (experiment, i);
      g_autofree char *label = mis_variation_dup_label (variation, world);

      if (!tells_apart (variation))
        continue;
      any = any || is_bare (variation);
      g_string_append_printf (legend, legend->len == 0 ? "%s" : "; %s", label);
    }
  if (!any)
    return g_strdup ("");
  /* Translators: what the values beside the curves are of: "Curves: Conflict in Speed" */
  return g_strdup_printf (TEXT ("Curves: %s"), legend->str);
}

char *
mis_experiment_dup_series_name (const MisExperiment *experiment,
                                const MisWorld *world,
                                guint series)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < experiment->series->len; i++)
    {
      const MisVariation *variation = mis_experiment_get_variation (experiment, i);
      guint index = mis_experiment_get_index (experiment, i, series, 0);
      g_autofree char *part = NULL;

      if (!tells_apart (variation))
        continue;
      part = is_bare (variation) ? mis_variation_dup_value (variation, world, index)
                                 : mis_variation_dup_value_name (variation, world, index);
      g_string_append_printf (name, name->len == 0 ? "%s" : "; %s", part);
    }
  if (name->len == 0)
    g_string_append (name, *experiment->title != '\0' ? experiment->title : experiment->id);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

void
mis_experiment_name_data (const MisExperiment *experiment,
                          const MisWorld *world,
                          MisFigureData *data)
{
  if (!mis_experiment_is_distribution (experiment))
    {
      g_free (data->x_label);
      data->x_label = mis_variation_dup_label (&experiment->x, world);
    }
  g_free (data->legend);
  data->legend = mis_experiment_dup_legend (experiment, world);
  for (guint i = 0; i < data->series->len; i++)
    {
      MisFigureSeries *series = g_ptr_array_index (data->series, i);

      g_free (series->name);
      series->name = mis_experiment_dup_series_name (experiment, world, i);
    }
}
