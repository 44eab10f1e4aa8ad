/* Strange bedfellows: who clashes in one problem area and could be partners in another. */
#include "file/analysis-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "core/bedfellow.h"

/* Of a list in which all are alike, so many examples say as much as all of it. */
#define EXAMPLES 3u

static const MisColumn columns[] = {
  { "a", NULL },
  { "a_name", N_("One group"), TRUE },
  { "b", NULL },
  { "b_name", N_("Another group"), TRUE },
  { "most_area", NULL },
  { "most_area_name", N_("Clash in"), TRUE },
  { "most", N_("There") },
  { "least_area", NULL },
  { "least_area_name", N_("Hardly in"), TRUE },
  { "least", N_("There") },
  { "overall", NULL },
  { "by_default", NULL },
  { NULL, NULL },
};

static void
add_pair (const MisWorld *world, MisSheet *sheet, const MisBedfellows *pair)
{
  mis_sheet_add_agent (sheet, mis_world_get_agent (world, pair->a));
  mis_sheet_add_agent (sheet, mis_world_get_agent (world, pair->b));
  mis_sheet_add_area (sheet, mis_world_get_area (world, pair->most_area));
  mis_sheet_add_number (sheet, pair->most);
  mis_sheet_add_area (sheet, mis_world_get_area (world, pair->least_area));
  mis_sheet_add_number (sheet, pair->least);
  mis_sheet_add_number (sheet, pair->overall);
  mis_sheet_add_truth (sheet, pair->by_default);
}

/* Whether the last of the list differs as much as the first, and more do that are not on it: there
 * is no ranking to be seen then. */
static gboolean
are_alike (const MisBedfellowsList *list)
{
  const MisBedfellows *first = list->pairs;
  const MisBedfellows *last = list->n_pairs > 0 ? &list->pairs[list->n_pairs - 1] : NULL;
  const double rounding = 1e-12;

  return list->n_tied > 0
         && fabs ((first->most - first->least) - (last->most - last->least)) <= rounding;
}

/* A list that goes on with equals is no ranking at its end. */
static void
tell_ties (const MisBedfellowsList *list, MisSection *section, guint shown)
{
  guint64 n = list->n_tied + list->n_pairs - shown;
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, n);
  gulong plural = (gulong) MIN (n, G_MAXULONG);

  if (list->n_tied == 0)
    return;
  if (are_alike (list))
    mis_section_add_note (section,
                          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                        "These are examples, and single nobody "
                                                        "out: %s more pair has the same gap.",
                                                        "These are examples, and single nobody "
                                                        "out: %s more pairs have the same gap.",
                                                        plural),
                                           number));
  else
    mis_section_add_note (section,
                          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                        "%s more pair has the same gap as the last "
                                                        "one shown.",
                                                        "%s more pairs have the same gap as the "
                                                        "last one shown.",
                                                        plural),
                                           number));
}

/* A clash that nobody has set says no more than that two goals differ. */
static void
tell_defaults (const MisBedfellowsList *list, MisSection *section, guint64 n_hidden)
{
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, n_hidden);

  if (n_hidden > 0)
    mis_section_add_note (section,
                          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                        "%s pair is not listed: it clashes only by "
                                                        "the default conflict of a problem area, "
                                                        "which says no more than that the goals "
                                                        "differ.",
                                                        "%s pairs are not listed: they clash only "
                                                        "by the default conflict of a problem "
                                                        "area, which says no more than that the "
                                                        "goals differ.",
                                                        (gulong) MIN (n_hidden, G_MAXULONG)),
                                           number));
  else if (list->n_default > 0 && list->n_default == list->n_found)
    mis_section_add_note (section,
                          g_strdup (_("All of these clash by the default conflict of the problem "
                                      "area, which says no more than that the goals differ: set "
                                      "the conflict of the goals that matter, and this list says "
                                      "more.")));
}

/* People read of conflicts that somebody has set, where there are any. (transfer full) */
static MisBedfellowsList *
choose_list (const MisAnalysis *analysis, guint64 *n_hidden)
{
  guint limit = analysis->request.limit;
  g_autoptr (MisBedfellowsList) all = mis_bedfellows_new (analysis->tally, limit, FALSE);
  g_autoptr (MisBedfellowsList) set = NULL;

  *n_hidden = 0;
  if (!analysis->request.for_people || mis_analysis_shows_all (analysis) || all->n_default == 0)
    return g_steal_pointer (&all);
  set = mis_bedfellows_new (analysis->tally, limit, TRUE);
  if (set->n_found == 0)
    return g_steal_pointer (&all);
  *n_hidden = all->n_found - set->n_found;
  return g_steal_pointer (&set);
}

static void
add_notes (const MisAnalysis *analysis,
           MisSection *section,
           const MisBedfellowsList *list,
           guint shown,
           guint64 n_hidden)
{
  if (mis_world_get_n_areas (analysis->world) < 2)
    mis_section_add_note (section, g_strdup (_("It takes two problem areas to tell.")));
  tell_ties (list, section, shown);
  tell_defaults (list, section, n_hidden);
}

void
mis_analysis_fill_bedfellows (MisAnalysis *analysis, MisSection *section)
{
  MisSheet *sheet = mis_section_add_sheet (section, NULL, NULL, columns);
  guint64 n_hidden;
  g_autoptr (MisBedfellowsList) list = choose_list (analysis, &n_hidden);
  gboolean for_people = analysis->request.for_people;
  guint shown = for_people && are_alike (list) ? MIN (list->n_pairs, EXAMPLES) : list->n_pairs;

  mis_section_set_intro (section, _("Which groups clash in one problem area and hardly in another, "
                                    "where they could be partners? Misalignment of one agent from "
                                    "each; the pair with the widest gap between the two first."));
  for (guint i = 0; i < shown; i++)
    add_pair (analysis->world, sheet, &list->pairs[i]);
  sheet->n_left_out = list->n_found - shown;
  if (for_people)
    add_notes (analysis, section, list, shown, n_hidden);
  if (list->n_compared < list->n_rows)
    mis_section_add_note (section, g_strdup_printf (_("The %u largest of %u groups were compared, "
                                                      "each with each"),
                                                    list->n_compared, list->n_rows));
}
