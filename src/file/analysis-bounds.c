/* What uncertain values leave open; how mixed goals are. */
#include "file/analysis-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "core/bounds.h"
#include "core/diversity.h"

static const MisColumn fact_columns[] = {
  { "available", NULL },
  { "low", N_("Lowest score") },
  { "misalignment", N_("Score as given") },
  { "high", N_("Highest score") },
  { "uncertain", N_("Uncertain values") },
  { "unasked", NULL },
  { NULL, NULL },
};

static const MisColumn range_columns[] = {
  MIS_COLUMN_AREA,
  { "low", N_("Lowest") },
  { "misalignment", N_("As given") },
  { "high", N_("Highest") },
  { NULL, NULL },
};

static const MisColumn question_columns[] = {
  { "place", NULL },
  { "area", NULL },
  { "agent", NULL },
  { "goal", NULL },
  { "other", NULL },
  { "from", N_("Between") },
  { "to", N_("And") },
  { "low", N_("Lowest score") },
  { "high", N_("Highest score") },
  { "width", N_("Leaves open") },
  { NULL, N_("If this were known") },
  { "area_name", NULL, TRUE },
  { "agent_name", NULL, TRUE },
  { "goal_name", NULL, TRUE },
  { "other_name", NULL, TRUE },
  { NULL, NULL },
};

static const MisColumn diversity_columns[] = {
  MIS_COLUMN_AREA,
  { "holders", N_("Agents with a goal") },
  { "goals_held", N_("Goals held") },
  { "effective_goals", N_("As mixed as") },
  { "entropy_bits", NULL },
  { "entropy_share", NULL },
  { "gini_simpson", NULL },
  { "gini_simpson_distinct", N_("Two differ") },
  { "maximum", N_("Highest score") },
  { "limit", NULL },
  { "reached", N_("Reached") },
  { NULL, NULL },
};

/* To people, the same number three times says nothing. */
static void
add_end (const MisAnalysis *analysis, MisSheet *facts, double score, const MisQuestions *questions)
{
  if (analysis->request.for_people && questions->n_uncertain == 0)
    mis_sheet_add_text (facts, NULL);
  else
    mis_sheet_add_number (facts, score);
}

static void
tell_how (MisSection *section)
{
  mis_section_add_note (section, g_strdup (_("No weight and no conflict of this project has a "
                                             "range, so nothing is left open and there is nothing "
                                             "to ask about next.")));
  /* Translators: what stands in double quotes is written so in a file */
  mis_section_add_note (section, g_strdup (_("To give a number a range: press Ctrl+R at its "
                                             "slider in the window, or write \"weight\": 0.8, "
                                             "\"low\": 0.6, \"high\": 0.9 in the project file "
                                             "(\"value\" in place of \"weight\" for a "
                                             "conflict), or fill the columns low and high of a "
                                             "table.")));
}

static void
add_facts (const MisAnalysis *analysis,
           MisSection *section,
           const MisBounds *bounds,
           const MisQuestions *questions)
{
  MisSheet *facts = mis_section_add_facts (section, fact_columns);

  mis_sheet_add_truth (facts, bounds->available);
  add_end (analysis, facts, bounds->overall.low, questions);
  mis_sheet_add_number (facts, analysis->score->overall);
  add_end (analysis, facts, bounds->overall.high, questions);
  mis_sheet_add_whole (facts, questions->n_uncertain);
  mis_sheet_add_whole (facts, questions->n_unasked);
  if (analysis->request.for_people && questions->n_uncertain == 0)
    tell_how (section);
  if (!bounds->available)
    mis_section_add_note (section, g_strdup (_("No range: weights are to sum to one and some of "
                                               "them are uncertain, so a higher weight in one "
                                               "problem area is a lower one in others")));
}

static void
add_ranges (const MisAnalysis *analysis,
            MisSection *section,
            const MisBounds *bounds,
            gboolean uncertain)
{
  MisSheet *sheet = mis_section_add_sheet (section, "areas", N_("Problem areas"), range_columns);
  guint n;

  sheet->quiet = TRUE;
  if (analysis->request.for_people && !uncertain)
    return;
  n = mis_analysis_cut (analysis, sheet, bounds->n_areas);
  for (guint i = 0; i < n; i++)
    {
      mis_sheet_add_area (sheet, mis_world_get_area (analysis->world, i));
      mis_sheet_add_number (sheet, bounds->areas[i].low);
      mis_sheet_add_number (sheet, analysis->score->areas[i].misalignment);
      mis_sheet_add_number (sheet, bounds->areas[i].high);
    }
}

