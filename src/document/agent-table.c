#include "document/agent-table-private.h"

#include <string.h>

#include "document/cell-words.h"

static void mis_agent_table_iface_init (MisCellSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MisAgentTable,
                               mis_agent_table,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MIS_TYPE_CELL_SOURCE,
                                                      mis_agent_table_iface_init))

MisGoalWords *
mis_agent_table_get_words (MisAgentTable *self, guint area)
{
  MisArea *value = mis_world_get_area (self->world, area);
  MisGoalWords *words;

  if (self->words->len <= area)
    g_ptr_array_set_size (self->words, (int)mis_world_get_n_areas (self->world));
  words = g_ptr_array_index (self->words, area);
  if (words != NULL && mis_goal_words_get_area (words) == value)
    return words;
  g_clear_pointer (&words, mis_goal_words_free);
  words = mis_goal_words_new (value);
  g_ptr_array_index (self->words, area) = words;
  return words;
}

/* The area of the shown world called @id, where it was last if it still is. */
static int
find_area (MisAgentTable *self, const char *id, guint guess)
{
  if (guess < mis_world_get_n_areas (self->world) &&
      strcmp (mis_area_get_id (mis_world_get_area (self->world, guess)), id) == 0)
    return (int)guess;
  return mis_world_find_area (self->world, id);
}

static void
show_all_areas (MisAgentTable *self)
{
  g_array_set_size (self->areas, 0);
  for (guint i = 0; i < mis_world_get_n_areas (self->world); i++)
    g_array_append_val (self->areas, i);
}

/* Those that were chosen and are there; the first one if there is none of them. */
static void
show_chosen_areas (MisAgentTable *self)
{
  g_autoptr (GArray) before = g_steal_pointer (&self->areas);
  const guint first = 0;

  self->areas = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; self->area_ids != NULL && i < self->area_ids->len; i++)
    {
      guint guess = i < before->len ? g_array_index (before, guint, i) : 0;
      int found = find_area (self, g_ptr_array_index (self->area_ids, i), guess);

      if (found >= 0)
        g_array_append_val (self->areas, found);
    }
  if (self->areas->len == 0 && mis_world_get_n_areas (self->world) > 0 &&
      (self->area_ids == NULL || self->area_ids->len > 0))
    g_array_append_val (self->areas, first);
}

static void
update_areas (MisAgentTable *self)
{
  if (self->all_areas)
    show_all_areas (self);
  else
    show_chosen_areas (self);
}

static void
filter_order (MisAgentTable *self)
{
  g_autofree MisGoalWords **words = g_new (MisGoalWords *, self->areas->len + 1);

  for (guint i = 0; i < self->areas->len; i++)
    words[i] = mis_agent_table_get_words (self, g_array_index (self->areas, guint, i));
  mis_agent_order_filter (self->order, self->world, self->filter, (const guint *)self->areas->data,
                          words, self->areas->len);
}

static void
sort_order (MisAgentTable *self)
{
  int area =
      mis_agent_field_is_of_area (self->sort_field) ? find_area (self, self->sort_area, 0) : 0;

  if (area < 0)
    return;
  mis_agent_order_sort (self->order, self->world, self->sort_field, (guint)area,
                        mis_agent_field_is_of_area (self->sort_field)
                            ? mis_agent_table_get_words (self, (guint)area)
                            : NULL,
                        self->sort);
}

static void
ensure_order (MisAgentTable *self)
{
  if (self->is_ordered)
    return;
  self->is_ordered = TRUE;
  g_clear_pointer (&self->order, g_array_unref);
  if (self->sort == MIS_SORT_NONE && *self->filter == '\0')
    return;
  self->order = mis_agent_order_new (self->world);
  if (*self->filter != '\0')
    filter_order (self);
  if (self->sort != MIS_SORT_NONE)
    sort_order (self);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *)a, second = *(const guint *)b;

  return (first > second) - (first < second);
}

/* The same rows in @world, where they are now. */
static void
keep_order (MisAgentTable *self, MisWorld *world)
{
  GArray *kept;

  if (!self->is_ordered || self->order == NULL || mis_agent_order_holds (self->world, world))
    return;
  kept = mis_agent_order_keep (self->order, self->world, world);
  g_array_unref (self->order);
  self->order = kept;
  if (self->sort == MIS_SORT_NONE)
    g_array_sort (self->order, compare_rows);
}

