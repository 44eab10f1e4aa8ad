/* What quantities are called: in files, in legends and at the axis; one table. */
#include "core/experiment.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/error.h"
#include "core/limits.h"
#include "core/number.h"
#include "core/text.h"

const MisChoice mis_bands[] = {
  { "min-max", N_("Minimum to maximum") },
  { "5-95", N_("5th to 95th percentile") },
  { "se", N_("Standard error of the mean") },
  { "sd", N_("Standard deviation") },
  { NULL, NULL },
};

const MisChoice mis_ranges[] = {
  { "as-set", N_("As set") },
  { "uniform", N_("Anywhere in the range") },
  { "triangular", N_("Most likely the value") },
  { NULL, NULL },
};

#define SCORING "scoring."

/* @n_ids stand behind the nick, each after a colon. @label is for the axis, with %s the
 * first id. */
static const struct
{
  const char *nick;
  guint n_ids;
  MisSettingKind kind;
  double highest; /* of a whole number */
  const char *label;
} quantities[] = {
  [MIS_QUANTITY_AGENTS] = { "agents", 0, MIS_SETTING_WHOLE, (double) MIS_MAX_COUNT,
                            "Number of Agents" },
  [MIS_QUANTITY_AREAS] = { "areas", 0, MIS_SETTING_WHOLE, MIS_MAX_AREAS,
                           "Number of Problem Areas" },
  [MIS_QUANTITY_GOALS] = { "goals", 0, MIS_SETTING_WHOLE, MIS_MAX_GOALS,
                           "Number of Goals per Problem Area" },
  [MIS_QUANTITY_ASSIGN] = { "assign", 0, MIS_SETTING_ASSIGN, 0, NULL },
  [MIS_QUANTITY_CONFLICT] = { "conflict", 0, MIS_SETTING_SPANS, 1, "Conflict" },
  [MIS_QUANTITY_CONFLICT_LOW] = { "conflict.low", 0, MIS_SETTING_PROBABILITY, 1,
                                  "Lowest Conflict" },
  [MIS_QUANTITY_CONFLICT_HIGH] = { "conflict.high", 0, MIS_SETTING_PROBABILITY, 1,
                                   "Highest Conflict" },
  [MIS_QUANTITY_WEIGHTS] = { "weights", 0, MIS_SETTING_SPAN, 1, "Weight" },
  [MIS_QUANTITY_WEIGHTS_LOW] = { "weights.low", 0, MIS_SETTING_PROBABILITY, 1, "Lowest Weight" },
  [MIS_QUANTITY_WEIGHTS_HIGH] = { "weights.high", 0, MIS_SETTING_PROBABILITY, 1, "Highest Weight" },
  [MIS_QUANTITY_FOCUS_WEIGHT] = { "focus.weight", 0, MIS_SETTING_PROBABILITY, 1, "Goal Weight" },
  [MIS_QUANTITY_FOCUS_SHARE] = { "focus.share", 0, MIS_SETTING_PROBABILITY, 1, NULL },
  [MIS_QUANTITY_SCORING] = { SCORING, 0, MIS_SETTING_CHOICE, 0, NULL },
  [MIS_QUANTITY_SHARE] = { "share", 1, MIS_SETTING_PROBABILITY, 1,
                           "Proportion of Agents Which are %s" },
  [MIS_QUANTITY_WEIGHT] = { "weight", 2, MIS_SETTING_PROBABILITY, 1, "Weight of %s" },
  [MIS_QUANTITY_AREA_CONFLICT] = { "conflict", 1, MIS_SETTING_PROBABILITY, 1, "Conflict in %s" },
  [MIS_QUANTITY_GOAL_CONFLICT] = { "conflict", 3, MIS_SETTING_PROBABILITY, 1, "Conflict in %s" },
  [MIS_QUANTITY_SCENARIO] = { "scenario", 0, MIS_SETTING_SCENARIO, 0, NULL },
};

MisSettingKind
mis_variation_get_kind (const MisVariation *self)
{
  return quantities[self->quantity].kind;
}

double
mis_variation_get_lowest (const MisVariation *self)
{
  return mis_variation_get_kind (self) == MIS_SETTING_WHOLE ? 1.0 : 0.0;
}

double
mis_variation_get_highest (const MisVariation *self)
{
  return quantities[self->quantity].highest;
}

