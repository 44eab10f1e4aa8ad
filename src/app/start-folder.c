#include "app/start-folder.h"

#include <glib/gi18n.h>

#include "app/recent-files.h"

/* Only what is here is asked for: a server that has gone must not hold up the window. */
static gboolean
is_folder (GFile *file)
{
  return g_file_is_native (file) &&
         g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY;
}

/* @last: (nullable): where somebody was before. */
static GFile *
find_folder (GFile *last, GUserDirectory directory)
{
  const char *path = g_get_user_special_dir (directory);
  g_autoptr (GFile) usual = path != NULL ? g_file_new_for_path (path) : NULL;

  if (last != NULL && is_folder (last))
    return g_object_ref (last);
  if (usual != NULL && is_folder (usual))
    return g_steal_pointer (&usual);
  return g_file_new_for_path (g_get_home_dir ());
}

GFile *
mis_start_folder_for_charts (const char *last)
{
  g_autoptr (GFile) folder = *last != '\0' ? g_file_new_for_uri (last) : NULL;

  return find_folder (folder, G_USER_DIRECTORY_PICTURES);
}

GFile *
mis_start_folder_for_projects (void)
{
  g_autoptr (GPtrArray) files = mis_recent_files_list ();
  g_autoptr (GFile) folder =
      files->len > 0 ? g_file_get_parent (g_ptr_array_index (files, 0)) : NULL;

  return find_folder (folder, G_USER_DIRECTORY_DOCUMENTS);
}

char *
mis_start_folder_get_name (GFile *folder, const char *home)
{
  g_autoptr (GFile) own = g_file_new_for_path (home);
  g_autofree char *below = g_file_get_relative_path (own, folder);
  g_autofree char *path = below != NULL ? g_build_filename ("~", below, NULL) : NULL;

  if (path != NULL)
    return g_filename_display_name (path);
  return g_file_equal (folder, own) ? g_strdup (_ ("the home folder"))
                                    : g_file_get_parse_name (folder);
}
