#include "core/partition.h"

/* Labels come later; @n_groups and names too. */
static MisPartition *
partition_new (const MisWorld *world)
{
  MisPartition *self = g_new0 (MisPartition, 1);

  self->n_rows = mis_world_get_n_agents (world);
  self->labels = g_new (int, self->n_rows);
  return self;
}

static void
take_names (MisPartition *self, GPtrArray *names)
{
  self->n_groups = names->len;
  self->names = (char **) g_ptr_array_free (names, FALSE);
}

MisPartition *
mis_partition_new_by_kind (const MisWorld *world)
{
  MisPartition *self = partition_new (world);
  GPtrArray *names = g_ptr_array_new ();
  int labels[MIS_KIND_OTHER + 1];
  gboolean occurs[MIS_KIND_OTHER + 1] = { FALSE };

  for (guint i = 0; i < self->n_rows; i++)
    occurs[mis_world_get_agent (world, i)->kind] = TRUE;
  for (guint kind = 0; kind <= MIS_KIND_OTHER; kind++)
    {
      labels[kind] = (int) names->len;
      if (occurs[kind])
        g_ptr_array_add (names, g_strdup (mis_kinds[kind].nick));
    }
  for (guint i = 0; i < self->n_rows; i++)
    self->labels[i] = labels[mis_world_get_agent (world, i)->kind];
  take_names (self, names);
  return self;
}

MisPartition *
mis_partition_new_by_principal (const MisWorld *world)
{
  MisPartition *self = partition_new (world);
  GPtrArray *names = g_ptr_array_new ();
  g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->n_rows; i++)
    {
      char *principal = mis_world_get_agent (world, i)->principal;
      gpointer label;

      if (!g_hash_table_lookup_extended (labels, principal, NULL, &label))
        {
          label = GUINT_TO_POINTER (names->len);
          g_hash_table_insert (labels, principal, label);
          g_ptr_array_add (names, g_strdup (principal));
        }
      self->labels[i] = (int) GPOINTER_TO_UINT (label);
    }
  take_names (self, names);
  return self;
}

MisPartition *
mis_partition_new_by_agent (const MisWorld *world)
{
  MisPartition *self = partition_new (world);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < self->n_rows; i++)
    {
      self->labels[i] = (int) i;
      g_ptr_array_add (names, g_strdup (mis_world_get_agent (world, i)->id));
    }
  take_names (self, names);
  return self;
}

MisPartition *
mis_partition_new (const MisWorld *world,
                   const int *labels,
                   guint n_groups,
                   const char *const *given_names)
{
  MisPartition *self = partition_new (world);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < self->n_rows; i++)
    {
      gboolean known = labels[i] >= 0 && labels[i] < (int) n_groups;

      g_warn_if_fail (known || labels[i] == MIS_NO_LABEL);
      self->labels[i] = known ? labels[i] : MIS_NO_LABEL;
    }
  for (guint i = 0; i < n_groups; i++)
    g_ptr_array_add (names, given_names != NULL ? g_strdup (given_names[i])
                                                : g_strdup_printf ("%u", i + 1));
  take_names (self, names);
  return self;
}

void
mis_partition_free (MisPartition *partition)
{
  for (guint i = 0; i < partition->n_groups; i++)
    g_free (partition->names[i]);
  g_free (partition->names);
  g_free (partition->labels);
  g_free (partition);
}
