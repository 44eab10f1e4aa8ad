#include "cli/output.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "cli/interrupt.h"
#include "cli/message.h"
#include "file/save.h"

gboolean
mis_output_is_standard (const char *path)
{
  return path == NULL || strcmp (path, "-") == 0;
}

gboolean
mis_output_check_name (const MisCommand *command, const char *path)
{
  if (path == NULL || *path != '\0')
    return TRUE;
  mis_usage_error (command, _("-o: found an empty name, expected that of a file"));
  return FALSE;
}

gboolean
mis_output_is_terminal (const char *path)
{
  return mis_output_is_standard (path) && isatty (STDOUT_FILENO);
}

static gboolean
fail_standard (int number)
{
  if (number != EPIPE)
    mis_message (_("standard output: %s"), g_strerror (number));
  return FALSE;
}

/* Standard output may be shared with a program that has made it non-blocking. */
static gboolean
is_worth_another_try (int number)
{
  GPollFD output = { .fd = STDOUT_FILENO, .events = G_IO_OUT };

  if (number == EAGAIN)
    g_poll (&output, 1, -1);
  return number == EAGAIN || number == EINTR;
}

static gboolean
write_standard (const char *data, gsize length)
{
  while (length > 0)
    {
      ssize_t n = write (STDOUT_FILENO, data, length);

      if (n < 0 && is_worth_another_try (errno))
        continue;
      if (n < 0)
        return fail_standard (errno);
      data += n;
      length -= (gsize) n;
    }
  return TRUE;
}

static gboolean
save (const char *path, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisFault) fault = NULL;
  g_autofree char *name = NULL;
  gboolean saved;

  mis_interrupt_hold ();
  saved = mis_save_bytes (path, bytes, NULL, NULL, &error);
  mis_interrupt_release ();
  if (saved)
    return TRUE;
  name = g_filename_display_name (path);
  fault = mis_fault_new_from_error (error);
  mis_message_fault (fault, name);
  return FALSE;
}

gboolean
mis_output_write (const char *path, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return mis_output_is_standard (path) ? write_standard (data, length) : save (path, bytes);
}

/* A file with nothing in it, such as one that was made to have a name, may go. */
static gboolean
is_taken (const char *path)
{
  GStatBuf status;

  return !mis_output_is_standard (path) && g_stat (path, &status) == 0
         && (status.st_mode & S_IFMT) == S_IFREG && status.st_size > 0;
}

gboolean
mis_output_is_free (const char *path, const char *way_out)
{
  g_autofree char *name = NULL;

  if (!is_taken (path))
    return TRUE;
  name = g_filename_display_name (path);
  if (way_out != NULL)
    mis_message (_("%s: found a file of that name, expected none: --force replaces it; %s"), name,
                 way_out);
  else
    mis_message (_("%s: found a file of that name, expected none: --force replaces it"), name);
  return FALSE;
}

gboolean
mis_output_print (const char *text)
{
  return write_standard (text, strlen (text));
}

gboolean
mis_output_close (void)
{
  /* Closed from the beginning, and nothing was to be written: that is allowed. */
  if (close (STDOUT_FILENO) == 0 || errno == EBADF)
    return TRUE;
  return fail_standard (errno);
}
