/* The part of the score within kinds, principals and groups, and the part between them. */
#include <math.h>

#include <glib/gi18n-lib.h>

#include "core/between.h"
#include "file/analysis-way.h"

static const MisColumn columns[] = {
  { MIS_SHEET_BY, NULL },
  { NULL, N_("Parts") },
  { "area", NULL },
  { "misalignment", N_("Misalignment") },
  { "within", N_("Within") },
  { "between", N_("Between") },
  { "share", N_("Share between") },
  { "pairs", N_("Pairs between") },
  { "area_name", NULL, TRUE },
  { NULL, NULL },
};

/* Two parts of a score, before normalization; and of its pairs, the share that lies between. */
typedef struct
{
  double total;
  double within;
  double between;
  double pairs;
} Parts;

static void
add_parts (MisSheet *sheet, MisWay way, const MisArea *area, const Parts *parts)
{
  mis_sheet_add_text (sheet, mis_ways[way].nick);
  mis_sheet_add_text (sheet, _(mis_ways[way].label));
  mis_sheet_add_text (sheet, area != NULL ? mis_area_get_id (area) : NULL);
  mis_sheet_add_number (sheet, parts->total);
  mis_sheet_add_number (sheet, parts->within);
  mis_sheet_add_number (sheet, parts->between);
  mis_sheet_add_share (sheet, parts->total > 0.0 ? parts->between / parts->total : (double) NAN);
  mis_sheet_add_share (sheet, parts->pairs);
  mis_sheet_add_text (sheet, area != NULL ? mis_area_get_name (area) : NULL);
}

/* Of all pairs of an area, those of agents from two parts: what share would lie between them if it
 * made no difference who is in which. */
static double
get_pairs_between (const MisBetween *between, guint area, double pairs)
{
  double n = 0.0, sum = 0.0;

  for (guint x = 0; x < between->n_groups; x++)
    n += mis_between_get_size (between, area, x);
  for (guint x = 0; x < between->n_groups; x++)
    {
      double size = mis_between_get_size (between, area, x);

      sum += size * (n - size);
    }
  return sum / pairs;
}

/* Sums over the pairs of an area as parts of its score; all 0 where it has none. */
static Parts
get_parts (const MisAnalysis *analysis, const MisBetween *between, guint area)
{
  const MisDecomposition *sums = &between->decompositions[area];
  const MisAreaScore *score = &analysis->score->areas[area];
  const MisScoring *scoring = mis_world_get_scoring (analysis->world);
  double pairs = mis_pairs_count ((double) score->n, scoring->pairs);

  if (isnan (score->raw))
    return (Parts) { 0.0, 0.0, 0.0, 0.0 };
  return (Parts) { sums->total / pairs, sums->within / pairs, sums->between / pairs,
                   get_pairs_between (between, area, pairs) };
}

/* By how much a share has to be above another one for anybody to rely on it. */
#define CLEARLY 0.05

/* A sentence that can stand in a report. */
static void
add_line (MisSection *section, MisWay way, const Parts *parts)
{
  double share = parts->between / parts->total;
  const char *name = _(mis_ways[way].label);
  g_autofree char *between = mis_percent (share);
  g_autofree char *pairs = mis_percent (parts->pairs);
  char *line;

  if (!(parts->total > 0.0))
    return;
  if (share > parts->pairs + CLEARLY)
    line = g_strdup_printf (_("%s: %s of the misalignment lies between them, and %s of the pairs "
                              "of agents do, so the line of conflict runs between them."),
                            name, between, pairs);
  else if (share > parts->pairs)
    line = g_strdup_printf (_("%s: %s of the misalignment lies between them, hardly more than the "
                              "%s of the pairs of agents that do, so it matters little who is in "
                              "which of them."),
                            name, between, pairs);
  else
    line = g_strdup_printf (_("%s: %s of the misalignment lies between them, and %s of the pairs "
                              "of agents do, so the line of conflict does not run between them."),
                            name, between, pairs);
  mis_section_add_note (section, line);
}

static void
add_decomposition (const MisAnalysis *analysis,
                   MisSection *section,
                   MisSheet *sheet,
                   MisWay way,
                   const MisBetween *between)
{
  g_autofree double *totals = g_new (double, between->n_areas);
  g_autoptr (GArray) ranked = NULL;
  Parts mean = { 0.0, 0.0, 0.0, 0.0 };
  double n = 0.0;

  for (guint i = 0; i < between->n_areas; i++)
    {
      Parts parts = get_parts (analysis, between, i);

      totals[i] = analysis->score->areas[i].raw;
      n += isnan (totals[i]) ? 0.0 : 1.0;
      mean.total += parts.total;
      mean.within += parts.within;
      mean.between += parts.between;
      mean.pairs += parts.pairs;
    }
  if (n > 0.0)
    mean = (Parts) { mean.total / n, mean.within / n, mean.between / n, mean.pairs / n };
  else
    mean.pairs = (double) NAN;
  add_parts (sheet, way, NULL, &mean);
  if (analysis->request.for_people)
    {
      add_line (section, way, &mean);
      return;
    }
  ranked = mis_analysis_rank (analysis, totals, between->n_areas, &sheet->n_left_out);
  for (guint i = 0; i < ranked->len; i++)
    {
      guint area = g_array_index (ranked, MisRanked, i).index;
      Parts parts = get_parts (analysis, between, area);

      add_parts (sheet, way, mis_world_get_area (analysis->world, area), &parts);
    }
}

/* Where nobody has a fellow, nothing can lie within a group. */
static gboolean
is_told (MisWay way, const MisAnalysis *analysis, MisSection *section)
{
  if (!mis_way_is_told (way, analysis, NULL))
    return FALSE;
  if (way != MIS_WAY_GROUP || mis_way_has_fellows (analysis->world))
    return TRUE;
  mis_section_add_note (section, g_strdup (_("Every group is one agent, so all of the misalignment "
                                             "lies between groups, and they are not listed.")));
  return FALSE;
}

void
mis_analysis_fill_decomposition (MisAnalysis *analysis, MisSection *section)
{
  MisSheet *sheet = mis_section_add_sheet (section, NULL, NULL, columns);

  sheet->quiet = TRUE;
  mis_section_set_intro (section, _("Does the line of conflict run between kinds, principals or "
                                    "groups, or through them? Within and Between add up to the "
                                    "misalignment, before normalization. It runs between them "
                                    "where the share of it that lies between is clearly larger "
                                    "than the share of pairs of agents that do. Each problem "
                                    "area: --format csv --table decomposition."));
  for (guint way = 0; way < MIS_N_WAYS; way++)
    {
      g_autoptr (MisPartition) partition = NULL;
      g_autoptr (MisBetween) between = NULL;

      if (!mis_way_is_wanted ((MisWay) way, analysis)
          || (analysis->request.for_people && !is_told ((MisWay) way, analysis, section)))
        continue;
      partition = mis_way_new_partition ((MisWay) way, analysis->world);
      between = mis_analysis_make_between (analysis, section, (MisWay) way, partition);
      if (between != NULL)
        add_decomposition (analysis, section, sheet, (MisWay) way, between);
    }
}
