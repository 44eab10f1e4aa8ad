#include "load-example.h"

#include "file/example.h"

MisWorld *
load_example (const char *name)
{
  g_autoptr (GError) error = NULL;
  MisWorld *world = mis_example_load (name, &error);

  g_assert_no_error (error);
  return world;
}
