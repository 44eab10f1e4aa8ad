/* Writes worlds at random as files of every kind that the fuzz targets read: make-seeds FOLDER. */
#include "file/conflict-table.h"
#include "file/project-writer.h"
#include "file/table-writer.h"

#include "random-world.h"

#define N_WORLDS 60u

static void
save (const char *folder, guint number, const char *kind, GBytes *bytes)
{
  g_autofree char *name = g_strdup_printf ("world-%u.%s", number, kind);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!g_file_set_contents (path, text, (gssize)length, &error))
    g_error ("%s", error->message);
}

static void
save_all (const char *folder, guint number, const MisWorld *world)
{
  MisCsvStyle style = number % 2 == 0 ? MIS_CSV_POINTS : MIS_CSV_DECIMAL_COMMAS;
  g_autoptr (GBytes) project = mis_project_write (world);
  g_autoptr (GBytes) rows = mis_table_write (world, style);
  g_autoptr (GBytes) wide = mis_table_write_wide (world, style, NULL);

  save (folder, number, "project", project);
  save (folder, number, "table", rows);
  if (wide != NULL)
    save (folder, number, "wide.table", wide);
  if (mis_world_get_n_areas (world) > 0)
    {
      g_autoptr (GBytes) matrix = mis_conflict_table_write (mis_world_get_area (world, 0), style);

      save (folder, number, "matrix.table", matrix);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  if (argc != 2)
    g_error ("Usage: %s FOLDER", argv[0]);
  for (guint i = 0; i < N_WORLDS; i++)
    {
      g_autoptr (MisWorld) world = mis_random_world (rand, 1 + i / 6, 1 + i / 12, 4);

      save_all (argv[1], i, world);
    }
  return 0;
}
