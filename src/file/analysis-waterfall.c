/* What each change of a scenario adds to the score. */
#include "file/analysis-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "core/compare.h"

static const MisColumn fact_columns[] = {
  { "old", N_("Score without the scenario") },
  { "new", N_("Score with it") },
  { "difference", N_("Change") },
  { NULL, NULL },
};

static const MisColumn step_columns[] = {
  { "place", NULL },
  MIS_COLUMN_CHANGE,
  { "value", NULL },
  { "difference", N_("Adds") },
  { "overall", N_("Score after") },
  { NULL, N_("Change of the scenario") },
  { "before", NULL },
  { NULL, NULL },
};

static void
add_step (const MisAnalysis *analysis, MisSheet *sheet, guint index, const MisWaterfall *waterfall)
{
  const MisWaterfallStep *step = &waterfall->steps[index];
  const MisChange *change = &analysis->scenario->changes[index];
  g_autofree char *place = mis_change_place (analysis->base, analysis->scenario, index);
  g_autofree char *words = mis_change_words (analysis->base, change);

  mis_sheet_add_text (sheet, place);
  mis_sheet_add_change_target (sheet, analysis->base, change);
  mis_sheet_add_change_value (sheet, change);
  mis_sheet_add_change (sheet, step->effect);
  mis_sheet_add_number (sheet, step->overall);
  mis_sheet_add_text (sheet, words);
  mis_sheet_add_number (sheet, mis_waterfall_get_before (waterfall, index));
}

void
mis_sheet_add_waterfall_end (MisSheet *sheet, double overall, const char *words)
{
  for (guint i = 0; i < sheet->n_columns; i++)
    if (g_strcmp0 (sheet->columns[i].name, "overall") == 0)
      mis_sheet_add_number (sheet, overall);
    else
      mis_sheet_add_text (sheet, sheet->columns[i].name == NULL ? words : NULL);
}

static void
add_steps (const MisAnalysis *analysis, MisSheet *sheet, const MisWaterfall *waterfall)
{
  g_autofree char *end = g_strdup_printf (_("At the end: “%s”"), analysis->scenario->name);

  if (analysis->request.for_people)
    mis_sheet_add_waterfall_end (sheet, waterfall->old_overall,
                                 _("At the start: without the scenario"));
  for (guint i = 0; i < waterfall->n_steps; i++)
    add_step (analysis, sheet, i, waterfall);
  if (analysis->request.for_people)
    mis_sheet_add_waterfall_end (sheet, waterfall->new_overall, end);
}

static MisWaterfall *
make_waterfall (MisAnalysis *analysis, MisSection *section)
{
  guint64 n_rows = (guint64) mis_world_get_n_agents (analysis->base)
                   * analysis->scenario->n_changes;
  g_autoptr (GError) error = NULL;
  MisWaterfall *waterfall = NULL;

  if (n_rows > MIS_ANALYSIS_MOST_STEPS)
    mis_section_add_note (section, g_strdup (_("Left out: too many changes of too many groups")));
  else
    waterfall = mis_waterfall_new (mis_analysis_get_other_effects (analysis), analysis->scenario,
                                   NULL, &error);
  if (error != NULL)
    mis_section_add_note (section, g_strdup_printf (_("Left out, as the changes cannot be made one "
                                                      "by one: %s"), error->message));
  return waterfall;
}

static void
fill_waterfall (MisAnalysis *analysis, MisSection *section)
{
  g_autoptr (MisWaterfall) waterfall = make_waterfall (analysis, section);
  MisSheet *facts = mis_section_add_facts (section, fact_columns);
  MisSheet *sheet = mis_section_add_sheet (section, "steps", N_("In this order"), step_columns);

  mis_section_set_intro (section, _("Which change of the scenario does how much? They are made one "
                                    "after another, in the order of the scenario, and add up to "
                                    "the whole change. In another order each may add something "
                                    "else."));
  mis_sheet_add_number (facts, waterfall != NULL ? waterfall->old_overall : (double) NAN);
  mis_sheet_add_number (facts, waterfall != NULL ? waterfall->new_overall : (double) NAN);
  mis_sheet_add_change (facts, waterfall != NULL ? waterfall->difference : (double) NAN);
  if (waterfall != NULL)
    add_steps (analysis, sheet, waterfall);
}

/* All steps, whatever the limit is, or they would not add up. */
void
mis_analysis_fill_waterfall (MisAnalysis *analysis, MisSection *section)
{
  if (analysis->against != NULL)
    mis_analysis_fill_path (analysis, section);
  else
    fill_waterfall (analysis, section);
}
