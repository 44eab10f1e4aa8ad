/* What each step adds on the way from one scenario to another one. */
#include "file/analysis-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/compare.h"

static const MisColumn fact_columns[] = {
  { "old", N_("Score at the start") },
  { "new", N_("Score at the end") },
  { "difference", N_("Change") },
  { "kept", N_("Changes that both scenarios make, which stand") },
  { NULL, NULL },
};

static const MisColumn step_columns[] = {
  { "place", NULL },
  { "back", NULL },
  MIS_COLUMN_CHANGE,
  { "value", NULL },
  MIS_COLUMN_BACK_GOAL,
  { "back_value", NULL },
  { "difference", N_("Adds") },
  { "overall", N_("Score after") },
  { NULL, N_("Step") },
  { "before", NULL },
  { NULL, NULL },
};

static const MisChange *
get_change (const MisScenario *scenario, int index)
{
  return index >= 0 ? &scenario->changes[index] : NULL;
}

static char *
get_words (const MisWorld *project, const MisChange *made, const MisChange *back)
{
  g_autofree char *words = mis_change_words (project, made != NULL ? made : back);
  g_autofree char *old_words = back != NULL ? mis_change_words (project, back) : NULL;
  g_autofree char *old_value = back != NULL ? mis_change_value_words (back) : NULL;

  if (back == NULL)
    return g_steal_pointer (&words);
  if (made == NULL)
    /* Translators: a change of a scenario, as in "Number of agents of Firms: 40" */
    return g_strdup_printf (_("Taken back (%s)"), words);
  if (strcmp (words, old_words) == 0)
    return g_strdup_printf (_("%s, but otherwise than before"), words);
  /* Translators: a change of a scenario and what another scenario sets the same thing to */
  return g_strdup_printf (old_value != NULL ? _("%s, in place of %s") : _("%s, in place of: %s"),
                          words, old_value != NULL ? old_value : old_words);
}

static void
add_place (const MisAnalysis *analysis, MisSheet *sheet, const MisScenario *scenario, int index)
{
  g_autofree char *place = index >= 0
                             ? mis_change_place (analysis->base, scenario, (guint) index)
                             : NULL;

  mis_sheet_add_text (sheet, place);
}

static void
add_step (const MisAnalysis *analysis,
          MisSheet *sheet,
          const MisPath *path,
          const MisWaterfall *waterfall,
          guint index)
{
  const MisPathStep *step = &path->steps[index];
  const MisWaterfallStep *effect = &waterfall->steps[index];
  const MisChange *back = get_change (analysis->against, step->back);
  const MisChange *made = get_change (analysis->scenario, step->made);
  g_autofree char *words = get_words (analysis->base, made, back);

  add_place (analysis, sheet, analysis->scenario, step->made);
  add_place (analysis, sheet, analysis->against, step->back);
  mis_sheet_add_change_target (sheet, analysis->base, made != NULL ? made : back);
  mis_sheet_add_change_value (sheet, made);
  mis_sheet_add_change_goal (sheet, analysis->base, back);
  mis_sheet_add_change_value (sheet, back);
  mis_sheet_add_change (sheet, effect->effect);
  mis_sheet_add_number (sheet, effect->overall);
  mis_sheet_add_text (sheet, words);
  mis_sheet_add_number (sheet, mis_waterfall_get_before (waterfall, index));
}

static void
add_steps (const MisAnalysis *analysis,
           MisSheet *sheet,
           const MisPath *path,
           const MisWaterfall *waterfall)
{
  g_autofree char *start = g_strdup_printf (_("At the start: “%s”"), analysis->against->name);
  g_autofree char *end = g_strdup_printf (_("At the end: “%s”"), analysis->scenario->name);

  if (analysis->request.for_people)
    mis_sheet_add_waterfall_end (sheet, waterfall->old_overall, start);
  for (guint i = 0; i < path->n_steps; i++)
    add_step (analysis, sheet, path, waterfall, i);
  if (analysis->request.for_people)
    mis_sheet_add_waterfall_end (sheet, waterfall->new_overall, end);
}

/* (transfer full) */
static char *
make_intro (const MisAnalysis *analysis, const MisPath *path)
{
  const char *order = path != NULL && path->over_project
                        ? _("Their changes depend on the order in which they are made, so all of "
                            "the first are taken back, and then all of the second are made.")
                        : _("Changes that both make stand; what only the first changes is taken "
                            "back, the last change first; then what the second changes is made, in "
                            "its order.");

  /* Translators: the names of two scenarios, and in which order steps are made */
  return g_strdup_printf (_("From “%s” to “%s”: which change does how much? %s The steps add up to "
                            "the whole change; in another order each may add something else."),
                          analysis->against->name, analysis->scenario->name, order);
}

static MisPath *
make_path (MisAnalysis *analysis, MisSection *section)
{
  guint64 n_rows = (guint64) mis_world_get_n_agents (analysis->base)
                   * ((guint64) analysis->scenario->n_changes + analysis->against->n_changes);

  if (n_rows <= MIS_ANALYSIS_MOST_STEPS)
    return mis_path_new (analysis->base, analysis->against, analysis->scenario, NULL);
  mis_section_add_note (section, g_strdup (_("Left out: too many changes of too many groups")));
  return NULL;
}

static void
add_facts (MisSheet *facts, const MisWaterfall *waterfall, const MisPath *path)
{
  mis_sheet_add_number (facts, waterfall != NULL ? waterfall->old_overall : (double) NAN);
  mis_sheet_add_number (facts, waterfall != NULL ? waterfall->new_overall : (double) NAN);
  mis_sheet_add_change (facts, waterfall != NULL ? waterfall->difference : (double) NAN);
  if (path != NULL)
    mis_sheet_add_whole (facts, path->n_kept);
  else
    mis_sheet_add_text (facts, NULL);
}

/* All steps, whatever the limit is, or they would not add up. */
void
mis_analysis_fill_path (MisAnalysis *analysis, MisSection *section)
{
  g_autoptr (MisPath) path = make_path (analysis, section);
  const MisEffects *before = mis_analysis_get_other_effects (analysis);
  g_autoptr (MisWaterfall) waterfall =
    path != NULL ? mis_waterfall_new_along (before, path, NULL) : NULL;
  g_autofree char *intro = make_intro (analysis, path);
  MisSheet *facts = mis_section_add_facts (section, fact_columns);
  MisSheet *sheet = mis_section_add_sheet (section, "steps", N_("In this order"), step_columns);

  mis_section_set_intro (section, intro);
  add_facts (facts, waterfall, path);
  if (path != NULL)
    add_steps (analysis, sheet, path, waterfall);
}