static void
show_world (MisAgentTable *self, MisWorld *world)
{
  keep_order (self, world);
  mis_world_ref (world);
  mis_world_unref (self->world);
  self->world = world;
  if (self->words->len != mis_world_get_n_areas (world))
    g_ptr_array_set_size (self->words, 0);
  update_areas (self);
}

/* Whether it is another one now. */
static gboolean
take_base (MisAgentTable *self, MisWorld *base, gboolean resets)
{
  if (base == (self->base != NULL ? mis_agent_base_get_world (self->base) : NULL) &&
      resets == self->resets)
    return FALSE;
  g_clear_pointer (&self->base, mis_agent_base_free);
  self->base = base != NULL ? mis_agent_base_new (base) : NULL;
  self->resets = resets;
  return TRUE;
}

static gboolean
take_compared (MisAgentTable *self)
{
  gboolean resets;
  MisWorld *base = mis_document_get_compared (self->document, &resets);

  return take_base (self, base, resets);
}

/* The document tells of results and locks, too. */
static void
document_changed_cb (MisAgentTable *self)
{
  MisWorld *world = mis_document_get_world (self->document);
  gboolean is_other_base = self->follows && take_compared (self);

  if (world != self->world)
    show_world (self, world);
  else if (!is_other_base)
    return;
  mis_cell_source_changed (MIS_CELL_SOURCE (self));
}

static guint
mis_agent_table_get_n_rows (MisCellSource *source)
{
  MisAgentTable *self = MIS_AGENT_TABLE (source);

  ensure_order (self);
  return self->order != NULL ? self->order->len : mis_world_get_n_agents (self->world);
}

static guint
mis_agent_table_get_n_columns (MisCellSource *source)
{
  return MIS_AGENT_COLUMNS + MIS_AREA_COLUMNS * MIS_AGENT_TABLE (source)->areas->len;
}

static guint
mis_agent_table_get_n_frozen (MisCellSource *source)
{
  return 1;
}

static void
mis_agent_table_iface_init (MisCellSourceInterface *iface)
{
  iface->get_n_rows = mis_agent_table_get_n_rows;
  iface->get_n_columns = mis_agent_table_get_n_columns;
  iface->get_n_frozen = mis_agent_table_get_n_frozen;
  iface->get_column = mis_agent_table_get_column;
  iface->get_cell = mis_agent_table_get_cell;
  iface->get_choices = mis_agent_table_get_choices;
  iface->explain = mis_agent_table_explain;
  iface->edit = mis_agent_table_edit;
}

static void
mis_agent_table_finalize (GObject *object)
{
  MisAgentTable *self = MIS_AGENT_TABLE (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->world, mis_world_unref);
  g_clear_pointer (&self->base, mis_agent_base_free);
  g_clear_pointer (&self->area_ids, g_ptr_array_unref);
  g_clear_pointer (&self->areas, g_array_unref);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->order, g_array_unref);
  g_free (self->sort_area);
  g_free (self->filter);
  G_OBJECT_CLASS (mis_agent_table_parent_class)->finalize (object);
}

static void
mis_agent_table_class_init (MisAgentTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mis_agent_table_finalize;
}

static void
clear_words (gpointer words)
{
  if (words != NULL)
    mis_goal_words_free (words);
}

static void
mis_agent_table_init (MisAgentTable *self)
{
  self->areas = g_array_new (FALSE, FALSE, sizeof (guint));
  self->words = g_ptr_array_new_with_free_func (clear_words);
  self->filter = g_strdup ("");
  self->is_ordered = TRUE;
}

MisAgentTable *
mis_agent_table_new (MisDocument *document)
{
  MisAgentTable *self = g_object_new (MIS_TYPE_AGENT_TABLE, NULL);

  self->document = g_object_ref (document);
  self->world = mis_world_ref (mis_document_get_world (document));
  update_areas (self);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
mis_agent_table_set_areas (MisAgentTable *self, const guint *areas, guint n_areas)
{
  g_return_if_fail (MIS_IS_AGENT_TABLE (self));

  self->all_areas = FALSE;
  g_clear_pointer (&self->area_ids, g_ptr_array_unref);
  self->area_ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_areas; i++)
    {
      g_return_if_fail (areas[i] < mis_world_get_n_areas (self->world));
      g_ptr_array_add (self->area_ids,
                       g_strdup (mis_area_get_id (mis_world_get_area (self->world, areas[i]))));
    }
  update_areas (self);
  mis_cell_source_changed (MIS_CELL_SOURCE (self));
}

