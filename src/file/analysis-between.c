/* Sub-populations: kinds, principals and groups, each with each. */
#include <math.h>

#include <glib/gi18n-lib.h>

#include "core/between.h"
#include "file/analysis-way.h"

static const MisColumn columns[] = {
  { MIS_SHEET_BY, NULL },
  { "x", NULL },
  { "y", NULL },
  { "area", NULL },
  { "agents_x", NULL },
  { "agents_y", NULL },
  { "misalignment", NULL },
  { "x_name", NULL, TRUE },
  { "y_name", NULL, TRUE },
  { "area_name", NULL, TRUE },
  { NULL, NULL },
};

static const MisColumn words_columns[] = {
  { NULL, N_("One of these") },
  { NULL, N_("One of those") },
  { NULL, N_("Misalignment") },
  { NULL, N_("Areas") },
  { NULL, N_("Most in this problem area") },
  { NULL, N_("There") },
  { NULL, NULL },
};

/* A way of parting, and the misalignment of its parts with each other. */
typedef struct
{
  MisWay way;
  MisPartition *partition;
  MisBetween *between;
} Matrix;

/* One value of a matrix; area -1 is all of them. */
typedef struct
{
  guint x;
  guint y;
  int area;
  double value;
} Entry;

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
add_entries (const MisAnalysis *analysis, MisSheet *sheet, const Matrix *matrix, GArray *entries)
{
  const MisPartition *partition = matrix->partition;
  g_autofree guint64 *counts = mis_way_count_agents (analysis->world, partition);
  guint n = mis_analysis_cut (analysis, sheet, entries->len);

  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < n; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      guint parts[] = { entry->x, entry->y };
      const MisArea *area =
          entry->area >= 0 ? mis_world_get_area (analysis->world, (guint) entry->area) : NULL;

      mis_sheet_add_text (sheet, mis_ways[matrix->way].nick);
      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        mis_sheet_add_text (sheet, partition->names[parts[j]]);
      mis_sheet_add_text (sheet, area != NULL ? mis_area_get_id (area) : NULL);
      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        mis_sheet_add_whole (sheet, entry->area < 0
                                      ? counts[parts[j]]
                                      : (guint64) mis_between_get_size (matrix->between,
                                                                        (guint) entry->area,
                                                                        parts[j]));
      mis_sheet_add_number (sheet, entry->value);
      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        mis_sheet_add_text (sheet, mis_way_get_plain_name (matrix->way, analysis->world, partition,
                                                           parts[j]));
      mis_sheet_add_text (sheet, area != NULL ? mis_area_get_name (area) : NULL);
    }
}

/* Overall first, then by area; each of them the most misaligned pair first. */
static void
add_matrix (const MisAnalysis *analysis, MisSheet *sheet, const Matrix *matrix)
{
  g_autoptr (GArray) overall = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GArray) by_area = g_array_new (FALSE, FALSE, sizeof (Entry));

  collect (overall, matrix->between, -1);
  for (guint area = 0; area < matrix->between->n_areas; area++)
    collect (by_area, matrix->between, (int) area);
  add_entries (analysis, sheet, matrix, overall);
  add_entries (analysis, sheet, matrix, by_area);
}

/* The area where two parts are most misaligned, the first if there are several; -1 for none. */
static int
find_most (const MisBetween *between, guint x, guint y)
{
  int most = -1;

  for (guint area = 0; area < between->n_areas; area++)
    {
      double value = mis_between_get (between, area, x, y);

      if (value > 0.0 && (most < 0 || value > mis_between_get (between, (guint) most, x, y)))
        most = (int) area;
    }
  return most;
}

static void
add_pair (const MisAnalysis *analysis, MisSheet *sheet, const Matrix *matrix, const Entry *entry)
{
  int most = find_most (matrix->between, entry->x, entry->y);
  gboolean same = entry->x == entry->y;

  mis_sheet_add_text (sheet, mis_way_get_name (matrix->way, analysis->world, matrix->partition,
                                               entry->x));
  mis_sheet_add_text (sheet, same ? _("(the same)")
                                  : mis_way_get_name (matrix->way, analysis->world,
                                                      matrix->partition, entry->y));
  mis_sheet_add_number (sheet, entry->value);
  mis_sheet_add_whole (sheet, mis_way_count_areas (matrix->between, entry->x, entry->y));
  mis_sheet_add_text (sheet, most < 0 ? NULL
                                      : mis_area_get_name (mis_world_get_area (analysis->world,
                                                                               (guint) most)));
  mis_sheet_add_number (sheet, most < 0 ? (double) NAN
                                        : mis_between_get (matrix->between, (guint) most, entry->x,
                                                           entry->y));
}

static void
add_pairs (const MisAnalysis *analysis, MisSection *section, const Matrix *matrix)
{
  MisSheet *sheet = mis_section_add_sheet (section, NULL, mis_ways[matrix->way].label,
                                           words_columns);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  guint n;

  collect (entries, matrix->between, -1);
  g_array_sort (entries, compare_entries);
  n = mis_analysis_cut (analysis, sheet, entries->len);
  for (guint i = 0; i < n; i++)
    add_pair (analysis, sheet, matrix, &g_array_index (entries, Entry, i));
}

MisBetween *
mis_analysis_make_between (const MisAnalysis *analysis,
                           MisSection *section,
                           MisWay way,
                           const MisPartition *partition)
{
  g_autoptr (GError) error = NULL;
  MisBetween *between = mis_between_new (analysis->tally, partition, &error);

  if (between == NULL)
    mis_section_add_note (section, g_strdup_printf (_("By %s: not listed, as there are %u, and a "
                                                      "matrix of all pairs is too large"),
                                                    mis_ways[way].nick, partition->n_groups));
  return between;
}

void
mis_analysis_fill_between (MisAnalysis *analysis, MisSection *section)
{
  MisSheet *sheet = mis_section_add_sheet (section, NULL, NULL, columns);
  gboolean for_people = analysis->request.for_people;

  mis_section_set_intro (section, _("Who is in conflict with whom? The mean misalignment of two "
                                    "agents, one from either side, over the areas where both are "
                                    "known: Areas says how many these are, and a high value over "
                                    "few of them says little. 0 is no conflict. Each area by "
                                    "itself: --format csv --table between."));
  for (guint way = 0; way < MIS_N_WAYS; way++)
    {
      g_autoptr (MisPartition) partition = NULL;
      g_autoptr (MisBetween) between = NULL;

      if (!mis_way_is_wanted ((MisWay) way, analysis)
          || (for_people && !mis_way_is_told ((MisWay) way, analysis, section)))
        continue;
      partition = mis_way_new_partition ((MisWay) way, analysis->world);
      between = mis_analysis_make_between (analysis, section, (MisWay) way, partition);
      if (between != NULL && for_people)
        add_pairs (analysis, section, &(Matrix) { (MisWay) way, partition, between });
      else if (between != NULL)
        add_matrix (analysis, sheet, &(Matrix) { (MisWay) way, partition, between });
    }
}
