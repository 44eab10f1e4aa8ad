#include "app/variation-editor-private.h"

#include <glib/gi18n.h>

#include "app/name-factory.h"
#include "app/row-fault.h"
#include "document/quantity.h"

#define NAME_CHARS 20
#define NARROW_CHARS 17 /* beside the longer names of rows */

enum
{
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisVariationEditor, mis_variation_editor, ADW_TYPE_BIN)

static const struct
{
  const char *row;
  const char *drop_down;
} slot_names[] = {
  [MIS_SLOT_AGENT] = { "agent_row", "agent_drop_down" },
  [MIS_SLOT_AREA] = { "area_row", "area_drop_down" },
  [MIS_SLOT_GOAL] = { "goal_row", "goal_drop_down" },
  [MIS_SLOT_OTHER] = { "other_row", "other_drop_down" },
};

static const struct
{
  const char *row;
  const char *entry;
} value_names[] = {
  [MIS_VALUE_FROM] = { "from_row", "from_entry" },
  [MIS_VALUE_TO] = { "to_row", "to_entry" },
  [MIS_VALUE_POINTS] = { "points_row", "points_entry" },
  [MIS_VALUE_LIST] = { "list_row", "list_entry" },
};

/* Offers what the user wants. @changed: (transfer full): (nullable): why not. */
static char *
offer (MisVariationEditor *self, MisVariation *changed)
{
  char *fault;

  if (mis_variation_equal (changed, &self->variation))
    fault = NULL;
  else
    fault = self->take (changed, self->take_data);
  mis_variation_clear (changed);
  return fault;
}

/* A choice that is not taken goes back to what it was. @fault: (transfer full) (nullable):
 * why not. */
static void
end_choice (MisVariationEditor *self, char *fault, AdwActionRow *row)
{
  g_autofree char *reason = fault;

  if (reason == NULL)
    return;
  mis_variation_editor_show (self);
  mis_row_show_fault (row, reason, NULL);
}

static void
offer_choice (MisVariationEditor *self, MisVariation *changed, AdwActionRow *row)
{
  end_choice (self, offer (self, changed), row);
}

/* What names and label of a file said is not true of something else. */
static void
copy_bare (MisVariation *copy, const MisVariation *variation)
{
  mis_variation_copy (copy, variation);
  g_clear_pointer (&copy->names, g_strfreev);
  g_clear_pointer (&copy->label, g_free);
}

static void
offer_nothing (MisVariationEditor *self)
{
  if (mis_variation_get_n_settings (&self->variation) > 0)
    end_choice (self, self->take (NULL, self->take_data), self->quantity_row);
}

static void
quantity_selected_cb (MisVariationEditor *self)
{
  guint selected = gtk_drop_down_get_selected (self->quantity_drop_down);
  MisVariation changed;

  if (!self->showing && selected == self->quantities->len)
    {
      offer_nothing (self);
      return;
    }
  if (self->showing || selected >= self->quantities->len
      || (g_array_index (self->quantities, MisQuantity, selected) == self->variation.quantity
          && mis_variation_get_n_settings (&self->variation) > 0))
    return;
  mis_variation_init_first (&changed, g_array_index (self->quantities, MisQuantity, selected),
                            self->world, self->is_x);
  mis_values_carry_over (&self->variation, &changed);
  offer_choice (self, &changed, self->quantity_row);
}

static MisSlot
find_slot (MisVariationEditor *self, GtkDropDown *drop_down)
{
  MisSlot slot = 0;

  while (self->slot_drop_downs[slot] != drop_down)
    slot++;
  return slot;
}

static void
slot_selected_cb (MisVariationEditor *self, GParamSpec *pspec, GtkDropDown *drop_down)
{
  guint selected = gtk_drop_down_get_selected (drop_down);
  MisSlot slot;
  MisVariation changed;

  if (self->showing || selected == GTK_INVALID_LIST_POSITION)
    return;
  slot = find_slot (self, drop_down);
  if (g_strcmp0 (self->slot_ids[slot][selected], mis_slot_get_id (slot, &self->variation)) == 0)
    return;
  copy_bare (&changed, &self->variation);
  mis_slot_set_id (slot, &changed, self->slot_ids[slot][selected], self->world);
  offer_choice (self, &changed, self->slot_rows[slot]);
}

static void
option_selected_cb (MisVariationEditor *self)
{
  guint selected = gtk_drop_down_get_selected (self->option_drop_down);
  MisVariation changed;

  if (self->showing || selected >= MIS_N_OPTIONS || selected == self->variation.option)
    return;
  copy_bare (&changed, &self->variation);
  changed.option = selected;
  mis_variation_set_first_values (&changed, self->world, self->is_x);
  offer_choice (self, &changed, self->option_row);
}

