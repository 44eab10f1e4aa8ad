/* Rows of an analysis: which of them are shown, and how they call things. */
#include "file/analysis-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

char *
mis_percent (double share)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.1f", 100.0 * share + 0.0);
  return g_strconcat (buffer, " %", NULL);
}

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const MisRanked *left = a;
  const MisRanked *right = b;

  if (left->value > right->value || left->value < right->value)
    return left->value > right->value ? -1 : 1;
  return (left->index > right->index) - (left->index < right->index);
}

GArray *
mis_analysis_rank (const MisAnalysis *analysis, const double *values, guint n, guint64 *n_left_out)
{
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (MisRanked));

  for (guint i = 0; i < n; i++)
    if (!isnan (values[i]))
      g_array_append_vals (ranked, &(MisRanked) { i, values[i] }, 1);
  g_array_sort (ranked, compare_ranked);
  if (ranked->len > analysis->request.limit)
    {
      if (n_left_out != NULL)
        *n_left_out += ranked->len - analysis->request.limit;
      g_array_set_size (ranked, analysis->request.limit);
    }
  return ranked;
}

guint
mis_analysis_get_few (const MisAnalysis *analysis)
{
  return analysis->request.few > 0 ? analysis->request.few : analysis->request.limit;
}

gboolean
mis_analysis_shows_all (const MisAnalysis *analysis)
{
  return analysis->request.limit == MIS_ANALYSIS_MAX_ROWS;
}

guint
mis_analysis_cut (const MisAnalysis *analysis, MisSheet *sheet, guint n)
{
  guint shown = MIN (n, analysis->request.limit);

  sheet->n_left_out += n - shown;
  return shown;
}

void
mis_sheet_add_area (MisSheet *sheet, const MisArea *area)
{
  mis_sheet_add_text (sheet, mis_area_get_id (area));
  mis_sheet_add_text (sheet, mis_area_get_name (area));
}

void
mis_sheet_add_agent (MisSheet *sheet, const MisAgent *agent)
{
  mis_sheet_add_text (sheet, agent->id);
  mis_sheet_add_text (sheet, agent->name);
}

const char *
mis_goal_word (const MisArea *area, int goal)
{
  if (goal == MIS_NO_GOAL)
    return "-";
  return goal == MIS_UNKNOWN ? "?" : mis_area_get_goal (area, (guint) goal)->id;
}

void
mis_sheet_add_goals (MisSheet *sheet, const MisArea *area, int g, int h)
{
  g_autofree char *words = g_strdup_printf (_("%s – %s"), mis_area_get_goal_name (area, g),
                                            mis_area_get_goal_name (area, h));

  mis_sheet_add_text (sheet, mis_goal_word (area, g));
  mis_sheet_add_text (sheet, mis_goal_word (area, h));
  mis_sheet_add_text (sheet, words);
  mis_sheet_add_goal_name (sheet, area, g);
  mis_sheet_add_goal_name (sheet, area, h);
}

void
mis_sheet_add_goal_name (MisSheet *sheet, const MisArea *area, int goal)
{
  mis_sheet_add_text (sheet, goal >= 0 ? mis_area_get_goal_name (area, goal) : NULL);
}
