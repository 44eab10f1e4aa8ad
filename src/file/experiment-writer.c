#include "file/experiment-writer.h"

#include <math.h>
#include <string.h>

#include "file/experiment-reader.h"
#include "file/writer-private.h"

/* The ends may be the same, and another world of the experiment draws from between others: whom a
 * draw is for has to be said even so. */
static void
emit_span (MisJsonEmitter *emitter, MisSpan span, MisPer per)
{
  if (span.low == span.high && per == MIS_PER_AGENT)
    {
      mis_json_emitter_number (emitter, span.low);
      return;
    }
  mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
  mis_json_emitter_key (emitter, "range");
  mis_json_emitter_begin (emitter, '[', MIS_JSON_ONE_LINE);
  mis_json_emitter_number (emitter, span.low);
  mis_json_emitter_number (emitter, span.high);
  mis_json_emitter_end (emitter);
  if (per != MIS_PER_AGENT)
    mis_json_emitter_member (emitter, "per", mis_pers[per].nick);
  mis_json_emitter_end (emitter);
}

/* One for all areas stands by itself. */
static void
emit_spans (MisJsonEmitter *emitter, const GArray *spans)
{
  if (spans->len > 1)
    mis_json_emitter_begin (emitter, '[', MIS_JSON_ONE_LINE);
  for (guint i = 0; i < spans->len; i++)
    emit_span (emitter, g_array_index (spans, MisSpan, i), MIS_PER_AGENT);
  if (spans->len > 1)
    mis_json_emitter_end (emitter);
}

static void
emit_goals (MisJsonEmitter *emitter, const GArray *goals)
{
  if (goals->len == 1 && g_array_index (goals, guint, 0) == MIS_RECIPE_GOALS)
    return;
  mis_json_emitter_key (emitter, "goals");
  if (goals->len > 1)
    mis_json_emitter_begin (emitter, '[', MIS_JSON_ONE_LINE);
  for (guint i = 0; i < goals->len; i++)
    mis_json_emitter_whole (emitter, g_array_index (goals, guint, i));
  if (goals->len > 1)
    mis_json_emitter_end (emitter);
}

static void
emit_assign (MisJsonEmitter *emitter, const MisAssign *assign)
{
  const char *nick = mis_assign_kinds[assign->kind].nick;

  if (assign->kind != MIS_ASSIGN_SHARES && assign->kind != MIS_ASSIGN_DIRICHLET)
    {
      mis_json_emitter_string (emitter, nick);
      return;
    }
  mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
  if (assign->kind == MIS_ASSIGN_DIRICHLET)
    mis_json_emitter_member_number (emitter, nick, assign->concentration);
  else
    {
      mis_json_emitter_key (emitter, nick);
      mis_json_emitter_begin (emitter, '[', MIS_JSON_ONE_LINE);
      for (guint i = 0; i < assign->shares->len; i++)
        mis_json_emitter_number (emitter, g_array_index (assign->shares, double, i));
      mis_json_emitter_end (emitter);
    }
  mis_json_emitter_end (emitter);
}

static void
emit_focus (MisJsonEmitter *emitter, const MisFocus *focus)
{
  if (!focus->is_set)
    return;
  mis_json_emitter_key (emitter, "focus");
  mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
  mis_json_emitter_member_whole (emitter, "area", focus->area + 1);
  mis_json_emitter_member_whole (emitter, "goal", focus->goal + 1);
  if (!isnan (focus->weight))
    mis_json_emitter_member_number (emitter, "weight", focus->weight);
  if (!isnan (focus->share))
    mis_json_emitter_member_number (emitter, "share", focus->share);
  if (focus->rest != MIS_REST_EVEN)
    mis_json_emitter_member (emitter, "rest", mis_rests[focus->rest].nick);
  mis_json_emitter_end (emitter);
}

static gboolean
is_one (MisSpan span)
{
  return span.low == 1.0 && span.high == 1.0;
}

static void
emit_recipe (MisJsonEmitter *emitter, const MisRecipe *recipe)
{
  mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
  if (recipe->n_agents > 0)
    mis_json_emitter_member_whole (emitter, "agents", recipe->n_agents);
  if (recipe->n_areas > 0)
    mis_json_emitter_member_whole (emitter, "areas", recipe->n_areas);
  emit_goals (emitter, recipe->goals);
  if (recipe->assign.kind != MIS_ASSIGN_RANDOM)
    {
      mis_json_emitter_key (emitter, "assign");
      emit_assign (emitter, &recipe->assign);
    }
  if (recipe->no_goal)
    {
      mis_json_emitter_key (emitter, "no_goal");
      mis_json_emitter_truth (emitter, TRUE);
    }
  if (recipe->conflicts->len > 1 || !is_one (g_array_index (recipe->conflicts, MisSpan, 0)))
    {
      mis_json_emitter_key (emitter, "conflict");
      emit_spans (emitter, recipe->conflicts);
    }
  if (!is_one (recipe->weights) || recipe->per != MIS_PER_AGENT)
    {
      mis_json_emitter_key (emitter, "weights");
      emit_span (emitter, recipe->weights, recipe->per);
    }
  emit_focus (emitter, &recipe->focus);
  mis_json_emitter_end (emitter);
}

