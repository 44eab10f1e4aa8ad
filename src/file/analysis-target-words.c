/* What it would take, as sentences: for each kind of change, and several one after another. */
#include "file/analysis-target.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "core/number.h"
#include "file/sheet-writer.h"

static const MisColumn sentence_columns[] = {
  { NULL, "" },
  { NULL, NULL },
};

static const MisColumn step_columns[] = {
  { NULL, N_("Step") },
  { NULL, N_("Score then") },
  { NULL, N_("If …") },
  { NULL, NULL },
};

/* What a class is called where the score is to rise; elsewhere it is called as in
 * mis_lever_classes[]. */
static const char *
get_heading (guint class, gboolean raise)
{
  if (raise && class == MIS_LEVER_CLASS_CONFLICT)
    return N_("A sharper conflict between two goals");
  return mis_lever_classes[class].label;
}

static gboolean
is_rising (const MisAnalysis *analysis)
{
  return analysis->request.target > mis_effects_get_overall (analysis->effects);
}

/* The full change of a class that comes nearest to the target; %FALSE if none helps. */
static gboolean
find_best (const MisAnalysis *analysis, guint class, MisLeverItem *item)
{
  const MisEffects *effects = analysis->effects;
  gboolean raise = is_rising (analysis);
  const MisLeverQuery query = {
    .classes = 1u << class, .max = 1, .raise = raise, .whole = TRUE, .distinct = TRUE
  };
  g_autoptr (GArray) list = mis_effects_list (effects, &query, NULL);

  if (list->len == 0)
    return FALSE;
  *item = g_array_index (list, MisLeverItem, 0);
  return fabs (item->effect) > MIS_EFFECT_NOISE * mis_effects_get_overall (effects) &&
         (item->effect > 0.0) == raise;
}

static char *
get_answer (const MisAnalysis *analysis, const MisReach *reach, guint class)
{
  double present = mis_effects_get_overall (analysis->effects);
  MisLeverItem best;

  if (reach->reached)
    return mis_lever_sentence (analysis->tally, &reach->lever, present, reach->overall, TRUE);
  if (!find_best (analysis, class, &best))
    return g_strdup (_("No change of this kind helps."));
  if (mis_lever_is_like_not_caring (&best.lever, analysis->world))
    return g_strdup (_("No single change of this kind is enough: whoever gives a goal up does the "
                       "same to the score as who stops caring about it, weight 0."));
  if (!mis_lever_is_seen (analysis->effects, &best))
    return g_strdup (
        _("No single change of this kind moves the score by a ten-thousandth of it."));
  return mis_lever_sentence (analysis->tally, &best.lever, present, present + best.effect, FALSE);
}

static MisSheet *
add_answer (const MisAnalysis *analysis, MisSection *section, guint class, const char *answer)
{
  MisSheet *sheet = mis_section_add_sheet (section, NULL, get_heading (class, is_rising (analysis)),
                                           sentence_columns);

  mis_sheet_add_text (sheet, answer);
  return sheet;
}

static void
add_answers (const MisAnalysis *analysis, MisSection *section, const MisReach *each)
{
  for (guint i = 0; i < MIS_LEVER_CLASS_COUNT; i++)
    {
      g_autofree char *answer = get_answer (analysis, &each[i], i);

      add_answer (analysis, section, i, answer);
    }
}

/* A population that is hardly the one that was asked about is no answer. */
static char *
get_count_answer (const MisAnalysis *analysis, const MisReach *reach)
{
  MisCrowd crowd = mis_crowd_count (analysis->world);
  MisLeverItem best;

  if (reach->reached && mis_crowd_is_upset (&crowd, &reach->lever))
    return g_strdup (
        _("The smallest change of this kind that is enough alone is not shown here: it would make "
          "one group larger than all the others together or more than ten times as large, or more "
          "than double the population. What the share of a group does to the score draws "
          "“misalign-cli plot FILE --kind share”; --format json has it."));
  if (!reach->reached && find_best (analysis, MIS_LEVER_CLASS_COUNT, &best) &&
      mis_crowd_is_upset (&crowd, &best.lever))
    return g_strdup (_("No single change of this kind is enough."));
  return get_answer (analysis, reach, MIS_LEVER_CLASS_COUNT);
}

/* Who grows or shrinks changes the mean, but brings nobody together: that comes last. Counting less
 * is no way at all, so nobody is sent there. */
static void
add_counts (const MisAnalysis *analysis, MisSection *section, const MisReach *reach)
{
  g_autofree char *answer = get_count_answer (analysis, reach);
  MisSheet *sheet = add_answer (analysis, section, MIS_LEVER_CLASS_COUNT, answer);

  mis_sheet_set_intro (sheet,
                       _("This changes which pairs there are, not what any two agents are to "
                         "each other. The other groups keep their numbers, so the total changes."));
}

static void
add_step_words (MisSheet *sheet, const MisTally *tally, const MisReach *step, guint number)
{
  g_autofree char *clause = mis_lever_clause (tally, &step->lever);

  mis_sheet_add_whole (sheet, number);
  mis_sheet_add_number (sheet, step->overall);
  mis_sheet_add_text (sheet, clause);
}

