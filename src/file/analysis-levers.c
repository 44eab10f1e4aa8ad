/* Single changes, the largest effect first. */
#include "file/analysis-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "core/lever-class.h"
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
  { "class", NULL },
  { NULL, NULL },
};

/* Numbers first: what they belong to is as long as the names are. */
static const MisColumn words_columns[] = {
  { NULL, N_("Change") },
  { NULL, N_("New score") },
  { NULL, N_("If …") },
  { NULL, NULL },
};

static const MisColumn sentence_columns[] = {
  { NULL, "" },
  { NULL, NULL },
};

static const MisColumn step_words_columns[] = {
  { NULL, N_("Change") },
  { NULL, N_("New score") },
  { NULL, N_("A step") },
  { NULL, N_("Its change") },
  { NULL, N_("If …") },
  { NULL, NULL },
};

/* What people read of a class. */
typedef struct
{
  const char *lowering;
  const char *raising;
  const char *intro;
} ClassWords;

static const ClassWords class_words[] = {
  [MIS_LEVER_CLASS_CONFLICT] = {
    N_("Lower by a compromise between two goals"),
    N_("Higher by a sharper conflict between two goals"),
    N_("All keep their goals; the two goals get in each other's way less, or more."),
  },
  [MIS_LEVER_CLASS_WEIGHT] = {
    N_("Lower by how much a group cares"),
    N_("Higher by how much a group cares"),
    N_("All keep their goals, but care less, or more, about the problem area."),
  },
  [MIS_LEVER_CLASS_GOAL] = {
    N_("Lower by another goal"),
    N_("Higher by another goal"),
    N_("A whole group takes up another goal and cares as much about it. Whoever wanted nothing "
       "takes one up with the weight that it has there, 1 if none was given."),
  },
  [MIS_LEVER_CLASS_GIVE_UP] = {
    N_("Lower by giving a goal up"),
    N_("Higher by giving a goal up"),
    N_("A whole group does not want anything any more there, which few will propose."),
  },
  [MIS_LEVER_CLASS_COUNT] = {
    N_("Lower by numbers of agents"),
    N_("Higher by numbers of agents"),
    N_("This changes which pairs there are, not what any two agents are to each other. The other "
       "groups keep their numbers, so the total changes. A share curve is another question: there "
       "the total stays, and the others keep their proportions."),
  },
  [MIS_LEVER_CLASS_SCOPE] = {
    N_("Lower by counting less, or more"),
    N_("Higher by counting less, or more"),
    N_("Nothing changes among the agents: only what is known of them, or what is counted. If a "
       "problem area is left out, the score is the mean of the others. If nobody knows what a "
       "group wants, it counts in that area as the options of the score say: by default it is left "
       "out there, and the others keep their numbers. If it turns out what somebody wants, that "
       "has weight 1, as nobody knows better."),
  },
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
  mis_sheet_add_class (sheet, mis_effects_get_tally (effects), &item->lever);
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
  mis_sheet_add_change (sheet, step.effect);
}

