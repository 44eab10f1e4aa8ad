#include "cli/score-population.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/input.h"
#include "cli/message.h"
#include "cli/remark.h"
#include "file/table-advice.h"
#include "file/table-population.h"

#define MOST_AREAS 20u /* of a table, in messages */
#define MOST_LISTED 8u /* on one line */

/* (transfer full): “household” (Household items), ...: what a table calls them by. */
static char *
list_areas (const MisWorld *world)
{
  guint n = mis_world_get_n_areas (world);
  GString *list = g_string_new (n == 0 ? _("none") : NULL);

  for (guint i = 0; i < MIN (n, MOST_LISTED); i++)
    {
      const MisArea *area = mis_world_get_area (world, i);
      const char *id = mis_area_get_id (area), *name = mis_area_get_name (area);

      g_string_append_printf (list, i == 0 ? "“%s”" : ", “%s”", id);
      if (strcmp (id, name) != 0)
        g_string_append_printf (list, " (%s)", name);
    }
  if (n > MOST_LISTED)
    g_string_append_printf (list, _(" and %u more"), n - MOST_LISTED);
  return g_string_free (list, FALSE);
}

/* What to do where a table names what the project has not. */
static void
advise (const MisWorld *world, const MisScoreTable *table)
{
  g_autofree char *areas = list_areas (world);

  mis_message (_("%s: the problem areas and goals of this table are to be those of %s, by id or by "
                 "name; its problem areas: %s"),
               table->name, table->project, areas);
  mis_message (_("%s: correct the names in the table; or, if it has areas or goals of its own, "
                 "take them into a project first: “misalign-cli convert --into PROJECT TABLE "
                 "NEW.misalign”"),
               table->name);
}

MisPopulation *
mis_score_population_read (const char *path,
                           MisWorld *world,
                           gboolean every_mean,
                           MisScoreTable *table)
{
  g_autoptr (MisPopulation) population = NULL;
  g_autoptr (MisFault) fault = NULL;
  MisTableCount count = { 0 };
  gboolean is_name;
  int fd = mis_input_open (path);

  if (fd < 0)
    return NULL;
  population = mis_population_new (world, every_mean);
  mis_table_add_population (fd, population, &count, &fault);
  mis_input_close (fd);
  table->n_rows = count.n_rows;
  table->n_empty_weights = count.n_empty_weights;
  if (fault == NULL)
    return g_steal_pointer (&population);
  is_name = mis_table_advise (fault, world);
  mis_message_fault (fault, table->name);
  if (is_name)
    advise (world, table);
  return NULL;
}

/* A column that was not read, or that is missing, shows in those who are unknown. */
static void
remark_area (const MisPopulation *population, guint index, const MisScoreTable *table)
{
  MisWorld *world = mis_population_get_world (population);
  const MisArea *area = mis_world_get_area (world, index);
  guint64 n = mis_population_get_n_agents (population);
  guint64 n_unknown = mis_population_get_n_unknown (population, index);
  g_autofree char *known = g_strdup_printf ("%" G_GUINT64_FORMAT, n - n_unknown);
  g_autofree char *unknown = g_strdup_printf ("%" G_GUINT64_FORMAT, n_unknown);

  mis_message (_("%s: %s: agents: %s; unknown: %s"), table->name, mis_area_get_name (area), known,
               unknown);
  if (n_unknown == n && n > 0 && mis_world_get_scoring (world)->unknown == MIS_UNKNOWN_LEAVE_OUT)
    mis_message (_("%s: remark: found nobody with a goal in “%s”, a problem area of %s, expected a "
                   "column “%s” with goals, or rows with that area; without, it does not count in "
                   "the score"),
                 table->name, mis_area_get_name (area), table->project, mis_area_get_id (area));
}

/* Those who are unknown in a few areas count once for each. */
static guint64
count_unknown (const MisPopulation *population)
{
  guint n_areas = mis_world_get_n_areas (mis_population_get_world (population));
  guint64 n = 0;

  for (guint i = 0; i < n_areas; i++)
    n += mis_population_get_n_unknown (population, i);
  return n;
}

static void
remark_unknown (const MisPopulation *population, const MisScoreTable *table)
{
  const MisScoring *scoring = mis_world_get_scoring (mis_population_get_world (population));
  guint64 n = count_unknown (population);
  g_autofree char *unknown = g_strdup_printf ("%" G_GUINT64_FORMAT, n);

  if (n == 0)
    return;
  if (scoring->unknown == MIS_UNKNOWN_LEAVE_OUT)
    mis_message (_("%s: remark: agents that are unknown in a problem area are left out of it; with "
                   "“--unknown no-goal” they count as holding no goal there (unknown in all areas "
                   "together: %s)"), table->name, unknown);
  else
    mis_message (_("%s: remark: agents that are unknown in a problem area count as if they held no "
                   "goal there; with “--unknown leave-out” they are left out (unknown in all areas "
                   "together: %s)"), table->name, unknown);
}

void
mis_score_population_remark (MisPopulation *population, const MisScoreTable *table)
{
  guint n_areas = mis_world_get_n_areas (mis_population_get_world (population));
  guint64 n = mis_population_get_n_agents (population);
  g_autofree char *rows = g_strdup_printf ("%" G_GUINT64_FORMAT, table->n_rows);
  g_autofree char *agents = g_strdup_printf ("%" G_GUINT64_FORMAT, n);

  mis_message (_("%s: rows: %s; agents: %s"), table->name, rows, agents);
  for (guint i = 0; i < MIN (n_areas, MOST_AREAS); i++)
    remark_area (population, i, table);
  mis_remark_empty_weights (table->n_empty_weights, table->name);
  remark_unknown (population, table);
}
