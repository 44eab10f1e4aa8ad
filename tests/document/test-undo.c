/* Random edits, all undone, all done again: at every step the same bytes of the project file, and a
 * tally that equals the one from scratch bit for bit; and what edits lead to can be saved. */
#include "core/edit.h"
#include "core/score.h"
#include "document/history.h"
#include "file/project-reader.h"
#include "file/project-writer.h"

#include "random-edit.h"
#include "random-world.h"

#define N_EDITS 10000u
#define N_ROWS 300u /* two blocks */
#define LEG 900u    /* edits between two walks back: within what a history keeps */

/* What a world says, and its tally, as they were when it was made. */
typedef struct
{
  char *hash;
  MisTally *tally;
} Record;

static void
record_clear (Record *record)
{
  g_free (record->hash);
  mis_tally_unref (record->tally);
}

static char *
hash_world (MisWorld *world)
{
  g_autoptr (GBytes) bytes = mis_project_write (world);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

static void
check_record (const Record *record, MisWorld *world)
{
  g_autofree char *hash = hash_world (world);
  g_autoptr (MisTally) scratch = mis_tally_new (world, NULL);

  g_assert_cmpstr (hash, ==, record->hash);
  g_assert_true (mis_tally_equal (scratch, record->tally));
}

static MisWorld *
new_world (GRand *rand)
{
  MisWorld *world = mis_random_world (rand, N_ROWS, 4, 6);

  while (mis_world_get_n_areas (world) == 0 || mis_world_get_n_agents (world) < N_ROWS / 2)
    {
      mis_world_unref (world);
      world = mis_random_world (rand, N_ROWS, 4, 6);
    }
  return world;
}

/* Edits until there are @n steps more; the tally goes along from step to step. */
static void
go_on (GRand *rand, MisHistory *history, GArray *records, guint n)
{
  for (guint done = 0; done < n;)
    {
      MisWorld *world = mis_history_get_world (history);
      g_autoptr (MisWorld) edited = mis_random_edit (rand, world, N_ROWS);
      Record *last = &g_array_index (records, Record, records->len - 1);
      Record record;

      if (edited == world)
        continue;
      record.hash = hash_world (edited);
      record.tally = mis_tally_new (edited, last->tally);
      mis_history_push (history, edited, "Edit");
      g_array_append_val (records, record);
      done++;
    }
}

static void
walk_back_and_forth (MisHistory *history, GArray *records)
{
  guint at = records->len - 1;

  while (mis_history_undo (history))
    check_record (&g_array_index (records, Record, --at), mis_history_get_world (history));
  while (mis_history_redo (history))
    check_record (&g_array_index (records, Record, ++at), mis_history_get_world (history));
  g_assert_cmpuint (at, ==, records->len - 1);
}

static void
edit_undo_redo (guint32 seed, guint n_edits)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (MisWorld) first = new_world (rand);
  MisWorld *start = mis_world_ref (first);

  for (guint done = 0; done < n_edits; done += LEG)
    {
      g_autoptr (MisHistory) history = mis_history_new (start);
      g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (Record));
      Record record = { hash_world (start), mis_tally_new (start, NULL) };

      g_array_set_clear_func (records, (GDestroyNotify) record_clear);
      g_array_append_val (records, record);
      go_on (rand, history, records, MIN (LEG, n_edits - done));
      walk_back_and_forth (history, records);
      mis_world_unref (start);
      start = mis_world_ref (mis_history_get_world (history));
    }
  mis_world_unref (start);
}

static void
test_edit_undo_redo (void)
{
  guint n_seeds = g_getenv ("MISALIGN_FULL") != NULL ? 20 : 1;

  for (guint32 seed = 1; seed <= n_seeds; seed++)
    edit_undo_redo (seed, N_EDITS);
}

/* What edits lead to can be saved and opened again, and says the same. */
static void
check_saved (MisWorld *world)
{
  g_autoptr (GBytes) bytes = mis_project_write (world);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (MisWorld) opened = NULL;
  MisFault *fault = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  opened = mis_project_read (text, length, &fault);
  if (opened == NULL)
    {
      g_autofree char *message = mis_fault_to_text (fault, "world");

      g_error ("%s\n%.*s", message, (int) length, text);
    }
  again = mis_project_write (opened);
  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_true (mis_world_equal (world, opened));
}

static void
test_saved (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (MisWorld) world = mis_random_world (rand, 12, 4, 5);

      for (guint j = 0; j < 40 && mis_world_get_n_areas (world) > 0
                        && mis_world_get_n_agents (world) > 0; j++)
        {
          MisWorld *edited = mis_random_edit (rand, world, 6);

          if (edited != world)
            check_saved (edited);
          mis_world_unref (world);
          world = edited;
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/undo/edit-undo-redo", test_edit_undo_redo);
  g_test_add_func ("/undo/saved", test_saved);
  return g_test_run ();
}