/* What the list comes to: nobody is to read it out of the last row. */
static char *
get_sum (const MisAnalysis *analysis, const MisGreedy *greedy)
{
  char buffer[MIS_NUMBER_SIZE], target_buffer[MIS_NUMBER_SIZE];
  const char *overall = mis_sheet_format_number (greedy->overall, buffer);
  const char *target = mis_sheet_format_number (analysis->request.target, target_buffer);
  guint n = greedy->steps->len;

  if (greedy->reached)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "This %u change brings the score to %s.",
                                         "These %u changes together bring the score to %s.", n),
                            n, overall);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Not reached in %u step either: it brings the score to "
                                       "%s, not to %s.",
                                       "Not reached in %u steps either: together they bring the "
                                       "score to %s, not to %s.",
                                       n),
                          n, overall, target);
}

/* Which changes are tried, and why not all. */
static const char *
get_classes_tried (const MisAnalysis *analysis, guint classes)
{
  if (classes != 1u << MIS_LEVER_CLASS_CONFLICT)
    return _("Conflicts alone do not get there, so each step tries every conflict, every weight "
             "and every other goal. Not tried: goals given up, numbers of agents, and what is "
             "counted, as nobody could agree on that.");
  if (mis_world_get_n_agents (analysis->world) > MIS_ANALYSIS_PACKAGE_ROWS)
    return _("Each step tries every conflict, and nothing else: there are too many groups to try "
             "their weights and goals.");
  return _("Each step tries every conflict, and nothing else: all keep their goals and care as "
           "much. Weights and other goals would be tried too if conflicts alone did not get "
           "there.");
}

static void
add_package (const MisAnalysis *analysis,
             MisSection *section,
             guint classes,
             gboolean enough,
             const MisGreedy *greedy)
{
  const char *compromises =
      is_rising (analysis) ? N_("Several sharper conflicts") : N_("Several compromises");
  const char *heading = classes == 1u << MIS_LEVER_CLASS_CONFLICT
                          ? compromises
                          : N_("Several changes: conflicts, weights and other goals");
  MisSheet *sheet = mis_section_add_sheet (section, NULL, heading, step_columns);
  const char *how =
      _("One after another: each time the one that then helps most, until one more is "
         "enough. Of those that are, the last one is the one that has to move least to reach "
         "the score. Another choice of changes may be smaller together: this way of looking "
         "finds one that works, not the best of all.");
  const char *tried = get_classes_tried (analysis, classes);
  g_autofree char *intro = enough ? g_strdup_printf ("%s %s", how, tried)
                                  : g_strdup_printf ("%s %s %s",
                                                     _("No single change reaches the score that is "
                                                       "wanted."),
                                                     how, tried);
  g_autofree char *sum = get_sum (analysis, greedy);
  MisSheet *end = mis_section_add_sheet (section, NULL, NULL, sentence_columns);

  mis_sheet_set_intro (sheet, intro);
  mis_analysis_add_steps (analysis, sheet, greedy->steps, add_step_words);
  mis_sheet_add_text (end, sum);
}

/* Why no several changes are told. (nullable) */
static const char *
get_no_package (gboolean enough, const MisReach *each)
{
  if (!enough)
    return _("No single change reaches the score that is wanted");
  if (each[MIS_LEVER_CLASS_CONFLICT].reached)
    return NULL;
  return _("Several changes together are not listed: compromises alone do not get there, and one "
           "of the changes above is enough.");
}

static void
add_several (MisAnalysis *analysis, MisSection *section, gboolean enough, const MisReach *each)
{
  guint classes;
  g_autoptr (MisGreedy) package = mis_analysis_find_package (analysis, each, &classes);
  const char *none = package == NULL ? get_no_package (enough, each) : NULL;

  if (package != NULL)
    add_package (analysis, section, classes, enough, package);
  else if (none != NULL)
    mis_section_add_note (section, g_strdup (none));
}

static void
set_intro (const MisAnalysis *analysis, MisSection *section)
{
  char buffer[MIS_NUMBER_SIZE];
  const char *target = mis_sheet_format_number (analysis->request.target, buffer);
  const char *how =
      _("For each kind of change: the smallest one that is enough alone, all else as "
         "it is. Smallest is the conflict or weight that moves least, or the change "
         "that concerns the fewest agents. Changes of different kinds have different "
         "units, so which of them is the smallest, only their cost can say.");
  g_autofree char *question = NULL;
  g_autofree char *intro = NULL;

  if (is_rising (analysis))
    question =
        g_strdup_printf (_("The score is below %s already: this is how it would rise to it. "
                            "What would do that?"),
                         target);
  else
    question = g_strdup (_("What would bring the score to the one that is wanted?"));
  intro = g_strdup_printf ("%s %s", question, how);
  mis_section_set_intro (section, intro);
}

void
mis_analysis_add_target_words (MisAnalysis *analysis,
                               MisSection *section,
                               gboolean enough,
                               const MisReach *each)
{
  set_intro (analysis, section);
  add_answers (analysis, section, each);
  add_several (analysis, section, enough, each);
  add_counts (analysis, section, &each[MIS_LEVER_CLASS_COUNT]);
}