static gboolean
parse_option (MisVariation *self, const char *name)
{
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    if (strcmp (mis_options[i].name, name) == 0)
      {
        self->quantity = MIS_QUANTITY_SCORING;
        self->option = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
are_ids (char **parts)
{
  for (guint i = 0; parts[i] != NULL; i++)
    if (!mis_check_id (parts[i], NULL))
      return FALSE;
  return TRUE;
}

static gboolean
parse_parts (MisVariation *self, char **parts)
{
  guint n_ids = g_strv_length (parts) - 1;

  for (guint i = 0; i < G_N_ELEMENTS (quantities); i++)
    if (i != MIS_QUANTITY_SCORING && quantities[i].n_ids == n_ids
        && strcmp (quantities[i].nick, parts[0]) == 0 && are_ids (parts + 1))
      {
        self->quantity = (MisQuantity) i;
        for (guint id = 0; id < n_ids; id++)
          self->ids[id] = g_strdup (parts[id + 1]);
        return TRUE;
      }
  return FALSE;
}

gboolean
mis_variation_parse (MisVariation *self, const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", -1);

  if (parts[0] != NULL
      && (g_str_has_prefix (text, SCORING) ? parse_option (self, text + strlen (SCORING))
                                           : parse_parts (self, parts)))
    return TRUE;
  g_set_error (error, MIS_ERROR, MIS_ERROR_UNKNOWN,
               "found the quantity \"%s\", expected agents, areas, goals, assign, conflict, "
               "conflict.low, conflict.high, weights, weights.low, weights.high, focus.weight, "
               "focus.share, scoring.OPTION, share:GROUP, weight:GROUP:AREA, conflict:AREA, "
               "conflict:AREA:GOAL:GOAL or scenario",
               text);
  return FALSE;
}

char *
mis_variation_print (const MisVariation *self)
{
  GString *text = g_string_new (quantities[self->quantity].nick);

  if (self->quantity == MIS_QUANTITY_SCORING)
    g_string_append (text, mis_options[self->option].name);
  for (guint i = 0; i < quantities[self->quantity].n_ids; i++)
    g_string_append_printf (text, ":%s", self->ids[i]);
  return g_string_free (text, FALSE);
}

static void
append_span (GString *text, MisSpan span)
{
  char buffer[MIS_NUMBER_SIZE];

  g_string_append (text, mis_number_format (span.low, buffer));
  if (span.high != span.low)
    g_string_append_printf (text, " to %s", mis_number_format (span.high, buffer));
}

static void
append_assign (GString *text, const MisAssign *assign)
{
  char buffer[MIS_NUMBER_SIZE];

  g_string_append (text, mis_assign_kinds[assign->kind].nick);
  if (assign->kind == MIS_ASSIGN_DIRICHLET)
    g_string_append_printf (text, " %s", mis_number_format (assign->concentration, buffer));
  for (guint i = 0; assign->kind == MIS_ASSIGN_SHARES && i < assign->shares->len; i++)
    g_string_append_printf (text, " %s",
                            mis_number_format (g_array_index (assign->shares, double, i), buffer));
}

static void
append_whole (GString *text, const MisVariation *self, double number)
{
  const char *one = self->quantity == MIS_QUANTITY_AGENTS  ? "agent"
                    : self->quantity == MIS_QUANTITY_AREAS ? "problem area"
                                                           : "goal";
  char buffer[MIS_NUMBER_SIZE];

  g_string_append_printf (text, "%s %s%s", mis_number_format (number, buffer), one,
                          number == 1.0 ? "" : "s");
}

char *
mis_variation_get_name (const MisVariation *self, guint index)
{
  const MisSetting *setting = mis_variation_get_setting (self, index);
  GString *text = g_string_new (NULL);
  g_autofree char *quantity = mis_variation_print (self);
  char buffer[MIS_NUMBER_SIZE];

  if (self->names != NULL)
    return g_string_free (g_string_append (text, self->names[index]), FALSE);
  switch (mis_variation_get_kind (self))
    {
    case MIS_SETTING_WHOLE:
      append_whole (text, self, setting->number);
      break;
    case MIS_SETTING_SPANS:
    case MIS_SETTING_SPAN:
      g_string_append_printf (text, "%s ", quantity);
      for (guint i = 0; i < setting->spans->len; i++)
        {
          g_string_append (text, i == 0 ? "" : ", ");
          append_span (text, g_array_index (setting->spans, MisSpan, i));
        }
      break;
    case MIS_SETTING_ASSIGN:
      append_assign (text, &setting->assign);
      break;
    case MIS_SETTING_CHOICE:
      g_string_append (text, mis_options[self->option].choices[setting->choice].nick);
      break;
    case MIS_SETTING_SCENARIO:
      g_string_append (text, setting->id != NULL ? setting->id : "as it is");
      break;
    case MIS_SETTING_PROBABILITY:
    default:
      g_string_append_printf (text, "%s %s", quantity, mis_number_format (setting->number, buffer));
      break;
    }
  return g_string_free (text, FALSE);
}

char *
mis_experiment_get_x_label (const MisExperiment *self)
{
  const MisVariation *x = &self->x;
  const char *label = quantities[x->quantity].label;
  GString *text = g_string_new (NULL);

  if (mis_experiment_is_distribution (self))
    return g_string_free (g_string_append (text, MIS_SCORE_LABEL), FALSE);
  if (x->label != NULL)
    return g_string_free (g_string_append (text, x->label), FALSE);
  if (x->quantity == MIS_QUANTITY_FOCUS_SHARE)
    g_string_append_printf (text, "Proportion of Agents with Goal %u", self->recipe.focus.goal + 1);
  else if (label != NULL)
    {
      const char *mark = strstr (label, "%s");

      g_string_append_len (text, label, mark != NULL ? mark - label : (gssize) strlen (label));
      g_string_append (text, mark != NULL ? x->ids[0] : "");
    }
  return g_string_free (text, FALSE);
}

/* Of several numbers in one value nobody knows what they are without being told. */
char *
mis_experiment_get_legend (const MisExperiment *self)
{
  for (guint i = 0; i < self->series->len; i++)
    {
      const MisVariation *variation = mis_experiment_get_variation (self, i);

      if (mis_variation_get_kind (variation) != MIS_SETTING_SPANS || variation->names != NULL)
        continue;
      for (guint k = 0; k < mis_variation_get_n_settings (variation); k++)
        if (mis_variation_get_setting (variation, k)->spans->len > 1)
          return g_strdup (N_("Curves: Level of conflict, one number for each problem area"));
    }
  return g_strdup ("");
}