static void
choices_changed_cb (MisVariationEditor *self)
{
  guint n = mis_choice_button_get_n (self->choices);
  g_autofree gboolean *chosen = g_new (gboolean, n);
  MisVariation changed;

  for (guint i = 0; i < n; i++)
    chosen[i] = mis_choice_button_is_chosen (self->choices, i);
  mis_variation_copy (&changed, &self->variation);
  mis_values_set_chosen (&changed, self->world, chosen);
  offer_choice (self, &changed, self->choices_row);
}

static void
shape_selected_cb (MisVariationEditor *self)
{
  MisShape shape = (MisShape) gtk_drop_down_get_selected (self->shape_drop_down);
  MisVariation changed;

  if (self->showing || shape == mis_values_get_shape (&self->variation))
    return;
  mis_variation_copy (&changed, &self->variation);
  mis_values_set_shape (&changed, shape, self->is_x);
  offer_choice (self, &changed, self->shape_row);
}

static MisValueField
find_field (MisVariationEditor *self, MisValueEntry *entry)
{
  MisValueField field = 0;

  while (self->value_entries[field] != entry)
    field++;
  return field;
}

/* Offers what was typed, unless it was refused. @fault: (transfer full) (nullable): why it was. */
static void
offer_typed (MisVariationEditor *self, MisVariation *changed, char *fault, MisValueEntry *entry)
{
  g_autofree char *reason = fault;

  if (reason != NULL)
    mis_variation_clear (changed);
  else
    reason = offer (self, changed);
  mis_value_entry_set_fault (entry, reason);
}

static void
typed_cb (MisVariationEditor *self, double value, MisValueEntry *entry)
{
  MisVariation changed;
  char *fault;

  mis_variation_copy (&changed, &self->variation);
  fault = mis_values_set_number (&changed, find_field (self, entry), value);
  offer_typed (self, &changed, fault, entry);
}

static void
list_typed_cb (MisVariationEditor *self, const char *text, MisValueEntry *entry)
{
  MisVariation changed;
  char *fault;

  mis_variation_copy (&changed, &self->variation);
  fault = mis_values_set_list (&changed, text, self->is_x);
  offer_typed (self, &changed, fault, entry);
}

static void
fault_changed_cb (MisVariationEditor *self, GParamSpec *pspec, MisValueEntry *entry)
{
  mis_variation_editor_show_fault (self, find_field (self, entry));
}

static void
remove_clicked_cb (MisVariationEditor *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
mis_variation_editor_dispose (GObject *object)
{
  MisVariationEditor *self = MIS_VARIATION_EDITOR (object);

  self->showing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_VARIATION_EDITOR);
  G_OBJECT_CLASS (mis_variation_editor_parent_class)->dispose (object);
}

static void
mis_variation_editor_finalize (GObject *object)
{
  MisVariationEditor *self = MIS_VARIATION_EDITOR (object);

  mis_variation_clear (&self->variation);
  g_clear_pointer (&self->world, mis_world_unref);
  g_array_unref (self->quantities);
  for (MisSlot slot = 0; slot < MIS_N_SLOTS; slot++)
    g_strfreev (self->slot_ids[slot]);
  G_OBJECT_CLASS (mis_variation_editor_parent_class)->finalize (object);
}

/* Binds the child called @name to the pointer at @offset. */
static void
bind (GtkWidgetClass *widget_class, const char *name, gssize offset)
{
  gtk_widget_class_bind_template_child_full (widget_class, name, FALSE, offset);
}

static void
bind_lists (GtkWidgetClass *widget_class)
{
  for (MisSlot slot = 0; slot < MIS_N_SLOTS; slot++)
    {
      bind (widget_class, slot_names[slot].row,
            G_STRUCT_OFFSET (MisVariationEditor, slot_rows[slot]));
      bind (widget_class, slot_names[slot].drop_down,
            G_STRUCT_OFFSET (MisVariationEditor, slot_drop_downs[slot]));
    }
  for (MisValueField field = 0; field < MIS_N_VALUE_FIELDS; field++)
    {
      bind (widget_class, value_names[field].row,
            G_STRUCT_OFFSET (MisVariationEditor, value_rows[field]));
      bind (widget_class, value_names[field].entry,
            G_STRUCT_OFFSET (MisVariationEditor, value_entries[field]));
    }
}

