#include "table-text.h"

#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "core/population.h"
#include "file/table-population.h"
#include "file/table-writer.h"

int
table_make_file (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("misalign-table-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_unlink (path);
  g_assert_cmpint (write (fd, text, length), ==, (gssize) length);
  g_assert_cmpint (lseek (fd, 0, SEEK_SET), ==, 0);
  return fd;
}

char *
table_spell_fault (MisFault *fault)
{
  g_autofree char *text = NULL;

  g_clear_pointer (&fault->cell, g_free);
  text = mis_fault_to_text (fault, "");
  mis_fault_free (fault);
  return g_strdup (g_str_has_prefix (text, ":") ? text + 1 : text);
}

char *
table_read_fault (const char *text, gsize length, MisWorld *base)
{
  MisFault *fault = NULL;
  g_autoptr (MisWorld) world = mis_table_read (text, length, base, MIS_TABLE_ADD, NULL, &fault);

  g_assert_true ((world == NULL) == (fault != NULL));
  return fault != NULL ? table_spell_fault (fault) : g_strdup ("");
}

char *
table_stream_fault (const char *text, gsize length, MisWorld *world)
{
  g_autoptr (MisPopulation) population = mis_population_new (world, FALSE);
  MisFault *fault = NULL;
  int fd = table_make_file (text, length);
  gboolean done = mis_table_add_population (fd, population, NULL, &fault);

  close (fd);
  g_assert_true (done == (fault == NULL));
  return fault != NULL ? table_spell_fault (fault) : g_strdup ("");
}

MisWorld *
table_read (const char *text, MisWorld *base, gboolean merge, MisTableSummary *summary)
{
  MisFault *fault = NULL;
  MisWorld *world = mis_table_read (text, strlen (text), base,
                                    merge ? MIS_TABLE_MERGE : MIS_TABLE_ADD, summary, &fault);

  if (world == NULL)
    g_error ("%s: %s", text, table_spell_fault (fault));
  return world;
}

char *
table_write (const MisWorld *world)
{
  g_autoptr (GBytes) bytes = mis_table_write (world, MIS_CSV_POINTS);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}
