/* Sub-populations: kinds, principals and groups, within and between. */
#include "file/analysis-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "core/between.h"

/* The ways in which a population is parted. */
typedef enum
{
  BY_KIND,
  BY_PRINCIPAL,
  BY_GROUP,
  N_WAYS,
} Way;

static const MisChoice ways[] = {
  [BY_KIND] = { "kind", N_("Kind") },
  [BY_PRINCIPAL] = { "principal", N_("Principal") },
  [BY_GROUP] = { "group", N_("Group") },
};

static MisPartition *(*const partitions[]) (const MisWorld *) = {
  [BY_KIND] = mis_partition_new_by_kind,
  [BY_PRINCIPAL] = mis_partition_new_by_principal,
  [BY_GROUP] = mis_partition_new_by_agent,
};

static const MisColumn between_columns[] = {
  { "by", NULL },
  { NULL, N_("By") },
  { "x", NULL },
  { NULL, N_("These") },
  { "y", NULL },
  { NULL, N_("And those") },
  MIS_COLUMN_AREA,
  { "agents_x", N_("Agents") },
  { "agents_y", N_("Agents there") },
  { "misalignment", N_("Misalignment") },
  { NULL, NULL },
};

static const MisColumn own_columns[] = {
  { "by", NULL },
  { NULL, N_("By") },
  { "name", NULL },
  { NULL, N_("Who") },
  { "agents", N_("Agents") },
  { "own", N_("Own score") },
  { NULL, NULL },
};

static const MisColumn decomposition_columns[] = {
  { "by", NULL },
  { NULL, N_("By") },
  MIS_COLUMN_AREA,
  { "misalignment", N_("Misalignment") },
  { "within", N_("Within") },
  { "between", N_("Between") },
  { "share", N_("Share between") },
  { NULL, NULL },
};

/* One value of a matrix; area -1 is all of them. */
typedef struct
{
  guint x;
  guint y;
  int area;
  double value;
} Entry;

static void
add_way (MisSheet *sheet, Way way)
{
  mis_sheet_add_text (sheet, ways[way].nick);
  mis_sheet_add_text (sheet, _(ways[way].label));
}

/* What people call a sub-population; rows of @world are those of a partition by group. */
static const char *
get_name (const MisWorld *world, Way way, const MisPartition *partition, guint group)
{
  const char *name = partition->names[group];

  if (way == BY_GROUP)
    return mis_world_get_agent (world, group)->name;
  if (way == BY_KIND)
    return _(mis_kinds[mis_choice_from_nick (mis_kinds, name)].label);
  return *name != '\0' ? name : _("(none)");
}

static void
add_name (MisSheet *sheet,
          const MisWorld *world,
          Way way,
          const MisPartition *partition,
          guint group)
{
  mis_sheet_add_text (sheet, partition->names[group]);
  mis_sheet_add_text (sheet, get_name (world, way, partition, group));
}

/* Agents of each sub-population: (transfer full). */
static guint64 *
count_agents (const MisWorld *world, const MisPartition *partition)
{
  guint64 *counts = g_new0 (guint64, partition->n_groups);

  for (guint i = 0; i < partition->n_rows; i++)
    if (partition->labels[i] != MIS_NO_LABEL)
      counts[partition->labels[i]] += mis_world_get_agent (world, i)->count;
  return counts;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  double left = ((const Entry *) a)->value;
  double right = ((const Entry *) b)->value;

  return (left < right) - (left > right);
}

/* The pairs of one area, or of all together, that have a value. */
static void
collect (GArray *entries, const MisBetween *between, int area)
{
  for (guint x = 0; x < between->n_groups; x++)
    for (guint y = x; y < between->n_groups; y++)
      {
        Entry entry = { x, y, area, area < 0 ? mis_between_get_overall (between, x, y)
                                             : mis_between_get (between, (guint) area, x, y) };

        if (!isnan (entry.value))
          g_array_append_val (entries, entry);
      }
}

static void
add_entries (const MisAnalysis *analysis,
             MisSheet *sheet,
             Way way,
             const MisPartition *partition,
             const MisBetween *between,
             GArray *entries)
{
  g_autofree guint64 *counts = count_agents (analysis->world, partition);
  guint n = mis_analysis_cut (analysis, sheet, entries->len);

  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < n; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      guint groups[] = { entry->x, entry->y };

      add_way (sheet, way);
      for (guint j = 0; j < G_N_ELEMENTS (groups); j++)
        add_name (sheet, analysis->world, way, partition, groups[j]);
      mis_sheet_add_area (sheet, entry->area < 0 ? NULL
                                                 : mis_world_get_area (analysis->world,
                                                                       (guint) entry->area));
      for (guint j = 0; j < G_N_ELEMENTS (groups); j++)
        mis_sheet_add_whole (sheet, entry->area < 0
                                      ? counts[groups[j]]
                                      : (guint64) mis_between_get_size (between,
                                                                        (guint) entry->area,
                                                                        groups[j]));
      mis_sheet_add_number (sheet, entry->value);
    }
}

