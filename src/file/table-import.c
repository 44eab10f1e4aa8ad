#include "file/table-import.h"

#include <string.h>

#include "core/edit.h"

MisWorld *
mis_table_set_conflicts (MisWorld *world, guint first, double conflict)
{
  MisWorld *changed = mis_world_ref (world);

  if (conflict <= 0.0)
    return changed;
  for (guint i = first; i < mis_world_get_n_areas (world); i++)
    {
      g_autoptr (MisArea) area =
          mis_area_with_default_conflict (mis_world_get_area (world, i), conflict, NULL);
      MisWorld *next = mis_world_with_area (changed, i, area, NULL);

      mis_world_unref (changed);
      changed = next;
    }
  return changed;
}

MisWorld *
mis_table_set_title (MisWorld *world, const char *name)
{
  const char *dot = strrchr (name, '.');
  g_autofree char *title = g_strndup (name, dot != NULL ? (gsize)(dot - name) : strlen (name));
  MisWorld *titled = mis_world_with_title (world, title, NULL);

  /* A file may have a name that no title can have. */
  return titled != NULL ? titled : mis_world_ref (world);
}
