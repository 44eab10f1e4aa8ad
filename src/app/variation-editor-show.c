/* What the rows of the editor show: menus of names, values, and what is missing. */
#include "app/variation-editor-private.h"

#include <glib/gi18n.h>

#include "app/name-factory.h"
#include "app/row-fault.h"
#include "document/quantity.h"

static guint
find_index (char **ids, const char *id)
{
  for (guint i = 0; ids[i] != NULL; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/* Whether nothing varies. */
static gboolean
is_nothing (MisVariationEditor *self)
{
  return mis_variation_get_n_settings (&self->variation) == 0;
}

/* What varies already is in the menu even where the project has nothing of the kind any more. */
static gboolean
is_in_menu (MisVariationEditor *self, MisQuantity quantity)
{
  return (quantity == self->variation.quantity && !is_nothing (self))
         || (mis_quantity_exists (quantity, self->world)
             && (!self->is_x || mis_quantity_is_number (quantity)));
}

static void
show_quantity (MisVariationEditor *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  guint selected = GTK_INVALID_LIST_POSITION;

  g_array_set_size (self->quantities, 0);
  for (guint i = 0; mis_project_quantities[i].label != NULL; i++)
    {
      MisQuantity quantity = mis_project_quantities[i].quantity;

      if (!is_in_menu (self, quantity))
        continue;
      if (quantity == self->variation.quantity && !is_nothing (self))
        selected = self->quantities->len;
      g_strv_builder_add (names, _(mis_project_quantities[i].label));
      g_array_append_val (self->quantities, quantity);
    }
  if (is_nothing (self))
    selected = self->quantities->len;
  if (self->is_x)
    g_strv_builder_add (names, _("Distribution of the score"));
  list = g_strv_builder_end (names);
  mis_name_menu_show (self->quantity_drop_down, list, selected);
  mis_row_show_fault (self->quantity_row, NULL, NULL);
}

static void
show_slot (MisVariationEditor *self, MisSlot slot)
{
  gboolean is_used = mis_slot_is_used (slot, self->variation.quantity);
  g_auto (GStrv) names = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->slot_rows[slot]), is_used);
  g_clear_pointer (&self->slot_ids[slot], g_strfreev);
  if (!is_used)
    return;
  mis_slot_list (slot, &self->variation, self->world, &self->slot_ids[slot], &names);
  mis_name_menu_show (self->slot_drop_downs[slot], names,
                      find_index (self->slot_ids[slot], mis_slot_get_id (slot, &self->variation)));
  mis_row_show_fault (self->slot_rows[slot],
                      mis_slot_find_missing (slot, &self->variation, self->world), NULL);
}

static void
show_option (MisVariationEditor *self)
{
  gboolean is_used = self->variation.quantity == MIS_QUANTITY_SCORING;

  gtk_widget_set_visible (GTK_WIDGET (self->option_row), is_used);
  if (!is_used)
    return;
  gtk_drop_down_set_selected (self->option_drop_down, self->variation.option);
  mis_row_show_fault (self->option_row, NULL, NULL);
}

static void
show_choices (MisVariationEditor *self)
{
  gboolean is_used = !mis_quantity_is_number (self->variation.quantity);
  g_autofree char *missing = mis_variation_find_missing (&self->variation, self->world);
  g_auto (GStrv) names = NULL;
  g_autofree gboolean *chosen = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->choices_row), is_used);
  if (!is_used)
    return;
  mis_values_list_choices (&self->variation, self->world, &names, &chosen);
  mis_choice_button_set (self->choices, (const char *const *) names, chosen);
  mis_row_show_fault (self->choices_row, missing, NULL);
}

void
mis_variation_editor_show_fault (MisVariationEditor *self, MisValueField field)
{
  g_autofree char *hint =
      field == MIS_VALUE_POINTS ? mis_values_get_points_hint (&self->variation) : NULL;

  mis_row_show_fault (self->value_rows[field],
                      mis_value_entry_get_fault (self->value_entries[field]), hint);
}

static void
show_values (MisVariationEditor *self)
{
  gboolean is_number
    = mis_quantity_is_number (self->variation.quantity) && !is_nothing (self);
  MisShape shape = mis_values_get_shape (&self->variation);

  gtk_widget_set_visible (GTK_WIDGET (self->shape_row), is_number);
  gtk_drop_down_set_selected (self->shape_drop_down, shape);
  mis_row_show_fault (self->shape_row, NULL, NULL);
  for (MisValueField field = 0; field < MIS_N_VALUE_FIELDS; field++)
    {
      gboolean is_list = field == MIS_VALUE_LIST;
      gboolean is_used = is_number && is_list == (shape == MIS_SHAPE_LIST);
      g_autofree char *text = is_used ? mis_values_get_text (&self->variation, field) : NULL;

      gtk_widget_set_visible (GTK_WIDGET (self->value_rows[field]), is_used);
      if (!is_used)
        {
          mis_value_entry_stop_typing (self->value_entries[field]);
          continue;
        }
      mis_value_entry_set_counting (self->value_entries[field],
                                    field == MIS_VALUE_POINTS
                                        || self->variation.quantity == MIS_QUANTITY_AGENTS);
      mis_value_entry_show (self->value_entries[field], text);
      mis_variation_editor_show_fault (self, field);
    }
}

void
mis_variation_editor_show (MisVariationEditor *self)
{
  self->showing = TRUE;
  show_quantity (self);
  for (MisSlot slot = 0; slot < MIS_N_SLOTS; slot++)
    show_slot (self, slot);
  show_option (self);
  show_choices (self);
  show_values (self);
  self->showing = FALSE;
}