/* Overall first, then by area; each of them the most misaligned pair first. */
static void
add_matrix (const MisAnalysis *analysis,
            MisSheet *sheet,
            Way way,
            const MisPartition *partition,
            const MisBetween *between)
{
  g_autoptr (GArray) overall = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GArray) by_area = g_array_new (FALSE, FALSE, sizeof (Entry));

  collect (overall, between, -1);
  for (guint area = 0; area < between->n_areas; area++)
    collect (by_area, between, (int) area);
  add_entries (analysis, sheet, way, partition, between, overall);
  add_entries (analysis, sheet, way, partition, between, by_area);
}

static MisBetween *
make_matrix (const MisAnalysis *analysis,
             MisSection *section,
             Way way,
             const MisPartition *partition)
{
  g_autoptr (GError) error = NULL;
  MisBetween *between = mis_between_new (analysis->tally, partition, &error);

  if (between == NULL)
    mis_section_add_note (section, g_strdup_printf (_("By %s: left out, as there are %u, and a "
                                                      "matrix of all pairs is too large"),
                                                    ways[way].nick, partition->n_groups));
  return between;
}

void
mis_analysis_fill_between (MisAnalysis *analysis, MisSection *section)
{
  MisSheet *sheet = mis_section_add_sheet (section, NULL, NULL, between_columns);

  for (guint way = 0; way < N_WAYS; way++)
    {
      g_autoptr (MisPartition) partition = partitions[way](analysis->world);
      g_autoptr (MisBetween) between = make_matrix (analysis, section, (Way) way, partition);

      if (between != NULL)
        add_matrix (analysis, sheet, (Way) way, partition, between);
    }
}

void
mis_analysis_fill_own (MisAnalysis *analysis, MisSection *section)
{
  MisSheet *sheet = mis_section_add_sheet (section, NULL, NULL, own_columns);

  if (analysis->request.for_people
      && mis_world_get_scoring (analysis->world)->normalization != MIS_NORMALIZATION_NONE)
    mis_section_add_note (section, g_strdup (_("Own scores are before normalization")));
  for (guint way = 0; way < N_WAYS; way++)
    {
      g_autoptr (MisPartition) partition = partitions[way](analysis->world);
      g_autofree guint64 *counts = count_agents (analysis->world, partition);
      g_autofree double *own = mis_own_scores_new (analysis->tally, partition);
      g_autoptr (GArray) ranked = mis_analysis_rank (analysis, own, partition->n_groups,
                                                     &sheet->n_left_out);

      for (guint i = 0; i < ranked->len; i++)
        {
          guint group = g_array_index (ranked, MisRanked, i).index;

          add_way (sheet, (Way) way);
          add_name (sheet, analysis->world, (Way) way, partition, group);
          mis_sheet_add_whole (sheet, counts[group]);
          mis_sheet_add_number (sheet, own[group]);
        }
    }
}

/* Two parts of a score, before normalization. */
typedef struct
{
  double total;
  double within;
  double between;
} Parts;

static void
add_parts (MisSheet *sheet, Way way, const MisArea *area, const Parts *parts)
{
  add_way (sheet, way);
  mis_sheet_add_area (sheet, area);
  mis_sheet_add_number (sheet, parts->total);
  mis_sheet_add_number (sheet, parts->within);
  mis_sheet_add_number (sheet, parts->between);
  mis_sheet_add_share (sheet, parts->total > 0.0 ? parts->between / parts->total : (double) NAN);
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
    return (Parts) { 0.0, 0.0, 0.0 };
  return (Parts) { sums->total / pairs, sums->within / pairs, sums->between / pairs };
}

static void
add_decomposition (const MisAnalysis *analysis, MisSheet *sheet, Way way, const MisBetween *between)
{
  g_autofree double *totals = g_new (double, between->n_areas);
  g_autoptr (GArray) ranked = NULL;
  Parts mean = { 0.0, 0.0, 0.0 };
  double n = 0.0;

  for (guint i = 0; i < between->n_areas; i++)
    {
      Parts parts = get_parts (analysis, between, i);

      totals[i] = analysis->score->areas[i].raw;
      n += isnan (totals[i]) ? 0.0 : 1.0;
      mean.total += parts.total;
      mean.within += parts.within;
      mean.between += parts.between;
    }
  if (n > 0.0)
    mean = (Parts) { mean.total / n, mean.within / n, mean.between / n };
  add_parts (sheet, way, NULL, &mean);
  ranked = mis_analysis_rank (analysis, totals, between->n_areas, &sheet->n_left_out);
  for (guint i = 0; i < ranked->len; i++)
    {
      guint area = g_array_index (ranked, MisRanked, i).index;
      Parts parts = get_parts (analysis, between, area);

      add_parts (sheet, way, mis_world_get_area (analysis->world, area), &parts);
    }
}

void
mis_analysis_fill_decomposition (MisAnalysis *analysis, MisSection *section)
{
  MisSheet *sheet = mis_section_add_sheet (section, NULL, NULL, decomposition_columns);

  for (guint way = 0; way < N_WAYS; way++)
    {
      g_autoptr (MisPartition) partition = partitions[way](analysis->world);
      g_autoptr (MisBetween) between = make_matrix (analysis, section, (Way) way, partition);

      if (between != NULL)
        add_decomposition (analysis, sheet, (Way) way, between);
    }
}
