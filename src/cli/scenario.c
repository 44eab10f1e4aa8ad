#include "cli/scenario.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/message.h"
#include "core/edit.h"
#include "file/analysis.h"
#include "file/table-contents.h"

#define MOST_LISTED 20u

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

/* (transfer full): the ids, of those only that @name is the name of, unless it is %NULL; with the
 * names where they are others. */
static char *
list_scenarios (const MisWorld *world, const char *name)
{
  GString *list = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < mis_world_get_n_scenarios (world); i++)
    {
      const MisScenario *scenario = mis_world_get_scenario (world, i);

      if ((name != NULL && strcmp (scenario->name, name) != 0) || n++ >= MOST_LISTED)
        continue;
      g_string_append_printf (list, n == 1 ? "%s" : ", %s", scenario->id);
      if (name == NULL && strcmp (scenario->id, scenario->name) != 0)
        g_string_append_printf (list, " (%s)", scenario->name);
    }
  if (n > MOST_LISTED)
    g_string_append_printf (list, _(" and %u more"), n - MOST_LISTED);
  return g_string_free (list, FALSE);
}

/* How many scenarios are called so; @found: (out): the last one of them. */
static guint
count_called (const MisWorld *world, const char *name, guint *found)
{
  guint n = 0;

  for (guint i = 0; i < mis_world_get_n_scenarios (world); i++)
    if (strcmp (mis_world_get_scenario (world, i)->name, name) == 0)
      {
        *found = i;
        n++;
      }
  return n;
}

/* Whether @text is misspelt for @name, or is a part of it. */
static gboolean
may_mean (const char *text, const char *name)
{
  g_autofree char *part = mis_name_fold (text);
  g_autofree char *whole = mis_name_fold (name);

  return mis_names_resemble (text, name) || (*part != '\0' && strstr (whole, part) != NULL);
}

/* (nullable): the one scenario that @text may mean. */
static const MisScenario *
find_similar (const MisWorld *world, const char *text)
{
  const MisScenario *found = NULL;

  for (guint i = 0; i < mis_world_get_n_scenarios (world); i++)
    {
      const MisScenario *scenario = mis_world_get_scenario (world, i);

      if (!may_mean (text, scenario->id) && !may_mean (text, scenario->name))
        continue;
      if (found != NULL)
        return NULL;
      found = scenario;
    }
  return found;
}

static void
say_unknown (const MisWorld *world, const char *id, const char *name)
{
  g_autofree char *expected = list_scenarios (world, NULL);
  const MisScenario *similar = find_similar (world, id);

  if (mis_world_get_n_scenarios (world) == 0)
    mis_message (_("%s: scenarios: found no “%s”, as this project has none"), name, id);
  else if (similar == NULL)
    mis_message (_("%s: scenarios: found no “%s”, expected one of %s"), name, id, expected);
  else
    mis_message (_("%s: scenarios: found no “%s”, expected one of %s; did you mean “%s”?"), name,
                 id, expected, similar->id);
}

MisScenario *
mis_scenario_choose (const MisWorld *world, const char *id, const char *name)
{
  int scenario = mis_world_find_scenario (world, id);
  g_autofree char *called = NULL;
  guint found = 0, n_called;

  if (scenario >= 0)
    return mis_world_get_scenario (world, (guint) scenario);
  n_called = count_called (world, id, &found);
  if (n_called == 1)
    return mis_world_get_scenario (world, found);
  called = list_scenarios (world, id);
  if (n_called > 1)
    mis_message (_("%s: scenarios: “%s” is the name of %u of them, expected the id of one: %s"),
                 name, id, n_called, called);
  else
    say_unknown (world, id, name);
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
