#include "file/draft.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "file/draft-slot.h"
#include "file/save.h"

#define N_SLOTS 2u
#define LOCK "lock"
/* A folder that is not locked yet is called so, and nobody looks into it. */
#define NEW_PREFIX ".new-"
#define ID_LENGTH 16u

struct _MisDraft
{
  char *folder; /* its own */
  int lock;
  guint64 generation; /* of the newest slot; 0: all are empty */
};

void
mis_draft_origin_clear (MisDraftOrigin *origin)
{
  g_clear_pointer (&origin->uri, g_free);
}

/* (transfer full) */
static char *
get_slot (const MisDraft *draft, guint slot)
{
  g_autofree char *name = g_strdup_printf ("%u", slot);

  return g_build_filename (draft->folder, name, NULL);
}

static int
open_lock (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, LOCK, NULL);

  return open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
}

/* (nullable): the draft in @folder, unless another one has its lock. */
static MisDraft *
lock_folder (const char *folder)
{
  int lock = open_lock (folder);
  MisDraft *draft;

  if (lock < 0)
    return NULL;
  if (flock (lock, LOCK_EX | LOCK_NB) != 0)
    {
      close (lock);
      return NULL;
    }
  draft = g_new0 (MisDraft, 1);
  draft->folder = g_strdup (folder);
  draft->lock = lock;
  return draft;
}

static MisDraft *
fail (int number, GError **error)
{
  g_set_error (error, MIS_FILE_ERROR, (int)mis_file_error_from_errno (number),
               _ ("Unsaved work cannot be kept against a crash: %s. Save it now and then."),
               g_strerror (number));
  return NULL;
}

/* The lock is held before anybody else may look at the folder. */
MisDraft *
mis_draft_new (const char *folder, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%08x%08x", g_random_int (), g_random_int ());
  g_autofree char *first = g_strconcat (NEW_PREFIX, id, NULL);
  g_autofree char *unlocked = g_build_filename (folder, first, NULL);
  g_autofree char *path = g_build_filename (folder, id, NULL);
  g_autoptr (MisDraft) draft = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0 || g_mkdir (unlocked, 0700) != 0)
    return fail (errno, error);
  draft = lock_folder (unlocked);
  if (draft == NULL || g_rename (unlocked, path) != 0)
    return fail (errno, error);
  g_free (draft->folder);
  draft->folder = g_steal_pointer (&path);
  return g_steal_pointer (&draft);
}

/* A file that is replaced keeps its permissions: this gives it those of the owner alone. */
static gboolean
make_private (const char *path, GError **error)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0)
    {
      fail (errno, error);
      return FALSE;
    }
  close (fd);
  return TRUE;
}

gboolean
mis_draft_write (MisDraft *draft,
                 const MisWorld *world,
                 const MisDraftOrigin *origin,
                 GError **error)
{
  guint64 generation;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (draft != NULL && world != NULL && origin != NULL, FALSE);

  generation = draft->generation + 1;
  path = get_slot (draft, generation % N_SLOTS);
  bytes = mis_draft_slot_write (world, origin, generation);
  if (!make_private (path, error) || !mis_save_bytes (path, bytes, NULL, NULL, error))
    return FALSE;
  draft->generation = generation;
  return TRUE;
}

/* What a crash in the middle of writing has left. */
static void
sweep (const MisDraft *draft)
{
  g_autoptr (GDir) folder = g_dir_open (draft->folder, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_prefix (name, MIS_SAVE_TEMPORARY_PREFIX))
      {
        g_autofree char *path = g_build_filename (draft->folder, name, NULL);

        g_unlink (path);
      }
}

void
mis_draft_clear (MisDraft *draft)
{
  g_return_if_fail (draft != NULL);

  for (guint i = 0; i < N_SLOTS; i++)
    {
      g_autofree char *path = get_slot (draft, i);

      g_unlink (path);
    }
  draft->generation = 0;
}

void
mis_draft_free (MisDraft *draft)
{
  if (draft->generation == 0)
    {
      g_autofree char *lock = g_build_filename (draft->folder, LOCK, NULL);

      mis_draft_clear (draft);
      g_unlink (lock);
      g_rmdir (draft->folder);
    }
  close (draft->lock);
  g_free (draft->folder);
  g_free (draft);
}

/* (nullable) (transfer full): the bytes of the newest whole slot. */
static GBytes *
load_newest (const MisDraft *draft, guint64 *newest)
{
  GBytes *found = NULL;

  *newest = 0;
  for (guint i = 0; i < N_SLOTS; i++)
    {
      g_autofree char *path = get_slot (draft, i);
      g_autoptr (GBytes) bytes = mis_load_file (path, NULL, NULL);
      guint64 generation;

      if (bytes == NULL || !mis_draft_slot_check (bytes, &generation) || generation <= *newest)
        continue;
      g_clear_pointer (&found, g_bytes_unref);
      found = g_steal_pointer (&bytes);
      *newest = generation;
    }
  return found;
}

/* (nullable): the draft that a program has left in @path. */
static MisDraft *
find (const char *path)
{
  g_autoptr (MisDraft) draft = lock_folder (path);
  g_autoptr (GBytes) bytes = NULL;

  if (draft == NULL)
    return NULL;
  sweep (draft);
  bytes = load_newest (draft, &draft->generation);
  return bytes != NULL ? g_steal_pointer (&draft) : NULL;
}

GPtrArray *
mis_drafts_find (const char *folder)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify)mis_draft_free);
  g_autoptr (GDir) all = g_dir_open (folder, 0, NULL);
  const char *name;

  while (all != NULL && (name = g_dir_read_name (all)) != NULL)
    if (strlen (name) == ID_LENGTH && strspn (name, "0123456789abcdef") == ID_LENGTH)
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        MisDraft *draft = find (path);

        if (draft != NULL)
          g_ptr_array_add (drafts, draft);
      }
  return drafts;
}

MisWorld *
mis_draft_read (MisDraft *draft, MisDraftOrigin *origin)
{
  guint64 generation;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (draft != NULL && origin != NULL, NULL);

  *origin = (MisDraftOrigin){ NULL };
  bytes = load_newest (draft, &generation);
  return bytes != NULL ? mis_draft_slot_read (bytes, origin) : NULL;
}