static void
emit_world (MisJsonEmitter *emitter, const MisExperiment *experiment)
{
  mis_json_emitter_key (emitter, "world");
  switch (experiment->source)
    {
    case MIS_SOURCE_PROJECT:
      mis_json_emitter_string (emitter, "project");
      break;
    case MIS_SOURCE_EXAMPLE:
      mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
      mis_json_emitter_member (emitter, "example", experiment->example);
      mis_json_emitter_end (emitter);
      break;
    case MIS_SOURCE_RECIPE:
    default:
      emit_recipe (emitter, &experiment->recipe);
      break;
    }
}

static void
emit_setting (MisJsonEmitter *emitter, const MisVariation *variation, const MisSetting *setting)
{
  switch (mis_variation_get_kind (variation))
    {
    case MIS_SETTING_SPANS:
    case MIS_SETTING_SPAN:
      emit_spans (emitter, setting->spans);
      break;
    case MIS_SETTING_ASSIGN:
      emit_assign (emitter, &setting->assign);
      break;
    case MIS_SETTING_CHOICE:
      mis_json_emitter_string (emitter,
                               mis_options[variation->option].choices[setting->choice].nick);
      break;
    case MIS_SETTING_SCENARIO:
      mis_writer_emit_goal (emitter, setting->id);
      break;
    case MIS_SETTING_WHOLE:
    case MIS_SETTING_PROBABILITY:
    default:
      mis_json_emitter_number (emitter, setting->number);
      break;
    }
}

static void
emit_values (MisJsonEmitter *emitter, const MisVariation *variation)
{
  if (variation->has_ends)
    {
      mis_json_emitter_member_number (emitter, "from", variation->from);
      mis_json_emitter_member_number (emitter, "to", variation->to);
      mis_json_emitter_member_whole (emitter, "points", variation->n_points);
    }
  else
    {
      mis_json_emitter_key (emitter, "values");
      mis_json_emitter_begin (emitter, '[', MIS_JSON_ONE_LINE);
      for (guint i = 0; i < mis_variation_get_n_settings (variation); i++)
        emit_setting (emitter, variation, mis_variation_get_setting (variation, i));
      mis_json_emitter_end (emitter);
    }
  if (variation->is_log)
    mis_json_emitter_member (emitter, "scale", "log");
}

static void
emit_variation (MisJsonEmitter *emitter, const MisVariation *variation)
{
  g_autofree char *quantity = mis_variation_print (variation);

  mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
  mis_json_emitter_member (emitter, "vary", quantity);
  emit_values (emitter, variation);
  if (variation->label != NULL)
    mis_json_emitter_member (emitter, "label", variation->label);
  if (variation->names != NULL)
    {
      mis_json_emitter_key (emitter, "names");
      mis_json_emitter_begin (emitter, '[', MIS_JSON_ONE_LINE);
      for (guint i = 0; variation->names[i] != NULL; i++)
        mis_json_emitter_string (emitter, variation->names[i]);
      mis_json_emitter_end (emitter);
    }
  mis_json_emitter_end (emitter);
}

static void
emit_series (MisJsonEmitter *emitter, const MisExperiment *experiment)
{
  if (experiment->series->len == 0)
    return;
  mis_json_emitter_key (emitter, "series");
  mis_json_emitter_begin (emitter, '[', MIS_JSON_LINES);
  for (guint i = 0; i < experiment->series->len; i++)
    emit_variation (emitter, &g_array_index (experiment->series, MisVariation, i));
  mis_json_emitter_end (emitter);
}

/* All members but "format" and "version". */
static void
emit_members (MisJsonEmitter *emitter, const MisExperiment *experiment)
{
  mis_json_emitter_member (emitter, "id", experiment->id);
  if (strcmp (experiment->id, experiment->title) != 0)
    mis_json_emitter_member (emitter, "title", experiment->title);
  mis_json_emitter_member_unless_empty (emitter, "description", experiment->description);
  mis_json_emitter_member_unless_empty (emitter, "note", experiment->note);
  emit_world (emitter, experiment);
  if (experiment->ranges != MIS_RANGES_AS_SET)
    mis_json_emitter_member (emitter, "ranges", mis_ranges[experiment->ranges].nick);
  if (!mis_experiment_is_distribution (experiment))
    {
      mis_json_emitter_key (emitter, "x");
      emit_variation (emitter, &experiment->x);
    }
  emit_series (emitter, experiment);
  mis_json_emitter_member_whole (emitter, "runs", experiment->runs);
  mis_json_emitter_member_whole (emitter, "seed", experiment->seed);
  mis_json_emitter_member (emitter, "band", mis_bands[experiment->band].nick);
  if (experiment->scoring_mask == 0)
    return;
  mis_json_emitter_key (emitter, "scoring");
  mis_writer_emit_scoring (emitter, &experiment->scoring, experiment->scoring_mask);
}

void
mis_writer_emit_experiment (MisJsonEmitter *emitter, const MisExperiment *experiment)
{
  mis_json_emitter_begin (emitter, '{', MIS_JSON_LINES);
  emit_members (emitter, experiment);
  mis_json_emitter_end (emitter);
}

GBytes *
mis_experiment_write (const MisExperiment *experiment)
{
  MisJsonEmitter emitter;

  mis_json_emitter_init (&emitter);
  mis_json_emitter_begin (&emitter, '{', MIS_JSON_LINES);
  mis_json_emitter_member (&emitter, "format", MIS_EXPERIMENT_FORMAT);
  mis_json_emitter_member_whole (&emitter, "version", MIS_EXPERIMENT_VERSION);
  emit_members (&emitter, experiment);
  mis_json_emitter_end (&emitter);
  return mis_json_emitter_end_file (&emitter);
}