static void
mis_variation_editor_class_init (MisVariationEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_variation_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = mis_variation_editor_finalize;

  signals[REMOVED] = g_signal_new ("removed", MIS_TYPE_VARIATION_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MIS_TYPE_CHOICE_BUTTON);
  g_type_ensure (MIS_TYPE_VALUE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/variation-editor.ui");
  bind_lists (widget_class);
  gtk_widget_class_bind_template_child (widget_class, MisVariationEditor, title);
  gtk_widget_class_bind_template_child (widget_class, MisVariationEditor, remove_button);
  gtk_widget_class_bind_template_child (widget_class, MisVariationEditor, quantity_row);
  gtk_widget_class_bind_template_child (widget_class, MisVariationEditor, quantity_drop_down);
  gtk_widget_class_bind_template_child (widget_class, MisVariationEditor, option_row);
  gtk_widget_class_bind_template_child (widget_class, MisVariationEditor, option_drop_down);
  gtk_widget_class_bind_template_child (widget_class, MisVariationEditor, choices_row);
  gtk_widget_class_bind_template_child (widget_class, MisVariationEditor, choices);
  gtk_widget_class_bind_template_child (widget_class, MisVariationEditor, shape_row);
  gtk_widget_class_bind_template_child (widget_class, MisVariationEditor, shape_drop_down);
  gtk_widget_class_bind_template_callback (widget_class, quantity_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, slot_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, option_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, choices_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, shape_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, fault_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
fill_options (MisVariationEditor *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    g_strv_builder_add (names, _(mis_options[i].label));
  list = g_strv_builder_end (names);
  mis_name_menu_show (self->option_drop_down, list, 0);
}

static void
mis_variation_editor_init (MisVariationEditor *self)
{
  mis_variation_init (&self->variation);
  self->quantities = g_array_new (FALSE, FALSE, sizeof (MisQuantity));
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  mis_name_factory_set_wrapped (self->quantity_drop_down, NARROW_CHARS);
  mis_name_factory_set_whole (self->quantity_drop_down);
  mis_name_factory_set_wrapped (self->option_drop_down, NARROW_CHARS);
  mis_name_factory_set_whole (self->option_drop_down);
  mis_name_factory_set_wrapped (self->shape_drop_down, NAME_CHARS);
  mis_row_prepare (self->quantity_row);
  mis_row_prepare (self->option_row);
  mis_row_prepare (self->choices_row);
  mis_row_prepare (self->shape_row);
  for (MisSlot slot = 0; slot < MIS_N_SLOTS; slot++)
    {
      mis_name_factory_set_wrapped (self->slot_drop_downs[slot], NAME_CHARS);
      mis_name_factory_set_whole (self->slot_drop_downs[slot]);
      mis_row_prepare (self->slot_rows[slot]);
    }
  for (MisValueField field = 0; field < MIS_N_VALUE_FIELDS; field++)
    mis_row_prepare (self->value_rows[field]);
  mis_value_entry_set_any_text (self->value_entries[MIS_VALUE_LIST], TRUE);
  fill_options (self);
  self->showing = FALSE;
}

void
mis_variation_editor_set_take (MisVariationEditor *self, MisVariationTake take, gpointer user_data)
{
  g_return_if_fail (MIS_IS_VARIATION_EDITOR (self));

  self->take = take;
  self->take_data = user_data;
}

/* Fields of several axes have the same names, so they are told apart by that of the axis. */
static void
name_field (MisVariationEditor *self, gpointer field, AdwActionRow *row)
{
  g_autofree char *name =
      g_strdup_printf ("%s: %s", gtk_label_get_label (self->title),
                       adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
mis_variation_editor_set_axis (MisVariationEditor *self, const char *title, gboolean is_x)
{
  g_return_if_fail (MIS_IS_VARIATION_EDITOR (self));

  self->is_x = is_x;
  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (self->remove_button, !is_x);
  name_field (self, self->quantity_drop_down, self->quantity_row);
  name_field (self, self->option_drop_down, self->option_row);
  name_field (self, self->choices, self->choices_row);
  name_field (self, self->shape_drop_down, self->shape_row);
  for (MisSlot slot = 0; slot < MIS_N_SLOTS; slot++)
    name_field (self, self->slot_drop_downs[slot], self->slot_rows[slot]);
  for (MisValueField field = 0; field < MIS_N_VALUE_FIELDS; field++)
    name_field (self, self->value_entries[field], self->value_rows[field]);
}

void
mis_variation_editor_set (MisVariationEditor *self, const MisVariation *variation, MisWorld *world)
{
  g_return_if_fail (MIS_IS_VARIATION_EDITOR (self));

  mis_variation_clear (&self->variation);
  mis_variation_copy (&self->variation, variation);
  mis_world_ref (world);
  g_clear_pointer (&self->world, mis_world_unref);
  self->world = world;
  mis_variation_editor_show (self);
}

void
mis_variation_editor_take_focus (MisVariationEditor *self)
{
  g_return_if_fail (MIS_IS_VARIATION_EDITOR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->quantity_drop_down));
}
