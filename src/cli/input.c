#include "cli/input.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "cli/message.h"
#include "file/load.h"
#include "file/project-reader.h"

gboolean
mis_input_is_standard (const char *path)
{
  return strcmp (path, "-") == 0;
}

char *
mis_input_get_name (const char *path)
{
  if (mis_input_is_standard (path))
    return g_strdup (_("standard input"));
  /* A name that is empty must be seen to be so. */
  return *path != '\0' ? g_filename_display_name (path) : g_strdup ("“”");
}

GBytes *
mis_input_load (const char *path, MisFault **fault)
{
  g_autofree char *name = mis_input_get_name (path);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = mis_input_is_standard (path) ? mis_load_stream (STDIN_FILENO, name, &error)
                                               : mis_load_file (path, NULL, &error);

  if (bytes == NULL)
    *fault = mis_fault_new_from_error (error);
  return bytes;
}

MisWorld *
mis_input_read (const char *path, MisFault **fault)
{
  g_autoptr (GBytes) bytes = mis_input_load (path, fault);
  gsize length;
  const char *text;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &length);
  return mis_project_read (text, length, fault);
}

int
mis_input_open (const char *path)
{
  g_autofree char *name = mis_input_get_name (path);
  int fd;

  if (mis_input_is_standard (path))
    return STDIN_FILENO;
  do
    fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  while (fd < 0 && errno == EINTR);
  if (fd < 0 && errno == ENOENT)
    mis_message (_("%s: There is no file “%s”."), name, name);
  else if (fd < 0)
    mis_message ("%s: %s", name, g_strerror (errno));
  return fd;
}

void
mis_input_close (int fd)
{
  if (fd != STDIN_FILENO)
    close (fd);
}
