/* What of a world a population table cannot hold. */
#include "file/table-writer.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/row-reader.h"

static gboolean
has_conflicts (const MisWorld *world)
{
  for (guint i = 0; i < mis_world_get_n_areas (world); i++)
    {
      const MisArea *area = mis_world_get_area (world, i);
      guint n_conflicts;

      mis_area_get_conflicts (area, &n_conflicts);
      if (n_conflicts > 0 || mis_area_get_default_conflict (area) > 0.0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_options (const MisWorld *world)
{
  const MisScoring plain = { 0 };

  return !mis_scoring_equal (mis_world_get_scoring (world), &plain);
}

static gboolean
has_title (const MisWorld *world)
{
  return *mis_world_get_title (world) != '\0' || *mis_world_get_description (world) != '\0';
}

/* Ids are what a table says of areas and goals. */
static gboolean
has_names (const MisWorld *world)
{
  for (guint i = 0; i < mis_world_get_n_areas (world); i++)
    {
      const MisArea *area = mis_world_get_area (world, i);

      if (strcmp (mis_area_get_id (area), mis_area_get_name (area)) != 0
          || *mis_area_get_description (area) != '\0')
        return TRUE;
      for (guint goal = 0; goal < mis_area_get_n_goals (area); goal++)
        {
          const MisGoal *value = mis_area_get_goal (area, goal);

          if (strcmp (value->id, value->name) != 0 || *value->description != '\0')
            return TRUE;
        }
    }
  return FALSE;
}

/* An empty name would be read as the id. */
static gboolean
has_empty_names (const MisWorld *world)
{
  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    if (*mis_world_get_agent (world, i)->name == '\0')
      return TRUE;
  return FALSE;
}

static gboolean
has_notes (const MisWorld *world)
{
  gboolean found = FALSE;
  MisRowReader rows;

  mis_row_reader_init (&rows, world);
  for (guint i = 0; i < mis_world_get_n_agents (world) && !found; i++)
    {
      guint n;
      const MisKnownPosition *known = mis_row_reader_read (&rows, i, &n);

      found = *mis_world_get_agent (world, i)->note != '\0';
      for (guint j = 0; j < n; j++)
        found = found || known[j].position.note != NULL;
    }
  mis_row_reader_clear (&rows);
  return found;
}

static gboolean
has_scenarios (const MisWorld *world)
{
  return mis_world_get_n_scenarios (world) > 0;
}

static gboolean
has_experiments (const MisWorld *world)
{
  return mis_world_get_n_experiments (world) > 0;
}

/* Whether a goal is the next that an area has named, or one of those before; areas likewise. */
static gboolean
is_in_order (const MisKnownPosition *known, guint *n_goals, guint *n_named)
{
  guint goal = (guint) (known->position.goal + 1);

  if (known->area > *n_named || goal > n_goals[known->area] + 1)
    return FALSE;
  *n_named = MAX (*n_named, known->area + 1);
  n_goals[known->area] = MAX (n_goals[known->area], goal);
  return TRUE;
}

static gboolean
are_in_order (const MisWorld *world, guint *n_goals, guint *n_named)
{
  gboolean in_order = TRUE;
  MisRowReader rows;

  mis_row_reader_init (&rows, world);
  for (guint i = 0; i < mis_world_get_n_agents (world) && in_order; i++)
    {
      guint n;
      const MisKnownPosition *known = mis_row_reader_read (&rows, i, &n);

      for (guint j = 0; j < n && in_order; j++)
        in_order = is_in_order (&known[j], n_goals, n_named);
    }
  mis_row_reader_clear (&rows);
  return in_order;
}

/* The order in which rows of a table name the goals of an area, and areas, is all there is to know
 * of them: what nobody holds is lost, and what is named out of order is moved. */
static gboolean
has_other_goals (const MisWorld *world)
{
  guint n_areas = mis_world_get_n_areas (world);
  g_autofree guint *n_goals = g_new0 (guint, n_areas);
  guint n_named = 0;

  if (!are_in_order (world, n_goals, &n_named))
    return TRUE;
  for (guint area = 0; area < n_areas; area++)
    if (n_goals[area] < mis_area_get_n_goals (mis_world_get_area (world, area)))
      return TRUE;
  return n_named < n_areas;
}

static const struct
{
  gboolean (*is_there) (const MisWorld *world);
  const char *message;
  const char *wide; /* (nullable): instead of it */
} losses[] = {
  { has_conflicts, N_("the conflicts between goals are left out"), NULL },
  { has_options, N_("the options of the score are left out"), NULL },
  { has_title, N_("the title and the description are left out"), NULL },
  { has_names, N_("areas and goals have only their ids, without names and descriptions"),
    N_("areas and goals have only their names, or only their ids where two names could be taken "
       "for one another, and no descriptions") },
  { has_other_goals, N_("areas and goals that nobody holds are left out, and the rest stand in the "
                        "order of the rows"), NULL },
  { has_empty_names, N_("agents whose name is empty are named after their ids"), NULL },
  { has_notes, N_("notes and sources are left out"), NULL },
  { has_scenarios, N_("the scenarios are left out"), NULL },
  { has_experiments, N_("the experiments are left out"), NULL },
};

static GPtrArray *
list_losses (const MisWorld *world, gboolean is_wide)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (losses); i++)
    if (losses[i].is_there (world))
      g_ptr_array_add (list, g_strdup (is_wide && losses[i].wide != NULL
                                         ? _(losses[i].wide)
                                         : _(losses[i].message)));
  return list;
}

GPtrArray *
mis_table_list_losses (const MisWorld *world)
{
  return list_losses (world, FALSE);
}

GPtrArray *
mis_table_list_wide_losses (const MisWorld *world)
{
  return list_losses (world, TRUE);
}
