#include "cli/input.h"

#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "file/load.h"
#include "file/project-reader.h"

static gboolean
is_standard (const char *path)
{
  return strcmp (path, "-") == 0;
}

char *
mis_input_get_name (const char *path)
{
  return is_standard (path) ? g_strdup (_("standard input")) : g_filename_display_name (path);
}

static GBytes *
load (const char *path, GError **error)
{
  g_autofree char *name = mis_input_get_name (path);

  if (is_standard (path))
    return mis_load_stream (STDIN_FILENO, name, error);
  return mis_load_file (path, NULL, error);
}

MisWorld *
mis_input_read (const char *path, MisFault **fault)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = load (path, &error);
  gsize length;
  const char *text;

  if (bytes == NULL)
    {
      *fault = mis_fault_new_from_error (error);
      return NULL;
    }
  text = g_bytes_get_data (bytes, &length);
  return mis_project_read (text, length, fault);
}
