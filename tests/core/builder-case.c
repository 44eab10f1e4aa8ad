#include "builder-case.h"

#include <string.h>

#include "core/error.h"

void
mis_expect_error (gboolean ok, GError **error, int code)
{
  g_assert_false (ok);
  g_assert_nonnull (*error);
  g_assert_cmpuint ((*error)->domain, ==, MIS_ERROR);
  if (code >= 0)
    g_assert_cmpint ((*error)->code, ==, code);
  g_assert_cmpuint (strlen ((*error)->message), >, 0);
  g_clear_error (error);
}

MisScenario *
mis_make_unknown (const char *id, guint n_changes)
{
  MisChange *changes = g_new0 (MisChange, n_changes);
  g_autoptr (GError) error = NULL;
  MisScenario *scenario;

  for (guint i = 0; i < n_changes; i++)
    {
      changes[i].kind = MIS_CHANGE_UNKNOWN;
      changes[i].agent_id = g_strdup_printf ("r%u", i / 100);
      changes[i].area_id = g_strdup_printf ("p%u", i % 100);
    }
  scenario = mis_scenario_new (id, id, "", changes, n_changes, &error);
  g_assert_no_error (error);
  return scenario;
}

gboolean
mis_try_add_row (MisWorldBuilder *builder, const char *id, guint64 count, const guint *areas,
         const MisPosition *positions, guint n, GError **error)
{
  g_autoptr (MisAgent) agent = mis_agent_new (id, id, MIS_KIND_HUMAN, "", count, "", NULL);

  return mis_world_builder_add_agent (builder, agent, areas, positions, n, error);
}
