#include "app/recent-files.h"

#include "config.h"

#define KEY "recent-files"

GPtrArray *
mis_recent_files_list (void)
{
  g_autoptr (GSettings) settings = g_settings_new (MIS_APPLICATION_ID);
  g_auto (GStrv) uris = g_settings_get_strv (settings, KEY);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; uris[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uris[i]);

      /* Only what is here is asked for: a server that has gone must not hold up the window. */
      if (g_file_is_native (file) && g_file_query_exists (file, NULL))
        g_ptr_array_add (files, g_steal_pointer (&file));
    }
  return files;
}

void
mis_recent_files_add (GFile *file)
{
  g_autoptr (GSettings) settings = g_settings_new (MIS_APPLICATION_ID);
  g_auto (GStrv) uris = g_settings_get_strv (settings, KEY);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) changed = NULL;
  guint n = 1;

  g_strv_builder_add (builder, uri);
  for (guint i = 0; uris[i] != NULL && n < MIS_RECENT_FILES; i++)
    if (g_strcmp0 (uris[i], uri) != 0)
      {
        g_strv_builder_add (builder, uris[i]);
        n++;
      }
  changed = g_strv_builder_end (builder);
  g_settings_set_strv (settings, KEY, (const char *const *) changed);
}