void
mis_agent_table_set_all_areas (MisAgentTable *self)
{
  g_return_if_fail (MIS_IS_AGENT_TABLE (self));

  self->all_areas = TRUE;
  update_areas (self);
  mis_cell_source_changed (MIS_CELL_SOURCE (self));
}

const guint *
mis_agent_table_get_areas (MisAgentTable *self, guint *n_areas)
{
  g_return_val_if_fail (MIS_IS_AGENT_TABLE (self), NULL);

  *n_areas = self->areas->len;
  return (const guint *)self->areas->data;
}

void
mis_agent_table_set_base (MisAgentTable *self, MisWorld *base, gboolean resets)
{
  g_return_if_fail (MIS_IS_AGENT_TABLE (self));

  self->follows = FALSE;
  if (take_base (self, base, base != NULL && resets))
    mis_cell_source_changed (MIS_CELL_SOURCE (self));
}

void
mis_agent_table_follow_base (MisAgentTable *self)
{
  g_return_if_fail (MIS_IS_AGENT_TABLE (self));

  self->follows = TRUE;
  if (take_compared (self))
    mis_cell_source_changed (MIS_CELL_SOURCE (self));
}

MisAgentField
mis_agent_table_get_field (MisAgentTable *self, guint column, guint *area)
{
  guint behind = column - MIS_AGENT_COLUMNS;

  g_return_val_if_fail (MIS_IS_AGENT_TABLE (self), MIS_AGENT_NAME);

  *area = 0;
  if (column < MIS_AGENT_COLUMNS)
    return (MisAgentField)column;
  g_return_val_if_fail (behind / MIS_AREA_COLUMNS < self->areas->len, MIS_AGENT_NAME);
  *area = g_array_index (self->areas, guint, behind / MIS_AREA_COLUMNS);
  return behind % MIS_AREA_COLUMNS == 0 ? MIS_AGENT_GOAL : MIS_AGENT_WEIGHT;
}

void
mis_agent_table_set_sort (MisAgentTable *self, guint column, MisSortOrder direction)
{
  guint area = 0;

  g_return_if_fail (MIS_IS_AGENT_TABLE (self));

  self->sort = direction;
  if (direction != MIS_SORT_NONE)
    {
      self->sort_field = mis_agent_table_get_field (self, column, &area);
      g_clear_pointer (&self->sort_area, g_free);
      if (mis_agent_field_is_of_area (self->sort_field))
        self->sort_area = g_strdup (mis_area_get_id (mis_world_get_area (self->world, area)));
    }
  self->is_ordered = FALSE;
  mis_cell_source_changed (MIS_CELL_SOURCE (self));
}

MisSortOrder
mis_agent_table_get_sort (MisAgentTable *self, guint *column)
{
  g_return_val_if_fail (MIS_IS_AGENT_TABLE (self), MIS_SORT_NONE);

  *column = (guint)self->sort_field;
  if (self->sort == MIS_SORT_NONE || !mis_agent_field_is_of_area (self->sort_field))
    return self->sort;
  for (guint i = 0; i < self->areas->len; i++)
    {
      guint area = g_array_index (self->areas, guint, i);

      if (strcmp (mis_area_get_id (mis_world_get_area (self->world, area)), self->sort_area) != 0)
        continue;
      *column =
          MIS_AGENT_COLUMNS + MIS_AREA_COLUMNS * i + (self->sort_field == MIS_AGENT_GOAL ? 0 : 1);
      return self->sort;
    }
  return MIS_SORT_NONE;
}

void
mis_agent_table_set_filter (MisAgentTable *self, const char *text)
{
  g_return_if_fail (MIS_IS_AGENT_TABLE (self));
  g_return_if_fail (text != NULL);

  g_free (self->filter);
  self->filter = mis_cell_text_is_empty (text) ? g_strdup ("") : g_strdup (text);
  self->is_ordered = FALSE;
  mis_cell_source_changed (MIS_CELL_SOURCE (self));
}

guint
mis_agent_table_get_agent (MisAgentTable *self, guint row)
{
  g_return_val_if_fail (MIS_IS_AGENT_TABLE (self), 0);

  ensure_order (self);
  return self->order != NULL ? g_array_index (self->order, guint, row) : row;
}

int
mis_agent_table_find_row (MisAgentTable *self, guint agent)
{
  g_return_val_if_fail (MIS_IS_AGENT_TABLE (self), -1);

  ensure_order (self);
  if (self->order == NULL)
    return (int)agent;
  for (guint i = 0; i < self->order->len; i++)
    if (g_array_index (self->order, guint, i) == agent)
      return (int)i;
  return -1;
}