static void
add_words (MisSheet *sheet,
           const MisEffects *effects,
           const MisLeverItem *item,
           const MisAnalysisRequest *request)
{
  g_autofree char *words = mis_lever_clause (mis_effects_get_tally (effects), &item->lever);

  mis_sheet_add_change (sheet, item->effect);
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

/* For scripts: all of them in one list. */
static void
add_all (const MisEffects *effects, MisSheet *sheet, const MisAnalysisRequest *request)
{
  const MisLeverQuery query = { .max = request->limit, .whole = TRUE };
  g_autoptr (MisLeverRanking) ranking = mis_effects_rank (effects, &query, NULL);
  g_autoptr (GArray) items = merge (ranking);

  for (guint i = 0; i < items->len; i++)
    add_row (sheet, effects, &g_array_index (items, MisLeverItem, i), request->step);
  sheet->n_left_out = ranking->n_lowering + ranking->n_raising - items->len;
}

/* In the order in which people read of the classes: who grows or shrinks brings nobody together. */
static const MisLeverClass shown_classes[] = {
  MIS_LEVER_CLASS_CONFLICT, MIS_LEVER_CLASS_WEIGHT, MIS_LEVER_CLASS_GOAL,
  MIS_LEVER_CLASS_GIVE_UP,  MIS_LEVER_CLASS_SCOPE,  MIS_LEVER_CLASS_COUNT,
};

/* A list of one class, in one direction. */
typedef struct
{
  MisLeverClass class;
  gboolean raise;
  GArray *items;
  guint64 n;
} List;

/* Where no change of a list is seen in a few digits, the largest says all there is to say. */
static gboolean
is_nothing_seen (const MisAnalysis *analysis, const List *list)
{
  return list->items->len > 0 && !mis_analysis_shows_all (analysis)
         && !mis_lever_is_seen (analysis->effects, &g_array_index (list->items, MisLeverItem, 0));
}

static void
add_bound (MisSection *section, const List *list)
{
  /* What is shown is to be a bound after rounding, too. */
  const double unit = 1e-6;
  char buffer[MIS_NUMBER_SIZE];
  double most = ceil (fabs (g_array_index (list->items, MisLeverItem, 0).effect) / unit) * unit;
  MisSheet *sheet = mis_section_add_sheet (section, NULL, NULL, sentence_columns);
  g_autofree char *words
    = g_strdup_printf (_("No single change of this kind moves the score by more than %s."),
                       mis_sheet_format_number (most, buffer));

  mis_sheet_add_text (sheet, words);
}

static char *
tell_upsets (guint n_upsets)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u change is not shown here: it would make one group larger than all the "
                   "others together or more than ten times as large, or more than double the "
                   "population. What the share of a group does to the score draws “misalign-cli "
                   "plot FILE --kind share”.",
                   "%u changes are not shown here: they would make one group larger than all the "
                   "others together or more than ten times as large, or more than double the "
                   "population. What the share of a group does to the score draws “misalign-cli "
                   "plot FILE --kind share”.",
                   n_upsets),
      n_upsets);
}

static char *
tell_repeats (guint n_repeats)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u change is not shown here: whoever gives a goal up does "
                                       "the same to the score as who stops caring about it, "
                                       "weight 0, which stands above.",
                                       "%u changes are not shown here: whoever gives a goal up "
                                       "does the same to the score as who stops caring about it, "
                                       "weight 0, which stands above.",
                                       n_repeats),
                          n_repeats);
}

/* (transfer full) (nullable): what people do not read of a class, but for what is idle. */
static char *
tell_removed (guint class, guint n_removed)
{
  if (n_removed > 0 && class == MIS_LEVER_CLASS_COUNT)
    return tell_upsets (n_removed);
  if (n_removed > 0 && class == MIS_LEVER_CLASS_GIVE_UP)
    return tell_repeats (n_removed);
  return NULL;
}

static void
set_intro (MisSheet *sheet, const List *list)
{
  if (!list->raise || list->class == MIS_LEVER_CLASS_COUNT)
    mis_sheet_set_intro (sheet, _(class_words[list->class].intro));
}

static void
add_sentence (MisSheet *sheet, char *sentence)
{
  mis_sheet_add_text (sheet, sentence);
  g_free (sentence);
}

static void
add_rows (const MisAnalysis *analysis, MisSheet *sheet, const List *list)
{
  for (guint i = 0; i < MIN (list->items->len, mis_analysis_get_few (analysis)); i++)
    if (i == 0 || mis_analysis_shows_all (analysis)
        || mis_lever_is_seen (analysis->effects, &g_array_index (list->items, MisLeverItem, i)))
      add_words (sheet, analysis->effects, &g_array_index (list->items, MisLeverItem, i),
                 &analysis->request);
  sheet->n_left_out = list->n - mis_sheet_get_n_rows (sheet);
}

