/* Single changes, the largest effect first. */
#include "file/analysis-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "core/number.h"
#include "file/sheet-writer.h"

/* A part of the way, with what it does: a step of a value, or one agent. */
typedef struct
{
  gboolean is_there;
  MisLever lever;
  double effect;
} Step;

static const MisColumn columns[] = {
  MIS_COLUMN_LEVER,
  { "difference", NULL },
  { "overall", NULL },
  { "step_agents", NULL },
  { "step_to", NULL },
  { "step_difference", NULL },
  { "step_overall", NULL },
  { "method", NULL },
  { NULL, NULL },
};

/* Numbers first: what they belong to is as long as the names are. */
static const MisColumn words_columns[] = {
  { NULL, N_("Change") },
  { NULL, N_("New score") },
  { NULL, N_("What") },
  { NULL, NULL },
};

static const MisColumn step_words_columns[] = {
  { NULL, N_("Change") },
  { NULL, N_("New score") },
  { NULL, N_("A step") },
  { NULL, N_("Its change") },
  { NULL, N_("What") },
  { NULL, NULL },
};

/* 0.15, not 0.15000000000000002, which it is after 0.05 + 0.1. */
static double
round_value (double value)
{
  return round (value * 1e12) / 1e12;
}

/* %FALSE if a step is all of the way, or there is none. */
static gboolean
shorten (MisLever *lever, const MisTally *tally, double step)
{
  double from;
  guint64 count;

  switch (lever->kind)
    {
    case MIS_LEVER_CONFLICT:
    case MIS_LEVER_WEIGHT:
    case MIS_LEVER_GOAL_WEIGHT:
      from = mis_lever_get_present (lever, tally);
      if (fabs (lever->value - from) <= step)
        return FALSE;
      lever->value = round_value (lever->value > from ? from + step : from - step);
      return TRUE;
    case MIS_LEVER_MOVE:
      count = lever->agents;
      lever->agents = 1;
      return count > 1;
    case MIS_LEVER_COUNT:
      count = mis_world_get_agent (mis_tally_get_world (tally), lever->agent)->count;
      if (lever->agents > 0 || count < 2)
        return FALSE;
      lever->agents = count - 1;
      return TRUE;
    case MIS_LEVER_REMOVE_AREA:
    default:
      return FALSE;
    }
}

static Step
find_step (const MisEffects *effects, const MisLever *lever, double length)
{
  Step step = { .lever = *lever };
  MisLeverItem item;

  step.is_there = shorten (&step.lever, mis_effects_get_tally (effects), length)
                  && mis_effects_get_item (effects, &step.lever, &item);
  step.effect = step.is_there ? item.effect : (double) NAN;
  if (fabs (step.effect) <= MIS_EFFECT_NOISE * mis_effects_get_overall (effects))
    step.effect = 0.0;
  return step;
}

static gboolean
is_one_agent (const MisLever *lever)
{
  return lever->kind == MIS_LEVER_MOVE || lever->kind == MIS_LEVER_COUNT;
}

static void
add_step (MisSheet *sheet, const Step *step, double overall)
{
  if (step->is_there && is_one_agent (&step->lever))
    mis_sheet_add_whole (sheet, 1);
  else
    mis_sheet_add_text (sheet, NULL);
  mis_sheet_add_number (sheet, step->is_there && !is_one_agent (&step->lever)
                                 ? step->lever.value
                                 : (double) NAN);
  mis_sheet_add_number (sheet, step->effect);
  mis_sheet_add_number (sheet, overall + step->effect);
}

static void
add_row (MisSheet *sheet, const MisEffects *effects, const MisLeverItem *item, double length)
{
  double overall = mis_effects_get_overall (effects);
  Step step = find_step (effects, &item->lever, length);

  mis_sheet_add_lever (sheet, mis_effects_get_tally (effects), &item->lever);
  mis_sheet_add_number (sheet, item->effect);
  mis_sheet_add_number (sheet, overall + item->effect);
  add_step (sheet, &step, overall);
  mis_sheet_add_text (sheet, mis_effect_methods[item->method].nick);
}

static char *
get_step_words (const Step *step)
{
  char buffer[MIS_NUMBER_SIZE];

  if (!step->is_there)
    return g_strdup ("");
  if (is_one_agent (&step->lever))
    return g_strdup (_("one agent"));
  return g_strdup_printf (_("to %s"), mis_sheet_format_number (step->lever.value, buffer));
}

static void
add_step_words (MisSheet *sheet, const MisEffects *effects, const MisLever *lever, double length)
{
  Step step = find_step (effects, lever, length);
  g_autofree char *words = get_step_words (&step);

  mis_sheet_add_text (sheet, words);
  mis_sheet_add_number (sheet, step.effect);
}

static void
add_words (MisSheet *sheet,
           const MisEffects *effects,
           const MisLeverItem *item,
           const MisAnalysisRequest *request)
{
  g_autofree char *words = mis_lever_sentence (mis_effects_get_tally (effects), &item->lever);

  mis_sheet_add_number (sheet, item->effect);
  mis_sheet_add_number (sheet, mis_effects_get_overall (effects) + item->effect);
  if (request->with_steps)
    add_step_words (sheet, effects, &item->lever, request->step);
  mis_sheet_add_text (sheet, words);
}

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  double left = fabs (((const MisLeverItem *) a)->effect);
  double right = fabs (((const MisLeverItem *) b)->effect);

  return (left < right) - (left > right);
}

/* Both directions in one list, the lowering one first where two are equally large. */
static GArray *
merge (const MisLeverRanking *ranking)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (MisLeverItem));

  g_array_append_vals (items, ranking->lowering->data, ranking->lowering->len);
  g_array_append_vals (items, ranking->raising->data, ranking->raising->len);
  g_array_sort (items, compare_sizes);
  return items;
}

static void
add_direction (const MisAnalysis *analysis,
               MisSection *section,
               const char *heading,
               GArray *items,
               guint64 n)
{
  const MisColumn *shown = analysis->request.with_steps ? step_words_columns : words_columns;
  MisSheet *sheet = mis_section_add_sheet (section, NULL, heading, shown);

  for (guint i = 0; i < items->len && analysis->request.for_people; i++)
    add_words (sheet, analysis->effects, &g_array_index (items, MisLeverItem, i),
               &analysis->request);
  sheet->n_left_out = n - items->len;
}

void
mis_analysis_fill_levers (MisAnalysis *analysis, MisSection *section)
{
  const MisEffects *effects = mis_analysis_get_effects (analysis);
  const MisLeverQuery query = { .max = analysis->request.limit, .whole = TRUE,
                                .distinct = analysis->request.for_people };
  g_autoptr (MisLeverRanking) ranking = mis_effects_rank (effects, &query, NULL);
  g_autoptr (GArray) items = merge (ranking);
  MisSheet *sheet = mis_section_add_sheet (section, NULL, NULL, columns);

  for (guint i = 0; i < items->len && !analysis->request.for_people; i++)
    add_row (sheet, effects, &g_array_index (items, MisLeverItem, i), analysis->request.step);
  sheet->n_left_out = ranking->n_lowering + ranking->n_raising - items->len;
  add_direction (analysis, section, N_("Changes that lower the score"), ranking->lowering,
                 ranking->n_lowering);
  add_direction (analysis, section, N_("Changes that raise the score"), ranking->raising,
                 ranking->n_raising);
}
