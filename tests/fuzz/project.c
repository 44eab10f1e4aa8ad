/* Any bytes for the reader of projects: what it takes can be saved, read again and scored. */
#include "file/project-reader.h"

#include "target.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *copy = g_memdup2 (data, size);
  g_autoptr (MisFault) fault = NULL;
  g_autoptr (MisWorld) world = mis_project_read (copy, size, &fault);

  g_assert_true ((world == NULL) == (fault != NULL));
  if (world == NULL)
    {
      fuzz_spell_fault (fault);
      return 0;
    }
  fuzz_check_saved (world);
  fuzz_check_scored (world);
  return 0;
}
