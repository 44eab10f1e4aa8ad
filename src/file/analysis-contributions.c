/* What areas, pairs of goals and groups add to the score. */
#include "file/analysis-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "core/contribution.h"

static const MisColumn area_columns[] = {
  MIS_COLUMN_AREA,
  { "misalignment", N_("Its own score") },
  { "overall", N_("Adds to the score") },
  { "share", N_("Share") },
  { NULL, NULL },
};

static const MisColumn pair_columns[] = {
  MIS_COLUMN_AREA,
  MIS_COLUMN_GOALS,
  { "part", N_("Adds to the area") },
  { "overall", N_("Adds to the score") },
  { "share", N_("Share") },
  { NULL, NULL },
};

static const MisColumn group_columns[] = {
  MIS_COLUMN_AGENT,
  { "agents", N_("Agents") },
  { "overall", N_("Adds to the score") },
  { "share", N_("Share") },
  { "each", N_("Each agent") },
  { NULL, NULL },
};

static double
get_share (const MisContributions *contributions, double part)
{
  return contributions->overall > 0.0 ? part / contributions->overall : (double) NAN;
}

static void
add_areas (const MisAnalysis *analysis, MisSection *section, const MisContributions *contributions)
{
  MisSheet *sheet = mis_section_add_sheet (section, "areas", N_("Problem areas"), area_columns);
  g_autoptr (GArray) ranked = mis_analysis_rank (analysis, contributions->areas,
                                                 contributions->n_areas, &sheet->n_left_out);

  for (guint i = 0; i < ranked->len; i++)
    {
      guint area = g_array_index (ranked, MisRanked, i).index;

      mis_sheet_add_area (sheet, mis_world_get_area (analysis->world, area));
      mis_sheet_add_number (sheet, analysis->score->areas[area].misalignment);
      mis_sheet_add_number (sheet, contributions->areas[area]);
      mis_sheet_add_share (sheet, get_share (contributions, contributions->areas[area]));
    }
}

static void
add_pairs (const MisAnalysis *analysis, MisSection *section, const MisContributions *contributions)
{
  MisSheet *sheet = mis_section_add_sheet (section, "pairs", N_("Pairs of goals"), pair_columns);
  guint n = mis_analysis_cut (analysis, sheet, contributions->n_pairs);

  for (guint i = 0; i < n; i++)
    {
      const MisPairContribution *pair = &contributions->pairs[i];
      const MisArea *area = mis_world_get_area (analysis->world, pair->area);

      mis_sheet_add_area (sheet, area);
      mis_sheet_add_goals (sheet, area, pair->g, pair->h);
      mis_sheet_add_number (sheet, pair->part);
      mis_sheet_add_number (sheet, pair->overall);
      mis_sheet_add_share (sheet, get_share (contributions, pair->overall));
    }
}

static void
add_groups (const MisAnalysis *analysis, MisSection *section, const MisContributions *contributions)
{
  MisSheet *sheet = mis_section_add_sheet (section, "groups", N_("Groups of agents"),
                                           group_columns);
  g_autoptr (GArray) ranked = mis_analysis_rank (analysis, contributions->groups,
                                                 contributions->n_agents, &sheet->n_left_out);

  for (guint i = 0; i < ranked->len; i++)
    {
      guint row = g_array_index (ranked, MisRanked, i).index;
      const MisAgent *agent = mis_world_get_agent (analysis->world, row);

      mis_sheet_add_agent (sheet, agent);
      mis_sheet_add_whole (sheet, agent->count);
      mis_sheet_add_number (sheet, contributions->groups[row]);
      mis_sheet_add_share (sheet, get_share (contributions, contributions->groups[row]));
      mis_sheet_add_number (sheet, contributions->agents[row]);
    }
}

void
mis_analysis_fill_contributions (MisAnalysis *analysis, MisSection *section)
{
  g_autoptr (MisContributions) contributions = mis_contributions_new (analysis->tally,
                                                                      analysis->score);

  mis_section_set_intro (section, _("Where does the score come from? Each of the three lists adds "
                                    "up to it: by problem area, by the goals that clash, and by "
                                    "who holds them. A clash counts half for either side."));
  add_areas (analysis, section, contributions);
  add_pairs (analysis, section, contributions);
  add_groups (analysis, section, contributions);
}
