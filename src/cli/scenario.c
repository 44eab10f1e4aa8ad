#include "cli/scenario.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/message.h"
#include "core/edit.h"
#include "file/analysis.h"

gboolean
mis_scenario_check_given (const MisCommand *command, const char *option, char **words)
{
  if (words == NULL || words[0] == NULL || words[1] == NULL)
    return TRUE;
  mis_usage_error (command, _("%s was given more than once, expected one scenario; to compare two: "
                              "analyze FILE --scenario \"%s\" --against \"%s\"; for a table of "
                              "all: score FILE --all-scenarios"),
                   option, words[1], words[0]);
  return FALSE;
}

const char *
mis_scenario_get_given (char **words)
{
  return words != NULL ? words[0] : NULL;
}

static char *
list_scenarios (const MisWorld *world)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < mis_world_get_n_scenarios (world); i++)
    g_string_append_printf (list, i == 0 ? "%s" : ", %s", mis_world_get_scenario (world, i)->id);
  return g_string_free (list, FALSE);
}

/* The one scenario of a name; -1 if there is none, or if several are called so. */
static int
find_by_name (const MisWorld *world, const char *name)
{
  int found = -1;

  for (guint i = 0; i < mis_world_get_n_scenarios (world); i++)
    {
      if (strcmp (mis_world_get_scenario (world, i)->name, name) != 0)
        continue;
      if (found >= 0)
        return -1;
      found = (int) i;
    }
  return found;
}

MisScenario *
mis_scenario_choose (const MisWorld *world, const char *id, const char *name)
{
  int scenario = mis_world_find_scenario (world, id);

  if (scenario < 0)
    scenario = find_by_name (world, id);
  if (scenario >= 0)
    return mis_world_get_scenario (world, (guint) scenario);
  if (mis_world_get_n_scenarios (world) == 0)
    mis_message (_("%s: scenarios: found none, expected “%s”"), name, id);
  else
    {
      g_autofree char *expected = list_scenarios (world);

      mis_message (_("%s: scenarios: found no “%s”, expected one of %s"), name, id, expected);
    }
  return NULL;
}

void
mis_scenario_refuse (const MisWorld *world,
                     const MisScenario *scenario,
                     const char *name,
                     const GError *error)
{
  mis_message ("%s: scenarios[%d]: %s", name, mis_world_find_scenario (world, scenario->id),
               error->message);
}

MisWorld *
mis_scenario_apply_given (MisWorld *world, const char *id, const char *name)
{
  MisScenario *scenario = id != NULL ? mis_scenario_choose (world, id, name) : NULL;
  g_autoptr (GError) error = NULL;
  MisWorld *applied;

  if (id == NULL)
    return mis_world_ref (world);
  if (scenario == NULL)
    return NULL;
  applied = mis_world_with_scenario_applied (world, scenario, &error);
  if (applied == NULL)
    mis_scenario_refuse (world, scenario, name, error);
  return applied;
}

void
mis_scenario_remark (MisWorld *project,
                     const MisWorld *changed,
                     const char *scenario,
                     const char *name)
{
  g_autoptr (MisWorld) alike = mis_world_with_scoring (project, mis_world_get_scoring (changed));
  g_autofree char *before = mis_crowd_remark (alike);
  g_autofree char *after = mis_crowd_remark (changed);

  if (after != NULL && g_strcmp0 (before, after) != 0)
    mis_message (_("%s: remark: scenario “%s”: %s"), name, scenario, after);
}

GBytes *
mis_scenario_list (const MisWorld *world)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < mis_world_get_n_scenarios (world); i++)
    {
      const MisScenario *scenario = mis_world_get_scenario (world, i);

      g_string_append_printf (list, "%s\t%s\n", scenario->id, scenario->name);
    }
  return g_string_free_to_bytes (list);
}
