/* Own scores of kinds, principals and groups. */
#include <glib/gi18n-lib.h>

#include "core/between.h"
#include "file/analysis-way.h"

static const MisColumn columns[] = {
  { MIS_SHEET_BY, NULL },
  { "name", NULL },
  { "agents", NULL },
  { "own", NULL },
  { "full_name", NULL, TRUE },
  { NULL, NULL },
};

static const MisColumn words_columns[] = {
  { NULL, N_("Who") },
  { NULL, N_("Agents") },
  { NULL, N_("Own score") },
  { NULL, NULL },
};

static void
add_parts (const MisAnalysis *analysis, MisSheet *sheet, MisWay way)
{
  gboolean for_people = analysis->request.for_people;
  g_autoptr (MisPartition) partition = mis_way_new_partition (way, analysis->world);
  g_autofree guint64 *counts = mis_way_count_agents (analysis->world, partition);
  g_autofree double *own = mis_own_scores_new (analysis->tally, partition);
  g_autoptr (GArray) ranked = mis_analysis_rank (analysis, own, partition->n_groups,
                                                 &sheet->n_left_out);

  for (guint i = 0; i < ranked->len; i++)
    {
      guint part = g_array_index (ranked, MisRanked, i).index;

      if (!for_people)
        mis_sheet_add_text (sheet, mis_ways[way].nick);
      mis_sheet_add_text (sheet, for_people
                                   ? mis_way_get_name (way, analysis->world, partition, part)
                                   : partition->names[part]);
      mis_sheet_add_whole (sheet, counts[part]);
      mis_sheet_add_number (sheet, own[part]);
      if (!for_people)
        mis_sheet_add_text (sheet, mis_way_get_plain_name (way, analysis->world, partition, part));
    }
}

void
mis_analysis_fill_own (MisAnalysis *analysis, MisSection *section)
{
  MisSheet *sheet = mis_section_add_sheet (section, NULL, NULL, columns);
  gboolean for_people = analysis->request.for_people;

  mis_section_set_intro (section, _("Who is most in conflict with everybody else? The own score of "
                                    "some agents is the mean misalignment of the pairs that they "
                                    "are in."));
  if (for_people
      && mis_world_get_scoring (analysis->world)->normalization != MIS_NORMALIZATION_NONE)
    mis_section_add_note (section, g_strdup (_("Own scores are before normalization")));
  for (guint way = 0; way < MIS_N_WAYS; way++)
    {
      if (!mis_way_is_wanted ((MisWay) way, analysis))
        continue;
      if (!for_people)
        add_parts (analysis, sheet, (MisWay) way);
      else if (mis_way_is_told ((MisWay) way, analysis, NULL))
        add_parts (analysis,
                   mis_section_add_sheet (section, NULL, mis_ways[way].label, words_columns),
                   (MisWay) way);
    }
}
