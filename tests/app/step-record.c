#include "step-record.h"

#include "file/project-writer.h"

struct _StepRecord
{
  MisDocument *document;
  GHashTable *hashes;  /* of MisWorld: what it was written as when it was seen first */
  GPtrArray *states;   /* the worlds of all steps, in their order; until steps are lost */
  gboolean is_ordered; /* @states is so */
  guint n_made;
};

static char *
hash_world (MisWorld *world)
{
  g_autoptr (GBytes) bytes = mis_project_write (world);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/* The world we stand at takes its place; what could be done again behind it goes with a new one. */
static void
note_place (StepRecord *self, MisWorld *world)
{
  guint step = mis_document_get_step (self->document);

  self->is_ordered = self->is_ordered && !mis_document_has_lost_steps (self->document);
  if (!self->is_ordered)
    return;
  g_assert_cmpuint (step, <=, self->states->len);
  if (step < self->states->len && g_ptr_array_index (self->states, step) == world)
    return;
  g_ptr_array_set_size (self->states, (int)step);
  g_ptr_array_add (self->states, mis_world_ref (world));
}

static void
changed_cb (StepRecord *self)
{
  MisWorld *world = mis_document_get_project (self->document);

  note_place (self, world);
  if (g_hash_table_contains (self->hashes, world))
    return;
  g_hash_table_insert (self->hashes, mis_world_ref (world), hash_world (world));
  self->n_made++;
}

StepRecord *
step_record_new (MisDocument *document)
{
  StepRecord *self = g_new0 (StepRecord, 1);

  self->document = g_object_ref (document);
  self->hashes = g_hash_table_new_full (NULL, NULL, (GDestroyNotify)mis_world_unref, g_free);
  self->states = g_ptr_array_new_with_free_func ((GDestroyNotify)mis_world_unref);
  self->is_ordered = TRUE;
  changed_cb (self);
  g_signal_connect_swapped (document, "state-changed", G_CALLBACK (changed_cb), self);
  return self;
}

void
step_record_free (StepRecord *self)
{
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_object_unref (self->document);
  g_ptr_array_unref (self->states);
  g_hash_table_unref (self->hashes);
  g_free (self);
}

guint
step_record_get_n_made (StepRecord *self)
{
  return self->n_made;
}

static void
check_here (StepRecord *self)
{
  MisWorld *world = mis_document_get_project (self->document);
  g_autofree char *hash = hash_world (world);

  g_assert_cmpstr (hash, ==, g_hash_table_lookup (self->hashes, world));
}

/* (transfer full) (element-type MisWorld): from the first to the last, undoing from where we stand
 * and then doing all again. */
static GPtrArray *
walk_all (StepRecord *self)
{
  GPtrArray *worlds = g_ptr_array_new ();

  while (mis_document_undo (self->document))
    check_here (self);
  g_assert_cmpuint (mis_document_get_step (self->document), ==, 0);
  if (!mis_document_has_lost_steps (self->document))
    g_assert_true (mis_document_get_project (self->document) ==
                   mis_document_get_first (self->document));
  do
    {
      check_here (self);
      g_ptr_array_add (worlds, mis_document_get_project (self->document));
    }
  while (mis_document_redo (self->document));
  return worlds;
}

static void
check_order (StepRecord *self, const GPtrArray *worlds)
{
  if (!self->is_ordered)
    return;
  g_assert_cmpuint (worlds->len, ==, self->states->len);
  for (guint i = 0; i < worlds->len; i++)
    g_assert_true (g_ptr_array_index (worlds, i) == g_ptr_array_index (self->states, i));
}

/* From the end to the middle and back; the worlds are those of @worlds. */
static void
check_middle (StepRecord *self, const GPtrArray *worlds)
{
  for (guint i = worlds->len - 1; i > worlds->len / 2; i--)
    {
      g_assert_true (mis_document_undo (self->document));
      g_assert_true (mis_document_get_project (self->document) ==
                     g_ptr_array_index (worlds, i - 1));
    }
  for (guint i = worlds->len / 2; i + 1 < worlds->len; i++)
    {
      g_assert_true (mis_document_redo (self->document));
      g_assert_true (mis_document_get_project (self->document) ==
                     g_ptr_array_index (worlds, i + 1));
    }
}

static gboolean
is_not_in (gpointer world, gpointer hash, gpointer worlds)
{
  return !g_ptr_array_find (worlds, world, NULL);
}

void
step_record_walk (StepRecord *self)
{
  guint step;
  g_autoptr (GPtrArray) worlds = NULL;

  mis_document_end_gesture (self->document);
  step = mis_document_get_step (self->document);
  worlds = walk_all (self);
  g_assert_cmpuint (worlds->len, ==, mis_document_get_n_steps (self->document) + 1);
  g_assert_cmpuint (step, <, worlds->len);
  check_order (self, worlds);
  check_middle (self, worlds);
  mis_document_go_to_step (self->document, step);
  g_assert_true (mis_document_get_project (self->document) == g_ptr_array_index (worlds, step));
  g_hash_table_foreach_remove (self->hashes, is_not_in, worlds);
}