static void
add_question (const MisWorld *world, MisSheet *sheet, const MisQuestion *question)
{
  const MisArea *area = mis_world_get_area (world, question->area);
  gboolean is_weight = question->agent >= 0;
  const MisAgent *agent = is_weight ? mis_world_get_agent (world, (guint) question->agent) : NULL;
  g_autofree char *place = is_weight ? mis_weight_place (area, agent)
                                     : mis_conflict_place (area, question->g, question->h);
  g_autofree char *words = is_weight ? mis_weight_words (area, agent)
                                     : mis_conflict_words (area, question->g, question->h);

  mis_sheet_add_text (sheet, place);
  mis_sheet_add_text (sheet, mis_area_get_id (area));
  mis_sheet_add_text (sheet, is_weight ? agent->id : NULL);
  mis_sheet_add_text (sheet, mis_goal_word (area, question->g));
  mis_sheet_add_text (sheet, is_weight ? NULL : mis_goal_word (area, question->h));
  mis_sheet_add_number (sheet, question->from);
  mis_sheet_add_number (sheet, question->to);
  mis_sheet_add_number (sheet, question->low);
  mis_sheet_add_number (sheet, question->high);
  mis_sheet_add_number (sheet, question->width);
  mis_sheet_add_text (sheet, words);
  mis_sheet_add_text (sheet, mis_area_get_name (area));
  mis_sheet_add_text (sheet, is_weight ? agent->name : NULL);
  mis_sheet_add_goal_name (sheet, area, question->g);
  mis_sheet_add_goal_name (sheet, area, is_weight ? MIS_NO_GOAL : question->h);
}

void
mis_analysis_fill_bounds (MisAnalysis *analysis, MisSection *section)
{
  g_autoptr (MisBounds) bounds = mis_bounds_new (analysis->tally, analysis->score);
  g_autoptr (MisQuestions) questions = mis_questions_new (analysis->tally, analysis->score,
                                                          analysis->request.limit);
  MisSheet *sheet;

  mis_section_set_intro (section, _("How far may the score be from the truth? The lowest and the "
                                    "highest score that the ranges of uncertain values allow, and "
                                    "which of them leaves most open, so that you ask about it "
                                    "first."));
  add_facts (analysis, section, bounds, questions);
  add_ranges (analysis, section, bounds, questions->n_uncertain > 0);
  sheet = mis_section_add_sheet (section, "questions", N_("Ask about this next"),
                                 question_columns);
  sheet->quiet = questions->n_uncertain == 0;
  for (guint i = 0; i < questions->n_questions; i++)
    add_question (analysis->world, sheet, &questions->questions[i]);
  sheet->n_left_out = questions->n_uncertain - questions->n_unasked - questions->n_questions;
}

void
mis_analysis_fill_diversity (MisAnalysis *analysis, MisSection *section)
{
  MisSheet *sheet = mis_section_add_sheet (section, NULL, NULL, diversity_columns);
  guint n = mis_analysis_cut (analysis, sheet, analysis->score->n_areas);

  mis_section_set_intro (section, _("How mixed are the goals, and how near is the score to the "
                                    "highest that they allow? As mixed as: so many goals with "
                                    "equally many holders each. Two differ: the chance that two "
                                    "agents with a goal hold different ones. Highest score: if the "
                                    "goals excluded each other, were held by equally many, and "
                                    "everybody cared fully. Reached: the share of it that the "
                                    "score is, before normalization."));
  for (guint i = 0; i < n; i++)
    {
      MisDiversity diversity = mis_diversity (analysis->tally, analysis->score, i);

      mis_sheet_add_area (sheet, mis_world_get_area (analysis->world, i));
      mis_sheet_add_whole (sheet, diversity.n_holders);
      mis_sheet_add_whole (sheet, diversity.goals_held);
      mis_sheet_add_number (sheet, diversity.effective_goals);
      mis_sheet_add_number (sheet, diversity.entropy_bits);
      mis_sheet_add_share (sheet, diversity.entropy_share);
      mis_sheet_add_share (sheet, diversity.gini_simpson);
      mis_sheet_add_share (sheet, diversity.gini_simpson_distinct);
      mis_sheet_add_number (sheet, diversity.maximum);
      mis_sheet_add_number (sheet, diversity.limit);
      mis_sheet_add_share (sheet, diversity.reached);
    }
}
