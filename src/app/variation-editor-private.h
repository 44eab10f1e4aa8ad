/* variation-editor-private.h: what the parts of the editor share: variation-editor.c takes what is
 * chosen and typed; variation-editor-show.c shows what there is. */
#pragma once

#include "app/choice-button.h"
#include "app/value-entry.h"
#include "app/variation-editor.h"
#include "app/variation-target.h"
#include "app/variation-values.h"

G_BEGIN_DECLS

struct _MisVariationEditor
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkWidget *remove_button;
  AdwActionRow *quantity_row;
  GtkDropDown *quantity_drop_down;
  AdwActionRow *slot_rows[MIS_N_SLOTS];
  GtkDropDown *slot_drop_downs[MIS_N_SLOTS];
  AdwActionRow *option_row;
  GtkDropDown *option_drop_down;
  AdwActionRow *choices_row;
  MisChoiceButton *choices;
  AdwActionRow *shape_row;
  GtkDropDown *shape_drop_down;
  AdwActionRow *value_rows[MIS_N_VALUE_FIELDS];
  MisValueEntry *value_entries[MIS_N_VALUE_FIELDS];

  MisVariation variation;
  MisWorld *world;
  gboolean is_x; /* nothing is the last one of the menu then */
  GArray *quantities; /* (element-type MisQuantity): of the menu */
  GStrv slot_ids[MIS_N_SLOTS];
  gboolean showing;
  MisVariationTake take;
  gpointer take_data;
};

/* Below the name of a value: why it was refused, or what becomes of it. */
void mis_variation_editor_show_fault (MisVariationEditor *self, MisValueField field);

/* Brings all rows to the variation as it is; nothing of that is a choice of the user's. */
void mis_variation_editor_show (MisVariationEditor *self);

G_END_DECLS
