/* A scenario beside the project without it, or beside another scenario. */
#include "file/analysis-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "core/compare.h"

static const MisColumn falling_facts[] = {
  { "old", N_("Score before") },
  { "new", N_("Score after") },
  { "difference", N_("Change") },
  { "against", N_("Groups whose own score rises although the total falls") },
  { "spared", NULL },
  { NULL, NULL },
};

static const MisColumn rising_facts[] = {
  { "old", N_("Score before") },
  { "new", N_("Score after") },
  { "difference", N_("Change") },
  { "against", NULL },
  { "spared", N_("Groups whose own score falls although the total rises") },
  { NULL, NULL },
};

static const MisColumn area_columns[] = {
  MIS_COLUMN_AREA,
  { "old", N_("Before") },
  { "new", N_("After") },
  { "difference", N_("Change") },
  { NULL, NULL },
};

static const MisColumn pair_columns[] = {
  MIS_COLUMN_AREA,
  MIS_COLUMN_GOALS,
  { "old", N_("Before") },
  { "new", N_("After") },
  { "difference", N_("Change") },
  { NULL, NULL },
};

static const MisColumn falling_groups[] = {
  MIS_COLUMN_AGENT,
  { "old", N_("Before") },
  { "new", N_("After") },
  { "difference", N_("Change") },
  { "against", NULL },
  { "spared", NULL },
  { NULL, N_("Total down, group up") },
  { NULL, NULL },
};

static const MisColumn rising_groups[] = {
  MIS_COLUMN_AGENT,
  { "old", N_("Before") },
  { "new", N_("After") },
  { "difference", N_("Change") },
  { "against", NULL },
  { "spared", NULL },
  { NULL, N_("Total up, group down") },
  { NULL, NULL },
};

static void
add_three (MisSheet *sheet, double old_value, double new_value, double difference)
{
  mis_sheet_add_number (sheet, old_value);
  mis_sheet_add_number (sheet, new_value);
  mis_sheet_add_change (sheet, difference);
}

static const MisArea *
get_area (const MisAnalysis *analysis, const MisAreaDifference *area)
{
  return area->before >= 0 ? mis_world_get_area (analysis->other, (guint) area->before)
                           : mis_world_get_area (analysis->world, (guint) area->after);
}

static const MisAgent *
get_agent (const MisAnalysis *analysis, const MisGroupDifference *group)
{
  return group->before >= 0 ? mis_world_get_agent (analysis->other, (guint) group->before)
                            : mis_world_get_agent (analysis->world, (guint) group->after);
}

/* What is only in one of the two comes behind all that is in both. */
static double
get_size (double difference)
{
  return isnan (difference) ? -1.0 : fabs (difference);
}

static void
add_areas (const MisAnalysis *analysis, MisSection *section, const MisComparison *comparison)
{
  MisSheet *sheet = mis_section_add_sheet (section, "areas", N_("Problem areas: their scores"),
                                           area_columns);
  g_autofree double *sizes = g_new (double, comparison->n_areas);
  g_autoptr (GArray) ranked = NULL;

  for (guint i = 0; i < comparison->n_areas; i++)
    sizes[i] = get_size (comparison->areas[i].difference);
  ranked = mis_analysis_rank (analysis, sizes, comparison->n_areas, &sheet->n_left_out);
  for (guint i = 0; i < ranked->len; i++)
    {
      const MisAreaDifference *area
        = &comparison->areas[g_array_index (ranked, MisRanked, i).index];

      mis_sheet_add_area (sheet, get_area (analysis, area));
      add_three (sheet, area->old_value, area->new_value, area->difference);
    }
}

static void
add_pairs (const MisAnalysis *analysis, MisSection *section, const MisComparison *comparison)
{
  MisSheet *sheet = mis_section_add_sheet (
    section, "pairs", N_("Pairs of goals: what they add to their area"), pair_columns);
  guint n = mis_analysis_cut (analysis, sheet, comparison->n_pairs);

  for (guint i = 0; i < n; i++)
    {
      const MisPairDifference *pair = &comparison->pairs[i];
      const MisAreaDifference *both = &comparison->areas[pair->area];
      const MisArea *area = mis_world_get_area (analysis->world, (guint) both->after);

      mis_sheet_add_area (sheet, area);
      mis_sheet_add_goals (sheet, area, pair->g, pair->h);
      add_three (sheet, pair->old_part, pair->new_part, pair->difference);
    }
}

static gboolean
goes_against (const MisGroupDifference *group)
{
  return group->against || group->spared;
}

