#include "load-example.h"

#include "core/edit.h"
#include "file/example.h"

#define N_MORE 3000u

MisWorld *
load_example (const char *name)
{
  g_autoptr (GError) error = NULL;
  MisWorld *world = mis_example_load (name, &error);

  g_assert_no_error (error);
  return world;
}

MisWorld *
load_large_example (void)
{
  MisWorld *world = load_example ("carla");
  guint area = 0;

  for (guint i = 0; i < N_MORE; i++)
    {
      g_autofree char *id = g_strdup_printf ("extra-%u", i);
      g_autoptr (MisAgent) agent = mis_agent_new (id, id, MIS_KIND_OTHER, "", 1 + i % 7, "", NULL);
      MisPosition position = mis_position ((int) (i % 2), (i % 1000) / 1000.0);
      MisWorld *more = mis_world_with_agent_added (world, mis_world_get_n_agents (world), agent,
                                                   &area, &position, 1, NULL);

      mis_world_unref (world);
      world = more;
    }
  return world;
}