/* Where none is shown, that is all there is to read. */
static void
add_list (const MisAnalysis *analysis, MisSection *section, List *list)
{
  const ClassWords *words = &class_words[list->class];
  const char *heading = list->raise ? words->raising : words->lowering;
  guint n_removed = mis_lever_items_choose (list->items, list->class, analysis->world);
  char *removed = tell_removed (list->class, n_removed);
  gboolean nothing_left = removed != NULL && list->items->len == 0;
  MisSheet *sheet;

  if (nothing_left)
    sheet = mis_section_add_sheet (section, NULL, heading, sentence_columns);
  else
    sheet = mis_section_add_sheet (section, NULL, heading,
                                   analysis->request.with_steps ? step_words_columns
                                                                : words_columns);
  list->n = list->items->len > 0 ? list->n - n_removed : 0;
  sheet->quiet = TRUE;
  set_intro (sheet, list);
  if (!nothing_left)
    add_rows (analysis, sheet, list);
  if (removed != NULL)
    add_sentence (nothing_left ? sheet
                               : mis_section_add_sheet (section, NULL, NULL, sentence_columns),
                  removed);
  if (is_nothing_seen (analysis, list))
    add_bound (section, list);
}

static void
add_rankings (const MisAnalysis *analysis,
              MisSection *section,
              MisLeverRanking **rankings,
              gboolean raise)
{
  for (guint i = 0; i < G_N_ELEMENTS (shown_classes); i++)
    {
      const MisLeverRanking *ranking = rankings[shown_classes[i]];
      List list = { shown_classes[i], raise, raise ? ranking->raising : ranking->lowering,
                    raise ? ranking->n_raising : ranking->n_lowering };

      add_list (analysis, section, &list);
    }
}

/* Of these, some are taken out again. */
static gboolean
is_filtered (guint class)
{
  return class == MIS_LEVER_CLASS_CONFLICT || class == MIS_LEVER_CLASS_COUNT
         || class == MIS_LEVER_CLASS_GIVE_UP;
}

/* For people: what can be proposed comes first, whatever its effect is. */
static void
add_classes (const MisAnalysis *analysis, MisSection *section)
{
  MisLeverRanking *rankings[MIS_N_LEVER_CLASSES];
  MisLeverQuery query = { .whole = TRUE, .distinct = TRUE };
  guint64 n = 0;

  for (guint i = 0; i < MIS_N_LEVER_CLASSES; i++)
    {
      query.classes = 1u << i;
      query.max = is_filtered (i) ? MIS_ANALYSIS_MAX_ROWS : mis_analysis_get_few (analysis);
      rankings[i] = mis_effects_rank (analysis->effects, &query, NULL);
      n += rankings[i]->n_lowering + rankings[i]->n_raising;
    }
  add_rankings (analysis, section, rankings, FALSE);
  add_rankings (analysis, section, rankings, TRUE);
  for (guint i = 0; i < MIS_N_LEVER_CLASSES; i++)
    mis_lever_ranking_free (rankings[i]);
  if (n == 0)
    mis_section_add_note (section, g_strdup (_("No change moves the score.")));
  else if (mis_world_is_as_sharp_as_can_be (analysis->world))
    mis_section_add_note (section, g_strdup (_("No conflict between two goals can be sharper: all "
                                               "are 1 already.")));
}

void
mis_analysis_fill_levers (MisAnalysis *analysis, MisSection *section)
{
  const MisEffects *effects = mis_analysis_get_effects (analysis);
  MisSheet *sheet = mis_section_add_sheet (section, NULL, NULL, columns);

  mis_section_set_intro (section, _("Which one change would lower, or raise, the score most? Each "
                                    "is made alone, and effects do not add up. It goes all the "
                                    "way, a conflict or weight to 0 or 1, so it shows the most "
                                    "that is to be had; --step 0.1 shows a small step beside it. "
                                    "What can be negotiated stands first: conflicts, weights, "
                                    "other goals."));
  if (analysis->request.for_people)
    add_classes (analysis, section);
  else
    add_all (effects, sheet, &analysis->request);
}
