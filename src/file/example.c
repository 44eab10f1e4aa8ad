#include "file/example.h"

#include <gio/gio.h>

#include "file/example-resource.h"
#include "file/fault.h"
#include "file/project-reader.h"

#define FOLDER "/io/github/misalign/Misalign/examples/"

const char *const mis_example_names[] = { "shopping", "ranges", "carla", "blank", NULL };

GBytes *
mis_example_get_bytes (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, ".misalign", NULL);

  if (!g_strv_contains (mis_example_names, name))
    {
      g_set_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_IO,
                   "found the example \"%s\", expected shopping, ranges, carla or blank", name);
      return NULL;
    }
  return g_resource_lookup_data (mis_example_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                 error);
}

MisWorld *
mis_example_load (const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = mis_example_get_bytes (name, error);

  return bytes != NULL ? mis_project_read_bytes (bytes, name, error) : NULL;
}