/* First the groups that go against the total. */
static void
add_groups (const MisAnalysis *analysis, MisSection *section, const MisComparison *comparison)
{
  MisSheet *sheet = mis_section_add_sheet (
    section, "groups", N_("Groups of agents: their own scores"),
    comparison->difference > 0.0 ? rising_groups : falling_groups);
  g_autofree double *sizes = g_new (double, comparison->n_groups);
  g_autoptr (GArray) ranked = NULL;

  for (guint i = 0; i < comparison->n_groups; i++)
    sizes[i] = get_size (comparison->groups[i].difference)
               + (goes_against (&comparison->groups[i]) ? 2.0 : 0.0);
  ranked = mis_analysis_rank (analysis, sizes, comparison->n_groups, &sheet->n_left_out);
  for (guint i = 0; i < ranked->len; i++)
    {
      const MisGroupDifference *group
        = &comparison->groups[g_array_index (ranked, MisRanked, i).index];

      mis_sheet_add_agent (sheet, get_agent (analysis, group));
      add_three (sheet, group->old_own, group->new_own, group->difference);
      mis_sheet_add_truth (sheet, group->against);
      mis_sheet_add_truth (sheet, group->spared);
      mis_sheet_add_text (sheet, goes_against (group) ? _("yes") : NULL);
    }
}

/* (transfer full): in which order the columns stand. */
static char *
make_order (const MisAnalysis *analysis)
{
  const char *after = analysis->scenario->name;

  if (analysis->against == NULL)
    return g_strdup_printf (_("Before is without the scenario, After is with it (“%s”)."), after);
  return g_strdup_printf (_("Before is “%s”, After is “%s”."), analysis->against->name, after);
}

static guint64
count_agents (const MisWorld *world, int row)
{
  return row >= 0 ? mis_world_get_agent (world, (guint) row)->count : 0;
}

/* Groups of which there are more agents, or fewer, in one of the two. */
static guint
count_other_numbers (const MisAnalysis *analysis, const MisComparison *comparison)
{
  guint n = 0;

  for (guint i = 0; i < comparison->n_groups; i++)
    n += count_agents (analysis->other, comparison->groups[i].before)
             != count_agents (analysis->world, comparison->groups[i].after)
           ? 1
           : 0;
  return n;
}

/* A difference of two means over unlike pairs is read as less conflict, which it may not be.
 * (transfer full) (nullable) */
static char *
make_population_remark (const MisAnalysis *analysis, const MisComparison *comparison)
{
  guint n = count_other_numbers (analysis, comparison);
  g_autofree char *before =
      g_strdup_printf ("%" G_GUINT64_FORMAT, mis_world_get_population (analysis->other));
  g_autofree char *after =
      g_strdup_printf ("%" G_GUINT64_FORMAT, mis_world_get_population (analysis->world));

  if (n == 0)
    return NULL;
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "These are two different populations: %s agents before, %s after; %u group has "
                   "another number of agents. The score is a mean over all pairs, so it also moves "
                   "because there are other pairs: the more of them want the same or nothing, the "
                   "lower it is, though no conflict is smaller. Compare populations of like "
                   "make-up",
                   "These are two different populations: %s agents before, %s after; %u groups "
                   "have another number of agents. The score is a mean over all pairs, so it also "
                   "moves because there are other pairs: the more of them want the same or "
                   "nothing, the lower it is, though no conflict is smaller. Compare populations "
                   "of like make-up",
                   n),
      before, after, n);
}

/* (transfer full) @remark: (nullable): people read it before the numbers */
static char *
make_intro (const MisAnalysis *analysis, const char *remark)
{
  g_autofree char *order = make_order (analysis);
  g_autofree char *question =
      g_strdup_printf (_("%s What changes? Where the score changes most, and whose own score "
                         "goes the other way than the total: own scores say how much a group is "
                         "in conflict with everybody. What is in one of the two only has no "
                         "number in the other."),
                       order);

  /* Translators: sentences, and one without its point */
  return remark != NULL ? g_strdup_printf (_("%s %s."), question, remark)
                        : g_steal_pointer (&question);
}

void
mis_analysis_fill_comparison (MisAnalysis *analysis, MisSection *section)
{
  const MisEffects *before = mis_analysis_get_other_effects (analysis);
  const MisEffects *after = mis_analysis_get_effects (analysis);
  g_autoptr (MisComparison) comparison = mis_comparison_new (before, after);
  MisSheet *facts = mis_section_add_facts (
    section, comparison->difference > 0.0 ? rising_facts : falling_facts);
  g_autofree char *remark = make_population_remark (analysis, comparison);
  g_autofree char *intro = make_intro (analysis, remark);

  mis_section_set_intro (section, intro);
  if (remark != NULL && !analysis->request.for_people)
    mis_section_add_note (section, g_strdup (remark));
  add_three (facts, comparison->old_overall, comparison->new_overall, comparison->difference);
  mis_sheet_add_whole (facts, comparison->n_against);
  mis_sheet_add_whole (facts, comparison->n_spared);
  add_areas (analysis, section, comparison);
  add_pairs (analysis, section, comparison);
  add_groups (analysis, section, comparison);
}
